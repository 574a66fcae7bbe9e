//! What of the catalogue a run exercised: the sum of what its scenarios' traces show, against every entry there is.

mod gap;
mod scope;
mod tally;

pub use scope::Scope;
pub use tally::Coverage;
