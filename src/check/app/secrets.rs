//! What is shipped can be read by whoever opens the app.

use super::super::documents::secrets;
use super::super::flaws::Flaws;
use crate::extension::app::AppSurvey;
use crate::record::Severity;

/// Where it is read: pages by everyone, the server's files by who has the package.
const WHERE: [(&str, Severity); 2] = [("app/", Severity::Error), ("server/", Severity::Warning)];

/// Secrets in the files of pages and server.
pub(super) fn look(found: &mut Flaws, survey: &AppSurvey) {
    for (entry, text) in survey.entries.iter().filter_map(|entry| Some((entry, entry.text.as_deref()?))) {
        let Some((_, severity)) = WHERE.iter().find(|(folder, _)| entry.path.starts_with(folder)) else { continue };
        for (at, what) in secrets::stand_in(&survey.show(&entry.path), text) {
            let help = "take it out and withdraw it; let a secure installation parameter hold it";
            found.weighing(*severity, "FD-01", &at, format!("{what} stands in a file that is shipped"), help);
        }
    }
}
