//! The keywords of the languages.

use super::grammar::Kind;
use super::step::KeywordKind;
use serde::Deserialize;
use std::sync::OnceLock;

/// One language a line, so that a file pays only for the language that it uses.
static LANGUAGES: &str = include_str!("languages.jsonl");

/// The keywords of a language.
#[derive(Debug)]
pub(super) struct Dialect {
    pub(super) code: &'static str,
    /// Its English name.
    pub(super) name: &'static str,
    titles: Vec<TitleKeyword>,
    /// The longest first.
    steps: Vec<StepKeyword>,
}

/// A keyword that a colon follows.
#[derive(Debug, Clone, Copy)]
pub(super) struct TitleKeyword {
    pub(super) kind: Kind,
    pub(super) outline: bool,
    pub(super) text: &'static str,
}

/// A keyword of steps.
#[derive(Debug, Clone, Copy)]
pub(super) struct StepKeyword {
    pub(super) kind: KeywordKind,
    /// With the space that ends it, where the language has one.
    pub(super) text: &'static str,
}

#[derive(Deserialize)]
struct Entry {
    code: &'static str,
    name: &'static str,
    feature: Vec<&'static str>,
    rule: Vec<&'static str>,
    background: Vec<&'static str>,
    scenario: Vec<&'static str>,
    outline: Vec<&'static str>,
    examples: Vec<&'static str>,
    given: Vec<&'static str>,
    when: Vec<&'static str>,
    then: Vec<&'static str>,
    and: Vec<&'static str>,
    but: Vec<&'static str>,
}

struct Slot {
    code: &'static str,
    line: &'static str,
    dialect: OnceLock<Option<Dialect>>,
}

impl Dialect {
    /// English, in which every file begins.
    pub(super) fn english() -> &'static Dialect {
        Self::find("en").expect("the table of languages holds English")
    }

    /// The language with this code, as `# language:` names it.
    pub(super) fn find(code: &str) -> Option<&'static Dialect> {
        slots().iter().find(|slot| slot.code == code).and_then(load)
    }

    /// All languages, in the order of their codes.
    pub(super) fn all() -> impl Iterator<Item = &'static Dialect> {
        slots().iter().filter_map(load)
    }

    /// Keywords of lines that end in a colon.
    pub(super) fn titles(&self) -> &[TitleKeyword] {
        &self.titles
    }

    /// Keywords of steps, the longest first.
    pub(super) fn steps(&self) -> &[StepKeyword] {
        &self.steps
    }
}

fn slots() -> &'static [Slot] {
    static SLOTS: OnceLock<Vec<Slot>> = OnceLock::new();
    SLOTS.get_or_init(|| LANGUAGES.lines().map(|line| Slot { code: code_of(line), line, dialect: OnceLock::new() }).collect())
}

fn code_of(line: &'static str) -> &'static str {
    line.split('"').nth(3).unwrap_or_default()
}

fn load(slot: &'static Slot) -> Option<&'static Dialect> {
    slot.dialect.get_or_init(|| serde_json::from_str::<Entry>(slot.line).ok().map(Dialect::from)).as_ref()
}

impl From<Entry> for Dialect {
    fn from(entry: Entry) -> Self {
        let titles = [
            (Kind::FeatureLine, false, entry.feature),
            (Kind::RuleLine, false, entry.rule),
            (Kind::BackgroundLine, false, entry.background),
            (Kind::ScenarioLine, false, entry.scenario),
            (Kind::ScenarioLine, true, entry.outline),
            (Kind::ExamplesLine, false, entry.examples),
        ];
        let titles =
            titles.into_iter().flat_map(|(kind, outline, words)| words.into_iter().map(move |text| TitleKeyword { kind, outline, text }));
        let given = entry.given.into_iter().map(|text| StepKeyword { kind: KeywordKind::Context, text });
        let when = entry.when.into_iter().map(|text| StepKeyword { kind: KeywordKind::Action, text });
        let then = entry.then.into_iter().map(|text| StepKeyword { kind: KeywordKind::Outcome, text });
        let other = entry.and.into_iter().chain(entry.but).map(|text| StepKeyword { kind: KeywordKind::Conjunction, text });
        let mut steps: Vec<StepKeyword> = Vec::new();
        for keyword in given.chain(when).chain(then).chain(other) {
            match steps.iter_mut().find(|known| known.text == keyword.text) {
                // A word that stands in two lists says nothing of the step.
                Some(known) => known.kind = KeywordKind::Unknown,
                None => steps.push(keyword),
            }
        }
        steps.sort_by_key(|keyword| std::cmp::Reverse(keyword.text.chars().count()));
        Dialect { code: entry.code, name: entry.name, titles: titles.collect(), steps }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_language() {
        assert_eq!(Dialect::all().count(), LANGUAGES.lines().count());
        assert!(Dialect::all().all(|dialect| !dialect.name.is_empty() && Dialect::find(dialect.code).is_some()));
        let codes: Vec<_> = Dialect::all().map(|dialect| dialect.code).collect();
        assert!(codes.is_sorted() && codes.len() >= 80, "{codes:?}");
    }

    #[test]
    fn a_word_with_two_meanings_has_no_kind() {
        let star = Dialect::english().steps().iter().find(|keyword| keyword.text == "* ");
        assert_eq!(star.map(|keyword| keyword.kind), Some(KeywordKind::Unknown));
    }
}
