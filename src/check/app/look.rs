use super::super::flaws::Flaws;
use super::super::run::Rules;
use super::super::table::app_checks;
use super::read::App;
use super::{calls, events, iparams, lifecycle, manifest, pages, places, secrets, server, templates, uses};
use crate::catalog::{Catalog, Platform};
use crate::extension::app::AppSurvey;
use crate::record::{CheckRecord, KnownCheck};

/// Looks at a Freshdesk app.
#[must_use]
pub fn check_app(survey: &AppSurvey, catalog: &Catalog, rules: Rules) -> CheckRecord {
    let catalog = &catalog.of(Platform::Freshdesk);
    let mut found = Flaws::default();
    if let Some(app) = App::read(survey, catalog, &mut found) {
        for look in [manifest::look, places::look, events::look, iparams::look, templates::look, uses::look, server::look] {
            look(&mut found, &app);
        }
        for look in [lifecycle::look, calls::look, pages::look] {
            look(&mut found, &app);
        }
    }
    secrets::look(&mut found, survey);
    let made: Vec<_> = app_checks().filter(|check| rules == Rules::All || check.is_vendors()).collect();
    let mut findings = found.into_vec();
    findings.retain(|flaw| made.iter().any(|check| check.rule == flaw.rule));
    let checks = made.into_iter().map(KnownCheck::from).collect();
    CheckRecord { package: survey.root.display().to_string(), findings, checks }
}
