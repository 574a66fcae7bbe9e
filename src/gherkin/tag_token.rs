//! The words of a tag expression.

use super::tag_error::TagSyntaxError;
use crate::spelling::nearest_within;

/// The operators, the one that binds tightest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Operator {
    Or,
    And,
    Not,
}

/// A word of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Open,
    Close,
    Operator(Operator),
    Tag(String),
}

pub(super) fn error(text: &str, fault: &str, column: u32, help: Option<String>) -> TagSyntaxError {
    TagSyntaxError { expression: text.to_owned(), fault: fault.to_owned(), column, help }
}

/// The words of an expression, and where each begins.
pub(super) fn tokens(text: &str) -> Result<Vec<(Token, u32)>, TagSyntaxError> {
    let mut tokens = Vec::new();
    let mut word: Option<(String, u32, bool)> = None;
    let mut characters = text.chars().zip(1..);
    while let Some((character, column)) = characters.next() {
        if matches!(character, '(' | ')') || character.is_whitespace() {
            tokens.extend(word.take().map(finished));
            match character {
                '(' => tokens.push((Token::Open, column)),
                ')' => tokens.push((Token::Close, column)),
                _ => {}
            }
            continue;
        }
        let (text_of_word, _, literal) = word.get_or_insert_with(|| (String::new(), column, false));
        if character != '\\' {
            text_of_word.push(character);
            continue;
        }
        let escaped = characters.next().map(|(escaped, _)| escaped);
        match escaped.filter(|escaped| matches!(escaped, '(' | ')' | '\\') || escaped.is_whitespace()) {
            Some(escaped) => text_of_word.push(escaped),
            None => {
                let fault = format!("Illegal escape before \"{}\"", escaped.map(String::from).unwrap_or_default());
                let help = "a backslash stands before `(`, `)`, a space or a backslash only: delete it, or double it".to_owned();
                return Err(error(text, &fault, column, Some(help)));
            }
        }
        *literal = true;
    }
    tokens.extend(word.map(finished));
    Ok(tokens)
}

fn finished((word, column, literal): (String, u32, bool)) -> (Token, u32) {
    let token = match word.as_str() {
        "or" if !literal => Token::Operator(Operator::Or),
        "and" if !literal => Token::Operator(Operator::And),
        "not" if !literal => Token::Operator(Operator::Not),
        _ => Token::Tag(word),
    };
    (token, column)
}

/// What was meant by a word that stands where an operator should.
pub(super) fn spelling_of_operator(token: &Token) -> Option<String> {
    let Token::Tag(word) = token else { return Some("write `and` or `or` before it".to_owned()) };
    let lowercase = word.to_lowercase();
    let meant = match lowercase.as_str() {
        "&&" | "&" | "+" => Some("and"),
        "||" | "|" | "," => Some("or"),
        other => nearest_within(other, ["and", "or"], 2),
    };
    let tag = word.starts_with('@') || meant.is_none();
    Some(if tag { "write `and` or `or` before it".to_owned() } else { format!("did you mean `{}`?", meant.unwrap_or_default()) })
}
