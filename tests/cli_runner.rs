//! How `run` runs: threads, order, parts, further attempts, lists of what failed, interruptions, and what may be said of all that.

#[path = "cli_runner/again.rs"]
mod again;
#[path = "cli_runner/child.rs"]
mod child;
#[path = "cli/closing.rs"]
mod closing;
#[path = "cli_runner/configured.rs"]
mod configured;
#[path = "cli_runner/every_kind.rs"]
mod every_kind;
#[path = "cli_runner/interrupted.rs"]
mod interrupted;
#[path = "cli_runner/named.rs"]
mod named;
#[path = "cli_runner/order.rs"]
mod order;
#[path = "cli_runner/parts.rs"]
mod parts;
#[path = "cli_runner/retried.rs"]
mod retried;
#[path = "cli/support.rs"]
mod support;
#[path = "cli_runner/threads.rs"]
mod threads;
