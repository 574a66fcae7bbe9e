//! Which extensions are active.

use super::{Outcome, Scenario};

impl Scenario {
    /// The agent activates an extension, or deactivates it.
    pub fn switch(&mut self, extension: &str, on: bool) -> Outcome {
        self.widgets_of(extension)?;
        self.in_main_window()?;
        let verb = if on { "activates" } else { "deactivates" };
        self.stage.switch(format!("{verb} the extension {extension}"), extension, on);
        Ok(())
    }

    /// An extension is active, or is not.
    pub fn expect_active(&mut self, extension: &str, active: bool) -> Outcome {
        let widgets = self.widgets_of(extension)?;
        let found = widgets.iter().all(|id| self.stage.desk().is_active(*id));
        let word = if found { "active" } else { "not active" };
        self.expect(found == active, || format!("the extension \"{extension}\" is {word}"))
    }
}
