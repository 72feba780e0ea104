//! One request, as far as it is understood: what is not a plain question for a file of this host is refused here.
//!
//! In: the bytes of a head. Out: a [`Request`], or the [`Refused`] that says with which status it is answered. Nothing is read here,
//! and nothing that stands in a request ever becomes a path on disk: it is compared with the paths of the output.

use percent_encoding::percent_decode_str;

/// Longest head, in bytes.
pub const LONGEST_HEAD: usize = 16 << 10;

/// Most header fields.
const MOST_FIELDS: usize = 64;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The whole answer.
    Get,
    /// The answer without what it holds.
    Head,
}

/// A question that may be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// How it is asked.
    pub method: Method,
    /// The path as it was written, without query.
    pub raw: String,
    /// The path, decoded once: begins with `/`, and holds no `.` or `..`, backslash or control character.
    pub path: String,
    /// What stands behind `?`, as written.
    pub query: String,
    /// Whether the connection may be used again.
    pub keeps: bool,
    /// The languages its reader wants, as written.
    pub accept_language: String,
    /// How the answer may be compressed, as written.
    pub accept_encoding: String,
    /// The versions that are known already.
    pub if_none_match: String,
    /// The version that a part is wanted of.
    pub if_range: Option<String>,
    /// The part that is wanted.
    pub range: Option<String>,
}

/// Why a request is not answered as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nobody can tell what it means.
    Malformed,
    /// It comes from another site, or calls this host by a name that is not its own.
    Stranger,
    /// It is neither GET nor HEAD.
    Method,
    /// It has a body.
    Body,
    /// Its head is too long.
    TooLong,
    /// It speaks another version.
    Version,
}

impl Refused {
    /// The status code with its phrase.
    pub fn status(self) -> (u16, &'static str) {
        match self {
            Self::Malformed => (400, "Bad Request"),
            Self::Stranger => (403, "Forbidden"),
            Self::Method => (405, "Method Not Allowed"),
            Self::Body => (413, "Content Too Large"),
            Self::TooLong => (431, "Request Header Fields Too Large"),
            Self::Version => (505, "HTTP Version Not Supported"),
        }
    }
}

/// Reads a head; `None` when more bytes are needed.
///
/// # Errors
/// What is not a plain question of a reader on this machine.
pub fn read(head: &[u8]) -> Result<Option<Request>, Refused> {
    let mut fields = [httparse::EMPTY_HEADER; MOST_FIELDS];
    let mut parsed = httparse::Request::new(&mut fields);
    let status = parsed.parse(head).map_err(|error| match error {
        httparse::Error::TooManyHeaders => Refused::TooLong,
        httparse::Error::Version => Refused::Version,
        _ => Refused::Malformed,
    })?;
    if status.is_partial() {
        return if head.len() >= LONGEST_HEAD {
            Err(Refused::TooLong)
        } else {
            Ok(None)
        };
    }
    let fields = Fields(parsed.headers);
    let method = match parsed.method {
        Some("GET") => Method::Get,
        Some("HEAD") => Method::Head,
        _ => return Err(Refused::Method),
    };
    let length = fields.one("content-length")?;
    if fields.one("transfer-encoding")?.is_some() || length.is_some_and(|length| length != "0") {
        return Err(Refused::Body);
    }
    check_host(&fields, parsed.version == Some(1))?;
    let target = parsed.path.ok_or(Refused::Malformed)?;
    let (raw, query) = target.split_once('?').unwrap_or((target, ""));
    let words = |name: &str| fields.one(name).map(Option::unwrap_or_default);
    let connection = words("connection")?.to_ascii_lowercase();
    Ok(Some(Request {
        method,
        path: path(raw)?,
        raw: raw.to_owned(),
        query: query.to_owned(),
        keeps: parsed.version == Some(1) && !connection.contains("close"),
        accept_language: words("accept-language")?.to_owned(),
        accept_encoding: words("accept-encoding")?.to_owned(),
        if_none_match: words("if-none-match")?.to_owned(),
        if_range: fields.one("if-range")?.map(str::to_owned),
        range: fields.one("range")?.map(str::to_owned),
    }))
}

