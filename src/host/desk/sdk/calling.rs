//! One way for every call: the catalogue says which there are, from where, with what and how often; a table says what each does.

use super::super::Desk;
use super::super::data::NOT_PLAYED;
use crate::catalog::{Call, Catalog, Kind, Rate};
use crate::clock::Instant;
use crate::host::{Ask, Effect, Place, Reply, RequestId, WidgetId};
use crate::record::Severity;
use serde_json::{Map, Value};
use std::sync::Arc;

/// A call of a widget's.
pub(super) struct Calling {
    pub(super) now: Instant,
    pub(super) widget: WidgetId,
    pub(super) request: RequestId,
    /// Where in the widget's script.
    pub(super) at: Option<Place>,
    /// The widget's extension.
    pub(super) extension: String,
    /// Its name in the catalogue, or the one that is made from a template's: `set database`, `set ticketForm.subject`.
    pub(super) name: String,
    /// What is given; several in a list.
    pub(super) value: Value,
}

impl Calling {
    /// What it is about, behind the last dot: `subject` of `set ticketForm.subject`.
    pub(super) fn property(&self) -> &str {
        self.name.rsplit_once('.').map_or("", |(_, property)| property)
    }

    /// A text that is given.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.value.get(key).and_then(Value::as_str)
    }
}

/// Why a widget's promise is rejected.
pub(in super::super) struct Refused {
    /// What the widget reads.
    pub(in super::super) reason: String,
    /// What weight it has for its vendor.
    pub(in super::super) severity: Severity,
    /// The rule that decides.
    pub(in super::super) rule: String,
}

/// What a call comes to: what is answered beside the status, or nothing as long as somebody else has to answer first.
pub(super) type Done = Result<Option<Map<String, Value>>, Refused>;

/// What each call does, by its name in the catalogue.
type Does = fn(&mut Desk, &Calling, &mut Vec<Effect>) -> Done;

const CALLS: [(&str, Does); 17] = [
    ("get database", Desk::read_storage),
    ("set database", Desk::write_storage),
    ("delete database", Desk::delete_storage),
    ("set extension.config", Desk::set_config),
    ("set ticketForm.${field}", Desk::fill_in_field),
    ("set ticket.comment", Desk::comment_for_widget),
    ("set ticket.replyEditorRecipients", Desk::set_recipients),
    ("set ticket.${property}", Desk::change_for_widget),
    ("request", Desk::request),
    ("showpopup", Desk::show_popup),
    ("notify", Desk::notify),
    ("invoke ROUTE_TO ${tab}", Desk::show_tab),
    ("invoke ROUTE_TO", Desk::go_to_record),
    ("invoke MODAL_CLOSE", Desk::close_own_modal),
    ("invoke RESIZE", Desk::resize),
    ("invoke INSERT ticket.replyEditor", Desk::insert),
    ("invoke HIDE", Desk::hide),
];

impl Desk {
    /// A widget has something done.
    pub(in super::super) fn call_sdk(
        &mut self,
        now: Instant,
        (widget, request): (WidgetId, RequestId),
        ask: &Ask,
        at: Option<Place>,
        out: &mut Vec<Effect>,
    ) {
        let (Some((name, value)), Some(known)) = (ask.named(), self.widgets.get(&widget)) else { return };
        // What a feature scripts is its author's wish, and no vendor's mistake.
        let (extension, location, is_wish) = (known.extension.clone(), known.location.clone(), known.scripted);
        let calling = Calling { now, widget, request, at: at.clone(), extension, name, value: value.cloned().unwrap_or_default() };
        let reply = match self.done(&location, &calling, out) {
            Ok(None) => return,
            Ok(Some(mut answer)) => {
                answer.shift_insert(0, "status".to_owned(), "success".into());
                Reply::Resolve(answer.into())
            }
            Err(refused) => {
                let severity = if is_wish { Severity::Note } else { refused.severity };
                self.remark(widget, severity, &refused.rule, &refused.reason, at, out);
                Reply::Reject(refused.reason.into())
            }
        };
        out.push(Effect::Reply { widget, request, reply });
    }

    fn done(&mut self, location: &str, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let (catalog, name) = (Arc::clone(&self.catalog), calling.name.as_str());
        let Some(call) = catalog.call(name) else { return Err(self.unknown(calling)) };
        let Some((_, does)) = CALLS.iter().find(|(known, _)| *known == call.name && call.played) else {
            let reason = format!("{name} {NOT_PLAYED}");
            return Err(Refused { reason, severity: Severity::Warning, rule: call.rule.clone() });
        };
        if !catalog.may_call(name, location) {
            return Err(self.refused("call.wrong-location", calling, &[("location", location)]));
        }
        self.takes(call, calling)?;
        self.not_too_often(call, calling)?;
        out.push(Effect::Applied { rules: rules_of(&catalog, call) });
        let answer = does(self, calling, out)?;
        if let Some(rate) = &call.rate {
            let installation = self.installed(&calling.extension);
            installation.called.entry(rate.times.clone()).or_default().push(calling.now);
        }
        Ok(answer)
    }

