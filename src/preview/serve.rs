//! The server: pages, and one connection for each open page that says when to look again.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::{io, thread};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Shared};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use super::answer::{Answer, answer};
use super::host;
use super::notice::Notice;
use super::state::{Reloaded, State};
use super::surround::OWN;
use super::watch::{Seeing, Watcher};

/// The port that is taken where none is asked for, or the next one that is free.
pub const DEFAULT_PORT: u16 = 4848;
/// How many ports are tried.
const PORTS_TRIED: u16 = 100;

/// What a page may load: what a careful web server would allow it. The preview needs no more.
const POLICY: &str =
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Why the preview cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address is taken or is not this machine's.
    #[error("the address {address} cannot be used: {source}")]
    Address {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The files cannot be watched.
    #[error("the site's files cannot be watched: {0}")]
    Watch(String),
    /// The system gives no threads.
    #[error("the preview cannot run: {0}")]
    System(#[from] io::Error),
}

/// A server that has its address and does not answer yet.
pub struct Server {
    runtime: Runtime,
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Takes an address; where none is asked for, the next free port of this machine alone.
    ///
    /// # Errors
    /// When the address that was asked for, or every one that was tried, is taken.
    pub fn bind(asked: Option<SocketAddr>) -> Result<Server, StartError> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_io()
            .enable_time()
            .build()?;
        let listener = runtime.block_on(listen(asked))?;
        let address = listener.local_addr()?;
        Ok(Server {
            runtime,
            listener,
            address,
        })
    }

    /// The address that is served.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Begins to watch the files of a site.
    ///
    /// # Errors
    /// When they can be watched in no way.
    pub fn watch(&self, folder: &Path, poll: bool) -> Result<(Watching, Seeing), StartError> {
        let started = Watcher::start(folder, poll);
        let (watcher, seeing) = started.map_err(|fault| StartError::Watch(fault.to_string()))?;
        Ok((Watching(watcher), seeing))
    }

    /// Answers until the program ends. `report` is told of each change, from a thread of its own.
    ///
    /// # Errors
    /// When the system takes the address away.
    pub fn run(
        self,
        state: State,
        watching: Watching,
        report: impl Fn(&Reloaded) + Send + 'static,
    ) -> Result<(), StartError> {
        let (tell, notices) = watch::channel(Notice::of(&state));
        let folder = state.root().real_folder().to_owned();
        let state = Arc::new(RwLock::new(state));
        let reloading = Arc::clone(&state);
        let mut watcher = watching.0;
        watch_redirects(&mut watcher, &read(&state));
        thread::Builder::new()
            .name("reload".into())
            .spawn(move || {
                while let Some(changed) = watcher.next(&folder) {
                    let reloaded = write(&reloading).reload(&changed);
                    if let Some(reloaded) = reloaded {
                        watch_redirects(&mut watcher, &read(&reloading));
                        tell.send_replace(Notice::after(&reloaded));
                        report(&reloaded);
                    }
                }
            })?;
        let preview = Preview {
            state,
            notices,
            address: self.address,
        };
        let router = Router::new().fallback(respond).with_state(preview);
        let serving = axum::serve(self.listener, router).into_future();
        Ok(self.runtime.block_on(serving)?)
    }
}

/// Watches the file of former addresses, wherever the site has it.
fn watch_redirects(watcher: &mut Watcher, state: &State) {
    if let Some(file) = &state.site().config.redirects {
        watcher.watch_file(&state.root().real_folder().join(&file.value));
    }
}

/// The files of a site, watched.
pub struct Watching(Watcher);

async fn listen(asked: Option<SocketAddr>) -> Result<TcpListener, StartError> {
    let first = asked.unwrap_or_else(|| (Ipv4Addr::LOCALHOST, DEFAULT_PORT).into());
    let mut address = first;
    loop {
        match TcpListener::bind(address).await {
            Ok(listener) => return Ok(listener),
            Err(fault)
                if asked.is_none()
                    && fault.kind() == io::ErrorKind::AddrInUse
                    && address.port() < DEFAULT_PORT + PORTS_TRIED =>
            {
                address.set_port(address.port() + 1);
            }
            Err(source) => return Err(StartError::Address { address, source }),
        }
    }
}

/// What every request is answered from.
#[derive(Clone)]
struct Preview {
    state: Arc<RwLock<State>>,
    notices: watch::Receiver<Notice>,
    address: SocketAddr,
}

async fn respond(Shared(preview): Shared<Preview>, request: Request) -> Response {
    let mut response = if !is_for_us(&request, preview.address) {
        let text = "This preview answers only at the address that it was started with.\n";
        (StatusCode::MISDIRECTED_REQUEST, text).into_response()
    } else if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allowed = [(header::ALLOW, "GET, HEAD")];
        (StatusCode::METHOD_NOT_ALLOWED, allowed).into_response()
    } else if request.uri().path() == format!("{OWN}/events") {
        events(preview.notices).into_response()
    } else {
        let path = request.uri().path().to_owned();
        let query = request.uri().query().map(str::to_owned);
        from_state(preview.state, path, query).await
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

fn is_for_us(request: &Request, address: SocketAddr) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    hosts.next().is_none() && host.is_some_and(|host| host::is_served(host, address))
}

/// The notices: the present one at once, then each as it comes.
fn events(notices: watch::Receiver<Notice>) -> impl IntoResponse {
    let lines = WatchStream::new(notices)
        .map(|notice| Ok::<_, Infallible>(Event::default().data(notice.line())));
    Sse::new(lines).keep_alive(KeepAlive::default())
}

async fn from_state(state: Arc<RwLock<State>>, path: String, query: Option<String>) -> Response {
    let made = tokio::task::spawn_blocking(move || answer(&state, &path, query.as_deref()));
    match made.await {
        Ok(answer) => respond_with(answer),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn respond_with(answer: Answer) -> Response {
    const HTML: &str = "text/html; charset=utf-8";
    let of_kind = |status: StatusCode, kind: &'static str, bytes: Vec<u8>| {
        (status, [(header::CONTENT_TYPE, kind)], Body::from(bytes)).into_response()
    };
    match answer {
        Answer::Found(kind, bytes) => of_kind(StatusCode::OK, kind, bytes),
        Answer::NotFound(bytes) => of_kind(StatusCode::NOT_FOUND, HTML, bytes),
        Answer::Failed(text) => of_kind(
            StatusCode::INTERNAL_SERVER_ERROR,
            "text/plain; charset=utf-8",
            text.into_bytes(),
        ),
        Answer::Elsewhere(path) => {
            (StatusCode::SEE_OTHER, [(header::LOCATION, path)]).into_response()
        }
    }
}

/// The state, to be read.
pub(super) fn read(state: &RwLock<State>) -> RwLockReadGuard<'_, State> {
    state.read().unwrap_or_else(PoisonError::into_inner)
}

/// The state, to be changed.
pub(super) fn write(state: &RwLock<State>) -> RwLockWriteGuard<'_, State> {
    state.write().unwrap_or_else(PoisonError::into_inner)
}
