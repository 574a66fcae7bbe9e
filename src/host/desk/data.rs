//! What a widget may read of the page that it is on (P, "Data APIs").

use super::Desk;
use super::read::Get;
use crate::clock::Instant;
use crate::host::{Ask, Effect, Place, Reply, RequestId, WidgetId};
use crate::record::{Finding, Severity};
use serde_json::json;

/// The reason of a refusal that is deskspec's own gap.
pub(super) const NOT_PLAYED: &str = "is documented, and this version's Desk does not play it yet";

impl Desk {
    pub(super) fn asked(
        &mut self,
        now: Instant,
        widget: WidgetId,
        request: RequestId,
        ask: Ask,
        at: Option<Place>,
        out: &mut Vec<Effect>,
    ) {
        match ask {
            Ask::Get { property, value } => {
                self.get(now, Get { widget, request, property: &property, value: value.as_ref(), at }, out);
            }
            Ask::Request { options } => self.request(widget, request, &options, at, out),
            Ask::Notify { value } => {
                out.push(Effect::Notification { widget, value });
                out.push(Effect::Reply { widget, request, reply: Reply::Resolve(json!({"status": "success"})) });
            }
            Ask::Widgets => self.list_siblings(widget, request, out),
            Ask::Emit { to, event, data } => self.emit(widget, &to, event, data, at, out),
            Ask::Modal { options } => self.open_modal(widget, request, &options, at, out),
            Ask::Listen { to, event } => self.listen_to(widget, &to, &event, at, out),
            Ask::CloseModal => self.asked_to_close(widget, request, at, out),
            Ask::Other { call, .. } => {
                let reason = format!("{call} {NOT_PLAYED}");
                self.remark(widget, Severity::Warning, "SDK-15", &reason, at, out);
                out.push(Effect::Reply { widget, request, reply: Reply::Reject(reason.into()) });
            }
        }
    }

    pub(super) fn remark(&self, id: WidgetId, severity: Severity, rule: &str, text: &str, at: Option<Place>, out: &mut Vec<Effect>) {
        let Some(widget) = self.widgets.get(&id) else { return };
        out.push(Effect::Found(Finding {
            severity,
            rule: Some(rule.to_owned()),
            extension: widget.extension.clone(),
            location: widget.location.clone(),
            text: text.to_owned(),
            help: None,
            at,
        }));
    }
}
