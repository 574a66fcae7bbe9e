//! The vocabulary. A step says what, in the documents' own words; how is the scenario's business.
//!
//! The first paragraph of a step's comment and the example below it are what `deskspec steps` prints.

mod active;
mod agent;
mod assign;
mod attachments;
mod availability;
mod callback;
mod calls;
mod channel;
mod channel_server;
mod community;
mod conversation;
mod customers;
mod departments;
mod desk_answers;
mod editor;
mod events;
mod extension;
mod fields;
mod fire;
mod form;
mod hooks;
mod host;
mod installation;
mod keep;
mod life;
mod merge;
mod modals;
mod moving;
mod outcome;
mod page;
mod permissions;
mod portal;
mod reads;
mod reply;
mod resources;
mod sdk_calls;
mod server;
mod server_data;
mod service;
mod siblings;
mod source;
mod storage;
mod sync;
mod task;
mod threads;
mod ticket;
mod uses;
mod vocabulary;
mod webhook;

pub use uses::{Uses, about, sentence_about, uses};
pub use vocabulary::{StepDoc, defined_at, vocabulary};
