//! The life of an installation: what its server is told, and what it brings into the portal.

use super::broken::{doubled, dropped, edited, followed, told, turn, with};
use super::mutation::{How, Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::desk::{Action, AuthoriseDesk, Declared, InstallExtension, SetPermission, UninstallExtension};
use deskspec::host::{ActionId, CalledId, Effect, Input, Model, Request};
use serde_json::{Map, Value};
use std::sync::Arc;

/// Everything that can be wrong with these.
pub(super) fn mutations() -> Vec<Mutation> {
    [callbacks(), triggers(), fields(), webhooks(), permissions()].into_iter().flatten().collect()
}

const CALLBACKS: [&str; 8] =
    ["onInstall", "onZohoAuthorise", "onTPAAuthorise", "onTPARevoke", "onUpdate", "onConfigParamAdd", "onConfigParamDelete", "onUninstall"];

/// An action of nobody's: it is no scenario's.
const NOBODYS: ActionId = ActionId(9_999);

fn callbacks() -> Vec<Mutation> {
    rows(&[
        ("no callback is called", &["PCB-01", "PCB-02", "PCB-03", "PCB-04", "PCB-05", "REST-11"], dropped(is_callback)),
        ("what brings a channel is installed unheard", &["PCB-01"], turn(installed_unheard)),
        ("every callback is called twice", &["PCB-01", "PCB-02", "PCB-04"], doubled(is_callback)),
        ("onInstall comes late", &["PCB-02"], with(installed_last)),
        ("callbacks are called that are not declared", &["PCB-02"], told(all_declared)),
        ("callbacks carry secrets", &["PCB-01", "PCB-02"], followed(with_secrets)),
        ("callbacks stand for nobody", &["PCB-05"], edited(|it| body(it, "callback", |body| body["securityContext"] = "x".into()))),
        ("callbacks name another organisation", &["PCB-05"], edited(|it| body(it, "callback", |body| body["orgId"] = 6.into()))),
        (
            "callbacks name the organisation as text",
            &["PCB-01", "PCB-05"],
            edited(|it| body(it, "callback", |body| body["orgId"] = "6".into())),
        ),
        ("a callback that fails takes its extension with it", &["PCB-03"], followed(uninstalled_with_it)),
        (
            "nobody is too late for a callback",
            &["PCB-03"],
            dropped(|it| matches!(it, Effect::WakeAt { wake: deskspec::host::Wake::ExchangeDeadline(_), .. })),
        ),
        ("callbacks are signed with nothing", &["REST-11"], told(|it| declared(it, |manifest, _| drop(manifest.remove("secret"))))),
        ("callbacks are not signed", &["REST-11"], edited(|it| headers(it, "callback", Map::clear))),
        ("pulls are signed", &["REST-11"], edited(|it| headers(it, "channel.pull", sign))),
        ("webhooks are signed", &["REST-11"], edited(|it| headers(it, "webhook", sign))),
    ])
}

fn triggers() -> Vec<Mutation> {
    let lost = |event: &'static str| {
        let name = format!("callback.{event}");
        let lost: super::broken::Make = Arc::new(move || {
            let name = name.clone();
            Box::new(move |host, now, input| host.apply(now, input).into_iter().filter(|it| exchange(it) != name).collect())
        });
        How::Host(lost).rows(&format!("{event} is never called"), &["PCB-04"], &[event])
    };
    let mut all: Vec<_> = CALLBACKS.into_iter().flat_map(lost).collect();
    all.extend(rows(&[
        (
            "an extension that is uninstalled stays",
            &["PCB-04", "RES-02", "RES-03", "RES-05"],
            turn(|host, now, input| match act(&input) {
                Some(Action::UninstallExtension(_)) => Vec::new(),
                _ => host.apply(now, input),
            }),
        ),
        ("a storage outlives its installation", &["PCB-04"], with(kept_storage)),
        ("a securityContext outlives its installation", &["PCB-04", "REST-03"], turn(departed_context)),
        (
            "an update brings nothing new",
            &["PCB-04"],
            told(|input| {
                if let Input::Act { what: Action::UpdateExtension(update), .. } = input {
                    update.version = None;
                }
            }),
        ),
    ]));
    all
}

