//! What an app's manifest declares, whichever version of the platform it is written for: under `product.<name>` (2.x) or `modules.<name>` (3.0).

use super::file::JsonFile;
use crate::extension::package::Spanned;
use serde_json::Value;

/// The keys of a manifest that hold what an app is on one product, or in one module of it.
const HOLDERS: [&str; 2] = ["product", "modules"];

/// An event and who hears it, as the manifest declares it (FD-14).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// The product or the module: `freshdesk`, `support_ticket`.
    pub holder: String,
    /// The event's name.
    pub event: String,
    /// The name of the function that server.js exports; it stands where the manifest says it.
    pub handler: Spanned<String>,
}

/// A place where the app has a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The product or the module: `freshdesk`, `support_ticket`.
    pub holder: String,
    /// The place, for example `ticket_sidebar`.
    pub location: String,
    /// Its page, below the folder `app`; it stands where the manifest says it.
    pub url: Spanned<String>,
}

/// The events that a manifest declares, in its order. What is no text under `handler`, a check of the app reports.
pub(super) fn registrations(manifest: &JsonFile) -> Vec<Registration> {
    named(manifest, "events", "handler").map(|(holder, event, handler)| Registration { holder, event, handler }).collect()
}

/// The places that it declares.
pub(super) fn locations(manifest: &JsonFile) -> Vec<Location> {
    named(manifest, "location", "url").map(|(holder, location, url)| Location { holder, location, url }).collect()
}

/// The text under `key` of each entry of `list`, with the holder's and the entry's name.
fn named<'m>(
    manifest: &'m JsonFile,
    list: &'static str,
    key: &'static str,
) -> impl Iterator<Item = (String, String, Spanned<String>)> + 'm {
    holders(manifest).flat_map(move |(kind, name, holder)| {
        let entries = holder.get(list).and_then(Value::as_object).into_iter().flatten();
        entries.filter_map(move |(entry, about)| {
            let value = about.get(key)?.as_str()?.to_owned();
            Some((name.to_owned(), entry.clone(), Spanned { value, at: manifest.at(&[kind, name, list, entry, key]) }))
        })
    })
}

/// Each product and module, by the key that holds it and its own.
fn holders(manifest: &JsonFile) -> impl Iterator<Item = (&'static str, &str, &Value)> {
    HOLDERS.into_iter().flat_map(|kind| {
        let all = manifest.value.get(kind).and_then(Value::as_object).into_iter().flatten();
        all.map(move |(name, holder)| (kind, name.as_str(), holder))
    })
}
