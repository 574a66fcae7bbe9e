//! What resources.json brings (P, "Including Zoho Desk Resources", "Channel Integration").

use super::super::found::{File, Found, keys};
use crate::catalog::Catalog;
use crate::record::Severity;
use serde_json::Value;

/// Fields, webhook and permissions by the model's own rules; the channel by its documented shape.
pub(super) fn look(found: &mut Found<'_>, catalog: &Catalog) {
    let Some(package) = found.package() else { return };
    for it in package.misdeclared(catalog).unwrap_or_default() {
        let file = if it.in_manifest { File::Manifest } else { File::Resources };
        found.besides(&it.rule, (file, it.path.segments().to_vec()), it.text, it.edit);
    }
    let channel = package.resources.get("channel").and_then(Value::as_object);
    if channel.is_some_and(|channel| channel.get("sync").is_some_and(|sync| sync.is_object() && sync.get("pull").is_none())) {
        let at = found.place(File::Resources, &keys!["channel", "sync"]);
        let text = "without \"sync.pull\" Desk asks for no news: the channel only takes replies";
        found.weighing(Severity::Note, "CH-22", &at, text, "add \"pull\": \"https://…\", unless the server brings them by the import API");
    }
}
