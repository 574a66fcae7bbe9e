//! What widgets read: under which names, from where, of which type, and which values.

use super::broken::{doubled, dropped, edited, is, turn};
use super::datum::{array, edit, renamed};
use super::mutation::{How, Mutation, rows};
use deskspec::catalog::{Catalog, Property, Type};
use deskspec::clock::Instant;
use deskspec::host::{Effect, Input, Model, Reply};
use serde_json::{Value, json};
use std::sync::Arc;

/// Objects that are read from a list of locations, each with some that are on no list of its own.
const ELSEWHERE: [(&str, &[&str]); 4] = [
    ("ticket", &["desk.background", "desk.ticket.detail.moreaction"]),
    ("contact", &["desk.ticket.detail.rightpanel", "desk.account.detail.rightpanel", "desk.contact.form.rightpanel"]),
    ("account", &["desk.ticket.detail.rightpanel", "desk.contact.detail.rightpanel", "desk.account.form.rightpanel"]),
    ("ticketForm", &["desk.ticket.detail.rightpanel"]),
];

/// Everything that can be wrong with these.
pub(super) fn mutations() -> Vec<Mutation> {
    let catalog = Catalog::documented();
    let played = catalog.properties().filter(|property| property.played);
    let mut all: Vec<_> = played.flat_map(|property| named(catalog, property)).collect();
    all.extend(ELSEWHERE.iter().flat_map(|(object, elsewhere)| places(catalog, object, elsewhere)));
    all.extend(values());
    all.extend(given());
    all
}

/// A property under another name, not played, not readable from where it is read, or of another type.
fn named(catalog: &Catalog, property: &Property) -> Vec<Mutation> {
    let name = property.name.as_str();
    let quirks = property.quirks.iter().filter(|id| catalog.quirk(id).is_some_and(|quirk| quirk.played));
    let rules: Vec<&str> = property.rules.iter().chain(quirks).map(String::as_str).collect();
    let (own, words) = (&rules[..1], [name]);
    let mut rows = renamed("properties", name, &rules);
    rows.extend(edit(&["properties", name], |it| it["played"] = false.into()).rows(&format!("{name} is not played"), own, &words));
    let gone = edit(&["properties", name], |it| it["locations"] = json!([]));
    rows.extend(gone.rows(&format!("{name} is read from nowhere"), own, &words));
    let of = if property.value.of == Type::Boolean { "string" } else { "boolean" };
    let retyped = edit(&["properties", name, "value"], move |value| value["type"] = of.into());
    rows.extend(retyped.rows(&format!("{name} is {of}"), own, &words));
    rows
}

/// One list stands for all properties of an object in the file: a slip in it is a slip in all.
fn places(catalog: &Catalog, object: &str, elsewhere: &[&str]) -> Vec<Mutation> {
    let of_object = |property: &&Property| property.name.split('.').next() == Some(object);
    let all: Vec<&Property> = catalog.properties().filter(of_object).collect();
    let names: Vec<_> = all.iter().map(|property| property.name.clone()).collect();
    let everywhere = |change: fn(&mut Vec<Value>, &str), location: &str| {
        let (names, location) = (names.clone(), location.to_owned());
        How::Catalog(Arc::new(move |json: &mut Value| {
            names.iter().for_each(|name| change(array(&mut json["properties"][name]["locations"]), &location));
        }))
    };
    let mut rows = Vec::new();
    for location in all[0].locations.iter().flatten() {
        let how = everywhere(|list, location| list.retain(|at| at != location), location);
        rows.extend(how.rows(&format!("nothing of {object} is read from {location}"), &[&all[0].rules[0]], &[location]));
    }
    for location in elsewhere {
        let how = everywhere(|list, location| list.push(location.into()), location);
        rows.extend(how.rows(&format!("{object} is read from {location}"), &["SDK-06"], &[location]));
    }
    rows
}

