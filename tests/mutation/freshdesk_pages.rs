//! Pages of apps: what lives where, what they are told, and what they may stop.

use super::broken::{Make, delayed, doubled, dropped, turn};
use super::datum::set;
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::{Effect, How, Input, Model, Reply};
use serde_json::json;
use std::sync::Arc;

/// Everything that can be wrong with them.
pub(super) fn mutations() -> Vec<Mutation> {
    let mut all = rows(&[
        ("no page comes alive", &["FD-14"], dropped(|effect| matches!(effect, Effect::OpenWidget { .. }))),
        ("no page ever goes", &["FD-14"], dropped(|effect| matches!(effect, Effect::CloseWidget { .. }))),
        ("no modal box is looked for", &["FD-14"], dropped(|effect| matches!(effect, Effect::LoadModal { .. }))),
        ("pages do not hear each other", &["FD-14"], dropped(|effect| matches!(effect, Effect::Emitted { .. }))),
        ("pages are never answered", &["FD-16"], dropped(|effect| matches!(effect, Effect::Reply { .. }))),
        ("what is refused is granted", &["FD-16"], turn(granted)),
        ("a server is waited for without end", &["FD-16"], dropped(|effect| matches!(effect, Effect::WakeAt { .. }))),
        ("actions are refused when they are allowed", &["FD-15"], judged(How::Resolved, How::Rejected)),
        ("actions are allowed when they are refused", &["FD-15"], judged(How::Rejected, How::Resolved)),
        ("agents are notified twice", &["FD-15"], doubled(|effect| matches!(effect, Effect::Notification { .. }))),
        ("interceptors are asked late", &["FD-15"], delayed(|effect| matches!(effect, Effect::AskHook { .. }))),
    ]);
    let elsewhere = set(&["locations", "ticket_sidebar", "page"], json!("contact-detail"));
    all.extend(elsewhere.rows("the sidebar of tickets is on contacts", &["FD-14"], &[]));
    all
}

fn granted(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let granted = |effect| match effect {
        Effect::Reply { widget, request, reply: Reply::Reject(reason) } => Effect::Reply { widget, request, reply: Reply::Resolve(reason) },
        other => other,
    };
    host.apply(now, input).into_iter().map(granted).collect()
}

fn judged(from: How, to: How) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, mut input| {
            if let Input::Answered { answers, .. } = &mut input {
                answers.iter_mut().filter(|answer| answer.how == from).for_each(|answer| answer.how = to);
            }
            host.apply(now, input)
        })
    })
}
