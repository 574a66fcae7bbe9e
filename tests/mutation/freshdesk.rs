//! What Freshdesk tells apps, and what they may stop.

use super::broken::{Make, doubled, dropped};
use super::datum::edit;
use super::mutation::{Mutation, rows};
use deskspec::host::Effect;
use serde_json::{Value, json};
use std::sync::Arc;

/// Whether an event reaches somebody.
macro_rules! tells {
    ($event:literal) => {
        |effect| matches!(effect, Effect::Deliver { event, .. } if event == $event)
    };
}

/// Everything that can be wrong with product events and apps.
pub(super) fn mutations() -> Vec<Mutation> {
    let mut all = rows(&[
        ("nobody hears of new tickets", &["FD-02", "FD-04", "FD-14"], dropped(tells!("onTicketCreate"))),
        ("new tickets are told twice", &["FD-04"], doubled(tells!("onTicketCreate"))),
        ("nobody hears of updates", &["FD-05", "FD-07"], dropped(tells!("onTicketUpdate"))),
        ("updates are told twice", &["FD-05"], doubled(tells!("onTicketUpdate"))),
        ("nobody hears of conversations", &["FD-08"], dropped(tells!("onConversationCreate"))),
        ("conversations are told twice", &["FD-08"], doubled(tells!("onConversationCreate"))),
        ("nobody hears of new contacts", &["FD-09"], dropped(tells!("onContactCreate"))),
        ("new contacts are told twice", &["FD-09"], doubled(tells!("onContactCreate"))),
        ("nobody hears of changed contacts", &["FD-10"], dropped(tells!("onContactUpdate"))),
        ("changed contacts are told twice", &["FD-10"], doubled(tells!("onContactUpdate"))),
        ("nobody hears of third parties", &["FD-15"], dropped(tells!("onExternalEvent"))),
        ("nobody hears of a new version", &["FD-15"], dropped(tells!("afterAppUpdate"))),
        ("nobody is asked", &["FD-15"], dropped(|effect| matches!(effect, Effect::AskHook { .. }))),
        ("nothing of what is scheduled comes", &["FD-16"], dropped(tells!("onScheduledEvent"))),
        ("requests never leave", &["FD-16"], dropped(|effect| matches!(effect, Effect::CallService { .. }))),
        ("nothing is reported of apps", &["FD-03"], dropped(|effect| matches!(effect, Effect::Found(_)))),
        ("the account is another one", &["FD-01"], told(|payload| replace(payload, "/account_id", json!(0)))),
        ("installation parameters are missing", &["FD-01"], told(|payload| replace(payload, "/iparams", Value::Null))),
        (
            "times have an offset",
            &["FD-13"],
            told(|payload| replace(payload, "/data/ticket/created_at", json!("2026-01-05T09:00:00+00:00"))),
        ),
        ("old and new change places", &["FD-05", "FD-07", "FD-12"], told(swap)),
        ("private notes are public", &["FD-08"], told(|payload| replace(payload, "/data/conversation/private", json!(false)))),
        (
            "deletions are told as nothing",
            &["FD-07"],
            told(|payload| replace(payload, "/data/ticket/changes/deleted", json!([true, true]))),
        ),
    ]);
    all.extend(data());
    all
}

fn data() -> Vec<Mutation> {
    let urgent = edit(&["rules", "FD-12", "codes"], |codes| {
        let values = codes.as_array_mut().into_iter().flatten().filter_map(|table| table["values"].as_array_mut()).flatten();
        values.filter(|value| value["name"] == "Urgent").for_each(|value| value["code"] = json!(9));
    });
    let silent = edit(&["events", "onTicketUpdate", "payload"], |payload| {
        let told = ["tags", "cf_order"].map(|key| json!({"key": key, "type": "any", "text": "told", "optional": true}));
        let changes = at(payload, &["data", "ticket", "changes"]).and_then(|changes| changes["keys"].as_array_mut());
        changes.into_iter().for_each(|keys| keys.extend(told.clone()));
    });
    [urgent.rows("Urgent is another number", &["FD-12"], &[]), silent.rows("tags and custom fields are told", &["FD-06"], &[])]
        .into_iter()
        .flatten()
        .collect()
}

/// The shape of what stands at these keys.
fn at<'a>(shape: &'a mut Value, path: &[&str]) -> Option<&'a mut Value> {
    let Some((first, rest)) = path.split_first() else { return Some(shape) };
    let key = shape["keys"].as_array_mut()?.iter_mut().find(|key| key["key"] == *first)?;
    at(key, rest)
}

fn told(edit: fn(&mut Value)) -> Make {
    let edit = move |effect: &mut Effect| {
        if let Effect::Deliver { payload, .. } = effect {
            edit(payload);
        }
    };
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let mut effects = host.apply(now, input);
            effects.iter_mut().for_each(edit);
            effects
        })
    })
}

fn replace(payload: &mut Value, pointer: &str, with: Value) {
    if let Some(value) = payload.pointer_mut(pointer) {
        *value = with;
    }
}

fn swap(payload: &mut Value) {
    let changes = payload.pointer_mut("/data/ticket/changes").and_then(Value::as_object_mut);
    changes.into_iter().flat_map(|changes| changes.values_mut()).filter_map(Value::as_array_mut).for_each(|pair| pair.reverse());
}
