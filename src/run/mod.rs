//! Select, match, execute, collect: features become a record.

mod execute;
mod load;
mod matcher;
mod panics;
mod plan;
mod select;
mod sieve;
mod worker;

pub use load::{Loaded, load};
pub use matcher::{Found, Matcher};
pub use plan::{Options, Plan};
pub use select::{Selection, SelectionError, Target, Targets, nearest_beside, targets};
