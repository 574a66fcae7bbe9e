//! One datum of the catalogue at a time: of everything that the model plays.

use super::mutation::{How, Mutation};
use deskspec::catalog::{Catalog, Location, Page, Payload, Platform, Type, Variant};
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) fn edit(at: &[&str], change: impl Fn(&mut Value) + Send + Sync + 'static) -> How {
    let pointer: String = at.iter().map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1"))).collect();
    How::Catalog(Arc::new(move |json| change(json.pointer_mut(&pointer).expect("the catalogue has this datum"))))
}

pub(super) fn set(at: &[&str], value: Value) -> How {
    edit(at, move |datum| *datum = value.clone())
}

/// Everything that can be wrong in the catalogue.
pub(super) fn mutations() -> Vec<Mutation> {
    let catalog = Catalog::documented();
    let mut rows = Vec::new();
    for hook in catalog.hooks().filter(|hook| hook.played) {
        let (name, rule) = (hook.name.as_str(), hook.rule.as_str());
        match hook.locations.as_deref() {
            Some(_) if is_freshdesks(&hook.file) => rows.extend(nowhere("hooks", name, rule)),
            Some(list) => rows.extend(lists(catalog, "hooks", name, list, &["HOOK-25"], &["HOOK-06", "HOOK-25"])),
            None => {
                let listed = edit(&["hooks", name], |hook| hook["locations"] = json!(["desk.background"]));
                rows.extend(listed.rows(&format!("{name} has a list of locations"), &["HOOK-25", "Q-22"], &[name]));
            }
        }
        rows.extend(shape("hooks", name, rule, &hook.payload));
        rows.extend(renamed("hooks", name, &[rule]));
        rows.extend(dialects("hooks", name, &hook.dialects, &hook.variants));
        for alias in &hook.aliases {
            let none = set(&["hooks", name, "aliases"], json!([]));
            rows.extend(none.rows(&format!("the spelling {} is not known", alias.name), &[rule], &[&alias.name]));
        }
    }
    for event in catalog.events().filter(|event| event.played) {
        let (name, rule) = (event.name.as_str(), event.rule.as_str());
        match event.locations.as_deref() {
            Some(_) if is_freshdesks(&event.file) => rows.extend(nowhere("events", name, rule)),
            Some(list) => rows.extend(lists(catalog, "events", name, list, &["EVT-29"], &["EVT-29"])),
            None => {
                let listed = edit(&["events", name], |event| event["locations"] = json!(["desk.background"]));
                rows.extend(listed.rows(&format!("{name} has a list of locations"), &["EVT-29", "Q-22"], &[name]));
            }
        }
        if event.location.is_some() {
            let anywhere = edit(&["events", name], |event| event["location"] = Value::Null);
            rows.extend(anywhere.rows(&format!("{name} reaches all of its list"), &["EVT-29"], &[]));
            let background = set(&["events", name, "location"], json!("desk.background"));
            rows.extend(background.rows(&format!("{name} reaches the background"), &[rule, "EVT-29"], &[]));
        }
        rows.extend(shape("events", name, rule, &event.payload));
        if event.follows.is_some() {
            let other = set(&["events", name, "follows"], json!("number"));
            rows.extend(other.rows(&format!("{name} follows another property"), &[rule], &[name]));
        }
        let listed = ["EVT-29"].iter().filter(|_| !is_freshdesks(&event.file));
        rows.extend(renamed("events", name, &[rule].into_iter().chain(listed.copied()).collect::<Vec<_>>()));
        rows.extend(dialects("events", name, &event.dialects, &event.variants));
    }
    catalog.locations().filter(|location| location.played).for_each(|location| rows.extend(place(location)));
    rows.extend(limits(catalog));
    rows.extend(texts(catalog));
    rows
}

fn is_freshdesks(file: &str) -> bool {
    Platform::of(file) == Some(Platform::Freshdesk)
}

/// It reaches no part of any app.
fn nowhere(kind: &str, name: &str, rule: &str) -> Vec<Mutation> {
    set(&[kind, name, "locations"], json!([])).rows(&format!("{name} reaches nothing of an app"), &[rule], &[name])
}

/// A location too few, a location too many.
fn lists(catalog: &Catalog, kind: &str, name: &str, list: &[String], few: &[&str], many: &[&str]) -> Vec<Mutation> {
    let without = list.iter().flat_map(|location| {
        let gone = location.clone();
        let how = edit(&[kind, name, "locations"], move |list| array(list).retain(|at| *at != gone));
        how.rows(&format!("{name} does not reach {location}"), few, &[name, location])
    });
    let on_pages_we_play = catalog.locations().filter(|it| it.played && it.only.is_empty() && opens(it.page) && !list.contains(&it.name));
    // A template with a location of its own narrows its list: one too many there changes nothing.
    let narrowed = kind == "events" && catalog.event(name).is_some_and(|event| event.location.is_some());
    let more = on_pages_we_play.filter(|_| !narrowed).flat_map(|location| {
        let extra = Value::from(location.name.clone());
        let how = edit(&[kind, name, "locations"], move |list| array(list).push(extra.clone()));
        how.rows(&format!("{name} reaches {}", location.name), many, &[name, &location.name])
    });
    without.chain(more).collect()
}

pub(super) fn array(value: &mut Value) -> &mut Vec<Value> {
    value.as_array_mut().expect("a list")
}

/// Whether the agent can go to a page of this kind so far.
fn opens(page: Page) -> bool {
    page != Page::ExtensionPreference
}

