//! The real program in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// How the program ended, and what it wrote.
pub(crate) struct Ran {
    /// Its exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Ran {
    /// All that a person reads, real time left out.
    pub(crate) fn told(&self) -> String {
        let out = self.out.lines().map(|line| if seconds(line) { "… s" } else { line }).collect::<Vec<_>>().join("\n");
        format!("exit {}\n{out}\n{}", self.code, self.err).trim_end().to_owned()
    }

    /// Fails unless the program ended so.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}", self.told());
        self
    }

    /// Fails unless all of `parts` were written, to either stream.
    #[track_caller]
    pub(crate) fn says(self, parts: &[&str]) -> Self {
        let told = self.told();
        parts.iter().for_each(|part| assert!(told.contains(part), "no {part:?} in:\n{told}"));
        self
    }
}

/// Whether a line of the summary is nothing but real time: `0.42 s`.
fn seconds(line: &str) -> bool {
    line.strip_suffix(" s").is_some_and(|number| number.parse::<f64>().is_ok())
}

/// The program, away from this machine's environment.
pub(crate) fn deskspec(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_deskspec"));
    command.current_dir(dir).stdin(Stdio::null());
    for name in ["CI", "NO_COLOR", "COLUMNS", "CLICOLOR_FORCE", "FORCE_COLOR"] {
        command.env_remove(name);
    }
    command
}

/// Runs it to its end.
pub(crate) fn run(command: &mut Command) -> Ran {
    let output = command.output().expect("the program starts");
    Ran {
        code: output.status.code().expect("no signal ended it"),
        out: String::from_utf8(output.stdout).expect("it writes UTF-8"),
        err: String::from_utf8(output.stderr).expect("it writes UTF-8"),
    }
}

/// A folder that is gone with the value.
pub(crate) struct Project {
    dir: PathBuf,
}

impl Project {
    /// An empty one.
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("{}-{}-{}", env!("CARGO_CRATE_NAME"), std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // What a process of the same number left behind when it was killed.
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).expect("a folder for the test");
        Self { dir }
    }

    /// Where a file of it lies.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    /// Writes a file, and the folders that it needs.
    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it lies in the project")).expect("a folder");
        fs::write(path, content).expect("a file");
        self
    }

    /// Runs the program in it.
    pub(crate) fn deskspec(&self, args: &[&str]) -> Ran {
        run(deskspec(&self.dir).args(args))
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.dir);
    }
}
