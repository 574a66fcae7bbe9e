use super::args::{RunArgs, ServeArgs};
use super::complain::complain;
use super::prepare::{Prepared, Stop, configured, prepared};
use super::run::{stopped, style};
use super::{Exit, interrupt};
use crate::extension::endpoint::listening;
use crate::extension::package::source;
use crate::gherkin::Pickle;
use crate::record::{RunRecord, ScenarioRecord};
use crate::report::{Console, Progress as _};
use crate::run::{Definitions, Lasting, OnDesk, Options, Plan, Runner, Spool};
use crate::serve::{Asked, Door, Entrance, attend, bare, givens};
use futures::channel::{mpsc, oneshot};
use std::io::{self, IsTerminal as _, Write as _};
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How many requests may wait for the scenario.
const WAITING: usize = 64;

/// `deskspec serve`
pub(super) fn serve(args: ServeArgs) -> Exit {
    let served = listening(Some(&args.listen)).map_err(|why| Stop::Usage(format!("--listen {why}"))).and_then(|address| {
        // First of all, so that an address that is taken costs no time.
        let entrance = Entrance::take(address).map_err(|why| {
            Stop::Usage(format!("--listen {address} cannot be had: {why}: write another address, or 127.0.0.1:0 for a free port"))
        })?;
        scenario_of(args).map(|(scenario, prepared)| (entrance, scenario, prepared))
    });
    match served {
        Ok((entrance, scenario, prepared)) => serve_at(entrance, scenario, &prepared).unwrap_or_else(|error| {
            complain(format_args!("error: Desk cannot be served any more: {error}"));
            Exit::Unreadable
        }),
        Err(stop) => stopped(stop, &[]),
    }
}

/// The scenario whose Givens are played: the one that is named, or one that installs what is under test.
fn scenario_of(args: ServeArgs) -> Result<(Pickle, Prepared), Stop> {
    let ServeArgs { feature: named, desk, .. } = args;
    // Of deskspec.toml only what a Desk is made of counts.
    let RunArgs { desk, .. } = configured(RunArgs { desk, ..RunArgs::default() })?;
    let run = RunArgs { features: named.iter().cloned().collect(), desk, ..RunArgs::default() };
    let prepared = prepared(&run, false)?;
    let Some(named) = named else {
        let bare = bare(prepared.setup.packages.under_test());
        let unsayable = || Stop::Usage("a package under test has a name that no sentence can say: write --extension NAME=DIR".into());
        return bare.ok_or_else(unsayable).map(|scenario| (scenario, prepared));
    };
    if let Some(error) = prepared.plan.errors.first() {
        return Err(Stop::Unreadable(error.clone()));
    }
    match prepared.plan.scenarios().map_err(Stop::Unreadable)?.as_slice() {
        [scenario] => Ok((givens(scenario), prepared)),
        all => {
            let count = if all.is_empty() { "no scenario".to_owned() } else { format!("{} scenarios", all.len()) };
            Err(Stop::Usage(format!("{named} is {count}, and one is served: write FEATURE:LINE with a line of the one that is meant")))
        }
    }
}

fn serve_at(entrance: Entrance, scenario: Pickle, prepared: &Prepared) -> io::Result<Exit> {
    let address = entrance.address();
    let (ready, passed) = oneshot::channel();
    let (asked, asks) = mpsc::channel::<Asked>(WAITING);
    let backend = Lasting::new(OnDesk::new(Arc::clone(&prepared.setup)), move |world| attend(world, ready, asks));
    let desk = thread::Builder::new().name("desk".into()).spawn(move || play(backend, scenario))?;
    let seen = |method: &str, path: &str, status| complain(format_args!("{method} {path} {status}"));
    let door = Door::new(address, asked, &prepared.setup.catalog, seen);
    let served = entrance.open(door, passed, || tell(address), interrupt::once);
    // The door is gone, so nobody can ask any more, and the scenario comes to its end.
    let played = desk.join().unwrap_or_else(|_| Err(io::Error::other("the scenario panicked")))?;
    served?;
    Ok(told(&played))
}

fn tell(address: SocketAddr) {
    // Who does not read where it is, knows it.
    drop(writeln!(io::stdout(), "Desk is served at http://{address} (Ctrl-C ends it)").and_then(|()| io::stdout().flush()));
    if !address.ip().is_loopback() {
        complain("everybody who reaches this address can read and change this Desk: it has no other lock than Desk's own");
    }
}

fn play(backend: Lasting, scenario: Pickle) -> io::Result<(RunRecord, Vec<ScenarioRecord>)> {
    // The scenario lasts for as long as it is served.
    let options = Options { jobs: 1, step_timeout: Duration::MAX, ..Options::default() };
    let mut records = Vec::new();
    let runner = Runner::with(backend, Definitions::vocabulary()).options(options);
    let run = runner.run(&Plan::of([scenario]), &mut |record| records.push(record.clone()))?;
    Ok((run, records))
}

/// What went wrong, as a run tells it; nothing where all was well.
fn told((run, records): &(RunRecord, Vec<ScenarioRecord>)) -> Exit {
    let exit = Exit::of(run, records.len());
    if exit != Exit::Passed {
        let mut console = Console::new(io::stderr(), style(io::stderr().is_terminal()));
        let mut spool = Spool::notable();
        for record in records {
            console.scenario(record);
            drop(spool.push(record));
        }
        drop(console.finish(run, &spool, &[], &source));
    }
    exit
}
