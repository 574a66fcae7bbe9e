//! What becomes of tickets that are merged.

use super::actions::act;
use super::broken::{doubled, dropped, edited, followed};
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::desk::{Action, Merge, Page};
use deskspec::host::{Effect, Input, Model};
use serde_json::Value;

/// Everything that can be wrong with a merge.
pub(super) fn mutations() -> Vec<Mutation> {
    rows(&[
        ("no merge asks", &["HOOK-23", "Q-04"], dropped(asks)),
        ("merges ask twice", &["HOOK-23", "Q-04"], doubled(asks)),
        (
            "the sample's spelling is not asked",
            &["HOOK-23", "Q-04"],
            dropped(|it| matches!(it, Effect::AskHook { hook, .. } if hook == "tickets.merge")),
        ),
        ("merges tell the ticket that stays last", &["HOOK-23"], edited(|it| told(it, |tickets| tickets.reverse()))),
        ("merges do not tell the ticket that stays", &["HOOK-23"], edited(|it| told(it, |tickets| drop(tickets.remove(0))))),
        (
            "merges tell every ticket as open",
            &["HOOK-23"],
            edited(|it| told(it, |tickets| tickets.iter_mut().for_each(|it| it["status"] = "Open".into()))),
        ),
        ("of several tickets one is merged", &["HOOK-23"], act(|what| of(what, |merge| merge.merged.truncate(1)))),
        ("the other ticket stays", &["HOOK-23"], act(|what| of(what, |merge| std::mem::swap(&mut merge.into, &mut merge.merged[0])))),
        ("what was merged is there still", &["HOOK-23"], followed(there_still)),
        ("what was said on a merged ticket is lost", &["HOOK-23"], followed(forgets)),
        (
            "whoever merges is on the list of tickets",
            &["HOOK-23"],
            followed(|host, now, effects| goes(host, now, effects, |_| Page::ticket_list())),
        ),
        ("whoever merges opens the ticket that stays anew", &["HOOK-23", "LOC-06"], followed(anew)),
    ])
}

fn asks(effect: &Effect) -> bool {
    matches!(effect, Effect::AskHook { hook, .. } if hook.ends_with(".merge"))
}

fn told(effect: &mut Effect, change: fn(&mut Vec<Value>)) {
    if let Effect::AskHook { payload: Value::Array(tickets), .. } = effect {
        change(tickets);
    }
}

fn of(what: &mut Action, change: fn(&mut Merge)) {
    if let Action::Merge(merge) = what {
        change(merge);
    }
}

fn merged(effects: &[Effect]) -> Option<(String, String)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Merged { ticket, into } => Some((ticket.clone(), into.clone())),
        _ => None,
    })
}

fn there_still(host: &mut dyn Model, now: Instant, effects: &[Effect]) -> Vec<Effect> {
    merged(effects).map(|(id, _)| host.apply(now, Input::PutTicket { id, properties: serde_json::Map::new() })).unwrap_or_default()
}

/// What was said on the merged ticket is lost.
fn forgets(host: &mut dyn Model, now: Instant, effects: &[Effect]) -> Vec<Effect> {
    let Some((_, into)) = merged(effects) else { return Vec::new() };
    let properties = host.desk().ticket(&into).map(|ticket| ticket.properties.clone()).unwrap_or_default();
    host.apply(now, Input::PutTicket { id: into, properties })
}

fn goes(host: &mut dyn Model, now: Instant, effects: &[Effect], page: fn(String) -> Page) -> Vec<Effect> {
    merged(effects).map(|(_, into)| host.apply(now, Input::GoTo { page: page(into) })).unwrap_or_default()
}

fn anew(host: &mut dyn Model, now: Instant, effects: &[Effect]) -> Vec<Effect> {
    let mut more = goes(host, now, effects, |_| Page::ticket_list());
    more.extend(goes(host, now, effects, Page::ticket));
    more
}
