//! What widgets have done with the client SDK.

use super::broken::{Make, dropped, edited, is, told, turn};
use super::mutation::{How, Mutation, rows};
use deskspec::catalog::{Call, Catalog, Platform, Type};
use deskspec::clock::Instant;
use deskspec::extension::Ask;
use deskspec::host::{Effect, Input, Model, Reply, ServiceCall, WidgetId};
use serde_json::{Value, json};
use std::sync::Arc;

/// Everything that can be wrong with that.
pub(super) fn mutations() -> Vec<Mutation> {
    let catalog = Catalog::documented();
    let played = catalog.calls().filter(|call| call.played);
    played.flat_map(data).chain([storage(), changes(), invoked(), shown()].into_iter().flatten()).collect()
}

fn edit(call: &str, change: impl Fn(&mut Value) + Send + Sync + 'static) -> How {
    let pointer = format!("/calls/{call}");
    How::Catalog(Arc::new(move |json| change(json.pointer_mut(&pointer).expect("the catalogue has this call"))))
}

/// One datum of a call at a time.
fn data(call: &Call) -> Vec<Mutation> {
    let (name, rules) = (call.name.as_str(), [call.rule.as_str()]);
    let words = [name.split("${").next().unwrap_or(name)];
    let (old, new) = (name.to_owned(), format!("{name}d"));
    let renamed = How::Catalog(Arc::new(move |json: &mut Value| {
        let table = json["calls"].as_object_mut().expect("a table");
        let mut entry = table.shift_remove(&old).expect("the catalogue has this call");
        entry["name"] = new.clone().into();
        table.insert(new.clone(), entry);
    }));
    let mut all = renamed.rows(&format!("{name} is called {name}d"), &rules, &words);
    // What Freshdesk has for a call, it does: its pages' are not marked yet.
    if Platform::of(&call.file) == Some(Platform::Desk) {
        all.extend(edit(name, |it| it["played"] = false.into()).rows(&format!("{name} is not played"), &rules, &words));
    }
    if let Some(also) = &call.also {
        all.extend(edit(name, |it| it["also"] = Value::Null).rows(&format!("{name} is not called {also} on pages"), &rules, &[also]));
    }
    for (index, value) in call.property.iter().flat_map(|property| &property.values).enumerate() {
        let other = edit(name, move |it| it["property"]["values"][index] = "ticket.nothing".into());
        all.extend(other.rows(&format!("{name} knows no {value}"), &rules, &[value]));
    }
    for location in call.locations.iter().flatten().cloned() {
        let label = format!("{name} is not for {location}");
        let few = edit(name, move |it| it["locations"].as_array_mut().expect("a list").retain(|at| *at != *location));
        all.extend(few.rows(&label, &rules, &words));
    }
    if call.locations.is_some() {
        all.extend(edit(name, |it| it["locations"] = Value::Null).rows(&format!("{name} is for everywhere"), &rules, &words));
    }
    // Where any key will do, one that has another name is still taken.
    let strict = call.value.iter().all(|value| value.keys.iter().all(|key| !key.key.contains("${")));
    for (index, key) in call.value.iter().flat_map(|value| &value.keys).enumerate().filter(|(_, key)| key.of != Type::Any || strict) {
        let (label, datum, other): (_, _, Value) = match strict {
            true => (format!("{name} takes {0}s in the place of {0}", key.key), "key", format!("{}s", key.key).into()),
            false => (format!("{name} takes no {}", key.key), "type", "empty".into()),
        };
        all.extend(edit(name, move |it| it["value"]["keys"][index][datum] = other.clone()).rows(&label, &rules, &words));
    }
    if call.batch.is_some() {
        all.extend(edit(name, |it| it["batch"] = Value::Null).rows(&format!("{name} takes one at a time"), &rules, &words));
    }
    if call.rate.is_some() {
        all.extend(edit(name, |it| it["rate"] = Value::Null).rows(&format!("{name} is made as often as one likes"), &rules, &words));
    }
    all
}

