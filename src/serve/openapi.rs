use super::office::{CLOCK, DOCUMENT, INSTALLATIONS};
use super::schema::schema;
use crate::catalog::{Address, Catalog, Exchange, Party};
use serde_json::{Map, Value, json};

/// The OpenAPI document (3.1) of what is served: every exchange of the catalogue in which an extension calls Desk, and deskspec's own paths.
#[must_use]
pub fn openapi(catalog: &Catalog) -> Value {
    let mut paths = Map::new();
    for exchange in catalog.exchanges().filter(|exchange| exchange.callee == Party::Desk) {
        let Address::Path(path) = &exchange.address else { continue };
        let path = path.replace("{{", "{").replace("}}", "}");
        let methods = paths.entry(path.clone()).or_insert_with(|| json!({}));
        methods[exchange.method.to_string().to_lowercase()] = operation(exchange, &path, catalog);
    }
    let own = own_paths();
    paths.extend(own.as_object().cloned().into_iter().flatten());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Zoho Desk's REST side for extensions, as deskspec serves it",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Made from the catalogue of what the platform documents; `deskspec explain NAME` tells the story of each operation.",
        },
        "paths": paths,
        "components": {"schemas": {"Error": error()}, "securitySchemes": schemes()},
    })
}

fn operation(exchange: &Exchange, path: &str, catalog: &Catalog) -> Value {
    let mut parameters: Vec<Value> = Vec::new();
    if path.contains("{installationId}") {
        let text = "the id of the installation; an extension never learns it, and writes the placeholder in invoke's requestURL";
        parameters.push(parameter("installationId", "path", true, json!({"type": "string"}), text));
    }
    let places = [("query", &exchange.query), ("header", &exchange.headers)];
    for (place, shape) in places {
        let keys = shape.iter().flat_map(|shape| &shape.keys);
        // What proves who asks is no parameter in OpenAPI.
        let keys = keys.filter(|key| ![HASH, AUTHORIZATION].contains(&key.key.as_str()));
        parameters.extend(keys.map(|key| parameter(&key.key, place, !key.optional, schema(key, catalog), &key.text)));
    }
    let mut operation = json!({
        "operationId": exchange.name,
        "summary": exchange.title,
        "description": format!("{} ({})", exchange.text, exchange.rule),
        "parameters": parameters,
        "security": [{scheme(exchange): []}],
        "responses": responses(exchange, catalog),
    });
    if let Some(body) = &exchange.request {
        let mut content = Map::new();
        content.insert(body.media.clone(), json!({"schema": schema(&body.payload, catalog)}));
        operation["requestBody"] = json!({"required": true, "content": content});
    }
    operation
}

/// The header that signs an invoke call.
const HASH: &str = "HASH";
/// The header that a connection brings.
const AUTHORIZATION: &str = "Authorization";

/// What proves who asks: a HASH, or what a connection brings to a call that goes through invoke.
fn scheme(exchange: &Exchange) -> &'static str {
    if exchange.through.is_some() { "connection" } else { "hash" }
}

fn schemes() -> Value {
    let scheme = |name: &str, text: &str| json!({"type": "apiKey", "in": "header", "name": name, "description": text});
    json!({
        "hash": scheme(HASH, "hexadecimal HMAC-SHA-256 of the form's fields in their documented order, with the manifest's secret as the key"),
        "connection": scheme(AUTHORIZATION, "what invoke adds to a call that names a connection of the manifest's in connectionLinkName"),
    })
}

fn parameter(name: &str, place: &str, required: bool, schema: Value, text: &str) -> Value {
    json!({"name": name, "in": place, "required": required, "schema": schema, "description": text})
}

fn responses(exchange: &Exchange, catalog: &Catalog) -> Value {
    let mut good = json!({"description": "done"});
    if let Some(body) = &exchange.response {
        let mut content = Map::new();
        content.insert(body.media.clone(), json!({"schema": schema(&body.payload, catalog)}));
        good["content"] = content.into();
    }
    let mut responses = Map::new();
    responses.insert(exchange.status.unwrap_or(200).to_string(), good);
    responses.insert("401".into(), refusal("the call does not prove whose it is, and nothing has changed"));
    responses.insert("4XX".into(), refusal("refused, and nothing has changed"));
    responses.insert("5XX".into(), refusal("not answered, and nothing has changed"));
    responses.into()
}

fn refusal(description: &str) -> Value {
    json!({"description": description, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}})
}

fn error() -> Value {
    let text = |text: &str| json!({"type": "string", "description": text});
    json!({
        "type": "object",
        "required": ["errorCode", "message"],
        "properties": {"errorCode": text("what is wrong, in a word"), "message": text("what is wrong, and what to write instead")},
    })
}

fn own_paths() -> Value {
    let answer = |schema: Value| {
        json!({
            "200": {"description": "done", "content": {"application/json": {"schema": schema}}},
            "4XX": refusal("refused, and nothing has changed"),
            "5XX": refusal("not answered, and nothing has changed"),
        })
    };
    let now = json!({"type": "object", "required": ["now"], "properties": {"now": {"type": "string", "format": "date-time"}}});
    json!({
        CLOCK: {
            "get": {"operationId": "clock", "summary": "The virtual clock", "responses": answer(now.clone())},
            "post": {
                "operationId": "moveClock",
                "summary": "Lets virtual time pass: everything that is due until then happens",
                "requestBody": {"required": true, "content": {"application/json": {"schema": {
                    "type": "object", "required": ["milliseconds"], "additionalProperties": false,
                    "properties": {"milliseconds": {"type": "integer", "minimum": 0, "maximum": super::office::FARTHEST}},
                }}}},
                "responses": answer(now),
            },
        },
        INSTALLATIONS: {
            "get": {
                "operationId": "installations",
                "summary": "What callbacks would bring to the extensions' servers",
                "responses": answer(json!({"type": "object", "required": ["data"], "properties": {"data": {"type": "array", "items": {
                    "type": "object",
                    "required": ["extension", "orgId", "securityContext"],
                    "properties": {"extension": {"type": "string"}, "orgId": {"type": "integer"}, "securityContext": {"type": "string"}},
                }}}})),
            },
        },
        DOCUMENT: {"get": {"operationId": "document", "summary": "This document", "responses": answer(json!({"type": "object"}))}},
    })
}

/// The methods that the document has for a path, as the header `Allow` names them.
pub(super) fn allowed(document: &Value, path: &str) -> Option<String> {
    let fits = |template: &str| {
        let (template, path) = (template.split('/'), path.split('/'));
        template.clone().count() == path.clone().count() && template.zip(path).all(|(one, other)| one.starts_with('{') || one == other)
    };
    let (_, methods) = document["paths"].as_object()?.iter().find(|(template, _)| fits(template))?;
    Some(methods.as_object()?.keys().map(|method| method.to_uppercase()).collect::<Vec<_>>().join(", "))
}
