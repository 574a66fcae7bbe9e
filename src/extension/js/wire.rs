//! The host's end of the client SDK's message protocol: messages of the page to acts of the port, and back.
//!
//! The messages are those that the public client SDK sends and takes, whichever copy of it the page loads. Our own adds `how` to each entry of
//! a hook's answer: how the handler came to it. Where it is absent it is inferred, as far as the message tells.

use super::fault::Fault;
use crate::extension::package::Client;
use crate::extension::{Act, Ask, Defect, DefectKind, HandlerAnswer, How, Level, Opening, Place, Reply};
use crate::host::{CallId, RequestId, WidgetId};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// Where Desk lies: the host's frame, as a page sees it in `serviceOrigin` and in `event.origin`.
pub const SERVICE_ORIGIN: &str = "https://desk.zoho.com";

/// Where the page itself lies, as its `location` shows it.
pub(super) const PAGE_ORIGIN: &str = "https://extension.example.com";

/// The host's frame, as a page sees it in `event.origin`.
pub(super) fn origin(client: Client, opening: &Opening) -> String {
    match client {
        Client::Desk => SERVICE_ORIGIN.to_owned(),
        Client::Freshworks => format!("https://{}", opening.app["domain"].as_str().unwrap_or_default()),
    }
}

/// The query with which the host opens a page.
pub(super) fn query(client: Client) -> String {
    if client == Client::Freshworks {
        return String::new();
    }
    let origin = SERVICE_ORIGIN.replace(':', "%3A").replace('/', "%2F");
    format!("?serviceOrigin={origin}&isDevMode=true&isLogEnabled=false")
}

/// Whether a message waits for an answer of the host's.
pub(super) fn is_question(message: Option<&Json>) -> bool {
    message.is_some_and(|message| message["isPromise"] == true && message["type"] != "__EVENT_RESPONSE__")
}

/// What a page's message comes to.
#[derive(Default)]
pub(super) struct Received {
    pub(super) acts: Vec<Act>,
    /// A message back at once.
    pub(super) reply: Option<Json>,
    /// Faults of a hook's handlers, before the acts are.
    pub(super) faults: Vec<Fault>,
    /// The hook whose handlers they were.
    pub(super) hook: Option<String>,
}

/// The state of the conversation with one page.
#[derive(Debug)]
pub(super) struct Wire {
    client: Client,
    unique: String,
    app: Json,
    /// Whether the page talks with its host now.
    pub(super) is_registered: bool,
    /// Whether it ever did.
    pub(super) has_registered: bool,
    calls: BTreeMap<String, (CallId, String)>,
    next_call: u32,
    requests: BTreeMap<RequestId, Option<String>>,
    next_request: u32,
}

impl Wire {
    pub(super) fn new(client: Client, opening: &Opening) -> Self {
        let unique = opening.app.get("uniqueID").and_then(Json::as_str).map_or_else(|| opening.widget.to_string(), str::to_owned);
        Self {
            client,
            unique,
            app: opening.app.clone(),
            is_registered: false,
            has_registered: false,
            calls: BTreeMap::new(),
            next_call: 0,
            requests: BTreeMap::new(),
            next_request: 0,
        }
    }

    /// The host's first message.
    pub(super) fn register(&self) -> Json {
        json!({"type": "__REGISTER__", "uniqueID": self.unique, "data": self.app})
    }

    /// A hook: an event that wants an answer.
    pub(super) fn ask(&mut self, call: CallId, hook: &str, payload: &Json) -> Json {
        let promise = format!("Host{}", self.next_call);
        self.next_call += 1;
        let message = json!({"eventName": hook, "widgetID": self.unique, "data": payload, "isPromise": true, "promiseID": promise});
        self.calls.insert(promise, (call, hook.to_owned()));
        message
    }

    /// An event.
    pub(super) fn event(&self, event: &str, payload: &Json) -> Json {
        json!({"eventName": event, "widgetID": self.unique, "data": payload})
    }

    /// An event of another widget's, for who listens to that one.
    pub(super) fn event_of(&self, of: WidgetId, event: &str, payload: &Json) -> Json {
        json!({"eventName": event, "widgetID": of.to_string(), "data": payload})
    }

