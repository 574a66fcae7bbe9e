//! What a line of a `.feature` file is.

use super::dialect::{Dialect, StepKeyword, TitleKeyword};
use super::grammar::Kind;
use super::help;
use super::line::{Line, unescape, width};
use super::matched::{Fault, Matched, Matcher, OpenDocString, Prose, Separator, StepLine, Title};
use std::borrow::Cow;

/// The matcher of `.feature` files.
pub(super) struct Classic<'t> {
    dialect: &'static Dialect,
    open: Option<OpenDocString<'t>>,
}

impl Classic<'_> {
    pub(super) fn new() -> Self {
        Classic { dialect: Dialect::english(), open: None }
    }
}

impl<'t> Matcher<'t> for Classic<'t> {
    fn dialect(&self) -> &'static Dialect {
        self.dialect
    }

    fn in_place_of_keyword(&self, _: &Line<'t>) -> Option<Prose<'t>> {
        None
    }

    fn matches(&mut self, kind: Kind, line: &Line<'t>) -> Result<Option<Matched<'t>>, Fault> {
        if line.end {
            return Ok((kind == Kind::Eof).then_some(Matched::Eof));
        }
        Ok(match kind {
            Kind::Eof => None,
            Kind::Empty => line.trimmed.is_empty().then_some(Matched::Empty),
            Kind::Comment => line.trimmed.starts_with('#').then_some(Matched::Comment(line.text)),
            Kind::TagLine => tags(line)?,
            Kind::TableRow => line.trimmed.starts_with('|').then(|| Matched::Row(line.cells())),
            Kind::Language => self.language(line)?,
            Kind::Separator => self.separator(line).map(Matched::Separator),
            Kind::StepLine => self.step(line).map(Matched::Step),
            Kind::Other => Some(Matched::Other(self.other(line))),
            Kind::FeatureLine | Kind::RuleLine | Kind::BackgroundLine | Kind::ScenarioLine | Kind::ExamplesLine => {
                self.title(kind, line).map(Matched::Title)
            }
        })
    }
}

impl<'t> Classic<'t> {
    fn language(&mut self, line: &Line<'t>) -> Result<Option<Matched<'t>>, Fault> {
        let Some(code) = language_of(line.trimmed) else { return Ok(None) };
        let Some(dialect) = Dialect::find(code) else {
            let help = help::language(code);
            return Err(Fault { column: line.indent + 1, message: format!("Language not supported: {code}"), help });
        };
        self.dialect = dialect;
        Ok(Some(Matched::Language))
    }

    fn title(&self, kind: Kind, line: &Line<'t>) -> Option<Title<'t>> {
        let (keyword, name) = self.dialect.titles().iter().find_map(|keyword| title_rest(line.trimmed, kind, keyword))?;
        Some(Title { keyword: keyword.text, outline: keyword.outline, name: name.trim(), column: line.indent + 1 })
    }

    fn step(&self, line: &Line<'t>) -> Option<StepLine<'t>> {
        let find = |keyword: &StepKeyword| line.trimmed.strip_prefix(keyword.text).map(|rest| (*keyword, rest));
        let (keyword, rest) = self.dialect.steps().iter().find_map(find)?;
        let text = rest.trim_start();
        let text_column = line.indent + width(keyword.text) + width(&rest[..rest.len() - text.len()]) + 1;
        Some(StepLine { keyword, text: text.trim_end(), column: line.indent + 1, text_column })
    }

    fn separator(&mut self, line: &Line<'t>) -> Option<Separator<'t>> {
        if let Some(open) = self.open {
            let rest = line.trimmed.strip_prefix(open.fence)?;
            self.open = None;
            return Some(Separator { fence: open.fence, media_type: rest });
        }
        let rest = line.trimmed.strip_prefix("\"\"\"").or_else(|| line.trimmed.strip_prefix("```"))?;
        let fence = &line.trimmed[..line.trimmed.len() - rest.len()];
        self.open = Some(OpenDocString { fence, indent: line.indent });
        Some(Separator { fence, media_type: rest.trim() })
    }

    fn other(&self, line: &Line<'t>) -> Cow<'t, str> {
        self.open.map_or(Cow::Borrowed(line.text), |open| unescape(line.without_indent(open.indent), open.fence))
    }
}

fn title_rest<'t>(text: &'t str, kind: Kind, keyword: &TitleKeyword) -> Option<(TitleKeyword, &'t str)> {
    if keyword.kind != kind {
        return None;
    }
    text.strip_prefix(keyword.text)?.strip_prefix(':').map(|rest| (*keyword, rest))
}

fn tags<'t>(line: &Line<'t>) -> Result<Option<Matched<'t>>, Fault> {
    if !line.trimmed.starts_with('@') {
        return Ok(None);
    }
    line.tags().map(|tags| Some(Matched::Tags(tags))).map_err(|column| Fault {
        column,
        message: "A tag may not contain whitespace".to_owned(),
        help: Some("write `@` before each word that is a tag, and join the words of one tag with `-` or `_`".to_owned()),
    })
}

/// The code in `# language: code`.
fn language_of(trimmed: &str) -> Option<&str> {
    let rest = trimmed.strip_prefix('#')?.trim_start().strip_prefix("language")?;
    let code = rest.trim_start().strip_prefix(':')?.trim();
    let is_code = |character: char| character.is_ascii_alphabetic() || matches!(character, '-' | '_');
    (!code.is_empty() && code.chars().all(is_code)).then_some(code)
}
