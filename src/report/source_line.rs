use super::text::{clean_char, letter_width};

/// A tab in a source line.
const TAB: usize = 4;

/// A line of source; of one that is too long, the stretch around what is underlined.
pub(super) struct SourceLine {
    letters: Vec<char>,
    from: usize,
    to: usize,
}

impl SourceLine {
    pub(super) fn of(text: &str, column: u32, columns: usize) -> Self {
        let letters: Vec<char> = text.trim_end().chars().collect();
        let whole: usize = letters.iter().map(|letter| cell(*letter)).sum();
        if whole <= columns {
            return Self { from: 0, to: letters.len(), letters };
        }
        let focus = index(column).min(letters.len());
        let back = |from: usize, room: usize| {
            let mut used = 0;
            let near = letters[..from].iter().rev().take_while(|letter| {
                used += cell(**letter);
                used <= room
            });
            from - near.count()
        };
        let from =
            if letters[..focus].iter().map(|letter| cell(*letter)).sum::<usize>() < columns * 2 / 3 { 0 } else { back(focus, columns / 3) };
        let mut used = 2;
        let fits = letters[from..].iter().take_while(|letter| {
            used += cell(**letter);
            used <= columns
        });
        let to = from + fits.count();
        Self { letters, from, to }
    }

    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        if self.from > 0 {
            out.push('…');
        }
        for letter in &self.letters[self.from..self.to] {
            match letter {
                '\t' => out.push_str(&" ".repeat(TAB)),
                other => out.push(clean_char(*other)),
            }
        }
        if self.to < self.letters.len() {
            out.push('…');
        }
        out
    }

    /// Where the underlining begins and how long it is, in columns of what is shown.
    pub(super) fn span(&self, column: u32, length: u32) -> (usize, usize) {
        let first = self.letters.iter().position(|letter| !letter.is_whitespace()).unwrap_or(0);
        let start = if column == 0 { first } else { index(column) };
        let end = if length == 0 || column == 0 {
            self.letters.len()
        } else {
            start.saturating_add(usize::try_from(length).unwrap_or(usize::MAX))
        };
        let (start, end) = (start.clamp(self.from, self.to), end.clamp(self.from, self.to));
        let cells = |from: usize, to: usize| self.letters[from..to].iter().map(|letter| cell(*letter)).sum::<usize>();
        (usize::from(self.from > 0) + cells(self.from, start), cells(start, end.max(start)).max(1))
    }
}

fn index(column: u32) -> usize {
    usize::try_from(column).unwrap_or(usize::MAX).saturating_sub(1)
}

fn cell(letter: char) -> usize {
    if letter == '\t' { TAB } else { letter_width(clean_char(letter)) }
}
