use super::definitions::{Definition, Definitions};
use super::panics::Halt;
use super::suggest::{nearest_sentences, snippet};
use crate::gherkin::{Pickle, PickleStep, StepKind};
use crate::record::{Failure, Fault, Label, ScenarioRecord};
use crate::steps::StepDoc;
use cucumber::World;
use cucumber::codegen::LocalBoxFuture;
use std::sync::Arc;
use std::time::Duration;

/// What a runner must know of a kind of World: how one is made for a scenario, and how it tells what happened to it.
///
/// [`Plain`] knows this of any World.
pub trait Backend<W>: Send + Sync + 'static {
    /// Whether step definitions read tables and doc strings from the step that cucumber hands them.
    const ARGUMENTS: bool = true;

    /// A World for one scenario.
    fn world<'a>(&'a self, pickle: &'a Pickle) -> LocalBoxFuture<'a, Result<W, Box<Failure>>>;

    /// A step begins.
    fn enter(&self, _world: &mut W, _pickle: &Arc<Pickle>, _step: usize) {}

    /// Whether the World can do what a step means, whose definition the vocabulary has.
    ///
    /// # Errors
    /// It cannot.
    fn applies(&self, _world: &W, _doc: &StepDoc, _definitions: &Definitions<W>, _text: &str) -> Result<(), Box<Failure>> {
        Ok(())
    }

    /// What an argument of the step is to be, if it is not as it was written.
    ///
    /// # Errors
    /// There is no such value.
    fn fill(&self, _world: &mut W, _argument: &str) -> Result<Option<String>, Box<Failure>> {
        Ok(None)
    }

    /// A step ended; `panic` is the message of a panic, and where it happened. Tells why it failed, if it did; `place` is the step's line.
    fn leave(&self, _world: &mut W, place: &dyn Fn() -> Label, panic: Option<(String, Option<String>)>) -> Option<Failure> {
        panic.map(|(message, at)| panicked(Fault::Unmet, &message, at).label(place()))
    }

    /// The scenario ended: adds to its record what only the end shows.
    fn finish(&self, _world: &mut W, _record: &mut ScenarioRecord) {}

    /// A scenario is given up: hides in its record what nobody may read, as [`Backend::finish`] would have done.
    fn abandon(&self, _pickle: &Pickle, _record: &mut ScenarioRecord) {}

    /// Why a scenario failed that did not come back from a step within `patience` of real time.
    fn hung(&self, patience: Duration) -> Failure {
        given_up("the step", patience)
    }

    /// What to write in the place of a step that nobody defined: help, and a text to paste.
    fn undefined(&self, definitions: &Definitions<W>, step: &PickleStep) -> (Option<String>, Option<String>) {
        let near = definitions.nearest(&step.text);
        let attribute = match step.kind {
            StepKind::Context | StepKind::Unknown => "given",
            StepKind::Action => "when",
            StepKind::Outcome => "then",
        };
        (did_you_mean(&near), Some(snippet(attribute, &step.text, step.argument.is_some())))
    }
}

/// Any World: it is made by [`World::new`], and steps fail by panics.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Plain;

impl<W: World> Backend<W> for Plain {
    fn world<'a>(&'a self, _: &'a Pickle) -> LocalBoxFuture<'a, Result<W, Box<Failure>>> {
        Box::pin(async { W::new().await.map_err(|error| Failure::new(Fault::Unmet, format!("the World cannot be made: {error}")).into()) })
    }
}

impl<W> Definitions<W> {
    /// The sentences that are nearest to a text that nobody defined, the best first.
    #[must_use]
    pub fn nearest(&self, text: &str) -> Vec<String> {
        self.nearest_of(text, |_| true)
    }

    /// The sentences of the vocabulary's that are nearest to a text among `wanted` ones, and those that it has not; the best first.
    pub(super) fn nearest_of(&self, text: &str, wanted: impl Fn(&StepDoc) -> bool) -> Vec<String> {
        let wanted = |definition: &&Definition<W>| definition.doc.is_none_or(&wanted);
        let mut sentences: Vec<_> = self.all.iter().filter(wanted).map(Definition::sentence).collect();
        sentences.dedup();
        nearest_sentences(text, &sentences)
    }
}

pub(super) fn did_you_mean(near: &[String]) -> Option<String> {
    let near: Vec<_> = near.iter().map(|sentence| format!("`{sentence}`")).collect();
    (!near.is_empty()).then(|| format!("did you mean {}?", near.join(" or ")))
}

/// The failure that a panic is: its first line says what, the others say more.
pub(super) fn panicked(fault: Fault, message: &str, at: Option<String>) -> Failure {
    let mut lines = message.lines().map(str::to_owned);
    let mut failure = Failure::new(fault, lines.next().unwrap_or_default());
    failure.details.extend(lines.chain(at));
    failure
}

/// What is wrong with work that came to a halt without a word of its own.
pub(super) fn panic_of(halt: Halt) -> (String, Option<String>) {
    match halt {
        Halt::Panicked(message, at) => (message, at),
        Halt::Ended(ended) => (format!("{ended:?}"), None),
    }
}

/// Something did not come back in time.
pub(super) fn given_up(what: &str, patience: Duration) -> Failure {
    Failure::new(Fault::Unmet, format!("{what} did not come back within {} of real time, and was given up", seconds(patience)))
        .help("look for a loop or a wait without end, or allow more time with --step-timeout")
}

/// A length of real time, in words.
pub(super) fn seconds(time: Duration) -> String {
    if time.subsec_millis() == 0 { format!("{} s", time.as_secs()) } else { format!("{} ms", time.as_millis()) }
}
