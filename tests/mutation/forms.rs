//! The forms: what is typed, what is told of it, what comes of a form that is submitted.

use super::actions::act;
use super::broken::{Make, dropped, each, edited, followed, is, only_first, turn, with};
use super::events::stopped;
use super::mutation::{Mutation, rows};
use super::questions::replace;
use deskspec::clock::Instant;
use deskspec::host::desk::{Action, Filling, Page};
use deskspec::host::{CallId, Effect, Input, Model, Outcome, Wake};
use serde_json::{Value, json};

/// Everything that can be wrong with these.
pub(super) fn mutations() -> Vec<Mutation> {
    [keystrokes(), questions(), creations(), edits()].into_iter().flatten().collect()
}

fn keystrokes() -> Vec<Mutation> {
    rows(&[
        ("what is typed is one keystroke", &["EVT-12"], act(at_one_stroke)),
        ("of what is typed the first letter alone is told", &["EVT-12"], only_first(is!(Deliver))),
        ("letters come in another order", &["EVT-12"], act(backwards)),
        ("what is cleared stays", &["EVT-12"], act(not_cleared)),
        (
            "the field's new value is told as its old one, too",
            &["EVT-12", "Q-28"],
            each_change(|change| change["oldValue"] = change["newValue"].clone()),
        ),
        (
            "the field's old value is told as its new one, too",
            &["EVT-12", "Q-28"],
            each_change(|change| change["newValue"] = change["oldValue"].clone()),
        ),
        ("the field's event has the older page's key", &["EVT-12", "Q-28"], edited(older_key)),
        ("the edit form tells of keystrokes", &["EVT-12"], turn(told_of_edits)),
        ("a pick of what is there is told", &["EVT-12", "EVT-27"], turn(told_of_nothing)),
        ("a form that is open already is opened anew", &["LOC-06"], turn(opened_anew)),
    ])
}

fn fillings(what: &mut Action, change: impl Fn(&mut Filling)) {
    if let Action::FillIn(fill) = what {
        fill.entries.iter_mut().for_each(|entry| change(&mut entry.how));
    }
}

fn at_one_stroke(what: &mut Action) {
    fillings(what, |how| {
        if let Filling::Typed(text) = how {
            *how = Filling::Picked(text.as_str().into());
        }
    });
}

fn backwards(what: &mut Action) {
    fillings(what, |how| {
        if let Filling::Typed(text) = how {
            *text = text.chars().rev().collect();
        }
    });
}

fn not_cleared(what: &mut Action) {
    fillings(what, |how| {
        if *how == Filling::Cleared {
            *how = Filling::Typed(String::new());
        }
    });
}

fn each_change(change: fn(&mut Value)) -> Make {
    std::sync::Arc::new(move || {
        Box::new(move |host, now, input| {
            let mut effects = host.apply(now, input);
            for effect in &mut effects {
                if let Effect::Deliver { event, payload, .. } = effect
                    && event.contains("Form_")
                {
                    payload.as_object_mut().into_iter().flat_map(|keys| keys.values_mut()).for_each(change);
                }
            }
            effects
        })
    })
}

fn older_key(effect: &mut Effect) {
    if let Effect::Deliver { event, payload: Value::Object(keys), .. } = effect
        && event.contains("Form_")
    {
        *keys = std::mem::take(keys).into_iter().map(|(key, value)| (format!("{key}.changed"), value)).collect();
    }
}

/// A keystroke is told on every form.
fn told_of_edits(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let typed = matches!(&input, Input::Act { what: Action::FillIn(_), .. });
    let mut effects = host.apply(now, input);
    if typed && host.desk().page().page == "editForm" {
        effects.push(told());
    }
    effects
}

fn told() -> Effect {
    Effect::Broadcast {
        event: "ticketForm_status.changed".into(),
        payload: json!({"ticketForm.status": {"oldValue": "Open", "newValue": "On Hold"}}),
    }
}

fn told_of_nothing(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let typed = matches!(&input, Input::Act { what: Action::FillIn(_), .. });
    let mut effects = host.apply(now, input);
    let idle = effects.iter().any(|effect| matches!(effect, Effect::Settled { outcome: Outcome::Unchanged, .. }));
    if typed && idle {
        effects.push(told());
        let alive = host.desk().widgets().filter(|(_, widget)| widget.alive).map(|(id, _)| id);
        effects.extend(alive.map(|widget| Effect::Deliver { widget, event: "ticketForm_status.changed".into(), payload: Value::Null }));
    }
    effects
}

fn opened_anew(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Input::GoTo { page } = &input
        && page == host.desk().page()
    {
        effects.extend(host.apply(now, Input::GoTo { page: Page::ticket_list() }));
    }
    effects.extend(host.apply(now, input));
    effects
}

