//! One way for every call: the catalogue says which there are, with what and how often; a table says what each does.

use super::super::widget::Remark;
use super::super::{App, Freshdesk, SERVER};
use crate::catalog::{Call, Catalog, Kind, MODAL, Type};
use crate::clock::Instant;
use crate::host::{Ask, Effect, Place, Reply, RequestId, WidgetId};
use crate::record::Severity;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// A call of an app's.
pub(in super::super) struct Calling {
    pub(in super::super) now: Instant,
    pub(in super::super) widget: WidgetId,
    pub(in super::super) request: RequestId,
    /// The app's name.
    pub(in super::super) app: String,
    /// Its name in the catalogue: `$db.get`.
    pub(in super::super) name: String,
    /// The arguments.
    pub(in super::super) given: Vec<Value>,
}

impl Calling {
    /// An argument; null where none was given.
    pub(in super::super) fn argument(&self, at: usize) -> &Value {
        self.given.get(at).unwrap_or(&Value::Null)
    }

    /// An argument that is a text.
    pub(in super::super) fn text(&self, at: usize) -> &str {
        self.argument(at).as_str().unwrap_or_default()
    }

    /// An argument that is an object.
    pub(in super::super) fn object(&self, at: usize) -> Map<String, Value> {
        self.argument(at).as_object().cloned().unwrap_or_default()
    }
}

/// Why an app's promise is rejected.
pub(in super::super) struct Refused {
    /// What HTTP would say of it.
    pub(in super::super) status: u16,
    /// What the app reads.
    pub(in super::super) message: String,
    /// What weight it has for its vendor; `None` where it is no mistake.
    pub(in super::super) severity: Option<Severity>,
}

/// What a call comes to: the answer, or nothing as long as somebody else has to answer first.
pub(in super::super) type Done = Result<Option<Value>, Refused>;

/// What each call does, by its name in the catalogue.
type Does = fn(&mut Freshdesk, &Calling, &mut Vec<Effect>) -> Done;

const CALLS: [(&str, Does); 34] = [
    ("$db.get", Freshdesk::db_get),
    ("$db.set", Freshdesk::db_set),
    ("$db.update", Freshdesk::db_update),
    ("$db.delete", Freshdesk::db_delete),
    ("$request.invokeTemplate", Freshdesk::invoke_template),
    ("$request.get", Freshdesk::request),
    ("$request.post", Freshdesk::request),
    ("$request.put", Freshdesk::request),
    ("$request.patch", Freshdesk::request),
    ("$request.delete", Freshdesk::request),
    ("$schedule.create", Freshdesk::create_schedule),
    ("$schedule.fetch", Freshdesk::fetch_schedule),
    ("$schedule.update", Freshdesk::update_schedule),
    ("$schedule.delete", Freshdesk::delete_schedule),
    ("generateTargetUrl", Freshdesk::generate_target_url),
    ("renderData", Freshdesk::render_data),
    ("client.data.get ticket", Freshdesk::data_of_ticket),
    ("client.data.get requester", Freshdesk::data_of_requester),
    ("client.data.get contact", Freshdesk::data_of_contact),
    ("client.data.get company", Freshdesk::data_of_company),
    ("client.data.get group", Freshdesk::data_of_group),
    ("client.data.get loggedInUser", Freshdesk::data_of_agent),
    ("client.data.get domainName", Freshdesk::data_of_domain),
    ("client.data.get currentHost", Freshdesk::data_of_host),
    ("client.iparams.get", Freshdesk::page_iparams),
    ("client.interface.trigger showNotify", Freshdesk::show_notify),
    ("client.interface.trigger showModal", Freshdesk::show_modal),
    ("client.interface.trigger showDialog", Freshdesk::show_modal),
    ("client.instance.context", Freshdesk::instance_context),
    ("client.instance.get", Freshdesk::instances),
    ("client.instance.resize", Freshdesk::resize),
    ("client.instance.close", Freshdesk::close_instance),
    ("client.instance.send", Freshdesk::send),
    ("client.request.invoke", Freshdesk::invoke),
];

impl Freshdesk {
    /// An app has something done.
    pub(in super::super) fn asked(
        &mut self,
        now: Instant,
        (widget, request): (WidgetId, RequestId),
        ask: &Ask,
        at: Option<Place>,
        out: &mut Vec<Effect>,
    ) {
        let (Ask::Call { name, given }, Some(known)) = (ask, self.widgets.get(&widget)) else { return };
        let (app, name) = (known.extension.clone(), name.clone());
        let given = self.catalog.call(&name).map_or_else(|| given.clone(), |call| meant(call, given));
        let calling = Calling { now, widget, request, app, name, given };
        let reply = match self.done(&calling, out) {
            Ok(None) => return,
            Ok(Some(answer)) => Reply::Resolve(answer),
            Err(refused) => {
                if let Some(severity) = refused.severity {
                    self.remark(widget, Remark { severity, rule: "FD-16", text: &refused.message, help: "", at }, out);
                }
                Reply::Reject(refused.told(&calling.name))
            }
        };
        out.push(Effect::Reply { widget, request, reply });
    }

