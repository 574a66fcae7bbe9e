use super::{Bare, Tally};
use cucumber::event::{Cucumber, Feature, RetryableScenario, Scenario, Step};
use cucumber::{Event, World as _, Writer, cli, parser, writer};
use std::path::Path;

/// cucumber's own parser and runner as they come, with a writer that counts: printing is not what is measured.
pub(crate) fn stock(features: &Path) -> Result<Tally, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let cucumber = Bare::cucumber().with_writer(Count::default()).with_cli(cli::Opts::<_, _, _>::default());
    let count = runtime.block_on(cucumber.run(features.to_owned()));
    let passed = count.finished.saturating_sub(count.stopped);
    if count.unread > 0 {
        Err(format!("{} features cannot be read", count.unread))
    } else {
        Ok(Tally { scenarios: count.finished, passed })
    }
}

#[derive(Debug, Default)]
struct Count {
    finished: usize,
    /// Scenarios with a step that failed or that no definition matches: it is their last.
    stopped: usize,
    unread: usize,
}

impl Writer<Bare> for Count {
    type Cli = cli::Empty;

    async fn handle_event(&mut self, event: parser::Result<Event<Cucumber<Bare>>>, _: &cli::Empty) {
        let Ok(event) = event else {
            self.unread += 1;
            return;
        };
        let Cucumber::Feature(_, Feature::Scenario(_, RetryableScenario { event, .. })) = event.value else { return };
        match event {
            Scenario::Finished => self.finished += 1,
            Scenario::Background(_, step) | Scenario::Step(_, step) => {
                self.stopped += usize::from(matches!(step, Step::Skipped | Step::Failed(..)));
            }
            _ => {}
        }
    }
}

/// Counting needs no order.
impl writer::Normalized for Count {}
