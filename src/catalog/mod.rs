//! What the platforms document, as data: events, hooks, locations, properties, HTTP exchanges, rules, quirks, limits, and the host's own texts.
//!
//! The files lie under `catalog/`; the build script checks them and packs them, and [`Catalog::documented`] unpacks them once.
//! Whoever needs a number, a list of locations or the keys of a payload asks here and keeps none of it in code.

mod bounds;
mod check;
mod data;
mod dialect;
mod entry;
mod explain;
mod form;
mod lookup;
mod names;
mod object;
mod platform;
mod reach;
mod recorded;
mod store;
mod template;
mod variables;

pub use check::{Violation, violations};
pub use data::{
    Address, Alias, Also, Body, Call, Code, Codes, Data, Deviation, Event, Exchange, Filed, Hook, Limit, Location, Message, Method, Page,
    Party, Payload, Platform, Property, Quirk, Rate, Reading, Rule, Sample, Table, Type, Unit, Variable, Variant, When,
};
pub use dialect::{CURRENT, said_as};
pub use entry::{Entry, Kind};
pub use reach::MODAL;
pub use recorded::{Recorded, Remark};
pub use store::{Catalog, Error};
