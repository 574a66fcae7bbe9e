use super::slips;

/// The candidate that `name` was probably meant to be: the same but for case and separators, or a few letters away.
///
/// A slip in three letters is the most that counts, fewer the shorter the candidate is. Of equally near candidates the first wins; a candidate
/// that is equal to `name` always wins.
///
/// ```
/// use deskspec::spelling::nearest;
/// assert_eq!(nearest("ticket_close", ["ticket.reOpen", "ticket.close"]), Some("ticket.close"));
/// assert_eq!(nearest("banana", ["ticket.reOpen", "ticket.close"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = plain(name);
    let mut best: Option<((usize, usize), &str)> = None;
    for candidate in candidates {
        let Some(rank) = rank(name, &plain, candidate) else { continue };
        if best.is_none_or(|(known, _)| rank < known) {
            best = Some((rank, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The candidate with the fewest slips, if there are at most `most`; of equals, the first.
#[must_use]
pub fn nearest_within<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>, most: usize) -> Option<&'a str> {
    let near = candidates.into_iter().filter_map(|candidate| slips(word, candidate, most).map(|count| (count, candidate)));
    near.min_by_key(|(count, _)| *count).map(|(_, candidate)| candidate)
}

/// How far apart two names are, without and with their case and separators; `None` where too far.
fn rank(name: &str, plain_name: &str, candidate: &str) -> Option<(usize, usize)> {
    if name == candidate {
        return Some((0, 0));
    }
    let far = slips(plain_name, &plain(candidate), reach(candidate.chars().count()))?;
    let differing = 1 + name.chars().zip(candidate.chars()).filter(|(one, other)| one != other).count();
    Some((far, differing))
}

/// How many slips still count for a name of this length.
fn reach(length: usize) -> usize {
    match length {
        0..=2 => 0,
        3..=5 => 1,
        6..=11 => 2,
        _ => 3,
    }
}

/// A name without what people mix up: case, and which separator stands between words.
fn plain(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).map(|c| if matches!(c, '.' | '_' | '-' | ' ') { '.' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
        nearest(name, candidates.iter().copied())
    }

    #[test]
    fn slips_of_every_kind_are_understood() {
        let names = ["ticket.close", "ticket.comment", "ticket.reOpen", "ticket_status.changed", "ticket.status"];
        for (slip, meant) in [
            ("ticket.close", "ticket.close"),
            ("Ticket.Close", "ticket.close"),
            ("ticket_close", "ticket.close"),
            ("ticket.closed", "ticket.close"),
            ("tikcet.close", "ticket.close"),
            ("ticket.reopen", "ticket.reOpen"),
            ("ticket.status.changed", "ticket_status.changed"),
            ("ticket_status", "ticket.status"),
        ] {
            assert_eq!(of(slip, &names), Some(meant), "{slip}");
        }
        for stranger in ["", "banana", "ticket", "x"] {
            assert_eq!(of(stranger, &names), None, "{stranger}");
        }
        assert_eq!(of("ab", &["aB", "ab"]), Some("ab"));
        assert_eq!(of("b.c", &["b_d", "b_c"]), Some("b_c"));
    }

    #[test]
    fn the_first_of_equals_is_the_nearest() {
        assert_eq!(nearest_within("ane", ["and", "any"], 2), Some("and"));
        assert_eq!(nearest_within("zzzz", ["and", "or"], 2), None);
    }
}
