//! Where a manifest and a resources.json break the rules of what they declare (P, "Including Zoho Desk Resources"; RES-01 … RES-06).

use super::super::Declared;
use crate::catalog::{Catalog, Payload, Violation, violations};
use crate::compare::{Path, Segment};
use serde_json::Value;
use std::collections::BTreeSet;

/// What a webhook's extension must be allowed to (P, "How to handle Authorisation").
const SCOPE: &str = "Desk.events.ALL";

/// One thing that an extension declares and must not, or must and does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misdeclared {
    /// Whether it stands in the manifest; else in resources.json.
    pub in_manifest: bool,
    /// Where in that file.
    pub path: Path,
    /// The rule's ID.
    pub rule: String,
    /// A lowercase fragment.
    pub text: String,
    /// The edit that mends it.
    pub edit: String,
}

/// Everything that breaks a rule, in the order of the rules.
#[must_use]
pub fn misdeclared(declared: &Declared, catalog: &Catalog) -> Vec<Misdeclared> {
    let mut found = Found(Vec::new());
    found.names(declared);
    found.fields(declared, catalog);
    found.webhook(declared, catalog);
    found.permissions(declared, catalog);
    found.shapes(declared, catalog);
    found.0
}

fn list<'a>(declared: &'a Declared, key: &str) -> &'a [Value] {
    declared.resources.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
}

struct Found(Vec<Misdeclared>);

impl Found {
    fn add(&mut self, rule: &str, path: &[Segment], text: impl Into<String>, edit: impl Into<String>) {
        let path = Path::new(path.to_vec());
        self.0.push(Misdeclared { in_manifest: false, path, rule: rule.to_owned(), text: text.into(), edit: edit.into() });
    }

    /// Names of fields and of the webhook (RES-01).
    fn names(&mut self, declared: &Declared) {
        let fields = list(declared, "fields").iter().enumerate();
        let fields =
            fields.map(|(at, field)| (format!("field {}", at + 1), vec![Segment::Key("fields".into()), Segment::Index(at)], field));
        let webhook = declared.resources.get("webhook").map(|it| ("the webhook".to_owned(), vec![Segment::Key("webhook".into())], it));
        let mut known = BTreeSet::new();
        for (what, path, resource) in fields.chain(webhook) {
            match text(resource, "resourceName") {
                None => {
                    let path = [path.as_slice(), &[Segment::Key("resourceName".into())]].concat();
                    self.add("RES-01", &path, format!("{what} has no \"resourceName\""), "add \"resourceName\": \"…\", a name of its own")
                }
                Some(name) if !known.insert(name) => {
                    let path = [path.as_slice(), &[Segment::Key("resourceName".into())]].concat();
                    let text = format!("{what} has the resourceName \"{name}\" of another resource");
                    self.add("RES-01", &path, text, "write a name that no other resource of the extension has");
                }
                Some(_) => {}
            }
        }
    }

    fn fields(&mut self, declared: &Declared, catalog: &Catalog) {
        let fields = list(declared, "fields");
        let most = catalog.limit("resource.fields").map_or(u64::MAX, |limit| limit.value);
        if let Some(first) = usize::try_from(most).ok().filter(|most| fields.len() > *most) {
            let text = format!("the extension brings {} fields, and {most} at most are allowed", fields.len());
            self.add("RES-02", &[Segment::Key("fields".into()), Segment::Index(first)], text, "leave out this field and those behind it");
        }
        for (at, _) in fields.iter().enumerate().filter(|(_, field)| field.get("layoutId").is_some()) {
            let path = [Segment::Key("fields".into()), Segment::Index(at), Segment::Key("layoutId".into())];
            let text = format!("field {} has a \"layoutId\": the layout is the default one of the departments", at + 1);
            self.add("RES-02", &path, text, "delete \"layoutId\"");
        }
    }

    fn webhook(&mut self, declared: &Declared, catalog: &Catalog) {
        let Some(webhook) = declared.resources.get("webhook") else { return };
        let at = |key: &str| [Segment::Key("webhook".into()), Segment::Key(key.into())];
        for (key, like) in [("url", "https://…"), ("name", "…"), ("ignoreSourceId", "2df92c1a-973a-48f5-95b7-5792c68b9c36")] {
            if text(webhook, key).is_none() {
                self.add("RES-03", &at(key), format!("the webhook has no \"{key}\""), format!("add \"{key}\": \"{like}\""));
            }
        }
        if text(webhook, "ignoreSourceId").is_some_and(|id| !is_uuid(id)) {
            let edit = "write one such as \"2df92c1a-973a-48f5-95b7-5792c68b9c36\"";
            self.add("RES-03", &at("ignoreSourceId"), "the webhook's \"ignoreSourceId\" is no UUID", edit);
        }
        self.subscriptions(webhook, catalog);
        let authorisation = declared.manifest.get("zohoAuthorisation");
        let scopes = authorisation.and_then(|it| it.get("scope")).and_then(Value::as_array);
        if !scopes.into_iter().flatten().any(|scope| scope.as_str() == Some(SCOPE)) {
            self.0.push(Misdeclared {
                in_manifest: true,
                path: Path::new(vec![Segment::Key("zohoAuthorisation".into()), Segment::Key("scope".into())]),
                rule: "RES-03".into(),
                text: format!("a webhook needs the scope {SCOPE}"),
                edit: format!("add \"{SCOPE}\" to \"scope\" in \"zohoAuthorisation\" of plugin-manifest.json"),
            });
        }
    }

