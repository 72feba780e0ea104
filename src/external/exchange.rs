//! One request and its answer over the network: with `resolver`, which finds the IP addresses for it, the only user of the HTTP
//! library.
//!
//! Redirects are not followed here and nothing is asked twice: that is decided in `inquiry`, which sees every hop. Names are
//! resolved by [`Guarded`], so that the address that is judged is the address that is used. Cookies are not kept, proxies
//! of the environment are not used (they would resolve names where nothing is judged).

use std::io::{self, Read};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use ureq::config::Config;
use ureq::http::Request as HttpRequest;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Error};

use crate::config::External;
use crate::failure::Failure;

use super::resolver::Guarded;

/// How a page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// Whether it is there.
    Head,
    /// The page itself.
    Get,
}

/// What is sent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Request<'r> {
    /// The address, normalised.
    pub(super) url: &'r str,
    /// How.
    pub(super) method: Method,
    /// Headers for this host alone.
    pub(super) headers: &'r [(&'r str, &'r str)],
}

/// What came back.
pub(super) struct Reply {
    /// The status code.
    pub(super) status: u16,
    /// Where it sends us.
    pub(super) location: Option<String>,
    /// How long it asks us to wait.
    pub(super) retry_after: Option<Duration>,
    /// The media type, in lower case, without parameters.
    pub(super) media_type: Option<String>,
    /// The page, unpacked.
    pub(super) body: Box<dyn Read>,
}

/// Why nothing came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The name of the host does not exist.
    NoHost,
    /// The host may not be asked.
    Forbidden(String),
    /// TLS failed.
    Tls(String),
    /// No answer in time.
    Silent,
    /// No connection, or one that broke.
    Broken(String),
}

/// Asks.
pub(super) trait Exchange: Sync {
    /// Sends one request.
    fn send(&self, request: Request<'_>) -> Result<Reply, Trouble>;
}

/// Asks over the network.
pub(super) struct Web {
    public: Agent,
    /// Believes the authorities of the settings instead of the public ones.
    own: Option<Agent>,
}

impl Web {
    /// Makes ready to ask; `authorities` is the text of the file that the settings name.
    pub(super) fn new(external: &External, authorities: Option<&[u8]>) -> Result<Self, Failure> {
        let own = match authorities {
            Some(pem) => Some(agent(external, authorities_in(pem)?)),
            None => None,
        };
        Ok(Self {
            public: agent(external, RootCerts::WebPki),
            own,
        })
    }
}

fn agent(external: &External, roots: RootCerts) -> Agent {
    let config = Config::builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .user_agent(&external.user_agent)
        .accept("text/html, */*;q=0.8")
        .timeout_global(Some(external.timeout))
        .max_idle_connections(external.connections * 4)
        .max_idle_connections_per_host(external.per_host)
        .max_response_header_size(64 << 10)
        .tls_config(TlsConfig::builder().root_certs(roots).build())
        .build();
    let guarded = Guarded::new(external.allow.clone(), DefaultResolver::default());
    Agent::with_parts(config, DefaultConnector::default(), guarded)
}

fn authorities_in(pem: &[u8]) -> Result<RootCerts, Failure> {
    let wrong = |why: String| {
        Failure::configuration(format!("the file that `external.authorities` names {why}"))
            .hint("put certificates in PEM form into it: `-----BEGIN CERTIFICATE-----`")
    };
    let mut certificates: Vec<Certificate<'static>> = Vec::new();
    for item in parse_pem(pem) {
        match item {
            Ok(PemItem::Certificate(certificate)) => certificates.push(certificate),
            Ok(_) => {}
            Err(error) => return Err(wrong(format!("cannot be read: {error}"))),
        }
    }
    if certificates.is_empty() {
        return Err(wrong("holds no certificate".to_owned()));
    }
    Ok(RootCerts::Specific(Arc::new(certificates)))
}

impl Exchange for Web {
    fn send(&self, request: Request<'_>) -> Result<Reply, Trouble> {
        let first = send(&self.public, request);
        match (&first, &self.own) {
            (Err(Trouble::Tls(_)), Some(own)) => send(own, request),
            _ => first,
        }
    }
}

fn send(agent: &Agent, request: Request<'_>) -> Result<Reply, Trouble> {
    let method = match request.method {
        Method::Head => "HEAD",
        Method::Get => "GET",
    };
    let mut built = HttpRequest::builder()
        .method(method)
        .uri(as_sent(request.url));
    for (name, value) in request.headers {
        built = built.header(*name, *value);
    }
    // Values of headers are secrets: what is wrong with them is not told.
    let built = built
        .body(())
        .map_err(|_| Trouble::Broken("no request can be made of it".to_owned()))?;
    let response = agent.run(built).map_err(trouble)?;
    let header = |name: &str| {
        let value = response.headers().get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    let media_type = header("content-type").map(|value| {
        let media_type = value.split(';').next().unwrap_or_default();
        media_type.trim().to_ascii_lowercase()
    });
    Ok(Reply {
        status: response.status().as_u16(),
        location: header("location"),
        retry_after: header("retry-after").and_then(|value| wait(&value)),
        media_type,
        body: Box::new(response.into_body().into_reader()),
    })
}

/// The address with everything percent-encoded that a request line must not hold.
fn as_sent(url: &str) -> String {
    let mut sent = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            sent.push(char::from(byte));
        } else {
            use std::fmt::Write as _;
            let _ = write!(sent, "%{byte:02X}");
        }
    }
    sent
}

