//! The agent merges tickets.

use super::{Outcome, Scenario};
use crate::host::desk::Merge;

impl Scenario {
    /// The agent merges one ticket into another.
    pub fn merge(&mut self, ticket: &str, into: &str) -> Outcome {
        self.merge_all(vec![ticket.to_owned()], into)
    }

    /// The agent merges the tickets of the step's table into another.
    pub fn merge_table(&mut self, into: &str) -> Outcome {
        let tickets = self.column()?;
        self.merge_all(tickets, into)
    }

    fn merge_all(&mut self, merged: Vec<String>, into: &str) -> Outcome {
        self.known_ticket(into)?;
        for (at, id) in merged.iter().enumerate() {
            self.known_ticket(id)?;
            if id == into || merged[..at].contains(id) {
                return self.wrong(
                    format!("the ticket \"{id}\" cannot be merged with itself"),
                    "name another ticket; the page is \"Hooks › On merging tickets\"",
                );
            }
        }
        let told = format!("merges {} into the ticket {into}", merged.join(", "));
        self.act(told, Merge { into: into.to_owned(), merged })
    }

    /// A ticket is gone, because it was merged.
    pub fn expect_merged(&mut self, id: &str, into: &str) -> Outcome {
        self.known_ticket(into)?;
        let desk = self.stage.desk();
        let (there, found) = (desk.ticket(id).is_some(), desk.merged_into(id).map(str::to_owned));
        if !there && found.is_none() {
            return self.known_ticket(id);
        }
        let told = found.as_ref().map_or_else(|| "it is there still".to_owned(), |other| format!("it was merged into \"{other}\""));
        self.expect(!there && found.as_deref() == Some(into), || format!("the ticket \"{id}\" is not merged into \"{into}\": {told}"))
    }
}
