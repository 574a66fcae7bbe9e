//! Our document → cucumber's tree → pickles, held against the official test data and against what the stock parser makes.

use super::feature::feature;
use super::handoff::Handoff;
use super::pickle::pickles;
use crate::gherkin::{self, Argument, Document, Pickle, PickleStep};
use cucumber::feature::Ext as _;
use cucumber::gherkin::{Background, Feature, GherkinEnv, Scenario, Span, Step};
use std::fs;
use std::path::{Path, PathBuf};

/// The official good files; `None` where they are not at hand.
fn good() -> Option<Vec<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/gherkin/good");
    let Ok(entries) = fs::read_dir(&root) else {
        println!("skipped: {} is not there", root.display());
        return None;
    };
    let is_feature = |path: &PathBuf| [".feature", ".feature.md"].iter().any(|ending| path.to_string_lossy().ends_with(ending));
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_feature).collect();
    files.sort();
    Some(files)
}

fn read(path: &Path) -> (Document, Vec<Pickle>) {
    let text = fs::read_to_string(path).expect("the data are UTF-8");
    let document = gherkin::parse(&path.display().to_string(), &text).unwrap_or_else(|errors| panic!("{}: {errors:#?}", path.display()));
    let pickles = gherkin::pickles(&document);
    (document, pickles)
}

/// All that the way there and back keeps.
fn kept(pickle: &Pickle) -> impl PartialEq + std::fmt::Debug {
    let place = pickle.row.unwrap_or(pickle.location);
    let tags: Vec<_> = pickle.tags.iter().map(|tag| tag.name.clone()).collect();
    let steps: Vec<_> = pickle.steps.iter().map(kept_step).collect();
    ((pickle.uri.clone(), pickle.name.clone(), pickle.feature.clone(), pickle.rule.clone()), (place, pickle.row), tags, steps)
}

fn kept_step(step: &PickleStep) -> impl PartialEq + std::fmt::Debug + use<> {
    let arguments = [step.argument.as_ref(), step.second_argument.as_deref()];
    let text = arguments.into_iter().flatten().find_map(|argument| match argument {
        Argument::DocString(text) => Some(text.content.clone()),
        Argument::Table(_) => None,
    });
    let rows = arguments.into_iter().flatten().find_map(|argument| match argument {
        Argument::Table(table) => {
            Some(table.rows.iter().map(|row| row.iter().map(|cell| cell.value.clone()).collect()).collect::<Vec<Vec<_>>>())
        }
        Argument::DocString(_) => None,
    });
    ((step.keyword.clone(), step.text.clone(), step.location), step.background, text, rows)
}

#[test]
fn pickles_come_back_from_cucumbers_tree_of_every_official_file() {
    let Some(files) = good() else { return };
    assert!(files.len() > 50, "only {} files", files.len());
    let mut scenarios = 0;
    for file in files {
        let (document, there) = read(&file);
        let tree = feature(&document, &there);
        assert_eq!(tree.is_some(), document.feature.is_some(), "{}", file.display());
        let back = tree.as_ref().map(pickles).unwrap_or_default();
        assert_eq!(back.iter().map(kept).collect::<Vec<_>>(), there.iter().map(kept).collect::<Vec<_>>(), "{}", file.display());
        scenarios += there.len();
    }
    println!("{scenarios} scenarios");
}

#[test]
fn the_handoff_gives_every_pickle_of_every_official_file_whole() {
    let Some(files) = good() else { return };
    let handoff = Handoff::default();
    for file in files {
        let (document, there) = read(&file);
        let Some(tree) = feature(&document, &there) else { continue };
        handoff.leave(&file, there.clone());
        assert_eq!(handoff.take_all(&tree), there, "{}", file.display());
        assert!(handoff.is_empty());
    }
}

