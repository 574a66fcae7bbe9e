use crate::compare::Segment;
use crate::extension::Place;
use crate::extension::package::{Lines, Lost, PackageError, Root, Step, nearest, object, whole};
use serde_json::Value;
use std::path::Path;

/// A JSON file of an app, with its text: where its values stand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JsonFile {
    /// As a person would open it.
    pub file: String,
    /// As it is; null where there is no such file, or where it is not JSON.
    pub value: Value,
    text: String,
}

impl JsonFile {
    /// The file `name` of an app; its faults go to `errors`, and that it is not there is none.
    pub(super) fn read(root: &Root, name: &str, example: &str, errors: &mut Vec<PackageError>) -> Self {
        let file = root.show(Path::new(name));
        match root.read(Path::new(name)) {
            Ok(text) => {
                let value = object(&file, name, example, &text).unwrap_or_else(|error| {
                    errors.push(error);
                    Value::Null
                });
                Self { file, value, text }
            }
            Err(Lost::Missing | Lost::MissingNear { .. }) => Self { file, ..Self::default() },
            Err(other) => {
                let (text, edit) = other.unreadable(name);
                errors.push(PackageError::new(whole(&file), text, edit));
                Self { file, ..Self::default() }
            }
        }
    }

    /// Where a value stands; of one that is not there, the nearest around it.
    #[must_use]
    pub fn place(&self, path: &[Segment]) -> Place {
        let steps: Vec<_> = path.iter().map(step).collect();
        Lines::new(&self.file, &self.text).place(nearest(&self.text, &steps))
    }

    /// Where the value under these keys stands.
    pub(super) fn at(&self, keys: &[&str]) -> Place {
        let steps: Vec<_> = keys.iter().map(|key| Step::Key(key)).collect();
        Lines::new(&self.file, &self.text).place(nearest(&self.text, &steps))
    }
}

fn step(segment: &Segment) -> Step<'_> {
    match segment {
        Segment::Key(key) => Step::Key(key),
        Segment::Index(at) => Step::Item(*at),
    }
}
