//! Random days: what agents, extensions and time do, one thing after the other.

use super::actions::actions;
use super::day::{LOCATIONS, THREADS, TICKETS};
use deskspec::catalog::Catalog;
use deskspec::clock::Millis;
use deskspec::extension::Answering;
use deskspec::host::desk::Action;
use proptest::prelude::*;
use serde_json::{Value, json};

pub(super) const HOOKS: [&str; 14] = [
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
/// Events that no action of these days broadcasts.
pub(super) const FIRED: [&str; 3] = ["task_Completed", "ticketForm_email.changed", "modal.closed"];

/// One thing that happens on such a day.
#[derive(Debug, Clone)]
pub(super) enum Move {
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
    /// A widget reads something that may be there or not, from where it may or may not.
    Read(usize, String),
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
pub(super) fn moves() -> impl Strategy<Value = Vec<Move>> {
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

/// Every property of the catalogue's, whole objects among them.
fn readable() -> Vec<String> {
    Catalog::documented().properties().map(|property| property.name.replace("${field}", "cf_count")).collect()
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
        3 => (widget(), prop::sample::select(readable())).prop_map(|(widget, property)| Move::Read(widget, property)),
    ];
    prop::collection::vec(one, 0..40)
}
