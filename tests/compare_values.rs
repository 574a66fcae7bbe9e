//! Expected × actual without pictures: strictness, markers, order, paths. The oracle for plain values is assert-json-diff.

use assert_json_diff::{CompareMode, Config, NumericMode, assert_json_matches_no_panic};
use deskspec::compare::{MismatchKind, Options, Path, Pattern, Segment, compare};
use deskspec::spelling::nearest;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const STRICT: Options = Options { containing: false, any_order: false };
const CONTAINING: Options = Options { containing: true, any_order: false };
const ANY_ORDER: Options = Options { containing: false, any_order: true };

fn pattern(value: &Value) -> Pattern {
    Pattern::parse(value).unwrap_or_else(|errors| panic!("{value}: {errors:?}"))
}

fn lines(expected: &Value, actual: &Value, options: Options) -> Vec<String> {
    compare(&pattern(expected), Some(actual), options).iter().map(ToString::to_string).collect()
}

/// Each marker with what it holds for and what it does not hold for.
#[test]
fn markers_hold_for_what_they_say() {
    let table: Vec<(&str, Vec<Value>, Vec<Value>)> = vec![
        ("#ignore", vec![json!(1), json!(null), json!({})], vec![]),
        ("#present", vec![json!(1), json!(null)], vec![]),
        ("#null", vec![json!(null)], vec![json!(0), json!(""), json!(false)]),
        ("#notnull", vec![json!(0), json!("")], vec![json!(null)]),
        ("#string", vec![json!(""), json!("x")], vec![json!(1), json!(null), json!(["x"])]),
        ("#number", vec![json!(1), json!(1.5)], vec![json!("1"), json!(true)]),
        ("#boolean", vec![json!(true), json!(false)], vec![json!(0), json!("true")]),
        ("#array", vec![json!([]), json!([1])], vec![json!({}), json!("[]")]),
        ("#object", vec![json!({}), json!({"a": 1})], vec![json!([]), json!(null)]),
        (
            "#uuid",
            vec![json!("550e8400-e29b-41d4-a716-446655440000"), json!("550E8400-E29B-41D4-A716-446655440000")],
            vec![
                json!("550e8400-e29b-41d4-a716-44665544000"),
                json!("550e8400e29b41d4a716446655440000"),
                json!("550e8400-e29b-41d4-a716-44665544000g"),
                json!(5),
            ],
        ),
        ("#regex [A-Z]+-[0-9]+", vec![json!("AB-12")], vec![json!("xAB-12"), json!("AB-12\n"), json!(12)]),
        ("#regex a|b", vec![json!("a"), json!("b")], vec![json!("ab"), json!("ac")]),
        ("#regex (?x) a b # spaced", vec![json!("ab")], vec![json!("a b")]),
        (
            "#id",
            vec![json!("26811000000760569")],
            vec![json!(26_811_000_000_760_569_u64), json!(""), json!("12a"), json!("-1"), json!("١٢")],
        ),
        (
            "#html",
            vec![json!("<div style=\"a>b\">Test</div>"), json!("a<br/>b"), json!("</p>")],
            vec![json!("1 < 2 and 3 > 2"), json!("text"), json!("<"), json!("<div"), json!("<3 you>")],
        ),
        (
            "#urlencoded <div>.*",
            vec![json!("%3Cdiv%3EThis%20is+a%20draft")],
            vec![json!("%3Cp%3E"), json!("%3"), json!("%zz"), json!("%FF"), json!(1)],
        ),
        ("#[]", vec![json!([]), json!([1, 2])], vec![json!({}), json!(null)]),
        ("#[2]", vec![json!([1, "x"])], vec![json!([]), json!([1, 2, 3]), json!("12")]),
        ("#[] #id", vec![json!([]), json!(["1", "2"])], vec![json!(["1", 2]), json!("1")]),
        ("#[2] #string", vec![json!(["a", "b"])], vec![json!(["a"]), json!(["a", 1])]),
        (
            "#[] {\"id\": \"#id\", \"tags\": \"#[] #string\"}",
            vec![json!([{"id": "1", "tags": []}])],
            vec![json!([{"id": "x", "tags": []}]), json!([{}])],
        ),
        ("#[] 5", vec![json!([5, 5.0])], vec![json!([6])]),
        ("#[] #[] #number", vec![json!([[1], []])], vec![json!([["1"]])]),
        ("##string", vec![json!("x"), json!(null)], vec![json!(1)]),
        ("##[] #id", vec![json!(null), json!(["1"])], vec![json!(["x"])]),
    ];
    for (marker, good, bad) in table {
        for value in good {
            assert_eq!(lines(&json!(marker), &value, STRICT), [""; 0], "{marker} should hold for {value}");
        }
        for value in bad {
            assert_ne!(lines(&json!(marker), &value, STRICT), [""; 0], "{marker} should not hold for {value}");
        }
    }
}

