//! What no output shows: secure params, secrets of manifests, securityContexts, HASHes and authorisations.

use super::Scenario;
use crate::gherkin::Pickle;
use crate::host::{Effect, Host, Request};
use crate::record::Mask;
use crate::stage::Happened;
use serde_json::{Map, Value};
use std::sync::Arc;

/// Headers whose values are secrets (REST-02, REST-12).
const HEADERS: [&str; 2] = ["HASH", "Authorization"];

impl Scenario {
    /// Hides what authors and vendors keep secret: enough where nothing is told but what they wrote themselves.
    #[must_use]
    pub fn mask_of_authors(&self) -> Mask {
        Mask::new(self.stage.host().secrets())
    }

    /// Hides all secrets of the scenario, those that Desk gave out or was shown included.
    #[must_use]
    pub fn mask(&self) -> Mask {
        let host = self.stage.host();
        let contexts = if let Host::Desk(desk) = host { desk.security_contexts().collect() } else { Vec::new() };
        let shown = self.stage.trace.entries.iter().flat_map(|entry| headers(&entry.what)).filter_map(Value::as_str);
        Mask::new(host.secrets().into_iter().chain(contexts).chain(shown))
    }

    /// Where the scenario knows more of its authors' secrets than when it was asked last: the scenario, and what hides them.
    pub fn new_mask(&mut self) -> Option<(Arc<Pickle>, Mask)> {
        let count = self.stage.host().secrets().len();
        if count == self.known_secrets {
            return None;
        }
        self.known_secrets = count;
        Some((self.place.pickle()?, self.mask_of_authors()))
    }
}

fn headers(happened: &Happened) -> impl Iterator<Item = &Value> {
    let of: Option<&Map<String, Value>> = match happened {
        Happened::Called(_, Request { headers, .. }) | Happened::Host(Effect::CallEndpoint { request: Request { headers, .. }, .. }) => {
            Some(headers)
        }
        Happened::Host(Effect::Invoke { request, .. }) => Some(&request.headers),
        Happened::Host(Effect::CallService { call, .. }) => Some(&call.headers),
        _ => None,
    };
    let secret = |name: &String| HEADERS.iter().any(|header| name.eq_ignore_ascii_case(header));
    of.into_iter().flatten().filter(move |(name, _)| secret(name)).map(|(_, value)| value)
}
