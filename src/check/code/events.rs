//! Subscriptions to events and hooks.

use super::super::found::Found;
use super::look::Whole;
use super::meaning::Meaning;
use super::pages::Looked;
use super::used::{Arg, ArgKind, Used};
use crate::catalog::Kind;
use crate::record::Severity;

/// Whether what is subscribed to is there, and reaches the page's widgets.
pub(super) fn look(found: &mut Found<'_>, whole: &Whole<'_>, page: &Looked, used: &Used) {
    let is_on = used.name.as_deref() == Some("on") && matches!(used.on, Meaning::Instance | Meaning::Sibling);
    let Some(name) = is_on.then(|| used.arg(0)).flatten() else { return };
    let Some(text) = name.text() else {
        if matches!(name.is, ArgKind::Computed) {
            found.weighing(
                Severity::Note,
                "EVT-26",
                &name.at,
                "the name that is listened to is computed: it is not looked at",
                "write the name, if it is always the same",
            );
        }
        return;
    };
    let catalog = whole.catalog;
    if catalog.event(text).is_some() {
        if !reaches(page, |location| catalog.may_receive(text, location)) {
            let help = format!("`deskspec explain {text}` names the locations that hear it");
            found.at("EVT-29", &name.at, format!("the event \"{text}\" reaches no widget at {}", page.locations.join(", ")), help);
        }
    } else if let Some(hook) = catalog.hook(text) {
        if !reaches(page, |location| catalog.may_be_asked(text, location)) {
            let help = format!("`deskspec explain {}` names the locations that are asked", hook.name);
            found.at("HOOK-25", &name.at, format!("no widget at {} is asked for the hook \"{text}\"", page.locations.join(", ")), help);
        }
        answers(found, used.arg(1), text);
    } else if !whole.emitted.contains(text) && !whole.emits_more {
        unknown(found, whole, name, text);
    }
}

/// Whether one of the page's widgets is where it must be; of a page that no widget names, nobody knows.
pub(super) fn reaches(page: &Looked, may: impl Fn(&str) -> bool) -> bool {
    page.locations.is_empty() || page.locations.iter().any(|location| may(location))
}

fn unknown(found: &mut Found<'_>, whole: &Whole<'_>, name: &Arg, text: &str) {
    let near = whole.catalog.nearest_event(text).or_else(|| whole.catalog.nearest(Kind::Hook, text).map(str::to_owned));
    match near {
        Some(near) => {
            found.at("EVT-26", &name.at, format!("there is no event and no hook \"{text}\""), format!("did you mean \"{near}\"?"));
        }
        None => {
            let text = format!("\"{text}\" is no event and no hook of Desk's, and no widget of the package emits it");
            found.weighing(Severity::Warning, "EVT-26", &name.at, text, "emit it to this widget, or listen to a documented event");
        }
    }
}

fn answers(found: &mut Found<'_>, handler: Option<&Arg>, hook: &str) {
    let Some(Arg { at, is: ArgKind::Handler(handler) }) = handler else { return };
    if !handler.answers {
        let text = format!("this handler of the hook \"{hook}\" returns nothing: the action always goes on");
        found.at("HOOK-09", at, text, "return true, false or a promise; listen to an event instead, if you only want to know");
    }
    if let Some(popup) = &handler.popup {
        let text = format!(
            "the hook \"{hook}\" is answered with the popup's own promise: {{result: false}} is a value that lets the action go on (Q-21)"
        );
        found.at("HOOK-01", popup, text, "write .then((answer) => answer.result)");
    }
}
