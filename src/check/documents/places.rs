//! Where widgets live (P, "Locations").

use super::super::found::{File, Found, keys};
use crate::catalog::{Catalog, Kind, Location};
use serde_json::Value;
use std::collections::BTreeMap;

/// Locations that do not exist, are known for little, or have too many of the package's widgets.
pub(super) fn look(found: &mut Found<'_>, catalog: &Catalog) {
    let Some(package) = found.package() else { return };
    let widgets = package.manifest.pointer("/modules/widgets").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut taken: BTreeMap<&str, u64> = BTreeMap::new();
    for (index, name) in widgets.iter().enumerate().filter_map(|(index, widget)| Some((index, widget.get("location")?.as_str()?))) {
        let here = || (File::Manifest, keys!["modules", "widgets", index, "location"]);
        match catalog.location(name) {
            None => {
                let help = catalog.nearest(Kind::Location, name).map_or_else(
                    || "write one of the locations that `deskspec explain LOC-01` names".to_owned(),
                    |near| format!("did you mean \"{near}\"?"),
                );
                found.inside("LOC-01", here(), format!("there is no location \"{name}\""), help);
            }
            Some(location) => {
                limited(found, location, taken.entry(&location.name).and_modify(|many| *many += 1).or_insert(1), catalog, here());
            }
        }
    }
}

fn limited(found: &mut Found<'_>, location: &Location, many: &u64, catalog: &Catalog, here: (File, Vec<crate::compare::Segment>)) {
    if !location.only.is_empty() {
        let at = found.place(here.0, &here.1);
        let text = format!("\"{}\" is on no table of locations, and known for {} alone", location.name, location.only.join(", "));
        found.at("LOC-07", &at, text, "choose a location that `deskspec explain LOC-01` names, if you need more than these");
    }
    let most = location.limit.as_ref().and_then(|limit| catalog.limit(limit));
    if let Some(most) = most.filter(|most| *many > most.value) {
        let text = format!("the extension has {many} widgets at \"{}\", and {} may be active there", location.name, most.value);
        found.inside("LOC-03", here, text, "leave one of them out");
    }
}
