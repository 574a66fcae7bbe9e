//! Which widgets are there.

use super::broken::{turn, with};
use super::mutation::{Mutation, rows};
use deskspec::clock::Instant;
use deskspec::host::desk::Page;
use deskspec::host::{Effect, Input, Model, WidgetId};

/// Everything that can be wrong with which widgets are there.
pub(super) fn mutations() -> Vec<Mutation> {
    let pick_all: fn(&mut dyn Model, Instant, Input) -> Vec<Effect> = |host, now, input| {
        let go = matches!(input, Input::GoTo { .. });
        let mut effects = host.apply(now, input);
        if go {
            effects.extend(picked(host, now, |_, _| true));
        }
        effects
    };
    rows(&[
        ("panels load with the page", &["LOC-08", "HOOK-06"], turn(pick_all)),
        ("a panel outlives its page", &["LOC-06", "HOOK-06"], turn(outlives)),
        ("the page that is open already is another page", &["LOC-06"], turn(always_another_page)),
        (
            "whoever is picked brings the extension's other widgets",
            &["LOC-02"],
            with(|(): &mut (), host, now, input| brings(host, now, input, true)),
        ),
        ("whoever is picked brings the neighbours", &["LOC-08"], with(|(): &mut (), host, now, input| brings(host, now, input, false))),
        (
            "no pick counts",
            &["LOC-08", "LOC-02"],
            turn(|host, now, input| match input {
                Input::Pick { .. } => Vec::new(),
                other => host.apply(now, other),
            }),
        ),
    ])
}

fn picked(host: &mut dyn Model, now: Instant, which: impl Fn(WidgetId, &dyn Model) -> bool) -> Vec<Effect> {
    let all: Vec<_> = host.desk().widgets().map(|(id, _)| id).collect();
    let wanted: Vec<_> = all.into_iter().filter(|id| which(*id, host)).collect();
    wanted.into_iter().flat_map(|widget| host.apply(now, Input::Pick { widget })).collect()
}

/// What was alive before the agent went elsewhere is alive there.
fn outlives(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let go = matches!(input, Input::GoTo { .. });
    let alive: Vec<_> = host.desk().widgets().filter(|(_, widget)| widget.alive).map(|(id, _)| id).collect();
    let mut effects = host.apply(now, input);
    if go {
        effects.extend(picked(host, now, |id, _| alive.contains(&id)));
    }
    effects
}

fn always_another_page(host: &mut dyn Model, now: Instant, input: Input) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Input::GoTo { .. } = &input {
        effects.extend(host.apply(now, Input::GoTo { page: Page::ticket_list() }));
    }
    effects.extend(host.apply(now, input));
    effects
}

fn brings(host: &mut dyn Model, now: Instant, input: Input, same_extension: bool) -> Vec<Effect> {
    let one = if let Input::Pick { widget } = &input { host.desk().widget(*widget).cloned() } else { None };
    let mut effects = host.apply(now, input);
    if let Some(one) = one {
        effects.extend(picked(host, now, |id, host| {
            let other = host.desk().widget(id);
            other.is_some_and(|it| if same_extension { it.extension == one.extension } else { it.location == one.location })
        }));
    }
    effects
}
