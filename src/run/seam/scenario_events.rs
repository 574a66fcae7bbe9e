//! One run of a scenario as cucumber's events.

use super::story::{End, Hook, HookEnd, Story, Told, logs};
use crate::run::played::{Attempt, Match};
use cucumber::Event;
use cucumber::event::{HookType, Info, Metadata, Retries, RetryableScenario, Scenario, Source, StepError};
use cucumber::gherkin::Step;
use regex::{CaptureLocations, Regex};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, SystemTime};

/// The events of one run of a scenario, from Started to Finished, each at its time.
pub(super) struct Telling<W> {
    retries: Option<Retries>,
    at: Metadata,
    events: Vec<Event<RetryableScenario<W>>>,
}

impl<W> Telling<W> {
    /// Tells of `attempt`, which began at `started`; its steps are those of `steps`, in the order of the record.
    pub(super) fn tell(
        attempt: &Attempt,
        steps: &[&Step],
        retries: Option<Retries>,
        started: SystemTime,
    ) -> Vec<Event<RetryableScenario<W>>> {
        let record = &attempt.record;
        let story = Story::of(record);
        let story = if retries.is_some_and(|retries| retries.left > 0) { story.tried_again(record) } else { story };
        let mut telling = Self { retries, at: at(started), events: Vec::with_capacity(2 * (steps.len() + 1)) };
        telling.push(Scenario::Started);
        story.before.into_iter().for_each(|hook| telling.hook(HookType::Before, hook));
        for told in story.steps {
            let Some(step) = steps.get(told.index) else { break };
            let call = attempt.calls.get(told.index).cloned().flatten();
            telling.step(Source::new((*step).clone()), told, call);
        }
        story.after.into_iter().for_each(|hook| telling.hook(HookType::After, hook));
        if let Some(text) = story.loose {
            telling.push(Scenario::hook_started(HookType::After));
            telling.push(Scenario::hook_failed(HookType::After, None, info(text)));
        }
        telling.at.at = telling.at.at.max(started.checked_add(record.took).unwrap_or(started));
        telling.push(Scenario::Finished);
        telling.events
    }

    fn hook(&mut self, which: HookType, Hook { record, end }: Hook<'_>) {
        if end != HookEnd::Untold {
            self.push(Scenario::hook_started(which));
        }
        self.log(logs(&record.attachments));
        self.pass(record.took);
        match end {
            HookEnd::Passed => self.push(Scenario::hook_passed(which)),
            HookEnd::Failed(text) => self.push(Scenario::hook_failed(which, None, info(text))),
            HookEnd::Untold => {}
        }
    }

    fn step(&mut self, step: Source<Step>, told: Told<'_>, call: Option<Match>) {
        let event =
            |event| if told.record.background { Scenario::Background(step.clone(), event) } else { Scenario::Step(step.clone(), event) };
        self.push(event(cucumber::event::Step::Started));
        self.log(logs(&told.record.attachments).chain(told.remarks.iter().map(String::as_str)));
        self.pass(told.record.took);
        self.push(event(ended(told.end, call)));
    }

    fn log<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        // Writers put what follows behind it: a log has to end its line.
        texts.for_each(|text| self.push(Scenario::Log(format!("{}\n", text.trim_end_matches('\n')))));
    }

    fn pass(&mut self, time: Duration) {
        self.at.at = self.at.at.checked_add(time).unwrap_or(self.at.at);
    }

    fn push(&mut self, event: Scenario<W>) {
        self.events.push(self.at.wrap(event.with_retries(self.retries)));
    }
}

/// A time as cucumber attaches it to events: `at(time).wrap(event)` happened then.
pub(crate) fn at(time: SystemTime) -> Metadata {
    let mut at = Metadata::new(());
    at.at = time;
    at
}

fn ended<W>(end: End, call: Option<Match>) -> cucumber::event::Step<W> {
    use cucumber::event::Step;
    match (end, call) {
        (End::Passed, Some((captures, place))) => Step::Passed(captures, place),
        (End::Passed, None) => Step::Passed(no_captures(), None),
        (End::Skipped, _) => Step::Skipped,
        (End::Undefined, _) => Step::Failed(None, None, None, StepError::NotFound),
        (End::Failed(text), call) => {
            let (captures, place) = call.map_or((None, None), |(captures, place)| (Some(captures), place));
            Step::Failed(captures, place, None, StepError::Panic(info(text)))
        }
    }
}

/// Writers read a panic's text out of a `String`.
fn info(text: String) -> Info {
    Arc::new(text)
}

fn no_captures() -> CaptureLocations {
    static NONE: LazyLock<CaptureLocations> =
        LazyLock::new(|| Regex::new("").map_or_else(|_| unreachable!(), |none| none.capture_locations()));
    NONE.clone()
}
