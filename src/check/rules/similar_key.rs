//! `similar-key`: a front matter key one slip away from a known one.

use crate::check::context::ArticleContext;
use crate::check::repair;
use crate::check::rules::translated_key;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, quote};
use crate::diagnostics::{Category, Fix, Level, Rule, Sink};
use crate::model::FrontMatter;
use crate::schema::Aspect;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "similar-key",
        category: Category::Metadata,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/similar-key.md"),
    },
    check: Check::Article(check),
};

/// Keys that polydoc reads, and those that documentation of this kind has.
const KNOWN: [&str; 44] = [
    "ROBOTS",
    "adobe-target",
    "audience",
    "author",
    "content_type",
    "contributors",
    "date",
    "description",
    "feedback_system",
    "hide_comments",
    "keywords",
    "lastmod",
    "layout",
    "locale",
    "localization_priority",
    "manager",
    "monikerRange",
    "ms.assetid",
    "ms.author",
    "ms.collection",
    "ms.contentlocale",
    "ms.custom",
    "ms.date",
    "ms.devlang",
    "ms.lasthandoff",
    "ms.localizationpriority",
    "ms.locfileid",
    "ms.openlocfilehash",
    "ms.prod",
    "ms.reviewer",
    "ms.service",
    "ms.sourcegitcommit",
    "ms.subservice",
    "ms.technology",
    "ms.topic",
    "ms.translationtype",
    "no-loc",
    "page_type",
    "redirect_from",
    "search.appverid",
    "title",
    "uid",
    "updated",
    "zone_pivot_groups",
];

/// Keys that polydoc reads in exactly these letters.
const EXACT: [&str; 6] = [
    "date",
    "description",
    "lastmod",
    "ms.date",
    "redirect_from",
    "title",
];

/// Shorter words are one letter away from too many others.
const SHORTEST: usize = 5;

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let front_matter = &article.article.document.front_matter;
    for (key, _) in &front_matter.entries {
        let Some(known) = similar(key) else { continue };
        if translated_key::is_translated(key) || article.is_declared(Aspect::Unknown, key) {
            continue;
        }
        // Beside the key itself another spelling may be meant for another program.
        if known.eq_ignore_ascii_case(key) && front_matter.get(known).is_some() {
            continue;
        }
        let message = format!("nobody reads the key `{}`", quote(key));
        let found = sink.at(
            &RULE.rule,
            article.article.file,
            front_matter.key_range(key),
            message,
        );
        found.help(did_you_mean(known));
        found.fix(renamed(front_matter, key, known));
    }
}

/// Another name for a key that stands there plainly, when the name is free.
pub(super) fn renamed(front_matter: &FrontMatter, key: &str, new: &str) -> Option<Fix> {
    let edit = repair::key(front_matter, &[key], new)?;
    Some(Fix::unsure(format!("write `{new}`"), vec![edit]))
}

/// The known key that was meant.
fn similar(key: &str) -> Option<&'static str> {
    if is_known(key) {
        let exact = EXACT.into_iter();
        return exact
            .into_iter()
            .find(|known| *known != key && known.eq_ignore_ascii_case(key));
    }
    KNOWN.into_iter().find(|known| {
        if known.len() < SHORTEST || is_plural(key, known) {
            return false;
        }
        letters(key).eq(letters(known)) || is_one_slip(key, known) || is_remnant(key, known)
    })
}

/// Whether a key is one of those that documentation of this kind has, letter case aside.
pub(super) fn is_known(key: &str) -> bool {
    KNOWN.iter().any(|known| known.eq_ignore_ascii_case(key))
}

/// `author` and `authors` are two keys.
fn is_plural(key: &str, known: &str) -> bool {
    key.strip_suffix('s') == Some(known) || known.strip_suffix('s') == Some(key)
}

/// A key without what stands between its words: `ms,.custom` and `ms-custom` are `mscustom`.
fn letters(key: &str) -> impl Iterator<Item = char> + '_ {
    key.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
}

/// Whether one letter is wrong, missing, too much, or two have changed places. Most keys differ too much to look closer.
fn is_one_slip(key: &str, known: &str) -> bool {
    key.chars().count().abs_diff(known.len()) <= 1
        && differing(key, known) <= char::MAX_LEN_UTF8
        && strsim::osa_distance(key, known) == 1
}

/// How many bytes of the longer word stand between what both begin with and what both end with; a slip is one character, or two that
/// stand in a known key too, which is ASCII.
fn differing(key: &str, known: &str) -> usize {
    let (one, other) = (key.as_bytes(), known.as_bytes());
    let same =
        |pairs: &mut dyn Iterator<Item = (&u8, &u8)>| pairs.take_while(|(a, b)| a == b).count();
    let before = same(&mut one.iter().zip(other));
    let (one, other) = (&one[before..], &other[before..]);
    let after = same(&mut one.iter().rev().zip(other.iter().rev()));
    one.len().max(other.len()) - after
}

/// Words in front of the end of a dotted key: `an account s.custom`, of which a letter was overwritten.
fn is_remnant(key: &str, known: &str) -> bool {
    let Some(end) = known.strip_prefix('m').filter(|end| end.starts_with("s.")) else {
        return false;
    };
    key.contains(' ') && key.ends_with(end)
}
