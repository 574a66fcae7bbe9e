//! Names that are put in, and what an acceptance makes of a fixture's text.

use deskspec::compare::{Options, compare};
use deskspec::fixture::{Acceptance, Fixture, accept, substitute, substitute_expected, substitute_text};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const STRICT: Options = Options { containing: false, any_order: false };

fn kept(name: &str) -> Option<Value> {
    match name {
        "ticket" => Some(json!("268")),
        "count" => Some(json!(3)),
        "object" => Some(json!({"a": ["x", "#id"]})),
        "marker" => Some(json!("#ignore")),
        "dots" => Some(json!("a.b")),
        "quote" => Some(json!("say \"hi\"")),
        _ => None,
    }
}

const KNOWN: [&str; 6] = ["ticket", "count", "object", "marker", "dots", "quote"];

#[test]
fn names_become_values() {
    let table = [
        (json!("${count}"), json!(3)),
        (json!("${object}"), json!({"a": ["x", "#id"]})),
        (json!("n=${count}, t=${ticket}"), json!("n=3, t=268")),
        (json!("${object}!"), json!("{\"a\":[\"x\",\"#id\"]}!")),
        (json!("\\${ticket}"), json!("${ticket}")),
        (json!("\\\\${ticket}"), json!("\\${ticket}")),
        (json!("$ {} $x } {"), json!("$ {} $x } {")),
        (json!({"${count}": ["${ticket}", 1, null]}), json!({"${count}": ["268", 1, null]})),
        (json!("${ticket}${count}"), json!("2683")),
    ];
    for (value, expected) in table {
        assert_eq!(substitute(&value, &kept, &KNOWN), Ok(expected), "{value}");
    }
    assert_eq!(substitute_text("the ticket ${ticket} has \\${", &kept, &KNOWN), Ok("the ticket 268 has ${".to_owned()));
}

#[test]
fn wrong_names_are_all_reported() {
    let value = json!({"a": "${tickt}", "b": ["${", "${a{b}", "${}"], "c": "x ${nothing} ${ticket} ${cuont}"});
    let errors = substitute(&value, &kept, &KNOWN).expect_err("wrong names");
    let shown: Vec<_> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "$.a: nothing is kept as \"tickt\"",
            "$.b[0]: `${` is no name in ${...}",
            "$.b[1]: `${a{b}` is no name in ${...}",
            "$.b[2]: `${}` is no name in ${...}",
            "$.c: nothing is kept as \"nothing\"",
            "$.c: nothing is kept as \"cuont\"",
        ]
    );
    assert!(errors[0].help.starts_with("did you mean ${ticket}?"), "{}", errors[0].help);
    assert!(errors[4].help.starts_with("kept are ticket, count"), "{}", errors[4].help);
    assert!(substitute_text("${x}", &|_| None, &[]).expect_err("unknown")[0].help.starts_with("keep a value first"));
    let deep = Box::leak(Box::new((0..10_000).fold(Value::Null, |inner, _| Value::Array(vec![inner]))));
    assert_eq!(substitute(deep, &kept, &KNOWN).expect_err("too deep").len(), 1);
}

/// What was kept came from a vendor: it must not act as a marker or as a pattern.
#[test]
fn what_was_kept_is_literal_where_markers_are_read() {
    let table = [
        ("${marker}", json!("#ignore"), true),
        ("${marker}", json!("x"), false),
        ("${marker} too", json!("#ignore too"), true),
        ("${object}", json!({"a": ["x", "#id"]}), true),
        ("${object}", json!({"a": ["x", "7"]}), false),
        ("#regex ${dots}-[0-9]+", json!("a.b-12"), true),
        ("#regex ${dots}-[0-9]+", json!("axb-12"), false),
        ("#[] \"${quote}\"", json!(["say \"hi\""]), true),
        ("#[] {\"n\": ${count}}", json!([{"n": 3}]), true),
        ("\\#${count}", json!("#3"), true),
        ("##string", json!(null), true),
    ];
    for (written, actual, holds) in table {
        let value = substitute_expected(&json!(written), &kept, &KNOWN).expect(written);
        let pattern = deskspec::compare::Pattern::parse(&value).expect(written);
        assert_eq!(compare(&pattern, Some(&actual), STRICT).is_empty(), holds, "{written} {actual}");
    }
}

