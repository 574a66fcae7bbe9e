use super::plan::cores;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How a run is run.
#[derive(Debug, Clone)]
pub struct Options {
    /// How many scenarios run at the same time; as many as this machine has cores, unless said otherwise.
    pub jobs: usize,
    /// Run nothing behind the first scenario that fails, in the order of the run.
    pub fail_fast: bool,
    /// How often a scenario that failed is tried again.
    pub retry: u32,
    /// Whether a scenario that needed another attempt fails.
    pub fail_flaky: bool,
    /// Only look up what the steps mean.
    pub dry: bool,
    /// How much real time a step or hook may take before its scenario is given up: a minute, unless said otherwise.
    pub step_timeout: Duration,
    /// Ends the run before its end.
    pub interrupt: Interrupt,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            jobs: cores(),
            fail_fast: false,
            retry: 0,
            fail_flaky: false,
            dry: false,
            step_timeout: Duration::from_secs(60),
            interrupt: Interrupt::default(),
        }
    }
}

/// Ends a run from elsewhere: no further scenario begins, and those that run have two seconds to come to their end.
#[derive(Debug, Clone, Default)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Ends the run.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the run is to end.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
