use super::excerpt::Sources;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The source files of a report, each asked for once.
pub(super) struct Files<'a> {
    sources: &'a Sources<'a>,
    known: RefCell<BTreeMap<String, Option<Rc<Text>>>>,
}

impl<'a> Files<'a> {
    pub(super) fn new(sources: &'a Sources<'a>) -> Self {
        Self { sources, known: RefCell::default() }
    }

    /// A file's text; `None` where there is none to show.
    pub(super) fn text(&self, file: &str) -> Option<Rc<Text>> {
        if let Some(known) = self.known.borrow().get(file) {
            return known.clone();
        }
        let text = (self.sources)(file).map(|text| Rc::new(Text::new(text)));
        self.known.borrow_mut().insert(file.to_owned(), text.clone());
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
}