    /// The answer to what the page asked; `None` where it asked nothing of that kind, or waits for no answer.
    pub(super) fn settle(&mut self, request: RequestId, reply: &Reply) -> Option<Json> {
        let promise = self.requests.remove(&request)??;
        let (is_success, data) = match reply {
            Reply::Resolve(data) => (true, data),
            Reply::Reject(data) => (false, data),
        };
        Some(json!({"type": "__EVENT_RESPONSE__", "promiseID": promise, "isSuccess": is_success, "data": data}))
    }

    /// A message of the page's, an object or its JSON text.
    pub(super) fn receive(&mut self, message: &Json, at: Option<Place>) -> Received {
        let parsed = message.as_str().and_then(|text| serde_json::from_str(text).ok());
        let message = parsed.as_ref().unwrap_or(message);
        let name = message["eventName"].as_str().unwrap_or_default();
        match (message["type"].as_str().unwrap_or_default(), name) {
            ("__REGISTER__", _) => {
                let is_first = !std::mem::replace(&mut self.has_registered, true);
                self.is_registered = true;
                return Received { acts: is_first.then_some(Act::Registered).into_iter().collect(), ..Received::default() };
            }
            ("__DEREGISTER__", _) => self.is_registered = false,
            ("__EVENT_RESPONSE__", _) => return self.answer(message),
            ("__EVENT_BIND__", _) => return self.bind(message, name, at),
            ("__CALL__", _) if self.client == Client::Freshworks => return self.call(message, at),
            _ if self.client == Client::Freshworks => return unknown(message, at),
            ("__EMIT__", _) => {
                let to = message["widgetID"].as_str().unwrap_or_default().to_owned();
                return self.question(message, at, Ask::Emit { to, event: name.to_owned(), data: message["data"].clone() });
            }
            (_, "__HTTP__") => return self.question(message, at, Ask::Request { options: message["options"].clone() }),
            (_, "__CREATE_INSTANCE__") => return self.question(message, at, Ask::Modal { options: message["options"].clone() }),
            (_, "__WIDGETS_INFO__") => return self.question(message, at, Ask::Widgets),
            (_, "DESK_EVENT") => return self.desk(message, at),
            _ => return unknown(message, at),
        }
        Received::default()
    }

    fn bind(&mut self, message: &Json, name: &str, at: Option<Place>) -> Received {
        let widget = &message["widgetID"];
        if widget.is_string() && *widget != self.unique.as_str() {
            let to = widget.as_str().unwrap_or_default().to_owned();
            return self.question(message, at, Ask::Listen { to, event: name.to_owned() });
        }
        let handlers = message["count"].as_u64().and_then(|count| u32::try_from(count).ok()).unwrap_or(1);
        Received { acts: vec![Act::Subscribe { name: name.to_owned(), handlers, at }], ..Received::default() }
    }

    /// A call of our own client of Freshworks'.
    fn call(&mut self, message: &Json, at: Option<Place>) -> Received {
        let name = message["name"].as_str().unwrap_or_default().to_owned();
        let given = message["given"].as_array().cloned().unwrap_or_default();
        self.question(message, at, Ask::Call { name, given })
    }

    fn desk(&mut self, message: &Json, at: Option<Place>) -> Received {
        let data = &message["data"];
        let text = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        // What is `undefined` in the page is not in the message.
        let (property, value) = (|| text(&data["property"]), data.get("value").cloned());
        let ask = match data["type"].as_str().unwrap_or_default() {
            "GET_DATA" => Ask::Get { property: property(), value },
            "SET_DATA" => Ask::Set { property: property(), value },
            "DELETE_DATA" => Ask::Delete { property: property(), value },
            "NOTIFY" => Ask::Notify { value: value.unwrap_or_default() },
            "POPUP" => Ask::Popup { value: value.unwrap_or_default() },
            "LOG" => return logged(message, text(&data["value"])),
            // Without sizes, the public SDK sends those of its document.
            "RESIZE" if ["width", "height"].iter().all(|side| data["property"][side].is_number()) => {
                Ask::Invoke { verb: "RESIZE".to_owned(), property: None, value: None }
            }
            _ => Ask::Invoke { verb: text(&data["type"]), property: data.get("property").cloned(), value },
        };
        self.question(message, at, ask)
    }

