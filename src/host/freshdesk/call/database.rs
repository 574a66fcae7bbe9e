//! `$db`: what an app keeps, for its installation alone.

use super::super::app::Kept;
use super::super::{App, Freshdesk};
use super::calling::{Calling, Done, Refused};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Number, Value, json};

const SIZE: &str = "db.value";

impl Freshdesk {
    /// `$db.get(key)`
    pub(super) fn db_get(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        let key = calling.text(0);
        let kept = self.kept(calling, key).map(|kept| Value::Object(kept.value.clone()));
        kept.map(Some).ok_or_else(|| self.absent(404, "db.not-found", &[("key", key)]))
    }

    /// `$db.set(key, value, {ttl, setIf})`
    pub(super) fn db_set(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        let (key, value, options) = (calling.text(0), calling.object(1), calling.object(2));
        self.fits(key, &value)?;
        self.may_be_set(calling, &options)?;
        let until = options.get("ttl").and_then(Value::as_u64).map(|seconds| calling.now + seconds.saturating_mul(1000));
        self.keep(calling, Kept { value, until });
        Ok(Some(json!({"Created": true})))
    }

    /// `$db.update(key, action, attributes, {setIf})`
    pub(super) fn db_update(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        let (key, action) = (calling.text(0), calling.text(1));
        self.may_be_set(calling, &calling.object(3))?;
        let kept = self.kept(calling, key).cloned().unwrap_or(Kept { value: Map::new(), until: None });
        let Some(value) = updated(kept.value, action, calling.argument(2)) else {
            return Err(self.refused(400, "db.update", &[("action", action)]));
        };
        self.fits(key, &value)?;
        self.keep(calling, Kept { value, ..kept });
        Ok(Some(json!({"Updated": true})))
    }

    /// `$db.delete(key)`
    pub(super) fn db_delete(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        let key = calling.text(0);
        let there = self.kept(calling, key).is_some();
        self.apps.get_mut(&calling.app).into_iter().for_each(|app| drop(app.storage.remove(key)));
        if there { Ok(Some(json!({"Deleted": true}))) } else { Err(self.absent(404, "db.not-found", &[("key", key)])) }
    }

    fn kept(&self, calling: &Calling, key: &str) -> Option<&Kept> {
        self.app(&calling.app)?.kept(calling.now, key)
    }

    fn keep(&mut self, calling: &Calling, kept: Kept) {
        self.apps.entry(calling.app.clone()).or_default().storage.insert(calling.text(0).to_owned(), kept);
    }

    /// A key is not blank, a value not empty, and both together not too large.
    fn fits(&self, key: &str, value: &Map<String, Value>) -> Result<(), Refused> {
        if key.trim().is_empty() {
            return Err(self.refused(400, "db.blank", &[]));
        }
        if value.is_empty() {
            return Err(self.refused(400, "db.empty", &[("key", key)]));
        }
        let (size, most) = (key.len() + Value::Object(value.clone()).to_string().len(), self.most(SIZE));
        if size > most {
            return Err(self.refused(400, "db.too-large", &[("key", key), ("size", &size.to_string()), ("most", &most.to_string())]));
        }
        Ok(())
    }

    /// Whether a key is there, or is not, where the app makes that a condition.
    fn may_be_set(&self, calling: &Calling, options: &Map<String, Value>) -> Result<(), Refused> {
        let there = self.kept(calling, calling.text(0)).is_some();
        let holds = match options.get("setIf").and_then(Value::as_str) {
            Some("exist") => there,
            Some("not_exist") => !there,
            _ => true,
        };
        if holds { Ok(()) } else { Err(self.absent(400, "db.condition", &[])) }
    }
}

impl App {
    /// What is kept under a key, and not gone yet.
    #[must_use]
    pub fn kept(&self, now: Instant, key: &str) -> Option<&Kept> {
        self.storage.get(key).filter(|kept| kept.until.is_none_or(|until| now < until))
    }
}

/// What is kept once it is updated; `None` where the action does not fit what is there.
fn updated(mut value: Map<String, Value>, action: &str, given: &Value) -> Option<Map<String, Value>> {
    if action == "remove" {
        let names = given
            .as_array()
            .cloned()
            .unwrap_or_else(|| given.as_object().into_iter().flatten().map(|(name, _)| name.as_str().into()).collect());
        names.iter().filter_map(Value::as_str).for_each(|path| drop(at(&mut value, path, |held, name| held.shift_remove(name))));
        return Some(value);
    }
    for (path, new) in given.as_object()? {
        at(&mut value, path, |held, name| {
            let new = changed(action, held.get(name), new)?;
            held.insert(name.to_owned(), new);
            Some(())
        })?;
    }
    Some(value)
}

/// What stands under one name afterwards.
fn changed(action: &str, held: Option<&Value>, new: &Value) -> Option<Value> {
    match (action, held, new) {
        ("increment", None, Value::Number(_)) | ("append", None, Value::Array(_)) | ("set", ..) => Some(new.clone()),
        ("increment", Some(Value::Number(held)), Value::Number(by)) => Some(sum(held, by)?.into()),
        ("append", Some(Value::Array(held)), Value::Array(more)) => Some(held.iter().chain(more).cloned().collect()),
        _ => None,
    }
}

/// Does something where a path such as `ticket.notes` leads to: through objects that are there, else it is a name itself.
fn at<T>(held: &mut Map<String, Value>, path: &str, act: impl FnOnce(&mut Map<String, Value>, &str) -> T) -> T {
    let leads = path.split_once('.').filter(|_| !held.contains_key(path));
    if let Some((Some(Value::Object(inner)), rest)) = leads.map(|(first, rest)| (held.get_mut(first), rest)) {
        return at(inner, rest, act);
    }
    act(held, path)
}

fn sum(one: &Number, other: &Number) -> Option<Number> {
    match (one.as_i64(), other.as_i64()) {
        (Some(one), Some(other)) => one.checked_add(other).map(Number::from),
        _ => Number::from_f64(one.as_f64()? + other.as_f64()?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_action_changes_what_it_says_and_nothing_else() {
        let held = json!({"n": 1, "list": [1], "text": "x", "in": {"deep": {}}});
        let table = [
            ("set", json!({"text": "y", "new": {}}), Some(json!({"n": 1, "list": [1], "text": "y", "in": {"deep": {}}, "new": {}}))),
            ("increment", json!({"n": 2, "m": 3}), Some(json!({"n": 3, "list": [1], "text": "x", "in": {"deep": {}}, "m": 3}))),
            ("append", json!({"list": [2, 3]}), Some(json!({"n": 1, "list": [1, 2, 3], "text": "x", "in": {"deep": {}}}))),
            ("remove", json!(["n", "text"]), Some(json!({"list": [1], "in": {"deep": {}}}))),
            ("increment", json!({"text": 1}), None),
            ("append", json!({"n": [1]}), None),
            ("set", json!(7), None),
            ("set", json!({"in.deep.x": 3, "in.n": 2}), Some(json!({"n": 1, "list": [1], "text": "x", "in": {"deep": {"x": 3}, "n": 2}}))),
            ("remove", json!(["in.deep"]), Some(json!({"n": 1, "list": [1], "text": "x", "in": {}}))),
            ("set", json!({"text.y": 1}), Some(json!({"n": 1, "list": [1], "text": "x", "in": {"deep": {}}, "text.y": 1}))),
        ];
        for (action, given, expected) in table {
            let made = updated(held.as_object().cloned().unwrap_or_default(), action, &given);
            assert_eq!(made.map(Value::Object), expected, "{action} {given}");
        }
    }
}
