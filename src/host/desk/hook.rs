//! Who may stop an action, and until when (HOOK-01 to HOOK-09, Q-20).

use super::action::{Barred, NOTHING_CHANGES};
use super::{Action, Desk};
use crate::catalog::{CURRENT, Entry, said_as};
use crate::clock::{Instant, Millis};
use crate::host::arbitration::{Heard, Question};
use crate::host::{ActionId, CallId, Effect, HandlerAnswer, Judgement, Outcome, Verdict, WidgetId, judge};
use crate::record::{Finding, HookEnd, Severity};
use serde_json::Value;

impl Desk {
    /// An agent does something: its hook's subscribers are asked first, all at once.
    pub(super) fn act(&mut self, now: Instant, action: ActionId, what: Action, out: &mut Vec<Effect>) {
        if let Some(nothing) = what.deed().changes_nothing(self) {
            out.push(Effect::Decided { rule: what.deed().unchanged_by().into(), what: nothing });
            self.settle(action, Outcome::Unchanged, out);
            return;
        }
        if !self.bar(action, &what, out) {
            self.guard(now, action, what, out);
        }
    }

    /// Desk itself keeps the agent from an action: nobody is asked, and nothing changes.
    fn bar(&mut self, action: ActionId, what: &Action, out: &mut Vec<Effect>) -> bool {
        let Some(Barred { rule, message }) = what.deed().barred(self) else { return false };
        let reason = self.catalog.wording(message, &[]);
        out.push(Effect::Decided { rule: rule.into(), what: "Desk keeps the agent from it: nothing changes".into() });
        out.push(Effect::Message { action, text: reason.clone() });
        self.settle(action, Outcome::Barred { reason }, out);
        true
    }

    /// What an action does, or does next, is done if its hook's subscribers let it.
    fn guard(&mut self, now: Instant, action: ActionId, what: Action, out: &mut Vec<Effect>) {
        let Some(hook) = what.hook() else { return self.carry_out(now, action, Some(&what), out) };
        let payload = self.said(hook, what.deed().payload(self));
        if self.catalog.hook(hook).is_some_and(|hook| !self.catalog.speaks(Entry::Hook(hook))) {
            let what = format!("the dialect {} has no hook {hook}: nobody is asked", self.catalog.dialect());
            out.push(Effect::Decided { rule: "HOOK-30".into(), what });
        }
        self.ask(now, action, hook, &payload, Some(what), out);
    }

    /// A hook's payload in the words of the dialect.
    fn said(&self, hook: &str, payload: Value) -> Value {
        match self.catalog.hook(hook).filter(|_| self.catalog.dialect() != CURRENT) {
            Some(hook) => said_as(&hook.payload, payload),
            None => payload,
        }
    }

    /// A hook asks all who subscribed to it; if nobody refuses, `what` is done.
    pub(super) fn ask(&mut self, now: Instant, action: ActionId, hook: &str, payload: &Value, what: Option<Action>, out: &mut Vec<Effect>) {
        let asked = self.asked_by(hook);
        let widgets: Vec<_> = asked.iter().map(|(widget, _)| *widget).collect();
        self.apply_to_question(hook, &widgets, what.as_ref(), out);
        if asked.is_empty() {
            out.push(Effect::Decided { rule: "HOOK-07".into(), what: format!("nobody is asked by {hook}{}", self.told_not_picked()) });
            self.carry_out(now, action, what.as_ref(), out);
            return;
        }
        let limit = Some(self.hook_limit());
        self.arbitration.ask(now, Question { action, hook, payload, what, asked, limit }, out);
    }

    /// Widgets that the agent could pick on this page and has not: what they would subscribe to, nobody knows.
    pub fn not_picked(&self) -> impl Iterator<Item = WidgetId> {
        self.widgets.iter().filter(|(id, widget)| !widget.alive && self.can_be_on(**id, &self.page)).map(|(id, _)| *id)
    }

    fn told_not_picked(&self) -> String {
        let names: Vec<_> = self.not_picked().map(|id| self.name_of(id)).collect();
        if names.is_empty() { String::new() } else { format!(" (not picked: {})", names.join(", ")) }
    }

    /// How long subscribers may think (HOOK-04).
    pub(super) fn hook_limit(&self) -> Millis {
        self.catalog.limit("hook.deadline").map_or(Millis::MAX, |limit| limit.value)
    }

