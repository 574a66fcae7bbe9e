use crate::scenario::{Callback, Outcome, Scenario};
use cucumber::when;

/// The extension's server stores the object of a fixture, with its key, queriableValue and value (REST-06).
///
/// ```gherkin
/// When the server of "chat" stores "rest/likes"
/// ```
#[when(expr = "the server of {string} stores {string}")]
fn stores(scenario: &mut Scenario, extension: String, fixture: String) -> Outcome {
    scenario.server_stores(&extension, &fixture)
}

/// The extension's server reads all objects of its storage (REST-06).
///
/// ```gherkin
/// When the server of "chat" reads the storage
/// ```
#[when(expr = "the server of {string} reads the storage")]
fn reads(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.server_reads_storage(&extension, false)
}

/// The extension's server reads a part of its storage: by key, queriableValue, from and limit (REST-06).
///
/// ```gherkin
/// When the server of "chat" reads the storage with
///   | queriableValue | chats |
/// ```
#[when(expr = "the server of {string} reads the storage with")]
fn reads_with(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.server_reads_storage(&extension, true)
}

/// The extension's server deletes the object of a key (REST-06).
///
/// ```gherkin
/// When the server of "chat" deletes "likes" from the storage
/// ```
#[when(expr = "the server of {string} deletes {string} from the storage")]
fn deletes(scenario: &mut Scenario, extension: String, key: String) -> Outcome {
    scenario.server_deletes(&extension, &key)
}

/// The extension's server sets config params; one that is not there yet is added (REST-07).
///
/// ```gherkin
/// When the server of "chat" sets the config params with
///   | domain | chat.example |
/// ```
#[when(expr = "the server of {string} sets the config params with")]
fn sets_params(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.server_sets_params(&extension)
}

/// The extension's server reads all config params of its installation (REST-07).
///
/// ```gherkin
/// When the server of "chat" reads the config params
/// ```
#[when(expr = "the server of {string} reads the config params")]
fn reads_params(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.server_reads_params(&extension)
}

/// The extension's server writes a log: title, description, and reference where it belongs to others (REST-08).
///
/// ```gherkin
/// When the server of "chat" writes a log with
///   | title       | Import   |
///   | description | 3 tickets |
/// ```
#[when(expr = "the server of {string} writes a log with")]
fn logs(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.server_logs(&extension)
}

/// The extension's server writes so many logs, one after another, that one reference groups (REST-08).
///
/// ```gherkin
/// When the server of "chat" writes 10 logs under the reference "sync"
/// ```
#[when(expr = "the server of {string} writes {int} log(s) under the reference {string}")]
fn logs_often(scenario: &mut Scenario, extension: String, count: i64, reference: String) -> Outcome {
    scenario.server_logs_often(&extension, count, &reference)
}

/// The extension's server asks which of the extension's custom permissions the agent has (REST-09).
///
/// ```gherkin
/// When the server of "chat" asks for the agent's permissions
/// ```
#[when(expr = "the server of {string} asks for the agent's permissions")]
fn reads_permissions(scenario: &mut Scenario, extension: String) -> Outcome {
    scenario.server_reads_permissions(&extension)
}

/// The extension's server hands tickets and threads to Desk, without waiting for a pull (REST-10).
///
/// ```gherkin
/// When the server of "chat" imports "sync/first-message"
/// ```
#[when(expr = "the server of {string} imports {string}")]
fn imports(scenario: &mut Scenario, extension: String, fixture: String) -> Outcome {
    scenario.server_imports(&extension, &fixture)
}

/// The extension's server hands tickets and threads to Desk, with the orgId and the securityContext that a callback brought: the last one of this name in the scenario (PCB-05).
///
/// ```gherkin
/// When the server of "chat" imports "sync/first-message" with what the callback onInstall brought
/// ```
#[when(expr = "the server of {string} imports {string} with what the callback {callback} brought")]
fn imports_as_told(scenario: &mut Scenario, extension: String, fixture: String, callback: Callback) -> Outcome {
    scenario.server_imports_as_told(&extension, &fixture, &callback)
}

/// The extension's server imports many tickets and threads: as many as are said, made of the first ones of a fixture (CH-03, REST-10).
///
/// ```gherkin
/// When the server of "chat" imports 0 tickets and 1001 threads like "sync/first-message"
/// ```
#[when(expr = "the server of {string} imports {int} ticket(s) and {int} thread(s) like {string}")]
fn imports_many(scenario: &mut Scenario, extension: String, tickets: usize, threads: usize, fixture: String) -> Outcome {
    scenario.server_imports_many(&extension, tickets, threads, &fixture)
}
