use super::feature::feature;
use super::handoff::Handoff;
use super::unread::unread;
use crate::record::InputError;
use crate::run::{Loaded, Selection, SelectionError, Target, load, targets};
use cucumber::gherkin::Feature;
use cucumber::{cli, parser};
use futures::stream::{self, LocalBoxStream, StreamExt as _};
use std::path::Path;

/// Our parser behind cucumber's own seam: reads what `deskspec run` reads, and tells what is wrong in the same words.
///
/// A file is read when the runner asks for it. All errors of a file are told, one by one, as `file:line:column` with a help, and stop no
/// other file. Where nothing is found to run, that is an error too: a run of nothing is not green.
#[derive(Debug, Clone, Default)]
pub struct Parser {
    handoff: Option<Handoff>,
}

impl Parser {
    /// A parser for any runner.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A parser for our runner, which takes from `handoff` what cucumber's features have no room for.
    #[must_use]
    pub fn handing_to(handoff: &Handoff) -> Self {
        Self { handoff: Some(handoff.clone()) }
    }

    fn read(self, named: &[String]) -> LocalBoxStream<'static, parser::Result<Feature>> {
        let (targets, errors) = targets(named);
        let mut errors: Vec<_> = errors.into_iter().map(|error| unselected(named, error)).collect();
        if targets.is_empty() && errors.is_empty() {
            errors.push(nothing(named));
        }
        let errors = errors.into_iter().map(|error| Err(unread(error)));
        // An iterator is never pending: cucumber's own runner spins for ever on a stream that is.
        stream::iter(errors.chain(targets.into_iter().flat_map(move |(file, target)| self.file(&file, &target)))).boxed_local()
    }

    fn file(&self, file: &Path, target: &Target) -> Vec<parser::Result<Feature>> {
        match load(file).and_then(|loaded| chosen(target, loaded)) {
            Err(errors) => errors.into_iter().map(|error| Err(unread(error))).collect(),
            Ok(loaded) => {
                let feature = feature(&loaded.document, &loaded.pickles);
                if let (Some(handoff), Some(_)) = (&self.handoff, &feature) {
                    handoff.leave(Path::new(&loaded.uri), loaded.pickles);
                }
                feature.map(Ok).into_iter().collect()
            }
        }
    }
}

/// What `deskspec run` takes: a file, a folder, a glob, `FILE:LINE`.
impl<I: AsRef<Path>> cucumber::Parser<I> for Parser {
    type Cli = cli::Empty;
    type Output = LocalBoxStream<'static, parser::Result<Feature>>;

    fn parse(self, input: I, _: cli::Empty) -> Self::Output {
        self.read(&[input.as_ref().display().to_string()])
    }
}

/// Several of what `deskspec run` takes; each file is read once, and files come in the order of their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inputs(Vec<String>);

impl<I: AsRef<Path>> FromIterator<I> for Inputs {
    fn from_iter<T: IntoIterator<Item = I>>(inputs: T) -> Self {
        Self(inputs.into_iter().map(|input| input.as_ref().display().to_string()).collect())
    }
}

impl<I: AsRef<Path>, const N: usize> From<[I; N]> for Inputs {
    fn from(inputs: [I; N]) -> Self {
        inputs.into_iter().collect()
    }
}

impl cucumber::Parser<Inputs> for Parser {
    type Cli = cli::Empty;
    type Output = LocalBoxStream<'static, parser::Result<Feature>>;

    fn parse(self, Inputs(named): Inputs, _: cli::Empty) -> Self::Output {
        self.read(&named)
    }
}

/// Of a file that was named with lines, the scenarios at these lines.
fn chosen(target: &Target, loaded: Loaded) -> Result<Loaded, Vec<InputError>> {
    if target.lines.is_empty() {
        return Ok(loaded);
    }
    let mut chosen = Selection::default().pick(target, &loaded).into_iter();
    let mut loaded = loaded;
    loaded.pickles.retain(|_| chosen.next().unwrap_or(false));
    if loaded.pickles.is_empty() {
        let line = target.lines.first().copied().unwrap_or_default();
        let help = Some("name a line of a scenario, of a row of its examples, or of a rule".to_owned());
        let message = "no scenario stands here".to_owned();
        return Err(vec![InputError { file: loaded.uri, line, column: 0, message, help }]);
    }
    Ok(loaded)
}

fn unselected(named: &[String], error: SelectionError) -> InputError {
    match error {
        SelectionError::Unreadable(error) => error,
        SelectionError::Glob(message) => InputError { file: named.join(" "), line: 0, column: 0, message, help: None },
    }
}

fn nothing(named: &[String]) -> InputError {
    InputError {
        file: named.join(" "),
        line: 0,
        column: 0,
        message: "there is no feature file here".to_owned(),
        help: Some("name a folder that holds files ending in .feature or .feature.md".to_owned()),
    }
}
