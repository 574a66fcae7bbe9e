//! Text from features, fixtures and vendors, made fit to print: no control character survives, and widths are those of a terminal.

use unicode_width::UnicodeWidthChar;

/// The character as it may be printed: a control character becomes its picture, so that a vendor's text can neither move the cursor nor
/// break an XML file, and what would reorder the line becomes U+FFFD.
pub(super) fn clean_char(letter: char) -> char {
    match letter {
        '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + letter as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '␡',
        '\u{2028}' | '\u{2029}' => '␤',
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        other => other,
    }
}

/// The text on one line, fit to print.
pub(super) fn clean(text: &str) -> String {
    text.chars().map(clean_char).collect()
}

/// The text on one line, each stretch of white space a single blank.
pub(super) fn one_line(text: &str) -> String {
    clean(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// How many columns a character fills.
pub(super) fn letter_width(letter: char) -> usize {
    letter.width().unwrap_or(0)
}

/// How many columns the text fills.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(letter_width).sum()
}

/// The text with blanks behind it up to `columns`.
pub(super) fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// As much of a clean line as fits; what is cut ends in `…`.
pub(super) fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = text.chars().take_while(|letter| {
        used += letter_width(*letter);
        used <= columns
    });
    fits.chain(['…']).collect()
}

/// The text in clean lines of at most `columns`, broken behind blanks and commas where that leaves no line nearly empty; after `most` lines it ends in `…`.
pub(super) fn wrap(text: &str, columns: usize, most: usize) -> Vec<String> {
    let columns = columns.max(8);
    let mut lines: Vec<String> = text.lines().flat_map(|line| wrap_line(line, columns)).take(most + 1).collect();
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last} …"), columns);
        }
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

fn wrap_line(text: &str, columns: usize) -> Vec<String> {
    let (mut lines, mut line, mut used) = (Vec::new(), String::new(), 0);
    for letter in text.trim_end().chars().map(clean_char) {
        if used + letter_width(letter) > columns {
            let rest = if letter == ' ' { String::new() } else { last_word(&mut line, columns) };
            lines.push(std::mem::replace(&mut line, rest).trim_end().to_owned());
            used = width(&line);
            if letter == ' ' {
                continue;
            }
        }
        line.push(letter);
        used += letter_width(letter);
    }
    lines.push(line);
    lines
}

/// Takes the last word away, unless what stays would be less than a quarter of a line.
fn last_word(line: &mut String, columns: usize) -> String {
    match line.rfind([' ', ',']) {
        Some(at) if width(&line[..at]) * 4 >= columns => line.split_off(at + 1),
        _ => String::new(),
    }
}

/// Wrapped lines behind a lead-in: the first stands beside it, the others hang below its end.
pub(super) fn hang(lead: &str, text: &str, columns: usize, most: usize) -> Vec<String> {
    let indent = width(lead);
    let wrapped = wrap(text, columns.saturating_sub(indent), most);
    let lead_in = |index| if index == 0 { lead.to_owned() } else { " ".repeat(indent) };
    wrapped.iter().enumerate().map(|(index, line)| format!("{}{line}", lead_in(index)).trim_end().to_owned()).collect()
}

/// `1 scenario`, `2 scenarios`
pub(super) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_stay_whole_where_that_leaves_no_line_nearly_empty() {
        assert_eq!(wrap("the action waits for crm", 12, 9), ["the action", "waits for", "crm"]);
        assert_eq!(wrap("a bcdefghijklmnop", 10, 9), ["a bcdefghi", "jklmnop"]);
        assert_eq!(wrap("one two three four", 8, 2), ["one two", "three …"]);
        assert_eq!(wrap("", 8, 2), [""]);
        assert_eq!(cut("漢字漢字", 5), "漢字…");
        assert_eq!(hang("help: ", "write two words", 14, 9), ["help: write", "      two", "      words"]);
    }

    proptest! {
        #[test]
        fn every_line_fits_and_no_control_character_survives(letters in proptest::collection::vec(any::<char>(), 0..80), columns in 8usize..40, most in 1usize..6) {
            let text: String = letters.into_iter().collect();
            let lines = wrap(&text, columns, most);
            prop_assert!(lines.len() <= most);
            for line in lines {
                prop_assert!(width(&line) <= columns, "{line:?}");
                prop_assert!(!line.chars().any(char::is_control), "{line:?}");
            }
        }
    }
}
