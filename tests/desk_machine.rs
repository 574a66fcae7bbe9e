//! Random days at the desk: whatever agents, extensions and time do, some things always hold.

use deskspec::catalog::Catalog;
use deskspec::clock::{Instant, Millis};
use deskspec::extension::{Act, Answering, Ask, Script, Scripted};
use deskspec::host::desk::{
    Action, AddComment, Agent, ApplyTemplate, Assign, CloneTicket, Close, CloseModal, DeleteDraft, Desk, EditComment, Entry, FillIn,
    Filling, MarkSpam, Merge, Mode, OpenAssist, OpenEditor, Page, Portal, Reopen, Reply, SaveDraft, SetDueDate, SetField, SetPreferences,
    SetStatus, ShiftTicket, Synced, Team, Template, Thread, ThroughApi, Ticket, Widget,
};
use deskspec::host::{ActionId, CallId, Effect, Input, Outcome, RequestId, Wake, WidgetId};
use deskspec::record::HookEnd;
use deskspec::stage::{Happened, Stage};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

const TICKETS: [&str; 2] = ["26811000000760569", "26811000000760577"];
/// A ticket to which nothing happens but that it is merged into another.
const DOUBLE: &str = "26811000000760585";
const STATUSES: [&str; 4] = ["Open", "On Hold", "Escalated", "Closed"];
const HOOKS: [&str; 14] = [
    "modal.close",
    "ticket.close",
    "ticket.reOpen",
    "ticket.status",
    "ticket.comment",
    "ticket.comment.edit",
    "ticket.reply",
    "ticket.replyAndClose",
    "ticket_reply.draft",
    "ticket_assignee.change",
    "ticket.merge",
    "ticket.update",
    "ticket.add",
    "ticket.createAfter",
];
/// What the customer wrote: one thread on each ticket.
const THREADS: [&str; 2] = ["26811000000783105", "26811000000783107"];
const TEMPLATES: [&str; 2] = ["98787662312400000", "98787662312400002"];
/// The ID of the first thing that the desk numbers; the others follow in steps of two.
const FIRST_ID: u64 = 26_811_000_000_900_001;
const AGENT: &str = "26811000000000012";
const TEAM: &str = "26811000000000042";
/// Always alive, everywhere once picked, on a ticket's page, on the form, and two where some hooks and events do not reach.
const LOCATIONS: [&str; 7] = [
    "desk.background",
    "desk.bottomband",
    "desk.ticket.detail.rightpanel",
    "desk.ticket.form.rightpanel",
    "desk.ticket.detail.subtab",
    "desk.topband",
    "desk.ticket.thread.moreaction",
];
/// The key of the first modal box.
const FIRST_MODAL: u32 = LOCATIONS.len() as u32 + 1;
const LIMIT: Millis = 30_000;

/// Events that no action of these days broadcasts.
const FIRED: [&str; 3] = ["task_Completed", "ticketForm_email.changed", "modal.closed"];
/// Events that tell of an action that changes no ticket.
const BESIDE: [&str; 2] = ["ticket_assist.click", "user_preference.changed"];
/// Events that follow no change of a ticket: the agent is elsewhere.
const MOVED: [&str; 2] = ["pageChange", "ticket_Shift"];
const FIELDS: [&str; 3] = ["priority", "subject", "cf_shelf"];

/// One thing that happens on such a day.
#[derive(Debug, Clone)]
enum Move {
    Act(Action),
    Script {
        widget: usize,
        hook: usize,
        answering: Answering,
    },
    Listen {
        widget: usize,
        event: &'static str,
    },
    /// An event by hand, with a payload of the author's that may be anything.
    FireEvent {
        event: &'static str,
        payload: Value,
    },
    /// A hook by hand, likewise.
    FireHook {
        hook: usize,
        payload: Value,
    },
    Wait(Millis),
    Go(Option<usize>),
    Form,
    EditForm(usize),
    Submit,
    Pick(usize),
    /// On a thread of either ticket.
    PickOnThread(usize, usize),
    /// A widget opens a modal box.
    Modal(usize),
    /// A widget closes the modal box of its extension.
    Dismiss(usize),
}

