//! What the parser expects in each place follows from the official grammar.
//!
//! The grammar of the official `gherkin.berp` is regular. Here it stands as an expression over kinds of lines, and what may follow after
//! some lines is what its derivative by them begins with: a second opinion on every state of the parser's own table, errors' texts and
//! their order included.

use deskspec::gherkin::parse;
use proptest::prelude::*;
use std::collections::VecDeque;
use std::collections::btree_map::{BTreeMap, Entry};
use std::rc::Rc;

/// Kinds of lines. Tags are of four kinds, since what follows them says whose they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Language,
    FeatureTags,
    ScenarioTags,
    ExamplesTags,
    RuleTags,
    Feature,
    Rule,
    Background,
    Scenario,
    Examples,
    Step,
    Separator,
    Row,
    Comment,
    Empty,
    Other,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Language => "#Language",
            Kind::FeatureTags | Kind::ScenarioTags | Kind::ExamplesTags | Kind::RuleTags => "#TagLine",
            Kind::Feature => "#FeatureLine",
            Kind::Rule => "#RuleLine",
            Kind::Background => "#BackgroundLine",
            Kind::Scenario => "#ScenarioLine",
            Kind::Examples => "#ExamplesLine",
            Kind::Step => "#StepLine",
            Kind::Separator => "#DocStringSeparator",
            Kind::Row => "#TableRow",
            Kind::Comment => "#Comment",
            Kind::Empty => "#Empty",
            Kind::Other => "#Other",
        }
    }
}

/// A line of each kind, and what it can be where that is expected.
const LINES: [(&str, &[&str]); 13] = [
    ("# language: en", &["#Language", "#Comment"]),
    ("@t", &["#TagLine"]),
    ("Feature: f", &["#FeatureLine"]),
    ("Rule: r", &["#RuleLine"]),
    ("Background:", &["#BackgroundLine"]),
    ("Scenario: s", &["#ScenarioLine"]),
    ("Examples:", &["#ExamplesLine"]),
    ("Given x", &["#StepLine"]),
    ("\"\"\"", &["#DocStringSeparator"]),
    ("| a |", &["#TableRow"]),
    ("# c", &["#Comment"]),
    ("", &["#Empty"]),
    ("text", &[]),
];

/// A regular expression over kinds of lines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Rest {
    Never,
    Nothing,
    Line(&'static str, u8),
    Then(Rc<Rest>, Rc<Rest>),
    Either(Rc<Rest>, Rc<Rest>),
    Many(Rc<Rest>),
}

fn line(kind: Kind) -> Rest {
    Rest::Line(kind.name(), kind as u8)
}

fn then(first: Rest, second: Rest) -> Rest {
    match (first, second) {
        (Rest::Never, _) | (_, Rest::Never) => Rest::Never,
        (Rest::Nothing, other) | (other, Rest::Nothing) => other,
        (first, second) => Rest::Then(Rc::new(first), Rc::new(second)),
    }
}

fn either(one: Rest, other: Rest) -> Rest {
    match (one, other) {
        (Rest::Never, only) | (only, Rest::Never) => only,
        (one, other) if one == other => one,
        (one, other) => Rest::Either(Rc::new(one), Rc::new(other)),
    }
}

fn many(of: Rest) -> Rest {
    Rest::Many(Rc::new(of))
}

fn maybe(of: Rest) -> Rest {
    either(of, Rest::Nothing)
}

fn all<const N: usize>(parts: [Rest; N]) -> Rest {
    parts.into_iter().rev().fold(Rest::Nothing, |rest, part| then(part, rest))
}

impl Rest {
    fn nullable(&self) -> bool {
        match self {
            Rest::Never | Rest::Line(..) => false,
            Rest::Nothing | Rest::Many(_) => true,
            Rest::Then(first, second) => first.nullable() && second.nullable(),
            Rest::Either(one, other) => one.nullable() || other.nullable(),
        }
    }

