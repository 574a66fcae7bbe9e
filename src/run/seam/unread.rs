use crate::record::{InputError, Place};
use cucumber::gherkin::ParseFileError;
use cucumber::parser;
use std::fmt;
use std::io;

/// What is wrong with a feature file, as the source of the errors that our Parser gives: `file:line:column: message; help: help`.
///
/// A Writer of its own finds it with `downcast_ref` in the [`io::Error`] of [`ParseFileError::Reading`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Unread(pub InputError);

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let InputError { file, line, column, message, help } = &self.0;
        let place = Place { file: file.clone(), line: *line, column: *column };
        write!(f, "{place}: {message}")?;
        help.iter().try_for_each(|help| write!(f, "; help: {help}"))
    }
}

/// The same as an error that every Writer shows.
///
/// Writers show of a parser's error no more than the path, and no variant has room for a message: so the path carries it.
pub(crate) fn unread(error: InputError) -> parser::Error {
    let error = Unread(error);
    ParseFileError::Reading { path: error.to_string().into(), source: io::Error::new(io::ErrorKind::InvalidData, error) }.into()
}
