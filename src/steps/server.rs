use crate::scenario::{Callback, Oddly, Outcome, Scenario};
use cucumber::{given, when};

/// An extension that the feature plays is there with this secret in its manifest: its server makes HASH with it (REST-02).
///
/// ```gherkin
/// Given the extension "chat" has the secret "my_secret_key_238392"
/// ```
#[given(expr = "the extension {string} has the secret {string}")]
fn has_secret(scenario: &mut Scenario, extension: String, secret: String) -> Outcome {
    scenario.declare_signature(&extension, &secret)
}

/// An extension that the feature plays has one more connection in its manifest, to a service that is not Desk (REST-05).
///
/// ```gherkin
/// Given the extension "chat" has the connection "chatservice"
/// ```
#[given(expr = "the extension {string} has the connection {string}")]
fn has_connection(scenario: &mut Scenario, extension: String, connection: String) -> Outcome {
    scenario.declare_connection(&extension, &connection, false)
}

/// An extension that the feature plays has one more connection in its manifest, with the scopes of the table (REST-12).
///
/// ```gherkin
/// Given the extension "chat" has the connection "desk" with
///   | Desk.extensions.READ |
/// ```
#[given(expr = "the extension {string} has the connection {string} with")]
fn has_connection_with_scopes(scenario: &mut Scenario, extension: String, connection: String) -> Outcome {
    scenario.declare_connection(&extension, &connection, true)
}

/// The extension's server has Desk make this request, signed as documented, and nothing else in it (REST-01).
///
/// ```gherkin
/// When the server of "chat" invokes "GET https://chat.example/users"
/// ```
#[when(expr = "the server of {string} invokes {string}")]
fn invokes(scenario: &mut Scenario, extension: String, request: String) -> Outcome {
    scenario.server_invokes(&extension, &request, false, Oddly::Not)
}

/// The extension's server has Desk make this request; the doc string has invoke's other fields: queryParams, postBody, headers, connectionLinkName.
///
/// ```gherkin
/// When the server of "chat" invokes "POST https://chat.example/messages" with
///   """json
///   {"headers": {"X-Key": "{{apikey}}"}, "postBody": {"text": "Hello"}}
///   """
/// ```
#[when(expr = "the server of {string} invokes {string} with")]
fn invokes_with(scenario: &mut Scenario, extension: String, request: String) -> Outcome {
    scenario.server_invokes(&extension, &request, true, Oddly::Not)
}

/// Somebody who has another secret than the manifest's signs an invoke call (REST-02).
///
/// ```gherkin
/// When the server of "chat" invokes "GET https://chat.example/users" with the secret "guessed"
/// ```
#[when(expr = "the server of {string} invokes {string} with the secret {string}")]
fn invokes_with_secret(scenario: &mut Scenario, extension: String, request: String, secret: String) -> Outcome {
    scenario.server_invokes(&extension, &request, false, Oddly::Secret(&secret))
}

/// The extension's server sends a HASH that was made elsewhere (REST-14); the doc string has invoke's other fields.
///
/// ```gherkin
/// When the server of "chat" invokes "GET https://chat.example/users" under the HASH "a1df625d33b77472" with
///   """json
///   {"headers": {"X-Key": "4711"}}
///   """
/// ```
#[when(expr = "the server of {string} invokes {string} under the HASH {string} with")]
fn invokes_with_hash(scenario: &mut Scenario, extension: String, request: String, hash: String) -> Outcome {
    scenario.server_invokes(&extension, &request, true, Oddly::Hash(&hash))
}

/// The extension's server forgets the header HASH (REST-02).
///
/// ```gherkin
/// When the server of "chat" invokes "GET https://chat.example/users" without a HASH
/// ```
#[when(expr = "the server of {string} invokes {string} without a HASH")]
fn invokes_without_hash(scenario: &mut Scenario, extension: String, request: String) -> Outcome {
    scenario.server_invokes(&extension, &request, false, Oddly::NoHash)
}

/// The extension's server sends a securityContext that Desk did not give it (REST-03).
///
/// ```gherkin
/// When the server of "chat" invokes "GET https://chat.example/users" with the securityContext "2398deio3qwnx3c9"
/// ```
#[when(expr = "the server of {string} invokes {string} with the securityContext {string}")]
fn invokes_with_context(scenario: &mut Scenario, extension: String, request: String, context: String) -> Outcome {
    scenario.server_invokes(&extension, &request, false, Oddly::Context(&context))
}

