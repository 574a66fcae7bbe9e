use super::marker::Marker;
use super::{DEPTH_LIMIT, Path, Segment, clip, is_deeper_than, reader};
use serde_json::Value;

/// What is expected: a JSON value whose markers have been read.
#[derive(Debug, Clone)]
pub struct Pattern {
    pub(super) root: Node,
}

/// A marker that cannot be read, with the place of its string in the value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {message}")]
pub struct MarkerError {
    /// Where the string stands.
    pub path: Path,
    /// A lowercase fragment: what is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

impl Pattern {
    /// Reads the markers of `value`.
    ///
    /// # Errors
    /// Every marker that is unknown or malformed, in document order.
    pub fn parse(value: &Value) -> Result<Self, Vec<MarkerError>> {
        if is_deeper_than(value, DEPTH_LIMIT) {
            let message = format!("nested deeper than {DEPTH_LIMIT} levels");
            return Err(vec![MarkerError { path: Path::default(), message, help: "compare a part of it".to_owned() }]);
        }
        reader::read(value).map(|root| Self { root })
    }

    /// `value` as it stands: a string that begins with `#` is that string.
    #[must_use]
    pub fn literal(value: &Value) -> Self {
        let deep = is_deeper_than(value, DEPTH_LIMIT);
        Self { root: if deep { Node::TooDeep(clip(value, DEPTH_LIMIT)) } else { Node::Literal(value.clone()) } }
    }

    /// The pattern as a fixture would write it.
    #[must_use]
    pub fn written(&self) -> Value {
        View::Node(&self.root).written()
    }

    /// The value that the pattern stands for, to be sent rather than compared.
    ///
    /// # Errors
    /// Every marker, since a marker stands for no value.
    pub fn to_value(&self) -> Result<Value, Vec<MarkerError>> {
        let mut errors = Vec::new();
        let value = plain(&self.root, &mut Vec::new(), &mut errors);
        if errors.is_empty() { Ok(value) } else { Err(errors) }
    }
}

fn plain(node: &Node, steps: &mut Vec<Segment>, errors: &mut Vec<MarkerError>) -> Value {
    let mut within = |step: Segment, node: &Node| {
        steps.push(step);
        let value = plain(node, steps, errors);
        steps.pop();
        value
    };
    match node {
        Node::Literal(value) | Node::TooDeep(value) => value.clone(),
        Node::Array(items) => items.iter().enumerate().map(|(index, item)| within(Segment::Index(index), item)).collect(),
        Node::Object(entries) => entries.iter().map(|(key, item)| (key.clone(), within(Segment::Key(key.clone()), item))).collect(),
        Node::Marker(marker) => {
            let message = format!("the marker `{}` stands for no value here", marker.written);
            let help = format!("write a value; for the text itself put a backslash before it: `\\{0}` (in JSON `\\\\{0}`)", marker.written);
            errors.push(MarkerError { path: Path::new(steps.clone()), message, help });
            Value::Null
        }
    }
}

/// A part of a pattern. Parts without markers stay plain values, for `==`.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Literal(Value),
    Array(Vec<Node>),
    Object(Vec<(String, Node)>),
    Marker(Marker),
    TooDeep(Value),
}

impl Node {
    pub(super) fn into_literal(self) -> Option<Value> {
        if let Self::Literal(value) = self { Some(value) } else { None }
    }
}

/// The text as a fixture must write it so that it stands for itself.
pub(super) fn escaped(text: &str) -> Option<String> {
    text.trim_start_matches('\\').starts_with('#').then(|| format!("\\{text}"))
}

/// A part of a pattern, whether it was kept as a node or as a plain value.
#[derive(Clone, Copy)]
pub(super) enum View<'p> {
    Literal(&'p Value),
    Node(&'p Node),
}

/// What a part of a pattern asks for.
pub(super) enum Shape<'p> {
    Scalar(&'p Value),
    Array(Vec<View<'p>>),
    Object(Vec<(&'p str, View<'p>)>),
    Marker(&'p Marker),
    TooDeep,
}

impl<'p> View<'p> {
    /// The plain value, where the part has no markers.
    pub(super) fn as_literal(self) -> Option<&'p Value> {
        match self {
            Self::Literal(value) | Self::Node(Node::Literal(value)) => Some(value),
            Self::Node(_) => None,
        }
    }

    pub(super) fn shape(self) -> Shape<'p> {
        match (self.as_literal(), self) {
            (Some(Value::Array(items)), _) => Shape::Array(items.iter().map(View::Literal).collect()),
            (Some(Value::Object(entries)), _) => {
                Shape::Object(entries.iter().map(|(key, item)| (key.as_str(), View::Literal(item))).collect())
            }
            (Some(scalar), _) | (None, Self::Literal(scalar) | Self::Node(Node::Literal(scalar))) => Shape::Scalar(scalar),
            (None, Self::Node(Node::Array(items))) => Shape::Array(items.iter().map(View::Node).collect()),
            (None, Self::Node(Node::Object(entries))) => {
                Shape::Object(entries.iter().map(|(key, item)| (key.as_str(), View::Node(item))).collect())
            }
            (None, Self::Node(Node::Marker(marker))) => Shape::Marker(marker),
            (None, Self::Node(Node::TooDeep(_))) => Shape::TooDeep,
        }
    }

    /// Whether the part is content where nothing is there.
    pub(super) fn holds_for_nothing(self) -> bool {
        matches!(self, Self::Node(Node::Marker(marker)) if marker.holds_for_nothing())
    }

    /// The part as a fixture would write it.
    pub(super) fn written(self) -> Value {
        match self.shape() {
            Shape::Scalar(Value::String(text)) => Value::from(escaped(text).unwrap_or_else(|| text.clone())),
            Shape::Scalar(value) => value.clone(),
            Shape::Array(items) => items.into_iter().map(View::written).collect(),
            Shape::Object(entries) => entries.into_iter().map(|(key, item)| (key.to_owned(), item.written())).collect(),
            Shape::Marker(marker) => Value::from(marker.written.clone()),
            Shape::TooDeep => Value::from("…"),
        }
    }
}
