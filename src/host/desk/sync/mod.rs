//! Channel sync: tickets and threads of an external service, pulled from an extension's own server, and agents' replies, pushed to it
//! (P, "Channel Integration"; C).

mod again;
mod answer;
mod broken;
mod channel;
mod config;
mod contact;
mod copy;
mod edit;
mod exchange;
mod extra;
mod fetch;
mod import;
mod import_thread;
mod plain;
mod push;
mod pushed;
mod restart;
mod source;
mod synced;
mod transport;

pub use again::SendAgain;
pub use channel::{CHANNEL_STATE, Channel};
pub use edit::EditReply;
pub use fetch::{Fetched, Fetching};
pub use source::{NoLink, OpenSource, Source};
pub use synced::{Delivery, Synced};

pub(super) use exchange::{For, Sync};
pub(in crate::host) use plain::plain;
