//! Modal boxes and dialogs of apps: pages over the page (derived from what real apps do).

use super::Freshdesk;
use super::call::{Calling, Done};
use super::widget::Remark;
use crate::host::{Effect, Reply, RequestId, WidgetId};
use crate::record::Severity;
use serde_json::{Value, json};

/// A modal box or a dialog.
#[derive(Debug, Clone)]
pub(super) struct Modal {
    /// Who opened it.
    pub(super) opener: WidgetId,
    /// What it was given.
    pub(super) data: Option<Value>,
    title: String,
    url: String,
    request: RequestId,
}

impl Freshdesk {
    /// `client.interface.trigger("showModal", {title, template, data})`, and "showDialog": its page is looked for first.
    pub(super) fn show_modal(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let options = calling.object(0);
        let text = |key: &str| options.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let widget = WidgetId(self.widgets.last_key_value().map_or(0, |(last, _)| last.0).saturating_add(1));
        let (opener, url) = (calling.widget, text("template"));
        let modal = Modal { opener, data: options.get("data").cloned(), title: text("title"), url: url.clone(), request: calling.request };
        self.modals.insert(widget, modal);
        out.push(Effect::LoadModal { widget, opener, url });
        Ok(None)
    }

    /// Its page is there, or it is not.
    pub(super) fn modal_loaded(&mut self, id: WidgetId, page: Result<(), String>, out: &mut Vec<Effect>) {
        let Some(modal) = self.modals.get(&id).filter(|_| !self.widgets.contains_key(&id)).cloned() else { return };
        let (widget, request) = (modal.opener, modal.request);
        let opener = self.widgets.get(&widget).map(|opener| opener.modal(modal.title, modal.url));
        let reply = match (page, opener) {
            (Ok(()), Some(modal)) => {
                self.widgets.insert(id, modal);
                self.open(id, out);
                Reply::Resolve(json!({}))
            }
            (page, _) => {
                self.modals.remove(&id);
                let text = page.err().unwrap_or_default();
                self.remark(
                    widget,
                    Remark { severity: Severity::Error, rule: "FD-14", text: &text, help: "name a page of the folder app", at: None },
                    out,
                );
                Reply::Reject(json!({"status": 404, "message": text}))
            }
        };
        out.push(Effect::Reply { widget, request, reply });
    }

    /// `client.instance.close()`
    pub(super) fn close_instance(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        if !self.modals.contains_key(&calling.widget) {
            return Err(self.absent(400, "instance.not-modal", &[]));
        }
        self.close(calling.widget, "FD-14", "the click that closes it", out);
        Ok(Some(json!({})))
    }

    /// A modal box that is closed is there no more.
    pub(super) fn modal_goes(&mut self, id: WidgetId) {
        if self.modals.remove(&id).is_some() {
            self.widgets.remove(&id);
        }
    }
}
