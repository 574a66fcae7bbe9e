//! A vendor's backend against a Desk that is served: invoke with HASH, what Desk keeps, and what it refuses.

use crate::{Project, Served};
use deskspec::host::desk::hmac_sha256;
use reqwest::Url;
use serde_json::{Value, json};

const FEATURE: &str = r#"Feature: A chat that keeps something in Desk
  Background:
    Given the extension "chat" has the secret "my_secret_key_238392"
    And the extension "chat" has a channel without pulls
    And the extension "chat" has the secure param "apikey"
    And the extension "chat" declares resources with
      """json
      {"permissions": [{"apiName": "export", "displayName": "Export", "defaultState": true}]}
      """
    And the extension "chat" has the connection "desk" with
      | Desk.extensions.ALL |
    And the extension "forum" has the secret "another_secret"

  Scenario: Served
    When 1 day passes
    Then "chat" has 0 logs
"#;

const SECRET: &str = "my_secret_key_238392";
const OWN: &str = "https://desk.zoho.com/api/v1/installedExtensions/{{installationId}}";

/// A vendor's backend, which knows what a callback would have brought.
struct Backend {
    desk: Served,
    org_id: String,
    context: String,
    of_another: String,
}

/// How a call departs from a good one.
#[derive(Default)]
struct Oddly<'a> {
    secret: Option<&'a str>,
    context: Option<&'a str>,
    org_id: Option<&'a str>,
}

impl Backend {
    fn new() -> Self {
        let project = Project::new().file("features/kept.feature", FEATURE);
        let desk = Served::new(&project, &["features/kept.feature:14"]);
        let (status, known) = desk.ask("GET", "/_deskspec/installations", "");
        assert_eq!(status, 200);
        let of = |extension: &str| {
            let found = known["data"].as_array().into_iter().flatten().find(|it| it["extension"] == extension);
            found.and_then(|it| it["securityContext"].as_str()).expect("a securityContext").to_owned()
        };
        let (context, of_another) = (of("chat"), of("forum"));
        Self { desk, org_id: known["data"][0]["orgId"].to_string(), context, of_another }
    }

    /// Invoke's own answer.
    fn invoke(&self, method: &str, url: &str, more: &[(&str, String)], oddly: &Oddly<'_>) -> (u16, Value) {
        let headers = ("headers", json!({"orgId": self.org_id}).to_string());
        let mut fields = vec![("requestURL", url.to_owned()), ("requestType", method.to_owned())];
        fields.extend(more.iter().cloned());
        fields.extend([headers, ("connectionLinkName", "desk".to_owned())]);
        let text: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let hash = hmac_sha256(oddly.secret.unwrap_or(SECRET).as_bytes(), &text.join("&"));
        fields.push(("securityContext", oddly.context.unwrap_or(&self.context).to_owned()));
        let form = Url::parse_with_params("http://localhost", &fields).expect("a URL");
        let path = format!("/api/v1/invoke?orgId={}", oddly.org_id.unwrap_or(&self.org_id));
        let headers = format!("Host: {}\r\nHASH: {hash}\r\nContent-Type: application/x-www-form-urlencoded\r\n", self.desk.address);
        self.desk.send("POST", &path, &headers, form.query().unwrap_or_default())
    }

    /// What invoke has been answered: Desk's own status and body.
    fn asked(&self, method: &str, path: &str, more: &[(&str, String)]) -> (u64, Value) {
        let url = if path.starts_with('/') { format!("{OWN}{path}") } else { path.to_owned() };
        let (status, told) = self.invoke(method, &url, more, &Oddly::default());
        assert_eq!(status, 200, "{told}");
        let body = told["response"].as_str().expect("a text");
        (told["statusCode"].as_u64().expect("a status"), serde_json::from_str(body).unwrap_or(Value::Null))
    }

    fn stored(&self) -> (u64, Value) {
        self.asked("GET", "/storage", &[("queryParams", json!({"queriableValue": "chats"}).to_string())])
    }

    fn logs(&self, reference: &str) -> Value {
        let log = json!({"reference": reference, "title": "Import", "description": "3 tickets"});
        let (status, told) = self.asked("POST", "https://desk.zoho.com/api/v1/extensionLogs", &[("postBody", log.to_string())]);
        assert_eq!(status, 200, "{told}");
        told
    }
}

