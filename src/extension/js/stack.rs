//! From the engine's stack texts to places in the vendor's files.

use super::around::Around;
use crate::extension::Place;
use std::sync::Arc;

/// A stack without the frames that are ours, and without what the engine did between them.
pub(super) fn cleaned(stack: &str) -> String {
    let mut lines: Vec<_> = stack.lines().filter(|line| !line.contains("(deskspec:")).collect();
    while lines.last().is_some_and(|line| line.ends_with("(native)")) {
        lines.pop();
    }
    lines.iter().fold(String::new(), |text, line| text + line + "\n")
}

/// The vendor's scripts of one page, as they were compiled: an inline script is padded, so that its lines and columns are those of the HTML.
pub(super) struct Sources {
    files: Vec<Source>,
    /// What they run in.
    pub(super) around: &'static Around,
}

struct Source {
    file: String,
    text: Arc<str>,
    starts: Vec<usize>,
    /// The line and the byte in it of its first character.
    first: (usize, usize),
    /// How many bytes before the first line's code are ours.
    lead: usize,
}

/// A frame in one of the sources: line from 1, byte offset in that line.
#[derive(Clone, Copy)]
struct Frame<'s> {
    source: &'s Source,
    line: usize,
    byte: usize,
}

impl Sources {
    /// None yet.
    pub(super) fn of(around: &'static Around) -> Self {
        Self { files: Vec::new(), around }
    }

    pub(super) fn add(&mut self, file: &str, text: Arc<str>, first: (usize, usize)) {
        self.push(file, text, first, 0);
    }

    /// A file whose first line begins with `lead` bytes of ours.
    pub(super) fn add_wrapped(&mut self, file: &str, text: Arc<str>, lead: usize) {
        self.push(file, text, (1, lead), lead);
    }

    fn push(&mut self, file: &str, text: Arc<str>, first: (usize, usize), lead: usize) {
        let starts = std::iter::once(0).chain(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1)).collect();
        self.files.push(Source { file: file.to_owned(), text, starts, first, lead });
    }

    /// The innermost frame of `stack` that lies in a vendor's file.
    pub(super) fn place(&self, stack: &str) -> Option<Place> {
        self.frame(stack).map(Frame::place)
    }

    /// What is called at the innermost frame, as it is written: `ZOHODESK.on`.
    pub(super) fn called(&self, stack: &str) -> Option<String> {
        let frame = self.frame(stack)?;
        let line = frame.text();
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '?');
        let at = frame.byte.min(line.len());
        let start = line[..at].rfind(|c| !is_part(c)).map_or(0, |before| before + line[before..].chars().next().map_or(1, char::len_utf8));
        let end = line[at..].find(|c| !is_part(c)).map_or(line.len(), |after| at + after);
        let chain = line[start..end].trim_matches(['.', '?']);
        let is_called = line[end..].trim_start().starts_with('(');
        let is_name = chain.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '$'));
        (is_called && is_name && chain.len() <= 100).then(|| chain.to_owned())
    }

    fn frame(&self, stack: &str) -> Option<Frame<'_>> {
        stack.lines().find_map(|line| {
            let line = line.trim().trim_end_matches(')');
            let mut parts = line.rsplitn(3, ':');
            let (column, number, head) = (parts.next()?.parse::<usize>().ok()?, parts.next()?.parse::<usize>().ok()?, parts.next()?);
            let fits = |source: &&Source| {
                let before = head.strip_suffix(source.file.as_str());
                before.is_some_and(|before| before.ends_with('(') || before.ends_with("at "))
                    && (source.first.0..=source.starts.len()).contains(&number)
            };
            let candidates = || self.files.iter().filter(fits);
            let long_enough = |source: &&Source| Frame { source, line: number, byte: 0 }.text().len() + 1 >= column;
            let source = candidates().find(long_enough).or_else(|| candidates().next())?;
            Some(Frame { source, line: number, byte: column.saturating_sub(1) }.settled())
        })
    }
}

impl<'s> Frame<'s> {
    fn text(self) -> &'s str {
        let start = self.source.starts.get(self.line - 1).copied().unwrap_or(self.source.text.len());
        let end = self.source.starts.get(self.line).map_or(self.source.text.len(), |next| next - 1);
        self.source.text.get(start..end).unwrap_or("")
    }

    /// The engine points before the white space of some expressions, and counts bytes.
    fn settled(self) -> Self {
        let text = self.text();
        let start = if self.line == self.source.first.0 { self.source.first.1 } else { 0 };
        let mut byte = self.byte.max(start).min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let space = text[byte..].len() - text[byte..].trim_start().len();
        Self { byte: if text[byte..].trim().is_empty() { byte } else { byte + space }, ..self }
    }

    fn place(self) -> Place {
        let ours = if self.line == 1 { self.source.lead.min(self.byte) } else { 0 };
        let column = self.text()[ours..self.byte].chars().count() + 1;
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Place { file: self.source.file.clone(), line: number(self.line), column: number(column) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::around::PAGE;
    use super::*;

    fn sources() -> Sources {
        let mut sources = Sources::of(&PAGE);
        sources.add("d (1)/w.html", "\n\n   é.go( );ZOHODESK.on(1)".into(), (3, 3));
        sources.add("d (1)/w.html", "\n\n\n\nx()".into(), (5, 0));
        sources
    }

    #[test]
    fn the_innermost_frame_of_the_vendor_is_the_place() {
        let cases = [
            ("    at on (deskspec:sdk.js:3:4)\n    at f(x) (d (1)/w.html:3:6)\n    at <eval> (d (1)/w.html:5:1)\n", Some((3, 5))),
            ("    at d (1)/w.html:5:1\n", Some((5, 1))),
            ("    at map (native)\n    at <input>:1:6\n", None),
            ("    at f (d (1)/w.html:9:9)\n", None),
            ("    at f (d (1)/w.html:3:1)\n", Some((3, 4))),
            ("nonsense\n:::\n1:2:3", None),
        ];
        for (stack, expected) in cases {
            assert_eq!(sources().place(stack).map(|at| (at.line, at.column)), expected, "{stack}");
        }
    }

    #[test]
    fn what_is_called_is_named() {
        let called = |column: usize| sources().called(&format!("    at f (d (1)/w.html:3:{column})"));
        assert_eq!(called(4).as_deref(), Some("é.go"));
        assert_eq!(called(22).as_deref(), Some("ZOHODESK.on"));
        assert_eq!(called(25), None);
    }
}
