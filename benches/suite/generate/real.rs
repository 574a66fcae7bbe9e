use super::feature::{Step, given, write_steps};
use super::random::Random;
use super::real_fixtures::TICKETS;
use super::real_scenarios::{SCENARIOS, TICKET};
use super::words::{WORDS, text};
use std::fmt::Write as _;

/// A feature of the real suite: a ticket is open, and each scenario does something with it.
pub(super) fn feature(random: &mut Random, file: usize, scenarios: usize) -> String {
    let mut out = format!("@generated @area-{}\nFeature: Extensions guard area {file}\n\n  Every scenario passes.\n\n", file % 17);
    out.push_str("  Background:\n");
    write_steps(&mut out, &background(random));
    for number in 0..scenarios {
        if random.percent(40) {
            let _ = writeln!(out, "  @case-{number} @{}", random.pick(&WORDS));
        }
        let _ = writeln!(out, "  Scenario: {} case {file}-{number}", text(random, 5));
        let scenario = random.pick(&SCENARIOS);
        write_steps(&mut out, &scenario(random));
    }
    out
}

fn background(random: &mut Random) -> [Step; 2] {
    let ticket = if random.percent(50) {
        given(format!("the ticket \"{TICKET}\" as in \"tickets/ticket-{}\"", random.between(1, TICKETS)))
    } else {
        let subject = text(random, 4);
        let rows = [("subject", subject.as_str()), ("status", "Open"), ("email", "customer@example.com"), ("priority", "High")];
        given(format!("the ticket \"{TICKET}\" with")).table(&rows)
    };
    [ticket, given(format!("the agent has the ticket \"{TICKET}\" open"))]
}
