//! What steps and hooks attached: lines of log, links, and whatever else they kept.

use super::reason::word;
use super::style::{Ink, Style};
use super::text::{clean, count, cut, hang, one_line};
use crate::record::{Attachment, Body, HookRecord, ScenarioRecord, Status};

/// How many of a step's attachments are shown at the beginning when there are many.
const HEAD: usize = 5;
/// How many at the end.
const TAIL: usize = 15;
/// How many lines one may fill.
const LINES: usize = 4;

/// A step or hook that has something to tell besides its failure.
struct Teller<'a> {
    title: String,
    bad: bool,
    attachments: &'a [Attachment],
}

/// In the order in which they ran.
fn tellers(scenario: &ScenarioRecord) -> Vec<Teller<'_>> {
    let hook = |when: &str, hook: &'_ HookRecord| {
        let bad = hook.status > Status::Skipped;
        let ended = if bad { format!(" {}", word(hook.status)) } else { String::new() };
        (format!("the hook \"{}\" {when} the steps{ended}", one_line(&hook.name)), bad)
    };
    let before = scenario.before.iter().map(|it| (hook("before", it), &it.attachments));
    let steps = scenario.steps.iter().map(|step| ((one_line(&format!("{} {}", step.keyword, step.text)), false), &step.attachments));
    let after = scenario.after.iter().map(|it| (hook("after", it), &it.attachments));
    before
        .chain(steps)
        .chain(after)
        .filter(|((_, bad), attachments)| *bad || !attachments.is_empty())
        .map(|((title, bad), attachments)| Teller { title, bad, attachments })
        .collect()
}

/// For a picture: the hooks that failed, and what was attached, under the step or hook that it belongs to.
pub(super) fn told(scenario: &ScenarioRecord, style: Style) -> Vec<String> {
    let columns = style.columns();
    let mut out = Vec::new();
    for teller in tellers(scenario) {
        let ink = if teller.bad { Ink::Bad } else { Ink::Strong };
        out.push(format!("  {}", style.paint(ink, &cut(&teller.title, columns - 2))));
        let number = teller.attachments.len();
        let folded = if number > HEAD + TAIL + 1 { HEAD..number - TAIL } else { 0..0 };
        for (index, attachment) in teller.attachments.iter().enumerate() {
            if index == folded.start && !folded.is_empty() {
                out.push(style.paint(Ink::Faint, &format!("    ⋮ {} more between", folded.len())));
            }
            if !folded.contains(&index) {
                let (lead, text) = lead(attachment);
                out.extend(hang(&format!("    {lead}: "), &text, columns, LINES));
            }
        }
    }
    out
}

/// For a file: what was attached, whole, a line for each line.
pub(super) fn listed(scenario: &ScenarioRecord) -> Vec<String> {
    let mut out = Vec::new();
    for teller in tellers(scenario).into_iter().filter(|teller| !teller.attachments.is_empty()) {
        out.push(format!("  {}", teller.title));
        for attachment in teller.attachments {
            let (lead, text) = lead(attachment);
            out.extend(text.lines().map(|line| format!("    {lead}: {}", clean(line))));
        }
    }
    out
}

#[derive(Clone, Copy)]
enum Kind {
    Log,
    Link,
    Other,
}

impl Kind {
    /// What is no text is neither a line of log nor a link, whatever it says of itself.
    fn of(attachment: &Attachment) -> Self {
        match (attachment.media_type.as_str(), &attachment.body) {
            (Attachment::LOG, Body::Text(_)) => Self::Log,
            (Attachment::LINK, Body::Text(_)) => Self::Link,
            _ => Self::Other,
        }
    }
}

/// What it is, and its text.
fn lead(attachment: &Attachment) -> (&'static str, String) {
    match (Kind::of(attachment), &attachment.body) {
        (Kind::Log, Body::Text(text)) => ("log", text.clone()),
        (Kind::Link, Body::Text(text)) => ("link", text.clone()),
        (_, body) => {
            let name = attachment.file_name.as_ref().map(|name| format!(" {}", one_line(name))).unwrap_or_default();
            ("attached", format!("{} ({}){name}", one_line(&attachment.media_type), bytes(size(body))))
        }
    }
}

/// How many bytes the content has.
fn size(body: &Body) -> usize {
    match body {
        Body::Text(text) => text.len(),
        Body::Base64(text) => text.trim_end_matches('=').len() * 3 / 4,
    }
}

/// `1,234 bytes`
fn bytes(number: usize) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut groups: Vec<&str> = if first > 0 { vec![&digits[..first]] } else { Vec::new() };
    groups.extend((first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]));
    format!("{} byte{}", groups.join(","), if number == 1 { "" } else { "s" })
}

/// What scenarios without a picture attached.
#[derive(Default)]
pub(super) struct Unshown {
    logs: usize,
    links: usize,
    others: usize,
}

impl Unshown {
    pub(super) fn note(&mut self, scenario: &ScenarioRecord) {
        let hooks = scenario.before.iter().chain(&scenario.after).flat_map(|hook| &hook.attachments);
        for attachment in scenario.steps.iter().flat_map(|step| &step.attachments).chain(hooks) {
            match Kind::of(attachment) {
                Kind::Log => self.logs += 1,
                Kind::Link => self.links += 1,
                Kind::Other => self.others += 1,
            }
        }
    }

    /// `not shown: 12 lines of log, 1 link, 2 attachments`
    pub(super) fn line(&self, style: Style) -> Option<String> {
        let logs = (self.logs > 0).then(|| format!("{} of log", count(self.logs, "line")));
        let links = (self.links > 0).then(|| count(self.links, "link"));
        let others = (self.others > 0).then(|| count(self.others, "attachment"));
        let parts: Vec<_> = [logs, links, others].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| style.paint(Ink::Faint, &format!("not shown: {}", parts.join(", "))))
    }
}