    /// One widget answers. An answer to what is settled changes nothing.
    pub(super) fn answered(&mut self, now: Instant, call: CallId, answers: &[HandlerAnswer], out: &mut Vec<Effect>) {
        let (action, widget) = match self.arbitration.hear(call) {
            Some(Heard::InTime(action, widget)) => (action, widget),
            Some(Heard::TooLate(widget, rule)) => return self.too_late(widget, rule, out),
            None => return,
        };
        let judged = judge(answers);
        self.report(widget, &judged, out);
        self.apply_to_answer(now, action, judged.rule, out);
        let name = self.name_of(widget);
        match judged.verdict {
            Verdict::Refuse { msg } => {
                out.push(Effect::Decided { rule: judged.rule.into(), what: format!("{name} refuses") });
                self.stop(action, widget, msg, out);
            }
            Verdict::Allow => {
                out.push(Effect::Decided { rule: judged.rule.into(), what: format!("{name} allows") });
                self.allowed(now, action, call, out);
            }
        }
    }

    fn too_late(&self, widget: WidgetId, rule: &'static str, out: &mut Vec<Effect>) {
        out.push(Effect::Decided {
            rule: rule.into(),
            what: format!("the answer of {} comes too late: it changes nothing", self.name_of(widget)),
        });
        out.push(Effect::TooLate { widget });
    }

    fn allowed(&mut self, now: Instant, action: ActionId, call: CallId, out: &mut Vec<Effect>) {
        if let Some(pending) = self.arbitration.allow(action, call, out) {
            self.carry_out(now, action, pending.what.as_ref(), out);
        }
    }

    /// Nothing of what the action would do is done (HOOK-08).
    fn stop(&mut self, action: ActionId, by: WidgetId, msg: Option<String>, out: &mut Vec<Effect>) {
        let pending = self.arbitration.refuse(action, out);
        let what = pending.and_then(|pending| pending.what);
        let hook = what.as_ref().and_then(|what| self.catalog.hook(what.hook()?));
        if hook.is_some_and(|hook| hook.rules.iter().any(|rule| rule == "HOOK-29")) {
            out.push(Effect::Decided { rule: "HOOK-29".into(), what: "the agent is notified of the refusal".into() });
        }
        if msg.is_none() {
            out.push(Effect::applied("Q-39"));
        }
        let reason = msg.unwrap_or_else(|| self.catalog.wording("hook.refused", &[]));
        let (rule, left) = what.as_ref().map_or(NOTHING_CHANGES, |what| what.deed().refused());
        out.push(Effect::Decided { rule: rule.into(), what: left.into() });
        out.push(Effect::Message { action, text: reason.clone() });
        self.settle(action, Outcome::Stopped { by, reason }, out);
    }

    /// Whoever has not answered loses control, and the action goes on (HOOK-04).
    pub(super) fn time_is_up(&mut self, now: Instant, action: ActionId, triggered: Instant, out: &mut Vec<Effect>) {
        let Some(pending) = self.arbitration.waits_since(action, triggered) else { return };
        let waited = now.since(triggered);
        for widget in pending.waiting.values() {
            out.push(Effect::Decided {
                rule: "HOOK-04".into(),
                what: format!("{} has not answered for {waited} ms: it loses control", self.name_of(*widget)),
            });
        }
        let Some(pending) = self.arbitration.end(action, HookEnd::TimedOut, out) else { return };
        self.carry_out(now, action, pending.what.as_ref(), out);
    }

    fn carry_out(&mut self, now: Instant, action: ActionId, what: Option<&Action>, out: &mut Vec<Effect>) {
        // What stands in its way may have come while extensions were asked.
        if what.is_some_and(|what| self.bar(action, what, out)) {
            return;
        }
        let done = what.is_none_or(|what| what.deed().changes_nothing(self).is_none());
        if let (true, Some(what)) = (done, what)
            && let Some(next) = what.deed().carry_out(self, now, out)
        {
            return self.guard(now, action, next, out);
        }
        self.settle(action, if done { Outcome::Done } else { Outcome::Unchanged }, out);
    }

    pub(super) fn settle(&mut self, action: ActionId, outcome: Outcome, out: &mut Vec<Effect>) {
        self.arbitration.settle(action, outcome, out);
    }

    fn report(&self, id: WidgetId, judged: &Judgement, out: &mut Vec<Effect>) {
        let Some(widget) = self.widgets.get(&id) else { return };
        for remark in &judged.remarks {
            // What a feature scripts is the author's wish, not a vendor's mistake.
            let severity = if widget.scripted { Severity::Note } else { remark.severity };
            out.push(Effect::Found(Finding {
                severity,
                rule: Some(remark.rule.to_owned()),
                extension: widget.extension.clone(),
                location: widget.place().to_owned(),
                text: remark.text.clone(),
                help: Some(remark.help.to_owned()),
                at: None,
            }));
        }
    }
}
