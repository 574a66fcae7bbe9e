use super::super::found::Found;
use super::{callbacks, config, declared, manifest, places, read, secrets};
use crate::catalog::Catalog;

/// Everything, in the order of the files: the manifest, resources.json, what is shipped.
pub(in super::super) fn look(found: &mut Found<'_>, catalog: &Catalog) {
    read::look(found);
    if found.package().is_some_and(|package| package.manifest.is_object()) {
        manifest::look(found, catalog);
        places::look(found, catalog);
        config::look(found);
        callbacks::look(found, catalog);
        declared::look(found, catalog);
    }
    secrets::look(found);
}
