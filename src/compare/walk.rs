use super::marker::{Marker, Rule};
use super::mismatch::hint;
use super::pattern::{Node, Shape, View};
use super::{DEPTH_LIMIT, Mismatch, MismatchKind, Path, Pattern, Segment, clip, pairing};
use crate::spelling::nearest;
use serde_json::{Map, Number, Value};
use std::collections::HashSet;

/// What a comparison may overlook. The default is strict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Keys that are not expected may be there, at every level. Arrays keep their length.
    pub containing: bool,
    /// Arrays may have their elements in any order, at every level.
    pub any_order: bool,
}

/// Every mismatch between `expected` and `actual`, in the order of what is expected; within one object or array what was not expected comes
/// last. `None` is nothing at all, as opposed to null.
#[must_use]
pub fn compare(expected: &Pattern, actual: Option<&Value>, options: Options) -> Vec<Mismatch> {
    let mut walk = Walk::new(options, Want::Everything);
    walk.value(View::Node(&expected.root), actual);
    walk.found
}

/// A missing key is compared with up to this many keys that are there, for a hint.
const HINTS: usize = 1_000;

/// What a walk is after.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    /// Whether there is a mismatch.
    First,
    /// How many there are.
    Count,
    /// The mismatches.
    Everything,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    Index { expected: usize, found: usize },
}

/// One comparison on its way down both values. How deep it goes is bounded by the depth of the pattern.
pub(super) struct Walk<'a> {
    options: Options,
    want: Want,
    steps: Vec<Step<'a>>,
    count: usize,
    found: Vec<Mismatch>,
}

impl<'a> Walk<'a> {
    fn new(options: Options, want: Want) -> Self {
        Self { options, want, steps: Vec::new(), count: 0, found: Vec::new() }
    }

    /// How many mismatches there are between the two; at most 1 where only the first is wanted.
    pub(super) fn count(options: Options, want: Want, expected: View<'a>, actual: &'a Value) -> usize {
        let mut walk = Self::new(options, want);
        walk.value(expected, Some(actual));
        walk.count
    }

    fn is_done(&self) -> bool {
        self.want == Want::First && self.count > 0
    }

    fn value(&mut self, expected: View<'a>, actual: Option<&'a Value>) {
        match (expected.as_literal(), actual) {
            // What is equal needs no walk: most of what is compared is.
            (Some(literal), Some(actual)) if literal == actual => {}
            (_, None) if expected.holds_for_nothing() => {}
            (_, None) => self.report(MismatchKind::Missing, Some(expected), None, || None),
            (_, Some(actual)) => self.shape(expected, actual),
        }
    }

    fn shape(&mut self, expected: View<'a>, actual: &'a Value) {
        match (expected.shape(), actual) {
            (Shape::Object(entries), Value::Object(map)) => self.object(&entries, map),
            (Shape::Array(items), Value::Array(found)) if self.options.any_order => self.any_order(&items, found),
            (Shape::Array(items), Value::Array(found)) => self.array(&items, found),
            (Shape::Marker(marker), actual) => self.marker(expected, marker, actual),
            (Shape::Scalar(Value::Number(one)), Value::Number(other)) if equal_by_value(one, other) => {}
            (Shape::TooDeep, actual) => {
                let note = || Some(format!("nested deeper than {DEPTH_LIMIT} levels: not compared"));
                self.report(MismatchKind::Depth, Some(expected), Some(actual), note);
            }
            (Shape::Scalar(scalar), actual) => {
                let same_type = std::mem::discriminant(scalar) == std::mem::discriminant(actual);
                let kind = if same_type { MismatchKind::Value } else { MismatchKind::Type };
                self.report(kind, Some(expected), Some(actual), || hint(scalar, actual));
            }
            (_, actual) => self.report(MismatchKind::Type, Some(expected), Some(actual), || None),
        }
    }

    fn marker(&mut self, expected: View<'a>, marker: &'a Marker, actual: &'a Value) {
        if !marker.holds_for(actual) {
            let length = match (&marker.rule, actual) {
                (Rule::Array { length: Some(_), .. }, Value::Array(items)) => Some(items.len()),
                _ => None,
            };
            match (length, &marker.rule) {
                (Some(length), _) => self.report(MismatchKind::Length, Some(expected), Some(actual), || Some(elements(length))),
                (None, Rule::NotPresent) => self.report(MismatchKind::Unexpected, Some(expected), Some(actual), || None),
                _ => self.report(MismatchKind::Marker, Some(expected), Some(actual), || None),
            }
        }
        if let (Rule::Array { element: Some(element), .. }, Value::Array(items)) = (&marker.rule, actual) {
            let element: &'a Node = element;
            for (index, item) in items.iter().enumerate() {
                self.within(Step::Index { expected: index, found: index }, View::Node(element), Some(item));
            }
        }
    }

    fn within(&mut self, step: Step<'a>, expected: View<'a>, actual: Option<&'a Value>) {
        if !self.is_done() {
            self.steps.push(step);
            self.value(expected, actual);
            self.steps.pop();
        }
    }

