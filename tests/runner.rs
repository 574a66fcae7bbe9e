//! The runner with Worlds of a test's own: order, retries, hooks, what hangs and what panics, what is interrupted.

#[path = "runner/attachments.rs"]
mod attachments;
#[path = "runner/bench.rs"]
mod bench;
#[path = "runner/files.rs"]
mod files;
#[path = "runner/hangs.rs"]
mod hangs;
#[path = "runner/hooks.rs"]
mod hooks;
#[path = "runner/interrupt.rs"]
mod interrupt;
#[path = "runner/order.rs"]
mod order;
#[path = "runner/retry.rs"]
mod retry;
#[path = "runner/steps.rs"]
mod steps;
#[path = "runner/stop.rs"]
mod stop;
#[path = "runner/worlds.rs"]
mod worlds;
