//! What a page's HTML holds, read by the standard's own algorithm: its elements in order, its scripts and handlers with their offsets.

use super::tree::{Handle, Kind, Tree};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag as SentTag, TagKind, Token as Sent, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, QualName};
use html5gum::{DefaultEmitter, Span, StartTag, State, Token, Tokenizer};

/// How deep elements may lie in each other, as in browsers.
const MAX_DEPTH: usize = 512;

/// How many nodes a page may have: what one tag repeats can multiply the others.
const MAX_NODES: usize = 500_000;

/// One piece of a page's tree, in document order.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Markup {
    /// The start of an element: its name, and its attributes as `[name, value]`.
    Start(String, Vec<(String, String)>),
    /// Text, with its entities read.
    Text(String),
    /// The end of the element that was begun last.
    End(()),
    /// A comment.
    Comment {
        /// Its text.
        comment: String,
    },
}

/// Whether markup has pictures.
pub(super) fn shows_pictures(markup: &[Markup]) -> bool {
    markup.iter().any(|piece| matches!(piece, Markup::Start(name, _) if name == "img"))
}

/// HTML whose tree would be too large.
#[derive(Debug, PartialEq, Eq)]
pub struct TooMuch(pub &'static str);

/// When a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Where it stands, before what follows is read.
    InOrder,
    /// When the page has been read.
    Deferred,
    /// As soon as it is there: here behind all that are in an order.
    Async,
}

/// What runs of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A script's own code.
    Inline(String),
    /// A script's `src`.
    File(String),
    /// The code of `<body onload>`.
    OnLoad(String),
    /// `<script type="importmap">`
    Imports(String),
    /// A script without an end.
    Unclosed,
}

/// A script element that a browser would run.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FoundScript {
    /// Where its code begins, or its `src`.
    pub(super) offset: usize,
    pub(super) what: Found,
    pub(super) when: When,
    pub(super) is_module: bool,
    /// How much of the markup is there when it runs in its order.
    pub(super) until: usize,
}

/// An attribute such as `onclick`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FoundHandler {
    pub(super) offset: usize,
    pub(super) code: String,
}

/// A page's HTML, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) scripts: Vec<FoundScript>,
    /// In document order, one for each attribute that begins with `on`.
    pub(super) handlers: Vec<FoundHandler>,
    pub(super) markup: Vec<Markup>,
}

/// The markup of a fragment, as `innerHTML` of the element `context` takes it.
///
/// # Errors
/// Its tree would be too large.
pub fn markup(html: &str, context: &str) -> Result<Vec<Markup>, TooMuch> {
    let tree = Tree::new();
    let name = QualName::new(None, html5ever::ns!(html), LocalName::from(context));
    let element = tree.element(name);
    let builder = TreeBuilder::new_for_fragment(tree, element, None, TreeBuilderOpts::default());
    let state = match context {
        "title" | "textarea" => State::RcData,
        "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => State::RawText,
        "script" => State::ScriptData,
        "plaintext" => State::PlainText,
        _ => State::Data,
    };
    let (tree, tags) = build(html, builder, state)?;
    let root = tree.nodes.borrow()[0].children.first().copied().unwrap_or(0);
    Ok(Walk { html, tree: &tree, tags: &tags, out: Read::default() }.below(root).markup)
}

/// Reads a page. HTML has no syntax errors that stop a browser.
pub(super) fn read(html: &str) -> Result<Read, TooMuch> {
    let (tree, tags) = build(html, TreeBuilder::new(Tree::new(), TreeBuilderOpts::default()), State::Data)?;
    let mut read = Walk { html, tree: &tree, tags: &tags, out: Read::default() }.below(0);
    // What the standard moves in the tree still runs where it was read.
    read.scripts.sort_by_key(|script| script.offset);
    Ok(read)
}

/// Where a start tag stands that has something to run.
struct Tag {
    span: Span,
    /// The attributes' names, and where their values begin.
    values: Vec<(String, usize)>,
    /// Where its end tag begins.
    end: Option<usize>,
}

