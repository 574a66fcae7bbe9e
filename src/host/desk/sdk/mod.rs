//! What a widget has done with the client SDK, beside reading (P, "Set Wrapper", "Extension APIs", "Invoke APIs"; SDK-07, SDK-10, SDK-13, SDK-15).

mod calling;
mod config;
mod database;
mod invoke;
mod multipart;
mod popup;
mod request;
mod ticket;

pub(super) use calling::Refused;
pub(super) use request::answered;
pub(in crate::host) use request::{parsed, with_query};
