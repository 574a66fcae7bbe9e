use super::backend::{Backend, did_you_mean, panic_of, panicked, seconds};
use super::definitions::Definitions;
use super::panics::guarded;
use super::suggest::ready;
use crate::gherkin::{Pickle, PickleStep, StepKind};
use crate::record::{Failure, Fault, Label, ScenarioRecord, Status};
use crate::scenario::{Scenario, Setup};
use crate::stage::exercised;
use crate::steps::{StepDoc, vocabulary};
use cucumber::codegen::LocalBoxFuture;
use std::sync::Arc;
use std::time::Duration;

/// What the runner must know of deskspec's own World: a scenario plays on a Desk of its own, and says itself why a step failed.
#[derive(Debug, Clone)]
pub struct OnDesk {
    setup: Arc<Setup>,
}

impl OnDesk {
    /// All scenarios with one setup.
    #[must_use]
    pub fn new(setup: Arc<Setup>) -> Self {
        Self { setup }
    }
}

impl Default for OnDesk {
    fn default() -> Self {
        Self::new(Arc::new(Setup::default()))
    }
}

impl Backend<Scenario> for OnDesk {
    /// The World has the step itself.
    const ARGUMENTS: bool = false;

    fn world<'a>(&'a self, pickle: &'a Pickle) -> LocalBoxFuture<'a, Result<Scenario, Box<Failure>>> {
        let made = guarded(|| Scenario::new(Arc::clone(&self.setup), salt(pickle), pickle));
        Box::pin(std::future::ready(made.unwrap_or_else(|halt| {
            let (message, at) = panic_of(halt);
            Err(ours(&message, at).into())
        })))
    }

    fn enter(&self, world: &mut Scenario, pickle: &Arc<Pickle>, step: usize) {
        world.enter(pickle, step);
    }

    fn fill(&self, world: &mut Scenario, argument: &str) -> Result<Option<String>, Box<Failure>> {
        if !argument.contains("${") {
            return Ok(None);
        }
        world.fill(argument).map(Some).map_err(|_| unsaid(world).into())
    }

    fn leave(&self, world: &mut Scenario, place: &dyn Fn() -> Label, panic: Option<(String, Option<String>)>) -> Option<Failure> {
        match (panic, world.take_failure()) {
            (None, None) => world.leave().err().map(|_| unsaid(world)),
            (_, Some(failure)) => Some(failure),
            (Some((message, _)), None) if message.contains("can not be parsed to") => {
                Some(Failure::new(Fault::Feature, message).help("write a value that fits").label(place()))
            }
            (Some((message, at)), None) => Some(ours(&message, at).label(place())),
        }
    }

    fn finish(&self, world: &mut Scenario, record: &mut ScenarioRecord) {
        record.findings = world.findings();
        world.note_servers();
        let verdict = world.verdict();
        if !verdict.is_empty() {
            record.status = Status::Failed;
            record.failures.extend(verdict);
        }
        if record.status == Status::Failed {
            record.exchange = world.exchange();
        }
        if self.setup.exercised {
            record.exercised = exercised(world.stage());
        }
    }

    fn hung(&self, patience: Duration) -> Failure {
        let title = format!("the scenario did not come back within {} of real time, and was given up", seconds(patience));
        Failure::new(Fault::Extension, title).help(
            "look for a native call on something of boundless length in the extension, such as Array.prototype.join on {length: 2 ** 53 - 1}",
        )
    }

    fn undefined(&self, definitions: &Definitions<Scenario>, step: &PickleStep) -> (Option<String>, Option<String>) {
        let near = definitions.nearest(&step.text);
        let docs: Vec<_> = near.iter().filter_map(|sentence| vocabulary().iter().find(|doc| doc.expression == *sentence)).collect();
        (did_you_mean(&near).or_else(|| Some("run `deskspec steps` for all sentences".to_owned())), sentence(step, &docs))
    }
}

/// What to write in the place of `step`: the nearest sentence that stands where it stands, with its values; if it does not take just these, the
/// sentence's example.
fn sentence(step: &PickleStep, near: &[&StepDoc]) -> Option<String> {
    let keyword = match step.kind {
        StepKind::Context => "Given",
        StepKind::Action => "When",
        StepKind::Outcome => "Then",
        StepKind::Unknown => "",
    };
    let doc = near.iter().find(|doc| doc.keyword == keyword).or(near.first())?;
    let text = ready(&doc.expression, &step.text);
    let text = text.or_else(|| doc.example.split_once(' ').map(|(_, text)| text.to_owned()))?;
    Some(format!("{} {text}", step.keyword))
}

/// The World says why a step failed; that it does not is a bug of ours.
fn unsaid(world: &mut Scenario) -> Failure {
    world.take_failure().unwrap_or_else(|| ours("a step failed without a reason", None))
}

fn ours(message: &str, at: Option<String>) -> Failure {
    panicked(Fault::Model, &format!("the step panicked: {message}"), at)
        .help("please report this with the feature: it is a bug of deskspec")
}

/// What makes a scenario's randomness its own, the same in every run: where it stands.
fn salt(pickle: &Pickle) -> u64 {
    let line = pickle.row.unwrap_or(pickle.location).line;
    let bytes = pickle.uri.bytes().chain(line.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