fn build(html: &str, builder: TreeBuilder<Handle, Tree>, state: State) -> Result<(Tree, Vec<Tag>), TooMuch> {
    let mut tokens = Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span());
    tokens.set_state(state);
    let (mut tags, mut open): (Vec<Tag>, Option<usize>) = (Vec::new(), None);
    while let Some(Ok(token)) = tokens.next() {
        let sent = match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                let runs = name == "script" || tag.attributes.keys().any(|key| key.starts_with(b"on"));
                *builder.sink.tag.borrow_mut() = runs.then(|| (LocalName::from(name.as_str()), tags.len()));
                if runs {
                    open = (name == "script").then_some(tags.len());
                    let values = tag.attributes.iter().map(|(key, value)| (text(key), value_offset(html, value.span)));
                    tags.push(Tag { span: tag.span, values: values.collect(), end: None });
                }
                Sent::TagToken(start(&tag))
            }
            Token::EndTag(tag) => {
                if let Some(open) = open.take() {
                    tags[open].end = Some(tag.span.start);
                }
                let name = LocalName::from(text(&tag.name).as_str());
                Sent::TagToken(SentTag {
                    kind: TagKind::EndTag,
                    name,
                    self_closing: false,
                    attrs: Vec::new(),
                    had_duplicate_attributes: false,
                })
            }
            Token::String(string) => Sent::CharacterTokens(text(&string).replace('\0', "").as_str().into()),
            Token::Comment(comment) => Sent::CommentToken(text(&comment).as_str().into()),
            Token::Doctype(_) | Token::Error(_) => continue,
        };
        match builder.process_token(sent, 1) {
            TokenSinkResult::RawData(RawKind::Rcdata) => tokens.set_state(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => tokens.set_state(State::RawText),
            TokenSinkResult::RawData(_) => tokens.set_state(State::ScriptData),
            TokenSinkResult::Plaintext => tokens.set_state(State::PlainText),
            TokenSinkResult::Continue | TokenSinkResult::Script(_) | TokenSinkResult::EncodingIndicator(_) => {}
        }
        if builder.sink.deepest.get() > MAX_DEPTH {
            return Err(TooMuch("elements that lie more than 512 deep in each other"));
        }
        if builder.sink.nodes.borrow().len() > MAX_NODES {
            return Err(TooMuch("more than 500,000 elements and texts"));
        }
    }
    let _ = builder.process_token(Sent::EOFToken, 1);
    builder.end();
    Ok((builder.sink, tags))
}

fn start(tag: &StartTag<usize>) -> SentTag {
    let mut attributes: Vec<_> = tag.attributes.iter().collect();
    attributes.sort_by_key(|(_, value)| value.span.start);
    let attrs = attributes.into_iter().map(|(key, value)| {
        let name = QualName::new(None, html5ever::ns!(), LocalName::from(text(key).as_str()));
        Attribute { name, value: text(value).as_str().into() }
    });
    SentTag {
        kind: TagKind::StartTag,
        name: LocalName::from(text(&tag.name).as_str()),
        self_closing: tag.self_closing,
        attrs: attrs.collect(),
        had_duplicate_attributes: false,
    }
}

/// Where an attribute's value begins: behind its name, the `=` and the quote.
fn value_offset(html: &str, span: Span) -> usize {
    let rest = html.get(span.start..).unwrap_or("");
    let Some(equals) = rest.find('=') else { return span.start };
    let spaces = rest[equals + 1..].bytes().take_while(u8::is_ascii_whitespace).count();
    let value = equals + 1 + spaces;
    span.start + value + usize::from(matches!(rest.as_bytes().get(value), Some(b'"' | b'\'')))
}

/// Goes through a tree in document order, and collects what it holds.
struct Walk<'t> {
    html: &'t str,
    tree: &'t Tree,
    tags: &'t [Tag],
    out: Read,
}

