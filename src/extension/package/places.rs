//! Where the values of a JSON text stand. The text has been parsed before: this only walks it.

/// One step into a JSON text.
#[derive(Clone, Copy)]
pub(in crate::extension) enum Step<'k> {
    Key(&'k str),
    Item(usize),
}

/// The byte offset of the value at `path`, as far as the path exists; of two equal keys the last counts, as for the parser.
pub(super) fn find(text: &str, path: &[Step<'_>]) -> Option<usize> {
    let mut walk = Walk { bytes: text.as_bytes(), at: 0 };
    walk.space();
    let mut start = walk.at;
    for step in path {
        walk.at = start;
        start = walk.child(*step)?;
    }
    Some(start)
}

/// The longest beginning of `path` that exists.
pub(in crate::extension) fn nearest(text: &str, path: &[Step<'_>]) -> usize {
    (0..=path.len()).rev().find_map(|length| find(text, &path[..length])).unwrap_or(0)
}

struct Walk<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Walk<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        while self.at < self.bytes.len() && self.bytes[self.at].is_ascii_whitespace() {
            self.at += 1;
        }
    }

    fn child(&mut self, step: Step<'_>) -> Option<usize> {
        let open = self.peek();
        let is_object = open == b'{';
        if is_object != matches!(step, Step::Key(_)) || (!is_object && open != b'[') {
            return None;
        }
        let (mut found, mut index) = (None, 0);
        self.at += 1;
        self.space();
        while !matches!(self.peek(), b'}' | b']' | 0) {
            let key = if is_object { Some(self.key()?) } else { None };
            self.space();
            let hit = match step {
                Step::Key(name) => key.as_deref() == Some(name),
                Step::Item(wanted) => wanted == index,
            };
            found = if hit { Some(self.at) } else { found };
            self.skip();
            self.space();
            if self.peek() == b',' {
                self.at += 1;
            }
            self.space();
            index += 1;
        }
        found
    }

    /// A key and its colon.
    fn key(&mut self) -> Option<String> {
        let start = self.at;
        self.string();
        let key = serde_json::from_slice(self.bytes.get(start..self.at)?).ok()?;
        self.space();
        self.at += 1;
        Some(key)
    }

    fn string(&mut self) {
        self.at += 1;
        while !matches!(self.peek(), b'"' | 0) {
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
    }

    /// Past one value.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        while self.at < self.bytes.len() {
            match self.peek() {
                b'"' => {
                    self.string();
                    if depth == 0 {
                        return;
                    }
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth == 0 => return,
                b'}' | b']' => {
                    depth -= 1;
                    if depth == 0 {
                        self.at += 1;
                        return;
                    }
                }
                b',' if depth == 0 => return,
                _ => {}
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_where_they_stand() {
        let text = r#" {"a": [1, "x\"]", {"b": null, "b" : true}], "c":{}}"#;
        let at = |path: &[Step<'_>]| find(text, path).map(|offset| &text[offset..offset + 2]);
        assert_eq!(at(&[]), Some("{\""));
        assert_eq!(at(&[Step::Key("a"), Step::Item(0)]), Some("1,"));
        assert_eq!(at(&[Step::Key("a"), Step::Item(1)]), Some("\"x"));
        assert_eq!(at(&[Step::Key("a"), Step::Item(2), Step::Key("b")]), Some("tr"));
        assert_eq!(at(&[Step::Key("c"), Step::Key("d")]), None);
        assert_eq!(at(&[Step::Key("a"), Step::Key("b")]), None);
        assert_eq!(&text[nearest(text, &[Step::Key("c"), Step::Key("d")])..], "{}}");
    }
}
