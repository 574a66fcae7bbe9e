//! What the JavaScript of a Freshdesk app says and does: its server, what that requires, and the scripts of its pages.

mod calls;
mod exports;
mod functions;
mod iparams;
mod script;

pub(crate) use super::used::{Arg, ArgKind};
pub(crate) use calls::Called;
pub(crate) use exports::Exports;
pub(crate) use script::{Script, page_scripts, server_scripts};
