//! A desk with a widget at each kind of location, on which a day is played.

use super::moves::{HOOKS, Move};
use deskspec::catalog::Catalog;
use deskspec::clock::Instant;
use deskspec::extension::{Act, Ask, Script, Scripted};
use deskspec::host::desk::{Action, Agent, Desk, Page, Portal, Synced, Team, Template, Thread, Widget};
use deskspec::host::{ActionId, Effect, Input, RequestId, WidgetId};
use deskspec::stage::{Happened, Stage};
use serde_json::json;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

pub(super) const TICKETS: [&str; 2] = ["26811000000760569", "26811000000760577"];
/// A ticket to which nothing happens but that it is merged into another.
pub(super) const DOUBLE: &str = "26811000000760585";
/// What the customer wrote: one thread on each ticket.
pub(super) const THREADS: [&str; 2] = ["26811000000783105", "26811000000783107"];
pub(super) const TEMPLATES: [&str; 2] = ["98787662312400000", "98787662312400002"];
pub(super) const AGENT: &str = "26811000000000012";
pub(super) const TEAM: &str = "26811000000000042";
/// Always alive, everywhere once picked, on a ticket's page, on the form, and two where some hooks and events do not reach.
pub(super) const LOCATIONS: [&str; 7] = [
    "desk.background",
    "desk.bottomband",
    "desk.ticket.detail.rightpanel",
    "desk.ticket.form.rightpanel",
    "desk.ticket.detail.subtab",
    "desk.topband",
    "desk.ticket.thread.moreaction",
];
/// The key of the first modal box.
pub(super) const FIRST_MODAL: u32 = LOCATIONS.len() as u32 + 1;

/// A stage with a widget at each location, and what each of them does.
pub(super) struct Day {
    pub(super) stage: Stage,
    pub(super) widgets: Vec<(WidgetId, Rc<RefCell<Script>>)>,
    /// When each action was begun, and what it is: nothing where a hook was fired by hand.
    pub(super) begun: Vec<(ActionId, Instant, Option<Action>)>,
}

impl Day {
    pub(super) fn new() -> Self {
        let desk = Desk::new(Arc::clone(Catalog::documented()), Portal::default());
        let mut stage = Stage::new(Box::new(desk));
        stage.input(Input::PutTicket { id: DOUBLE.to_owned(), properties: serde_json::Map::new() });
        for (id, thread) in TICKETS.into_iter().zip(THREADS) {
            let properties = [("email".to_owned(), json!("customer@example.com"))].into_iter().collect();
            stage.input(Input::PutTicket { id: id.to_owned(), properties });
            let [content, from, to, cc] = ["a", "", "", ""].map(str::to_owned);
            let thread = Thread {
                id: thread.to_owned(),
                content,
                from,
                to,
                cc,
                incoming: true,
                at: stage.now(),
                attachments: Vec::new(),
                synced: Synced::default(),
            };
            stage.input(Input::PutThread { ticket: id.to_owned(), thread });
        }
        for id in TEMPLATES {
            let template = Template { id: id.to_owned(), name: id.to_owned(), content: id.to_owned() };
            stage.input(Input::PutTemplate { template });
        }
        stage.input(Input::PutAgent { agent: Agent { id: AGENT.into(), ..Agent::named("Kim Lee") } });
        stage.input(Input::PutTeam { team: Team { id: TEAM.into(), ..Team::named("Workshop") } });
        stage.input(Input::JoinTeam { agent: AGENT.into(), team: TEAM.into() });
        let mut day = Self { stage, widgets: Vec::new(), begun: Vec::new() };
        for location in LOCATIONS {
            let script = Rc::new(RefCell::new(Script::default()));
            let shared = Rc::clone(&script);
            let widget = Widget::scripted(format!("at {location}"), location);
            let id = day.stage.install(widget, Box::new(move |_, _| Box::new(Scripted::new(Rc::clone(&shared)))));
            day.stage.serve_modals(format!("at {location}"), Box::new(|_| Ok(Box::new(|_, _| Box::new(Scripted::new(Rc::default()))))));
            day.widgets.push((id, script));
        }
        day
    }

    fn subscribe(&mut self, widget: WidgetId, name: &str) {
        if self.stage.desk().widget(widget).is_some_and(|widget| widget.alive) {
            self.stage.input(Input::Subscribed { widget, name: name.to_owned(), at: None });
        }
    }

