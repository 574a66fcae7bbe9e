//! Installing and uninstalling (FD-15).

use super::super::flaws::Flaws;
use super::read::App;
use crate::extension::Place;

/// What answers.
const ANSWER: &str = "renderData";
/// How long a refusal may be.
const LONGEST: &str = "install.message";

/// Whether what waits for an answer gets one, and that no refusal is too long.
pub(super) fn look(found: &mut Flaws, app: &App<'_>) {
    let is_sound = !app.server.is_empty() && app.server.iter().all(|script| script.error.is_none());
    let answers = app.server.iter().any(|script| script.words.contains(ANSWER));
    let waits = |event: &str| app.catalog.hook(event).is_some();
    if let Some(exports) = app.main().and_then(|main| main.exports.as_ref()).filter(|_| is_sound && !answers) {
        for (event, handler) in app.handled().into_iter().filter(|(event, _)| waits(event)) {
            if let Some((_, at, _)) = exports.names.iter().find(|(name, ..)| *name == handler) {
                let text = format!("\"{event}\" waits for {ANSWER}(), and nothing calls it: the app is never installed or uninstalled");
                found.at("FD-15", at, text, format!("call {ANSWER}() at its end, or {ANSWER}({{ message: \"…\" }}) to refuse"));
            }
        }
    }
    let Some(longest) = app.catalog.limit(LONGEST) else { return };
    let given = app.server.iter().flat_map(|script| &script.calls).filter(|call| call.name == ANSWER);
    for message in given.filter_map(|call| call.args.first()?.key("message")) {
        let characters = message.text().map_or(0, |text| text.chars().count()) as u64;
        if characters > longest.value {
            said(found, &message.at, characters, longest.value);
        }
    }
}

fn said(found: &mut Flaws, at: &Place, characters: u64, most: u64) {
    found.at("FD-15", at, format!("the message has {characters} characters, and {most} are shown at most"), "say it in fewer words");
}
