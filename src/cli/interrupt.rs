//! Ctrl-C ends a run cleanly; a second one stops at once.

use super::Exit;
use super::complain::complain;
use crate::run::Interrupt;
use std::io;
use std::process;
use std::thread;

/// Listens for Ctrl-C, and for a request to terminate, on a thread of its own.
pub(super) fn listen() -> io::Result<Interrupt> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let interrupt = Interrupt::default();
    let told = interrupt.clone();
    let mut signals = runtime.block_on(async { Signals::new() })?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        runtime.block_on(async {
            signals.next().await;
            told.set();
            complain("interrupted: what runs comes to its end; interrupt again to stop at once");
            signals.next().await;
            process::exit(Exit::Interrupted.code().into());
        });
    })?;
    Ok(interrupt)
}

/// Comes to its end with the first Ctrl-C, or request to terminate. To be called where tokio runs.
pub(super) fn once() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut signals = Signals::new()?;
    Ok(async move { signals.next().await })
}

#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) {
        std::future::poll_fn(|context| {
            let interrupted = self.interrupt.poll_recv(context).is_ready();
            if interrupted || self.terminate.poll_recv(context).is_ready() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
        })
        .await;
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
