//! Which extensions are active, and where only so many may be (P, "Desk Telephony Extension - desk.extension.telephony"; LOC-03).

use super::Desk;
use crate::host::{ActionId, Effect, Outcome, WidgetId};

impl Desk {
    /// Whether a widget's extension is active.
    #[must_use]
    pub fn is_active(&self, id: WidgetId) -> bool {
        self.widgets.get(&id).is_some_and(|widget| !self.inactive.contains(&widget.extension))
    }

    /// The active widgets at a location, in the order of their installation.
    #[must_use]
    pub fn active_at(&self, location: &str) -> Vec<WidgetId> {
        self.widgets.iter().filter(|(id, widget)| widget.location == location && self.is_active(**id)).map(|(id, _)| *id).collect()
    }

    /// A new extension is active at once, unless one of its widgets is one too many.
    pub(super) fn stand_back(&mut self, id: WidgetId, out: &mut Vec<Effect>) {
        let Some(extension) = self.widgets.get(&id).map(|widget| widget.extension.clone()).filter(|_| self.is_active(id)) else { return };
        if let Some((_, why)) = self.in_the_way(&extension) {
            out.push(Effect::Decided { rule: "LOC-03".into(), what: format!("{extension} is installed, and not active: {why}") });
            self.deactivate(&extension, out);
        }
    }

    /// The agent activates an extension, or deactivates it.
    pub(super) fn switch(&mut self, action: ActionId, extension: &str, on: bool, out: &mut Vec<Effect>) {
        if self.inactive.contains(extension) != on {
            return self.settle(action, Outcome::Unchanged, out);
        }
        if !on {
            self.deactivate(extension, out);
        } else if let Some((by, reason)) = self.in_the_way(extension) {
            out.push(Effect::Decided { rule: "LOC-03".into(), what: format!("{extension} is not activated") });
            out.push(Effect::Message { action, text: reason.clone() });
            return self.settle(action, Outcome::Stopped { by, reason }, out);
        } else {
            self.inactive.remove(extension);
            self.open_backgrounds(extension, out);
        }
        self.settle(action, Outcome::Done, out);
    }

    fn deactivate(&mut self, extension: &str, out: &mut Vec<Effect>) {
        self.modal_goes("its extension", |modal| modal.extension == extension, out);
        self.inactive.insert(extension.to_owned());
        let alive: Vec<_> =
            self.widgets.iter().filter(|(_, widget)| widget.alive && widget.extension == extension).map(|(id, _)| *id).collect();
        for id in alive {
            self.close(id, "LOC-03", "its extension", out);
        }
    }

    /// The widget that leaves an extension no room at a location that takes only so many, and what the agent reads of it.
    fn in_the_way(&self, extension: &str) -> Option<(WidgetId, String)> {
        let mut own = self.widgets.iter().filter(|(_, widget)| widget.extension == extension);
        let (id, others) = own.find_map(|(id, widget)| {
            let limit = self.catalog.limit(self.catalog.location(&widget.location)?.limit.as_deref()?)?;
            let mut others = self.active_at(&widget.location);
            others.retain(|id| self.widgets[id].extension != extension);
            u64::try_from(others.len()).is_ok_and(|count| count >= limit.value).then_some((*id, others))
        })?;
        let names: Vec<_> = others.iter().map(|id| self.widgets[id].extension.as_str()).collect();
        let text = self.catalog.wording("telephony.refused", &[("active", &names.join(", "))]);
        Some((others.first().copied().unwrap_or(id), text))
    }
}
