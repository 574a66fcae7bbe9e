use super::desk::{Action, Desk, Page, Widget};
use super::{ActionId, Ask, CallId, CalledId, ChannelId, Defect, Effect, ExchangeId, HandlerAnswer, Host, Request, RequestId, WidgetId};
use crate::clock::{Instant, Millis};
use crate::record::Place;
use serde_json::{Map, Value};

/// A model of a host: one input, all its effects.
pub trait Model {
    /// Takes in what happened at `now`, which never runs backwards.
    fn apply(&mut self, now: Instant, input: Input) -> Vec<Effect>;

    /// The state, for whoever wants to read it.
    fn host(&self) -> Host<'_>;
}

impl dyn Model + '_ {
    /// The state of Zoho Desk.
    ///
    /// # Panics
    /// It models another help desk: see [`Host::desk`].
    #[must_use]
    pub fn desk(&self) -> &Desk {
        self.host().desk()
    }
}

/// What happens to a host.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// A ticket is there, with these properties beside the ones that every ticket has.
    PutTicket {
        /// Its ID.
        id: String,
        /// By their names in `ZOHODESK.get("ticket.<name>")`, and custom fields by their API names (`cf_…`).
        properties: Map<String, Value>,
    },
    /// A contact or an account is there, with these properties.
    PutCustomer {
        /// Which of the two.
        module: super::desk::Module,
        /// Its ID.
        id: String,
        /// By their names in `ZOHODESK.get("contact.<name>")` or `account.<name>`, and custom fields by their API names (`cf_…`).
        properties: Map<String, Value>,
    },
    /// A call is planned.
    PutActivity {
        /// With whom, and about what.
        activity: super::desk::Activity,
    },
    /// One more agent works in the portal.
    PutAgent {
        /// Without an ID where the desk may give one.
        agent: super::desk::Agent,
    },
    /// One more team works in the portal.
    PutTeam {
        /// Without an ID where the desk may give one.
        team: super::desk::Team,
    },
    /// A message of the customer's is on a ticket.
    PutThread {
        /// The ticket's ID.
        ticket: String,
        /// Without an ID and addresses where the desk may give them.
        thread: super::desk::Thread,
    },
    /// One more response template is there for replies.
    PutTemplate {
        /// Without an ID where the desk may give one.
        template: super::desk::Template,
    },
    /// An agent is one of a team from now on.
    JoinTeam {
        /// The agent's ID.
        agent: String,
        /// The team's ID.
        team: String,
    },
    /// The agent at the desk has this profile.
    SetProfile {
        /// Its name.
        profile: String,
    },
    /// An extension is visible to one more profile, and no more to all.
    ShowTo {
        /// The extension's name.
        extension: String,
        /// The profile's name.
        profile: String,
    },
    /// An extension that is installed declares a config param.
    DeclareParam {
        /// The extension's name.
        extension: String,
        /// The param.
        param: super::desk::Param,
    },
    /// A config param of an installation gets a value.
    SetParam {
        /// The extension's name.
        extension: String,
        /// The param's name.
        name: String,
        /// The value; empty for none.
        value: String,
    },
    /// Whoever uses Desk's API calls itself so from now on.
    SetClient {
        /// A UUID.
        client: String,
    },
    /// A ticket has one more task.
    PutTask {
        /// The task.
        task: super::desk::Task,
    },
    /// The community has one more forum topic.
    PutTopic {
        /// Without an ID where the desk may give one.
        topic: super::desk::Topic,
    },
    /// The agent at the desk is this one.
    SignIn {
        /// ID, name and e-mail address.
        agent: super::desk::Agent,
    },
    /// The portal has one more department, or another one of this ID.
    PutDepartment {
        /// With its ID.
        department: super::desk::Department,
    },
    /// The agent selects a department.
    SelectDepartment {
        /// Its ID.
        department: String,
    },
    /// The portal is so.
    SetPortal {
        /// By their names in `ZOHODESK.get("portal.<name>")`.
        properties: Map<String, Value>,
    },
    /// An extension is in development from now on, and not in production.
    Develop {
        /// The extension's name.
        extension: String,
    },
    /// An extension is configured for one more user, and no more for all.
    ConfigureFor {
        /// The extension's name.
        extension: String,
        /// The user's ID.
        user: String,
    },
    /// The agent at the desk reads Desk in this language.
    SetLanguage {
        /// The code that locale files are named by: `en`, `fr`.
        code: String,
    },
    /// The portal's time zone is this one.
    SetTimeZone {
        /// From the time-zone database.
        zone: jiff::tz::TimeZone,
    },
    /// People call a custom field so.
    Label {
        /// Its API name.
        field: String,
        /// What they call it.
        label: String,
    },
    /// An extension with one more widget is installed.
    Install {
        /// The widget's key, not yet used.
        id: WidgetId,
        /// The widget, not yet alive.
        widget: Widget,
    },
    /// An extension that is installed says more of itself. One with a channel takes part in the sync of tickets and threads from now on.
    Declare {
        /// The extension's name.
        extension: String,
        /// What its manifest and its resources.json say.
        declared: super::desk::Declared,
    },
    /// An extension that has declared something is installed with it, though it has no widget and no channel.
    Stand {
        /// The extension's name.
        extension: String,
    },
    /// The agent goes to a page.
    GoTo {
        /// Which.
        page: Page,
    },
    /// The agent picks a widget that loads when it is picked.
    Pick {
        /// Which.
        widget: WidgetId,
    },
    /// The agent picks a widget in the menu of one thread of the open ticket's.
    PickOnThread {
        /// Which.
        widget: WidgetId,
        /// The thread's ID.
        thread: String,
    },
    /// The agent writes in the open reply editor: what it holds is there until it is sent, whoever stops that.
    Write {
        /// As typed.
        content: String,
        /// Who gets a copy, comma-separated.
        cc: String,
    },
    /// The agent does something.
    Act {
        /// The action's key, not yet used.
        action: ActionId,
        /// What.
        what: Action,
    },
    /// The agent activates an extension, or deactivates it.
    Switch {
        /// The action's key, not yet used: it is done or stopped as any other.
        action: ActionId,
        /// The extension's name.
        extension: String,
        /// Whether it is to be active.
        on: bool,
    },
    /// The feature's author has Desk broadcast an event: nothing changed before it.
    FireEvent {
        /// The event's name.
        event: String,
        /// The author's.
        payload: Value,
    },
    /// The feature's author has Desk ask a hook: nothing changes behind it.
    FireHook {
        /// The action's key, not yet used: it is done or stopped as any other.
        action: ActionId,
        /// The hook's name.
        hook: String,
        /// The author's.
        payload: Value,
    },
    /// A widget subscribed.
    Subscribed {
        /// Which.
        widget: WidgetId,
        /// To what: a hook's or an event's name.
        name: String,
        /// Where in its script.
        at: Option<Place>,
    },
    /// A widget's handlers answered a hook.
    Answered {
        /// The question.
        call: CallId,
        /// One entry a handler.
        answers: Vec<HandlerAnswer>,
    },
    /// A widget wants something.
    Asked {
        /// Which.
        widget: WidgetId,
        /// Its own number for the question.
        request: RequestId,
        /// What.
        ask: Ask,
        /// Where in its script.
        at: Option<Place>,
    },
    /// Something is there in an account on Freshdesk.
    Freshdesk(super::freshdesk::Put),
    /// Somebody does something on Freshdesk.
    FreshdeskAct {
        /// The action's key, not yet used.
        action: ActionId,
        /// What.
        what: super::freshdesk::Action,
    },
    /// The host crashes and starts again.
    Restart,
    /// A service answered, or could not be reached.
    ServiceAnswered {
        /// Who asked.
        widget: WidgetId,
        /// Which of its questions.
        request: RequestId,
        /// Whether parsed JSON was asked for.
        json: bool,
        /// The answer, or why there is none.
        answer: Result<ServiceAnswer, String>,
    },
    /// An extension's own server answered, or wherever an attachment is fetched from; or could not be reached.
    EndpointAnswered {
        /// The request.
        call: ExchangeId,
        /// The answer, or why there is none.
        answer: Result<ServiceAnswer, String>,
    },
    /// An extension's server asks something of Desk.
    Called {
        /// The request's key, not yet used.
        call: CalledId,
        /// What comes in.
        request: Request,
    },
    /// A service answered what Desk asked for an extension's server, or could not be reached.
    Invoked {
        /// The request of the extension's server.
        call: CalledId,
        /// The answer, or why there is none.
        answer: Result<ServiceAnswer, String>,
    },
    /// The agent clicks a button of a popup.
    ClickPopup {
        /// What stands above it.
        title: String,
        /// Whether it is the button that confirms.
        confirms: bool,
    },
    /// The page of a modal box is there, or is not.
    ModalLoaded {
        /// The modal box's key.
        widget: WidgetId,
        /// Why there is no such page.
        page: Result<(), String>,
    },
    /// A widget did something wrong.
    Misbehaved {
        /// Which.
        widget: WidgetId,
        /// What.
        defect: Defect,
    },
    /// A widget's page has registered (SDK-14).
    Registered {
        /// Which.
        widget: WidgetId,
    },
    /// A widget has not registered in the time that it has for it.
    Unregistered {
        /// Which.
        widget: WidgetId,
    },
    /// What was asked for with [`Effect::WakeAt`] is due.
    Due {
        /// What.
        wake: Wake,
    },
}

