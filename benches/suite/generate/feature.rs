use serde_json::Value;
use std::fmt::Write as _;

/// A step as it will be written.
#[derive(Debug, Clone)]
pub(super) struct Step {
    keyword: &'static str,
    text: String,
    below: Vec<String>,
}

/// `Given …`
pub(super) fn given(text: impl Into<String>) -> Step {
    Step { keyword: "Given", text: text.into(), below: Vec::new() }
}

/// `When …`
pub(super) fn when(text: impl Into<String>) -> Step {
    Step { keyword: "When", text: text.into(), below: Vec::new() }
}

/// `Then …`
pub(super) fn then(text: impl Into<String>) -> Step {
    Step { keyword: "Then", text: text.into(), below: Vec::new() }
}

impl Step {
    /// Whether this is its sentence.
    pub(super) fn says(&self, text: &str) -> bool {
        self.text == text
    }

    /// With a table of two columns below it.
    pub(super) fn table<K: AsRef<str>, V: AsRef<str>>(self, rows: &[(K, V)]) -> Self {
        let width = |cells: &mut dyn Iterator<Item = &str>| cells.map(str::len).max().unwrap_or(0);
        let name = width(&mut rows.iter().map(|(name, _)| name.as_ref()));
        let value = width(&mut rows.iter().map(|(_, value)| value.as_ref()));
        let row = |(one, other): &(K, V)| format!("| {:name$} | {:value$} |", one.as_ref(), other.as_ref());
        Self { below: rows.iter().map(row).collect(), ..self }
    }

    /// With a list, one entry a row.
    pub(super) fn list(self, entries: &[&str]) -> Self {
        Self { below: entries.iter().map(|entry| format!("| {entry} |")).collect(), ..self }
    }

    /// With a doc string below it, of a media type or of none: cucumber's own parser takes the type for content.
    pub(super) fn json(self, media_type: &str, value: &Value) -> Self {
        let text = format!("\"\"\"{media_type}\n{value:#}\n\"\"\"");
        Self { below: text.lines().map(str::to_owned).collect(), ..self }
    }
}

/// Writes steps; one with the keyword of the step before begins with `And`.
pub(super) fn write_steps(out: &mut String, steps: &[Step]) {
    let mut before = "";
    for Step { keyword, text, below } in steps {
        let keyword = if *keyword == before { "And" } else { keyword };
        let _ = writeln!(out, "    {keyword} {text}");
        for line in below {
            let _ = writeln!(out, "      {line}");
        }
        if keyword != "And" {
            before = keyword;
        }
    }
    out.push('\n');
}
