//! What to write in the place of a step that nobody defined.

use crate::spelling::nearest;
use regex::Regex;
use similar::TextDiff;
use std::sync::LazyLock;

/// No sentence is longer, and a comparison grows with the square.
const LONGEST: usize = 300;
/// How alike a sentence must be to be named.
const ALIKE: f32 = 0.65;

/// The sentences that are nearest to a text, the best first; at most three.
pub(super) fn nearest_sentences(text: &str, sentences: &[String]) -> Vec<String> {
    let text: String = text.chars().take(LONGEST).collect();
    let said = skeleton(&text);
    let mut ranked: Vec<_> = sentences
        .iter()
        .map(|sentence| (sentence, skeleton(sentence)))
        .map(|(sentence, skeleton)| {
            (lacks_words(&said, &skeleton), TextDiff::from_chars(skeleton.as_str(), said.as_str()).ratio(), sentence)
        })
        .filter(|(_, ratio, _)| *ratio > ALIKE)
        .collect();
    ranked.sort_by(|one, other| other.0.cmp(&one.0).then(other.1.total_cmp(&one.1)));
    let mut near: Vec<String> = ranked.into_iter().take(3).map(|(_, _, sentence)| sentence.clone()).collect();
    if near.is_empty() {
        near.extend(nearest(&text, sentences.iter().map(String::as_str)).map(str::to_owned));
    }
    near
}

/// The sentence `expression` with the values of `text` in the places of its parameters, in their order; `None` if it takes fewer or more.
pub(super) fn ready(expression: &str, text: &str) -> Option<String> {
    let mut said = Values::of(text);
    let mut out = String::new();
    let mut rest = expression;
    while let Some((before, after)) = rest.split_once('{') {
        let (parameter, behind) = after.split_once('}')?;
        out.push_str(&plain(before));
        out.push_str(said.take(parameter)?);
        rest = behind;
    }
    out.push_str(&plain(rest));
    said.is_empty().then_some(out)
}

/// Optional text is said, and of alternatives the first.
fn plain(literal: &str) -> String {
    static OPTIONAL: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\(([^()]*)\)").expect("a pattern"));
    let literal = OPTIONAL.replace_all(literal, "$1");
    literal.split(' ').map(|word| word.split('/').next().unwrap_or_default()).collect::<Vec<_>>().join(" ")
}

/// A step definition in Rust for a text that has none.
pub(super) fn snippet(attribute: &str, text: &str, table: bool) -> String {
    static VALUE: LazyLock<Regex> = LazyLock::new(|| Regex::new(VALUES).expect("a pattern"));
    let mut parameters = Vec::new();
    let expression = VALUE.replace_all(text, |found: &regex::Captures<'_>| {
        let kind = match &found[0] {
            quoted if quoted.starts_with(['"', '\'']) => ("{string}", "string", "String"),
            number if number.contains('.') => ("{float}", "float", "f64"),
            _ => ("{int}", "int", "i64"),
        };
        parameters.push(kind);
        kind.0
    });
    let arguments: String = parameters
        .iter()
        .enumerate()
        .map(|(index, (_, name, kind))| {
            let earlier = parameters[..index].iter().filter(|(_, other, _)| other == name).count();
            if earlier == 0 { format!(", {name}: {kind}") } else { format!(", {name}{}: {kind}", earlier + 1) }
        })
        .collect();
    let step = if table { ", step: &Step" } else { "" };
    let expression = expression.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "#[{attribute}(expr = \"{expression}\")]\nfn {}(world: &mut World{arguments}{step}) {{\n    deskspec::run::pending(\"write this step\")\n}}",
        name(text)
    )
}

/// A quoted text, or a number.
const VALUES: &str = r#""[^"]*"|'[^']*'|-?\b\d+(?:\.\d+)?\b"#;

fn name(text: &str) -> String {
    static VALUE: LazyLock<Regex> = LazyLock::new(|| Regex::new(VALUES).expect("a pattern"));
    let words = VALUE.replace_all(text, " ").to_lowercase();
    let words: Vec<String> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let name = words.join("_");
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) { format!("step_{name}") } else { name }
}

/// The values of a text, the last one first.
struct Values<'a>(Vec<&'a str>);

impl<'a> Values<'a> {
    fn of(text: &'a str) -> Self {
        static VALUE: LazyLock<Regex> = LazyLock::new(|| {
            let duration = r"\b\d+(?:\.\d+)? (?:milliseconds?|seconds?|minutes?|hours?|days?)\b";
            Regex::new(&format!("{duration}|{VALUES}")).expect("a pattern")
        });
        let mut values: Vec<_> = VALUE.find_iter(text).map(|found| found.as_str()).collect();
        values.reverse();
        Self(values)
    }

    /// The next value, if the parameter takes it.
    fn take(&mut self, parameter: &str) -> Option<&'a str> {
        let next = self.0.pop()?;
        let (quoted, worded) = (next.starts_with(['"', '\'']), next.contains(' '));
        let fits = match parameter {
            "string" => quoted,
            "duration" => !quoted && worded,
            _ => !quoted && !worded,
        };
        fits.then_some(next)
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether all that is said stands in the sentence, in its order: who left words out means it more likely than one with other words.
fn lacks_words(said: &str, sentence: &str) -> bool {
    let mut words = sentence.split_whitespace();
    said.split_whitespace().all(|word| words.any(|other| other == word))
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
    use crate::steps::vocabulary;

    #[test]
    fn an_unknown_sentence_names_the_nearest_ones() {
        let sentences: Vec<_> = vocabulary().iter().map(|step| step.expression.clone()).collect();
        let first = |text| nearest_sentences(text, &sentences).first().cloned();
        assert_eq!(first("the agent close the ticket").as_deref(), Some("the agent closes the ticket"));
        assert_eq!(first("the action is stoped with \"no\"").as_deref(), Some("the action is stopped with {string}"));
        assert_eq!(first("the agent clicks \"#save\" in \"vip\"").as_deref(), Some("the agent clicks {string} in the extension {string}"));
    }

    #[test]
    fn a_ready_sentence_keeps_what_was_said() {
        let table = [
            ("the action is stopped with {string}", "the action is stoped with \"no\"", Some("the action is stopped with \"no\"")),
            ("the ticket has {int} comment(s)", "ticket has 2 comment", Some("the ticket has 2 comments")),
            ("{duration} pass(es)", "5 seconds go by", Some("5 seconds passes")),
            ("{duration} pass(es)", "5 go by", None),
            ("the dog/cat {string} sleeps", "the dok 'a/b (c)' sleeps", Some("the dog 'a/b (c)' sleeps")),
            ("the ticket {string} as in {string}", "the ticket status is \"Closed\"", None),
            ("the ticket has no comment", "the ticket has no comments 7", None),
        ];
        for (expression, text, sentence) in table {
            assert_eq!(ready(expression, text).as_deref(), sentence, "{text}");
        }
    }

    #[test]
    fn a_snippet_is_a_definition() {
        assert_eq!(
            snippet("given", "the roof of \"A\" and \"B\" is 3 m high", true),
            "#[given(expr = \"the roof of {string} and {string} is {int} m high\")]\n\
             fn the_roof_of_and_is_m_high(world: &mut World, string: String, string2: String, int: i64, step: &Step) {\n    \
             deskspec::run::pending(\"write this step\")\n}"
        );
        assert!(snippet("when", "3 \\ \"", false).starts_with("#[when(expr = \"{int} \\\\ \\\"\")]\nfn step_(world"));
    }
}
