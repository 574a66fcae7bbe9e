//! Tag expressions: `@smoke and not (@slow or @wip)`.
//!
//! Source: <https://github.com/cucumber/tag-expressions>.

use super::line::width;
use super::tag_error::TagSyntaxError;
use super::tag_token::{Operator, Token, error, spelling_of_operator, tokens};

/// Which tags select a scenario.
///
/// Kept as a program for a stack, so that neither depth nor length of an expression can exhaust this program's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagExpression {
    /// In the order of evaluation; empty for the expression that everything matches.
    program: Vec<Instruction>,
}

/// One step of the evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Instruction {
    Tag(String),
    Operator(Operator),
}

/// What waits for its right-hand side, and where it stands.
#[derive(Debug, Clone, Copy)]
enum Waiting {
    Open(u32),
    Operator(Operator),
}

impl TagExpression {
    /// Reads an expression; a blank one matches everything.
    ///
    /// # Errors
    ///
    /// The first fault of the expression.
    pub fn parse(text: &str) -> Result<Self, TagSyntaxError> {
        let mut reader = Reader { text, program: Vec::new(), waiting: Vec::new(), operand_next: true };
        let tokens = tokens(text)?;
        for (token, column) in &tokens {
            reader.take(token, *column)?;
        }
        reader.finish(tokens.is_empty())
    }

    pub(super) fn program(&self) -> &[Instruction] {
        &self.program
    }

    /// Whether a scenario with these tags (each with its `@`) is selected.
    pub fn matches<'t>(&self, tags: impl IntoIterator<Item = &'t str>) -> bool {
        let tags: Vec<&str> = tags.into_iter().collect();
        let mut stack: Vec<bool> = Vec::new();
        for instruction in &self.program {
            let value = match instruction {
                Instruction::Tag(name) => tags.contains(&name.as_str()),
                Instruction::Operator(operator) => {
                    let right = stack.pop().unwrap_or(true);
                    match operator {
                        Operator::Not => !right,
                        Operator::And => stack.pop().unwrap_or(true) & right,
                        Operator::Or => stack.pop().unwrap_or(true) | right,
                    }
                }
            };
            stack.push(value);
        }
        stack.pop().unwrap_or(true)
    }
}

struct Reader<'t> {
    text: &'t str,
    program: Vec<Instruction>,
    waiting: Vec<Waiting>,
    operand_next: bool,
}

impl Reader<'_> {
    fn take(&mut self, token: &Token, column: u32) -> Result<(), TagSyntaxError> {
        let operand = matches!(token, Token::Tag(_) | Token::Open | Token::Operator(Operator::Not));
        if operand && !self.operand_next {
            return Err(error(self.text, "Expected operator", column, spelling_of_operator(token)));
        }
        if !operand && self.operand_next {
            return Err(error(self.text, "Expected operand", column, Some(OPERAND.to_owned())));
        }
        match token {
            Token::Tag(name) => {
                self.program.push(Instruction::Tag(name.clone()));
                self.operand_next = false;
            }
            Token::Open => self.waiting.push(Waiting::Open(column)),
            Token::Operator(operator) => {
                if *operator != Operator::Not {
                    self.release(*operator);
                }
                self.waiting.push(Waiting::Operator(*operator));
                self.operand_next = true;
            }
            Token::Close => {
                self.release(Operator::Or);
                if self.waiting.pop().is_none() {
                    return Err(error(self.text, "Unmatched )", column, Some("delete it, or write the `(` that it closes".to_owned())));
                }
            }
        }
        Ok(())
    }

    /// Operators that bind at least as tightly as this one have their right-hand side.
    fn release(&mut self, operator: Operator) {
        while let Some(Waiting::Operator(above)) = self.waiting.last().copied().filter(|above| above.binds(operator)) {
            self.waiting.pop();
            self.program.push(Instruction::Operator(above));
        }
    }

    fn finish(mut self, empty: bool) -> Result<TagExpression, TagSyntaxError> {
        if self.operand_next && !empty {
            return Err(error(self.text, "Expected operand", width(self.text) + 1, Some(OPERAND.to_owned())));
        }
        self.release(Operator::Or);
        match self.waiting.pop() {
            Some(Waiting::Open(column)) => {
                Err(error(self.text, "Unmatched (", column, Some("delete it, or write the `)` that closes it".to_owned())))
            }
            _ => Ok(TagExpression { program: self.program }),
        }
    }
}

impl Waiting {
    fn binds(self, operator: Operator) -> bool {
        matches!(self, Waiting::Operator(above) if above >= operator)
    }
}

const OPERAND: &str = "write a tag here, for example `@smoke`";
