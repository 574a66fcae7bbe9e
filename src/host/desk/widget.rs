use super::data::NOT_PLAYED;
use super::{Desk, OutOfReach, Page};
use crate::catalog::{self, Entry, Kind, MODAL};
use crate::host::{Defect, DefectKind, Effect, Place, WidgetId};
use crate::record::{Finding, Severity};
use std::collections::BTreeSet;

/// One widget of an installed extension (LOC-02).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Widget {
    /// The extension's name.
    pub extension: String,
    /// Where it lives.
    pub location: String,
    /// Its own name.
    pub name: String,
    /// Its page, as the manifest names it; empty for a widget that the feature plays.
    pub url: String,
    /// Whether the feature plays it, so that its mistakes are the author's wish.
    pub scripted: bool,
    /// Whether every event reaches it that can: so for a scripted widget, until the feature says what it listens to.
    pub hears_all: bool,
    /// Whether it is on its page now.
    pub alive: bool,
    /// How wide and how high it made itself, in percent; `None` as its document is (SDK-22).
    pub size: (Option<String>, Option<String>),
    /// Whether it hid itself: it is alive all the same (SDK-10).
    pub hidden: bool,
    /// The thread that it is on: only a widget in a thread's menu is on one (LOC-09).
    pub thread: Option<String>,
    /// What its handlers are subscribed to.
    pub subscriptions: BTreeSet<String>,
}

impl Widget {
    /// A widget that the feature plays, named as its extension; until the feature says what it listens to, it hears every event that can
    /// reach it (EVT-29).
    #[must_use]
    pub fn scripted(extension: impl Into<String>, location: impl Into<String>) -> Self {
        let extension = extension.into();
        Self::installed(extension.clone(), location.into(), extension, String::new(), true)
    }

    /// A widget of a real package, with the name and the page that its manifest gives it (LOC-02).
    #[must_use]
    pub fn of_package(extension: impl Into<String>, location: impl Into<String>, name: impl Into<String>, url: impl Into<String>) -> Self {
        Self::installed(extension.into(), location.into(), name.into(), url.into(), false)
    }

    /// Where it is, as a person says it: its location, or the modal box's title.
    #[must_use]
    pub fn place(&self) -> &str {
        if self.location == MODAL { &self.name } else { &self.location }
    }

    /// A modal box that this widget opens: one more of its extension, played by whoever plays this one (P, "Alerts/Confirmations"; SDK-12).
    pub(in crate::host) fn modal(&self, title: String, url: String) -> Self {
        Self::installed(self.extension.clone(), MODAL.to_owned(), title, url, self.scripted)
    }

    /// Not alive yet, and subscribed to nothing: both come with its page.
    fn installed(extension: String, location: String, name: String, url: String, scripted: bool) -> Self {
        let (alive, thread, subscriptions) = (false, None, BTreeSet::new());
        Self {
            extension,
            location,
            name,
            url,
            scripted,
            hears_all: scripted,
            alive,
            size: (None, None),
            hidden: false,
            thread,
            subscriptions,
        }
    }
}

impl Desk {
    pub(super) fn install(&mut self, id: WidgetId, widget: Widget, out: &mut Vec<Effect>) {
        self.apply_to_installation(&widget, out);
        let at_once = self.catalog.location(&widget.location).is_some_and(|location| location.always_alive);
        self.stand(&widget.extension, out);
        self.widgets.insert(id, widget);
        self.stand_back(id, out);
        if at_once && self.is_active(id) {
            self.open(id, "LOC-04", out);
        }
    }

    /// What is always alive of an extension comes alive with it.
    pub(super) fn open_backgrounds(&mut self, extension: &str, out: &mut Vec<Effect>) {
        let always = |location: &str| self.catalog.location(location).is_some_and(|location| location.always_alive);
        let own = self.widgets.iter().filter(|(_, widget)| widget.extension == extension && !widget.alive && always(&widget.location));
        let ids: Vec<_> = own.map(|(id, _)| *id).collect();
        ids.into_iter().for_each(|id| self.open(id, "LOC-04", out));
    }

