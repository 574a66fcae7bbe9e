//! The widgets of one extension among themselves (P, "Inter-Widget Communication"; EVT-26, SDK-11).

use super::{Desk, Widget};
use crate::host::{Effect, Place, Reply, RequestId, WidgetId};
use crate::record::Severity;
use serde_json::{Value, json};

impl Desk {
    /// `App.instance.getWidgets()`: the extension's other widgets that are alive.
    pub(super) fn list_siblings(&self, widget: WidgetId, request: RequestId, out: &mut Vec<Effect>) {
        let listed =
            |(id, it): (WidgetId, &Widget)| json!({"widgetID": id.to_string(), "location": it.location, "name": it.name, "url": it.url});
        let siblings: Vec<Value> = self.siblings(widget).map(listed).collect();
        let what = format!("{} has {} other live widgets", self.name_of(widget), siblings.len());
        out.push(Effect::Decided { rule: "SDK-11".into(), what });
        out.push(Effect::Reply { widget, request, reply: Reply::Resolve(siblings.into()) });
    }

    /// The other live widgets of a widget's extension, in the order of their installation.
    fn siblings(&self, of: WidgetId) -> impl Iterator<Item = (WidgetId, &Widget)> {
        let extension = self.widgets.get(&of).map(|widget| &widget.extension);
        self.widgets().filter(move |(id, widget)| *id != of && widget.alive && Some(&widget.extension) == extension)
    }

    /// `App.instance.getWidgetInstance(to).emit(event, data)`: exactly that widget hears it, if it is alive and listens.
    pub(super) fn emit(&self, from: WidgetId, to: &str, event: String, data: Value, at: Option<Place>, out: &mut Vec<Effect>) {
        let Some((widget, sibling)) = self.siblings(from).find(|(id, _)| id.to_string() == to) else {
            let (severity, reason) = self.why_unreached(from, to);
            self.remark(from, severity, "SDK-11", &format!("{event} reaches nobody: {reason}"), at, out);
            return;
        };
        if let Some(kind) = self.documented_as(&event) {
            let text =
                format!("{event} is {kind} of Desk's, and its sibling cannot tell the two apart: give the extension's own another name");
            self.remark(from, Severity::Warning, "EVT-26", &text, at, out);
        }
        if sibling.hears_all || sibling.subscriptions.contains(&event) {
            out.push(Effect::Decided { rule: "EVT-26".into(), what: format!("{event} is for {} alone", self.name_of(widget)) });
            out.push(Effect::Emitted { from, widget, event, data });
        } else {
            out.push(Effect::Decided { rule: "EVT-26".into(), what: format!("{} does not listen to {event}", self.name_of(widget)) });
        }
    }

    fn documented_as(&self, event: &str) -> Option<&'static str> {
        let is_event = self.catalog.event(event).map(|_| "an event");
        is_event.or_else(|| self.catalog.hook(event).map(|_| "a hook"))
    }

    /// What is wrong with the key of a widget, and how much. Whether a sibling is alive is the agent's doing, not the vendor's.
    fn why_unreached(&self, from: WidgetId, to: &str) -> (Severity, String) {
        let own = self.widgets.get(&from);
        match self.widgets().find(|(id, _)| id.to_string() == to) {
            Some((id, _)) if id == from => {
                (Severity::Error, "a widget emits to its siblings, not to itself: take an ID that App.instance.getWidgets() lists".into())
            }
            Some((id, it)) if own.is_some_and(|own| own.extension == it.extension) => {
                (Severity::Warning, format!("{} is not alive: send it through a widget at desk.background", self.name_of(id)))
            }
            Some((id, _)) => {
                (Severity::Error, format!("{} is another extension's: take an ID that App.instance.getWidgets() lists", self.name_of(id)))
            }
            None => (Severity::Error, format!("no widget has the ID \"{to}\": take one that App.instance.getWidgets() lists")),
        }
    }
}
