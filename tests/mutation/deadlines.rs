//! Until when an answer counts, and what silence means.

use super::actions::put;
use super::broken::{dropped, edited, with};
use super::mutation::{Mutation, rows};
use super::verdicts::{Open, answer_all, note, refuse, refuses};
use deskspec::clock::Instant;
use deskspec::host::{ActionId, Effect, Input, Model, Wake};
use std::collections::BTreeMap;

/// Everything that can be wrong with the time to answer.
pub(super) fn mutations() -> Vec<Mutation> {
    let earlier: fn(&mut Effect) = |effect| {
        if let Effect::WakeAt { at, .. } = effect {
            *at = Instant(at.0 - 1);
        }
    };
    let later: fn(&mut Effect) = |effect| {
        if let Effect::WakeAt { at, .. } = effect {
            *at = *at + 1;
        }
    };
    let never: fn(&Effect) -> bool = |effect| matches!(effect, Effect::WakeAt { .. });
    rows(&[
        ("there is no limit", &["HOOK-04", "HOOK-05"], dropped(never)),
        ("the limit is a millisecond short", &["HOOK-04", "Q-20"], edited(earlier)),
        ("the limit is a millisecond long", &["HOOK-04"], edited(later)),
        ("an answer at the limit comes too late", &["HOOK-04", "Q-20"], with(limit_first)),
        ("all actions share the first one's limit", &["HOOK-04"], with(one_limit)),
        ("every answer gives the others more time", &["HOOK-04"], with(more_time)),
        ("silence refuses", &["HOOK-04", "HOOK-05"], with(silence_refuses)),
        ("an answer after the limit is heard", &["HOOK-04"], with(late_refusal)),
        ("who answers late does it a second time", &["HOOK-04"], with(late_again)),
    ])
}

/// The limits that are set, by their actions.
type Limits = BTreeMap<ActionId, (Instant, Wake)>;

fn limit_of(effect: &Effect) -> Option<(ActionId, (Instant, Wake))> {
    match effect {
        Effect::WakeAt { at, wake: wake @ Wake::HookDeadline { action, .. } } => Some((*action, (*at, *wake))),
        _ => None,
    }
}

fn limit_first(limits: &mut Limits, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = Vec::new();
    if matches!(input, Input::Answered { .. }) {
        let due: Vec<_> = limits.iter().filter(|(_, (at, _))| *at <= now).map(|(action, (_, wake))| (*action, *wake)).collect();
        for (action, wake) in due {
            limits.remove(&action);
            effects.extend(host.apply(now, Input::Due { wake }));
        }
    }
    effects.extend(host.apply(now, input));
    limits.extend(effects.iter().filter_map(limit_of));
    effects
}

fn one_limit(first: &mut Option<Instant>, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = host.apply(now, input);
    for effect in &mut effects {
        if let Effect::WakeAt { at, .. } = effect {
            *at = *first.get_or_insert(*at);
        }
    }
    effects
}

fn more_time(limits: &mut Limits, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    if let Input::Due { wake: Wake::HookDeadline { action, .. } } = &input
        && limits.get(action).is_some_and(|(at, _)| *at > now)
    {
        return Vec::new();
    }
    let answered = matches!(input, Input::Answered { .. });
    let mut effects = host.apply(now, input);
    limits.extend(effects.iter().filter_map(limit_of));
    if answered {
        for (at, wake) in limits.values_mut() {
            *at = now + 30_000;
            effects.push(Effect::WakeAt { at: *at, wake: *wake });
        }
    }
    effects
}

fn silence_refuses(open: &mut Open, host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = if matches!(input, Input::Due { .. }) { answer_all(open, host, now, refuse) } else { Vec::new() };
    effects.extend(host.apply(now, input));
    note(open, &effects);
    effects
}

/// A refusal after the limit is read, and takes back what was done.
fn late_refusal((): &mut (), host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let refusal = matches!(&input, Input::Answered { answers, .. } if answers.iter().any(refuses));
    let waits = (1..100).any(|action| !host.host().waits_for(ActionId(action)).is_empty());
    let mut effects = host.apply(now, input);
    if refusal && !waits {
        effects.extend(put(host, now, "status", "Open"));
    }
    effects
}

fn late_again((): &mut (), host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let answered = matches!(input, Input::Answered { .. });
    let waits = (1..100).any(|action| !host.host().waits_for(ActionId(action)).is_empty());
    let mut effects = host.apply(now, input);
    if answered && !waits {
        effects.push(Effect::Mail { ticket: "1".into(), mail: serde_json::Map::new() });
    }
    effects
}
