//! What a misspelt word was meant to be: behind every "did you mean".

mod nearest;
mod slips;

pub use nearest::{nearest, nearest_within};
pub use slips::slips;
