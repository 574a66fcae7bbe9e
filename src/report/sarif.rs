//! Findings as SARIF 2.1.0 (OASIS), for code scanning.

use crate::record::{CheckRecord, Flaw, Severity};
use serde_json::{Value, json};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The findings of a check as a SARIF log.
#[must_use]
pub fn sarif(record: &CheckRecord) -> String {
    let rules: Vec<Value> = record
        .checks
        .iter()
        .map(|check| {
            json!({
                "id": check.rule,
                "shortDescription": {"text": check.title},
                "defaultConfiguration": {"level": level(check.severity)},
            })
        })
        .collect();
    let results: Vec<Value> = record.findings.iter().map(|flaw| result(flaw, record)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "deskspec", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn result(flaw: &Flaw, record: &CheckRecord) -> Value {
    let mut physical = json!({"artifactLocation": {"uri": uri(&flaw.at.file)}});
    if flaw.at.line > 0 {
        physical["region"] = json!({"startLine": flaw.at.line, "startColumn": flaw.at.column.max(1)});
    }
    let mut result = json!({
        "ruleId": flaw.rule,
        "level": level(flaw.severity),
        "message": {"text": format!("{}; {}", flaw.text, flaw.help)},
        "locations": [{"physicalLocation": physical}],
    });
    if let Some(index) = record.checks.iter().position(|check| check.rule == flaw.rule) {
        result["ruleIndex"] = json!(index);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A path as a URI reference: what a reader would take for something else is encoded.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let relative = path.strip_prefix("./").unwrap_or(&path);
    let mut uri = if relative.starts_with('/') { "file://".to_owned() } else { String::new() };
    for byte in relative.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_uri_references() {
        let cases =
            [("app/a b.js", "app/a%20b.js"), ("./app\\é.js", "app/%C3%A9.js"), ("/tmp/x.js", "file:///tmp/x.js"), ("a:b#c", "a%3Ab%23c")];
        for (path, expected) in cases {
            assert_eq!(uri(path), expected);
        }
    }
}
