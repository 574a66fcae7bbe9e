//! The program while it runs.

use crate::support::{Project, Ran, deskspec};
use std::io::{BufReader, Read as _};
use std::process::{Child, ChildStderr, ChildStdout, Stdio};
use std::thread::{self, JoinHandle};

/// A package whose handler of `ticket.close` never comes back, and which nothing but the process' end can stop.
pub(crate) fn seeker(project: Project) -> Project {
    let sdk = "https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.js";
    let script = "ZOHODESK.extension.onload().then(function (App) { App.instance.on('ticket.close', function () {
        return 'a'.repeat(4e6).indexOf('a'.repeat(2e6) + 'b') < 0; }); });";
    project
        .file(
            "fixtures/seeker/plugin-manifest.json",
            r#"{"service": "DESK", "modules": {"widgets": [{"name": "Seeker", "location": "desk.background", "url": "/app/seeker.html"}]}}"#,
        )
        .file("fixtures/seeker/app/seeker.html", format!("<script src=\"{sdk}\"></script>\n<script>{script}</script>"))
        .file("features/hangs.feature", HANGS)
}

/// Its line 8 does not come back.
const HANGS: &str = r#"Feature: Hanging
  Scenario: before
    Given the ticket "1"
  Scenario: hangs
    Given the ticket "1"
    And the agent has the ticket "1" open
    And the extension "seeker" from "seeker"
    When the agent closes the ticket
    Then the ticket's "status" is "Closed"
  Scenario: after
    Given the ticket "1"
"#;

/// A run that was begun. What it writes to standard error is gathered meanwhile.
pub(crate) struct Running {
    child: Child,
    out: BufReader<ChildStdout>,
    seen: String,
    err: BufReader<ChildStderr>,
    complained: String,
}

impl Running {
    pub(crate) fn begin(project: &Project, args: &[&str]) -> Self {
        let mut command = deskspec(&project.path(""));
        let mut child = command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let (out, err) = (child.stdout.take().expect("a pipe"), child.stderr.take().expect("a pipe"));
        Self { child, out: BufReader::new(out), seen: String::new(), err: BufReader::new(err), complained: String::new() }
    }

    /// Waits until a line of standard error holds this.
    pub(crate) fn until_it_complains(&mut self, part: &str) {
        next_line(&mut self.err, part, &mut self.complained);
    }

    /// Sends it a signal.
    #[cfg(unix)]
    pub(crate) fn signal(&self, name: &str) {
        let sent = std::process::Command::new("kill").args([&format!("-{name}"), &self.child.id().to_string()]).status();
        assert!(sent.expect("there is kill").success(), "the program is there");
    }

    /// Waits until it hears signals.
    #[cfg(unix)]
    pub(crate) fn is_listening(&self) {
        const INTERRUPT: u64 = 1 << 1;
        let caught = |status: &str| {
            let mask = status.lines().find_map(|line| line.strip_prefix("SigCgt:"))?;
            u64::from_str_radix(mask.trim(), 16).ok()
        };
        self.until_its("status", |status| caught(status).is_some_and(|mask| mask & INTERRUPT != 0));
    }

    /// Waits until it has worked for a fifth of a second: a start takes a twentieth of that.
    #[cfg(unix)]
    pub(crate) fn has_worked(&self) {
        let ticks = |stat: &str| stat.rsplit(") ").next().and_then(|rest| rest.split(' ').nth(11)?.parse::<u64>().ok());
        self.until_its("stat", |stat| ticks(stat).is_some_and(|ticks| ticks >= 20));
    }

    #[cfg(unix)]
    fn until_its(&self, what: &str, holds: impl Fn(&str) -> bool) {
        let file = format!("/proc/{}/{what}", self.child.id());
        while !holds(&std::fs::read_to_string(&file).expect("the program is there")) {
            thread::sleep(std::time::Duration::from_millis(5));
        }
    }

    /// Waits for its end.
    pub(crate) fn ended(mut self) -> Ran {
        let mut err = self.err;
        let complained: JoinHandle<String> = thread::spawn(move || {
            let mut rest = String::new();
            err.read_to_string(&mut rest).expect("it writes UTF-8");
            rest
        });
        self.out.read_to_string(&mut self.seen).expect("it writes UTF-8");
        let code = self.child.wait().expect("it ends").code().expect("no signal ended it");
        let err = self.complained + &complained.join().expect("a text");
        Ran { code, out: self.seen, err }
    }
}

fn next_line(from: &mut impl std::io::BufRead, part: &str, seen: &mut String) {
    loop {
        let begin = seen.len();
        let read = from.read_line(seen).expect("it writes UTF-8");
        assert!(read > 0, "it ended without {part:?}:\n{seen}");
        if seen[begin..].contains(part) {
            return;
        }
    }
}