    /// The agent picks a widget: it loads, where it is within the agent's reach (LOC-05, LOC-06, LOC-08).
    pub(super) fn pick(&mut self, id: WidgetId, out: &mut Vec<Effect>) {
        match self.out_of_reach(id) {
            Some(OutOfReach { rule, why, .. }) => out.push(Effect::Decided { rule: rule.into(), what: why }),
            None if self.widgets.get(&id).is_some_and(|widget| !widget.alive) => self.open(id, "LOC-08", out),
            None => self.widgets.get_mut(&id).into_iter().for_each(|widget| widget.hidden = false),
        }
    }

    pub(super) fn open(&mut self, id: WidgetId, rule: &'static str, out: &mut Vec<Effect>) {
        let name = self.name_of(id);
        if let Some(widget) = self.widgets.get_mut(&id) {
            widget.alive = true;
            (widget.size, widget.hidden) = ((None, None), false);
            out.push(Effect::Decided { rule: rule.into(), what: format!("{name} comes alive") });
            out.push(Effect::OpenWidget { widget: id });
        }
    }

    /// The agent goes to a page: widgets whose page it is not, or whose record it is not, are gone (LOC-06).
    pub(super) fn go_to(&mut self, page: Page, out: &mut Vec<Effect>) {
        if page == self.page {
            out.push(Effect::Decided { rule: "EVT-27".into(), what: "the agent is on this page already: nothing changes".into() });
            return;
        }
        self.modal_goes("its page", |_| true, out);
        let product_wide = |location: &str| self.catalog.location(location).is_some_and(|location| location.page == catalog::Page::Product);
        let gone: Vec<_> =
            self.widgets.iter().filter(|(_, widget)| widget.alive && !product_wide(&widget.location)).map(|(id, _)| *id).collect();
        let left = std::mem::replace(&mut self.page, page);
        self.tell_of_move(&left, out);
        self.editor = None;
        self.tab = None;
        for id in gone {
            self.close(id, "LOC-06", "its page", out);
        }
    }

    /// A widget is gone with its page, or with its extension.
    pub(super) fn close(&mut self, id: WidgetId, rule: &'static str, with: &str, out: &mut Vec<Effect>) {
        let name = self.name_of(id);
        self.popups_go(id);
        if let Some(widget) = self.widgets.get_mut(&id) {
            widget.alive = false;
            widget.thread = None;
            widget.subscriptions.clear();
        }
        out.push(Effect::Decided { rule: rule.into(), what: format!("{name} is gone with {with}") });
        out.push(Effect::CloseWidget { widget: id });
    }

    /// A widget that has not registered in its time is dropped (SDK-14). The modal box over the page is one, too.
    pub(super) fn drop_unregistered(&mut self, id: WidgetId, out: &mut Vec<Effect>) {
        let with = "the time in which it may register";
        match self.modal().is_some_and(|modal| modal.widget == id) {
            true => self.close_modal("SDK-14", with, out),
            false if self.widgets.get(&id).is_some_and(|widget| widget.alive) => self.close(id, "SDK-14", with, out),
            false => {}
        }
    }

