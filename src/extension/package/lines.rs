use crate::extension::Place;
use std::ops::Deref;

/// A value with the place in the vendor's file where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its first character.
    pub at: Place,
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Turns byte offsets of one text into places. Columns count characters.
pub(in crate::extension) struct Lines<'t> {
    file: String,
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(in crate::extension) fn new(file: &str, text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1)).collect();
        Self { file: file.to_owned(), text, starts }
    }

    pub(in crate::extension) fn place(&self, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let before = self.text.get(self.starts[line - 1]..offset).unwrap_or("");
        Place { file: self.file.clone(), line: number(line), column: number(before.chars().count() + 1) }
    }
}

/// A file as a whole.
pub(in crate::extension) fn whole(file: &str) -> Place {
    Place { file: file.to_owned(), line: 0, column: 0 }
}

pub(super) fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let lines = Lines::new("f", "a\né😀x\n");
        let seen: Vec<_> = [0, 1, 2, 4, 8, 9, 10].map(|offset| lines.place(offset)).map(|at| (at.line, at.column)).into();
        assert_eq!(seen, [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (2, 4), (3, 1)]);
    }
}
