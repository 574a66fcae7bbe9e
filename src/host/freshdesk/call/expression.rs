//! `<%= … %>` in what an app sends: what stands there is looked up, joined and encoded (Practice › What real Freshdesk apps do; FD-16).

use base64::Engine;
use serde_json::{Map, Value};

/// A value with all its expressions filled in, in the names of keys, too.
pub(super) fn filled(value: &Value, known: &Value) -> Result<Value, String> {
    Ok(match value {
        Value::String(text) => filled_text(text, known)?.into(),
        Value::Array(list) => list.iter().map(|item| filled(item, known)).collect::<Result<Vec<_>, _>>()?.into(),
        Value::Object(map) => {
            let one = |(name, value): (&String, &Value)| Ok((filled_text(name, known)?, filled(value, known)?));
            map.iter().map(one).collect::<Result<Map<_, _>, String>>()?.into()
        }
        other => other.clone(),
    })
}

/// A text with all its expressions filled in, or the first that cannot be. What is put in is no expression again.
pub(super) fn filled_text(text: &str, known: &Value) -> Result<String, String> {
    let (mut filled, mut rest) = (String::new(), text);
    while let Some((before, open)) = rest.split_once("<%=") {
        let Some((expression, behind)) = open.split_once("%>") else { break };
        filled.push_str(before);
        filled.push_str(&worth(expression, known).ok_or_else(|| expression.trim().to_owned())?);
        rest = behind;
    }
    Ok(filled + rest)
}

/// What an expression comes to: terms that are joined with `+`.
fn worth(expression: &str, known: &Value) -> Option<String> {
    terms(expression).into_iter().map(|term| term_worth(term.trim(), known)).collect()
}

/// Splits at each `+` that stands in no quotes and in no parentheses.
fn terms(expression: &str) -> Vec<&str> {
    let (mut terms, mut from, mut depth, mut quote) = (Vec::new(), 0, 0_i32, None);
    for (at, sign) in expression.char_indices() {
        match (quote, sign) {
            (Some(open), _) => quote = Some(open).filter(|open| *open != sign),
            (None, '"' | '\'') => quote = Some(sign),
            (None, '(') => depth += 1,
            (None, ')') => depth -= 1,
            (None, '+') if depth == 0 => {
                terms.push(&expression[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    terms.push(&expression[from..]);
    terms
}

fn term_worth(term: &str, known: &Value) -> Option<String> {
    if let Some(inner) = term.strip_prefix("encode(").and_then(|rest| rest.strip_suffix(')')) {
        return worth(inner, known).map(|text| base64::engine::general_purpose::STANDARD.encode(text));
    }
    if let Some(inner) = ['"', '\''].iter().find_map(|quote| term.strip_prefix(*quote)?.strip_suffix(*quote)) {
        return Some(inner.to_owned());
    }
    let found = term.split('.').try_fold(known, |value, name| value.get(name.trim()))?;
    match found {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn what_stands_in_an_expression_is_looked_up_joined_and_encoded() {
        let known = json!({"context": {"id": 7, "who": {"name": "Ä"}}, "iparam": {"key": "k", "again": "<%= context.id %>"}});
        let table = [
            ("/tickets/<%= context.id %>/notes", Ok("/tickets/7/notes")),
            ("<%=context.who.name%>", Ok("Ä")),
            ("Basic <%= encode(iparam.key + ':X') %>", Ok("Basic azpY")),
            ("<%= iparam.key + \"+\" + context.id %>", Ok("k+7")),
            ("<%= iparam.again %>", Ok("<%= context.id %>")),
            ("<%= context.nobody %>", Err("context.nobody")),
            ("<%= open", Ok("<%= open")),
        ];
        for (text, expected) in table {
            assert_eq!(filled_text(text, &known), expected.map(str::to_owned).map_err(str::to_owned), "{text}");
        }
        let nested = json!({"<%= iparam.key %>": ["<%= context.id %>", 1]});
        assert_eq!(filled(&nested, &known), Ok(json!({"k": ["7", 1]})));
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "\\PC{0,40}", inner in "\\PC{0,20}") {
            let known = json!({"context": {"a": 1}});
            let _ = filled_text(&text, &known);
            let _ = filled_text(&format!("<%={inner}%>"), &known);
        }
    }
}
