use serde_json::Value;

/// No line is wider.
pub(super) const WIDTH: usize = 100;

/// A page of plain text that grows downwards.
#[derive(Default)]
pub(super) struct Sheet {
    text: String,
}

impl Sheet {
    /// The page, ending in one newline.
    pub(super) fn finish(self) -> String {
        let mut text = self.text.trim_end().to_owned();
        text.push('\n');
        text
    }

    /// A paragraph of its own.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.gap();
        self.wrapped(0, "", text);
    }

    /// A heading; what follows with [`Sheet::line`] and [`Sheet::row`] belongs to it.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.wrapped(0, "", text);
    }

    /// A line below a heading, wrapped.
    pub(super) fn line(&mut self, text: &str) {
        self.wrapped(2, "", text);
    }

    /// A line below a heading, of a first column and the text that belongs to it.
    pub(super) fn row(&mut self, indent: usize, first: &str, column: usize, text: &str) {
        let first = format!("{first:<column$}  ");
        self.wrapped(indent, &first, text);
    }

    /// A heading with lines; nothing where there are no lines.
    pub(super) fn list<'a>(&mut self, heading: &str, lines: impl IntoIterator<Item = &'a str>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_none() {
            return;
        }
        self.heading(heading);
        for line in lines {
            self.line(line);
        }
    }

    /// A value as indented JSON; a line that is too wide is cut, and says so.
    pub(super) fn json(&mut self, value: &Value) {
        let pretty = serde_json::to_string_pretty(value).unwrap_or_else(|error| error.to_string());
        for line in pretty.lines() {
            self.put(2, &cut(line, WIDTH - 2));
        }
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn put(&mut self, indent: usize, line: &str) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// `first` and then `text`, its further lines below its first one.
    fn wrapped(&mut self, indent: usize, first: &str, text: &str) {
        let hang = indent + first.chars().count();
        let mut line = first.to_owned();
        let mut used = hang;
        let mut fresh = true;
        for word in text.split_whitespace() {
            let length = word.chars().count();
            if !fresh && used + 1 + length > WIDTH {
                self.put(indent, &line);
                line = " ".repeat(hang - indent);
                used = hang;
                fresh = true;
            }
            if !fresh {
                line.push(' ');
                used += 1;
            }
            line.push_str(&cut(word, WIDTH.saturating_sub(used)));
            used += length;
            fresh = false;
        }
        self.put(indent, &line);
    }
}

/// `text`, or its beginning with a mark that there was more.
fn cut(text: &str, most: usize) -> String {
    const MORE: &str = " … (cut)";
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(MORE.chars().count())).chain(MORE.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_too_wide() {
        let mut sheet = Sheet::default();
        sheet.paragraph(&"word ".repeat(60));
        sheet.row(4, "key", 20, &"ä".repeat(300));
        sheet.json(&Value::from("x".repeat(300)));
        let text = sheet.finish();
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert!(text.contains("(cut)") && text.contains("    key"), "{text}");
        assert_eq!(text.matches("word").count(), 60);
    }
}
