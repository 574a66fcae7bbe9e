use super::show::json;
use super::{Mismatch, Path, Segment};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Equal elements are looked for in up to this many pairs.
const SEARCHED: usize = 1 << 20;

/// One line of the picture.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) left: Option<String>,
    pub(super) right: Option<String>,
    pub(super) depth: usize,
    pub(super) differs: bool,
}

/// Walks two values side by side and writes their lines.
pub(super) struct Rows {
    expected_paths: HashSet<Path>,
    found_paths: HashSet<Path>,
    pairs: BTreeMap<Path, BTreeMap<usize, usize>>,
    rows: Vec<Row>,
}

/// One line's surroundings: its key and its comma.
#[derive(Clone, Copy, Default)]
struct Frame<'a> {
    key: Option<&'a str>,
    comma: bool,
}

impl Frame<'_> {
    fn line(self, depth: usize, text: &str, comma: bool) -> String {
        let key = self.key.map(|key| format!("{}: ", super::show::quoted(key))).unwrap_or_default();
        format!("{}{key}{text}{}", "  ".repeat(depth), if comma && self.comma { "," } else { "" })
    }

    fn close(self, depth: usize, text: &str) -> String {
        Frame { key: None, ..self }.line(depth, text, true)
    }
}

impl Rows {
    pub(super) fn of(expected: &Value, actual: &Value, mismatches: &[Mismatch]) -> Vec<Row> {
        let mut pairs: BTreeMap<Path, BTreeMap<usize, usize>> = BTreeMap::new();
        for mismatch in mismatches.iter().filter(|mismatch| mismatch.expected.is_some() && mismatch.actual.is_some()) {
            let steps = mismatch.path.segments().iter().zip(mismatch.found_at.segments()).enumerate();
            for (depth, (one, other)) in steps {
                if let (Segment::Index(one), Segment::Index(other)) = (one, other) {
                    pairs.entry(Path::new(mismatch.path.segments()[..depth].to_vec())).or_default().insert(*one, *other);
                }
            }
        }
        let unexpected = |mismatch: &&Mismatch| mismatch.expected.is_some();
        let expected_paths = mismatches.iter().filter(unexpected).map(|mismatch| mismatch.path.clone()).collect();
        let found = mismatches.iter().filter(|mismatch| mismatch.actual.is_some());
        let found_paths = found.map(|mismatch| mismatch.found_at.clone()).collect();
        let mut rows = Self { expected_paths, found_paths, pairs, rows: Vec::new() };
        rows.both(expected, actual, &Path::default(), &Path::default(), Frame::default(), Frame::default());
        rows.rows
    }

    fn both(&mut self, expected: &Value, actual: &Value, path: &Path, found: &Path, left: Frame<'_>, right: Frame<'_>) {
        let depth = path.segments().len();
        let differs = self.expected_paths.contains(path) || self.found_paths.contains(found);
        match (expected, actual) {
            (Value::Object(one), Value::Object(other)) if !(one.is_empty() && other.is_empty()) => {
                self.push(Some(left.line(depth, "{", false)), Some(right.line(depth, "{", false)), depth, differs);
                self.objects(one, other, path, found);
                self.push(Some(left.close(depth, "}")), Some(right.close(depth, "}")), depth, false);
            }
            (Value::Array(one), Value::Array(other)) if !(one.is_empty() && other.is_empty()) => {
                self.push(Some(left.line(depth, "[", false)), Some(right.line(depth, "[", false)), depth, differs);
                self.arrays(one, other, path, found);
                self.push(Some(left.close(depth, "]")), Some(right.close(depth, "]")), depth, false);
            }
            _ => {
                let left = lines(expected, path, &self.expected_paths, differs, left);
                let right = lines(actual, found, &self.found_paths, differs, right);
                let mut right = right.into_iter();
                let mut left = left.into_iter();
                loop {
                    let (one, other) = (left.next(), right.next());
                    if one.is_none() && other.is_none() {
                        break;
                    }
                    let differs = one.as_ref().is_some_and(|line| line.1) || other.as_ref().is_some_and(|line| line.1);
                    self.push(one.map(|line| line.0), other.map(|line| line.0), depth, differs);
                }
            }
        }
    }

    fn objects(&mut self, one: &Map<String, Value>, other: &Map<String, Value>, path: &Path, found: &Path) {
        let mut left_over = one.len();
        let mut right_over = other.len();
        for (key, expected) in one {
            left_over -= 1;
            let (path, found) = (path.join(Segment::Key(key.clone())), found.join(Segment::Key(key.clone())));
            let left = Frame { key: Some(key), comma: left_over > 0 };
            match other.get(key) {
                Some(actual) => {
                    right_over -= 1;
                    self.both(expected, actual, &path, &found, left, Frame { key: Some(key), comma: right_over > 0 });
                }
                None => self.left(expected, &path, left),
            }
        }
        for (key, actual) in other.iter().filter(|(key, _)| !one.contains_key(*key)) {
            right_over -= 1;
            self.right(actual, &found.join(Segment::Key(key.clone())), Frame { key: Some(key), comma: right_over > 0 });
        }
    }

