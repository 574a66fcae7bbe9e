//! The one place that knows how our runner is called.

use super::{Bare, Tally};
use deskspec::fixture::Fixtures;
use deskspec::record::{ScenarioRecord, Status};
use deskspec::run::{OnDesk, Options, Plan, Runner, Selection, targets};
use deskspec::scenario::Setup;
use std::path::Path;
use std::sync::Arc;

/// Ours, on the bare suite.
pub(crate) fn ours(features: &Path, jobs: usize) -> Result<Tally, String> {
    let runner = Runner::<Bare>::new().options(Options { jobs, ..Options::default() });
    count(features, |plan, ended| runner.run(plan, ended).map(drop))
}

/// Ours, on the real suite.
pub(crate) fn ours_real(folder: &Path, jobs: usize) -> Result<Tally, String> {
    let setup = Arc::new(Setup::new(Fixtures::new(folder.join("fixtures"))));
    let runner = Runner::on_desk(OnDesk::new(setup)).options(Options { jobs, ..Options::default() });
    count(&folder.join("features"), |plan, ended| runner.run(plan, ended).map(drop))
}

fn count(features: &Path, run: impl FnOnce(&Plan, &mut dyn FnMut(&ScenarioRecord)) -> std::io::Result<()>) -> Result<Tally, String> {
    let (targets, errors) = targets(&[features.display().to_string()]);
    if let Some(error) = errors.first() {
        return Err(format!("{error:?}"));
    }
    let mut tally = Tally::default();
    let plan = Plan::unread(&targets, Selection::default());
    run(&plan, &mut |record| tally.add(record.status == Status::Passed)).map_err(|error| error.to_string())?;
    Ok(tally)
}
