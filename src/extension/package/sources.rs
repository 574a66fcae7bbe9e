use super::error::PackageError;
use super::lines::Lines;
use super::places::{self, Step};
use crate::compare::Segment;
use crate::host::desk::Misdeclared;

/// The texts of a package's manifest and resources.json: where what they declare stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Sources {
    /// The manifest's file, as it is shown, and its text.
    pub(super) manifest: (String, String),
    /// The same of resources.json; empty where there is none.
    pub(super) resources: (String, String),
}

impl Sources {
    /// Each at its place, or at the nearest thing that is there.
    pub(super) fn errors(&self, found: &[Misdeclared]) -> Vec<PackageError> {
        let error = |it: &Misdeclared| {
            let (file, text) = if it.in_manifest { &self.manifest } else { &self.resources };
            let path: Vec<_> = it.path.segments().iter().map(step).collect();
            let at = Lines::new(file, text).place(places::nearest(text, &path));
            PackageError::new(at, format!("{} ({})", it.text, it.rule), it.edit.as_str())
        };
        found.iter().map(error).collect()
    }
}

fn step(segment: &Segment) -> Step<'_> {
    match segment {
        Segment::Key(key) => Step::Key(key),
        Segment::Index(at) => Step::Item(*at),
    }
}
