use super::Setup;
use super::real::Promise;
use crate::catalog::{CURRENT, Catalog, Platform};
use crate::extension::{LocalStorages, Script};
use crate::fixture::substitute_text;
use crate::gherkin::{Argument, Pickle, PickleStep};
use crate::host::desk::{Desk, Portal};
use crate::host::freshdesk::Freshdesk;
use crate::host::{Model, WidgetId};
use crate::record::{Exchange, Failure, Fault, Finding, Label, Severity};
use crate::stage::{Stage, tell};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

/// What a step definition returns. The failure itself stays in the World, because cucumber turns every error into a text.
pub type Outcome = Result<(), Failed>;

/// The step failed; [`Scenario::take_failure`] says why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failed;

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the step failed")
    }
}

/// The step that runs: the scenario, and its place there.
#[derive(Debug, Clone, Default)]
pub(super) struct StepPlace(Option<(Arc<Pickle>, usize)>);

impl StepPlace {
    /// The step.
    pub(super) fn step(&self) -> Option<&PickleStep> {
        self.0.as_ref().and_then(|(pickle, index)| pickle.steps.get(*index))
    }

    /// The scenario that the step is of.
    pub(super) fn pickle(&self) -> Option<Arc<Pickle>> {
        self.0.as_ref().map(|(pickle, _)| Arc::clone(pickle))
    }

    /// The feature's file.
    pub(super) fn uri(&self) -> &str {
        self.0.as_ref().map_or("", |(pickle, _)| &pickle.uri)
    }
}

/// A widget that the feature plays, and what it plays.
pub(super) type ScriptedWidget = (WidgetId, Rc<RefCell<Script>>);

/// The World of a scenario.
#[derive(cucumber::World)]
#[world(init = Self::alone)]
pub struct Scenario {
    pub(super) setup: Arc<Setup>,
    /// In the dialect that the scenario speaks.
    pub(super) catalog: Arc<Catalog>,
    pub(super) stage: Stage,
    pub(super) seed: u64,
    /// By the extension's name and the location.
    pub(super) scripts: BTreeMap<(String, String), ScriptedWidget>,
    /// What pages keep beyond their lives.
    pub(super) locals: LocalStorages,
    pub(super) kept: BTreeMap<String, Value>,
    /// What servers of channels answer, in the order in which the feature says it.
    pub(super) said: Vec<Promise>,
    /// Recorded exchanges that are yet to be compared.
    pub(super) recorded: Vec<super::recorded::Recorded>,
    pub(super) claimed: BTreeSet<usize>,
    pub(super) place: StepPlace,
    pub(super) argument_used: bool,
    /// How many secrets of authors were known when it was asked for last.
    pub(super) known_secrets: usize,
    failure: Option<Failure>,
}

impl Scenario {
    /// A scenario of a run. `salt` makes its randomness its own; The pickle's tags may ask for a dialect.
    ///
    /// # Errors
    /// They ask for one that there is not.
    pub fn new(setup: Arc<Setup>, salt: u64, pickle: &Pickle) -> Result<Self, Box<Failure>> {
        let catalog = setup.catalog_for(pickle)?;
        Ok(Self::speaking(setup, salt, catalog))
    }

    fn speaking(setup: Arc<Setup>, salt: u64, catalog: Arc<Catalog>) -> Self {
        let seed = setup.seed ^ salt.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut stage = Stage::new(model(&setup, &catalog, seed, Platform::Desk));
        if let Some(network) = &setup.network {
            stage.connect_server(Box::new(network.line()));
        }
        Self {
            setup,
            catalog,
            stage,
            seed,
            scripts: BTreeMap::new(),
            locals: LocalStorages::default(),
            kept: BTreeMap::new(),
            said: Vec::new(),
            recorded: Vec::new(),
            claimed: BTreeSet::new(),
            place: StepPlace::default(),
            argument_used: false,
            known_secrets: 0,
            failure: None,
        }
    }

    /// A scenario with the documented catalogue and the fixtures of `fixtures/`.
    #[must_use]
    pub fn alone() -> Self {
        let setup = Arc::new(Setup::default());
        let catalog = setup.catalog_of(CURRENT).unwrap_or_else(|_| Arc::clone(&setup.catalog));
        Self::speaking(setup, 0, catalog)
    }

    /// The step with this index begins.
    pub fn enter(&mut self, pickle: &Arc<Pickle>, step: usize) {
        self.place = StepPlace(Some((Arc::clone(pickle), step)));
        self.argument_used = false;
        self.failure = None;
        self.stage.answer_servers();
    }

    /// The step ended without a failure: a real server that answers otherwise than the feature says is one, a recorded exchange in which Desk sent
    /// something else, and a table or doc string that nobody read.
    ///
    /// # Errors
    /// There is one.
    pub fn leave(&mut self) -> Outcome {
        self.stage.answer_servers();
        self.as_promised()?;
        self.recordings_hold()?;
        let Some(step) = self.place.step() else { return Ok(()) };
        if step.second_argument.is_some() {
            return self.wrong("this step has both a table and a doc string", "delete one of them");
        }
        if step.argument.is_none() || self.argument_used {
            return Ok(());
        }
        self.fail(
            Failure::new(Fault::Feature, "this step takes no table and no doc string")
                .help("delete what stands below it, or use the sentence that ends in `with`"),
        )
    }

