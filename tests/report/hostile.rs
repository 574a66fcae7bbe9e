//! Samples in which all text is somebody's who means harm.

use crate::support::Sample;
use serde_json::Value;

/// What is one of a few words in a record, and no text.
const WORDS: [&str; 3] = ["status", "fault", "severity"];

/// The sample with this text in the place of every other.
pub(crate) fn hostile(sample: &Sample, text: &str) -> Sample {
    let spoilt = |value: Value| {
        let mut value = value;
        spoil(&mut value, text);
        value
    };
    let json = |it: serde_json::Result<Value>| spoilt(it.expect("a record is JSON"));
    let summary = sample.run.summary.clone();
    let mut run = json(serde_json::to_value(&sample.run));
    run["summary"] = serde_json::to_value(&summary).expect("counts are JSON");
    let run = serde_json::from_value(run).expect("only texts were changed");
    let scenarios = serde_json::from_value(json(serde_json::to_value(&sample.scenarios))).expect("only texts were changed");
    Sample { run, scenarios }
}

fn spoil(value: &mut Value, text: &str) {
    match value {
        Value::String(it) => *it = text.to_owned(),
        Value::Array(all) => all.iter_mut().for_each(|it| spoil(it, text)),
        Value::Object(all) => all.iter_mut().filter(|(key, _)| !WORDS.contains(&key.as_str())).for_each(|(_, it)| spoil(it, text)),
        _ => {}
    }
}
