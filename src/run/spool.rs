use crate::record::{ScenarioRecord, Scenarios, Status};
use std::cell::RefCell;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use tempfile::SpooledTempFile;

/// How many bytes stay in memory before a file is made.
const MEMORY: usize = 1 << 20;
/// How many bytes are written or read at once.
const CHUNK: usize = 1 << 16;

/// The records of a run's scenarios, in the order in which they came: small runs in memory, others in a file without a name, which is gone
/// with the spool. Only what reports at the run's end ask for needs to be kept.
#[derive(Debug)]
pub struct Spool {
    keep: fn(&ScenarioRecord) -> bool,
    kept: usize,
    /// Whole lines that are not written yet.
    buffer: Vec<u8>,
    written: u64,
    file: RefCell<SpooledTempFile>,
}

impl Spool {
    /// Keeps every record: reports that tell each scenario, such as JUnit, need that.
    #[must_use]
    pub fn everything() -> Self {
        Self::keeping(|_| true)
    }

    /// Keeps the scenarios that did not pass, are flaky, or have findings or attachments: the console's ending and the list to run again tell
    /// nothing of others.
    #[must_use]
    pub fn notable() -> Self {
        Self::keeping(notable)
    }

    fn keeping(keep: fn(&ScenarioRecord) -> bool) -> Self {
        Self { keep, kept: 0, buffer: Vec::new(), written: 0, file: RefCell::new(SpooledTempFile::new(MEMORY)) }
    }

    /// Takes the next record.
    ///
    /// # Errors
    /// The temporary file cannot be made or written.
    pub fn push(&mut self, scenario: &ScenarioRecord) -> io::Result<()> {
        if !(self.keep)(scenario) {
            return Ok(());
        }
        serde_json::to_writer(&mut self.buffer, scenario)?;
        self.buffer.push(b'\n');
        self.kept += 1;
        if self.buffer.len() < CHUNK {
            return Ok(());
        }
        let file = self.file.get_mut();
        // Reading moves the file's one position; and what a failed write left half written is written again.
        file.seek(SeekFrom::Start(self.written))?;
        file.write_all(&self.buffer)?;
        self.written += self.buffer.len() as u64;
        self.buffer.clear();
        Ok(())
    }

    /// How many records are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept
    }

    /// Whether no record is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kept == 0
    }
}

impl Scenarios for Spool {
    fn each(&self, visit: &mut dyn FnMut(ScenarioRecord)) -> io::Result<()> {
        lines(BufReader::with_capacity(CHUNK, Written { spool: self, at: 0 }), visit)?;
        lines(self.buffer.as_slice(), visit)
    }
}

fn lines(mut from: impl BufRead, visit: &mut dyn FnMut(ScenarioRecord)) -> io::Result<()> {
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line)? > 0 {
        visit(serde_json::from_slice(&line)?);
        line.clear();
    }
    Ok(())
}

/// What is written, read from a position of its own, so that one reading may go on inside another.
struct Written<'a> {
    spool: &'a Spool,
    at: u64,
}

impl Read for Written<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.spool.written - self.at).unwrap_or(usize::MAX).min(into.len());
        let mut file = self.spool.file.borrow_mut();
        file.seek(SeekFrom::Start(self.at))?;
        let read = file.read(&mut into[..left])?;
        if read == 0 && left > 0 {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the temporary file of the run's records was cut short"));
        }
        self.at += read as u64;
        Ok(read)
    }
}

fn notable(scenario: &ScenarioRecord) -> bool {
    let attached = || {
        let hooks = scenario.before.iter().chain(&scenario.after).map(|hook| &hook.attachments);
        scenario.steps.iter().map(|step| &step.attachments).chain(hooks).any(|attachments| !attachments.is_empty())
    };
    scenario.status != Status::Passed || scenario.flaky || !scenario.findings.is_empty() || attached()
}
