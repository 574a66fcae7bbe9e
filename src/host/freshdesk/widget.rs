//! Servers and pages of apps: when they are alive, and what they say of themselves.

use super::Freshdesk;
use crate::catalog::Kind;
use crate::host::desk::{Page, Widget, weight};
use crate::host::{Defect, DefectKind, Effect, Place, WidgetId};
use crate::record::{Finding, Severity};

impl Freshdesk {
    /// One more server or page of an app is there; it comes alive where its app is installed.
    pub(super) fn install(&mut self, id: WidgetId, widget: Widget, out: &mut Vec<Effect>) {
        let app = self.apps.entry(widget.extension.clone()).or_insert_with(|| super::App { standing: true, ..Default::default() });
        let standing = app.standing;
        self.widgets.insert(id, widget);
        if standing {
            self.open_pages(out);
        }
    }

    /// What is installed and belongs to the page where the agent is comes alive, but for what waits to be picked.
    pub(super) fn open_pages(&mut self, out: &mut Vec<Effect>) {
        let here = self.widgets.iter().filter(|(_, widget)| !widget.alive && self.is_here(widget) && !self.is_picked(widget));
        let ids: Vec<_> = here.map(|(id, _)| *id).collect();
        ids.into_iter().for_each(|id| self.open(id, out));
    }

    /// The agent picks a page of an app.
    pub(super) fn pick(&mut self, id: WidgetId, out: &mut Vec<Effect>) {
        if self.widgets.get(&id).is_some_and(|widget| !widget.alive && self.is_here(widget)) {
            self.open(id, out);
        }
    }

    /// The agent goes to a page: what lived on the other one is gone.
    pub(super) fn go_to(&mut self, page: Page, out: &mut Vec<Effect>) {
        if page == self.page {
            return;
        }
        let product = |widget: &Widget| self.catalog.location(&widget.location).is_some_and(|location| location.page.is_product());
        let gone: Vec<_> = self.widgets.iter().filter(|(_, widget)| widget.alive && !product(widget)).map(|(id, _)| *id).collect();
        self.page = page;
        gone.into_iter().for_each(|id| self.close(id, "FD-14", "its page", out));
        self.open_pages(out);
    }

    fn is_here(&self, widget: &Widget) -> bool {
        let standing = self.is_installed(&widget.extension);
        standing && self.catalog.location(&widget.location).is_some_and(|location| self.page.has(location.page))
    }

    fn is_picked(&self, widget: &Widget) -> bool {
        self.catalog.location(&widget.location).is_some_and(|location| location.picked)
    }

    pub(super) fn open(&mut self, id: WidgetId, out: &mut Vec<Effect>) {
        let name = self.name_of(id);
        if let Some(widget) = self.widgets.get_mut(&id) {
            widget.alive = true;
            out.push(Effect::Decided { rule: "FD-14".into(), what: format!("{name} comes alive") });
            out.push(Effect::OpenWidget { widget: id });
        }
    }

    pub(super) fn close(&mut self, id: WidgetId, rule: &'static str, with: &str, out: &mut Vec<Effect>) {
        let name = self.name_of(id);
        if let Some(widget) = self.widgets.get_mut(&id).filter(|widget| widget.alive) {
            widget.alive = false;
            widget.subscriptions.clear();
            out.push(Effect::Decided { rule: rule.into(), what: format!("{name} is gone with {with}") });
            out.push(Effect::CloseWidget { widget: id });
            self.modal_goes(id);
            self.popups.retain(|popup| popup.widget != id);
        }
    }

