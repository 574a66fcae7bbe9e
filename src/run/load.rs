use crate::gherkin::{Document, Pickle, parse, pickles, warnings};
use crate::record::InputError;
use std::fs;
use std::path::Path;

/// The largest feature that is read: 16 MiB.
const LARGEST: u64 = 16 << 20;

/// A feature file that could be read.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The file, as it was named.
    pub uri: String,
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
    let text = read(file).map_err(|message| vec![InputError { file: uri.clone(), line: 0, column: 0, message, help: None }])?;
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
    Ok(Loaded { uri, document, pickles, warnings })
}

fn read(file: &Path) -> Result<String, String> {
    let meta = fs::metadata(file).map_err(|error| format!("the feature cannot be read: {error}"))?;
    if meta.len() > LARGEST {
        return Err(format!("the feature has {} bytes: more than {LARGEST} are not read", meta.len()));
    }
    let bytes = fs::read(file).map_err(|error| format!("the feature cannot be read: {error}"))?;
    String::from_utf8(bytes).map_err(|error| format!("the feature is not UTF-8: byte {} is none of it", error.utf8_error().valid_up_to()))
}
