use super::{Attachment, Body, Failure, ScenarioRecord};
use crate::percent::{COMPONENT, encoded};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What stands in the place of a secret.
pub const HIDDEN: &str = "***";

/// A secret with fewer characters is hidden only where it stands alone: else every text with these letters would be spoilt.
const SHORT: usize = 4;

/// Hides secrets in what people read, however they are written there: as they are, URL-encoded, in base64, JSON- or HTML-escaped, and cut with `…`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mask {
    /// The longest first.
    forms: Vec<String>,
    /// Those that are too short to be hidden inside of words.
    short: Vec<String>,
}

impl Mask {
    /// Hides these.
    #[must_use]
    pub fn new<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut forms, mut short) = (BTreeSet::new(), BTreeSet::new());
        for secret in secrets.into_iter().filter(|secret| !secret.is_empty()) {
            match secret.chars().nth(SHORT - 1) {
                Some(_) => forms.extend(forms_of(secret)),
                None => drop(short.insert(secret.to_owned())),
            }
        }
        let mut forms: Vec<_> = forms.into_iter().collect();
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        Self { forms, short: short.into_iter().collect() }
    }

    /// Whether there is nothing to hide.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty() && self.short.is_empty()
    }

    /// The text without secrets.
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut shown = Cow::Borrowed(text);
        for form in &self.forms {
            if shown.contains(form.as_str()) {
                shown = Cow::Owned(shown.replace(form.as_str(), HIDDEN));
            }
        }
        for secret in &self.short {
            if let Some(without) = alone(&shown, secret) {
                shown = Cow::Owned(without);
            }
        }
        if let Some(without) = self.cut(&shown) {
            shown = Cow::Owned(without);
        }
        shown
    }

    /// The value without secrets, keys included.
    #[must_use]
    pub fn value(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => self.text(text).into_owned().into(),
            Value::Number(number) if self.short.iter().chain(&self.forms).any(|secret| *secret == number.to_string()) => HIDDEN.into(),
            Value::Array(items) => items.iter().map(|item| self.value(item)).collect(),
            Value::Object(entries) => entries.iter().map(|(key, item)| (self.text(key).into_owned(), self.value(item))).collect(),
            other => other.clone(),
        }
    }

    /// The failure without secrets.
    pub fn failure(&self, failure: &mut Failure) {
        self.hide(&mut failure.title);
        failure.details.iter_mut().for_each(|line| self.hide(line));
        failure.labels.iter_mut().for_each(|label| self.hide(&mut label.text));
        [&mut failure.picture, &mut failure.help, &mut failure.snippet].into_iter().flatten().for_each(|text| self.hide(text));
    }

    /// The record without secrets.
    pub fn record(&self, record: &mut ScenarioRecord) {
        self.hide(&mut record.name);
        for step in &mut record.steps {
            if let Cow::Owned(text) = self.text(&step.text) {
                step.text = Arc::from(text);
            }
            step.attachments.iter_mut().for_each(|attachment| self.attachment(attachment));
        }
        for hook in record.before.iter_mut().chain(&mut record.after) {
            hook.attachments.iter_mut().for_each(|attachment| self.attachment(attachment));
        }
        record.failures.iter_mut().chain(&mut record.retried).for_each(|failure| self.failure(failure));
        for finding in &mut record.findings {
            self.hide(&mut finding.text);
            finding.help.iter_mut().for_each(|help| self.hide(help));
        }
        record.exchange.iter_mut().for_each(|line| self.hide(&mut line.what));
    }

    /// Bytes are left as they are.
    fn attachment(&self, attachment: &mut Attachment) {
        if let Body::Text(text) = &mut attachment.body {
            self.hide(text);
        }
        attachment.file_name.iter_mut().for_each(|name| self.hide(name));
    }

    fn hide(&self, text: &mut String) {
        if let Cow::Owned(shown) = self.text(text) {
            *text = shown;
        }
    }

    /// Where a text was cut with `…` in the middle of a secret, its beginning or its end is still there.
    fn cut(&self, text: &str) -> Option<String> {
        let mut parts: Vec<Cow<'_, str>> = text.split('…').map(Cow::Borrowed).collect();
        let mut found = false;
        for at in 0..parts.len().saturating_sub(1) {
            for form in &self.forms {
                if let Some(length) = longest(form, |part| parts[at].ends_with(part), true) {
                    let kept = parts[at].len() - length;
                    parts[at] = format!("{}{HIDDEN}", &parts[at][..kept]).into();
                    found = true;
                }
                if let Some(length) = longest(form, |part| parts[at + 1].starts_with(part), false) {
                    parts[at + 1] = format!("{HIDDEN}{}", &parts[at + 1][length..]).into();
                    found = true;
                }
            }
        }
        found.then(|| parts.join("…"))
    }
}

/// How many bytes of a form's beginning (or end) `fits` takes at most, if as many characters as a secret needs to be told by.
fn longest(form: &str, fits: impl Fn(&str) -> bool, beginning: bool) -> Option<usize> {
    let parts = form.char_indices().map(|(at, _)| if beginning { &form[..at] } else { &form[at..] });
    let mut fitting: Vec<_> = parts.filter(|part| part.chars().count() >= SHORT && part.len() < form.len() && fits(part)).collect();
    fitting.sort_by_key(|part| part.len());
    fitting.pop().map(str::len)
}

