//! The model of Freshdesk: what an account holds, what apps on it hear, and what they may stop.

mod model;

pub use model::Freshdesk;
