//! What the agent does in the editors of replies.

use super::actions::act;
use super::broken::{Make, turn};
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::desk::{Action, Close, Reply};
use deskspec::host::{Effect, Input, Model};

/// Everything that can be wrong with these.
pub(super) fn mutations() -> Vec<Mutation> {
    rows(&[
        ("a reply that closes closes nothing", &["HOOK-17", "Q-36"], act(|what| reply_as(what, false))),
        ("every reply closes the ticket", &["HOOK-16", "HOOK-17"], act(|what| reply_as(what, true))),
        ("a reply that closes is a close alone", &["HOOK-17", "Q-36"], act(close_alone)),
        ("a reply that closes asks ticket.close, too", &["HOOK-17", "Q-36"], asks_twice()),
    ])
}

fn reply_as(what: &mut Action, closing: bool) {
    if let Action::Reply(Reply { close, .. }) = what {
        *close = closing;
    }
}

fn close_alone(what: &mut Action) {
    if let Action::Reply(Reply { ticket, close: true, .. }) = what.clone() {
        *what = Action::Close(Close { ticket });
    }
}

/// The close is an action of its own before the reply.
fn asks_twice() -> Make {
    turn(|host: &mut dyn Model, now: Instant, input: Input| {
        let mut effects = Vec::<Effect>::new();
        if let Input::Act { action, what: Action::Reply(Reply { ticket, close: true, .. }) } = &input {
            effects.extend(host.apply(now, Input::Act { action: *action, what: Action::Close(Close { ticket: ticket.clone() }) }));
        }
        effects.extend(host.apply(now, input));
        effects
    })
}
