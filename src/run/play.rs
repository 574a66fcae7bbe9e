//! One scenario, from its first hook to its record.

use super::backend::{Backend, panic_of, panicked};
use super::definitions::Definitions;
use super::hook::{Hook, HookContext, Hooks};
use super::matcher::{Call, Found, Matcher};
use super::panics::{Halt, guarded, guarded_future};
use super::played::Attempt;
use super::scope::{self, Ended};
use super::take::{blank, label, not_one, step_for};
use super::watch::{At, Place, Watch};
use crate::gherkin::{Pickle, PickleStep};
use crate::record::{Attachment, Body, Failure, Fault, HookRecord, ScenarioRecord, Status, StepRecord};
use std::sync::Arc;
use std::time::Instant;

/// What all scenarios of a run share.
pub(super) struct Cast<W, B> {
    pub(super) definitions: Arc<Definitions<W>>,
    pub(super) hooks: Hooks<W>,
    pub(super) backend: B,
}

/// Plays scenarios on one thread.
pub(super) struct Player<W, B> {
    cast: Arc<Cast<W, B>>,
    matcher: Matcher<W>,
    watch: Arc<Watch>,
}

/// Nobody waits for the scenario any more.
struct Abandoned;

impl<W: 'static, B: Backend<W>> Player<W, B> {
    pub(super) fn new(cast: Arc<Cast<W, B>>, watch: Arc<Watch>) -> Self {
        let matcher = Matcher::new(Arc::clone(&cast.definitions));
        Self { cast, matcher, watch }
    }

    /// Plays a scenario or, in a dry run, only looks up what its steps mean. `None` where it took so long that nobody waits for it.
    pub(super) async fn play(&self, pickle: &Arc<Pickle>, position: usize, attempt: u32, dry: bool) -> Option<Attempt> {
        let started = Instant::now();
        let mut record = blank(pickle);
        let calls = self.look_up(pickle, &mut record);
        if !dry && record.failures.is_empty() {
            let at = At { position, attempt, place: Place::World };
            match guarded_future(self.perform(pickle, &calls, &mut record, at)).await {
                Ok(done) => done.ok()?,
                Err(_) if !self.watch.end() => return None,
                Err(halt) => fail(&mut record, broken(halt)),
            }
        }
        record.took = started.elapsed();
        let calls = calls.into_iter().map(|call| call.map(|call| self.matcher.matched(call))).collect();
        Some(Attempt { record, calls })
    }

    /// What each step means; one that nobody defined, or several did, stands in the record.
    fn look_up(&self, pickle: &Pickle, record: &mut ScenarioRecord) -> Vec<Option<Call>> {
        let steps = pickle.steps.iter().zip(&mut record.steps);
        let look_up = |(step, step_record): (&PickleStep, &mut StepRecord)| {
            let (status, failure) = match self.matcher.find(&step.text, step.kind) {
                Found::One(call) => return Some(call),
                found => not_one(&self.cast.backend, &self.cast.definitions, &pickle.uri, step, &found),
            };
            step_record.status = status;
            record.status = record.status.max(status);
            record.failures.push(failure);
            None
        };
        steps.map(look_up).collect()
    }

    async fn perform(&self, pickle: &Arc<Pickle>, calls: &[Option<Call>], record: &mut ScenarioRecord, at: At) -> Result<(), Abandoned> {
        drop(scope::attached());
        record.status = Status::Passed;
        self.begin(at)?;
        let made = guarded_future(async { self.cast.backend.world(pickle).await }).await;
        match made.unwrap_or_else(|halt| Err(panic_failure("the World cannot be made", halt).into())) {
            Ok(mut world) => {
                // What the making of the World attached belongs to no step.
                drop(scope::attached());
                self.perform_in(&mut world, pickle, calls, record, at).await?;
                self.begin(At { place: Place::End, ..at })?;
                self.end(world, record);
            }
            Err(failure) => fail(record, *failure),
        }
        if self.watch.end() { Ok(()) } else { Err(Abandoned) }
    }

    /// The hooks and the steps.
    async fn perform_in(
        &self,
        world: &mut W,
        pickle: &Arc<Pickle>,
        calls: &[Option<Call>],
        record: &mut ScenarioRecord,
        at: At,
    ) -> Result<(), Abandoned> {
        let hooks = &self.cast.hooks;
        for (index, hook) in hooks.before.iter().enumerate().filter(|(_, hook)| hook.fits(pickle)) {
            self.hook(hook, world, pickle, record, At { place: Place::Before(index), ..at }).await?;
            if record.status != Status::Passed {
                break;
            }
        }
        for (index, call) in calls.iter().enumerate() {
            let Some(call) = call.as_ref().filter(|_| record.status == Status::Passed) else { break };
            self.step(call, index, world, pickle, record, At { place: Place::Step(index), ..at }).await?;
        }
        if record.status != Status::Passed || !hooks.after.is_empty() {
            self.watch.keep(record);
        }
        for (index, hook) in hooks.after.iter().enumerate().rev().filter(|(_, hook)| hook.fits(pickle)) {
            self.hook(hook, world, pickle, record, At { place: Place::After(index), ..at }).await?;
        }
        Ok(())
    }

    /// The end of the World, which may panic like anything else.
    fn end(&self, mut world: W, record: &mut ScenarioRecord) {
        if let Err(halt) = guarded(|| self.cast.backend.finish(&mut world, record)) {
            fail(record, broken(halt));
        }
        if let Err(halt) = guarded(|| drop(world)) {
            fail(record, panic_failure("the World cannot be dropped", halt));
        }
    }

    async fn step(
        &self,
        call: &Call,
        index: usize,
        world: &mut W,
        pickle: &Arc<Pickle>,
        record: &mut ScenarioRecord,
        at: At,
    ) -> Result<(), Abandoned> {
        let step = &pickle.steps[index];
        let backend = &self.cast.backend;
        let started = self.begin(at)?;
        backend.enter(world, pickle, index);
        let ended = match self.prepare(call, world, step, &pickle.uri) {
            Ok(arguments) => {
                let place = || label(&pickle.uri, step);
                let work = guarded_future(self.matcher.run(call, world, step_for(step, B::ARGUMENTS), arguments)).await;
                match work {
                    Ok(()) => ending(backend.leave(world, &place, None)),
                    Err(Halt::Ended(ended)) => said(ended, |failure| failure.label(place())),
                    Err(Halt::Panicked(message, at)) => ending(backend.leave(world, &place, Some((message, at)))),
                }
            }
            Err(failure) => ending(Some(*failure)),
        };
        let took = started.elapsed();
        let step = &mut record.steps[index];
        step.took = took;
        step.status = ended.status;
        step.attachments = ended.attachments();
        record.status = record.status.max(ended.status);
        record.failures.extend(ended.failure);
        Ok(())
    }

    /// The arguments of a step that the World can do.
    fn prepare(&self, call: &Call, world: &mut W, step: &PickleStep, uri: &str) -> Result<Vec<(Option<String>, String)>, Box<Failure>> {
        if let Some(doc) = self.matcher.doc(call) {
            let applies = self.cast.backend.applies(world, doc, &self.cast.definitions, &step.text);
            applies.map_err(|failure| Box::new(failure.label(label(uri, step))))?;
        }
        self.arguments(call, world, &step.text)
    }

    fn arguments(&self, call: &Call, world: &mut W, text: &str) -> Result<Vec<(Option<String>, String)>, Box<Failure>> {
        let mut arguments = self.matcher.arguments(call, text);
        for (_, argument) in arguments.iter_mut().skip(1) {
            if let Some(filled) = self.cast.backend.fill(world, argument)? {
                *argument = filled;
            }
        }
        Ok(arguments)
    }

    async fn hook(
        &self,
        hook: &Hook<W>,
        world: &mut W,
        pickle: &Arc<Pickle>,
        record: &mut ScenarioRecord,
        at: At,
    ) -> Result<(), Abandoned> {
        let context = HookContext { pickle: Arc::clone(pickle), status: record.status };
        let started = self.begin(at)?;
        let work = guarded_future(async { (hook.body)(world, &context).await }).await;
        let took = started.elapsed();
        let named = |mut failure: Failure| {
            failure.title = format!("the hook \"{}\": {}", hook.name, failure.title);
            failure
        };
        let ended = match work {
            Ok(()) => ending(None),
            Err(Halt::Ended(ended)) => said(ended, named),
            Err(Halt::Panicked(message, at)) => ending(Some(named(panicked(Fault::Unmet, &message, at)))),
        };
        let told = HookRecord { name: hook.name.clone(), status: ended.status, took, attachments: ended.attachments() };
        if matches!(at.place, Place::Before(_)) { &mut record.before } else { &mut record.after }.push(told);
        record.status = record.status.max(ended.status);
        record.failures.extend(ended.failure);
        self.watch.keep(record);
        Ok(())
    }

    /// Something begins that may take so much time; tells when.
    fn begin(&self, at: At) -> Result<Instant, Abandoned> {
        self.watch.begin(at).ok_or(Abandoned)
    }
}