/// The extension's server sends its securityContext in the query, as another page has it (Q-40).
///
/// ```gherkin
/// When the server of "chat" invokes "GET https://chat.example/users" with its securityContext in the query
/// ```
#[when(expr = "the server of {string} invokes {string} with its securityContext in the query")]
fn invokes_with_context_in_query(scenario: &mut Scenario, extension: String, request: String) -> Outcome {
    scenario.server_invokes(&extension, &request, false, Oddly::ContextInQuery)
}

/// The extension's server names its connection in the query, as another page has it (Q-40).
///
/// ```gherkin
/// When the server of "chat" invokes "GET https://chat.example/users" with the connection "chatservice" in the query
/// ```
#[when(expr = "the server of {string} invokes {string} with the connection {string} in the query")]
fn invokes_with_connection_in_query(scenario: &mut Scenario, extension: String, request: String, connection: String) -> Outcome {
    scenario.server_invokes(&extension, &request, false, Oddly::ConnectionInQuery(&connection))
}

/// The extension's server has Desk make this request, with the orgId and the securityContext that a callback brought: the last one of this name in the scenario (PCB-05).
///
/// ```gherkin
/// When the server of "chat" invokes "GET https://chat.example/users" with what the callback onInstall brought
/// ```
#[when(expr = "the server of {string} invokes {string} with what the callback {callback} brought")]
fn invokes_as_told(scenario: &mut Scenario, extension: String, request: String, callback: Callback) -> Outcome {
    scenario.server_invokes_as_told(&extension, &request, &callback)
}

/// The extension's server names another organisation than the portal's (REST-15).
///
/// ```gherkin
/// When the server of "chat" invokes "GET https://chat.example/users" for the organisation "28732"
/// ```
#[when(expr = "the server of {string} invokes {string} for the organisation {string}")]
fn invokes_for(scenario: &mut Scenario, extension: String, request: String, org_id: String) -> Outcome {
    scenario.server_invokes(&extension, &request, false, Oddly::Organisation(&org_id))
}

/// The extension's server sends an invoke call as JSON, which is no form (REST-01).
///
/// ```gherkin
/// When the server of "chat" invokes "GET https://chat.example/users" as JSON
/// ```
#[when(expr = "the server of {string} invokes {string} as JSON")]
fn invokes_as_json(scenario: &mut Scenario, extension: String, request: String) -> Outcome {
    scenario.server_invokes(&extension, &request, false, Oddly::Json)
}

/// A server calls Desk itself, without invoke: a method and a path (REST-12).
///
/// ```gherkin
/// When a server calls "GET /api/v1/installedExtensions/26811000000800001/storage"
/// ```
#[when(expr = "a server calls {string}")]
fn calls(scenario: &mut Scenario, request: String) -> Outcome {
    scenario.server_calls(&request, false)
}

/// A server calls Desk itself, without invoke; the doc string has the request's query, headers and body (REST-12).
///
/// ```gherkin
/// When a server calls "POST /api/v1/extensionLogs" with
///   """json
///   {"headers": {"orgId": "60001280952"}, "body": {"title": "sync", "description": "done"}}
///   """
/// ```
#[when(expr = "a server calls {string} with")]
fn calls_with(scenario: &mut Scenario, request: String) -> Outcome {
    scenario.server_calls(&request, true)
}

/// The extension's server calls Desk itself, without invoke, with the Authorization that a connection of its manifest brings; the doc string has the request's query, other headers and body (REST-12).
///
/// ```gherkin
/// When the server of "chat" calls "POST /api/v1/extensionLogs" under the authorisation of the connection "desk" with
///   """json
///   {"headers": {"orgId": "60001280952"}, "body": {"title": "sync", "description": "done"}}
///   """
/// ```
#[when(expr = "the server of {string} calls {string} under the authorisation of the connection {string} with")]
fn calls_authorised(scenario: &mut Scenario, extension: String, request: String, connection: String) -> Outcome {
    scenario.server_calls_authorised(&extension, &request, &connection)
}
