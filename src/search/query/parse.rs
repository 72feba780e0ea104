//! What a query asks for: words, phrases in quotes, `-word`, and filters `key:value`.

use crate::search::fold::fold;
use crate::search::tokens::{Kind, Token, tokens};

/// A query, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// Words and phrases, in order.
    pub(super) wanted: Vec<Item>,
    /// Words and phrases that must not be there.
    pub(super) unwanted: Vec<Item>,
    /// Filters: key as the index has it, value as written.
    pub(super) filters: Vec<(String, String)>,
}

/// A word or a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// As written, without quotes.
    pub(super) written: String,
    /// Its tokens.
    pub(super) tokens: Vec<Token>,
    /// How many places they take.
    pub(super) places: u32,
    /// Whether it stood in quotes.
    pub(super) quoted: bool,
    /// Whether more letters may follow: the last word, with no blank after it.
    pub(super) unfinished: bool,
}

/// Reads a query. `keys` are those that can be filtered by.
pub(super) fn parse(text: &str, keys: &[&str]) -> Query {
    let letters: Vec<char> = text.chars().collect();
    let mut query = Query::default();
    let mut at = 0;
    while at < letters.len() {
        if letters[at].is_whitespace() {
            at += 1;
            continue;
        }
        let follows = letters
            .get(at + 1)
            .is_some_and(|next| !next.is_whitespace());
        // `"a phrase"-word` says nothing about the word.
        let begins = at == 0 || letters[at - 1].is_whitespace();
        let negative = letters[at] == '-' && follows && begins;
        at += usize::from(negative);
        if is_quote(letters[at]) {
            let (phrase, end) = quoted(&letters, at);
            at = end;
            take(&mut query, item(phrase, true, false), negative);
            continue;
        }
        let end = at
            + letters[at..]
                .iter()
                .take_while(|letter| !letter.is_whitespace() && !is_quote(**letter))
                .count();
        let word: String = letters[at..end].iter().collect();
        at = end;
        if let Some((key, value)) = word.split_once(':')
            && let Some(key) = keys.iter().find(|known| fold(known) == fold(key))
        {
            let mut value = value.to_owned();
            if value.is_empty() && letters.get(at).copied().is_some_and(is_quote) {
                (value, at) = quoted(&letters, at);
            }
            if !value.is_empty() && !negative {
                query.filters.push(((*key).to_owned(), value));
            }
            continue;
        }
        take(
            &mut query,
            item(word, false, end == letters.len()),
            negative,
        );
    }
    query
}

/// What stands between a quote and the next, or the end.
fn quoted(letters: &[char], at: usize) -> (String, usize) {
    let inside = &letters[at + 1..];
    let length = inside.iter().position(|&letter| is_quote(letter));
    let length = length.unwrap_or(inside.len());
    (
        inside[..length].iter().collect(),
        (at + length + 2).min(letters.len()),
    )
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」')
}

fn item(written: String, quoted: bool, unfinished: bool) -> Item {
    let mut found = Vec::new();
    let places = tokens(&fold(&written), &mut found);
    if quoted {
        // The pairs of a Hangul word in quotes would find it inside of others.
        found.retain(|token| token.kind != Kind::Inner);
    }
    Item {
        written,
        tokens: found,
        places,
        quoted,
        unfinished,
    }
}

fn take(query: &mut Query, item: Item, negative: bool) {
    if item.tokens.is_empty() {
        return;
    }
    if negative {
        query.unwanted.push(item);
    } else {
        query.wanted.push(item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_minus_and_filters_are_understood() {
        let query = parse(
            "one \"two three\" -four -\"five six\" ms.service:mail Key:\"a b\" sev",
            &["ms.service", "key"],
        );
        let words = |items: &[Item]| -> Vec<(String, bool, bool)> {
            items
                .iter()
                .map(|item| (item.written.clone(), item.quoted, item.unfinished))
                .collect()
        };
        assert_eq!(
            words(&query.wanted),
            [
                ("one".to_owned(), false, false),
                ("two three".to_owned(), true, false),
                ("sev".to_owned(), false, true)
            ]
        );
        assert_eq!(
            words(&query.unwanted),
            [
                ("four".to_owned(), false, false),
                ("five six".to_owned(), true, false)
            ]
        );
        assert_eq!(
            query.filters,
            [
                ("ms.service".to_owned(), "mail".to_owned()),
                ("key".to_owned(), "a b".to_owned())
            ]
        );
        assert_eq!(parse("a - \"", &[]).wanted.len(), 1);
        let glued = parse("\"a b\"-c", &[]);
        assert_eq!((glued.wanted.len(), glued.unwanted.len()), (2, 0));
        assert!(
            parse("one ", &[])
                .wanted
                .iter()
                .all(|item| !item.unfinished)
        );
    }
}
