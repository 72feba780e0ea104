//! Schemes of addresses, read as browsers read them: shared by raw HTML, Markdown links and the writer.
//!
//! In: an address as written, entities already resolved. Out: its [`Scheme`]. It does not resolve, encode or fetch anything.

use std::borrow::Cow;

use crate::model::HtmlLevel;

/// What the scheme of an address means for a reader's safety.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// None: a relative address, a rooted one, a fragment or `//host`.
    None,
    /// On the built-in list (`https`, `mailto`, `ms-settings` …), in lower case.
    Listed(String),
    /// `data:` with a picture that cannot hold scripts: fit for the source of an image, never for a link.
    Picture,
    /// Not on the list, in lower case: refused unless the project allows it.
    Unlisted(String),
    /// Can run a script or reach into the browser, in lower case: refused whatever the project allows.
    Forbidden(String),
}

/// Schemes that open a page, an application or a mail, sorted.
pub(super) const LISTED: &[&str] = &[
    "callto",
    "companyportal",
    "facetime",
    "feedback-hub",
    "feed",
    "ftp",
    "ftps",
    "geo",
    "git",
    "http",
    "https",
    "im",
    "irc",
    "ircs",
    "magnet",
    "mailto",
    "matrix",
    "maps",
    "microsoft-edge",
    "msteams",
    "news",
    "nntp",
    "onenote",
    "outlook",
    "rtsp",
    "sftp",
    "shell-settings",
    "sip",
    "sips",
    "skype",
    "sms",
    "snews",
    "ssh",
    "tel",
    "teams",
    "urn",
    "vscode",
    "vscode-insiders",
    "webcal",
    "windowsdefender",
    "windows-feedback",
    "xmpp",
    "zoommtg",
];

/// Families of schemes: `ms-settings`, `ms-word`, `ms-windows-store`, `web+…`.
pub(super) const LISTED_PREFIXES: &[&str] = &["ms-", "web+"];

/// The schemes of [`LISTED`] that strict files may use.
pub(super) const STRICT: &[&str] = &["http", "https", "mailto", "tel"];

/// Handlers that look into files of the reader's machine although they begin with `ms-`.
pub(super) const FORBIDDEN: &[&str] = &[
    "about",
    "blob",
    "chrome",
    "chrome-extension",
    "data",
    "file",
    "filesystem",
    "jar",
    "javascript",
    "livescript",
    "mhtml",
    "mocha",
    "moz-extension",
    "ms-its",
    "ms-itss",
    "ms-msdt",
    "resource",
    "search-ms",
    "vbs",
    "vbscript",
    "view-source",
    "wyciwyg",
];

/// Kinds of pictures that are allowed in `data:` addresses.
pub(super) const PICTURES: &[&str] = &[
    "image/png",
    "image/gif",
    "image/jpeg",
    "image/jpg",
    "image/webp",
];

/// The scheme of an address. Blanks and control characters in front, and tabs and line ends anywhere, count for nothing, as in browsers.
pub fn scheme_of(url: &str) -> Scheme {
    let url = without_ignored(url);
    let Some((scheme, rest)) = url.split_once(':') else {
        return Scheme::None;
    };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    if !is_scheme {
        return Scheme::None;
    }
    let scheme = scheme.to_ascii_lowercase();
    if scheme == "data" && is_picture(rest) {
        Scheme::Picture
    } else if FORBIDDEN.contains(&scheme.as_str()) {
        Scheme::Forbidden(scheme)
    } else if LISTED.contains(&scheme.as_str())
        || LISTED_PREFIXES
            .iter()
            .any(|prefix| scheme.starts_with(prefix))
    {
        Scheme::Listed(scheme)
    } else {
        Scheme::Unlisted(scheme)
    }
}

/// The scheme of an address in a file of a level, which is asked only when it matters: strict files have a shorter list, and no
/// pictures in addresses.
pub fn scheme_at(level: impl Fn() -> HtmlLevel, url: &str) -> Scheme {
    match scheme_of(url) {
        Scheme::Listed(scheme)
            if !STRICT.contains(&scheme.as_str()) && level() == HtmlLevel::Strict =>
        {
            Scheme::Unlisted(scheme)
        }
        Scheme::Picture if level() == HtmlLevel::Strict => Scheme::Forbidden("data".to_owned()),
        scheme => scheme,
    }
}

/// Whether an address may be written as the target of a link.
pub fn is_safe_link(url: &str) -> bool {
    matches!(scheme_of(url), Scheme::None | Scheme::Listed(_))
}

/// Whether an address may be written as the source of an image, a video or a sound.
pub fn is_safe_source(url: &str) -> bool {
    match scheme_of(url) {
        Scheme::None | Scheme::Picture => true,
        Scheme::Listed(scheme) => matches!(scheme.as_str(), "http" | "https"),
        Scheme::Unlisted(_) | Scheme::Forbidden(_) => false,
    }
}

/// The address without the blanks and control characters around it, which browsers drop. Blanks beyond ASCII they keep: without
/// them it would be another address.
pub fn trimmed(url: &str) -> &str {
    url.trim_matches(|c: char| c <= ' ')
}

/// The address without what browsers drop before they read it.
fn without_ignored(url: &str) -> Cow<'_, str> {
    let url = trimmed(url);
    if url.contains(['\t', '\n', '\r']) {
        Cow::Owned(url.replace(['\t', '\n', '\r'], ""))
    } else {
        Cow::Borrowed(url)
    }
}

/// Whether what follows `data:` is one of [`PICTURES`].
fn is_picture(rest: &str) -> bool {
    let kind = rest.split([';', ',']).next().unwrap_or_default().trim();
    PICTURES
        .iter()
        .any(|picture| picture.eq_ignore_ascii_case(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_are_read_as_browsers_read_them() {
        for url in [
            "javascript:x",
            "JaVaScript:x",
            " \u{1}javascript:x",
            "java\tscript:x",
            "java\r\nscript\n:x",
            "vbscript:x",
            "data:text/html,x",
            "data:image/svg+xml,x",
            "file:///etc/passwd",
            "search-ms:query",
            "view-source:x",
        ] {
            assert!(matches!(scheme_of(url), Scheme::Forbidden(_)), "{url:?}");
            assert!(!is_safe_link(url) && !is_safe_source(url), "{url:?}");
        }
        for url in [
            "",
            "a/b.md",
            "/x:y",
            "#a:b",
            "?a:b",
            "//host/x",
            "1a:b",
            "javascript%3Aalert(1)",
            "\u{a0}javascript:x",
            "ä:b",
            ":",
        ] {
            assert_eq!(scheme_of(url), Scheme::None, "{url:?}");
        }
        assert_eq!(scheme_of("HTTPS://x"), Scheme::Listed("https".into()));
        assert_eq!(
            scheme_of("ms-settings:display?activationSource=GetHelp"),
            Scheme::Listed("ms-settings".into())
        );
        assert_eq!(
            scheme_of("feedback-hub://x"),
            Scheme::Listed("feedback-hub".into())
        );
        assert_eq!(scheme_of("httpsbv://x"), Scheme::Unlisted("httpsbv".into()));
    }

    #[test]
    fn a_picture_in_the_address_is_for_images_only() {
        for url in [
            "data:image/png;base64,AA",
            "DATA:Image/PNG;base64,AA",
            "data:image/jpeg,x",
        ] {
            assert!(is_safe_source(url) && !is_safe_link(url), "{url}");
        }
        assert!(!is_safe_source("mailto:a@b.c"));
    }
}
