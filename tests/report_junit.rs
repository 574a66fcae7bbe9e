//! JUnit XML: both schemas, every ending, and any text whatever.

#[path = "report/hostile.rs"]
mod hostile;
#[path = "report/support.rs"]
mod support;

use deskspec::record::{Attachment, Body, Fault, RunRecord, Status};
use deskspec::report::Sources;
use hostile::hostile;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};
use support::{Sample, source};

fn junit(sample: &Sample, sources: &Sources, started: Option<SystemTime>) -> String {
    let mut out = Vec::new();
    deskspec::report::junit(&sample.run, &sample.scenarios, sources, started, &mut out).expect("memory can be written");
    String::from_utf8(out).expect("a report is UTF-8")
}

fn empty() -> Sample {
    Sample { run: RunRecord::default(), scenarios: Vec::new() }
}

/// Each element's name with its attributes, in document order. Fails on anything that is not well-formed.
fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut out, mut depth) = (Vec::new(), 0);
    loop {
        match reader.read_event().expect("the report is well-formed") {
            Event::Eof => break,
            Event::End(_) => depth -= 1,
            Event::Text(text) => assert!(depth > 0 || text.trim().is_empty()),
            event @ (Event::Start(_) | Event::Empty(_)) => {
                depth += i32::from(matches!(event, Event::Start(_)));
                let (Event::Start(tag) | Event::Empty(tag)) = event else { unreachable!("the arm above says so") };
                let attributes = tag.attributes().map(|attribute| {
                    let attribute = attribute.expect("an attribute is well-formed");
                    let value = attribute.value.clone().into_owned();
                    assert!(!value.contains('<'), "{value}");
                    (attribute.key.as_ref().to_owned(), value)
                });
                out.push((tag.name().as_ref().to_owned(), attributes.collect()));
            }
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    out
}

fn attribute<'a>(element: &'a (String, Vec<(String, String)>), name: &str) -> &'a str {
    element.1.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

#[test]
fn suites_are_files_cases_are_scenarios_and_nothing_that_cannot_be_read_is_lost() {
    let xml = junit(&Sample::read("run"), &source, None);
    let found = elements(&xml);
    let suites: Vec<_> = found.iter().filter(|element| element.0 == "testsuite").collect();
    let counts = |suite| ["name", "tests", "failures", "errors", "skipped"].map(|name| attribute(suite, name).to_owned());
    assert_eq!(
        suites.iter().map(|suite| counts(suite)).collect::<Vec<_>>(),
        [
            ["features/close.feature", "5", "2", "2", "0"],
            ["features/broken.feature", "2", "2", "0", "0"],
            ["features/reopen.feature", "5", "0", "2", "1"],
            ["input", "3", "0", "3", "0"],
        ]
    );
    let kinds: Vec<_> = found.iter().filter(|it| ["failure", "error"].contains(&it.0.as_str())).map(|it| attribute(it, "type")).collect();
    assert_eq!(
        kinds,
        ["unmet", "unmet", "undefined", "feature", "extension", "extension", "undefined", "model", "input", "input", "input"]
    );
    let names: Vec<_> = found.iter().filter(|it| it.0 == "testcase").map(|it| attribute(it, "name")).collect();
    assert!(names.contains(&"Row of an outline (line 40)") && names.contains(&"Row of an outline (line 41)"), "{names:?}");
    assert!(names.contains(&"A closed ticket is broadcast"));
    assert!(xml.contains("the option `shards` is not known"), "a warning of a file that is no feature is kept");
    assert!(xml.contains("warning: crm at desk.ticket.detail.rightpanel"), "findings are kept");
}

#[test]
fn attempts_hooks_attachments_and_an_interrupted_run_are_told() {
    let mut sample = Sample::read("attempts");
    let logs = &mut sample.scenario("A call is never noted").steps[1].attachments;
    logs.truncate(3);
    let xml = junit(&sample, &source, None);
    insta::assert_snapshot!("attempts", xml);
}

#[test]
fn a_log_that_a_picture_folds_is_whole_in_the_output() {
    let mut sample = Sample::read("attempts");
    let log =
        |number| Attachment { media_type: Attachment::LOG.into(), body: Body::Text(format!("line {number} of the log")), file_name: None };
    sample.scenario("A call is never noted").steps[1].attachments = (0..500).map(log).collect();
    let xml = junit(&sample, &source, None);
    let (_, output) = xml.split_once("<system-out>").expect("the first suite has output");
    assert!((0..500).all(|number| output.contains(&format!("log: line {number} of the log\n"))));
}