/// How long `Retry-After` asks to wait: seconds or a day and time (RFC 9110, section 10.2.3).
fn wait(value: &str) -> Option<Duration> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than a number has are longer than anybody waits.
        let seconds = value.parse::<u32>().unwrap_or(u32::MAX);
        return Some(Duration::from_secs(seconds.into()));
    }
    let moment = httpdate::parse_http_date(value).ok()?;
    Some(moment.duration_since(SystemTime::now()).unwrap_or_default())
}

fn trouble(error: Error) -> Trouble {
    match error {
        Error::Timeout(_) => Trouble::Silent,
        Error::HostNotFound => Trouble::NoHost,
        Error::Other(inner) => match inner.downcast::<Trouble>() {
            Ok(trouble) => *trouble,
            Err(other) => Trouble::Broken(other.to_string()),
        },
        Error::Rustls(error) => Trouble::Tls(without_prefix(&error.to_string())),
        Error::Tls(why) => Trouble::Tls(why.to_owned()),
        Error::Io(error) => of_io(&error),
        Error::ConnectionFailed => Trouble::Broken("no connection".to_owned()),
        other => Trouble::Broken(other.to_string()),
    }
}

fn of_io(error: &io::Error) -> Trouble {
    const OF_TLS: [&str; 6] = [
        "invalid peer certificate",
        "received fatal alert",
        "received corrupt message",
        "peer is incompatible",
        "peer misbehaved",
        "no server certificate",
    ];
    let text = error.to_string();
    if OF_TLS.iter().any(|start| text.contains(start)) {
        return Trouble::Tls(without_prefix(&text));
    }
    match error.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Trouble::Silent,
        io::ErrorKind::ConnectionRefused => Trouble::Broken("connection refused".to_owned()),
        io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted => {
            Trouble::Broken("connection reset".to_owned())
        }
        io::ErrorKind::UnexpectedEof => Trouble::Broken("connection closed early".to_owned()),
        io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable => {
            Trouble::Broken("no way to the host".to_owned())
        }
        _ => Trouble::Broken(text),
    }
}

fn without_prefix(text: &str) -> String {
    let text = text
        .strip_prefix("invalid peer certificate: ")
        .unwrap_or(text);
    let known = [
        ("Expired", "the certificate has expired"),
        ("NotValidYet", "the certificate is not valid yet"),
        ("UnknownIssuer", "the certificate's issuer is not trusted"),
        ("NotValidForName", "the certificate is for another host"),
        ("Revoked", "the certificate was revoked"),
    ];
    let lower = text.to_lowercase();
    for (code, words) in known {
        if text.starts_with(code) {
            return words.to_owned();
        }
    }
    if lower.contains("expired") {
        return "the certificate has expired".to_owned();
    }
    if lower.contains("not valid for name") {
        return "the certificate is for another host".to_owned();
    }
    text.to_owned()
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoHost => f.write_str("the host does not exist"),
            Self::Silent => f.write_str("no answer in time"),
            Self::Forbidden(why) | Self::Tls(why) | Self::Broken(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for Trouble {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_request_line_must_not_hold_is_encoded() {
        assert_eq!(
            as_sent("https://a.example/{x}|é?q=\"1\""),
            "https://a.example/%7Bx%7D%7C%C3%A9?q=%221%22"
        );
        assert_eq!(
            as_sent("https://a.example/%7Bx%7D?a=b&c#"),
            "https://a.example/%7Bx%7D?a=b&c#"
        );
    }

    #[test]
    fn retry_after_is_seconds_or_a_moment() {
        assert_eq!(wait("120"), Some(Duration::from_mins(2)));
        assert_eq!(wait("Wed, 21 Oct 2015 07:28:00 GMT"), Some(Duration::ZERO));
        assert_eq!(wait("soon"), None);
        let later = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(90));
        let seconds = wait(&later).expect("a moment").as_secs();
        assert!((88..=90).contains(&seconds), "{seconds}");
    }
}
