use super::Script;
use crate::clock::Instant;
use crate::extension::{Act, Defect, DefectKind, HandlerAnswer, How, Reply, Subject, WakeId};
use crate::host::{CallId, RequestId};
use serde_json::Value;
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

/// The side of the port that a feature plays. Its script may grow while it lives.
#[derive(Debug)]
pub struct Scripted {
    script: Rc<RefCell<Script>>,
    later: BTreeMap<WakeId, (CallId, String, HandlerAnswer)>,
    wakes: u64,
}

impl Scripted {
    /// A widget that does as `script` says.
    #[must_use]
    pub fn new(script: Rc<RefCell<Script>>) -> Self {
        Self { script, later: BTreeMap::new(), wakes: 0 }
    }
}

fn answered(call: CallId, hook: &str, answer: HandlerAnswer) -> Vec<Act> {
    let thrown = (answer.how == How::Threw).then(|| threw(hook, answer.value.as_ref()));
    thrown.into_iter().chain([Act::Answer { call, answers: vec![answer] }]).collect()
}

fn threw(handler: &str, error: Option<&Value>) -> Act {
    let message = error.and_then(|error| error.get("message")).and_then(Value::as_str).unwrap_or("an error");
    Act::Defect(Defect { kind: DefectKind::Threw, text: format!("threw: {message}"), at: None, handler: Some(handler.to_owned()) })
}

impl Subject for Scripted {
    fn open(&mut self, _: Instant) -> Vec<Act> {
        let script = self.script.borrow();
        script.hooks.keys().chain(script.events.keys()).map(|name| Act::Subscribe { name: name.clone(), handlers: 1, at: None }).collect()
    }

    fn ask(&mut self, now: Instant, call: CallId, hook: &str, _: &Value) -> Vec<Act> {
        let Some(answering) = self.script.borrow().hooks.get(hook).cloned() else { return Vec::new() };
        match answering.answer {
            None => Vec::new(),
            Some(answer) if answering.after == 0 => answered(call, hook, answer),
            Some(answer) => {
                self.wakes += 1;
                let wake = WakeId(self.wakes);
                self.later.insert(wake, (call, hook.to_owned(), answer));
                vec![Act::WakeMe { wake, at: now + answering.after }]
            }
        }
    }

    fn deliver(&mut self, _: Instant, event: &str, _: &Value) -> Vec<Act> {
        let message = self.script.borrow().events.get(event).cloned().flatten();
        message.map(|message| threw(event, Some(&serde_json::json!({ "message": message })))).into_iter().collect()
    }

    fn settle(&mut self, _: Instant, _: RequestId, _: &Reply) -> Vec<Act> {
        Vec::new()
    }

    fn wake(&mut self, _: Instant, wake: WakeId) -> Vec<Act> {
        self.later.remove(&wake).map(|(call, hook, answer)| answered(call, &hook, answer)).unwrap_or_default()
    }
}
