//! What widgets have done with the client SDK.

use super::broken::{Make, dropped, edited, is, told, turn};
use super::mutation::{How, Mutation, rows};
use deskspec::catalog::{Call, Catalog};
use deskspec::clock::Instant;
use deskspec::extension::Ask;
use deskspec::host::{Effect, Input, Model, Reply, WidgetId};
use serde_json::{Value, json};
use std::sync::Arc;

/// Everything that can be wrong with that.
pub(super) fn mutations() -> Vec<Mutation> {
    let catalog = Catalog::documented();
    let played = catalog.calls().filter(|call| call.played);
    played.flat_map(data).chain(storage()).collect()
}

fn edit(call: &str, change: impl Fn(&mut Value) + Send + Sync + 'static) -> How {
    let pointer = format!("/calls/{call}");
    How::Catalog(Arc::new(move |json| change(json.pointer_mut(&pointer).expect("the catalogue has this call"))))
}

/// One datum of a call at a time.
fn data(call: &Call) -> Vec<Mutation> {
    let (name, rules, words) = (call.name.as_str(), [call.rule.as_str()], [call.name.as_str()]);
    let (old, new) = (name.to_owned(), format!("{name}d"));
    let renamed = How::Catalog(Arc::new(move |json: &mut Value| {
        let table = json["calls"].as_object_mut().expect("a table");
        let mut entry = table.shift_remove(&old).expect("the catalogue has this call");
        entry["name"] = new.clone().into();
        table.insert(new.clone(), entry);
    }));
    let mut all = renamed.rows(&format!("{name} is called {name}d"), &rules, &words);
    all.extend(edit(name, |it| it["played"] = false.into()).rows(&format!("{name} is not played"), &rules, &words));
    for key in call.value.iter().flat_map(|value| &value.keys).map(|key| key.key.clone()).filter(|key| !key.contains("${")) {
        let label = format!("{name} takes {key}s in the place of {key}");
        let other = edit(name, move |it| {
            let keys = it["value"]["keys"].as_array_mut().expect("keys");
            keys.iter_mut().filter(|it| it["key"] == *key).for_each(|it| it["key"] = format!("{key}s").into());
        });
        all.extend(other.rows(&label, &rules, &words));
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
