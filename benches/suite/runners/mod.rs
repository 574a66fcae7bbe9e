//! One suite, run by one runner: cucumber's own, a loop written by hand, and ours.

mod by_hand;
mod by_hand_real;
mod ours;
mod share;
mod stock;
mod tally;

use super::bare::Bare;

pub(super) use by_hand::by_hand;
pub(super) use by_hand_real::by_hand_real;
pub(super) use ours::{ours, ours_real};
pub(super) use stock::stock;
pub(super) use tally::Tally;
