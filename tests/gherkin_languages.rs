//! The keywords of all languages equal those of the official list.

use deskspec::gherkin::{FeatureChild, KeywordKind, parse};
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

fn languages() -> Option<Map<String, Value>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/gherkin/gherkin-languages.json");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: {} is not there", path.display());
        return None;
    };
    serde_json::from_str(&text).expect("the list is an object")
}

fn words<'v>(language: &'v Value, role: &str) -> impl Iterator<Item = &'v str> {
    language[role].as_array().expect("a list of words").iter().filter_map(Value::as_str)
}

#[test]
fn every_keyword_of_every_language_is_read_as_what_it_is() {
    let Some(languages) = languages() else { return };
    for (code, language) in &languages {
        let first = |role: &str| words(language, role).next().expect("a keyword").to_owned();
        let given = words(language, "given").last().expect("a keyword");
        let head = format!("# language: {code}\n{}: name\n", first("feature"));
        let scenario = format!("{}: name\n", first("scenario"));
        let step = format!("{given}x\n");
        let cases = [
            ("feature", Box::new(|word: &str| format!("# language: {code}\n{word}: name\n")) as Box<dyn Fn(&str) -> String>),
            ("rule", Box::new(|word: &str| format!("{head}{word}: name\n"))),
            ("background", Box::new(|word: &str| format!("{head}{word}: name\n{step}"))),
            ("scenario", Box::new(|word: &str| format!("{head}{word}: name\n{step}"))),
            ("scenarioOutline", Box::new(|word: &str| format!("{head}{word}: name\n{step}"))),
            ("examples", Box::new(|word: &str| format!("{head}{scenario}{step}{word}: name\n|a|\n"))),
        ];
        for (role, text) in cases {
            for word in words(language, role) {
                let text = text(word);
                let document = parse("a.feature", &text).unwrap_or_else(|errors| panic!("{errors:?} in\n{text}"));
                let feature = document.feature.expect("a feature");
                assert_eq!(*feature.language, **code);
                let found = match (role, feature.children.first()) {
                    ("feature", _) => feature.keyword,
                    (_, Some(FeatureChild::Background(background))) => background.keyword.clone(),
                    (_, Some(FeatureChild::Rule(rule))) => rule.keyword.clone(),
                    ("examples", Some(FeatureChild::Scenario(scenario))) => scenario.examples[0].keyword.clone(),
                    (_, Some(FeatureChild::Scenario(scenario))) => scenario.keyword.clone(),
                    (_, None) => panic!("nothing was read in\n{text}"),
                };
                assert_eq!(&*found, word, "{role} of {code}");
            }
        }
    }
}

#[test]
fn every_step_keyword_of_every_language_has_its_kind() {
    let Some(languages) = languages() else { return };
    let roles = [
        ("given", KeywordKind::Context),
        ("when", KeywordKind::Action),
        ("then", KeywordKind::Outcome),
        ("and", KeywordKind::Conjunction),
        ("but", KeywordKind::Conjunction),
    ];
    for (code, language) in &languages {
        let head = format!("# language: {code}\n{}:\n", words(language, "feature").next().expect("a keyword"));
        let head = format!("{head}{}:\n", words(language, "scenario").next().expect("a keyword"));
        for (role, kind) in roles {
            for word in words(language, role) {
                let meanings = roles.iter().flat_map(|(role, _)| words(language, role)).filter(|other| *other == word).count();
                let document = parse("a.feature", &format!("{head}{word}\u{2022}x\n")).expect("a step");
                let feature = document.feature.expect("a feature");
                let Some(FeatureChild::Scenario(scenario)) = feature.children.first() else { panic!("no scenario in {code}") };
                let step = &scenario.steps[0];
                assert_eq!((&*step.keyword, &*step.text), (word, "\u{2022}x"), "{role} of {code}");
                assert_eq!(step.kind, if meanings > 1 { KeywordKind::Unknown } else { kind }, "{word} of {code}");
            }
        }
    }
}
