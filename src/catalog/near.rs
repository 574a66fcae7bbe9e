/// The candidate that `name` was probably meant to be: the same but for case and separators, or a few letters away.
///
/// A slip in three letters is the most that counts, fewer the shorter the candidate is. Of equally near candidates the first wins; a candidate
/// that is equal to `name` always wins.
///
/// ```
/// use deskspec::catalog::nearest;
/// assert_eq!(nearest("ticket_close", ["ticket.reOpen", "ticket.close"].into_iter()), Some("ticket.close"));
/// assert_eq!(nearest("banana", ["ticket.reOpen", "ticket.close"].into_iter()), None);
/// ```
pub fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
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

/// How far apart two names are, without and with their case and separators; `None` where too far.
fn rank(name: &str, plain_name: &[char], candidate: &str) -> Option<(usize, usize)> {
    if name == candidate {
        return Some((0, 0));
    }
    let plain = plain(candidate);
    let reach = reach(plain.len());
    if plain.len().abs_diff(plain_name.len()) > reach {
        return None;
    }
    let far = distance(plain_name, &plain);
    let differing = 1 + name.chars().zip(candidate.chars()).filter(|(one, other)| one != other).count();
    (far <= reach).then_some((far, differing))
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
fn plain(name: &str) -> Vec<char> {
    name.chars().flat_map(char::to_lowercase).map(|c| if matches!(c, '.' | '_' | '-' | ' ') { '.' } else { c }).collect()
}

/// Insertions, deletions, replacements and swaps of neighbours between two names (optimal string alignment).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = Vec::with_capacity(other.len() + 1);
        row.push(i + 1);
        for (j, b) in other.iter().enumerate() {
            let mut cost = (above[j] + usize::from(a != b)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                cost = cost.min(before[j - 1] + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(0)
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
        assert_eq!(distance(&['a', 'b', 'c'], &['a', 'c', 'b']), 1);
        assert_eq!(distance(&[], &['a', 'c']), 2);
    }
}
