//! What a scenario says of Freshdesk.

mod account;
mod agent;
mod app;
mod contacts;
mod expect;
mod life;
mod page;
mod shape;
mod tickets;

pub use contacts::Fate;
