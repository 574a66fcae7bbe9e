//! deskspec: a declarative scenario runner for help-desk extensions.
//!
//! The floors of the house, from the ground up; a module imports only from floors below its own. ARCHITECTURE.md says why.

pub mod clock;
pub mod extension;
pub mod host;
