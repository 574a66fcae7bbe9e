use super::super::limits::Limits;
use super::super::shared::{Out, Shared};
use super::engine::AppEngine;
use super::invocation::{Awaited, Invocation};
use super::program::AppProgram;
use crate::clock::{Instant, Millis};
use crate::extension::app::Registration;
use crate::extension::{Act, Defect, DefectKind, HandlerAnswer, How, Opening, Place, Reply, Subject, WakeId};
use crate::host::freshdesk::current_host;
use crate::host::{CallId, RequestId};
use crate::spelling::nearest;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// An app's server, alive from the app's installation on.
///
/// `Opening::app` carries `iparams`. A hook is a question, and so is a function that a page calls: both are answered by `renderData`.
pub struct AppServer {
    program: Arc<AppProgram>,
    opening: Opening,
    /// How long the host waits for a handler (FD-16).
    patience: Millis,
    limits: Limits,
    /// What each event is heard by: functions' names, or places in `exports.events`.
    heard: BTreeMap<String, Vec<Json>>,
    functions: Vec<String>,
    running: BTreeMap<u64, Invocation>,
    last: u64,
    last_request: u32,
}

/// What server.js exports.
struct Exported {
    functions: Vec<String>,
    /// `exports.events`: the event, and the name of its callback, unless it is a function itself.
    events: Vec<(String, Option<String>)>,
}

impl AppServer {
    /// A server; server.js is run when it is opened, and again for each invocation.
    #[must_use]
    pub fn new(program: Arc<AppProgram>, opening: Opening, patience: Millis, limits: Limits) -> Self {
        let (heard, functions, running) = (BTreeMap::new(), Vec::new(), BTreeMap::new());
        Self { program, opening, patience, limits, heard, functions, running, last: 0, last_request: 0 }
    }

    /// A sandbox in which server.js has run, and what it exports there; none where the sandbox cannot be made.
    fn begin(&mut self, now: Instant, name: Option<&str>, iparams: Option<&Json>) -> Option<(Invocation, Option<Exported>)> {
        self.last += 1;
        let shared = Rc::new(Shared::new(Arc::clone(&self.program.sources), self.limits));
        shared.begin(name);
        // No two invocations draw alike.
        let mut opening = Opening { seed: self.opening.seed.wrapping_add(self.last), ..self.opening.clone() };
        // They may have been filled in since the app came alive.
        if let Some(iparams) = iparams {
            opening.app["iparams"] = iparams.clone();
        }
        let engine = AppEngine::start(&self.program, &shared, &opening, now).ok()?;
        let exported = engine.load().map(|said| exported(&said));
        let (name, until) = (name.map(str::to_owned), now + self.patience);
        Some((Invocation { engine, shared, name, until, awaited: None, asked: BTreeMap::new() }, exported))
    }

    /// Runs handlers; what server.js itself says was said when it was opened.
    fn invoke(&mut self, now: Instant, name: &str, handlers: &[Json], payload: &Json, awaited: Option<Awaited>) -> Vec<Act> {
        let iparams = payload.get("iparams").filter(|iparams| iparams.is_object());
        let Some((mut invocation, exported)) = self.begin(now, Some(name), iparams) else { return no_memory(name) };
        invocation.awaited = awaited;
        if exported.is_some() {
            invocation.shared.out.borrow_mut().retain(|out| matches!(out, Out::Message(..)));
            invocation.engine.invoke(handlers, &self.with_host(payload));
        }
        let mut acts = self.keep(self.last, invocation);
        if self.running.contains_key(&self.last) {
            acts.push(Act::WakeMe { wake: WakeId(self.last), at: now + self.patience });
        }
        acts
    }

    /// A payload as handlers see it: from platform 3 on the runtime says for which account it is (Practice › What real Freshdesk apps do).
    fn with_host(&self, payload: &Json) -> Json {
        let mut payload = payload.clone();
        let host = payload["domain"].as_str().zip(self.program.subscribed.as_ref()).map(|(domain, modules)| current_host(domain, modules));
        if let (Some(keys), Some(host)) = (payload.as_object_mut(), host) {
            keys.entry("currentHost").or_insert(host);
        }
        payload
    }

    /// What an invocation has done; it is kept while it waits for something.
    fn keep(&mut self, key: u64, mut invocation: Invocation) -> Vec<Act> {
        let mut acts = invocation.collect(&mut self.last_request);
        match invocation.shared.take_cut() {
            Some(defect) => acts.push(Act::Defect(defect)),
            None if invocation.waits() => drop(self.running.insert(key, invocation)),
            None => {}
        }
        acts
    }

    /// Who hears which event: what the manifest declares, then what `exports.events` does (FD-14).
    fn listen(&mut self, exported: Exported) -> Vec<Act> {
        let mut acts = Vec::new();
        self.functions = exported.functions;
        let program = Arc::clone(&self.program);
        for Registration { event, handler, .. } in &program.registrations {
            let text = || format!("the manifest names \"{}\" for {event}, and server.js exports no such function", handler.value);
            acts.extend(self.hear(event, handler, &handler.at, text));
        }
        for (index, (event, callback)) in exported.events.into_iter().enumerate() {
            let at = program.quoted(callback.as_deref().unwrap_or(&event));
            match callback {
                Some(callback) => {
                    let text = || format!("exports.events names \"{callback}\" for {event}, and server.js exports no such function");
                    acts.extend(self.hear(&event, &callback, &at, text));
                }
                None => acts.push(self.subscribe(&event, json!(index), at)),
            }
        }
        acts
    }