#[test]
fn the_times_of_the_documents_and_no_others() {
    let table = [
        ("#iso-time", "2026-01-05T09:00:00Z", true),
        ("#iso-time", "2018-09-10T13:34:26.000Z", true),
        ("#iso-time", "2026-01-05T09:00:00+05:30", true),
        ("#iso-time", "2026-01-05T09:00:00.123456789-00:00", true),
        ("#iso-time", "2024-02-29T00:00:00Z", true),
        ("#iso-time", "2026-02-29T00:00:00Z", false),
        ("#iso-time", "2026-01-05 09:00:00Z", false),
        ("#iso-time", "2026-01-05T09:00:00", false),
        ("#iso-time", "2026-01-05T24:00:00Z", false),
        ("#iso-time", "2026-01-05T09:00:00.Z", false),
        ("#iso-time", "2026-1-5T09:00:00Z", false),
        ("#iso-time", "+026-01-05T09:00:00Z", false),
        ("#iso-time", "", false),
        ("#desk-time", "09 Jun 2021 06:34 PM", true),
        ("#desk-time", "08/15/2018 12:00 PM", true),
        ("#desk-time", "15/08/2018 12:00 PM", false),
        ("#desk-time", "31 Jun 2021 06:34 PM", false),
        ("#desk-time", "09 jun 2021 06:34 PM", false),
        ("#desk-time", "9 Jun 2021 06:34 PM", false),
        ("#desk-time", "09 Jun 2021 18:34 PM", false),
        ("#desk-time", "09 Jun 2021 00:34 AM", false),
        ("#desk-time", "2021-06-09T18:34:00Z", false),
        ("#desk-time", "", false),
    ];
    for (marker, text, holds) in table {
        assert_eq!(lines(&json!(marker), &json!(text), STRICT).is_empty(), holds, "{marker} {text}");
    }
}

#[test]
fn what_is_absent_is_not_null() {
    let actual = json!({});
    for (marker, holds) in
        [("#ignore", true), ("#notpresent", true), ("##string", true), ("#present", false), ("#null", false), ("x", false)]
    {
        let found = lines(&json!({"a": marker}), &actual, STRICT);
        assert_eq!(found.is_empty(), holds, "{marker}: {found:?}");
    }
    assert_eq!(lines(&json!({"a": "#notpresent"}), &json!({"a": null}), STRICT), ["$.a: expected #notpresent, found null"]);
    let nothing = compare(&pattern(&json!(1)), None, STRICT);
    assert_eq!((nothing[0].kind, nothing[0].to_string()), (MismatchKind::Missing, "$: expected 1, found nothing".to_owned()));
    assert_eq!(compare(&pattern(&json!("#notpresent")), None, STRICT), []);
}

