//! The port between the stage and an extension's widget, whichever way that widget is played.
//!
//! A side of the port never waits and never calls: it is told what happened, and returns what the widget did because of it.

use super::{Gesture, LocalStorage, Look, NotDone};
use crate::clock::{Instant, Millis};
pub use crate::host::{Ask, Defect, DefectKind, HandlerAnswer, How, Place, Reply};
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

    /// The host delivers an event of another widget's, `of`, to the handlers that listen to that one. Who knows but one kind of handler hears
    /// it as any event.
    fn deliver_of(&mut self, now: Instant, of: WidgetId, event: &str, payload: &Value) -> Vec<Act> {
        let _ = of;
        self.deliver(now, event, payload)
    }

    /// The host settles what the widget asked for with [`Act::Ask`].
    fn settle(&mut self, now: Instant, request: RequestId, reply: &Reply) -> Vec<Act>;

    /// A timer that the widget set with [`Act::WakeMe`] is due. A timer that the widget has cleared since does nothing.
    fn wake(&mut self, now: Instant, wake: WakeId) -> Vec<Act>;

    /// The widget is taken off its page. Called once, last; who has nothing to do then does nothing.
    fn close(&mut self, now: Instant) -> Vec<Act> {
        let _ = now;
        Vec::new()
    }

    /// The agent does something on the widget's page.
    ///
    /// # Errors
    /// It cannot be done, and nothing has happened.
    fn operate(&mut self, now: Instant, gesture: &Gesture) -> Result<Vec<Act>, NotDone> {
        let _ = (now, gesture);
        Err(NotDone::NoPage)
    }

    /// What the agent sees of the elements that `selector` means, or of the whole page.
    ///
    /// # Errors
    /// There is no page, or no such selector.
    fn look(&mut self, now: Instant, selector: Option<&str>) -> Result<Look, NotDone> {
        let _ = (now, selector);
        Err(NotDone::NoPage)
    }
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
    /// What `ZOHODESK.extension.onload()` resolves to, without `.instance`: `meta`, `locale`, `location`, `uniqueID` and so on; on Freshdesk
    /// `domain`, and a server's `iparams`.
    pub app: Value,
    /// How long the host waits for the page to register (SDK-14); `None` for as long as it takes.
    pub registration: Option<Millis>,
    /// The portal's time zone: local getters of `Date` answer in it.
    pub time_zone: jiff::tz::TimeZone,
    /// The run's seed, mixed with the scenario's: randomness in the sandbox comes from here alone.
    pub seed: u64,
    /// What pages of this extension keep longer than they live.
    pub local: LocalStorage,
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
    /// The page has registered with its host (SDK-14).
    Registered,
    /// The time in which the widget may register is over, and it has not.
    Unregistered,
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