    /// Desk has no such call: names the nearest, and where none is near the verbs of invoke.
    fn unknown(&self, calling: &Calling) -> Refused {
        let near = self.catalog.nearest(Kind::Call, &calling.name).map(|near| format!(" Did you mean {near}?"));
        let invoked = calling.name.starts_with("invoke ");
        let verbs = || {
            let all = self.catalog.calls().filter_map(|call| call.name.strip_prefix("invoke ")?.split(' ').next());
            let mut verbs: Vec<_> = all.collect();
            verbs.dedup();
            format!(" The verbs are {}.", verbs.join(", "))
        };
        let hint = near.or_else(|| invoked.then(verbs)).unwrap_or_default();
        let mut refused = self.refused(if invoked { "invoke.unknown" } else { "call.unknown" }, calling, &[]);
        refused.reason.push_str(&hint);
        refused
    }

    /// Refuses what is given where the documents have something else, and more of it at once than may be.
    fn takes(&self, call: &Call, calling: &Calling) -> Result<(), Refused> {
        let about = Value::from(calling.name.rsplit(' ').next());
        let mut faults: Vec<_> = call.property.iter().flat_map(|shape| self.catalog.violations(shape, &about)).collect();
        let batch = call.batch.as_ref().and_then(|id| self.catalog.limit(id)).zip(calling.value.as_array());
        if let Some((most, given)) = batch.filter(|(most, given)| u64::try_from(given.len()).is_ok_and(|count| count > most.value)) {
            let (most, count) = (most.value.to_string(), given.len().to_string());
            return Err(self.refused("call.batch", calling, &[("most", &most), ("count", &count)]));
        }
        let given = batch.map_or(std::slice::from_ref(&calling.value), |(_, given)| given);
        faults.extend(call.value.iter().flat_map(|shape| given.iter().flat_map(|one| self.catalog.violations(shape, one))));
        let refused = faults.first().map(|fault| Refused { rule: call.rule.clone(), ..self.misshapen(calling, &fault.to_string()) });
        refused.map_or(Ok(()), Err)
    }

    /// Refuses a call that was made too often within a while.
    fn not_too_often(&self, call: &Call, calling: &Calling) -> Result<(), Refused> {
        let Some(Rate { times, within }) = &call.rate else { return Ok(()) };
        let Some((most, span)) = self.catalog.limit(times).zip(self.catalog.limit(within)) else { return Ok(()) };
        let made = self.installation(&calling.extension).and_then(|it| it.called.get(times)).into_iter().flatten();
        let counts = made.filter(|made| calling.now.since(**made) < span.value).count();
        if u64::try_from(counts).is_ok_and(|counts| counts < most.value) {
            return Ok(());
        }
        let (times, seconds) = (most.value.to_string(), (span.value / 1000).to_string());
        Err(self.refused("call.rate", calling, &[("times", &times), ("seconds", &seconds)]))
    }

    /// Something is given that the call does not take.
    pub(super) fn misshapen(&self, calling: &Calling, fault: &str) -> Refused {
        self.refused("call.shape", calling, &[("fault", fault)])
    }

    /// What the call is about is not there now, which is no mistake of the vendor's.
    pub(super) fn absent(&self, calling: &Calling, what: &str) -> Refused {
        Refused { severity: Severity::Warning, ..self.refused("call.not-there", calling, &[("what", what)]) }
    }

    /// A refusal in the words, and by the rule, of one of the catalogue's messages.
    pub(super) fn refused(&self, message: &str, calling: &Calling, more: &[(&str, &str)]) -> Refused {
        let values: Vec<_> = [("call", calling.name.as_str())].into_iter().chain(more.iter().copied()).collect();
        let rule = self.catalog.message(message).map(|message| message.rule.clone()).unwrap_or_default();
        Refused { reason: self.catalog.wording(message, &values), severity: Severity::Error, rule }
    }
}

/// The rules of a call, its own first, where they are played; so for its quirks that every call of it decides.
fn rules_of(catalog: &Catalog, call: &Call) -> Vec<String> {
    let played = |id: &&String| catalog.rule(id).is_some_and(|rule| rule.played);
    [&call.rule].into_iter().chain(&call.rules).filter(played).cloned().collect()
}

/// An answer that says nothing but that it went well.
pub(super) fn well() -> Done {
    Ok(Some(Map::new()))
}