fn accepted(fixture: &Fixture, actual: &Value, options: Options) -> Acceptance {
    let pattern = fixture.expected(&kept, &KNOWN).expect("a pattern");
    let acceptance =
        accept(fixture, actual, &compare(&pattern, Some(actual), options)).unwrap_or_else(|error| panic!("{error}: {}", fixture.text));
    let media_type = format!("{:?}", fixture.format);
    let again = Fixture::inline("f", acceptance.new_text.trim_start_matches('\u{feff}'), Some(&media_type), 1, 0);
    let again = again.unwrap_or_else(|error| panic!("{error}\n{}", acceptance.new_text));
    let left = compare(&again.expected(&kept, &KNOWN).expect("a pattern"), Some(actual), options);
    assert!(left.is_empty(), "{left:?}\nfrom: {}\nto: {}", fixture.text, acceptance.new_text);
    acceptance
}

fn check(source: &str, media_type: &str, actual: &Value, wanted: &str) {
    let fixture = Fixture::inline("f", source, Some(media_type), 1, 0).expect(source);
    let acceptance = accepted(&fixture, actual, STRICT);
    assert_eq!(acceptance.new_text, wanted);
    assert!(!acceptance.rewritten, "{source}");
}

#[test]
fn json_keeps_its_layout() {
    let source = "{\n    \"id\": \"#id\",\n    \"status\" :  \"Closed\",\n    \"tags\": [\"a\",\"b\"],\n    \"gone\": {\"x\": 1},\n    \"n\": \"${count}\",\n    \"last\": []\n}\n";
    let actual = json!({"id": "7", "status": "Open \"now\" #1", "tags": ["a", "c", {"k": 1}], "n": 3, "last": [1, {"b": "${x}"}], "new": {"a": [1], "b": "#string"}});
    let wanted = "{\n    \"id\": \"#id\",\n    \"status\" :  \"Open \\\"now\\\" #1\",\n    \"tags\": [\"a\",\"c\", { \"k\": 1 }],\n    \"n\": \"${count}\",\n    \"last\": [\n        1,\n        {\n            \"b\": \"\\\\${x}\"\n        }\n    ],\n    \"new\": {\n        \"a\": [\n            1\n        ],\n        \"b\": \"\\\\#string\"\n    }\n}\n";
    check(source, "json", &actual, wanted);
    check("{\"a\": 1, \"b\": 2, \"c\": 3}", "json", &json!({"b": 2}), "{\"b\": 2}");
    check("{\"a\": 1, \"b\": 2, \"c\": 3}", "json", &json!({"a": 1, "d": 4}), "{\"a\": 1, \"d\": 4}");
    check("[1, 2, 3]\n", "json", &json!([]), "[]\n");
    check(" \"#id\"\n", "json", &json!("x"), " \"x\"\n");
    check("{\r\n\t\"a\": 1\r\n}\r\n", "json", &json!({"a": 1, "b": [2]}), "{\r\n\t\"a\": 1,\r\n\t\"b\": [\r\n\t\t2\r\n\t]\r\n}\r\n");
}

#[test]
fn yaml_keeps_its_comments_and_its_style() {
    let source = "# the ticket\nid: '#id'   # any\nstatus: Closed # the state\nsubject: 'it''s'\ntags:\n  # first\n  - a # one\n  - b\n  # about c\n  - c\nflow: {a: 1, b: [x, y]} # inline\ngone: 1\ntext: |\n  old\n  text\nempty:\nnested:\n  deep:\n    - k: 1\n      l: 2\n\n# the end\n";
    let actual = json!({"id": "7", "status": "On Hold", "subject": "it's not", "tags": ["a", "B: x", "c", "d"], "flow": {"a": 2, "b": ["x"], "c": null},
        "text": "new\ntext\n", "empty": {"x": []}, "nested": {"deep": [{"l": 3, "m": [1, {"nn": "no"}]}]}, "added": {"k": "1_000"}});
    let wanted = "# the ticket\nid: '#id'   # any\nstatus: On Hold # the state\nsubject: 'it''s not'\ntags:\n  # first\n  - a # one\n  - \"B: x\"\n  # about c\n  - c\n  - d\nflow: {a: 2, b: [x], \"c\": null} # inline\ntext: |\n  new\n  text\nempty:\n  x: []\nnested:\n  deep:\n    - l: 3\n      m:\n        - 1\n        - nn: \"no\"\nadded:\n  k: \"1_000\"\n\n# the end\n";
    check(source, "yaml", &actual, wanted);
}

