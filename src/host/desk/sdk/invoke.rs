//! `ZOHODESK.invoke` (P, "Invoke APIs", "Record Based Navigation", "RESIZE"; SDK-10, SDK-22).

use super::super::{Desk, Module, OutOfReach, Page, Widget, text};
use super::calling::{Calling, Done, Refused, well};
use crate::host::Effect;
use crate::record::Severity;
use serde_json::Value;

impl Desk {
    /// `ZOHODESK.invoke("ROUTE_TO", "ticket.<tab>")`
    pub(super) fn show_tab(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        if self.page.shown_ticket().is_none() {
            return Err(self.absent(calling, "open ticket"));
        }
        let tab = calling.property().to_owned();
        out.push(Effect::Decided { rule: "SDK-10".into(), what: format!("the ticket's sub-tab {tab} is in front") });
        self.tab = Some(tab);
        well()
    }

    /// `ZOHODESK.invoke("ROUTE_TO", {entity, page, id})`: to the form that adds or edits a record.
    pub(super) fn go_to_record(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let (entity, id) = (calling.text("entity").unwrap_or_default(), calling.text("id"));
        if let (Some(location), Some(name)) = (calling.text("location"), calling.text("name")) {
            return self.go_to_widget(calling, location, name, out);
        }
        let page = match id {
            None => Page::add_form(entity),
            Some(id) if self.has_record(entity, id) => Page { module: entity.to_owned(), ..Page::edit_form(id) },
            Some(id) => return Err(self.absent(calling, &format!("{entity} {id}"))),
        };
        out.push(Effect::Decided { rule: "SDK-10".into(), what: format!("the agent is sent to {page}") });
        out.push(Effect::applied("Q-55"));
        self.open_page(page, out);
        well()
    }

    /// `ZOHODESK.invoke("ROUTE_TO", {entity: "extension", location, name})`: a widget of the extension's own comes to the front, as if the agent
    /// picked it (derived from real widgets).
    fn go_to_widget(&mut self, calling: &Calling, location: &str, name: &str, out: &mut Vec<Effect>) -> Done {
        let is_meant = |widget: &Widget| widget.extension == calling.extension && widget.location == location && widget.name == name;
        let found = self.widgets().find(|(_, widget)| is_meant(widget)).map(|(id, _)| id);
        let Some(id) = found else { return Err(self.absent(calling, &format!("widget \"{name}\" of this extension at {location}"))) };
        if let Some(OutOfReach { rule, why, .. }) = self.out_of_reach(id) {
            return Err(Refused { reason: why, severity: Severity::Warning, rule: rule.to_owned() });
        }
        out.push(Effect::Decided { rule: "SDK-10".into(), what: format!("{} comes to the front", self.name_of(id)) });
        self.pick(id, out);
        well()
    }

    /// The model knows no IDs of tasks and no events, so that any may be there (derived).
    fn has_record(&self, entity: &str, id: &str) -> bool {
        match entity {
            "ticket" => self.ticket(id).is_some(),
            "contact" => self.customer(Module::Contact, id).is_some(),
            "account" => self.customer(Module::Account, id).is_some(),
            "call" => self.activities.iter().any(|activity| activity.id == id),
            _ => true,
        }
    }

    /// `ZOHODESK.invoke("MODAL_CLOSE")`, from the modal box itself or from another widget of its extension.
    pub(super) fn close_own_modal(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        match self.modal_of(&calling.extension) {
            Some(what) => {
                out.push(Effect::Begin { what });
                well()
            }
            None => Err(self.absent(calling, "open modal box of this extension")),
        }
    }

    /// `ZOHODESK.invoke("RESIZE", {width, height})`: percentages, as texts (SDK-22).
    pub(super) fn resize(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let size = ["width", "height"].map(|side| calling.text(side).map(str::to_owned));
        let told = size.iter().map(|side| side.as_deref().unwrap_or("as its document")).collect::<Vec<_>>().join(" × ");
        out.push(Effect::Decided { rule: "SDK-22".into(), what: format!("{} is {told}", self.name_of(calling.widget)) });
        let [width, height] = size;
        self.widgets.get_mut(&calling.widget).into_iter().for_each(|widget| widget.size = (width.clone(), height.clone()));
        well()
    }

    /// `ZOHODESK.invoke("INSERT", "ticket.replyEditor", {value, type})`
    pub(super) fn insert(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let Some(editor) = self.editor.as_mut() else { return Err(self.absent(calling, "open reply editor")) };
        let given = text::html(calling.text("value").unwrap_or_default());
        if calling.value.get("type").and_then(Value::as_str) == Some("replace") {
            editor.content.clear();
        }
        editor.content.push_str(&given);
        out.push(Effect::Decided { rule: "SDK-10".into(), what: format!("the reply editor holds {}", editor.content) });
        well()
    }

    /// `ZOHODESK.invoke("HIDE")`: the widget lives on, unseen (derived).
    pub(super) fn hide(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        out.push(Effect::Decided { rule: "SDK-10".into(), what: format!("{} is hidden", self.name_of(calling.widget)) });
        self.widgets.get_mut(&calling.widget).into_iter().for_each(|widget| widget.hidden = true);
        well()
    }
}