    fn done(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let (catalog, name) = (Arc::clone(&self.catalog), calling.name.as_str());
        let known = catalog.call(name).filter(|call| call.played && self.is_for(call, calling));
        let known = known.and_then(|call| Some((call, CALLS.iter().find(|(known, _)| *known == call.name)?)));
        let Some((call, (_, does))) = known else { return Err(self.unknown(calling)) };
        self.takes(&catalog, call, calling)?;
        self.not_too_often(call, calling)?;
        out.push(Effect::Applied { rules: self.own(&call.rule, &call.rules, &call.quirks) });
        does(self, calling, out)
    }

    /// Whether a part of an app has a call, as it writes it: what its server has, its pages have not, or call otherwise. A modal box has what
    /// other pages have.
    fn is_for(&self, call: &Call, calling: &Calling) -> bool {
        let at = self.widgets.get(&calling.widget).map_or("", |widget| &widget.location);
        if call.also.is_some() {
            return (calling.name == call.name) == (at == SERVER);
        }
        let listed = |all: &Vec<String>| all.iter().any(|known| known == at || (at == MODAL && known != SERVER));
        call.locations.as_ref().is_none_or(listed)
    }

    fn unknown(&self, calling: &Calling) -> Refused {
        let (name, at) = (calling.name.as_str(), self.widgets.get(&calling.widget).map_or("", |widget| &widget.location));
        let at = if at == MODAL { "a modal box" } else { at };
        let near = self.catalog.nearest(Kind::Call, name).filter(|near| *near != name);
        let mut refused = self.refused(501, "fd.call.missing", &[("call", name), ("location", at)]);
        refused.message.push_str(&near.map(|near| format!(" Did you mean {near}?")).unwrap_or_default());
        refused
    }

    /// Refuses what is given where the catalogue has something else, and more than there may be.
    fn takes(&self, catalog: &Catalog, call: &Call, calling: &Calling) -> Result<(), Refused> {
        for (at, shape) in call.arguments.iter().enumerate() {
            let given = calling.argument(at);
            if given.is_null() && shape.optional {
                continue;
            }
            if let Some(fault) = catalog.violations(shape, given).first() {
                let fault = format!("{} at {}", fault.text, fault.path.replacen('$', &shape.key, 1));
                return Err(self.refused(400, "fd.call.misshapen", &[("call", &calling.name), ("fault", &fault)]));
            }
        }
        Ok(())
    }

    /// Refuses a call that was made too often within a while: calls of one limit count together.
    fn not_too_often(&mut self, call: &Call, calling: &Calling) -> Result<(), Refused> {
        let Some(rate) = &call.rate else { return Ok(()) };
        let (most, within) = (self.most(&rate.times), self.span(&rate.within));
        let app: &mut App = self.apps.entry(calling.app.clone()).or_default();
        if app.count(calling.now, &rate.times, most, within) {
            return Ok(());
        }
        let (times, seconds) = (most.to_string(), (within / 1000).to_string());
        Err(self.refused(429, "fd.call.too-often", &[("call", &calling.name), ("times", &times), ("seconds", &seconds)]))
    }

    /// A refusal in the words of one of the catalogue's messages: a mistake of the vendor's.
    pub(in super::super) fn refused(&self, status: u16, message: &str, values: &[(&str, &str)]) -> Refused {
        Refused { status, message: self.catalog.wording(message, values), severity: Some(Severity::Error) }
    }

    /// A refusal that is no mistake: what is looked for is not there now.
    pub(in super::super) fn absent(&self, status: u16, message: &str, values: &[(&str, &str)]) -> Refused {
        Refused { severity: None, ..self.refused(status, message, values) }
    }
}

/// What is given to a call. Apps pass IDs where a text is wanted, as the key of what they store: a number stands for its digits (derived).
fn meant(call: &Call, given: &[Value]) -> Vec<Value> {
    let is_text = |at: usize| call.arguments.get(at).is_some_and(|shape| shape.of == Type::String);
    let one = |(at, value): (usize, &Value)| if value.is_number() && is_text(at) { value.to_string().into() } else { value.clone() };
    given.iter().enumerate().map(one).collect()
}

impl Refused {
    /// As apps read it: what `$request` is refused looks like an answer.
    fn told(&self, call: &str) -> Value {
        if call.starts_with("$request.") || (call.starts_with("client.request.") && !call.ends_with(".invoke")) {
            return json!({"status": self.status, "headers": {}, "response": self.message});
        }
        json!({"status": self.status, "message": self.message})
    }
}
