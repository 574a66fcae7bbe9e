//! Desk's invoke, as the sample's server needs it: the HASH is checked, the request goes out, its answer comes back.

use deskspec::clock::Instant;
use deskspec::host::desk::{Desk, hmac_sha256};
use deskspec::host::{CalledId, Effect, Input, Model, Request, ServiceAnswer, ServiceCall};
use serde_json::{Map, Value, json};

/// A host with invoke.
pub(crate) struct Invoking(pub(crate) Box<dyn Model>);

impl Model for Invoking {
    fn apply(&mut self, now: Instant, input: Input) -> Vec<Effect> {
        match input {
            Input::Called { call, request } => vec![self.called(call, &request)],
            Input::Invoked { call, answer } => {
                let answer = answer.unwrap_or_else(|why| ServiceAnswer::new(502, why.into()));
                let body = json!({"statusCode": answer.status, "response": answer.body.to_string(), "responseHeaders": "{}"});
                vec![Effect::Responded { call, response: ServiceAnswer::new(200, body) }]
            }
            other => self.0.apply(now, other),
        }
    }

    fn desk(&self) -> &Desk {
        self.0.desk()
    }
}

impl Invoking {
    fn called(&self, call: CalledId, request: &Request) -> Effect {
        let said = |name: &str| request.body.get(name).and_then(Value::as_str);
        let extension = said("securityContext").and_then(|context| self.desk().extension_of(context)).unwrap_or_default();
        let secret = self.desk().installation(extension).and_then(|it| it.declared.manifest.get("secret")?.as_str()).unwrap_or_default();
        let order = ["requestURL", "requestType", "queryParams", "postBody", "headers", "connectionLinkName"];
        let text: Vec<_> = order.into_iter().filter_map(|name| Some(format!("{name}={}", said(name)?))).collect();
        if request.url != "/api/v1/invoke" || request.header("HASH") != Some(&hmac_sha256(secret.as_bytes(), &text.join("&"))) {
            return Effect::Responded { call, response: ServiceAnswer::new(403, Value::Null) };
        }
        let body = said("postBody").and_then(|body| serde_json::from_str(body).ok()).unwrap_or_default();
        let (method, url) = (said("requestType").unwrap_or_default().to_owned(), said("requestURL").unwrap_or_default().to_owned());
        Effect::Invoke { call, request: ServiceCall { method, url, headers: Map::new(), body, json: true } }
    }
}
