//! Arrays in any order: which expected element belongs to which found one.

use super::walk::Want;
use std::collections::VecDeque;

/// Up to this many elements on a side the best pairing is sought for all of them; beyond it, for those that have no exact counterpart.
const LARGE: usize = 64;

/// Verdicts are kept for up to this many pairs; beyond it they are asked for again.
const KEPT: usize = 1 << 24;

/// An expected element's counterpart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// The found element.
    pub(super) found: usize,
    /// How many mismatches there are between the two.
    pub(super) mismatches: usize,
}

/// For each expected element its counterpart. As many as possible have no mismatch; the others are paired so that their mismatches are
/// fewest, as long as there are not too many of them. Where only the verdict matters, the others have none.
///
/// `optional` says of each expected element whether it may stay without a counterpart.
pub(super) fn pair(
    optional: &[bool],
    found: usize,
    quick: bool,
    mut mismatches: impl FnMut(Want, usize, usize) -> usize,
) -> Vec<Option<Pair>> {
    let exact = most(optional, found, |e, f| mismatches(Want::First, e, f) == 0);
    let mut pairs: Vec<Option<Pair>> = exact.into_iter().map(|found| found.map(|found| Pair { found, mismatches: 0 })).collect();
    if quick || pairs.iter().all(Option::is_some) {
        return pairs;
    }
    if pairs.len().max(found) <= LARGE {
        pairs.fill(None);
    }
    let rows: Vec<usize> = (0..pairs.len()).filter(|e| pairs[*e].is_none()).collect();
    let mut taken = vec![false; found];
    pairs.iter().flatten().for_each(|pair| taken[pair.found] = true);
    let columns: Vec<usize> = (0..found).filter(|f| !taken[*f]).collect();
    if rows.len().max(columns.len()) > LARGE {
        for (row, column) in rows.iter().zip(&columns) {
            pairs[*row] = Some(Pair { found: *column, mismatches: mismatches(Want::Count, *row, *column) });
        }
        return pairs;
    }
    let count = |e: &usize| columns.iter().map(|f| mismatches(Want::Count, *e, *f)).collect::<Vec<_>>();
    let counts: Vec<Vec<usize>> = rows.iter().map(count).collect();
    let size = rows.len().max(columns.len());
    let mut costs = vec![vec![0; size]; size];
    for ((row, counts), e) in costs.iter_mut().zip(&counts).zip(&rows) {
        row.iter_mut().zip(counts).for_each(|(cost, count)| *cost = cost_of(*count));
        row[columns.len()..].fill(cost_of(usize::from(!optional[*e])));
    }
    for ((e, counts), column) in rows.iter().zip(&counts).zip(cheapest(&costs)) {
        pairs[*e] = columns.get(column).map(|found| Pair { found: *found, mismatches: counts[column] });
    }
    pairs
}

/// An exact pair outweighs any number of small differences.
fn cost_of(mismatches: usize) -> i64 {
    match i64::try_from(mismatches).unwrap_or(i64::MAX) {
        0 => 0,
        count => (1 << 40) + count.min(1 << 32),
    }
}

/// A largest matching of rows and columns: augmenting paths, breadth first. Rows first try the column of their own number. A row that has
/// been matched stays matched, so those that may not stay alone come first.
fn most(optional: &[bool], columns: usize, mut edge: impl FnMut(usize, usize) -> bool) -> Vec<Option<usize>> {
    let rows = optional.len();
    let mut kept: Vec<Option<bool>> = if rows.saturating_mul(columns) <= KEPT { vec![None; rows * columns] } else { Vec::new() };
    let mut edge = |row: usize, column: usize| match kept.get_mut(row * columns + column) {
        Some(verdict) => *verdict.get_or_insert_with(|| edge(row, column)),
        None => edge(row, column),
    };
    let mut of_row: Vec<Option<usize>> = vec![None; rows];
    let mut of_column: Vec<Option<usize>> = vec![None; columns];
    for root in (0..rows).filter(|row| !optional[*row]).chain((0..rows).filter(|row| optional[*row])) {
        let mut reached_from: Vec<Option<usize>> = vec![None; columns];
        let mut queue = VecDeque::from([root]);
        let mut free = None;
        'search: while let Some(row) = queue.pop_front() {
            for column in (row..columns).chain(0..row.min(columns)) {
                if reached_from[column].is_some() || !edge(row, column) {
                    continue;
                }
                reached_from[column] = Some(row);
                match of_column[column] {
                    None => {
                        free = Some(column);
                        break 'search;
                    }
                    Some(other) => queue.push_back(other),
                }
            }
        }
        while let Some(column) = free {
            let Some(row) = reached_from[column] else { break };
            free = of_row[row].replace(column);
            of_column[column] = Some(row);
        }
    }
    of_row
}

