//! What a widget changes on the open ticket, and in the form of one (P, "Set Wrapper"; SDK-13).

use super::super::{Action, AddComment, Assign, Desk, Entry, FillIn, Filling, MarkSpam, SetDueDate, SetField, SetStatus, text};
use super::calling::{Calling, Done, Refused, well};
use crate::catalog::Property;
use crate::host::Effect;
use crate::spelling::nearest;
use serde_json::{Map, Value};

/// The module whose forms these are.
const MODULE: &str = "ticket";

impl Desk {
    /// `ZOHODESK.set("ticketForm.<field>", {value})`: as if the agent had picked it.
    pub(super) fn fill_in_field(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let field = calling.property();
        if self.form().is_none_or(|form| form.page.module != MODULE) {
            return Err(self.absent(calling, "open form of a ticket"));
        }
        let shape = self.catalog.form_field(MODULE, field);
        if shape.is_none() && !field.starts_with("cf_") {
            let known = self.catalog.form_fields(MODULE).into_iter().map(|(name, _)| name);
            return Err(self.not_settable(calling, nearest(field, known).map(|near| format!("ticketForm.{near}"))));
        }
        let value = calling.value.get("value").cloned().unwrap_or_default();
        let faults = shape.map(|shape| self.catalog.violations(shape, &value)).unwrap_or_default();
        if let Some(fault) = faults.first().filter(|_| !value.is_null()) {
            return Err(self.misshapen(calling, &fault.to_string()));
        }
        let entries = vec![Entry { field: field.to_owned(), how: Filling::Picked(value.clone()) }];
        out.push(Effect::Begin { what: FillIn { entries }.into() });
        Ok(Some(Map::from_iter([(format!("ticketForm.{field}"), value)])))
    }

    /// `ZOHODESK.set("ticket.comment", {comment})`
    pub(super) fn comment_for_widget(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let ticket = self.open_ticket(calling)?;
        let Some(content) = calling.text("comment").or_else(|| calling.text("content")) else {
            return Err(self.misshapen(calling, "neither comment nor content is given"));
        };
        let public = calling.value.get("isPublic").and_then(Value::as_bool).unwrap_or_default();
        out.push(Effect::Begin { what: AddComment { ticket, content: content.to_owned(), public }.into() });
        well()
    }

    /// `ZOHODESK.set("ticket.replyEditorRecipients", {to, cc, bcc})`
    pub(super) fn set_recipients(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let Some(editor) = self.editor.as_mut() else { return Err(self.absent(calling, "open reply editor")) };
        for (key, held) in [("to", &mut editor.to), ("cc", &mut editor.cc), ("bcc", &mut editor.bcc)] {
            calling.text(key).into_iter().for_each(|given| given.clone_into(held));
        }
        let what = format!("the reply goes to \"{}\", with copies to \"{}\" and \"{}\"", editor.to, editor.cc, editor.bcc);
        out.push(Effect::Decided { rule: "SDK-13".into(), what });
        well()
    }

    /// `ZOHODESK.set("ticket.<property>", {value})`
    pub(super) fn change_for_widget(&mut self, calling: &Calling, out: &mut Vec<Effect>) -> Done {
        let ticket = self.open_ticket(calling)?;
        let (field, value) = (calling.property(), calling.value.get("value").cloned().unwrap_or_default());
        let known = self.catalog.property(&format!("{MODULE}.{field}"));
        let own = known.filter(|property| property.name == format!("{MODULE}.{field}") && settable(property));
        if own.is_none() && !field.starts_with("cf_") {
            let all = self.catalog.properties().filter(|property| settable(property)).filter_map(|it| it.name.strip_prefix("ticket."));
            return Err(self.not_settable(calling, nearest(field, all).map(|near| format!("ticket.{near}"))));
        }
        let faults = own.map(|property| self.catalog.violations(&property.value, &value)).unwrap_or_default();
        if let Some(fault) = faults.first() {
            return Err(self.misshapen(calling, &fault.to_string()));
        }
        let Some(what) = edit(ticket, field, value) else {
            return Err(self.misshapen(calling, "$.value: no date and time as the ticket has it, such as 21/02/2018 12:00 PM"));
        };
        out.push(Effect::Begin { what });
        well()
    }

    fn open_ticket(&self, calling: &Calling) -> Result<String, Refused> {
        self.page.shown_ticket().map(str::to_owned).ok_or_else(|| self.absent(calling, "open ticket"))
    }

    fn not_settable(&self, calling: &Calling, near: Option<String>) -> Refused {
        let mut refused = self.refused("set.unknown", calling, &[]);
        refused.reason.extend(near.map(|near| format!(" Did you mean {near}?")));
        refused
    }
}

/// A property of the ticket's that an agent edits, too; whether it is spam Desk says, and agents as well.
fn settable(property: &Property) -> bool {
    let own = property.name.strip_prefix("ticket.");
    own.is_some_and(|name| name == "isSpam" || !property.given && !["cf", "departmentId", "contactId"].contains(&name))
}

/// What an agent would do to have it so.
fn edit(ticket: String, field: &str, value: Value) -> Option<Action> {
    let said = value.as_str().unwrap_or_default();
    let id = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(match field {
        "status" => SetStatus { ticket, status: said.to_owned() }.into(),
        "isSpam" => MarkSpam { ticket, spam: said == "true" }.into(),
        "dueDate" => SetDueDate { ticket, due: text::due_from_ticket(said)? }.into(),
        "assignee" => Assign { ticket, agent: id("id"), team: id("teamid") }.into(),
        _ => SetField { ticket, field: field.to_owned(), value }.into(),
    })
}
