//! A reply that was pulled back before its push was answered (CH-24).

use super::super::Desk;
use crate::host::Effect;
use serde_json::Value;

impl Desk {
    /// The answer to a push, whose ID is no other thread's. Where the reply was pulled back already, it takes the place of that copy; an ID that is another
    /// message's says nothing of this one (derived).
    pub(super) fn with_an_id_of_its_own(
        &mut self,
        extension: &str,
        reply: &str,
        answer: Value,
        out: &mut Vec<Effect>,
    ) -> Result<Value, String> {
        let ext_id = answer.get("extId").and_then(Value::as_str).unwrap_or_default();
        let Some((ticket, copy)) = self.thread_of(extension, ext_id).filter(|(_, known)| known != reply) else { return Ok(answer) };
        let threads = self.ticket(&ticket).map(|ticket| (ticket.thread(&copy), ticket.thread(reply)));
        if !matches!(threads, Some((Some(copy), Some(_))) if copy.synced.delivery.is_none() && !copy.incoming) {
            return Err(self.catalog.wording("channel.taken", &[("extId", ext_id)]));
        }
        out.push(Effect::applied("CH-24"));
        self.take_place(&ticket, &copy, reply);
        Ok(answer)
    }

    /// Whatever is about one thread is about the other, and that one is gone.
    fn take_place(&mut self, ticket: &str, of: &str, thread: &str) {
        if let Some(ticket) = self.ticket_mut(ticket) {
            ticket.threads.retain(|it| it.id != of);
            ticket.count_threads();
            ticket.draft.iter_mut().filter(|draft| draft.thread == of).for_each(|draft| draft.thread = thread.to_owned());
        }
        self.editor.iter_mut().filter(|editor| editor.thread == of).for_each(|editor| editor.thread = thread.to_owned());
        let on_it = self.widgets.values_mut().filter(|widget| widget.thread.as_deref() == Some(of));
        on_it.for_each(|widget| widget.thread = Some(thread.to_owned()));
    }
}
