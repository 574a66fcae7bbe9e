//! A vendor's Freshdesk app: its folder, its manifest in any of the platform's versions, and what its server can require, read whole.
//!
//! As of a package of Desk's, all reading of files happens here, once, before anything runs.

mod declared;
mod file;
mod modules;
mod mount;
mod read;
mod resolve;
mod survey;

pub use declared::{Location, Registration};
pub use file::JsonFile;
pub use modules::{Module, Modules, SERVER};
pub use read::{App, AppPage, IPARAMS, IPARAMS_PAGE, MANIFEST, REQUESTS};
pub use survey::AppSurvey;
