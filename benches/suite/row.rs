use super::generate::Kind;
use super::measure::Measurement;
use super::runners::Tally;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Instant;

/// A runner as a table names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Row {
    /// One of this program's.
    Own { runner: String, jobs: usize },
    /// Somebody else's: a shell command that runs the features of `$SUITE`.
    Peer { name: String, command: String },
}

impl Row {
    /// `ours:2`, `stock`, or `NAME=COMMAND`.
    pub(crate) fn named(text: &str) -> Result<Self, String> {
        if let Some((name, command)) = text.split_once('=') {
            return Ok(Self::Peer { name: name.to_owned(), command: command.to_owned() });
        }
        let (runner, jobs) = text.split_once(':').unwrap_or((text, "1"));
        let jobs = jobs.parse().map_err(|_| format!("\"{text}\" does not end in a number of threads"))?;
        Ok(Self::Own { runner: runner.to_owned(), jobs })
    }

    /// What stands in the table.
    pub(crate) fn label(&self) -> String {
        match self {
            Self::Own { runner, .. } if runner == "stock" => "cucumber-rs as it comes".to_owned(),
            Self::Own { runner, jobs: 1 } => format!("{runner}, 1 thread"),
            Self::Own { runner, jobs } => format!("{runner}, {jobs} threads"),
            Self::Peer { name, .. } => name.clone(),
        }
    }

    /// Runs it once, in a process of its own.
    pub(crate) fn measure(&self, kind: Kind, folder: &Path) -> Result<Measurement, String> {
        match self {
            Self::Own { runner, jobs } => {
                let program = std::env::current_exe().map_err(|error| format!("this program: {error}"))?;
                let output = Command::new(program)
                    .args(["run", kind.name(), runner])
                    .arg(folder)
                    .args(["--jobs", &jobs.to_string()])
                    .output()
                    .map_err(|error| format!("this program cannot be run: {error}"))?;
                let measured: Measurement = succeeded(&output)?.parse()?;
                measured.check().map(|()| measured)
            }
            Self::Peer { command, .. } => peer(command, folder),
        }
    }
}

/// What `/usr/bin/time` says of a command. Its exit code says whether all passed; how many there are, the other rows know.
fn peer(command: &str, folder: &Path) -> Result<Measurement, String> {
    let started = Instant::now();
    let output = Command::new("/usr/bin/time")
        .args(["-f", "cpu %U %S %M", "sh", "-c", command])
        .env("SUITE", folder)
        .output()
        .map_err(|error| format!("/usr/bin/time cannot be run: {error}"))?;
    let wall = started.elapsed().as_secs_f64();
    succeeded(&output)?;
    let told = String::from_utf8_lossy(&output.stderr);
    let numbers: Vec<f64> = told
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("cpu "))
        .map(|line| line.split(' ').filter_map(|number| number.parse().ok()).collect())
        .unwrap_or_default();
    let [user, system, kib] = numbers[..] else { return Err(format!("/usr/bin/time says `{}`", told.trim())) };
    Ok(Measurement { wall, cpu: user + system, peak: kib / 1024.0, tally: Tally::default() })
}

/// What a command printed, or the last line of what it complained of.
fn succeeded(output: &Output) -> Result<String, String> {
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let told = String::from_utf8_lossy(&output.stderr);
    Err(told.trim().lines().last().map_or_else(|| output.status.to_string(), str::to_owned))
}

#[test]
fn rows_are_read_as_the_command_line_says_them() {
    for (text, label) in
        [("ours:2", "ours, 2 threads"), ("loop", "loop, 1 thread"), ("stock", "cucumber-rs as it comes"), ("a b=c d=e", "a b")]
    {
        assert_eq!(Row::named(text).map(|row| row.label()), Ok(label.to_owned()));
    }
    assert!(Row::named("ours:two").is_err());
}

#[cfg(target_os = "linux")]
#[test]
fn a_command_that_fails_measures_nothing() {
    if Path::new("/usr/bin/time").exists() {
        assert!(peer("exit 0", Path::new(".")).is_ok_and(|measured| measured.peak > 0.0));
        assert!(peer("echo no >&2; exit 1", Path::new(".")).is_err());
    } else {
        println!("no /usr/bin/time: peers are not measured here");
    }
}
