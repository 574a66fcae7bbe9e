//! A JSON value → the nodes of a pattern, and every marker that cannot be read.

use super::marker::Marker;
use super::pattern::Node;
use super::{DEPTH_LIMIT, MarkerError, Path, Segment};
use serde_json::Value;

/// Reads the markers of a value that is at most [`DEPTH_LIMIT`] levels deep.
pub(super) fn read(value: &Value) -> Result<Node, Vec<MarkerError>> {
    let mut reader = Reader { steps: Vec::new(), errors: Vec::new() };
    let root = reader.node(value, 0);
    if reader.errors.is_empty() { Ok(root) } else { Err(reader.errors) }
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

/// What a string of backslashes and a `#` stands for; `None` where the string does not begin so.
fn unescaped(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('\\')?;
    rest.trim_start_matches('\\').starts_with('#').then_some(rest)
}
