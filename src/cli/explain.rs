use super::Exit;
use crate::catalog::{Catalog, Entry};
use crate::steps::{StepDoc, uses};

/// What is documented of `id`.
pub(super) fn explain(id: &str) -> (String, Exit) {
    let catalog = Catalog::documented();
    match catalog.entry(id) {
        Some(entry) => (entry.explain_with(catalog, &sentences(&entry, catalog)), Exit::Passed),
        None => {
            let near = catalog.nearest_entry(id).map(|near| format!(": did you mean `deskspec explain {near}`?")).unwrap_or_default();
            (format!("error: nothing is documented under \"{id}\"{near}\n"), Exit::Usage)
        }
    }
}

/// The sentences of features that have to do with an entry.
fn sentences(entry: &Entry<'_>, catalog: &Catalog) -> Vec<(String, Vec<String>)> {
    let uses = uses(entry, catalog);
    let lines = |docs: &[&StepDoc]| docs.iter().map(|doc| format!("{} {}", doc.keyword, doc.expression)).collect();
    vec![("steps that use it".to_owned(), lines(&uses.own)), (format!("steps that take any {}", entry.kind()), lines(&uses.any))]
}
