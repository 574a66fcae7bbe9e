use crate::catalog::Catalog;
use crate::clock::Instant;
use crate::host::arbitration::Arbitration;
use crate::host::desk::Widget;
use crate::host::{ActionId, Effect, Host, Input, Model, Outcome, WidgetId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A Freshdesk account as one agent sees it.
#[derive(Debug, Clone)]
pub struct Freshdesk {
    pub(super) catalog: Arc<Catalog>,
    pub(super) widgets: BTreeMap<WidgetId, Widget>,
    /// Questions that wait, and how actions ended.
    pub(super) arbitration: Arbitration<()>,
}

impl Freshdesk {
    /// An empty account: no ticket, no app.
    #[must_use]
    pub fn new(catalog: Arc<Catalog>) -> Self {
        Self { catalog, widgets: BTreeMap::new(), arbitration: Arbitration::default() }
    }

    /// What the platform documents.
    #[must_use]
    pub fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// All widgets, in the order in which they were installed: apps' servers and pages.
    pub fn widgets(&self) -> impl Iterator<Item = (WidgetId, &Widget)> {
        self.widgets.iter().map(|(id, widget)| (*id, widget))
    }

    /// The widget with this key.
    #[must_use]
    pub fn widget(&self, id: WidgetId) -> Option<&Widget> {
        self.widgets.get(&id)
    }

    /// What a person calls a widget: its app, with the location where the app has more than one widget.
    #[must_use]
    pub fn name_of(&self, id: WidgetId) -> String {
        let Some(widget) = self.widgets.get(&id) else { return id.to_string() };
        let is_only = self.widgets.values().filter(|other| other.extension == widget.extension).count() == 1;
        if is_only { widget.extension.clone() } else { format!("{} at {}", widget.extension, widget.location) }
    }

    /// Whether an app is installed.
    #[must_use]
    pub fn is_installed(&self, app: &str) -> bool {
        self.installed_extensions().any(|installed| installed == app)
    }

    /// The names of the apps that are installed.
    pub fn installed_extensions(&self) -> impl Iterator<Item = &str> {
        self.widgets.values().map(|widget| widget.extension.as_str())
    }

    /// How an action ended; `None` while it waits.
    #[must_use]
    pub fn outcome(&self, action: ActionId) -> Option<&Outcome> {
        self.arbitration.outcome(action)
    }

    /// How many actions have begun.
    #[must_use]
    pub fn actions(&self) -> usize {
        self.arbitration.actions()
    }

    /// The widgets for whose answer an action waits.
    #[must_use]
    pub fn waits_for(&self, action: ActionId) -> Vec<WidgetId> {
        self.arbitration.waits_for(action)
    }

    /// What no output may show: values of secure installation parameters.
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        std::iter::empty()
    }
}

impl Model for Freshdesk {
    fn apply(&mut self, _now: Instant, input: Input) -> Vec<Effect> {
        let mut out = Vec::new();
        if let Input::Install { id, widget } = input {
            self.widgets.insert(id, Widget { alive: true, ..widget });
            out.push(Effect::OpenWidget { widget: id });
        }
        out
    }

    fn host(&self) -> Host<'_> {
        Host::Freshdesk(self)
    }
}
