//! Who is told what happens to the extension (P, "Platform Event Callbacks"; MAN-04).

use super::super::found::{File, Found, keys};
use crate::catalog::{Address, Catalog, Exchange};
use crate::spelling::nearest;
use serde_json::Value;

const LISTENER: &str = "callbackListener";

/// The names of callbacks, as the manifest has them.
pub(in super::super) fn names(catalog: &Catalog) -> Vec<&str> {
    fn name(exchange: &Exchange) -> Option<&str> {
        match &exchange.address {
            Address::Manifest(path) => path.strip_prefix(LISTENER)?.strip_prefix('.'),
            Address::Path(_) | Address::Resources(_) => None,
        }
    }
    catalog.exchanges().filter_map(name).collect()
}

/// Names and addresses.
pub(super) fn look(found: &mut Found<'_>, catalog: &Catalog) {
    let listener = found.package().and_then(|package| package.manifest.get(LISTENER)).and_then(Value::as_object);
    let known = names(catalog);
    for (name, url) in listener.into_iter().flatten() {
        let here = (File::Manifest, keys![LISTENER, name.as_str()]);
        if !known.contains(&name.as_str()) {
            let help = nearest(name, known.iter().copied())
                .map_or_else(|| format!("write one of {}", known.join(", ")), |near| format!("did you mean \"{near}\"?"));
            found.besides("MAN-04", here, format!("there is no callback \"{name}\": it is never called"), help);
        } else if !url.as_str().is_some_and(|url| url.starts_with("https://") || url.starts_with("http://")) {
            found.besides(
                "MAN-04",
                here,
                format!("the address of \"{name}\" is no URL of http or https"),
                format!("write \"{name}\": \"https://…\""),
            );
        }
    }
}
