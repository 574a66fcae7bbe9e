//! Where the agent is, and what is told of it.

use super::broken::{Make, delayed, doubled, dropped, is, turn};
use super::mutation::{How, Mutation, rows};
use deskspec::catalog::Catalog;
use deskspec::clock::Instant;
use deskspec::host::desk::{Action, Page};
use deskspec::host::{Effect, Input, Model};
use serde_json::{Value, json};
use std::sync::Arc;

/// Everything that can be wrong with the agent's moves.
pub(super) fn mutations() -> Vec<Mutation> {
    [pages(), shifts(), enumerated()].into_iter().flatten().collect()
}

fn pages() -> Vec<Mutation> {
    rows(&[
        ("no event is delivered", &["EVT-08", "EVT-10", "EVT-31"], dropped(is!(Deliver))),
        ("events are delivered twice", &["EVT-08", "EVT-10"], doubled(is!(Deliver))),
        ("events are delivered with the next input", &["EVT-08", "EVT-10"], delayed(is!(Deliver))),
        ("both views are the page that was left", &["EVT-08", "EVT-32"], told(|view| view["currentView"] = view["previousView"].clone())),
        ("both views are the page that is open", &["EVT-08", "EVT-32"], told(|view| view["previousView"] = view["currentView"].clone())),
        ("every day begins on a contact", &["EVT-08"], told(|view| view["previousView"] = json!({"module": "contact", "page": "list"}))),
        ("there are lists and details alone", &["EVT-32", "Q-27"], told(lists_and_details)),
        ("the page that is open already is told as a move", &["EVT-08", "EVT-27"], turn(told_though_nothing_moved)),
        ("another record is no other page", &["EVT-08"], turn(same_type_is_same_page)),
        ("the agent stays where he is", &["EVT-08", "EVT-32", "Q-27"], turn(stays)),
    ])
}

fn shifts() -> Vec<Mutation> {
    rows(&[
        ("every ticket that is opened is a shift", &["EVT-10", "EVT-31"], turn(all_are_shifts)),
        ("a shift is a ticket that is opened", &["EVT-10", "EVT-31"], turn(none_is_a_shift)),
        ("the shift is told when the page is another one", &["EVT-10"], turn(told_last)),
        ("a shift leaves the agent where he is", &["EVT-10"], turn(shift_and_back)),
        ("what is shifted to is not told as a shift", &["EVT-10"], told(|data| data["ticket_shifted"] = json!(false))),
        ("a shift to the same ticket is told", &["EVT-10", "EVT-27"], turn(shifted_in_vain)),
    ])
}

/// A module and a type of page too few.
fn enumerated() -> Vec<Mutation> {
    let keys = &Catalog::documented().event("pageChange").expect("it is documented").payload.keys;
    let view = keys.iter().find(|key| key.key == "currentView").expect("it has two views");
    let one = |key: &str, value: &str| {
        let (gone, key) = (value.to_owned(), key.to_owned());
        let name = format!("there is no {key} {value}");
        let edit = move |json: &mut Value| {
            let views = json["events"]["pageChange"]["payload"]["keys"].as_array_mut().expect("keys");
            for values in views.iter_mut().flat_map(|view| of(view, &key)) {
                values.retain(|value| *value != gone.as_str());
            }
        };
        How::Catalog(Arc::new(edit)).rows(&name, &["EVT-32"], &[value])
    };
    view.keys.iter().flat_map(|key| key.values.iter().flat_map(move |value| one(&key.key, value))).collect()
}

/// The values of a view's key.
fn of<'a>(view: &'a mut Value, key: &str) -> Vec<&'a mut Vec<Value>> {
    let keys = view["keys"].as_array_mut().expect("keys");
    keys.iter_mut().filter(|it| it["key"] == key).filter_map(|it| it["values"].as_array_mut()).collect()
}

/// What is delivered of a move is another thing.
fn told(edit: fn(&mut Value)) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let mut effects = host.apply(now, input);
            for effect in &mut effects {
                if let Effect::Deliver { event, payload, .. } = effect
                    && ["pageChange", "ticket_Shift"].contains(&event.as_str())
                {
                    edit(payload);
                }
            }
            effects
        })
    })
}

fn lists_and_details(view: &mut Value) {
    let page = &mut view["currentView"]["page"];
    *page = if *page == "list" { json!("list") } else { json!("detail") };
}

fn told_though_nothing_moved(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let nowhere = matches!(&input, Input::GoTo { page } if page == host.desk().page());
    let mut effects = host.apply(now, input);
    if nowhere {
        let payload =
            json!({"previousView": {"module": "ticket", "page": "detail"}, "currentView": {"module": "ticket", "page": "detail"}});
        effects.push(Effect::Broadcast { event: "pageChange".into(), payload });
    }
    effects
}

fn same_type_is_same_page(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let here = host.desk().page().clone();
    let same = matches!(&input, Input::GoTo { page } if page.module == here.module && page.page == here.page);
    let told = |effect: &Effect| matches!(effect, Effect::Broadcast { event, .. } | Effect::Deliver { event, .. } if event == "pageChange");
    host.apply(now, input).into_iter().filter(|effect| !same || !told(effect)).collect()
}

fn stays(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if matches!(input, Input::GoTo { .. }) { Vec::new() } else { host.apply(now, input) }
}

fn all_are_shifts(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let opened = matches!(&input, Input::GoTo { page } if page.shown_ticket().is_some() && page != host.desk().page());
    let mut effects = Vec::new();
    if opened {
        effects = host.apply(now, Input::FireEvent { event: "ticket_Shift".into(), payload: json!({"ticket_shifted": true}) });
    }
    effects.extend(host.apply(now, input));
    effects
}

fn none_is_a_shift(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    match input {
        Input::Act { what: Action::ShiftTicket(shift), .. } => host.apply(now, Input::GoTo { page: Page::ticket(shift.to) }),
        other => host.apply(now, other),
    }
}

/// The widgets of the ticket that is left do not hear it any more.
fn told_last(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let shift = matches!(&input, Input::Act { what: Action::ShiftTicket(_), .. });
    let effects = host.apply(now, input);
    if !shift {
        return effects;
    }
    let is_told =
        |effect: &Effect| matches!(effect, Effect::Broadcast { event, .. } | Effect::Deliver { event, .. } if event == "ticket_Shift");
    let (told, mut rest): (Vec<_>, Vec<_>) = effects.into_iter().partition(is_told);
    let living = |effect: &Effect| match effect {
        Effect::Deliver { widget, .. } => host.desk().widget(*widget).is_some_and(|widget| widget.alive),
        _ => true,
    };
    rest.extend(told.into_iter().filter(living));
    rest
}

fn shift_and_back(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let back = matches!(&input, Input::Act { what: Action::ShiftTicket(_), .. }).then(|| host.desk().page().clone());
    let mut effects = host.apply(now, input);
    effects.extend(back.into_iter().flat_map(|page| host.apply(now, Input::GoTo { page })));
    effects
}

fn shifted_in_vain(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let same =
        matches!(&input, Input::Act { what: Action::ShiftTicket(shift), .. } if host.desk().page().shown_ticket() == Some(&shift.to));
    let mut effects = host.apply(now, input);
    if same {
        effects.push(Effect::Broadcast { event: "ticket_Shift".into(), payload: json!({"ticket_shifted": true}) });
    }
    effects
}