fn actions() -> impl Strategy<Value = Action> {
    let ticket = || prop::sample::select(&TICKETS[..]).prop_map(str::to_owned);
    prop_oneof![
        ticket().prop_map(|ticket| Action::Close(Close { ticket })),
        ticket().prop_map(|ticket| Action::Reopen(Reopen { ticket })),
        (ticket(), prop::sample::select(&STATUSES[..]))
            .prop_map(|(ticket, status)| Action::SetStatus(SetStatus { ticket, status: status.to_owned() })),
        (ticket(), "[a-z<&é \n]{0,6}", any::<bool>()).prop_map(|(ticket, content, public)| Action::AddComment(AddComment {
            ticket,
            content,
            public
        })),
        conversations(),
        (ticket(), prop::sample::select(&FIELDS[..]), "[ab]?").prop_map(|(ticket, field, value)| Action::SetField(SetField {
            ticket,
            field: field.to_owned(),
            value: value.into()
        })),
        (ticket(), any::<bool>(), any::<bool>()).prop_map(|(ticket, agent, team)| Action::Assign(Assign {
            ticket,
            agent: agent.then(|| AGENT.to_owned()),
            team: team.then(|| TEAM.to_owned()),
        })),
        ticket().prop_map(|ticket| Action::OpenAssist(OpenAssist { ticket })),
        "[ab]".prop_map(|theme| Action::SetPreferences(SetPreferences {
            chosen: [("theme".to_owned(), theme.into())].into_iter().collect()
        })),
        ticket().prop_map(|into| Action::Merge(Merge { into, merged: vec![DOUBLE.to_owned()] })),
        (ticket(), any::<bool>()).prop_map(|(ticket, spam)| Action::MarkSpam(MarkSpam { ticket, spam })),
        ticket().prop_map(|ticket| Action::CloneTicket(CloneTicket { ticket })),
        prop::collection::vec(entries(), 0..3).prop_map(|entries| Action::FillIn(FillIn { entries })),
        ticket().prop_map(|to| Action::ShiftTicket(ShiftTicket { to })),
        // The first modal boxes have these keys, and one has none of them.
        (FIRST_MODAL..FIRST_MODAL + 3).prop_map(|modal| Action::CloseModal(CloseModal { modal: WidgetId(modal) })),
    ]
}

/// What is done in a ticket's conversation.
fn conversations() -> impl Strategy<Value = Action> {
    let ticket = || prop::sample::select(&TICKETS[..]).prop_map(str::to_owned);
    let thread = || prop::sample::select(&THREADS[..]).prop_map(str::to_owned);
    let parts = || (ticket(), prop::option::of(thread()), "[a-z<&é \n]{0,6}", "[a-z@,]{0,4}");
    let modes = prop::sample::select(&[Mode::Reply, Mode::ReplyAll][..]);
    prop_oneof![
        2 => (parts(), any::<bool>()).prop_map(|((ticket, thread, content, cc), close)| Action::Reply(Reply { ticket, thread, content, cc, close })),
        1 => (ticket(), thread(), "[ab]", "[a-z@,]{0,4}").prop_map(|(ticket, thread, content, cc)| Action::SaveDraft(SaveDraft {
            ticket,
            thread,
            content,
            cc
        })),
        1 => ticket().prop_map(|ticket| Action::DeleteDraft(DeleteDraft { ticket })),
        1 => (ticket(), thread(), modes).prop_map(|(ticket, thread, mode)| Action::OpenEditor(OpenEditor { ticket, thread, mode })),
        1 => prop::sample::select(&TEMPLATES[..]).prop_map(|template| Action::ApplyTemplate(ApplyTemplate { template: template.to_owned() })),
        1 => (ticket(), 0..4_u64, "[ab]").prop_map(|(ticket, record, content)| {
            Action::EditComment(EditComment { ticket, comment: (FIRST_ID + 2 * record).to_string(), content })
        }),
        1 => (ticket(), "[ab]", any::<bool>())
            .prop_map(|(ticket, content, public)| ThroughApi::new(AddComment { ticket, content, public }).into()),
        1 => (ticket(), any::<bool>()).prop_map(|(ticket, spam)| ThroughApi::new(MarkSpam { ticket, spam }).into()),
    ]
}

