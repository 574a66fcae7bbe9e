//! What a person sees of a difference: two columns, unified diffs; and values too deep for the stack.

use deskspec::compare::{DEPTH_LIMIT, MismatchKind, Options, Pattern, clip, compare, diff, is_deeper_than, side_by_side};
use proptest::prelude::*;
use serde_json::{Value, json};

fn picture(expected: &Value, actual: &Value, options: Options, width: usize) -> String {
    let pattern = Pattern::parse(expected).expect("a pattern");
    side_by_side(expected, actual, &compare(&pattern, Some(actual), options), width)
}

#[test]
fn lines_that_differ_are_marked_and_the_rest_is_folded() {
    let expected =
        json!({"a": 1, "b": 2, "c": 3, "d": 4, "e": {"id": "#id", "status": "Closed", "gone": [1]}, "f": 1, "g": 2, "h": 3, "i": 4});
    let actual = json!({"a": 1, "b": 2, "c": 3, "d": 4, "e": {"id": "7", "status": "Open", "new": null}, "f": 1, "g": 2, "h": 3, "i": 4});
    let drawn = picture(&expected, &actual, Options::default(), 61);
    let wanted = r##"
  expected                     | actual
  {                            | {
  … 4 lines
    "e": {                     |   "e": {
      "id": "#id",             |     "id": "7",
>     "status": "Closed",      ≠     "status": "Open",
>     "gone": [                -
>       1                      -
>     ]                        -
>                              +     "new": null
    },                         |   },
    "f": 1,                    |   "f": 1,
  … 4 lines
"##;
    assert_eq!(drawn.trim(), wanted.trim(), "{drawn}");
}

#[test]
fn in_any_order_pairs_stand_on_one_line() {
    let expected = json!([{"id": 1, "s": "a"}, {"id": 2, "s": "b"}, "x"]);
    let actual = json!(["x", {"id": 2, "s": "c"}, {"id": 1, "s": "a"}]);
    let drawn = picture(&expected, &actual, Options { any_order: true, ..Options::default() }, 40);
    let wanted = r##"
  expected          | actual
  [                 | [
  … 4 lines
    {               |   {
      "id": 2,      |     "id": 2,
>     "s": "b"      ≠     "s": "c"
    },              |   },
    "x"             |   "x",
  ]                 | ]
"##;
    assert_eq!(drawn.trim(), wanted.trim(), "{drawn}");
}

#[test]
fn long_lines_wrap_where_they_differ_and_are_cut_elsewhere() {
    let long = "lorem ipsum ".repeat(20);
    let drawn = picture(&json!({"same": long, "other": long}), &json!({"same": long, "other": format!("{long}x")}), Options::default(), 80);
    assert!(drawn.lines().all(|line| line.chars().count() <= 80), "{drawn}");
    assert!(drawn.contains('…') && drawn.contains("x\""), "{drawn}");
    let hostile = picture(&json!("a"), &json!("\u{1b}[2J\u{9b}1m\u{202e}"), Options::default(), 80);
    assert!(!hostile.contains(|c: char| c.is_control() && c != '\n') && !hostile.contains('\u{202e}'), "{hostile:?}");
}

#[test]
fn a_bad_element_is_marked_on_its_own_line() {
    let drawn = picture(&json!({"tags": "#[] #string"}), &json!({"tags": ["a", 1]}), Options::default(), 60);
    let marked: Vec<_> = drawn.lines().filter(|line| line.starts_with('>')).collect();
    assert_eq!(marked, [">                             +     1"], "{drawn}");
}

#[test]
fn long_texts_have_a_unified_diff() {
    let text = diff("a\nb\nc\n", "a\nB\nc\n");
    assert_eq!(text, "--- expected\n+++ actual\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
    assert_eq!(diff("x", "x"), "");
    let long = (0..20_000).map(|n| format!("{n}\n")).collect::<String>();
    let other = long.replace("\n15000\n", "\nfifteen\n");
    let text = diff(&long, &other);
    assert!(text.contains("-15000\n+fifteen\n") && text.lines().count() < 20, "{text}");
}

/// A value nested `levels` deep. Its own drop would recurse, so nobody drops it.
fn deep(levels: usize, leaf: Value) -> &'static Value {
    let wrap = |inner, level| {
        if level % 2 == 0 { Value::Array(vec![inner]) } else { Value::Object([("a".to_owned(), inner)].into_iter().collect()) }
    };
    let value = (0..levels).fold(leaf, wrap);
    Box::leak(Box::new(value))
}

#[test]
fn what_is_too_deep_is_a_mismatch_and_not_a_crash() {
    let (one, other) = (deep(10_000, json!(1)), deep(10_000, json!(2)));
    assert!(is_deeper_than(one, DEPTH_LIMIT) && !is_deeper_than(&clip(one, DEPTH_LIMIT), DEPTH_LIMIT));
    assert_eq!(Pattern::parse(one).unwrap_err().len(), 1);
    let literal = Pattern::literal(one);
    for options in [Options::default(), Options { containing: true, any_order: true }] {
        let found = compare(&literal, Some(other), options);
        assert_eq!(found.iter().map(|mismatch| mismatch.kind).collect::<Vec<_>>(), [MismatchKind::Depth]);
        assert!(found[0].to_string().len() < 600, "{}", found[0]);
        assert!(!side_by_side(one, other, &found, 80).is_empty());
    }
    let shallow = Pattern::parse(&json!({"a": "#ignore", "b": [[1]]})).expect("a pattern");
    let actual = Box::leak(Box::new(json!({"a": null, "b": null})));
    actual["a"] = deep(10_000, json!(1)).pointer("").map_or(Value::Null, |value| clip(value, 200));
    actual["b"] = json!([[2]]);
    assert_eq!(compare(&shallow, Some(actual), Options::default()).len(), 1);
    let found = compare(&Pattern::parse(&json!([[1]])).expect("a pattern"), Some(deep(10_000, json!(1))), Options::default());
    assert_eq!(found.len(), 1);
    let nested = json!("#[] ".repeat(100_000) + "#string");
    assert_eq!(Pattern::parse(&nested).unwrap_err().len(), 1);
}

proptest! {
    #[test]
    fn any_picture_keeps_its_width(one in "[ -~é\u{1b}]{0,60}", other in "[ -~é]{0,60}", width in 0_usize..100) {
        let (expected, actual) = (json!({"k": [one, {"x": 1}]}), json!({"k": [other], "y": [1]}));
        let found = compare(&Pattern::literal(&expected), Some(&actual), Options::default());
        let drawn = side_by_side(&expected, &actual, &found, width);
        prop_assert!(drawn.lines().all(|line| line.chars().count() <= width.max(40)), "{}", drawn);
        prop_assert!(drawn.lines().any(|line| line.starts_with('>')));
        let _ = diff(&one, &other);
    }
}
