//! The model of Freshdesk: what an account holds, what apps on it hear, and what they may stop.

mod account;
mod action;
mod api;
mod app;
mod call;
mod contact;
mod contacts;
mod conversation;
mod conversing;
mod create;
mod escalation;
mod external;
mod hook;
mod life;
mod model;
mod put;
mod remove;
mod schedule;
mod shape;
mod staff;
mod status;
mod telling;
mod ticket;
mod time;
mod update;
mod verdict;
mod wake;
mod widget;

pub use account::Account;
pub use action::Action;
pub use api::Api;
pub use app::{App, Kept};
pub use contact::Contact;
pub use contacts::{ActivateContact, BlockContact, CreateContact, DeleteContact, MakeAgent, UpdateContact, WhitelistContact};
pub use conversation::Conversation;
pub use conversing::{AddNote, CustomerReplies, Reply};
pub use create::CreateTicket;
pub use escalation::Clock;
pub use external::CallTarget;
pub use life::{InstallApp, UninstallApp, UpdateApp};
pub use model::Freshdesk;
pub use put::Put;
pub use remove::{DeleteTicket, MarkSpam, RestoreTicket};
pub use schedule::Schedule;
pub use staff::{Agent, Belonging, Kind};
pub use status::{Close, Reopen, Resolve};
pub use ticket::Ticket;
pub use update::UpdateTicket;
pub use wake::Due;

/// The location of an app's server.
pub const SERVER: &str = "server";