    /// A widget subscribes. A name that nobody documents may be one of its own (EVT-26), unless it looks like a slip of the pen.
    pub(super) fn subscribed(&mut self, id: WidgetId, name: String, at: Option<Place>, out: &mut Vec<Effect>) {
        let Some(widget) = self.widgets.get_mut(&id) else { return };
        widget.subscriptions.insert(name.clone());
        if !widget.scripted {
            out.push(Effect::applied("SDK-01"));
        }
        if self.catalog.hook(&name).is_none() {
            widget.hears_all = false;
        }
        let finding = |severity, rule: &str, text, help| {
            Effect::Found(Finding {
                severity,
                rule: Some(rule.to_owned()),
                extension: widget.extension.clone(),
                location: widget.place().to_owned(),
                text,
                help: Some(help),
                at,
            })
        };
        let catalog = &self.catalog;
        let hook = catalog.hook(&name).map(|hook| (&hook.name, &hook.locations, catalog.may_be_asked(&name, &widget.location), "HOOK-06"));
        let event =
            || catalog.event(&name).map(|event| (&event.name, &event.locations, catalog.may_receive(&name, &widget.location), "EVT-29"));
        let entry = catalog.hook(&name).map(Entry::Hook).or_else(|| catalog.event(&name).map(Entry::Event));
        if entry.is_some_and(|entry| !catalog.speaks(entry)) {
            let text = format!("the dialect {} has no {name}: it never comes", catalog.dialect());
            out.push(finding(Severity::Note, "HOOK-30", text, "subscribe to what the dialect has, or test in the other one".into()));
            return;
        }
        match hook.or_else(event) {
            Some((spelt, _, _, "HOOK-06")) if *spelt != name => {
                let quirk =
                    catalog.hook(&name).and_then(|hook| hook.aliases.iter().find(|alias| alias.name == name)).map(|it| it.quirk.as_str());
                let (severity, text) = if catalog.spellings(&name).contains(&name.as_str()) {
                    (Severity::Warning, format!("the hook {name} is another spelling of {spelt}: Desk asks both"))
                } else {
                    (Severity::Error, format!("the hook {name} is an older page's spelling: Desk asks {spelt}"))
                };
                out.push(finding(severity, quirk.unwrap_or("HOOK-06"), text, format!("write `{spelt}`")));
            }
            Some((_, locations, false, rule)) => {
                let elsewhere = locations.as_deref().map_or_else(|| "a location that LOC-01 lists".to_owned(), |list| list.join(" or "));
                let help = format!("move the widget to {elsewhere}, or drop the subscription");
                // One page at several locations often subscribes at all of them.
                out.push(finding(Severity::Warning, rule, format!("{name} never reaches {}", widget.location), help));
            }
            Some(_) => {}
            None => {
                let near = [Kind::Hook, Kind::Event].into_iter().find_map(|kind| catalog.nearest(kind, &name));
                if let Some(near) = near {
                    out.push(finding(
                        Severity::Error,
                        "EVT-26",
                        format!("no hook or event is called {name}"),
                        format!("did you mean `{near}`?"),
                    ));
                }
            }
        }
    }

    pub(super) fn misbehaved(&self, id: WidgetId, defect: Defect, out: &mut Vec<Effect>) {
        let Some(widget) = self.widgets.get(&id) else { return };
        let handler = defect.handler.as_deref();
        let in_hook = handler.is_some_and(|name| self.catalog.hook(name).is_some());
        let place = handler.map(|name| format!("in the handler of {name}: ")).unwrap_or_default();
        out.push(Effect::Found(Finding {
            severity: weight(&defect, widget.scripted),
            rule: in_hook.then(|| rule_for(defect.kind).to_owned()),
            extension: widget.extension.clone(),
            location: widget.place().to_owned(),
            text: format!("{place}{}", defect.text),
            help: help_for(defect.kind).map(str::to_owned),
            at: defect.at,
        }));
    }
}

/// What a feature scripts is its author's wish; what deskspec does not have or play yet is no fault of the vendor's.
pub(in crate::host) fn weight(defect: &Defect, scripted: bool) -> Severity {
    let is_our_gap = defect.kind == DefectKind::Unsupported || defect.text.contains(NOT_PLAYED);
    match (scripted, is_our_gap) {
        (true, _) => Severity::Note,
        (false, true) => Severity::Warning,
        (false, false) => Severity::Error,
    }
}

/// A handler that is cut counts as silent; one that throws has answered.
fn rule_for(kind: DefectKind) -> &'static str {
    match kind {
        DefectKind::OutOfFuel | DefectKind::OutOfMemory => "HOOK-04",
        _ => "HOOK-09",
    }
}

fn help_for(kind: DefectKind) -> Option<&'static str> {
    match kind {
        DefectKind::Threw => Some("catch the error where it is thrown, or reject the promise with {msg}"),
        DefectKind::UnhandledRejection => Some("return the promise from the handler, or add .catch(…) to it"),
        DefectKind::OutOfFuel => Some("end the loop: the handler was cut and counts as silent"),
        DefectKind::TooDeep => Some("end the recursion"),
        DefectKind::OutOfMemory => Some("keep less: the handler was cut and counts as silent"),
        DefectKind::NotRegistered => Some("call ZOHODESK.extension.onload() when the page has loaded"),
        DefectKind::NoSuchCall => Some("subscribe with App.instance.on, read with ZOHODESK.get"),
        DefectKind::Unsupported => Some("deskspec's page does not have it: a browser may"),
        // Pages have no such fault.
        DefectKind::TooLong | DefectKind::NoSuchHandler | DefectKind::LeftOut => None,
    }
}
