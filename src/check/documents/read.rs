use super::super::found::Found;
use crate::record::Severity;

/// What keeps the package from being read, where nothing else stands at that place.
pub(super) fn look(found: &mut Found<'_>) {
    let survey = found.survey;
    for error in &survey.errors {
        // A script that lies elsewhere runs in Desk; it only cannot be looked at here.
        let severity = if error.rule == "MAN-05" { Severity::Note } else { Severity::Error };
        if !found.has_error_at(&error.at) {
            found.weighing(severity, error.rule, &error.at, error.text.as_str(), error.edit.as_str());
        }
    }
}
