use super::feature::{Step, given, then, when, write_steps};
use super::random::Random;
use super::words::{WORDS, payload, quarters, text};
use super::{Body, Definition, GIVENS, THENS, WHENS};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// How often each kind of definition is said, of a hundred.
const ARRANGED: [(usize, &str); 6] =
    [(45, "set_text"), (25, "set_number"), (5, "set_float"), (8, "set_entry"), (8, "set_rows"), (9, "set_json")];
const ACTED: [(usize, &str); 5] = [(50, "act_on"), (25, "act_by"), (15, "act"), (5, "fill"), (5, "post")];

/// A feature of the bare suite.
pub(super) fn feature(random: &mut Random, file: usize, scenarios: usize) -> String {
    let mut out = format!("@generated @area-{}\nFeature: Help-desk extension area {file}\n\n  Every scenario passes.\n\n", file % 17);
    for number in 0..scenarios {
        let steps = scenario(random);
        if random.percent(10) {
            out.push_str("  # a remark about the next scenario\n");
        }
        if random.percent(40) {
            let _ = writeln!(out, "  @case-{number} @{}", random.pick(&WORDS));
        }
        let _ = writeln!(out, "  Scenario: {} case {file}-{number}", text(random, 5));
        write_steps(&mut out, &steps);
    }
    out
}

fn scenario(random: &mut Random) -> Vec<Step> {
    let mut scene = Scene::default();
    for _ in 0..*random.pick(&[2, 2, 2, 2, 3]) {
        let body = random.weighted(&ARRANGED);
        scene.arrange(random, body);
    }
    for _ in 0..*random.pick(&[1, 1, 2]) {
        let body = random.weighted(&ACTED);
        scene.act(random, body);
    }
    scene.conclude(random);
    [scene.givens, scene.whens, scene.thens].concat()
}

#[derive(Debug, Default)]
struct Scene {
    used: BTreeSet<&'static str>,
    givens: Vec<Step>,
    whens: Vec<Step>,
    thens: Vec<Step>,
    last: String,
}

impl Scene {
    /// Something is given, once, and expected at the end.
    fn arrange(&mut self, random: &mut Random, body: &str) {
        let definition = one_of(random, GIVENS, body);
        if !self.used.insert(definition.key) {
            return;
        }
        let expectation = THENS.iter().find(|then| then.key == definition.key);
        let expected = |arguments: &[&str]| expectation.map(|definition| then(definition.say(arguments)));
        match definition.below() {
            Body::Nothing => {
                let arguments = arguments(random, body);
                let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
                self.givens.push(given(definition.say(&arguments)));
                self.thens.extend(expected(&arguments));
            }
            Body::Table => {
                let rows = rows(random);
                self.givens.push(given(definition.say(&[])).table(&rows));
                self.thens.extend(expected(&[]).map(|step| step.table(&rows[..2])));
            }
            Body::Json => {
                let payload = payload(random);
                self.givens.push(given(definition.say(&[])).json("", &payload));
                self.thens.extend(expected(&[]).map(|step| step.json("", &reversed(&payload))));
            }
        }
    }

    fn act(&mut self, random: &mut Random, body: &str) {
        let definition = one_of(random, WHENS, body);
        definition.key.clone_into(&mut self.last);
        let step = match body {
            "fill" => when(definition.say(&[])).table(&rows(random)),
            "post" => {
                let payload = payload(random);
                if let Some(expectation) = THENS.iter().find(|then| then.key == definition.key) {
                    // Of several bodies the last one counts.
                    self.thens.retain(|step| !step.says(&expectation.say(&[])));
                    self.thens.push(then(expectation.say(&[])).json("", &payload));
                }
                when(definition.say(&[])).json("", &payload)
            }
            "act" => when(definition.say(&[])),
            _ => {
                self.last = arguments(random, body).remove(0);
                when(definition.say(&[&self.last]))
            }
        };
        self.whens.push(step);
    }

    fn conclude(&mut self, random: &mut Random) {
        if !self.thens.is_empty() && random.percent(40) {
            return;
        }
        let (body, argument) =
            if random.percent(50) { ("expect_count", self.whens.len().to_string()) } else { ("expect_last", self.last.clone()) };
        self.thens.push(then(one_of(random, THENS, body).say(&[&argument])));
    }
}

fn one_of(random: &mut Random, table: &'static [Definition], body: &str) -> &'static Definition {
    let fitting: Vec<_> = table.iter().filter(|definition| definition.body == body).collect();
    fitting[random.between(0, fitting.len() - 1)]
}

/// As they stand in a feature.
fn arguments(random: &mut Random, body: &str) -> Vec<String> {
    match body {
        "set_number" | "act_by" => vec![random.between(0, 99_999).to_string()],
        "set_float" => vec![format!("{:.2}", quarters(random, 400))],
        "set_entry" => vec![(*random.pick(&WORDS)).to_owned(), text(random, 4)],
        _ => vec![text(random, 4)],
    }
}

fn rows(random: &mut Random) -> Vec<(&'static str, String)> {
    let count = random.between(3, 6);
    random.sample(count, &WORDS).into_iter().map(|name| (*name, text(random, 2))).collect()
}

/// The same object with its members in another order.
fn reversed(payload: &Value) -> Value {
    payload.as_object().into_iter().flatten().rev().map(|(name, value)| (name.clone(), value.clone())).collect()
}

#[test]
fn every_definition_is_said() {
    let mut random = Random::new(1);
    let text = feature(&mut random, 0, 3000);
    let words =
        |sentence: &str| sentence.split('"').step_by(2).map(|part| part.replace(|c: char| c.is_ascii_digit() || c == '.', "")).collect();
    let said: BTreeSet<String> = text.lines().filter_map(|line| Some(words(line.strip_prefix("    ")?.split_once(' ')?.1))).collect();
    let all: Vec<_> = GIVENS.iter().chain(WHENS).chain(THENS).collect();
    assert_eq!(all.len(), 80);
    for definition in all {
        assert!(said.contains(&words(&definition.say(&["", ""]))), "{}", definition.expression);
    }
}
