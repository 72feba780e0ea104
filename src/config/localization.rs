//! What the author set about translations, under `l10n:`.

use std::path::PathBuf;

use super::Glossary;

/// How translations are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalizationSettings {
    /// Front-matter keys that name the version of the source an article was made from; `a.b` is also the key `b` in the map
    /// `a`. The first that most languages have counts.
    pub version_keys: Vec<String>,
    /// Those of them that hold a hash of the source's text: equal hashes under two names are one article.
    pub hash_keys: Vec<String>,
    /// Front-matter keys that hold the day of hand-off, strongest first.
    pub date_keys: Vec<String>,
    /// The folder of the source language's articles in a git repository, when it is not among the language folders.
    pub source_tree: Option<PathBuf>,
    /// How terms are to be translated.
    pub glossary: Glossary,
}

impl Default for LocalizationSettings {
    fn default() -> Self {
        let own = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
        Self {
            version_keys: own(&[
                "ms.openlocfilehash",
                "ms.sourcegitcommit",
                "l10n.sourceCommit",
                "default_lang_commit",
            ]),
            hash_keys: own(&["ms.openlocfilehash"]),
            date_keys: own(&["ms.lasthandoff", "updated", "lastmod", "ms.date", "date"]),
            source_tree: None,
            glossary: Glossary::default(),
        }
    }
}
