//! What the JavaScript of a Freshdesk app says and does: its server, what that requires, and the scripts of its pages.

mod calls;
mod exports;
mod functions;
mod iparams;
mod script;

pub(in crate::check) use calls::Called;
pub(in crate::check) use exports::Exports;
pub(in crate::check) use script::{Script, page_scripts, server_scripts};