fn questions() -> Vec<Mutation> {
    let nothing: fn(&mut Value) = |payload| *payload = Value::Null;
    rows(&[
        ("the hooks of a creation carry nothing", &["HOOK-19", "HOOK-22"], question(nothing)),
        ("the ticket lacks what is absent", &["HOOK-19", "HOOK-27", "Q-34"], question(|it| keys(it, |_, value| !value.is_null()))),
        ("the ticket has no custom fields", &["HOOK-19", "HOOK-22", "HOOK-27"], question(|it| keys(it, |key, _| !key.starts_with("cf_")))),
        ("the ticket has no address", &["HOOK-22", "Q-34"], question(|it| keys(it, |key, _| key != "Weburl"))),
        ("the ticket has no key for its ID", &["HOOK-19", "HOOK-22", "Q-34"], question(|it| keys(it, |key, _| key != "id"))),
        ("the ticket has an ID before it is there", &["HOOK-19", "Q-34"], question(|it| replace(it, "id", json!("9049400045147")))),
        ("the ticket has no ID when it is there", &["HOOK-22", "Q-34"], question(|it| replace(it, "id", Value::Null))),
        ("the due date stands under dueData", &["HOOK-19", "HOOK-22", "Q-06"], question(|it| renamed(it, "dueDate", "dueData"))),
        ("the description is a boolean", &["HOOK-19", "HOOK-22", "Q-33"], question(|it| replace(it, "description", json!(true)))),
        ("secondary contacts are absent where there is none", &["HOOK-19"], question(no_contacts)),
    ])
}

fn question(change: fn(&mut Value)) -> Make {
    std::sync::Arc::new(move || {
        Box::new(move |host, now, input| {
            let mut effects = host.apply(now, input);
            for effect in &mut effects {
                if let Effect::AskHook { hook, payload, .. } = effect
                    && ["ticket.add", "ticket.createAfter"].contains(&hook.as_str())
                {
                    change(payload);
                }
            }
            effects
        })
    })
}

fn keys(payload: &mut Value, keep: fn(&str, &Value) -> bool) {
    if let Some(ticket) = payload.as_object_mut() {
        ticket.retain(|key, value| keep(key, value));
    }
}

fn renamed(payload: &mut Value, from: &str, to: &str) {
    if let Some(ticket) = payload.as_object_mut()
        && let Some(value) = ticket.shift_remove(from)
    {
        ticket.insert(to.to_owned(), value);
    }
}

fn no_contacts(payload: &mut Value) {
    if payload["secondaryContacts"] == json!([]) {
        replace(payload, "secondaryContacts", Value::Null);
    }
}

fn creations() -> Vec<Mutation> {
    rows(&[
        ("nothing is created", &["HOOK-19", "HOOK-22", "HOOK-28", "Q-18"], dropped(is!(Created))),
        ("what is created is created twice", &["HOOK-19", "HOOK-22", "HOOK-28"], each(twice)),
        (
            "what ticket.add stops is created",
            &["HOOK-19"],
            followed(|_, _, effects| if effects.iter().any(stopped) { vec![created()] } else { Vec::new() }),
        ),
        (
            "whom ticket.createAfter stops goes on to the ticket's page",
            &["HOOK-22", "Q-18"],
            turn(|host, now, input| goes_on(host, now, input, stopped)),
        ),
        (
            "nobody waits on the form for ticket.createAfter",
            &["HOOK-22", "HOOK-28", "Q-18"],
            turn(|host, now, input| goes_on(host, now, input, is!(Created))),
        ),
        ("whom nobody stops stays on the form", &["HOOK-22", "HOOK-28", "HOOK-19"], turn(stays)),
        ("whoever has waited for 30 seconds stays on the form", &["HOOK-28"], turn(stays_after_waiting)),
        ("the limit of ticket.add counts for ticket.createAfter, too", &["HOOK-04", "HOOK-28"], with(one_limit_for_both)),
        ("tickets that come otherwise ask ticket.createAfter", &["HOOK-28"], turn(asks_of_others)),
        ("ticket.createAfter is asked though ticket.add stops", &["HOOK-22"], turn(asks_when_stopped)),
        ("a cloned ticket asks nobody after it", &["HOOK-28"], with(clones_in_silence)),
        ("the form of a clone is empty", &["HOOK-28", "HOOK-19", "EVT-12"], turn(empty_clone)),
        ("a new contact asks ticket.add", &["HOOK-19"], turn(contact_as_ticket)),
        ("what is new lacks what the form has", &["HOOK-19", "HOOK-22", "HOOK-28"], act(empty_form)),
        ("the form is emptied when it is refused", &["HOOK-19"], turn(emptied)),
    ])
}

fn created() -> Effect {
    Effect::Created { module: "ticket".into(), id: "26811000000900001".into() }
}

fn twice(effect: Effect) -> Vec<Effect> {
    match effect {
        Effect::Created { .. } => vec![effect.clone(), effect],
        other => vec![other],
    }
}

/// The agent is taken to the newest ticket's page.
fn goes_on(host: &mut dyn Model, now: Instant, input: Input, when: fn(&Effect) -> bool) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    let newest = host.desk().tickets().last().map(|ticket| ticket.id.clone());
    if let (true, Some(id)) = (effects.iter().any(when), newest) {
        effects.extend(host.apply(now, Input::GoTo { page: Page::ticket(id) }));
    }
    effects
}

