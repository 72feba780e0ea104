//! Single values below `external:` and `policy:`.

use std::time::Duration;

use globset::{Glob, GlobBuilder};

use crate::model::Date;

use super::super::Network;
use super::{Wrong, wrong};

/// Reads an origin of a content security policy: `https://` and a host, perhaps with a port, perhaps `*.` in front. Nothing that
/// could end the directive it is written into.
pub(in crate::config) fn origin(text: &str) -> Result<String, Wrong> {
    let label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let fits = text.strip_prefix("https://").is_some_and(|rest| {
        let (host, port) = rest.split_once(':').unwrap_or((rest, "443"));
        let host = host.strip_prefix("*.").unwrap_or(host);
        host.split('.').all(label) && port.parse::<u16>().is_ok() && !port.starts_with('+')
    });
    if fits {
        return Ok(text.to_owned());
    }
    wrong(
        format!("`{text}` is no origin"),
        "write `https://` and the name of a host, for example `https://cdn.example.com`",
    )
}

/// Reads an origin, or `inline` for what stands in the page itself, as a source of a content security policy.
pub(in crate::config) fn source(text: &str) -> Result<String, Wrong> {
    if text == "inline" {
        return Ok("'unsafe-inline'".to_owned());
    }
    origin(text)
}

/// Reads a length of time: `500 ms`, `20 s`, `5 min`, `1 h`.
pub(in crate::config) fn time(text: &str) -> Result<Duration, Wrong> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, unit) = text.split_at(digits);
    let milliseconds = match unit.strip_prefix(' ').unwrap_or(unit) {
        "ms" => Some(1),
        "s" => Some(1_000),
        "min" => Some(60_000),
        "h" => Some(3_600_000),
        _ => None,
    };
    let time = milliseconds.and_then(|unit: u64| number.parse::<u64>().ok()?.checked_mul(unit));
    match time {
        Some(time) => Ok(Duration::from_millis(time)),
        None => wrong(
            format!("`{text}` is no length of time"),
            "write a number and a unit, for example `500 ms`, `20 s`, `5 min` or `1 h`",
        ),
    }
}

/// Reads a pattern of web addresses: `*` stands for anything, `/` included.
pub(in crate::config) fn address_glob(text: &str) -> Result<Glob, Wrong> {
    if text.trim().is_empty() {
        return wrong(
            "the pattern is empty",
            "write a pattern such as `https://example.org/*`",
        );
    }
    GlobBuilder::new(text)
        .backslash_escape(true)
        .case_insensitive(false)
        .build()
        .or_else(|error| {
            let why = format!("the pattern `{text}` cannot be read: {}", error.kind());
            wrong(
                why,
                "put `?`, `[`, `{` and `\\` that are meant literally in brackets: `[?]`",
            )
        })
}

/// Reads how web addresses begin: scheme, host, and perhaps a part of the path. Gives it as addresses are compared.
pub(in crate::config) fn address_start(text: &str) -> Result<String, Wrong> {
    let address = crate::model::Address::read(text);
    match address {
        Some(address) if address.fragment.is_none() && !text.contains(['#', '@']) => {
            Ok(address.url.into_string())
        }
        _ => wrong(
            format!("`{text}` is not how web addresses begin"),
            "write scheme, host and perhaps a path, for example `https://docs.example.org/`",
        ),
    }
}

/// Reads a host, perhaps with a port.
pub(in crate::config) fn host(text: &str) -> Result<String, Wrong> {
    let address = crate::model::Address::read(&format!("https://{text}/"));
    match address {
        Some(address) if !text.contains(['/', '@', '?', '#']) => Ok(address.host().to_owned()),
        _ => wrong(
            format!("`{text}` is no host"),
            "write a name such as `api.example.org`",
        ),
    }
}

/// Reads the name of a header (RFC 9110, section 5.6.2).
pub(in crate::config) fn header(text: &str) -> Result<(), Wrong> {
    let fits = !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte));
    if fits {
        return Ok(());
    }
    wrong(
        format!("`{text}` is no name of a header"),
        "write a name such as `Authorization`",
    )
}

/// Reads the name of an environment variable.
pub(in crate::config) fn variable(text: &str) -> Result<(), Wrong> {
    let fits = text
        .bytes()
        .next()
        .is_some_and(|first| !first.is_ascii_digit())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if fits {
        return Ok(());
    }
    wrong(
        format!("`{text}` is no name of an environment variable"),
        "write its name, for example `DOCS_TOKEN`, never its value",
    )
}

/// Reads a range of IP addresses.
pub(in crate::config) fn network(text: &str) -> Result<Network, Wrong> {
    match Network::read(text) {
        Some(network) => Ok(network),
        None => wrong(
            format!("`{text}` is no network"),
            "write an address and how many of its bits count, for example `10.0.0.0/8`",
        ),
    }
}

/// Reads a day.
pub(in crate::config) fn day(text: &str) -> Result<Date, Wrong> {
    match Date::parse(text) {
        Some(day) if text.len() == 10 && text.contains('-') => Ok(day),
        _ => wrong(
            format!("`{text}` is no day"),
            "write an existing day as YYYY-MM-DD",
        ),
    }
}
