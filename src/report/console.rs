use super::counts::{ink, sign};
use super::ending::ending;
use super::excerpt::Sources;
use super::files::Files;
use super::picture::name;
use super::reason::STATUSES;
use super::style::Style;
use super::text::{clean, cut, pad, width};
use crate::record::{RunRecord, ScenarioRecord, Scenarios, Status};
use std::io::{self, Write};
use std::sync::Arc;

/// How many of a file's scenarios that failed its line names.
const NAMED: usize = 100;

/// Is told of every scenario as it ends.
pub trait Progress {
    /// A scenario ended.
    fn scenario(&mut self, scenario: &ScenarioRecord);
}

/// The console's report: a line for each feature file while the run goes on, and the whole story at its end.
///
/// A file's line is written when the first scenario of another file ends.
#[derive(Debug)]
pub struct Console<W: Write> {
    out: W,
    style: Style,
    /// How wide the files' names are.
    columns: usize,
    open: Option<File>,
    wrote: bool,
    failed: Option<io::Error>,
}

#[derive(Debug)]
struct File {
    uri: Arc<str>,
    counts: [u32; 6],
    failed: Vec<(Status, u32, String)>,
    more: usize,
}

impl<W: Write> Console<W> {
    /// A console that writes to `out`.
    pub fn new(out: W, style: Style) -> Self {
        Self { out, style, columns: 0, open: None, wrote: false, failed: None }
    }

    /// Announces the feature files: names are aligned.
    #[must_use]
    pub fn files(mut self, files: impl IntoIterator<Item = Arc<str>>) -> Self {
        let widths = files.into_iter().map(|uri| width(&clean(&uri)));
        self.columns = widths.max().unwrap_or(0).min(self.style.columns() / 2);
        self
    }

    /// Writes what is left of the progress, then failures, what cannot be read, warnings, findings, flaky scenarios, failures of hooks of the
    /// whole run, the undefined, ambiguous and pending steps, the lines of `extra` (such as accepted changes), and the counts. Of the scenarios it
    /// asks only for those that did not pass, are flaky, or have findings or attachments.
    ///
    /// # Errors
    /// The first error of writing, from here or from a scenario before, or of reading the scenarios back.
    pub fn finish(&mut self, run: &RunRecord, scenarios: &dyn Scenarios, extra: &[String], sources: &Sources) -> io::Result<()> {
        if let Some(file) = self.open.take() {
            self.line(&file);
        }
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        if self.wrote {
            writeln!(self.out)?;
        }
        ending(&mut self.out, run, scenarios, extra, &Files::new(sources), self.style)?;
        self.out.flush()
    }

    fn line(&mut self, file: &File) {
        if self.style.quiet || self.failed.is_some() {
            return;
        }
        let marks: Vec<_> = STATUSES.iter().filter(|status| file.counts[**status as usize] > 0).collect();
        let mark = |status: &&Status| self.style.paint(ink(**status), &format!("{} {}", sign(**status), file.counts[**status as usize]));
        let mut text = format!("{}  {}\n", pad(&clean(&file.uri), self.columns), marks.iter().map(mark).collect::<Vec<_>>().join("  "));
        for (status, line, name) in &file.failed {
            let lead = format!("  {} line {line}: ", sign(*status));
            let name = cut(name, self.style.columns().saturating_sub(width(&lead)));
            text.push_str(&format!("{}{name}\n", self.style.paint(ink(*status), &lead)));
        }
        if file.more > 0 {
            text.push_str(&format!("  … and {} more\n", file.more));
        }
        self.wrote = true;
        self.failed = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()).err();
    }
}

impl<W: Write> Progress for Console<W> {
    fn scenario(&mut self, scenario: &ScenarioRecord) {
        if let Some(complete) = self.open.take_if(|file| file.uri != scenario.uri) {
            self.line(&complete);
        }
        let begin = || File { uri: Arc::clone(&scenario.uri), counts: [0; 6], failed: Vec::new(), more: 0 };
        let file = self.open.get_or_insert_with(begin);
        file.counts[scenario.status as usize] += 1;
        if scenario.failed() {
            if file.failed.len() < NAMED { file.failed.push((scenario.status, scenario.line, name(scenario))) } else { file.more += 1 }
        }
    }
}
