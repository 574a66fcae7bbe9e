use super::Exit;
use crate::catalog::Catalog;

/// What is documented of `id`.
pub(super) fn explain(id: &str) -> (String, Exit) {
    let catalog = Catalog::documented();
    match catalog.entry(id) {
        Some(entry) => (entry.explain(catalog), Exit::Passed),
        None => {
            let near = catalog.nearest_entry(id).map(|near| format!(": did you mean `deskspec explain {near}`?")).unwrap_or_default();
            (format!("error: nothing is documented under \"{id}\"{near}\n"), Exit::Usage)
        }
    }
}
