//! What the JavaScript of a Freshdesk app says and does: its server, what that requires, and the scripts of its pages.

mod calls;
mod exports;
mod functions;
mod iparams;
mod script;

pub(super) use calls::Called;
pub(super) use exports::Exports;
pub(super) use script::{Script, page_scripts, server_scripts};
