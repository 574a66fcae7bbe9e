//! Questions of a widget's by their names in the catalogue's list of calls.

use super::Ask;
use serde_json::Value;

/// The verbs of the client SDK's that are named with what they are done to, or that stand alone.
const NAMED: [&str; 4] = ["get", "set", "delete", "invoke"];
const ALONE: [&str; 3] = ["request", "showpopup", "notify"];

impl Ask {
    /// The name, for example `set database` or `invoke ROUTE_TO ticket.attachments`, and what is given with it; `None` where no call of
    /// the host's was made.
    #[must_use]
    pub fn named(&self) -> Option<(String, Option<&Value>)> {
        Some(match self {
            Self::Get { property, value } => (format!("get {property}"), value.as_ref()),
            Self::Set { property, value } => (format!("set {property}"), value.as_ref()),
            Self::Delete { property, value } => (format!("delete {property}"), value.as_ref()),
            Self::Request { options } => ("request".to_owned(), Some(options)),
            Self::Popup { value } => ("showpopup".to_owned(), Some(value)),
            Self::Notify { value } => ("notify".to_owned(), Some(value)),
            Self::Invoke { verb, property: Some(Value::String(property)), value } => (format!("invoke {verb} {property}"), value.as_ref()),
            Self::Invoke { verb, property, value } => (format!("invoke {verb}"), property.as_ref().or(value.as_ref())),
            Self::Call { name, .. } => (name.clone(), None),
            _ => return None,
        })
    }

    /// The question of this name.
    ///
    /// # Errors
    /// No verb of the client SDK's begins it: lists them.
    pub fn of(name: &str, value: Option<Value>) -> Result<Self, Vec<&'static str>> {
        let (verb, property) = name.split_once(' ').unwrap_or((name, ""));
        let owned = property.to_owned();
        let given = || value.clone().unwrap_or_default();
        Ok(match (verb, property.is_empty()) {
            ("get", false) => Self::Get { property: owned, value },
            ("set", false) => Self::Set { property: owned, value },
            ("delete", false) => Self::Delete { property: owned, value },
            ("request", true) => Self::Request { options: given() },
            ("showpopup", true) => Self::Popup { value: given() },
            ("notify", true) => Self::Notify { value: given() },
            ("invoke", false) => match property.split_once(' ') {
                Some((verb, property)) => Self::Invoke { verb: verb.to_owned(), property: Some(property.into()), value },
                None => Self::Invoke { verb: owned, property: value, value: None },
            },
            _ => return Err(NAMED.into_iter().chain(ALONE).collect()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_name_leads_to_its_question_and_back() {
        for (name, value) in [
            ("get database", Some(json!({"key": "k"}))),
            ("set ticketForm.subject", Some(json!({"value": "x"}))),
            ("delete database", None),
            ("showpopup", Some(json!({}))),
            ("invoke MODAL_CLOSE", None),
            ("invoke RESIZE", Some(json!({"width": "40%"}))),
            ("invoke INSERT ticket.replyEditor", Some(json!({"value": "x"}))),
        ] {
            let ask = Ask::of(name, value.clone()).expect("a verb of the SDK's");
            assert_eq!(ask.named(), Some((name.to_owned(), value.as_ref())));
        }
        assert!(Ask::of("put database", None).is_err_and(|known| known.contains(&"set")));
        let call = Ask::Call { name: "$db.get".into(), given: vec![json!("k")] };
        assert_eq!(call.named(), Some(("$db.get".to_owned(), None)));
        assert_eq!(Ask::Widgets.named(), None);
    }
}
