//! What goes between the host and an extension's widget: the vocabulary that both sides of the port share.

use super::ServiceCall;
pub use crate::record::Place;
use serde_json::Value;

/// The host's answer to a widget's question.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// Resolves the widget's promise.
    Resolve(Value),
    /// Rejects the widget's promise.
    Reject(Value),
}

impl Reply {
    /// Why a promise is rejected, in words: Desk's SDK gives a text, Freshdesk an object that holds it.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        let Self::Reject(reason) = self else { return None };
        let held = ["message", "response"].iter().find_map(|key| reason.get(key));
        held.unwrap_or(reason).as_str()
    }
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
    /// `App.instance.getWidgets()`
    Widgets,
    /// `App.instance.getWidgetInstance(to).emit(event, data)`
    Emit {
        /// The key of the widget that shall hear it.
        to: String,
        /// The event's name, as the extension made it up.
        event: String,
        /// What it carries.
        data: Value,
    },
    /// `App.instance.modal(options)`
    Modal {
        /// `{url, title}`
        options: Value,
    },
    /// `App.instance.getWidgetInstance(to).on(event, handler)`
    Listen {
        /// The key of the widget whose event it is.
        to: String,
        /// The event's name.
        event: String,
    },
    /// `ZOHODESK.set(property, value)`
    Set {
        /// For example `ticket.priority`.
        property: String,
        /// The second argument, where one was given.
        value: Option<Value>,
    },
    /// `ZOHODESK.delete(property, value)`
    Delete {
        /// `database`
        property: String,
        /// The second argument, where one was given.
        value: Option<Value>,
    },
    /// `ZOHODESK.showpopup(value)`
    Popup {
        /// `{title, content, type, contentType, color, okText, cancelText}`
        value: Value,
    },
    /// `ZOHODESK.invoke(verb, property?, value?)`
    Invoke {
        /// For example `ROUTE_TO`.
        verb: String,
        /// The second argument, where one was given: a name or an object.
        property: Option<Value>,
        /// The third argument, where one was given.
        value: Option<Value>,
    },
    /// A call of the host's by its own name, as an app's server makes it: `$db.get("key")`.
    Call {
        /// For example `$request.invokeTemplate`.
        name: String,
        /// The arguments.
        given: Vec<Value>,
    },
    /// `fetch` or `XMLHttpRequest`: what the page itself sends to a third party.
    Fetch {
        /// As it goes out; a body in a string.
        call: ServiceCall,
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
    /// It called what the client SDK does not have.
    NoSuchCall,
    /// It called what the platform itself leaves out of its sandbox.
    LeftOut,
    /// It called what browsers have and the sandbox has not: deskspec's gap.
    Unsupported,
    /// It never registered with the host.
    NotRegistered,
    /// It waited past the time that its host gives a handler: cut.
    TooLong,
    /// It declares a handler that it does not have.
    NoSuchHandler,
}