#[test]
fn every_mismatch_is_reported_in_order_with_its_path() {
    let expected =
        json!({"ticket": {"status": "Closed", "n": "1", "tags": ["a", "b"], "odd key": 1, "subjct": "x"}, "id": "#id", "list": "#[2]"});
    let actual = json!({"ticket": {"status": "Open", "n": 1, "tags": ["a", "c", "d"], "odd key": 2, "subject": "x"}, "id": 7, "list": [1]});
    assert_eq!(
        lines(&expected, &actual, STRICT),
        [
            "$.ticket.status: expected \"Closed\", found \"Open\"",
            "$.ticket.n: expected the string \"1\", found the number 1 (the same text in another type)",
            "$.ticket.tags[1]: expected \"b\", found \"c\"",
            "$.ticket.tags[2]: expected nothing, found \"d\"",
            "$.ticket[\"odd key\"]: expected 1, found 2",
            "$.ticket.subjct: expected \"x\", found nothing (did you mean \"subject\"?)",
            "$.ticket.subject: expected nothing, found \"x\"",
            "$.id: expected #id, found 7",
            "$.list: expected #[2], found [1] (it has 1 element)",
        ]
    );
}

#[test]
fn notes_say_what_the_eye_misses() {
    let note = |expected: &str, actual: &str| compare(&Pattern::literal(&json!(expected)), Some(&json!(actual)), STRICT)[0].note.clone();
    assert_eq!(note("a b", "a\u{a0}b").as_deref(), Some("only white space or invisible characters differ"));
    assert_eq!(note("Closed", "closed").as_deref(), Some("only upper and lower case differ"));
    assert_eq!(note(&format!("{}x", "é".repeat(40)), &format!("{}y", "é".repeat(40))).as_deref(), Some("they differ from character 41 on"));
    assert_eq!(note("a", "b"), None);
    let line = lines(&json!("x"), &json!("\u{1b}[31mred\u{202e}"), STRICT).remove(0);
    assert_eq!(line, "$: expected \"x\", found \"\\u001b[31mred\\u202e\"");
}

#[test]
fn a_backslash_makes_a_literal() {
    for (written, meant) in [("\\#101", "#101"), ("\\\\#101", "\\#101"), ("\\n", "\\n"), ("a#b", "a#b"), ("", ""), ("\\", "\\")] {
        assert_eq!(lines(&json!({"a": written}), &json!({"a": meant}), STRICT), [""; 0], "{written}");
        assert_eq!(pattern(&json!(written)).to_value(), Ok(json!(meant)));
        assert_eq!(pattern(&json!(written)).written(), json!(written));
    }
    assert_eq!(lines(&json!("\\#101"), &json!("101"), STRICT), ["$: expected \"#101\", found \"101\""]);
    assert_eq!(compare(&Pattern::literal(&json!("#string")), Some(&json!("#string")), STRICT), []);
    assert_eq!(compare(&Pattern::literal(&json!("#string")), Some(&json!("x")), STRICT).len(), 1);
    let errors = pattern(&json!({"a": ["#id", 1]})).to_value().unwrap_err();
    assert_eq!(errors[0].to_string(), "$.a[0]: the marker `#id` stands for no value here");
}

#[test]
fn wrong_markers_are_all_named_with_a_suggestion() {
    let value = json!({"a": "#strin", "b": ["#regex a(b", "#101"], "c": "#string x", "d": "#[x]", "e": "#[] nonsense", "f": "#regex", "g": "#[] [\"#nmber\"]",
        "h": "#", "i": "#regex a) | (?:b", "j": "#[] #[] #strng"});
    let errors = Pattern::parse(&value).unwrap_err();
    let shown: Vec<_> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "$.a: unknown marker `#strin`",
            "$.b[0]: bad pattern in `#regex a(b` at character 9: unclosed group",
            "$.b[1]: unknown marker `#101`",
            "$.c: `#string` stands alone, found `#string x`",
            "$.d: `#[x]` is no array marker",
            "$.e: the element of an array marker is neither a marker nor JSON: expected ident at line 1 column 2",
            "$.f: `#regex` needs a pattern",
            "$.g: unknown marker `#nmber`",
            "$.h: unknown marker `#`",
            "$.i: bad pattern in `#regex a) | (?:b` at character 9: unopened group",
            "$.j: unknown marker `#strng`",
        ]
    );
    assert!(errors[0].help.starts_with("write `#string`;"), "{}", errors[0].help);
    assert!(errors[2].help.contains("`\\#101` (in JSON `\\\\#101`)"), "{}", errors[2].help);
}