#[test]
fn what_a_backend_keeps_in_desk_is_there_for_it() {
    let backend = Backend::new();
    let object = json!({"key": "likes", "queriableValue": "chats", "value": {"of": "c-7, ä & b"}});
    assert_eq!(backend.asked("POST", "/storage", &[("postBody", object.to_string())]), (200, object.clone()));
    assert_eq!(backend.stored(), (200, json!({"data": [object]})));

    let variables = json!({"variables": [{"name": "apikey", "value": "4711"}]});
    assert_eq!(backend.asked("POST", "/configParams", &[("postBody", variables.to_string())]).0, 200);
    let (status, params) = backend.asked("GET", "/configParams", &[]);
    let apikey = params["data"].as_array().into_iter().flatten().find(|it| it["name"] == "apikey").expect("the param");
    assert_eq!((status, &apikey["value"]), (200, &json!("4711")));

    let permissions = json!({"data": [{"apiName": "export", "isEnabled": true}]});
    assert_eq!(backend.asked("GET", "/myCustomPermissions", &[]), (200, permissions));

    let news = std::fs::read_to_string("fixtures/sync/first-message.json").expect("the fixture");
    let names = json!({"orgId": backend.org_id, "securityContext": backend.context}).to_string();
    let import = [("queryParams", names), ("postBody", news)];
    let (status, told) = backend.asked("POST", "https://desk.zoho.com/api/v1/channels/{{installationId}}/import", &import);
    assert_eq!(status, 200, "{told}");
    let (_, params) = backend.asked("GET", "/configParams", &[]);
    let state = params["data"].as_array().into_iter().flatten().find(|it| it["name"] == "channelState").map(|it| it["value"].clone());
    assert_eq!(state, Some(json!("message 1")), "what was imported has moved channelState");
    let told = backend.desk.end();
    assert!(told.contains("POST /api/v1/invoke 200") && !told.contains(&backend.context), "{told}");
}

/// A log that is gone groups no other any more.
#[test]
fn a_log_is_gone_when_the_clock_has_moved_by_three_days() {
    let backend = Backend::new();
    let (monday, tuesday) = (backend.logs("monday"), backend.logs("tuesday"));
    let pass = |milliseconds: u64| {
        let (status, _) = backend.desk.ask("POST", "/_deskspec/clock", &json!({"milliseconds": milliseconds}).to_string());
        assert_eq!(status, 200);
    };
    pass(3 * 86_400_000 - 1);
    assert_eq!(backend.logs("monday")["parentLogId"], monday["logId"]);
    pass(2);
    let again = backend.logs("tuesday");
    assert_eq!(again["parentLogId"], again["logId"], "the first one, {}, is gone", tuesday["logId"]);
    backend.desk.end();
}

#[test]
fn what_is_refused_says_why_and_changes_nothing() {
    let backend = Backend::new();
    let body = || [("postBody", json!({"key": "likes", "queriableValue": "chats", "value": {}}).to_string())];
    let store = format!("{OWN}/storage");
    let another = Oddly { context: Some(&backend.of_another), ..Oddly::default() };
    let made_up = Oddly { context: Some("2398deio3qwnx3c9"), ..Oddly::default() };
    let hash = Oddly { secret: Some("a wrong secret"), ..Oddly::default() };
    let portal = Oddly { org_id: Some("28732"), ..Oddly::default() };
    let unknown = "https://desk.zoho.com/api/v1/installedExtensions/{{installation}}/storage";
    let table = [
        (401, "UNAUTHORIZED", &store[..], &hash),
        (401, "UNAUTHORIZED", &store, &another),
        (401, "UNAUTHORIZED", &store, &made_up),
        (403, "FORBIDDEN", &store, &portal),
        (422, "INVALID_DATA", unknown, &Oddly::default()),
    ];
    for (status, code, url, oddly) in table {
        let (found, told) = backend.invoke("POST", url, &body(), oddly);
        assert_eq!((found, &told["errorCode"]), (status, &json!(code)), "{told}");
        assert!(told["message"].as_str().is_some_and(|message| message.len() > 10), "{told}");
    }
    // Without invoke, and without an authorisation; and what is another installation's.
    let direct = backend.desk.ask("GET", "/api/v1/installedExtensions/26811000000800001/storage", "");
    assert_eq!((direct.0, &direct.1["errorCode"]), (401, &json!("UNAUTHORIZED")));
    let (status, told) = backend.asked("POST", "https://desk.zoho.com/api/v1/installedExtensions/26811000000800009/storage", &body());
    assert_eq!((status, &told["errorCode"]), (403, &json!("FORBIDDEN")));
    assert_eq!(backend.stored(), (200, json!({"data": []})));
    let (_, clock) = backend.desk.ask("GET", "/_deskspec/clock", "");
    assert_eq!(clock, json!({"now": "2026-01-05T09:00:00.000Z"}), "no time has passed");
    backend.desk.end();
}