#[test]
fn yaml_in_its_other_forms() {
    let table = [
        ("a: 1\n", json!({}), "{}\n"),
        ("- a\n- b\n", json!([]), "[]\n"),
        ("a: 1\nb: 2", json!({"a": 1}), "a: 1"),
        ("a: 1\nb: 2\n", json!({"b": 2}), "b: 2\n"),
        ("- - p\n  - q\n- r\n", json!([["q", "s"], "r"]), "- - q\n  - s\n- r\n"),
        ("a:\n- x\n-\n", json!({"a": ["w", 1, 2]}), "a:\n- w\n- 1\n- 2\n"),
        ("a:\n  b: 1\n  c: 2\n", json!({"a": {"b": 1, "d": 1}, "e": 1}), "a:\n  b: 1\n  d: 1\ne: 1\n"),
        ("a:\n  b: 1\nc: 2\n", json!({"a": [1, [2]], "c": {"d": "x"}}), "a:\n  - 1\n  - - 2\nc:\n  d: x\n"),
        ("a: !!str 12 # s\n", json!({"a": 12}), "a: 12 # s\n"),
        ("{a, b: }\n", json!({"a": 1, "b": 2}), "{a: 1, b: 2 }\n"),
        ("a: &x 1\nb: *x\nc: *x\n", json!({"a": 1, "b": 2, "c": 1}), "a: &x 1\nb: 2\nc: *x\n"),
        ("a: &x 1\nb: *x\n", json!({"a": 2, "b": 1}), "a: &x 2\nb: 1\n"),
        (
            "a: &x {i: '#id', n: 1}\nb: *x\n",
            json!({"a": {"i": "1", "n": 1}, "b": {"i": "1", "n": 2}}),
            "a: &x {i: '#id', n: 1}\nb: { \"i\": \"#id\", \"n\": 2 }\n",
        ),
        ("plain words\n", json!("other: words"), "\"other: words\"\n"),
        ("--- # doc\na: 1\n...\n", json!({"a": "on"}), "--- # doc\na: \"on\"\n...\n"),
        ("a: 'x'\r\nb: 1\r\n", json!({"a": "y", "b": 1, "c": {"d": 1}}), "a: 'y'\r\nb: 1\r\nc:\r\n  d: 1\r\n"),
        ("a: >-\n  long\n  text\nb: 1\n", json!({"a": "short", "b": 1}), "a: |-\n  short\nb: 1\n"),
    ];
    for (source, actual, wanted) in table {
        check(source, "yaml", &actual, wanted);
    }
    let odd = Fixture::inline("f", "? a\n: 1\n? b\n: 2\n", Some("yaml"), 1, 0).expect("YAML");
    let acceptance = accepted(&odd, &json!({"b": 2, "c": 3}), STRICT);
    assert_eq!((acceptance.new_text.as_str(), acceptance.rewritten), ("b: 2\nc: 3\n", true));
}

#[test]
fn changes_are_told_one_by_one() {
    let fixture = Fixture::inline("f", "a: 1\nb:\n  - '#[] #string'\n  - x\nc: \"${object}\"\nd: '#notpresent'\n", Some("yaml"), 11, 4)
        .expect("YAML");
    let acceptance = accepted(&fixture, &json!({"b": [["p", 1], "x", "y"], "c": {"a": ["z"]}, "d": null}), STRICT);
    let shown: Vec<_> = acceptance
        .changes
        .iter()
        .map(|change| format!("{}: {} -> {} (line {})", change.path, change.from, change.to, change.line))
        .collect();
    assert_eq!(
        shown,
        [
            "$.a: 1 -> nothing (line 11)",
            "$.b[0]: \"#[] #string\" -> [\"p\",1] (line 13)",
            "$.b[2]: nothing -> \"y\" (line 13)",
            "$.c: \"${object}\" -> {\"a\":[\"z\"]} (line 15)",
            "$.d: \"#notpresent\" -> null (line 16)",
        ]
    );
    let text = Fixture::inline("f", "words", Some("text"), 1, 0).expect("text");
    let mismatches = compare(&text.expected(&kept, &KNOWN).expect("a pattern"), Some(&json!("x")), STRICT);
    assert!(accept(&text, &json!("x"), &mismatches).is_err());
}

#[test]
fn in_any_order_the_counterparts_take_the_place() {
    let options = Options { any_order: true, containing: true };
    let fixture = Fixture::inline("f", "- {id: 1, a: x} # one\n- {id: 2, a: y} # two\n- gone\n", Some("yaml"), 1, 0).expect("YAML");
    let acceptance = accepted(&fixture, &json!([{"id": 2, "a": "z", "more": 1}, {"id": 1, "a": "x"}]), options);
    assert_eq!(acceptance.new_text, "- {id: 1, a: x} # one\n- {id: 2, a: z} # two\n");
}