    /// A key for one more question.
    pub(super) fn next_request(&mut self) -> RequestId {
        self.next_request += 1;
        RequestId(self.next_request)
    }

    fn question(&mut self, message: &Json, at: Option<Place>, ask: Ask) -> Received {
        let request = self.next_request();
        if is_question(Some(message)) {
            self.requests.insert(request, message["promiseID"].as_str().map(str::to_owned));
        }
        Received { acts: vec![Act::Ask { request, ask, at }], ..Received::default() }
    }

    /// A hook's verdicts. Only the first answer to a call counts.
    fn answer(&mut self, message: &Json) -> Received {
        let Some((call, hook)) = message["promiseID"].as_str().and_then(|promise| self.calls.remove(promise)) else {
            return Received::default();
        };
        let response = &message["data"]["response"];
        // What is no list is why there is none: the answers could not be sent.
        let unsent = [json!({"isSuccess": false, "response": response, "how": "threw"})];
        let entries = response.as_array().map_or(&unsent[..], Vec::as_slice);
        let mut received = Received { hook: Some(hook), ..Received::default() };
        let answers: Vec<_> = entries.iter().filter_map(Json::as_object).map(|entry| verdict(entry, &mut received.faults)).collect();
        received.acts.push(Act::Answer { call, answers });
        received
    }
}

/// One handler's entry, with its fault, if it has one.
fn verdict(entry: &Map<String, Json>, faults: &mut Vec<Fault>) -> HandlerAnswer {
    let value = entry.get("response").cloned();
    let is_success = entry.get("isSuccess").is_some_and(|success| *success == true);
    let fault = value.as_ref().filter(|_| !is_success).and_then(Fault::of_json);
    let how = match (entry.get("how").and_then(Json::as_str), is_success) {
        (Some("threw"), false) => How::Threw,
        (Some("rejected"), false) => How::Rejected,
        (Some("resolved"), true) => How::Resolved,
        // The same message either way: a boolean is what a handler may return, nothing is what a promise may bring.
        (_, true) if value.as_ref().is_some_and(Json::is_boolean) => How::Returned,
        (Some("returned"), true) => How::Returned,
        (_, true) => How::Resolved,
        // A rejection with an error of one's own is a verdict; with one that the engine raises, a mistake.
        (_, false) if fault.as_ref().is_some_and(Fault::is_mistake) => How::Threw,
        (_, false) => How::Rejected,
    };
    match fault {
        Some(fault) if how == How::Threw || fault.is_mistake() => faults.push(fault),
        None if how == How::Threw => faults.push(Fault::thrown(value.as_ref())),
        _ => {}
    }
    HandlerAnswer { how, value }
}

/// A service's answer to what the page itself fetched, as its `fetch` takes it.
pub(super) fn fetched(reply: &Reply) -> Json {
    match reply {
        Reply::Resolve(answer) => json!({"status": answer["data"]["statusCode"], "body": answer["data"]["statusMessage"]}),
        Reply::Reject(reason) => json!({"failed": reason["message"].as_str().map_or_else(|| reason.to_string(), str::to_owned)}),
    }
}

/// The errors in a hook's answer.
pub(super) fn faults(message: &Json) -> Vec<Fault> {
    let entries = message["data"]["response"].as_array().map_or(&[][..], Vec::as_slice);
    entries.iter().filter_map(|entry| Fault::of_json(&entry["response"])).collect()
}

/// What is logged is written at once, and its promise resolves.
fn logged(message: &Json, text: String) -> Received {
    let settled = |promise: &str| json!({"type": "__EVENT_RESPONSE__", "promiseID": promise, "isSuccess": true});
    let reply = message["promiseID"].as_str().map(settled);
    Received { acts: vec![Act::Log { level: Level::Info, text }], reply, ..Received::default() }
}

fn unknown(message: &Json, at: Option<Place>) -> Received {
    let shown: String = message.to_string().chars().take(100).collect();
    let text = format!("posted a message that the host does not know: {shown}; send what the client SDK sends");
    let defect = Defect { kind: DefectKind::Unsupported, text, at, handler: None };
    Received { acts: vec![Act::Defect(defect)], ..Received::default() }
}
