//! The vocabulary. A step says what, in the documents' own words; how is the scenario's business.
//!
//! The first paragraph of a step's comment and the example below it are what `deskspec steps` prints.

mod active;
mod agent;
mod answers;
mod assign;
mod availability;
mod callback;
mod calls;
mod channel;
mod community;
mod conversation;
mod customers;
mod editor;
mod events;
mod extension;
mod extension_data;
mod faults;
mod fields;
mod fire;
mod form;
mod hooks;
mod imported;
mod installation;
mod keep;
mod life;
mod merge;
mod modals;
mod moving;
mod outcome;
mod portal;
mod reply;
mod resources;
mod server;
mod service;
mod siblings;
mod source;
mod sync;
mod task;
mod threads;
mod ticket;
mod uses;
mod vocabulary;

pub use uses::{Uses, about, sentence_about, uses};
pub use vocabulary::{StepDoc, defined_at, vocabulary};
