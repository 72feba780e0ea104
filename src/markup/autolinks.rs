//! Bare addresses in text become links: `www.…`, `http://…`, `https://…`, `ftp://…` and mail addresses, as GitHub does.
//!
//! In: all events of a body. Out: the same events, texts split where an address stands. Nothing is done inside links, images,
//! code and raw `<a>`. In the profile `Polydoc` an address also ends before punctuation and blanks that are not ASCII
//! (`。`, `」`, `،`, U+00A0), because those scripts put no blank after an address. Takes time linear in the text.

use super::{CowStr, Event, HtmlPiece, LinkType, Located, Profile, Reference, Tag, TagEnd};
use crate::source::TextRange;

/// Makes links of bare addresses.
pub(super) fn split(events: Vec<Located<'_>>, profile: Profile) -> Vec<Located<'_>> {
    if profile == Profile::CommonMark || !events.iter().any(|located| is_candidate(&located.event))
    {
        return events;
    }
    let mut out = Vec::with_capacity(events.len() + 8);
    let mut closed_to_links = 0_usize;
    let mut run: Vec<Located<'_>> = Vec::new();
    for located in events {
        if matches!(located.event, Event::Text(_)) && closed_to_links == 0 {
            run.push(located);
            continue;
        }
        flush(&mut run, profile, &mut out);
        match &located.event {
            Event::Start(Tag::Link(_) | Tag::Image(_) | Tag::CodeBlock { .. }) => {
                closed_to_links += 1;
            }
            Event::Html(HtmlPiece::Open(tag)) if tag.name == "a" => closed_to_links += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => closed_to_links -= 1,
            Event::Html(HtmlPiece::Close(name)) if name == "a" => closed_to_links -= 1,
            _ => {}
        }
        out.push(located);
    }
    flush(&mut run, profile, &mut out);
    out
}

/// Whether an event is a text that may hold an address. Most texts do not, and are not looked at again.
fn is_candidate(event: &Event<'_>) -> bool {
    let Event::Text(text) = event else {
        return false;
    };
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'@', b':', bytes)
        .any(|at| bytes[at] == b'@' || bytes[at..].starts_with(b"://"))
        || memchr::memchr_iter(b'.', bytes).any(|at| at >= 3 && is_www(&bytes[at - 3..at]))
}

fn is_www(bytes: &[u8]) -> bool {
    bytes == b"www"
}

/// Moves neighbouring texts to `out`, links made.
fn flush<'t>(run: &mut Vec<Located<'t>>, profile: Profile, out: &mut Vec<Located<'t>>) {
    if !run.iter().any(|located| is_candidate(&located.event)) {
        out.append(run);
        return;
    }
    let run = Run::new(std::mem::take(run));
    let mut written = 0;
    for address in addresses(&run, profile) {
        run.text(written, address.start, out);
        run.link(&address, out);
        written = address.end;
    }
    run.text(written, run.text.len(), out);
}

/// Neighbouring texts as one, with their places.
struct Run<'t> {
    text: CowStr<'t>,
    /// Where each text begins in `text`, its length, and its place in the source.
    parts: Vec<(usize, usize, TextRange)>,
}

impl<'t> Run<'t> {
    fn new(mut run: Vec<Located<'t>>) -> Self {
        let mut parts = Vec::with_capacity(run.len());
        let mut at = 0;
        for located in &run {
            if let Event::Text(text) = &located.event {
                parts.push((at, text.len(), located.range));
                at += text.len();
            }
        }
        let text_of = |located: Located<'t>| match located.event {
            Event::Text(text) => text,
            _ => "".into(),
        };
        let text = if run.len() == 1 {
            text_of(run.remove(0))
        } else {
            run.into_iter()
                .map(text_of)
                .map(String::from)
                .collect::<String>()
                .into()
        };
        Self { text, parts }
    }

    fn slice(&self, from: usize, to: usize) -> CowStr<'t> {
        match &self.text {
            CowStr::Borrowed(text) => CowStr::Borrowed(&text[from..to]),
            owned => CowStr::from(owned[from..to].to_owned()),
        }
    }

    fn text(&self, from: usize, to: usize, out: &mut Vec<Located<'t>>) {
        if from < to {
            out.push(Located {
                event: Event::Text(self.slice(from, to)),
                range: self.range(from, to),
            });
        }
    }

    fn link(&self, address: &Address, out: &mut Vec<Located<'t>>) {
        let range = self.range(address.start, address.end);
        let text = self.slice(address.start, address.end);
        let (link_type, url) = match address.kind {
            Kind::Complete => (LinkType::Autolink, text),
            Kind::Host => (LinkType::Autolink, CowStr::from(format!("http://{text}"))),
            Kind::Mail => (LinkType::Email, CowStr::from(format!("mailto:{text}"))),
        };
        let reference = Reference {
            link_type,
            url,
            url_range: range,
            title: "".into(),
        };
        out.push(Located {
            event: Event::Start(Tag::Link(reference)),
            range,
        });
        self.text(address.start, address.end, out);
        out.push(Located {
            event: Event::End(TagEnd::Link),
            range,
        });
    }

    /// The place in the source of a part of the text.
    fn range(&self, from: usize, to: usize) -> TextRange {
        let first = self.parts[self.parts.partition_point(|(at, ..)| *at <= from) - 1];
        let last = self.parts[self.parts.partition_point(|(at, ..)| *at < to).max(1) - 1];
        let place =
            |(at, length, range): (usize, usize, TextRange), offset: usize, resolved: u32| {
                if range.bytes().len() == length {
                    range.start + u32::try_from(offset - at).unwrap_or(0)
                } else {
                    resolved
                }
            };
        let start = place(first, from, first.2.start);
        TextRange {
            start,
            end: place(last, to, last.2.end).max(start),
        }
    }

    /// Where the entity or escape begins that ends at an offset.
    fn entity_before(&self, end: usize) -> Option<usize> {
        let at = self
            .parts
            .binary_search_by(|(at, length, _)| (at + length).cmp(&end))
            .ok()?;
        let (start, length, range) = self.parts[at];
        (range.bytes().len() > length + 1).then_some(start)
    }
}

