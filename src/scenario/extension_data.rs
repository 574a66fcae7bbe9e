//! What an extension's server keeps in Desk: its storage, config params and logs, and what it imports.

use super::called_back::Callback;
use super::meant::meant;
use super::scenario::Failed;
use super::server::Oddly;
use super::{Outcome, Scenario};
use crate::catalog::Address;
use crate::host::Request;
use serde_json::{Map, Value, json};

/// Where the pages' samples have Desk's own addresses.
const DESK: &str = "https://desk.zoho.com";

impl Scenario {
    /// The server stores the object of a fixture.
    pub fn server_stores(&mut self, extension: &str, fixture: &str) -> Outcome {
        let object = self.fixture_value(fixture)?;
        self.asks_desk(extension, "storage.add", Map::new(), object)
    }

    /// The server reads its storage: all of it, or what the step's table asks for.
    pub fn server_reads_storage(&mut self, extension: &str, with: bool) -> Outcome {
        let query = if with { self.texts()? } else { Map::new() };
        self.asks_desk(extension, "storage.get", query, Value::Null)
    }

    /// The server deletes the object of a key.
    pub fn server_deletes(&mut self, extension: &str, key: &str) -> Outcome {
        self.asks_desk(extension, "storage.delete", Map::from_iter([("key".to_owned(), key.into())]), Value::Null)
    }

    /// The server sets the config params of the step's table.
    pub fn server_sets_params(&mut self, extension: &str) -> Outcome {
        let given = self.pairs()?;
        let variables: Vec<_> = given.into_iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.asks_desk(extension, "configParams.add", Map::new(), json!({"variables": variables}))
    }

    /// The server reads all config params.
    pub fn server_reads_params(&mut self, extension: &str) -> Outcome {
        self.asks_desk(extension, "configParams.get", Map::new(), Value::Null)
    }

    /// The server writes the log of the step's table.
    pub fn server_logs(&mut self, extension: &str) -> Outcome {
        let log = self.texts()?;
        self.asks_desk(extension, "extensionLogs.add", Map::new(), log.into())
    }

    /// The server writes several logs with one reference.
    pub fn server_logs_often(&mut self, extension: &str, count: i64, reference: &str) -> Outcome {
        if count < 1 {
            return self.wrong(format!("the server cannot write {count} logs"), "write a number such as `3 logs`, or leave this line out");
        }
        for number in 1..=count {
            let log = json!({"reference": reference, "title": format!("log {number}"), "description": format!("log {number} of {count}")});
            self.asks_desk(extension, "extensionLogs.add", Map::new(), log)?;
        }
        Ok(())
    }

    /// The server asks which custom permissions the agent has.
    pub fn server_reads_permissions(&mut self, extension: &str) -> Outcome {
        self.asks_desk(extension, "myCustomPermissions.get", Map::new(), Value::Null)
    }

    /// The server imports the tickets and threads of a fixture.
    pub fn server_imports(&mut self, extension: &str, fixture: &str) -> Outcome {
        let news = self.fixture_value(fixture)?;
        self.asks_desk(extension, "channel.import", Map::new(), news)
    }

    /// The server imports the tickets and threads of a fixture, with the orgId and the securityContext that a callback brought.
    pub fn server_imports_as_told(&mut self, extension: &str, fixture: &str, callback: &Callback) -> Outcome {
        let news = self.fixture_value(fixture)?;
        let (org_id, context) = self.brought_by(extension, callback)?;
        self.asks_desk_oddly(extension, "channel.import", Map::new(), news, Oddly::Brought { org_id: &org_id, context: &context })
    }

    /// The server imports so many tickets and threads like the first ones of a fixture.
    pub fn server_imports_many(&mut self, extension: &str, tickets: usize, threads: usize, fixture: &str) -> Outcome {
        let news = self.many_like(tickets, threads, fixture)?;
        self.asks_desk(extension, "channel.import", Map::new(), news)
    }

    /// The server calls Desk itself, without invoke.
    pub fn server_calls(&mut self, line: &str, with: bool) -> Outcome {
        let request = self.own_request(line, with)?;
        self.call_desk(request)
    }

    /// The server calls Desk itself, without invoke, with the authorisation that a connection of its manifest brings.
    pub fn server_calls_authorised(&mut self, extension: &str, line: &str, connection: &str) -> Outcome {
        self.parts_of(extension)?;
        let known: Vec<_> = self.stage.desk().connection_names(extension).map(str::to_owned).collect();
        if !known.iter().any(|name| name == connection) {
            let help = format!("say `Given the extension \"{extension}\" has the connection \"{connection}\"` before");
            let help = meant(connection, known.iter().map(String::as_str), help);
            return self.wrong(format!("\"{extension}\" has no connection \"{connection}\""), help);
        }
        let mut request = self.own_request(line, true)?;
        let authorisation = self.stage.desk().authorisation(extension, connection);
        request.headers.insert("Authorization".into(), authorisation.into());
        self.call_desk(request)
    }

    /// A method and a path, and what the doc string has of the request's query, headers and body.
    fn own_request(&mut self, line: &str, with: bool) -> Result<Request, Failed> {
        let (method, url) = self.method_and_url(line)?;
        let given = if with { self.document()? } else { Value::Null };
        let part = |name: &str| given.get(name).and_then(Value::as_object).cloned().unwrap_or_default();
        let body = given.get("body").cloned().unwrap_or_default();
        Ok(Request { method, url, query: part("query"), headers: part("headers"), body })
    }

    fn texts(&mut self) -> Result<Map<String, Value>, Failed> {
        Ok(self.pairs()?.into_iter().map(|(name, value)| (name, value.into())).collect())
    }

    /// One exchange of the catalogue's through invoke, as the pages document it, with the first connection that has its scope.
    fn asks_desk(&mut self, extension: &str, exchange: &str, query: Map<String, Value>, body: Value) -> Outcome {
        self.asks_desk_oddly(extension, exchange, query, body, Oddly::Not)
    }

    fn asks_desk_oddly(
        &mut self,
        extension: &str,
        exchange: &str,
        mut query: Map<String, Value>,
        body: Value,
        oddly: Oddly<'_>,
    ) -> Outcome {
        let catalog = std::sync::Arc::clone(&self.catalog);
        let Some((documented, path)) = catalog.exchange(exchange).and_then(|it| match &it.address {
            Address::Path(path) => Some((it, path)),
            _ => None,
        }) else {
            return self.wrong(format!("Desk has no exchange {exchange}"), "run `deskspec explain REST-06`");
        };
        let (org_id, context) = self.named_in_call(extension, oddly);
        if documented.query.iter().flat_map(|shape| &shape.keys).any(|key| key.key == "securityContext") {
            query.extend([("securityContext".to_owned(), context.into()), ("orgId".to_owned(), org_id.clone().into())]);
        }
        let desk = self.stage.desk();
        let scoped = documented.scope.as_deref().and_then(|scope| desk.connection_with(extension, scope));
        let connection = scoped.or_else(|| desk.connection_names(extension).next());
        let text = |value: Value| Some(value).filter(|value| !value.is_null()).map(|value| Value::from(value.to_string()));
        let fields = [
            ("requestURL", Some(format!("{DESK}{path}").into())),
            ("requestType", Some(documented.method.to_string().into())),
            ("queryParams", text(query.into()).filter(|text| text != "{}")),
            ("postBody", text(body)),
            ("headers", text(json!({"orgId": org_id}))),
            ("connectionLinkName", connection.map(Value::from)),
        ];
        let fields = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
        self.invoke(extension, fields, oddly)
    }
}
