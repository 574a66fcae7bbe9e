//! The library's trees in the form of the official data: tokens and nodes, counted in code points.

use cucumber::codegen::{Expression, Spanned};
use cucumber_expressions::{Alternative, SingleExpression, expand, parse};
use serde_json::{Value, json};

/// A piece of the expression, in the library's words.
struct Piece {
    kind: Kind,
    start: usize,
    end: usize,
    inner: Vec<Piece>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    WhiteSpace,
    Optional,
    Parameter,
    Alternation,
    Alternative,
}

/// Where an error of the library points, from 1, in code points.
fn column(text: &str, offset: usize) -> usize {
    text[..offset].chars().count() + 1
}

fn column_of_error(text: &str, error: &parse::Error<Spanned<'_>>) -> usize {
    use parse::Error as E;
    match error {
        E::NestedParameter(at)
        | E::OptionalInParameter(at)
        | E::UnfinishedParameter(at)
        | E::NestedOptional(at)
        | E::ParameterInOptional(at)
        | E::EmptyOptional(at)
        | E::AlternationInOptional(at)
        | E::UnfinishedOptional(at)
        | E::EmptyAlternation(at)
        | E::OnlyOptionalInAlternation(at)
        | E::UnescapedReservedCharacter(at)
        | E::EscapedNonReservedCharacter(at)
        | E::EscapedEndOfLine(at)
        | E::Other(at, _) => column(text, at.location_offset()),
        E::Needed(_) => 0,
    }
}

/// Where an expression is refused.
pub(crate) fn column_of_expansion(text: &str, error: &expand::Error<Spanned<'_>>) -> usize {
    match error {
        expand::Error::Parsing(error) => column_of_error(text, error),
        expand::Error::Expansion(expand::ParameterError::NotFound(at)) => column(text, at.location_offset()),
        _ => 0,
    }
}

fn pieces(text: &str) -> Result<Vec<Piece>, usize> {
    let read = Expression::parse(text).map_err(|error| column_of_error(text, &error))?;
    Ok(read.0.iter().flat_map(|single| piece(text, single)).collect())
}

fn piece(text: &str, single: &SingleExpression<Spanned<'_>>) -> Vec<Piece> {
    match single {
        SingleExpression::Text(span) | SingleExpression::Whitespaces(span) => words(span),
        SingleExpression::Optional(optional) => vec![around(Kind::Optional, &optional.0)],
        SingleExpression::Parameter(parameter) => vec![around(Kind::Parameter, &parameter.input)],
        SingleExpression::Alternation(alternation) => {
            let mut alternatives: Vec<Piece> = Vec::new();
            for parts in &alternation.0 {
                let inner: Vec<Piece> = parts.iter().flat_map(alternative).collect();
                let start = inner.first().map_or_else(|| alternatives.last().map_or(0, |last| last.end + 1), |first| first.start);
                let end = inner.last().map_or(start, |last| last.end);
                alternatives.push(Piece { kind: Kind::Alternative, start, end, inner });
            }
            let (start, end) = (alternatives.first().map_or(0, |it| it.start), alternatives.last().map_or(text.len(), |it| it.end));
            vec![Piece { kind: Kind::Alternation, start, end, inner: alternatives }]
        }
    }
}

fn alternative(part: &Alternative<Spanned<'_>>) -> Vec<Piece> {
    match part {
        Alternative::Text(span) => words(span),
        Alternative::Optional(optional) => vec![around(Kind::Optional, &optional.0)],
    }
}

/// What stands between two brackets.
fn around(kind: Kind, span: &Spanned<'_>) -> Piece {
    let start = span.location_offset() - 1;
    Piece { kind, start, end: start + span.fragment().len() + 2, inner: words(span) }
}

/// Texts and the white space between them. A bracket that closes nothing is a text of its own.
fn words(span: &Spanned<'_>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut alone = true;
    let mut characters = span.fragment().char_indices();
    while let Some((offset, character)) = characters.next() {
        let start = span.location_offset() + offset;
        let bracket = matches!(character, ')' | '}');
        let kind = if character.is_whitespace() { Kind::WhiteSpace } else { Kind::Text };
        let escaped = if character == '\\' { characters.next().map_or(0, |(_, escaped)| escaped.len_utf8()) } else { 0 };
        let end = start + character.len_utf8() + escaped;
        match pieces.last_mut() {
            Some(last) if last.kind == kind && !bracket && !alone => last.end = end,
            _ => pieces.push(Piece { kind, start, end, inner: Vec::new() }),
        }
        alone = bracket;
    }
    pieces
}

/// The part of the expression with its escapes undone.
fn unescaped(text: &str) -> String {
    let mut undone = String::new();
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        undone.extend(if character == '\\' { rest.next() } else { Some(character) });
    }
    undone
}

/// `expected_tokens` of the official data.
pub(crate) fn tokens(text: &str) -> Result<Value, usize> {
    let mut found = Vec::new();
    token(text, "START_OF_LINE", 0, 0, &mut found);
    for piece in pieces(text)? {
        piece_tokens(text, &piece, &mut found);
    }
    token(text, "END_OF_LINE", text.len(), text.len(), &mut found);
    Ok(found.into())
}

fn token(text: &str, kind: &str, start: usize, end: usize, found: &mut Vec<Value>) {
    let part = unescaped(&text[start..end]);
    found.push(json!({"type": kind, "start": column(text, start) - 1, "end": column(text, end) - 1, "text": part}));
}

fn piece_tokens(text: &str, piece: &Piece, found: &mut Vec<Value>) {
    let brackets = match piece.kind {
        Kind::Text => return token(text, "TEXT", piece.start, piece.end, found),
        Kind::WhiteSpace => return token(text, "WHITE_SPACE", piece.start, piece.end, found),
        Kind::Optional => Some(("BEGIN_OPTIONAL", "END_OPTIONAL")),
        Kind::Parameter => Some(("BEGIN_PARAMETER", "END_PARAMETER")),
        Kind::Alternation | Kind::Alternative => None,
    };
    if let Some((begin, _)) = brackets {
        token(text, begin, piece.start, piece.start + 1, found);
    }
    for (index, inner) in piece.inner.iter().enumerate() {
        if piece.kind == Kind::Alternation && index > 0 {
            token(text, "ALTERNATION", inner.start - 1, inner.start, found);
        }
        piece_tokens(text, inner, found);
    }
    if let Some((_, end)) = brackets {
        token(text, end, piece.end - 1, piece.end, found);
    }
}

/// `expected_ast` of the official data.
pub(crate) fn ast(text: &str) -> Result<Value, usize> {
    let nodes: Vec<Value> = pieces(text)?.iter().map(|piece| node(text, piece)).collect();
    Ok(json!({"type": "EXPRESSION_NODE", "start": 0, "end": text.chars().count(), "nodes": nodes}))
}

fn node(text: &str, piece: &Piece) -> Value {
    let kind = match piece.kind {
        Kind::Text | Kind::WhiteSpace => "TEXT_NODE",
        Kind::Optional => "OPTIONAL_NODE",
        Kind::Parameter => "PARAMETER_NODE",
        Kind::Alternation => "ALTERNATION_NODE",
        Kind::Alternative => "ALTERNATIVE_NODE",
    };
    let mut node = json!({"type": kind, "start": column(text, piece.start) - 1, "end": column(text, piece.end) - 1});
    if kind == "TEXT_NODE" {
        node["token"] = unescaped(&text[piece.start..piece.end]).into();
    } else {
        node["nodes"] = piece.inner.iter().map(|inner| self::node(text, inner)).collect();
    }
    node
}
