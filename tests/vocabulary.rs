//! The vocabulary and its documentation, both ways: every sentence is documented, shown, shown rightly, and used.

use cucumber::codegen::{StepConstructor, WorldInventory, inventory};
use deskspec::gherkin::{Pickle, StepKind, parse, pickles};
use deskspec::run::{Definitions, Found, Matcher, load};
use deskspec::scenario::Scenario;
use deskspec::steps::{StepDoc, vocabulary};
use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The longest description, in characters: one line of `deskspec steps`.
const LONGEST: usize = 200;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The example as a whole feature.
fn example(step: &StepDoc) -> Result<Pickle, String> {
    let body: String = step.example.lines().map(|line| format!("    {line}\n")).collect();
    let text = format!("Feature: f\n  Scenario: s\n{body}");
    let document = parse("example.feature", &text).map_err(|errors| format!("{errors:?}"))?;
    pickles(&document).into_iter().next().ok_or_else(|| "there is no step".to_owned())
}

/// A definition as it is compiled in: where it stands, and what it matches.
struct Definition {
    group: String,
    line: u32,
    regex: Regex,
}

impl Definition {
    fn doc(&self) -> Option<&'static StepDoc> {
        vocabulary().iter().find(|doc| doc.group == self.group && doc.line == self.line)
    }
}

fn definitions() -> Vec<Definition> {
    let mut all = of::<<Scenario as WorldInventory>::Given>();
    all.extend(of::<<Scenario as WorldInventory>::When>());
    all.extend(of::<<Scenario as WorldInventory>::Then>());
    all
}

