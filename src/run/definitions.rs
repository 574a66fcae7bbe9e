use super::sieve::Sieve;
use super::trie::Trie;
use crate::gherkin::StepKind;
use crate::scenario::Scenario;
use crate::steps::{StepDoc, defined_at};
use cucumber::codegen::{LazyRegex, StepConstructor, WorldInventory, inventory};
use cucumber::step::{Location, Step as StepFn};
use regex::Regex;
use std::fmt;
use std::sync::{Arc, LazyLock};

/// All step definitions of a World, whichever keyword they were written for.
pub struct Definitions<W> {
    pub(super) all: Vec<Definition<W>>,
    /// By what their texts begin with.
    pub(super) beginnings: Trie,
}

pub(super) struct Definition<W> {
    pub(super) sieve: Sieve,
    /// Compiled when a text comes through the sieve: a start does not pay for what nobody says.
    pub(super) regex: LazyLock<Regex, LazyRegex>,
    pub(super) run: StepFn<W>,
    pub(super) place: Location,
    pub(super) keyword: StepKind,
    pub(super) doc: Option<&'static StepDoc>,
}

impl Definitions<Scenario> {
    /// The vocabulary of deskspec with what else is compiled into this program for its World, read once.
    #[must_use]
    pub fn vocabulary() -> Arc<Self> {
        static KNOWN: LazyLock<Arc<Definitions<Scenario>>> = LazyLock::new(|| Arc::new(Definitions::compiled_in()));
        Arc::clone(&KNOWN)
    }
}

impl<W: WorldInventory> Definitions<W> {
    /// The definitions that cucumber's attributes `given`, `when` and `then` have put into this program.
    #[must_use]
    pub fn compiled_in() -> Self {
        let mut all = Vec::new();
        collect::<W, W::Given>(StepKind::Context, &mut all);
        collect::<W, W::When>(StepKind::Action, &mut all);
        collect::<W, W::Then>(StepKind::Outcome, &mut all);
        // The inventories have no order of their own.
        all.sort_by_key(|definition| (definition.place.path, definition.place.line, definition.place.column));
        let beginnings = Trie::of(all.iter().map(|definition| definition.sieve.prefix()));
        Self { all, beginnings }
    }
}

impl<W> Definition<W> {
    /// What a person would write to say this: the Cucumber expression, or the regular expression without its anchors.
    pub(super) fn sentence(&self) -> String {
        self.doc.map_or_else(|| self.regex.as_str().to_owned(), |doc| doc.expression.clone())
    }
}

impl<W> fmt::Debug for Definitions<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.all.iter().map(|definition| definition.place.to_string())).finish()
    }
}

fn collect<W, T: inventory::Collect + StepConstructor<W>>(keyword: StepKind, into: &mut Vec<Definition<W>>) {
    for constructor in inventory::iter::<T> {
        let (place, regex, run) = constructor.inner();
        let doc = defined_at(place.path, place.line);
        let regex = LazyLock::new(regex);
        let sieve = doc.map_or_else(|| Sieve::of_regex(regex.as_str()), |doc| Sieve::of(&doc.expression));
        into.push(Definition { sieve, regex, run, place, keyword, doc });
    }
}
