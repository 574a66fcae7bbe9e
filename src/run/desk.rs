use super::backend::{Backend, did_you_mean, panic_of, panicked, seconds};
use super::definitions::Definitions;
use super::panics::guarded;
use super::suggest::ready;
use crate::extension::package::source;
use crate::gherkin::{Pickle, PickleStep, StepKind};
use crate::record::{Failure, Fault, Label, Mask, MaskedLine, ScenarioRecord, Status, StepRecord};
use crate::scenario::{Scenario, Setup};
use crate::stage::exercised;
use crate::steps::{StepDoc, vocabulary};
use cucumber::codegen::LocalBoxFuture;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What hides the secrets of scenarios that are not over, by their files and lines.
type Masks = BTreeMap<(Arc<str>, u32), Mask>;

/// What the runner must know of deskspec's own World: a scenario plays on a Desk of its own, and says itself why a step failed.
#[derive(Debug, Clone)]
pub struct OnDesk {
    setup: Arc<Setup>,
    /// For those that never come back.
    masks: Arc<Mutex<Masks>>,
}

impl OnDesk {
    /// All scenarios with one setup.
    #[must_use]
    pub fn new(setup: Arc<Setup>) -> Self {
        Self { setup, masks: Arc::default() }
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

    fn applies(&self, world: &Scenario, doc: &StepDoc, definitions: &Definitions<Scenario>, text: &str) -> Result<(), Box<Failure>> {
        let platform = world.platform();
        let name = platform.word();
        if doc.hosts.contains(&platform) {
            return Ok(());
        }
        let there = definitions.nearest_of(text, |doc| doc.hosts.contains(&platform));
        let help = did_you_mean(&there).unwrap_or_else(|| format!("run `deskspec steps {name}` for what {name} can do"));
        Err(Failure::new(Fault::Feature, format!("not applicable on {name}: {}", doc.expression)).help(help).into())
    }

    fn fill(&self, world: &mut Scenario, argument: &str) -> Result<Option<String>, Box<Failure>> {
        if !argument.contains("${") {
            return Ok(None);
        }
        world.fill(argument).map(Some).map_err(|_| unsaid(world).into())
    }

    fn leave(&self, world: &mut Scenario, place: &dyn Fn() -> Label, panic: Option<(String, Option<String>)>) -> Option<Failure> {
        self.keep_mask(world);
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
        let mut verdict = world.verdict();
        if record.status == Status::Passed {
            // What a step's failure has cut off could not take place.
            verdict.extend(world.never_took_place());
        }
        if !verdict.is_empty() {
            record.status = Status::Failed;
            record.failures.extend(verdict);
        }
        if record.status == Status::Failed {
            record.exchange = world.exchange();
        }
        self.mask(world, record);
        if self.setup.exercised {
            record.exercised = exercised(world.stage());
        }
    }

    fn abandon(&self, pickle: &Pickle, record: &mut ScenarioRecord) {
        if let Some(mask) = self.kept_masks().remove(&key(pickle)) {
            mask.record(record);
        }
    }

    fn hung(&self, patience: Duration) -> Failure {
        let title = format!("the scenario did not come back within {} of real time, and was given up", seconds(patience));
        Failure::new(Fault::Extension, title)
            .help("look for a native call that takes long in the extension, such as String.prototype.indexOf with millions of characters")
    }

    fn undefined(&self, definitions: &Definitions<Scenario>, step: &PickleStep) -> (Option<String>, Option<String>) {
        let near = definitions.nearest(&step.text);
        let docs: Vec<_> = near.iter().filter_map(|sentence| vocabulary().iter().find(|doc| doc.expression == *sentence)).collect();
        (did_you_mean(&near).or_else(|| Some("run `deskspec steps` for all sentences".to_owned())), sentence(step, &docs))
    }
}

impl OnDesk {
    fn kept_masks(&self) -> MutexGuard<'_, Masks> {
        self.masks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A step may be the last that is heard of the scenario.
    fn keep_mask(&self, world: &mut Scenario) {
        if let Some((pickle, mask)) = world.new_mask() {
            self.kept_masks().insert(key(&pickle), mask);
        }
    }

    /// Hides the scenario's secrets. Where nothing is told but the steps, nothing can be there but what the feature's author wrote.
    fn mask(&self, world: &Scenario, record: &mut ScenarioRecord) {
        let tells = |step: &StepRecord| !step.attachments.is_empty();
        let quiet = record.failures.is_empty() && record.findings.is_empty() && !record.steps.iter().any(tells);
        let mask = if quiet { world.mask_of_authors() } else { world.mask() };
        if mask.is_empty() {
            return;
        }
        self.kept_masks().remove(&(Arc::clone(&record.uri), record.line));
        mask.record(record);
        for failure in &mut record.failures {
            failure.masked = masked_lines(&mask, &failure.labels);
        }
    }
}

/// Where a scenario stands.
fn key(pickle: &Pickle) -> (Arc<str>, u32) {
    (Arc::from(&*pickle.uri), pickle.row.unwrap_or(pickle.location).line)
}

/// How many lines around a label a report shows.
const CONTEXT: u32 = 1;

/// Lines of source that reports show, and that hold secrets.
fn masked_lines(mask: &Mask, labels: &[Label]) -> Vec<MaskedLine> {
    let mut masked = BTreeSet::new();
    for label in labels {
        let Some(text) = source(&label.file) else { continue };
        let shown = label.line.saturating_sub(CONTEXT)..=label.line.saturating_add(CONTEXT);
        for (line, number) in text.lines().zip(1..).filter(|(_, number)| shown.contains(number)) {
            if let Cow::Owned(text) = mask.text(line) {
                masked.insert(MaskedLine { file: label.file.clone(), line: number, text });
            }
        }
    }
    masked.into_iter().collect()
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
    let (uri, line) = key(pickle);
    let bytes = uri.bytes().chain(line.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
