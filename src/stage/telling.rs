//! A trace, told as lines that a person reads.

use super::{Entry, Happened, Trace};
use crate::catalog::Party;
use crate::extension::{Act, Ask, HandlerAnswer, How};
use crate::host::desk::Delivery;
use crate::host::{ActionId, Effect, Host, Outcome, Reply};
use crate::record::Exchange;
use serde_json::Value;

/// The longest value that a line shows.
const LONGEST: usize = 200;

/// The event of every move of the agent's.
const MOVE: &str = "pageChange";

/// Tells everything that happened.
#[must_use]
pub fn tell(trace: &Trace, host: Host<'_>) -> Vec<Exchange> {
    // What decides a broadcast or a question stands before it in the trace.
    let mut applied: &[String] = &[];
    let mut told = Vec::new();
    for (at, entry) in trace.entries.iter().enumerate() {
        if !is_unheard_move(&trace.entries[at..]) {
            told.extend(line(entry, applied, host));
        }
        match &entry.what {
            Happened::Host(Effect::Applied { rules }) => applied = rules,
            Happened::Host(Effect::AskHook { .. }) | Happened::Widget(..) => {}
            _ => applied = &[],
        }
    }
    told
}

/// The agent's own line says where he goes; that nobody hears of it is no news.
fn is_unheard_move(entries: &[Entry]) -> bool {
    let mut effects = entries.iter().filter_map(|entry| match &entry.what {
        Happened::Host(Effect::Applied { .. }) => None,
        Happened::Host(effect) => Some(effect),
        _ => None,
    });
    let is_told =
        matches!(entries.first().map(|entry| &entry.what), Some(Happened::Host(Effect::Broadcast { event, .. })) if event == MOVE);
    is_told && !matches!(effects.nth(1), Some(Effect::Deliver { event, .. }) if event == MOVE)
}

fn line(entry: &Entry, applied: &[String], host: Host<'_>) -> Option<Exchange> {
    let (who, what, rule) = match &entry.what {
        Happened::Told(what) => ("agent".to_owned(), what.clone(), None),
        Happened::Outside(what) => ("api".to_owned(), what.clone(), None),
        Happened::Fired(what) => ("feature".to_owned(), what.clone(), None),
        Happened::Host(effect) => effect_line(effect, applied, host)?,
        Happened::Widget(widget, act) => (host.name_of(*widget), act_line(act)?, None),
        Happened::Service(_, _, Ok(answer)) | Happened::Fetched(_, Ok(answer)) => {
            let late = if answer.after == 0 { String::new() } else { format!(" after {} ms", answer.after) };
            ("service".to_owned(), format!("answers {}{late} with {}", answer.status, short(&answer.body)), None)
        }
        Happened::Endpoint(call, Ok(answer)) => {
            ("server".to_owned(), format!("answers {call} {} with {}", answer.status, short(&answer.body)), None)
        }
        Happened::Called(_, request) => {
            ("server".to_owned(), format!("asks {} {}{}", request.method, request.url, with(&request.body)), None)
        }
        Happened::Endpoint(_, Err(reason)) => ("server".to_owned(), reason.clone(), None),
        Happened::Service(_, _, Err(reason)) | Happened::Fetched(_, Err(reason)) => ("service".to_owned(), reason.clone(), None),
    };
    Some(Exchange { at: entry.at, who, what, rule })
}

type Line = (String, String, Option<String>);

fn effect_line(effect: &Effect, applied: &[String], host: Host<'_>) -> Option<Line> {
    let own = |rule: Option<&String>| rule.filter(|rule| applied.contains(rule)).cloned();
    let (what, rule) = match effect {
        Effect::AskHook { call, widget, hook, payload } => (
            format!("asks {} ({hook}, {call}){}", host.name_of(*widget), with(payload)),
            own(host.catalog().hook(hook).map(|hook| &hook.rule)),
        ),
        Effect::Broadcast { event, payload } => {
            (format!("broadcasts {event}{}", with(payload)), own(host.catalog().event(event).map(|event| &event.rule)))
        }
        Effect::Deliver { widget, event, .. } => (format!("delivers {event} to {}", host.name_of(*widget)), None),
        Effect::Emitted { from, widget, event, data } => {
            (format!("delivers {event} of {} to {}{}", host.name_of(*from), host.name_of(*widget), with(data)), None)
        }
        Effect::DeliverOf { widget, of, event, .. } => {
            (format!("delivers {event} of {} to {}", host.name_of(*of), host.name_of(*widget)), None)
        }
        Effect::CallService { call, .. } => (format!("sends {} {}{}", call.method, call.url, with(&call.body)), None),
        Effect::CallEndpoint { call, extension, exchange, request } => {
            // The agent's browser carries no body and no identity: what it asks stands in the query.
            let browser = host.catalog().exchange(exchange).is_some_and(|it| it.caller == Party::Agent);
            let asked = if browser { with(&request.query.clone().into()) } else { with(&request.body) };
            (format!("asks the server of \"{extension}\" ({exchange}, {call}){asked}"), None)
        }
        Effect::Fetch { request, .. } | Effect::Invoke { request, .. } => {
            (format!("sends {} {}{}", request.method, request.url, with(&request.body)), None)
        }
        Effect::Responded { response, .. } => (format!("answers {} with {}", response.status, short(&response.body)), None),
        Effect::Exchanged { call, failed: Some(reason), .. } => (format!("{call} comes to nothing: {reason}"), None),
        Effect::SentOn { place, .. } => (format!("sends the browser to {place}"), None),
        Effect::Fetched { name, failed, .. } => (fetched(name, failed.as_deref()), Some("CH-10".into())),
        Effect::Delivery { delivery, .. } => (delivered(delivery), None),
        Effect::Mail { ticket, mail } => {
            (format!("mails {} about ticket {ticket}", mail.get("toAddress").map(short).unwrap_or_default()), None)
        }
        Effect::Message { text, .. } => (format!("shows the agent \"{text}\""), None),
        Effect::Notification { widget, value } => (format!("shows a notification of {}: {}", host.name_of(*widget), short(value)), None),
        Effect::Popup { widget, value } => (format!("shows a popup of {}: {}", host.name_of(*widget), short(value)), None),
        Effect::Changed { property, from, to, .. } => (format!("changes {property} from {} to {}", short(from), short(to)), None),
        Effect::Merged { ticket, into } => (format!("merges the ticket {ticket} into {into}"), None),
        Effect::Created { module, id } => (format!("creates the {module} {id}"), None),
        Effect::Settled { action, outcome } => (format!("{}{}", settled(outcome), which(*action, host)), None),
        Effect::Decided { rule, what } => (what.clone(), Some(rule.to_string())),
        Effect::Found(finding) => (format!("reports {}: {}", finding.extension, finding.text), finding.rule.clone()),
        Effect::Reply { widget, reply: Reply::Reject(reason), .. } => {
            (format!("rejects what {} asked: {}", host.name_of(*widget), short(reason)), None)
        }
        Effect::LoadModal { .. } | Effect::Begin { .. } => return None,
        Effect::Applied { .. }
        | Effect::Consulted { .. }
        | Effect::Exchanged { .. }
        | Effect::Served { .. }
        | Effect::TooLate { .. }
        | Effect::Reply { .. }
        | Effect::OpenWidget { .. }
        | Effect::CloseWidget { .. }
        | Effect::WakeAt { .. } => {
            return None;
        }
    };
    Some((host.platform().folder().to_owned(), what, rule))
}

