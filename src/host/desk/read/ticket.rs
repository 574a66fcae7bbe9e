//! The open ticket, and who reads the reply that is being written on it (P, "Ticket Object"; SDK-02).

use super::super::Desk;
use super::reader::{Asking, One, Values};
use serde_json::{Value, json};

impl Desk {
    /// The ticket on whose page the agent is. It belongs to a department whether or not anybody said so, and to nobody as long as nobody has it.
    pub(super) fn read_ticket(&self, asking: &Asking<'_>) -> Values {
        let shown = self.page.shown_ticket().and_then(|id| self.ticket(id));
        let ticket = shown.ok_or_else(|| self.not_there(asking, "open ticket"))?;
        let mut values = ticket.properties.clone();
        values.insert("departmentId".into(), self.department_of(ticket).into());
        if values.get("assignee").is_none_or(Value::is_null) {
            values.insert("assignee".into(), json!({"id": null, "name": null, "teamid": null, "team": null}));
        }
        Ok(values)
    }

    /// Comma-separated, as real widgets take them apart (derived).
    pub(super) fn read_recipients(&self, asking: &Asking<'_>) -> One {
        let editor = self.editor().ok_or_else(|| self.not_there(asking, "open reply editor"))?;
        Ok(json!({"to": editor.to, "cc": editor.cc, "bcc": editor.bcc}))
    }
}
