use super::error::PackageError;
use super::lines::Lines;
use super::places::{self, Step};
use crate::host::desk::{Misdeclared, Part};

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
    #[must_use]
    pub fn errors(&self, found: &[Misdeclared]) -> Vec<PackageError> {
        let error = |it: &Misdeclared| {
            let (file, text) = if it.in_manifest { &self.manifest } else { &self.resources };
            let path: Vec<_> = it.path.iter().map(step).collect();
            let at = Lines::new(file, text).place(places::nearest(text, &path));
            PackageError::new(at, format!("{} ({})", it.text, it.rule), it.edit.as_str())
        };
        found.iter().map(error).collect()
    }
}

fn step(part: &Part) -> Step<'_> {
    match part {
        Part::Key(key) => Step::Key(key),
        Part::Item(at) => Step::Item(*at),
    }
}
