//! Channel sync: tickets and threads of an external service, pulled from an extension's own server, and agents' replies, pushed to it
//! (P, "Channel Integration"; C).

mod again;
mod answer;
mod channel;
mod contact;
mod exchange;
mod import;
mod import_thread;
mod plain;
mod push;
mod synced;

pub use again::SendAgain;
pub use channel::{CHANNEL_STATE, Channel};
pub use synced::{Delivery, Synced};

pub(super) use exchange::{For, Sync};
