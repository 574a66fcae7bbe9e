//! Virtual time: instants, and what is due when, in a fixed order.
//!
//! Nobody here reads this machine's clock. An [`Instant`] enters every model as an argument and leaves it as a wish to be woken.

mod instant;
mod timeline;

pub use instant::{Instant, Millis};
pub use timeline::{Rank, Timeline};
