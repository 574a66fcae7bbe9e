//! The way through the grammar: line by line, once.

use super::builder::Builder;
use super::document::Document;
use super::error::ParseError;
use super::grammar::{Arguments, Kind, Owner, State};
use super::help;
use super::inspect::MOST_WARNINGS;
use super::line::{Line, Lines};
use super::markdown::Markdown;
use super::matched::{Fault, Matched, Matcher};
use super::matcher::Classic;
use super::swallowed;
use super::transition::{after_row, after_separator, described, owner_of};

/// A file that is no Gherkin at all is not reported line by line to its end.
const MOST_ERRORS: usize = 100;

/// Reads a feature file. A `uri` that ends in `.md` is read as Gherkin in Markdown.
///
/// # Errors
///
/// All errors of the file, in the order of its lines; of a file with more than a hundred, the first hundred.
pub fn parse(uri: &str, text: &str) -> Result<Document, Vec<ParseError>> {
    parse_from(uri, text, 0)
}

/// As [`parse`], but the first node's id is `first_id`: with the [`next_id`](Document::next_id) of the file before, ids are unique over
/// many files.
///
/// # Errors
///
/// As [`parse`].
pub fn parse_from(uri: &str, text: &str, first_id: u32) -> Result<Document, Vec<ParseError>> {
    if uri.ends_with(".md") {
        Parser::new(uri, text, Markdown::new(), first_id).run()
    } else {
        Parser::new(uri, text, Classic::new(), first_id).run()
    }
}

struct Parser<'t, M> {
    uri: &'t str,
    lines: Lines<'t>,
    matcher: M,
    builder: Builder,
    errors: Vec<ParseError>,
}

impl<'t, M: Matcher<'t>> Parser<'t, M> {
    fn new(uri: &'t str, text: &'t str, matcher: M, first_id: u32) -> Self {
        Parser { uri, lines: Lines::new(text), matcher, builder: Builder::new(first_id), errors: Vec::new() }
    }

    fn run(mut self) -> Result<Document, Vec<ParseError>> {
        let mut state = State::Start;
        loop {
            let line = self.lines.next();
            state = self.step(state, &line);
            self.report_tables();
            if line.end || self.errors.len() >= MOST_ERRORS {
                break;
            }
        }
        if self.errors.is_empty() {
            return Ok(self.builder.finish(self.uri));
        }
        self.errors.sort_by_key(|error| (error.line, error.column));
        Err(self.errors)
    }

    fn step(&mut self, state: State, line: &Line<'t>) -> State {
        for kind in state.expected() {
            if let Some(matched) = self.matches(*kind, line) {
                return self.accept(state, *kind, matched, line);
            }
        }
        let names: Vec<_> = state.expected().iter().map(|kind| kind.name()).collect();
        let expected = names.join(", ");
        let help = help::unexpected(state, line, self.matcher.dialect(), &self.builder);
        if line.end {
            self.error(line.number, 0, format!("unexpected end of file, expected: {expected}"), help);
        } else {
            let got = line.trimmed.trim_end();
            self.error(line.number, line.indent + 1, format!("expected: {expected}, got '{got}'"), help);
        }
        state
    }

    fn matches(&mut self, kind: Kind, line: &Line<'t>) -> Option<Matched<'t>> {
        self.matcher.matches(kind, line).unwrap_or_else(|Fault { column, message, help }| {
            self.error(line.number, column, message, help);
            None
        })
    }

    fn error(&mut self, line: u32, column: u32, message: String, help: Option<String>) {
        let error = ParseError { uri: self.uri.to_owned(), line, column, message, help };
        // A line that is tried as two things, or looked at ahead of its turn, fails more than once.
        if !self.errors.contains(&error) {
            self.errors.push(error);
        }
    }

    fn report_tables(&mut self) {
        for uneven in std::mem::take(&mut self.builder.uneven) {
            let message = "inconsistent cell count within the table".to_owned();
            self.error(uneven.location.line, uneven.location.column, message, Some(help::uneven(&uneven)));
        }
    }

    /// Puts a line that fits into the document, and says what may come next.
    fn accept(&mut self, state: State, kind: Kind, matched: Matched<'t>, line: &Line<'t>) -> State {
        match matched {
            Matched::Eof => {
                self.builder.end_rule();
                State::End
            }
            Matched::Empty => {
                if let Some(prose) = self.matcher.in_place_of_keyword(line).filter(|_| self.builder.swallowed.len() < MOST_WARNINGS) {
                    self.builder.swallowed.extend(swallowed::suspect_prose(self.uri, line, prose, state, self.matcher.dialect()));
                }
                state
            }
            Matched::Comment(text) => {
                self.builder.comment(line, text);
                described(state)
            }
            Matched::Language => State::Language,
            Matched::Tags(tags) => {
                let state = self.before_tags(state);
                self.builder.tags(tags);
                state
            }
            Matched::Title(title) => {
                self.builder.end_header();
                match kind {
                    Kind::FeatureLine => self.builder.feature(line, &title, self.matcher.dialect()),
                    Kind::RuleLine => self.builder.rule(line, &title),
                    Kind::BackgroundLine => self.builder.background(line, &title),
                    Kind::ExamplesLine => self.builder.examples(line, &title),
                    _ => self.builder.scenario(line, &title),
                }
                State::Header(owner_of(kind))
            }
            Matched::Step(step) => {
                self.builder.step(line, &step);
                State::Step(if self.builder.in_scenario() { Owner::Scenario } else { Owner::Background }, Arguments::None)
            }
            Matched::Row(cells) => {
                self.builder.row(line, cells);
                after_row(state)
            }
            Matched::Separator(separator) => after_separator(state, || self.builder.open_doc_string(line, &separator)),
            Matched::Other(text) => self.other(state, line, &text),
        }
    }

    fn other(&mut self, state: State, line: &Line<'t>, text: &str) -> State {
        if matches!(state, State::Step(..)) {
            self.builder.doc_string_line(line, text);
            return state;
        }
        if let State::Header(owner) | State::Description(owner) = state
            && self.builder.swallowed.len() < MOST_WARNINGS
        {
            let first = matches!(state, State::Header(_));
            self.builder.swallowed.extend(swallowed::suspect(self.uri, line, owner, first, self.matcher.dialect()));
        }
        self.builder.describe(text);
        described(state)
    }

    /// Tags end what they stand below; whose they are shows in what follows them.
    fn before_tags(&mut self, state: State) -> State {
        if matches!(state, State::Start | State::Language) {
            return State::Tags(Owner::Feature);
        }
        if matches!(state, State::Tags(_)) {
            return state;
        }
        if state.takes_examples() && self.leads_to(Kind::ExamplesLine) {
            self.builder.end_examples();
            return State::Tags(Owner::Examples);
        }
        if self.leads_to(Kind::ScenarioLine) {
            self.builder.end_scenario();
            return State::Tags(Owner::Scenario);
        }
        self.builder.end_rule();
        State::Tags(Owner::Rule)
    }

    /// Whether the next line that is no tag, comment or blank line is of this kind.
    fn leads_to(&mut self, kind: Kind) -> bool {
        let mut ahead = self.lines;
        loop {
            let line = ahead.next();
            if self.matches(kind, &line).is_some() {
                return true;
            }
            let skipped = [Kind::Empty, Kind::Comment, Kind::TagLine].into_iter().any(|skip| self.matches(skip, &line).is_some());
            if line.end || !skipped {
                return false;
            }
        }
    }
}
