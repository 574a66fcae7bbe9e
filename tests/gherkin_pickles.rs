//! Pickles as a runner needs them, beyond what the official messages hold.

use deskspec::gherkin::{Argument, Location, Pickle, StepKind, parse, pickles};
use proptest::prelude::*;

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
    let found: Vec<_> = pickles.iter().map(|pickle| (pickle.name.as_str(), pickle.location.line, pickle.row)).collect();
    let row = |line| Some(Location { line, column: 9 });
    assert_eq!(found, [("closes issue", 11, row(26)), ("closes task", 11, row(27))]);
    let pickle = &pickles[0];
    assert_eq!((pickle.feature.as_str(), pickle.rule.as_deref(), pickle.language.as_str()), ("The feature", Some("The rule"), "en"));
    let tags: Vec<_> = pickle.tags.iter().map(|tag| (tag.name.as_str(), tag.location.line, tag.location.column)).collect();
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
    assert_eq!(found, expected.map(|(keyword, kind, text, a, b, c)| (keyword.to_owned(), kind, text.to_owned(), a, b, c)));
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
    assert_eq!((pickles[0].feature.as_str(), step.text.as_str(), step.location.column), ("f", "x", 3));
    let Some(Argument::Table(table)) = &step.argument else { panic!("no table") };
    let cells: Vec<_> = table.rows[0].iter().map(|cell| (cell.value.as_str(), cell.location.column)).collect();
    assert_eq!(cells, [("é", 3), ("ü", 7)]);
}

/// Lines that Gherkin knows, and some that it does not.
fn line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Feature: f",
        "Rule: r",
        "Background:",
        "Scenario: s",
        "Scenario Outline: o <a>",
        "Examples:",
        "Given <a>",
        "When x",
        "And y",
        "* z",
        "| a | b |",
        "| 1 |",
        "\"\"\"",
        "```json",
        "@t @u",
        "@t x",
        "# c",
        "# language: fr",
        "# language: xx",
        "",
        "text <a",
        "  | --- |",
        "`@t`",
        "# Feature: f",
        "## Scenario: s",
        "* Given x",
        "\u{feff}",
        "\\|\\",
    ]);
    prop_oneof![9 => known.prop_map(str::to_owned), 1 => ".*"]
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text in any::<String>(), markdown in any::<bool>()) {
        check(&text, markdown)?;
    }

    #[test]
    fn no_order_of_lines_is_too_odd(lines in prop::collection::vec((0_usize..4, line()), 0..40), markdown in any::<bool>()) {
        let text: Vec<_> = lines.iter().map(|(indent, line)| format!("{}{line}", " ".repeat(*indent))).collect();
        check(&text.join("\n"), markdown)?;
    }

    #[test]
    fn no_tag_expression_is_too_odd(text in "(not |and |or |@a|\\(|\\)|\\\\| |&&|[^ ]){0,20}") {
        if let Ok(expression) = deskspec::gherkin::TagExpression::parse(&text) {
            let again = deskspec::gherkin::TagExpression::parse(&expression.to_string());
            prop_assert_eq!(again.as_ref(), Ok(&expression));
            prop_assert_eq!(expression.matches(["@a"]), again.is_ok_and(|again| again.matches(["@a"])));
        }
    }
}

/// Whatever is read has its places within the text, and errors have theirs.
fn check(text: &str, markdown: bool) -> Result<(), TestCaseError> {
    let lines = u32::try_from(text.split('\n').count()).unwrap_or(u32::MAX);
    match parse(if markdown { "a.feature.md" } else { "a.feature" }, text) {
        Err(errors) => {
            prop_assert!(!errors.is_empty());
            prop_assert!(errors.is_sorted_by_key(|error| (error.line, error.column)));
            prop_assert!(errors.iter().all(|error| error.line >= 1 && error.line <= lines + 1));
        }
        Ok(document) => {
            prop_assert!(deskspec::gherkin::warnings(&document).iter().all(|warning| warning.line >= 1 && warning.line <= lines));
            for pickle in pickles(&document) {
                prop_assert!(pickle.steps.iter().all(|step| step.location.line <= lines && step.text_column > step.location.column));
            }
        }
    }
    Ok(())
}
