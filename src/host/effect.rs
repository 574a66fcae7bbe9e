use super::{ActionId, CallId, CalledId, ExchangeId, Reply, Request, RequestId, ServiceAnswer, WidgetId};
use crate::clock::Instant;
use crate::record::{Finding, HookEnd};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// What a model wants done, or says that it did.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// A widget comes alive.
    OpenWidget {
        /// Which.
        widget: WidgetId,
    },
    /// A widget is gone with its page.
    CloseWidget {
        /// Which.
        widget: WidgetId,
    },
    /// A hook asks one widget's handlers.
    AskHook {
        /// Names the question in the answer.
        call: CallId,
        /// Who is asked.
        widget: WidgetId,
        /// The hook's name.
        hook: String,
        /// What the page documents for it; null where it documents nothing.
        payload: Value,
    },
    /// An event happened, whether or not anybody listens.
    Broadcast {
        /// The event's name.
        event: String,
        /// What the page documents for it.
        payload: Value,
    },
    /// An event reaches one widget.
    Deliver {
        /// Who receives it.
        widget: WidgetId,
        /// The event's name.
        event: String,
        /// What the page documents for it.
        payload: Value,
    },
    /// A modal box's page is wanted.
    LoadModal {
        /// The key that the modal box has, if there is such a page.
        widget: WidgetId,
        /// Whose package the page is of.
        opener: WidgetId,
        /// The page, as the widget names it.
        url: String,
    },
    /// A widget has something done that an agent may do, too.
    Begin {
        /// What.
        what: super::desk::Action,
    },
    /// An event of one widget reaches another one that listens to it.
    DeliverOf {
        /// Who receives it.
        widget: WidgetId,
        /// Whose event it is.
        of: WidgetId,
        /// The event's name.
        event: String,
        /// What the page documents for it.
        payload: Value,
    },
    /// An event of an extension's own goes from one of its widgets to another.
    Emitted {
        /// Who emits it.
        from: WidgetId,
        /// Who receives it.
        widget: WidgetId,
        /// The event's name.
        event: String,
        /// What the extension sends with it.
        data: Value,
    },
    /// A request of a widget leaves for a service.
    CallService {
        /// Who asked.
        widget: WidgetId,
        /// Which of its questions.
        request: RequestId,
        /// What goes out.
        call: ServiceCall,
    },
    /// A request of Desk's leaves for an extension's own server.
    CallEndpoint {
        /// Names the request in the answer.
        call: ExchangeId,
        /// The extension's name.
        extension: String,
        /// What is exchanged, by its name in the catalogue: `channel.pull`, `channel.push`.
        exchange: String,
        /// What goes out.
        request: Request,
    },
    /// A request of Desk's own leaves for an attachment of a thread's that a channel brought.
    Fetch {
        /// Names the request in the answer.
        call: ExchangeId,
        /// The channel's extension.
        extension: String,
        /// What goes out.
        request: ServiceCall,
    },
    /// An attachment is there, or could not be fetched; its thread stays either way.
    Fetched {
        /// The request.
        call: ExchangeId,
        /// The file's name.
        name: String,
        /// Why it could not be fetched, where it could not.
        failed: Option<String>,
    },
    /// A request of an extension's server is answered.
    Responded {
        /// Which.
        call: CalledId,
        /// The answer.
        response: ServiceAnswer,
    },
    /// A request of an extension's server leaves for a service.
    Invoke {
        /// Which.
        call: CalledId,
        /// What goes out.
        request: ServiceCall,
    },
    /// Desk did what an extension's server asked for.
    Served {
        /// What was asked for, by its name in the catalogue: `invoke`, `storage.add`.
        exchange: String,
        /// What the answer carries.
        answer: Value,
    },
    /// A request to an extension's own server is over.
    Exchanged {
        /// Which.
        call: ExchangeId,
        /// What was exchanged, by its name in the catalogue.
        exchange: String,
        /// Why it came to nothing, where it did.
        failed: Option<String>,
    },
    /// The agent's browser goes to where something came from.
    SentOn {
        /// The request that asked where that is.
        call: ExchangeId,
        /// The address, as the extension's server gives it.
        place: String,
    },
    /// A reply on a ticket of a channel's is pending, sent or failed.
    Delivery {
        /// The ticket's ID.
        ticket: String,
        /// The thread's ID.
        thread: String,
        /// How far it is.
        delivery: super::desk::Delivery,
    },
    /// A widget's question is answered.
    Reply {
        /// Who asked.
        widget: WidgetId,
        /// Which of its questions.
        request: RequestId,
        /// The answer.
        reply: Reply,
    },
    /// The model wants [`super::Input::Due`] at an instant.
    WakeAt {
        /// When.
        at: Instant,
        /// What for.
        wake: super::Wake,
    },
    /// A mail leaves for the customer.
    Mail {
        /// The ticket's ID.
        ticket: String,
        /// `fromAddress`, `toAddress`, `ccAddress`, `subject`, `content` (HTML); where files go along, their names as `attachments`.
        mail: Map<String, Value>,
    },
    /// The agent sees a message of Desk's.
    Message {
        /// What it is about.
        action: ActionId,
        /// Its text.
        text: String,
    },
    /// The agent sees a notification of an extension's.
    Notification {
        /// Whose.
        widget: WidgetId,
        /// As the extension gave it.
        value: Value,
    },
    /// The agent sees a popup of an extension's, which waits for a click.
    Popup {
        /// Whose.
        widget: WidgetId,
        /// As the extension gave it.
        value: Value,
    },
    /// A record was created on its form.
    Created {
        /// `ticket`, `contact` or `account`.
        module: String,
        /// Its ID.
        id: String,
    },
    /// A value of a ticket changed.
    Changed {
        /// The ticket's ID.
        ticket: String,
        /// The property, for example `status`.
        property: String,
        /// Its value before.
        from: Value,
        /// Its value now.
        to: Value,
    },
    /// A ticket is gone: it lives on in another one.
    Merged {
        /// The ID of the one that is gone.
        ticket: String,
        /// The ID of the one that stays.
        into: String,
    },
    /// An action ended, one way or the other.
    Settled {
        /// Which.
        action: ActionId,
        /// How.
        outcome: Outcome,
    },
    /// A widget answered a hook whose action is settled already.
    TooLate {
        /// Who.
        widget: WidgetId,
    },
    /// A rule decided something.
    Decided {
        /// The rule's ID in the catalogue.
        rule: Cow<'static, str>,
        /// What it decided, as a person would tell it.
        what: String,
    },
    /// Rules decided what the effects behind this one are: they are told with these, and have no line of their own.
    Applied {
        /// The rules' IDs in the catalogue; of an event or hook, its own first.
        rules: Vec<String>,
    },
    /// A hook's question is over, whatever comes of the action.
    Consulted {
        /// The hook's name.
        hook: String,
        /// How many were asked.
        asked: usize,
        /// How it ended.
        end: HookEnd,
    },
    /// Something that an extension's vendor should know.
    Found(Finding),
}

