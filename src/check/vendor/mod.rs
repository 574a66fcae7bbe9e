//! What the vendor's own tool checks, in its order: `zet validate` of `zoho-extension-toolkit` 1.0.24.
//!
//! The checks bear the tool's own names, with `zet.` before them. Its verdict is kept, where it is odd too: a comment says so there. What
//! makes the tool itself break is a finding of its own ([`Broke`]), and nothing is looked at behind it.

mod actions;
mod authorisation;
mod config;
mod connectors;
mod files;
mod look;
mod manifest;
mod names;
mod permissions;
mod resources;
mod table;
mod value;
mod webhook;
mod widgets;

pub(super) use look::look;
pub(super) use table::CHECKS;
