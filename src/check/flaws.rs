use super::table::known;
use crate::extension::Place;
use crate::record::{self, Flaw, Severity};

/// What was found so far.
#[derive(Default)]
pub(super) struct Flaws(Vec<Flaw>);

impl Flaws {
    pub(super) fn into_vec(self) -> Vec<Flaw> {
        self.0
    }

    /// Something at a place.
    pub(super) fn at(&mut self, rule: &str, at: &Place, text: impl Into<String>, help: impl Into<String>) {
        let severity = known(rule).map_or(Severity::Error, |check| check.severity);
        self.weighing(severity, rule, at, text, help);
    }

    /// The same, where it weighs something else than such findings mostly do.
    pub(super) fn weighing(&mut self, severity: Severity, rule: &str, at: &Place, text: impl Into<String>, help: impl Into<String>) {
        let at = record::Place { file: at.file.clone(), line: at.line, column: at.column };
        self.0.push(Flaw { rule: rule.to_owned(), severity, at, text: text.into(), help: help.into() });
    }

    /// Whether an error stands there already.
    pub(super) fn has_error_at(&self, at: &Place) -> bool {
        let same = |flaw: &Flaw| (&flaw.at.file, flaw.at.line, flaw.at.column) == (&at.file, at.line, at.column);
        self.0.iter().any(|flaw| flaw.severity == Severity::Error && same(flaw))
    }
}
