use crate::extension::Place;
use crate::extension::package::Script;
use oxc_allocator::Allocator;
use oxc_parser::Parser;
use oxc_semantic::{Semantic, SemanticBuilder};
use oxc_span::SourceType;

/// A script's text, and where it stands.
pub(super) struct Text {
    pub(super) at: Place,
    pub(super) code: String,
    pub(super) is_module: bool,
}

impl Text {
    pub(super) fn new(at: &Place, code: &str, is_module: bool) -> Self {
        Self { at: at.clone(), code: code.to_owned(), is_module }
    }

    /// A script of a page; none for the client SDK itself.
    pub(super) fn of(script: &Script) -> Option<Self> {
        use crate::extension::package::Code;
        match &script.code {
            Code::Source(code) | Code::OnLoad(code) if !script.is_sdk => Some(Self::new(&script.at, code, script.is_module)),
            Code::Source(_) | Code::OnLoad(_) | Code::Sdk => None,
        }
    }

    /// Where a byte of it stands.
    pub(super) fn place(&self, offset: usize) -> Place {
        let before = self.code.get(..offset).unwrap_or(&self.code);
        let number = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        let line = before.matches('\n').count();
        let column = number(before.rsplit('\n').next().map_or(0, |line| line.chars().count()));
        let first = if line == 0 { self.at.column } else { 1 };
        Place { file: self.at.file.clone(), line: self.at.line.saturating_add(number(line)), column: first.saturating_add(column) }
    }
}

/// A script, read.
pub(super) struct Program<'a> {
    pub(super) text: &'a Text,
    pub(super) semantic: Semantic<'a>,
    /// Why it cannot be read, and where.
    pub(super) error: Option<(usize, String)>,
}

impl<'a> Program<'a> {
    pub(super) fn read(allocator: &'a Allocator, text: &'a Text) -> Self {
        let kind = if text.is_module { SourceType::mjs() } else { SourceType::cjs().with_script(true) };
        let read = Parser::new(allocator, &text.code, kind).parse();
        let error = read.errors.first().map(|error| {
            let at = error.labels.as_ref().and_then(|labels| labels.first()).map_or(0, |label| label.offset());
            (at, error.message.to_string().to_lowercase())
        });
        let program = allocator.alloc(read.program);
        Self { text, semantic: SemanticBuilder::new().build(program).semantic, error }
    }
}
