//! What `deskspec explain` prints of an entry: plain text, at most 100 columns wide.

mod call;
mod entries;
mod exchange;
mod facts;
mod http;
mod payload;
mod sheet;
