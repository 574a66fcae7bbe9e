//! A modal box over the page (P, "Alerts/Confirmations"; EVT-20, EVT-20b, HOOK-24, SDK-12, SDK-22).

use super::action::{Action, Deed};
use super::{Desk, Widget};
use crate::clock::Instant;
use crate::host::{Effect, Place, Reply, RequestId, Wake, WidgetId};
use crate::record::Severity;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The event of a modal box that is open, and the one of a modal box that is closed.
const OPENED: &str = "modal.opened";
const CLOSED: &str = "modal.closed";
const HOOK: &str = "modal.close";

/// The modal box over the page: a widget of the extension that opened it.
#[derive(Debug, Clone)]
pub struct Modal {
    /// Its own key.
    pub widget: WidgetId,
    /// Who opened it.
    pub opener: WidgetId,
    /// What the agent reads above it.
    pub title: String,
    /// Whether it is there: before that, its page is looked for.
    pub is_open: bool,
    url: String,
    request: RequestId,
    at: Option<Place>,
    /// Who listens to it through `getWidgetInstance(widgetID).on`.
    listeners: BTreeSet<WidgetId>,
}

/// The modal box is closed, by the agent or by `ZOHODESK.invoke("MODAL_CLOSE")` (H, "On closing a modal box"; HOOK-24).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloseModal {
    /// The modal box's key.
    pub modal: WidgetId,
}

impl Deed for CloseModal {
    fn hook(&self) -> Option<&'static str> {
        Some(HOOK)
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let is_open = desk.modal().is_some_and(|modal| modal.widget == self.modal);
        (!is_open).then(|| "the modal box is closed already: nothing changes".into())
    }

    fn carry_out(&self, desk: &mut Desk, _now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.close_modal("HOOK-24", "the click that closes it", out);
        None
    }

    fn refused(&self) -> (&'static str, &'static str) {
        ("HOOK-24", "the modal box stays open")
    }
}

impl Desk {
    /// The modal box that keeps the agent from the page (SDK-22).
    #[must_use]
    pub fn modal(&self) -> Option<&Modal> {
        self.modal.as_ref().filter(|modal| modal.is_open)
    }

    /// `App.instance.modal({url, title})`: its page is looked for first.
    pub(super) fn open_modal(&mut self, opener: WidgetId, request: RequestId, options: &Value, at: Option<Place>, out: &mut Vec<Effect>) {
        let text = |key: &str| options.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (url, title) = (text("url"), text("title"));
        if url.is_empty() {
            return self.reject_modal(
                opener,
                request,
                Severity::Error,
                "the modal box has no url: write {url: \"/app/modal.html\", title: \"…\"}",
                at,
                out,
            );
        }
        if self.modal.is_some() {
            let reason = "another modal box is open already, and keeps the agent from the page until it is closed";
            return self.reject_modal(opener, request, Severity::Warning, reason, at, out);
        }
        let widget = WidgetId(self.widgets.last_key_value().map_or(0, |(last, _)| last.0).saturating_add(1));
        self.modal = Some(Modal { widget, opener, title, is_open: false, url: url.clone(), request, at, listeners: BTreeSet::new() });
        out.push(Effect::LoadModal { widget, opener, url });
    }

    fn reject_modal(
        &self,
        opener: WidgetId,
        request: RequestId,
        severity: Severity,
        reason: &str,
        at: Option<Place>,
        out: &mut Vec<Effect>,
    ) {
        self.remark(opener, severity, "SDK-12", reason, at, out);
        out.push(Effect::Reply { widget: opener, request, reply: Reply::Reject(reason.into()) });
    }

    /// The page is there, and the modal box is a widget of the extension; or it is not.
    pub(super) fn modal_loaded(&mut self, now: Instant, widget: WidgetId, page: Result<(), String>, out: &mut Vec<Effect>) {
        let Some(mut modal) = self.modal.take_if(|modal| modal.widget == widget && !modal.is_open) else { return };
        let opener = match (page, self.widgets.get(&modal.opener)) {
            (Ok(()), Some(opener)) => opener,
            (Err(reason), _) => return self.reject_modal(modal.opener, modal.request, Severity::Error, &reason, modal.at, out),
            (_, None) => return,
        };
        let it = opener.modal(modal.title.clone(), std::mem::take(&mut modal.url));
        self.widgets.insert(widget, it);
        self.open(widget, "SDK-12", out);
        out.push(Effect::Reply {
            widget: modal.opener,
            request: modal.request,
            reply: Reply::Resolve(json!({"widgetID": widget.to_string()})),
        });
        let is_scripted = self.widgets.get(&widget).is_some_and(|it| it.scripted);
        modal.is_open = true;
        self.modal = Some(modal);
        if is_scripted {
            self.modal_registered(now, widget, out);
        }
    }

