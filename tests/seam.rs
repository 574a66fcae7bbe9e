//! Our Parser behind cucumber's own seam, with a World of a team's own and cucumber's own runner and Writer; and our Runner.

#[path = "seam/plugged.rs"]
mod plugged;
#[path = "seam/runtimes.rs"]
mod runtimes;

use cucumber::gherkin::{Feature, ParseFileError, Step};
use cucumber::writer::basic::Coloring;
use cucumber::writer::{self, Verbosity};
use cucumber::{World, WriterExt as _, cli, given, parser, runner, then, when};
use deskspec::run::seam::{Inputs, Parser, Unread};
use futures::executor::block_on;
use futures::{FutureExt as _, StreamExt as _};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

#[derive(Debug, Default, World)]
struct Notes {
    told: Vec<String>,
}

#[given("nothing")]
fn nothing(notes: &mut Notes) {
    notes.told.clear();
}

#[when(expr = "{string} is noted")]
fn noted(notes: &mut Notes, text: String) {
    notes.told.push(text);
}

#[when("these are noted")]
fn all_noted(notes: &mut Notes, #[step] step: &Step) {
    let rows = step.table.iter().flat_map(|table| &table.rows);
    notes.told.extend(rows.map(|row| row.join("|")));
    notes.told.extend(step.docstring.clone());
}

#[then(expr = "the notes are {string}")]
fn the_notes(notes: &mut Notes, expected: String) {
    assert_eq!(notes.told.join(" "), expected);
}

/// A folder of this test's own with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("seam").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    for (file, text) in files {
        fs::write(folder.join(file), text).expect("a file");
    }
    folder
}

struct Ran {
    passed: usize,
    failed: bool,
    text: String,
}

/// Cucumber's own runner changes the process's panic hook while it runs.
fn one_at_a_time() -> MutexGuard<'static, ()> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}

type Filter = fn(&Feature, Option<&cucumber::gherkin::Rule>, &cucumber::gherkin::Scenario) -> bool;

fn run<I: 'static>(input: I, filter: Filter) -> Ran
where
    Parser: cucumber::Parser<I, Cli = cli::Empty>,
{
    let _guard = one_at_a_time();
    let writer = writer::Basic::new(Vec::new(), Coloring::Never, Verbosity::Default).summarized().fail_on_skipped();
    let runner = runner::Basic::default().steps(Notes::collection());
    let cucumber = cucumber::Cucumber::<Notes, _, I, _, _>::custom(Parser::new(), runner, writer).with_default_cli();
    let writer = block_on(cucumber.filter_run(input, filter));
    let summary = writer.inner_writer();
    Ran {
        passed: summary.scenarios_stats().passed,
        failed: writer::Stats::<Notes>::execution_has_failed(&writer),
        text: String::from_utf8(summary.to_vec()).expect("text"),
    }
}

const ALL: Filter = |_, _, _| true;

/// What the stock parser gets wrong, and what it gets right.
const NOTES: &str = r#"
Feature: Notes
  Background:
    Given nothing

  Scenario: A doc string
    When these are noted
      """markdown
      one line
      """
    Then the notes are "one line"

  Scenario: A table
    When these are noted
      | a \| b | c:\dir |
    Then the notes are "a | b|c:\dir"

  Scenario Outline: <what>
    When "Vec<String> <what>" is noted
    Then the notes are "Vec<String> <what>"
    Examples:
      | what |
      | one  |
      | two  |

  @empty
  Scenario: Empty

  Rule: Last
    Background:
      When "before" is noted

    @ruled
    Example: After
      And "after" is noted
      Then the notes are "before after"
"#;

const NOTES_IN_FRENCH: &str = "# language: fr\nFonctionnalité: Notes\n  Scénario: Une\n    Soit nothing\n    Quand \"une\" is noted\n    Alors the notes are \"une\"\n";

const NOTES_IN_MARKDOWN: &str =
    "# Feature: Notes\n\nSome prose.\n\n## Scenario: One\n\n* Given nothing\n* When \"one\" is noted\n* Then the notes are \"one\"\n";

const BROKEN: &str = "Feature: Broken\n  Scenario: One\n    Given nothing\n    Whenn it is noted\n  Scenari: Two\n";

