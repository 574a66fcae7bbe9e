//! What a page's HTML holds, read by a WHATWG tokenizer: its scripts with their offsets, and its elements in order.

use html5gum::{DefaultEmitter, Span, StartTag, Token, Tokenizer};

/// One piece of a page's markup, in document order. Scripts, styles and comments leave no text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Markup {
    /// The start of an element: its lower-case name, and its attributes as `[name, value]`.
    Start(String, Vec<(String, String)>),
    /// Text, with its entities read.
    Text(String),
    /// The end of an element, by name.
    End((String,)),
}

/// A script element that a browser would run, or would like to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    Inline {
        offset: usize,
        code: String,
    },
    File {
        offset: usize,
        src: String,
        defer: bool,
    },
    /// The code of `<body onload>`.
    OnLoad {
        offset: usize,
        code: String,
    },
    Module {
        offset: usize,
    },
    Unclosed {
        offset: usize,
    },
}

/// A page's HTML, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) scripts: Vec<Found>,
    pub(super) markup: Vec<Markup>,
}

/// The markup of a fragment, as `innerHTML` takes it.
#[must_use]
pub fn markup(html: &str) -> Vec<Markup> {
    read(html).markup
}

/// Reads a page. Never fails: HTML has no syntax errors that stop a browser.
pub(super) fn read(html: &str) -> Read {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader { html, out: Read::default(), script: None, quiet: None, templates: 0 };
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&text(&tag.name), tag.span),
            Token::String(string) => reader.text(&text(&string)),
            _ => {}
        }
    }
    if let Some(Script::Inline { offset }) = reader.script {
        reader.out.scripts.push(Found::Unclosed { offset });
    }
    reader.out
}

enum Script {
    Inline { offset: usize },
    Other,
}

struct Reader<'h> {
    html: &'h str,
    out: Read,
    script: Option<Script>,
    /// The element whose text is no content of the page.
    quiet: Option<String>,
    templates: usize,
}

impl Reader<'_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name = text(&tag.name);
        let attribute = |name: &str| tag.attributes.iter().find(|(key, _)| ***key == *name.as_bytes()).map(|(_, value)| value);
        match name.as_str() {
            "script" => self.script = Some(if self.templates == 0 { self.script(tag) } else { Script::Other }),
            "style" | "noscript" => self.quiet = Some(name.clone()),
            "template" => self.templates += 1,
            "body" => {
                if let Some(code) = attribute("onload") {
                    let offset = self.value_offset(code.span);
                    self.out.scripts.push(Found::OnLoad { offset, code: text(code) });
                }
            }
            _ => {}
        }
        let attributes = tag.attributes.iter().map(|(key, value)| (text(key), text(value))).collect();
        self.out.markup.push(Markup::Start(name, attributes));
    }

    fn script(&mut self, tag: &StartTag<usize>) -> Script {
        let attribute = |name: &str| tag.attributes.iter().find(|(key, _)| ***key == *name.as_bytes()).map(|(_, value)| value);
        let kind = attribute("type").map(|value| text(value).trim().to_ascii_lowercase()).unwrap_or_default();
        let offset = tag.span.start;
        if attribute("nomodule").is_some() {
            return Script::Other;
        }
        if kind == "module" {
            self.out.scripts.push(Found::Module { offset });
            return Script::Other;
        }
        if !is_javascript(&kind) {
            return Script::Other;
        }
        match attribute("src") {
            Some(src) => {
                let defer = attribute("defer").is_some() && attribute("async").is_none();
                self.out.scripts.push(Found::File { offset: self.value_offset(src.span), src: text(src), defer });
                Script::Other
            }
            None => Script::Inline { offset: tag.span.end },
        }
    }

    /// Where an attribute's value begins: behind its name, the `=` and the quote.
    fn value_offset(&self, span: Span) -> usize {
        let rest = self.html.get(span.start..).unwrap_or("");
        let Some(equals) = rest.find('=') else { return span.start };
        let spaces = rest[equals + 1..].bytes().take_while(u8::is_ascii_whitespace).count();
        let value = equals + 1 + spaces;
        span.start + value + usize::from(matches!(rest.as_bytes().get(value), Some(b'"' | b'\'')))
    }

    fn end(&mut self, name: &str, span: Span) {
        match name {
            "script" => {
                if let Some(Script::Inline { offset }) = self.script.take() {
                    let code = self.html.get(offset..span.start).unwrap_or("").to_owned();
                    self.out.scripts.push(Found::Inline { offset, code });
                }
            }
            "template" => self.templates = self.templates.saturating_sub(1),
            _ => {}
        }
        if self.quiet.as_deref() == Some(name) {
            self.quiet = None;
        }
        self.out.markup.push(Markup::End((name.to_owned(),)));
    }

    fn text(&mut self, text: &str) {
        if self.script.is_none() && self.quiet.is_none() {
            self.out.markup.push(Markup::Text(text.to_owned()));
        }
    }
}

