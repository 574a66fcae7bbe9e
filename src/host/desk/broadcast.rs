use super::{Desk, Widget};
use crate::catalog::{CURRENT, Entry, said_as};
use crate::host::{Effect, WidgetId};
use serde_json::Value;

impl Desk {
    /// Something happened at the desk: everybody who listens is told, in the words of the dialect, where it has any for it (HOOK-30).
    pub(super) fn broadcast(&self, event: &str, payload: &Value, out: &mut Vec<Effect>) {
        let Some(found) = self.catalog.event(event) else { return };
        if self.follows_agents_alone(found) {
            let what = format!("it comes through the API: {event} is not broadcast");
            return out.push(Effect::Decided { rule: "EVT-30".into(), what });
        }
        if !self.catalog.speaks(Entry::Event(found)) {
            let what = format!("the dialect {} has no event {event}: nobody hears of it", self.catalog.dialect());
            return out.push(Effect::Decided { rule: "HOOK-30".into(), what });
        }
        self.apply_to_event(event, out);
        match self.catalog.dialect() {
            CURRENT => self.deliver(event, payload, out),
            _ => self.deliver(event, &said_as(&found.payload_for(event), payload.clone()), out),
        }
    }

    /// Tells everybody who listens: live, subscribed widgets at the event's locations, in the order of their installation (EVT-28, EVT-29).
    pub(super) fn deliver(&self, event: &str, payload: &Value, out: &mut Vec<Effect>) {
        out.push(Effect::Broadcast { event: event.to_owned(), payload: payload.clone() });
        let heard = |widget: &Widget| widget.hears_all || widget.subscriptions.contains(event);
        let mut reached = self.living(heard);
        let listeners = reached.len();
        reached.retain(|id| self.widgets.get(id).is_some_and(|widget| self.catalog.may_receive(event, &widget.location)));
        self.apply_to_delivery(event, &reached, reached.len() < listeners, out);
        for widget in reached {
            out.push(Effect::Deliver { widget, event: event.to_owned(), payload: payload.clone() });
        }
    }

    /// Who is asked by a hook: live widgets at its locations that subscribed to it, in the order of their installation (HOOK-06, HOOK-25), each with
    /// the spelling of the hook's name that it is asked under.
    pub(super) fn asked_by(&self, hook: &str) -> Vec<(WidgetId, String)> {
        let spellings = self.catalog.spellings(hook);
        let spelt = |id: &WidgetId| {
            let widget = self.widgets.get(id).filter(|widget| self.catalog.may_be_asked(hook, &widget.location))?;
            spellings.iter().find(|name| widget.subscriptions.contains(**name)).map(|name| (*id, (*name).to_owned()))
        };
        self.living(|_| true).iter().filter_map(spelt).collect()
    }

    pub(super) fn living(&self, wanted: impl Fn(&Widget) -> bool) -> Vec<WidgetId> {
        self.widgets.iter().filter(|(_, widget)| widget.alive && wanted(widget)).map(|(id, _)| *id).collect()
    }
}
