use super::Exit;
use super::complain::complain;
use super::prepare::Stop;
use crate::extension::package::source;
use crate::record::{InputError, RunRecord, Scenarios};
use crate::report::{Sources, junit, rerun};
use std::fs;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A report that was asked for, and its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Report {
    /// JUnit XML.
    Junit(PathBuf),
    /// The scenarios that failed, a line each.
    Rerun(PathBuf),
}

/// What `--report KIND=FILE` asks for.
pub(super) fn report_of(report: &str) -> Result<Report, Stop> {
    let Some((kind, file)) = report.split_once('=').filter(|(_, file)| !file.is_empty()) else {
        return Err(Stop::Usage(format!("--report {report} names no file: write --report junit=report.xml")));
    };
    match kind {
        "junit" => Ok(Report::Junit(file.into())),
        "rerun" => Ok(Report::Rerun(file.into())),
        _ => {
            let near = crate::spelling::nearest(kind, ["junit", "rerun"]).unwrap_or("junit");
            Err(Stop::Usage(format!("--report {kind}=… is no report: write --report {near}={file}")))
        }
    }
}

/// Writes all of them: one that cannot be written stops none of the others.
pub(super) fn write_reports(reports: &[Report], record: &RunRecord, scenarios: &dyn Scenarios, started: SystemTime) -> Exit {
    let sources: &Sources<'_> = &source;
    let mut exit = Exit::Passed;
    for report in reports {
        let (file, written) = match report {
            Report::Junit(file) => (file, write(file, |out| junit(record, scenarios, sources, Some(started), out))),
            Report::Rerun(file) => (file, write(file, |out| rerun(&listable(record), scenarios, out))),
        };
        if let Err(error) = written {
            complain(format_args!("error: {}: the report cannot be written: {error}", file.display()));
            exit = Exit::Unreadable;
        }
    }
    exit
}

/// What a list of scenarios can name.
fn listable(record: &RunRecord) -> RunRecord {
    RunRecord { errors: record.errors.iter().filter(|error| !is_of_a_list(error)).cloned().collect(), ..RunRecord::default() }
}

fn write(file: &Path, content: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> io::Result<()> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    let mut out = BufWriter::new(fs::File::create(file)?);
    content(&mut out)?;
    out.flush()
}

/// Whether it is a list of scenarios that cannot be read: its name is no scenario's.
pub(super) fn is_of_a_list(error: &InputError) -> bool {
    error.file.starts_with('@') && !Path::new(&error.file).exists()
}
