use super::rows::{Row, Rows};
use super::{DEPTH_LIMIT, Mismatch, clip};
use serde_json::Value;
use std::fmt::Write as _;

/// How many equal lines stay visible around one that differs.
const CONTEXT: usize = 2;

/// How many lines of the picture one long line may fill.
const WRAPPED: usize = 8;

/// What was expected and what was found as pretty JSON in two columns, at most `width` characters wide and never narrower than 40.
///
/// `expected` is the value as its fixture writes it, markers included. Lines that differ begin with `>`; between the columns stands `≠`, `-`
/// where something is missing on the right, `+` where something is there that was not expected. Stretches of other lines are folded to `…`;
/// the objects and arrays around a difference stay open. No colour codes, no control characters.
#[must_use]
pub fn side_by_side(expected: &Value, actual: &Value, mismatches: &[Mismatch], width: usize) -> String {
    let rows = Rows::of(&clip(expected, DEPTH_LIMIT), &clip(actual, DEPTH_LIMIT), mismatches);
    let column = (width.max(40) - 5) / 2;
    let mut out = String::new();
    line(&mut out, false, "expected", '|', "actual", column);
    let kept = kept(&rows);
    let mut folded = 0;
    for (row, keep) in rows.iter().zip(kept) {
        if keep {
            fold(&mut out, &mut folded);
            draw(&mut out, row, column);
        } else {
            folded += 1;
        }
    }
    fold(&mut out, &mut folded);
    out
}

/// Which rows stay: those that differ, their neighbours, and the opening lines around them. A fold of one line would save nothing.
fn kept(rows: &[Row]) -> Vec<bool> {
    let mut kept = vec![false; rows.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        while open.last().is_some_and(|last| rows[*last].depth >= row.depth) {
            open.pop();
        }
        if row.differs {
            open.iter().for_each(|ancestor| kept[*ancestor] = true);
            kept[index.saturating_sub(CONTEXT)..rows.len().min(index + CONTEXT + 1)].fill(true);
        }
        open.push(index);
    }
    for index in 0..rows.len() {
        let before = index == 0 || kept[index - 1];
        let after = index + 1 == rows.len() || kept[index + 1];
        kept[index] |= before && after;
    }
    kept
}

fn fold(out: &mut String, folded: &mut usize) {
    if *folded > 0 {
        let _ = writeln!(out, "  … {folded} lines");
        *folded = 0;
    }
}

fn draw(out: &mut String, row: &Row, column: usize) {
    let sign = match (row.differs, &row.left, &row.right) {
        (false, ..) => '|',
        (true, Some(_), None) => '-',
        (true, None, _) => '+',
        (true, ..) => '≠',
    };
    let (left, right) = (row.left.as_deref().unwrap_or_default(), row.right.as_deref().unwrap_or_default());
    if !row.differs {
        line(out, false, &cut(left, column), sign, &cut(right, column), column);
        return;
    }
    let (left, right) = (wrap(left, column), wrap(right, column));
    for index in 0..left.len().max(right.len()) {
        let part = |parts: &[String]| parts.get(index).cloned().unwrap_or_default();
        line(out, true, &part(&left), if index == 0 { sign } else { '|' }, &part(&right), column);
    }
}

fn line(out: &mut String, differs: bool, left: &str, sign: char, right: &str, column: usize) {
    let text = format!("{} {left:column$} {sign} {right}", if differs { '>' } else { ' ' });
    let _ = writeln!(out, "{}", text.trim_end());
}

fn cut(text: &str, column: usize) -> String {
    match text.char_indices().nth(column) {
        Some(_) => text.chars().take(column - 1).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

/// The text in pieces of a column's width; what goes on for too long ends in `…`.
fn wrap(text: &str, column: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut parts: Vec<String> = letters.chunks(column).map(|part| part.iter().collect()).collect();
    if parts.len() > WRAPPED {
        parts.truncate(WRAPPED);
        if let Some(last) = parts.last_mut() {
            last.pop();
            last.push('…');
        }
    }
    parts
}