fn fields() -> Vec<Mutation> {
    let mut all = rows(&[
        ("fields have no names", &["RES-01", "RES-02"], told(|it| declared(it, |_, resources| unnamed(resources)))),
        ("no field comes", &["RES-01", "RES-02"], told(|it| declared(it, |_, resources| drop(resources.remove("fields"))))),
        (
            "each installation has fields of its own",
            &["RES-02"],
            told(|input| {
                if let Some((extension, declared)) = said(input) {
                    declared.package = extension.to_owned();
                }
            }),
        ),
        (
            "fields are in every layout",
            &["RES-02"],
            turn(|host, now, input| match act(&input) {
                Some(Action::ChooseDepartment(_)) => Vec::new(),
                _ => host.apply(now, input),
            }),
        ),
    ]);
    let nine = How::Catalog(Arc::new(|json: &mut Value| json["limits"]["resource.fields"]["value"] = 9.into()));
    all.extend(nine.rows("nine fields are allowed", &["RES-02"], &["ten-fields"]));
    all
}

fn webhooks() -> Vec<Mutation> {
    let mut all = rows(&[
        ("no webhook is called", &["RES-03", "RES-04", "RES-07", "LOC-10", "REST-11"], dropped(|it| exchange(it) == "webhook")),
        ("webhooks are called twice", &["RES-03", "RES-04"], doubled(|it| exchange(it) == "webhook")),
        ("a webhook is there without an authorisation", &["RES-03", "LOC-10"], turn(authorised_at_once)),
        (
            "no webhook is ever there",
            &["RES-03", "LOC-10"],
            turn(|host, now, input| match act(&input) {
                Some(Action::AuthoriseDesk(_)) => Vec::new(),
                _ => host.apply(now, input),
            }),
        ),
        (
            "webhooks do not say whose they are",
            &["RES-04"],
            edited(|effect| {
                if let Effect::CallEndpoint { exchange, request, .. } = effect
                    && exchange == "webhook"
                {
                    request.query.clear();
                }
            }),
        ),
        (
            "webhooks tell of every department",
            &["RES-04"],
            turn(|host, now, input| match act(&input) {
                Some(Action::ChooseDepartment(_)) => Vec::new(),
                _ => host.apply(now, input),
            }),
        ),
        (
            "webhooks tell of what is ignored",
            &["RES-04"],
            turn(|host, now, input| match &input {
                Input::SetClient { .. } => Vec::new(),
                _ => host.apply(now, input),
            }),
        ),
        (
            "webhooks never tell what was",
            &["RES-04"],
            edited(|it| body(it, "webhook", |body| drop(body[0].as_object_mut().expect("an event").remove("prevState")))),
        ),
        ("webhooks always tell what was", &["RES-04"], told(|it| declared(it, |_, resources| subscribed(resources, true)))),
        ("webhooks are subscribed to everything", &["RES-04"], told(|it| declared(it, |_, resources| subscribed(resources, false)))),
        (
            "webhooks do not tell what comes through a channel",
            &["RES-04"],
            turn(|host, now, input| {
                let of_channel = matches!(input, Input::EndpointAnswered { .. });
                host.apply(now, input).into_iter().filter(|it| !of_channel || exchange(it) != "webhook").collect()
            }),
        ),
        ("a user has a webhook go elsewhere", &["RES-07"], turn(elsewhere)),
        ("what one installation may, all may", &["LOC-10"], turn(authorised_for_all)),
    ]);
    for event in ["Ticket_Add", "Ticket_Update", "Ticket_Thread_Add", "Ticket_Comment_Add", "Ticket_Comment_Update"] {
        let lost: super::broken::Make = Arc::new(move || {
            let tells = move |it: &Effect| matches!(it, Effect::CallEndpoint { request, .. } if request.body.pointer("/0/eventType").is_some_and(|it| it == event));
            Box::new(move |host, now, input| host.apply(now, input).into_iter().filter(|it| !tells(it)).collect())
        });
        all.extend(How::Host(lost).rows(&format!("{event} is never told"), &["RES-04"], &[event]));
    }
    all
}

fn permissions() -> Vec<Mutation> {
    let set = |change: fn(&mut SetPermission)| {
        Arc::new(move || -> super::broken::Change {
            Box::new(move |host, now, mut input| {
                if let Input::Act { what: Action::SetPermission(set), .. } = &mut input {
                    change(set);
                }
                host.apply(now, input)
            })
        }) as super::broken::Make
    };
    rows(&[
        ("every permission is there at first", &["RES-05"], told(|it| declared(it, |_, resources| begun(resources, true)))),
        ("no permission is there at first", &["RES-05"], told(|it| declared(it, |_, resources| begun(resources, false)))),
        ("everybody sets permissions", &["RES-05"], set(|it| it.by_agent = false)),
        ("nobody sets permissions", &["RES-05"], set(|it| it.permission.clear())),
        ("permissions are the usual profile's alone", &["RES-05"], set(|it| it.profile = "Agent".into())),
        ("a permission is set for all installations", &["LOC-10", "RES-05"], turn(permitted_for_all)),
    ])
}

