use super::sieve::Sieve;
use crate::scenario::Scenario;
use crate::spelling::nearest;
use crate::steps::{StepDoc, vocabulary};
use cucumber::codegen::{LazyRegex, StepConstructor, WorldInventory, inventory};
use cucumber::gherkin;
use cucumber::step::{Context, Step as StepFn};
use regex::{CaptureLocations, Regex};
use std::sync::LazyLock;
use tokio::runtime::Runtime;

struct Definition {
    sieve: Sieve,
    /// Compiled when a text comes through the sieve: a start does not pay for what nobody says.
    regex: LazyLock<Regex, LazyRegex>,
    run: StepFn<Scenario>,
    doc: Option<&'static StepDoc>,
}

/// All definitions, whichever keyword they were written for.
pub struct Matcher {
    definitions: Vec<Definition>,
}

/// What a step's text means.
pub enum Found<'a> {
    /// This.
    One(Call<'a>),
    /// Nothing that anybody defined.
    Nothing,
    /// More than one thing: the sentences.
    Many(Vec<String>),
}

/// A definition that matches, with its arguments.
pub struct Call<'a> {
    definition: &'a Definition,
    captures: CaptureLocations,
    text: &'a str,
}

impl Matcher {
    /// The definitions that are compiled into this program, read once.
    #[must_use]
    pub fn shared() -> &'static Self {
        static SHARED: LazyLock<Matcher> = LazyLock::new(Matcher::new);
        &SHARED
    }

    /// Reads the definitions that are compiled into this program.
    #[must_use]
    pub fn new() -> Self {
        let mut definitions = Vec::new();
        collect::<<Scenario as WorldInventory>::Given>(&mut definitions);
        collect::<<Scenario as WorldInventory>::When>(&mut definitions);
        collect::<<Scenario as WorldInventory>::Then>(&mut definitions);
        Self { definitions }
    }

    /// What `text` means.
    #[must_use]
    pub fn find<'a>(&'a self, text: &'a str) -> Found<'a> {
        let mut calls: Vec<Call<'a>> = Vec::new();
        for definition in self.definitions.iter().filter(|definition| definition.sieve.lets_through(text)) {
            let mut captures = definition.regex.capture_locations();
            if definition.regex.captures_read(&mut captures, text).is_some() {
                calls.push(Call { definition, captures, text });
            }
        }
        match calls.len() {
            0 => Found::Nothing,
            1 => calls.pop().map_or(Found::Nothing, Found::One),
            _ => {
                // The inventories have no order of their own.
                let mut sentences: Vec<_> = calls.iter().map(Call::sentence).collect();
                sentences.sort();
                Found::Many(sentences)
            }
        }
    }

    /// The sentences that are nearest to a text that nobody defined, the best first.
    #[must_use]
    pub fn nearest(text: &str) -> Vec<String> {
        // No sentence is longer, and the comparison grows with the square.
        let text: String = text.chars().take(300).collect();
        let said = skeleton(&text);
        let mut ranked: Vec<_> = vocabulary()
            .iter()
            .map(|step| (similar::TextDiff::from_chars(skeleton(&step.expression).as_str(), said.as_str()).ratio(), &step.expression))
            .filter(|(ratio, _)| *ratio > 0.65)
            .collect();
        ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
        let mut sentences: Vec<String> = ranked.into_iter().take(3).map(|(_, sentence)| sentence.clone()).collect();
        if sentences.is_empty() {
            sentences.extend(nearest(&text, vocabulary().iter().map(|step| step.expression.as_str())).map(str::to_owned));
        }
        sentences
    }
}

impl Default for Matcher {
    fn default() -> Self {
        Self::new()
    }
}

impl Call<'_> {
    fn sentence(&self) -> String {
        self.definition.doc.map_or_else(|| self.definition.regex.as_str().to_owned(), |doc| doc.expression.clone())
    }

    /// The arguments as they stand, for the World to fill kept values in.
    #[must_use]
    pub fn arguments(&self) -> Vec<(Option<String>, String)> {
        let names = self.definition.regex.capture_names();
        names
            .enumerate()
            .map(|(group, name)| {
                (name.map(str::to_owned), self.captures.get(group).map_or("", |(start, end)| &self.text[start..end]).to_owned())
            })
            .collect()
    }

    /// Runs the definition. It may panic.
    pub fn run(&self, world: &mut Scenario, runtime: &Runtime, keyword: &str, matches: Vec<(Option<String>, String)>) {
        let step = gherkin::Step {
            keyword: keyword.to_owned(),
            ty: gherkin::StepType::Given,
            value: self.text.to_owned(),
            docstring: None,
            table: None,
            span: gherkin::Span { start: 0, end: 0 },
            position: gherkin::LineCol { line: 0, col: 0 },
        };
        runtime.block_on((self.definition.run)(world, Context { step, matches }));
    }
}

fn collect<T: inventory::Collect + StepConstructor<Scenario>>(into: &mut Vec<Definition>) {
    for constructor in inventory::iter::<T> {
        let (place, regex, run) = constructor.inner();
        let file = place.path.rsplit(['/', '\\']).next().unwrap_or_default();
        let doc = vocabulary().iter().find(|doc| file.strip_suffix(".rs") == Some(doc.group) && doc.line == place.line);
        let sieve = doc.map(|doc| Sieve::of(&doc.expression)).unwrap_or_default();
        into.push(Definition { sieve, regex: LazyLock::new(regex), run, doc });
    }
}

/// A sentence without what stands in it for an argument.
fn skeleton(sentence: &str) -> String {
    let mut out = String::new();
    let mut quoted = false;
    for c in sentence.replace("{string}", "\"\"").chars() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_sentence_names_the_nearest_ones() {
        assert_eq!(Matcher::nearest("the agent close the ticket").first().map(String::as_str), Some("the agent closes the ticket"));
        assert_eq!(
            Matcher::nearest("the action is stoped with \"no\"").first().map(String::as_str),
            Some("the action is stopped with {string}")
        );
    }
}
