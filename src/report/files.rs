use super::excerpt::Sources;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many bytes of source are kept for the next failure that shows the same file.
const KEPT: usize = 4 << 20;

/// The source files of a report, each asked for once as long as they are few.
pub(super) struct Files<'a> {
    sources: &'a Sources<'a>,
    known: RefCell<Known>,
}

#[derive(Default)]
struct Known {
    files: BTreeMap<String, Option<Rc<Text>>>,
    bytes: usize,
}

impl<'a> Files<'a> {
    pub(super) fn new(sources: &'a Sources<'a>) -> Self {
        Self { sources, known: RefCell::default() }
    }

    /// A file's text; `None` where there is none to show.
    pub(super) fn text(&self, file: &str) -> Option<Rc<Text>> {
        if let Some(known) = self.known.borrow().files.get(file) {
            return known.clone();
        }
        let text = (self.sources)(file).map(|text| Rc::new(Text::new(text)));
        let mut known = self.known.borrow_mut();
        known.bytes += file.len() + text.as_ref().map_or(0, |text| text.size());
        if known.bytes > KEPT {
            *known = Known::default();
        }
        known.files.insert(file.to_owned(), text.clone());
        text
    }
}

/// A file's text, whose lines are found at once.
pub(super) struct Text {
    text: String,
    starts: Vec<usize>,
}

impl Text {
    fn new(text: String) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    fn size(&self) -> usize {
        self.text.len() + size_of_val(self.starts.as_slice())
    }

    /// A line by its number, from 1.
    pub(super) fn line(&self, number: u32) -> Option<&str> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        self.text.get(*self.starts.get(index)?..)?.lines().next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_what_lines_says() {
        for text in ["", "a", "a\n", "a\nb", "a\r\nb\r\n", "\n\nc"] {
            let found = Text::new(text.to_owned());
            let lines: Vec<_> = (1..9).map_while(|number| found.line(number)).collect();
            assert_eq!(lines, text.lines().collect::<Vec<_>>(), "{text:?}");
        }
        assert_eq!(Text::new("a".to_owned()).line(0), None);
    }

    #[test]
    fn a_file_is_asked_for_once() {
        let asked = RefCell::new(0);
        let sources = |file: &str| {
            *asked.borrow_mut() += 1;
            (file == "there").then(|| "text".to_owned())
        };
        let files = Files::new(&sources);
        for _ in 0..3 {
            assert!(files.text("there").is_some() && files.text("not there").is_none());
        }
        assert_eq!(*asked.borrow(), 2);
    }

    #[test]
    fn what_is_kept_of_many_files_is_bounded() {
        let asked = RefCell::new(0);
        let sources = |_: &str| {
            *asked.borrow_mut() += 1;
            Some("x".repeat(KEPT / 4))
        };
        let files = Files::new(&sources);
        for number in (0..20).chain([19, 0]) {
            assert!(files.text(&number.to_string()).is_some());
            assert!(files.known.borrow().files.len() <= 4);
        }
        assert_eq!(*asked.borrow(), 21);
    }
}
