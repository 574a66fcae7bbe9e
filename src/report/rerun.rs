use super::section::visit;
use super::text::clean;
use crate::record::Scenarios;
use std::io::{self, BufWriter, Write};

/// Writes `path:line`, a line for each scenario that failed, for a run to read and run only those.
///
/// A control character in a path becomes its picture, so that no path can pass for two.
///
/// # Errors
/// The scenarios cannot be read back, or `out` cannot be written.
pub fn rerun(scenarios: &dyn Scenarios, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    visit(scenarios, &mut |_, scenario| if scenario.failed() { writeln!(out, "{}", clean(&scenario.place())) } else { Ok(()) })?;
    out.flush()
}