/// An address in a run of text.
struct Address {
    start: usize,
    end: usize,
    kind: Kind,
}

enum Kind {
    /// With its scheme.
    Complete,
    /// `www.…`.
    Host,
    /// A mail address.
    Mail,
}

/// All addresses, in order.
fn addresses(run: &Run<'_>, profile: Profile) -> Vec<Address> {
    let text = &*run.text;
    let mut found: Vec<Address> = Vec::new();
    for at in memchr::memchr3_iter(b':', b'@', b'w', text.as_bytes()) {
        let from = found.last().map_or(0, |last| last.end);
        if at < from {
            continue;
        }
        let address = match text.as_bytes()[at] {
            b':' => complete(run, from, at, profile),
            b'@' => mail(text, from, at),
            _ => host(run, from, at, profile),
        };
        found.extend(address);
    }
    found
}

/// An address whose `://` may stand at `colon`.
fn complete(run: &Run<'_>, from: usize, colon: usize, profile: Profile) -> Option<Address> {
    let text = &*run.text;
    let rest = text[colon..].strip_prefix("://")?;
    let letters = text[from..colon]
        .bytes()
        .rev()
        .take(6)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let start = colon - letters;
    let scheme = &text[start..colon];
    if !["http", "https", "ftp"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(scheme))
    {
        return None;
    }
    let is_host = rest.starts_with(|first: char| {
        first.is_ascii_alphanumeric() || !first.is_ascii() && !ends_address(first, profile)
    });
    if !is_host || domain(rest, profile).is_none() {
        return None;
    }
    let end = end_of_address(run, start, profile);
    (end > colon + 3).then_some(Address {
        start,
        end,
        kind: Kind::Complete,
    })
}

/// An address that may begin with `www.` at `start`.
fn host(run: &Run<'_>, from: usize, start: usize, profile: Profile) -> Option<Address> {
    let text = &*run.text;
    let may_begin = start == 0
        || text[..start]
            .ends_with(|before: char| before.is_whitespace() || "*_~(".contains(before));
    if start < from || !may_begin || !text[start..].starts_with("www.") {
        return None;
    }
    domain(&text[start..], profile).filter(|domain| domain.trim_end_matches('.').contains('.'))?;
    let end = end_of_address(run, start, profile);
    (end > start + 4).then_some(Address {
        start,
        end,
        kind: Kind::Host,
    })
}

/// The domain at the beginning of a text, unless one of its last two parts holds an underscore.
fn domain(text: &str, profile: Profile) -> Option<&str> {
    let belongs = |c: char| {
        c.is_ascii_alphanumeric() || ".-_".contains(c) || !c.is_ascii() && !ends_address(c, profile)
    };
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    let domain = &text[..end];
    let refused = domain.rsplit('.').take(2).any(|part| part.contains('_'));
    (!refused && !domain.is_empty()).then_some(domain)
}

