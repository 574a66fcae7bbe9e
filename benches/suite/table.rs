//! Runs runners in turn, each in a process of its own, and draws tables of medians.

use super::generate::{Kind, Size, generate};
use super::measure::Measurement;
use super::row::Row;
use std::path::Path;

/// What was measured of one row, or why nothing was.
type Measured = Result<Vec<Measurement>, String>;

/// The small tables of `cargo bench --bench suite`.
pub(crate) fn small() -> Result<(), String> {
    for (kind, name, rows) in [
        (Kind::Bare, "bare", &["ours:2", "ours:1", "loop:2", "loop:1", "stock"][..]),
        (Kind::Real, "real", &["ours:2", "ours:1", "loop:2", "loop:1"]),
    ] {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("suite-{name}"));
        generate(kind, &folder, Size { scenarios: 1000, files: 20, seed: 1 })?;
        let rows = rows.iter().map(|row| Row::named(row)).collect::<Result<Vec<_>, _>>()?;
        side_by_side(kind, &folder, &rows, 5)?;
    }
    Ok(())
}

/// One suite, several runners; ratios are to the first of them.
pub(crate) fn side_by_side(kind: Kind, folder: &Path, rows: &[Row], runs: usize) -> Result<(), String> {
    let places: Vec<_> = rows.iter().map(|row| (row, folder)).collect();
    let measured = in_turn(kind, &places, runs);
    let scenarios = measured.iter().flatten().flatten().map(|it| it.tally.scenarios).max().unwrap_or(0);
    println!("\n| {}, {scenarios} scenarios | wall s | CPU s | peak MiB | wall × | CPU × | peak × |", kind.name());
    println!("|---|--:|--:|--:|--:|--:|--:|");
    let first = measured.first().and_then(|first| first.as_ref().ok());
    for (row, measured) in rows.iter().zip(&measured) {
        let Ok(measured) = measured else { continue };
        let ratios = first.map_or_else(|| "– | – | –".to_owned(), |first| ratios(measured, first));
        println!("| {} | {} | {ratios} |", row.label(), medians(measured));
    }
    println!();
    let of = |name: &str| rows.iter().zip(&measured).find(|(row, _)| row.label() == name).and_then(|(_, measured)| measured.as_ref().ok());
    for jobs in ["1 thread", "2 threads"] {
        if let (Some(ours), Some(by_hand)) = (of(&format!("ours, {jobs}")), of(&format!("loop, {jobs}"))) {
            println!("- ours ÷ loop, {jobs} (wall, CPU, peak): {}", ratios(ours, by_hand));
        }
    }
    tell_skipped(rows.iter().map(Row::label), &measured);
    Ok(())
}

/// One runner, suites of several sizes.
pub(crate) fn growth(kind: Kind, row: &Row, folders: &[&Path], runs: usize) -> Result<(), String> {
    let places: Vec<_> = folders.iter().map(|folder| (row, *folder)).collect();
    let measured = in_turn(kind, &places, runs);
    println!("\n| {}: {}, scenarios | wall s | CPU s | peak MiB | wall µs a scenario |", kind.name(), row.label());
    println!("|--:|--:|--:|--:|--:|");
    for measured in measured.iter().flatten() {
        let scenarios = measured.first().map_or(0, |it| it.tally.scenarios);
        let each = median(measured.iter().map(|it| it.wall)) * 1e6 / scenarios.max(1) as f64;
        println!("| {scenarios} | {} | {each:.1} |", medians(measured));
    }
    println!();
    tell_skipped(folders.iter().map(|folder| folder.display().to_string()), &measured);
    Ok(())
}

/// Each once, then each once more …: what disturbs the machine for a while disturbs all of them.
fn in_turn(kind: Kind, places: &[(&Row, &Path)], runs: usize) -> Vec<Measured> {
    let mut measured: Vec<Measured> = places.iter().map(|_| Ok(Vec::new())).collect();
    for _ in 0..runs.max(1) {
        for ((row, folder), measured) in places.iter().zip(&mut measured) {
            let Ok(so_far) = measured else { continue };
            match row.measure(kind, folder) {
                Ok(one) => so_far.push(one),
                Err(reason) => *measured = Err(reason),
            }
        }
    }
    measured
}

fn tell_skipped(names: impl Iterator<Item = String>, measured: &[Measured]) {
    for (name, measured) in names.zip(measured) {
        if let Err(reason) = measured {
            println!("- not measured: {name}: {reason}");
        }
    }
}

fn medians(of: &[Measurement]) -> String {
    let (wall, cpu, peak) = (of.iter().map(|it| it.wall), of.iter().map(|it| it.cpu), of.iter().map(|it| it.peak));
    format!("{:.3} | {:.3} | {:.1}", median(wall), median(cpu), median(peak))
}

/// Of each turn the ratio, of these the median.
fn ratios(of: &[Measurement], to: &[Measurement]) -> String {
    let ratio = |field: fn(&Measurement) -> f64| median(of.iter().zip(to).map(|(of, to)| field(of) / field(to)));
    format!("{:.2} | {:.2} | {:.2}", ratio(|it| it.wall), ratio(|it| it.cpu), ratio(|it| it.peak))
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        odd if odd % 2 == 1 => values[middle],
        _ => f64::midpoint(values[middle - 1], values[middle]),
    }
}

#[test]
fn medians_lie_in_the_middle() {
    for (values, middle) in [(&[3.0, 1.0, 2.0][..], 2.0), (&[4.0, 1.0, 2.0, 3.0], 2.5), (&[7.0], 7.0)] {
        assert!((median(values.iter().copied()) - middle).abs() < f64::EPSILON, "{values:?}");
    }
}
