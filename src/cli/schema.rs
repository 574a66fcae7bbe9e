use super::args::SchemaOf;
use super::{Exit, config};
use crate::catalog::Catalog;
use crate::check::{fixture_schema, manifest_schema, resources_schema};

/// The JSON Schema of a kind of file.
pub(super) fn schema(of: SchemaOf) -> (String, Exit) {
    let catalog = Catalog::documented();
    let schema = match of {
        SchemaOf::Manifest => manifest_schema(catalog),
        SchemaOf::Resources => resources_schema(catalog),
        SchemaOf::Fixture => fixture_schema(catalog),
        SchemaOf::Config => config::schema(),
    };
    (format!("{schema:#}\n"), Exit::Passed)
}
