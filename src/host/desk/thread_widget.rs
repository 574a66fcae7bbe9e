//! Widgets in the menus of single threads (P, "Thread More Actions - desk.ticket.thread.moreaction"; LOC-09).

use super::Desk;
use crate::catalog::Page;
use crate::host::{Effect, WidgetId};

impl Desk {
    /// The agent picks a widget in a thread's menu: it belongs to that thread until the page is gone, and another thread has one of its own.
    pub(super) fn pick_on_thread(&mut self, id: WidgetId, thread: String, out: &mut Vec<Effect>) {
        let is_there =
            self.page.shown_ticket().and_then(|ticket| self.ticket(ticket)).is_some_and(|ticket| ticket.thread(&thread).is_some());
        let of_threads = |location: &str| self.catalog.location(location).is_some_and(|location| location.page == Page::TicketThread);
        let waits = self.widgets.get(&id).is_some_and(|widget| !widget.alive && of_threads(&widget.location));
        if !(is_there && waits && self.out_of_reach(id).is_none()) {
            return;
        }
        if let Some(widget) = self.widgets.get_mut(&id) {
            widget.thread = Some(thread);
            self.open(id, "LOC-09", out);
        }
    }
}
