//! The shape of the catalogue's entries, as they stand in the files.
//!
//! The build script compiles this folder too, so that a slip in a file stops the build at its line and column: nothing in here
//! refers to the rest of the crate.

mod call;
mod exchange;
mod http;
mod payload;
mod place;
mod platform;
mod rule;
mod table;

pub use call::{Call, Rate};
pub use exchange::{Alias, Event, Hook, Variable, Variant};
pub use http::{Address, Body, Exchange, Method, Party};
pub use payload::{Also, Deviation, Payload, Sample, Type, When};
pub use place::{Location, Page, Property};
pub use platform::Platform;
pub use rule::{Code, Codes, Limit, Message, Quirk, Reading, Rule, Unit};
pub use table::{Data, Filed, Table};
