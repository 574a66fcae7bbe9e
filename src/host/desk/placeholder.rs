//! `{{…}}` in what an extension gives to Desk.

use serde_json::{Map, Value};

/// A value with all its placeholders filled in, in the names of keys, too.
pub(super) fn filled<E>(value: &Value, stands_for: &mut dyn FnMut(&str) -> Result<String, E>) -> Result<Value, E> {
    Ok(match value {
        Value::String(text) => filled_text(text, stands_for)?.into(),
        Value::Array(list) => list.iter().map(|item| filled(item, stands_for)).collect::<Result<Vec<_>, _>>()?.into(),
        Value::Object(map) => {
            let one = |(name, value): (&String, &Value)| Ok((filled_text(name, stands_for)?, filled(value, stands_for)?));
            map.iter().map(one).collect::<Result<Map<_, _>, _>>()?.into()
        }
        other => other.clone(),
    })
}

/// A text with all its placeholders filled in. What is put in is no placeholder again; one without an end is none.
pub(super) fn filled_text<E>(text: &str, stands_for: &mut dyn FnMut(&str) -> Result<String, E>) -> Result<String, E> {
    let (mut filled, mut rest) = (String::new(), text);
    while let Some((before, open)) = rest.split_once("{{") {
        let Some((name, behind)) = open.split_once("}}") else { break };
        filled.push_str(before);
        filled.push_str(&stands_for(name.trim())?);
        rest = behind;
    }
    Ok(filled + rest)
}

#[cfg(test)]
mod tests {
    use super::filled;
    use serde_json::json;

    #[test]
    fn every_text_is_filled_in_once() {
        let mut known = |name: &str| if name == "a" { Ok("{{a}}".to_owned()) } else { Err(name.to_owned()) };
        let mut of = |value| filled(&value, &mut known);
        assert_eq!(of(json!({"{{a}}": ["-{{ a }}-", 7]})), Ok(json!({"{{a}}": ["-{{a}}-", 7]})));
        assert_eq!(of(json!("{{a")), Ok(json!("{{a")));
        assert_eq!(of(json!(["{{b}}"])), Err("b".to_owned()));
    }
}
