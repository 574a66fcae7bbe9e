//! The loop between a host and the extensions on it, and the trace of what went between them.
//!
//! One input, then all its effects are carried out, then the next input; when nothing is left to do, only time brings more.

mod endpoints;
mod exercised;
mod fire;
mod freshdesk;
mod outside;
mod page;
mod perform;
mod server;
mod services;
#[expect(clippy::module_inception, reason = "the module is named for the struct that it is about")]
mod stage;
mod switch;
mod telling;
mod trace;
mod upheld;

pub use endpoints::{Answer, Endpoints, Scripted};
pub use exercised::exercised;
pub use server::Promised;
pub use services::{Service, Services};
pub use stage::{Factory, ModalPages, Stage};
pub use telling::tell;
pub use trace::{Entry, Happened, Trace};
