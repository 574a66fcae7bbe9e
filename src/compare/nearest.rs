/// The candidate that a person most likely meant by `word`: the fewest single-letter edits (a swap of neighbours is one), case set aside.
/// `None` where nothing is close: at most a third of the longer word may differ, and two letters in any case. Of two equally near
/// candidates the first one wins.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = word.to_lowercase().chars().take(LONGEST).collect();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let letters: Vec<char> = candidate.to_lowercase().chars().take(LONGEST).collect();
        let allowed = (wanted.len().max(letters.len()) / 3).max(2).min(wanted.len().max(letters.len()).saturating_sub(1));
        let closer = best.map_or(allowed, |(edits, _)| edits.saturating_sub(1).min(allowed));
        if wanted.len().abs_diff(letters.len()) > closer {
            continue;
        }
        let edits = distance(&wanted, &letters);
        if edits <= closer && best.is_none_or(|(fewest, _)| edits < fewest) {
            best = Some((edits, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Names are shorter; the cost of a comparison stays bounded for what is no name.
const LONGEST: usize = 200;

/// Edits that turn `a` into `b`: insert, delete, replace, swap neighbours (the "optimal string alignment" distance).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut older = vec![0; b.len() + 1];
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    let mut current = vec![0; b.len() + 1];
    for i in 1..=a.len() {
        current[0] = i;
        for j in 1..=b.len() {
            let replace = previous[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            current[j] = replace.min(previous[j] + 1).min(current[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                current[j] = current[j].min(older[j - 2] + 1);
            }
        }
        std::mem::swap(&mut older, &mut previous);
        std::mem::swap(&mut previous, &mut current);
    }
    previous[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_name_is_found_and_a_far_one_is_not() {
        let names = ["string", "number", "notnull", "null", "id"];
        for (word, near) in [("sting", Some("string")), ("strnig", Some("string")), ("Number", Some("number")), ("notnul", Some("notnull"))]
        {
            assert_eq!(nearest(word, names), near, "{word}");
        }
        assert_eq!(nearest("telephone", names), None);
        assert_eq!(nearest("x", ["y"]), None, "one letter for another is no hint");
        assert_eq!(nearest("", names), None);
    }
}
