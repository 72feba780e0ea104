//! Rules that interpret what an author or a translator meant: how often they are right on real articles (`tables`), and
//! how often they see a defect that was planted (`recall`).
//!
//! A rule that states a fact is right or has a bug; one that interprets is right in most cases, and how many these are is
//! measured here, by reading what it found.

use polydoc::check;
use polydoc::diagnostics::Level;

mod planted;
mod prose;
mod recall;
mod tables;

/// Rules at `warning` or above that interpret prose, or what translation made of it. Each has a table in
/// `tests/precision` and a way to plant its defect in `planted`.
const INTERPRETING: [&str; 10] = [
    "bad-url",
    "glued-link",
    "literal-emphasis",
    "missing-reference",
    "odd-alert",
    "similar-key",
    "spaced-link",
    "translated-key",
    "unbalanced-html",
    "unknown-tag",
];

/// The other rules at `warning` or above: they state facts about files, addresses, keys, dates and settings, and whether the words
/// of a project's own lists stand there.
const STATING: &[&str] = &[
    "address-clash",
    "altered-name",
    "bidi-control",
    "broken-fragment",
    "broken-hreflang",
    "broken-image",
    "broken-include",
    "broken-link",
    "broken-page-link",
    "broken-toc-entry",
    "circular-include",
    "circular-redirection",
    "contradicting-locale",
    "control-character",
    "dead-fragment",
    "dead-link",
    "deprecated-metadata",
    "duplicate-anchor",
    "duplicate-key",
    "duplicate-page-id",
    "empty-link",
    "empty-target",
    "expired-ignore",
    "flaky-link",
    "forbidden-scheme",
    "front-matter-too-large",
    "future-date",
    "impossible-date",
    "invalid-metadata",
    "invalid-utf8",
    "invisible-in-name",
    "invisible-in-target",
    "lost-in-translation",
    "malformed-directive",
    "malformed-front-matter",
    "malformed-redirect",
    "malformed-redirection",
    "malformed-repository-file",
    "malformed-toc",
    "missing-anchor",
    "missing-metadata",
    "missing-title",
    "moved-link",
    "nul-character",
    "orphan-translation",
    "other-locale-link",
    "outside-site",
    "page-without-language",
    "private-address",
    "redirected-file",
    "removed-html",
    "repeated-metadata",
    "repeated-redirection",
    "several-first-headings",
    "suppression-without-reason",
    "tls-failure",
    "too-deep",
    "too-large",
    "too-many-flaky-links",
    "unbalanced-page",
    "unclosed-directive",
    "unknown-directive",
    "unknown-metadata",
    "unknown-suppression",
    "unknown-uid",
    "unplaceable-name",
    "unpublished-target",
    "unreadable-file",
    "untranslated-term",
    "unused-suppression",
    "wrong-case",
];

/// The languages in which they are judged, with the folder of each and the corpus that has most of it.
const LANGUAGES: [(&str, &str, Corpus); 6] = [
    ("ar", "ar-SA", Corpus::Full),
    ("de", "de-DE", Corpus::Full),
    ("fr", "fr-FR", Corpus::Full),
    ("ja", "ja-JP", Corpus::Full),
    ("ru", "ru-RU", Corpus::Sample),
    ("zh", "zh-CN", Corpus::Sample),
];

/// Where articles come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Corpus {
    /// All articles of four languages.
    Full,
    /// Some articles of eight.
    Sample,
}

impl Corpus {
    fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Sample => "sample",
        }
    }
}

#[test]
fn every_rule_at_warning_or_above_is_known_to_interpret_or_to_state_facts() {
    let all = check::rules().filter(|rule| matches!(rule.level, Level::Warning | Level::Error));
    let unknown: Vec<&str> = all
        .map(|rule| rule.name)
        .filter(|name| !INTERPRETING.contains(name) && !STATING.contains(name))
        .collect();
    assert!(
        unknown.is_empty(),
        "put each of these into STATING in tests/it/precision/mod.rs, or into INTERPRETING with a table: {unknown:?}"
    );
    let gone: Vec<&&str> = INTERPRETING
        .iter()
        .chain(STATING)
        .filter(|name| {
            check::rule(name).is_none_or(|rule| matches!(rule.level, Level::Info | Level::Off))
        })
        .collect();
    assert!(
        gone.is_empty(),
        "these are no rules at warning or above: {gone:?}"
    );
}
