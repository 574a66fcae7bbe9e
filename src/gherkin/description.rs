//! Descriptions: free text below a header line.

/// The description of the header that was opened last.
#[derive(Default)]
pub(super) struct Description {
    text: String,
    begun: bool,
    /// Where the last line ends that is not blank.
    end: usize,
}

impl Description {
    pub(super) fn push(&mut self, line: &str) {
        if std::mem::replace(&mut self.begun, true) {
            self.text.push('\n');
        }
        self.text.push_str(line);
        if !line.trim().is_empty() {
            self.end = self.text.len();
        }
    }

    /// The text without blank lines at its end; what is collected from now on belongs to another header.
    pub(super) fn take(&mut self) -> String {
        let mut taken = std::mem::take(self);
        taken.text.truncate(taken.end);
        taken.text
    }
}