impl Effect {
    /// One rule decided, without a line of its own.
    #[must_use]
    pub fn applied(rule: &str) -> Self {
        Self::Applied { rules: vec![rule.to_owned()] }
    }

    /// The event that reaches a widget, with what it carries.
    #[must_use]
    pub fn delivery(&self) -> Option<(WidgetId, &str, &Value)> {
        match self {
            Self::Deliver { widget, event, payload } | Self::DeliverOf { widget, event, payload, .. } => Some((*widget, event, payload)),
            Self::Emitted { widget, event, data, .. } => Some((*widget, event, data)),
            _ => None,
        }
    }
}

/// A request on its way to a service.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceCall {
    /// `GET`, `POST` …, in capitals.
    pub method: String,
    /// The whole URL, with the query.
    pub url: String,
    /// Headers as the widget gave them.
    pub headers: Map<String, Value>,
    /// The body; null where there is none.
    pub body: Value,
    /// Whether the widget asked for parsed JSON (`responseType: "json"`).
    pub json: bool,
}

/// How an action ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was allowed, but there was nothing to change.
    Unchanged,
    /// Desk itself keeps the agent from it: nobody was asked.
    Barred {
        /// What the agent reads.
        reason: String,
    },
    /// A hook's subscriber stopped it, or an extension that is active already (LOC-03).
    Stopped {
        /// Who.
        by: WidgetId,
        /// What the agent reads.
        reason: String,
    },
}
