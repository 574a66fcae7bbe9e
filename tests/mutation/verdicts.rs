//! What an answer of an extension amounts to.

use super::broken::{Make, with};
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::{ActionId, CallId, Effect, HandlerAnswer, How as Answered, Input, Model, WidgetId};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that can be wrong with a verdict.
pub(super) fn mutations() -> Vec<Mutation> {
    let hooks: &[&str] = &["HOOK-01", "HOOK-03", "HOOK-10", "HOOK-11", "HOOK-12", "HOOK-14", "HOOK-16", "HOOK-26"];
    let refusals: &[&str] = &["HOOK-01", "HOOK-02", "HOOK-03", "HOOK-05", "HOOK-08", "HOOK-10", "HOOK-11", "HOOK-12", "HOOK-14", "HOOK-16"];
    let odd: fn(&HandlerAnswer) -> bool = |it| it.how == Answered::Returned && !matches!(it.value, Some(Value::Bool(_)));
    let promised_false: fn(&HandlerAnswer) -> bool = |it| it.how == Answered::Resolved && it.value == Some(json!(false));
    let popup: fn(&HandlerAnswer) -> bool = |it| it.how == Answered::Resolved && it.value == Some(json!({"result": false}));
    rows(&[
        ("what is allowed is refused", hooks, when(|it| !refuses(it), refuse)),
        ("what is refused is allowed", refusals, when(refuses, allow)),
        ("a plain false allows", &["HOOK-01"], when(|it| it.how == Answered::Returned && refuses(it), allow)),
        ("a resolved promise refuses", &["HOOK-01"], when(|it| it.how == Answered::Resolved, refuse)),
        ("a promise resolved with false allows", &["Q-21"], when(promised_false, allow)),
        ("a promise resolved with a popup's no refuses", &["Q-21"], when(popup, refuse)),
        ("a rejected promise allows", &["HOOK-01", "HOOK-02"], when(|it| it.how == Answered::Rejected, allow)),
        ("a handler that throws allows", &["HOOK-09", "Q-14"], when(|it| it.how == Answered::Threw, allow)),
        ("an answer that is none refuses", &["HOOK-09", "Q-14"], when(odd, refuse)),
        ("an answer that is none counts as true", &["HOOK-09", "Q-14"], when(odd, allow)),
        (
            "the reason is lost",
            &["HOOK-02"],
            when(
                |_| true,
                |it| {
                    if it.how == Answered::Rejected {
                        it.value = None
                    }
                },
            ),
        ),
        ("the reason is trimmed", &["HOOK-02"], reason(|text| *text = text.trim().to_owned())),
        ("the reason is escaped", &["HOOK-02"], reason(|text| *text = text.replace('<', "&lt;"))),
        ("a rejection with a text is a reason", &["Q-39", "HOOK-02"], when(|it| matches!(it.value, Some(Value::String(_))), said)),
        ("one who allows is enough", &["HOOK-03"], with(one_is_enough)),
        ("a refusal waits for the others", &["HOOK-03", "HOOK-05"], with(refusals_wait)),
        ("of two refusals the last one is read", &["HOOK-03", "HOOK-02"], with(last_refusal_is_read)),
    ])
}

/// Answers of a kind are other answers.
fn when(kind: fn(&HandlerAnswer) -> bool, then: fn(&mut HandlerAnswer)) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, mut input| {
            if let Input::Answered { answers, .. } = &mut input {
                answers.iter_mut().filter(|answer| kind(answer)).for_each(then);
            }
            host.apply(now, input)
        })
    })
}

pub(super) fn refuse(answer: &mut HandlerAnswer) {
    *answer = HandlerAnswer { how: Answered::Returned, value: Some(json!(false)) };
}

pub(super) fn allow(answer: &mut HandlerAnswer) {
    *answer = HandlerAnswer { how: Answered::Returned, value: Some(json!(true)) };
}

pub(super) fn refuses(answer: &HandlerAnswer) -> bool {
    matches!(answer.how, Answered::Rejected | Answered::Threw) || answer.value == Some(json!(false))
}

fn said(answer: &mut HandlerAnswer) {
    let text = answer.value.take();
    *answer = HandlerAnswer { how: Answered::Rejected, value: Some(json!({ "msg": text })) };
}

fn reason(change: fn(&mut String)) -> Make {
    Arc::new(move || {
        Box::new(move |host, now, mut input| {
            if let Input::Answered { answers, .. } = &mut input {
                for answer in answers {
                    if let Some(Value::String(text)) = answer.value.as_mut().and_then(|value| value.get_mut("msg")) {
                        change(text);
                    }
                }
            }
            host.apply(now, input)
        })
    })
}

/// The questions that have no answer yet.
pub(super) type Open = BTreeMap<CallId, WidgetId>;

pub(super) fn note(open: &mut Open, effects: &[Effect]) {
    for effect in effects {
        if let Effect::AskHook { call, widget, .. } = effect {
            open.insert(*call, *widget);
        }
    }
}

pub(super) fn answer_all(open: &mut Open, host: &mut dyn Model, now: Instant, how: fn(&mut HandlerAnswer)) -> Vec<Effect> {
    let mut effects = Vec::new();
    for call in std::mem::take(open).into_keys() {
        let mut answer = HandlerAnswer { how: Answered::Returned, value: None };
        how(&mut answer);
        effects.extend(host.apply(now, Input::Answered { call, answers: vec![answer] }));
    }
    effects
}

fn one_is_enough(open: &mut Open, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let allowed = matches!(&input, Input::Answered { answers, .. } if !answers.iter().any(refuses));
    let mut effects = host.apply(now, input);
    note(open, &effects);
    if allowed {
        effects.extend(answer_all(open, host, now, allow));
    }
    effects
}

/// A refusal counts only when nobody else is silent.
fn refusals_wait(held: &mut Vec<Input>, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if let Input::Answered { answers, call } = &input
        && answers.iter().any(refuses)
    {
        let waiting = (1..=call.0 + 1).filter_map(|action| Some(host.host().waits_for(ActionId(action)).len()).filter(|len| *len > 0));
        if waiting.max().unwrap_or(0) > 1 {
            held.push(input);
            return Vec::new();
        }
    }
    let answered = matches!(input, Input::Answered { .. });
    let mut effects = host.apply(now, input);
    for input in held.drain(..).filter(|_| answered) {
        effects.extend(host.apply(now, input));
    }
    effects
}

/// A refusal is kept until the next input, and read only if that is no refusal.
fn last_refusal_is_read(held: &mut Option<Input>, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let refusal = matches!(&input, Input::Answered { answers, .. } if answers.iter().any(refuses));
    match (held.take(), refusal) {
        (None, true) if host.host().waits_for(ActionId(1)).len() > 1 => {
            *held = Some(input);
            Vec::new()
        }
        (first, _) => {
            let mut effects = host.apply(now, input);
            effects.extend(first.into_iter().flat_map(|first| host.apply(now, first)).collect::<Vec<_>>());
            effects
        }
    }
}
