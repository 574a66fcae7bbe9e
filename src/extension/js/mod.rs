//! The vendor's page in an embedded engine: one fresh sandbox per widget and scenario, behind the port.
//!
//! A [`Program`] is a page made ready once: every script as bytecode. A [`Sandbox`] runs it: no file, no network, no clock and no chance of its
//! own; memory, stack, fuel, jobs, timers, log and open questions are limited ([`Limits`]). The host's end of the client SDK's message protocol
//! stands behind the page, so that a page with another SDK that speaks it runs on the same path.
//!
//! What spins or allocates without end is cut: the defect is reported, nothing more of that entry runs, and the widget is dead from then on, as a
//! frame that hangs or crashes is in a browser. Recursion without end is an ordinary exception in JavaScript, and stays one.
//!
//! Nothing of the engine leaves this module.

mod app;
mod around;
mod bytecode;
mod context;
mod core;
mod engine;
mod fault;
mod heap;
mod host;
mod limits;
mod parts;
mod program;
mod sandbox;
mod shared;
mod shelf;
mod stack;
mod value;
mod wire;
mod zone;

pub use app::{AppProgram, AppServer};
pub use limits::Limits;
pub use parts::SDK;
pub use program::Program;
pub use sandbox::Sandbox;
pub use wire::SERVICE_ORIGIN as DESK;
