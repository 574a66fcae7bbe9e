//! A record as cucumber's Writers can be told it.

use crate::record::{Attachment, Body, Failure, HookRecord, ScenarioRecord, Status, StepRecord};
use std::collections::VecDeque;

/// What is told of one run of a scenario. At most one step ends otherwise than passed, and it is the last one that is told, as cucumber's
/// own runner does it: Writers count a scenario at each skipped and each failed step.
pub(super) struct Story<'r> {
    /// The hooks before the steps.
    pub(super) before: Vec<Hook<'r>>,
    /// The steps that are told, in order.
    pub(super) steps: Vec<Told<'r>>,
    /// The hooks after the steps.
    pub(super) after: Vec<Hook<'r>>,
    /// Why the scenario failed where neither a step nor a hook did.
    pub(super) loose: Option<String>,
}

/// A hook, and how it ended.
pub(super) struct Hook<'r> {
    pub(super) record: &'r HookRecord,
    pub(super) end: HookEnd,
}

/// How a hook ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum HookEnd {
    Passed,
    Failed(String),
    /// It was not run, or its failure is told elsewhere.
    Untold,
}

/// A step, and how it ended.
pub(super) struct Told<'r> {
    /// Its number among the record's steps.
    pub(super) index: usize,
    pub(super) record: &'r StepRecord,
    pub(super) end: End,
    /// What is said beside, before its end.
    pub(super) remarks: Vec<String>,
}

/// How a step ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum End {
    Passed,
    Skipped,
    Undefined,
    Failed(String),
}

impl<'r> Story<'r> {
    pub(super) fn of(record: &'r ScenarioRecord) -> Self {
        let mut failures: VecDeque<&Failure> = record.failures.iter().collect();
        let broken: Vec<_> = record.steps.iter().filter(|step| step.status > Status::Skipped).map(|_| failures.pop_front()).collect();
        let steps = steps(record, &broken);
        let mut hooks = |records: &'r [HookRecord]| records.iter().map(|hook| Hook::of(hook, &mut failures)).collect::<Vec<_>>();
        let (before, after) = (hooks(&record.before), hooks(&record.after));
        let mut story = Self { before, steps, after, loose: None };
        match story.steps.last_mut().filter(|step| step.end.is_failure()) {
            Some(step) => step.remarks.extend(failures.into_iter().map(text)),
            None => story.loose = loose(record, &failures, story.hook_failed()),
        }
        story
    }

    /// The same of an attempt that was not the last one. Writers forgive a step that is tried again, but never a hook: so what failed
    /// beside the steps is told as the last step's failure. Where there is no step, it stays what it is.
    pub(super) fn tried_again(mut self, record: &'r ScenarioRecord) -> Self {
        if self.steps.is_empty() {
            self.steps.extend(record.steps.first().map(|step| Told { index: 0, record: step, end: End::Skipped, remarks: Vec::new() }));
        }
        let Some(last) = self.steps.last_mut() else { return self };
        let mut texts: Vec<String> = match &last.end {
            End::Failed(text) => vec![text.clone()],
            End::Undefined => vec!["nothing says what this step means".to_owned()],
            End::Passed | End::Skipped => Vec::new(),
        };
        for hook in self.before.iter_mut().chain(&mut self.after).filter(|hook| matches!(hook.end, HookEnd::Failed(_))) {
            if let HookEnd::Failed(text) = std::mem::replace(&mut hook.end, HookEnd::Untold) {
                let named = text.starts_with("the hook ");
                texts.push(if named { text } else { format!("hook `{}`: {text}", hook.record.name) });
            }
        }
        texts.extend(self.loose.take());
        if !texts.is_empty() {
            last.end = End::Failed(texts.join("\n"));
        }
        self
    }

    fn hook_failed(&self) -> bool {
        self.before.iter().chain(&self.after).any(|hook| matches!(hook.end, HookEnd::Failed(_)))
    }
}

impl End {
    fn is_failure(&self) -> bool {
        matches!(self, Self::Undefined | Self::Failed(_))
    }
}

impl<'r> Hook<'r> {
    fn of(record: &'r HookRecord, failures: &mut VecDeque<&Failure>) -> Self {
        let end = match record.status {
            Status::Passed => HookEnd::Passed,
            Status::Skipped => HookEnd::Untold,
            status => HookEnd::Failed(why(status, failures.pop_front(), "the hook")),
        };
        Self { record, end }
    }
}

/// The passed steps up to the first that failed; or, where none did, up to the first that was skipped.
fn steps<'r>(record: &'r ScenarioRecord, failures: &[Option<&Failure>]) -> Vec<Told<'r>> {
    let broken = record.steps.iter().position(|step| step.status > Status::Skipped);
    let mut told = Vec::new();
    for (index, step) in record.steps.iter().enumerate() {
        let end = match step.status {
            Status::Passed => End::Passed,
            Status::Skipped if broken.is_none() && !record.failed() => End::Skipped,
            Status::Skipped if broken.is_none() => break,
            Status::Skipped => continue,
            Status::Undefined => End::Undefined,
            status => End::Failed(why(status, failures.first().copied().flatten(), "the step")),
        };
        let first = usize::from(end != End::Undefined);
        let remarks = if broken == Some(index) { failures.iter().skip(first).flatten().map(|it| text(it)).collect() } else { Vec::new() };
        let is_last = end != End::Passed;
        told.push(Told { index, record: step, end, remarks });
        if is_last {
            break;
        }
    }
    told
}

/// Why a scenario failed that has no failed step; where a hook failed, what else is wrong with it.
fn loose(record: &ScenarioRecord, failures: &VecDeque<&Failure>, told: bool) -> Option<String> {
    if !record.failed() || (told && failures.is_empty()) {
        return None;
    }
    let texts: Vec<_> = failures.iter().map(|failure| text(failure)).collect();
    Some(match texts.join("\n") {
        none if none.is_empty() && record.flaky => "it passed, but not at its first attempt".to_owned(),
        none if none.is_empty() => why(record.status, None, "the scenario"),
        texts => texts,
    })
}

fn why(status: Status, failure: Option<&Failure>, who: &str) -> String {
    let text = failure.map(text);
    match (status, text) {
        (Status::Pending, Some(text)) if text.starts_with("pending") => text,
        (Status::Pending, Some(text)) => format!("pending: {text}"),
        (Status::Pending, None) => format!("pending: {who} is not finished"),
        (_, Some(text)) => text,
        (_, None) => format!("{who} failed"),
    }
}

/// A failure as lines: its title, its details, its picture, its help, what can be pasted.
fn text(failure: &Failure) -> String {
    let Failure { title, details, picture, help, snippet, .. } = failure;
    let help = help.as_ref().map(|help| format!("help: {help}"));
    let lines = [title.clone()].into_iter().chain(details.iter().cloned()).chain(picture.clone()).chain(help).chain(snippet.clone());
    lines.collect::<Vec<_>>().join("\n")
}

/// The lines of log and the links among attachments: Writers know no others.
pub(super) fn logs(attachments: &[Attachment]) -> impl Iterator<Item = &str> {
    attachments.iter().filter_map(|attachment| match &attachment.body {
        Body::Text(text) if [Attachment::LOG, Attachment::LINK].contains(&attachment.media_type.as_str()) => Some(text.as_str()),
        _ => None,
    })
}
