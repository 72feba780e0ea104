//! Servers on loopback that answer as they are told, and remember what they were asked.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) at: Instant,
    /// Address of the server's own side.
    pub(crate) host: SocketAddr,
}

/// What is answered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    delay: Duration,
    /// Close the connection without an answer.
    hang_up: bool,
}

impl Answer {
    pub(crate) fn status(status: u16) -> Self {
        Self {
            status,
            ..Self::default()
        }
    }

    pub(crate) fn page(html: &str) -> Self {
        Self::status(200)
            .header("Content-Type", "text/html; charset=utf-8")
            .body(html.as_bytes())
    }

    pub(crate) fn to(status: u16, location: &str) -> Self {
        Self::status(status).header("Location", location)
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn body(mut self, bytes: &[u8]) -> Self {
        self.body = bytes.to_vec();
        self
    }

    pub(crate) fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    pub(crate) fn none() -> Self {
        Self {
            hang_up: true,
            ..Self::default()
        }
    }
}

type Handler = dyn Fn(&Asked) -> Answer + Send + Sync;

/// A server; it ends when dropped.
pub(crate) struct Server {
    pub(crate) port: u16,
    asked: Arc<Mutex<Vec<Asked>>>,
    connections: Arc<AtomicUsize>,
    ended: Arc<AtomicBool>,
    /// The certificate of its authority, in PEM, for servers that speak TLS.
    pub(crate) authority: Option<String>,
}

/// What is odd about a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Certificate {
    Good,
    Expired,
    OtherHost,
}

impl Server {
    /// A server without TLS, on all addresses of 127.0.0.0/8.
    pub(crate) fn start(handler: impl Fn(&Asked) -> Answer + Send + Sync + 'static) -> Self {
        Self::run(Arc::new(handler), None)
    }

    /// A server with TLS for 127.0.0.1.
    pub(crate) fn start_tls(
        certificate: Certificate,
        handler: impl Fn(&Asked) -> Answer + Send + Sync + 'static,
    ) -> Self {
        let (config, authority) = tls(certificate);
        Self::run(Arc::new(handler), Some((Arc::new(config), authority)))
    }

    fn run(handler: Arc<Handler>, tls: Option<(Arc<ServerConfig>, String)>) -> Self {
        let listener = TcpListener::bind("0.0.0.0:0").expect("loopback has a free port");
        let port = listener.local_addr().expect("it is bound").port();
        let (asked, connections, ended) = (
            Arc::new(Mutex::new(Vec::new())),
            Arc::new(AtomicUsize::new(0)),
            Arc::new(AtomicBool::new(false)),
        );
        let (config, authority) =
            tls.map_or((None, None), |(config, pem)| (Some(config), Some(pem)));
        let server = Self {
            port,
            asked: Arc::clone(&asked),
            connections: Arc::clone(&connections),
            ended: Arc::clone(&ended),
            authority,
        };
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if ended.load(Ordering::Relaxed) {
                    break;
                }
                connections.fetch_add(1, Ordering::Relaxed);
                let (handler, asked, config) =
                    (Arc::clone(&handler), Arc::clone(&asked), config.clone());
                std::thread::spawn(move || {
                    let host = stream.local_addr().expect("it is connected");
                    let _ = stream.set_read_timeout(Some(Duration::from_secs(30)));
                    match config {
                        None => serve(stream, host, &*handler, &asked),
                        Some(config) => {
                            let connection = ServerConnection::new(config).expect("a connection");
                            serve(
                                StreamOwned::new(connection, stream),
                                host,
                                &*handler,
                                &asked,
                            );
                        }
                    }
                });
            }
        });
        server
    }

    /// The address of a path on 127.0.0.1.
    pub(crate) fn url(&self, path: &str) -> String {
        let scheme = if self.authority.is_some() {
            "https"
        } else {
            "http"
        };
        format!("{scheme}://127.0.0.1:{}{path}", self.port)
    }

    /// What it was asked.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no handler panicked").clone()
    }

    /// How often a path was asked for.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.asked()
            .iter()
            .filter(|asked| asked.path == path)
            .count()
    }

    /// How many connections were made to it.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

/// Answers the requests of one connection.
fn serve(stream: impl Read + Write, host: SocketAddr, handler: &Handler, log: &Mutex<Vec<Asked>>) {
    let mut stream = BufReader::new(stream);
    while let Some(asked) = request(&mut stream, host) {
        log.lock().expect("no handler panicked").push(asked.clone());
        let answer = handler(&asked);
        std::thread::sleep(answer.delay);
        if answer.hang_up {
            return;
        }
        let mut head = format!("HTTP/1.1 {} Words\r\n", answer.status);
        for (name, value) in &answer.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("Content-Length: {}\r\n\r\n", answer.body.len()));
        let out = stream.get_mut();
        let body: &[u8] = if asked.method == "HEAD" {
            b""
        } else {
            &answer.body
        };
        if out
            .write_all(head.as_bytes())
            .and_then(|()| out.write_all(body))
            .and_then(|()| out.flush())
            .is_err()
        {
            return;
        }
    }
}

fn request(stream: &mut BufReader<impl Read>, host: SocketAddr) -> Option<Asked> {
    let mut line = String::new();
    stream
        .read_line(&mut line)
        .ok()
        .filter(|length| *length > 0)?;
    let at = Instant::now();
    let mut words = line.split(' ');
    let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).ok()?;
        let line = line.trim_end();
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    Some(Asked {
        method,
        path,
        headers,
        at,
        host,
    })
}

fn tls(certificate: Certificate) -> (ServerConfig, String) {
    use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, date_time_ymd};
    let key = KeyPair::generate().expect("a key");
    let mut params = CertificateParams::new(Vec::new()).expect("parameters");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = params.self_signed(&key).expect("an authority").pem();
    let issuer = Issuer::new(params, key);
    let name = match certificate {
        Certificate::OtherHost => "other.example",
        Certificate::Good | Certificate::Expired => "127.0.0.1",
    };
    let mut params = CertificateParams::new(vec![name.to_owned()]).expect("parameters");
    if certificate == Certificate::Expired {
        params.not_before = date_time_ymd(2019, 1, 1);
        params.not_after = date_time_ymd(2020, 1, 1);
    }
    let key = KeyPair::generate().expect("a key");
    let signed = params.signed_by(&key, &issuer).expect("a certificate");
    let private = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config =
        ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![signed.der().clone()], private)
            .expect("a configuration");
    (config, authority)
}
