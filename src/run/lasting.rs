use super::backend::Backend;
use super::definitions::Definitions;
use super::desk::OnDesk;
use crate::gherkin::{Pickle, PickleStep};
use crate::record::{Failure, Label, ScenarioRecord, Status};
use crate::scenario::Scenario;
use cucumber::codegen::LocalBoxFuture;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What is done with a World before it ends.
type Last = Box<dyn FnOnce(&mut Scenario) + Send>;

/// Plays one scenario as [`OnDesk`] does; its World lasts for as long as something is done with it.
pub struct Lasting {
    desk: OnDesk,
    last: Mutex<Option<Last>>,
}

impl Lasting {
    /// `last` gets the World once the steps have passed.
    #[must_use]
    pub fn new(desk: OnDesk, last: impl FnOnce(&mut Scenario) + Send + 'static) -> Self {
        Self { desk, last: Mutex::new(Some(Box::new(last))) }
    }
}

impl Backend<Scenario> for Lasting {
    const ARGUMENTS: bool = OnDesk::ARGUMENTS;

    fn world<'a>(&'a self, pickle: &'a Pickle) -> LocalBoxFuture<'a, Result<Scenario, Box<Failure>>> {
        self.desk.world(pickle)
    }

    fn enter(&self, world: &mut Scenario, pickle: &Arc<Pickle>, step: usize) {
        self.desk.enter(world, pickle, step);
    }

    fn fill(&self, world: &mut Scenario, argument: &str) -> Result<Option<String>, Box<Failure>> {
        self.desk.fill(world, argument)
    }

    fn leave(&self, world: &mut Scenario, place: &dyn Fn() -> Label, panic: Option<(String, Option<String>)>) -> Option<Failure> {
        self.desk.leave(world, place, panic)
    }

    fn finish(&self, world: &mut Scenario, record: &mut ScenarioRecord) {
        if record.status == Status::Passed {
            let last = self.last.lock().unwrap_or_else(PoisonError::into_inner).take();
            last.into_iter().for_each(|last| last(world));
        }
        self.desk.finish(world, record);
    }

    fn abandon(&self, pickle: &Pickle, record: &mut ScenarioRecord) {
        self.desk.abandon(pickle, record);
    }

    fn hung(&self, patience: Duration) -> Failure {
        self.desk.hung(patience)
    }

    fn undefined(&self, definitions: &Definitions<Scenario>, step: &PickleStep) -> (Option<String>, Option<String>) {
        self.desk.undefined(definitions, step)
    }
}
