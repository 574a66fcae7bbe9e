use super::{
    Action, Activity, Agent, Call, Customer, Department, Dialled, Editor, Form, Installation, Modal, Page, Task, Team, Template, Ticket,
    Topic, Widget,
};
use crate::catalog::{Catalog, MODAL};
use crate::clock::Instant;
use crate::host::arbitration::Arbitration;
use crate::host::{Effect, Host, Input, Model, Wake, WidgetId};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The portal: what is the same for all its tickets.
#[derive(Debug, Clone)]
pub struct Portal {
    /// The address from which replies leave.
    pub support_address: String,
    /// Times that people read are written in it.
    pub time_zone: jiff::tz::TimeZone,
    /// What Zoho sells it as.
    pub plan: String,
    /// Its own name.
    pub name: String,
    /// The address under which its customers find it.
    pub custom_domain_name: String,
    /// The language in which the agent reads Desk, as locale files are named.
    pub language: String,
    /// The ID of its first department.
    pub department_id: String,
    /// What people call a custom field, by its API name.
    pub labels: BTreeMap<String, String>,
    /// Where its pages begin.
    pub web_address: String,
    /// The ID of the organisation.
    pub org_id: u64,
    /// What securityContexts are made of: two portals with one key give out the same.
    pub key: u64,
}

impl Default for Portal {
    fn default() -> Self {
        Self {
            support_address: "support@zylker.example".into(),
            time_zone: jiff::tz::TimeZone::UTC,
            plan: "Enterprise Edition".into(),
            name: "zylker".into(),
            custom_domain_name: "https://desk.zylker.example/".into(),
            language: "en".into(),
            department_id: "26811000000006907".into(),
            labels: BTreeMap::new(),
            web_address: "https://desk.zylker.example/support/zylker".into(),
            org_id: 60_001_280_952,
            key: 0,
        }
    }
}

impl Portal {
    /// A custom field's label; where none was given, its API name as words: `Single Line 1` for `cf_single_line_1` (derived).
    pub(super) fn label_of(&self, field: &str) -> String {
        let word = |word: &str| word.chars().next().map(|first| first.to_uppercase().chain(word.chars().skip(1)).collect::<String>());
        let words = || field.trim_start_matches("cf_").split('_').filter_map(word).collect::<Vec<_>>().join(" ");
        self.labels.get(field).cloned().unwrap_or_else(words)
    }
}

/// Zoho Desk as one agent sees it.
#[derive(Debug, Clone)]
pub struct Desk {
    pub(super) catalog: Arc<Catalog>,
    pub(super) portal: Portal,
    pub(super) agent: Agent,
    /// Other agents, in the order in which they came to the desk.
    pub(super) colleagues: Vec<Agent>,
    /// In the order in which they came to the desk, the portal's first one among them.
    pub(super) departments: Vec<Department>,
    /// The ID of the one that the agent has selected.
    pub(super) selected_department: String,
    /// In the order in which they came to the desk.
    pub(super) teams: Vec<Team>,
    /// Which agent is one of which team, by their IDs.
    pub(super) members: Vec<(String, String)>,
    pub(super) page: Page,
    /// The form that the agent opened last.
    pub(super) form: Option<Form>,
    /// In the order in which they came to the desk.
    pub(super) tickets: Vec<Ticket>,
    /// Contacts and accounts, in the order in which they came to the desk.
    pub(super) customers: Vec<Customer>,
    /// In the order in which they came to the desk.
    pub(super) activities: Vec<Activity>,
    /// The call on the agent's line.
    pub(super) line: Option<Call>,
    /// What the agent dialled last and does not ring yet.
    pub(super) dialled: Option<Dialled>,
    /// The channels for which the agent is not there.
    pub(super) away: BTreeSet<String>,
    /// The extensions that are installed, and not active.
    pub(super) inactive: BTreeSet<String>,
    /// In the order in which they came to the desk.
    pub(super) templates: Vec<Template>,
    /// Whether what is being done comes through the API.
    pub(super) outside: bool,
    /// The reply editor, where one is open.
    pub(super) editor: Option<Editor>,
    /// Tickets that are gone, each with the one in which it lives on, in the order in which they were merged.
    pub(super) merged: Vec<(String, String)>,
    /// In the order in which they came to the desk.
    pub(super) tasks: Vec<Task>,
    /// In the order in which they came to the desk.
    pub(super) topics: Vec<Topic>,
    /// What agents have chosen, by their IDs.
    pub(super) preferences: BTreeMap<String, Map<String, Value>>,
    /// Profiles of agents, by their IDs.
    pub(super) profiles: BTreeMap<String, String>,
    /// What is set for extensions, by their names.
    pub(super) installations: BTreeMap<String, Installation>,
    /// How many there have been, gone ones among them.
    pub(super) installed_so_far: u64,
    /// Custom fields that extensions brought, in the order in which they came.
    pub(super) brought: Vec<super::BroughtField>,
    /// Extensions and widgets that are gone.
    pub(super) departed: super::life::Departed,
    /// Who uses Desk's API, as it calls itself.
    pub(super) client: Option<String>,
    /// What no output may show: values of secure params, and secrets of manifests; what was one once stays one.
    pub(super) secrets: BTreeSet<String>,
    pub(super) widgets: BTreeMap<WidgetId, Widget>,
    /// Popups that wait for the agent, in the order in which they came.
    pub(super) popups: Vec<crate::host::Popup>,
    /// The sub-tab that is in front on the open ticket's page, where a widget has brought it there.
    pub(super) tab: Option<String>,
    /// The modal box over the page.
    pub(super) modal: Option<Modal>,
    /// Questions that wait, and how actions ended.
    pub(in crate::host) arbitration: Arbitration<Action>,
    /// Channels, what they exchange, and who is known there.
    pub(super) sync: super::sync::Sync,
    pub(super) records: u64,
}

