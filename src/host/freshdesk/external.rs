//! What third parties send to an app's target URL (Practice › What real Freshdesk apps do; FD-15).

use super::Freshdesk;
use super::action::{Deed, Nothing};
use crate::clock::{Instant, Millis};
use crate::host::{Effect, as_sent};
use serde_json::{Map, Value, json};

const CALLS: &str = "external.calls";
const MINUTE: &str = "external.minute";
const SIZE: &str = "external.size";

/// A third party calls the target URL of an app.
#[derive(Debug, Clone, PartialEq)]
pub struct CallTarget {
    /// The app's name.
    pub app: String,
    /// Texts, by their names.
    pub headers: Map<String, Value>,
    /// The body: JSON, or a text.
    pub data: Value,
}

impl Deed for CallTarget {
    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        (!freshdesk.is_installed(&self.app)).then(|| ("FD-15", format!("\"{}\" is not installed: nobody answers", self.app)))
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        let (size, most) = (as_sent(&self.data).len(), freshdesk.most(SIZE));
        if size > most {
            let what = format!("the request has {size} bytes, and {most} are let through: no onExternalEvent follows");
            return out.push(Effect::Decided { rule: "FD-15".into(), what });
        }
        let (calls, minute) = (freshdesk.most(CALLS), freshdesk.span(MINUTE));
        let app = freshdesk.apps.entry(self.app.clone()).or_default();
        if !app.count(now, CALLS, calls, minute) {
            let what = format!("{calls} requests came within {minute} ms: no onExternalEvent follows this one");
            return out.push(Effect::Decided { rule: "FD-15".into(), what });
        }
        let known = json!({"data": self.data, "headers": self.headers, "options": "freshdesk.onExternalEvent"});
        freshdesk.tell_app(now, &self.app, "onExternalEvent", &known, out);
    }
}

impl Freshdesk {
    /// The URL of an app, where third parties reach it: the same each time.
    pub(super) fn target_of(&mut self, app: &str) -> String {
        let url = format!("https://{}/apps/{}/external", self.account.domain, crate::percent::encoded(app, crate::percent::COMPONENT));
        self.apps.entry(app.to_owned()).or_default().target.get_or_insert(url).clone()
    }

    /// A limit that is a span of time; where the catalogue has no such limit, there is none.
    pub(super) fn span(&self, limit: &str) -> Millis {
        self.catalog.limit(limit).map_or(0, |limit| limit.value)
    }
}
