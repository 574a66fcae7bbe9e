use super::office::{Asked, answer};
use crate::gherkin::{Pickle, PickleStep};
use crate::record::{Failure, Label, ScenarioRecord, Status};
use crate::run::{Backend, Definitions, OnDesk};
use crate::scenario::Scenario;
use cucumber::codegen::LocalBoxFuture;
use futures::StreamExt as _;
use futures::channel::{mpsc, oneshot};
use futures::executor::block_on;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What a World is kept for, once its steps have passed: to answer requests until nobody can ask any more.
struct Service {
    ready: oneshot::Sender<()>,
    asked: mpsc::Receiver<Asked>,
}

/// Plays one scenario as [`OnDesk`] does, and serves the World that comes of it before it ends.
pub struct Serving {
    desk: OnDesk,
    service: Mutex<Option<Service>>,
}

impl Serving {
    /// `ready` is told once the steps have passed; `asked` brings the requests, and ends the scenario with its own end.
    #[must_use]
    pub fn new(desk: OnDesk, ready: oneshot::Sender<()>, asked: mpsc::Receiver<Asked>) -> Self {
        Self { desk, service: Mutex::new(Some(Service { ready, asked })) }
    }

    fn serve(&self, world: &mut Scenario) {
        let service = self.service.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Service { ready, mut asked }) = service else { return };
        // Who waits for the steps may be gone already: then nobody asks either.
        let _ = ready.send(());
        while let Some((request, reply)) = block_on(asked.next()) {
            drop(reply.send(answer(world, request)));
        }
    }
}

impl Backend<Scenario> for Serving {
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
            self.serve(world);
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
