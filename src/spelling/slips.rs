/// Longer words are not compared: no name is, and the time grows with the square.
const LONGEST: usize = 200;

/// How many letters of `word` are missing, too many, wrong or swapped with their neighbour, upper and lower case apart; `None` where these are more
/// than `most`, or the words too long to be names.
#[must_use]
pub fn slips(word: &str, candidate: &str, most: usize) -> Option<usize> {
    // A code point has at most four bytes, so what is longer than this in bytes is too long in any script.
    if word.len() > 4 * LONGEST || word.chars().count().abs_diff(candidate.chars().count()) > most || candidate.chars().count() > LONGEST {
        return None;
    }
    Some(strsim::osa_distance(&word.to_lowercase(), &candidate.to_lowercase())).filter(|count| *count <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swapped_neighbours_are_one_slip() {
        let table = [("Wehn", "When", 2, Some(1)), ("given", "Given", 0, Some(0)), ("Ticket", "Given", 2, None), ("", "or", 2, Some(2))];
        for (word, candidate, most, expected) in table {
            assert_eq!(slips(word, candidate, most), expected, "{word} {candidate}");
        }
        let longest = "x".repeat(LONGEST);
        assert_eq!(slips(&longest, &longest, 0), Some(0));
        assert_eq!(slips(&(longest.clone() + "x"), &(longest + "x"), 0), None);
    }
}
