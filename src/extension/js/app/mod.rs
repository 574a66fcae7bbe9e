//! An app's server in the engine: server.js as the platform of Freshworks runs it, behind the port.
//!
//! Each event, hook and called function is an invocation of its own in a sandbox of its own, which begins with server.js and ends when nothing of
//! it waits any more: nothing is kept from one to the next but what the app keeps with the host.

mod engine;
mod invocation;
mod program;
mod server;

pub use program::AppProgram;
pub use server::AppServer;
