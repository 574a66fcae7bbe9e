//! `deskspec serve`: what it answers over real HTTP, how it begins and how it ends.

#[path = "serve/calls.rs"]
mod calls;
#[path = "cli/support.rs"]
mod support;

use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use support::{Project, deskspec};

const FEATURE: &str = r#"Feature: A channel
  Background:
    Given the extension "chat" has a channel

  Scenario: Begins
    Given it is "2026-02-01T10:00:00Z"
    When the agent opens the list of tickets
    Then nothing of this is played

  Scenario: Cannot begin
    Given the extension "chat" has a channel
"#;

/// A Desk that is served.
struct Served {
    child: Child,
    address: String,
}

impl Served {
    fn new(project: &Project, args: &[&str]) -> Self {
        let mut command = deskspec(&project.path(""));
        let mut child = command
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().expect("its output")).read_line(&mut line).expect("a line");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or_default().to_owned();
        Self { child, address }
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(&self.address).expect("it listens")
    }

    fn send(&self, method: &str, path: &str, headers: &str, body: &str) -> (u16, Value) {
        let mut stream = self.connect();
        let length = body.len();
        let head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n");
        // Who is turned away early may close before all is sent.
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
        answer(stream)
    }

    fn ask(&self, method: &str, path: &str, body: &str) -> (u16, Value) {
        self.send(method, path, &format!("Host: {}\r\n", self.address), body)
    }

    fn terminate(&self) {
        assert!(Command::new("kill").arg(self.child.id().to_string()).status().expect("kill runs").success());
    }

    /// Ends it, and tells what it wrote on standard error.
    fn end(mut self) -> String {
        self.terminate();
        let mut told = String::new();
        self.child.stderr.take().expect("its errors").read_to_string(&mut told).expect("text");
        assert_eq!(self.child.wait().expect("it ends").code(), Some(0), "{told}");
        told
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn answer(mut stream: TcpStream) -> (u16, Value) {
    let mut text = String::new();
    // An answer that came before all was sent may end in a reset.
    let _ = stream.read_to_string(&mut text);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    (status, serde_json::from_str(body).unwrap_or(Value::Null))
}

fn project() -> Project {
    Project::new().file("features/channel.feature", FEATURE)
}

#[test]
fn a_scenario_is_served_as_its_givens_leave_it() {
    let project = project();
    let desk = Served::new(&project, &["features/channel.feature:5"]);
    assert_eq!(desk.ask("GET", "/_deskspec/clock", ""), (200, json!({"now": "2026-02-01T10:00:00.000Z"})));
    let (status, known) = desk.ask("GET", "/_deskspec/installations", "");
    assert_eq!((status, &known["data"][0]["extension"]), (200, &json!("chat")));
    assert_eq!(known["data"][0]["securityContext"].as_str().map(str::len), Some(64));
    let told = desk.end();
    assert!(told.contains("GET /_deskspec/clock 200"), "{told}");
    assert!(!told.contains(known["data"][0]["securityContext"].as_str().expect("a token")), "{told}");
}

#[test]
fn time_moves_when_it_is_told_to() {
    let project = project();
    let desk = Served::new(&project, &[]);
    let clock = |body: &str| desk.ask("POST", "/_deskspec/clock", body);
    let now = |now: &str| (200, json!({"now": now}));
    assert_eq!(clock(r#"{"milliseconds": 240000}"#), now("2026-01-05T09:04:00.000Z"));
    assert_eq!(clock(r#"{"milliseconds": 0}"#), now("2026-01-05T09:04:00.000Z"));
    let year = 365 * 86_400_000_u64;
    let far = format!("{{\"milliseconds\": {}}}", year + 1);
    for wrong in ["", "{}", "[]", "noon", r#"{"milliseconds": -1}"#, r#"{"milliseconds": 1.5}"#, r#"{"milliseconds": 1, "to": 2}"#, &far] {
        let (status, told) = clock(wrong);
        assert_eq!((status, &told["errorCode"]), (422, &json!("INVALID_DATA")), "{wrong}");
    }
    assert_eq!(desk.ask("GET", "/_deskspec/clock", ""), now("2026-01-05T09:04:00.000Z"));
    assert_eq!(desk.ask("DELETE", "/_deskspec/clock", "").0, 405);
    assert_eq!(desk.ask("GET", "/_deskspec/other", "").0, 404);
    desk.end();
}

#[test]
fn what_is_too_much_or_not_meant_is_turned_away() {
    let project = project();
    let desk = Served::new(&project, &[]);
    let (status, told) = desk.ask("POST", "/api/v1/invoke", &"x".repeat(9 << 20));
    assert!(status == 413 && told["errorCode"] == "PAYLOAD_TOO_LARGE" || status == 0, "{status} {told}");
    let (status, told) = desk.send("GET", "/_deskspec/installations", "Host: evil.example\r\n", "");
    assert_eq!((status, &told["errorCode"]), (421, &json!("MISDIRECTED_REQUEST")));
    for host in ["localhost:1", "127.0.0.1", "[::1]:80"] {
        assert_eq!(desk.send("GET", "/_deskspec/clock", &format!("Host: {host}\r\n"), "").0, 200, "{host}");
    }
    // So many are open at once, and their bodies never come; what is open when it ends is answered.
    let open: Vec<_> = (0..64)
        .map(|_| {
            let mut stream = desk.connect();
            write!(stream, "POST /_deskspec/clock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n").expect("a request");
            stream
        })
        .collect();
    let turned_away = (0..50).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        Some(desk.ask("GET", "/_deskspec/clock", "")).filter(|(status, _)| *status == 503)
    });
    assert!(turned_away.is_some_and(|(_, told)| told["errorCode"] == "SERVICE_UNAVAILABLE"));
    desk.terminate();
    for mut stream in open {
        write!(stream, "{{}}       ").expect("the rest");
        assert_eq!(answer(stream).0, 422);
    }
    desk.end_of_itself();
}

impl Served {
    fn end_of_itself(mut self) {
        assert_eq!(self.child.wait().expect("it ends").code(), Some(0));
    }
}

#[test]
fn what_cannot_be_served_is_said() {
    let project = project();
    project.deskspec(&["serve", "features/channel.feature"]).exits(2).says(&["features/channel.feature is 2 scenarios", "FEATURE:LINE"]);
    project.deskspec(&["serve", "features/none.feature:1"]).exits(3).says(&["features/none.feature"]);
    project.deskspec(&["serve", "--listen", "here"]).exits(2).says(&["--listen"]);
    project.deskspec(&["serve", "features/channel.feature:10"]).exits(1).says(&["\"chat\" has a channel already", "channel.feature:11"]);
    let desk = Served::new(&project, &[]);
    project.deskspec(&["serve", "--listen", &desk.address]).exits(2).says(&["cannot be had", "127.0.0.1:0"]);
    desk.end();
}

/// The document names each path that the catalogue has, with its method.
#[test]
fn the_document_is_the_catalogues() {
    use deskspec::catalog::{Address, Catalog, Party};
    let project = project();
    let desk = Served::new(&project, &[]);
    let (status, document) = desk.ask("GET", "/_deskspec/openapi.json", "");
    assert_eq!((status, &document["openapi"]), (200, &json!("3.1.0")));
    for exchange in Catalog::documented().exchanges().filter(|exchange| exchange.callee == Party::Desk) {
        let Address::Path(path) = &exchange.address else { panic!("{} is Desk's, and has no path", exchange.name) };
        let path = path.replace("{{", "{").replace("}}", "}");
        let operation = &document["paths"][&path][exchange.method.to_string().to_lowercase()];
        assert_eq!(operation["operationId"], json!(exchange.name));
        let scheme = operation["security"][0].as_object().and_then(|schemes| schemes.keys().next()).expect("it is not open to everybody");
        assert_eq!(document["components"]["securitySchemes"][scheme]["in"], "header", "{scheme}");
        let headers = format!("Host: {}\r\nContent-Type: application/x-www-form-urlencoded\r\n", desk.address);
        let (status, told) = desk.send(&exchange.method.to_string(), &path, &headers, "requestType=GET");
        assert!([401, 403].contains(&status) && operation["responses"][status.to_string()].is_object(), "{path}: {status} {told}");
    }
    desk.end();
}
