//! The bare suite's World and its 80 trivial definitions: what a runner costs when steps cost nothing.

mod definition;
mod givens;
mod thens;
mod whens;
mod world;

pub(super) use definition::{Body, Definition, Part};
pub(super) use givens::GIVENS;
pub(super) use thens::THENS;
pub(super) use whens::WHENS;
pub(super) use world::Bare;
