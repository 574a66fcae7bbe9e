use std::borrow::Cow;

/// What a `{string}` says: its text with the escaped quotation marks undone, as every Cucumber but the library underneath does it.
///
/// `group` is the name of the group that the text was captured by: the library calls those of `{string}` `__N_0` and `__N_1`, and no others
/// so, since a type of one's own may have no groups. Any other group's text stays as it is.
#[must_use]
pub fn unescaped<'t>(group: Option<&str>, text: &'t str) -> Cow<'t, str> {
    let is_string = group.and_then(|name| name.strip_prefix("__")).is_some_and(|rest| rest.ends_with("_0") || rest.ends_with("_1"));
    if !is_string || !(text.contains("\\\"") || text.contains("\\'")) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\\\"", "\"").replace("\\'", "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_strings_have_escapes() {
        let told = |group, text| unescaped(group, text).into_owned();
        assert_eq!(told(Some("__0_0"), r#"a \"b\" c"#), r#"a "b" c"#);
        assert_eq!(told(Some("__12_1"), r"it\'s"), "it's");
        assert_eq!(told(Some("__0_0"), r"C:\dir\n"), r"C:\dir\n");
        assert_eq!(told(Some("name"), r#"a \" b"#), r#"a \" b"#);
        assert_eq!(told(None, r#"a \" b"#), r#"a \" b"#);
    }
}
