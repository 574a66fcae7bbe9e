//! What decides without a line of its own in a told conversation: whose entry it is, who is on the list, what the payload is made of.

use super::{Action, Desk, Widget};
use crate::clock::Instant;
use crate::host::{ActionId, Effect, WidgetId};

/// Rules that decide wherever an entry that names them does; all others say so themselves, where they decide.
const WITH_THEIR_ENTRIES: [&str; 5] = ["EVT-30", "EVT-31", "EVT-32", "HOOK-27", "HOOK-28"];

impl Desk {
    /// An event that follows what happened at the desk: its own rule decides its payload, with what else its entry names (Q-02, EVT-30 …).
    pub(super) fn apply_to_event(&self, event: &str, out: &mut Vec<Effect>) {
        let Some(event) = self.catalog.event(event) else { return };
        out.push(Effect::Applied { rules: self.own(&event.rule, &event.rules, &event.quirks) });
    }

    /// Whom an event reaches: who is on its list, and all of them (EVT-28, EVT-29, LOC-07).
    pub(super) fn apply_to_delivery(&self, event: &str, reached: &[WidgetId], left_out: bool, out: &mut Vec<Effect>) {
        let has_list = self.catalog.event(event).is_some_and(|event| event.locations.is_some());
        let rules = [
            ("EVT-29", has_list && !reached.is_empty() || left_out),
            ("EVT-28", reached.len() > 1),
            ("LOC-07", self.any_outside_the_table(reached)),
        ];
        apply(&rules, Vec::new(), out);
    }

    /// Whom a hook asks (HOOK-06, HOOK-25, LOC-07), and what an action tells there: the hook's own rule, with what else its entry names.
    pub(super) fn apply_to_question(&self, hook: &str, asked: &[WidgetId], what: Option<&Action>, out: &mut Vec<Effect>) {
        let listens = |widget: &Widget| widget.subscriptions.contains(hook);
        let rules = [
            ("HOOK-25", !asked.is_empty()),
            ("HOOK-06", asked.len() < self.living(listens).len()),
            ("LOC-07", self.any_outside_the_table(asked)),
        ];
        let entry = self.catalog.hook(hook).filter(|_| !asked.is_empty()).zip(what);
        let of_entry = entry.map(|(entry, what)| {
            let shaped = what.deed().shaped_by(self).iter().map(|rule| (*rule).to_owned());
            self.own(&entry.rule, &entry.rules, &entry.quirks).into_iter().chain(shaped).collect()
        });
        apply(&rules, of_entry.unwrap_or_default(), out);
    }

    /// An answer counts: at the very instant of the deadline by Q-20, one that is odd by Q-14.
    pub(super) fn apply_to_answer(&self, now: Instant, action: ActionId, rule: &str, out: &mut Vec<Effect>) {
        let last = self.arbitration.pending(action).is_some_and(|pending| now.since(pending.triggered) == self.hook_limit());
        apply(&[("Q-20", last), ("Q-14", rule == "HOOK-09")], Vec::new(), out);
    }

    /// A widget has a location of the table (LOC-01), and may be one of several of its extension (LOC-02).
    pub(super) fn apply_to_installation(&self, widget: &Widget, out: &mut Vec<Effect>) {
        let in_table = self.catalog.location(&widget.location).is_some_and(|location| location.only.is_empty());
        let one_more = self.widgets.values().any(|other| other.extension == widget.extension);
        apply(&[("LOC-01", in_table), ("LOC-02", one_more)], Vec::new(), out);
    }

    /// An entry's own rule first, then the quirks and other rules that are played wherever the entry is.
    fn own(&self, rule: &str, others: &[String], quirks: &[String]) -> Vec<String> {
        let rules =
            others.iter().filter(|id| WITH_THEIR_ENTRIES.contains(&id.as_str()) && self.catalog.rule(id).is_some_and(|it| it.played));
        let quirks = quirks.iter().filter(|id| self.catalog.quirk(id).is_some_and(|it| it.played));
        std::iter::once(rule).chain(rules.chain(quirks).map(String::as_str)).map(str::to_owned).collect()
    }

    fn any_outside_the_table(&self, widgets: &[WidgetId]) -> bool {
        let at = |id: &WidgetId| self.widgets.get(id).and_then(|widget| self.catalog.location(&widget.location));
        widgets.iter().filter_map(at).any(|location| !location.only.is_empty())
    }
}

fn apply(rules: &[(&str, bool)], mut first: Vec<String>, out: &mut Vec<Effect>) {
    first.extend(rules.iter().filter(|(_, holds)| *holds).map(|(rule, _)| (*rule).to_owned()));
    if !first.is_empty() {
        out.push(Effect::Applied { rules: first });
    }
}
