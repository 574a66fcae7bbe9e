//! What params and pages say that no shape says.

use super::super::found::{File, Found, keys};
use serde_json::Value;

/// What Desk itself adds at installation (CH-21).
const CHANNEL_STATE: &str = crate::host::desk::CHANNEL_STATE;
/// Other spellings of keys (quirk Q-44).
const SPELT: [(&str, &str); 2] = [("userDefined", "userdefined"), ("defaultValue", "default")];

/// Params.
pub(super) fn look(found: &mut Found<'_>) {
    let Some(package) = found.package() else { return };
    let params = package.manifest.get("config").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for (index, param) in params.iter().enumerate() {
        for (spelt, key) in SPELT.iter().filter(|(spelt, _)| param.get(spelt).is_some()) {
            let text = format!("\"{spelt}\" is how Desk answers; the manifest has \"{key}\" (Q-44)");
            found.inside("MAN-02", (File::Manifest, keys!["config", index, *spelt]), text, format!("write \"{key}\""));
        }
        let secure = param.get("secure") == Some(&Value::Bool(true));
        if secure && param.get("name").and_then(Value::as_str) == Some(CHANNEL_STATE) {
            let text = format!("\"{CHANNEL_STATE}\" is what Desk adds itself, and it is not secure: no pull would bring it");
            found.inside(
                "CH-21",
                (File::Manifest, keys!["config", index, "secure"]),
                text,
                "leave the param out, or write \"secure\": false",
            );
        }
    }
}
