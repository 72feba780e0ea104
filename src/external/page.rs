//! Looks for fragments in a page of another site, and reads no more of it than is needed.
//!
//! In: the page as it comes over the network. Out: which fragments are there, and whether a text occurs.

use std::collections::BTreeMap;
use std::io::Read;

use crate::markup;
use crate::model::FragmentFound;

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted<'w> {
    /// Fragments as written, without `#`.
    pub(super) fragments: &'w [Box<str>],
    /// A text that says that the page is none.
    pub(super) text: Option<&'w str>,
    /// Most bytes that are read.
    pub(super) most: u64,
    /// Whether the host's pages are known to be made by scripts.
    pub(super) scripted: bool,
}

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The fragments.
    pub(super) fragments: BTreeMap<Box<str>, FragmentFound>,
    /// Whether the text is there.
    pub(super) text: bool,
}

/// First piece of a page; each next one is twice as long, so that looking again at what came before costs no more than
/// reading it once.
const FIRST_PIECE: usize = 32 << 10;

/// Below this many characters of text, a page with a script is taken for one that the script makes.
const LITTLE_TEXT: usize = 250;

/// Reads a page until all that is wanted is found. Of a page that breaks off, or is too long, nobody can tell what is in the rest.
pub(super) fn look(mut body: impl Read, media_type: Option<&str>, wanted: Wanted<'_>) -> Found {
    let is_html = media_type.is_none_or(|kind| kind.contains("html"));
    if !is_html && wanted.text.is_none() {
        return all(wanted, FragmentFound::Unverifiable);
    }
    let mut bytes = Vec::new();
    let mut piece = FIRST_PIECE;
    loop {
        let left = wanted.most.saturating_sub(bytes.len() as u64);
        let read = body
            .by_ref()
            .take(left.min(piece as u64))
            .read_to_end(&mut bytes);
        let is_cut = read.is_err() || bytes.len() as u64 >= wanted.most;
        let ended = is_cut || read.is_ok_and(|read| read < piece);
        let text = String::from_utf8_lossy(&bytes);
        let sketch = markup::sketch(&text);
        let found = Found {
            fragments: wanted
                .fragments
                .iter()
                .map(|fragment| (fragment.clone(), judged(fragment, &sketch, wanted, is_html)))
                .map(|(fragment, found)| (fragment, if is_cut { unless_cut(found) } else { found }))
                .collect(),
            text: wanted.text.is_some_and(|wanted| text.contains(wanted)),
        };
        let all_there = found
            .fragments
            .values()
            .all(|found| *found == FragmentFound::Present);
        if ended || (all_there && (wanted.text.is_none() || found.text)) {
            return found;
        }
        piece = bytes.len();
    }
}

fn unless_cut(found: FragmentFound) -> FragmentFound {
    match found {
        FragmentFound::Absent => FragmentFound::Unverifiable,
        found => found,
    }
}

fn all(wanted: Wanted<'_>, found: FragmentFound) -> Found {
    let fragments = wanted.fragments.iter();
    Found {
        fragments: fragments
            .map(|fragment| (fragment.clone(), found))
            .collect(),
        text: false,
    }
}

fn judged(
    fragment: &str,
    sketch: &markup::Sketch,
    wanted: Wanted<'_>,
    is_html: bool,
) -> FragmentFound {
    let decoded = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
    let has = |id: &str| sketch.ids.contains(id);
    // GitHub puts `user-content-` in front of the ids of what users write, and finds them without it.
    let there = is_html
        && (decoded.eq_ignore_ascii_case("top")
            || has(fragment)
            || has(&decoded)
            || has(&format!("user-content-{decoded}"))
            || has(&format!("user-content-{}", decoded.to_lowercase())));
    if there {
        FragmentFound::Present
    } else if !is_html || wanted.scripted || is_for_scripts(&decoded) || is_scripted(sketch) {
        FragmentFound::Unverifiable
    } else {
        FragmentFound::Absent
    }
}

/// Whether a fragment is no id but a word to the page's script: a route, or lines of code.
fn is_for_scripts(fragment: &str) -> bool {
    let is_line = |text: &str| {
        text.strip_prefix('L').is_some_and(|rest| {
            !rest.is_empty()
                && rest
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte == b'C')
        })
    };
    fragment.starts_with(['/', '!', '?'])
        || fragment.contains(['=', '&'])
        || fragment.split('-').all(is_line)
}

fn is_scripted(sketch: &markup::Sketch) -> bool {
    sketch.scripts > 0 && sketch.text < LITTLE_TEXT
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(page: &str, media_type: Option<&str>, fragment: &str) -> FragmentFound {
        let fragments = [fragment.into()];
        let wanted = Wanted {
            fragments: &fragments,
            text: None,
            most: 1 << 20,
            scripted: false,
        };
        look(page.as_bytes(), media_type, wanted).fragments[fragment]
    }

    #[test]
    fn ids_and_names_are_found_as_browsers_find_them() {
        use FragmentFound::{Absent, Present};
        let page = "<h2 id=one>1</h2><a name='two'>2</a><p id=\"caf\u{e9}\"><a id=user-content-three></a><!-- id=four --><input name=five>";
        for (fragment, expected) in [
            ("one", Present),
            ("two", Present),
            ("caf%C3%A9", Present),
            ("three", Present),
            ("Three", Present),
            ("top", Present),
            ("four", Absent),
            ("five", Absent),
            ("One", Absent),
        ] {
            assert_eq!(
                found(page, Some("text/html"), fragment),
                expected,
                "{fragment}"
            );
        }
    }

    #[test]
    fn what_only_a_browser_could_tell_is_unverifiable() {
        use FragmentFound::Unverifiable;
        let application = "<div id=root></div><script src=a.js></script>";
        assert_eq!(found(application, Some("text/html"), "x"), Unverifiable);
        assert_eq!(
            found("%PDF", Some("application/pdf"), "page=2"),
            Unverifiable
        );
        for fragment in [
            "/route",
            "!view",
            "L10",
            "L10-L20",
            "L1C2-L3C4",
            "section=a",
        ] {
            assert_eq!(
                found("<p>text</p>", None, fragment),
                Unverifiable,
                "{fragment}"
            );
        }
    }

    #[test]
    fn no_more_is_read_than_needed() {
        struct Counting<'c>(&'c mut usize);
        impl Read for Counting<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                let text = if *self.0 == 0 {
                    &b"<p id=x>"[..]
                } else {
                    &b"filling "[..]
                };
                buffer[..8].copy_from_slice(text);
                *self.0 += 8;
                Ok(8)
            }
        }
        let mut read = 0;
        let fragments = ["x".into()];
        let mut wanted = Wanted {
            fragments: &fragments,
            text: None,
            most: 1 << 20,
            scripted: false,
        };
        look(Counting(&mut read), None, wanted);
        assert_eq!(read, FIRST_PIECE);
        let fragments = ["y".into()];
        wanted.fragments = &fragments;
        let mut read = 0;
        look(Counting(&mut read), None, wanted);
        assert_eq!(read, 1 << 20);
    }
}
