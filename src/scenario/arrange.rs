//! What is there before anything happens: the portal, the agent, tickets, services.

use super::arguments::properties;
use super::meant::{CUSTOM_FIELDS, meant};
use super::{Failed, Outcome, Scenario, Span};
use crate::clock::{Instant, Millis};
use crate::host::desk::Agent;
use crate::host::{Input, ServiceAnswer};
use crate::spelling::nearest;
use crate::stage::{Answer, Service};
use serde_json::{Map, Value};

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

impl Scenario {
    /// The portal's time zone, by its IANA name.
    pub fn set_time_zone(&mut self, name: &str) -> Outcome {
        match jiff::tz::TimeZone::get(name) {
            Ok(zone) => {
                self.stage.input(Input::SetTimeZone { zone });
                Ok(())
            }
            Err(_) => {
                let zones: Vec<_> = jiff::tz::db().available().map(|zone| zone.to_string()).collect();
                let help = meant(name, zones.iter().map(String::as_str), "use an IANA name such as \"Asia/Kolkata\" or \"UTC\"");
                self.wrong(format!("\"{name}\" is no time zone"), help)
            }
        }
    }

    /// The agent reads Desk in this language.
    pub fn set_language(&mut self, code: &str) -> Outcome {
        let is_code = !code.is_empty() && code.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        if !is_code {
            return self.wrong(format!("\"{code}\" is no language's code"), "write one as locale files are named: \"en\", \"fr\", \"pt\"");
        }
        self.stage.input(Input::SetLanguage { code: code.to_owned() });
        Ok(())
    }

    /// People call a custom field so.
    pub fn label_field(&mut self, field: String, label: String) -> Outcome {
        if !field.starts_with("cf_") {
            return self.wrong(format!("\"{field}\" is no custom field"), CUSTOM_FIELDS);
        }
        self.stage.input(Input::Label { field, label });
        Ok(())
    }

    /// Where the virtual clock stands.
    pub fn set_clock(&mut self, text: &str) -> Outcome {
        let Ok(stamp) = text.parse::<jiff::Timestamp>() else {
            return self.wrong(format!("\"{text}\" is no time"), "write it as \"2026-01-05T09:00:00Z\"");
        };
        let at = Instant(stamp.as_millisecond());
        if self.stage.set_clock(at) {
            return Ok(());
        }
        let now = self.stage.now();
        self.wrong(
            format!("it is {now} already: the clock does not run backwards"),
            "say when it is before anything happens, or let time pass",
        )
    }

    /// The agent at the desk.
    pub fn sign_in(&mut self, name: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.sign_in_on_freshdesk(name);
        }
        let known = self.stage.desk().agents().find(|agent| agent.name == name).cloned();
        let agent = known.unwrap_or_else(|| Agent { id: Agent::default().id, ..Agent::named(name) });
        self.stage.input(Input::SignIn { agent });
        Ok(())
    }

    /// A ticket with its usual properties.
    pub fn put_ticket(&mut self, id: &str) -> Outcome {
        self.put(id, Map::new())
    }

    /// A ticket with the properties of the step's table.
    pub fn put_ticket_with_table(&mut self, id: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.put_table_ticket_on_freshdesk(id);
        }
        let pairs = self.pairs()?;
        let properties = properties(pairs, &self.catalog, "ticket");
        self.put(id, properties)
    }

    /// A ticket with the properties of a fixture.
    pub fn put_ticket_from(&mut self, id: &str, fixture: &str) -> Outcome {
        let properties = self.fixture_object(fixture, "properties", "{\"subject\": \"…\", \"status\": \"…\"}")?;
        self.put(id, properties)
    }

    fn put(&mut self, id: &str, properties: Map<String, Value>) -> Outcome {
        if self.is_on_freshdesk() {
            return self.put_ticket_on_freshdesk(id, properties);
        }
        self.sound_id(id, "ID of a ticket's", "26811000000760569")?;
        self.sound_properties("ticket", &properties)?;
        self.stage.input(Input::PutTicket { id: id.to_owned(), properties });
        Ok(())
    }

    /// A service answers with a status alone.
    pub fn service_answers(&mut self, url: &str, status: i64) -> Outcome {
        self.add_service(url, status, Value::Null, 0)
    }

    /// A service answers with a status alone, after a while.
    pub fn service_answers_after(&mut self, url: &str, status: i64, span: Span) -> Outcome {
        let after = self.millis(span)?;
        self.add_service(url, status, Value::Null, after)
    }

    /// A service answers with a status and the step's doc string.
    pub fn service_answers_with_text(&mut self, url: &str, status: i64) -> Outcome {
        let body = self.document()?;
        self.add_service(url, status, body, 0)
    }

    /// A service answers with a status and the step's doc string, after a while.
    pub fn service_answers_after_with_text(&mut self, url: &str, status: i64, span: Span) -> Outcome {
        let after = self.millis(span)?;
        let body = self.document()?;
        self.add_service(url, status, body, after)
    }

    /// A service answers with a status and a fixture.
    pub fn service_answers_with(&mut self, url: &str, status: i64, fixture: &str) -> Outcome {
        let body = self.fixture_value(fixture)?;
        self.add_service(url, status, body, 0)
    }

    /// A service never answers.
    pub fn service_is_silent(&mut self, url: &str) -> Outcome {
        self.push_service(url, None)
    }

    fn add_service(&mut self, url: &str, status: i64, body: Value, after: Millis) -> Outcome {
        let status = self.http_status(status)?;
        self.push_service(url, Some(Ok(ServiceAnswer { after, ..ServiceAnswer::new(status, body) })))
    }

    /// A number as an HTTP status.
    pub(super) fn http_status(&mut self, status: i64) -> Result<u16, Failed> {
        match u16::try_from(status).ok().filter(|status| (100..=599).contains(status)) {
            Some(status) => Ok(status),
            None => self.wrong(format!("{status} is no HTTP status"), "use a number from 100 to 599"),
        }
    }

    fn push_service(&mut self, named: &str, answer: Answer) -> Outcome {
        let (method, url) = match named.split_once(' ') {
            Some((method, url)) => (Some(method), url),
            None => (None, named),
        };
        if let Some(method) = method.filter(|method| !METHODS.contains(method)) {
            let near = nearest(method, METHODS).unwrap_or("GET");
            return self.wrong(format!("\"{method}\" is no method"), format!("write \"{near} {url}\""));
        }
        if !url.contains("://") {
            return self.wrong(format!("\"{url}\" is no URL"), "write it whole, as \"https://bugs.example.com/issues/7\"");
        }
        self.stage.services.add(Service { method: method.map(str::to_owned), url: url.to_owned(), answer });
        Ok(())
    }
}
