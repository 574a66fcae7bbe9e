//! What is shipped can be read by whoever installs the extension (MAN-05, MAN-07).

use super::super::found::Found;
use crate::extension::Place;
use crate::extension::package::Entry;
use regex::Regex;
use serde_json::Value;
use std::sync::LazyLock;

/// What a secret looks like, and what it is.
const SECRETS: [(&str, &str); 11] = [
    (r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----", "a private key"),
    (r"\bAKIA[0-9A-Z]{16}\b", "an access key of Amazon Web Services"),
    (r"\bgh[pousr]_[A-Za-z0-9]{36,}\b", "a token of GitHub's"),
    (r"\bgithub_pat_[A-Za-z0-9_]{50,}\b", "a token of GitHub's"),
    (r"\bxox[abprs]-[A-Za-z0-9-]{20,}\b", "a token of Slack's"),
    (r"\bsk_live_[A-Za-z0-9]{20,}\b", "a secret key of Stripe's"),
    (r"\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,}\b", "a secret key of an AI service"),
    (r"\bAIza[0-9A-Za-z_-]{35}\b", "an API key of Google's"),
    (r"\b1000\.[0-9a-f]{32}\.[0-9a-f]{32}\b", "an OAuth token of Zoho's"),
    (r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\b", "a JSON web token"),
    (r#"(?i)\b(?:client|app|api|consumer)[_-]?secret["']?\s*[:=]\s*["'][A-Za-z0-9+/_=.-]{16,}["']"#, "a client's secret"),
];

/// How many characters a secret has at least that is looked for, and one that is no word.
const SHORTEST: usize = 8;
const NO_WORD: usize = 20;

/// Secrets in the files of the folder `app`.
pub(super) fn look(found: &mut Found<'_>) {
    let secret = found.package().and_then(|package| package.manifest.get("secret")).and_then(Value::as_str);
    let secret = secret.filter(|secret| secret.chars().count() >= SHORTEST);
    let survey = found.survey;
    for (entry, text) in survey.entries.iter().filter_map(|entry| Some((entry, entry.text.as_deref()?))) {
        let at = |offset: usize| place(found_at(survey, entry), text, offset);
        if let Some(offset) = secret.and_then(|secret| stands_in(text, secret)) {
            let what = "the manifest's \"secret\" stands in a file that is shipped: whoever has it can sign requests as the extension";
            found.at("MAN-07", &at(offset), what, "take it out, write a new one into the manifest, and sign on your server alone");
        }
        for (at, what) in stand_in(&found_at(survey, entry), text) {
            let text = format!("{what} stands in a file that is shipped");
            found.at("MAN-05", &at, text, "take it out and withdraw it; let a connection, or your server, hold it");
        }
    }
}

/// What looks like a secret in the text of `file`, the first of each kind.
pub(in super::super) fn stand_in(file: &str, text: &str) -> Vec<(Place, &'static str)> {
    static PATTERNS: LazyLock<Vec<(Regex, &str)>> =
        LazyLock::new(|| SECRETS.iter().filter_map(|(pattern, what)| Some((Regex::new(pattern).ok()?, *what))).collect());
    let hit = |(pattern, what): &(Regex, &'static str)| Some((place(file.to_owned(), text, pattern.find(text)?.start()), *what));
    PATTERNS.iter().filter_map(hit).collect()
}

/// Where a secret stands in a text: one that may be a word counts only where it is a literal of its own.
fn stands_in(text: &str, secret: &str) -> Option<usize> {
    if secret.chars().count() >= NO_WORD {
        return text.find(secret);
    }
    ['"', '\'', '`'].iter().find_map(|quote| text.find(&format!("{quote}{secret}{quote}"))).map(|offset| offset + 1)
}

fn found_at(survey: &crate::extension::package::Survey, entry: &Entry) -> String {
    survey.show(&entry.path)
}

fn place(file: String, text: &str, offset: usize) -> Place {
    let before = &text[..offset];
    let number = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count());
    Place { file, line: number(before.matches('\n').count() + 1), column: number(column + 1) }
}
