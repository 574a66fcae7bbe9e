use regex_syntax::hir::{Hir, HirKind, Look};

/// The literal pieces that every text has which a pattern matches, in their order. Looking for them costs a fraction of what the pattern does, and
/// most definitions say no to most texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sieve {
    pieces: Vec<String>,
    /// Whether the first piece begins the text.
    starts: bool,
    /// Whether the last piece ends the text.
    ends: bool,
}

impl Sieve {
    /// The sieve of a pattern; of one that cannot be read, a sieve that lets everything through.
    pub(super) fn of(pattern: &str) -> Self {
        let Ok(hir) = regex_syntax::parse(pattern) else { return Self::default() };
        let single = [hir.clone()];
        let parts = match hir.kind() {
            HirKind::Concat(parts) => parts.as_slice(),
            _ => &single,
        };
        let literal = |hir: &Hir| match hir.kind() {
            HirKind::Literal(literal) => std::str::from_utf8(&literal.0).ok().map(str::to_owned),
            _ => None,
        };
        let is = |hir: Option<&Hir>, look: Look| hir.is_some_and(|hir| *hir.kind() == HirKind::Look(look));
        let is_literal = |hir: Option<&Hir>| hir.is_some_and(|hir| matches!(hir.kind(), HirKind::Literal(_)));
        Self {
            pieces: parts.iter().filter_map(literal).collect(),
            starts: is(parts.first(), Look::Start) && is_literal(parts.get(1)),
            ends: is(parts.last(), Look::End) && is_literal(parts.iter().rev().nth(1)),
        }
    }

    /// Whether the pattern may match `text`.
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

#[cfg(test)]
mod tests {
    use super::*;
    use regex::Regex;

    #[test]
    fn a_sieve_holds_back_what_cannot_match() {
        let sieve = Sieve::of("^the ticket has (\\d+) comment(?:s)?$");
        assert!(sieve.lets_through("the ticket has 3 comments"));
        assert!(!sieve.lets_through("the ticket has none"));
        assert!(!sieve.lets_through("and the ticket has 1 comment"));
        assert_eq!(Sieve::of("("), Sieve::default());
    }

    #[test]
    fn a_sieve_never_holds_back_what_matches() {
        let texts = ["a", "ab", "abc", "a b", "the \"x\" at \"y\"", "3 pass", "it's \"n\"", "", "at at at", "ab\nab"];
        let patterns =
            ["^a$", "^(a|b)c?$", "a|ab", "^ab?c$", "^the (\"[^\"]*\") at (.*)$", "^\\d+ pass", "(?i)^A", "^(?:at )+at$", "b", "(?m)^ab$"];
        for pattern in patterns {
            let regex = Regex::new(pattern).expect("a pattern");
            for text in texts.iter().filter(|text| regex.is_match(text)) {
                assert!(Sieve::of(pattern).lets_through(text), "{pattern} {text:?}");
            }
        }
    }
}
