//! Who may stop an action: an app's server its own installation and uninstallation, pages what an agent does (FD-15).

use super::widget::Remark;
use super::{Action, Freshdesk, SERVER};
use crate::clock::{Instant, Millis};
use crate::host::arbitration::{Heard, Question};
use crate::host::{ActionId, CallId, Effect, HandlerAnswer, Outcome, Verdict, WidgetId};
use crate::record::{HookEnd, Severity};
use serde_json::{Value, json};

/// How long a server may take (FD-16).
const DEADLINE: &str = "handler.deadline";
/// How long the message of a refused installation may be (FD-15).
const MESSAGE: &str = "install.message";

impl Freshdesk {
    /// Somebody does something: whoever may stop it is asked first, all at once.
    pub(super) fn act(&mut self, now: Instant, action: ActionId, what: Action, out: &mut Vec<Effect>) {
        if let Some((rule, nothing)) = what.deed().changes_nothing(self) {
            out.push(Effect::Decided { rule: rule.into(), what: nothing });
            return self.arbitration.settle(action, Outcome::Unchanged, out);
        }
        if what.deed().prepare(self, now, out) {
            // What comes alive has to say first what it listens to.
            self.prepared.insert(action, what);
            return out.push(Effect::WakeAt { at: now, wake: super::Due::Prepared(action).into() });
        }
        self.guard(now, action, what, out);
    }

    /// What an action needs is alive and has said what it listens to.
    pub(super) fn go_on(&mut self, now: Instant, action: ActionId, out: &mut Vec<Effect>) {
        if let Some(what) = self.prepared.remove(&action) {
            self.guard(now, action, what, out);
        }
    }

    fn guard(&mut self, now: Instant, action: ActionId, what: Action, out: &mut Vec<Effect>) {
        let Some(hook) = what.hook() else { return self.carry_out(now, action, Some(&what), out) };
        let known = what.deed().payload(self);
        let asked = self.asked_by(hook, what.deed().app());
        let shape = self.catalog.hook(hook).map(|hook| &hook.payload);
        let to = asked.first().map(|(widget, _)| *widget).filter(|_| what.deed().app().is_some());
        let payload = match shape.filter(|_| to.is_some()) {
            Some(shape) => self.payload(now, shape, hook, &json!({}), to),
            None => known,
        };
        self.ask(now, Question { action, hook, payload: &payload, what: Some(what), asked, limit: None }, out);
    }

    /// The feature's author has a hook asked.
    pub(super) fn fire_hook(&mut self, now: Instant, action: ActionId, hook: &str, payload: &Value, out: &mut Vec<Effect>) {
        let asked = self.asked_by(hook, None);
        let payload = asked.first().map_or_else(|| payload.clone(), |(widget, _)| self.with_iparams(*widget, payload));
        self.ask(now, Question { action, hook, payload: &payload, what: None, asked, limit: None }, out);
    }

    fn ask(&mut self, now: Instant, question: Question<'_, Action>, out: &mut Vec<Effect>) {
        if question.asked.is_empty() {
            out.push(Effect::Decided { rule: "FD-15".into(), what: format!("nobody is asked by {}", question.hook) });
            return self.carry_out(now, question.action, question.what.as_ref(), out);
        }
        if let Some(entry) = self.catalog.hook(question.hook) {
            out.push(Effect::Applied { rules: self.own(&entry.rule, &entry.rules, &entry.quirks) });
        }
        // A page may let the agent wait; a server is cut.
        let limit = question.asked.iter().any(|(id, _)| self.is_server(*id)).then(|| self.deadline());
        self.arbitration.ask(now, Question { limit, ..question }, out);
    }

    /// Who is asked: what is alive, listens, and may; of a server's hook, that app's own server alone.
    fn asked_by(&self, hook: &str, app: Option<&str>) -> Vec<(WidgetId, String)> {
        let asked = self.widgets.iter().filter(|(_, widget)| {
            let own = app.is_none_or(|app| widget.extension == app);
            own && widget.alive && widget.subscriptions.contains(hook) && self.catalog.may_be_asked(hook, &widget.location)
        });
        asked.map(|(id, _)| (*id, hook.to_owned())).collect()
    }

    pub(super) fn is_server(&self, id: WidgetId) -> bool {
        self.widgets.get(&id).is_some_and(|widget| widget.location == SERVER)
    }

