use regex_syntax::hir::{Hir, HirKind, Look};

/// The literal pieces that every text has which a definition matches, in their order. Looking for them costs a fraction of what the regular
/// expression does, and most definitions say no to most texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sieve {
    pieces: Vec<String>,
    /// Whether the first piece begins the text.
    starts: bool,
    /// Whether the last piece ends the text.
    ends: bool,
}

impl Sieve {
    /// The sieve of a Cucumber expression: what is no parameter, no optional text and no word with alternatives.
    pub(super) fn of(expression: &str) -> Self {
        let mut pieces = vec![String::new()];
        let mut rest = expression.chars();
        while let Some(c) = rest.next() {
            let piece = pieces.last_mut().expect("one piece at least");
            match c {
                '\\' => piece.extend(rest.next()),
                '{' => skip(&mut rest, '}', &mut pieces),
                '(' => skip(&mut rest, ')', &mut pieces),
                '/' => {
                    // The word before belongs to the alternatives, and so does the one behind.
                    let kept = piece.rfind(' ').map_or(0, |at| at + 1);
                    piece.truncate(kept);
                    skip(&mut rest, ' ', &mut pieces);
                }
                plain => piece.push(plain),
            }
        }
        let (starts, ends) = (pieces.first().is_some_and(|it| !it.is_empty()), pieces.last().is_some_and(|it| !it.is_empty()));
        pieces.retain(|piece| !piece.is_empty());
        Self { pieces, starts, ends }
    }

    /// The sieve of a regular expression: the literals that stand outside of groups, classes and repetitions. One that cannot be read lets
    /// everything through.
    pub(super) fn of_regex(regex: &str) -> Self {
        let Ok(hir) = regex_syntax::parse(regex) else { return Self::default() };
        let parts: &[Hir] = match hir.kind() {
            HirKind::Concat(parts) => parts,
            _ => std::slice::from_ref(&hir),
        };
        let begins = matches!(parts.first().map(Hir::kind), Some(HirKind::Look(Look::Start)));
        let finishes = matches!(parts.last().map(Hir::kind), Some(HirKind::Look(Look::End)));
        let inner = &parts[usize::from(begins)..parts.len() - usize::from(finishes && parts.len() > usize::from(begins))];
        let text = |part: &Hir| match part.kind() {
            HirKind::Literal(literal) => std::str::from_utf8(&literal.0).ok().map(str::to_owned),
            _ => None,
        };
        Self {
            starts: begins && inner.first().and_then(text).is_some(),
            ends: finishes && inner.last().and_then(text).is_some(),
            pieces: inner.iter().filter_map(text).collect(),
        }
    }

    /// What every text that may match begins with.
    pub(super) fn prefix(&self) -> &str {
        self.pieces.first().filter(|_| self.starts).map_or("", String::as_str)
    }

    /// Whether the definition may match `text`.
    pub(super) fn lets_through(&self, text: &str) -> bool {
        let first = self.pieces.first().map_or("", String::as_str);
        let last = self.pieces.last().map_or("", String::as_str);
        if (self.starts && !text.starts_with(first)) || (self.ends && !text.ends_with(last)) {
            return false;
        }
        let mut rest = text;
        self.pieces.iter().all(|piece| match rest.find(piece.as_str()) {
            Some(at) => {
                rest = &rest[at + piece.len()..];
                true
            }
            None => false,
        })
    }
}

/// Leaves out what stands before `end`, and begins a new piece behind it.
fn skip(rest: &mut std::str::Chars<'_>, end: char, pieces: &mut Vec<String>) {
    rest.find(|c| *c == end);
    pieces.push(String::new());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::vocabulary;

    #[test]
    fn a_sieve_holds_back_what_cannot_match() {
        let sieve = Sieve::of("the ticket has {int} comment(s)");
        assert!(sieve.lets_through("the ticket has 3 comments") && sieve.lets_through("the ticket has 1 comment"));
        assert!(!sieve.lets_through("the ticket has none") && !sieve.lets_through("and the ticket has 1 comment"));
        let sieve = Sieve::of("the dog/cat sleeps");
        assert!(sieve.lets_through("the cat sleeps") && sieve.lets_through("the dog sleeps"));
        assert!(!sieve.lets_through("a cat sleeps"));
        assert!(Sieve::of("{string} \\(sic\\)").lets_through("\"x\" (sic)"));
        assert!(Sieve::default().lets_through("anything"));
    }

    #[test]
    fn the_sieve_of_a_regular_expression_knows_what_is_literal() {
        let sieve = Sieve::of_regex(r"^the ticket has (\d+) comments?$");
        assert!(sieve.lets_through("the ticket has 3 comments") && sieve.lets_through("the ticket has 1 comment"));
        assert!(!sieve.lets_through("the ticket has none") && !sieve.lets_through("and the ticket has 1 comment"));
        assert!(Sieve::of_regex("has").lets_through("the ticket has none"), "it is not anchored");
        for anything in ["^(?:a|b)$", "a|b", "", "^$", "^", "(", "^(the|a) .*$"] {
            assert!(Sieve::of_regex(anything).lets_through("a  "), "{anything}");
        }
        assert_eq!(Sieve::of_regex("^the roof$"), Sieve::of("the roof"));
    }

    #[test]
    fn a_sieve_lets_every_example_of_the_vocabulary_through() {
        for step in vocabulary() {
            let text = step.example.lines().next().and_then(|line| line.split_once(' ')).map_or("", |(_, text)| text);
            assert!(Sieve::of(&step.expression).lets_through(text), "{} {text}", step.expression);
        }
    }
}
