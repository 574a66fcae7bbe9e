//! The host's HTTP side: who may ask, what is filled in and added, what Desk keeps, and what it answers.

use super::broken::{Make, dropped, edited, is, told, turn};
use super::mutation::{How, Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::desk::{Desk, hashed, hmac_sha256};
use deskspec::host::{Effect, Input, Model, Request, ServiceAnswer, ServiceCall};
use serde_json::{Value, json};
use std::sync::Arc;

/// Everything that can be wrong with Desk's HTTP side.
pub(super) fn mutations() -> Vec<Mutation> {
    [who(), leaving(), kept(), answers(), shapes()].into_iter().flatten().collect()
}

fn who() -> Vec<Mutation> {
    rows(&[
        ("any HASH will do", &["REST-02"], turn(any_hash)),
        (
            "no HASH will do",
            &["REST-14", "Q-43", "REST-01"],
            told(|it| request(it, |asked| drop(asked.headers.insert("HASH".into(), "x".into())))),
        ),
        ("any securityContext will do", &["REST-03"], turn(any_context)),
        ("a securityContext in the query is not seen", &["Q-40"], told(|it| request(it, |asked| drop(asked.query.shift_remove(CONTEXT))))),
        (
            "a connectionLinkName in the query is not seen",
            &["Q-40"],
            told(|it| request(it, |asked| drop(asked.query.shift_remove(CONNECTION)))),
        ),
        (
            "an authorisation counts through invoke alone",
            &["REST-12"],
            told(|it| request(it, |asked| drop(asked.headers.shift_remove("Authorization")))),
        ),
        ("imports name no installation", &["PCB-05", "REST-15"], again(|asked| query(asked, CONTEXT))),
        ("any organisation will do", &["REST-15"], turn(any_organisation)),
        ("any method will do", &["REST-15"], again(|asked| field(asked, "requestType", |of| of == "FETCH", |_| "GET".into()))),
        ("no scope is needed", &["REST-12"], told(all_scopes)),
        ("no authorisation is needed", &["REST-12"], turn(authorised)),
        ("an installation sees another's storage", &["REST-06", "REST-13"], again(|asked| url(asked, any_installation))),
    ])
}

fn leaving() -> Vec<Mutation> {
    rows(&[
        ("nothing leaves", &["REST-01", "REST-04", "REST-05"], dropped(is!(Invoke))),
        ("params are not filled in", &["REST-04"], edited(|it| header(it, "X-Key", "{{apikey}}"))),
        ("what stands for nothing is nothing", &["REST-04"], again(|asked| url(asked, |url| url.replace("{{domian}}", "")))),
        ("params are filled in in the body", &["Q-65", "REST-04"], edited(|it| body(it, "key", "4711"))),
        ("no authorisation is added", &["REST-05"], edited(|it| header(it, "Authorization", ""))),
        (
            "an authorisation is always added",
            &["REST-05"],
            edited(|it| {
                if let Some(call) = call(it) {
                    call.headers.insert("Authorization".into(), "x".into());
                }
            }),
        ),
    ])
}

fn kept() -> Vec<Mutation> {
    rows(&[
        ("what is stored has another key", &["REST-06"], again(|asked| sent(asked, "/storage", |it| edit(it, "key", || "other".into())))),
        (
            "each object has a key of its own",
            &["Q-66"],
            again(|asked| {
                sent(asked, "/storage", |it| {
                    let key = format!("{}{}", it["key"].as_str().unwrap_or_default(), it["value"]["likes"]);
                    edit(it, "key", || key.into());
                })
            }),
        ),
        ("the group is not looked at", &["REST-06"], again(|asked| query(asked, "queriableValue"))),
        ("the number is not looked at", &["REST-06"], again(|asked| query(asked, "limit"))),
        (
            "no param is added",
            &["REST-07", "Q-45"],
            again(|asked| {
                sent(asked, "/configParams", |it| {
                    if let Some(all) = it["variables"].as_array_mut() {
                        all.retain(|variable| variable["name"] != "domain");
                    }
                })
            }),
        ),
        (
            "references are not looked at",
            &["REST-08"],
            again(|asked| sent(asked, "/extensionLogs", |it| edit(it, "reference", || "".into()))),
        ),
        (
            "the storage is at the address of the table, too",
            &["Q-13"],
            again(|asked| url(asked, |url| url.replace("/installations/", "/installedExtensions/"))),
        ),
        ("imports bring nothing", &["REST-10"], again(|asked| sent(asked, "/import", |it| *it = json!({"data": {}})))),
    ])
}

fn answers() -> Vec<Mutation> {
    rows(&[
        (
            "the status is text",
            &["Q-42", "REST-01"],
            edited(|it| {
                if let Some(answer) = response(it)
                    && answer.body.get("statusCode").is_some()
                {
                    answer.body["statusCode"] = "200".into();
                }
            }),
        ),
        ("no param is secure", &["REST-07"], edited(|it| text(it, r#""secure":true"#, r#""secure":false"#))),
        ("params have no default", &["REST-07"], edited(|it| text(it, r#""defaultValue":"minor""#, r#""defaultValue":null"#))),
        (
            "params have a default that somebody set",
            &["REST-07"],
            edited(|it| text(it, r#""defaultValue":"minor""#, r#""defaultValue":"major""#)),
        ),
        ("params have no options", &["REST-07"], edited(|it| text(it, r#""options":"[minor, major]""#, r#""options":null"#))),
        ("every param is a text", &["REST-07"], edited(|it| text(it, r#""type":"picklist""#, r#""type":"text""#))),
        ("users define no param", &["REST-07"], edited(|it| text(it, r#""userDefined":true"#, r#""userDefined":false"#))),
        ("params are told in the manifest's words", &["Q-44"], edited(|it| text(it, "defaultValue", "default"))),
        ("a log has no installation", &["Q-46"], edited(|it| text(it, r#""installationId":"26811"#, r#""installationId":""#))),
        ("agents have all permissions", &["REST-09"], edited(|it| text(it, r#""isEnabled":false"#, r#""isEnabled":true"#))),
    ])
}

/// What the catalogue has of invoke's form.
fn shapes() -> Vec<Mutation> {
    let keys = |change: fn(&mut Vec<Value>)| {
        How::Catalog(Arc::new(move |json: &mut Value| {
            let keys = json.pointer_mut("/exchanges/invoke/request/payload/keys").and_then(Value::as_array_mut);
            change(keys.expect("invoke has a form"));
        }))
    };
    let needed = keys(|keys| keys.iter_mut().for_each(|key| key["optional"] = false.into()));
    let swapped = keys(|keys| keys.swap(4, 5));
    let unknown = How::Catalog(Arc::new(|json: &mut Value| {
        for name in ["storage.add", "storage.get", "storage.delete"] {
            json["exchanges"][name]["misplaced"] = json!([]);
        }
    }));
    let mut rows = needed.rows("all fields of invoke are needed", &["Q-41", "REST-01"], &[]);
    rows.extend(unknown.rows("nobody knows the address of the table", &["Q-13"], &[]));
    rows.into_iter().chain(swapped.rows("the headers are hashed before the body", &["REST-14"], &[])).collect()
}

const CONTEXT: &str = "securityContext";
const CONNECTION: &str = "connectionLinkName";

fn request(input: &mut Input, change: fn(&mut Request)) {
    if let Input::Called { request, .. } = input {
        change(request);
    }
}

/// An invoke call whose HASH is good is another one, and its HASH is good again.
fn again(change: fn(&mut Request)) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, mut input| {
            if let Input::Called { request, .. } = &mut input
                && hash(host.desk(), request).as_deref() == request.header("HASH")
            {
                change(request);
                let made = hash(host.desk(), request);
                request.headers.extend(made.map(|made| ("HASH".to_owned(), made.into())));
            }
            host.apply(now, input)
        })
    })
}

fn hash(desk: &Desk, request: &Request) -> Option<String> {
    let fields = request.body.as_object()?;
    let context = fields.get(CONTEXT)?.as_str()?;
    let secret = desk.installation(desk.extension_of(context)?)?.declared.manifest.get("secret")?.as_str()?;
    Some(hmac_sha256(secret.as_bytes(), &hashed(desk.catalog(), fields)))
}

fn any_hash(host: &mut dyn Model, now: Instant, mut input: Input) -> Vec<Effect> {
    if let Input::Called { request, .. } = &mut input {
        let made = hash(host.desk(), request);
        request.headers.extend(made.map(|made| ("HASH".to_owned(), made.into())));
    }
    host.apply(now, input)
}

fn any_context(host: &mut dyn Model, now: Instant, mut input: Input) -> Vec<Effect> {
    let known = host.desk().installation("chat").map(|installation| installation.security_context.clone());
    if let Input::Called { request, .. } = &mut input {
        edit(&mut request.body, CONTEXT, || known.unwrap_or_default().into());
    }
    host.apply(now, input)
}

fn any_organisation(host: &mut dyn Model, now: Instant, mut input: Input) -> Vec<Effect> {
    let known = host.desk().portal().org_id.to_string();
    if let Input::Called { request, .. } = &mut input {
        request.query.insert("orgId".into(), known.into());
    }
    host.apply(now, input)
}

fn all_scopes(input: &mut Input) {
    if let Input::Declare { declared, .. } = input
        && let Some(connectors) = declared.manifest.get_mut("connectors").and_then(Value::as_array_mut)
    {
        connectors.iter_mut().for_each(|it| it["scope"] = json!(["Desk.extensions.ALL"]));
    }
}

/// Whoever asks without an authorisation is taken for somebody who has one.
fn authorised(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let connectors = json!([{"connectionLinkName": "any", "scope": ["Desk.extensions.ALL"]}]);
    let Input::Called { call, mut request } = input else { return host.apply(now, input) };
    if request.body.get("connectionLinkName").is_none() && request.body.get("requestURL").is_some() {
        let declared = deskspec::host::desk::Declared {
            manifest: serde_json::Map::from_iter([("connectors".to_owned(), connectors)]),
            ..Default::default()
        };
        host.apply(now, Input::Declare { extension: "chat".into(), declared });
        request.body["connectionLinkName"] = "any".into();
        let made = hash(host.desk(), &request);
        request.headers.extend(made.map(|made| ("HASH".to_owned(), made.into())));
    }
    host.apply(now, Input::Called { call, request })
}

fn any_installation(url: &str) -> String {
    let (own, other) = ("26811000000800001", "26811000000800003");
    url.replace(own, "{{installationId}}").replace(other, "{{installationId}}")
}

fn edit(value: &mut Value, key: &str, to: impl FnOnce() -> Value) {
    if let Some(known) = value.get_mut(key) {
        *known = to();
    }
}

fn field(asked: &mut Request, name: &str, which: fn(&str) -> bool, to: impl Fn(&str) -> String) {
    if let Some(value) = asked.body.get_mut(name)
        && let Some(text) = value.as_str().filter(|text| which(text))
    {
        *value = to(text).into();
    }
}

fn url(asked: &mut Request, to: fn(&str) -> String) {
    field(asked, "requestURL", |_| true, to);
}

/// What is sent in the body to one of Desk's own addresses is something else.
fn sent(asked: &mut Request, address: &str, change: fn(&mut Value)) {
    if asked.body.get("requestURL").and_then(Value::as_str).is_some_and(|url| url.ends_with(address)) {
        field(
            asked,
            "postBody",
            |_| true,
            |text| {
                let mut value = serde_json::from_str(text).unwrap_or_default();
                change(&mut value);
                value.to_string()
            },
        );
    }
}

fn query(asked: &mut Request, without: &str) {
    field(
        asked,
        "queryParams",
        |_| true,
        |text| {
            let mut value: Value = serde_json::from_str(text).unwrap_or_default();
            if let Some(known) = value.as_object_mut() {
                known.shift_remove(without);
            }
            value.to_string()
        },
    );
}

fn call(effect: &mut Effect) -> Option<&mut ServiceCall> {
    if let Effect::Invoke { request, .. } = effect { Some(request) } else { None }
}

fn header(effect: &mut Effect, name: &str, to: &str) {
    if let Some(value) = call(effect).and_then(|call| call.headers.get_mut(name)) {
        *value = to.into();
    }
}

fn body(effect: &mut Effect, name: &str, to: &str) {
    if let Some(call) = call(effect) {
        edit(&mut call.body, name, || to.into());
    }
}

fn response(effect: &mut Effect) -> Option<&mut ServiceAnswer> {
    if let Effect::Responded { response, .. } = effect { Some(response) } else { None }
}

/// What invoke passes on says something else.
fn text(effect: &mut Effect, from: &str, to: &str) {
    if let Some(value) = response(effect).and_then(|answer| answer.body.get_mut("response"))
        && let Some(known) = value.as_str()
    {
        *value = known.replace(from, to).into();
    }
}