/// What the stock parser reads without a loss.
const PLAIN: &str = "\
@one @two
Feature: Plain
  Background:
    Given a thing
      | a | b |
      | 1 | 2 |

  Scenario: First
    When something happens
    And something else happens
    Then it is <so>

  @many
  Scenario Outline: It is <what>
    Given a <what> with
      | what   |
      | <what> |
    Then it is <what>

    @few
    Examples: Some
      | what  |
      | red   |
      | green |

    Examples:
      | what | more |
      | blue | 1    |

  @ruled
  Rule: There are rules
    Background: Again
      Given another thing

    Example: Under a rule
      When something happens
      But nothing else
";

/// The tree without what the two know differently: the stock parser counts bytes, we do not; and of a row it knows the line, but takes the
/// column from its `Examples:`.
fn common(mut feature: Feature) -> Feature {
    fn steps(steps: &mut [Step]) {
        for step in steps {
            step.span = Span::default();
            step.table.iter_mut().for_each(|table| table.span = Span::default());
        }
    }
    let scenarios = |scenarios: &mut [Scenario]| {
        for scenario in scenarios {
            scenario.span = Span::default();
            scenario.position.col = if scenario.examples.is_empty() { scenario.position.col } else { 0 };
            scenario.examples.iter_mut().for_each(|examples| examples.span = Span::default());
            scenario.examples.iter_mut().filter_map(|examples| examples.table.as_mut()).for_each(|table| table.span = Span::default());
            steps(&mut scenario.steps);
        }
    };
    let background = |background: &mut Option<Background>| {
        if let Some(background) = background {
            background.span = Span::default();
            steps(&mut background.steps);
        }
    };
    feature.span = Span::default();
    background(&mut feature.background);
    scenarios(&mut feature.scenarios);
    for rule in &mut feature.rules {
        rule.span = Span::default();
        background(&mut rule.background);
        scenarios(&mut rule.scenarios);
    }
    feature
}

#[test]
fn the_tree_is_what_the_stock_parser_makes_where_it_loses_nothing() {
    let stock =
        Feature::parse(PLAIN, GherkinEnv::default()).expect("it is plain").expand_examples().expect("every placeholder has a column");
    let document = gherkin::parse("plain.feature", PLAIN).expect("it is plain");
    let mut ours = feature(&document, &gherkin::pickles(&document)).expect("it has a feature");
    assert_eq!(ours.path.take().as_deref(), Some(Path::new("plain.feature")));
    assert_eq!(common(ours), common(stock));
}

#[test]
fn the_handoff_forgets_what_a_filter_took_away_and_turns_what_it_was_not_given() {
    let document = gherkin::parse("plain.feature", PLAIN).expect("it is plain");
    let there = gherkin::pickles(&document);
    let whole = feature(&document, &there).expect("it has a feature");
    let handoff = Handoff::default();

    let mut filtered = whole.clone();
    filtered.scenarios.remove(1);
    filtered.rules[0].scenarios.clear();
    handoff.leave(Path::new("plain.feature"), there.clone());
    assert_eq!(handoff.take_all(&filtered), [there[0].clone(), there[2].clone(), there[3].clone()]);
    assert!(handoff.is_empty());

    let mut changed = whole.clone();
    changed.scenarios[0].steps[0].value = "something else happens".to_owned();
    handoff.leave(Path::new("plain.feature"), there.clone());
    let taken = handoff.take_all(&changed);
    assert_eq!(taken[0], pickles(&changed)[0]);
    assert_eq!(&*taken[0].steps[1].text, "something else happens");
    assert_eq!(taken[1..], there[1..]);

    assert_eq!(handoff.take_all(&whole), pickles(&whole), "nothing was left here");

    handoff.leave(Path::new("plain.feature"), there.clone());
    assert_eq!(handoff.take(Path::new("plain.feature"), 24, 7), Some(there[2].clone()));
    assert_eq!(handoff.take(Path::new("plain.feature"), 24, 7), None);
    assert_eq!(handoff.take(Path::new("other.feature"), 24, 7), None);
}
