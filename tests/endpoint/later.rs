//! What a server asks of Desk while nobody calls it: no step waits for it, each answers what has come by its beginning and by its end.

use crate::desk::{network, play, setup, why};
use crate::servers::{ask, json, server, write};
use deskspec::extension::Server as _;
use deskspec::host::ServiceAnswer;
use deskspec::scenario::Scenario;
use serde_json::Value;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(5);

type Kept<T> = OnceLock<Mutex<Receiver<T>>>;
/// Whether the server has asked, and what it was answered.
static ASKS: Kept<()> = OnceLock::new();
static ANSWERED: Kept<String> = OnceLock::new();

fn next<T>(kept: &Kept<T>) -> T {
    let told = kept.get().expect("the test has begun").lock().expect("nothing panics here");
    told.recv_timeout(PATIENCE).expect("it comes in time")
}

#[cucumber::when("the server asks Desk for something on its own")]
fn asks(_: &mut Scenario) {
    next(&ASKS);
    // What was written is on its way to the scenario.
    thread::sleep(Duration::from_millis(200));
}

#[cucumber::then("Desk has answered it")]
fn answered(_: &mut Scenario) {
    assert!(next(&ANSWERED).starts_with("HTTP/1.1 404"), "Desk has nothing there");
}

fn kept<T>(kept: &Kept<T>) -> Mutex<Sender<T>> {
    let (tell, told) = channel();
    assert!(kept.set(Mutex::new(told)).is_ok(), "one test keeps it");
    Mutex::new(tell)
}

#[test]
fn what_a_server_asks_on_its_own_is_answered_at_a_steps_end() {
    let (asks, answered) = (Arc::new(kept(&ASKS)), Arc::new(kept(&ANSWERED)));
    let (desk_is, desk) = channel::<u16>();
    let desk = Mutex::new(desk);
    let (port, _) = server(move |came, stream| {
        write(stream, &json("200 OK", r#"{"data": {}}"#));
        let context = came.line.split(['=', '&', ' ']).find(|word| word.len() == 64).expect("a securityContext").to_owned();
        let desk = desk.lock().expect("nothing panics here").recv().expect("the port");
        let (asks, answered) = (Arc::clone(&asks), Arc::clone(&answered));
        thread::spawn(move || {
            asks.lock().expect("nothing panics here").send(()).expect("the step waits");
            let answer = ask(desk, &asked(&context));
            answered.lock().expect("nothing panics here").send(answer).expect("the step waits");
        });
    });
    let network = network(port, PATIENCE * 4);
    desk_is.send(network.address().port()).expect("the server waits");
    let feature = r#"Feature: A real server
  Scenario: It asks on its own
    Given the extension "chat" has a channel
    When 4 minutes pass
    And the server asks Desk for something on its own
    Then Desk has answered it
"#;
    let record = play("real.feature", feature, &Arc::new(setup(network)), PATIENCE * 4).pop().expect("one scenario");
    assert!(!record.failed(), "{}", why(&record));
}

fn asked(context: &str) -> String {
    format!("GET /api/v1/x?securityContext={context} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
}

/// A server that never stops asking does not hold a step up for longer than a step may take.
#[test]
fn a_server_that_asks_without_end_holds_no_step_up() {
    let (port, _) = server(|_, stream| write(stream, &json("200 OK", "{}")));
    let network = network(port, Duration::from_secs(1));
    let (desk, mut line) = super::called_once(&network);
    for _ in 0..4 {
        thread::spawn(move || (0..400).for_each(|_| drop(ask(desk, &asked("mine")))));
    }
    thread::sleep(Duration::from_millis(200));
    let began = Instant::now();
    line.begin();
    let mut answered = 0;
    line.answer_waiting(&mut |_| {
        thread::sleep(Duration::from_millis(50));
        answered += 1;
        ServiceAnswer::new(204, Value::Null)
    });
    assert!(answered > 1 && began.elapsed() < Duration::from_secs(3), "{answered} in {:?}", began.elapsed());
}