/// The first ID that the model gives out. The pages' samples look like it: seventeen digits.
const FIRST_ID: u64 = 26_811_000_000_900_001;

impl Desk {
    /// An empty desk: no ticket, no extension, the agent on the list of tickets.
    #[must_use]
    pub fn new(catalog: Arc<Catalog>, portal: Portal) -> Self {
        Self {
            catalog,
            departments: vec![Department::first(&portal.department_id)],
            selected_department: portal.department_id.clone(),
            portal,
            agent: Agent::default(),
            colleagues: Vec::new(),
            teams: Vec::new(),
            members: Vec::new(),
            page: Page::ticket_list(),
            form: None,
            tickets: Vec::new(),
            customers: Vec::new(),
            activities: Vec::new(),
            line: None,
            dialled: None,
            away: BTreeSet::new(),
            inactive: BTreeSet::new(),
            templates: Vec::new(),
            outside: false,
            editor: None,
            merged: Vec::new(),
            tasks: Vec::new(),
            topics: Vec::new(),
            preferences: BTreeMap::new(),
            profiles: BTreeMap::new(),
            installations: BTreeMap::new(),
            installed_so_far: 0,
            brought: Vec::new(),
            departed: super::life::Departed::default(),
            client: None,
            secrets: BTreeSet::new(),
            widgets: BTreeMap::new(),
            popups: Vec::new(),
            tab: None,
            modal: None,
            arbitration: Arbitration::default(),
            sync: super::sync::Sync::default(),
            records: FIRST_ID,
        }
    }

    /// What the platform documents, as this desk plays it.
    #[must_use]
    pub fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// The portal.
    #[must_use]
    pub fn portal(&self) -> &Portal {
        &self.portal
    }

    /// Where the agent is.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The sub-tab of the open ticket's page to which a widget has sent the agent.
    #[must_use]
    pub fn tab(&self) -> Option<&str> {
        self.tab.as_deref()
    }

    /// The ticket with this ID.
    #[must_use]
    pub fn ticket(&self, id: &str) -> Option<&Ticket> {
        self.tickets.iter().find(|ticket| ticket.id == id)
    }

    /// All tickets, in the order in which they came.
    #[must_use]
    pub fn tickets(&self) -> &[Ticket] {
        &self.tickets
    }

    /// All widgets, in the order in which they were installed.
    pub fn widgets(&self) -> impl Iterator<Item = (WidgetId, &Widget)> {
        self.widgets.iter().map(|(id, widget)| (*id, widget))
    }

    /// The widget with this key.
    #[must_use]
    pub fn widget(&self, id: WidgetId) -> Option<&Widget> {
        self.widgets.get(&id)
    }

    /// What a person calls a widget: its extension, with the location where the extension has more than one widget.
    #[must_use]
    pub fn name_of(&self, id: WidgetId) -> String {
        let Some(widget) = self.widgets.get(&id) else {
            return self.departed.widgets.get(&id).cloned().unwrap_or_else(|| id.to_string());
        };
        if widget.location == MODAL {
            return format!("{}'s modal box \"{}\"", widget.extension, widget.name);
        }
        let is_only = self.widgets.values().filter(|other| other.extension == widget.extension && other.location != MODAL).count() == 1;
        match &widget.thread {
            Some(thread) => format!("{} on the thread {thread}", widget.extension),
            None if is_only => widget.extension.clone(),
            None => format!("{} at {}", widget.extension, widget.location),
        }
    }

    pub(super) fn ticket_mut(&mut self, id: &str) -> Option<&mut Ticket> {
        self.tickets.iter_mut().find(|ticket| ticket.id == id)
    }