    fn arrays(&mut self, one: &[Value], other: &[Value], path: &Path, found: &Path) {
        let pairs = self.pair(one, other, path, found);
        let mut taken = vec![false; other.len()];
        for (index, expected) in one.iter().enumerate() {
            let step = path.join(Segment::Index(index));
            let left = Frame { key: None, comma: index + 1 < one.len() };
            match pairs[index].and_then(|at| Some((at, other.get(at)?))) {
                Some((at, actual)) => {
                    taken[at] = true;
                    let right = Frame { key: None, comma: at + 1 < other.len() };
                    self.both(expected, actual, &step, &found.join(Segment::Index(at)), left, right);
                }
                None => self.left(expected, &step, left),
            }
        }
        for (index, actual) in other.iter().enumerate().filter(|(index, _)| !taken[*index]) {
            self.right(actual, &found.join(Segment::Index(index)), Frame { key: None, comma: index + 1 < other.len() });
        }
    }

    /// Which elements stand on one line. The mismatches say who was compared with whom, which matters where order did not. Of the others,
    /// equals stand together, then what has the same index, then what is left.
    fn pair(&self, one: &[Value], other: &[Value], path: &Path, found: &Path) -> Vec<Option<usize>> {
        let is_alone = |paths: &HashSet<Path>, at: &Path, index: usize| paths.contains(&at.join(Segment::Index(index)));
        let known = self.pairs.get(path);
        let mut pairs: Vec<Option<usize>> = (0..one.len()).map(|index| known.and_then(|known| known.get(&index).copied())).collect();
        let taken: HashSet<usize> = pairs.iter().flatten().copied().collect();
        let mut free: BTreeSet<usize> =
            (0..other.len()).filter(|at| !taken.contains(at) && !is_alone(&self.found_paths, found, *at)).collect();
        let mut open: Vec<usize> = (0..one.len()).filter(|at| pairs[*at].is_none() && !is_alone(&self.expected_paths, path, *at)).collect();
        let mut settle = |choose: &dyn Fn(usize, &BTreeSet<usize>) -> Option<usize>| {
            open.retain(|index| {
                pairs[*index] = choose(*index, &free);
                pairs[*index].is_none_or(|at| !free.remove(&at))
            });
            open.len().saturating_mul(free.len())
        };
        let searched = settle(&|index, free| (free.contains(&index) && one[index] == other[index]).then_some(index));
        if searched <= SEARCHED {
            settle(&|index, free| free.iter().copied().find(|at| one[index] == other[*at]));
        }
        settle(&|index, free| free.contains(&index).then_some(index));
        settle(&|_, free| free.first().copied());
        pairs
    }

    fn left(&mut self, value: &Value, path: &Path, frame: Frame<'_>) {
        for (line, differs) in lines(value, path, &self.expected_paths, false, frame) {
            self.push(Some(line), None, path.segments().len(), differs);
        }
    }

    fn right(&mut self, value: &Value, path: &Path, frame: Frame<'_>) {
        for (line, differs) in lines(value, path, &self.found_paths, false, frame) {
            self.push(None, Some(line), path.segments().len(), differs);
        }
    }

    fn push(&mut self, left: Option<String>, right: Option<String>, depth: usize, differs: bool) {
        self.rows.push(Row { left, right, depth, differs });
    }
}

/// The lines of one value, each with whether a mismatch stands there or around it.
fn lines(value: &Value, path: &Path, paths: &HashSet<Path>, around: bool, frame: Frame<'_>) -> Vec<(String, bool)> {
    let depth = path.segments().len();
    let differs = around || paths.contains(path);
    let (open, close, inner): (_, _, Vec<_>) = match value {
        Value::Object(map) if !map.is_empty() => {
            ("{", "}", map.iter().map(|(key, item)| (Segment::Key(key.clone()), Some(key.as_str()), item)).collect())
        }
        Value::Array(items) if !items.is_empty() => {
            ("[", "]", items.iter().enumerate().map(|(index, item)| (Segment::Index(index), None, item)).collect())
        }
        scalar => return vec![(frame.line(depth, &json(scalar), true), differs)],
    };
    let mut out = vec![(frame.line(depth, open, false), differs)];
    let last = inner.len() - 1;
    for (index, (step, key, item)) in inner.into_iter().enumerate() {
        out.extend(lines(item, &path.join(step), paths, differs, Frame { key, comma: index < last }));
    }
    out.push((frame.close(depth, close), differs));
    out
}
