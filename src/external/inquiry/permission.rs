//! What may be asked by its spelling, what is sent along, and where it is asked: the settings applied to one address.

use crate::config::External;
use crate::model::Address;

/// Why an address is not asked for, by its spelling alone.
pub(super) fn refusal(url: &str, external: &External) -> Option<String> {
    let Ok(url) = url::Url::parse(url) else {
        return Some("it is no address".to_owned());
    };
    if !matches!(url.scheme(), "http" | "https") {
        return Some(format!("`{}:` is not asked for", url.scheme()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Some("it holds a user name or password".to_owned());
    }
    let port = url.port_or_known_default()?;
    (!external.ports.contains(&port)).then(|| format!("port {port} is not among `external.ports`"))
}

/// An address as it may be shown: without user name and password.
pub(super) fn shown(url: &str) -> String {
    let Ok(mut url) = url::Url::parse(url) else {
        return url.to_owned();
    };
    if url
        .set_username("")
        .and_then(|()| url.set_password(None))
        .is_err()
    {
        return url.scheme().to_owned();
    }
    url.to_string()
}

/// The headers that the host of an address is sent, with their values.
pub(super) fn headers_for<'e>(url: &str, external: &'e External) -> Vec<(&'e str, &'e str)> {
    if external.headers.is_empty() {
        return Vec::new();
    }
    let Some(address) = Address::read(url)
        .filter(|address| address.url.starts_with("https://") || is_local(address))
    else {
        return Vec::new();
    };
    let of_host = external
        .headers
        .iter()
        .filter(|header| header.host == address.host());
    of_host
        .filter_map(|header| {
            let secret = external.secrets.get(&header.variable)?;
            Some((header.name.as_str(), secret.0.as_str()))
        })
        .collect()
}

/// Whether an address names this machine: a secret sent there crosses no network.
fn is_local(address: &Address) -> bool {
    let host = address.host();
    host.starts_with("127.") || host.starts_with("localhost") || host.starts_with("[::1]")
}

/// The address that is asked in place of another one.
pub(super) fn remapped(url: &str, external: &External) -> String {
    let longest = external
        .remap
        .iter()
        .filter_map(|(from, to)| Some((from.len(), to, url.strip_prefix(from.as_str())?)))
        .max_by_key(|(length, ..)| *length);
    longest.map_or_else(|| url.to_owned(), |(_, to, rest)| format!("{to}{rest}"))
}