impl Walk<'_> {
    /// All that is below a node.
    fn below(mut self, root: usize) -> Read {
        let nodes = self.tree.nodes.borrow();
        // A node to begin, or `None` to end one; what a template holds is inert.
        let mut todo: Vec<Option<(usize, bool)>> = nodes[root].children.iter().rev().map(|id| Some((*id, false))).collect();
        let mut open: Vec<Option<usize>> = Vec::new();
        while let Some(next) = todo.pop() {
            let Some((id, is_inert)) = next else {
                self.out.markup.push(Markup::End(()));
                if let Some(script) = open.pop().flatten() {
                    self.out.scripts[script].until = self.out.markup.len();
                }
                continue;
            };
            match &nodes[id].kind {
                Kind::Text(text) => self.out.markup.push(Markup::Text(text.clone())),
                Kind::Comment(comment) => self.out.markup.push(Markup::Comment { comment: comment.clone() }),
                Kind::Root => {}
                Kind::Element { name, attributes, tag, contents } => {
                    let tag = tag.map(|tag| &self.tags[tag]);
                    let known = self.out.scripts.len();
                    self.runs(&name.local, attributes, tag, is_inert);
                    open.push((&name.local == "script" && self.out.scripts.len() > known).then_some(known));
                    self.out.markup.push(Markup::Start(name.local.to_string(), attributes.clone()));
                    let (holder, is_inert) = contents.map_or((id, is_inert), |contents| (contents, true));
                    todo.push(None);
                    todo.extend(nodes[holder].children.iter().rev().map(|child| Some((*child, is_inert))));
                }
            }
        }
        drop(nodes);
        self.out
    }

    /// What an element has to run.
    fn runs(&mut self, name: &str, attributes: &[(String, String)], tag: Option<&Tag>, is_inert: bool) {
        let offset = |name: &str| tag.and_then(|tag| tag.values.iter().find(|(key, _)| key == name)).map_or(0, |(_, offset)| *offset);
        for (key, code) in attributes.iter().filter(|(key, _)| key.starts_with("on")) {
            self.out.handlers.push(FoundHandler { offset: offset(key), code: code.clone() });
        }
        let until = self.out.markup.len();
        let script = |offset, what| FoundScript { offset, what, when: When::InOrder, is_module: false, until };
        match (name, tag) {
            ("body", Some(_)) => {
                let code = attributes.iter().find(|(key, _)| key == "onload").map(|(_, code)| Found::OnLoad(code.clone()));
                self.out.scripts.extend(code.map(|code| script(offset("onload"), code)));
            }
            ("script", Some(tag)) if !is_inert => {
                let value = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
                let kind = value("type").map(|kind| kind.trim().to_ascii_lowercase()).unwrap_or_default();
                let is_module = kind == "module";
                let inline = || tag.end.map(|end| self.html.get(tag.span.end..end).unwrap_or("").to_owned());
                let found = match (kind.as_str(), value("src")) {
                    ("importmap", _) => inline().map_or(Found::Unclosed, Found::Imports),
                    _ if !(is_module || is_javascript(&kind) && value("nomodule").is_none()) => return,
                    (_, Some(src)) => Found::File(src.to_owned()),
                    (_, None) => inline().map_or(Found::Unclosed, Found::Inline),
                };
                let is_file = matches!(found, Found::File(_));
                let when = match (is_file || is_module, value("async"), is_module || value("defer").is_some()) {
                    (true, Some(_), _) => When::Async,
                    (true, None, true) => When::Deferred,
                    _ => When::InOrder,
                };
                let offset = if is_file { offset("src") } else { tag.span.end };
                self.out.scripts.push(FoundScript { when, is_module, ..script(offset, found) });
            }
            _ => {}
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
        let show = |found: &FoundScript| {
            let what = match &found.what {
                Found::Inline(code) => format!("inline {code}"),
                Found::File(src) => format!("file {src}"),
                Found::OnLoad(code) => format!("onload {code}"),
                Found::Imports(code) => format!("imports {code}"),
                Found::Unclosed => "unclosed".to_owned(),
            };
            let when = match found.when {
                When::InOrder => "",
                When::Deferred => " deferred",
                When::Async => " async",
            };
            format!("{} {what}{when}{}", found.offset, if found.is_module { " module" } else { "" })
        };
        read(html).map(|read| read.scripts.iter().map(show).collect()).unwrap_or_default()
    }

    #[test]
    fn scripts_are_found_where_they_stand() {
        let cases: &[(&str, &[&str])] = &[
            ("<script>a</script>", &["8 inline a"]),
            ("é<SCRIPT type='text/javascript'>if (a<b) '<p>'</SCRIPT >x", &["33 inline if (a<b) '<p>'"]),
            ("<script src=x.js></script>", &["12 file x.js"]),
            ("<script defer src = \"x&amp;y.js\">a</script>", &["21 file x&y.js deferred"]),
            ("<script async defer src='x.js'></script>", &["25 file x.js async"]),
            ("<script async>a</script><script defer>b</script>", &["14 inline a", "38 inline b"]),
            ("<script type=module>a</script><script nomodule>b</script>", &["20 inline a deferred module"]),
            ("<script type=module async src=/x.js></script>", &["30 file /x.js async module"]),
            ("<script type=importmap>{}</script>", &["23 imports {}"]),
            ("<script type='text/template'><script></script>", &[]),
            ("<script type='application/json'>{}</script>", &[]),
            ("<!-- <script>a</script> --><script></script>", &["35 inline "]),
            ("<template><script>a</script></template><script>b</script>", &["47 inline b"]),
            ("<textarea><script>a</script></textarea>", &[]),
            ("<noscript><script>a</script></noscript>", &[]),
            ("<select><option><script>a</script></select>", &["24 inline a"]),
            ("<table><tr><script>a</script><td><script>b</script></table>", &["19 inline a", "41 inline b"]),
            ("<svg><title><p></p></title></svg><script>b</script>", &["41 inline b"]),
            ("<script>var s = '<!-- <script> </script> -->'</script>", &["8 inline var s = '<!-- <script> </script> -->'"]),
            ("<script>a", &["8 unclosed"]),
            ("<body\n onload='go()'><script>a</script>", &["15 onload go()", "29 inline a"]),
        ];
        for (html, expected) in cases {
            assert_eq!(scripts(html), *expected, "{html}");
        }
    }

    #[test]
    fn handlers_are_found_where_they_stand() {
        let read = read("<p onclick = 'a()'><template><b ONBLUR=c></b></template>").map(|read| read.handlers);
        let handler = |offset, code: &str| FoundHandler { offset, code: code.to_owned() };
        assert_eq!(read, Ok(vec![handler(14, "a()"), handler(39, "c")]));
    }

    #[test]
    fn the_tree_is_the_standards() {
        let cases = [
            ("<p id=a>x &lt; y<br><!-- c --></p>", "body", r#"[["p",[["id","a"]]],"x < y",["br",[]],null,{"comment":" c "},null]"#),
            ("<p>a<p>b", "body", r#"[["p",[]],"a",null,["p",[]],"b",null]"#),
            ("<tr><td>x", "table", r#"[["tbody",[]],["tr",[]],["td",[]],"x",null,null,null]"#),
            ("<tr><td>x", "div", r#"["x"]"#),
            ("<table>y<tr><td>x</table>", "div", r#"["y",["table",[]],["tbody",[]],["tr",[]],["td",[]],"x",null,null,null,null]"#),
            ("<b>1<i>2</b>3</i>", "div", r#"[["b",[]],"1",["i",[]],"2",null,null,["i",[]],"3",null]"#),
            ("<b>x</b>", "textarea", r#"["<b>x</b>"]"#),
            ("<svg viewbox=1><lineargradient/></svg>", "div", r#"[["svg",[["viewBox","1"]]],["linearGradient",[]],null,null]"#),
        ];
        for (html, context, expected) in cases {
            let all = markup(html, context).map(|all| serde_json::to_string(&all).unwrap_or_default());
            assert_eq!(all, Ok(expected.to_owned()), "{html}");
        }
    }

    #[test]
    fn what_multiplies_itself_is_refused() {
        assert!(markup(&"<div>".repeat(100_000), "body").is_err());
        let many: String = (0..3_000).map(|n| format!("<b id={n}>")).collect::<String>() + "</b>";
        assert!(markup(&(many + &"<p>x</p>".repeat(1_000)), "body").is_err());
    }
}
