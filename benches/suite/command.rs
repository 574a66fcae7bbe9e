use super::generate::{Kind, Size, generate};
use super::measure::Measurement;
use super::row::Row;
use super::runners::{by_hand, by_hand_real, ours, ours_real, stock};
use super::table::{growth, side_by_side, small};
use std::collections::BTreeMap;
use std::path::Path;

const USAGE: &str = "usage:
  suite generate bare|real DIR [--scenarios 10000] [--files 200] [--seed 1]
  suite run bare|real ours|loop|stock DIR [--jobs 1]
  suite compare bare|real DIR ROW… [--runs 5]     a ROW is ours:2, loop:1, stock, or NAME=COMMAND
  suite growth bare|real ROW DIR… [--runs 5]
  cargo bench --bench suite                       a small table";

/// Does what the command line says.
pub(crate) fn carry_out(arguments: &[String]) -> Result<(), String> {
    let (words, options) = read(arguments)?;
    let number = |name: &str, otherwise: usize| match options.get(name) {
        None => Ok(otherwise),
        Some(value) => value.parse().map_err(|_| format!("--{name} wants a number, not \"{value}\"")),
    };
    match words.as_slice() {
        // What cargo passes, with the names of other benchmarks perhaps.
        [] if options.contains_key("bench") => small(),
        _ if options.contains_key("bench") => Ok(()),
        ["generate", kind, folder] => {
            let scenarios = number("scenarios", 10_000)?;
            let files = number("files", scenarios.div_ceil(50))?.max(1);
            generate(Kind::named(kind)?, Path::new(folder), Size { scenarios, files, seed: number("seed", 1)? as u64 })
        }
        ["run", kind, runner, folder] => run(Kind::named(kind)?, runner, Path::new(folder), number("jobs", 1)?),
        ["compare", kind, folder, rows @ ..] if !rows.is_empty() => {
            let rows = rows.iter().map(|row| Row::named(row)).collect::<Result<Vec<_>, _>>()?;
            side_by_side(Kind::named(kind)?, Path::new(folder), &rows, number("runs", 5)?)
        }
        ["growth", kind, row, folders @ ..] if !folders.is_empty() => {
            let folders: Vec<_> = folders.iter().map(Path::new).collect();
            growth(Kind::named(kind)?, &Row::named(row)?, &folders, number("runs", 5)?)
        }
        [] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("not understood\n{USAGE}")),
    }
}

type Read<'a> = (Vec<&'a str>, BTreeMap<&'a str, &'a str>);

/// Words, and options with their values; `--bench`, which cargo adds, has none.
fn read(arguments: &[String]) -> Result<Read<'_>, String> {
    let (mut words, mut options) = Read::default();
    let mut rest = arguments.iter().map(String::as_str);
    while let Some(word) = rest.next() {
        match word.strip_prefix("--") {
            Some("bench") => drop(options.insert("bench", "")),
            Some(name) if ["scenarios", "files", "seed", "jobs", "runs"].contains(&name) => {
                options.insert(name, rest.next().ok_or_else(|| format!("--{name} wants a number"))?);
            }
            Some(_) => return Err(format!("{word} is no option\n{USAGE}")),
            None => words.push(word),
        }
    }
    Ok((words, options))
}

fn run(kind: Kind, runner: &str, folder: &Path, jobs: usize) -> Result<(), String> {
    let features = folder.join("features");
    let measured = match (kind, runner) {
        (Kind::Bare, "ours") => Measurement::of(|| ours(&features, jobs)),
        (Kind::Bare, "loop") => Measurement::of(|| by_hand(&features, jobs)),
        (Kind::Bare, "stock") => Measurement::of(|| stock(&features)),
        (Kind::Real, "ours") => Measurement::of(|| ours_real(folder, jobs)),
        (Kind::Real, "loop") => Measurement::of(|| by_hand_real(folder, jobs)),
        _ => Err(format!("\"{runner}\" does not run this suite: use ours, loop or, for the bare one, stock")),
    }?;
    println!("{measured}");
    measured.check()
}
