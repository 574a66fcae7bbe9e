//! What the agent does on a widget's page, and sees of it.

use super::Stage;
use crate::extension::{Gesture, Look, NotDone};
use crate::host::WidgetId;

impl Stage {
    /// The agent does something on a live widget's page, told as a sentence: what follows belongs to it.
    ///
    /// # Errors
    /// It cannot be done, and nothing has happened.
    pub fn operate(&mut self, widget: WidgetId, told: String, gesture: &Gesture) -> Result<(), NotDone> {
        let now = self.now;
        let subject = self.slots.get_mut(&widget).and_then(|slot| slot.alive.as_mut()).ok_or(NotDone::NoPage)?;
        let acts = subject.operate(now, gesture)?;
        self.tell(told);
        self.take_in(widget, acts);
        self.run(now);
        Ok(())
    }

    /// What a live widget's page shows where `selector` says, or as a whole.
    ///
    /// # Errors
    /// There is no page, or no such selector.
    pub fn look(&mut self, widget: WidgetId, selector: Option<&str>) -> Result<Look, NotDone> {
        let now = self.now;
        let subject = self.slots.get_mut(&widget).and_then(|slot| slot.alive.as_mut()).ok_or(NotDone::NoPage)?;
        subject.look(now, selector)
    }
}
