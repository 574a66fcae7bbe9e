//! Nothing that a file can hold is too odd: it is read, or its errors have places and help. Never a panic, never without bounds.

use deskspec::gherkin::{Message, ParseError, media_type, parse, parse_from, pickles, warnings};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// No file has more of either.
const MOST_ERRORS: usize = 110;
const MOST_WARNINGS: usize = 1000;

/// Lines that Gherkin knows, and some that it does not.
const LINES: [&str; 41] = [
    "Feature: f",
    "Rule: r",
    "Background:",
    "Scenario: s",
    "Scenario Outline: o <a>",
    "Examples:",
    "Given <a>",
    "When x",
    "And y",
    "* z",
    "| a | b |",
    "| 1 |",
    "| <a> | \\n\\| |",
    "\"\"\"",
    "```json",
    "@t @u",
    "@t x",
    "@t #c",
    "# c",
    "# language: fr",
    "# language: xx",
    "",
    "text <a",
    "<a> </a> <b>",
    "  | --- |",
    "`@t` `@",
    "# Feature: f",
    "## Scenario: s",
    "### Scenaro: s",
    "* Given x",
    "* Whn x",
    "- given: x",
    "Whn x",
    "Scenaro : x",
    "\u{feff}",
    "\\|\\",
    "\u{a0}\u{2003}Given\u{a0}\u{301}x",
    "日本語: 前提",
    "*",
    ":",
    "\r",
];

/// The official good and bad files; a few of our own lines where they are not at hand.
fn seeds() -> &'static [String] {
    static SEEDS: OnceLock<Vec<String>> = OnceLock::new();
    SEEDS.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/gherkin");
        let mut paths: Vec<_> = ["good", "bad"]
            .iter()
            .filter_map(|folder| fs::read_dir(root.join(folder)).ok())
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "feature" || ending == "md"))
            .collect();
        paths.sort();
        let mut seeds: Vec<String> = paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
        if seeds.is_empty() {
            println!("skipped: {} is not there", root.display());
            seeds.push(LINES.join("\n"));
        }
        seeds
    })
}

/// What is done to a file: at a place of it, so many characters give way to a text.
fn edits() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, String)>> {
    let text = prop_oneof![
        3 => prop::sample::select(LINES.to_vec()).prop_map(|line| format!("\n{line}\n")),
        2 => prop::sample::select(vec!["|", "\"\"\"", "<", ">", "@", ":", "\\", "\n", "\t", " ", "#"]).prop_map(str::to_owned),
        1 => ".{0,8}",
    ];
    prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, text), 1..6)
}

fn edited(seed: &str, edits: &[(prop::sample::Index, usize, String)]) -> String {
    let mut text: Vec<char> = seed.chars().collect();
    for (place, length, instead) in edits {
        let start = place.index(text.len() + 1);
        let end = (start + length).min(text.len());
        text.splice(start..end, instead.chars());
    }
    text.into_iter().collect()
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text in any::<String>(), markdown in any::<bool>()) {
        check(&text, markdown)?;
    }

    #[test]
    fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..400), markdown in any::<bool>()) {
        check(&String::from_utf8_lossy(&bytes), markdown)?;
    }

    #[test]
    fn no_order_of_lines_is_too_odd(
        lines in prop::collection::vec((0_usize..6, prop_oneof![9 => prop::sample::select(LINES.to_vec()).prop_map(str::to_owned), 1 => ".*"]), 0..60),
        ending in prop::sample::select(vec!["\n", "\r\n"]),
        markdown in any::<bool>(),
    ) {
        let text: Vec<_> = lines.iter().map(|(indent, line)| format!("{}{line}", " ".repeat(*indent))).collect();
        check(&text.join(ending), markdown)?;
    }

    #[test]
    fn no_change_of_an_official_file_is_too_odd(seed in any::<prop::sample::Index>(), edits in edits(), markdown in any::<bool>()) {
        check(&edited(&seeds()[seed.index(seeds().len())], &edits), markdown)?;
    }

    #[test]
    fn no_tag_expression_is_too_odd(text in "(not |and |or |@a|\\(|\\)|\\\\| |&&|[^ ]){0,20}") {
        if let Ok(expression) = deskspec::gherkin::TagExpression::parse(&text) {
            let again = deskspec::gherkin::TagExpression::parse(&expression.to_string());
            prop_assert_eq!(again.as_ref(), Ok(&expression));
            prop_assert_eq!(expression.matches(["@a"]), again.is_ok_and(|again| again.matches(["@a"])));
        }
    }
}

/// Whatever is read has its places within the text, and errors have theirs, and help.
fn check(text: &str, markdown: bool) -> Result<(), TestCaseError> {
    let uri = if markdown { "a.feature.md" } else { "a.feature" };
    let lines: Vec<u32> = text.split('\n').map(|line| u32::try_from(line.chars().count()).unwrap_or(u32::MAX)).collect();
    let within = |line: u32, column: u32| column >= 1 && line >= 1 && lines.get(line as usize - 1).is_some_and(|width| column <= width + 1);
    written(&Message::Source { uri, data: text, media_type: media_type(uri) })?;
    match parse(uri, text) {
        Err(errors) => {
            prop_assert!(!errors.is_empty() && errors.len() <= MOST_ERRORS);
            prop_assert!(errors.is_sorted_by_key(|error| (error.line, error.column)));
            let last = u32::try_from(lines.len()).unwrap_or(u32::MAX);
            let at_the_end = |error: &ParseError| error.column == 0 && (error.line == last || error.line == last + 1);
            for error in &errors {
                prop_assert!(within(error.line, error.column) || at_the_end(error), "{error:?}");
                prop_assert!(error.help.as_ref().is_some_and(|help| !help.is_empty()), "{error:?}");
                written(&Message::ParseError(error))?;
            }
        }
        Ok(document) => {
            let warnings = warnings(&document);
            prop_assert!(warnings.len() <= MOST_WARNINGS && warnings.is_sorted_by_key(|warning| (warning.line, warning.column)));
            for warning in &warnings {
                prop_assert!(within(warning.line, warning.column), "{warning:?}");
                prop_assert!(warning.help.as_ref().is_some_and(|help| !help.is_empty()), "{warning:?}");
            }
            written(&Message::GherkinDocument(&document))?;
            let pickles = pickles(&document);
            for pickle in &pickles {
                prop_assert!(within(pickle.location.line, pickle.location.column));
                prop_assert!(
                    pickle.steps.iter().all(|step| within(step.location.line, step.text_column) && step.text_column > step.location.column)
                );
                written(&Message::Pickle(pickle))?;
            }
            let ids = pickles.last().map_or(document.next_id(), |last| last.id + 1);
            prop_assert_eq!(ids, document.next_id());
            prop_assert_eq!(parse_from(uri, text, 5).map(|later| later.next_id()), Ok(document.next_id() + 5));
        }
    }
    Ok(())
}

/// A message is one line of JSON.
fn written(message: &Message<'_>) -> Result<(), TestCaseError> {
    let line = serde_json::to_string(message).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert!(!line.contains('\n') && serde_json::from_str::<serde_json::Value>(&line).is_ok());
    Ok(())
}
