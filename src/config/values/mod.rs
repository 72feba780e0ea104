//! Single values of the configuration: what a text must look like, and what it becomes.
//!
//! In: a text from `polydoc.yml`, the environment or a flag. Out: the value, or [`Wrong`]: why not, and what to write
//! instead. Places are added by the callers.

use globset::{Glob, GlobBuilder};

use crate::diagnostics::Level;
use crate::l10n::LocaleId;

use super::OwnUrl;

pub(super) use network::{address_glob, address_start, day, header, host, network, time, variable};

pub(super) mod looks;
pub(super) mod network;

/// Why a text is not the value that is wanted there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// What is wrong: lower case, no full stop.
    pub(super) why: String,
    /// What to do, in the imperative.
    pub(super) help: String,
}

fn wrong<T>(why: impl Into<String>, help: impl Into<String>) -> Result<T, Wrong> {
    Err(Wrong {
        why: why.into(),
        help: help.into(),
    })
}

/// The address of the site, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BaseUrl {
    /// Scheme and host in lower case, with the port: `https://docs.example.org`.
    pub(super) origin: String,
    /// The path without a final `/`; empty for the root.
    pub(super) path: String,
}

/// Reads an absolute `http` or `https` address without query and fragment.
pub(super) fn web_address(text: &str) -> Result<BaseUrl, Wrong> {
    const EXAMPLE: &str =
        "write an address such as `https://docs.example.org` or `https://example.org/docs`";
    let Some((scheme, rest)) = text.split_once("://") else {
        return wrong(format!("`{text}` is no absolute web address"), EXAMPLE);
    };
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return wrong(
            format!("`{text}` begins with neither `https://` nor `http://`"),
            EXAMPLE,
        );
    }
    if text.contains(['?', '#']) {
        return wrong(
            format!("`{text}` has a query or a fragment"),
            "end the address before the `?` or `#`",
        );
    }
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if host.contains('@') {
        return wrong(
            format!("`{text}` holds a user name or password"),
            "keep the part after the `@` only",
        );
    }
    if !host.is_ascii() {
        return wrong(
            format!("the host `{host}` is not in its ASCII form"),
            "write the host in Punycode (`xn--…`)",
        );
    }
    if !is_host(host) {
        return wrong(format!("`{host}` is no host name"), EXAMPLE);
    }
    Ok(BaseUrl {
        origin: format!("{scheme}://{}", host.to_ascii_lowercase()),
        path: url_path(path)?,
    })
}

/// Whether a text is a host name or an address in brackets, perhaps with a port.
fn is_host(text: &str) -> bool {
    let (name, port) = match text.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (text, None),
    };
    let name_fits = match name
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => name.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        }),
    };
    name_fits && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0))
}

/// Reads a path of addresses: `/docs`, or `/` for the root. Without its final `/`.
pub(super) fn url_path(text: &str) -> Result<String, Wrong> {
    let path = text.strip_suffix('/').unwrap_or(text);
    if !path.is_empty() && !path.starts_with('/') {
        return wrong(
            format!("the path `{text}` does not begin with `/`"),
            format!("write `/{path}`"),
        );
    }
    if path
        .split('/')
        .skip(1)
        .any(|name| matches!(name, "" | "." | ".."))
    {
        return wrong(
            format!("the path `{text}` holds an empty name, `.` or `..`"),
            "write the path without detours",
        );
    }
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=:@%".contains(&byte);
    if !path.bytes().all(allowed) {
        return wrong(
            format!("the path `{text}` holds characters that addresses cannot hold"),
            "write them percent-encoded, for example `%20` for a blank",
        );
    }
    Ok(path.to_owned())
}

/// Reads a language tag.
pub(super) fn locale(text: &str) -> Result<LocaleId, Wrong> {
    match LocaleId::parse(text) {
        Some(locale) => Ok(locale),
        None => wrong(
            format!("`{text}` is no language tag"),
            match text.replace('_', "-") {
                dashed if text.contains('_') && LocaleId::parse(&dashed).is_some() => {
                    format!("write `{dashed}`")
                }
                _ => "write a BCP 47 tag such as `en`, `pt-BR` or `zh-Hant-TW`".to_owned(),
            },
        ),
    }
}

/// Reads a glob relative to a folder. `*` and `?` stay within one name, `**` crosses folders; `drafts/` is all of a folder.
pub(super) fn glob(text: &str) -> Result<Glob, Wrong> {
    if text.starts_with('/') || text.starts_with("./") || text.split('/').any(|name| name == "..") {
        return wrong(
            format!("the glob `{text}` leaves its folder or begins at the root"),
            "write it relative to the folder, for example `*/drafts/**`",
        );
    }
    if text.is_empty() {
        return wrong(
            "the glob is empty",
            "write a path or pattern, for example `*/drafts/**`",
        );
    }
    let whole = if text.ends_with('/') {
        format!("{text}**")
    } else {
        text.to_owned()
    };
    let built = GlobBuilder::new(&whole)
        .literal_separator(true)
        .backslash_escape(true)
        .build();
    built.or_else(|error| {
        let why = format!("the glob `{text}` cannot be read: {}", error.kind());
        wrong(
            why,
            "put `[`, `{` and `\\` that are meant literally in brackets: `[[]`",
        )
    })
}

