use super::Exit;
use super::complain::complain;
use crate::gherkin::{Message, media_type, parse_from, pickles};
use crate::record::InputError;
use crate::run::{SelectionError, read, targets};
use clap::{Args, ValueEnum};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::slice;

/// Options of `gherkin`.
#[derive(Debug, Args)]
pub(super) struct GherkinArgs {
    /// A feature, a folder or a glob
    #[arg(value_name = "FILE|DIR", required = true)]
    features: Vec<String>,
    /// What to print, beside all errors; may be given several times, or with commas between [default: all]
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    format: Vec<Format>,
}

/// What is printed of a file. Errors are printed whatever is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The file's text
    Source,
    /// The document
    Ast,
    /// What a runner would run
    Pickles,
    /// Why the file cannot be read
    Errors,
}

/// Why nothing more is printed.
enum Stop {
    /// The reader has read enough.
    Closed,
    /// What is printed cannot be written.
    Unwritten(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe { Self::Closed } else { Self::Unwritten(error) }
    }
}

/// `deskspec gherkin`: the official messages of features, one a line.
pub(super) fn gherkin(args: &GherkinArgs, out: &mut dyn Write) -> Exit {
    let mut exit = Exit::Passed;
    let mut files: Vec<PathBuf> = Vec::new();
    // One at a time: files are printed in the order in which they are named.
    for name in &args.features {
        let (targets, unselected) = targets(slice::from_ref(name));
        for error in unselected {
            exit = exit.max(match error {
                SelectionError::Glob(text) => told(&text, None, Exit::Usage),
                SelectionError::Unreadable(error) => unread(&error),
            });
        }
        for (file, target) in targets {
            if !target.lines.is_empty() {
                let help = format!("write `{}` without a line", file.display());
                return told("whole files are printed, not lines of them", Some(&help), Exit::Usage);
            }
            if !files.contains(&file) {
                files.push(file);
            }
        }
    }
    if files.is_empty() && exit == Exit::Passed {
        let named = args.features.join(" ");
        return told(&format!("there is no feature in {named}"), Some("name a .feature or .feature.md file"), Exit::Empty);
    }
    let mut printer = Printer { out: BufWriter::new(out), format: &args.format, next_id: 0 };
    for file in &files {
        match printer.file(file) {
            Ok(printed) => exit = exit.max(printed),
            Err(Stop::Closed) => return exit,
            Err(Stop::Unwritten(error)) => return told(&format!("the messages cannot be written: {error}"), None, Exit::Unreadable),
        }
    }
    exit
}

struct Printer<'a> {
    out: BufWriter<&'a mut dyn Write>,
    format: &'a [Format],
    /// Ids are unique over all files.
    next_id: u32,
}

impl Printer<'_> {
    fn file(&mut self, file: &Path) -> Result<Exit, Stop> {
        let uri = file.display().to_string();
        let data = match read(file) {
            Ok(data) => data,
            Err(error) => return Ok(unread(&error)),
        };
        if self.prints(Format::Source) {
            self.print(Message::Source { uri: &uri, data: &data, media_type: media_type(&uri) })?;
        }
        let document = match parse_from(&uri, &data, self.next_id) {
            Ok(document) => document,
            Err(errors) => {
                errors.iter().try_for_each(|error| self.print(Message::ParseError(error)))?;
                self.out.flush()?;
                return Ok(Exit::Unreadable);
            }
        };
        drop(data);
        self.next_id = document.next_id();
        if self.prints(Format::Ast) {
            self.print(Message::GherkinDocument(&document))?;
        }
        if self.prints(Format::Pickles) {
            pickles(&document).iter().try_for_each(|pickle| self.print(Message::Pickle(pickle)))?;
        }
        self.out.flush()?;
        Ok(Exit::Passed)
    }

    fn prints(&self, format: Format) -> bool {
        self.format.is_empty() || self.format.contains(&format)
    }

    fn print(&mut self, message: Message<'_>) -> Result<(), Stop> {
        serde_json::to_writer(&mut self.out, &message).map_err(io::Error::from)?;
        Ok(self.out.write_all(b"\n")?)
    }
}

fn unread(error: &InputError) -> Exit {
    let place = if error.line == 0 { error.file.clone() } else { format!("{}:{}:{}", error.file, error.line, error.column) };
    told(&format!("{place}: {}", error.message), error.help.as_deref(), Exit::Unreadable)
}

fn told(message: &str, help: Option<&str>, exit: Exit) -> Exit {
    complain(format_args!("error: {message}"));
    if let Some(help) = help {
        complain(format_args!("  help: {help}"));
    }
    exit
}
