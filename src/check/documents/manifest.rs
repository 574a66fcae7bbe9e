//! The manifest against its documented shape (P, "Plugin Manifest"; MAN-01 … MAN-03).

use super::super::found::{File, Found, keys};
use crate::catalog::{Catalog, Payload};
use crate::compare::{Path, Segment};
use crate::record::Severity;
use crate::spelling::nearest;
use serde_json::{Map, Value};

/// The rule that has the manifest's shape.
pub(in super::super) const SHAPE: &str = "MAN-01";
/// The rules of its parts.
const PARTS: [(&str, &str); 3] = [("config", "MAN-02"), ("connectors", "MAN-03"), ("zohoAuthorisation", "MAN-03")];

/// Keys, types and values.
pub(super) fn look(found: &mut Found<'_>, catalog: &Catalog) {
    let Some((package, shape)) = found.package().zip(catalog.rule(SHAPE).and_then(|rule| rule.declares.as_ref())) else { return };
    for violation in catalog.violations(shape, &package.manifest) {
        let path = violation.path.parse().unwrap_or_else(|_| Path::new(Vec::new())).segments().to_vec();
        let rule = PARTS.iter().find(|(key, _)| path.first() == Some(&Segment::Key((*key).to_owned()))).map_or(SHAPE, |(_, rule)| rule);
        let text = format!("{}: {}", violation.path.trim_start_matches("$."), violation.text);
        found.besides(rule, (File::Manifest, path), text, format!("write what `deskspec explain {rule}` says of it"));
    }
    if let Value::Object(manifest) = &package.manifest {
        misspelt(found, shape, manifest);
    }
}

/// Keys that no page has are the vendor's own business, unless they look like one that is missing.
fn misspelt(found: &mut Found<'_>, shape: &Payload, manifest: &Map<String, Value>) {
    let missing: Vec<&str> = shape.keys.iter().map(|key| key.key.as_str()).filter(|key| !manifest.contains_key(*key)).collect();
    for key in manifest.keys().filter(|key| !shape.keys.iter().any(|known| known.key == **key)) {
        if let Some(near) = nearest(key, missing.iter().copied()) {
            let at = found.place(File::Manifest, &keys![key.as_str()]);
            found.weighing(
                Severity::Warning,
                SHAPE,
                &at,
                format!("no page has a key \"{key}\" of the manifest"),
                format!("did you mean \"{near}\"?"),
            );
        }
    }
}