    fn hear(&mut self, event: &str, handler: &str, at: &Place, text: impl Fn() -> String) -> Option<Act> {
        if self.functions.iter().any(|name| name == handler) {
            let is_known = self.heard.get(event).is_some_and(|heard| heard.iter().any(|known| known == handler));
            return (!is_known).then(|| self.subscribe(event, json!(handler), at.clone()));
        }
        Some(Act::Defect(Defect {
            kind: DefectKind::NoSuchHandler,
            text: format!("{}; {}", text(), self.meant(handler)),
            at: Some(at.clone()),
            handler: None,
        }))
    }

    fn subscribe(&mut self, event: &str, handler: Json, at: Place) -> Act {
        let heard = self.heard.entry(event.to_owned()).or_default();
        heard.push(handler);
        Act::Subscribe { name: event.to_owned(), handlers: u32::try_from(heard.len()).unwrap_or(u32::MAX), at: Some(at) }
    }

    /// What to do about a function that is not there.
    fn meant(&self, name: &str) -> String {
        let near = nearest(name, self.functions.iter().map(String::as_str));
        near.map_or_else(|| format!("export {name}"), |near| format!("the nearest is \"{near}\": name that, or export {name}"))
    }
}

impl Subject for AppServer {
    fn open(&mut self, now: Instant) -> Vec<Act> {
        let Some((invocation, exported)) = self.begin(now, None, None) else { return no_memory("server.js") };
        let mut acts = self.keep(self.last, invocation);
        acts.extend(exported.map(|exported| self.listen(exported)).unwrap_or_default());
        acts
    }

    fn ask(&mut self, now: Instant, call: CallId, hook: &str, payload: &Json) -> Vec<Act> {
        if let Some(handlers) = self.heard.get(hook).cloned() {
            return self.invoke(now, hook, &handlers, payload, Some(Awaited { call, is_hook: true }));
        }
        if self.functions.iter().any(|name| name == hook) {
            return self.invoke(now, hook, &[json!(hook)], payload, Some(Awaited { call, is_hook: false }));
        }
        let text = format!("server.js exports no function \"{hook}\"; {}", self.meant(hook));
        let answer = HandlerAnswer { how: How::Rejected, value: Some(json!({"message": text})) };
        let defect = Defect { kind: DefectKind::NoSuchHandler, text, at: Some(self.program.main()), handler: Some(hook.to_owned()) };
        vec![Act::Defect(defect), Act::Answer { call, answers: vec![answer] }]
    }

    fn deliver(&mut self, now: Instant, event: &str, payload: &Json) -> Vec<Act> {
        let Some(handlers) = self.heard.get(event).cloned() else { return Vec::new() };
        self.invoke(now, event, &handlers, payload, None)
    }

    fn settle(&mut self, now: Instant, request: RequestId, reply: &Reply) -> Vec<Act> {
        let key = self.running.iter().find(|(_, running)| running.asked.contains_key(&request)).map(|(key, _)| *key);
        let Some((key, mut invocation)) = key.and_then(|key| Some((key, self.running.remove(&key)?))) else { return Vec::new() };
        let Some(asked) = invocation.asked.remove(&request) else { return Vec::new() };
        let shared = &invocation.shared;
        shared.begin(invocation.name.as_deref());
        shared.questions.set(shared.questions.get().saturating_sub(1));
        let (is_success, data) = match reply {
            Reply::Resolve(data) => (true, data),
            Reply::Reject(data) => (false, data),
        };
        invocation.engine.settle(now, asked.id, is_success, data);
        self.keep(key, invocation)
    }

    fn wake(&mut self, now: Instant, wake: WakeId) -> Vec<Act> {
        let is_over = self.running.get(&wake.0).is_some_and(|running| running.until <= now);
        let cut = is_over.then(|| self.running.remove(&wake.0)).flatten();
        cut.map(|cut| Act::Defect(cut.cut(self.patience / 1_000))).into_iter().collect()
    }

    fn close(&mut self, _: Instant) -> Vec<Act> {
        self.running.clear();
        Vec::new()
    }
}

fn no_memory(name: &str) -> Vec<Act> {
    let text = "the sandbox cannot be made: its memory is too small".to_owned();
    vec![Act::Defect(Defect { kind: DefectKind::OutOfMemory, text, at: None, handler: Some(name.to_owned()) })]
}

fn exported(said: &Json) -> Exported {
    let list = |name: &str| said[name].as_array().map_or(&[][..], Vec::as_slice);
    let text = |value: &Json| value.as_str().map(str::to_owned);
    let events = list("events").iter().filter_map(|entry| Some((text(&entry["event"])?, text(&entry["callback"]))));
    Exported { functions: list("functions").iter().filter_map(text).collect(), events: events.collect() }
}
