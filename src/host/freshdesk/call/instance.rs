//! `client.interface` and `client.instance`: what a page of an app shows, and how it talks with the app's other pages (derived from what real
//! apps do).

use super::super::Freshdesk;
use super::calling::{Calling, Done};
use crate::host::desk::Widget;
use crate::host::{Effect, WidgetId};
use serde_json::{Map, Value, json};

/// What `client.instance.receive` hears.
const RECEIVED: &str = "instance.receive";

impl Freshdesk {
    /// `client.interface.trigger("showNotify", {type, title, message})`
    pub(super) fn show_notify(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let mut value = calling.object(0);
        let content = value.remove("message").unwrap_or_default();
        value.insert("content".into(), content);
        out.push(Effect::Notification { widget: calling.widget, value: value.into() });
        Ok(Some(json!({})))
    }

    /// `client.instance.context()`
    pub(super) fn instance_context(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        Ok(Some(self.context_of(calling.widget)))
    }

    /// `client.instance.get()`
    pub(super) fn instances(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        let own = self.pages_of(&calling.app).map(|(id, _)| self.context_of(id));
        Ok(Some(own.collect()))
    }

    /// `client.instance.resize({height})`
    pub(super) fn resize(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        let options = calling.object(0);
        let side = |name: &str| options.get(name).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        if let Some(widget) = self.widgets.get_mut(&calling.widget) {
            widget.size = (side("width"), side("height"));
        }
        Ok(Some(json!({})))
    }

    /// `client.instance.send({id, message})`: without an id, all other pages of the app hear it.
    pub(super) fn send(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let options = calling.object(0);
        let text = |id: &Value| id.as_str().map_or_else(|| id.to_string(), str::to_owned);
        let to: Option<Vec<String>> = match options.get("id") {
            None | Some(Value::Null) => None,
            Some(Value::Array(all)) => Some(all.iter().map(text).collect()),
            Some(one) => Some(vec![text(one)]),
        };
        let data = json!({"senderId": calling.widget.to_string(), "message": options.get("message")});
        let hears = |id: WidgetId| id != calling.widget && to.as_ref().is_none_or(|to| to.contains(&id.to_string()));
        let others = self.pages_of(&calling.app).filter(|(id, _)| hears(*id));
        out.extend(others.map(|(widget, _)| Effect::Emitted {
            from: calling.widget,
            widget,
            event: RECEIVED.to_owned(),
            data: data.clone(),
        }));
        Ok(Some(json!({})))
    }

    /// The pages of an app that are alive.
    fn pages_of(&self, app: &str) -> impl Iterator<Item = (WidgetId, &Widget)> {
        self.widgets().filter(move |(id, widget)| widget.extension == app && widget.alive && !self.is_server(*id))
    }

    /// What a page is told of itself, or of another one.
    fn context_of(&self, id: WidgetId) -> Value {
        let mut context = Map::from_iter([("instanceId".to_owned(), id.to_string().into())]);
        match (self.modals.get(&id), self.widgets.get(&id)) {
            (Some(modal), _) => {
                context.insert("location".into(), "modal".into());
                context.insert("parentId".into(), modal.opener.to_string().into());
                context.extend(modal.data.clone().map(|data| ("modalData".to_owned(), data)));
            }
            (None, widget) => {
                context.insert("location".into(), widget.map(|widget| widget.location.clone()).into());
            }
        }
        context.into()
    }
}
