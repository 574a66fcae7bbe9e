//! Percent-encoding: what a text looks like inside of a URL.

mod code;

pub use code::{COMPONENT, decoded, encoded};
