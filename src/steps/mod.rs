//! The vocabulary. A step says what, in the documents' own words; how is the scenario's business.
//!
//! The first paragraph of a step's comment and the example below it are what `deskspec steps` prints.

mod agent;
mod assign;
mod conversation;
mod editor;
mod events;
mod extension;
mod fields;
mod fire;
mod hooks;
mod keep;
mod outcome;
mod portal;
mod reply;
mod service;
mod threads;
mod ticket;
mod vocabulary;

pub use vocabulary::{StepDoc, defined_at, vocabulary};
