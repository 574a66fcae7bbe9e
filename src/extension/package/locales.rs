//! The texts of a package in the languages that its manifest lists: `app/translations/CODE.json`.

use super::error::PackageError;
use super::files::{Lost, Root};
use super::lines::whole;
use super::manifest;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// The most languages of one package that are read: Desk knows fewer.
const MOST: usize = 100;

/// The texts by their languages' codes. That a listed file is absent is no fault of what runs: the default language stands in for it.
pub(super) fn read(root: &Root, manifest: &Value, errors: &mut Vec<PackageError>) -> BTreeMap<String, Value> {
    let codes = manifest.get("locale").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).take(MOST);
    let mut texts = BTreeMap::new();
    for code in codes {
        let Ok(inside) = root.resolve(Path::new("app/translations"), &format!("{code}.json")) else { continue };
        let (file, name) = (root.show(&inside), format!("the locale file {code}.json"));
        match root.read(&inside) {
            Ok(text) => match manifest::object(&file, &name, "{\"greeting\": \"Hello\"}, or {}", &text) {
                Ok(value) => drop(texts.insert(code.to_owned(), value)),
                Err(error) => errors.push(error),
            },
            Err(Lost::Missing | Lost::MissingNear { .. }) => {}
            Err(other) => {
                let (text, edit) = other.unreadable(&name);
                errors.push(PackageError::new(whole(&file), text, edit));
            }
        }
    }
    texts
}