    /// Fills kept values into a step's argument.
    ///
    /// # Errors
    /// A name was never kept.
    pub fn fill(&mut self, text: &str) -> Result<String, Failed> {
        if !text.contains("${") {
            return Ok(text.to_owned());
        }
        match substitute_text(text, &|name| self.kept.get(name).cloned(), &self.kept.keys().map(String::as_str).collect::<Vec<_>>()) {
            Ok(filled) => Ok(filled),
            Err(errors) => {
                let first = errors.into_iter().next();
                let (title, help) = first.map(|error| (error.message, error.help)).unwrap_or_default();
                self.wrong(title, help)
            }
        }
    }

    /// Why the last step failed.
    pub fn take_failure(&mut self) -> Option<Failure> {
        self.failure.take()
    }

    /// What only the end of a scenario shows: defects of extensions that no step expects, and breaches of the catalogue by our own model.
    #[must_use]
    pub fn verdict(&self) -> Vec<Failure> {
        let findings = self.stage.trace.findings();
        let unclaimed =
            findings.iter().enumerate().filter(|(index, finding)| finding.severity == Severity::Error && !self.claimed.contains(index));
        let mut failures: Vec<_> = unclaimed.map(|(_, finding)| defect(finding)).collect();
        let breaches = self.stage.broken();
        if !breaches.is_empty() {
            let mut failure = Failure::new(Fault::Model, "our own model broke the catalogue")
                .help("please report this with the feature: it is a bug of deskspec");
            failure.details = breaches;
            failures.push(failure);
        }
        failures
    }

    /// What the extensions' vendors should know and no step expects. What a feature scripts is its author's wish, and no vendor's concern.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let scripted = |name: &str| self.stage.host().widgets().into_iter().any(|(_, widget)| widget.scripted && widget.extension == name);
        let findings = self.stage.trace.findings().into_iter().enumerate();
        findings
            .filter(|(index, finding)| !self.claimed.contains(index) && !scripted(&finding.extension))
            .map(|(_, finding)| finding)
            .collect()
    }

    /// The conversation so far.
    #[must_use]
    pub fn exchange(&self) -> Vec<Exchange> {
        tell(&self.stage.trace, self.stage.host())
    }

    /// The stage, for whoever reads it.
    #[must_use]
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Fails the step, pointing at its line.
    pub(super) fn fail<T>(&mut self, mut failure: Failure) -> Result<T, Failed> {
        if let Some(step) = self.place.step() {
            let length = u32::try_from(step.text.chars().count()).unwrap_or(0);
            let label = Label {
                file: self.place.uri().to_owned(),
                line: step.location.line,
                column: step.text_column,
                length,
                text: String::new(),
            };
            failure.labels.insert(0, label);
        }
        self.failure = Some(failure);
        Err(Failed)
    }

    /// Fails the step for a fault that lies in other files than the feature, and is the same for every step that meets it.
    pub(super) fn fail_elsewhere<T>(&mut self, failure: Failure) -> Result<T, Failed> {
        self.failure = Some(failure);
        Err(Failed)
    }

    /// Fails the step because the feature says what cannot be.
    pub(super) fn wrong<T>(&mut self, title: impl Into<String>, help: impl Into<String>) -> Result<T, Failed> {
        self.fail(Failure::new(Fault::Feature, title).help(help))
    }

    /// Fails the step for everything that cannot be, each with its help; with nothing of that kind it goes on.
    pub(super) fn all_wrong(&mut self, mistakes: &[(String, String)]) -> Outcome {
        let Some(((title, help), others)) = mistakes.split_first() else { return Ok(()) };
        let mut failure = Failure::new(Fault::Feature, title.as_str()).help(help.as_str());
        failure.details = others.iter().map(|(title, help)| format!("{title}: {help}")).collect();
        self.fail(failure)
    }

    /// Fails the step because what it expects did not happen.
    pub(super) fn unmet<T>(&mut self, title: impl Into<String>) -> Result<T, Failed> {
        self.fail(Failure::new(Fault::Unmet, title))
    }

    /// Fails the step unless `holds`.
    pub(super) fn expect(&mut self, holds: bool, otherwise: impl FnOnce() -> String) -> Outcome {
        if holds { Ok(()) } else { self.unmet(otherwise()) }
    }

    pub(super) fn argument(&mut self) -> Option<Argument> {
        self.argument_used = true;
        self.place.step().and_then(|step| step.argument.clone())
    }
}

/// An empty help desk, with the fault in it that the run puts there.
pub(super) fn model(setup: &Setup, catalog: &Arc<Catalog>, seed: u64, platform: Platform) -> Box<dyn Model> {
    let catalog = Arc::clone(catalog);
    let model: Box<dyn Model> = match platform {
        Platform::Desk => Box::new(Desk::new(catalog, Portal { key: seed, ..Portal::default() })),
        Platform::Freshdesk => Box::new(Freshdesk::new(catalog)),
    };
    match &setup.wrap {
        Some(wrap) => wrap(model),
        None => model,
    }
}

fn defect(finding: &Finding) -> Failure {
    let rule = finding.rule.as_ref().map(|rule| format!(" ({rule})")).unwrap_or_default();
    let mut failure = Failure::new(Fault::Extension, format!("{} at {}: {}{rule}", finding.extension, finding.location, finding.text));
    failure.help.clone_from(&finding.help);
    if let Some(at) = &finding.at {
        failure.labels.push(Label { file: at.file.clone(), line: at.line, column: at.column, length: 0, text: String::new() });
    }
    failure
}

impl fmt::Debug for Scenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scenario").field("now", &self.stage.now()).field("kept", &self.kept).finish_non_exhaustive()
    }
}
