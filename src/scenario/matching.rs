//! What is expected in a fixture or a doc string, compared with what happened.

use super::arguments::label;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::catalog::{Kind, Violation, violations};
use crate::compare::{Mismatch, Options, compare, side_by_side};
use crate::fixture::Fixture;
use crate::record::{Failure, Fault};
use serde_json::Value;
use std::sync::Arc;

/// How wide the picture of a failure is, in columns.
const WIDTH: usize = 100;
/// How many of a failure's mismatches are pointed at in their files.
const LABELS: usize = 4;

impl Scenario {
    /// What happened is what the fixture says.
    pub(super) fn matches(&mut self, what: &str, name: &str, actual: &Value, options: Options) -> Outcome {
        let fixture = self.fixture(name)?;
        match self.compared(&fixture, actual, options)? {
            found if found.is_empty() => Ok(()),
            found if self.setup.accept && !self.tells_secret(&found) => self.accept(&fixture, actual, &found),
            found => self.differs(what, &fixture, actual, &found),
        }
    }

    /// What happened is what the doc string says.
    pub(super) fn matches_inline(&mut self, what: &str, actual: &Value, options: Options) -> Outcome {
        let fixture = self.inline()?;
        match self.compared(&fixture, actual, options)? {
            found if found.is_empty() => Ok(()),
            found => self.differs(what, &fixture, actual, &found),
        }
    }

    fn compared(&mut self, fixture: &Fixture, actual: &Value, options: Options) -> Result<Vec<Mismatch>, Failed> {
        let known: Vec<_> = self.kept.keys().map(String::as_str).collect();
        match fixture.expected(&|name| self.kept.get(name).cloned(), &known) {
            Ok(pattern) => Ok(compare(&pattern, Some(actual), options)),
            Err(errors) => self.unreadable(&errors, Fault::Input),
        }
    }

    fn differs(&mut self, what: &str, fixture: &Fixture, actual: &Value, found: &[Mismatch]) -> Outcome {
        let many = if found.len() == 1 { "one value differs".to_owned() } else { format!("{} values differ", found.len()) };
        let mut failure = Failure::new(Fault::Unmet, format!("{what} is not what {} says: {many}", fixture.file));
        let (mask, expected) = (self.mask(), &fixture.value);
        let found: Vec<_> = found.iter().map(|mismatch| mismatch.shown(|value| mask.value(value))).collect();
        failure.details = found.iter().map(ToString::to_string).collect();
        failure.labels = found.iter().take(LABELS).filter_map(|mismatch| label(fixture, &mismatch.path, mismatch.to_string())).collect();
        failure.picture = Some(side_by_side(&mask.value(expected), &mask.value(actual), &found, WIDTH));
        let dialect = self.dialect_of(what, &fixture.value);
        let mend = match () {
            () if fixture.file == *self.place.uri() => "mend the doc string",
            () if self.setup.accept => "write the marker `#string` into the fixture: --accept writes no secret there",
            () => "run with --accept to rewrite the fixture",
        };
        failure.help = Some(dialect.unwrap_or_else(|| format!("mend the extension; or, where the new value is right, {mend}")));
        self.fail(failure)
    }

    /// The dialect in whose words the value is written, where it is not the one that is spoken, with the quirk that tells the story.
    fn dialect_of(&self, name: &str, expected: &Value) -> Option<String> {
        let entry = [Kind::Hook, Kind::Event].into_iter().find_map(|kind| self.catalog.entry(&format!("{kind}:{name}")))?;
        // What a marker stands for, nobody knows before it is compared.
        let unmarked = |violation: &Violation| {
            let path: Option<crate::compare::Path> = violation.path.parse().ok();
            path.and_then(|path| path.of(expected)?.as_str().map(str::to_owned)).is_none_or(|text| !text.starts_with('#'))
        };
        let other = self.catalog.other_shape(entry, |shape| !violations(shape, expected).iter().any(unmarked))?;
        let (spoken, quirk) = (self.catalog.dialect(), &other.quirk);
        Some(format!(
            "this is how the dialect \"{}\" has it ({quirk}), and this scenario speaks \"{spoken}\": tag it @dialect:{}, or write it as \
             `deskspec explain {name}` shows; `deskspec explain {quirk}` tells the story",
            other.dialect, other.dialect
        ))
    }

    /// Whether what was found holds a secret, which no fixture should.
    fn tells_secret(&self, found: &[Mismatch]) -> bool {
        let mask = self.mask();
        found.iter().filter_map(|mismatch| mismatch.actual.as_ref()).any(|actual| mask.value(actual) != *actual)
    }

    fn accept(&mut self, fixture: &Arc<Fixture>, actual: &Value, found: &[Mismatch]) -> Outcome {
        let (setup, mask) = (Arc::clone(&self.setup), self.mask());
        setup.rewrite(fixture, actual, found, &mask).or_else(|error| self.unreadable(&[error], Fault::Input))
    }
}
