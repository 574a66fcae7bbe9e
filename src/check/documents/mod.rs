//! What the documents ask for, and the vendor's own tool does not look at.

mod callbacks;
mod config;
mod declared;
mod look;
mod manifest;
mod places;
mod read;
mod secrets;

pub(super) use look::look;
