//! What extensions and their authors keep secret stands in no output, however it is written there.

#[path = "cli/support.rs"]
mod support;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use std::fs;
use support::Project;

const SECRET: &str = "kä9/Q=7 \"x\"&<y>-Zw";
const STEPS: &str = r#"
    Given the ticket "26811000000760569" with
      | subject | SUBJECT |
    And the extension "chat" has a channel
    And the extension "chat" has the secure param "apiKey"
    When the agent sets the param "apiKey" of the extension "chat" to 'SECRET'
    And the agent opens the ticket "26811000000760569"
"#;

/// Every way in which it may be written.
fn written() -> Vec<String> {
    let bytes = SECRET.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    let encoded = bytes.collect::<String>();
    vec![
        SECRET.to_owned(),
        format!("https://a.example/?key={encoded}&b=1"),
        format!("key={}", encoded.replace("%20", "+")),
        format!("Basic {}", STANDARD.encode(format!("kim:{SECRET}"))),
        format!("token {}", URL_SAFE_NO_PAD.encode(format!("{SECRET}:kim"))),
        serde_json::json!({ "key": SECRET }).to_string(),
        format!("{} {SECRET}", "x".repeat(115)),
    ]
}

/// Nothing of it that a reader could use.
fn hides(output: &str, form: &str, what: &str) {
    let inner = SECRET.get(3..11).expect("a part");
    assert!(output.contains("***"), "{what} hides nothing of {form}:\n{output}");
    for part in [SECRET, inner, "kä9/", "k%C3%A4", "k%c3%a4", "Q%3D7", "Zw"] {
        assert!(!output.contains(part), "{what} shows {part} of {form}:\n{output}");
    }
    for offset in 0..3 {
        let text = STANDARD.encode(format!("{}{SECRET}", "x".repeat(offset)));
        assert!(!output.contains(&text[8..20]), "{what} shows base64 of {form}:\n{output}");
    }
}

fn project(steps: &str) -> Project {
    Project::new().file("features/secret.feature", format!("Feature: Secrets\n  Scenario: A secret\n{}", steps.replace("SECRET", SECRET)))
}

#[test]
fn no_output_shows_a_secret() {
    for form in written() {
        let steps = STEPS.replace("SUBJECT", &form.replace('|', "\\|")) + "    Then the ticket's \"subject\" is \"something else\"\n";
        let project = project(&steps);
        let ran = project.deskspec(&["run", "--report", "junit=report.xml"]).exits(1);
        hides(&format!("{}{}", ran.out, ran.err), &form, "the console");
        hides(&fs::read_to_string(project.path("report.xml")).expect("a report"), &form, "JUnit");
    }
}

#[test]
fn no_secret_is_accepted_into_a_fixture() {
    let steps = STEPS.replace("SUBJECT", SECRET) + "    Then the ticket contains \"ticket\"\n";
    let project = project(&steps).file("fixtures/ticket.json", "{\"subject\": \"another\"}");
    let ran = project.deskspec(&["run", "--accept"]).exits(1).says(&["--accept writes no secret there"]);
    hides(&format!("{}{}", ran.out, ran.err), SECRET, "--accept");
    assert_eq!(fs::read_to_string(project.path("fixtures/ticket.json")).expect("a fixture"), "{\"subject\": \"another\"}");
}

#[test]
fn what_no_one_declared_secret_is_shown() {
    let steps =
        STEPS.replace("SUBJECT", SECRET).replace("the secure param", "the optional param") + "    Then the ticket's \"subject\" is \"x\"\n";
    let ran = project(&steps).deskspec(&["run"]).exits(1);
    assert!(ran.out.contains("kä9/"), "{}", ran.out);
}
