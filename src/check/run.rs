use super::found::Found;
use super::table::checks;
use super::{code, documents, vendor};
use crate::catalog::{Catalog, Platform};
use crate::extension::package::Survey;
use crate::record::{CheckRecord, KnownCheck};

/// Which checks are made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rules {
    /// Those of the vendor's own tool, so that the two verdicts can be compared.
    Vendor,
    /// All.
    #[default]
    All,
}

/// Looks at a package.
#[must_use]
pub fn check(survey: &Survey, catalog: &Catalog, rules: Rules) -> CheckRecord {
    let catalog = &catalog.of(Platform::Desk);
    let mut found = Found::new(survey);
    vendor::look(&mut found);
    if rules == Rules::All {
        documents::look(&mut found, catalog);
        code::look(&mut found, catalog);
    }
    let wanted = checks().filter(|check| rules == Rules::All || check.is_vendors());
    let made = wanted.map(KnownCheck::from).collect();
    CheckRecord { package: survey.root.display().to_string(), findings: found.into_flaws(), checks: made }
}
