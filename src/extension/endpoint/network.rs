use super::address::Endpoint;
use super::call::{call, client};
use super::line::{Heard, Line};
use super::listen::listen;
use super::registry::Registry;
use crate::host::Request;
use futures::channel::oneshot;
use futures::future::{Either, select};
use reqwest::Client;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Handle};

/// What all scenarios share of the network.
pub(super) struct Shared {
    endpoints: Vec<Endpoint>,
    pub(super) registry: Registry,
    /// How much real time a step may take.
    pub(super) patience: Duration,
    client: Client,
    runtime: Handle,
}

impl Shared {
    pub(super) fn endpoint(&self, extension: &str) -> Option<&Endpoint> {
        self.endpoints.iter().find(|endpoint| endpoint.name == extension)
    }

    /// Begins a call; its end is told, with its number, on the line.
    pub(super) fn begin(&self, endpoint: Endpoint, request: Request, within: Duration, (number, line): (u64, Sender<Heard>)) {
        let client = self.client.clone();
        drop(self.runtime.spawn(async move {
            let end = call(client, endpoint, request, within).await;
            // Who has gone does not hear it.
            drop(line.send(Heard::Over(number, end)));
        }));
    }
}

/// The real servers of a run, and the address at which they reach Desk. With it its thread and all its sockets are gone.
pub struct Network {
    shared: Arc<Shared>,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Network {
    /// Listens at an address for what the servers at `endpoints` ask of Desk. `patience` is the real time that a step may take.
    ///
    /// # Errors
    /// The address cannot be had, or this machine has nothing left to run on.
    pub fn open(endpoints: Vec<Endpoint>, listening: SocketAddr, patience: Duration) -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind(listening))?;
        let address = listener.local_addr()?;
        let registry = Registry::default();
        let client = client().map_err(io::Error::other)?;
        let shared = Shared { endpoints, registry: registry.clone(), patience, client, runtime: runtime.handle().clone() };
        let (stop, stopped) = oneshot::channel();
        let thread = thread::Builder::new().name("network".into()).spawn(move || {
            runtime.block_on(async {
                // Only the end of the network ends the listening: its errors are those of single connections.
                if let Either::Left((_, stopped)) = select(pin!(listen(listener, registry)), stopped).await {
                    let _ = stopped.await;
                }
            });
            // A name that nobody resolves holds nothing up.
            runtime.shutdown_background();
        })?;
        Ok(Self { shared: Arc::new(shared), address, stop: Some(stop), thread: Some(thread) })
    }

    /// Where Desk listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The names of the extensions whose servers are real, as they were said.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.shared.endpoints.iter().map(|endpoint| endpoint.name.as_str())
    }

    /// A line of its own for a scenario.
    #[must_use]
    pub fn line(&self) -> Line {
        Line::new(Arc::clone(&self.shared))
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the thread was a scenario's time-out already.
            drop(thread.join());
        }
    }
}

impl fmt::Debug for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Network").field("address", &self.address).finish_non_exhaustive()
    }
}
