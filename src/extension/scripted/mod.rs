//! An extension that the feature plays: it answers as the scenario says, and when.

mod script;
mod subject;

pub use script::{Answering, Script};
pub use subject::Scripted;
