//! The official test data of Cucumber expressions, against the library that the step attributes stand on.
//!
//! What the library cannot do is listed by name in `expressions/listed.rs`, with what to write instead, and the list is exact: a case that
//! is listed and passes fails the test too.

#[path = "expressions/listed.rs"]
mod listed;
#[path = "expressions/official.rs"]
mod official;

use cucumber::Parameter as _;
use cucumber::codegen::Expression;
use listed::LISTED;
use official::{ast, tokens};
use regex::Regex;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The cases of a folder by their names; `None` where the data are not at hand.
fn cases(folder: &str) -> Option<BTreeMap<String, Value>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/cucumber-expressions").join(folder);
    let Ok(entries) = fs::read_dir(&root) else {
        println!("skipped: {} is not there", root.display());
        return None;
    };
    let mut cases = BTreeMap::new();
    for entry in entries {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("the data are UTF-8");
        let case = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        cases.insert(format!("{folder}/{}", path.file_stem().expect("a name").to_string_lossy()), case);
    }
    Some(cases)
}

/// Checks a folder's cases: each passes, or is listed and does not; what the list says to write instead passes.
fn check(folder: &str, least: usize, passes: impl Fn(&Value) -> Result<(), String>) {
    let Some(cases) = cases(folder) else { return };
    assert!(cases.len() >= least, "only {} cases were found", cases.len());
    let mut wrong = Vec::new();
    for (name, case) in &cases {
        let listed = LISTED.iter().find(|listed| listed.case == name);
        match (passes(case), listed) {
            (Ok(()), None) => {}
            (Ok(()), Some(_)) => wrong.push(format!("{name} passes: take it off the list")),
            (Err(why), None) => wrong.push(format!("{name}: {why}")),
            (Err(fault), Some(listed)) => {
                println!("{name} {fault}: {}", listed.why);
                let Some(instead) = listed.instead else { continue };
                let mut case = case.clone();
                case["expression"] = instead.into();
                wrong.extend(passes(&case).err().map(|why| format!("{name}: {instead} does not do instead: {why}")));
            }
        }
    }
    wrong.extend(
        LISTED.iter().filter(|it| it.case.starts_with(folder) && !cases.contains_key(it.case)).map(|it| format!("{} is no case", it.case)),
    );
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn the_list_is_in_order_and_says_why() {
    assert!(LISTED.is_sorted_by_key(|listed| listed.case));
    assert!(LISTED.iter().all(|listed| !listed.why.is_empty()));
}

/// A type of one's own, as users of the library write it: the definition's argument has it, and the expression names it.
#[derive(Debug, PartialEq, cucumber::Parameter)]
#[param(name = "colour", regex = "red|green|blue")]
struct Colour(String);

impl std::str::FromStr for Colour {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

#[test]
fn types_of_ones_own_stand_beside_the_libraries() {
    let own = std::collections::HashMap::from([(Colour::NAME, Colour::REGEX)]);
    let regex = Expression::regex_with_parameters("the {word} has {colour} eyes", &own).expect("the type is known");
    let captures = regex.captures("the cat has green eyes").expect("it matches");
    assert_eq!(captures[2].parse(), Ok(Colour("green".to_owned())));
    assert!(!regex.is_match("the cat has grey eyes"));
}

fn expression(case: &Value) -> &str {
    case["expression"].as_str().expect("every case has an expression")
}

/// The column of the official error, where the case is to be refused.
fn refused_at(case: &Value) -> Option<usize> {
    let message = case.get("exception")?.as_str()?;
    let column = message.lines().next()?.strip_suffix(':')?.rsplit(' ').next()?;
    Some(column.parse().expect("a column"))
}

/// Whether `found` is what the case expects, or the expression is refused where it should be.
fn compared(case: &Value, found: Result<Value, usize>, expected: &str) -> Result<(), String> {
    match (found, refused_at(case)) {
        (Err(column), Some(official)) if column == official => Ok(()),
        (Err(column), Some(official)) => Err(format!("is refused at column {column}, not {official}")),
        (Err(column), None) => Err(format!("is refused at column {column}")),
        (Ok(found), Some(_)) => Err(format!("is not refused, but read as {found}")),
        (Ok(found), None) if found == case[expected] => Ok(()),
        (Ok(found), None) => Err(format!("is {found}, not {}", case[expected])),
    }
}

/// The regular expression that the attributes make, or the column where the expression is refused.
fn regex(text: &str) -> Result<Regex, usize> {
    Expression::regex(text).map_err(|error| official::column_of_expansion(text, &error))
}

#[test]
fn texts_are_cut_into_the_official_tokens() {
    check("cucumber-expression/tokenizer", 16, |case| compared(case, tokens(expression(case)), "expected_tokens"));
}

#[test]
fn expressions_have_the_official_trees() {
    check("cucumber-expression/parser", 28, |case| compared(case, ast(expression(case)), "expected_ast"));
}

#[test]
fn expressions_become_the_official_regular_expressions() {
    check("cucumber-expression/transformation", 8, |case| {
        compared(case, regex(expression(case)).map(|regex| regex.as_str().into()), "expected_regex")
    });
}

#[test]
fn expressions_match_what_they_should_and_bring_the_official_arguments() {
    check("cucumber-expression/matching", 65, |case| {
        let found = regex(expression(case)).map(|regex| case["text"].as_str().map_or(Value::Null, |text| arguments(&regex, text, case)));
        compared(case, found, "expected_args")
    });
}

#[test]
fn regular_expressions_bring_the_official_arguments() {
    check("regular-expression/matching", 3, |case| {
        let regex = Regex::new(expression(case)).expect("a regular expression");
        let text = case["text"].as_str().expect("a text");
        compared(case, Ok(arguments(&regex, text, case)), "expected_args")
    });
}

/// What a step definition is given: of a parameter's groups the first that is not empty; nothing where the text does not match.
fn arguments(regex: &Regex, text: &str, case: &Value) -> Value {
    let Some(captures) = regex.captures(text) else { return Value::Null };
    let mut found: Vec<(String, String)> = Vec::new();
    for (index, name) in regex.capture_names().enumerate().skip(1) {
        let text = captures.get(index).map_or("", |group| group.as_str());
        let parameter =
            name.and_then(|name| name.rsplit_once('_')).map_or_else(|| index.to_string(), |(parameter, _)| parameter.to_owned());
        let text = deskspec::run::unescaped(name, text);
        match found.last_mut().filter(|(known, _)| *known == parameter) {
            Some((_, known)) if known.is_empty() => *known = text.into_owned(),
            Some(_) => {}
            None => found.push((parameter, text.into_owned())),
        }
    }
    found.iter().enumerate().map(|(index, (_, text))| typed(text, &case["expected_args"][index])).collect()
}

/// A definition says which type it takes, and the text is read as that: here, the type that the case expects.
fn typed(text: &str, expected: &Value) -> Value {
    match expected {
        Value::Number(number) if number.is_i64() => text.parse::<i64>().map_or_else(|_| text.into(), Value::from),
        Value::Number(_) => text.parse::<f64>().map_or_else(|_| text.into(), Value::from),
        _ => text.into(),
    }
}
