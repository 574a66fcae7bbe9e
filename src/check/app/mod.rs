//! Whether a Freshdesk app is sound: its manifest, installation parameters, request templates, server and pages.

mod calls;
mod document;
mod events;
mod iparams;
mod known;
mod lifecycle;
mod look;
mod manifest;
mod pages;
mod parts;
mod places;
mod read;
mod secrets;
mod server;
mod table;
mod templates;
mod uses;

pub use look::check_app;
pub(super) use table::{DOCUMENTS, VENDOR};
