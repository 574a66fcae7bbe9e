//! The sample extension's server, as `cargo test` builds it.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// A server that ends with the value.
pub(crate) struct Sample(Child);

impl Sample {
    /// Starts it at a port, and waits until it listens.
    pub(crate) fn start(port: u16, desk: &str) -> Self {
        let tests = std::env::current_exe().expect("a test has a path");
        let target = tests.parent().and_then(|deps| deps.parent()).expect("target/debug");
        let mut command = Command::new(target.join("examples").join("chat-channel"));
        command.args([&format!("127.0.0.1:{port}"), desk]).stdout(Stdio::piped());
        let mut child =
            command.spawn().expect("`cargo test` builds examples: with --test endpoint alone, run `cargo build --examples` before");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("its address");
        assert_eq!(line.trim(), format!("127.0.0.1:{port}"));
        Self(child)
    }
}

impl Drop for Sample {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
