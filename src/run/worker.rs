//! Scenarios run on a thread of their own, so that one that never comes back costs itself alone.
//!
//! Virtual time never hangs, and an engine's fuel cuts what loops in JavaScript. What is left are a few native loops of the engine that never ask
//! for fuel. For these a scenario has a limit of real time, the only one there is.

use super::Options;
use super::execute::{Tools, execute, hung};
use crate::gherkin::Pickle;
use crate::record::ScenarioRecord;
use crate::scenario::Setup;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;

/// How many records a worker may be ahead of the reports.
const AHEAD: usize = 256;

/// Runs `scenarios` in order; `ended` hears of each as it ends.
pub(super) fn work(
    scenarios: &Arc<[Pickle]>,
    setup: &Arc<Setup>,
    options: Options,
    ended: &mut dyn FnMut(ScenarioRecord),
) -> io::Result<()> {
    let mut next = 0;
    let mut stopped = false;
    while next < scenarios.len() {
        let records = begin(Arc::clone(scenarios), Arc::clone(setup), options, next, stopped)?;
        while next < scenarios.len() {
            let (record, is_hung) = match records.recv_timeout(options.patience) {
                Ok(record) => (record, false),
                Err(RecvTimeoutError::Timeout) => (hung(&scenarios[next], options.patience), true),
                Err(RecvTimeoutError::Disconnected) => return Err(io::Error::other("the worker ended before its work")),
            };
            stopped |= options.fail_fast && record.failed();
            next += 1;
            ended(record);
            if is_hung {
                // The thread is left where it is: nothing can end it but the process.
                break;
            }
        }
    }
    Ok(())
}

fn begin(
    scenarios: Arc<[Pickle]>,
    setup: Arc<Setup>,
    options: Options,
    from: usize,
    stopped: bool,
) -> io::Result<Receiver<ScenarioRecord>> {
    let tools = Tools::new()?;
    let (send, records) = sync_channel(AHEAD);
    thread::Builder::new().name("scenarios".into()).spawn(move || run(&scenarios[from..], &tools, &setup, options, stopped, &send))?;
    Ok(records)
}

fn run(scenarios: &[Pickle], tools: &Tools, setup: &Arc<Setup>, options: Options, mut stopped: bool, send: &SyncSender<ScenarioRecord>) {
    for pickle in scenarios {
        let record = execute(pickle, tools, setup, options.dry || stopped);
        stopped |= options.fail_fast && record.failed();
        if send.send(record).is_err() {
            return;
        }
    }
}
