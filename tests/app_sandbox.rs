//! An app's server in the sandbox, as the stage sees it: through the port.

#[path = "app_sandbox/calls.rs"]
mod calls;
#[path = "app_sandbox/declared.rs"]
mod declared;
#[path = "app_sandbox/globals.rs"]
mod globals;
#[path = "app_sandbox/play.rs"]
mod play;
#[path = "app_sandbox/require.rs"]
mod require;