fn of<T: inventory::Collect + StepConstructor<Scenario>>() -> Vec<Definition> {
    let read = |constructor: &T| {
        let (place, regex, _) = constructor.inner();
        let file = Path::new(place.path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        Definition { group: file.unwrap_or_default(), line: place.line, regex: regex() }
    };
    inventory::iter::<T>.into_iter().map(read).collect()
}

/// What a step's text means: the one sentence that the program finds for it, or what stands in its place.
fn sentence(matcher: &Matcher<Scenario>, definitions: &[Definition], text: &str) -> String {
    match matcher.find(text, StepKind::Unknown) {
        Found::One(_) => {
            let fits = definitions.iter().find(|it| it.regex.is_match(text)).and_then(Definition::doc);
            fits.map_or_else(|| "something that is not documented".to_owned(), |doc| doc.expression.clone())
        }
        Found::Nothing => "nothing".to_owned(),
        Found::Many(sentences) => format!("all of {sentences:?}"),
    }
}

#[test]
fn every_definition_is_documented_and_every_document_has_a_definition() {
    let definitions = definitions();
    let bare: Vec<_> = definitions.iter().filter(|it| it.doc().is_none()).map(|it| format!("{}.rs:{}", it.group, it.line)).collect();
    assert!(bare.is_empty(), "definitions that `deskspec steps` does not print: {bare:#?}");
    let defined = |doc: &&StepDoc| definitions.iter().any(|it| it.group == doc.group && it.line == doc.line);
    let dead: Vec<_> = vocabulary().iter().filter(|doc| !defined(doc)).map(|doc| &doc.expression).collect();
    assert!(dead.is_empty(), "sentences that `deskspec steps` prints and nothing defines: {dead:#?}");
    assert_eq!(definitions.len(), vocabulary().len());
    let sentences: BTreeSet<_> = vocabulary().iter().map(|doc| &doc.expression).collect();
    assert_eq!(sentences.len(), vocabulary().len(), "a sentence is there twice");
}

/// What `#[given(`, `#[when(` and `#[then(` stand in the sources is what the program knows: nothing is lost on the way.
#[test]
fn the_sources_hold_no_definition_that_the_vocabulary_does_not() {
    let mut attributes = 0;
    for file in files(&root().join("src/steps"), "rs") {
        let text = fs::read_to_string(&file).expect("a source is readable");
        attributes +=
            text.lines().map(str::trim_start).filter(|line| ["#[given", "#[when", "#[then"].iter().any(|it| line.starts_with(it))).count();
    }
    assert_eq!(attributes, vocabulary().len());
}

#[test]
fn every_sentence_has_one_line_of_description() {
    let mut bad = Vec::new();
    for step in vocabulary() {
        let (text, length) = (&step.description, step.description.chars().count());
        if text.is_empty() || !text.ends_with('.') || text.contains('\n') || length > LONGEST {
            bad.push(format!("{} ({length} characters): {text}", step.expression));
        }
    }
    assert!(bad.is_empty(), "not one line of at most {LONGEST} characters with a full stop: {bad:#?}");
}

#[test]
fn every_example_means_the_sentence_that_it_stands_under() {
    let (matcher, definitions) = (Matcher::new(Definitions::vocabulary()), definitions());
    let mut bad = Vec::new();
    for step in vocabulary() {
        let pickle = match example(step) {
            Ok(pickle) => pickle,
            Err(error) => {
                bad.push(format!("{}: the example is no Gherkin: {error}", step.expression));
                continue;
            }
        };
        let Some(first) = pickle.steps.first() else {
            bad.push(format!("{}: the example has no step", step.expression));
            continue;
        };
        let means = sentence(&matcher, &definitions, &first.text);
        if means != step.expression {
            bad.push(format!("{}: the example `{}` means {means}", step.expression, first.text));
        }
        if first.keyword.trim() != step.keyword {
            bad.push(format!("{}: the example begins with {}, the definition says {}", step.expression, first.keyword, step.keyword));
        }
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

/// A sentence that promises a table or a doc string shows one, and no other does.
#[test]
fn every_example_shows_the_argument_that_its_sentence_asks_for() {
    for step in vocabulary() {
        let pickle = example(step).expect("it is Gherkin");
        let promised = [" with", " with the attachments", "in this order", "in all"].iter().any(|end| step.expression.ends_with(end));
        assert_eq!(pickle.steps[0].argument.is_some(), promised, "{}", step.expression);
    }
}

/// No two sentences say the same: each example, in each quoting, with longer arguments too, means one thing.
#[test]
fn no_two_sentences_are_ambiguous() {
    let (matcher, definitions) = (Matcher::new(Definitions::vocabulary()), definitions());
    for step in vocabulary() {
        let text = example(step).expect("it is Gherkin").steps[0].text.clone();
        let variants = [text.to_string(), swap_quotes(&text), fill_quotes(&text, "\\\" with 'x' at \\\""), fill_quotes(&text, "")];
        for variant in variants {
            let means = sentence(&matcher, &definitions, &variant);
            assert_eq!(means, step.expression, "`{variant}`");
        }
    }
}

/// The same text with single quotes, which mean the same in a Cucumber expression.
fn swap_quotes(text: &str) -> String {
    if text.contains('\'') { text.to_owned() } else { text.replace('"', "'") }
}

/// The same text with another content in every pair of double quotes.
fn fill_quotes(text: &str, content: &str) -> String {
    let parts = text.split('"').enumerate();
    parts.map(|(index, part)| if index % 2 == 1 { format!("\"{content}\"") } else { part.to_owned() }).collect()
}

#[test]
fn every_sentence_is_used_by_a_feature() {
    let (matcher, definitions) = (Matcher::new(Definitions::vocabulary()), definitions());
    let mut used = BTreeSet::new();
    let mut undefined = Vec::new();
    // One sentence needs an option of the command line; the features that are run with one lie with its tests.
    let folders = ["features", "tests/cli/features"].map(|folder| files(&root().join(folder), "feature"));
    for file in folders.concat() {
        let loaded = load(&file).unwrap_or_else(|errors| panic!("{errors:?}"));
        for step in loaded.pickles.iter().flat_map(|pickle| &pickle.steps) {
            let means = sentence(&matcher, &definitions, &step.text);
            if vocabulary().iter().all(|doc| doc.expression != means) {
                undefined.push(format!("{}:{}: `{}` means {means}", loaded.uri, step.location.line, step.text));
            }
            used.insert(means);
        }
    }
    assert!(undefined.is_empty(), "steps that do not mean one thing: {undefined:#?}");
    let unused: Vec<_> = vocabulary().iter().map(|step| &step.expression).filter(|sentence| !used.contains(*sentence)).collect();
    assert!(unused.is_empty(), "sentences that no feature uses: {unused:#?}");
}

/// All files with this ending below a folder, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found
}
