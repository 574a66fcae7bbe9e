//! The host's REST side over HTTP, for a vendor's own server to talk to: `deskspec serve`.
//!
//! A scenario's Givens are played ([`givens`]), and its World stays where it is ([`attend`]): each request becomes one of the model's
//! ([`Stage::called`](crate::stage::Stage::called)), one after the other, at the instant at which the virtual clock stands. Time moves by
//! `POST /_deskspec/clock` alone. What is served is described by [`openapi`], which is made from the catalogue.

mod door;
mod givens;
mod office;
mod openapi;
mod schema;

pub use door::{Door, Entrance};
pub use givens::{bare, givens};
pub use office::{Asked, CLOCK, DOCUMENT, INSTALLATIONS, answer, attend};
pub use openapi::openapi;
