use super::counts::{ink, sign};
use super::ending::ending;
use super::excerpt::Sources;
use super::files::Files;
use super::picture::name;
use super::reason::STATUSES;
use super::style::Style;
use super::text::{clean, cut, pad, width};
use crate::record::{RunRecord, ScenarioRecord, Scenarios, Status};
use std::collections::BTreeMap;
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
/// A file's line is written when it is complete: when all the scenarios that [`Console::plan`] announced have ended or, without a plan, when
/// another file's scenario ends.
#[derive(Debug)]
pub struct Console<W: Write> {
    out: W,
    style: Style,
    plan: BTreeMap<Arc<str>, usize>,
    columns: usize,
    open: Vec<File>,
    wrote: bool,
    failed: Option<io::Error>,
}

#[derive(Debug)]
struct File {
    uri: String,
    /// How many scenarios were announced.
    planned: Option<usize>,
    counts: [u32; 6],
    failed: Vec<(Status, u32, String)>,
    more: usize,
}

impl<W: Write> Console<W> {
    /// A console that writes to `out`.
    pub fn new(out: W, style: Style) -> Self {
        Self { out, style, plan: BTreeMap::new(), columns: 0, open: Vec::new(), wrote: false, failed: None }
    }

    /// Announces the feature files with the number of scenarios that will end in each: names are aligned, and a file's line waits for all of them.
    #[must_use]
    pub fn plan(mut self, files: impl IntoIterator<Item = (Arc<str>, usize)>) -> Self {
        for (uri, number) in files {
            self.columns = self.columns.max(width(&clean(&uri))).min(self.style.columns() / 2);
            *self.plan.entry(uri).or_default() += number;
        }
        self
    }

    /// Writes what is left of the progress, then failures, what cannot be read, warnings, findings, flaky scenarios, failures of hooks of the
    /// whole run, the undefined, ambiguous and pending steps, the lines of `extra` (such as accepted changes), and the counts. Of the scenarios it
    /// asks only for those that did not pass, are flaky, or have findings or attachments.
    ///
    /// # Errors
    /// The first error of writing, from here or from a scenario before, or of reading the scenarios back.
    pub fn finish(&mut self, run: &RunRecord, scenarios: &dyn Scenarios, extra: &[String], sources: &Sources) -> io::Result<()> {
        for file in std::mem::take(&mut self.open) {
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

    /// The file among those that wait for scenarios. Files that nobody announced end where another begins.
    fn open(&mut self, uri: &str) -> usize {
        if let Some(index) = self.open.iter().position(|file| file.uri == uri) {
            return index;
        }
        let (open, closed) = std::mem::take(&mut self.open).into_iter().partition(|file: &File| file.planned.is_some());
        self.open = open;
        let closed: Vec<File> = closed;
        closed.iter().for_each(|file| self.line(file));
        let planned = self.plan.get(uri).copied();
        self.open.push(File { uri: uri.to_owned(), planned, counts: [0; 6], failed: Vec::new(), more: 0 });
        self.open.len() - 1
    }
}

impl<W: Write> Progress for Console<W> {
    fn scenario(&mut self, scenario: &ScenarioRecord) {
        let index = self.open(&scenario.uri);
        let file = &mut self.open[index];
        file.counts[scenario.status as usize] += 1;
        if scenario.failed() {
            if file.failed.len() < NAMED { file.failed.push((scenario.status, scenario.line, name(scenario))) } else { file.more += 1 }
        }
        let ended: u32 = file.counts.iter().sum();
        if file.planned.is_some_and(|planned| ended as usize >= planned) {
            let file = self.open.remove(index);
            self.line(&file);
        }
    }
}
