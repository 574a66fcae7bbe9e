//! Tag expressions as text.

use super::tag_expression::{Instruction, TagExpression};
use super::tag_token::Operator;
use std::fmt;

/// The expression with all its parentheses, as the official libraries write it.
impl fmt::Display for TagExpression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The program read from its end is the expression's tree from its root: no operand is written twice.
        let mut tasks = vec![Task::Operand(self.program().len())];
        let starts = self.starts();
        while let Some(task) = tasks.pop() {
            match task {
                Task::Text(text) => formatter.write_str(text)?,
                Task::Operand(0) => {}
                Task::Operand(end) => match &self.program()[end - 1] {
                    Instruction::Tag(name) => write_escaped(formatter, name)?,
                    Instruction::Operator(Operator::Not) => {
                        let binary = !matches!(self.program()[end - 2], Instruction::Tag(_) | Instruction::Operator(Operator::Not));
                        formatter.write_str(if binary { "not " } else { "not ( " })?;
                        tasks.extend([Task::Text(if binary { "" } else { " )" }), Task::Operand(end - 1)]);
                    }
                    Instruction::Operator(operator) => {
                        formatter.write_str("( ")?;
                        let word = if *operator == Operator::And { " and " } else { " or " };
                        let left = starts[end - 2];
                        tasks.extend([Task::Text(" )"), Task::Operand(end - 1), Task::Text(word), Task::Operand(left)]);
                    }
                },
            }
        }
        Ok(())
    }
}

enum Task {
    Text(&'static str),
    /// The operand that ends before this place of the program.
    Operand(usize),
}

impl TagExpression {
    /// Where the operand that ends at each place of the program begins.
    fn starts(&self) -> Vec<usize> {
        let mut starts: Vec<usize> = Vec::with_capacity(self.program().len());
        for (place, instruction) in self.program().iter().enumerate() {
            starts.push(match instruction {
                Instruction::Tag(_) => place,
                Instruction::Operator(Operator::Not) => starts[place - 1],
                Instruction::Operator(_) => starts[starts[place - 1] - 1],
            });
        }
        starts
    }
}

fn write_escaped(formatter: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    for character in name.chars() {
        if matches!(character, '(' | ')' | '\\') || character.is_whitespace() {
            formatter.write_str("\\")?;
        }
        write!(formatter, "{character}")?;
    }
    Ok(())
}
