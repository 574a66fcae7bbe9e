//! The port between the stage and an extension's widget, whichever way that widget is played.
//!
//! A side of the port never waits and never calls: it is told what happened, and returns what the widget did because of it.

use crate::clock::Instant;
use crate::host::{CallId, RequestId, WidgetId};
use serde_json::Value;

/// A widget's own timer. Counted per widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WakeId(pub u64);

/// One live widget: scripted by the feature, or the vendor's page in a sandbox.
///
/// `now` never runs backwards from call to call, and execution itself takes no virtual time.
pub trait Subject {
    /// The widget is put on its page. Called once, first.
    fn open(&mut self, now: Instant) -> Vec<Act>;

    /// The host asks the widget's handlers for the hook `hook`; the answer is an [`Act::Answer`] with this `call`, now or later.
    fn ask(&mut self, now: Instant, call: CallId, hook: &str, payload: &Value) -> Vec<Act>;

    /// The host delivers an event to the widget's handlers.
    fn deliver(&mut self, now: Instant, event: &str, payload: &Value) -> Vec<Act>;

    /// The host settles what the widget asked for with [`Act::Ask`].
    fn settle(&mut self, now: Instant, request: RequestId, reply: &Reply) -> Vec<Act>;

    /// A timer that the widget set with [`Act::WakeMe`] is due. A timer that the widget has cleared since does nothing.
    fn wake(&mut self, now: Instant, wake: WakeId) -> Vec<Act>;
}

/// What a sandbox needs to know of the world when a widget is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The widget's own key.
    pub widget: WidgetId,
    /// The installed extension's name, as scenarios call it.
    pub extension: String,
    /// Where the widget lives, for example `desk.background`.
    pub location: String,
    /// What `ZOHODESK.extension.onload()` resolves to, without `.instance`: `meta`, `locale`, `location`, `uniqueID` and so on.
    pub app: Value,
    /// The portal's time zone: local getters of `Date` answer in it.
    pub time_zone: jiff::tz::TimeZone,
    /// The run's seed, mixed with the scenario's: randomness in the sandbox comes from here alone.
    pub seed: u64,
}

/// The host's answer to a widget's question.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// Resolves the widget's promise.
    Resolve(Value),
    /// Rejects the widget's promise.
    Reject(Value),
}

/// What a widget did.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// `App.instance.on(name, handler)`; `handlers` counts the widget's handlers for that name so far.
    Subscribe {
        /// The event's or hook's name, as the widget wrote it.
        name: String,
        /// How many handlers the widget has for it now.
        handlers: u32,
        /// Where in the widget's script it subscribed.
        at: Option<Place>,
    },
    /// All handlers of the widget for one hook call have settled: one entry a handler, in the order of subscription.
    Answer {
        /// The call that is answered.
        call: CallId,
        /// One entry a handler; empty where the widget has none.
        answers: Vec<HandlerAnswer>,
    },
    /// The widget asks the host for something and waits for a [`Reply`].
    Ask {
        /// Names the question in [`Subject::settle`].
        request: RequestId,
        /// What it asks for.
        ask: Ask,
        /// Where in the widget's script it asked.
        at: Option<Place>,
    },
    /// The widget wants to be woken at an instant (`setTimeout`, a delay that the feature scripts).
    WakeMe {
        /// Names the timer in [`Subject::wake`].
        wake: WakeId,
        /// When.
        at: Instant,
    },
    /// `console.*` or `ZOHODESK.log`.
    Log {
        /// How loud.
        level: Level,
        /// What was written.
        text: String,
    },
    /// Something that the vendor must mend.
    Defect(Defect),
}

/// A question of a widget to the host.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// `ZOHODESK.get(property, value?)`
    Get {
        /// For example `ticket.subject`.
        property: String,
        /// The second argument, where one was given.
        value: Option<Value>,
    },
    /// `ZOHODESK.request(options)`, as it was called.
    Request {
        /// `{url, type, headers, data, postBody, connectionLinkName, responseType}`
        options: Value,
    },
    /// `ZOHODESK.notify(value)`
    Notify {
        /// `{title, content, icon, autoClose}`
        value: Value,
    },
    /// Any other call of the client SDK, by its name (`set`, `delete`, `showpopup`, `invoke ROUTE_TO`, `modal` …).
    Other {
        /// The call as a person would write it, for example `ZOHODESK.set`.
        call: String,
        /// Its arguments.
        arguments: Vec<Value>,
    },
}

/// How one handler of a hook came to its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It returned a value that is no promise.
    Returned,
    /// It returned a promise, which was resolved.
    Resolved,
    /// It returned a promise, which was rejected.
    Rejected,
    /// It threw, or the sandbox cut it.
    Threw,
}

/// One handler's answer to a hook.
#[derive(Debug, Clone, PartialEq)]
pub struct HandlerAnswer {
    /// How it came to it.
    pub how: How,
    /// The value or the reason; `None` is JavaScript's `undefined`.
    pub value: Option<Value>,
}

/// How loud a line of the widget's log is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// `console.debug`
    Debug,
    /// `console.log`, `console.info`, `ZOHODESK.log`
    Info,
    /// `console.warn`
    Warn,
    /// `console.error`
    Error,
}

/// A place in a vendor's file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// The file, as a person would open it from where deskspec runs.
    pub file: String,
    /// From 1; 0 where it is not known.
    pub line: u32,
    /// From 1; 0 where it is not known.
    pub column: u32,
}

/// What a widget did wrong, as far as the port can see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Defect {
    /// Which kind of wrong.
    pub kind: DefectKind,
    /// A lowercase fragment: what happened.
    pub text: String,
    /// Where in the vendor's files.
    pub at: Option<Place>,
    /// The hook or event whose handler it was; `None` while the page was being opened, in a timer, in a callback.
    pub handler: Option<String>,
}

/// Kinds of [`Defect`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DefectKind {
    /// A handler, a timer, a callback or the page's own code threw.
    Threw,
    /// A promise was rejected and nobody caught it.
    UnhandledRejection,
    /// It ran past its budget of instructions or jobs: cut.
    OutOfFuel,
    /// It recursed past the stack's limit: cut.
    TooDeep,
    /// It allocated past its memory limit: cut.
    OutOfMemory,
    /// It called what the SDK, the page or the sandbox does not have.
    Unsupported,
    /// It never registered with the host.
    NotRegistered,
}
