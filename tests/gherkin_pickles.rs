//! Pickles as a runner needs them, beyond what the official messages hold.

use deskspec::gherkin::{Argument, Location, Pickle, StepKind, parse, parse_from, pickles};
use std::sync::Arc;

fn read(text: &str) -> Vec<Pickle> {
    pickles(&parse("a.feature", text).unwrap_or_else(|errors| panic!("{errors:?}")))
}

const FEATURE: &str = "@f
Feature: The feature
  Background:
    Given a ticket

  Rule: The rule
    Background:
      And an agent

    @s
    Scenario Outline: closes <what>
      When   the <what> is closed
      But not now:
        | a | <what> |
      Then it says
        ```<type>
        {
      \"<what>\":
            1
        }
        ```

      @e
      Examples:
        | what  | type |
        | issue | json |
        | task  | text |
";

#[test]
fn a_pickle_knows_where_it_comes_from() {
    let pickles = read(FEATURE);
    let found: Vec<_> = pickles.iter().map(|pickle| (&*pickle.name, pickle.location.line, pickle.row)).collect();
    let row = |line| Some(Location { line, column: 9 });
    assert_eq!(found, [("closes issue", 11, row(26)), ("closes task", 11, row(27))]);
    let pickle = &pickles[0];
    assert_eq!((&*pickle.feature, pickle.rule.as_deref(), &*pickle.language), ("The feature", Some("The rule"), "en"));
    let tags: Vec<_> = pickle.tags.iter().map(|tag| (&*tag.name, tag.location.line, tag.location.column)).collect();
    assert_eq!(tags, [("@f", 1, 1), ("@s", 10, 5), ("@e", 23, 7)]);
}

#[test]
fn a_step_knows_its_keyword_kind_and_columns() {
    let pickles = read(FEATURE);
    let step = |step: &deskspec::gherkin::PickleStep| {
        (step.keyword.clone(), step.kind, step.text.clone(), step.location.column, step.text_column, step.background)
    };
    let found: Vec<_> = pickles[1].steps.iter().map(step).collect();
    let expected = [
        ("Given", StepKind::Context, "a ticket", 5, 11, true),
        ("And", StepKind::Context, "an agent", 7, 11, true),
        ("When", StepKind::Action, "the task is closed", 7, 14, false),
        ("But", StepKind::Action, "not now:", 7, 11, false),
        ("Then", StepKind::Outcome, "it says", 7, 12, false),
    ];
    assert_eq!(found, expected.map(|(keyword, kind, text, a, b, c)| (keyword.into(), kind, text.into(), a, b, c)));
}

#[test]
fn arguments_can_be_traced_back_to_the_file() {
    let pickles = read(FEATURE);
    let Some(Argument::Table(table)) = &pickles[1].steps[3].argument else { panic!("no table") };
    let cells: Vec<_> = table.rows[0].iter().map(|cell| (cell.value.as_str(), cell.location.column)).collect();
    assert_eq!(cells, [("a", 11), ("task", 15)]);
    let Some(Argument::DocString(text)) = &pickles[1].steps[4].argument else { panic!("no doc string") };
    assert_eq!(text.content, "{\n\"task\":\n    1\n}");
    assert_eq!((text.media_type.as_deref(), text.location.line, text.content_line, text.indent), (Some("text"), 16, 17, 8));
}

#[test]
fn line_endings_and_marks_of_other_systems_change_nothing() {
    let plain = read(FEATURE);
    assert_eq!(read(&FEATURE.replace('\n', "\r\n")), plain);
    assert_eq!(read(&format!("\u{feff}{FEATURE}")), plain);
    assert_eq!(read(FEATURE.trim_end()), plain);
}

#[test]
fn a_no_break_space_is_white_space_around_cells_and_texts() {
    let pickles = read("Feature:\u{a0}f\n\u{a0}Scenario: s\n\u{a0}\u{a0}Given x\u{a0}\n|\u{a0}é\u{a0}|\u{a0}ü |\n");
    let step = &pickles[0].steps[0];
    assert_eq!((&*pickles[0].feature, &*step.text, step.location.column), ("f", "x", 3));
    let Some(Argument::Table(table)) = &step.argument else { panic!("no table") };
    let cells: Vec<_> = table.rows[0].iter().map(|cell| (cell.value.as_str(), cell.location.column)).collect();
    assert_eq!(cells, [("é", 3), ("ü", 7)]);
}

/// A run holds thousands of pickles: what they have in common is there once.
#[test]
fn pickles_share_what_they_have_in_common() {
    let pickles = read(FEATURE);
    let [one, other] = pickles.as_slice() else { panic!("two rows, two pickles") };
    assert!(Arc::ptr_eq(&one.uri, &other.uri) && Arc::ptr_eq(&one.feature, &other.feature) && Arc::ptr_eq(&one.language, &other.language));
    assert!(one.rule.as_ref().zip(other.rule.as_ref()).is_some_and(|(one, other)| Arc::ptr_eq(one, other)));
    assert!(one.steps.iter().zip(&other.steps).all(|(one, other)| Arc::ptr_eq(&one.keyword, &other.keyword)));
    // Where a row's values stand, the text is the pickle's own.
    let shared: Vec<_> = one.steps.iter().zip(&other.steps).map(|(one, other)| Arc::ptr_eq(&one.text, &other.text)).collect();
    assert_eq!(shared, [true, true, false, true, true]);
    let background = read("Feature: f\nBackground:\nGiven x\n| a |\nScenario: s\nGiven y\nScenario: t\nGiven z\n");
    let table = |pickle: &Pickle| match &pickle.steps[0].argument {
        Some(Argument::Table(table)) => Arc::clone(table),
        other => panic!("no table: {other:?}"),
    };
    assert!(Arc::ptr_eq(&table(&background[0]), &table(&background[1])));
}

#[test]
fn ids_go_on_from_file_to_file() {
    let (mut next_id, mut seen) = (7, 7);
    for text in [FEATURE, "", "Feature: f\nScenario: s\nScenario Outline: t\nGiven <x>\nExamples:\nExamples:\n| x |\n| 1 |\n", FEATURE] {
        let document = parse_from("a.feature", text, next_id).unwrap_or_else(|errors| panic!("{errors:?}"));
        let pickles = pickles(&document);
        let ids = pickles.iter().flat_map(|pickle| pickle.steps.iter().map(|step| step.id).chain([pickle.id]));
        seen = ids.fold(seen, |seen, id| {
            assert!(id >= seen, "{id} comes after {seen}");
            id + 1
        });
        next_id = document.next_id();
        assert!(pickles.is_empty() || next_id == seen, "{next_id} is not the id after {seen}");
    }
}
