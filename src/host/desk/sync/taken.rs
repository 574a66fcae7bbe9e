//! The external ID that the answer to a push gives a reply: no other thread of the channel may have it (derived, CH-15, CH-24).

use super::super::Desk;
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::Value;

impl Desk {
    /// The answer, where its external ID is free. A pull may have brought the reply back before the answer came: that copy goes, and the reply
    /// stays. An ID of any other thread's would make two of one, whatever the service means: the push has failed.
    pub(super) fn free_answer(
        &mut self,
        now: Instant,
        extension: &str,
        reply: &str,
        answer: Value,
        out: &mut Vec<Effect>,
    ) -> Result<Value, String> {
        let ext_id = answer.get("extId").and_then(Value::as_str).unwrap_or_default().to_owned();
        let Some((ticket, other)) = self.thread_of(extension, &ext_id).filter(|(_, other)| other != reply) else { return Ok(answer) };
        let here = |desk: &Self, id: &str| desk.ticket(&ticket).and_then(|ticket| ticket.thread(id)).cloned();
        let came_back = here(self, &other).is_some_and(|thread| !thread.incoming && thread.synced.delivery.is_none());
        if !came_back || here(self, reply).is_none() {
            return Err(self.catalog.wording("channel.taken", &[("extId", &ext_id)]));
        }
        let mut count = 0;
        if let Some(ticket) = self.ticket_mut(&ticket) {
            ticket.threads.retain(|thread| thread.id != other);
            count = ticket.threads.len();
        }
        out.push(Effect::applied("CH-24"));
        self.change(now, &ticket, "threadCount", count.to_string().into(), out);
        Ok(answer)
    }
}
