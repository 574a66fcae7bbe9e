use super::definitions::{Definition, Definitions};
use super::parameters::unescaped;
use super::played::Match;
use crate::gherkin::StepKind;
use crate::steps::StepDoc;
use cucumber::codegen::LocalBoxFuture;
use cucumber::gherkin;
use cucumber::step::Context;
use regex::{CaptureLocations, Regex};
use std::cell::OnceCell;
use std::sync::Arc;

/// Finds what steps mean. Each thread has one of its own: a regular expression that threads share makes them wait for each other.
pub struct Matcher<W> {
    definitions: Arc<Definitions<W>>,
    regexes: Vec<OnceCell<Regex>>,
}

/// What a step's text means.
pub enum Found {
    /// This.
    One(Call),
    /// Nothing that anybody defined.
    Nothing,
    /// More than one thing: the sentences.
    Many(Vec<String>),
}

/// A definition that matches, with its arguments.
#[derive(Debug, Clone)]
pub struct Call {
    index: usize,
    captures: CaptureLocations,
}

impl<W> Matcher<W> {
    /// A matcher for one thread.
    #[must_use]
    pub fn new(definitions: Arc<Definitions<W>>) -> Self {
        let regexes = definitions.all.iter().map(|_| OnceCell::new()).collect();
        Self { definitions, regexes }
    }

    /// What a step's text means. Its keyword does not matter; only of definitions with one and the same expression, the one for it counts.
    #[must_use]
    pub fn find(&self, text: &str, kind: StepKind) -> Found {
        let mut calls: Vec<Call> = Vec::new();
        self.definitions.beginnings.visit(text, |index| {
            if self.definitions.all[index].sieve.lets_through(text) {
                let regex = self.regex(index);
                let mut captures = regex.capture_locations();
                if regex.captures_read(&mut captures, text).is_some() {
                    calls.push(Call { index, captures });
                }
            }
        });
        if calls.len() > 1 {
            self.settle(kind, &mut calls);
        }
        match calls.len() {
            0 => Found::Nothing,
            1 => calls.pop().map_or(Found::Nothing, Found::One),
            _ => {
                let mut sentences: Vec<_> = calls.iter().map(|call| self.definitions.all[call.index].sentence()).collect();
                sentences.sort();
                Found::Many(sentences)
            }
        }
    }

    /// A function may stand under several attributes with the same text: these are one definition, said for several keywords.
    fn settle(&self, kind: StepKind, calls: &mut Vec<Call>) {
        let definition = |call: &Call| &self.definitions.all[call.index];
        let first = definition(&calls[0]);
        let same = calls.iter().all(|call| definition(call).regex.as_str() == first.regex.as_str());
        let once = |keyword| calls.iter().filter(|call| definition(call).keyword == keyword).count() <= 1;
        if same && [StepKind::Context, StepKind::Action, StepKind::Outcome].into_iter().all(once) {
            let fits = calls.iter().position(|call| definition(call).keyword == kind).unwrap_or(0);
            calls.swap(0, fits);
            calls.truncate(1);
        }
    }

    /// The arguments of `call` in `text`, escaped quotation marks undone, for the World to fill kept values in.
    #[must_use]
    pub fn arguments(&self, call: &Call, text: &str) -> Vec<(Option<String>, String)> {
        let argument = |(index, name): (usize, Option<&str>)| {
            let captured = call.captures.get(index).map_or("", |(start, end)| &text[start..end]);
            (name.map(str::to_owned), unescaped(name, captured).into_owned())
        };
        self.regex(call.index).capture_names().enumerate().map(argument).collect()
    }

    /// The step definition at work. Polling it may panic.
    pub fn run<'w>(
        &self,
        call: &Call,
        world: &'w mut W,
        step: gherkin::Step,
        matches: Vec<(Option<String>, String)>,
    ) -> LocalBoxFuture<'w, ()> {
        (self.definition(call).run)(world, Context { step, matches })
    }

    /// What the definition captured, and where it stands.
    pub(super) fn matched(&self, call: Call) -> Match {
        let place = self.definition(&call).place;
        (call.captures, Some(place))
    }

    /// What the vocabulary says of the definition.
    pub(super) fn doc(&self, call: &Call) -> Option<&'static StepDoc> {
        self.definition(call).doc
    }

    /// All definitions.
    #[must_use]
    pub fn definitions(&self) -> &Definitions<W> {
        &self.definitions
    }

    fn definition(&self, call: &Call) -> &Definition<W> {
        &self.definitions.all[call.index]
    }

    fn regex(&self, index: usize) -> &Regex {
        self.regexes[index].get_or_init(|| Regex::clone(&self.definitions.all[index].regex))
    }
}
