//! The same definitions for other runners.

use super::{Body, Definition, GIVENS, Part, THENS, WHENS};
use std::fmt::Write as _;

/// What lies beside the features for the other runners: names and texts. behave looks for `environment.py` and `steps/` above the features.
pub(super) fn files() -> Vec<(String, String)> {
    let files = [
        ("cucumber-js/world.js", include_str!("../../peers/cucumber-js/world.js").to_owned()),
        ("cucumber-js/definitions.js", cucumber_js()),
        ("environment.py", include_str!("../../peers/behave/environment.py").to_owned()),
        ("bare.py", include_str!("../../peers/behave/bare.py").to_owned()),
        ("steps/definitions.py", behave()),
    ];
    files.map(|(name, text)| (name.to_owned(), text)).into()
}

fn all() -> impl Iterator<Item = &'static Definition> {
    GIVENS.iter().chain(WHENS).chain(THENS)
}

fn cucumber_js() -> String {
    let mut out = "const { Given, When, Then } = require('@cucumber/cucumber');\nrequire('./world.js');\n\n".to_owned();
    for definition in all() {
        let mut names = arguments(definition);
        let (keyword, expression, body, key) = (capital(definition.keyword), definition.expression, definition.body, definition.key);
        if definition.below() != Body::Nothing {
            names.push("below".to_owned());
        }
        let taken = names.join(", ");
        names.insert(0, format!("'{key}'"));
        let _ = writeln!(out, "{keyword}('{expression}', function ({taken}) {{ this.{body}({}); }});", names.join(", "));
    }
    out
}

fn behave() -> String {
    let mut out = "from behave import given, then, when\n".to_owned();
    for (number, definition) in all().enumerate() {
        let mut names = arguments(definition);
        let taken = names.iter().fold("context".to_owned(), |taken, name| format!("{taken}, {name}"));
        names.insert(0, format!("'{}'", definition.key));
        match definition.below() {
            Body::Nothing => {}
            Body::Table => names.push("context.table".to_owned()),
            Body::Json => names.push("context.text".to_owned()),
        }
        let (keyword, body, passed) = (definition.keyword, definition.body, names.join(", "));
        let _ = write!(out, "\n\n@{keyword}('{}')\ndef step_{number}({taken}):\n    context.bare.{body}({passed})\n", pattern(definition));
    }
    out
}

/// The expression in the syntax of Python's `parse`.
fn pattern(definition: &Definition) -> String {
    let mut names = arguments(definition).into_iter();
    let mut name = || names.next().unwrap_or_default();
    let part = |part| match part {
        Part::Text(text) => text.to_owned(),
        Part::String => format!("\"{{{}}}\"", name()),
        Part::Int => format!("{{{}:d}}", name()),
        Part::Float => format!("{{{}:g}}", name()),
    };
    definition.parts().into_iter().map(part).collect()
}

fn arguments(definition: &Definition) -> Vec<String> {
    let parameters = definition.parts().into_iter().filter(|part| !matches!(part, Part::Text(_))).count();
    (0..parameters).map(|number| format!("argument_{number}")).collect()
}

fn capital(keyword: &str) -> &'static str {
    match keyword {
        "given" => "Given",
        "when" => "When",
        _ => "Then",
    }
}

#[test]
fn definitions_are_said_as_each_runner_wants_them() {
    let (js, python) = (cucumber_js(), behave());
    for line in [
        "When('{int} seconds pass', function (argument_0) { this.act_by('pass', argument_0); });",
        "Then('the ticket payload should equal:', function (below) { this.expect_json('ticket payload', below); });",
    ] {
        assert!(js.lines().any(|other| other == line), "{line}");
    }
    for line in [
        "@given('custom field \"{argument_0}\" holds \"{argument_1}\"')",
        "@then('the satisfaction score should be {argument_0:g}')",
        "    context.bare.set_rows('settings', context.table)",
    ] {
        assert!(python.lines().any(|other| other == line), "{line}");
    }
    assert_eq!(js.lines().count() - 3, all().count());
}