/// Header fields.
struct Fields<'h>(&'h [httparse::Header<'h>]);

impl<'h> Fields<'h> {
    /// The only field of a name; two of one name that matters here are a trick.
    fn one(&self, name: &str) -> Result<Option<&'h str>, Refused> {
        let mut all = self
            .0
            .iter()
            .filter(|field| field.name.eq_ignore_ascii_case(name));
        let Some(first) = all.next() else {
            return Ok(None);
        };
        if all.next().is_some() {
            return Err(Refused::Malformed);
        }
        let text = std::str::from_utf8(first.value).map_err(|_| Refused::Malformed)?;
        Ok(Some(text.trim()))
    }
}

/// A page of a stranger must not read drafts: neither by a name of its own that leads to this machine (DNS rebinding), nor by asking
/// from its own pages.
fn check_host(fields: &Fields<'_>, is_required: bool) -> Result<(), Refused> {
    let host = fields.one("host")?;
    match host {
        Some(host) if is_own(host) => {}
        None if !is_required => {}
        None => return Err(Refused::Malformed),
        Some(_) => return Err(Refused::Stranger),
    }
    if let Some(origin) = fields.one("origin")? {
        let from = origin.strip_prefix("http://");
        if from.is_none() || from != host {
            return Err(Refused::Stranger);
        }
    }
    // A link may lead here from anywhere; a picture, a frame or a script of another site may not.
    let site = fields.one("sec-fetch-site")?.unwrap_or("none");
    let mode = fields.one("sec-fetch-mode")?.unwrap_or("navigate");
    let target = fields.one("sec-fetch-dest")?.unwrap_or("document");
    let is_followed = mode == "navigate" && target == "document";
    if matches!(site, "cross-site" | "same-site") && !is_followed {
        return Err(Refused::Stranger);
    }
    Ok(())
}

/// Whether that is this machine, with any port: those who reach it through a tunnel see another one.
fn is_own(host: &str) -> bool {
    let name = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((name, port)) if port.is_empty() || is_port(port) => name,
        Some(_) => return false,
        None => match host.split_once(':') {
            Some((name, port)) if is_port(&format!(":{port}")) => name,
            Some(_) => return false,
            None => host,
        },
    };
    matches!(name, "127.0.0.1" | "::1") || name.eq_ignore_ascii_case("localhost")
}

fn is_port(text: &str) -> bool {
    let digits = text.strip_prefix(':');
    digits.is_some_and(|digits| digits.parse::<u16>().is_ok())
}

/// The path, decoded once.
fn path(raw: &str) -> Result<String, Refused> {
    if !raw.starts_with('/') || raw.contains('#') || !has_whole_escapes(raw) {
        return Err(Refused::Malformed);
    }
    let decoded = percent_decode_str(raw).decode_utf8();
    let decoded = decoded.map_err(|_| Refused::Malformed)?;
    let is_odd = |c: char| c.is_control() || c == '\\';
    if decoded.contains(is_odd) || decoded.split('/').any(|name| matches!(name, "." | "..")) {
        return Err(Refused::Malformed);
    }
    Ok(decoded.into_owned())
}

/// Whether every `%` begins an escape.
fn has_whole_escapes(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    bytes.iter().enumerate().all(|(at, &byte)| {
        let digits = bytes.get(at + 1..at + 3);
        byte != b'%' || digits.is_some_and(|it| it.iter().all(u8::is_ascii_hexdigit))
    })
}

/// The value of a key in a query, decoded.
pub fn parameter(query: &str, key: &str) -> Option<String> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(name, _)| *name == key)?;
    let value = percent_decode_str(value).decode_utf8().ok()?;
    Some(value.into_owned())
}

#[cfg(test)]
mod tests;
