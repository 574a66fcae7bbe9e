use std::fmt::Display;
use std::io::{self, Write as _};

/// Writes a line to standard error; that nobody reads it is no reason to panic.
pub(super) fn complain(text: impl Display) {
    drop(writeln!(io::stderr(), "{text}"));
}
