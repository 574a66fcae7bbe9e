use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::{fmt, str::FromStr};

/// One step down into a JSON value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// Into an object, by its key.
    Key(String),
    /// Into an array, from 0.
    Index(usize),
}

/// Where in a JSON value something stands: `$.a.b[0]["odd key"]`. Serialised as that text.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Vec<Segment>);

impl Path {
    /// The path of these steps; none is the whole value, `$`.
    #[must_use]
    pub fn new(segments: Vec<Segment>) -> Self {
        Self(segments)
    }

    /// The steps, from the outside in.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// The path of the value that holds this one; `None` for the whole.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.split_last().map(|(_, parents)| Self(parents.to_vec()))
    }

    /// Whether this is `other` or something inside it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// This path, one step further in.
    #[must_use]
    pub fn join(&self, segment: Segment) -> Self {
        let mut segments = self.0.clone();
        segments.push(segment);
        Self(segments)
    }

    /// What stands there in `value`.
    #[must_use]
    pub fn of<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        self.0.iter().try_fold(value, |value, segment| match segment {
            Segment::Key(key) => value.as_object()?.get(key),
            Segment::Index(index) => value.as_array()?.get(*index),
        })
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("$")?;
        for segment in &self.0 {
            match segment {
                Segment::Key(key) if is_plain(key) => write!(f, ".{key}")?,
                Segment::Key(key) => write!(f, "[{}]", super::show::quoted(key))?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && !key.starts_with(|c: char| c.is_ascii_digit()) && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// A text that is no JSON path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a JSON path such as $.a.b[0][\"odd key\"]")]
pub struct PathError(String);

impl FromStr for Path {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        let error = || PathError(text.to_owned());
        let mut rest = text.strip_prefix('$').ok_or_else(error)?;
        let mut segments = Vec::new();
        while !rest.is_empty() {
            let (segment, after) = segment(rest).ok_or_else(error)?;
            segments.push(segment);
            rest = after;
        }
        Ok(Self(segments))
    }
}

/// The first step of `text`, and what follows it.
fn segment(text: &str) -> Option<(Segment, &str)> {
    if let Some(rest) = text.strip_prefix('.') {
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        let (key, rest) = rest.split_at(end);
        return is_plain(key).then(|| (Segment::Key(key.to_owned()), rest));
    }
    let rest = text.strip_prefix('[')?;
    if !rest.starts_with('"') {
        let (index, rest) = rest.split_once(']')?;
        return Some((Segment::Index(index.parse().ok()?), rest));
    }
    let mut stream = serde_json::Deserializer::from_str(rest).into_iter::<String>();
    let key = stream.next()?.ok()?;
    Some((Segment::Key(key), rest[stream.byte_offset()..].strip_prefix(']')?))
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Path {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
