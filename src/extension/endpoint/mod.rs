//! The vendor's real server: HTTP to hosts that were named, and to no others, and what these servers ask of Desk in turn.
//!
//! One thread a run ([`Network`]) does all that is HTTP; each scenario has a [`Line`] to it, the side of the port that is real
//! ([`Server`](super::Server)). A scenario waits while its call is open, and answers meanwhile what comes in for it. What comes in finds its
//! scenario by the securityContext, which is another for every scenario and extension.
//!
//! Without a [`Network`], nothing opens a socket.

mod address;
mod call;
mod line;
mod listen;
mod network;
mod registry;
mod wire;

pub use address::{Endpoint, listening};
pub use line::Line;
pub use network::Network;
pub use wire::{LARGEST, incoming, outgoing};
