use crate::catalog::{Catalog, Payload, Type};
use serde_json::{Map, Value, json};

/// A documented shape as JSON Schema (2020-12).
pub(super) fn schema(payload: &Payload, catalog: &Catalog) -> Value {
    let mut schema = match payload.of {
        Type::String => json!({"type": "string"}),
        Type::Digits => json!({"type": "string", "pattern": "^[0-9]+$"}),
        Type::Boolean => json!({"type": "boolean"}),
        Type::Number => json!({"type": "number"}),
        Type::Integer => json!({"type": "integer"}),
        Type::Object => object(&payload.keys, catalog),
        Type::Array => json!({"type": "array"}),
        Type::Any => json!({}),
        Type::Empty => json!({"type": ["object", "null"], "maxProperties": 0}),
    };
    if let Some(items) = &payload.items {
        schema["items"] = self::schema(items, catalog);
    }
    if !payload.text.is_empty() {
        schema["description"] = payload.text.as_str().into();
    }
    if !payload.values.is_empty() {
        schema["enum"] = payload.values.clone().into();
    }
    if !payload.pattern.is_empty() {
        schema["pattern"] = payload.pattern.as_str().into();
    }
    if let Some(limit) = catalog.limit(&payload.longest) {
        schema[if payload.of == Type::Array { "maxItems" } else { "maxLength" }] = limit.value.into();
    }
    if payload.nullable {
        return json!({"anyOf": [schema, {"type": "null"}]});
    }
    schema
}

fn object(keys: &[Payload], catalog: &Catalog) -> Value {
    let (free, named): (Vec<_>, Vec<_>) = keys.iter().partition(|key| key.key.contains("${"));
    let properties: Map<_, _> = named.iter().map(|key| (key.key.clone(), schema(key, catalog))).collect();
    let required: Vec<_> = named.iter().filter(|key| !key.optional && key.when.is_none()).map(|key| key.key.as_str()).collect();
    let others = free.first().map_or(Value::Bool(false), |key| schema(key, catalog));
    let mut object = json!({"type": "object", "properties": properties, "additionalProperties": others});
    if !required.is_empty() {
        object["required"] = required.into();
    }
    object
}
