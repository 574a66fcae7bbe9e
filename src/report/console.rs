use super::ending::{ending, ink};
use super::excerpt::Sources;
use super::files::Files;
use super::picture::name;
use super::reason::STATUSES;
use super::style::Style;
use super::text::{clean, cut, pad, width};
use crate::record::{RunRecord, ScenarioRecord, Status};
use std::io::{self, Write};

/// Is told of every scenario as it ends.
pub trait Progress {
    /// A scenario ended.
    fn scenario(&mut self, scenario: &ScenarioRecord);
}

/// The console's report: a line for each feature file while the run goes on, and the whole story at its end.
///
/// A file's line is written when it is complete: when all the scenarios that [`Console::plan`] announced have ended or, without a plan, when
/// another file's scenario ends.
#[derive(Debug)]
pub struct Console<W: Write> {
    out: W,
    style: Style,
    plan: Vec<(String, usize)>,
    open: Vec<File>,
    wrote: bool,
    failed: Option<io::Error>,
}

#[derive(Debug)]
struct File {
    uri: String,
    counts: [u32; 5],
    failed: Vec<(Status, u32, String)>,
}

impl<W: Write> Console<W> {
    /// A console that writes to `out`.
    pub fn new(out: W, style: Style) -> Self {
        Self { out, style, plan: Vec::new(), open: Vec::new(), wrote: false, failed: None }
    }

    /// Announces the feature files with the number of scenarios that will end in each: names are aligned, and a file's line waits for all of them.
    #[must_use]
    pub fn plan(mut self, files: impl IntoIterator<Item = (String, usize)>) -> Self {
        self.plan = files.into_iter().collect();
        self
    }

    /// Writes what is left of the progress, then failures, what cannot be read, warnings, findings, undefined steps, the lines of `extra`
    /// (such as accepted changes), and the counts.
    ///
    /// # Errors
    /// The first error of writing, from here or from a scenario before.
    pub fn finish(&mut self, run: &RunRecord, extra: &[String], sources: &Sources) -> io::Result<()> {
        for file in std::mem::take(&mut self.open) {
            self.line(&file);
        }
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        let gap = if self.wrote { "\n" } else { "" };
        write!(self.out, "{gap}{}", ending(run, extra, &Files::new(sources), self.style))?;
        self.out.flush()
    }

    fn line(&mut self, file: &File) {
        if self.style.quiet || self.failed.is_some() {
            return;
        }
        let columns = self.plan.iter().map(|(uri, _)| width(&clean(uri))).max().unwrap_or(0).min(self.style.columns() / 2);
        let marks: Vec<_> = STATUSES.iter().filter(|status| file.counts[**status as usize] > 0).collect();
        let mark = |status: &&Status| self.style.paint(ink(**status), &format!("{} {}", sign(**status), file.counts[**status as usize]));
        let mut text = format!("{}  {}\n", pad(&clean(&file.uri), columns), marks.iter().map(mark).collect::<Vec<_>>().join("  "));
        for (status, line, name) in &file.failed {
            let lead = format!("  {} line {line}: ", sign(*status));
            let name = cut(name, self.style.columns().saturating_sub(width(&lead)));
            text.push_str(&format!("{}{name}\n", self.style.paint(ink(*status), &lead)));
        }
        self.wrote = true;
        self.failed = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()).err();
    }

    /// Whether the file's last scenario ended.
    fn complete(&self, file: &File) -> bool {
        let ended: u32 = file.counts.iter().sum();
        self.plan.iter().any(|(uri, number)| *uri == file.uri && usize::try_from(ended).is_ok_and(|ended| ended >= *number))
    }

    /// Whether the file's line waits for scenarios that are still to come.
    fn planned(&self, uri: &str) -> bool {
        self.plan.iter().any(|(known, _)| known == uri)
    }
}

impl<W: Write> Progress for Console<W> {
    fn scenario(&mut self, scenario: &ScenarioRecord) {
        let (closed, open) =
            std::mem::take(&mut self.open).into_iter().partition(|file| file.uri != scenario.uri && !self.planned(&file.uri));
        self.open = open;
        let closed: Vec<File> = closed;
        for file in &closed {
            self.line(file);
        }
        let index = self.open.iter().position(|file| file.uri == scenario.uri).unwrap_or_else(|| {
            self.open.push(File { uri: scenario.uri.clone(), counts: [0; 5], failed: Vec::new() });
            self.open.len() - 1
        });
        let file = &mut self.open[index];
        file.counts[scenario.status as usize] += 1;
        if scenario.failed() {
            file.failed.push((scenario.status, scenario.line, name(scenario)));
        }
        if self.complete(&self.open[index]) {
            let file = self.open.remove(index);
            self.line(&file);
        }
    }
}

fn sign(status: Status) -> char {
    match status {
        Status::Passed => '✓',
        Status::Failed => '✗',
        Status::Undefined => '?',
        Status::Ambiguous => '!',
        Status::Skipped => '-',
    }
}