/// A value with markers, names and texts that look like them.
fn any_expected() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        4 => any_scalar(),
        1 => prop_oneof![Just("#string"), Just("#ignore"), Just("##id"), Just("#[] #number"), Just("#notpresent"), Just("#present"), Just("${object}"), Just("x ${ticket}"),
            Just("\\#x"), Just("\\${x}")].prop_map(Value::from),
    ];
    nested(scalar)
}

fn any_scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3_i64..3).prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        "[a-c]{0,2}".prop_map(Value::from),
        "(a|b| |\\n|#|:|-|'|\"|\\\\|\\$\\{|é|\\t|\\[|,|\u{85}|\u{7f}|\r|\u{feff}){0,6}".prop_map(Value::from),
        prop_oneof![
            Just("no"),
            Just("1_000"),
            Just("007"),
            Just("~"),
            Just("---"),
            Just("<<"),
            Just("- x"),
            Just("a: b"),
            Just("# c"),
            Just("one\n two\n\nthree\n")
        ]
        .prop_map(Value::from),
    ]
}

fn nested(scalar: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Value> {
    scalar.prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a-d]|a b|é|#k|1|\\$\\{", inner), 0..4)
                .prop_map(|entries| Value::from(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The value as YAML in a layout that depends on `seed`: block or flow, quotes or none, comments, blank lines, indentation.
fn layout(value: &Value, indent: usize, seed: &mut u64) -> String {
    let mut draw = |sides: u64| draw(seed, sides);
    let flow = draw(4) == 0;
    let (comment, blank, wide) = (draw(4) == 0, draw(5) == 0, 1 + usize::try_from(draw(3)).unwrap());
    let between = format!("{}\n{}{}", if comment { " # why" } else { "" }, if blank { "\n" } else { "" }, " ".repeat(indent));
    match value {
        Value::Array(items) if !items.is_empty() && !flow => {
            let parts: Vec<_> = items.iter().map(|item| format!("- {}", layout(item, indent + 2, seed))).collect();
            parts.join(&between)
        }
        Value::Object(entries) if !entries.is_empty() && !flow => {
            let parts: Vec<_> = entries
                .iter()
                .map(|(key, item)| {
                    let is_block = item.as_array().is_some_and(|items| !items.is_empty())
                        || item.as_object().is_some_and(|entries| !entries.is_empty());
                    let inner = layout(item, indent + wide, seed);
                    let is_flow = inner.starts_with(['[', '{']);
                    let gap = if is_block && !is_flow { format!("\n{}", " ".repeat(indent + wide)) } else { " ".to_owned() };
                    format!("{}:{gap}{inner}", json!(key))
                })
                .collect();
            parts.join(&between)
        }
        Value::Array(items) if comment => format!("[ {}\n ]", items.iter().map(Value::to_string).collect::<Vec<_>>().join(" ,\n   ")),
        Value::String(text) if text.chars().all(|c| c.is_ascii_lowercase()) && text != "no" && !text.is_empty() => text.clone(),
        Value::Null if !flow => "~".to_owned(),
        value => value.to_string(),
    }
}

/// Some number below `sides`, and the next seed.
fn draw(seed: &mut u64, sides: u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % sides
}

/// The value with some elements and entries changed, gone or new.
fn mutated(value: &Value, seed: &mut u64) -> Value {
    let news = [json!("new"), json!({"p": [1, {"q": "no"}]}), json!([[], "x: y"]), json!(null), json!("two\nlines\n"), json!({})];
    let new = |seed: &mut u64| news[usize::try_from(draw(seed, 6)).unwrap()].clone();
    match value {
        _ if draw(seed, 8) == 0 => new(seed),
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(|item| mutated(item, seed)).collect();
            items.truncate(items.len() - usize::from(draw(seed, 4) == 0).min(items.len()));
            items.extend((draw(seed, 3) == 0).then(|| new(seed)));
            Value::from(items)
        }
        Value::Object(entries) => {
            let mut map = Map::new();
            for (key, item) in entries {
                if draw(seed, 4) > 0 {
                    map.insert(key.clone(), mutated(item, seed));
                }
            }
            if draw(seed, 3) == 0 {
                map.insert("new key".to_owned(), new(seed));
            }
            Value::from(map)
        }
        scalar => scalar.clone(),
    }
}

fn options() -> impl Strategy<Value = Options> {
    (any::<bool>(), any::<bool>()).prop_map(|(containing, any_order)| Options { containing, any_order })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn an_accepted_json_fixture_has_no_mismatch(expected in any_expected(), actual in nested(any_scalar()), options in options(), pretty in any::<bool>()) {
        let source = if pretty { serde_json::to_string_pretty(&expected).unwrap() } else { expected.to_string() };
        let Ok(fixture) = Fixture::inline("f", &source, Some("json"), 1, 0) else { return Ok(()) };
        if fixture.expected(&kept, &KNOWN).is_ok() {
            prop_assert!(!accepted(&fixture, &actual, options).rewritten, "{}", source);
        }
    }

    #[test]
    fn an_accepted_yaml_fixture_has_no_mismatch(expected in any_expected(), actual in nested(any_scalar()), options in options(), seed in any::<u64>()) {
        let source = format!("{}\n", layout(&expected, 0, &mut seed.clone()));
        let Ok(fixture) = Fixture::inline("f", &source, Some("yaml"), 1, 0) else { return Ok(()) };
        if fixture.expected(&kept, &KNOWN).is_ok() {
            let acceptance = accepted(&fixture, &actual, options);
            prop_assert!(!acceptance.rewritten, "{}\n--- {}\n{}", source, actual, acceptance.new_text);
        }
    }

    #[test]
    fn a_fixture_that_nearly_holds_is_edited_in_place(expected in any_expected(), seed in any::<u64>(), options in options(), yaml in any::<bool>(), pretty in any::<bool>()) {
        let mut state = seed;
        let source = match (yaml, pretty) {
            (true, _) => format!("{}\n", layout(&expected, 0, &mut state)),
            (false, true) => serde_json::to_string_pretty(&expected).unwrap(),
            (false, false) => expected.to_string(),
        };
        let Ok(fixture) = Fixture::inline("f", &source, Some(if yaml { "yaml" } else { "json" }), 1, 0) else { return Ok(()) };
        if fixture.expected(&kept, &KNOWN).is_ok() {
            let actual = mutated(&fixture.value, &mut state);
            let acceptance = accepted(&fixture, &actual, options);
            prop_assert!(!acceptance.rewritten, "{}\n--- {}\n{}", source, actual, acceptance.new_text);
        }
    }

    /// However strange the text: once it is a value, it can be made to say what was found, if need be as a whole.
    #[test]
    fn any_text_that_is_a_value_can_be_accepted(source in "((a|b|c)(:|: )|- |\\? |[\\[\\]{}:,\"'#&*!|>~]|  |\\n|\\n  |a|1|é|&x |\\*x|--- |!!str |\\r\\n){1,14}", actual in nested(any_scalar())) {
        for media_type in ["json", "yaml"] {
            let Ok(fixture) = Fixture::inline("f", &source, Some(media_type), 1, 0) else { continue };
            if fixture.expected(&kept, &KNOWN).is_ok() {
                accepted(&fixture, &actual, STRICT);
            }
        }
    }

    /// Two values that are nearly alike: most of the text stays.
    #[test]
    fn what_matches_is_not_touched(entries in prop::collection::btree_map("[a-z]{2}", any_scalar(), 2..6), pick in any::<prop::sample::Index>(), seed in any::<u64>()) {
        let value = json!(entries);
        let source = format!("# first\n{}\n# last\n", layout(&value, 0, &mut seed.clone()));
        let Ok(fixture) = Fixture::inline("f", &source, Some("yaml"), 1, 0) else { return Ok(()) };
        if fixture.expected(&kept, &KNOWN).is_err() {
            return Ok(());
        }
        let mut actual = fixture.expected(&kept, &KNOWN).unwrap().to_value().unwrap_or_default();
        let key = entries.keys().nth(pick.index(entries.len())).unwrap();
        if !actual.is_object() {
            return Ok(());
        }
        actual[key] = json!(["changed"]);
        let acceptance = accepted(&fixture, &actual, STRICT);
        prop_assert_eq!(acceptance.changes.len(), 1);
        let path = format!("$.{key}").parse().unwrap();
        let span = fixture.position(&path).unwrap();
        let key_end = source[..span.start].trim_end_matches([' ', '|']).len();
        prop_assert_eq!(&acceptance.new_text[..key_end], &source[..key_end]);
        let tail = source[span.end..].len();
        prop_assert_eq!(&acceptance.new_text[acceptance.new_text.len() - tail..], &source[span.end..]);
    }
}