    /// A live widget asks the host for something; what it has the agent do is begun by it.
    fn ask(&mut self, widget: usize, ask: Ask) {
        let (id, from) = (self.widgets[widget].0, self.stage.trace.entries.len());
        if !self.stage.desk().widget(id).is_some_and(|widget| widget.alive) {
            return;
        }
        let begun = self.stage.now();
        self.stage.play(id, Act::Ask { request: RequestId(0), ask, at: None });
        let mut effects = self.stage.trace.entries[from..].iter().filter_map(|entry| match &entry.what {
            Happened::Host(Effect::Begin { what }) => Some(what.clone()),
            _ => None,
        });
        let (what, last) = (effects.next_back(), self.stage.last_action());
        self.begun.extend(what.and_then(|what| Some((last?, begun, Some(what)))));
    }

    pub(super) fn play(&mut self, what: &Move) {
        match what {
            Move::Act(action) => {
                let begun = self.stage.now();
                let id = self.stage.act(format!("{action:?}"), action.clone());
                self.begun.push((id, begun, Some(action.clone())));
            }
            Move::FireEvent { event, payload } => self.stage.fire_event(event, payload.clone()),
            Move::FireHook { hook, payload } => {
                let begun = self.stage.now();
                let id = self.stage.fire_hook(HOOKS[*hook], payload.clone());
                self.begun.push((id, begun, None));
            }
            Move::Script { widget, hook, answering } => {
                let (id, script) = &self.widgets[*widget];
                let id = *id;
                script.borrow_mut().hooks.insert(HOOKS[*hook].to_owned(), answering.clone());
                self.subscribe(id, HOOKS[*hook]);
            }
            Move::Listen { widget, event } => {
                let (id, script) = &self.widgets[*widget];
                let id = *id;
                script.borrow_mut().events.insert((*event).to_owned(), None);
                self.subscribe(id, event);
            }
            Move::Wait(span) => self.stage.pass(*span),
            Move::Go(Some(ticket)) => self.stage.input(Input::GoTo { page: Page::ticket(TICKETS[*ticket]) }),
            Move::Go(None) => self.stage.input(Input::GoTo { page: Page::ticket_list() }),
            Move::Form => self.stage.input(Input::GoTo { page: Page::add_form("ticket") }),
            Move::EditForm(ticket) => self.stage.input(Input::GoTo { page: Page::edit_form(TICKETS[*ticket]) }),
            Move::Submit => {
                if let Some(form) = self.stage.desk().form().cloned() {
                    self.play(&Move::Act(form.submit()));
                }
            }
            Move::PickOnThread(widget, thread) => {
                let (widget, thread) = (self.widgets[*widget].0, THREADS[*thread].to_owned());
                self.stage.input(Input::PickOnThread { widget, thread });
            }
            Move::Pick(widget) => self.stage.input(Input::Pick { widget: self.widgets[*widget].0 }),
            Move::Modal(widget) => self.ask(*widget, Ask::Modal { options: json!({"url": "/app/modal.html", "title": "Sure?"}) }),
            Move::Read(widget, property) => self.ask(*widget, Ask::Get { property: property.clone(), value: None }),
            Move::Dismiss(widget) => self.ask(*widget, Ask::Invoke { verb: "MODAL_CLOSE".into(), property: None, value: None }),
        }
    }

    pub(super) fn effects(&self) -> impl Iterator<Item = (Instant, &Effect)> {
        self.stage.trace.entries.iter().filter_map(|entry| match &entry.what {
            Happened::Host(effect) => Some((entry.at, effect)),
            _ => None,
        })
    }

    /// What happened, and what came of it, as text.
    pub(super) fn text(&self) -> String {
        let entries: Vec<_> = self.stage.trace.entries.iter().map(|entry| format!("{} {:?}", entry.at, entry.what)).collect();
        format!("{}\n{:?}", entries.join("\n"), self.stage.desk().tickets())
    }
}

pub(super) fn played(moves: &[Move]) -> Day {
    let mut day = Day::new();
    moves.iter().for_each(|what| day.play(what));
    // Whatever still waits has its time.
    day.stage.pass(100_000);
    day
}
