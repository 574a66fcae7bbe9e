//! A channel ends with its installation (P, "Including Zoho Desk Resources").

use super::super::Desk;
use super::exchange::For;
use super::{Delivery, Fetching};
use crate::host::Effect;
use std::collections::BTreeMap;

impl Desk {
    /// A channel is gone: nobody is asked for news any more, and what waits for an answer waits no longer. Replies on their way have failed, and what it
    /// brought stays (derived).
    pub fn disconnect(&mut self, extension: &str, out: &mut Vec<Effect>) {
        self.sync.channels.retain(|_, channel| channel.extension != extension);
        let open = std::mem::take(&mut self.sync.open).into_iter();
        let (ended, open): (BTreeMap<_, _>, _) = open.partition(|(_, open)| open.extension == extension);
        self.sync.open = open;
        let reason = self.catalog.message("channel.gone").map(|message| message.text.clone()).unwrap_or_default();
        for open in ended.into_values() {
            match open.of {
                For::Pull | For::Redirect(_) => {}
                For::Push { ticket, thread } => self.deliver_reply(&ticket, &thread, Delivery::Failed(reason.clone()), out),
                For::Attachment { thread, url } => {
                    let attachments = self.thread_mut(&thread).into_iter().flat_map(|thread| &mut thread.synced.attachments);
                    attachments.filter(|it| it.url == url).for_each(|it| it.state = Fetching::Failed(reason.clone()));
                }
            }
        }
    }
}
