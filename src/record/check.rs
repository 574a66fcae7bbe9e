use super::{Place, Severity};
use serde::{Deserialize, Serialize};

/// What a check of a vendor's package found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckRecord {
    /// The folder, as it was named.
    pub package: String,
    /// What was found, in the order of the checks.
    pub findings: Vec<Flaw>,
    /// Every check that was made.
    #[serde(default, skip)]
    pub checks: Vec<KnownCheck>,
}

/// One thing in a package that its vendor should know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Flaw {
    /// The check that found it, by its ID: a rule of the catalogue, or one of the vendor's own tool.
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    /// Where in the vendor's files; line and column are 0 where the finding is about the file as a whole.
    #[serde(flatten)]
    pub at: Place,
    /// A lowercase fragment: what is wrong.
    pub text: String,
    /// What to write instead.
    pub help: String,
}

/// A check, whether it found something or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCheck {
    /// Its ID.
    pub rule: String,
    /// What it looks at: a few words.
    pub title: String,
    /// How much its findings weigh.
    pub severity: Severity,
}

impl CheckRecord {
    /// How many findings weigh so much.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|found| found.severity == severity).count()
    }
}