/// Names an action where there were several.
fn which(action: ActionId, host: Host<'_>) -> String {
    if host.actions() > 1 { format!(" ({action})") } else { String::new() }
}

fn delivered(delivery: &Delivery) -> String {
    match delivery {
        Delivery::Pending => "the reply is pending".into(),
        Delivery::Sent => "the reply is sent".into(),
        Delivery::Failed(reason) => format!("the reply has failed: {reason}"),
    }
}

fn fetched(name: &str, failed: Option<&str>) -> String {
    match failed {
        None => format!("the attachment {name} is there"),
        Some(reason) => format!("the attachment {name} could not be fetched, and its thread stays: {reason}"),
    }
}

fn settled(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Done => "the action is done".into(),
        Outcome::Unchanged => "the action changes nothing".into(),
        Outcome::Stopped { reason, .. } | Outcome::Barred { reason } => format!("the action is stopped with \"{reason}\""),
    }
}

fn act_line(act: &Act) -> Option<String> {
    Some(match act {
        Act::Subscribe { name, .. } => format!("subscribes to {name}"),
        Act::Answer { call, answers } => format!("answers {call}: {}", answers.iter().map(answer).collect::<Vec<_>>().join(", ")),
        Act::Ask { ask, .. } => match ask {
            Ask::Get { property, value } => format!("gets {property}{}", with_some(value.as_ref())),
            Ask::Widgets => "asks which widgets its extension has".to_owned(),
            Ask::Emit { to, event, data } => format!("emits {event} to {to}{}", with(data)),
            Ask::Modal { options } => format!("opens a modal box{}", with(options)),
            Ask::Listen { to, event } => format!("listens to {event} of {to}"),
            Ask::Set { property, value } => format!("sets {property}{}", with_some(value.as_ref())),
            Ask::Delete { property, value } => format!("deletes {property}{}", with_some(value.as_ref())),
            Ask::Invoke { verb, property, value } => {
                format!("invokes {verb}{}{}", with_some(property.as_ref()), with_some(value.as_ref()))
            }
            Ask::Call { name, given } => {
                let (name, object) = name.split_once(' ').map_or((name.as_str(), None), |(name, object)| (name, Some(object)));
                let given: Vec<_> = object.map(|object| format!("\"{object}\"")).into_iter().chain(given.iter().map(short)).collect();
                format!("calls {name}({})", given.join(", "))
            }
            Ask::Request { .. } | Ask::Fetch { .. } | Ask::Notify { .. } | Ask::Popup { .. } => return None,
        },
        Act::Log { level, text } => format!("logs ({level:?}) {}", cut(text)),
        Act::WakeMe { .. } | Act::Defect(_) | Act::Registered | Act::Unregistered => return None,
    })
}

fn answer(answer: &HandlerAnswer) -> String {
    let value = answer.value.as_ref().map_or_else(|| "undefined".to_owned(), short);
    match answer.how {
        How::Returned => format!("returned {value}"),
        How::Resolved => format!("resolved with {value}"),
        How::Rejected => format!("rejected with {value}"),
        How::Threw => format!("threw {value}"),
    }
}

fn with(value: &Value) -> String {
    if value.is_null() { String::new() } else { format!(" with {}", short(value)) }
}

fn with_some(value: Option<&Value>) -> String {
    value.map(with).unwrap_or_default()
}

fn short(value: &Value) -> String {
    cut(&value.to_string())
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
