use crate::gherkin::{Document, Pickle, parse, pickles, warnings};
use crate::record::InputError;
use std::fs;
use std::io::Read as _;
use std::path::Path;

/// The largest feature that is read: 16 MiB.
const LARGEST: u64 = 16 << 20;

/// A feature file that could be read.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The file, as it was named.
    pub uri: String,
    /// How many lines it has.
    pub lines: u32,
    /// The tree.
    pub document: Document,
    /// Its scenarios.
    pub pickles: Vec<Pickle>,
    /// What its author should know.
    pub warnings: Vec<InputError>,
}

/// Reads and parses a feature file.
///
/// # Errors
/// All errors of the file at once.
pub fn load(file: &Path) -> Result<Loaded, Vec<InputError>> {
    let uri = file.display().to_string();
    let text = read(file).map_err(|error| vec![error])?;
    let document = parse(&uri, &text).map_err(|errors| {
        let error = |error: crate::gherkin::ParseError| InputError {
            file: error.uri,
            line: error.line,
            column: error.column,
            message: error.message,
            help: error.help,
        };
        errors.into_iter().map(error).collect::<Vec<_>>()
    })?;
    let warning =
        |it: crate::gherkin::Warning| InputError { file: it.uri, line: it.line, column: it.column, message: it.message, help: it.help };
    let warnings = warnings(&document).into_iter().map(warning).collect();
    let pickles = pickles(&document);
    let lines = u32::try_from(text.lines().count()).unwrap_or(u32::MAX);
    Ok(Loaded { uri, lines, document, pickles, warnings })
}

/// The text of a feature file.
///
/// # Errors
/// There is none: the file is not there, is too large, or is not UTF-8.
pub fn read(file: &Path) -> Result<String, InputError> {
    let fault = |line, column, message, help: Option<&str>| InputError {
        file: file.display().to_string(),
        line,
        column,
        message,
        help: help.map(str::to_owned),
    };
    let unread = |error| fault(0, 0, format!("the feature cannot be read: {error}"), None);
    let mut bytes = Vec::new();
    // A pipe does not say beforehand how much comes.
    fs::File::open(file).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(unread)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        let message = format!("the feature has more than {LARGEST} bytes, and more are not read");
        return Err(fault(0, 0, message, Some("split it into several features")));
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let line = count(before.matches('\n').count() + 1);
        let column = count(before.rsplit('\n').next().unwrap_or_default().chars().count() + 1);
        fault(line, column, "the feature is not UTF-8 here".to_owned(), Some("save the file as UTF-8"))
    })
}