/// The text with `secret` hidden where no letter or digit touches it.
fn alone(text: &str, secret: &str) -> Option<String> {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let (mut out, mut rest, mut found) = (String::new(), text, false);
    while let Some(at) = rest.find(secret) {
        let (before, behind) = (&rest[..at], &rest[at + secret.len()..]);
        let touched = is_word(before.chars().next_back().or_else(|| out.chars().next_back())) || is_word(behind.chars().next());
        out.push_str(before);
        out.push_str(if touched { secret } else { HIDDEN });
        found |= !touched;
        rest = behind;
    }
    out.push_str(rest);
    found.then_some(out)
}

fn forms_of(secret: &str) -> BTreeSet<String> {
    let quoted = in_json(secret);
    // JSON in a text of JSON, as bodies in bodies are.
    let twice = in_json(&quoted);
    let component = encoded(secret, COMPONENT);
    let strict = encoded(secret, "-_.~");
    let form = encoded(secret, "-_.*").replace("%20", "+");
    let ascii: String = quoted.chars().flat_map(escaped).collect();
    let html = secret.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let quotes = html.replace('"', "&quot;");
    let apostrophes = quotes.replace('\'', "&#39;");
    let lower: Vec<_> = [&component, &strict, &form].into_iter().map(|text| lower_hex(text)).collect();
    let slashes = quoted.replace('/', "\\/");
    let mut forms = BTreeSet::from([secret.to_owned(), quoted, component, strict, form, ascii, html, quotes, apostrophes, slashes]);
    forms.extend([in_json(&twice), twice]);
    forms.extend(lower);
    forms.extend((0..3).flat_map(|offset| base64_inside(secret, offset)).filter(|form| form.len() >= SHORT));
    forms
}

fn in_json(text: &str) -> String {
    let json = Value::from(text).to_string();
    json[1..json.len() - 1].to_owned()
}

/// What base64 has of a secret that stands `offset` bytes (modulo 3) behind the beginning of what is encoded: the characters that depend on nothing
/// but the secret.
fn base64_inside(secret: &str, offset: usize) -> impl Iterator<Item = String> {
    let bytes = [&[0; 3][..offset], secret.as_bytes()].concat();
    let (from, to) = ((offset * 8).div_ceil(6), bytes.len() * 8 / 6);
    [STANDARD.encode(&bytes), URL_SAFE.encode(&bytes)].into_iter().map(move |text| text.get(from..to).unwrap_or_default().to_owned())
}

fn lower_hex(text: &str) -> String {
    let mut parts = text.split('%');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| {
        let (code, rest) = part.split_at(part.len().min(2));
        format!("{out}%{}{rest}", code.to_ascii_lowercase())
    })
}

/// A letter as JSON writes it in ASCII.
fn escaped(letter: char) -> Vec<char> {
    if letter.is_ascii() {
        return vec![letter];
    }
    let mut units = [0; 2];
    letter.encode_utf16(&mut units).iter().flat_map(|unit| format!("\\u{unit:04x}").chars().collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    const KEY: &str = "p@ss wörd/\"1\"&<2>";

    #[test]
    fn a_secret_is_hidden_however_it_is_written() {
        let mask = Mask::new([KEY]);
        let basic = STANDARD.encode(format!("kim:{KEY}"));
        for written in [
            format!("the key {KEY} is there"),
            format!("?key={}&b", encoded(KEY, COMPONENT)),
            format!("?key={}&b", lower_hex(&encoded(KEY, "-_.~"))),
            format!("key={}", encoded(KEY, "-_.*").replace("%20", "+")),
            format!("Basic {basic}"),
            json!({"key": KEY}).to_string(),
            "p@ss w\\u00f6rd/\\\"1\\\"&<2>".to_owned(),
            "p@ss wörd/\"1\"&amp;&lt;2&gt;".to_owned(),
            "\"p@ss wö…".to_owned(),
            "…rd/\"1\"&<2> and more".to_owned(),
        ] {
            let shown = mask.text(&written);
            assert!(shown.contains(HIDDEN), "{written} → {shown}");
            assert!(!shown.contains("ss w") && !shown.contains("rd/"), "{written} → {shown}");
        }
        assert_eq!(mask.text("nothing of it"), "nothing of it");
        assert_eq!(mask.value(&json!({"a": [KEY, 7], KEY: null})), json!({"a": ["***", 7], "***": null}));
    }

    #[test]
    fn a_short_secret_is_hidden_where_it_stands_alone() {
        let mask = Mask::new(["7", "", "abc"]);
        assert_eq!(mask.text("7 of 77 are 7, not abcd but \"abc\""), "*** of 77 are ***, not abcd but \"***\"");
        assert_eq!(mask.value(&json!([7, 77])), json!(["***", 77]));
        assert!(Mask::new([""]).is_empty() && !mask.is_empty());
    }

    proptest! {
        #[test]
        fn no_base64_keeps_a_secret(before in ".{0,7}", secret in "[!-~]{6,20}", behind in ".{0,7}") {
            let mask = Mask::new([secret.as_str()]);
            let whole = format!("{before}{secret}{behind}");
            prop_assert!(mask.text(&STANDARD.encode(&whole)).contains(HIDDEN));
            prop_assert!(mask.text(&URL_SAFE.encode(&whole)).contains(HIDDEN));
            prop_assert!(!mask.text(&whole).contains(&secret) || HIDDEN.contains(&secret));
            prop_assert!(!mask.text(&json!([whole]).to_string()).contains(&json!(secret).to_string()));
        }
    }
}
