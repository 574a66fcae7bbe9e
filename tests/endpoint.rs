//! The vendor's real server: what Desk sends to it, what it may answer, and what it asks of Desk.

#[path = "endpoint/cli.rs"]
mod cli;
#[path = "endpoint/desk.rs"]
mod desk;
#[path = "endpoint/later.rs"]
mod later;
#[path = "endpoint/sample.rs"]
mod sample;
#[path = "endpoint/servers.rs"]
mod servers;
#[path = "cli/support.rs"]
mod support;
#[path = "endpoint/told.rs"]
mod told;

use desk::{network, play, play_one, setup, why};
use deskspec::extension::endpoint::{Line, Network};
use deskspec::extension::{NoAnswer, Outgoing, Server as _};
use deskspec::host::{Request, ServiceAnswer};
use deskspec::record::{Fault, ScenarioRecord};
use sample::Sample;
use serde_json::json;
use servers::{ask, json as answer, nobody, server, write};
use std::fs;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

const MINUTE: Duration = Duration::from_secs(60);

/// Plays the feature of the sample extension; its server is there, or is not.
fn sample(there: bool) -> Vec<ScenarioRecord> {
    let port = nobody();
    let network = network(port, MINUTE);
    let server = there.then(|| Sample::start(port, &format!("http://{}", network.address())));
    let setup = setup(network);
    let feature = fs::read_to_string("features/sync/chat-channel.feature").expect("the feature");
    let records = play("features/sync/chat-channel.feature", &feature, &Arc::new(setup), MINUTE);
    drop(server);
    assert!(records.len() > 2, "the scenarios are gone");
    records
}

