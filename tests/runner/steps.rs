//! What step definitions can be, and what matches them.

use crate::bench::{Ran, jobs, plan, run, steps, titles};
use cucumber::gherkin::Step;
use cucumber::{Parameter, World, given, then, when};
use deskspec::record::Fault;
use deskspec::record::Status::{Ambiguous, Failed, Passed, Pending, Skipped, Undefined};
use deskspec::run::{Runner, pending, skip};
use std::num::ParseIntError;
use std::panic::panic_any;
use std::str::FromStr;
use std::time::Duration;

#[derive(Debug, Default, World)]
struct Notes {
    told: Vec<String>,
}

impl Notes {
    fn tell(&mut self, what: impl ToString) {
        self.told.push(what.to_string());
    }
}

#[derive(Debug, Clone, Copy, Parameter)]
#[param(name = "flavour", regex = "sweet|sour")]
enum Flavour {
    Sweet,
    Sour,
}

impl FromStr for Flavour {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "sweet" => Ok(Self::Sweet),
            _ => Ok(Self::Sour),
        }
    }
}

/// A type whose expression lets more through than the type takes.
#[derive(Debug, Clone, Copy, Parameter)]
#[param(name = "small", regex = r"\d+")]
struct Small(u8);

impl FromStr for Small {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        text.parse().map(Self)
    }
}

#[then(expr = "the notes are {string}")]
fn the_notes(notes: &mut Notes, expected: String) {
    assert_eq!(notes.told.join("|"), expected);
}

#[then("these are the notes")]
fn these_notes(notes: &mut Notes, #[step] step: &Step) {
    assert_eq!(Some(notes.told.join("|")), step.docstring);
}

#[when("it sleeps")]
async fn sleeps(notes: &mut Notes) {
    tokio::time::sleep(Duration::from_millis(3)).await;
    notes.tell("slept");
}

#[when("it spawns")]
async fn spawns(notes: &mut Notes) {
    let (ask, asked) = tokio::sync::oneshot::channel();
    let task = tokio::spawn(async move { asked.await.map(|number: u32| number + 1) });
    tokio::task::yield_now().await;
    ask.send(6).expect("it is asked");
    notes.tell(task.await.expect("no panic").expect("an answer"));
}

#[when("it spawns a panic")]
async fn spawns_a_panic(_: &mut Notes) {
    let joined = tokio::spawn(async { std::panic::resume_unwind(Box::new("quietly")) }).await;
    joined.expect("a task");
}

#[given("it returns an error")]
fn returns_an_error(_: &mut Notes) -> Result<(), String> {
    Err("no milk\nno tea".into())
}

#[given("it awaits an error")]
async fn awaits_an_error(_: &mut Notes) -> Result<(), std::io::Error> {
    tokio::task::yield_now().await;
    Err(std::io::Error::other("no sugar"))
}

#[given("it returns")]
fn returns(notes: &mut Notes) -> Result<(), String> {
    notes.tell("ok");
    Ok(())
}

#[given("it panics with a number")]
fn panics_with_a_number(_: &mut Notes) {
    panic_any(7);
}

#[when("these are noted")]
fn noted(notes: &mut Notes, #[step] step: &Step) {
    let rows = step.table.iter().flat_map(|table| &table.rows);
    let rows: Vec<_> = rows.map(|row| row.join(",")).collect();
    notes.told.extend(rows);
    notes.told.extend(step.docstring.clone());
}

#[when(expr = "{int} of {word} is noted")]
async fn noted_too(notes: &mut Notes, step: &Step, count: usize, what: String) {
    let cells = step.table.as_ref().map_or(0, |table| table.rows.concat().len());
    notes.tell(format!("{count} {what} {cells} {:?} {}", step.ty, step.value));
}

#[when(expr = "it tastes {flavour}")]
fn tastes(notes: &mut Notes, flavour: Flavour) {
    notes.tell(format!("{flavour:?}"));
}

#[when(expr = "{small} is small")]
fn is_small(notes: &mut Notes, small: Small) {
    notes.tell(small.0);
}

#[when(expr = "{string} is quoted")]
fn quoted(notes: &mut Notes, text: String) {
    notes.tell(text);
}

#[when(regex = r"^(\d+) and (?P<other>\w+)(?: and (\w+))?$")]
fn matched(notes: &mut Notes, number: u32, other: String, third: String) {
    notes.tell(format!("{number},{other},{third}"));
}

#[when(regex = r"^all of (\w+), (\w+), (\w+)$")]
fn all(notes: &mut Notes, words: &[String]) {
    notes.tell(words.join(","));
}

#[given("it is both")]
#[when("it is both")]
fn both(notes: &mut Notes) {
    notes.tell("both");
}

#[given("the kettle is on")]
fn kettle_on(notes: &mut Notes) {
    notes.tell("it is");
}

#[when("the kettle is on")]
fn put_kettle_on(notes: &mut Notes) {
    notes.tell("put on");
}

#[given("it is ambiguous")]
fn one(_: &mut Notes) {}

#[given("it is ambiguous")]
fn other(_: &mut Notes) {}

#[given("it waits for its author")]
async fn waits(_: &mut Notes) {
    tokio::task::yield_now().await;
    deep(&|| pending("the author is on leave"));
}

