use super::network::Shared;
use crate::extension::{NoAnswer, Outgoing, Server};
use crate::host::{Request, ServiceAnswer};
use futures::channel::oneshot;
use std::fmt;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// What a scenario hears from the network.
#[derive(Debug)]
pub(super) enum Heard {
    /// A server asks something of its Desk; whoever asked may have gone.
    Called(Request, oneshot::Sender<ServiceAnswer>),
    /// The call of this number is over.
    Over(u64, Result<ServiceAnswer, NoAnswer>),
}

/// How long a call's end may be behind its time.
const SLACK: Duration = Duration::from_secs(1);

/// One scenario's line to the real servers.
pub struct Line {
    shared: Arc<Shared>,
    number: u64,
    calls: u64,
    hear: Receiver<Heard>,
    tell: Sender<Heard>,
    /// When the running step began.
    since: Instant,
}

impl Line {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        let (tell, hear) = channel();
        let number = shared.registry.number();
        Self { shared, number, calls: 0, hear, tell, since: Instant::now() }
    }

    /// What is left of a step's real time: a tenth of it stays for everything else, so that the step comes back by itself.
    fn left(&self) -> Duration {
        (self.shared.patience * 9 / 10).saturating_sub(self.since.elapsed())
    }
}

impl Server for Line {
    fn answers(&self, extension: &str) -> bool {
        self.shared.endpoint(extension).is_some()
    }

    fn begin(&mut self) {
        self.since = Instant::now();
    }

    fn call(&mut self, call: Outgoing<'_>, meanwhile: &mut dyn FnMut(Request) -> ServiceAnswer) -> Result<ServiceAnswer, NoAnswer> {
        let Some(endpoint) = self.shared.endpoint(call.extension) else {
            return Err(NoAnswer::Broken(format!("no server of \"{}\" was named", call.extension)));
        };
        let within = Duration::from_millis(call.within).min(self.left());
        if within.is_zero() {
            let why = "the step has used up its real time: let less virtual time pass in one step, or allow more with --step-timeout";
            return Err(NoAnswer::Late(why.to_owned()));
        }
        self.calls += 1;
        self.shared.registry.enter(call.security_context, self.number, &self.tell);
        self.shared.begin(endpoint.clone(), call.request.clone(), within, (self.calls, self.tell.clone()));
        let until = Instant::now() + within + SLACK;
        loop {
            match self.hear.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Heard::Called(request, reply)) => answer(request, reply, meanwhile),
                Ok(Heard::Over(number, result)) if number == self.calls => return result,
                // An earlier call's, that nobody waits for.
                Ok(Heard::Over(..)) => {}
                Err(_) => return Err(NoAnswer::Late(format!("the server of \"{}\" has not answered", call.extension))),
            }
        }
    }

    fn answer_waiting(&mut self, answer_one: &mut dyn FnMut(Request) -> ServiceAnswer) {
        // Who never stops asking does not hold the step up: what is left waits for the next one.
        while !self.left().is_zero()
            && let Ok(heard) = self.hear.try_recv()
        {
            if let Heard::Called(request, reply) = heard {
                answer(request, reply, answer_one);
            }
        }
    }
}

/// Nothing is done for somebody who has gone: he was told that nothing would be.
fn answer(request: Request, reply: oneshot::Sender<ServiceAnswer>, answer: &mut dyn FnMut(Request) -> ServiceAnswer) {
    if !reply.is_canceled() {
        drop(reply.send(answer(request)));
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.shared.registry.leave(self.number);
    }
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Line").field("number", &self.number).finish_non_exhaustive()
    }
}
