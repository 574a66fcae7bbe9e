//! What the package's JavaScript does with the client SDK.
//!
//! Scripts are read by a parser, and names are followed through scopes: `App` from `.then(App => …)` or `await`, `const { instance } = App`,
//! what a function of the same page is given. A name that is computed is said so, and not guessed.

pub(super) mod app;
mod calls;
mod events;
mod handler;
mod look;
mod meaning;
mod options;
mod page;
mod pages;
mod program;
mod properties;
mod surface;
mod used;
mod uses;

pub(super) use look::look;
