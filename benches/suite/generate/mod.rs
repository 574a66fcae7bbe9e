//! Writes suites whose scenarios all pass: the same bytes for the same numbers, on every machine.

mod bare;
mod feature;
mod peers;
mod random;
mod real;
mod real_fixtures;
mod real_scenarios;
mod suite;
mod words;

use super::bare::{Body, Definition, GIVENS, Part, THENS, WHENS};

pub(super) use suite::{Kind, Size, generate};
