//! The subject under test: what a vendor ships, and the port behind which it runs.

pub mod app;
pub mod endpoint;
pub mod js;
mod local;
pub mod package;
mod port;
mod scripted;
mod server;
mod sight;

pub use local::{LocalStorage, LocalStorages};
pub use port::{Act, Ask, Defect, DefectKind, HandlerAnswer, How, Level, Opening, Place, Reply, Subject, WakeId};
pub use scripted::{Answering, Script, Scripted};
pub use server::{NoAnswer, Outgoing, Server};
pub use sight::{Gesture, Look, NotDone};
