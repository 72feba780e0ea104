//! `no-loc` in metadata: words that no translator of a browser may change, wherever they stand in the text.
//!
//! In: the events of a page and its metadata. Out: the same events with each of these words in an element that says so. Code is never
//! translated, and stays as it is.

use crate::config::metadata_values;
use crate::markup::{CowStr, Event, HtmlPiece, HtmlTag, Located, Tag, TagEnd};
use crate::model::Entries;

/// Marks the words of `no-loc` in the text.
pub(super) fn mark(events: &mut Vec<Located<'_>>, metadata: &Entries) {
    let mut words: Vec<&str> = metadata_values(metadata, "no-loc")
        .into_iter()
        .flat_map(|text| text.split(','))
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        return;
    }
    // Of two that begin alike, the longer is meant.
    words.sort_unstable_by(|one, other| other.len().cmp(&one.len()).then(one.cmp(other)));
    let mut out = Vec::with_capacity(events.len());
    let mut code = 0_usize;
    for located in events.drain(..) {
        match &located.event {
            Event::Start(Tag::CodeBlock { .. }) => code += 1,
            Event::End(TagEnd::CodeBlock) => code = code.saturating_sub(1),
            Event::Text(text) if code == 0 => {
                if let Some((at, word)) = next(text, 0, &words) {
                    split(&mut out, &located, text, (at, word), &words);
                    continue;
                }
            }
            _ => {}
        }
        out.push(located);
    }
    *events = out;
}

fn split<'t>(
    out: &mut Vec<Located<'t>>,
    located: &Located<'t>,
    text: &str,
    first: (usize, &str),
    words: &[&str],
) {
    let mut push = |event| {
        out.push(Located {
            event,
            range: located.range,
        });
    };
    let mut from = 0;
    let mut found = Some(first);
    while let Some((at, word)) = found {
        if at > from {
            push(Event::Text(CowStr::from(text[from..at].to_owned())));
        }
        push(Event::Html(HtmlPiece::Open(HtmlTag {
            name: "span".into(),
            attributes: vec![("translate".into(), CowStr::from("no"), located.range)],
            removed: Vec::new(),
            idle: Vec::new(),
            void: false,
        })));
        push(Event::Text(CowStr::from(word.to_owned())));
        push(Event::Html(HtmlPiece::Close("span".into())));
        from = at + word.len();
        found = next(text, from, words);
    }
    if from < text.len() {
        push(Event::Text(CowStr::from(text[from..].to_owned())));
    }
}

/// The first of the words behind an offset, as a word of its own and spelt alike.
fn next<'w>(text: &str, from: usize, words: &[&'w str]) -> Option<(usize, &'w str)> {
    let is_alone = |at: usize, word: &str| {
        let before = text[..at].chars().next_back();
        let behind = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !behind.is_some_and(char::is_alphanumeric)
    };
    let place = |word: &&'w str| {
        let places = text[from..].match_indices(*word);
        let mut places = places.map(|(at, _)| from + at);
        places.find(|&at| is_alone(at, word))
    };
    let found = words.iter().filter_map(|word| Some((place(word)?, *word)));
    // The earliest; of those at one place the first, which is the longest.
    found.min_by_key(|(at, _)| *at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_the_longest_first() {
        let words = ["Razor Pages", "Razor", "C#"];
        assert_eq!(next("Use Razor Pages", 0, &words), Some((4, "Razor Pages")));
        assert_eq!(next("Razors and Razor.", 0, &words), Some((11, "Razor")));
        assert_eq!(next("razor", 0, &words), None);
        assert_eq!(next("in C# here", 0, &words), Some((3, "C#")));
    }
}