/// Reads a URL prefix that means the site.
pub(super) fn own_prefix(text: &str) -> Result<String, Wrong> {
    web_address(text).map(|address| address.origin + &address.path)
}

/// Reads a prefix and the site path that stands for it.
pub(super) fn own_url(prefix: &str, path: &str) -> Result<OwnUrl, Wrong> {
    Ok(OwnUrl {
        prefix: own_prefix(prefix)?,
        path: url_path(path)?,
    })
}

/// Reads the scheme of an address, without its `:`. Schemes that run code are never allowed.
pub(super) fn scheme(text: &str) -> Result<String, Wrong> {
    let bytes = text.as_bytes();
    let fits = bytes.first().is_some_and(u8::is_ascii_alphabetic)
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(byte));
    if !fits {
        let help = match text.trim_end_matches(['/', ':']) {
            bare if bare != text && scheme(bare).is_ok() => format!("write `{bare}`"),
            _ => "write the letters before the `:`, for example `ms-settings`".to_owned(),
        };
        return wrong(format!("`{text}` is no scheme of addresses"), help);
    }
    let scheme = text.to_ascii_lowercase();
    if matches!(scheme.as_str(), "javascript" | "vbscript" | "data") {
        return wrong(
            format!("the scheme `{scheme}` can run code in the reader's browser"),
            "remove it: links with it are never published",
        );
    }
    Ok(scheme)
}

/// Reads the first name of a rooted link, `microsoft-365` of `/microsoft-365/x`, or `*`.
pub(super) fn segment(text: &str) -> Result<String, Wrong> {
    let bare = text.trim_matches('/');
    if bare.is_empty() || bare.contains('/') || bare != text {
        let help = match bare.split('/').next() {
            Some(first) if !first.is_empty() => format!("write `{first}`"),
            _ => "write the first name of the links, or `\"*\"` for all others".to_owned(),
        };
        return wrong(
            format!("`{text}` is not the first name of a rooted link"),
            help,
        );
    }
    Ok(bare.to_lowercase())
}

/// Reads a folder: relative to the project, or absolute.
pub(super) fn folder(text: &str) -> Result<(), Wrong> {
    if text.trim().is_empty() || text.contains('\0') {
        return wrong(
            "the folder has no name",
            "write a path, `.` for the folder that holds this file",
        );
    }
    Ok(())
}

/// Reads a line of text that is shown to readers.
pub(super) fn words(text: &str) -> Result<(), Wrong> {
    if text.trim().is_empty() {
        return wrong("the text is empty", "write some words, or remove the key");
    }
    Ok(())
}

/// Reads a number of bytes: `65536`, `64 KiB`, `8 MB`.
pub(super) fn size(text: &str) -> Result<u64, Wrong> {
    let digits = text.len()
        - text
            .trim_start_matches(|character: char| character.is_ascii_digit())
            .len();
    let (number, unit) = text.split_at(digits);
    let factor = match unit.strip_prefix(' ').unwrap_or(unit) {
        "" | "B" => Some(1),
        "kB" => Some(1_000),
        "MB" => Some(1_000_000),
        "GB" => Some(1_000_000_000),
        "KiB" => Some(1 << 10),
        "MiB" => Some(1 << 20),
        "GiB" => Some(1 << 30),
        _ => None,
    };
    let bytes = factor.and_then(|factor: u64| number.parse::<u64>().ok()?.checked_mul(factor));
    match bytes {
        Some(bytes) => Ok(bytes),
        None => wrong(
            format!("`{text}` is no size"),
            "write a number of bytes, or a size such as `64 KiB` or `8 MB`",
        ),
    }
}

/// Reads `RULE=LEVEL`.
pub(super) fn rule_level(text: &str, rules: &[&str]) -> Result<(String, Level), Wrong> {
    let Some((rule, word)) = text.split_once('=') else {
        return wrong(
            format!("`{text}` is no rule with a level"),
            "write `RULE=LEVEL`, for example `missing-alt=error`",
        );
    };
    if !rules.contains(&rule) {
        return wrong(
            format!("there is no rule `{rule}`"),
            match nearest(rule, rules.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "see `polydoc rules` for the names of all rules".to_owned(),
            },
        );
    }
    match Level::from_word(word) {
        Some(level) => Ok((rule.to_owned(), level)),
        None => wrong(
            format!("`{word}` is no level"),
            "write `error`, `warning`, `info` or `off`",
        ),
    }
}

/// The candidate that somebody who wrote `word` very probably meant.
pub(super) fn nearest<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let folded = |text: &str| text.to_lowercase().replace(['-', ' '], "_");
    let written = folded(word);
    let distances = candidates.into_iter().map(|candidate| {
        let distance = strsim::damerau_levenshtein(&written, &folded(candidate));
        (distance, candidate)
    });
    let (distance, candidate) = distances.min_by_key(|(distance, _)| *distance)?;
    let bound = written
        .chars()
        .count()
        .max(candidate.chars().count())
        .div_ceil(3);
    (distance <= bound).then_some(candidate)
}