/// Whether a script's type, in lower case, names a classic script (HTML standard, "JavaScript MIME type").
fn is_javascript(kind: &str) -> bool {
    let essence = kind.split(';').next().unwrap_or("").trim();
    let Some((family, name)) = essence.split_once('/') else { return essence.is_empty() };
    let name = name.strip_prefix("x-").unwrap_or(name);
    matches!(family, "text" | "application") && (matches!(name, "ecmascript" | "livescript" | "jscript") || name.starts_with("javascript"))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scripts(html: &str) -> Vec<String> {
        let show = |found: &Found| match found {
            Found::Inline { offset, code } => format!("{offset} inline {code}"),
            Found::File { offset, src, defer } => format!("{offset} file {src}{}", if *defer { " deferred" } else { "" }),
            Found::OnLoad { offset, code } => format!("{offset} onload {code}"),
            Found::Module { offset } => format!("{offset} module"),
            Found::Unclosed { offset } => format!("{offset} unclosed"),
        };
        read(html).scripts.iter().map(show).collect()
    }

    #[test]
    fn scripts_are_found_where_they_stand() {
        let cases: &[(&str, &[&str])] = &[
            ("<script>a</script>", &["8 inline a"]),
            ("é<SCRIPT type='text/javascript'>if (a<b) '<p>'</SCRIPT >x", &["33 inline if (a<b) '<p>'"]),
            ("<script src=x.js></script>", &["12 file x.js"]),
            ("<script defer src = \"x&amp;y.js\">a</script>", &["21 file x&y.js deferred"]),
            ("<script async defer src='x.js'></script>", &["25 file x.js"]),
            ("<script type=module>a</script><script nomodule>b</script>", &["0 module"]),
            ("<script type='text/template'><script></script>", &[]),
            ("<script type='application/json'>{}</script>", &[]),
            ("<!-- <script>a</script> --><script></script>", &["35 inline "]),
            ("<template><script>a</script></template><script>b</script>", &["47 inline b"]),
            ("<textarea><script>a</script></textarea>", &[]),
            ("<noscript><script>a</script></noscript>", &[]),
            ("<script>var s = '<!-- <script> </script> -->'</script>", &["8 inline var s = '<!-- <script> </script> -->'"]),
            ("<script>a", &["8 unclosed"]),
            ("<body\n onload='go()'><script>a</script>", &["15 onload go()", "29 inline a"]),
        ];
        for (html, expected) in cases {
            assert_eq!(scripts(html), *expected, "{html}");
        }
    }

    #[test]
    fn markup_leaves_out_what_is_no_content() {
        let all =
            serde_json::to_string(&markup("<p id=a>x &lt; y<br><style>p{}</style><script>1</script><!-- c --></p>")).unwrap_or_default();
        let expected = r#"[["p",[["id","a"]]],"x < y",["br",[]],["style",[]],["style"],["script",[]],["script"],["p"]]"#;
        assert_eq!(all, expected);
    }
}
