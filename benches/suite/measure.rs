use super::runners::Tally;
use std::fmt;
use std::fs;
use std::str::FromStr;
use std::time::{Duration, Instant};

/// What one run of one runner cost: a line of `name=value` that this program writes and reads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measurement {
    /// Seconds.
    pub(crate) wall: f64,
    /// Seconds, of all threads.
    pub(crate) cpu: f64,
    /// MiB of memory, at its highest.
    pub(crate) peak: f64,
    /// What was run.
    pub(crate) tally: Tally,
}

impl Measurement {
    /// Of this whole process, which does nothing else.
    pub(crate) fn of(run: impl FnOnce() -> Result<Tally, String>) -> Result<Self, String> {
        let started = Instant::now();
        let tally = run()?;
        let wall = started.elapsed().as_secs_f64();
        Ok(Self { wall, cpu: cpu()?.as_secs_f64(), peak: peak()?, tally })
    }

    /// Whether the run did what it was to do: a runner that fails quickly is not quick.
    pub(crate) fn check(&self) -> Result<(), String> {
        let Tally { scenarios, passed } = self.tally;
        if scenarios > 0 && scenarios == passed { Ok(()) } else { Err(format!("{passed} of {scenarios} scenarios passed")) }
    }
}

#[cfg(unix)]
fn cpu() -> Result<Duration, String> {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(time).map_err(|error| format!("the CPU time: {error}"))
}

#[cfg(not(unix))]
fn cpu() -> Result<Duration, String> {
    Err("the CPU time is read on Unix only".to_owned())
}

fn peak() -> Result<f64, String> {
    let status = fs::read_to_string("/proc/self/status").map_err(|error| format!("/proc/self/status: {error}"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("/proc/self/status has no VmHWM")?;
    let kib: f64 = line.trim().trim_end_matches(" kB").parse().map_err(|error| format!("VmHWM: {error}"))?;
    Ok(kib / 1024.0)
}

impl fmt::Display for Measurement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { wall, cpu, peak, tally: Tally { scenarios, passed } } = self;
        write!(f, "wall_s={wall:.6} cpu_s={cpu:.6} peak_mib={peak:.2} scenarios={scenarios} passed={passed}")
    }
}

impl FromStr for Measurement {
    type Err = String;

    fn from_str(line: &str) -> Result<Self, String> {
        let field = |name: &str| -> Result<f64, String> {
            let value = line.split_whitespace().find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
            value.and_then(|value| value.parse().ok()).ok_or_else(|| format!("no {name} in `{}`", line.trim()))
        };
        let count = |name: &str| field(name).map(|value| value as usize);
        let tally = Tally { scenarios: count("scenarios")?, passed: count("passed")? };
        Ok(Self { wall: field("wall_s")?, cpu: field("cpu_s")?, peak: field("peak_mib")?, tally })
    }
}

#[test]
fn a_measurement_is_read_as_it_is_written() {
    let measured = Measurement { wall: 1.5, cpu: 2.25, peak: 60.5, tally: Tally { scenarios: 10, passed: 9 } };
    assert_eq!(measured.to_string().parse(), Ok(measured));
    assert_eq!(measured.check(), Err("9 of 10 scenarios passed".to_owned()));
    assert!(Measurement { tally: Tally::default(), ..measured }.check().is_err(), "a run of nothing measures nothing");
    assert!("wall_s=1 cpu_s=2".parse::<Measurement>().is_err());
}
