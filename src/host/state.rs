//! The state of whichever host plays, for whoever reads it.

use super::desk::{Desk, Page, Widget};
use super::freshdesk::Freshdesk;
use super::{ActionId, Outcome, Popup, WidgetId};
use crate::catalog::{Catalog, Platform};
use std::sync::Arc;

/// The host of a scenario.
#[derive(Debug, Clone, Copy)]
pub enum Host<'a> {
    /// Zoho Desk.
    Desk(&'a Desk),
    /// Freshdesk.
    Freshdesk(&'a Freshdesk),
}

/// Asks the same of either host.
macro_rules! either {
    ($host:expr, $state:ident => $what:expr) => {
        match $host {
            Host::Desk($state) => $what,
            Host::Freshdesk($state) => $what,
        }
    };
}

impl<'a> Host<'a> {
    /// Which one it is.
    #[must_use]
    pub fn platform(self) -> Platform {
        match self {
            Self::Desk(_) => Platform::Desk,
            Self::Freshdesk(_) => Platform::Freshdesk,
        }
    }

    /// Zoho Desk.
    ///
    /// # Panics
    /// The help desk is another one: a sentence of Desk's is refused there before it runs.
    #[must_use]
    pub fn desk(self) -> &'a Desk {
        match self {
            Self::Desk(desk) => desk,
            Self::Freshdesk(_) => unreachable!("what is Desk's alone is refused on Freshdesk"),
        }
    }

    /// The popups that wait for the agent, in the order in which they came.
    #[must_use]
    pub fn popups(self) -> &'a [Popup] {
        either!(self, state => state.popups())
    }

    /// Freshdesk.
    ///
    /// # Panics
    /// The help desk is another one: a sentence of Freshdesk's is refused there before it runs.
    #[must_use]
    pub fn freshdesk(self) -> &'a Freshdesk {
        match self {
            Self::Freshdesk(freshdesk) => freshdesk,
            Self::Desk(_) => unreachable!("what is Freshdesk's alone is refused on Desk"),
        }
    }

    /// What the platform documents, as this host plays it.
    #[must_use]
    pub fn catalog(self) -> &'a Arc<Catalog> {
        either!(self, host => host.catalog())
    }

    /// All widgets, in the order in which they were installed.
    #[must_use]
    pub fn widgets(self) -> Vec<(WidgetId, &'a Widget)> {
        either!(self, host => host.widgets().collect())
    }

    /// The widget with this key.
    #[must_use]
    pub fn widget(self, id: WidgetId) -> Option<&'a Widget> {
        either!(self, host => host.widget(id))
    }

    /// What a person calls a widget: its extension, with the location where the extension has more than one widget.
    #[must_use]
    pub fn name_of(self, id: WidgetId) -> String {
        either!(self, host => host.name_of(id))
    }

    /// Where the agent is.
    #[must_use]
    pub fn page(self) -> &'a Page {
        either!(self, host => host.page())
    }

    /// Whether an extension is installed.
    #[must_use]
    pub fn is_installed(self, extension: &str) -> bool {
        either!(self, host => host.is_installed(extension))
    }

    /// The names of the extensions that are installed.
    #[must_use]
    pub fn installed_extensions(self) -> Vec<&'a str> {
        either!(self, host => host.installed_extensions().collect())
    }

    /// How an action ended; `None` while it waits.
    #[must_use]
    pub fn outcome(self, action: ActionId) -> Option<&'a Outcome> {
        either!(self, host => host.arbitration.outcome(action))
    }

    /// How many actions have begun.
    #[must_use]
    pub fn actions(self) -> usize {
        match self {
            Self::Desk(desk) => desk.arbitration.actions(),
            Self::Freshdesk(freshdesk) => freshdesk.arbitration.actions() + freshdesk.prepared.len(),
        }
    }

    /// The widgets for whose answer an action waits.
    #[must_use]
    pub fn waits_for(self, action: ActionId) -> Vec<WidgetId> {
        either!(self, host => host.arbitration.waits_for(action))
    }

    /// What no output may show.
    pub fn secrets(self) -> Vec<&'a str> {
        either!(self, host => host.secrets().collect())
    }
}
