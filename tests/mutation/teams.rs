//! Who is of which team, and whose a ticket is that comes with IDs.

use super::broken::{told, turn};
use super::mutation::{Mutation, rows};
use deskspec::host::Input;

/// Everything that can be wrong with these.
pub(super) fn mutations() -> Vec<Mutation> {
    rows(&[
        (
            "nobody belongs to a team",
            &["HOOK-13", "EVT-06"],
            turn(|host, now, input| if matches!(input, Input::JoinTeam { .. }) { Vec::new() } else { host.apply(now, input) }),
        ),
        ("the owner of a ticket that comes with an ID is told as the ID", &["Q-25", "SDK-17"], told(|input| named(input, "owner"))),
        ("the assignee of a ticket that comes with an ID is told as the ID", &["Q-25", "SDK-17"], told(|input| named(input, "assignee"))),
    ])
}

fn named(input: &mut Input, property: &str) {
    if let Input::PutTicket { properties, .. } = input
        && let Some(id) = properties.get("assigneeId").cloned()
    {
        properties.insert(property.to_owned(), id);
    }
}
