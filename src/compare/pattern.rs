use super::marker::Marker;
use super::{DEPTH_LIMIT, Path, Segment, clip, is_deeper_than};
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
        let mut reader = Reader { steps: Vec::new(), errors: Vec::new() };
        let root = reader.node(value, 0);
        if reader.errors.is_empty() { Ok(Self { root }) } else { Err(reader.errors) }
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

struct Reader {
    steps: Vec<Segment>,
    errors: Vec<MarkerError>,
}

impl Reader {
    fn node(&mut self, value: &Value, depth: usize) -> Node {
        match value {
            Value::String(text) => self.text(text, depth),
            Value::Array(items) => {
                let items = items.iter().enumerate().map(|(index, item)| self.within(Segment::Index(index), item, depth));
                array(items.collect())
            }
            Value::Object(entries) => {
                let entries = entries.iter().map(|(key, item)| (key.clone(), self.within(Segment::Key(key.clone()), item, depth)));
                object(entries.collect())
            }
            scalar => Node::Literal(scalar.clone()),
        }
    }

    fn within(&mut self, step: Segment, value: &Value, depth: usize) -> Node {
        self.steps.push(step);
        let node = self.node(value, depth + 1);
        self.steps.pop();
        node
    }

    fn text(&mut self, text: &str, depth: usize) -> Node {
        if let Some(literal) = unescaped(text) {
            return Node::Literal(Value::from(literal));
        }
        if !text.starts_with('#') {
            return Node::Literal(Value::from(text));
        }
        match Marker::parse(text, |element| self.element(element, depth + 1)) {
            Ok(Some(marker)) => Node::Marker(marker),
            Ok(None) => Node::Literal(Value::Null),
            Err((message, help)) => self.refuse(message, &help),
        }
    }

    /// The ELEMENT of `#[] ELEMENT`; `None` where it is refused, which has then been noted.
    fn element(&mut self, text: &str, depth: usize) -> Option<Node> {
        let errors = self.errors.len();
        if depth > DEPTH_LIMIT {
            self.refuse(format!("array markers nested deeper than {DEPTH_LIMIT} levels"), "compare a part of it");
        } else if text.starts_with('#') {
            let node = self.text(text, depth);
            return (self.errors.len() == errors).then_some(node);
        } else {
            match serde_json::from_str::<Value>(text) {
                Ok(value) if depth + nesting(&value) <= DEPTH_LIMIT => {
                    let node = Self { steps: self.steps.clone(), errors: Vec::new() }.element_value(&value, depth, &mut self.errors);
                    return (self.errors.len() == errors).then_some(node);
                }
                Ok(_) => drop(self.refuse(format!("nested deeper than {DEPTH_LIMIT} levels"), "compare a part of it")),
                Err(error) => {
                    let message = format!("the element of an array marker is neither a marker nor JSON: {error}");
                    self.refuse(message, "write for example \"#[] #string\" or \"#[] {\\\"id\\\": \\\"#id\\\"}\"");
                }
            }
        }
        None
    }

    /// All errors inside an element are at the marker's own string: the element has no place of its own in the value.
    fn element_value(mut self, value: &Value, depth: usize, errors: &mut Vec<MarkerError>) -> Node {
        let path = Path::new(self.steps.clone());
        let node = self.node(value, depth);
        errors.extend(self.errors.into_iter().map(|error| MarkerError { path: path.clone(), ..error }));
        node
    }

    fn refuse(&mut self, message: String, help: &str) -> Node {
        self.errors.push(MarkerError { path: Path::new(self.steps.clone()), message, help: help.to_owned() });
        Node::Literal(Value::Null)
    }
}

/// Levels of a value that serde_json has read, and that is therefore at most 128 deep.
fn nesting(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(nesting).max().unwrap_or(0),
        Value::Object(entries) => 1 + entries.values().map(nesting).max().unwrap_or(0),
        _ => 0,
    }
}

fn array(nodes: Vec<Node>) -> Node {
    if nodes.iter().any(|node| !matches!(node, Node::Literal(_))) {
        return Node::Array(nodes);
    }
    Node::Literal(nodes.into_iter().filter_map(Node::into_literal).collect())
}

fn object(entries: Vec<(String, Node)>) -> Node {
    if entries.iter().any(|(_, node)| !matches!(node, Node::Literal(_))) {
        return Node::Object(entries);
    }
    Node::Literal(entries.into_iter().filter_map(|(key, node)| Some((key, node.into_literal()?))).collect())
}

impl Node {
    fn into_literal(self) -> Option<Value> {
        if let Self::Literal(value) = self { Some(value) } else { None }
    }
}

/// What a string of backslashes and a `#` stands for; `None` where the string does not begin so.
fn unescaped(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('\\')?;
    rest.trim_start_matches('\\').starts_with('#').then_some(rest)
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