/// How a step or hook ended.
struct Ending {
    status: Status,
    failure: Option<Failure>,
    reason: Option<String>,
}

impl Ending {
    /// What was attached, and why it was skipped.
    fn attachments(&self) -> Vec<Attachment> {
        let mut attached = scope::attached();
        let line = |reason: &String| Attachment {
            media_type: Attachment::LOG.into(),
            body: Body::Text(format!("skipped: {reason}")),
            file_name: None,
        };
        attached.extend(self.reason.as_ref().map(line));
        attached
    }
}

fn ending(failure: Option<Failure>) -> Ending {
    let status = if failure.is_none() { Status::Passed } else { Status::Failed };
    Ending { status, failure, reason: None }
}

fn said(ended: Ended, point: impl FnOnce(Failure) -> Failure) -> Ending {
    match ended {
        Ended::Skipped(reason) => Ending { status: Status::Skipped, failure: None, reason: Some(reason) },
        Ended::Pending(reason) => {
            Ending { status: Status::Pending, failure: Some(point(Failure::new(Fault::Feature, reason))), reason: None }
        }
    }
}

fn fail(record: &mut ScenarioRecord, failure: Failure) {
    record.status = Status::Failed;
    record.failures.push(failure);
}

fn panic_failure(what: &str, halt: Halt) -> Failure {
    let (message, at) = panic_of(halt);
    panicked(Fault::Unmet, &format!("{what}: {message}"), at)
}

/// What stands between the runner and a World panicked.
fn broken(halt: Halt) -> Failure {
    let (message, at) = panic_of(halt);
    panicked(Fault::Model, &format!("the scenario's backend panicked: {message}"), at)
}
