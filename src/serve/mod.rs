//! The preview: a [`Workspace`] served on loopback, as a static host would serve what `build` publishes, with a script that shows
//! changes at once and what is wrong with the open page.
//!
//! One thread per connection, and a bound on how many; no connection is waited for without end. What may be asked is decided in
//! `request`, what a host answers in `host`, what the preview adds in `live`, `page` and `side`. Bound to loopback, always.

use std::io::{self, Read as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::workspace::Workspace;

pub use editor::{EDITORS, Editor};

use reply::Reply;
use request::{LONGEST_HEAD, Refused, Request};

mod coding;
mod editor;
mod host;
mod live;
mod page;
mod reply;
pub mod request;
mod side;

/// The port that is tried when none is asked for.
pub const PORT: u16 = 4000;

/// How many ports are tried after one that is taken.
const MORE_PORTS: u16 = 20;

/// Most connections at a time; further ones are closed at once.
const MOST_CONNECTIONS: usize = 128;

/// How long a request may take to arrive, from its connection or from the answer before it.
const ARRIVES: Duration = Duration::from_secs(10);

/// How long an answer may take to leave: so much, and a second for so many bytes.
const LEAVES: Duration = Duration::from_secs(20);
const BYTES_PER_SECOND: usize = 64 << 10;

/// A port of this machine that is ours.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

/// What every connection works with.
struct Preview {
    workspace: Arc<Workspace>,
    editor: Option<Editor>,
    open: AtomicUsize,
}

impl Server {
    /// Takes a port on 127.0.0.1: the one that is asked for and no other, else the first that is free from [`PORT`] on.
    ///
    /// # Errors
    /// When it is taken, or there is none.
    pub fn bind(port: Option<u16>) -> Result<Self, Failure> {
        let bind = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let bound = match port {
            Some(port) => bind(port).map_err(|error| {
                let failure = Failure::environment(format!("cannot use the port {port}"));
                failure
                    .cause(&error)
                    .hint("name another one, or leave `--port` out: a free one is then looked for")
            })?,
            None => (PORT..=PORT + MORE_PORTS)
                .find_map(|port| bind(port).ok())
                .map_or_else(|| bind(0), Ok)
                .map_err(|error| Failure::environment("there is no free port").cause(&error))?,
        };
        let address = bound
            .local_addr()
            .map_err(|error| Failure::environment("cannot tell the port").cause(&error))?;
        Ok(Self {
            listener: bound,
            address,
        })
    }

    /// Where it answers, without a final slash.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers for as long as the program runs.
    ///
    /// # Errors
    /// When the port is lost.
    pub fn run(self, workspace: Arc<Workspace>, editor: Option<Editor>) -> Result<(), Failure> {
        let preview = Arc::new(Preview {
            workspace,
            editor,
            open: AtomicUsize::new(0),
        });
        loop {
            let Ok((stream, _)) = self.listener.accept() else {
                // Whoever wanted it is gone, or there are too many open files: both pass.
                std::thread::sleep(Duration::from_millis(20));
                continue;
            };
            if preview.open.fetch_add(1, Ordering::SeqCst) >= MOST_CONNECTIONS {
                preview.open.fetch_sub(1, Ordering::SeqCst);
                continue;
            }
            let own = preview.clone();
            let serve = move || {
                // Whoever goes away in the middle is no concern of ours.
                let _ = converse(&own, stream);
                own.open.fetch_sub(1, Ordering::SeqCst);
            };
            let thread = std::thread::Builder::new().name("polydoc-serve".to_owned());
            if thread.spawn(serve).is_err() {
                preview.open.fetch_sub(1, Ordering::SeqCst);
            }
        }
    }
}

/// Answers the requests of one connection.
fn converse(preview: &Preview, mut stream: TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut buffer = Vec::with_capacity(2 << 10);
    loop {
        let request = match receive(&mut stream, &mut buffer)? {
            Received::Nothing => return Ok(()),
            Received::Refused(refused) => {
                let mut out = Bounded::new(&stream, 0);
                Reply::refusal(refused.status()).write(None, &mut out)?;
                // What is still on its way would make the system throw the answer away.
                stream.set_read_timeout(Some(Duration::from_millis(50)))?;
                let _ = stream.read(&mut [0; LONGEST_HEAD]);
                return Ok(());
            }
            Received::Request(request) => request,
        };
        if request.path == live::EVENTS && request.method == request::Method::Get {
            return live::tell(preview, &stream);
        }
        let answered = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            host::answer(preview, &request)
        }));
        let reply = answered.unwrap_or_else(|_| Reply::refusal((500, "Internal Server Error")));
        let mut out = Bounded::new(&stream, reply.body.len());
        reply.write(Some(&request), &mut out)?;
        if !request.keeps {
            return Ok(());
        }
    }
}

enum Received {
    Request(Box<Request>),
    Refused(Refused),
    /// The other side is done, or too slow.
    Nothing,
}

/// Reads the next head; what came after it stays in the buffer.
fn receive(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> io::Result<Received> {
    let start = Instant::now();
    loop {
        if !buffer.is_empty() {
            match request::read(buffer) {
                Err(refused) => return Ok(Received::Refused(refused)),
                Ok(Some(request)) => {
                    let end = memchr::memmem::find(buffer, b"\r\n\r\n").map(|at| at + 4);
                    let end = end.or_else(|| Some(memchr::memmem::find(buffer, b"\n\n")? + 2));
                    buffer.drain(..end.unwrap_or(buffer.len()).min(buffer.len()));
                    return Ok(Received::Request(Box::new(request)));
                }
                Ok(None) => {}
            }
        }
        let Some(left) = ARRIVES
            .checked_sub(start.elapsed())
            .filter(|it| !it.is_zero())
        else {
            return Ok(Received::Nothing);
        };
        stream.set_read_timeout(Some(left))?;
        let mut part = [0; 4096];
        let room = (LONGEST_HEAD - buffer.len().min(LONGEST_HEAD)).clamp(1, part.len());
        match stream.read(&mut part[..room]) {
            Ok(0) => return Ok(Received::Nothing),
            Ok(count) => buffer.extend_from_slice(&part[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return Ok(Received::Nothing),
        }
    }
}

/// A connection on which an answer must leave in time.
struct Bounded<'s> {
    stream: &'s TcpStream,
    end: Instant,
}

impl<'s> Bounded<'s> {
    fn new(stream: &'s TcpStream, bytes: usize) -> Self {
        let seconds = u64::try_from(bytes / BYTES_PER_SECOND).unwrap_or(u64::MAX);
        let longest = LEAVES.saturating_add(Duration::from_secs(seconds.min(3600)));
        Self {
            stream,
            end: Instant::now() + longest,
        }
    }
}

impl io::Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let left = self.end.checked_duration_since(Instant::now());
        let Some(left) = left.filter(|left| !left.is_zero()) else {
            return Err(io::Error::from(io::ErrorKind::TimedOut));
        };
        self.stream.set_write_timeout(Some(left))?;
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}
