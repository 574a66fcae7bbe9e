//! Which keyword a line was meant to begin with.

use super::dialect::{Dialect, TitleKeyword};
use super::grammar::Kind;
use crate::spelling::{nearest_within, slips};

/// Words that a sentence begins with more often than a misspelt keyword is written.
const PROSE: [&str; 44] = [
    "the", "them", "they", "there", "these", "than", "thin", "an", "any", "all", "add", "adds", "end", "ends", "ant", "hand", "land",
    "sand", "band", "are", "as", "at", "by", "bus", "buy", "bug", "bit", "put", "out", "cut", "us", "hen", "who", "why", "whom", "give",
    "gives", "even", "seven", "where", "what", "whether", "while", "being",
];

/// The header keyword that the line begins with, colon included.
pub(super) fn title(text: &str, dialect: &Dialect) -> Option<TitleKeyword> {
    let found = dialect.titles().iter().find(|keyword| text.strip_prefix(keyword.text).is_some_and(|rest| rest.starts_with(':')));
    found.copied()
}

/// The step keyword that the line begins with; `*` is none, since it begins the lines of lists too.
pub(super) fn step(text: &str, dialect: &Dialect) -> Option<&'static str> {
    let found = dialect.steps().iter().find(|keyword| keyword.text != "* " && text.starts_with(keyword.text));
    found.map(|keyword| keyword.text.trim_end())
}

/// The header keyword that a misspelt one was meant to be (`Scenaro: x`, `scenario: x`, `Scenario : x`, a lone `Examples`).
pub(super) fn meant_title(text: &str, dialect: &Dialect) -> Option<TitleKeyword> {
    let text = text.trim_end();
    let Some((head, _)) = text.split_once(':') else {
        let lone = |keyword: &&TitleKeyword| text == keyword.text || (keyword.outline && is_word_of(text, keyword.text));
        return dialect.titles().iter().find(lone).copied();
    };
    let head = head.trim_end();
    let plural = |keyword: &TitleKeyword| head.strip_suffix('s') == Some(keyword.text);
    let most = |keyword: &TitleKeyword| if keyword.text.chars().count() >= 7 { 2 } else { 1 };
    let count = |keyword: &TitleKeyword| slips(head, keyword.text, most(keyword));
    let candidates = dialect.titles().iter().filter(|keyword| !plural(keyword));
    candidates.filter_map(|keyword| count(keyword).map(|count| (count, keyword))).min_by_key(|(count, _)| *count).map(|(_, found)| *found)
}

fn is_word_of(text: &str, keyword: &str) -> bool {
    text.strip_prefix(keyword).is_some_and(|rest| rest.starts_with(' '))
}

/// The step keyword that the line's first word was meant to be (`Whn x`, `given x`, `Given: x`), where nothing but a step, a
/// header, a table or a comment could stand there.
pub(super) fn meant_step(text: &str, dialect: &Dialect) -> Option<&'static str> {
    let word = first_word(text)?;
    let most = if word.chars().count() >= 5 { 2 } else { 1 };
    nearest_within(word, step_words(dialect), most)
}

/// The same, where a sentence could stand there as well. The `first` line of a description is less likely to go on with a
/// sentence that began in the line above it.
pub(super) fn meant_step_in_prose(text: &str, dialect: &Dialect, first: bool) -> Option<&'static str> {
    let word = first_word(text)?;
    if PROSE.contains(&word.to_lowercase().as_str()) {
        return None;
    }
    let found = nearest_within(word, step_words(dialect), 1)?;
    let same_letters = slips(word, found, 0).is_some();
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let long_enough = dialect.code.starts_with("en") || found.chars().count() >= 5;
    (word == found || (same_letters && first) || (!same_letters && long_enough && (capital || first))).then_some(found)
}

fn first_word(text: &str) -> Option<&str> {
    text.split_whitespace().next().map(|word| word.trim_end_matches(':')).filter(|word| !word.is_empty())
}

fn step_words(dialect: &Dialect) -> impl Iterator<Item = &'static str> {
    dialect.steps().iter().map(|keyword| keyword.text.trim_end()).filter(|word| *word != "*" && !word.contains(' '))
}

/// How an author would write the keyword.
pub(super) fn written(keyword: &TitleKeyword) -> String {
    format!("{}:", keyword.text)
}

/// What to do about a header that is written correctly, but in a place where it cannot be.
pub(super) fn misplaced(kind: Kind) -> &'static str {
    match kind {
        Kind::FeatureLine => "a file has one feature: move this one to a file of its own",
        Kind::BackgroundLine => "move the background above the first scenario; a feature and a rule have one each",
        Kind::ExamplesLine => "move the examples below the steps of a scenario",
        Kind::RuleLine => "move the rule above the tags, or delete the tags",
        _ => "move the scenario below the feature's name",
    }
}
