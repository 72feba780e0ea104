//! Text, attribute values and addresses as HTML. NUL, which HTML cannot hold, becomes U+FFFD; nothing else of a text is changed.

use std::borrow::Cow;

use pulldown_cmark_escape::{escape_href, escape_html_body_text};

const STRINGS_TAKE_ALL: &str = "writing to a string cannot fail";

/// Appends text between tags.
pub(super) fn text(out: &mut String, text: &str) {
    escape_html_body_text(&mut *out, &without_nul(text)).expect(STRINGS_TAKE_ALL);
}

/// Appends an attribute's value, or text in which quotation marks are escaped too.
pub(super) fn value(out: &mut String, value: &str) {
    let mut parts = value.split('"');
    text(out, parts.next().unwrap_or_default());
    for part in parts {
        out.push_str("&quot;");
        text(out, part);
    }
}

/// Appends an address: what is no ASCII is percent-encoded, what is encoded stays.
pub(super) fn address(out: &mut String, url: &str) {
    escape_href(&mut *out, &without_nul(url)).expect(STRINGS_TAKE_ALL);
}

/// Appends an id as the fragment of an address. Signs that would end the fragment or that escaping would keep are encoded.
pub(super) fn fragment(out: &mut String, id: &str) {
    if id.contains('%') {
        address(out, &id.replace('%', "%25"));
    } else {
        address(out, id);
    }
}

/// Appends ` name="value"`.
pub(super) fn attribute(out: &mut String, name: &str, text: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    value(out, text);
    out.push('"');
}

fn without_nul(text: &str) -> Cow<'_, str> {
    if memchr::memchr(0, text.as_bytes()).is_some() {
        Cow::Owned(text.replace('\0', "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}