fn storage() -> Vec<Mutation> {
    rows(&[
        ("nothing is stored", &["SDK-15"], told(|it| given(it, "set database", |value| *value = json!([])))),
        (
            "what is stored is not replaced",
            &["Q-66"],
            told(|it| given(it, "set database", |value| value.as_array_mut().into_iter().for_each(|list| list.truncate(1)))),
        ),
        ("the key is not looked at", &["SDK-15"], told(|it| given(it, "get database", |value| without(value, "key")))),
        ("the group is not looked at", &["SDK-15"], told(|it| given(it, "get database", |value| without(value, "queriableValue")))),
        ("the place is not looked at", &["SDK-15"], told(|it| given(it, "get database", |value| without(value, "from")))),
        ("the number is not looked at", &["SDK-15"], told(|it| given(it, "get database", |value| without(value, "limit")))),
        ("nothing is deleted", &["SDK-15"], told(|it| given(it, "delete database", |value| *value = json!([])))),
        ("all extensions have one storage", &["SDK-15"], turn(one_for_all)),
        ("nothing is answered", &["SDK-15"], dropped(is!(Reply))),
        ("answers have no status", &["SDK-15"], answered(|answer| without(answer, "status"))),
        ("mistakes are not reported", &["SDK-15"], dropped(is!(Found))),
        ("what is refused is done, as the widget hears", &["SDK-15"], edited(never_refused)),
    ])
}

/// What is set.
fn changes() -> Vec<Mutation> {
    rows(&[
        ("what a widget wants changed is not", &["SDK-13"], dropped(is!(Begin))),
        ("what a widget changes is told to nobody", &["SDK-13"], silent()),
        (
            "a comment of a widget's is public",
            &["SDK-13"],
            told(|it| given(it, "set ticket.comment", |value| value["isPublic"] = true.into())),
        ),
        (
            "a reply of a widget's goes to who wrote",
            &["SDK-13"],
            told(|it| given(it, "set ticket.replyEditorRecipients", |value| without(value, "to"))),
        ),
        ("nobody gets a copy", &["SDK-13"], told(|it| given(it, "set ticket.replyEditorRecipients", |value| without(value, "cc")))),
        ("a param keeps its value", &["SDK-07"], told(|it| given(it, "set extension.config", |value| value["value"] = "".into()))),
        ("a param is told without its options", &["SDK-19"], answered(|it| without(&mut it["extension.config"]["data"][0], "options"))),
    ])
}

/// Nobody hears of what is begun for a widget.
fn silent() -> Make {
    turn(|host, now, input| {
        let effects = host.apply(now, input).into_iter();
        effects.filter(|effect| !matches!(effect, Effect::Deliver { event, .. } if event.starts_with("ticket"))).collect()
    })
}

fn invoked() -> Vec<Mutation> {
    rows(&[
        ("widgets route to nowhere", &["SDK-10", "Q-55"], turn(|host, now, input| skipped(host, now, input, "invoke ROUTE_TO"))),
        ("widgets route to no widget", &["SDK-10"], told(|it| given(it, "invoke ROUTE_TO", |value| without(value, "location")))),
        ("widgets have one size", &["SDK-22"], turn(|host, now, input| skipped(host, now, input, "invoke RESIZE"))),
        ("widgets hide from nobody", &["SDK-10"], turn(|host, now, input| skipped(host, now, input, "invoke HIDE"))),
        ("widgets insert nothing", &["SDK-10"], turn(|host, now, input| skipped(host, now, input, "invoke INSERT"))),
        (
            "what is inserted stands behind what was there",
            &["SDK-10"],
            told(|it| given(it, "invoke INSERT ticket.replyEditor", |value| without(value, "type"))),
        ),
        (
            "who is hidden stays hidden",
            &["SDK-10"],
            turn(|host, now, input| match input {
                Input::Pick { widget } if host.desk().widget(widget).is_some_and(|it| it.hidden) => Vec::new(),
                input => host.apply(now, input),
            }),
        ),
    ])
}

