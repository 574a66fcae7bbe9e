//! Desk crashes and starts again: what it has stays, and what it waited for does not come any more (derived, CH-02, CH-16).

use super::super::Desk;
use crate::clock::Instant;
use crate::host::Effect;

impl Desk {
    /// Every exchange that waits for its answer has failed. Channels are pulled at their times, with the states that were kept.
    pub(in super::super) fn restart(&mut self, now: Instant, out: &mut Vec<Effect>) {
        let reason = self.catalog.wording("channel.restart", &[]);
        for (call, open) in std::mem::take(&mut self.sync.open) {
            self.end_exchange(now, call, open, Err(reason.clone()), out);
        }
    }
}
