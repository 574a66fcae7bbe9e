//! Tag expressions against the official data, and what our errors say beyond them.

use deskspec::gherkin::TagExpression;
use serde::Deserialize;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Evaluation {
    expression: String,
    tests: Vec<Test>,
}

#[derive(Deserialize)]
struct Test {
    variables: Vec<String>,
    result: bool,
}

#[derive(Deserialize)]
struct Formatting {
    expression: String,
    formatted: String,
}

#[derive(Deserialize)]
struct Fault {
    expression: String,
    error: String,
}

fn corpus<T: for<'de> Deserialize<'de>>(name: &str) -> Option<Vec<T>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/tag-expressions").join(name);
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: {} is not there", path.display());
        return None;
    };
    Some(serde_yaml::from_str(&text).expect("the data are a list"))
}

fn read(expression: &str) -> TagExpression {
    TagExpression::parse(expression).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn the_official_evaluations_come_out() {
    let Some(cases) = corpus::<Evaluation>("evaluations.yml") else { return };
    assert!(cases.len() >= 7);
    for case in cases {
        for test in &case.tests {
            let tags = test.variables.iter().map(String::as_str);
            assert_eq!(read(&case.expression).matches(tags), test.result, "{} with {:?}", case.expression, test.variables);
        }
    }
}

#[test]
fn the_official_forms_come_out() {
    let Some(cases) = corpus::<Formatting>("parsing.yml") else { return };
    assert!(cases.len() >= 20);
    for case in cases {
        assert_eq!(read(&case.expression).to_string(), case.formatted, "{}", case.expression);
        assert_eq!(read(&case.formatted).to_string(), case.formatted);
    }
}

#[test]
fn the_official_errors_come_out() {
    let Some(cases) = corpus::<Fault>("errors.yml") else { return };
    assert!(cases.len() >= 15);
    for case in cases {
        let error = TagExpression::parse(&case.expression).expect_err(&case.expression);
        assert_eq!(error.to_string(), case.error);
        assert!(error.help.is_some(), "{error} has no help");
    }
}

#[test]
fn an_unknown_operator_is_named_with_the_nearest_known_one() {
    let cases = [
        ("@a adn @b", 4, "did you mean `and`?"),
        ("@a && @b", 4, "did you mean `and`?"),
        ("@a || @b", 4, "did you mean `or`?"),
        ("@a AND @b", 4, "did you mean `and`?"),
        ("@ä , @b", 4, "did you mean `or`?"),
        ("(@a) Or @b", 6, "did you mean `or`?"),
        ("@a @b", 4, "write `and` or `or` before it"),
        ("@a not @b", 4, "write `and` or `or` before it"),
        ("@a and ", 8, "write a tag here, for example `@smoke`"),
        ("(@a", 1, "delete it, or write the `)` that closes it"),
        ("@a\\b", 3, "a backslash stands before `(`, `)`, a space or a backslash only: delete it, or double it"),
    ];
    for (expression, column, help) in cases {
        let error = TagExpression::parse(expression).expect_err(expression);
        assert_eq!((error.column, error.help.as_deref()), (column, Some(help)), "{expression}");
    }
}

#[test]
fn an_escaped_word_is_a_tag_whatever_it_spells() {
    let expression = read(r"not \\ and \(");
    assert!(expression.matches(["("]));
    assert!(!expression.matches(["(", "\\"]));
}

#[test]
fn neither_depth_nor_length_exhausts_anything() {
    let deep = 100_000;
    let nested = read(&format!("{}@a{}", "(".repeat(deep), ")".repeat(deep)));
    assert!(nested.matches(["@a"]));
    let negated = read(&format!("{}@a", "not ".repeat(deep)));
    assert!(negated.matches(["@a"]) && !negated.matches([]));
    let long = read(&vec!["@a"; deep].join(" or "));
    assert!(long.matches(["@a"]) && !long.matches(["@b"]));
    assert_eq!(read(&long.to_string()), long);
}