fn entries() -> impl Strategy<Value = Entry> {
    let how = prop_oneof![
        4 => "[ab]{0,3}".prop_map(Filling::Typed),
        2 => "[ab]?".prop_map(|value| Filling::Picked(value.into())),
        1 => Just(Filling::Cleared),
    ];
    (prop::sample::select(&FIELDS[..]), how).prop_map(|(field, how)| Entry { field: field.to_owned(), how })
}

/// What an event tells; of an owner, the agent's ID and the team's.
fn of_owner(key: &str, value: &Value) -> Value {
    if key == "ticket.owner" { json!([value["agent"]["id"], value["team"]["id"]]) } else { value.clone() }
}

/// Often round figures, so that things fall on one instant, and on the limit.
fn spans(most: Millis) -> impl Strategy<Value = Millis> {
    prop_oneof![Just(0), 0..=most, (0..=most / 1_000).prop_map(|seconds| seconds * 1_000), Just(29_999), Just(30_000), Just(30_001)]
}

fn answers() -> impl Strategy<Value = Answering> {
    let now = prop_oneof![
        4 => Just(Answering::allow()),
        2 => Just(Answering::plain_false()),
        2 => Just(Answering::reject("no")),
        1 => Just(Answering::reject_without_reason()),
        2 => Just(Answering::never()),
        1 => Just(Answering::throw("boom")),
        1 => Just(Answering::value(None)),
        1 => Just(Answering::resolve(json!(false))),
        1 => Just(Answering::resolve(json!({"result": false}))),
    ];
    (now, spans(40_000)).prop_map(|(answering, after)| answering.after(after))
}

/// A day: widgets that answer many hooks from the beginning, and then whatever comes.
fn moves() -> impl Strategy<Value = Vec<Move>> {
    let scripts = prop::collection::vec(prop::option::of(answers()), LOCATIONS.len() * HOOKS.len());
    (scripts, prop::option::of(0..TICKETS.len()), any_moves()).prop_map(|(scripts, page, moves)| {
        let scripts = scripts.into_iter().enumerate().filter_map(|(index, answering)| {
            let (widget, hook) = (index / HOOKS.len(), index % HOOKS.len());
            answering.map(|answering| Move::Script { widget, hook, answering })
        });
        let picks = (0..LOCATIONS.len()).map(Move::Pick);
        scripts.chain([Move::Go(page)]).chain(picks).chain(moves).collect()
    })
}

fn payloads() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        Value::Null,
        json!({}),
        json!({"task_Completed": true}),
        json!({"task_Completed": "yes", "more": [1]}),
        json!(7),
    ])
}

fn any_moves() -> impl Strategy<Value = Vec<Move>> {
    let widget = || 0..LOCATIONS.len();
    let one = prop_oneof![
        6 => actions().prop_map(Move::Act),
        4 => (widget(), 0..HOOKS.len(), answers()).prop_map(|(widget, hook, answering)| Move::Script { widget, hook, answering }),
        1 => (widget(), prop::sample::select(&["ticket_status.changed", "ticket_comment.add"][..])).prop_map(|(widget, event)| Move::Listen { widget, event }),
        1 => (prop::sample::select(&FIRED[..]), payloads()).prop_map(|(event, payload)| Move::FireEvent { event, payload }),
        1 => (0..HOOKS.len(), payloads()).prop_map(|(hook, payload)| Move::FireHook { hook, payload }),
        4 => spans(40_000).prop_map(Move::Wait),
        2 => prop::option::of(0..TICKETS.len()).prop_map(Move::Go),
        2 => Just(Move::Form),
        2 => (0..TICKETS.len()).prop_map(Move::EditForm),
        3 => Just(Move::Submit),
        3 => widget().prop_map(Move::Pick),
        1 => (widget(), 0..THREADS.len()).prop_map(|(widget, thread)| Move::PickOnThread(widget, thread)),
        1 => widget().prop_map(Move::Modal),
        1 => widget().prop_map(Move::Dismiss),
    ];
    prop::collection::vec(one, 0..40)
}

/// A stage with a widget at each location, and what each of them does.
struct Day {
    stage: Stage,
    widgets: Vec<(WidgetId, Rc<RefCell<Script>>)>,
    /// When each action was begun, and what it is: nothing where a hook was fired by hand.
    begun: Vec<(ActionId, Instant, Option<Action>)>,
}

