//! What the official parser swallows in silence is told.

use deskspec::gherkin::{parse, warnings};

/// `line:column: message; help`, one a warning.
fn told(text: &str) -> Vec<String> {
    told_of("a.feature", text)
}

fn told_of(uri: &str, text: &str) -> Vec<String> {
    let document = parse(uri, text).unwrap_or_else(|errors| panic!("{errors:?}"));
    let show = |warning: &deskspec::gherkin::Warning| {
        assert!(warning.to_string().starts_with(&format!("{uri}:{}:{}: ", warning.line, warning.column)));
        assert!(warning.help.is_some(), "{warning} has no help");
        format!("{}:{}: {}; {}", warning.line, warning.column, warning.message, warning.help.clone().unwrap_or_default())
    };
    warnings(&document).iter().map(show).collect()
}

#[test]
fn a_feature_as_it_should_be_has_none() {
    let text = "@t
Feature: The agent closes a ticket
  As an agent
  I want to see why I cannot close it, and
  when I can

  * a list in prose
  Note: prose with a colon

  Background:
    Given the ticket

  Rule: one
    The ticket is open.

    Scenario Outline: closes <what>
      Theme of the text: closing.
      There are words that look like keywords.
      Any of these, and the next.
      When the agent closes <what>
        | <who> | <b>bold</b> |
      Then it is shown
        \"\"\"html
        <p class=\"x\">text</p>
        \"\"\"

      Examples: with both
        Some text
        | what | who |
        | a    | b   |
";
    assert_eq!(told(text), [] as [&str; 0]);
}

#[test]
fn steps_before_any_scenario() {
    assert_eq!(
        told("Feature: f\n  Given x\n  | a |\n\n  Scenario: s\n    Given y\n"),
        [
            "2:3: this step is read as description, since no scenario stands above it; write `Scenario: NAME` or `Background:` above it",
            "3:3: this row of a table is read as description, since no step stands above it; write a step above it",
        ]
    );
}

#[test]
fn misspelt_keywords_that_became_description() {
    for (line, meant) in [
        ("Scenaro: x", "Scenario:"),
        ("Scenario : x", "Scenario:"),
        ("Bakground:", "Background:"),
        ("Scenario Outline x", "Scenario Outline:"),
        ("Examples", "Examples:"),
        ("Whn x", "When …"),
        ("given x", "Given …"),
        ("Given: x", "Given …"),
        ("Adn x", "And …"),
    ] {
        let found = told(&format!("Feature: f\nScenario: s\n  {line}\n  Then y\n"));
        assert_eq!(found.len(), 1, "{line}: {found:?}");
        assert!(found[0].starts_with("3:3: ") && found[0].ends_with(&format!("did you mean `{meant}`?")), "{line}: {found:?}");
    }
}

#[test]
fn headers_where_they_cannot_stand() {
    let found = told("Feature: f\nScenario: s\nBackground: b\n  Given x\n");
    let help = "move the background above the first scenario; a feature and a rule have one each";
    assert_eq!(found, [format!("3:1: `Background:` cannot stand here and is read as description; {help}")]);
}

#[test]
fn columns_and_placeholders_that_do_not_meet() {
    let text = "Feature: f
  Scenario Outline: s <name>
    Given the <sttus> and <b>
      | <nothing> |
      \"\"\"<type>
      {<staus>} <html>
      \"\"\"
    Examples:
      | status | name | spare | name | type |
      | a      | b    | c     | d    | e    |
";
    assert_eq!(
        told(text),
        [
            "3:15: the examples of line 8 have no column `sttus`; did you mean `<status>`?",
            "3:27: the examples of line 8 have no column `b`; give them a column `b`; without it `<b>` stays as it is written",
            "4:9: the examples of line 8 have no column `nothing`; give them a column `nothing`; without it `<nothing>` stays as it is written",
            "6:8: the examples of line 8 have no column `staus`; did you mean `<status>`?",
            "9:9: no step uses the column `status`; write `<status>` where the steps say `<staus>`",
            "9:25: no step uses the column `spare`; write `<spare>` where its value belongs, or delete the column",
            "9:33: the column `name` stands in this table twice: the first one counts; delete one of the two",
        ]
    );
}

#[test]
fn placeholders_of_backgrounds() {
    let text = "Feature: f
  Background:
    Given <a>, <b> and <c>

  Scenario Outline: o
    When <a>
    Examples:
      | a |
      | 1 |

  Rule: r
    Background:
      Given <a> and <b>
    Scenario Outline: p
      When <b>
      Examples:
        | b |
        | 2 |
";
    let told_for = |place: &str, name: &str| {
        let help = "move the step into the scenarios whose examples have the column";
        format!("{place}: a background is not filled in: `<{name}>` stays as it is written; {help}")
    };
    assert_eq!(told(text), [told_for("3:11", "a"), told_for("3:16", "b"), told_for("13:21", "b")]);
}

#[test]
fn misspelt_keywords_of_markdown() {
    let text = "# Feature: f

A list:
* when you read this
* Givn is a word

## Scenaro: s
## Scenario: t
* Given x
* whn y
* Whether or not
* a note
* Then z
";
    assert_eq!(
        told_of("a.feature.md", text),
        ["7:4: this line is read as prose; did you mean `Scenario:`?", "10:3: this line is read as prose; did you mean `When …`?",]
    );
}

#[test]
fn scenarios_that_do_nothing() {
    let text = "Feature: f
  Scenario: a
  Scenario Outline: b
    Given x
  Scenario Outline: c
    Given <x>
    Examples:
    Examples:
      | x |
";
    assert_eq!(
        told(text),
        [
            "2:3: this scenario has no steps; write its steps, or delete it",
            "3:3: this Scenario Outline has no examples and runs once, as it stands; write `Examples:` and a table below its steps",
            "7:5: these examples have no row of values: nothing is run for them; write a row with a value for each column below the row of the columns' names",
            "8:5: these examples have no row of values: nothing is run for them; write a row with a value for each column below the row of the columns' names",
        ]
    );
}

#[test]
fn scenarios_of_one_name() {
    let text = "Feature: f
  Scenario: a
    Given x
  Scenario: a
    Given y
  Rule: r
    Scenario: a
      Given z
";
    let help = "give the two different names, since reports know them by their names";
    assert_eq!(told(text), [format!("4:3: line 2 has a scenario of the same name, `a`; {help}")]);
}

#[test]
fn a_file_that_is_odd_all_over_is_not_told_to_its_end() {
    assert_eq!(told(&format!("Feature: f\n{}", "Scenaro: y\n".repeat(5_000))).len(), 1000);
    assert_eq!(told(&format!("Feature: f\n{}", "Scenario:\n".repeat(5_000))).len(), 1000);
}
