use super::Exit;
use crate::catalog::Platform;
use crate::spelling::nearest;
use crate::steps::{StepDoc, vocabulary};
use std::fmt::Write as _;

/// The sentences that contain `word`, as a person reads them.
pub(super) fn steps(word: Option<&str>) -> (String, Exit) {
    let wanted = |step: &&StepDoc| {
        word.is_none_or(|word| {
            [&step.expression, &step.description, &step.example].iter().any(|text| text.to_lowercase().contains(&word.to_lowercase()))
        })
    };
    let found: Vec<_> = vocabulary().iter().filter(wanted).collect();
    if found.is_empty() {
        return (nothing(word.unwrap_or_default()), Exit::Usage);
    }
    let mut out = String::new();
    let mut group = "";
    for step in found {
        if step.group != group {
            group = step.group;
            let _ = writeln!(out, "{}{group}\n", if out.is_empty() { "# " } else { "\n# " });
        }
        let _ = writeln!(out, "{} {}\n    {}", step.keyword, step.expression, step.description);
        if step.hosts != [Platform::Desk] {
            let hosts: Vec<_> = step.hosts.iter().map(|platform| platform.word()).collect();
            let _ = writeln!(out, "    On {}.", hosts.join(" and "));
        }
        // An example that only repeats the sentence is told all the same: it shows what stands for {string}.
        for line in step.example.lines() {
            let _ = writeln!(out, "    > {line}");
        }
    }
    (out, Exit::Passed)
}

fn nothing(word: &str) -> String {
    let words: Vec<&str> = vocabulary().iter().flat_map(|step| step.expression.split_whitespace()).collect();
    let near = nearest(word, words).map(|near| format!(": did you mean `deskspec steps {near}`?")).unwrap_or_default();
    format!("error: no sentence contains \"{word}\"{near}\n")
}
