//! Our features catch a broken host: one datum of the catalogue, one effect, one behaviour at a time is made wrong, and a scenario that
//! is tagged with that rule's ID must fail. Whatever survives is listed by name.

#[path = "mutation/actions.rs"]
mod actions;
#[path = "mutation/app_calls.rs"]
mod app_calls;
#[path = "mutation/assist.rs"]
mod assist;
#[path = "mutation/broken.rs"]
mod broken;
#[path = "mutation/calls.rs"]
mod calls;
#[path = "mutation/channels.rs"]
mod channels;
mod common;
#[path = "mutation/community.rs"]
mod community;
#[path = "mutation/conversation.rs"]
mod conversation;
#[path = "mutation/datum.rs"]
mod datum;
#[path = "mutation/deadlines.rs"]
mod deadlines;
#[path = "mutation/effects.rs"]
mod effects;
#[path = "mutation/events.rs"]
mod events;
#[path = "mutation/faults.rs"]
mod faults;
#[path = "mutation/fired.rs"]
mod fired;
#[path = "mutation/forms.rs"]
mod forms;
#[path = "mutation/freshdesk.rs"]
mod freshdesk;
#[path = "mutation/freshdesk_pages.rs"]
mod freshdesk_pages;
#[path = "mutation/installations.rs"]
mod installations;
#[path = "mutation/life.rs"]
mod life;
#[path = "mutation/merges.rs"]
mod merges;
#[path = "mutation/modals.rs"]
mod modals;
#[path = "mutation/moving.rs"]
mod moving;
#[path = "mutation/mutation.rs"]
mod mutation;
#[path = "mutation/pages.rs"]
mod pages;
#[path = "mutation/preferences.rs"]
mod preferences;
#[path = "mutation/protocol.rs"]
mod protocol;
#[path = "mutation/questions.rs"]
mod questions;
#[path = "mutation/reads.rs"]
mod reads;
#[path = "mutation/replies.rs"]
mod replies;
#[path = "mutation/rest.rs"]
mod rest;
#[path = "mutation/sdk_calls.rs"]
mod sdk_calls;
#[path = "mutation/siblings.rs"]
mod siblings;
#[path = "mutation/sync.rs"]
mod sync;
#[path = "mutation/tasks.rs"]
mod tasks;
#[path = "mutation/teams.rs"]
mod teams;
#[path = "mutation/verdicts.rs"]
mod verdicts;

use deskspec::catalog::{Catalog, Kind};
use deskspec::gherkin::Pickle;
use deskspec::host::Model;
use deskspec::scenario::Setup;
use mutation::{Mutation, survivors};
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

/// What no scenario can catch, each with the reason.
const KNOWN_SURVIVORS: &[(&str, &str)] = &[
    (
        "EVT-28: the listeners of one event hear in another order",
        "the pages order the events of one listener, not the listeners of one event",
    ),
    (
        "HOOK-08: the conversation says that what was stopped is done",
        "steps read the host's state; the effect is for the told conversation",
    ),
    ("HOOK-08: the conversation does not say how actions end", "steps read the host's state; the effect is for the told conversation"),
    ("HOOK-08: the conversation does not say what changes", "steps read the host's state; the effect is for the told conversation"),
    ("HOOK-08: the conversation does not say which rules decide", "no sentence asks which rule decided; coverage does"),
];

/// The features, and those of their scenarios that fail with a host that the wrapper leaves as it is.
static BASELINE: LazyLock<(Vec<Pickle>, Vec<String>)> = LazyLock::new(|| {
    let all = common::scenarios();
    let sound = broken::turn(|host, now, input| host.apply(now, input));
    let wrap = move |host: Box<dyn Model>| broken::broken(host, &sound);
    let mut setup = Setup::default();
    setup.wrap = Some(Box::new(wrap));
    let red = common::red(&common::run(all.clone(), &Arc::new(setup)));
    (all, red)
});

/// The scenarios that pass without a mutation: only these can show one.
fn green() -> Vec<Pickle> {
    let (all, red) = &*BASELINE;
    let failed = |pickle: &Pickle| {
        let place = format!("{}:{}: ", pickle.uri, pickle.row.unwrap_or(pickle.location).line);
        red.iter().any(|line| line.starts_with(&place))
    };
    all.iter().filter(|pickle| !failed(pickle)).cloned().collect()
}

fn mutations() -> Vec<Mutation> {
    let tables = [
        datum::mutations,
        actions::mutations,
        app_calls::mutations,
        assist::mutations,
        calls::mutations,
        channels::mutations,
        community::mutations,
        conversation::mutations,
        deadlines::mutations,
        effects::mutations,
        events::mutations,
        faults::mutations,
        fired::mutations,
        forms::mutations,
        freshdesk::mutations,
        freshdesk_pages::mutations,
        installations::mutations,
        life::mutations,
        merges::mutations,
        modals::mutations,
        moving::mutations,
        sdk_calls::mutations,
        siblings::mutations,
        pages::mutations,
        preferences::mutations,
        protocol::mutations,
        questions::mutations,
        reads::mutations,
        replies::mutations,
        rest::mutations,
        sync::mutations,
        tasks::mutations,
        teams::mutations,
        verdicts::mutations,
    ];
    tables.into_iter().flat_map(|table: fn() -> Vec<Mutation>| table()).collect()
}

#[test]
fn without_a_mutation_every_scenario_passes() {
    assert!(BASELINE.1.is_empty(), "these fail without a mutation:\n{}", BASELINE.1.join("\n"));
}

#[test]
fn every_mutation_is_caught_by_a_scenario_of_its_rule() {
    let mutations = mutations();
    let names: BTreeSet<_> = mutations.iter().map(|mutation| mutation.name.as_str()).collect();
    assert_eq!(names.len(), mutations.len(), "two mutations have one name");
    let survived = survivors(&mutations, &green());
    let known = |name: &&String| KNOWN_SURVIVORS.iter().any(|(known, _)| *known == name.as_str());
    let unknown: Vec<_> = survived.iter().filter(|name| !known(name)).cloned().collect();
    println!("{} mutations, {} survive, {} of them known", mutations.len(), survived.len(), survived.len() - unknown.len());
    assert!(unknown.is_empty(), "{} of {} mutations survive:\n{}", unknown.len(), mutations.len(), unknown.join("\n"));
    let caught: Vec<_> = KNOWN_SURVIVORS.iter().filter(|(known, _)| !survived.iter().any(|name| name == known)).collect();
    assert!(caught.is_empty(), "these do not survive any more, delete them from the list: {caught:?}");
}

#[test]
fn every_rule_that_the_model_plays_has_a_mutation() {
    let tested: BTreeSet<_> = mutations().into_iter().map(|mutation| mutation.rule).collect();
    let catalog = Catalog::documented();
    let played = [Kind::Rule, Kind::Quirk].into_iter().flat_map(|kind| catalog.all(kind)).filter(|entry| entry.played());
    let untested: Vec<_> = played.map(|entry| entry.label()).filter(|id| !tested.contains(*id)).collect();
    assert!(untested.is_empty(), "no mutation breaks these rules: {}", untested.join(", "));
}
