//! Which help desk a scenario is about.

use super::meant::meant;
use super::{Outcome, Scenario};
use crate::catalog::Platform;

impl Scenario {
    /// The scenario is about this help desk.
    pub fn play_on(&mut self, name: &str) -> Outcome {
        let Some(platform) = Platform::named(name) else {
            let known = Platform::ALL.map(Platform::word);
            let help = meant(name, known, format!("write {}", known.join(" or ")));
            return self.wrong(format!("there is no help desk called {name}"), help);
        };
        let now = self.platform();
        if platform == now {
            return Ok(());
        }
        // What is said of Freshdesk is said on purpose; Desk is what nothing is said of.
        if now == Platform::Freshdesk || !self.stage.is_untouched() {
            return self.wrong(
                format!("the scenario is about {} already", now.word()),
                format!("say `Given the help desk is {}` once, before everything else", platform.word()),
            );
        }
        self.catalog = self.setup.catalog_on(platform);
        let host = super::scenario::model(&self.setup, &self.catalog, self.seed, platform);
        self.stage.play_on(host);
        Ok(())
    }

    /// Whether the scenario is about Freshdesk, where what both hosts have is done in its own way.
    pub(super) fn is_on_freshdesk(&self) -> bool {
        self.platform() == Platform::Freshdesk
    }

    /// The help desk that the scenario is about.
    #[must_use]
    pub fn platform(&self) -> Platform {
        self.stage.host().platform()
    }
}
