use super::section::visit;
use super::text::clean;
use crate::record::{RunRecord, Scenarios};
use std::io::{self, BufWriter, Write};

/// Writes `path:line`, a line for each scenario that failed, for a run to read and run only those; and the path of each file that could not be
/// read, since its scenarios are not known to pass.
///
/// A control character in a path becomes its picture, so that no path can pass for two.
///
/// # Errors
/// The scenarios cannot be read back, or `out` cannot be written.
pub fn rerun(run: &RunRecord, scenarios: &dyn Scenarios, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    visit(scenarios, &mut |_, scenario| if scenario.failed() { writeln!(out, "{}", line(&scenario.place())) } else { Ok(()) })?;
    let mut files: Vec<&str> = run.errors.iter().map(|error| error.file.as_str()).collect();
    files.dedup();
    files.iter().try_for_each(|file| writeln!(out, "{}", line(file)))?;
    out.flush()
}

/// A path that begins like a remark, or with what is cut off, is led up to.
fn line(place: &str) -> String {
    let lead = if place.starts_with(|first: char| first == '#' || first.is_whitespace()) { "./" } else { "" };
    format!("{lead}{}", clean(place))
}
