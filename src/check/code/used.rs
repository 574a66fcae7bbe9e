use super::meaning::Meaning;
use crate::extension::Place;

/// Something of the client SDK's that a script uses.
#[derive(Debug, Clone)]
pub(crate) struct Used {
    pub(crate) on: Meaning,
    /// The member's name; none where it is computed.
    pub(crate) name: Option<String>,
    /// What it is called with; none where it is not called there.
    pub(crate) args: Option<Vec<Arg>>,
    pub(crate) at: Place,
}

/// An argument of a call.
#[derive(Debug, Clone)]
pub(crate) struct Arg {
    pub(crate) at: Place,
    pub(crate) is: ArgKind,
}

#[derive(Debug, Clone)]
pub(crate) enum ArgKind {
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
pub(crate) struct Handler {
    /// Whether it gives anything back.
    pub(crate) answers: bool,
    /// Where it gives back a popup's own promise.
    pub(crate) popup: Option<Place>,
}

impl Arg {
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.is {
            ArgKind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of a key of an object that stands there.
    pub(crate) fn key(&self, name: &str) -> Option<&Arg> {
        match &self.is {
            ArgKind::Object(keys, _) => keys.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether an object that stands there has surely no such key.
    pub(crate) fn lacks(&self, name: &str) -> bool {
        matches!(&self.is, ArgKind::Object(_, false)) && self.key(name).is_none()
    }

    /// Every text in it.
    pub(crate) fn texts(&self) -> Vec<&Arg> {
        match &self.is {
            ArgKind::Text(_) => vec![self],
            ArgKind::Object(keys, _) => keys.iter().flat_map(|(_, value)| value.texts()).collect(),
            ArgKind::List(items) => items.iter().flat_map(Arg::texts).collect(),
            _ => Vec::new(),
        }
    }
}

impl Used {
    pub(crate) fn arg(&self, index: usize) -> Option<&Arg> {
        self.args.as_ref()?.get(index)
    }
}