/// Why a model wants to be woken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// The time is up in which the hook's subscribers of an action may answer (HOOK-04).
    HookDeadline {
        /// The action.
        action: ActionId,
        /// When the hook was asked.
        triggered: Instant,
    },
    /// Whoever had a modal box opened has had the time to listen to it (EVT-20b).
    ModalOpened(WidgetId),
    /// What Freshdesk waits for.
    Freshdesk(super::freshdesk::Due),
    /// It is time to ask a channel for news (CH-01).
    Pull(ChannelId),
    /// The time is up in which an extension's own server may answer (CH-16).
    ExchangeDeadline(ExchangeId),
}

/// What a service, or an extension's own server, answers.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceAnswer {
    /// The HTTP status.
    pub status: u16,
    /// Texts, by their names.
    pub headers: Map<String, Value>,
    /// The body: JSON where it is JSON, else a string, null where it is empty.
    pub body: Value,
    /// How long it took, in virtual milliseconds.
    pub after: Millis,
    /// Whether a vendor's own server gave it, and not the feature: what is wrong with it is a finding then.
    pub genuine: bool,
}

impl ServiceAnswer {
    /// An answer at once, without headers.
    #[must_use]
    pub fn new(status: u16, body: Value) -> Self {
        Self { status, headers: Map::new(), body, after: 0, genuine: false }
    }
}