    /// The lines that it can begin with, in the grammar's order.
    fn first(&self, found: &mut Vec<(&'static str, u8)>) {
        match self {
            Rest::Never | Rest::Nothing => {}
            Rest::Line(name, kind) => {
                if !found.contains(&(*name, *kind)) {
                    found.push((name, *kind));
                }
            }
            Rest::Many(of) => of.first(found),
            Rest::Then(first, second) => {
                first.first(found);
                if first.nullable() {
                    second.first(found);
                }
            }
            Rest::Either(one, other) => {
                one.first(found);
                other.first(found);
            }
        }
    }

    /// What is left after a line.
    fn after(&self, line: u8) -> Rest {
        match self {
            Rest::Never | Rest::Nothing => Rest::Never,
            Rest::Line(_, kind) => {
                if *kind == line {
                    Rest::Nothing
                } else {
                    Rest::Never
                }
            }
            Rest::Many(of) => then(of.after(line), self.clone()),
            Rest::Then(first, second) => {
                let one = then(first.after(line), (**second).clone());
                if first.nullable() { either(one, second.after(line)) } else { one }
            }
            Rest::Either(one, other) => either(one.after(line), other.after(line)),
        }
    }

    /// The names of what may come next, as errors list them.
    fn expected(&self) -> Vec<&'static str> {
        let mut first = Vec::new();
        self.first(&mut first);
        let mut names: Vec<&str> = if self.nullable() { vec!["#EOF"] } else { Vec::new() };
        for (name, _) in first {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        // Comments and blank lines may stand wherever not every line is taken as it is, which comes last.
        if names.contains(&"#Other") {
            names.retain(|name| *name != "#Other");
            names.push("#Other");
        } else {
            names.extend(["#Comment", "#Empty"]);
        }
        names
    }

    fn allows(&self, kind: Kind) -> bool {
        let mut first = Vec::new();
        self.first(&mut first);
        first.contains(&(kind.name(), kind as u8))
    }
}

/// The official grammar, rule by rule.
fn grammar() -> Rest {
    use Kind::*;
    let tags = |kind| many(line(kind));
    let description = || {
        let text = || either(line(Other), line(Comment));
        then(many(line(Empty)), maybe(then(text(), many(text()))))
    };
    let table = || then(line(Row), many(line(Row)));
    let doc_string = || all([line(Separator), many(line(Other)), line(Separator)]);
    let argument = || either(then(table(), maybe(doc_string())), then(doc_string(), maybe(table())));
    let step = || then(line(Step), maybe(argument()));
    let examples = || all([tags(ExamplesTags), line(Examples), description(), maybe(table())]);
    let scenario = || all([tags(ScenarioTags), line(Scenario), description(), many(step()), many(examples())]);
    let background = || maybe(all([line(Background), description(), many(step())]));
    let rule = || all([tags(RuleTags), line(Rule), description(), background(), many(scenario())]);
    let feature = [maybe(line(Language)), tags(FeatureTags), line(Feature), description(), background(), many(scenario()), many(rule())];
    maybe(all(feature))
}

fn can_be(text: &str, name: &str) -> bool {
    LINES.iter().any(|(line, names)| *line == text && names.contains(&name))
}

/// Whether the next line that is no tag, comment or blank line is of this kind.
fn leads_to(rest: &[&str], name: &str) -> bool {
    let skipped = |line: &&&str| ["#TagLine", "#Comment", "#Empty"].iter().any(|skip| can_be(line, skip));
    rest.iter().find(|line| !skipped(line)).is_some_and(|line| can_be(line, name))
}

/// What a line of tags is, of what it may be.
fn whose_tags(state: &Rest, behind: &[&str]) -> Kind {
    let wanted = [(Kind::ExamplesTags, "#ExamplesLine"), (Kind::ScenarioTags, "#ScenarioLine")];
    let only: Vec<_> =
        [Kind::FeatureTags, Kind::RuleTags, Kind::ScenarioTags, Kind::ExamplesTags].into_iter().filter(|it| state.allows(*it)).collect();
    match only.as_slice() {
        [one] => *one,
        _ => wanted.into_iter().find(|(kind, name)| state.allows(*kind) && leads_to(behind, name)).map_or(Kind::RuleTags, |(kind, _)| kind),
    }
}

/// The errors that these lines must have, and the states that they lead through.
fn official(lines: &[&str]) -> (Vec<String>, Vec<Rest>) {
    const KINDS: [Kind; 11] = [
        Kind::Language,
        Kind::Feature,
        Kind::Rule,
        Kind::Background,
        Kind::Scenario,
        Kind::Examples,
        Kind::Step,
        Kind::Separator,
        Kind::Row,
        Kind::Comment,
        Kind::Empty,
    ];
    let mut state = grammar();
    let (mut errors, mut states) = (Vec::new(), vec![state.clone()]);
    for (index, text) in lines.iter().enumerate() {
        let expected = state.expected();
        let taken = expected.iter().filter(|name| **name != "#Other").find(|name| can_be(text, name));
        let kind = match taken {
            Some(&"#TagLine") => Some(whose_tags(&state, &lines[index + 1..])),
            Some(name) => KINDS.into_iter().find(|kind| kind.name() == *name),
            None if expected.contains(&"#Other") => Some(Kind::Other),
            None => {
                errors.push(format!("{}:1: expected: {}, got '{text}'", index + 1, expected.join(", ")));
                None
            }
        };
        // A comment or blank line that the grammar does not name changes nothing.
        if let Some(kind) = kind.filter(|kind| state.allows(*kind)) {
            state = state.after(kind as u8);
        }
        states.push(state.clone());
    }
    if !state.nullable() {
        errors.push(format!("{}:1: unexpected end of file, expected: {}", lines.len() + 1, state.expected().join(", ")));
    }
    (errors, states)
}

/// The errors that the parser gives.
fn ours(lines: &[&str]) -> Vec<String> {
    let text: String = lines.iter().flat_map(|line| [*line, "\n"]).collect();
    let errors = parse("a", &text).err().unwrap_or_default();
    errors.into_iter().map(|error| error.to_string().trim_start_matches("a:").to_owned()).collect()
}

/// Every state of the grammar, each with lines that lead there.
fn states() -> BTreeMap<Rest, Vec<&'static str>> {
    let mut found = BTreeMap::from([(grammar(), Vec::new())]);
    let mut open = VecDeque::from([Vec::new()]);
    while let Some(prefix) = open.pop_front() {
        let lone = LINES.iter().map(|(line, _)| vec![*line]);
        // Whose tags are shows in the line behind them.
        let tagged = LINES.iter().map(|(line, _)| vec!["@t", *line]);
        for more in lone.chain(tagged) {
            let lines: Vec<&str> = prefix.iter().copied().chain(more).collect();
            let (_, states) = official(&lines);
            for (length, state) in states.into_iter().enumerate() {
                if let Entry::Vacant(entry) = found.entry(state) {
                    entry.insert(lines[..length].to_vec());
                    open.push_back(lines.clone());
                }
            }
        }
    }
    found
}

#[test]
fn each_state_expects_what_the_grammar_says() {
    let states = states();
    // The official parsers number 54 places where lines are read; those from which everything goes on in one way are one here.
    assert_eq!(states.len(), 39);
    for prefix in states.values() {
        for (one, _) in LINES {
            for (other, _) in LINES {
                let lines: Vec<&str> = prefix.iter().copied().chain([one, other]).collect();
                assert_eq!(ours(&lines), official(&lines).0, "{lines:#?}");
                assert_eq!(ours(&lines[..=prefix.len()]), official(&lines[..=prefix.len()]).0, "{:#?}", &lines[..=prefix.len()]);
            }
        }
    }
}

proptest! {
    #[test]
    fn any_order_of_lines_has_the_errors_that_the_grammar_says(lines in prop::collection::vec(prop::sample::select(LINES.map(|(line, _)| line).to_vec()), 0..60)) {
        prop_assert_eq!(ours(&lines), official(&lines).0);
    }
}
