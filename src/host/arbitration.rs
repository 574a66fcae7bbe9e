//! Questions to extensions that may stop what an agent does, and how every action ended: the same on every host.

use super::{ActionId, CallId, Effect, Outcome, Wake, WidgetId};
use crate::clock::{Instant, Millis};
use crate::record::HookEnd;
use serde_json::Value;
use std::collections::BTreeMap;

/// An action that waits for its hook's subscribers.
#[derive(Debug, Clone)]
pub(super) struct Pending<A> {
    /// What follows if nobody refuses; `None` where a feature's author fired the hook by hand.
    pub(super) what: Option<A>,
    /// The hook's name.
    pub(super) hook: String,
    /// When it was asked.
    pub(super) triggered: Instant,
    /// How many were asked.
    pub(super) asked: usize,
    /// Who has not answered yet.
    pub(super) waiting: BTreeMap<CallId, WidgetId>,
}

impl<A> Pending<A> {
    /// The question is over.
    fn over(&self, end: HookEnd) -> Effect {
        Effect::Consulted { hook: self.hook.clone(), asked: self.asked, end }
    }
}

/// Who answers, and whether it still counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard {
    /// The action waits for it.
    InTime(ActionId, WidgetId),
    /// The action is settled by the rule: by time (HOOK-04), or by another's refusal (HOOK-03).
    TooLate(WidgetId, &'static str),
}

/// Questions that wait, and how actions ended.
#[derive(Debug, Clone)]
pub(super) struct Arbitration<A> {
    pending: BTreeMap<ActionId, Pending<A>>,
    outcomes: BTreeMap<ActionId, Outcome>,
    /// Who was asked, and for which action, by the call.
    calls: Vec<(Option<ActionId>, WidgetId)>,
}

impl<A> Default for Arbitration<A> {
    fn default() -> Self {
        Self { pending: BTreeMap::new(), outcomes: BTreeMap::new(), calls: Vec::new() }
    }
}

/// A hook that is to be asked.
pub(super) struct Question<'a, A> {
    /// For which action.
    pub(super) action: ActionId,
    /// The hook's name.
    pub(super) hook: &'a str,
    /// What it tells.
    pub(super) payload: &'a Value,
    /// What follows if nobody refuses.
    pub(super) what: Option<A>,
    /// Who is asked, at least one, each with the spelling of the hook's name that it subscribed to.
    pub(super) asked: Vec<(WidgetId, String)>,
    /// How long they may think; `None` for as long as they like.
    pub(super) limit: Option<Millis>,
}

impl<A> Arbitration<A> {
    /// Asks everybody at once, and waits.
    pub(super) fn ask(&mut self, now: Instant, question: Question<'_, A>, out: &mut Vec<Effect>) {
        let Question { action, hook, payload, what, asked, limit } = question;
        let mut waiting = BTreeMap::new();
        for (widget, hook) in asked {
            let call = self.next_call(Some(action), widget);
            out.push(Effect::AskHook { call, widget, hook, payload: payload.clone() });
            waiting.insert(call, widget);
        }
        if let Some(limit) = limit {
            out.push(Effect::WakeAt { at: now + limit, wake: Wake::HookDeadline { action, triggered: now } });
        }
        self.pending.insert(action, Pending { what, hook: hook.to_owned(), triggered: now, asked: waiting.len(), waiting });
    }

    /// Who answers, and whether it still counts; `None` where nobody was asked so.
    pub(super) fn hear(&self, call: CallId) -> Option<Heard> {
        let (action, widget) = *self.calls.get(usize::try_from(call.0).ok()?.checked_sub(1)?)?;
        let action = action?;
        if self.pending.get(&action).is_some_and(|pending| pending.waiting.contains_key(&call)) {
            return Some(Heard::InTime(action, widget));
        }
        let refused = matches!(self.outcomes.get(&action), Some(Outcome::Stopped { .. }));
        Some(Heard::TooLate(widget, if refused { "HOOK-03" } else { "HOOK-04" }))
    }

    /// One allows: what waited, if it was the last one (HOOK-03).
    pub(super) fn allow(&mut self, action: ActionId, call: CallId, out: &mut Vec<Effect>) -> Option<Pending<A>> {
        let pending = self.pending.get_mut(&action)?;
        pending.waiting.remove(&call);
        if !pending.waiting.is_empty() {
            let what = format!("{} of {} have not answered yet", pending.waiting.len(), pending.asked);
            out.push(Effect::Decided { rule: "HOOK-03".into(), what });
            return None;
        }
        self.end(action, HookEnd::Allowed, out)
    }

    /// One refusal is enough, whatever the others do (HOOK-03, HOOK-05).
    pub(super) fn refuse(&mut self, action: ActionId, out: &mut Vec<Effect>) -> Option<Pending<A>> {
        let pending = self.end(action, HookEnd::Refused, out)?;
        if pending.asked > 1 {
            out.push(Effect::Decided { rule: "HOOK-05".into(), what: "one refusal stops the action, whatever the others say".into() });
        }
        Some(pending)
    }

    /// Whether the time is up that an action waits for: the deadline of an earlier hook of the same action is none of a later one's.
    pub(super) fn waits_since(&self, action: ActionId, triggered: Instant) -> Option<&Pending<A>> {
        self.pending.get(&action).filter(|pending| pending.triggered == triggered)
    }

    /// What an action waits for.
    pub(super) fn pending(&self, action: ActionId) -> Option<&Pending<A>> {
        self.pending.get(&action)
    }

    /// The question is over.
    pub(super) fn end(&mut self, action: ActionId, end: HookEnd, out: &mut Vec<Effect>) -> Option<Pending<A>> {
        let pending = self.pending.remove(&action)?;
        out.push(pending.over(end));
        Some(pending)
    }

    /// An action ends.
    pub(super) fn settle(&mut self, action: ActionId, outcome: Outcome, out: &mut Vec<Effect>) {
        self.outcomes.insert(action, outcome.clone());
        out.push(Effect::Settled { action, outcome });
    }

    /// How an action ended; `None` while it waits.
    pub(super) fn outcome(&self, action: ActionId) -> Option<&Outcome> {
        self.outcomes.get(&action)
    }

    /// How many actions have begun.
    pub(super) fn actions(&self) -> usize {
        self.outcomes.len() + self.pending.len()
    }

    /// The widgets for whose answer an action waits.
    pub(super) fn waits_for(&self, action: ActionId) -> Vec<WidgetId> {
        self.pending.get(&action).map(|pending| pending.waiting.values().copied().collect()).unwrap_or_default()
    }

    /// The key of a question that no action waits for.
    pub(super) fn call_aside(&mut self, widget: WidgetId) -> CallId {
        self.next_call(None, widget)
    }

    /// The key of one more question; keys count from 1.
    fn next_call(&mut self, action: Option<ActionId>, widget: WidgetId) -> CallId {
        self.calls.push((action, widget));
        CallId(u32::try_from(self.calls.len()).unwrap_or(u32::MAX))
    }
}
