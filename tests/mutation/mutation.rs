//! A mutation, and whether the scenarios of its rule catch it.

use super::broken::{Make, broken};
use crate::common::run;
use deskspec::catalog::Catalog;
use deskspec::fixture::Fixtures;
use deskspec::gherkin::Pickle;
use deskspec::host::Model;
use deskspec::scenario::Setup;
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// One thing that is wrong, and the rule whose scenarios must catch it.
pub(super) struct Mutation {
    /// What is wrong, with the rule's ID.
    pub(super) name: String,
    /// The rule's ID.
    pub(super) rule: String,
    /// How to make it wrong.
    pub(super) how: How,
    /// Words of the scenarios that are likely to catch it: they are tried first.
    pub(super) words: Vec<String>,
}

/// How something is made wrong.
#[derive(Clone)]
pub(super) enum How {
    /// A datum of the catalogue is another one.
    Catalog(Arc<dyn Fn(&mut Value) + Send + Sync>),
    /// The host does something else.
    Host(Make),
}

impl How {
    fn setup(&self) -> Setup {
        let mut setup = Setup::new(Fixtures::new("fixtures"));
        match self {
            Self::Catalog(edit) => {
                setup.catalog = Arc::new(Catalog::documented().with(|json| edit(json)).expect("it still is a catalogue"))
            }
            Self::Host(make) => {
                let make = Arc::clone(make);
                setup.wrap = Some(Box::new(move |host: Box<dyn Model>| broken(host, &make)));
            }
        }
        setup
    }

    /// The same rule by rule: each of them must catch it.
    pub(super) fn rows(self, name: &str, rules: &[&str], words: &[&str]) -> Vec<Mutation> {
        let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
        let row =
            |rule: &&str| Mutation { name: format!("{rule}: {name}"), rule: (*rule).to_owned(), how: self.clone(), words: words.clone() };
        rules.iter().map(row).collect()
    }
}

/// Runs scenarios under a mutation until one fails: that one's place.
fn caught(mutation: &Mutation, scenarios: &[Pickle]) -> Option<String> {
    let tag = format!("@{}", mutation.rule);
    let mut likely: Vec<_> = scenarios.iter().filter(|pickle| pickle.tags.iter().any(|it| *it.name == *tag)).collect();
    likely.sort_by_key(|pickle| unlikely(pickle, &mutation.words));
    let setup = Arc::new(mutation.how.setup());
    likely.into_iter().find_map(|pickle| run(vec![pickle.clone()], &setup).iter().find(|record| record.failed()).map(|it| it.place()))
}

/// Few words of the mutation, and a real package, which costs more than a scripted extension.
fn unlikely(pickle: &Pickle, words: &[String]) -> (usize, bool) {
    let says = |word: &str| pickle.steps.iter().any(|step| step.text.contains(word));
    (words.iter().filter(|word| !says(word)).count(), says("from \"extensions"))
}

/// The names of those that no scenario of their rule catches, in order.
pub(super) fn survivors(mutations: &[Mutation], scenarios: &[Pickle]) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        while let Some((index, mutation)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, mutations.get(at)?))) {
            if caught(mutation, scenarios).is_none() {
                found.push(index);
            }
        }
        found
    };
    let mut found = thread::scope(|scope| {
        let workers: Vec<_> = (0..2).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a run ends")).collect::<Vec<_>>()
    });
    found.sort_unstable();
    found.into_iter().map(|index| mutations[index].name.clone()).collect()
}

/// Rows of a table: a name, the rules that must catch it, the way.
pub(super) fn rows(table: &[(&str, &[&str], Make)]) -> Vec<Mutation> {
    table.iter().flat_map(|(name, rules, make)| How::Host(make.clone()).rows(name, rules, &[])).collect()
}
