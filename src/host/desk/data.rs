//! What a widget may read of the page that it is on (P, "Data APIs").

use super::Desk;
use super::service::parsed;
use crate::catalog::Kind;
use crate::clock::Instant;
use crate::host::{Ask, Effect, Place, Reply, RequestId, ServiceCall, WidgetId};
use crate::record::{Finding, Severity};
use serde_json::{Map, Value, json};

/// The reason of a refusal that is deskspec's own gap.
pub(super) const NOT_PLAYED: &str = "is documented, and this version's Desk does not play it yet";

impl Desk {
    pub(super) fn asked(&mut self, now: Instant, widget: WidgetId, request: RequestId, ask: Ask, at: Option<Place>, out: &mut Vec<Effect>) {
        if ask.named().is_some_and(|(name, _)| self.catalog.call(&name).is_some_and(|call| call.played)) {
            return self.call_sdk(now, (widget, request), &ask, at, out);
        }
        match ask {
            Ask::Get { property, .. } => {
                let reply = match self.read(widget, &property, out) {
                    Ok(answer) => Reply::Resolve(answer),
                    Err(reason) => {
                        self.remark(widget, Severity::Warning, "SDK-06", &reason, at, out);
                        Reply::Reject(reason.into())
                    }
                };
                out.push(Effect::Reply { widget, request, reply });
            }
            Ask::Request { options } => self.request(widget, request, &options, at, out),
            Ask::Fetch { call } => {
                let call = ServiceCall { body: parsed(&call.body), ..call };
                out.push(Effect::CallService { widget, request, call });
            }
            Ask::Notify { value } => {
                out.push(Effect::Notification { widget, value });
                out.push(Effect::Reply { widget, request, reply: Reply::Resolve(json!({"status": "success"})) });
            }
            Ask::Widgets => self.list_siblings(widget, request, out),
            Ask::Emit { to, event, data } => self.emit(widget, &to, event, data, at, out),
            Ask::Modal { options } => self.open_modal(widget, request, &options, at, out),
            Ask::Listen { to, event } => self.listen_to(widget, &to, &event, at, out),
            Ask::Invoke { verb, .. } if verb == "MODAL_CLOSE" => self.asked_to_close(widget, request, at, out),
            ask @ (Ask::Set { .. } | Ask::Delete { .. } | Ask::Popup { .. } | Ask::Invoke { .. }) => {
                self.call_sdk(now, (widget, request), &ask, at, out);
            }
        }
    }

    /// SDK-02: a ticket's properties are read from three locations of the ticket's detail page. The whole ticket is read as they are.
    fn read(&self, id: WidgetId, property: &str, out: &mut Vec<Effect>) -> Result<Value, String> {
        let location = self.widgets.get(&id).map(|widget| widget.location.as_str()).unwrap_or_default();
        let documented = self.catalog.property(if property == "ticket" { "ticket.id" } else { property });
        let Some(documented) = documented else {
            let near = self.catalog.nearest(Kind::Property, property).map(|near| format!(" Did you mean {near}?")).unwrap_or_default();
            return Err(self.catalog.wording("get.unknown-property", &[("property", property)]) + &near);
        };
        if !documented.played {
            return Err(format!("{property} {NOT_PLAYED}"));
        }
        if !self.catalog.may_read(&documented.name, location) {
            return Err(self.catalog.wording("get.wrong-location", &[("property", property), ("location", location)]));
        }
        let ticket = self
            .page
            .shown_ticket()
            .and_then(|id| self.ticket(id))
            .ok_or_else(|| format!("no ticket is open, so {property} cannot be read"))?;
        let value = match property.strip_prefix("ticket.") {
            Some(name) => ticket.property(name).cloned().unwrap_or(Value::Null),
            None => Value::Object(ticket.properties.clone()),
        };
        out.push(Effect::Decided { rule: "SDK-02", what: format!("{property} is read from {location}") });
        Ok(Value::Object(Map::from_iter([("status".to_owned(), "success".into()), (property.to_owned(), value)])))
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
