//! Which help desk a scenario is about.

use super::meant::meant;
use super::{Outcome, Scenario};
use crate::catalog::Platform;

impl Scenario {
    /// The scenario is about this help desk.
    pub fn play_on(&mut self, name: &str) -> Outcome {
        let Some(platform) = Platform::named(name) else {
            let known: Vec<String> = Platform::ALL.iter().map(ToString::to_string).collect();
            let help = meant(name, known.iter().map(String::as_str), format!("write {}", known.join(" or ")));
            return self.wrong(format!("there is no help desk called {name}"), help);
        };
        let now = self.platform();
        if platform == now {
            return Ok(());
        }
        if !self.stage.is_untouched() {
            return self.wrong(
                format!("the scenario is about {now} already"),
                format!("say `Given the help desk is {platform}` before everything else"),
            );
        }
        let host = super::scenario::model(&self.setup, &self.catalog, self.seed, platform);
        self.stage.play_on(host);
        Ok(())
    }

    /// The help desk that the scenario is about.
    #[must_use]
    pub fn platform(&self) -> Platform {
        self.stage.host().platform()
    }
}
