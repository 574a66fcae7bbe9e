use super::schedule::Schedule;
use super::{Account, Action, Agent, App, Belonging, Contact, Due, Ticket};
use crate::catalog::Catalog;
use crate::clock::Instant;
use crate::host::arbitration::Arbitration;
use crate::host::desk::{Page, Widget};
use crate::host::{ActionId, CallId, Effect, Host, Input, Model, Popup, Wake, WidgetId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A Freshdesk account as one agent sees it.
#[derive(Debug, Clone)]
pub struct Freshdesk {
    pub(super) catalog: Arc<Catalog>,
    pub(super) account: Account,
    /// The one at the desk.
    pub(super) agent: Agent,
    /// In the order in which they came.
    pub(super) agents: Vec<Agent>,
    /// Groups, companies and products, in the order in which they came.
    pub(super) belongings: Vec<Belonging>,
    /// Where the agent is.
    pub(super) page: Page,
    /// In the order in which they came.
    pub(super) tickets: Vec<Ticket>,
    /// In the order in which they came.
    pub(super) contacts: Vec<Contact>,
    /// By their names.
    pub(super) apps: BTreeMap<String, App>,
    /// Servers and pages of apps.
    pub(super) widgets: BTreeMap<WidgetId, Widget>,
    /// What apps have scheduled, by keys that count up.
    pub(super) schedules: BTreeMap<u32, Schedule>,
    pub(super) scheduled: u32,
    /// Actions for which something comes alive first.
    pub(in crate::host) prepared: BTreeMap<ActionId, Action>,
    /// What no output may show; what was a secret once stays one.
    pub(super) secrets: BTreeSet<String>,
    /// What waits for a click of the agent, in the order in which it came.
    pub(super) popups: Vec<Popup>,
    /// Modal boxes and dialogs of apps, by their keys.
    pub(super) modals: BTreeMap<WidgetId, super::modal::Modal>,
    /// Pages that wait for functions of their servers.
    pub(super) invoked: BTreeMap<CallId, super::call::Invoked>,
    /// Questions that wait, and how actions ended.
    pub(in crate::host) arbitration: Arbitration<Action>,
    pub(super) records: u64,
}

/// The first ID that the model gives to a contact.
const FIRST_ID: u64 = 5_001;

impl Freshdesk {
    /// An empty account: no ticket, no app.
    #[must_use]
    pub fn new(catalog: Arc<Catalog>) -> Self {
        let agent = Agent { id: 320, name: "Robin Agent".into(), email: "robin@sample.freshdesk.com".into() };
        Self {
            catalog,
            account: Account::default(),
            agents: vec![agent.clone()],
            agent,
            belongings: Vec::new(),
            page: Page::ticket_list(),
            tickets: Vec::new(),
            contacts: Vec::new(),
            apps: BTreeMap::new(),
            widgets: BTreeMap::new(),
            schedules: BTreeMap::new(),
            scheduled: 0,
            prepared: BTreeMap::new(),
            secrets: BTreeSet::new(),
            popups: Vec::new(),
            modals: BTreeMap::new(),
            invoked: BTreeMap::new(),
            arbitration: Arbitration::default(),
            records: FIRST_ID,
        }
    }

    /// What the platform documents.
    #[must_use]
    pub fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// The account.
    #[must_use]
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// Where the agent is.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
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

    /// Whether an app is installed: one that is there alone is not yet.
    #[must_use]
    pub fn is_installed(&self, app: &str) -> bool {
        self.app(app).is_some_and(|app| app.standing)
    }

    /// The names of the apps that are installed.
    pub fn installed_extensions(&self) -> impl Iterator<Item = &str> {
        self.apps.iter().filter(|(_, app)| app.standing).map(|(name, _)| name.as_str())
    }

    /// What waits for a click of the agent, in the order in which it came.
    #[must_use]
    pub fn popups(&self) -> &[Popup] {
        &self.popups
    }

    /// What no output may show: values of secure installation parameters.
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        self.secrets.iter().map(String::as_str)
    }

    /// The ID of the next contact, agent, group, company or product.
    pub(super) fn next_record(&mut self) -> u64 {
        let id = self.records;
        self.records += 1;
        id
    }
}

impl Model for Freshdesk {
    fn apply(&mut self, now: Instant, input: Input) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        match input {
            Input::Freshdesk(put) => self.put(now, put, out),
            Input::FreshdeskAct { action, what } => self.act(now, action, what, out),
            Input::Install { id, widget } => self.install(id, widget, out),
            Input::GoTo { page } => self.go_to(page, out),
            Input::Pick { widget } => self.pick(widget, out),
            Input::FireEvent { event, payload } => self.fire(&event, &payload, out),
            Input::FireHook { action, hook, payload } => self.fire_hook(now, action, &hook, &payload, out),
            Input::Subscribed { widget, name, at } => self.subscribed(widget, name, at, out),
            Input::ClickPopup { title, confirms } => self.click_popup(&title, confirms, out),
            Input::ModalLoaded { widget, page } => self.modal_loaded(widget, page, out),
            Input::Answered { call, answers } => self.answered(now, call, &answers, out),
            Input::Asked { widget, request, ask, at } => self.asked(now, (widget, request), &ask, at, out),
            Input::ServiceAnswered { widget, request, json, answer } => self.service_answered((widget, request), json, answer, out),
            Input::Misbehaved { widget, defect } => self.misbehaved(widget, defect, out),
            Input::Unregistered { widget } => self.drop_unregistered(widget, out),
            Input::Due { wake: Wake::HookDeadline { action, triggered } } => self.time_is_up(now, action, triggered, out),
            Input::Due { wake: Wake::Freshdesk(due) } => self.due(now, due, out),
            // What is left is Desk's alone: its sentences are refused here before they run.
            _ => {}
        }
        effects
    }

    fn host(&self) -> Host<'_> {
        Host::Freshdesk(self)
    }
}

impl Freshdesk {
    fn due(&mut self, now: Instant, due: Due, out: &mut Vec<Effect>) {
        match due {
            Due::Late { ticket, clock } => self.is_late(now, ticket, clock, out),
            Due::Prepared(action) => self.go_on(now, action, out),
            Due::Scheduled(key) => self.schedule_is_due(now, key, out),
            Due::Invoked(call) => self.invocation_is_late(now, call, out),
        }
    }
}