/// A call does nothing, and all seems well.
fn skipped(host: &mut dyn Model, now: Instant, input: Input, call: &str) -> Vec<Effect> {
    match &input {
        Input::Asked { widget, request, ask, .. } if ask.named().is_some_and(|(name, _)| name.starts_with(call)) => {
            vec![Effect::Reply { widget: *widget, request: *request, reply: Reply::Resolve(json!({"status": "success"})) }]
        }
        _ => host.apply(now, input),
    }
}

fn shown() -> Vec<Mutation> {
    rows(&[
        ("no popup is seen", &["SDK-15"], dropped(is!(Popup))),
        (
            "a click says the opposite",
            &["SDK-15"],
            told(|it| {
                if let Input::ClickPopup { confirms, .. } = it {
                    *confirms = !*confirms;
                }
            }),
        ),
        ("no notification is seen", &["SDK-15"], dropped(is!(Notification))),
        ("requests leave for nobody", &["SDK-15"], dropped(is!(CallService))),
        ("requests carry no body", &["SDK-15"], edited(|it| call_service(it, |call| call.body = Value::Null))),
        ("requests carry no headers", &["SDK-15"], edited(|it| call_service(it, |call| call.headers.clear()))),
        (
            "requests carry no query",
            &["SDK-15"],
            edited(|it| call_service(it, |call| call.url.truncate(call.url.find('?').unwrap_or(call.url.len())))),
        ),
        ("files are left behind", &["SDK-15"], told(|it| given(it, "request", |value| without(value, "fileObj")))),
        ("whoever asks for text gets JSON", &["SDK-15"], told(|it| given(it, "request", |value| value["responseType"] = "json".into()))),
    ])
}

fn call_service(effect: &mut Effect, edit: impl Fn(&mut ServiceCall)) {
    if let Effect::CallService { call, .. } = effect {
        edit(call);
    }
}

/// Edits what is given with a call of this name.
fn given(input: &mut Input, name: &str, edit: impl Fn(&mut Value)) {
    let Input::Asked { ask, .. } = input else { return };
    let Some((found, Some(value))) = ask.named() else { return };
    if found != name {
        return;
    }
    let mut value = value.clone();
    edit(&mut value);
    *ask = Ask::of(name, Some(value)).expect("it is a call of the SDK's");
}

fn without(value: &mut Value, key: &str) {
    value.as_object_mut().into_iter().for_each(|map| drop(map.shift_remove(key)));
}

/// Edits what promises resolve to.
fn answered(edit: fn(&mut Value)) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, input| {
            let mut effects = host.apply(now, input);
            for effect in &mut effects {
                if let Effect::Reply { reply: Reply::Resolve(answer), .. } = effect {
                    edit(answer);
                }
            }
            effects
        })
    })
}

fn never_refused(effect: &mut Effect) {
    if let Effect::Reply { reply, .. } = effect
        && matches!(reply, Reply::Reject(_))
    {
        *reply = Reply::Resolve(json!({"status": "success"}));
    }
}

/// Whoever asks for the storage is answered for the widget that was installed first.
fn one_for_all(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let first = host.desk().widgets().next().map(|(id, _)| id);
    let (Input::Asked { widget, request, ask, at }, Some(first)) = (input.clone(), first) else { return host.apply(now, input) };
    if !ask.named().is_some_and(|(name, _)| name.ends_with("database")) {
        return host.apply(now, input);
    }
    let mut effects = host.apply(now, Input::Asked { widget: first, request, ask, at });
    effects.iter_mut().for_each(|effect| back_to(effect, widget));
    effects
}

fn back_to(effect: &mut Effect, asker: WidgetId) {
    if let Effect::Reply { widget, .. } = effect {
        *widget = asker;
    }
}
