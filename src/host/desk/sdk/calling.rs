//! One way for every call: the catalogue says which there are, from where, with what and how often; a table says what each does.

use super::super::Desk;
use super::super::data::NOT_PLAYED;
use crate::catalog::{Call, Kind, Rate};
use crate::clock::Instant;
use crate::host::{Ask, Effect, Place, Reply, RequestId, WidgetId};
use crate::record::Severity;
use serde_json::{Map, Value};

/// A call of a widget's.
pub(super) struct Calling {
    pub(super) now: Instant,
    /// The widget's extension.
    pub(super) extension: String,
    /// Its name in the catalogue, or the one of a template that it is made from: `set database`, `set ticketForm.subject`.
    pub(super) name: String,
    /// What is given; several in a list.
    pub(super) value: Value,
}

/// Why a widget's promise is rejected.
pub(in super::super) struct Refused {
    /// What the widget reads.
    pub(in super::super) reason: String,
    /// What weight it has for its vendor.
    pub(in super::super) severity: Severity,
    /// The rule that decides.
    pub(in super::super) rule: &'static str,
}

/// What a call comes to: what is answered beside the status.
pub(super) type Done = Result<Map<String, Value>, Refused>;

/// What each call does, by its name in the catalogue.
type Does = fn(&mut Desk, &Calling, &mut Vec<Effect>) -> Done;

const CALLS: [(&str, Does); 3] =
    [("get database", Desk::read_storage), ("set database", Desk::write_storage), ("delete database", Desk::delete_storage)];

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
        let calling = Calling { now, extension, name, value: value.cloned().unwrap_or_default() };
        let reply = match self.done(&location, &calling, out) {
            Ok(mut answer) => {
                answer.shift_insert(0, "status".to_owned(), "success".into());
                Reply::Resolve(answer.into())
            }
            Err(refused) => {
                self.remark(widget, if is_wish { Severity::Note } else { refused.severity }, refused.rule, &refused.reason, at, out);
                Reply::Reject(refused.reason.into())
            }
        };
        out.push(Effect::Reply { widget, request, reply });
    }

    fn done(&mut self, location: &str, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let (catalog, name) = (std::sync::Arc::clone(&self.catalog), calling.name.as_str());
        let Some(call) = catalog.call(name) else {
            let near = catalog.nearest(Kind::Call, name).map(|near| format!(" Did you mean {near}?")).unwrap_or_default();
            return Err(self.refused("call.unknown", calling, &[], &near));
        };
        let Some((_, does)) = CALLS.iter().find(|(known, _)| *known == call.name && call.played) else {
            let reason = format!("{} {NOT_PLAYED}", calling.name);
            return Err(Refused { reason, severity: Severity::Warning, rule: "SDK-15" });
        };
        if !catalog.may_call(name, location) {
            return Err(self.refused("call.wrong-location", calling, &[("location", location)], ""));
        }
        self.takes(call, calling)?;
        self.not_too_often(call, calling)?;
        let answer = does(self, calling, out)?;
        let rules = [&call.rule].into_iter().chain(&call.rules).cloned().collect();
        out.push(Effect::Applied { rules });
        if let Some(rate) = &call.rate {
            let installation = self.installed(&calling.extension);
            installation.called.entry(rate.times.clone()).or_default().push(calling.now);
        }
        Ok(answer)
    }

    /// Refuses what is given where the documents have something else, and more of it at once than may be.
    fn takes(&self, call: &Call, calling: &Calling) -> Result<(), Refused> {
        let Some(shape) = &call.value else { return Ok(()) };
        let batch = call.batch.as_ref().and_then(|id| self.catalog.limit(id)).zip(calling.value.as_array());
        if let Some((most, given)) = batch.filter(|(most, given)| u64::try_from(given.len()).is_ok_and(|count| count > most.value)) {
            let (most, count) = (most.value.to_string(), given.len().to_string());
            return Err(self.refused("call.batch", calling, &[("most", &most), ("count", &count)], ""));
        }
        let faults = batch.map_or_else(
            || self.catalog.violations(shape, &calling.value),
            |(_, given)| given.iter().flat_map(|one| self.catalog.violations(shape, one)).collect(),
        );
        faults.first().map_or(Ok(()), |fault| Err(self.misshapen(calling, &fault.to_string())))
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
        Err(self.refused("call.rate", calling, &[("times", &times), ("seconds", &seconds)], ""))
    }

    /// Something is given that the call does not take.
    pub(super) fn misshapen(&self, calling: &Calling, fault: &str) -> Refused {
        self.refused("call.shape", calling, &[("fault", fault)], "")
    }

    /// A refusal in the words of the catalogue, with a hint behind them.
    pub(super) fn refused(&self, message: &str, calling: &Calling, more: &[(&str, &str)], hint: &str) -> Refused {
        let values: Vec<_> = [("call", calling.name.as_str())].into_iter().chain(more.iter().copied()).collect();
        Refused { reason: self.catalog.wording(message, &values) + hint, severity: Severity::Error, rule: "SDK-15" }
    }
}
