//! What the agent sees, which widgets are opened and closed, what they get for an answer.

use super::broken::{doubled, dropped, each, edited, followed, is, with};
use super::events::stopped;
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::{Effect, Input, Model, Outcome, Reply};
use serde_json::{Map, Value, json};

/// Everything that can be wrong with these.
pub(super) fn mutations() -> Vec<Mutation> {
    [what_the_agent_sees(), widgets_lives(), answers(), only_told()].into_iter().flatten().collect()
}

fn what_the_agent_sees() -> Vec<Mutation> {
    let other: fn(&mut Effect) = |effect| {
        if let Effect::Message { text, .. } = effect {
            text.push('.');
        }
    };
    let done: fn(&mut dyn Model, Instant, &[Effect]) -> Vec<Effect> = |_, _, effects| {
        let done = |effect: &Effect| match effect {
            Effect::Settled { action, outcome: Outcome::Done } => Some(Effect::Message { action: *action, text: "Done".into() }),
            _ => None,
        };
        effects.iter().filter_map(done).collect()
    };
    let mut all = rows(&[
        ("the agent reads nothing", &["HOOK-01", "HOOK-02", "HOOK-08", "HOOK-09", "HOOK-29"], dropped(is!(Message))),
        ("the agent reads it twice", &["HOOK-02", "HOOK-29"], doubled(is!(Message))),
        ("the agent reads something else", &["HOOK-02"], edited(other)),
        ("the agent reads something when all is well", &["HOOK-01", "HOOK-04", "HOOK-05"], followed(done)),
        ("no notification is shown", &["SDK-01"], dropped(is!(Notification))),
        ("notifications are shown twice", &["SDK-01"], doubled(is!(Notification))),
    ]);
    let mail: fn(&mut Effect) = |effect| {
        if let Effect::Mail { mail, .. } = effect {
            mail.insert("toAddress".into(), "nobody@example.com".into());
        }
    };
    let copy: fn(&mut Effect) = |effect| {
        if let Effect::Mail { mail, .. } = effect {
            mail.insert("ccAddress".into(), "".into());
        }
    };
    let stopped_mail: fn(&mut dyn Model, Instant, &[Effect]) -> Vec<Effect> =
        |_, _, effects| effects.iter().filter(|it| stopped(it)).map(|_| Effect::Mail { ticket: "1".into(), mail: Map::new() }).collect();
    all.extend(rows(&[
        ("no mail leaves", &["HOOK-16", "HOOK-17"], dropped(is!(Mail))),
        ("mails leave twice", &["HOOK-16", "HOOK-17", "HOOK-04"], doubled(is!(Mail))),
        ("mails leave for somebody else", &["HOOK-16"], edited(mail)),
        ("mails leave without a copy", &["HOOK-16"], edited(copy)),
        ("a mail leaves though it was stopped", &["HOOK-08", "HOOK-16", "HOOK-17"], followed(stopped_mail)),
    ]));
    all
}

fn widgets_lives() -> Vec<Mutation> {
    rows(&[
        ("no widget is opened", &["SDK-01", "HOOK-25", "LOC-08"], dropped(is!(OpenWidget))),
        ("no widget is closed", &["LOC-06"], dropped(is!(CloseWidget))),
        ("what lives through every page is closed with one", &["LOC-04", "LOC-06"], with(closed_with_the_page)),
        ("what is opened is closed at once", &["SDK-01", "HOOK-25"], each(opened_and_closed)),
    ])
}

/// The page takes everybody with it who is still there.
fn closed_with_the_page((): &mut (), host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let go = matches!(input, Input::GoTo { .. });
    let mut effects = host.apply(now, input);
    let here = host.desk().widgets().filter(|(_, widget)| go && widget.alive);
    effects.extend(here.map(|(widget, _)| Effect::CloseWidget { widget }));
    effects
}

fn opened_and_closed(effect: Effect) -> Vec<Effect> {
    match effect {
        Effect::OpenWidget { widget } => vec![effect, Effect::CloseWidget { widget }],
        other => vec![other],
    }
}

fn answers() -> Vec<Mutation> {
    let rejected: fn(&mut Effect) = |effect| {
        if let Effect::Reply { reply, .. } = effect {
            *reply = Reply::Reject("no".into());
        }
    };
    let resolved: fn(&mut Effect) = |effect| {
        if let Effect::Reply { reply: reply @ Reply::Reject(_), .. } = effect {
            *reply = Reply::Resolve(json!({"status": "success"}));
        }
    };
    let bare: fn(&mut Effect) = |effect| {
        if let Effect::Reply { reply: Reply::Reject(reason), .. } = effect {
            *reason = Value::Null;
        }
    };
    let failed: fn(&mut Effect) = |effect| {
        if let Effect::Reply { reply: Reply::Resolve(Value::Object(map)), .. } = effect {
            map.insert("status".into(), "failure".into());
        }
    };
    rows(&[
        ("no widget gets an answer", &["SDK-02", "SDK-06"], dropped(is!(Reply))),
        ("every widget is refused what it asks", &["SDK-02"], edited(rejected)),
        ("no widget is refused what it asks", &["SDK-06"], edited(resolved)),
        ("widgets are refused without a reason", &["SDK-06"], edited(bare)),
        ("what was read is told to have failed", &["SDK-02"], edited(failed)),
        ("no request leaves", &["HOOK-11"], dropped(is!(CallService))),
        ("requests leave twice", &["HOOK-11"], doubled(is!(CallService))),
        ("nothing is reported", &["HOOK-06", "HOOK-09", "EVT-29", "Q-14", "Q-21", "SDK-06"], dropped(is!(Found))),
    ])
}

/// What only the told conversation shows, and no step reads.
fn only_told() -> Vec<Mutation> {
    let done: fn(&mut Effect) = |effect| {
        if let Effect::Settled { outcome: outcome @ Outcome::Stopped { .. }, .. } = effect {
            *outcome = Outcome::Done;
        }
    };
    rows(&[
        ("the conversation says that what was stopped is done", &["HOOK-08"], edited(done)),
        ("the conversation does not say how actions end", &["HOOK-08"], dropped(is!(Settled))),
        ("the conversation does not say what changes", &["HOOK-08"], dropped(is!(Changed))),
        ("the conversation does not say which rules decide", &["HOOK-08"], dropped(is!(Decided))),
    ])
}