    /// A server or a page says what it listens to. A server listens to what there is alone (FD-02); a page may listen to what no page of ours
    /// documents.
    pub(super) fn subscribed(&mut self, id: WidgetId, name: String, at: Option<Place>, out: &mut Vec<Effect>) {
        let is_known = self.catalog.event(&name).is_some();
        let Some(widget) = self.widgets.get_mut(&id) else { return };
        if is_known && widget.location == super::SERVER {
            out.push(Effect::applied("FD-02"));
        }
        widget.subscriptions.insert(name.clone());
        if self.catalog.hook(&name).is_none() {
            widget.hears_all = false;
        }
        if self.catalog.event(&name).is_none() && self.catalog.hook(&name).is_none() && widget.location == super::SERVER {
            let near = [Kind::Event, Kind::Hook].into_iter().find_map(|kind| self.catalog.nearest(kind, &name));
            let help = near.map_or_else(|| "use an event's name".to_owned(), |near| format!("did you mean `{near}`?"));
            let text = format!("no event is called {name}");
            self.remark(id, Remark { severity: Severity::Error, rule: "FD-02", text: &text, help: &help, at }, out);
        }
    }

    /// A page that has not registered in its time is dropped.
    pub(super) fn drop_unregistered(&mut self, id: WidgetId, out: &mut Vec<Effect>) {
        self.close(id, "FD-14", "the time in which it may register", out);
    }

    pub(super) fn misbehaved(&self, id: WidgetId, defect: Defect, out: &mut Vec<Effect>) {
        let Some(widget) = self.widgets.get(&id) else { return };
        let place = defect.handler.as_deref().map(|name| format!("in the handler of {name}: ")).unwrap_or_default();
        out.push(Effect::Found(Finding {
            // A page may have nothing to ask of its host.
            severity: if defect.kind == DefectKind::NotRegistered { Severity::Note } else { weight(&defect, widget.scripted) },
            rule: rule_for(defect.kind).map(str::to_owned),
            extension: widget.extension.clone(),
            location: widget.place().to_owned(),
            text: format!("{place}{}", defect.text),
            help: help_for(defect.kind).map(str::to_owned),
            at: defect.at,
        }));
    }

    pub(super) fn remark(&self, id: WidgetId, remark: Remark<'_>, out: &mut Vec<Effect>) {
        let Some(widget) = self.widgets.get(&id) else { return };
        let Remark { severity, rule, text, help, at } = remark;
        out.push(Effect::Found(Finding {
            // What a feature scripts is its author's wish, and no vendor's mistake.
            severity: if widget.scripted { Severity::Note } else { severity },
            rule: Some(rule.to_owned()),
            extension: widget.extension.clone(),
            location: widget.place().to_owned(),
            text: text.to_owned(),
            help: Some(help.to_owned()).filter(|help| !help.is_empty()),
            at,
        }));
    }
}

/// Something that an app's vendor should know.
pub(super) struct Remark<'a> {
    pub(super) severity: Severity,
    pub(super) rule: &'a str,
    /// A lowercase fragment.
    pub(super) text: &'a str,
    /// What to write instead; empty where there is nothing to say.
    pub(super) help: &'a str,
    pub(super) at: Option<Place>,
}

/// The rule that a defect breaks, where one says so.
fn rule_for(kind: DefectKind) -> Option<&'static str> {
    match kind {
        DefectKind::OutOfFuel | DefectKind::OutOfMemory | DefectKind::TooLong | DefectKind::NoSuchCall => Some("FD-16"),
        DefectKind::NoSuchHandler => Some("FD-14"),
        DefectKind::Unsupported | DefectKind::LeftOut => Some("FD-03"),
        _ => None,
    }
}

fn help_for(kind: DefectKind) -> Option<&'static str> {
    match kind {
        DefectKind::LeftOut => Some("do without it: the sandbox of the platform does not have it"),
        DefectKind::Threw => Some("catch the error where it is thrown"),
        DefectKind::UnhandledRejection => Some("add .catch(…) to the promise, or await it within try"),
        DefectKind::OutOfFuel => Some("end the loop: the handler was cut"),
        DefectKind::TooDeep => Some("end the recursion"),
        DefectKind::OutOfMemory => Some("keep less: the handler was cut"),
        DefectKind::NoSuchCall => Some("call what `deskspec explain FD-16` names"),
        DefectKind::TooLong => Some("answer sooner: the handler was cut"),
        DefectKind::NoSuchHandler => Some("export the function, or name one that is exported"),
        DefectKind::NotRegistered | DefectKind::Unsupported => None,
    }
}