#[given("it does not apply")]
async fn does_not_apply(_: &mut Notes) {
    tokio::time::sleep(Duration::from_millis(1)).await;
    deep(&|| skip("no kettle"));
}

#[given("it catches its own panic")]
fn catches(notes: &mut Notes) {
    let panic = std::panic::catch_unwind(|| panic!("caught")).err();
    notes.tell(panic.is_some());
}

fn deep(end: &dyn Fn()) {
    let inner = || end();
    inner();
}

fn ran(steps: &str) -> Ran {
    let text = format!("Feature: f\n  Scenario: s\n{steps}");
    run(Runner::<Notes>::new().options(jobs(1)), &plan(&text))
}

#[test]
fn steps_of_all_kinds_pass() {
    let cases = [
        ("When it sleeps\n* it sleeps", "slept|slept"),
        ("When it spawns", "7"),
        ("Given it returns", "ok"),
        ("When these are noted\n| a | b \\| c |\n| d |  |", "a,b | c|d,"),
        ("When these are noted\n\"\"\"\n x\n\n y\n\"\"\"", " x\n\n y"),
        ("Given 3 of tea is noted\n|1|2|\n|3|4|", "3 tea 4 Given 3 of tea is noted"),
        ("Then 3 of tea is noted", "3 tea 0 Then 3 of tea is noted"),
        ("When it tastes sweet\nAnd it tastes sour", "Sweet|Sour"),
        ("When 255 is small", "255"),
        (r#"When "say \"hi\"" is quoted"#, r#"say "hi""#),
        ("When 'it\\'s' is quoted\nAnd \"\" is quoted", "it's|"),
        ("When 3 and cups\nAnd 3 and cups and plates", "3,cups,|3,cups,plates"),
        ("When all of a, b, c", "a,b,c"),
        ("Given it is both\nWhen it is both\nThen it is both\n* it is both", "both|both|both|both"),
        ("Given the kettle is on\nWhen the kettle is on", "it is|put on"),
        ("Given it catches its own panic", "true"),
    ];
    for (steps, notes) in cases {
        let text = format!("{steps}\nThen these are the notes\n\"\"\"\n{notes}\n\"\"\"\n");
        let ran = ran(&text);
        assert_eq!(titles(&ran.records[0].failures), Vec::<&str>::new(), "{steps}");
        assert_eq!(ran.records[0].status, Passed, "{steps}");
    }
}

#[test]
fn steps_fail_in_their_own_words() {
    let cases = [
        ("it returns an error", "no milk", &["no tea"][..]),
        ("it awaits an error", "no sugar", &[]),
        ("it panics with a number", "a panic without a message", &[]),
        ("it spawns a panic", "a task: ", &[]),
        ("the notes are \"something\"", "assertion `left == right` failed", &["  left: \"\"", " right: \"something\""]),
    ];
    for (text, title, details) in cases {
        let ran = ran(&format!("* {text}\n"));
        let [failure] = ran.records[0].failures.as_slice() else { panic!("one failure: {:?}", ran.records[0]) };
        assert!(failure.title.starts_with(title), "{text}: {failure:?}");
        assert_eq!(failure.details[..details.len()], *details, "{text}");
        assert_eq!((failure.fault, failure.labels[0].line, ran.records[0].status), (Fault::Unmet, 3, Failed));
    }
    // Where in whose source.
    let ran = ran("* it returns an error\n");
    assert!(ran.records[0].failures[0].details[1].contains("steps.rs:"), "{:?}", ran.records[0].failures);
}

#[test]
fn a_value_that_does_not_fit_its_type_fails_the_step() {
    let ran = ran("* 256 is small\n* it returns\n");
    assert_eq!(steps(&ran.records[0]), [Failed, Skipped]);
    assert!(ran.records[0].failures[0].title.contains("can not be parsed to"), "{:?}", ran.records[0].failures);
}

#[test]
fn a_step_can_end_itself() {
    for (text, status, failures) in
        [("it waits for its author", Pending, vec!["the author is on leave"]), ("it does not apply", Skipped, vec![])]
    {
        let ran = ran(&format!("* it returns\n* {text}\n* it returns\n"));
        let record = &ran.records[0];
        assert_eq!((record.status, steps(record)), (status, vec![Passed, status, Skipped]));
        assert_eq!(titles(&record.failures), failures);
        assert_eq!(ran.run.summary.failed(), u32::from(status == Pending));
    }
}

#[test]
fn what_nobody_or_two_define_runs_nothing() {
    for (text, status) in [("it is not there", Undefined), ("it is ambiguous", Ambiguous)] {
        let ran = ran(&format!("* it returns\n* {text}\n* it returns\n* {text}\n"));
        let record = &ran.records[0];
        assert_eq!((record.status, steps(record)), (status, vec![Skipped, status, Skipped, status]));
        let lines: Vec<_> = record.failures.iter().map(|failure| failure.labels[0].line).collect();
        assert_eq!(lines, [4, 6]);
        assert!(record.failures.iter().all(|failure| failure.fault == Fault::Feature));
    }
    let ran = ran("* it is not ther\n");
    let failure = &ran.records[0].failures[0];
    assert!(failure.snippet.as_ref().is_some_and(|snippet| snippet.contains("fn ")), "{failure:?}");
    let ran = self::ran("* it sleep\n");
    assert_eq!(ran.records[0].failures[0].help.as_deref().map(|help| help.contains("it sleeps")), Some(true));
}