#[test]
fn a_run_that_was_to_end_early_is_no_error() {
    let run = RunRecord { not_run: 3, ..RunRecord::default() };
    let xml = junit(&Sample { run, scenarios: Vec::new() }, &source, None);
    let found = elements(&xml);
    let skipped = found.iter().find(|element| element.0 == "skipped").expect("it is told");
    assert_eq!(attribute(skipped, "message"), "3 scenarios were not run");
}

#[test]
fn an_empty_run_is_a_report_too() {
    assert_eq!(junit(&empty(), &source, None), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites/>\n");
}

#[test]
fn a_broken_model_outweighs_what_was_not_as_expected() {
    let mut sample = Sample::read("run");
    sample.scenarios.retain(|scenario| scenario.failures.iter().any(|failure| failure.fault == Fault::Model));
    sample.run.errors.clear();
    let xml = junit(&sample, &source, None);
    assert!(xml.contains("<error message=\"a bug of deskspec: our own model broke the catalogue\" type=\"model\">"), "{xml}");
}

#[test]
fn the_time_of_day_is_the_callers() {
    let xml = junit(&Sample::read("run"), &source, Some(SystemTime::UNIX_EPOCH + Duration::from_millis(1_767_603_600_999)));
    assert_eq!(xml.matches("timestamp=\"2026-01-05T09:00:00\"").count(), 4);
    let xml = junit(&Sample::read("run"), &source, Some(SystemTime::UNIX_EPOCH - Duration::from_secs(100_000_000_000)));
    assert_eq!(xml.matches("timestamp=\"1970-01-01T00:00:00\"").count(), 4);
    assert_eq!(junit(&Sample::read("run"), &source, None), junit(&Sample::read("run"), &source, None));
}

#[test]
fn the_report_is_valid_against_both_schemas() {
    let schemas = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/report-schemas");
    let schemas = ["jenkins-junit-10.xsd", "windyroad-JUnit.xsd"].map(|name| schemas.join(name));
    if !schemas.iter().all(|schema| schema.exists()) || Command::new("xmllint").arg("--version").output().is_err() {
        println!("skipped: xmllint or ../shared/corpus/report-schemas is not here");
        return;
    }
    let folder = std::env::temp_dir().join(format!("deskspec-report-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the temporary folder can be written");
    let mut samples = vec![("empty".to_owned(), empty())];
    for name in ["run", "attempts"] {
        let sample = Sample::read(name);
        let broken = hostile(&sample, " \u{0}\t\n\r<&>\"']]>\u{fffe}\u{85}\u{2028}漢  ");
        let nameless = hostile(&sample, "");
        samples.extend([("", sample), ("hostile", broken), ("nameless", nameless)].map(|(how, sample)| (format!("{name}{how}"), sample)));
    }
    for (name, sample) in samples {
        let file = folder.join(format!("{name}.xml"));
        std::fs::write(&file, junit(&sample, &source, None)).expect("the temporary folder can be written");
        schemas.iter().for_each(|schema| validate(schema, &file));
    }
    std::fs::remove_dir_all(&folder).expect("the folder was made above");
}

fn validate(schema: &Path, file: &Path) {
    let output = Command::new("xmllint").args(["--nonet", "--noout", "--schema"]).args([schema, file]).output().expect("xmllint runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn any_text_gives_well_formed_xml(letters in proptest::collection::vec(prop_oneof![any::<char>(), proptest::char::range('\0', '\u{a0}')], 0..60), name in prop_oneof![Just("run"), Just("attempts")]) {
        let text: String = letters.into_iter().collect();
        let sample = hostile(&Sample::read(name), &text);
        let xml = junit(&sample, &|_| Some(text.clone()), None);
        let cases = elements(&xml).iter().filter(|element| element.0 == "testcase").count();
        prop_assert_eq!(cases, sample.scenarios.len() + sample.run.errors.len() + sample.run.failures.len() + usize::from(sample.run.interrupted));
        let skipped = sample.scenarios.iter().filter(|scenario| scenario.status == Status::Skipped).count();
        prop_assert_eq!(xml.matches("<skipped ").count(), skipped);
        let legal = |letter: char| letter == '\n' || (letter >= ' ' && !matches!(letter, '\u{fffe}' | '\u{ffff}'));
        prop_assert!(xml.chars().all(legal));
    }
}
