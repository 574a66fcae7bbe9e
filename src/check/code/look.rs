use super::super::found::Found;
use super::pages::{Looked, pages};
use super::used::Used;
use super::{calls, events, options, properties};
use crate::catalog::Catalog;
use crate::extension::package::Package;
use crate::record::Severity;
use serde_json::Value;
use std::collections::BTreeSet;

/// What the whole package says and does.
pub(super) struct Whole<'w> {
    pub(super) catalog: &'w Catalog,
    pub(super) package: &'w Package,
    /// Names that its widgets emit to each other.
    pub(super) emitted: BTreeSet<String>,
    /// Whether some of them are computed.
    pub(super) emits_more: bool,
}

impl Whole<'_> {
    /// The names that a list of the manifest or of resources.json declares.
    pub(super) fn names(&self, in_manifest: bool, list: &str, key: &str) -> Vec<&str> {
        let document = if in_manifest { &self.package.manifest } else { &self.package.resources };
        let one_or_many = match document.get(list) {
            Some(Value::Array(many)) => many.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        one_or_many.iter().filter_map(|entry| entry.get(key)?.as_str()).collect()
    }
}

/// Every page, then what the manifest declares and none of them uses.
pub(in super::super) fn look(found: &mut Found<'_>, catalog: &Catalog) {
    let Some(package) = found.package() else { return };
    let pages = pages(found.survey);
    let emits = || pages.iter().flat_map(|page| &page.uses).filter(|it| it.name.as_deref() == Some("emit"));
    let emitted = emits().filter_map(|it| it.arg(0)?.text()).map(str::to_owned).collect();
    let emits_more = emits().any(|it| it.arg(0).is_some_and(|name| name.text().is_none()));
    let whole = Whole { catalog, package, emitted, emits_more };
    for page in &pages {
        for (at, message) in &page.errors {
            found.at("SDK-01", at, format!("the script cannot be read: {message}"), "mend the syntax there");
        }
        begins(found, page);
        for used in &page.uses {
            one(found, &whole, page, used);
        }
    }
    options::unused(found, &whole, &pages);
}

fn one(found: &mut Found<'_>, whole: &Whole<'_>, page: &Looked, used: &Used) {
    if !calls::is_known(found, whole, used) {
        return;
    }
    events::look(found, whole, page, used);
    properties::look(found, whole, page, used);
    options::look(found, whole, used);
}

/// A page that uses the SDK loads it, and asks for its App.
fn begins(found: &mut Found<'_>, page: &Looked) {
    if !page.is_page || !page.errors.is_empty() {
        return;
    }
    let at = crate::extension::Place { file: page.file.clone(), line: 0, column: 0 };
    if let Some(first) = page.uses.first().filter(|_| !page.has_sdk) {
        let text = "the page uses ZOHODESK and loads no client SDK";
        found.weighing(
            Severity::Warning,
            "SDK-14",
            &first.at,
            text,
            "load it before: <script src=\"https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js\"></script>",
        );
    }
    let onload = page.uses.iter().any(|it| it.name.as_deref() == Some("onload"));
    let unread = found.survey.errors.iter().any(|error| error.at.file == page.file);
    // What loads its code by other means is not looked at.
    if page.has_sdk && !page.has_modules && !onload && !unread && !page.uses.is_empty() {
        let help = "call ZOHODESK.extension.onload().then((App) => …) first: everything else throws before";
        found.weighing(Severity::Warning, "SDK-01", &at, "the page never asks for its App", help);
    }
}