#[test]
fn numbers_are_equal_by_value() {
    let equal = [(json!(1), json!(1.0)), (json!(-0.0), json!(0)), (json!(1e3), json!(1000)), (json!(u64::MAX), json!(u64::MAX))];
    for (one, other) in equal {
        assert_eq!(lines(&one, &other, STRICT), [""; 0], "{one} {other}");
        assert_eq!(lines(&json!([one]), &json!([other]), ANY_ORDER), [""; 0]);
    }
    let different = [
        (json!(9_007_199_254_740_993_u64), json!(9_007_199_254_740_992.0)),
        (json!(u64::MAX), json!(18_446_744_073_709_551_615.0)),
        (json!(1), json!(1.5)),
        (json!(-1), json!(u64::MAX)),
        (json!(1), json!(1e300)),
    ];
    for (one, other) in different {
        assert_eq!(lines(&one, &other, STRICT).len(), 1, "{one} {other}");
        assert_eq!(lines(&other, &one, STRICT).len(), 1, "{one} {other}");
    }
}

#[test]
fn containing_relaxes_keys_at_every_level_and_nothing_else() {
    let actual = json!({"a": [{"id": "1", "more": 1}], "extra": true});
    assert_eq!(lines(&json!({"a": [{"id": "1"}]}), &actual, CONTAINING), [""; 0]);
    assert_eq!(lines(&json!({"a": "#[] {\"id\": \"#id\"}"}), &actual, CONTAINING), [""; 0]);
    assert_eq!(lines(&json!({"a": []}), &actual, CONTAINING), ["$.a[0]: expected nothing, found {\"id\":\"1\",\"more\":1}"]);
    assert_eq!(lines(&json!({"extr": true}), &actual, CONTAINING), ["$.extr: expected true, found nothing (did you mean \"extra\"?)"]);
}

#[test]
fn any_order_pairs_as_many_as_possible() {
    // A greedy reader would give "a" to "#string" and then find no "a" for the literal.
    assert_eq!(lines(&json!(["#string", "a"]), &json!(["a", "b"]), ANY_ORDER), [""; 0]);
    assert_eq!(lines(&json!(["#ignore", "#string", "#id"]), &json!(["1", "x", 5]), ANY_ORDER), [""; 0]);
    assert_eq!(lines(&json!([[1, 2], [3]]), &json!([[3], [2, 1]]), ANY_ORDER), [""; 0]);
    assert_eq!(lines(&json!(["##string", "#notnull"]), &json!(["a"]), ANY_ORDER), [""; 0]);
    assert_eq!(lines(&json!([1, 1, 2]), &json!([1, 2, 2]), ANY_ORDER), ["$[1]: expected 1, found 2"]);
    assert_eq!(lines(&json!([1, 2]), &json!([2]), ANY_ORDER), ["$[0]: expected 1, found nothing"]);
    assert_eq!(lines(&json!([1]), &json!([2, 1]), ANY_ORDER), ["$[0]: expected nothing, found 2"]);
    let expected = json!([{"id": 1, "a": 1, "b": 1}, {"id": 2, "a": 2, "b": 2}]);
    let actual = json!([{"id": 2, "a": 2, "b": 9}, {"id": 1, "a": 9, "b": 1}]);
    assert_eq!(lines(&expected, &actual, ANY_ORDER), ["$[0].a: expected 1, found 9 at $[1].a", "$[1].b: expected 2, found 9 at $[0].b"]);
    let large: Vec<u32> = (0..500).collect();
    let shuffled: Vec<u32> = (0..500).map(|n| (n * 7) % 500).collect();
    assert_eq!(lines(&json!(large), &json!(shuffled), ANY_ORDER), [""; 0]);
    let other: Vec<u32> = (1..501).map(|n| if n == 500 { 900 } else { n }).collect();
    assert_eq!(lines(&json!(large), &json!(other), ANY_ORDER), ["$[0]: expected 0, found 900 at $[499]"]);
}