    /// How long a server may take (FD-16).
    pub(super) fn deadline(&self) -> Millis {
        self.catalog.limit(DEADLINE).map_or(Millis::MAX, |limit| limit.value)
    }

    /// Somebody answers. An answer to what is settled changes nothing.
    pub(super) fn answered(&mut self, now: Instant, call: CallId, answers: &[HandlerAnswer], out: &mut Vec<Effect>) {
        if self.invocation_answered(call, answers, out) {
            return;
        }
        let (action, widget) = match self.arbitration.hear(call) {
            Some(Heard::InTime(action, widget)) => (action, widget),
            Some(Heard::TooLate(widget, _)) => {
                let what = format!("the answer of {} comes too late: it changes nothing", self.name_of(widget));
                out.push(Effect::Decided { rule: "FD-15".into(), what });
                return out.push(Effect::TooLate { widget });
            }
            None => return,
        };
        let name = self.name_of(widget);
        match super::verdict::judge(answers) {
            Verdict::Allow => {
                out.push(Effect::Decided { rule: "FD-15".into(), what: format!("{name} lets it go on") });
                if let Some(pending) = self.arbitration.allow(action, call, out) {
                    self.carry_out(now, action, pending.what.as_ref(), out);
                }
            }
            Verdict::Refuse { msg } => {
                out.push(Effect::Decided { rule: "FD-15".into(), what: format!("{name} refuses") });
                self.is_short(widget, msg.as_deref(), out);
                self.stop(action, widget, HookEnd::Refused, msg, out);
            }
        }
    }

    /// A server's refusal is short (FD-15).
    fn is_short(&self, widget: WidgetId, msg: Option<&str>, out: &mut Vec<Effect>) {
        let (length, most) = (msg.map_or(0, |msg| msg.chars().count()), self.most(MESSAGE));
        if length > most && self.is_server(widget) {
            let text = format!("the message of renderData has {length} characters: Freshdesk takes {most}");
            self.remark(widget, Remark { severity: Severity::Error, rule: "FD-15", text: &text, help: "shorten it", at: None }, out);
        }
    }

    /// Nothing of what the action would do is done.
    fn stop(&mut self, action: ActionId, by: WidgetId, end: HookEnd, msg: Option<String>, out: &mut Vec<Effect>) {
        let pending = match end {
            HookEnd::Refused => self.arbitration.refuse(action, out),
            _ => self.arbitration.end(action, end, out),
        };
        let Some(pending) = pending else { return };
        let general = match pending.hook.as_str() {
            "onAppInstall" => "install.refused",
            "onAppUninstall" => "uninstall.refused",
            _ => "interceptor.refused",
        };
        let reason = msg.unwrap_or_else(|| self.catalog.wording(general, &[]));
        out.push(Effect::Decided { rule: "FD-15".into(), what: "the action is stopped: nothing changes".into() });
        if let Some(what) = &pending.what {
            what.deed().refused(self, out);
        }
        out.push(Effect::Message { action, text: reason.clone() });
        self.arbitration.settle(action, Outcome::Stopped { by, reason }, out);
    }

    /// A server that has not answered in time has not agreed (derived).
    pub(super) fn time_is_up(&mut self, now: Instant, action: ActionId, triggered: Instant, out: &mut Vec<Effect>) {
        let Some(pending) = self.arbitration.waits_since(action, triggered) else { return };
        let Some(by) = pending.waiting.values().next().copied() else { return };
        let what = format!("{} has not answered for {} ms: it has not agreed", self.name_of(by), now.since(triggered));
        out.push(Effect::Decided { rule: "FD-16".into(), what });
        self.stop(action, by, HookEnd::TimedOut, None, out);
    }

    fn carry_out(&mut self, now: Instant, action: ActionId, what: Option<&Action>, out: &mut Vec<Effect>) {
        // What stands in its way may have come while apps were asked.
        let nothing = what.and_then(|what| what.deed().changes_nothing(self));
        let outcome = if nothing.is_some() { Outcome::Unchanged } else { Outcome::Done };
        match (what, nothing) {
            (Some(_), Some((rule, nothing))) => out.push(Effect::Decided { rule: rule.into(), what: nothing }),
            (Some(what), None) => what.deed().carry_out(self, now, out),
            (None, _) => {}
        }
        self.arbitration.settle(action, outcome, out);
    }
}
