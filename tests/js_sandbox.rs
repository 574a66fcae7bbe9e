//! A vendor's page in the sandbox, as the stage sees it: through the port.

#[path = "js_sandbox/agent.rs"]
mod agent;
#[path = "js_sandbox/dom.rs"]
mod dom;
#[path = "js_sandbox/frameworks.rs"]
mod frameworks;
#[path = "js_sandbox/handlers.rs"]
mod handlers;
#[path = "js_sandbox/history.rs"]
mod history;
#[path = "js_sandbox/limits.rs"]
mod limits;
#[path = "js_sandbox/page.rs"]
mod page;
#[path = "js_sandbox/play.rs"]
mod play;
#[path = "js_sandbox/protocol.rs"]
mod protocol;
#[path = "js_sandbox/registration.rs"]
mod registration;
#[path = "js_sandbox/scripts.rs"]
mod scripts;
#[path = "js_sandbox/sdk.rs"]
mod sdk;
#[path = "js_sandbox/time.rs"]
mod time;
#[path = "js_sandbox/web.rs"]
mod web;
#[path = "js_sandbox/wire.rs"]
mod wire;