    fn object(&mut self, entries: &[(&'a str, View<'a>)], map: &'a Map<String, Value>) {
        let mut known: Option<HashSet<&str>> = None;
        let is_known = |known: &mut Option<HashSet<&'a str>>, key: &str| {
            known.get_or_insert_with(|| entries.iter().map(|(key, _)| *key).collect()).contains(key)
        };
        for (key, expected) in entries {
            let actual = map.get(*key);
            if actual.is_none() && !expected.holds_for_nothing() && self.want == Want::Everything {
                let near = nearest(key, map.keys().map(String::as_str).filter(|key| !is_known(&mut known, key)).take(HINTS));
                self.steps.push(Step::Key(key));
                self.report(MismatchKind::Missing, Some(*expected), None, || {
                    near.map(|near| format!("did you mean {}?", super::show::quoted(near)))
                });
                self.steps.pop();
            } else {
                self.within(Step::Key(key), *expected, actual);
            }
        }
        if self.options.containing {
            return;
        }
        for (key, actual) in map.iter().filter(|(key, _)| !is_known(&mut known, key)) {
            self.unexpected(Step::Key(key), actual);
        }
    }

    fn unexpected(&mut self, step: Step<'a>, actual: &'a Value) {
        self.steps.push(step);
        self.report(MismatchKind::Unexpected, None, Some(actual), || None);
        self.steps.pop();
    }

    fn array(&mut self, items: &[View<'a>], found: &'a [Value]) {
        for (index, expected) in items.iter().enumerate() {
            self.within(Step::Index { expected: index, found: index }, *expected, found.get(index));
        }
        for (index, actual) in found.iter().enumerate().skip(items.len()) {
            self.unexpected(Step::Index { expected: index, found: index }, actual);
        }
    }

    /// Elements are paired so that as many as possible match, and the rest differ as little as possible. No pair is walked more often than it
    /// must be: arrays inside arrays would multiply it.
    fn any_order(&mut self, items: &[View<'a>], found: &'a [Value]) {
        let options = self.options;
        let optional: Vec<bool> = items.iter().map(|item| item.holds_for_nothing()).collect();
        if self.want == Want::First && items.len() != found.len() && !optional.contains(&true) {
            self.count += 1;
            return;
        }
        let pairs = pairing::pair(&optional, found.len(), self.want == Want::First, |want, expected, actual| {
            Self::count(options, want, items[expected], &found[actual])
        });
        if self.want != Want::Everything {
            let alone = pairs.iter().zip(&optional).filter(|(pair, optional)| pair.is_none() && !**optional).count();
            let inside: usize = pairs.iter().flatten().map(|pair| pair.mismatches).sum();
            self.count += alone + inside + found.len() - pairs.iter().flatten().count();
            return;
        }
        let mut taken = vec![false; found.len()];
        for (index, (expected, pair)) in items.iter().zip(&pairs).enumerate() {
            let at = pair.map_or(index, |pair| pair.found);
            if pair.is_some() {
                taken[at] = true;
            }
            if pair.is_none_or(|pair| pair.mismatches > 0) {
                self.within(Step::Index { expected: index, found: at }, *expected, pair.map(|pair| &found[pair.found]));
            }
        }
        for (index, actual) in found.iter().enumerate().filter(|(index, _)| !taken[*index]) {
            self.unexpected(Step::Index { expected: index, found: index }, actual);
        }
    }

    fn report(&mut self, kind: MismatchKind, expected: Option<View<'a>>, actual: Option<&Value>, note: impl FnOnce() -> Option<String>) {
        self.count += 1;
        if self.want != Want::Everything {
            return;
        }
        let path = |index: fn(usize, usize) -> usize| {
            let segment = |step: &Step<'_>| match *step {
                Step::Key(key) => Segment::Key(key.to_owned()),
                Step::Index { expected, found } => Segment::Index(index(expected, found)),
            };
            Path::new(self.steps.iter().map(segment).collect())
        };
        self.found.push(Mismatch {
            path: path(|expected, _| expected),
            found_at: path(|_, found| found),
            kind,
            expected: expected.map(View::written),
            actual: actual.map(|actual| clip(actual, DEPTH_LIMIT)),
            note: note(),
        });
    }
}

fn elements(count: usize) -> String {
    if count == 1 { "it has 1 element".to_owned() } else { format!("it has {count} elements") }
}

/// 1 and 1.0 are one number; integers too large for a double are compared exactly.
fn equal_by_value(one: &Number, other: &Number) -> bool {
    let integer = |number: &Number| number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
    match (integer(one), integer(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.as_f64() == other.as_f64(),
        (Some(integer), None) => is_float(other, integer),
        (None, Some(integer)) => is_float(one, integer),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the range is checked first: every such double fits an i128 exactly")]
fn is_float(float: &Number, integer: i128) -> bool {
    float.as_f64().is_some_and(|float| float.fract() == 0.0 && float.abs() < 1e20 && float as i128 == integer)
}
