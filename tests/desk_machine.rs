//! Random days at the desk: whatever agents, extensions and time do, some things always hold.

#[path = "desk_machine/actions.rs"]
mod actions;
#[path = "desk_machine/day.rs"]
mod day;
#[path = "desk_machine/moves.rs"]
mod moves;

use day::{Day, FIRST_MODAL, TICKETS, played};
use deskspec::catalog::Catalog;
use deskspec::clock::{Instant, Millis};
use deskspec::extension::Act;
use deskspec::host::desk::{
    Action, AddComment, Assign, Close, DeleteDraft, MarkSpam, Reopen, Reply, SaveDraft, SetDueDate, SetField, SetStatus, Ticket,
};
use deskspec::host::{ActionId, CallId, Effect, Outcome, Wake, WidgetId};
use deskspec::record::HookEnd;
use deskspec::stage::Happened;
use moves::{FIRED, Move, moves};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const LIMIT: Millis = 30_000;

/// Events that tell of an action that changes no ticket.
const BESIDE: [&str; 2] = ["ticket_assist.click", "user_preference.changed"];
/// Events that follow no change of a ticket: the agent is elsewhere.
const MOVED: [&str; 2] = ["pageChange", "ticket_Shift"];

/// What an event tells; of an owner, the agent's ID and the team's.
fn of_owner(key: &str, value: &Value) -> Value {
    if key == "ticket.owner" { json!([value["agent"]["id"], value["team"]["id"]]) } else { value.clone() }
}

/// Whether an effect tells somebody that something was done.
fn tells(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Broadcast { .. } | Effect::Deliver { .. } | Effect::Mail { .. } | Effect::Changed { .. } | Effect::Merged { .. }
    )
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
            prop_assert!(day.stage.host().outcome(*action).is_some());
            prop_assert!(day.stage.host().waits_for(*action).is_empty());
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
                Effect::Decided { rule, .. } if rule == "EVT-30" => drop(changes.pop()),
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
                Action::ShiftTicket(_) | Action::CloseModal(_) => {}
                // What a channel takes part in is played in the features.
                Action::SendAgain(_) | Action::EditReply(_) | Action::OpenSource(_) => {}
                Action::MarkSpam(MarkSpam { spam, .. }) => drop(fields.insert((id, "isSpam"), spam.to_string().into())),
                // Days of calls are played in desk_calls.rs: no ticket changes in them.
                Action::Dial(_) | Action::RingHere(_) | Action::RingThere(_) | Action::AnswerCall(_) | Action::MissCall(_) => {}
                Action::CompleteCall(_) | Action::AssociateCall(_) | Action::SetChannelStatus(_) => {}
                // What becomes of an extension is done to no ticket.
                Action::InstallExtension(_) | Action::UpdateExtension(_) | Action::UninstallExtension(_) => {}
                Action::AuthoriseDesk(_) | Action::AuthoriseService(_) | Action::RevokeService(_) => {}
                Action::ChooseDepartment(_) | Action::SetPermission(_) | Action::ChangeWebhook(_) => {}
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
        let outcomes: Vec<_> = day.begun.iter().filter_map(|(action, _, _)| day.stage.host().outcome(*action)).collect();
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
                Effect::Decided { rule, what } if rule == "HOOK-04" && what.contains("loses control") => "timed out",
                Effect::Decided { rule, .. } if rule == "HOOK-04" => "too late",
                Effect::Decided { rule, .. } if rule == "HOOK-03" => "several",
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