/// The agent is taken back to the form.
fn stays(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let before = host.desk().page().clone();
    let by_hand = matches!(input, Input::GoTo { .. });
    let mut effects = host.apply(now, input);
    if !by_hand && before.page == "addForm" && host.desk().page().page == "detail" {
        effects.extend(host.apply(now, Input::GoTo { page: before }));
    }
    effects
}

fn stays_after_waiting(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if matches!(input, Input::Due { wake: Wake::HookDeadline { .. } }) { stays(host, now, input) } else { host.apply(now, input) }
}

/// A deadline that is not the waiting hook's own settles it all the same.
fn one_limit_for_both(last: &mut Option<Wake>, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let due = matches!(input, Input::Due { .. });
    let mut effects = host.apply(now, input);
    if let Some(wake) = last.filter(|_| due) {
        effects.extend(host.apply(now, Input::Due { wake }));
    }
    let set = effects.iter().rev().find_map(|effect| if let Effect::WakeAt { wake, .. } = effect { Some(*wake) } else { None });
    *last = set.or(*last);
    effects
}

fn asked_after(host: &dyn Model) -> Vec<Effect> {
    let hook = "ticket.createAfter";
    let listens = host.desk().widgets().filter(|(_, widget)| widget.alive && widget.subscriptions.contains(hook));
    listens.map(|(widget, _)| Effect::AskHook { call: CallId(999), widget, hook: hook.into(), payload: Value::Null }).collect()
}

fn asks_of_others(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let put = matches!(input, Input::PutTicket { .. });
    let mut effects = host.apply(now, input);
    if put {
        effects.extend(asked_after(host));
    }
    effects
}

fn asks_when_stopped(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    if effects.iter().any(stopped) {
        effects.extend(asked_after(host));
    }
    effects
}

fn clones_in_silence(cloned: &mut bool, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    *cloned |= matches!(&input, Input::Act { what: Action::CloneTicket(_), .. });
    let effects = host.apply(now, input).into_iter();
    effects.filter(|effect| !(*cloned && matches!(effect, Effect::AskHook { .. }))).collect()
}

fn empty_clone(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    match input {
        Input::Act { what: Action::CloneTicket(_), .. } => host.apply(now, Input::GoTo { page: Page::add_form("ticket") }),
        other => host.apply(now, other),
    }
}

fn contact_as_ticket(host: &mut dyn Model, now: Instant, mut input: Input) -> Vec<Effect> {
    if let Input::Act { what, .. } = &mut input
        && let Action::CreateCustomer(customer) = what.clone()
    {
        let mut form = customer.form;
        form.page = Page::add_form("ticket");
        *what = form.submit();
    }
    host.apply(now, input)
}

fn empty_form(what: &mut Action) {
    match what {
        Action::CreateTicket(create) => create.form.values.clear(),
        Action::CreateCustomer(create) => create.form.values.clear(),
        _ => {}
    }
}

/// Whoever is stopped begins anew.
fn emptied(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    if effects.iter().any(stopped) {
        let page = host.desk().page().clone();
        effects.extend(host.apply(now, Input::GoTo { page: Page::ticket_list() }));
        effects.extend(host.apply(now, Input::GoTo { page }));
    }
    effects
}

fn edits() -> Vec<Mutation> {
    rows(&[
        ("only the first change of an edit form is saved", &["HOOK-20", "EVT-28"], act(|what| changed(what, |fields| fields.truncate(1)))),
        ("the changes of an edit form come in another order", &["EVT-28"], act(|what| changed(what, |fields| fields.reverse()))),
        ("whoever saves an edit form stays on it", &["HOOK-20"], turn(stays_on_edit_form)),
        ("whom ticket.update stops leaves the edit form", &["HOOK-20"], turn(leaves_edit_form)),
        ("an edit form asks for each change", &["HOOK-20"], turn(asks_for_each)),
    ])
}

fn changed(what: &mut Action, change: fn(&mut Vec<String>)) {
    if let Action::SaveTicket(save) = what {
        change(&mut save.form.changed);
    }
}

fn stays_on_edit_form(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let before = host.desk().page().clone();
    let by_hand = matches!(input, Input::GoTo { .. });
    let mut effects = host.apply(now, input);
    if !by_hand && before.page == "editForm" && host.desk().page().page == "detail" {
        effects.extend(host.apply(now, Input::GoTo { page: before }));
    }
    effects
}

fn leaves_edit_form(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    let ticket = host.desk().form().and_then(|form| form.page.record.clone());
    if let (true, Some(id)) = (effects.iter().any(stopped), ticket) {
        effects.extend(host.apply(now, Input::GoTo { page: Page::ticket(id) }));
    }
    effects
}

/// As many questions as the form has changes.
fn asks_for_each(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let changes = match &input {
        Input::Act { what: Action::SaveTicket(save), .. } => save.form.changed.len(),
        _ => 1,
    };
    let effects = host.apply(now, input);
    let copies = |effect: Effect| if matches!(effect, Effect::AskHook { .. }) { vec![effect; changes] } else { vec![effect] };
    effects.into_iter().flat_map(copies).collect()
}