/// What is wrong with answers, the rules that must catch it, and how it is made wrong.
type Change = (&'static str, &'static [&'static str], fn(&mut Value));

/// Answers that are none, too many, or others.
fn values() -> Vec<Mutation> {
    let answer = |change: fn(&mut Value)| How::Host(Arc::new(move || Box::new(move |host, now, input| answered(host, now, input, change))));
    let mut all = rows(&[
        (
            "what a widget reads is not answered",
            &["SDK-02", "SDK-03", "SDK-04", "SDK-05", "SDK-07", "SDK-08", "SDK-09"],
            dropped(is!(Reply)),
        ),
        ("what a widget reads is answered twice", &["SDK-03", "SDK-04", "SDK-05"], doubled(is!(Reply))),
        ("what is refused is not reported", &["SDK-06", "SDK-09"], dropped(is!(Found))),
        ("what is not there is reported as what never is", &["SDK-06"], edited(weighty)),
    ]);
    let changes: [Change; 6] = [
        ("contacts are changed in the other notation", &["Q-24"], |answer| {
            if let Some(time) = answer.get_mut("contact.modifiedTime") {
                *time = "05/01/2026 09:00 AM".into();
            }
        }),
        ("answers do not say that they are a success", &["SDK-02", "SDK-05"], |answer| answer["status"] = "done".into()),
        ("flags are texts", &["SDK-17", "SDK-18", "SDK-19", "SDK-21"], |answer| {
            each_leaf(answer, &|leaf| {
                if let Some(flag) = leaf.as_bool() {
                    *leaf = flag.to_string().into();
                }
            })
        }),
        ("what is not set is left out", &["SDK-02", "SDK-03", "SDK-04"], |answer| {
            each_object(answer, &|keys| keys.retain(|_, value| !value.is_null()))
        }),
        ("lists lack their first element", &["SDK-05", "SDK-18", "SDK-20", "SDK-21"], |answer| {
            each_list(answer, &|list| drop(list.drain(..list.len().min(1))))
        }),
        ("config keys are spelt as over HTTP", &["Q-44"], |answer| {
            each_object(answer, &|keys| {
                if let Some(value) = keys.shift_remove("userdefined") {
                    keys.insert("userDefined".into(), value);
                }
            })
        }),
    ];
    all.extend(changes.into_iter().flat_map(|(name, rules, change)| answer(change).rows(name, rules, &[])));
    all
}

fn answered(host: &mut dyn Model, now: Instant, input: Input, change: fn(&mut Value)) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    for effect in &mut effects {
        if let Effect::Reply { reply: Reply::Resolve(answer), .. } = effect {
            change(answer);
        }
    }
    effects
}

fn weighty(effect: &mut Effect) {
    if let Effect::Found(finding) = effect {
        finding.severity = deskspec::record::Severity::Warning;
    }
}

fn each_leaf(value: &mut Value, change: &dyn Fn(&mut Value)) {
    match value {
        Value::Object(keys) => keys.values_mut().for_each(|value| each_leaf(value, change)),
        Value::Array(list) => list.iter_mut().for_each(|value| each_leaf(value, change)),
        leaf => change(leaf),
    }
}

fn each_object(value: &mut Value, change: &dyn Fn(&mut serde_json::Map<String, Value>)) {
    match value {
        Value::Object(keys) => {
            change(keys);
            keys.values_mut().for_each(|value| each_object(value, change));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| each_object(value, change)),
        _ => {}
    }
}

fn each_list(value: &mut Value, change: &dyn Fn(&mut Vec<Value>)) {
    match value {
        Value::Object(keys) => keys.values_mut().for_each(|value| each_list(value, change)),
        Value::Array(list) => {
            change(list);
            list.iter_mut().for_each(|value| each_list(value, change));
        }
        _ => {}
    }
}

/// What the feature gives is not taken.
fn given() -> Vec<Mutation> {
    let deaf = |to: fn(&Input) -> bool| -> super::broken::Make {
        Arc::new(move || Box::new(move |host, now, input| if to(&input) { Vec::new() } else { host.apply(now, input) }))
    };
    rows(&[
        ("whatever is in production is in development", &["SDK-07", "SDK-19"], turn(developed)),
        ("whatever is in development is in production", &["SDK-07"], deaf(|input| matches!(input, Input::Develop { .. }))),
        ("no department is ever selected", &["SDK-05", "SDK-18"], deaf(|input| matches!(input, Input::SelectDepartment { .. }))),
        (
            "no department is there but the first",
            &["SDK-05", "SDK-08", "SDK-18", "SDK-20"],
            deaf(|input| matches!(input, Input::PutDepartment { .. })),
        ),
        ("the portal is as nobody said it", &["SDK-05", "SDK-18"], deaf(|input| matches!(input, Input::SetPortal { .. }))),
        ("extensions are for all users", &["SDK-08", "SDK-20"], deaf(|input| matches!(input, Input::ConfigureFor { .. }))),
        ("extensions are for all profiles", &["SDK-08", "SDK-20"], deaf(|input| matches!(input, Input::ShowTo { .. }))),
        (
            "pages of contacts and accounts are never open",
            &["SDK-03", "SDK-04", "SDK-16"],
            deaf(|input| matches!(input, Input::GoTo { page } if ["contact", "account"].contains(&page.module.as_str()))),
        ),
    ])
}

fn developed(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let extension = match &input {
        Input::DeclareParam { extension, .. } => Some(extension.clone()),
        _ => None,
    };
    let mut effects = host.apply(now, input);
    effects.extend(extension.into_iter().flat_map(|extension| host.apply(now, Input::Develop { extension })));
    effects
}