#[test]
fn cucumbers_own_runner_runs_what_our_parser_reads() {
    let files = [("notes.feature", NOTES), ("notes.fr.feature", NOTES_IN_FRENCH), ("notes.feature.md", NOTES_IN_MARKDOWN)];
    let ran = run(folder("good", &files), ALL);
    assert!(!ran.failed, "{}", ran.text);
    assert_eq!(ran.passed, 8, "{}", ran.text);
    assert!(ran.text.contains("\n3 features\n1 rule\n8 scenarios (8 passed)\n"), "{}", ran.text);
}

#[test]
fn inputs_are_those_of_deskspec_run() {
    let folder = folder("inputs", &[("notes.feature", NOTES), ("fr.feature", NOTES_IN_FRENCH)]);
    let path = |name: &str| folder.join(name).display().to_string();
    let row = NOTES.lines().position(|line| line.contains("| two  |")).expect("a row") + 1;
    assert_eq!(run(path("*.feature"), ALL).passed, 7);
    assert_eq!(run(path("fr.feature"), ALL).passed, 1);
    assert_eq!(run(format!("{}:{row}", path("notes.feature")), ALL).passed, 1);
    assert_eq!(run(Inputs::from([path("fr.feature"), path("fr.feature"), format!("{}:{row}", path("notes.feature"))]), ALL).passed, 2);
}

#[test]
fn what_a_filter_takes_away_is_not_run() {
    let folder = folder("filter", &[("notes.feature", NOTES)]);
    let ran = run(folder, |_, _, scenario| scenario.tags.contains(&"ruled".to_owned()));
    assert_eq!(ran.passed, 1, "{}", ran.text);
    assert!(ran.text.contains("Rule: Last") && !ran.text.contains("A table"), "{}", ran.text);
}

#[test]
fn every_error_is_told_with_its_place_and_stops_no_other_file() {
    let folder = folder("broken", &[("broken.feature", BROKEN), ("notes.feature", NOTES)]);
    let ran = run(folder, ALL);
    assert_eq!(ran.passed, 6, "{}", ran.text);
    assert!(ran.failed);
    for part in ["broken.feature:4:5: expected: ", "help: did you mean `When`?", "broken.feature:5:3: expected: ", "\n2 parsing errors"] {
        assert!(ran.text.contains(part), "no {part:?} in\n{}", ran.text);
    }
}

#[test]
fn a_run_of_nothing_is_not_green() {
    let folder = folder("nothing", &[("notes.feature", NOTES)]);
    let cases = [
        (folder.join("*.md"), "there is no feature file here"),
        (folder.join("note.feature"), "there is no such file or folder; help: did you mean"),
        (folder.join("notes.feature:999"), "notes.feature:999: no scenario stands here"),
    ];
    for (input, text) in cases {
        let ran = run(input, ALL);
        assert!(ran.failed && ran.text.contains(text), "{}", ran.text);
    }
}

fn parse(folder: &Path) -> impl Iterator<Item = parser::Result<Feature>> + use<> {
    let mut features = cucumber::Parser::parse(Parser::new(), folder, cli::Empty);
    // Cucumber's own runner spins for ever on a stream that is pending.
    std::iter::from_fn(move || features.next().now_or_never().expect("the stream is never pending"))
}

#[test]
fn a_file_is_read_when_it_is_asked_for() {
    let folder = folder("lazy", &[("a.feature", NOTES), ("b.feature", BROKEN)]);
    let mut features = parse(&folder);
    assert!(features.next().expect("a.feature").is_ok());
    fs::write(folder.join("b.feature"), NOTES_IN_FRENCH).expect("a file");
    assert_eq!(features.next().expect("b.feature").expect("it is mended").scenarios.len(), 1);
    assert!(features.next().is_none());
}

#[test]
fn a_writer_finds_the_error_as_data() {
    let folder = folder("data", &[("broken.feature", BROKEN)]);
    let errors: Vec<_> = parse(&folder).filter_map(Result::err).collect();
    let lines = errors.iter().map(|error| match error {
        parser::Error::Parsing(error) => match &**error {
            ParseFileError::Reading { source, .. } => source.get_ref().and_then(|error| error.downcast_ref::<Unread>()).map(|it| it.0.line),
            ParseFileError::Parsing { .. } => None,
        },
        parser::Error::ExampleExpansion(_) => None,
    });
    assert_eq!(lines.collect::<Vec<_>>(), [Some(4), Some(5)]);
}