    /// The modal box's page has registered, which one that the feature plays does at once: it is told as open, as soon as whoever opened it has
    /// had the time to listen (EVT-20b).
    pub(super) fn modal_registered(&self, now: Instant, widget: WidgetId, out: &mut Vec<Effect>) {
        if self.modal().is_some_and(|modal| modal.widget == widget) {
            out.push(Effect::WakeAt { at: now, wake: Wake::ModalOpened(widget) });
        }
    }

    /// `App.instance.getWidgetInstance(to).on(event, …)`: a modal box alone has an event that is heard so, and one alone (EVT-20b).
    pub(super) fn listen_to(&mut self, listener: WidgetId, to: &str, event: &str, at: Option<Place>, out: &mut Vec<Effect>) {
        let extension = |id: WidgetId| self.widgets.get(&id).map(|widget| widget.extension.as_str());
        let is_own = |modal: &Modal| modal.widget.to_string() == to && extension(modal.opener) == extension(listener);
        let is_there = self.modal().is_some_and(is_own);
        if event == OPENED && is_there {
            return self.modal.iter_mut().for_each(|modal| modal.listeners.extend([listener]));
        }
        let text = if event == OPENED {
            format!("{event} is never heard of \"{to}\": take the widgetID that App.instance.modal() resolves to")
        } else {
            format!("{event} is never heard through getWidgetInstance(…).on: write App.instance.on(\"{event}\", …)")
        };
        self.remark(listener, Severity::Warning, "EVT-20b", &text, at, out);
    }

    /// Whoever had the modal box opened, or listens to it, hears that it is open. It is told to nobody else.
    pub(super) fn modal_opened(&self, widget: WidgetId, out: &mut Vec<Effect>) {
        let Some(modal) = self.modal().filter(|modal| modal.widget == widget) else { return };
        let listens = |id: WidgetId, it: &Widget| match it.scripted {
            true => id == modal.opener && (it.hears_all || it.subscriptions.contains(OPENED)),
            false => modal.listeners.contains(&id),
        };
        let listeners = self.widgets().filter(|(id, it)| it.alive && listens(*id, it) && self.catalog.may_receive(OPENED, &it.location));
        let told: Vec<_> =
            listeners.map(|(id, _)| Effect::DeliverOf { widget: id, of: widget, event: OPENED.into(), payload: Value::Null }).collect();
        if !told.is_empty() {
            out.push(Effect::Decided { rule: "EVT-20b".into(), what: format!("{} is open", self.name_of(widget)) });
        }
        out.extend(told);
    }

    /// What closes the open modal box, where it is of this extension.
    pub(super) fn modal_of(&self, extension: &str) -> Option<Action> {
        let modal = self.modal().filter(|modal| self.widgets.get(&modal.widget).is_some_and(|widget| widget.extension == extension))?;
        Some(CloseModal { modal: modal.widget }.into())
    }

    /// What a hook that is asked by hand guards: the modal box that is open is closed behind its own.
    pub(super) fn closes_modal(&self, hook: &str) -> Option<Action> {
        let modal = self.modal().filter(|_| hook == HOOK)?;
        Some(CloseModal { modal: modal.widget }.into())
    }

    /// The modal box goes with its page, or with its extension: nobody is asked, since nobody closes it (derived).
    pub(super) fn modal_goes(&mut self, with: &str, goes: impl Fn(&Widget) -> bool, out: &mut Vec<Effect>) {
        let widget = self.modal().and_then(|modal| self.widgets.get(&modal.widget));
        if widget.is_some_and(goes) {
            self.close_modal("EVT-20", with, out);
        }
    }

    pub(super) fn close_modal(&mut self, rule: &'static str, with: &str, out: &mut Vec<Effect>) {
        let Some(modal) = self.modal.take() else { return };
        self.close(modal.widget, rule, with, out);
        self.broadcast(CLOSED, &Value::Null, out);
    }
}
