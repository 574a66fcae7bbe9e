use similar::TextDiff;

/// More lines than these are not compared line by line.
const LINES: usize = 4_000;

/// A unified diff of two texts, without colours; empty where they are equal. For long texts of several lines, such as the content of a reply.
/// Of texts with more than 4,000 differing lines only the first ones are shown.
#[must_use]
pub fn diff(expected: &str, actual: &str) -> String {
    if expected == actual {
        return String::new();
    }
    let (expected, actual) = (super::printable(expected), super::printable(actual));
    let (one, other): (Vec<&str>, Vec<&str>) = (expected.split_inclusive('\n').collect(), actual.split_inclusive('\n').collect());
    let long = one.len().max(other.len()) > LINES;
    let same = if long { one.iter().zip(&other).take_while(|(one, other)| one == other).count().saturating_sub(3) } else { 0 };
    let window = |lines: &[&str]| lines.iter().skip(same).take(LINES).copied().collect::<String>();
    let (one, other) = (window(&one), window(&other));
    let text = TextDiff::from_lines(&one, &other).unified_diff().context_radius(3).header("expected", "actual").to_string();
    if long { format!("{text}… from line {} on, {LINES} lines\n", same + 1) } else { text }
}
