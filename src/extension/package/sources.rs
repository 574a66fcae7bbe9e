use super::error::PackageError;
use super::lines::Lines;
use super::places::{self, Step};
use crate::compare::Segment;
use crate::extension::Place;
use crate::host::desk::Misdeclared;

/// The texts of a package's manifest and resources.json: where what they declare stands.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The manifest's file, as it is shown, and its text.
    pub(super) manifest: (String, String),
    /// The same of resources.json; empty where there is none.
    pub(super) resources: (String, String),
}

impl Sources {
    /// Each at its place, or at the nearest thing that is there.
    pub(super) fn errors(&self, found: &[Misdeclared]) -> Vec<PackageError> {
        let error = |it: &Misdeclared| {
            let at = self.place(it.in_manifest, it.path.segments());
            PackageError::new(at, format!("{} ({})", it.text, it.rule), it.edit.as_str())
        };
        found.iter().map(error).collect()
    }

    /// The manifest, or resources.json, as it is; none where it is not JSON, or not there.
    #[must_use]
    pub fn read(&self, manifest: bool) -> Option<serde_json::Value> {
        serde_json::from_str(if manifest { &self.manifest.1 } else { &self.resources.1 }).ok()
    }

    /// Where a value of the manifest, or of resources.json, stands; of one that is not there, the nearest around it.
    #[must_use]
    pub fn place(&self, in_manifest: bool, path: &[Segment]) -> Place {
        let (file, text) = if in_manifest { &self.manifest } else { &self.resources };
        place_in(file, text, path)
    }
}

/// Where a value of a JSON text stands; of one that is not there, the nearest around it.
#[must_use]
pub fn place_in(file: &str, text: &str, path: &[Segment]) -> Place {
    let path: Vec<_> = path.iter().map(step).collect();
    Lines::new(file, text).place(places::nearest(text, &path))
}

fn step(segment: &Segment) -> Step<'_> {
    match segment {
        Segment::Key(key) => Step::Key(key),
        Segment::Index(at) => Step::Item(*at),
    }
}
