//! Findings as workflow commands, which GitHub shows beside the lines of a change.

use crate::record::{CheckRecord, Flaw, Severity};

/// A command a finding, a line each.
#[must_use]
pub fn github(record: &CheckRecord) -> String {
    record.findings.iter().map(command).collect()
}

fn command(flaw: &Flaw) -> String {
    let level = match flaw.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let place = if flaw.at.line > 0 { format!(",line={},col={}", flaw.at.line, flaw.at.column) } else { String::new() };
    let message = data(&format!("{}; {}", flaw.text, flaw.help));
    format!("::{level} file={}{place},title={}::{message}\n", property(&flaw.at.file), property(&flaw.rule))
}

/// A message: what ends a command is encoded.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property: what separates properties, too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Place;

    #[test]
    fn what_separates_is_encoded() {
        let at = Place { file: "a,b:c.js".into(), line: 2, column: 7 };
        let flaw = Flaw { rule: "SDK-14".into(), severity: Severity::Note, at, text: "100% of\nit".into(), help: "write: it".into() };
        assert_eq!(command(&flaw), "::notice file=a%2Cb%3Ac.js,line=2,col=7,title=SDK-14::100%25 of%0Ait; write: it\n");
    }
}
