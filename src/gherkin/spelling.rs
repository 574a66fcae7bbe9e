//! What a misspelt word was meant to be.

/// Longer words are not compared: no keyword is, and the time would grow with the square.
const LONGEST: usize = 40;

/// The candidate with the fewest mistakes, if there are at most `most`; of equals, the first.
pub(super) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>, most: usize) -> Option<&'c str> {
    let with_mistakes = candidates.into_iter().filter_map(|candidate| mistakes(word, candidate, most).map(|count| (count, candidate)));
    with_mistakes.min_by_key(|(count, _)| *count).map(|(_, candidate)| candidate)
}

/// How many letters are missing, too many, wrong or swapped with their neighbour, upper and lower case apart; `None` where
/// these are more than `most`.
pub(super) fn mistakes(word: &str, candidate: &str, most: usize) -> Option<usize> {
    // A code point has at most four bytes, so what is longer than this in bytes is too long in any script.
    if word.len() > 4 * LONGEST || word.chars().count().abs_diff(candidate.chars().count()) > most {
        return None;
    }
    let (left, right) = (letters(word)?, letters(candidate)?);
    let (left, right) = (left.as_slice(), right.as_slice());
    let mut before = [0; LONGEST + 1];
    let mut last: [usize; LONGEST + 1] = std::array::from_fn(|column| column);
    for (i, letter) in left.iter().enumerate() {
        let mut row = [i + 1; LONGEST + 1];
        for (j, other) in right.iter().enumerate() {
            let mut cost = (last[j] + usize::from(letter != other)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == right[j - 1] && left[i - 1] == *other {
                cost = cost.min(before[j - 1] + 1);
            }
            row[j + 1] = cost;
        }
        before = std::mem::replace(&mut last, row);
    }
    Some(last[right.len()]).filter(|count| *count <= most)
}

/// A short word in lower case.
struct Letters {
    letters: [char; LONGEST],
    count: usize,
}

impl Letters {
    fn as_slice(&self) -> &[char] {
        &self.letters[..self.count]
    }
}

/// The word's letters in lower case, where there are at most [`LONGEST`].
fn letters(word: &str) -> Option<Letters> {
    let mut found = Letters { letters: ['\0'; LONGEST], count: 0 };
    for letter in word.chars().flat_map(char::to_lowercase) {
        *found.letters.get_mut(found.count)? = letter;
        found.count += 1;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swapped_neighbours_are_one_mistake() {
        assert_eq!(mistakes("Wehn", "When", 2), Some(1));
        assert_eq!(mistakes("adn", "and", 2), Some(1));
        assert_eq!(mistakes("Scenaro", "Scenario", 2), Some(1));
        assert_eq!(mistakes("given", "Given", 0), Some(0));
        assert_eq!(mistakes("Ticket", "Given", 2), None);
        assert_eq!(mistakes("", "or", 2), Some(2));
        assert_eq!(mistakes(&"x".repeat(LONGEST), &"x".repeat(LONGEST), 0), Some(0));
        assert_eq!(mistakes(&"x".repeat(LONGEST + 1), &"x".repeat(LONGEST + 1), 0), None);
    }

    #[test]
    fn the_first_of_equals_is_the_nearest() {
        assert_eq!(nearest("ane", ["and", "any"], 2), Some("and"));
        assert_eq!(nearest("zzzz", ["and", "or"], 2), None);
    }
}
