//! The host's HTTP side: what an extension's server asks of Desk (P, "Desk Invoke API" … "My Custom Permission API"; REST-01 … REST-15).

mod called;
mod connection;
mod hash;
mod import;
mod invoke;
mod logs;
mod own;
mod params;
mod permissions;
mod placeholder;
mod refusal;
mod resource;
mod route;
mod storage;
mod url;

pub use hash::hashed;
pub use logs::Log;
pub(super) use placeholder::Within;
pub(super) use refusal::Refusal;