impl Day {
    fn new() -> Self {
        let desk = Desk::new(Arc::clone(Catalog::documented()), Portal::default());
        let mut stage = Stage::new(Box::new(desk));
        stage.input(Input::PutTicket { id: DOUBLE.to_owned(), properties: serde_json::Map::new() });
        for (id, thread) in TICKETS.into_iter().zip(THREADS) {
            let properties = [("email".to_owned(), json!("customer@example.com"))].into_iter().collect();
            stage.input(Input::PutTicket { id: id.to_owned(), properties });
            let [content, from, to, cc] = ["a", "", "", ""].map(str::to_owned);
            let thread =
                Thread { id: thread.to_owned(), content, from, to, cc, incoming: true, at: stage.now(), synced: Synced::default() };
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

    fn play(&mut self, what: &Move) {
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
            Move::Dismiss(widget) => self.ask(*widget, Ask::CloseModal),
        }
    }

    fn effects(&self) -> impl Iterator<Item = (Instant, &Effect)> {
        self.stage.trace.entries.iter().filter_map(|entry| match &entry.what {
            Happened::Host(effect) => Some((entry.at, effect)),
            _ => None,
        })
    }

    /// What happened, and what came of it, as text.
    fn text(&self) -> String {
        let entries: Vec<_> = self.stage.trace.entries.iter().map(|entry| format!("{} {:?}", entry.at, entry.what)).collect();
        format!("{}\n{:?}", entries.join("\n"), self.stage.desk().tickets())
    }
}

/// Whether an effect tells somebody that something was done.
fn tells(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Broadcast { .. } | Effect::Deliver { .. } | Effect::Mail { .. } | Effect::Changed { .. } | Effect::Merged { .. }
    )
}

