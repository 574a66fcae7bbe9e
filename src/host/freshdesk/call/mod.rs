//! What an app's server calls in the sandbox, and its pages through their client (FD-16).

mod calling;
mod data;
mod database;
mod expression;
mod instance;
mod invoke;
mod other;
mod request;
mod schedule;
mod template;

pub(super) use calling::{Calling, Done};
pub(super) use invoke::Invoked;
pub(super) use request::answered;
