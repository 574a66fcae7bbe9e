//! The README's console blocks are what the program says: each `$` line is run from the repository's root, and its output compared.
//!
//! `...` on a line of its own stands for any lines, and times are left out. `cargo run --release -- X` is `deskspec X`.

use std::fs;
use std::path::Path;
use std::process::Command;

struct Example {
    line: usize,
    command: String,
    output: Vec<String>,
}

fn examples(text: &str) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut inside = false;
    for (line, number) in text.lines().zip(1..) {
        match (line, inside) {
            ("```console", _) => inside = true,
            ("```", true) => inside = false,
            (line, true) => match (line.strip_prefix("$ "), found.last_mut()) {
                (Some(command), _) => found.push(Example { line: number, command: command.to_owned(), output: Vec::new() }),
                (None, Some(example)) => example.output.push(line.to_owned()),
                (None, None) => panic!("README.md:{number}: output before a command"),
            },
            _ => {}
        }
    }
    found
}

fn timeless(line: &str) -> String {
    let is_time = line.strip_suffix(" s").is_some_and(|number| number.parse::<f64>().is_ok());
    if is_time { "0.00 s".to_owned() } else { line.trim_end().to_owned() }
}

/// Whether `actual` is what `expected` says; `...` eats as many lines as it must.
fn fits(expected: &[String], actual: &[String]) -> bool {
    match expected.split_first() {
        None => actual.is_empty(),
        Some((line, rest)) if line == "..." => (0..=actual.len()).any(|skipped| fits(rest, &actual[skipped..])),
        Some((line, rest)) => actual.first() == Some(line) && fits(rest, &actual[1..]),
    }
}

fn run(command: &str) -> Vec<String> {
    let words = command.strip_prefix("cargo run --release -- ").or_else(|| command.strip_prefix("deskspec "));
    let words = words.unwrap_or_else(|| panic!("README.md runs only deskspec, not `{command}`"));
    let output = Command::new(env!("CARGO_BIN_EXE_deskspec"))
        .args(words.split(' '))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("COLUMNS")
        .output()
        .expect("the program runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    text.lines().map(timeless).collect()
}

#[test]
fn every_console_block_is_what_the_program_says() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("README.md");
    let mut checked = 0;
    for Example { line, command, output } in examples(&text) {
        if command == "cargo test" {
            continue;
        }
        checked += 1;
        let expected: Vec<_> = output.iter().map(|line| timeless(line)).collect();
        let actual = run(&command);
        let difference = similar::TextDiff::from_lines(expected.join("\n"), actual.join("\n")).unified_diff().to_string();
        assert!(fits(&expected, &actual), "README.md:{line}: `{command}` says otherwise:\n{difference}");
    }
    assert!(checked >= 3, "README.md shows only {checked} commands");
}

#[test]
fn dots_stand_for_any_lines_and_nothing_else_does() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    assert!(fits(&lines("a\n...\nd"), &lines("a\nb\nc\nd")));
    assert!(fits(&lines("a\n...\nd"), &lines("a\nd")));
    assert!(!fits(&lines("a\n...\nd"), &lines("a\nb")));
    assert!(!fits(&lines("a"), &lines("a\nb")));
}
