use crate::compare::Segment;
use crate::extension::Place;
use crate::extension::app::JsonFile;
use serde_json::{Map, Value};

/// A JSON file of an app that holds an object.
pub(super) struct Document<'a> {
    file: &'a JsonFile,
    pub(super) value: &'a Value,
}

impl<'a> Document<'a> {
    /// None where it does not.
    pub(super) fn of(file: &'a JsonFile) -> Option<Self> {
        file.value.is_object().then_some(Self { file, value: &file.value })
    }

    /// Where a value stands; of one that is not there, the nearest around it.
    pub(super) fn at(&self, path: &[Segment]) -> Place {
        self.file.place(path)
    }

    /// What the object at this path holds; nothing where there is none.
    pub(super) fn entries(&self, path: &[Segment]) -> impl Iterator<Item = (&'a str, &'a Value)> + use<'a> {
        let at = path.iter().try_fold(self.value, |value, segment| match segment {
            Segment::Key(key) => value.get(key),
            Segment::Index(index) => value.get(index),
        });
        at.and_then(Value::as_object).into_iter().flat_map(Map::iter).map(|(key, value)| (key.as_str(), value))
    }
}
