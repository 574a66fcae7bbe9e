//! JSON Schemas (2020-12) for editors, of the catalogue's own shapes.

use super::documents::{callbacks, manifest};
use crate::catalog::{Catalog, Entry, Payload, Platform, Type};
use serde_json::{Map, Value, json};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of plugin-manifest.json.
#[must_use]
pub fn manifest_schema(catalog: &Catalog) -> Value {
    let mut schema = catalog.rule(manifest::SHAPE).and_then(|rule| rule.declares.as_ref()).map_or_else(|| json!({}), |it| of(it, catalog));
    let names: Vec<&str> =
        catalog.locations().filter(|it| Entry::Location(it).platform() == Platform::Desk).map(|it| it.name.as_str()).collect();
    if let Some(location) = schema.pointer_mut("/properties/modules/properties/widgets/items/properties/location") {
        location["enum"] = json!(names);
    }
    if let Some(listener) = schema.pointer_mut("/properties/callbackListener") {
        let url = json!({"type": "string", "pattern": "^https?://"});
        let known: Map<String, Value> = callbacks::names(catalog).into_iter().map(|name| (name.to_owned(), url.clone())).collect();
        listener["properties"] = Value::Object(known);
        listener["additionalProperties"] = json!(false);
    }
    titled(schema, "plugin-manifest.json of a Zoho Desk extension")
}

/// The schema of resources.json.
#[must_use]
pub fn resources_schema(catalog: &Catalog) -> Value {
    let name = json!({"type": "string", "minLength": 1, "description": "a name that no other resource of the extension has"});
    let text = json!({"type": "string", "minLength": 1});
    let channel = catalog.rule("RES-06").and_then(|rule| rule.declares.as_ref()).map_or_else(|| json!({}), |it| of(it, catalog));
    let subscriptions: Map<String, Value> =
        webhook_events(catalog).into_iter().map(|event| (event, json!({"type": ["object", "null"]}))).collect();
    let mut fields = json!({"type": "array", "minItems": 1, "items": {
        "type": "object", "required": ["resourceName"], "properties": {"resourceName": name, "layoutId": false}}});
    if let Some(most) = catalog.limit("resource.fields") {
        fields["maxItems"] = json!(most.value);
    }
    let schema = json!({
        "type": "object",
        "properties": {
            "channel": channel,
            "fields": fields,
            "webhook": {
                "type": "object",
                "required": ["resourceName", "url", "name", "subscriptions", "ignoreSourceId"],
                "properties": {
                    "resourceName": name, "name": text,
                    "url": {"type": "string", "pattern": "^https?://"},
                    "subscriptions": {"type": "object", "properties": subscriptions, "additionalProperties": false},
                    "ignoreSourceId": {"type": "string", "pattern": "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"},
                },
            },
            "permissions": {"type": "array", "minItems": 1, "items": {
                "type": "object",
                "required": ["apiName", "displayName", "description", "defaultState"],
                "properties": {
                    "apiName": {"type": "string", "pattern": "^[A-Za-z0-9_]+$"},
                    "displayName": text, "description": text, "defaultState": {"type": "boolean"},
                },
            }},
        },
    });
    titled(schema, "resources.json of a Zoho Desk extension")
}

/// The schema of fixtures: any of the documented payloads, in which a marker may stand for a value; what services answer is anything.
#[must_use]
pub fn fixture_schema(catalog: &Catalog) -> Value {
    let mut known = Map::new();
    for event in catalog.events() {
        known.insert(event.name.clone(), marked(&of(&event.payload, catalog)));
    }
    for hook in catalog.hooks() {
        known.insert(hook.name.clone(), marked(&of(&hook.payload, catalog)));
    }
    let any = known.keys().map(|name| json!({"$ref": format!("#/$defs/{}", pointer(name))})).chain([json!({"title": "anything else"})]);
    let any: Vec<Value> = any.collect();
    titled(json!({"anyOf": any, "$defs": known}), "a fixture of deskspec")
}

