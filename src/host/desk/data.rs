//! What a widget asks Desk for.

use super::Desk;
use super::read::Get;
use super::sdk::parsed;
use crate::clock::Instant;
use crate::host::{Ask, Effect, Place, RequestId, ServiceCall, WidgetId};
use crate::record::{Finding, Severity};

/// The reason of a refusal that is deskspec's own gap.
pub(super) const NOT_PLAYED: &str = "is documented, and this version's Desk does not play it yet";

impl Desk {
    pub(super) fn asked(&mut self, now: Instant, widget: WidgetId, request: RequestId, ask: Ask, at: Option<Place>, out: &mut Vec<Effect>) {
        match ask {
            // What is read by arguments of its own is a call of the catalogue's, like what is done.
            Ask::Get { property, value } if self.catalog.call(&format!("get {property}")).is_none() => {
                self.get(now, Get { widget, request, property: &property, value: value.as_ref(), at }, out);
            }
            Ask::Fetch { call } => {
                let call = ServiceCall { body: parsed(&call.body), ..call };
                out.push(Effect::CallService { widget, request, call });
            }
            Ask::Widgets => self.list_siblings(widget, request, out),
            Ask::Emit { to, event, data } => self.emit(widget, &to, event, data, at, out),
            Ask::Modal { options } => self.open_modal(widget, request, &options, at, out),
            Ask::Listen { to, event } => self.listen_to(widget, &to, &event, at, out),
            ask => self.call_sdk(now, (widget, request), &ask, at, out),
        }
    }

    pub(super) fn remark(&self, id: WidgetId, severity: Severity, rule: &str, text: &str, at: Option<Place>, out: &mut Vec<Effect>) {
        let Some(widget) = self.widgets.get(&id) else { return };
        out.push(Effect::Found(Finding {
            severity,
            rule: Some(rule.to_owned()),
            extension: widget.extension.clone(),
            location: widget.place().to_owned(),
            text: text.to_owned(),
            help: None,
            at,
        }));
    }
}