/// A key with another name or another type; a payload where there is none.
fn shape(kind: &str, name: &str, rule: &str, payload: &Payload) -> Vec<Mutation> {
    if payload.of == Type::Empty {
        return set(&[kind, name, "payload", "type"], json!("object")).rows(&format!("{name} has a payload"), &[rule], &[name]);
    }
    let keys = payload.keys.iter().enumerate();
    keys.flat_map(|(index, key)| {
        let at = index.to_string();
        let other = set(&[kind, name, "payload", "keys", &at, "key"], format!("{}s", key.key).into());
        let of = if key.of == Type::Boolean { "string" } else { "boolean" };
        let retyped = set(&[kind, name, "payload", "keys", &at, "type"], of.into());
        let told = [format!("{name} has {0}s in the place of {0}", key.key), format!("{} of {name} is {of}", key.key)];
        other.rows(&told[0], &[rule], &[name]).into_iter().chain(retyped.rows(&told[1], &[rule], &[name]))
    })
    .collect()
}

/// A dialect more, a dialect less, another dialect's word for a key or a value.
fn dialects(kind: &str, name: &str, only: &[String], variants: &[Variant]) -> Vec<Mutation> {
    let mut rows = Vec::new();
    if !only.is_empty() {
        let everywhere = set(&[kind, name, "dialects"], json!([]));
        rows.extend(everywhere.rows(&format!("{name} is in every dialect"), &["HOOK-30"], &[name]));
    }
    for (index, variant) in variants.iter().enumerate() {
        let at = [kind, name, "variants", &index.to_string()].map(str::to_owned);
        let at: Vec<&str> = at.iter().map(String::as_str).collect();
        let none = set(&[&at[..], &["dialect"]].concat(), json!("another"));
        rows.extend(none.rows(&format!("{name} has no shape in the dialect {}", variant.dialect), &[&variant.quirk], &[name]));
    }
    rows
}

/// An entry under another name.
pub(super) fn renamed(kind: &'static str, name: &str, rules: &[&str]) -> Vec<Mutation> {
    let (old, new) = (name.to_owned(), format!("{name}d"));
    let how = edit(&[kind], move |table| {
        let table = table.as_object_mut().expect("a table");
        let mut entry = table.shift_remove(&old).expect("the catalogue has this entry");
        entry["name"] = new.clone().into();
        table.insert(new.clone(), entry);
    });
    how.rows(&format!("{name} is called {name}d"), rules, &[name])
}

/// Where and when a location's widgets are alive.
fn place(location: &Location) -> Vec<Mutation> {
    let name = location.name.as_str();
    let flag = |on: bool| edit(&["locations", name], move |it| it["always_alive"] = on.into());
    let page = |page: &str| set(&["locations", name, "page"], page.into());
    let mut rows = renamed("locations", name, &[if location.only.is_empty() { "LOC-01" } else { "LOC-07" }]);
    rows.extend(alone(location));
    if location.always_alive {
        rows.extend(flag(false).rows(&format!("{name} is not alive"), &["LOC-04"], &[name]));
        rows.extend(page("ticket-detail").rows(&format!("{name} belongs to a ticket's page"), &["LOC-04"], &[name]));
        return rows;
    }
    rows.extend(flag(true).rows(&format!("{name} is alive at once"), &["LOC-08"], &[name]));
    let (other, rules): (_, &[&str]) = match location.page {
        Page::Product => ("ticket-detail", &["LOC-06"]),
        page if opens(page) => ("product", &["LOC-06"]),
        _ => return rows,
    };
    rows.extend(page(other).rows(&format!("{name} belongs to the page {other}"), rules, &[name]));
    let elsewhere = if location.page == Page::TicketForm { "ticket-detail" } else { "ticket-form" };
    rows.extend(page(elsewhere).rows(&format!("{name} belongs to the page {elsewhere}"), &["LOC-08", "LOC-06"], &[name]));
    rows
}

/// A location that is known for some things alone (LOC-07): one of them too few, or anything at all.
fn alone(location: &Location) -> Vec<Mutation> {
    let name = location.name.as_str();
    let only = |change: &dyn Fn(&mut Vec<String>)| {
        let mut list = location.only.clone();
        change(&mut list);
        set(&["locations", name, "only"], json!(list))
    };
    let few = location.only.iter().flat_map(|it| {
        only(&|list| list.retain(|other| other != it)).rows(&format!("{name} is not known for {it}"), &["LOC-07"], &[name, it])
    });
    let any = (!location.only.is_empty()).then(|| only(&Vec::clear).rows(&format!("{name} is known for anything"), &["LOC-07"], &[name]));
    few.chain(any.into_iter().flatten()).collect()
}

/// A limit that is one less or one more.
fn limits(catalog: &Catalog) -> Vec<Mutation> {
    let played = catalog.limits().filter(|limit| limit.played);
    played
        .flat_map(|limit| {
            let to = |value: u64| set(&["limits", &limit.id, "value"], value.into());
            let (less, more) = (limit.value - 1, limit.value + 1);
            let mut rows = to(less).rows(&format!("{} is {less}", limit.id), &[&limit.rule], &[]);
            rows.extend(to(more).rows(&format!("{} is {more}", limit.id), &[&limit.rule], &[]));
            // What is due exactly at the limit still counts: one less shows there, one more does not.
            let quirks: Vec<_> = limit.quirks.iter().map(String::as_str).collect();
            rows.extend(to(less).rows(&format!("{} is {less}", limit.id), &quirks, &[]));
            rows
        })
        .collect()
}

/// Another wording.
fn texts(catalog: &Catalog) -> Vec<Mutation> {
    let played = catalog.messages().filter(|message| message.played);
    played
        .flat_map(|message| {
            let rules: Vec<_> = [message.rule.as_str()].into_iter().chain(message.quirks.iter().map(String::as_str)).collect();
            set(&["messages", &message.id, "text"], "Something else".into()).rows(
                &format!("{} has another wording", message.id),
                &rules,
                &[],
            )
        })
        .collect()
}
