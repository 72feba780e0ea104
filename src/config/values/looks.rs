//! Values below `theme:`.

use super::{Wrong, wrong};

/// A colour in hexadecimal digits: all that reaches the style sheet.
pub(in crate::config) fn color(text: &str) -> Result<(), Wrong> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    if matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(());
    }
    wrong(
        format!("`{text}` is no colour"),
        "write it as `#rrggbb`, for example `#1d55b4`",
    )
}

/// Names of fonts with commas between them; nothing that could end a declaration.
pub(in crate::config) fn fonts(text: &str) -> Result<(), Wrong> {
    let fits = |c: char| c.is_alphanumeric() || " ,\"'_-".contains(c);
    let closed = |quote: char| text.matches(quote).count().is_multiple_of(2);
    if !text.trim().is_empty() && text.chars().all(fits) && closed('"') && closed('\'') {
        return Ok(());
    }
    wrong(
        format!("`{text}` is no list of fonts"),
        "write names with commas between them, for example `\"Source Sans 3\", system-ui, sans-serif`",
    )
}

/// The name of a host without scheme and path.
pub(in crate::config) fn host(text: &str) -> Result<(), Wrong> {
    let name = |name: &str| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if text.split('.').all(name) {
        return Ok(());
    }
    wrong(
        format!("`{text}` is no host"),
        "write its name alone, for example `player.vimeo.com`",
    )
}

/// A web address, one for mail, or a path of the site.
pub(in crate::config) fn link(text: &str) -> Result<(), Wrong> {
    if text.starts_with('/') && !text.starts_with("//") && is_plain(text) {
        return Ok(());
    }
    pattern(text).or_else(|_| {
        wrong(
            format!("`{text}` is neither a web address nor a path of the site"),
            "begin with `https://`, or with `/`",
        )
    })
}

/// A web address or one for mail, perhaps with parts to fill in.
pub(in crate::config) fn pattern(text: &str) -> Result<(), Wrong> {
    let lower = text.to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| {
        lower
            .strip_prefix(scheme)
            .is_some_and(|rest| !rest.is_empty())
    });
    if known && is_plain(text) {
        return Ok(());
    }
    wrong(
        format!("`{text}` is no web address"),
        "begin with `https://`, for example `https://example.org/edit/{path}`",
    )
}

fn is_plain(text: &str) -> bool {
    !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// A file of the site, a path of it, or a web address.
pub(in crate::config) fn target(text: &str) -> Result<(), Wrong> {
    let help =
        "write a file such as `guide/start.md`, a path such as `/guide/start`, or a web address";
    let lower = text.to_ascii_lowercase();
    let address = ["https://", "http://"]
        .iter()
        .find_map(|scheme| lower.strip_prefix(scheme));
    if let Some(rest) = address {
        if !rest.is_empty() && is_plain(text) {
            return Ok(());
        }
        return wrong(format!("`{text}` is no web address"), help);
    }
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte));
    if text.trim() != text || text.is_empty() || text.starts_with("//") || is_scheme {
        return wrong(
            format!("`{text}` is neither a file of this site nor a web address"),
            help,
        );
    }
    Ok(())
}

/// An address that pages had earlier: a path from the root.
pub(in crate::config) fn old_address(text: &str) -> Result<(), Wrong> {
    if text.contains('*') {
        return wrong(
            format!("`{text}` stands for many addresses, and each has a page of its own"),
            "write every old address on a line of its own",
        );
    }
    if text.contains(['?', '#']) {
        return wrong(
            format!("`{text}` has a part that does not belong to the path"),
            "leave out everything from the `?` or `#`: hosts forward whatever stands there",
        );
    }
    if !text.starts_with('/') || text.starts_with("//") || !is_plain(text) {
        return wrong(
            format!("`{text}` is no path of this site"),
            "begin with `/`, for example `/guide/old-name`; blanks are `%20`",
        );
    }
    Ok(())
}
