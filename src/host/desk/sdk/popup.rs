//! What a widget shows to the agent: popups, which wait for a click, and notifications (SDK-15).

use super::super::Desk;
use super::calling::{Calling, Done, well};
use crate::host::popup::{Popup, clicked};
use crate::host::{Effect, Reply, WidgetId};
use serde_json::json;

impl Desk {
    /// The popups that wait for the agent, in the order in which they came.
    #[must_use]
    pub fn popups(&self) -> &[Popup] {
        &self.popups
    }

    /// `ZOHODESK.showpopup({title, content, type})`
    pub(super) fn show_popup(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let text = |key: &str| calling.text(key).unwrap_or_default().to_owned();
        let (widget, request) = (calling.widget, calling.request);
        let asks = calling.text("type") == Some("confirmation");
        self.popups.push(Popup {
            widget,
            title: text("title"),
            content: text("content"),
            asks,
            labels: [("okText", "OK"), ("cancelText", "Cancel")].map(|(key, other)| calling.text(key).unwrap_or(other).to_owned()),
            request,
        });
        out.push(Effect::Popup { widget, value: calling.value.clone() });
        Ok(None)
    }

    /// The agent clicks a button of a popup: the widget hears which.
    pub(in super::super) fn click_popup(&mut self, title: &str, confirms: bool, out: &mut Vec<Effect>) {
        let Some(Popup { widget, request, .. }) = clicked(&mut self.popups, title, confirms) else { return };
        let answer = if confirms { "confirmed" } else { "cancelled" };
        out.push(Effect::Decided { rule: "SDK-15".into(), what: format!("the popup \"{title}\" is {answer}") });
        out.push(Effect::Reply { widget, request, reply: Reply::Resolve(json!({"result": confirms})) });
    }

    /// `ZOHODESK.notify({title, content, icon, autoClose})`
    pub(super) fn notify(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        out.push(Effect::Notification { widget: calling.widget, value: calling.value.clone() });
        well()
    }

    /// What a widget asked the agent goes with it.
    pub(in super::super) fn popups_go(&mut self, with: WidgetId) {
        self.popups.retain(|popup| popup.widget != with);
    }
}
