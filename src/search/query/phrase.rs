//! Whether a document holds the words of a phrase one after the other. Where the index keeps no places of a word, because it is
//! too frequent, only the page itself can tell: [`lines`] and [`stands_in`] read it. The theme's `search-phrase.js` does the same.

use std::collections::HashSet;

use super::sought::Phrase;
use crate::search::fold::fold;
use crate::search::tokens::tokens;

/// What the index knows of a phrase in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// A word is missing, or they do not follow each other.
    No,
    /// All words are there, but not all places are known.
    Maybe,
    /// They follow each other.
    Yes,
}

/// What the index knows of a phrase in a document.
pub(super) fn held(phrase: &Phrase, number: u32) -> Held {
    let mut rows: Vec<(u32, Vec<u32>)> = Vec::new();
    for unit in phrase {
        let (mut there, mut places) = (false, Vec::new());
        for list in &unit.lists {
            if let Ok(at) = list.hits.binary_search_by_key(&number, |hit| hit.number) {
                there = true;
                places.extend(&list.hits[at].places);
            }
        }
        if !there {
            return Held::No;
        }
        if !places.is_empty() {
            rows.push((unit.place, places));
        }
    }
    let all = match phrase.len() {
        1 => Held::Yes,
        count if count == rows.len() => Held::Yes,
        _ => Held::Maybe,
    };
    let Some(((first, starts), rest)) = rows.split_first() else {
        return all;
    };
    let follow = starts.iter().any(|start| {
        rest.iter().all(|(place, places)| {
            let wanted = i64::from(*start) + i64::from(*place) - i64::from(*first);
            places.iter().any(|&place| i64::from(place) == wanted)
        })
    });
    if follow { all } else { Held::No }
}

/// Whether a phrase stands in one of some texts.
pub(super) fn stands_in(phrase: &Phrase, texts: &[String]) -> bool {
    texts.iter().any(|text| {
        let mut found = Vec::new();
        tokens(&fold(text), &mut found);
        let there: HashSet<(&str, u32)> = found
            .iter()
            .map(|token| (token.text.as_str(), token.place))
            .collect();
        let Some(first) = phrase.first() else {
            return true;
        };
        found
            .iter()
            .filter(|token| token.text == first.text)
            .any(|start| {
                phrase.iter().all(|unit| {
                    there.contains(&(unit.text.as_str(), start.place + unit.place - first.place))
                })
            })
    })
}

/// Elements without a text that readers would call a part of the article.
const SKIPPED: [&str; 5] = ["nav", "script", "style", "svg", "template"];

/// Elements that do not interrupt a line.
const INLINE: [&str; 25] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "wbr",
];

/// The lines of text in the main part of a page's HTML.
pub(super) fn lines(html: &str) -> Vec<String> {
    let main = html.split_once("<main").map_or(html, |(_, rest)| {
        let inside = rest.split_once('>').map_or("", |(_, rest)| rest);
        inside
            .split_once("</main>")
            .map_or(inside, |(main, _)| main)
    });
    let mut text = String::new();
    let mut rest = main;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        rest = after;
        let name = tag.trim_start_matches('/');
        let end = name.find(|letter: char| !letter.is_ascii_alphanumeric());
        let name = &name[..end.unwrap_or(name.len())];
        if SKIPPED.contains(&name) && !tag.starts_with('/') {
            let closing = format!("</{name}>");
            rest = rest.split_once(&closing).map_or("", |(_, rest)| rest);
        }
        if name == "img" {
            let alt = tag.split_once(" alt=\"").map_or("", |(_, rest)| rest);
            text.push('\n');
            text.push_str(alt.split_once('"').map_or("", |(alt, _)| alt));
        }
        if !INLINE.contains(&name) {
            text.push('\n');
        }
    }
    text.push_str(rest);
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(decoded).collect()
}

/// A text without references to characters.
fn decoded(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        let known = after.split_once(';').and_then(|(name, after)| {
            let letter = match name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "nbsp" => ' ',
                _ => {
                    let digits = name.strip_prefix('#')?;
                    let code = match digits.strip_prefix(['x', 'X']) {
                        Some(digits) => u32::from_str_radix(digits, 16),
                        None => digits.parse(),
                    };
                    char::from_u32(code.ok()?)?
                }
            };
            Some((letter, after))
        });
        let (letter, after) = known.unwrap_or(('&', after));
        text.push(letter);
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_page_are_those_of_its_main_part() {
        let html = "<nav>Menu</nav><main id=\"m\"><nav>On <b>this</b> page</nav><h1>One</h1>\n<p>two <em>thr</em>ee &amp; f&#x6F;ur &x; \
                    <img src=\"x\" alt=\"a pic\">end</p><ul><li>five</li></ul></main>six";
        assert_eq!(
            lines(html),
            ["One", "two three & four &x; ", "a pic", "end", "five"]
        );
    }
}
