//! What an extension says of its server, and how that calls Desk through invoke: as a vendor's real server would.

use super::meant::{meant, meant_key};
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::desk::{Declared, hashed, hmac_sha256};
use crate::host::{Input, Request};
use serde_json::{Map, Value, json};

/// What is odd about an invoke call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddly<'a> {
    /// Nothing.
    Not,
    /// Another secret than the manifest's signs it.
    Secret(&'a str),
    /// Its HASH was made elsewhere.
    Hash(&'a str),
    /// It has no HASH.
    NoHash,
    /// It names another securityContext.
    Context(&'a str),
    /// It names another organisation.
    Organisation(&'a str),
    /// It has its securityContext in the query.
    ContextInQuery,
    /// It has this connectionLinkName in the query.
    ConnectionInQuery(&'a str),
    /// It names the organisation and the installation as they came with something.
    Brought {
        /// The organisation.
        org_id: &'a str,
        /// The securityContext.
        context: &'a str,
    },
    /// It is sent as JSON.
    Json,
}

impl Scenario {
    /// A scripted extension's manifest has a secret.
    pub fn declare_signature(&mut self, extension: &str, secret: &str) -> Outcome {
        self.declare_keys(extension, Map::from_iter([("secret".to_owned(), secret.into())]))
    }

    /// A scripted extension's manifest has one more connection, with the scopes of the step's table where it has one.
    pub fn declare_connection(&mut self, extension: &str, name: &str, scopes: bool) -> Outcome {
        let scopes = if scopes { self.column()? } else { Vec::new() };
        let known = self.manifest_of(extension).and_then(|manifest| manifest.get("connectors")?.as_array().cloned());
        let mut connectors = known.unwrap_or_default();
        connectors.push(json!({
            "connectionLinkName": name, "connectionName": name, "serviceName": name, "userAccess": true, "isUserDefinedService": false,
            "scope": scopes,
        }));
        self.declare_keys(extension, Map::from_iter([("connectors".to_owned(), connectors.into())]))
    }

    /// A scripted extension is installed, and its manifest has these keys.
    fn declare_keys(&mut self, extension: &str, manifest: Map<String, Value>) -> Outcome {
        self.declare_more(extension, Declared { manifest, ..Declared::default() })?;
        self.stage.input(Input::Stand { extension: extension.to_owned() });
        Ok(())
    }

    fn manifest_of(&self, extension: &str) -> Option<&Map<String, Value>> {
        self.stage.desk().installation(extension).map(|installation| &installation.declared.manifest)
    }

    /// The server has Desk call somebody: a method and a URL, and what the doc string has of invoke's other fields.
    pub fn server_invokes(&mut self, extension: &str, line: &str, with: bool, oddly: Oddly<'_>) -> Outcome {
        let (method, url) = self.method_and_url(line)?;
        let more = if with { self.invoke_fields()? } else { Map::new() };
        let first = [("requestURL".to_owned(), url.into()), ("requestType".to_owned(), method.into())];
        self.invoke(extension, first.into_iter().chain(more).collect(), oddly)
    }

    /// `GET https://…` as its two words.
    pub(super) fn method_and_url(&mut self, line: &str) -> Result<(String, String), Failed> {
        match line.split_once(' ') {
            Some((method, url)) => Ok((method.to_owned(), url.trim().to_owned())),
            None => self.wrong(format!("\"{line}\" is no request"), "write a method and a URL, such as \"GET https://chat.example/users\""),
        }
    }

    /// The doc string's fields of an invoke call; what is no text there is sent as JSON text.
    fn invoke_fields(&mut self) -> Result<Map<String, Value>, Failed> {
        let Value::Object(given) = self.document()? else {
            return self.wrong("the doc string is no object of invoke's fields", "write {\"postBody\": {…}, \"headers\": {…}}");
        };
        let catalog = std::sync::Arc::clone(&self.catalog);
        let known = catalog.exchange("invoke").and_then(|it| it.request.as_ref()).into_iter().flat_map(|body| &body.payload.keys);
        let known: Vec<_> = known.map(|key| key.key.as_str()).collect();
        if let Some(unknown) = given.keys().find(|name| !known.contains(&name.as_str())) {
            let help = meant_key(unknown, known.iter().copied(), format!("write some of {}", known.join(", ")));
            return self.wrong(format!("invoke has no field \"{unknown}\""), help);
        }
        let text = |value: Value| if value.is_string() { value } else { value.to_string().into() };
        Ok(given.into_iter().map(|(name, value)| (name, text(value))).collect())
    }

    /// One invoke call, signed with the manifest's secret unless something is odd about it.
    pub(super) fn invoke(&mut self, extension: &str, mut fields: Map<String, Value>, oddly: Oddly<'_>) -> Outcome {
        let secret = self.signing_secret(extension, oddly)?;
        let (org_id, context) = self.named_in_call(extension, oddly);
        // Wherever it stands, it is hashed.
        if let Oddly::ConnectionInQuery(name) = oddly {
            fields.insert(CONNECTION.into(), name.into());
        }
        let hash = hmac_sha256(secret.as_bytes(), &hashed(&self.catalog, &fields));
        let mut query = Map::from_iter([("orgId".to_owned(), Value::from(org_id))]);
        let mut headers = Map::from_iter([("HASH".to_owned(), Value::from(hash)), ("Content-Type".to_owned(), Value::from(FORM))]);
        fields.insert(CONTEXT.into(), context.into());
        match oddly {
            Oddly::ContextInQuery => query.extend(fields.shift_remove_entry(CONTEXT)),
            Oddly::ConnectionInQuery(_) => query.extend(fields.shift_remove_entry(CONNECTION)),
            Oddly::Hash(other) => drop(headers.insert("HASH".into(), other.into())),
            Oddly::NoHash => drop(headers.shift_remove("HASH")),
            Oddly::Json => drop(headers.insert("Content-Type".into(), "application/json".into())),
            _ => {}
        }
        self.call_desk(Request { method: "POST".into(), url: "/api/v1/invoke".into(), query, headers, body: fields.into() })
    }

    /// The organisation and the securityContext that a call names.
    pub(super) fn named_in_call(&self, extension: &str, oddly: Oddly<'_>) -> (String, String) {
        let desk = self.stage.desk();
        let own = desk.installation(extension).map(|installation| installation.security_context.clone()).unwrap_or_default();
        let portal = desk.portal().org_id.to_string();
        match oddly {
            Oddly::Brought { org_id, context } => (org_id.to_owned(), context.to_owned()),
            Oddly::Organisation(other) => (other.to_owned(), own),
            Oddly::Context(other) => (portal, other.to_owned()),
            _ => (portal, own),
        }
    }

    /// The secret that signs.
    fn signing_secret(&mut self, extension: &str, oddly: Oddly<'_>) -> Result<String, Failed> {
        let Some(installation) = self.stage.desk().installation(extension) else {
            let desk = self.stage.desk();
            let known = desk.widgets().map(|(_, widget)| widget.extension.as_str());
            let known = known.chain(desk.installed_channels().map(|channel| channel.extension.as_str()));
            let help = meant(extension, known, format!("say `Given the extension \"{extension}\" has the secret \"…\"` before"));
            return self.wrong(format!("no extension is called \"{extension}\""), help);
        };
        let own = installation.declared.manifest.get("secret").and_then(Value::as_str).map(str::to_owned);
        match (oddly, own) {
            (Oddly::Secret(other), _) => Ok(other.to_owned()),
            (_, Some(own)) => Ok(own),
            (_, None) => {
                let help = format!(
                    "say `Given the extension \"{extension}\" has the secret \"…\"` before, or write \"secret\" into its plugin-manifest.json"
                );
                self.wrong(format!("the server of \"{extension}\" has no secret to make HASH with"), help)
            }
        }
    }

    /// What follows from a call belongs to it, as what follows from an agent's action does.
    pub(super) fn call_desk(&mut self, request: Request) -> Outcome {
        self.stage.trace.mark();
        self.stage.called(request);
        Ok(())
    }
}

/// How invoke calls are sent (REST-01).
const FORM: &str = "application/x-www-form-urlencoded";
/// The field that names the installation.
const CONTEXT: &str = "securityContext";
/// The field that names a connection.
const CONNECTION: &str = "connectionLinkName";
