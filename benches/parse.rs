//! What reading features costs, and that it costs ten times as much for ten times the lines.
//!
//! `cargo bench --bench parse` prints a time for 5,000 and for 50,000 lines, and then what one is of the other: about 10, since both are
//! measured in one run and the machine drops out. `MiB/s` is text read a second.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use deskspec::gherkin::{parse, pickles};
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

const LINES: [usize; 2] = [5_000, 50_000];

/// A feature as they are written: tags, a background, tables, doc strings, outlines.
fn feature(lines: usize) -> String {
    let mut text = String::from("@suite\nFeature: The Desk at work\n\n  Background:\n    Given the portal \"acme\" with 3 agents\n");
    let mut number = 0;
    let mut written = text.lines().count();
    while written < lines {
        let scenario = if number % 6 == 5 { outline(number) } else { scenario(number) };
        written += scenario.lines().count();
        text.push_str(&scenario);
        number += 1;
    }
    text.lines().take(lines).fold(String::new(), |mut cut, line| {
        let _ = writeln!(cut, "{line}");
        cut
    })
}

fn scenario(number: usize) -> String {
    format!(
        r#"
  @HOOK-04 @smoke
  Scenario: {number}: an agent closes a ticket
    Given the ticket "26811{number:013}" with
      | subject | Faulty phone charging port |
      | status  | Open                       |
    And the agent has the ticket "26811{number:013}" open
    When the agent closes the ticket
    Then the payload is
      """json
      {{"ticket.status": "Closed", "number": {number}}}
      """
    And no event is broadcast
"#
    )
}

fn outline(number: usize) -> String {
    format!(
        "
  Scenario Outline: {number}: an agent closes the <what>
    When the agent closes the <what>
    Then its status is \"<status>\"

    Examples:
      | what   | status |
      | ticket | Closed |
      | task   | Done   |
"
    )
}

fn read(text: &str) -> usize {
    // The last scenario may be cut in the middle, which changes nothing for the rest.
    parse("bench.feature", text).map_or(0, |document| black_box(pickles(&document)).len())
}

fn lines(c: &mut Criterion) {
    let mut group = c.benchmark_group("parse");
    let texts = LINES.map(feature);
    for (lines, text) in LINES.iter().zip(&texts) {
        assert!(read(text) > lines / 20, "the bench's feature is sound");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("document", lines), text, |b, text| b.iter(|| black_box(parse("bench.feature", text))));
        group.bench_with_input(BenchmarkId::new("document and pickles", lines), text, |b, text| b.iter(|| read(text)));
    }
    group.finish();
    ratio(&texts);
}

/// In turns, so that what slows the machine down slows both down.
fn ratio(texts: &[String; 2]) {
    let mut took = [Vec::new(), Vec::new()];
    for _ in 0..31 {
        for (text, took) in texts.iter().zip(&mut took) {
            let started = Instant::now();
            black_box(read(text));
            took.push(started.elapsed());
        }
    }
    let [small, large] = took.map(|mut took| {
        took.sort();
        took[took.len() / 2].as_secs_f64()
    });
    println!("{} lines take {:.1} times as long as {}: {:.2} ms and {:.2} ms", LINES[1], large / small, LINES[0], large * 1e3, small * 1e3);
}

criterion_group!(benches, lines);
criterion_main!(benches);