fn exchange(effect: &Effect) -> &str {
    if let Effect::CallEndpoint { exchange, .. } = effect { exchange } else { "" }
}

fn is_callback(effect: &Effect) -> bool {
    exchange(effect).starts_with("callback.")
}

fn act(input: &Input) -> Option<&Action> {
    if let Input::Act { what, .. } = input { Some(what) } else { None }
}

fn body(effect: &mut Effect, of: &str, change: fn(&mut Value)) {
    if let Effect::CallEndpoint { exchange, request, .. } = effect
        && exchange.starts_with(of)
    {
        change(&mut request.body);
    }
}

fn headers(effect: &mut Effect, of: &str, change: fn(&mut Map<String, Value>)) {
    if let Effect::CallEndpoint { exchange, request, .. } = effect
        && exchange.starts_with(of)
    {
        change(&mut request.headers);
    }
}

fn sign(headers: &mut Map<String, Value>) {
    headers.insert("HASH".into(), "0".into());
}

fn declared(input: &mut Input, change: fn(&mut Map<String, Value>, &mut Map<String, Value>)) {
    if let Some((_, declared)) = said(input) {
        change(&mut declared.manifest, &mut declared.resources);
    }
}

/// What an extension says of itself, before it is installed or with that.
fn said(input: &mut Input) -> Option<(&str, &mut Declared)> {
    match input {
        Input::Declare { extension, declared } => Some((extension, declared)),
        Input::Act { what: Action::InstallExtension(InstallExtension { extension, brings: Some((declared, _)) }), .. } => {
            Some((extension, declared))
        }
        _ => None,
    }
}

fn installed_unheard(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if let Some(Action::InstallExtension(InstallExtension { extension, brings: Some((declared, _)) })) = act(&input) {
        host.apply(now, Input::Declare { extension: extension.clone(), declared: declared.clone() });
    }
    host.apply(now, input)
}

fn all_declared(input: &mut Input) {
    declared(input, |manifest, _| {
        let Some(listener) = manifest.get_mut("callbackListener").and_then(Value::as_object_mut) else { return };
        for event in CALLBACKS {
            listener.entry(event).or_insert("https://crm.example/all".into());
        }
    });
}

fn unnamed(resources: &mut Map<String, Value>) {
    let fields = resources.get_mut("fields").and_then(Value::as_array_mut);
    fields.into_iter().flatten().for_each(|field| field["resourceName"] = "".into());
}

fn subscribed(resources: &mut Map<String, Value>, with_previous: bool) {
    let Some(subscriptions) = resources.get_mut("webhook").and_then(|it| it["subscriptions"].as_object_mut()) else { return };
    if with_previous {
        subscriptions.values_mut().for_each(|options| *options = serde_json::json!({"includePrevState": true}));
    } else {
        subscriptions.entry("Ticket_Comment_Add").or_insert(Value::Null);
    }
}

fn begun(resources: &mut Map<String, Value>, state: bool) {
    let permissions = resources.get_mut("permissions").and_then(Value::as_array_mut);
    permissions.into_iter().flatten().for_each(|permission| permission["defaultState"] = state.into());
}

/// The same callback again, with what was set last in it.
fn with_secrets(host: &mut dyn Model, _: Instant, effects: &[Effect]) -> Vec<Effect> {
    let of = |it: &Effect| match it {
        Effect::CallEndpoint { call, extension, exchange, request } if is_callback(it) => {
            let params = host.desk().installation(extension).map(|it| it.params.clone()).unwrap_or_default();
            let secrets: Vec<_> = params.into_iter().filter_map(|param| param.value).collect();
            let mut request = request.clone();
            request.body["params"] = secrets.into();
            Some(Effect::CallEndpoint { call: *call, extension: extension.clone(), exchange: exchange.clone(), request })
        }
        _ => None,
    };
    effects.iter().filter_map(of).collect()
}