/// Each level asks for the verdict before it asks for the mismatches; that must not double the work at each level.
#[test]
fn nested_arrays_in_any_order_stay_cheap() {
    let nested = |levels: usize, leaf: Value| (0..levels).fold(leaf, |inner, _| Value::Array(vec![inner]));
    let found = lines(&nested(120, json!([1, 2])), &nested(120, json!([3, 1])), ANY_ORDER);
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("[1]: expected 2, found 3 at $[0]"), "{}", found[0]);
    let wide = |last: i32| (0..4).fold(json!([1, last]), |inner, level| json!([inner, level, [inner, "x"]]));
    assert!(!lines(&wide(2), &wide(3), ANY_ORDER).is_empty());
}

#[test]
fn paths_are_read_back_as_they_are_written() {
    let path = Path::new(vec![
        Segment::Key("a".into()),
        Segment::Key("ticket.status".into()),
        Segment::Index(0),
        Segment::Key("q\"]ü".into()),
        Segment::Key("_1".into()),
    ]);
    assert_eq!(path.to_string(), "$.a[\"ticket.status\"][0][\"q\\\"]ü\"]._1");
    assert_eq!(path.to_string().parse(), Ok(path.clone()));
    assert_eq!(serde_json::from_value::<Path>(json!(path.to_string())).unwrap(), path);
    for bad in ["", "a", "$.", "$.a b", "$[", "$[x]", "$[\"a]", "$[\"a\"", "$a"] {
        assert!(bad.parse::<Path>().is_err(), "{bad}");
    }
    assert_eq!(path.of(&json!({"a": {"ticket.status": [{"q\"]ü": {"_1": 5}}]}})), Some(&json!(5)));
    assert_eq!(nearest("stauts", ["subject", "status"]), Some("status"));
}

/// Any JSON value without markers.
fn any_json() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-5_i64..5).prop_map(Value::from),
        (-4_i32..4).prop_map(|n| json!(f64::from(n) / 2.0)),
        "[a-c1 ]{0,2}".prop_map(Value::from),
    ];
    scalar.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-d]{1,2}", inner, 0..4).prop_map(|map| Value::from(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The paths that assert-json-diff names in its report, in our notation; none where it is content.
fn oracle(expected: &Value, actual: &Value, mode: CompareMode) -> BTreeSet<String> {
    let config = Config::new(mode).numeric_mode(NumericMode::AssumeFloat);
    let Err(report) = assert_json_matches_no_panic(actual, expected, config) else { return BTreeSet::new() };
    let path = |line: &str| Some(line.strip_prefix("json atom")?.split('"').nth(1)?.replace("(root)", ""));
    report.lines().filter_map(path).map(|path| format!("${path}")).collect()
}

/// Every place in a value.
fn places(value: &Value, at: &Path, out: &mut Vec<Path>) {
    out.push(at.clone());
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(index, item)| places(item, &at.join(Segment::Index(index)), out)),
        Value::Object(map) => map.iter().for_each(|(key, item)| places(item, &at.join(Segment::Key(key.clone())), out)),
        _ => {}
    }
}

fn put(value: &mut Value, at: &Path, new: Value) {
    let mut place = value;
    for segment in at.segments() {
        place = match segment {
            Segment::Key(key) => &mut place[key.as_str()],
            Segment::Index(index) => &mut place[*index],
        };
    }
    *place = new;
}