fn played(moves: &[Move]) -> Day {
    let mut day = Day::new();
    moves.iter().for_each(|what| day.play(what));
    // Whatever still waits has its time.
    day.stage.pass(100_000);
    day
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_payload_keeps_the_catalogue(moves in moves()) {
        let day = played(&moves);
        prop_assert!(day.stage.breaches.is_empty(), "{:?}", day.stage.breaches);
    }

    #[test]
    fn every_action_settles_once_and_by_the_limit(moves in moves()) {
        let day = played(&moves);
        let mut settled: BTreeMap<ActionId, Vec<Instant>> = BTreeMap::new();
        for (at, effect) in day.effects() {
            if let Effect::Settled { action, .. } = effect {
                settled.entry(*action).or_default().push(at);
            }
        }
        for (action, begun, what) in &day.begun {
            // A ticket's creation asks twice: before it, and after it.
            let limit = if matches!(what, Some(Action::CreateTicket(_))) { 2 * LIMIT } else { LIMIT };
            let at = settled.get(action).cloned().unwrap_or_default();
            prop_assert_eq!(at.len(), 1, "{} settled at {:?}", action, &at);
            prop_assert!(at[0].since(*begun) <= limit, "{} took {} ms", action, at[0].since(*begun));
            prop_assert!(day.stage.desk().outcome(*action).is_some());
            prop_assert!(day.stage.desk().waits_for(*action).is_empty());
        }
        prop_assert_eq!(settled.len(), day.begun.len());
    }

    #[test]
    fn every_question_is_a_new_one_and_reaches_a_live_subscriber(moves in moves()) {
        let day = played(&moves);
        let mut asked = BTreeSet::new();
        let mut alive = BTreeSet::new();
        for (_, effect) in day.effects() {
            match effect {
                Effect::OpenWidget { widget } => prop_assert!(alive.insert(*widget), "{} came alive twice", widget),
                Effect::CloseWidget { widget } => prop_assert!(alive.remove(widget), "{} was gone already", widget),
                Effect::AskHook { call, widget, hook, .. } => {
                    prop_assert!(asked.insert(*call), "{} asks twice", call);
                    prop_assert!(alive.contains(widget), "{} is asked {} and is not alive", widget, hook);
                    let location = &day.stage.desk().widget(*widget).expect("it is installed").location;
                    prop_assert!(Catalog::documented().may_be_asked(hook, location), "{} asks {}", hook, location);
                }
                Effect::Deliver { widget, event, .. } => {
                    prop_assert!(alive.contains(widget), "{} hears {} and is not alive", widget, event);
                    let location = &day.stage.desk().widget(*widget).expect("it is installed").location;
                    prop_assert!(Catalog::documented().may_receive(event, location), "{} reaches {}", event, location);
                }
                _ => {}
            }
        }
    }

    #[test]
    fn every_question_is_over_once_as_its_action_shows(moves in moves()) {
        let day = played(&moves);
        let (mut begun, mut over) = (Vec::new(), Vec::new());
        for (at, effect) in day.effects() {
            match effect {
                Effect::WakeAt { wake: Wake::HookDeadline { .. }, .. } => begun.push(at),
                Effect::Consulted { end, asked, .. } => over.push((at, *end, *asked)),
                Effect::Settled { outcome: Outcome::Stopped { .. }, .. } => {
                    prop_assert_eq!(over.last().map(|(at, end, _)| (*at, *end)), Some((at, HookEnd::Refused)));
                }
                _ => {}
            }
        }
        prop_assert_eq!(begun.len(), over.len(), "each question is over once");
        let late = |at: &Instant| begun.iter().any(|begun| at.since(*begun) == LIMIT);
        prop_assert!(over.iter().all(|(at, end, asked)| *asked > 0 && (*end != HookEnd::TimedOut || late(at))));
    }

    #[test]
    fn every_event_follows_one_change_and_every_change_of_its_kind_has_one(moves in moves()) {
        let day = played(&moves);
        let mut changes = Vec::new();
        let mut events = Vec::new();
        for (_, effect) in day.effects() {
            match effect {
                // What comes through the API changes the ticket, and stays the only one who knows.
                Effect::Decided { rule: "EVT-30", .. } => drop(changes.pop()),
                Effect::Changed { property, from, to, .. } => {
                    prop_assert_ne!(from, to, "{} did not change", property);
                    prop_assert_eq!(events.len(), changes.len(), "the events of a change come before the next change");
                    match property.as_str() {
                        "commentCount" => changes.push(("ticket_comment.add".to_owned(), Value::Null)),
                        "assignee" => {
                            let whom = json!([to["id"], to["teamid"]]);
                            changes.extend(["ticket_assignee.changed", "ticket_owner.changed"].map(|event| (event.to_owned(), whom.clone())));
                        }
                        "cf_shelf" => changes.push(("ticket_customFields.changed".to_owned(), json!({"cf_shelf": to}))),
                        "status" | "priority" | "isSpam" => changes.push((format!("ticket_{property}.changed"), to.clone())),
                        _ => {}
                    }
                }
                Effect::Broadcast { event, payload }
                    if ![&FIRED[..], &BESIDE[..], &MOVED[..]].concat().contains(&event.as_str())
                        && !event.starts_with("ticket_replyEditor")
                        && !event.contains("Form_") =>
                {
                    let told = payload.as_object().and_then(|keys| keys.iter().find(|(key, _)| key.starts_with("ticket.")));
                    events.push((event.clone(), told.map(|(key, value)| of_owner(key, value)).unwrap_or_default()));
                    prop_assert!(events.len() <= changes.len(), "an event comes after its change");
                }
                _ => {}
            }
        }
        prop_assert_eq!(changes, events);
    }

    #[test]
    fn a_modal_box_is_open_alone_and_its_end_is_told_once(moves in moves()) {
        let day = played(&moves);
        let is_modal = |widget: &WidgetId| widget.0 >= FIRST_MODAL;
        let (mut open, mut opened, mut closed) = (BTreeSet::new(), 0, 0);
        let by_hand = moves.iter().filter(|what| matches!(what, Move::FireEvent { event: "modal.closed", .. })).count();
        for (_, effect) in day.effects() {
            match effect {
                Effect::OpenWidget { widget } if is_modal(widget) => {
                    prop_assert!(open.is_empty() && open.insert(*widget), "{} opens beside {:?}", widget, open);
                    opened += 1;
                }
                Effect::CloseWidget { widget } if is_modal(widget) => prop_assert!(open.remove(widget), "{} closes and is not open", widget),
                Effect::Broadcast { event, .. } if event == "modal.closed" => closed += 1,
                _ => {}
            }
        }
        let now = day.stage.desk().modal().map(|modal| modal.widget);
        prop_assert_eq!(open.into_iter().next(), now);
        prop_assert_eq!(opened + by_hand, closed + usize::from(now.is_some()));
    }

    #[test]
    fn every_move_begins_where_the_one_before_it_ended(moves in moves()) {
        let day = played(&moves);
        let mut here = json!({"module": "ticket", "page": "list"});
        for (_, effect) in day.effects() {
            if let Effect::Broadcast { event, payload } = effect
                && event == "pageChange"
            {
                prop_assert_eq!(&payload["previousView"], &here);
                here = payload["currentView"].clone();
            }
        }
        let page = day.stage.desk().page();
        prop_assert_eq!(here, json!({"module": page.module, "page": page.page}));
    }

    #[test]
    fn every_listener_hears_a_part_of_the_events_in_their_order(moves in moves()) {
        let day = played(&moves);
        let told = |name: &str, payload: &Value| format!("{name} {payload}");
        let events: Vec<_> = day.effects().filter_map(|(_, effect)| match effect {
            Effect::Broadcast { event, payload } => Some(told(event, payload)),
            _ => None,
        }).collect();
        for (id, _) in &day.widgets {
            let mut rest = events.iter();
            for (_, effect) in day.effects() {
                if let Effect::Deliver { widget, event, payload } = effect
                    && widget == id
                {
                    let heard = told(event, payload);
                    prop_assert!(rest.any(|event| *event == heard), "{} hears {} out of order", id, heard);
                }
            }
        }
    }

    #[test]
    fn a_stopped_action_leaves_the_tickets_as_they_were(moves in moves()) {
        let mut day = Day::new();
        for what in &moves {
            let before: Vec<Ticket> = day.stage.desk().tickets().to_vec();
            let from = day.stage.trace.entries.len();
            day.play(what);
            let mut effects = day.stage.trace.entries[from..].iter().filter_map(|entry| match &entry.what {
                Happened::Host(effect) => Some(effect),
                _ => None,
            });
            let done = effects.clone().any(|effect| matches!(effect, Effect::Settled { outcome: Outcome::Done, .. }));
            let after = day.stage.desk().tickets();
            let created = effects.clone().filter(|effect| matches!(effect, Effect::Created { .. })).count();
            let merged = effects.clone().filter(|effect| matches!(effect, Effect::Merged { .. })).count();
            prop_assert_eq!(after.len() + merged, before.len() + created, "tickets come by creation alone: {:?}", what);
            if !done {
                prop_assert_eq!(before.as_slice(), &after[..before.len()], "nothing was done, and a ticket is another one: {:?}", what);
                let otherwise = matches!(what, Move::FireEvent { .. } | Move::Go(_) | Move::Form | Move::EditForm(_));
                prop_assert!(otherwise || !effects.any(tells), "nothing was done, and somebody hears of it");
            }
        }
    }

    #[test]
    fn what_was_done_and_nothing_else_is_on_the_tickets(moves in moves()) {
        let day = played(&moves);
        let mut expected: BTreeMap<&str, (&str, usize, usize)> = TICKETS.into_iter().map(|id| (id, ("Open", 0, 1))).collect();
        let mut drafts: BTreeMap<&str, &str> = BTreeMap::new();
        let mut editing = 0;
        let mut fields: BTreeMap<(&str, &str), Value> = BTreeMap::new();
        for (_, effect) in day.effects() {
            let Effect::Settled { action, outcome: Outcome::Done } = effect else { continue };
            let (_, _, what) = day.begun.iter().find(|(id, _, _)| id == action).expect("it was begun");
            editing += usize::from(matches!(what, Some(Action::OpenEditor(_) | Action::ApplyTemplate(_))));
            let Some((what, id)) = what.as_ref().and_then(|what| Some((what, what.ticket()?))) else { continue };
            let ticket = expected.get_mut(id).expect("it is there");
            match what {
                Action::Close(Close { .. }) => ticket.0 = "Closed",
                Action::Reopen(Reopen { .. }) => ticket.0 = "Open",
                Action::SetStatus(SetStatus { status, .. }) => ticket.0 = status,
                Action::AddComment(AddComment { .. }) => ticket.1 += 1,
                Action::Reply(Reply { thread, close, .. }) => {
                    (ticket.0, ticket.2) = (if *close { "Closed" } else { ticket.0 }, ticket.2 + 1);
                    drafts.retain(|of, draft| *of != id || thread.as_deref() != Some(draft));
                }
                Action::SaveDraft(SaveDraft { thread, .. }) => drop(drafts.insert(id, thread)),
                Action::DeleteDraft(DeleteDraft { .. }) => drop(drafts.remove(id)),
                Action::EditComment(_) | Action::OpenEditor(_) | Action::ApplyTemplate(_) => {}
                Action::ThroughApi(outside) => match outside.what() {
                    Action::MarkSpam(MarkSpam { spam, .. }) => drop(fields.insert((id, "isSpam"), spam.to_string().into())),
                    _ => ticket.1 += 1,
                },
                Action::SetField(SetField { field, value, .. }) => drop(fields.insert((id, field.as_str()), value.clone())),
                Action::SetDueDate(SetDueDate { .. })
                | Action::CloneTicket(_)
                | Action::CreateCustomer(_)
                | Action::CreateTicket(_)
                | Action::FillIn(_)
                | Action::ShowCreated(_) => {}
                Action::SaveTicket(save) => {
                    let held = |field: &String| save.form.values.get(field).cloned().unwrap_or_else(|| "".into());
                    fields.extend(save.form.changed.iter().map(|field| ((id, field.as_str()), held(field))));
                }
                Action::Assign(Assign { agent, team, .. }) => {
                    fields.insert((id, "assigneeId"), json!(agent));
                    fields.insert((id, "teamId"), json!(team));
                }
                Action::Merge(_) | Action::CompleteTask(_) | Action::OpenTopic(_) | Action::OpenAssist(_) | Action::SetPreferences(_) => {}
                Action::ShiftTicket(_) | Action::CloseModal(_) | Action::SendAgain(_) => {}
                Action::MarkSpam(MarkSpam { spam, .. }) => drop(fields.insert((id, "isSpam"), spam.to_string().into())),
                // Days of calls are played in desk_calls.rs: no ticket changes in them.
                Action::Dial(_) | Action::RingHere(_) | Action::RingThere(_) | Action::AnswerCall(_) | Action::MissCall(_) => {}
                Action::CompleteCall(_) | Action::AssociateCall(_) | Action::SetChannelStatus(_) => {}
            }
        }
        for (id, (status, comments, threads)) in expected {
            let ticket = day.stage.desk().ticket(id).expect("it is there");
            prop_assert_eq!((ticket.status(), ticket.comments.len(), ticket.threads.len()), (status, comments, threads));
            prop_assert_eq!(ticket.text("commentCount"), comments.to_string());
            prop_assert_eq!(ticket.text("threadCount"), threads.to_string());
        }
        for ((id, field), value) in fields {
            let held = day.stage.desk().ticket(id).and_then(|ticket| ticket.property(field));
            prop_assert_eq!(held.filter(|held| **held != ""), Some(&value).filter(|value| **value != ""));
        }
        let mails = day.effects().filter(|(_, effect)| matches!(effect, Effect::Mail { .. })).count();
        let tickets = day.stage.desk().tickets();
        prop_assert_eq!(mails, tickets.iter().flat_map(|ticket| &ticket.threads).filter(|thread| !thread.incoming).count());
        let held = tickets.iter().filter_map(|ticket| Some((ticket.id.as_str(), ticket.draft.as_ref()?.thread.as_str())));
        prop_assert_eq!(held.collect::<BTreeMap<_, _>>(), drafts);
        let of_editor = |effect: &Effect| matches!(effect, Effect::Broadcast { event, .. } if event.starts_with("ticket_replyEditor"));
        prop_assert_eq!(day.effects().filter(|(_, effect)| of_editor(effect)).count(), editing);
    }

    #[test]
    fn what_is_on_a_thread_is_on_the_page_that_shows_it(moves in moves()) {
        let mut day = Day::new();
        for what in &moves {
            day.play(what);
            let desk = day.stage.desk();
            let shown = desk.page().shown_ticket().and_then(|id| desk.ticket(id));
            let is_shown = |thread: &str| shown.is_some_and(|ticket| ticket.thread(thread).is_some());
            for (id, widget) in desk.widgets() {
                prop_assert!(widget.thread.is_none() || widget.alive, "{} is gone, and is on a thread", id);
                prop_assert!(widget.thread.as_deref().is_none_or(is_shown), "{} is on a thread that nobody sees", id);
            }
            prop_assert!(desk.editor().is_none_or(|editor| is_shown(&editor.thread)), "the reply editor outlives its page");
        }
    }

    #[test]
    fn what_was_stopped_was_refused_and_what_was_refused_in_time_was_stopped(moves in moves()) {
        let day = played(&moves);
        let questions: BTreeMap<CallId, (Instant, WidgetId)> = day.effects().filter_map(|(at, effect)| match effect {
            Effect::AskHook { call, widget, .. } => Some((*call, (at, *widget))),
            _ => None,
        }).collect();
        let mut refused = 0;
        for entry in &day.stage.trace.entries {
            if let Happened::Widget(widget, Act::Answer { call, answers }) = &entry.what {
                let (asked, of) = questions[call];
                prop_assert_eq!(of, *widget, "{} is answered by somebody else", call);
                let verdict = deskspec::host::judge(answers).verdict;
                if verdict != deskspec::host::Verdict::Allow && entry.at.since(asked) <= LIMIT {
                    refused += 1;
                }
            }
        }
        let outcomes: Vec<_> = day.begun.iter().filter_map(|(action, _, _)| day.stage.desk().outcome(*action)).collect();
        let stopped: Vec<_> = outcomes.iter().filter_map(|outcome| match outcome {
            Outcome::Stopped { by, reason } => Some((by, reason)),
            _ => None,
        }).collect();
        prop_assert!(stopped.len() <= refused, "{} actions stopped, {} refusals", stopped.len(), refused);
        prop_assert!(refused == 0 || !stopped.is_empty(), "{} refusals in time stopped nothing", refused);
        prop_assert!(stopped.iter().all(|(_, reason)| !reason.is_empty()), "an agent reads nothing");
        let read: Vec<_> = day.effects().filter_map(|(_, effect)| match effect {
            Effect::Message { text, .. } => Some(text),
            _ => None,
        }).collect();
        prop_assert_eq!(read.len(), stopped.len(), "the agent reads once what stops an action");
    }

    #[test]
    fn the_same_day_twice_is_the_same_day(moves in moves()) {
        prop_assert_eq!(played(&moves).text(), played(&moves).text());
    }

    #[test]
    fn a_wait_in_two_parts_is_one_wait(moves in moves(), part in 1..100_u64) {
        let mut day = Day::new();
        for what in &moves {
            match what {
                Move::Wait(span) => {
                    let first = span * part / 100;
                    day.stage.pass(first);
                    day.stage.pass(span - first);
                }
                other => day.play(other),
            }
        }
        day.stage.pass(100_000);
        prop_assert_eq!(day.text(), played(&moves).text());
    }
}

/// The days are worth playing: in them actions are done, stopped, in vain and timed out, with several subscribers, and events are heard.
#[test]
fn random_days_are_rich() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for _ in 0..100 {
        let day = played(&moves().new_tree(&mut runner).expect("a day").current());
        for (_, effect) in day.effects() {
            let kind = match effect {
                Effect::Settled { outcome: Outcome::Done, .. } => "done",
                Effect::Settled { outcome: Outcome::Unchanged, .. } => "unchanged",
                Effect::Settled { outcome: Outcome::Stopped { .. }, .. } => "stopped",
                Effect::Decided { rule: "HOOK-04", what } if what.contains("loses control") => "timed out",
                Effect::Decided { rule: "HOOK-04", .. } => "too late",
                Effect::Decided { rule: "HOOK-03", .. } => "several",
                Effect::Deliver { .. } => "heard",
                Effect::CloseWidget { .. } => "gone",
                _ => continue,
            };
            *seen.entry(kind).or_default() += 1;
        }
    }
    for kind in ["done", "unchanged", "stopped", "timed out", "too late", "several", "heard", "gone"] {
        assert!(seen.get(kind).is_some_and(|times| *times >= 10), "a hundred days have too little of \"{kind}\": {seen:?}");
    }
}
