//! The World that steps act upon: a stage, what the feature scripted, what it kept, and why it failed.

mod act;
mod active;
mod arguments;
mod arrange;
mod asked;
mod assign;
mod beside;
mod calls;
mod channel;
mod colleagues;
mod conversation;
mod customers;
mod dial;
mod did;
mod editor;
mod expect;
mod extensions;
mod fields;
mod fire;
mod form;
mod formed;
mod heard;
mod installation;
mod keep;
mod known;
mod matching;
mod merge;
mod modals;
mod moving;
mod packages;
mod reply;
#[expect(clippy::module_inception, reason = "the module is named for the struct that it is about")]
mod scenario;
mod scripts;
mod setup;
mod siblings;
mod span;
mod threads;

pub use fire::Brought;
pub use heard::How;
pub use packages::{PackageBook, SubjectWidget, Subjects};
pub use scenario::{Failed, Outcome, Scenario};
pub use setup::{Accepted, Setup, Wrap};
pub use span::Span;
