use serde_json::{Map, Value};

/// One HTTP request: of Desk's to an extension's own server, or of that server's to Desk.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    /// `GET`, `POST` …, in capitals.
    pub method: String,
    /// Where to, without the query: the whole address for a request of Desk's, the path for one to Desk.
    pub url: String,
    /// The query's parameters: texts.
    pub query: Map<String, Value>,
    /// Texts, by their names as they were written.
    pub headers: Map<String, Value>,
    /// The body: JSON where it is JSON, else a string, null where it is empty; a form is an object of texts.
    pub body: Value,
}

impl Request {
    /// A header's value, whatever the case of its name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(of, _)| of.eq_ignore_ascii_case(name)).and_then(|(_, value)| value.as_str())
    }

    /// A parameter of the query.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&str> {
        self.query.get(name).and_then(Value::as_str)
    }
}

/// A body as it is sent: a string as it is, anything else as JSON, null as nothing.
#[must_use]
pub fn as_sent(body: &Value) -> String {
    match body {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_body_is_sent_as_the_text_that_was_given() {
        let table = [
            (Value::Null, ""),
            (json!("as it is, \"quoted\""), "as it is, \"quoted\""),
            (json!({"b": [1, "ä\n"], "a": {}}), "{\"b\":[1,\"ä\\n\"],\"a\":{}}"),
        ];
        for (body, text) in table {
            assert_eq!(as_sent(&body), text);
        }
    }
}
