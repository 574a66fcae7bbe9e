//! HTML as plain text, for services that take no HTML.

/// What the editor made of a text, as text again: tags are gone, a break is a new line, entities are signs.
pub(in crate::host) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, behind) = tag.split_once('>').unwrap_or((tag, ""));
        if tag.trim_end_matches([' ', '/']).eq_ignore_ascii_case("br") {
            text.push('\n');
        }
        rest = behind;
    }
    text.push_str(rest);
    // The sign of entities last: what it makes is none.
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::host::desk::html;

    #[test]
    fn what_was_typed_comes_back() {
        for typed in ["Hello", "1 < 2 && 3 > 2", "two\nlines", "&lt;"] {
            assert_eq!(plain(&html(typed)), typed);
        }
        assert_eq!(plain("<p>A <b>part</b><br/>is missing</p>"), "A part\nis missing");
    }
}
