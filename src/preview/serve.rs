//! The server: pages, and one connection for each open page that says when to look again.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::{io, thread};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Shared};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use parking_lot::RwLock;
use tokio::net::TcpListener;
use tokio::runtime::{Handle, Runtime};
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

    /// Answers until the program ends, and watches the files of the site, by looking at them again and again
    /// where that is asked for. `report` is told of each change, from a thread of its own.
    ///
    /// # Errors
    /// When the system takes the address away.
    pub fn run(
        self,
        state: State,
        poll: bool,
        report: impl Fn(Told<'_>) + Send + 'static,
    ) -> Result<(), StartError> {
        let (tell, notices) = watch::channel(None);
        let state = Arc::new(RwLock::new(state));
        let watched = Watched {
            state: Arc::clone(&state),
            tell,
        };
        thread::Builder::new()
            .name("reload".into())
            .spawn(move || watched.keep_up(poll, report))?;
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

/// What is told while the preview runs.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    /// How saves are seen.
    Seeing(&'a Seeing),
    /// What was found, first in the whole site, then in what changed.
    Reloaded(&'a Reloaded),
}

/// A site whose files are watched.
struct Watched {
    state: Arc<RwLock<State>>,
    tell: watch::Sender<Option<Notice>>,
}

impl Watched {
    /// Reads the site to the end of its texts, then whatever changes.
    fn keep_up(self, poll: bool, report: impl Fn(Told<'_>)) {
        let folder = self.state.read().root().real_folder().to_owned();
        // Before the texts are read, so that nothing is saved unseen in between.
        let (mut watcher, seeing) = Watcher::start(&folder, poll);
        watch_redirects(&mut watcher, &self.state.read());
        report(Told::Seeing(&seeing));
        let rest = self.state.read().rest();
        let whole = beside_the_answers(|| rest.read());
        let reloaded = self.state.write().complete(whole);
        self.say(&reloaded, &report);
        while let Some(changed) = watcher.next() {
            let reloaded = self.state.write().reload(&changed);
            if let Some(reloaded) = reloaded {
                watch_redirects(&mut watcher, &self.state.read());
                self.say(&reloaded, &report);
            }
        }
    }

    fn say(&self, reloaded: &Reloaded, report: &impl Fn(Told<'_>)) {
        self.tell.send_replace(Some(Notice::after(reloaded)));
        report(Told::Reloaded(reloaded));
    }
}

/// Does something with threads of its own, so that an answer does not wait for the end of it.
fn beside_the_answers<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

/// Watches the file of former addresses, wherever the site has it.
fn watch_redirects(watcher: &mut Watcher, state: &State) {
    if let Some(file) = &state.site().config.redirects {
        watcher.watch_file(&state.root().real_folder().join(&file.value));
    }
}

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
    /// Nothing until the site is read to the end of its texts.
    notices: watch::Receiver<Option<Notice>>,
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
        from_state(preview, path, query).await
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

/// The notices: the present one as soon as the site is read, then each as it comes.
fn events(notices: watch::Receiver<Option<Notice>>) -> impl IntoResponse {
    let lines = WatchStream::new(notices)
        .filter_map(|notice| Some(notice?.line()))
        .map(|line| Ok::<_, Infallible>(Event::default().data(line)));
    Sse::new(lines).keep_alive(KeepAlive::default())
}

async fn from_state(preview: Preview, path: String, query: Option<String>) -> Response {
    let made = tokio::task::spawn_blocking(move || {
        let Preview {
            state, mut notices, ..
        } = preview;
        let until_whole = || {
            let whole = notices.wait_for(Option::is_some);
            // Refused only when the program ends.
            let _ = Handle::current().block_on(whole);
        };
        answer(&state, &path, query.as_deref(), until_whole)
    });
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
        Answer::Failed(bytes) => of_kind(StatusCode::INTERNAL_SERVER_ERROR, HTML, bytes),
        Answer::Elsewhere(path) => {
            (StatusCode::SEE_OTHER, [(header::LOCATION, path)]).into_response()
        }
    }
}
