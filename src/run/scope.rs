//! What a step or a hook can say to the runner beside passing and failing.
//!
//! These functions speak of the step or hook that runs on this thread. Where none does, on a thread of the step's own making or under
//! another runner, what is attached goes nowhere, and what ends the step is a panic like any other.

use crate::record::{Attachment, Body};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::cell::RefCell;
use std::panic::resume_unwind;

thread_local! {
    static ATTACHED: RefCell<Vec<Attachment>> = const { RefCell::new(Vec::new()) };
}

/// How a step ended by its own word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ended {
    /// See [`skip`].
    Skipped(String),
    /// See [`pending`].
    Pending(String),
}

/// Attaches bytes to the record of the running step or hook; `media_type` says what they are, such as `image/png`.
pub fn attach(media_type: impl Into<String>, bytes: impl AsRef<[u8]>) {
    keep(media_type.into(), Body::Base64(STANDARD.encode(bytes)), None);
}

/// Attaches bytes that are saved under this file name.
pub fn attach_file(file_name: impl Into<String>, media_type: impl Into<String>, bytes: impl AsRef<[u8]>) {
    keep(media_type.into(), Body::Base64(STANDARD.encode(bytes)), Some(file_name.into()));
}

/// Attaches text to the record of the running step or hook; `media_type` says what it is, such as `application/json`.
pub fn attach_text(media_type: impl Into<String>, text: impl Into<String>) {
    keep(media_type.into(), Body::Text(text.into()), None);
}

/// Writes a line into the record of the running step or hook.
pub fn log(text: impl Into<String>) {
    attach_text(Attachment::LOG, text);
}

/// Puts a link into the record of the running step or hook.
pub fn link(url: impl Into<String>) {
    attach_text(Attachment::LINK, url);
}

/// Ends the running step or hook: it and the rest of its scenario are skipped, which fails nothing. The reason is logged.
pub fn skip(reason: impl Into<String>) -> ! {
    resume_unwind(Box::new(Ended::Skipped(reason.into())))
}

/// Ends the running step or hook: it is not written to its end yet, and the run fails until it is.
pub fn pending(reason: impl Into<String>) -> ! {
    resume_unwind(Box::new(Ended::Pending(reason.into())))
}

fn keep(media_type: String, body: Body, file_name: Option<String>) {
    ATTACHED.with_borrow_mut(|attached| attached.push(Attachment { media_type, body, file_name }));
}

/// What was attached since the last time.
pub(super) fn attached() -> Vec<Attachment> {
    ATTACHED.take()
}
