//! The steps that wait for somebody: undefined, ambiguous and pending ones, each sentence once.

use super::counts::sign;
use super::excerpt::place;
use super::picture::{help, paragraph};
use super::reason::{step_of, waiting, word};
use super::section::Section;
use super::shared::Mark;
use super::style::{Ink, Style};
use super::text::{clean, count, cut, hang, one_line};
use crate::record::{Failure, ScenarioRecord, Status};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

/// How many sentences are listed.
const SENTENCES: usize = 1000;
/// How many places of one sentence are named.
const PLACES: usize = 5;
/// How many lines a title may fill.
const LINES: usize = 8;
/// No snippet has more lines, and no line of it more columns.
const SNIPPET: (usize, usize) = (60, 1000);

/// Every sentence that waits, with its places.
#[derive(Default)]
pub(super) struct Waiting {
    groups: Vec<Group>,
    /// Where each sentence stands among the groups; those beyond [`SENTENCES`] are only counted.
    known: BTreeMap<Mark, Option<usize>>,
    statuses: BTreeSet<Status>,
    /// The file whose scenarios are being noted, and the places in it, so that a Background's step counts once.
    file: Arc<str>,
    here: BTreeSet<(usize, String)>,
}

struct Group {
    status: Status,
    head: String,
    failure: Failure,
    places: Vec<String>,
    more: usize,
}

impl Waiting {
    /// Takes the next scenario.
    pub(super) fn note(&mut self, scenario: &ScenarioRecord, failures: &[Failure]) {
        for failure in failures {
            if let Some(status) = waiting(scenario, failure) {
                self.note_step(scenario, failure, status);
            }
        }
    }

    fn note_step(&mut self, scenario: &ScenarioRecord, failure: &Failure, status: Status) {
        let sentence = step_of(scenario, failure).map_or("", |(sentence, _)| sentence);
        let head = if failure.title.contains(sentence) { failure.title.clone() } else { format!("`{sentence}`: {}", failure.title) };
        let mark = Mark::of(&(status, &head, &failure.details, &failure.help, &failure.snippet));
        let group = *self.known.entry(mark).or_insert_with(|| (self.groups.len() < SENTENCES).then_some(self.groups.len()));
        self.statuses.insert(status);
        let Some(index) = group else { return };
        if index == self.groups.len() {
            let failure = Failure { labels: Vec::new(), picture: None, ..failure.clone() };
            self.groups.push(Group { status, head, failure, places: Vec::new(), more: 0 });
        }
        if self.file != scenario.uri {
            self.file.clone_from(&scenario.uri);
            self.here.clear();
        }
        let at = failure.labels.first().map_or_else(|| clean(&scenario.place()), |label| place(&label.file, label.line, label.column));
        if self.here.insert((index, at.clone())) {
            let group = &mut self.groups[index];
            if group.places.len() < PLACES { group.places.push(at) } else { group.more += 1 }
        }
    }

    /// `undefined and pending steps`
    pub(super) fn title(&self) -> String {
        let kinds = [Status::Undefined, Status::Ambiguous, Status::Pending];
        let words: Vec<_> = kinds.into_iter().filter(|status| self.statuses.contains(status)).map(word).collect();
        match words.as_slice() {
            [all @ .., last] if !all.is_empty() => format!("{} and {last} steps", all.join(", ")),
            words => format!("{} steps", words.concat()),
        }
    }

    /// Writes all sentences: where each stands, which definitions are near, what to write, and what can be pasted.
    pub(super) fn tell(&self, section: &mut Section, style: Style) -> io::Result<()> {
        let mut pasted = BTreeSet::new();
        for group in &self.groups {
            let mut lines = group.lines(style);
            if let Some(text) = group.failure.snippet.as_deref().filter(|text| pasted.insert(*text)) {
                lines.push(String::new());
                lines.extend(snippet(text, style));
            }
            section.lines(&lines)?;
        }
        let left_off = self.known.len() - self.groups.len();
        let more = (left_off > 0).then(|| style.paint(Ink::Faint, &format!("  … and {}", count(left_off, "more sentence"))));
        section.lines(more.as_slice())
    }
}

impl Group {
    fn lines(&self, style: Style) -> Vec<String> {
        let lead = format!("  {} ", sign(self.status));
        let mut out: Vec<_> =
            hang(&lead, &one_line(&self.head), style.columns(), LINES).iter().map(|line| style.paint(Ink::Odd, line)).collect();
        out.extend(self.places.iter().map(|place| cut(&format!("    {place}"), style.columns())));
        if self.more > 0 {
            out.push(style.paint(Ink::Faint, &format!("    … and {}", count(self.more, "more place"))));
        }
        out.extend(self.failure.details.iter().flat_map(|detail| paragraph(detail, 4, style)));
        out.extend(self.failure.help.iter().flat_map(|text| help(text, 4, style)));
        out
    }
}

/// What can be pasted: its lines stay whole, because a broken one could not be.
pub(super) fn snippet(text: &str, style: Style) -> Vec<String> {
    let line = |line: &str| {
        let line = cut(&clean(&line.trim_end().replace('\t', "    ")), SNIPPET.1);
        format!("    {}", style.paint(Ink::Help, &line)).trim_end().to_owned()
    };
    text.trim_end().lines().take(SNIPPET.0).map(line).collect()
}