fn uninstalled_with_it(host: &mut dyn Model, now: Instant, effects: &[Effect]) -> Vec<Effect> {
    let failed = |it: &Effect| matches!(it, Effect::Exchanged { exchange, failed: Some(_), .. } if exchange.starts_with("callback."));
    if !effects.iter().any(failed) {
        return Vec::new();
    }
    let names: Vec<_> = host.desk().installed_extensions().map(str::to_owned).collect();
    let gone = |extension: String| Input::Act { action: NOBODYS, what: UninstallExtension { extension }.into() };
    names.into_iter().flat_map(|name| host.apply(now, gone(name))).collect()
}

fn authorise(host: &mut dyn Model, now: Instant, extension: &str) -> Vec<Effect> {
    host.apply(now, Input::Act { action: NOBODYS, what: AuthoriseDesk { extension: extension.to_owned() }.into() })
}

fn authorised_at_once(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let installed = if let Input::Install { widget, .. } = &input { Some(widget.extension.clone()) } else { None };
    let mut effects = host.apply(now, input);
    effects.extend(installed.into_iter().flat_map(|extension| authorise(host, now, &extension)));
    effects
}

fn authorised_for_all(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let all = matches!(act(&input), Some(Action::AuthoriseDesk(_)));
    let mut effects = host.apply(now, input);
    let names: Vec<_> = host.desk().installed_extensions().filter(|_| all).map(str::to_owned).collect();
    effects.extend(names.into_iter().flat_map(|name| authorise(host, now, &name)));
    effects
}

fn elsewhere(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if let Some(Action::ChangeWebhook(change)) = act(&input) {
        let resources = Map::from_iter([("webhook".to_owned(), serde_json::json!({"url": change.url}))]);
        let declared = deskspec::host::desk::Declared { resources, ..Default::default() };
        host.apply(now, Input::Declare { extension: change.extension.clone(), declared });
    }
    host.apply(now, input)
}

fn permitted_for_all(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if let Some(Action::SetPermission(set)) = act(&input) {
        let names: Vec<_> = host.desk().installed_extensions().map(str::to_owned).collect();
        for extension in names {
            host.apply(now, Input::Act { action: NOBODYS, what: SetPermission { extension, ..set.clone() }.into() });
        }
    }
    host.apply(now, input)
}

/// Whoever is installed again has what was stored before.
fn kept_storage(kept: &mut Vec<(String, Value)>, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if let Some(Action::UninstallExtension(gone)) = act(&input) {
        let storage = host.desk().installation(&gone.extension).map(|it| it.storage.clone()).unwrap_or_default();
        kept.extend(storage.iter().map(|object| (gone.extension.clone(), object.told())));
    }
    let installed = if let Some(Action::InstallExtension(new)) = act(&input) { new.extension.clone() } else { String::new() };
    let effects = host.apply(now, input);
    for (_, object) in kept.iter().filter(|(of, _)| *of == installed) {
        let stored = storing(host, &installed, object.clone());
        host.apply(now, Input::Called { call: CalledId(9_999), request: stored });
    }
    effects
}

/// A good call that stores an object.
fn storing(host: &dyn Model, extension: &str, object: Value) -> Request {
    let desk = host.desk();
    let id = desk.installation(extension).map(|it| it.id.clone()).unwrap_or_default();
    let connection = desk.connection_with(extension, "Desk.extensions.CREATE").unwrap_or_default();
    let headers = [("orgId", desk.portal().org_id.to_string()), ("Authorization", desk.authorisation(extension, connection))];
    Request {
        method: "POST".into(),
        url: format!("/api/v1/installedExtensions/{id}/storage"),
        headers: headers.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect(),
        body: object,
        ..Request::default()
    }
}

/// Who names an installation that is gone is taken for one that is there.
fn departed_context(host: &mut dyn Model, now: Instant, mut input: Input) -> Vec<Effect> {
    if let Input::Called { request, .. } = &mut input
        && let Some(context) = request.body.get("securityContext").and_then(Value::as_str)
    {
        let desk = host.desk();
        let gone = desk.extension_of(context).is_none() && desk.security_contexts().any(|known| known == context);
        let other = desk.installed_extensions().find_map(|name| Some(desk.installation(name)?.security_context.clone()));
        if let Some(other) = other.filter(|_| gone) {
            request.body["securityContext"] = other.into();
        }
    }
    host.apply(now, input)
}

/// onInstall is called after the next callback.
fn installed_last(held: &mut Vec<Effect>, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let (late, mut effects): (Vec<_>, Vec<_>) = host.apply(now, input).into_iter().partition(|it| exchange(it) == "callback.onInstall");
    held.extend(late);
    if effects.iter().any(is_callback) {
        effects.append(held);
    }
    effects
}
