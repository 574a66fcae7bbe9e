//! How apps hear of what happened (FD-01, FD-15).

use super::Freshdesk;
use super::shape::shaped;
use crate::catalog::Payload;
use crate::clock::Instant;
use crate::host::desk::Widget;
use crate::host::{Effect, WidgetId};
use serde_json::{Value, json};

/// Rules that shape each payload of the entries that name them; all others say so themselves, where they decide.
const SHAPES: [&str; 4] = ["FD-01", "FD-04", "FD-12", "FD-13"];

/// The limit of a payload's bytes (FD-16).
const PAYLOAD: &str = "payload.size";

/// Where an app's installation parameters stand in each payload (FD-01).
pub(crate) const IPARAMS: &str = "iparams";

impl Freshdesk {
    /// A product event: every app that listens to it is told, in the order of installation, with its own installation parameters.
    pub(super) fn tell(&self, now: Instant, event: &str, data: &Value, out: &mut Vec<Effect>) {
        let Some(found) = self.catalog.event(event) else { return };
        out.push(Effect::Applied { rules: self.own(&found.rule, &found.rules, &found.quirks) });
        let known = json!({"data": data});
        let payload = self.payload(now, &found.payload, event, &known, None);
        if is_cut(&payload) {
            out.push(Effect::applied("FD-11"));
        }
        out.push(Effect::Broadcast { event: event.to_owned(), payload });
        for widget in self.listeners(event) {
            let payload = self.payload(now, &found.payload, event, &known, Some(widget));
            self.deliver(widget, event, payload, out);
        }
    }

    /// An event of one app alone: its server is told.
    pub(super) fn tell_app(&self, now: Instant, app: &str, event: &str, known: &Value, out: &mut Vec<Effect>) {
        let Some(found) = self.catalog.event(event) else { return };
        out.push(Effect::Applied { rules: self.own(&found.rule, &found.rules, &found.quirks) });
        let own = self.listeners(event).into_iter().find(|id| self.widgets.get(id).is_some_and(|widget| widget.extension == app));
        let payload = self.payload(now, &found.payload, event, known, own.or_else(|| self.server(app)));
        out.push(Effect::Broadcast { event: event.to_owned(), payload: payload.clone() });
        match own {
            Some(widget) => self.deliver(widget, event, payload, out),
            None => out
                .push(Effect::Decided { rule: "FD-15".into(), what: format!("\"{app}\" has no handler for {event}: nobody hears of it") }),
        }
    }

    /// The feature's author has an event broadcast: whoever listens is given what the author brings, with what the runtime adds.
    pub(super) fn fire(&self, event: &str, payload: &Value, out: &mut Vec<Effect>) {
        out.push(Effect::Broadcast { event: event.to_owned(), payload: payload.clone() });
        for widget in self.listeners(event) {
            self.deliver(widget, event, self.with_iparams(widget, payload), out);
        }
    }

    /// A recorded payload as an app sees it: recorded on the way, it lacks the app's own installation parameters, which the runtime adds
    /// (Practice › What real Freshdesk apps do).
    pub(super) fn with_iparams(&self, widget: WidgetId, payload: &Value) -> Value {
        let app = self.widgets.get(&widget).and_then(|widget| self.apps.get(&widget.extension));
        let mut payload = payload.clone();
        if let (Some(keys), Some(iparams)) = (payload.as_object_mut(), app.and_then(|app| app.iparams.clone())) {
            keys.entry(IPARAMS).or_insert(iparams.into());
        }
        payload
    }

    fn deliver(&self, widget: WidgetId, event: &str, payload: Value, out: &mut Vec<Effect>) {
        let (size, most) = (payload.to_string().len(), self.most(PAYLOAD));
        if size > most {
            let what = format!("{event} has {size} bytes, and {} is given {most} at most: it hears nothing", self.name_of(widget));
            return out.push(Effect::Decided { rule: "FD-16".into(), what });
        }
        out.push(Effect::Deliver { widget, event: event.to_owned(), payload });
    }

    /// Who hears an event: what is alive, listens, and may, in the order of installation.
    fn listeners(&self, event: &str) -> Vec<WidgetId> {
        let hears = |widget: &Widget| widget.alive && (widget.hears_all || widget.subscriptions.contains(event));
        let may = |widget: &Widget| self.catalog.may_receive(event, &widget.location);
        self.widgets.iter().filter(|(_, widget)| hears(widget) && may(widget)).map(|(id, _)| *id).collect()
    }

    /// The payload of an event or of a hook: the envelope with what is known, in the documented shape (FD-01).
    pub(super) fn payload(&self, now: Instant, shape: &Payload, event: &str, known: &Value, to: Option<WidgetId>) -> Value {
        let app = to.and_then(|id| self.widgets.get(&id)).and_then(|widget| self.apps.get(&widget.extension));
        let mut envelope = json!({
            "account_id": self.account.id, "domain": self.account.domain, "event": event, "region": self.account.region, "timestamp": now.0,
            IPARAMS: app.and_then(|app| app.iparams.clone()),
        });
        if let (Some(envelope), Some(known)) = (envelope.as_object_mut(), known.as_object()) {
            envelope.extend(known.clone());
        }
        shaped(&self.catalog, shape, &envelope)
    }

    /// The server of an app, where it has one.
    pub(super) fn server(&self, app: &str) -> Option<WidgetId> {
        self.widgets.iter().find(|(_, widget)| widget.extension == app && widget.location == super::SERVER).map(|(id, _)| *id)
    }

    /// A limit's value; where the catalogue has no such limit, there is none.
    pub(super) fn most(&self, limit: &str) -> usize {
        self.catalog.limit(limit).and_then(|limit| usize::try_from(limit.value).ok()).unwrap_or(usize::MAX)
    }

    /// An entry's own rule first, then what else of its rules and quirks shapes every payload of it.
    pub(super) fn own(&self, rule: &str, others: &[String], quirks: &[String]) -> Vec<String> {
        let always = |id: &&String| SHAPES.contains(&id.as_str()) && self.catalog.rule(id).is_some_and(|it| it.played);
        let rules = others.iter().filter(always);
        let quirks = quirks.iter().filter(|id| self.catalog.quirk(id).is_some_and(|it| it.played));
        std::iter::once(rule).chain(rules.chain(quirks).map(String::as_str)).map(str::to_owned).collect()
    }
}

/// Whether a text of a payload was too long.
fn is_cut(payload: &Value) -> bool {
    let cut = |(name, value): (&String, &Value)| name.ends_with("_truncated") && *value == Value::Bool(true) || is_cut(value);
    payload.as_object().is_some_and(|keys| keys.iter().any(cut))
}