    pub(super) fn next_record(&mut self) -> String {
        let id = self.records;
        self.records += 2;
        id.to_string()
    }
}

impl Model for Desk {
    fn apply(&mut self, now: Instant, input: Input) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        let before = self.before_webhooks(&input);
        let client = self.client.clone().filter(|_| matches!(&input, Input::Act { what: Action::ThroughApi(_), .. }));
        match input {
            Input::PutTicket { id, properties } => self.put_ticket(now, id, properties),
            Input::PutCustomer { module, id, properties } => self.put_customer(now, module, id, properties),
            Input::PutActivity { activity } => self.put_activity(activity),
            Input::PutAgent { agent } => self.put_agent(agent),
            Input::PutTeam { team } => self.put_team(team),
            Input::PutThread { ticket, thread } => self.put_thread(now, &ticket, thread),
            Input::PutTemplate { template } => self.put_template(template),
            Input::JoinTeam { agent, team } => self.members.push((agent, team)),
            Input::SetProfile { profile } => self.set_profile(profile),
            Input::ShowTo { extension, profile } => self.show_to(extension, profile),
            Input::DeclareParam { extension, param } => self.declare_param(extension, param),
            Input::SetParam { extension, name, value } => self.set_param(now, &extension, &name, value, out),
            Input::SetClient { client } => self.client = Some(client),
            Input::PutTask { task } => self.tasks.push(task),
            Input::PutTopic { topic } => self.put_topic(topic),
            Input::SignIn { agent } => self.agent = agent,
            Input::PutDepartment { department } => self.put_department(department),
            Input::SelectDepartment { department } => self.selected_department = department,
            Input::SetPortal { properties } => self.portal.set(&properties),
            Input::Develop { extension } => self.installed(&extension).in_development = true,
            Input::ConfigureFor { extension, user } => drop(self.installed(&extension).users.get_or_insert_default().insert(user)),
            Input::SetTimeZone { zone } => self.portal.time_zone = zone,
            Input::SetLanguage { code } => self.portal.language = code,
            Input::Label { field, label } => drop(self.portal.labels.insert(field, label)),
            Input::Install { id, widget } => self.install(id, widget, out),
            Input::Declare { extension, declared } => self.declare(now, extension, declared, out),
            Input::Stand { extension } => self.stand(&extension, out),
            Input::GoTo { page } => self.open_page(page, out),
            Input::Pick { widget } => self.pick(widget, out),
            Input::PickOnThread { widget, thread } => self.pick_on_thread(widget, thread, out),
            Input::Write { content, cc } => self.write(&content, cc),
            Input::Act { action, what } => self.act(now, action, what, out),
            Input::FireEvent { event, payload } => self.deliver(&event, &payload, out),
            Input::Switch { action, extension, on } => self.switch(action, &extension, on, out),
            Input::FireHook { action, hook, payload } => self.ask(now, action, &hook, &payload, self.closes_modal(&hook), out),
            Input::Subscribed { widget, name, at } => self.subscribed(widget, name, at, out),
            Input::Answered { call, answers } => self.answered(now, call, &answers, out),
            Input::Asked { widget, request, ask, at } => self.asked(now, widget, request, ask, at, out),
            Input::ServiceAnswered { widget, request, json, answer } => super::sdk::answered(widget, request, json, answer, out),
            Input::Misbehaved { widget, defect } => self.misbehaved(widget, defect, out),
            Input::Registered { widget } => self.modal_registered(now, widget, out),
            Input::Unregistered { widget } => self.drop_unregistered(widget, out),
            Input::Due { wake: Wake::HookDeadline { action, triggered } } => self.time_is_up(now, action, triggered, out),
            Input::EndpointAnswered { call, answer } => self.exchanged(now, call, answer, out),
            Input::Restart => self.restart(now, out),
            Input::Called { call, request } => self.called(now, call, &request, out),
            Input::Invoked { call, answer } => self.invoked(call, answer, out),
            Input::ModalLoaded { widget, page } => self.modal_loaded(now, widget, page, out),
            Input::ClickPopup { title, confirms } => self.click_popup(&title, confirms, out),
            Input::Due { wake: Wake::ModalOpened(modal) } => self.modal_opened(modal, out),
            Input::Due { wake: Wake::Pull(channel) } => self.pull(now, channel, out),
            Input::Due { wake: Wake::ExchangeDeadline(call) } => self.exchange_is_late(now, call, out),
            // What is Freshdesk's alone: its sentences are refused here before they run.
            Input::Freshdesk(_) | Input::FreshdeskAct { .. } | Input::Due { wake: Wake::Freshdesk(_) } => {}
        }
        if let Some(before) = before {
            self.tell_webhooks(now, &before, client.as_deref(), out);
        }
        effects
    }

    fn host(&self) -> Host<'_> {
        Host::Desk(self)
    }
}
