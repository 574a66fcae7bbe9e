//! What the documents ask for, and the vendor's own tool does not look at.

pub(super) mod callbacks;
mod config;
mod declared;
mod look;
pub(super) mod manifest;
mod places;
mod read;
pub(super) mod secrets;

pub(super) use look::look;