/// The column of each row in a cheapest assignment of a square matrix (the Hungarian method with potentials).
fn cheapest(costs: &[Vec<i64>]) -> Vec<usize> {
    let size = costs.len();
    // Row and column 0 stand for "not assigned yet".
    let (mut row_price, mut column_price) = (vec![0_i64; size + 1], vec![0_i64; size + 1]);
    let mut row_of = vec![0_usize; size + 1];
    for row in 1..=size {
        row_of[0] = row;
        let mut slack = vec![i64::MAX; size + 1];
        let mut came_from = vec![0_usize; size + 1];
        let mut visited = vec![false; size + 1];
        let mut column = 0;
        while row_of[column] != 0 {
            visited[column] = true;
            let current = row_of[column];
            let (mut step, mut next) = (i64::MAX, 0);
            for other in (1..=size).filter(|other| !visited[*other]) {
                let reduced = costs[current - 1][other - 1] - row_price[current] - column_price[other];
                if reduced < slack[other] {
                    slack[other] = reduced;
                    came_from[other] = column;
                }
                if slack[other] < step {
                    (step, next) = (slack[other], other);
                }
            }
            for other in 0..=size {
                if visited[other] {
                    row_price[row_of[other]] += step;
                    column_price[other] -= step;
                } else if slack[other] != i64::MAX {
                    slack[other] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[came_from[column]];
            column = came_from[column];
        }
    }
    let mut columns = vec![0; size];
    (1..=size).for_each(|column| columns[row_of[column] - 1] = column - 1);
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The least cost over all assignments, by trying them all.
    fn least(costs: &[Vec<i64>], row: usize, taken: &mut [bool]) -> i64 {
        if row == costs.len() {
            return 0;
        }
        let mut best = i64::MAX;
        for column in 0..costs.len() {
            if !taken[column] {
                taken[column] = true;
                best = best.min(costs[row][column] + least(costs, row + 1, taken));
                taken[column] = false;
            }
        }
        best
    }

    proptest! {
        #[test]
        fn no_assignment_is_cheaper(costs in (1_usize..6).prop_flat_map(|n| prop::collection::vec(prop::collection::vec(0_i64..20, n), n))) {
            let columns = cheapest(&costs);
            let total: i64 = columns.iter().enumerate().map(|(row, column)| costs[row][*column]).sum();
            prop_assert_eq!(total, least(&costs, 0, &mut vec![false; costs.len()]));
        }

        #[test]
        fn no_matching_is_larger(edges in (1_usize..6).prop_flat_map(|n| prop::collection::vec(prop::collection::vec(any::<bool>(), n), n))) {
            let size = edges.len();
            let pairs = most(&vec![false; size], size, |row, column| edges[row][column]);
            prop_assert!(pairs.iter().enumerate().all(|(row, column)| column.is_none_or(|column| edges[row][column])));
            let costs: Vec<Vec<i64>> = edges.iter().map(|row| row.iter().map(|edge| i64::from(!edge)).collect()).collect();
            let unmatched = least(&costs, 0, &mut vec![false; size]);
            prop_assert_eq!(pairs.iter().filter(|pair| pair.is_none()).count(), usize::try_from(unmatched).unwrap());
        }
    }
}
