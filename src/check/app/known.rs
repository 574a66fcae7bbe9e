use super::parts::LISTS;
use crate::catalog::Catalog;
use crate::spelling::nearest;

/// What the catalogue has of Freshdesk.
pub(super) struct Known<'a> {
    pub(super) catalog: &'a Catalog,
}

/// A name that may stand in a manifest, and the module that has it; empty where all have.
#[derive(Clone, Copy)]
pub(super) struct Name<'a> {
    pub(super) name: &'a str,
    pub(super) module: &'a str,
    /// Whether no page documents it.
    is_derived: bool,
}

/// The product's name in a manifest of 2.x.
const PRODUCT: &str = "freshdesk";

impl<'a> Known<'a> {
    /// Every event, and every hook of the server's.
    pub(super) fn events(&self) -> Vec<Name<'a>> {
        let events = self.catalog.events().map(|it| Name { name: &it.name, module: &it.module, is_derived: it.derived });
        let hooks = self.catalog.hooks().map(|it| Name { name: &it.name, module: &it.module, is_derived: false });
        // An interceptor is registered by a page: its name has a dot.
        events.chain(hooks.filter(|hook| !hook.name.contains('.'))).collect()
    }

    /// Every placeholder: where the server lives, which no module has, is none.
    pub(super) fn locations(&self) -> Vec<Name<'a>> {
        let placeholders = self.catalog.locations().filter(|it| !it.module.is_empty());
        placeholders.map(|it| Name { name: &it.name, module: &it.module, is_derived: it.derived }).collect()
    }

    /// Every call of the server's.
    pub(super) fn calls(&self) -> Vec<&'a str> {
        self.catalog.calls().map(|it| it.name.as_str()).collect()
    }

    /// Whether a product or module of a manifest is Freshdesk's.
    pub(super) fn is_part(&self, list: &str, name: &str) -> bool {
        if list == LISTS[0] { name == PRODUCT } else { self.modules().contains(&name) }
    }

    /// Every module that has something of Freshdesk's.
    pub(super) fn modules(&self) -> Vec<&'a str> {
        let mut found: Vec<_> = self.events().iter().chain(&self.locations()).map(|it| it.module).filter(|it| !it.is_empty()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What of these is meant.
    pub(super) fn nearest(&self, name: &str, list: &str) -> Option<&'a str> {
        if list == LISTS[0] { nearest(name, [PRODUCT]) } else { nearest(name, self.modules()) }
    }
}

/// The edit that makes a misspelt name right; else where the names are to be found.
pub(super) fn instead<'n>(name: &str, names: impl IntoIterator<Item = &'n str>, otherwise: &str) -> String {
    nearest(name, names).map_or_else(|| otherwise.to_owned(), |near| format!("did you mean \"{near}\"?"))
}

/// The same of names of the catalogue's; where none is near, those that are documented, or all where none is.
pub(super) fn one_of(name: &str, names: &[Name<'_>]) -> String {
    let is_any = names.iter().all(|known| known.is_derived);
    let told: Vec<&str> = names.iter().filter(|known| is_any || !known.is_derived).map(|known| known.name).collect();
    instead(name, names.iter().map(|known| known.name), &format!("write one of {}", told.join(", ")))
}
