use serde::{Deserialize, Serialize};

/// What of the catalogue a run exercised, and what not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverageRecord {
    /// How many scenarios passed: what they exercised counts.
    pub scenarios: u32,
    /// How many scenarios did not pass: what they exercised does not count.
    pub uncounted: u32,
    /// How many entries were exercised.
    pub covered: u32,
    /// How many entries there are.
    pub entries: u32,
    /// The same by kinds of entries; a kind without entries is left out.
    pub kinds: Vec<KindCoverage>,
}

/// The entries of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindCoverage {
    /// `events`, `hooks`, `locations`, `rules` …
    pub kind: String,
    /// How many of them were exercised.
    pub covered: u32,
    /// What is counted of each beside [`EntryCoverage::scenarios`], in the order of [`EntryCoverage::counts`]; empty where nothing is.
    pub columns: Vec<String>,
    /// All of them, in the catalogue's order.
    pub entries: Vec<EntryCoverage>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryCoverage {
    /// Its name or ID.
    pub name: String,
    /// What it is, in a few words.
    pub title: String,
    /// The rule that documents it, where that is another entry.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub rule: Option<String>,
    /// Whether it was exercised.
    pub covered: bool,
    /// In how many scenarios.
    pub scenarios: u32,
    /// In how many scenarios each of [`KindCoverage::columns`] was seen.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub counts: Vec<u32>,
    /// What is missing: always where it was not exercised, and where not all of it was.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub gap: Option<Gap>,
}

/// What nobody exercised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// A lowercase fragment: what is missing.
    pub text: String,
    /// Page and section of the documents.
    pub section: String,
    /// A sentence that a feature may say, or a command that tells more.
    pub next: String,
}

impl CoverageRecord {
    /// The percentage of the entries that were exercised, rounded down: 100 means all of them.
    #[must_use]
    pub fn percent(&self) -> u32 {
        percent(self.covered, self.entries)
    }
}

impl KindCoverage {
    /// The percentage of the kind's entries that were exercised, rounded down.
    #[must_use]
    pub fn percent(&self) -> u32 {
        percent(self.covered, u32::try_from(self.entries.len()).unwrap_or(u32::MAX))
    }
}

fn percent(part: u32, whole: u32) -> u32 {
    u32::try_from(u64::from(part) * 100 / u64::from(whole.max(1))).unwrap_or(100)
}