fn webhook_events(catalog: &Catalog) -> Vec<String> {
    let shape = catalog.exchange("webhook").and_then(|it| it.request.as_ref()?.payload.items.as_deref());
    let event = shape.and_then(|shape| shape.keys.iter().find(|key| key.key == "eventType"));
    event.map(|key| key.values.clone()).unwrap_or_default()
}

/// A schema with what it is the schema of.
#[must_use]
pub fn titled(schema: Value, title: &str) -> Value {
    let mut whole = Map::from_iter([("$schema".to_owned(), json!(DRAFT)), ("title".to_owned(), json!(title))]);
    if let Value::Object(schema) = schema {
        whole.extend(schema);
    }
    Value::Object(whole)
}

/// A name in a fragment's JSON pointer.
fn pointer(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1").replace('$', "%24").replace('{', "%7B").replace('}', "%7D")
}

/// Whether the key stands for what a portal, or a vendor, decides.
fn is_open(key: &Payload) -> bool {
    key.key.contains("${")
}

fn of(shape: &Payload, catalog: &Catalog) -> Value {
    let mut schema = Map::new();
    let kind = match shape.of {
        Type::String | Type::Digits => Some("string"),
        Type::Boolean => Some("boolean"),
        Type::Number => Some("number"),
        Type::Integer => Some("integer"),
        Type::Object => Some("object"),
        Type::Array => Some("array"),
        Type::Any | Type::Empty => None,
    };
    if let Some(kind) = kind {
        schema.insert("type".into(), if shape.nullable { json!([kind, "null"]) } else { json!(kind) });
    }
    if shape.of == Type::Digits {
        schema.insert("pattern".into(), json!("^[0-9]+$"));
    }
    for (key, text) in [("description", &shape.text), ("pattern", &shape.pattern)] {
        if !text.is_empty() {
            schema.insert(key.into(), json!(text));
        }
    }
    if !shape.values.is_empty() {
        let null = shape.nullable.then_some(Value::Null);
        schema.insert("enum".into(), shape.values.iter().map(|value| json!(value)).chain(null).collect());
    }
    if let Some(default) = &shape.default {
        schema.insert("default".into(), default.clone());
    }
    if let Some(limit) = catalog.limit(&shape.longest) {
        schema.insert(if shape.of == Type::Array { "maxItems" } else { "maxLength" }.into(), json!(limit.value));
    }
    if let Some(items) = &shape.items {
        schema.insert("items".into(), of(items, catalog));
    }
    if shape.of == Type::Object {
        let named = || shape.keys.iter().filter(|key| !is_open(key));
        let properties: Map<String, Value> = named().map(|key| (key.key.clone(), of(key, catalog))).collect();
        let required: Vec<&str> = named().filter(|key| !key.optional && key.when.is_none()).map(|key| key.key.as_str()).collect();
        schema.insert("properties".into(), Value::Object(properties));
        if !required.is_empty() {
            schema.insert("required".into(), json!(required));
        }
        schema.insert("additionalProperties".into(), json!(shape.keys.iter().any(is_open)));
    }
    Value::Object(schema)
}

/// The same, where a marker may stand in the place of any value, and keys may be left out.
fn marked(schema: &Value) -> Value {
    let Value::Object(schema) = schema else { return schema.clone() };
    let mut open = schema.clone();
    open.remove("required");
    open.remove("additionalProperties");
    if let Some(Value::Object(properties)) = open.get_mut("properties") {
        for property in properties.values_mut() {
            *property = json!({"anyOf": [marked(property), {"type": "string", "pattern": "^#"}]});
        }
    }
    if let Some(items) = open.get_mut("items") {
        *items = json!({"anyOf": [marked(items), {"type": "string", "pattern": "^#"}]});
    }
    Value::Object(open)
}
