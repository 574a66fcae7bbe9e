//! Zoho Desk: tickets, an agent, pages, widgets, the hooks that may stop an action and the events that follow it.

mod action;
mod assign;
mod broadcast;
mod colleague;
mod comment;
mod customer;
mod data;
mod field;
mod hook;
mod model;
mod page;
mod reply;
mod service;
mod status;
mod text;
mod ticket;
mod widget;

pub use action::Action;
pub use assign::Assign;
pub use colleague::{Agent, Team};
pub use comment::AddComment;
pub use customer::{Customer, Module};
pub use field::{MarkSpam, SetDueDate, SetField};
pub use model::{Desk, Portal};
pub use page::Page;
pub use reply::{Reply, ReplyAndClose};
pub use service::url_encoded as url_encode;
pub use status::{Close, Reopen, SetStatus};
pub use ticket::{Comment, Thread, Ticket};
pub use widget::Widget;