proptest! {
    #[test]
    fn strict_agrees_with_the_oracle(expected in any_json(), actual in any_json()) {
        let ours: BTreeSet<String> = compare(&pattern(&expected), Some(&actual), STRICT).iter().map(|mismatch| mismatch.path.to_string()).collect();
        prop_assert_eq!(ours, oracle(&expected, &actual, CompareMode::Strict));
    }

    /// In its inclusive mode the oracle lets an array be longer than expected; ours keeps the length, so what is unexpected in an array is
    /// set aside here. In all else they agree.
    #[test]
    fn containing_agrees_with_the_oracle_but_for_longer_arrays(expected in any_json(), actual in any_json()) {
        let mismatches = compare(&pattern(&expected), Some(&actual), CONTAINING);
        let longer = |path: &Path| matches!(path.segments().last(), Some(Segment::Index(_)));
        let ours: BTreeSet<String> = mismatches.iter()
            .filter(|mismatch| !(mismatch.kind == MismatchKind::Unexpected && longer(&mismatch.path)))
            .map(|mismatch| mismatch.path.to_string()).collect();
        prop_assert_eq!(ours, oracle(&expected, &actual, CompareMode::Inclusive));
    }

    #[test]
    fn a_value_equals_itself(value in any_json()) {
        for options in [STRICT, CONTAINING, ANY_ORDER] {
            prop_assert_eq!(compare(&pattern(&value), Some(&value), options), vec![]);
            prop_assert_eq!(compare(&Pattern::literal(&value), Some(&value), options), vec![]);
        }
    }

    #[test]
    fn one_mutation_is_found_at_its_place(value in any_json(), pick in any::<prop::sample::Index>()) {
        let mut all = Vec::new();
        places(&value, &Path::default(), &mut all);
        let place = pick.get(&all);
        let mut changed = value.clone();
        put(&mut changed, place, json!("mutated"));
        let found = compare(&pattern(&value), Some(&changed), STRICT);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].path, place);
        prop_assert_eq!(found[0].expected.as_ref(), place.of(&value));
        prop_assert_eq!(&found[0].actual, &Some(json!("mutated")));
        // A marker of the place's type has the same place.
        let found = compare(&pattern(&changed), Some(&value), STRICT);
        prop_assert_eq!(&found[0].path, place);
    }

    #[test]
    fn a_shuffled_array_is_the_same_in_any_order(items in prop::collection::vec(any_json(), 0..6), rotate in 0_usize..6) {
        let mut other = items.clone();
        if !other.is_empty() {
            let by = rotate % other.len();
            other.rotate_left(by);
            other.reverse();
        }
        prop_assert_eq!(lines(&json!({"a": items}), &json!({"a": other}), ANY_ORDER), Vec::<String>::new());
    }

    /// In any order there are never more mismatches than in the given one.
    #[test]
    fn any_order_is_never_worse(one in prop::collection::vec(any_json(), 0..4), other in prop::collection::vec(any_json(), 0..4)) {
        let (one, other) = (json!(one), json!(other));
        let strict = compare(&pattern(&one), Some(&other), STRICT);
        let relaxed = compare(&pattern(&one), Some(&other), ANY_ORDER);
        prop_assert!(!strict.is_empty() || relaxed.is_empty(), "{:?}", relaxed);
    }

    #[test]
    fn no_text_panics_as_a_marker_or_a_path(text in "(#|\\\\|\\[|[0-9]|\\]|[a-z]| |\\$|\\(|\"|\\.|é){0,12}", value in any_json()) {
        if let Ok(pattern) = Pattern::parse(&json!(text)) {
            let _ = compare(&pattern, Some(&value), STRICT);
            prop_assert_eq!(pattern.written(), json!(text));
        }
        if let Ok(path) = text.parse::<Path>() {
            prop_assert_eq!(path.to_string().parse::<Path>(), Ok(path));
        }
    }
}
