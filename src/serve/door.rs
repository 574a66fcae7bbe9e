use super::office::{Asked, DOCUMENT, OWN, refused};
use super::openapi::{allowed, openapi};
use crate::catalog::Catalog;
use crate::extension::endpoint::{LARGEST, incoming, outgoing};
use crate::host::{Request, ServiceAnswer};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::header::HOST;
use axum::http::{Response, request::Parts};
use futures::channel::{mpsc, oneshot};
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// How many requests are open at once; one more is turned away.
const OPEN: usize = 64;
/// How long a body may take to come in, in real time.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where requests come in, and where they go.
#[derive(Clone)]
pub struct Door {
    address: SocketAddr,
    asked: mpsc::Sender<Asked>,
    document: Arc<ServiceAnswer>,
    open: Arc<Semaphore>,
    seen: fn(&str, &str, u16),
}

impl Door {
    /// Requests that come in at `address` go to `asked`; `seen` is told the method, the path and the status of each, and no secret.
    #[must_use]
    pub fn new(address: SocketAddr, asked: mpsc::Sender<Asked>, catalog: &Catalog, seen: fn(&str, &str, u16)) -> Self {
        let document = Arc::new(ServiceAnswer::new(200, openapi(catalog)));
        Self { address, asked, document, open: Arc::new(Semaphore::new(OPEN)), seen }
    }

    async fn answered(&self, request: axum::extract::Request) -> ServiceAnswer {
        let (parts, body) = request.into_parts();
        let Ok(_place) = self.open.try_acquire() else {
            return refused(503, "SERVICE_UNAVAILABLE", &format!("{OPEN} requests are open already: wait for one of them"));
        };
        if !self.is_meant(&parts) {
            let message = format!("this host name is not where Desk is served: call http://{}", self.address);
            return refused(421, "MISDIRECTED_REQUEST", &message);
        }
        let body = match timeout(PATIENCE, to_bytes(body, LARGEST)).await {
            Ok(Ok(body)) => body,
            Ok(Err(_)) => return refused(413, "PAYLOAD_TOO_LARGE", &format!("the body is larger than {LARGEST} bytes, or broke off")),
            Err(_) => return refused(408, "REQUEST_TIMEOUT", "the body did not come in time"),
        };
        let mut request = incoming(&parts, &body);
        if let (true, Ok(json)) = (request.url.starts_with(OWN), serde_json::from_slice(&body)) {
            // What curl sends with -d says of itself that it is a form.
            request.body = json;
        }
        if (request.method.as_str(), request.url.as_str()) == ("GET", DOCUMENT) {
            return (*self.document).clone();
        }
        let path = request.url.clone();
        let mut answer = self.handed_on(request).await;
        if let Some(methods) = allowed(&self.document.body, &path).filter(|_| answer.status == 405) {
            answer.headers.insert("Allow".into(), methods.into());
        }
        answer
    }

    /// A page of a browser that was led here by its own name server has another host in its request.
    fn is_meant(&self, parts: &Parts) -> bool {
        let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok()).or(parts.uri.host()).unwrap_or_default();
        let name = host.rsplit_once(':').map_or(host, |(name, port)| if port.parse::<u16>().is_ok() { name } else { host });
        let own = name.trim_matches(['[', ']']).parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback() || ip == self.address.ip());
        !self.address.ip().is_loopback() || own || name.eq_ignore_ascii_case("localhost")
    }

    async fn handed_on(&self, request: Request) -> ServiceAnswer {
        let (reply, answer) = oneshot::channel();
        let over = || refused(503, "SERVICE_UNAVAILABLE", "Desk is being shut down");
        // The channel holds as many as may be open.
        if self.asked.clone().try_send((request, reply)).is_err() {
            return over();
        }
        answer.await.unwrap_or_else(|_| over())
    }
}

/// An address at which nobody is let in yet.
pub struct Entrance {
    runtime: Runtime,
    listener: TcpListener,
    address: SocketAddr,
}

impl Entrance {
    /// Takes the address; port 0 is any that is free.
    ///
    /// # Errors
    /// It cannot be had.
    pub fn take(address: SocketAddr) -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind(address))?;
        let address = listener.local_addr()?;
        Ok(Self { runtime, listener, address })
    }

    /// Where it is.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Lets in what comes, once `ready` is told, until the future of `stop` ends; what is open then is answered first. Where `ready` is dropped, nobody is
    /// let in. `begun` is called before the first.
    ///
    /// # Errors
    /// Nothing can come in any more.
    pub fn open<S: Future<Output = ()> + Send + 'static>(
        self,
        door: Door,
        ready: oneshot::Receiver<()>,
        begun: impl FnOnce(),
        stop: impl FnOnce() -> io::Result<S>,
    ) -> io::Result<()> {
        let Self { runtime, listener, .. } = self;
        runtime.block_on(async {
            if ready.await.is_err() {
                return Ok(());
            }
            let stop = stop()?;
            begun();
            axum::serve(listener, Router::new().fallback(answer).with_state(door)).with_graceful_shutdown(stop).await
        })
    }
}

async fn answer(State(door): State<Door>, request: axum::extract::Request) -> Response<Body> {
    let (method, path) = (request.method().to_string(), request.uri().path().to_owned());
    let answer = door.answered(request).await;
    (door.seen)(&method, &path, answer.status);
    outgoing(&answer)
}
