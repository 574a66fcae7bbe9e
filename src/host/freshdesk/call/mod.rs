//! What an app's server calls in the sandbox (FD-16).

mod calling;
mod database;
mod expression;
mod other;
mod request;
mod schedule;
mod template;