    /// What may be subscribed to, the exchange says (RES-04).
    fn subscriptions(&mut self, webhook: &Value, catalog: &Catalog) {
        let path = [Segment::Key("webhook".into()), Segment::Key("subscriptions".into())];
        let Some(subscriptions) = webhook.get("subscriptions").and_then(Value::as_object) else {
            return self.add("RES-03", &path, "the webhook has no \"subscriptions\"", "add \"subscriptions\": {\"Ticket_Add\": null}");
        };
        let shape = catalog.exchange("webhook").and_then(|it| it.request.as_ref()?.payload.items.as_deref());
        let events: Vec<&str> =
            shape.and_then(|shape| key_of(shape, "eventType")).into_iter().flat_map(|key| &key.values).map(String::as_str).collect();
        for (event, options) in subscriptions {
            let path = [path.as_slice(), &[Segment::Key(event.clone())]].concat();
            if !events.contains(&event.as_str()) {
                let edit = format!("write one of {}", events.join(", "));
                self.add("RES-04", &path, format!("no webhook can subscribe to \"{event}\""), edit);
            } else if !options.is_null() && !options.is_object() {
                self.add("RES-04", &path, format!("the options of \"{event}\" are no object"), format!("write \"{event}\": null"));
            }
        }
    }

    fn permissions(&mut self, declared: &Declared, catalog: &Catalog) {
        let mut known = BTreeSet::new();
        for (at, permission) in list(declared, "permissions").iter().enumerate() {
            let number = at + 1;
            let at = |key: &str| [Segment::Key("permissions".into()), Segment::Index(at), Segment::Key(key.into())];
            match text(permission, "apiName") {
                Some(name) if !is_api_name(name, catalog) => {
                    let text =
                        format!("the apiName \"{name}\" of permission {number} has other signs than letters, digits and underscores");
                    self.add("RES-05", &at("apiName"), text, "write a name such as \"createResolution\"");
                }
                Some(name) if !known.insert(name) => {
                    let text = format!("permission {number} has the apiName \"{name}\" of another permission");
                    self.add("RES-05", &at("apiName"), text, "write a name that no other permission of the extension has");
                }
                Some(_) => {}
                None => self.add("RES-05", &at("apiName"), format!("permission {number} has no \"apiName\""), "add \"apiName\": \"…\""),
            }
            match text(permission, "displayName") {
                None => {
                    let text = format!("permission {number} has no \"displayName\"");
                    self.add("RES-05", &at("displayName"), text, "add \"displayName\": \"…\"");
                }
                // The sample's own has blanks.
                Some(name) if !name.chars().all(|c| c.is_alphanumeric() || c == ' ') => {
                    let text = format!("the displayName \"{name}\" of permission {number} is not alphanumeric");
                    self.add("RES-05", &at("displayName"), text, "write letters, digits and blanks alone");
                }
                Some(_) => {}
            }
            if !permission.get("defaultState").is_some_and(Value::is_boolean) {
                let text = format!("the defaultState of permission {number} is neither true nor false");
                self.add("RES-05", &at("defaultState"), text, "write \"defaultState\": true, or false, without quotes");
            }
        }
    }

    /// Whatever the catalogue has a shape of: a channel's configuration (RES-06).
    fn shapes(&mut self, declared: &Declared, catalog: &Catalog) {
        for (rule, shape) in catalog.rules().filter_map(|rule| Some((rule, rule.declares.as_ref()?))) {
            let Some(value) = declared.resources.get(&shape.key) else { continue };
            for Violation { path, text } in catalog.violations(shape, value) {
                let text = format!("{}{}: {text}", shape.key, path.trim_start_matches('$'));
                let inside: Path = path.parse().unwrap_or_default();
                let path = [&[Segment::Key(shape.key.clone())], inside.segments()].concat();
                self.add(&rule.id, &path, text, format!("write what `deskspec explain {}` says of it", rule.id));
            }
        }
    }
}

/// As the call that reads permissions has it.
fn is_api_name(name: &str, catalog: &Catalog) -> bool {
    let data = catalog.exchange("myCustomPermissions.get").and_then(|it| it.response.as_ref()?.payload.keys.first());
    let shape = data.and_then(|data| key_of(data.items.as_deref()?, "apiName"));
    shape.is_none_or(|key| violations(key, &name.into()).is_empty())
}

fn key_of<'a>(shape: &'a Payload, name: &str) -> Option<&'a Payload> {
    shape.keys.iter().find(|key| key.key == name)
}

fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [8, 4, 4, 4, 12] && parts.iter().all(|part| part.chars().all(|c| c.is_ascii_hexdigit()))
}
