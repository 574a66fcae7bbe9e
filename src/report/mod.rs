//! A run's record, told: to a person at a terminal, and to a CI server.
//!
//! Everything here turns [`crate::record`] into text. Nothing here looks at the host, runs anything, or reads this machine: the text of source
//! files comes from a function that the caller passes ([`Sources`]), and so does the time of day. A run's scenarios may be many: a report goes
//! through [`crate::record::Scenarios`] as often as it needs, and holds none of them.

mod attached;
mod check;
mod console;
mod counts;
mod coverage;
mod ending;
mod excerpt;
mod exchange;
mod files;
mod github;
mod junit;
mod lists;
mod picture;
mod reason;
mod rerun;
mod retries;
mod sarif;
mod section;
mod shared;
mod source_line;
mod style;
mod suite;
mod text;
mod waiting;
mod xml;

pub use check::{check, check_json};
pub use console::{Console, Progress};
pub use coverage::coverage;
pub use excerpt::Sources;
pub use github::github;
pub use junit::junit;
pub use picture::{picture, picture_of};
pub use rerun::rerun;
pub use sarif::sarif;
pub use style::Style;