/// Where the address that begins at `start` ends: at a blank or `<`, without punctuation that belongs to the sentence.
fn end_of_address(run: &Run<'_>, start: usize, profile: Profile) -> usize {
    let text = &*run.text;
    let rest = &text[start..];
    let mut end = start
        + rest
            .find(|c| c == '<' || ends_address(c, profile))
            .unwrap_or(rest.len());
    let count = |bracket: char| text[start..end].matches(bracket).count();
    let (opening, mut closing) = (count('('), count(')'));
    while end > start {
        if let Some(entity) = run.entity_before(end).filter(|entity| *entity > start) {
            end = entity;
            continue;
        }
        match text.as_bytes()[end - 1] {
            b')' if closing > opening => {
                closing -= 1;
                end -= 1;
            }
            b'?' | b'!' | b'.' | b',' | b':' | b'*' | b'_' | b'~' | b'\'' | b'"' => end -= 1,
            b';' => {
                let before =
                    text[start..end - 1].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
                let is_entity = before.ends_with('&') && start + before.len() < end - 1;
                end = if is_entity {
                    start + before.len() - 1
                } else {
                    end - 1
                };
            }
            _ => break,
        }
    }
    end
}

/// Whether a character ends an address wherever it stands.
fn ends_address(c: char, profile: Profile) -> bool {
    match profile {
        Profile::Polydoc => {
            c.is_whitespace()
                || c.is_control()
                || matches!(
                    c,
                    '\u{ab}'
                        | '\u{bb}'
                        | '\u{60c}'
                        | '\u{61b}'
                        | '\u{61f}'
                        | '\u{6d4}'
                        | '\u{964}'
                        | '\u{965}'
                )
                || matches!(c, '\u{2010}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff0f}')
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}' | '\u{feff}')
        }
        Profile::CommonMark | Profile::Gfm => c.is_ascii_whitespace(),
    }
}

/// A mail address whose `@` stands at `at`.
fn mail(text: &str, from: usize, at: usize) -> Option<Address> {
    let is_local = |byte: u8| byte.is_ascii_alphanumeric() || b".-_+".contains(&byte);
    let bytes = text.as_bytes();
    let start = at
        - bytes[from..at]
            .iter()
            .rev()
            .take_while(|byte| is_local(**byte))
            .count();
    let length = bytes[at + 1..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(byte))
        .count();
    let domain = text[at + 1..at + 1 + length].trim_end_matches('.');
    let valid = domain.contains('.')
        && domain.split('.').all(|part| !part.is_empty())
        && !domain.ends_with(['-', '_'])
        && bytes.get(at + 1 + length) != Some(&b'@');
    let start = start + text[start..at].len() - text[start..at].trim_start_matches('.').len();
    (valid && start < at).then_some(Address {
        start,
        end: at + 1 + domain.len(),
        kind: Kind::Mail,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{Options, events};

    /// The targets of all links, after checking that each stands where it says.
    fn targets(text: &str, profile: Profile) -> Vec<String> {
        let events = events(
            text,
            0,
            Options {
                profile,
                nesting: 100,
                html: crate::model::HtmlLevel::Standard,
            },
        );
        let links = events
            .into_iter()
            .filter_map(|located| match located.event {
                Event::Start(Tag::Link(reference)) => Some((reference, located.range)),
                _ => None,
            });
        let target = |(reference, range): (Reference<'_>, TextRange)| {
            let written = range.slice(text).replace("&amp;", "&");
            assert!(
                reference.url.ends_with(&written),
                "{} at {written}",
                reference.url
            );
            reference.url.to_string()
        };
        links.map(target).collect()
    }

    #[test]
    fn an_address_has_its_place_in_the_source() {
        assert_eq!(
            targets("x http://a.b/?c=1&amp;d=2&amp; y", Profile::Gfm),
            ["http://a.b/?c=1&d=2"]
        );
        assert_eq!(
            targets("(www.a.b/c_d_e) a.b@c.d.", Profile::Gfm),
            ["http://www.a.b/c_d_e", "mailto:a.b@c.d"]
        );
    }

    #[test]
    fn what_is_no_address_is_left_alone() {
        for text in [
            "http://",
            "xhttp://a.b",
            "www.a_b",
            "www.",
            "a@b",
            "a@b.c_",
            "`http://a.b`",
            "<b title='www.a.b'>x</b>",
            "    www.a.b",
        ] {
            assert_eq!(
                targets(text, Profile::Polydoc),
                Vec::<String>::new(),
                "{text}"
            );
        }
    }

    #[test]
    fn other_scripts_end_an_address_in_our_profile() {
        for end in [
            "。x",
            "、x",
            "」x",
            "）x",
            "\u{a0}x",
            "\u{3000}x",
            "،x",
            "»x",
            "\u{200b}x",
        ] {
            let text = format!("見http://a.b/c{end}");
            assert_eq!(targets(&text, Profile::Polydoc), ["http://a.b/c"], "{end}");
        }
        assert_eq!(
            targets("http://a.b/é/日", Profile::Polydoc),
            ["http://a.b/é/日"]
        );
    }
}
