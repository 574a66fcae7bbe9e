use crate::catalog::{Catalog, Entry, Kind, Platform};
use crate::spelling::nearest;
use std::collections::BTreeSet;

/// Which entries of the catalogue are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Families (`HOOK`), IDs and names as the catalogue spells them; none asks for everything.
    parts: Vec<String>,
}

impl Scope {
    /// Reads families, IDs and names with commas between them: `LOC,EVT,HOOK-04,ticket.close`.
    ///
    /// # Errors
    /// One of them is none: says so, and names the nearest.
    pub fn parse(text: &str, catalog: &Catalog) -> Result<Self, String> {
        let families = families(catalog);
        let parts = text.split(',').map(str::trim).map(|part| {
            let family = families.iter().find(|family| family.eq_ignore_ascii_case(part));
            let entry = catalog.entry(part).map(|entry| entry.label().to_owned());
            family.cloned().or(entry).ok_or_else(|| unknown(part, &families, catalog))
        });
        Ok(Self { parts: parts.collect::<Result<_, _>>()? })
    }

    /// Whether no part is asked for.
    pub(super) fn is_everything(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether an entry is asked for: by its family, its ID, its name, or the rule that it stands for.
    pub(super) fn takes(&self, entry: &Entry<'_>) -> bool {
        let names = names(entry);
        let asked = |part: &String| names.iter().any(|name| name == part || family(name) == Some(part));
        self.parts.is_empty() || self.parts.iter().any(asked)
    }
}

fn unknown(part: &str, families: &BTreeSet<String>, catalog: &Catalog) -> String {
    let near = nearest(part, families.iter().map(String::as_str)).or_else(|| catalog.nearest_entry(part));
    let families = families.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let help = near.map_or_else(|| format!("the families are {families}"), |near| format!("did you mean {near}?"));
    format!("\"{part}\" is no family of rules and no entry of the catalogue: {help}")
}

/// What an entry is asked for by.
fn names<'a>(entry: &Entry<'a>) -> Vec<&'a str> {
    let stands_for = match entry {
        Entry::Location(_) if entry.platform() == Platform::Desk => vec![LOCATIONS],
        Entry::Rule(_) | Entry::Quirk(_) => Vec::new(),
        Entry::Property(_) | Entry::Location(_) => entry.rules(),
        Entry::Event(_) | Entry::Hook(_) | Entry::Exchange(_) | Entry::Call(_) | Entry::Limit(_) | Entry::Message(_) => {
            entry.rules().into_iter().take(1).collect()
        }
    };
    std::iter::once(entry.label()).chain(stands_for).collect()
}

/// The family of Desk's rules on locations; a location itself is no single rule's.
const LOCATIONS: &str = "LOC-";

/// `HOOK` of `HOOK-04`.
fn family(id: &str) -> Option<&str> {
    id.split_once('-').map(|(family, _)| family).filter(|family| family.bytes().all(|c| c.is_ascii_uppercase()))
}

fn families(catalog: &Catalog) -> BTreeSet<String> {
    let of_each = Kind::ALL.into_iter().flat_map(|kind| catalog.all(kind));
    of_each.flat_map(|entry| names(&entry).into_iter().filter_map(family).map(str::to_owned).collect::<Vec<_>>()).collect()
}
