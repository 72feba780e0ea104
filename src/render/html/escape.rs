//! Text, attribute values and addresses as HTML. NUL, which HTML cannot hold, becomes U+FFFD; nothing else of a text is changed.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

const STRINGS_TAKE_ALL: &str = "writing to a string cannot fail";

/// Appends text between tags.
pub(super) fn text(out: &mut String, text: &str) {
    escape_html_body_text(&mut *out, &without_nul(text)).expect(STRINGS_TAKE_ALL);
}

/// Appends a text as the template engine does, which leaves NUL as it is.
pub(in crate::render) fn escaped_in_template(out: &mut String, text: &str) {
    escape_html(&mut *out, text).expect(STRINGS_TAKE_ALL);
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

/// Appends an address: what is no ASCII is percent-encoded, what is encoded stays. So do the brackets around the number of a
/// host (`http://[::1]/`, RFC 3986, 3.2.2), which encoded would be a name.
pub(super) fn address(out: &mut String, url: &str) {
    let url = without_nul(url);
    let mut escaped = |part: &str| escape_href(&mut *out, part).expect(STRINGS_TAKE_ALL);
    let Some(number) = host_number(&url) else {
        return escaped(&url);
    };
    escaped(&url[..number.start]);
    out.push_str(&url[number.clone()]);
    escape_href(&mut *out, &url[number.end..]).expect(STRINGS_TAKE_ALL);
}

/// Where the number of the host stands in an address, brackets included.
fn host_number(url: &str) -> Option<Range<usize>> {
    let slashes = url.find("//")?;
    let scheme = &url[..slashes];
    if !scheme.is_empty() && !scheme.ends_with(':') {
        return None;
    }
    let from = slashes + 2;
    let until = url[from..]
        .find(['/', '?', '#'])
        .map_or(url.len(), |at| from + at);
    let start = from + url[from..until].find('[')?;
    let end = start + url[start..until].find(']')? + 1;
    let is_number = |byte: u8| byte.is_ascii_alphanumeric() || b":.-_~%".contains(&byte);
    url[start + 1..end - 1]
        .bytes()
        .all(is_number)
        .then_some(start..end)
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