/// The same feature runs in a plain run, where its sentences play the server.
#[test]
fn a_message_becomes_a_ticket_and_the_reply_reaches_the_chat() {
    let failed: Vec<_> = sample(true).iter().filter(|record| record.failed()).map(why).collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn without_its_server_the_same_feature_fails() {
    for record in sample(false) {
        assert!(why(&record).contains("the answer of the server of \"chat\" to channel.pull is missing"), "{}", why(&record));
        assert!(why(&record).contains("cannot be reached"), "{}", why(&record));
    }
}

#[test]
fn desk_sends_what_the_documents_say_to_the_host_that_was_named() {
    let (tell, told) = mpsc::channel();
    let tell = Mutex::new(tell);
    let (port, _) = server(move |came, stream| {
        let headers = came.headers.join("\n").to_ascii_lowercase();
        tell.lock().expect("nothing panics here").send((came.line.clone(), headers, came.body.clone())).expect("the test waits");
        write(stream, &answer("200 OK", r#"{"data": {}}"#));
    });
    let record = play_one(port, "When 4 minutes pass\nThen the pull of \"chat\" brings nothing new", MINUTE);
    assert!(!record.failed(), "{}", why(&record));
    let (line, headers, body) = told.recv().expect("one request");
    assert!(line.starts_with("POST /pull?securityContext=") && line.contains("&orgId="), "{line}");
    assert!(headers.contains("content-type: application/json") && headers.contains(&format!("host: 127.0.0.1:{port}")), "{headers}");
    assert_eq!(body, r#"{"channelState":""}"#);
}

const PROMISE: &str = r#"And the channel of "chat" answers the pull with "chat-channel/first-pull"
When 4 minutes pass
Then Desk has 1 ticket"#;

#[test]
fn a_server_may_say_more_than_the_feature() {
    let mut pull: serde_json::Value =
        serde_json::from_str(&fs::read_to_string("fixtures/chat-channel/first-pull.json").expect("it")).expect("JSON");
    pull["data"]["tickets"][0]["priority"] = "High".into();
    let (port, _) = server(move |_, stream| write(stream, &answer("200 OK", &pull.to_string())));
    let record = play_one(port, PROMISE, MINUTE);
    assert!(!record.failed(), "{}", why(&record));
}

#[test]
fn a_server_that_answers_otherwise_fails_the_scenario_with_a_picture() {
    let pull = fs::read_to_string("fixtures/chat-channel/first-pull.json").expect("it").replace("does not charge\"", "is broken\"");
    let (port, _) = server(move |_, stream| write(stream, &answer("200 OK", &pull)));
    let record = play_one(port, PROMISE, MINUTE);
    let [failure] = record.failures.as_slice() else { panic!("one failure: {}", why(&record)) };
    let title =
        "the answer of the server of \"chat\" to channel.pull is not what fixtures/chat-channel/first-pull.json says: 2 values differ";
    assert_eq!((failure.fault, failure.title.as_str()), (Fault::Unmet, title));
    let files: Vec<_> = failure.labels.iter().map(|label| (label.file.as_str(), label.line)).collect();
    assert_eq!(files, [("real.feature", 5), ("fixtures/chat-channel/first-pull.json", 7), ("fixtures/chat-channel/first-pull.json", 17)]);
    assert!(failure.picture.as_ref().is_some_and(|picture| picture.contains("is broken")), "{:?}", failure.picture);
}

#[test]
fn a_status_that_is_none_of_the_feature_fails_the_scenario() {
    let (port, _) = server(|_, stream| write(stream, &answer("500 Internal Server Error", r#"{"oops": 1}"#)));
    let record = play_one(port, PROMISE, MINUTE);
    let told = "the answer of the server of \"chat\" to channel.pull has the status 500, not 200; chat at channel.pull: its server's answer breaks the \
                documented shape: The channel's server answered 500. (CH-01)";
    assert_eq!(why(&record), told);
}

#[test]
fn faults_that_the_feature_says_are_played_and_nobody_is_called() {
    let (port, count) = server(|_, stream| write(stream, &answer("200 OK", r#"{"data": {}}"#)));
    let faults = r#"And the channel of "chat" answers the pull with the status 503
When 4 minutes pass
Then the pull of "chat" fails with "The channel's server answered 503."
Given the channel of "chat" answers the pull after 10 seconds with "sync/first-message"
When 4 minutes pass
Then Desk has 0 tickets
Given the channel of "chat" answers the pull with "sync/bad-id"
When 4 minutes pass
Then Desk has 1 ticket
Given the channel of "chat" never answers the pull
When 4 minutes pass
And 30 seconds pass
Then the pull of "chat" fails with "The channel's server has not answered for 30 seconds.""#;
    let record = play_one(port, faults, MINUTE);
    assert!(!record.failed(), "{}", why(&record));
    assert_eq!(count.load(Ordering::SeqCst), 0);
}

/// What a bad server does, and the reason that the pull fails with; `PORT` is its port.
fn broken(port: u16, reason: &str) {
    let reason = reason.replace("PORT", &port.to_string());
    let record =
        play_one(port, &format!("When 4 minutes pass\nThen the pull of \"chat\" fails with \"{reason}\"\nAnd Desk has 0 tickets"), MINUTE);
    assert!(!record.failed(), "{}", why(&record));
}

const SERVER: &str = "the server of \\\"chat\\\" at http://127.0.0.1:PORT";

#[test]
fn nobody_who_listens_is_told_as_such() {
    broken(nobody(), &format!("{SERVER} cannot be reached: Connection refused (os error 111)"));
}

#[test]
fn an_answer_that_is_no_http_is_none() {
    let (port, _) = server(|_, stream| write(stream, "\u{1}\u{2} what?\r\n\r\n"));
    broken(port, &format!("{SERVER} sends no answer: invalid HTTP version parsed"));
}

#[test]
fn a_connection_that_is_dropped_is_no_answer() {
    let (port, _) = server(|_, _| ());
    broken(port, &format!("{SERVER} sends no answer: connection closed before message completed"));
}

#[test]
fn a_body_that_breaks_off_is_no_answer() {
    let (port, _) = server(|_, stream| write(stream, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\": "));
    broken(port, &format!("{SERVER} breaks off its answer: end of file before message length reached"));
}

#[test]
fn a_body_without_end_is_not_read_to_its_end() {
    let (port, _) = server(|_, stream| {
        write(stream, "HTTP/1.1 200 OK\r\n\r\n");
        let block = " ".repeat(1 << 16);
        while std::io::Write::write_all(stream, block.as_bytes()).is_ok() {}
    });
    broken(port, &format!("{SERVER} answers with more than 8388608 bytes"));
}

#[test]
fn a_body_that_is_no_json_counts_for_nothing() {
    let (port, _) = server(|_, stream| write(stream, &answer("200 OK", "<html>")));
    let reason = "The answer of the channel's server counts for nothing: $: the string \\\"<html>\\\", where the documents have an object.";
    broken(port, reason);
}

#[test]
fn a_redirect_is_an_answer_and_is_not_followed() {
    let (elsewhere, count) = server(|_, stream| write(stream, &answer("200 OK", r#"{"data": {}}"#)));
    let (port, _) = server(move |_, stream| {
        write(
            stream,
            &format!("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{elsewhere}/pull\r\nContent-Length: 0\r\n\r\n"),
        );
    });
    broken(port, "The channel's server answered 307.");
    assert_eq!(count.load(Ordering::SeqCst), 0);
}

/// On the virtual clock such a server is silent, however slowly its body comes. The step comes back by itself.
#[test]
fn real_time_is_up_before_the_step_is_given_up() {
    let (port, _) = server(|_, stream| {
        write(stream, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        while std::io::Write::write_all(stream, b" ").is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    let began = Instant::now();
    let steps = "When 8 minutes pass\nThen the channel of \"chat\" has been pulled 2 times\nWhen 30 seconds pass\n\
                 Then the pull of \"chat\" fails with \"The channel's server has not answered for 30 seconds.\"";
    let record = play_one(port, steps, Duration::from_secs(2));
    assert!(!record.failed(), "{}", why(&record));
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
}

fn outgoing<'a>(context: &'a str, request: &'a Request) -> Outgoing<'a> {
    Outgoing { extension: "chat", security_context: context, request, within: 5_000 }
}

/// Desk's port, and the line of a scenario whose server has been called and has asked nothing.
fn called_once(network: &Network) -> (u16, Line) {
    let mut line = network.line();
    let request = Request { method: "GET".into(), url: "https://a.example/".into(), ..Request::default() };
    assert!(line.call(outgoing("mine", &request), &mut |_| unreachable!("nobody asks")).is_ok());
    (network.address().port(), line)
}

fn posted(context: &str, body: &str) -> String {
    let length = body.len();
    format!("POST /api/v1/x?securityContext={context} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}")
}

/// Two scenarios at a time, each with a server's question while its call is open.
#[test]
fn what_a_server_asks_while_it_is_called_goes_to_its_own_scenario() {
    let (desk_is, desk) = mpsc::channel::<u16>();
    let desk = Mutex::new(desk);
    let (port, _) = server(move |came, stream| {
        let desk = {
            let port = desk.lock().expect("nothing panics here");
            port.recv().expect("the port")
        };
        let context = came.body.trim_matches('"');
        write(stream, &answer("200 OK", &format!("{:?}", ask(desk, &posted(context, "{\"a\": 1}")))));
    });
    let network = network(port, MINUTE);
    (0..2).for_each(|_| desk_is.send(network.address().port()).expect("the server waits"));
    thread::scope(|scope| {
        for name in ["one", "other"] {
            let mut line = network.line();
            scope.spawn(move || {
                let request = Request { method: "POST".into(), url: "https://a.example/".into(), body: name.into(), ..Request::default() };
                let mut heard = Vec::new();
                let answer = line.call(outgoing(name, &request), &mut |request| {
                    heard.push((request.url.clone(), request.body.clone()));
                    ServiceAnswer::new(201, json!({"of": name}))
                });
                assert_eq!(heard, [("/api/v1/x".to_owned(), json!({"a": 1}))]);
                let answer = answer.expect("an answer").body.to_string();
                assert!(answer.contains("201 Created") && answer.contains(name), "{answer}");
            });
        }
    });
}

#[test]
fn what_a_server_asks_later_waits_for_the_next_step() {
    let (port, _) = server(|_, stream| write(stream, &answer("200 OK", "{}")));
    let network = network(port, MINUTE);
    let (desk, mut line) = called_once(&network);
    assert!(ask(desk, &posted("another", "")).starts_with("HTTP/1.1 401"), "nobody has that securityContext");
    assert!(ask(desk, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 401"), "it has none");
    let waiting = thread::spawn(move || ask(desk, &posted("mine", "")));
    let mut heard = 0;
    while heard == 0 {
        line.answer_waiting(&mut |_| {
            heard += 1;
            ServiceAnswer::new(204, serde_json::Value::Null)
        });
        thread::sleep(Duration::from_millis(5));
    }
    assert!(waiting.join().expect("it has an answer").starts_with("HTTP/1.1 204"));
    let huge = format!("POST /x?securityContext=mine HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", 1_u64 << 40);
    assert!(ask(desk, &huge).starts_with("HTTP/1.1 413"), "more than it takes");
    drop(line);
    assert!(ask(desk, &posted("mine", "")).starts_with("HTTP/1.1 401"), "its scenario is over");
}

#[test]
fn who_was_told_that_nothing_is_done_has_nothing_done() {
    let (port, _) = server(|_, stream| write(stream, &answer("200 OK", "{}")));
    let network = network(port, MINUTE);
    let (desk, mut line) = called_once(&network);
    assert!(ask(desk, &posted("mine", "")).starts_with("HTTP/1.1 503"), "no step ends");
    line.answer_waiting(&mut |_| unreachable!("who asked has gone"));
}

#[test]
fn a_network_that_is_gone_leaves_calls_without_an_answer() {
    let network = network(nobody(), Duration::from_millis(100));
    let mut line = network.line();
    drop(network);
    let request = Request { method: "GET".into(), url: "https://a.example/".into(), ..Request::default() };
    let came = line.call(outgoing("mine", &request), &mut |_| unreachable!("nobody asks"));
    assert!(matches!(came, Err(NoAnswer::Late(_))), "{came:?}");
}
