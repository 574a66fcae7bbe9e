//! Whether a vendor's package is sound: everything that can be said of it before it runs.
//!
//! A check takes a [`crate::extension::package::Survey`] and gives findings; it reads no file and runs nothing. All checks stand in one table
//! ([`checks`]), each with its ID, so that a test can hold that each of them catches something. The vendor's own tool comes first, in its
//! order and with its verdict; then what the documents ask for and it does not look at.

mod app;
mod code;
mod documents;
mod flaws;
mod found;
mod payload;
mod run;
mod schema;
mod table;
mod vendor;

pub use app::check_app;
pub use payload::{NotJson, check_payload};
pub use run::{Rules, check};
pub use schema::{fixture_schema, manifest_schema, resources_schema, titled};
pub use table::{Check, app_checks, checks};
