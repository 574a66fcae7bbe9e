//! The pages of an app, and their scripts.

use super::super::code::app::Script;
use super::super::flaws::Flaws;
use super::read::App;
use crate::extension::Place;
use crate::extension::package::{Client, Markup, Page};
use crate::record::Severity;

/// How a page begins to use it.
const BEGINS: &str = "initialized";

/// Scripts that cannot be read, and pages that lack the client.
pub(super) fn look(found: &mut Flaws, app: &App<'_>) {
    for error in &app.survey.errors {
        // What lies on the web is not looked at, and a page may have no script.
        if error.at.line > 0 && error.rule != "MAN-05" {
            found.weighing(Severity::Warning, "FD-14", &error.at, error.text.as_str(), error.edit.as_str());
        }
    }
    for (page, scripts) in &app.pages {
        for (at, message) in scripts.iter().filter_map(|script| script.error.as_ref()) {
            found.weighing(Severity::Warning, "FD-14", at, format!("the script cannot be read: {message}"), "mend the syntax there");
        }
        let uses = |script: &&Script| script.words.contains("app") && script.words.contains(BEGINS);
        if scripts.iter().any(|script| uses(&script)) && !has_client(page) {
            let at = Place { file: page.file.clone(), line: 0, column: 0 };
            let help = format!("load it before: <script src=\"{}\"></script>", Client::Freshworks.source());
            found.weighing(Severity::Warning, "FD-14", &at, "the page asks for its client and does not load the script that has it", help);
        }
    }
}

fn has_client(page: &Page) -> bool {
    page.markup.iter().any(|markup| match markup {
        Markup::Start(name, attributes) if name == "script" => {
            attributes.iter().any(|(key, value)| key == "src" && Client::Freshworks.is_sdk(value))
        }
        _ => false,
    })
}
