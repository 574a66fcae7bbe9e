//! An account with apps on it whose servers are scripted, and everything that they hear.

use deskspec::catalog::{Catalog, Platform};
use deskspec::clock::{Instant, Millis};
use deskspec::extension::{Act, HandlerAnswer, How, Reply, Subject, WakeId};
use deskspec::host::desk::{Page, Widget};
use deskspec::host::freshdesk::{Action, Freshdesk, Put, SERVER};
use deskspec::host::{ActionId, Ask, CallId, Effect, Input, Outcome, RequestId, WidgetId};
use deskspec::stage::{Happened, Stage};
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// What a server heard, and what it answers to hooks.
#[derive(Debug, Default)]
pub(super) struct Server {
    pub(super) listens: Vec<String>,
    pub(super) heard: Vec<(String, Value)>,
    pub(super) replies: Vec<Reply>,
    /// How it answers a hook; `None` never.
    pub(super) answer: Option<HandlerAnswer>,
}

struct Scripted(Rc<RefCell<Server>>);

impl Subject for Scripted {
    fn open(&mut self, _now: Instant) -> Vec<Act> {
        let names = self.0.borrow().listens.clone();
        names.into_iter().map(|name| Act::Subscribe { name, handlers: 1, at: None }).collect()
    }

    fn ask(&mut self, _now: Instant, call: CallId, hook: &str, payload: &Value) -> Vec<Act> {
        let mut server = self.0.borrow_mut();
        server.heard.push((hook.to_owned(), payload.clone()));
        server.answer.clone().map(|answer| Act::Answer { call, answers: vec![answer] }).into_iter().collect()
    }

    fn deliver(&mut self, _now: Instant, event: &str, payload: &Value) -> Vec<Act> {
        self.0.borrow_mut().heard.push((event.to_owned(), payload.clone()));
        Vec::new()
    }

    fn settle(&mut self, _now: Instant, _request: RequestId, reply: &Reply) -> Vec<Act> {
        self.0.borrow_mut().replies.push(reply.clone());
        Vec::new()
    }

    fn wake(&mut self, _now: Instant, _wake: WakeId) -> Vec<Act> {
        Vec::new()
    }
}

pub(super) struct Portal {
    pub(super) stage: Stage,
    pub(super) servers: BTreeMap<String, (WidgetId, Rc<RefCell<Server>>)>,
    actions: u32,
    requests: u32,
}

/// Everything that a server may listen to.
pub(super) const EVENTS: [&str; 8] = [
    "onTicketCreate",
    "onTicketUpdate",
    "onConversationCreate",
    "onContactCreate",
    "onContactUpdate",
    "onExternalEvent",
    "onScheduledEvent",
    "afterAppUpdate",
];

impl Portal {
    /// An account with the ticket 1 of Rachel's, and no app.
    pub(super) fn new() -> Self {
        Self::of(Arc::new(Catalog::documented().of(Platform::Freshdesk)))
    }

    pub(super) fn of(catalog: Arc<Catalog>) -> Self {
        let mut portal = Self { stage: Stage::new(Box::new(Freshdesk::new(catalog))), servers: BTreeMap::new(), actions: 0, requests: 0 };
        let rachel = map(json!({"name": "Rachel", "email": "rachel@freshdesk.com", "mobile": "7654367287", "phone": 4_352_789_885_u64}));
        portal.put(Put::Contact { id: 5483, attributes: rachel });
        let ticket = map(json!({"subject": "Support Needed...", "description": "Some details", "requester_id": 5483}));
        portal.put(Put::Ticket { id: 1, attributes: ticket });
        portal
    }

    /// An account with an app that hears everything.
    pub(super) fn with_app() -> Self {
        let mut portal = Self::new();
        portal.install("notes", &EVENTS);
        portal
    }

    pub(super) fn put(&mut self, what: Put) {
        self.stage.input(Input::Freshdesk(what));
    }

