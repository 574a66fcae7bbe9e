//! Errors of feature files: all at once, each with its place and an edit.

use deskspec::gherkin::{ParseError, parse};

fn errors(text: &str) -> Vec<ParseError> {
    parse("a.feature", text).expect_err(text)
}

/// Line, column and help of the file's errors.
fn helps(text: &str) -> Vec<(u32, u32, String)> {
    errors(text).into_iter().map(|error| (error.line, error.column, error.help.unwrap_or_default())).collect()
}

fn help(text: &str) -> String {
    let helps = helps(text);
    assert_eq!(helps.len(), 1, "{text}: {helps:?}");
    helps[0].2.clone()
}

const STEP: &str = "Feature: f\nScenario: s\nGiven x\n";

#[test]
fn an_error_begins_with_file_line_and_column() {
    let shown: Vec<_> = errors("Feature: f\n  Scenario: s\n    Given x\n    Whn y\n\n@t\n").iter().map(ToString::to_string).collect();
    let expected = "#EOF, #TableRow, #DocStringSeparator, #StepLine, #TagLine, #ExamplesLine, #ScenarioLine, #RuleLine, #Comment, #Empty";
    assert_eq!(
        shown,
        [
            format!("a.feature:4:5: expected: {expected}, got 'Whn y'"),
            "a.feature:7:1: unexpected end of file, expected: #TagLine, #RuleLine, #Comment, #Empty".to_owned(),
        ]
    );
}

#[test]
fn a_misspelt_keyword_is_named() {
    for (line, meant) in [
        ("Whn y", "When"),
        ("Gvien y", "Given"),
        ("Thne y", "Then"),
        ("given y", "Given"),
        ("When: y", "When"),
        ("ADN y", "And"),
        ("Scenaro: y", "Scenario:"),
        ("scenario: y", "Scenario:"),
        ("Scenario : y", "Scenario:"),
        ("Example :", "Example:"),
        ("Scenario Outline y", "Scenario Outline:"),
        ("Exampels:", "Examples:"),
        ("Rul: y", "Rule:"),
    ] {
        assert_eq!(help(&format!("{STEP}{line}\n")), format!("did you mean `{meant}`?"), "{line}");
    }
    assert_eq!(help("# language: de\nFunktion: f\nSzenario: s\nAngenommen x\nDnan y\n"), "did you mean `Dann`?");
    assert_eq!(help("Featur: f"), "did you mean `Feature:`?");
}

#[test]
fn what_stands_in_the_wrong_place_is_sent_to_the_right_one() {
    assert_eq!(help(&format!("{STEP}Feature: g\n")), "a file has one feature: move this one to a file of its own");
    let background = "move the background above the first scenario; a feature and a rule have one each";
    assert_eq!(help(&format!("{STEP}Background:\n")), background);
    assert_eq!(help("Feature: f\nBackground:\nGiven x\nExamples:\n"), "move the examples below the steps of a scenario");
    assert_eq!(help(&format!("{STEP}Examples:\n| a |\nThen y\n")), "steps stand above the examples: move this one up");
    let twice = "a step has one doc string: join the two, or give the second to a step of its own";
    assert_eq!(helps(&format!("{STEP}```\n```\n```\n"))[0].2, twice);
    assert_eq!(help("Given x\n"), "write `Feature: NAME` and `Scenario: NAME` above it");
    assert_eq!(help("@t\n"), "write `Feature: NAME` below the tags");
    assert_eq!(help(&format!("{STEP}\"\"\"\nx\n")), "close the doc string of line 4 with `\"\"\"` on a line of its own");
}

#[test]
fn a_table_that_is_uneven_says_what_it_has_and_should_have() {
    let found = errors(&format!("{STEP}  | a | b |\n  | 1\n  | 1 | 2 |\n"));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].line, found[0].column, found[0].message.as_str()), (5, 3, "inconsistent cell count within the table"));
    let help = "this row has 0 cells, the table's first row has 2: add the missing ones, each closed with `|`, and write `\\|` for a `|` in a cell";
    assert_eq!(found[0].help.as_deref(), Some(help));
}

#[test]
fn a_language_that_does_not_exist_is_named_with_one_that_does() {
    for (code, meant) in [("en-US", "en` (English)"), ("German", "de` (German)"), ("frr", "fr` (French)"), ("pt_BR", "pt` (Portuguese)")] {
        let errors = errors(&format!("# language: {code}\nFeature: f\n"));
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].to_string(), format!("a.feature:1:1: Language not supported: {code}"));
        assert_eq!(errors[0].help.as_deref(), Some(format!("did you mean `# language: {meant}?").as_str()));
    }
}

#[test]
fn errors_come_in_the_order_of_their_lines() {
    let text = format!("{STEP}| a | b |\n| c |\nWhn y\n@a b\nScenario: t\n");
    let lines: Vec<_> = errors(&text).iter().map(|error| error.line).collect();
    assert_eq!(lines, [5, 6, 7, 7]);
}

#[test]
fn a_file_that_is_no_feature_is_not_reported_to_its_end() {
    assert_eq!(errors(&"noise\n".repeat(100_000)).len(), 100);
}
