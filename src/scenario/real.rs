//! What real servers answer, held against what the feature says that they do.

use super::scenario::Failed;
use super::{Exchanging, Outcome, Scenario};
use crate::compare::{Options, Pattern, compare, short};
use crate::fixture::Fixture;
use crate::host::ServiceAnswer;
use crate::record::{Failure, Fault};
use crate::stage::Promised;
use serde_json::Value;
use std::sync::Arc;

/// A real server may say more than the feature expects.
const CONTAINING: Options = Options { containing: true, any_order: false };
/// The most characters of a body that a failure shows.
const SHOWN: usize = 200;

/// An answer of a channel's server, and where the feature says it.
#[derive(Debug, Clone)]
pub(super) struct Promise {
    extension: String,
    exchange: String,
    body: Value,
    fixture: Arc<Fixture>,
}

impl Scenario {
    /// What a fixture, or a doc string, says that a server answers: where the server really runs, it must.
    pub(super) fn promise(&mut self, extension: &str, Exchanging(exchange): &Exchanging, fixture: Arc<Fixture>) -> Result<Value, Failed> {
        let body = self.filled(&fixture)?;
        self.said.push(Promise { extension: extension.to_owned(), exchange: exchange.clone(), body: body.clone(), fixture });
        Ok(body)
    }

    /// Real servers have answered as the feature says.
    pub(super) fn as_promised(&mut self) -> Outcome {
        self.stage.take_promised().into_iter().try_for_each(|promised| self.is_as_promised(promised))
    }

    fn is_as_promised(&mut self, Promised { extension, exchange, said, came }: Promised) -> Outcome {
        let what = format!("the answer of the server of \"{extension}\" to {exchange}");
        let answer = match came {
            Ok(answer) => answer,
            Err(reason) => return self.departs(format!("{what} is missing: {reason}"), Vec::new()),
        };
        let documented = self.catalog.exchange(&exchange).and_then(|it| it.status).filter(|status| *status != answer.status);
        if let Some(status) = documented {
            let ServiceAnswer { status: found, body, .. } = answer;
            return self.departs(format!("{what} has the status {found}, not {status}"), vec![short(&body, SHOWN)]);
        }
        if said.is_null() {
            // The feature says nothing of a body.
            return Ok(());
        }
        let is_it = |known: &&Promise| known.extension == extension && known.exchange == exchange && known.body == said;
        match self.said.iter().rev().find(is_it).map(|known| Arc::clone(&known.fixture)) {
            Some(fixture) => self.matches_fixture(&what, &fixture, &answer.body, CONTAINING),
            None => {
                let found = compare(&Pattern::literal(&said), Some(&answer.body), CONTAINING);
                self.expect(found.is_empty(), || format!("{what} is {}, not {}", short(&answer.body, SHOWN), short(&said, SHOWN)))
            }
        }
    }

    fn departs(&mut self, title: String, details: Vec<String>) -> Outcome {
        let help = "start the server where --endpoint says that it is, or mend it; a fault that the feature wants, it says itself";
        let mut failure = Failure::new(Fault::Unmet, title).help(help);
        failure.details = details;
        self.fail(failure)
    }

    /// Remembers whose real servers were there to be asked, and which channels there were.
    pub fn note_servers(&self) {
        let Some(network) = &self.setup.network else { return };
        let desk = self.stage.desk();
        let there = network.names().filter(|name| desk.installation(name).is_some());
        there.chain(desk.installed_channels().map(|channel| channel.extension.as_str())).for_each(|name| self.setup.note_server(name));
    }
}