    /// An installed app with a server.
    pub(super) fn install(&mut self, app: &str, listens: &[&str]) -> WidgetId {
        self.page(app, SERVER, listens)
    }

    /// The agent opens a ticket.
    pub(super) fn open_ticket(&mut self, id: u64) {
        self.stage.input(Input::GoTo { page: Page::ticket(id.to_string()) });
    }

    /// An installed app with a part at this location.
    pub(super) fn page(&mut self, app: &str, location: &str, listens: &[&str]) -> WidgetId {
        let server =
            Rc::new(RefCell::new(Server { listens: listens.iter().map(|name| (*name).to_owned()).collect(), ..Server::default() }));
        let shared = Rc::clone(&server);
        let widget = Widget::of_package(app, location, app, "");
        let id = self.stage.install(widget, Box::new(move |_, _| Box::new(Scripted(Rc::clone(&shared)))));
        self.servers.insert(app.to_owned(), (id, server));
        id
    }

    /// An app that is there, and not installed yet.
    pub(super) fn bring(&mut self, app: &str, listens: &[&str], answer: Option<(How, Value)>) {
        self.put(Put::App { name: app.to_owned(), app: Box::default() });
        self.install(app, listens);
        self.answers(app, answer);
    }

    pub(super) fn answers(&mut self, app: &str, answer: Option<(How, Value)>) {
        self.servers[app].1.borrow_mut().answer = answer.map(|(how, value)| HandlerAnswer { how, value: Some(value) });
    }

    pub(super) fn act(&mut self, what: impl Into<Action>) -> ActionId {
        self.actions += 1;
        let action = ActionId(self.actions);
        self.stage.input(Input::FreshdeskAct { action, what: what.into() });
        action
    }

    pub(super) fn outcome(&self, action: ActionId) -> Option<&Outcome> {
        self.stage.host().outcome(action)
    }

    pub(super) fn freshdesk(&self) -> &Freshdesk {
        self.stage.host().freshdesk()
    }

    pub(super) fn pass(&mut self, span: Millis) {
        self.stage.pass(span);
    }

    /// An app calls its host: the answer, if there is one by now.
    pub(super) fn call(&mut self, app: &str, name: &str, given: Value) -> Option<Reply> {
        self.requests += 1;
        let (widget, server) = (self.servers[app].0, Rc::clone(&self.servers[app].1));
        let before = server.borrow().replies.len();
        let ask = Ask::Call { name: name.to_owned(), given: given.as_array().cloned().unwrap_or_default() };
        self.stage.play(widget, Act::Ask { request: RequestId(self.requests), ask, at: None });
        server.borrow().replies.get(before).cloned()
    }

    /// What an app heard so far.
    pub(super) fn heard(&self, app: &str) -> Vec<(String, Value)> {
        self.servers[app].1.borrow().heard.clone()
    }

    /// The names of what an app heard since it was asked last.
    pub(super) fn names(&self, app: &str) -> Vec<String> {
        let names = self.heard(app).into_iter().map(|(name, _)| name).collect();
        self.servers[app].1.borrow_mut().heard.clear();
        names
    }

    /// The last payload that an app heard.
    pub(super) fn last(&self, app: &str) -> Value {
        self.heard(app).pop().map(|(_, payload)| payload).unwrap_or_default()
    }

    /// The rules that decided something, and what they decided.
    pub(super) fn decided(&self) -> Vec<(String, String)> {
        let decided = self.stage.trace.entries.iter().filter_map(|entry| match &entry.what {
            Happened::Host(Effect::Decided { rule, what }) => Some((rule.to_string(), what.clone())),
            _ => None,
        });
        decided.collect()
    }

    /// Whether a rule has decided something that says this.
    pub(super) fn says(&self, rule: &str, text: &str) -> bool {
        self.decided().iter().any(|(id, what)| id == rule && what.contains(text))
    }
}

pub(super) fn map(value: Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}
