//! What the server is made of: its scripts, what they require, how they are written (FD-02, FD-03).

use super::super::code::app::Script;
use super::super::flaws::Flaws;
use super::read::App;
use crate::extension::Place;
use crate::record::Severity;

/// How many ways a function may have before the vendor's own tool warns.
const MOST_WAYS: usize = 7;

/// Each script of the server.
pub(super) fn look(found: &mut Flaws, app: &App<'_>) {
    for (index, script) in app.server.iter().enumerate() {
        if let Some((at, message)) = &script.error {
            found.at("FD-02", at, format!("the script cannot be read: {message}"), "mend the syntax there");
            continue;
        }
        if index == 0 && script.exports.is_none() {
            let at = Place { file: app.survey.show(&script.path), line: 0, column: 0 };
            found.at("FD-02", &at, "server.js exports nothing", "write exports = { onTicketCreateHandler: function (payload) { … } }");
        }
        sandbox(found, script);
        required(found, app, script);
        written(found, script);
    }
}

fn sandbox(found: &mut Flaws, script: &Script) {
    for (name, at) in &script.absent {
        let help = match name.as_str() {
            "process" => "take what you need from iparams, or write it down",
            _ => "use $schedule.create for what happens later, at least five minutes ahead",
        };
        found.at("FD-03", at, format!("the sandbox of a server has no {name}"), help);
    }
}

fn required(found: &mut Flaws, app: &App<'_>, script: &Script) {
    for it in &script.requires {
        let Some(name) = &it.name else {
            let text = "what is required is computed: it is not looked at";
            found.weighing(Severity::Note, "FD-03", &it.at, text, "write the name, if it is always the same");
            continue;
        };
        if it.is_relative() {
            if it.found(&app.survey.folder, &script.path).is_none() {
                found.at("FD-03", &it.at, format!("\"{name}\" is not in the app"), "add the file, or name the right one");
            }
            continue;
        }
        let package = name.split('/').take(if name.starts_with('@') { 2 } else { 1 }).collect::<Vec<_>>().join("/");
        if !app.manifest.entries(&super::super::found::keys!["dependencies"]).any(|(known, _)| known == package) {
            let text = format!("\"{package}\" is required, and the manifest's \"dependencies\" do not have it");
            let help = format!("add \"dependencies\": {{\"{package}\": \"…\"}}: without that the sandbox has only files of the app (Q-63)");
            found.weighing(Severity::Warning, "FD-03", &it.at, text, help);
        }
    }
}

fn written(found: &mut Flaws, script: &Script) {
    let helpers: Vec<_> = script.functions.iter().filter(|function| function.is_before).collect();
    if let [first, others @ ..] = helpers.as_slice() {
        let more = if others.is_empty() { String::new() } else { format!(" and {} more", others.len()) };
        let text = format!("helpers stand before the exports: \"{}\"{more}", first.name);
        found.at("fdk.helpers_before_exports", &first.at, text, "move them behind exports = {…}");
    }
    for function in &script.functions {
        if function.complexity > MOST_WAYS {
            let name = if function.name.is_empty() { "a function".to_owned() } else { format!("\"{}\"", function.name) };
            let text = format!("{name} has a complexity of {}, and {MOST_WAYS} is what the vendor's own tool allows", function.complexity);
            found.at("fdk.complexity", &function.at, text, "take parts of it out into functions of their own");
        }
    }
}
