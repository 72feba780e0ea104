//! Addresses: from names to URL paths, and from URL paths to files in the output folder.
//!
//! An address depends on names and the URL style alone, never on the machine: lower case, NFC, percent-encoded
//! (RFC 3986, everything but unreserved characters).

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::names::fold;
use crate::config::UrlStyle;
use crate::model::{OutputPath, UrlPath};

/// Everything except RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Longest name of a file that common file systems take, in bytes.
const LONGEST_NAME: usize = 255;

/// Why no address can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoAddress {
    /// A name that means the folder above or the folder itself.
    Dots,
    /// A backslash or NUL, which other systems read as something else.
    Character,
    /// A name longer than file systems take.
    TooLong,
    /// A scheme or a host: a page of another site.
    Absolute,
    /// What stands behind `?` or `#` never reaches the host's files.
    Query,
}

impl NoAddress {
    /// The reason in words.
    pub(super) fn reason(self) -> &'static str {
        match self {
            Self::Dots => "`.` and `..` are no names",
            Self::Character => "a backslash or NUL character in a name",
            Self::TooLong => "a name longer than 255 bytes",
            Self::Absolute => "it names a host or a scheme; write a path of this site",
            Self::Query => "`?` and `#` are no part of a path",
        }
    }
}

/// The address of an article of a locale: `fr-fr`, `guide/start` → `/fr-fr/guide/start/`.
pub(super) fn article(locale: &str, id: &str, style: UrlStyle) -> Result<UrlPath, NoAddress> {
    let is_index = |name: &str| name.eq_ignore_ascii_case("index");
    let (folder, name) = id.rsplit_once('/').unwrap_or(("", id));
    if is_index(name) {
        return folder_page(locale, folder);
    }
    let mut url = encoded(locale, id)?;
    match style {
        UrlStyle::Folder => url.push('/'),
        UrlStyle::File => url.push_str(".html"),
    }
    checked(url)
}

/// The address of a folder's page: `fr-fr`, `guide` → `/fr-fr/guide/`; of the home page for an empty folder.
pub(super) fn folder_page(locale: &str, folder: &str) -> Result<UrlPath, NoAddress> {
    let mut url = encoded(locale, folder)?;
    url.push('/');
    checked(url)
}

/// The address of the page shown for addresses that do not exist.
pub(super) fn not_found(locale: &str) -> UrlPath {
    UrlPath(format!("/{locale}/404.html").into())
}

/// The address of a path that authors gave by hand (`redirect_from`): kept if it names a file, else in the site's style.
pub(super) fn written(locale: &str, path: &str, style: UrlStyle) -> Result<UrlPath, NoAddress> {
    if path.contains(['?', '#']) {
        return Err(NoAddress::Query);
    }
    let decoded = percent_decode_str(path)
        .decode_utf8()
        .map_err(|_| NoAddress::Character)?;
    let trimmed = decoded.trim_matches('/');
    // `guide/index.html` is the file behind the address `guide/`.
    let (folder, name) = trimmed.rsplit_once('/').unwrap_or(("", trimmed));
    if name.eq_ignore_ascii_case("index.html") {
        return folder_page(locale, folder);
    }
    let is_file = |path: &str| path.to_ascii_lowercase().ends_with(".html");
    if is_file(trimmed) {
        return checked(encoded(locale, trimmed)?);
    }
    if decoded.ends_with('/') {
        folder_page(locale, trimmed)
    } else {
        article(locale, trimmed, style)
    }
}

fn encoded(locale: &str, path: &str) -> Result<String, NoAddress> {
    let mut url = format!("/{locale}");
    for name in path.split('/').filter(|name| !name.is_empty()) {
        let name = fold(name);
        if !OutputPath::stays(&name) {
            return Err(NoAddress::Dots);
        }
        if name.contains(['\\', '\0']) {
            return Err(NoAddress::Character);
        }
        url.push('/');
        url.extend(utf8_percent_encode(&name, RESERVED));
    }
    Ok(url)
}

