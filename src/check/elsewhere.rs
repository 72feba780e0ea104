//! What rules offer to do about links to other sites: another address, written where the old one stands.

use super::context::AddressContext;
use super::suggest::quote;
use crate::diagnostics::{Applicability, Edit, Fix};
use crate::model::Address;

/// An address with the fragment of a link, text fragments included, when the link has one.
pub(super) fn with_fragment(to: &str, written: &str) -> String {
    match written.split_once('#') {
        Some((_, fragment)) if !fragment.is_empty() => {
            let bare = to.split_once('#').map_or(to, |(bare, _)| bare);
            format!("{bare}#{fragment}")
        }
        _ => to.to_owned(),
    }
}

/// A link of `http` as one of `https`: spelled as its author did, as long as that leads to `secured`.
pub(super) fn secured(written: &str, secured: &str) -> String {
    let respelt = written.get(4..).map(|rest| format!("https{rest}"));
    let leads_there =
        |respelt: &String| Address::read(respelt).is_some_and(|address| *address.url == *secured);
    respelt
        .filter(leads_there)
        .unwrap_or_else(|| with_fragment(secured, written))
}

/// Whether two addresses are of one host, `www.` or not.
pub(super) fn same_host(one: &str, other: &str) -> bool {
    let host = |url: &str| {
        let address = Address::read(url)?;
        let host = address.host();
        Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
    };
    host(one).is_some() && host(one) == host(other)
}

/// Whether an address is that of a whole site.
pub(super) fn is_home(url: &str) -> bool {
    let path = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'));
    path.is_none_or(|(_, path)| path.is_empty() || path.starts_with(['?', '#']))
}

/// Gives a link to another site another address. `None` when it is written with escapes, or would mean something else there.
pub(super) fn rewrite(
    place: &AddressContext<'_>,
    target: &str,
    applicability: Applicability,
) -> Option<Fix> {
    if place.range.bytes().len() != place.written.len() {
        return None;
    }
    let target = if place.written.starts_with('/') && !place.written.starts_with("//") {
        // A rooted link to another docset stays one, as long as that lies where it lay.
        let base = place.address.url.strip_suffix(path_of(place.written))?;
        target
            .strip_prefix(base)
            .filter(|rest| rest.starts_with('/'))?
            .to_owned()
    } else {
        target.to_owned()
    };
    let target = as_written(&target)?;
    let edit = Edit::replace(place.range, place.written, &target);
    let what = format!("write `{}`", quote(&target));
    let fix = match applicability {
        Applicability::Safe => Fix::safe(what, vec![edit]),
        Applicability::Unsafe => Fix::unsure(what, vec![edit]),
    };
    (*target != *place.written).then_some(fix)
}

/// A link without its fragment.
fn path_of(written: &str) -> &str {
    written.split_once('#').map_or(written, |(path, _)| path)
}

/// An address as it may stand in Markdown, HTML or YAML alike: what could end it is percent-encoded.
fn as_written(target: &str) -> Option<String> {
    let mut depth = 0_i32;
    let balanced = target.chars().all(|letter| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        depth >= 0
    }) && depth == 0;
    let mut text = String::with_capacity(target.len());
    for letter in target.chars() {
        match letter {
            '(' if !balanced => text.push_str("%28"),
            ')' if !balanced => text.push_str("%29"),
            '|' => text.push_str("%7C"),
            '\'' => text.push_str("%27"),
            '"' => text.push_str("%22"),
            '`' => text.push_str("%60"),
            '\\' => text.push_str("%5C"),
            '<' => text.push_str("%3C"),
            '>' => text.push_str("%3E"),
            '[' => text.push_str("%5B"),
            ']' => text.push_str("%5D"),
            '{' => text.push_str("%7B"),
            '}' => text.push_str("%7D"),
            '*' => text.push_str("%2A"),
            letter if letter.is_whitespace() || letter.is_control() => return None,
            letter => text.push(letter),
        }
    }
    // A bare address would end before such a sign, and `&lt;` would be one letter.
    let ends = text.ends_with(['.', ',', ':', ';', '!', '?', '_', '~']);
    let has_entity = text.split('&').skip(1).any(|rest| {
        rest.split([';', '=', '&', '#'])
            .next()
            .is_some_and(|name| rest[name.len()..].starts_with(';'))
    });
    (!ends && !has_entity).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fragment_of_the_link_stays_and_that_of_a_redirect_is_used_when_it_has_none() {
        assert_eq!(
            with_fragment("https://a.example/x#y", "z#w"),
            "https://a.example/x#w"
        );
        assert_eq!(
            with_fragment("https://a.example/x#y", "z"),
            "https://a.example/x#y"
        );
        assert_eq!(
            with_fragment("https://a.example/x", "z#:~:text=word"),
            "https://a.example/x#:~:text=word"
        );
    }

    #[test]
    fn https_is_written_as_the_author_spelled_the_rest() {
        assert_eq!(
            secured("http://A.example", "https://a.example/"),
            "https://A.example"
        );
        assert_eq!(
            secured("HTTP://a.example/é#x", "https://a.example/%C3%A9"),
            "https://a.example/é#x"
        );
        assert_eq!(
            secured("http://a.example:80/x#y", "https://a.example/x"),
            "https://a.example/x#y"
        );
    }

    #[test]
    fn an_address_means_the_same_wherever_it_stands() {
        let written = |text| as_written(text).unwrap_or_default();
        assert_eq!(
            written("https://a.example/a_(b)"),
            "https://a.example/a_(b)"
        );
        assert_eq!(
            written("https://a.example/a)b|c"),
            "https://a.example/a%29b%7Cc"
        );
        assert_eq!(
            written("https://a.example/?a=1&b=2"),
            "https://a.example/?a=1&b=2"
        );
        assert_eq!(as_written("https://a.example/?a&lt;b"), None);
        assert_eq!(as_written("https://a.example/a."), None);
    }

    #[test]
    fn a_home_page_and_a_host_are_known() {
        assert!(is_home("https://a.example/") && is_home("https://a.example/?x"));
        assert!(!is_home("https://a.example/x"));
        assert!(same_host("http://www.a.example/x", "https://a.example/"));
        assert!(!same_host("https://a.example/", "https://b.example/"));
    }
}
