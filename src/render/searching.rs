//! What the search box and the page of results need beside the index: addresses, words, and other languages to search in.
//!
//! In comes the site; out come, per language, a [`SearchView`] for templates and a file for the scripts: JSON with every
//! message whose id begins with `search-`, numbers left open, and the languages to offer when one's own has no answer. The
//! file is read when somebody begins to search, so that pages do not carry it.

use serde::Serialize;

use crate::config::Settings;
use crate::l10n::messages::Slotted;
use crate::model::{OutputPath, Page, Shown, Site};
use crate::search;
use crate::source::{ContentHash, LocaleIndex};
use crate::theme::Theme;

use super::view::SearchView;

/// How many other languages are asked at most.
const MOST_OTHERS: usize = 3;

/// What is known of searching in one language.
#[derive(Clone, Debug)]
pub struct Searching {
    /// For templates.
    pub view: SearchView,
    /// Where the file of words goes.
    pub path: OutputPath,
    /// What it holds.
    pub words: Vec<u8>,
}

/// The file of words as scripts read it.
#[derive(Serialize)]
struct Words {
    words: serde_json::Map<String, serde_json::Value>,
    others: Vec<Other>,
}

/// Another language to search in.
#[derive(Serialize)]
struct Other {
    tag: String,
    name: String,
    dir: &'static str,
    url: String,
    index: String,
}

/// What is known of searching in a language; `None` when search is switched off.
pub(super) fn of_locale(
    site: &Site,
    settings: &Settings,
    theme: &Theme,
    locale: LocaleIndex,
) -> Option<Searching> {
    let url = address(site, settings, locale)?;
    let others = others(site, locale).into_iter();
    let other = |index: LocaleIndex| {
        let other = site.locales.get(index);
        Some(Other {
            tag: other.id.to_string(),
            name: other.name.to_string(),
            dir: other.direction.word(),
            url: address(site, settings, index)?,
            index: index_address(site, settings, index),
        })
    };
    let words = Words {
        words: theme
            .slotted(locale, "search-")
            .into_iter()
            .map(|(id, message)| (id, json(message)))
            .collect(),
        others: others.filter_map(other).collect(),
    };
    let bytes = serde_json::to_vec(&words).expect("texts become JSON");
    let hash = ContentHash::of(&bytes).short();
    let name = &site.locales.get(locale).url;
    let path = format!("{}/words.{}.json", search::folder(name), &hash[..10]);
    let path = OutputPath::new(&path).expect("a locale's name is safe");
    Some(Searching {
        view: SearchView {
            url,
            index: index_address(site, settings, locale),
            words: format!("{}/{path}", settings.base_path),
        },
        path,
        words: bytes,
    })
}

/// The address of a language's page of results.
fn address(site: &Site, settings: &Settings, locale: LocaleIndex) -> Option<String> {
    let is_own = |page: &&Page| page.locale == locale && page.shown == Shown::Search;
    let page = site.pages.iter().find(is_own)?;
    Some(format!("{}{}", settings.base_path, page.url))
}

/// The address of the manifest of a language's index.
fn index_address(site: &Site, settings: &Settings, locale: LocaleIndex) -> String {
    let name = &site.locales.get(locale).url;
    format!("{}/{}", settings.base_path, index_path(name))
}

/// The path of the manifest of a language's index, by the name that the language has in addresses.
pub(super) fn index_path(locale: &str) -> String {
    format!("{}/{}", search::folder(locale), search::MANIFEST)
}

/// Languages that stand in for this one, nearest first, then the one that the others are translated from, else English.
fn others(site: &Site, locale: LocaleIndex) -> Vec<LocaleIndex> {
    let fallback = site.locales.get(locale).fallback.iter();
    let stand_ins = fallback.filter_map(|id| site.locales.position(id));
    let source = site.source.or_else(|| site.locales.find("en-US"));
    let mut others: Vec<LocaleIndex> = Vec::new();
    for other in stand_ins.chain(source) {
        if other != locale && !others.contains(&other) {
            others.push(other);
        }
    }
    others.truncate(MOST_OTHERS);
    others
}

fn json(message: Slotted) -> serde_json::Value {
    match message {
        Slotted::Text(text) => text.into(),
        Slotted::Forms { rules, forms } => {
            serde_json::json!({ "rules": rules.to_string(), "forms": forms })
        }
    }
}
