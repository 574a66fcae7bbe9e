use super::flaws::Flaws;
use crate::compare::Segment;
use crate::extension::Place;
use crate::extension::package::{Package, Survey};
use crate::record::{Flaw, Severity};

/// A path into a JSON document: `keys!["modules", "widgets", 0, "name"]`.
macro_rules! keys {
    ($($part:expr),* $(,)?) => {
        Vec::from([$($crate::check::found::Step::step($part)),*])
    };
}
pub(super) use keys;

/// What is a step into a JSON document.
pub(super) trait Step {
    fn step(self) -> Segment;
}

impl Step for &str {
    fn step(self) -> Segment {
        Segment::Key(self.to_owned())
    }
}

impl Step for usize {
    fn step(self) -> Segment {
        Segment::Index(self)
    }
}

/// Which of a package's two documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum File {
    Manifest,
    Resources,
}

/// What was found so far.
pub(super) struct Found<'s> {
    pub(super) survey: &'s Survey,
    flaws: Flaws,
    /// What stands in a document is found once: the first that is said of it counts.
    said: Vec<(File, Vec<Segment>)>,
}

impl<'s> Found<'s> {
    pub(super) fn new(survey: &'s Survey) -> Self {
        Self { survey, flaws: Flaws::default(), said: Vec::new() }
    }

    pub(super) fn into_flaws(self) -> Vec<Flaw> {
        self.flaws.into_vec()
    }

    /// Something at a place.
    pub(super) fn at(&mut self, rule: &str, at: &Place, text: impl Into<String>, help: impl Into<String>) {
        self.flaws.at(rule, at, text, help);
    }

    /// The same, where it weighs something else than such findings mostly do.
    pub(super) fn weighing(&mut self, severity: Severity, rule: &str, at: &Place, text: impl Into<String>, help: impl Into<String>) {
        self.flaws.weighing(severity, rule, at, text, help);
    }

    /// Something about a file as a whole, by its path inside the package.
    pub(super) fn of_file(&mut self, rule: &str, inside: &str, text: impl Into<String>, help: impl Into<String>) {
        let at = Place { file: self.survey.show(inside), line: 0, column: 0 };
        self.at(rule, &at, text, help);
    }

    /// Something in a document; where it is not there, at the nearest thing around it.
    pub(super) fn inside(&mut self, rule: &str, (file, path): (File, Vec<Segment>), text: impl Into<String>, help: impl Into<String>) {
        let at = self.place(file, &path);
        self.said.push((file, path));
        self.at(rule, &at, text, help);
    }

    /// The same, where nothing else has been said of it.
    pub(super) fn besides(&mut self, rule: &str, (file, path): (File, Vec<Segment>), text: impl Into<String>, help: impl Into<String>) {
        if !self.said.iter().any(|said| *said == (file, path.clone())) {
            self.inside(rule, (file, path), text, help);
        }
    }

    /// Whether an error stands there already.
    pub(super) fn has_error_at(&self, at: &Place) -> bool {
        self.flaws.has_error_at(at)
    }

    pub(super) fn package(&self) -> Option<&'s Package> {
        self.survey.package.as_ref()
    }

    pub(super) fn place(&self, file: File, path: &[Segment]) -> Place {
        let sources = self.package().map(|package| &package.sources);
        sources.map_or_else(
            || Place { file: self.survey.root.display().to_string(), line: 0, column: 0 },
            |sources| sources.place(file == File::Manifest, path),
        )
    }
}
