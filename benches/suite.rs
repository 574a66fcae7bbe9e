//! What deskspec costs beside others on whole suites: wall time, CPU, peak memory.
//!
//! `cargo bench --bench suite` prints a small table. `benches/compare` builds this program, generates its suites, runs everything several
//! times in turn, and prints the tables of the README. By hand:
//!
//! ```text
//! suite generate bare|real DIR [--scenarios N] [--files N] [--seed N]
//! suite run bare|real ours|loop|stock DIR [--jobs N]
//! suite table [--scenarios N]
//! ```

#[path = "suite/mod.rs"]
mod suite;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match suite::carry_out(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("suite: {message}");
            ExitCode::FAILURE
        }
    }
}
