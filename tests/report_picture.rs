//! The picture of a failure, for every kind of fault that `tests/report/run.json` has.

#[path = "report/support.rs"]
mod support;

use deskspec::clock::Instant;
use deskspec::record::{Attachment, Body, Exchange, Failure, Fault, Finding, HookRecord, Label, Place, ScenarioRecord, Severity, Status};
use deskspec::report::{Style, picture, picture_of};
use proptest::prelude::*;
use std::time::Duration;
use support::{Sample, source};
use unicode_width::UnicodeWidthChar;

fn scenario(name: &str) -> ScenarioRecord {
    Sample::read("run").scenario(name).clone()
}

fn drawn(name: &str) -> String {
    let scenario = scenario(name);
    picture_of(&scenario.failures.iter().collect::<Vec<_>>(), &scenario, &source, Style::PLAIN)
}

#[test]
fn a_mismatch_shows_the_feature_the_fixture_both_sides_and_what_happened() {
    insta::assert_snapshot!("mismatch", drawn("A closed ticket is broadcast"));
}

#[test]
fn a_long_conversation_keeps_its_beginning_and_its_end() {
    let drawn = drawn("An unresolved issue");
    insta::assert_snapshot!("not_stopped", drawn);
    assert!(drawn.contains("⋮ 24 lines between"));
    assert_eq!(drawn.matches("of a long conversation").count(), 40);
}

#[test]
fn a_vendors_defect_shows_the_line_of_javascript() {
    insta::assert_snapshot!("defect", drawn("A broken answer"));
    insta::assert_snapshot!("minified", drawn("A minified file"));
}

#[test]
fn an_undefined_step_shows_the_nearest_sentences() {
    insta::assert_snapshot!("undefined", drawn("The page opens"));
}

#[test]
fn several_failures_of_one_scenario_share_a_heading() {
    insta::assert_snapshot!("model", drawn("The model breaks"));
}

#[test]
fn wide_letters_are_underlined_and_control_characters_are_pictures_of_themselves() {
    let drawn = drawn("Größe");
    insta::assert_snapshot!("unicode", drawn);
    assert!(!drawn.chars().any(|letter| letter.is_control() && letter != '\n'));
}

#[test]
fn attempts_hooks_and_attachments_stand_in_the_picture() {
    let mut sample = Sample::read("attempts");
    let scenario = sample.scenario("A call is never noted");
    let drawn = picture_of(&scenario.failures.iter().collect::<Vec<_>>(), scenario, &source, Style::PLAIN);
    insta::assert_snapshot!("attempts", drawn);
}

#[test]
fn a_pending_step_is_no_mistake_and_what_can_be_pasted_stays_whole() {
    let mut sample = Sample::read("attempts");
    let scenario = sample.scenario("A call is held");
    let long = format!("Then \"crm\" receives \"{}\"", "call.taken ".repeat(20));
    scenario.failures[0].snippet = Some(long.clone());
    let drawn = picture(&scenario.failures[0], scenario, &source, Style::PLAIN);
    assert!(drawn.contains("\n  pending: waits for ticket 4711 of ours\n"), "{drawn}");
    assert!(drawn.lines().any(|line| line.trim_start() == long), "{drawn}");
}

#[test]
fn colours_change_nothing_but_colours() {
    let mut seen = 0;
    for scenario in [Sample::read("run"), Sample::read("attempts")].map(|sample| sample.scenarios).concat() {
        for failure in &scenario.failures {
            let colourful = picture(failure, &scenario, &source, Style { colour: true, ..Style::PLAIN });
            let plain = picture(failure, &scenario, &source, Style::PLAIN);
            assert!(colourful.contains("\u{1b}[") && !plain.contains('\u{1b}'));
            assert_eq!(bare(&colourful), plain);
            seen += 1;
        }
    }
    assert_eq!(seen, 17);
}

fn bare(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |bare, part| bare + part.split_once('m').map_or(part, |(_, rest)| rest))
}

/// Letters of every kind: half of them any at all, half of them those that matter to wrapping.
fn text(longest: usize) -> impl Strategy<Value = String> {
    const AWKWARD: [char; 8] = [' ', '\n', '\t', '漢', 'a', 'b', ',', '\u{1b}'];
    let letter = |number: u32| match number % 2 {
        0 => AWKWARD[number as usize / 2 % AWKWARD.len()],
        _ => char::from_u32(number / 2 % 0x11_0000).unwrap_or('x'),
    };
    proptest::collection::vec(any::<u32>(), 0..longest).prop_map(move |numbers| numbers.into_iter().map(letter).collect())
}

prop_compose! {
    fn label()(file in prop_oneof![Just("a.feature".to_owned()), text(200)], line in prop_oneof![0u32..6, any::<u32>()],
               column in prop_oneof![0u32..40, any::<u32>()], length in prop_oneof![0u32..40, any::<u32>()], text in text(300)) -> Label {
        Label { file, line, column, length, text }
    }
}

prop_compose! {
    fn failure()(title in text(300), details in proptest::collection::vec(text(200), 0..3), labels in proptest::collection::vec(label(), 0..5),
                 picture in proptest::option::of(text(300)), help in proptest::option::of(text(200))) -> Failure {
        Failure { fault: Fault::Unmet, title, details, labels, picture, help, snippet: None, masked: Vec::new() }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn no_line_is_wider_than_120_columns_whatever_vendors_and_authors_write(
        failure in failure(), name in text(200), who in text(60), what in text(400), rule in proptest::option::of(text(40)), at in any::<i64>(),
        source in text(400), width in any::<usize>(), flaky in any::<bool>(),
    ) {
        let mut scenario = scenario("A closed ticket");
        scenario.exchange = vec![Exchange { at: Instant(at), who, what, rule: rule.clone() }; 3];
        let place = Place { file: name.clone(), line: 1, column: 1 };
        scenario.findings = vec![Finding { severity: Severity::Note, rule, extension: name.clone(), location: name.clone(), text: name.clone(), help: None, at: Some(place) }];
        let attachment = |media_type: &str| Attachment { media_type: media_type.into(), body: Body::Text(source.clone()), file_name: Some(name.clone()) };
        scenario.steps[0].attachments = [Attachment::LOG, Attachment::LINK, &name].map(attachment).to_vec();
        let hook = HookRecord { name: name.clone(), status: Status::Failed, took: Duration::ZERO, attachments: scenario.steps[0].attachments.clone() };
        scenario.before = vec![hook; 2];
        (scenario.retried, scenario.flaky) = (vec![Failure::new(Fault::Unmet, name.clone()); 2], flaky);
        scenario.uri = name.as_str().into();
        scenario.name = name;
        let drawn = picture(&failure, &scenario, &|file| (file == "a.feature").then(|| source.clone()), Style { colour: false, width, quiet: false });
        for line in drawn.lines() {
            let columns: usize = line.chars().map(|letter| letter.width().unwrap_or(0)).sum();
            prop_assert!(columns <= 120, "{columns}: {line:?}");
            prop_assert!(!line.chars().any(char::is_control), "{line:?}");
        }
    }
}
