use super::meaning::Meaning;
use crate::extension::Place;

/// Something of the client SDK's that a script uses.
#[derive(Debug, Clone)]
pub(super) struct Used {
    pub(super) on: Meaning,
    /// The member's name; none where it is computed.
    pub(super) name: Option<String>,
    /// What it is called with; none where it is not called there.
    pub(super) args: Option<Vec<Arg>>,
    pub(super) at: Place,
}

/// An argument of a call.
#[derive(Debug, Clone)]
pub(super) struct Arg {
    pub(super) at: Place,
    pub(super) is: ArgKind,
}

#[derive(Debug, Clone)]
pub(super) enum ArgKind {
    Text(String),
    /// Keys with their values, and whether there may be others.
    Object(Vec<(String, Arg)>, bool),
    /// A list of values.
    List(Vec<Arg>),
    Handler(Handler),
    /// Anything that only a run can tell.
    Computed,
    /// Anything else that stands there: a number, true, null.
    Other,
}

/// How a function that is given to `on` can answer.
#[derive(Debug, Clone, Default)]
pub(super) struct Handler {
    /// Whether it gives anything back.
    pub(super) answers: bool,
    /// Where it gives back a popup's own promise.
    pub(super) popup: Option<Place>,
}

impl Arg {
    pub(super) fn text(&self) -> Option<&str> {
        match &self.is {
            ArgKind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a key of an object that stands there.
    pub(super) fn key(&self, name: &str) -> Option<&Arg> {
        match &self.is {
            ArgKind::Object(keys, _) => keys.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether an object that stands there has surely no such key.
    pub(super) fn lacks(&self, name: &str) -> bool {
        matches!(&self.is, ArgKind::Object(_, false)) && self.key(name).is_none()
    }

    /// Every text in it.
    pub(super) fn texts(&self) -> Vec<&Arg> {
        match &self.is {
            ArgKind::Text(_) => vec![self],
            ArgKind::Object(keys, _) => keys.iter().flat_map(|(_, value)| value.texts()).collect(),
            ArgKind::List(items) => items.iter().flat_map(Arg::texts).collect(),
            _ => Vec::new(),
        }
    }
}

impl Used {
    pub(super) fn arg(&self, index: usize) -> Option<&Arg> {
        self.args.as_ref()?.get(index)
    }
}