fn checked(url: String) -> Result<UrlPath, NoAddress> {
    let longest = decode(&url).split('/').map(str::len).max().unwrap_or(0);
    if longest > LONGEST_NAME {
        Err(NoAddress::TooLong)
    } else {
        Ok(UrlPath(url.into()))
    }
}

fn decode(url: &str) -> Cow<'_, str> {
    percent_decode_str(url).decode_utf8_lossy()
}

/// The file that a static host serves for an address.
///
/// # Panics
/// If the address was not made by this module.
pub fn output_path(url: &UrlPath) -> OutputPath {
    let mut path = decode(url.as_str().trim_start_matches('/')).into_owned();
    if path.is_empty() || path.ends_with('/') {
        path.push_str("index.html");
    }
    OutputPath::new(&path).expect("addresses are made of safe names")
}

/// The address of a file in the output folder: what [`output_path`] makes that file of. Letter case counts.
pub fn url_of(path: &OutputPath) -> UrlPath {
    let path = path.as_str();
    let folder = path
        .strip_suffix("index.html")
        .filter(|rest| rest.is_empty() || rest.ends_with('/'));
    let mut url = String::with_capacity(path.len() + 1);
    for name in folder.unwrap_or(path).split('/') {
        url.push('/');
        url.extend(utf8_percent_encode(name, RESERVED));
    }
    UrlPath(url.into())
}

/// A fragment for use in `href`: percent-encoded as an address asks, letters of all scripts included.
pub fn encode_fragment(id: &str) -> String {
    utf8_percent_encode(id, RESERVED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(id: &str) -> String {
        article("fr-fr", id, UrlStyle::Folder)
            .map_or_else(|no| no.reason().into(), |url| url.to_string())
    }

    #[test]
    fn addresses_are_lower_case_and_percent_encoded() {
        assert_eq!(
            url("Docs/Change-your-password-in-Outlook.com"),
            "/fr-fr/docs/change-your-password-in-outlook.com/"
        );
        assert_eq!(url("a b/outlook-won't"), "/fr-fr/a%20b/outlook-won%27t/");
        assert_eq!(url("e\u{301}"), "/fr-fr/%C3%A9/", "NFC");
        assert_eq!(url("guide/INDEX"), "/fr-fr/guide/");
        assert_eq!(url("index"), "/fr-fr/");
    }

    #[test]
    fn no_address_leaves_the_output_folder() {
        for id in [
            "../x",
            "a/../../x",
            "a\\..\\x",
            "a\0b",
            "%2e%2E/x",
            "a/.%2e%2fx",
        ] {
            assert!(article("fr", id, UrlStyle::Folder).is_err(), "{id:?}");
        }
        for path in ["/../x", "%2e%2e/x", "..%5cx", "/%00"] {
            assert!(written("fr", path, UrlStyle::Folder).is_err(), "{path:?}");
        }
        assert_eq!(url(&"x".repeat(256)), NoAddress::TooLong.reason());
    }

    #[test]
    fn a_host_finds_the_file_of_an_address() {
        let file = |url: &str| output_path(&UrlPath(url.into())).to_string();
        assert_eq!(file("/fr-fr/a%20b/"), "fr-fr/a b/index.html");
        assert_eq!(file("/fr-fr/404.html"), "fr-fr/404.html");
        assert_eq!(file("/"), "index.html");
    }

    #[test]
    fn both_styles_have_folder_pages_that_end_in_a_slash() {
        assert_eq!(
            article("fr", "a/b", UrlStyle::File).expect("fine").as_str(),
            "/fr/a/b.html"
        );
        assert_eq!(folder_page("fr", "a").expect("fine").as_str(), "/fr/a/");
        assert_eq!(
            written("fr", "/Old/Path", UrlStyle::File)
                .expect("fine")
                .as_str(),
            "/fr/old/path.html"
        );
        assert_eq!(
            written("fr", "old.html", UrlStyle::Folder)
                .expect("fine")
                .as_str(),
            "/fr/old.html"
        );
    }
}
