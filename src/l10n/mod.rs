//! Languages as data: tags, names, direction, fallback, messages, formats.
//!
//! Folder names and what the author set come in as plain values (`config` lies above); out come [`Locales`] and,
//! per locale, words, dates, numbers and an order of titles. Nothing here reads a file or knows a page.

use std::collections::BTreeMap;
use std::sync::Arc;

pub use calendar::Calendar;
pub use collation::{Collation, Group};
pub use fallback::{FallbackMode, article_chain, chain};
pub use format::{Formats, Grouping, Joined};
pub use id::{Direction, LocaleId};
pub use messages::{Argument, Messages};
pub use plurals::{Category, Plurals};
pub use pseudo::Pseudo;

use crate::source::LocaleIndex;

mod calendar;
mod collation;
mod fallback;
mod format;
mod id;
mod isolation;
pub mod messages;
mod names;
pub mod negotiate;
mod plurals;
mod pseudo;
mod quotation;

/// What an author may set for one locale; every field has a meaning when it is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocaleOptions {
    /// The name shown to readers; otherwise the language's own name for itself.
    pub name: Option<String>,
    /// The direction; otherwise CLDR decides.
    pub direction: Option<Direction>,
    /// Locales that stand in for missing messages and articles, nearest first.
    pub fallback: Vec<LocaleId>,
    /// The calendar its days are shown in.
    pub calendar: Calendar,
    /// What is done about missing articles; otherwise what holds for the whole site.
    pub mode: Option<FallbackMode>,
}

/// One language of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// Its tag.
    pub id: LocaleId,
    /// Its folder below the content folder, as spelt there (the first of several spellings).
    pub folder: Arc<str>,
    /// Its tag in addresses: lower case.
    pub url: Arc<str>,
    /// Its name in its own language.
    pub name: Arc<str>,
    /// The same without region where no other locale of the site has the same language.
    pub short_name: Arc<str>,
    /// Its direction.
    pub direction: Direction,
    /// The calendar its days are shown in.
    pub calendar: Calendar,
    /// The locales configured to stand in for it, nearest first; [`chain`] makes the whole order.
    pub fallback: Arc<[LocaleId]>,
}

/// The languages of the site, sorted by tag; [`LocaleIndex`] is a position in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locales(pub Vec<Locale>);

impl Locales {
    /// The locales among the names of some folders: those that [`Locales::names_locale`] takes. Folders that differ in
    /// spelling only (`fr-fr`, `fr-FR`) are one locale.
    pub fn build<'f>(
        folders: impl IntoIterator<Item = &'f str>,
        options: &BTreeMap<LocaleId, LocaleOptions>,
    ) -> Self {
        let mut folders: Vec<&str> = folders.into_iter().collect();
        folders.sort_unstable();
        let mut locales: BTreeMap<LocaleId, Locale> = BTreeMap::new();
        for folder in folders {
            if let Some(id) = Self::names_locale(folder, |id| options.contains_key(id)) {
                locales
                    .entry(id)
                    .or_insert_with_key(|id| Locale::new(id, folder, options.get(id)));
            }
        }
        let mut locales: Vec<Locale> = locales.into_values().collect();
        let mut of_language: BTreeMap<String, usize> = BTreeMap::new();
        for locale in &locales {
            *of_language
                .entry(locale.id.language().to_owned())
                .or_default() += 1;
        }
        for locale in &mut locales {
            let is_only = of_language[locale.id.language()] == 1;
            let is_named = options
                .get(&locale.id)
                .is_some_and(|set| set.name.is_some());
            if is_only && !is_named {
                locale.short_name = names::without_region(&locale.id).into();
            }
        }
        Self(locales)
    }

    /// The locale that a folder's name means: a tag that CLDR knows ([`LocaleId::is_known`]) or that the author configured.
    pub fn names_locale(folder: &str, configured: impl Fn(&LocaleId) -> bool) -> Option<LocaleId> {
        LocaleId::parse(folder).filter(|id| id.is_known() || configured(id))
    }

    /// The locale at a position.
    pub fn get(&self, index: LocaleIndex) -> &Locale {
        &self.0[index.index()]
    }

    /// All locales with their positions, in order.
    pub fn iter(&self) -> impl Iterator<Item = (LocaleIndex, &Locale)> {
        (0u16..).map(LocaleIndex).zip(&self.0)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The locale that suits an `Accept-Language` header best.
    pub fn choose(&self, header: &str) -> Option<LocaleIndex> {
        let tags: Vec<&str> = self.0.iter().map(|locale| locale.id.as_str()).collect();
        self.find(negotiate::choose(header, &tags)?)
    }

    /// The position of a locale.
    pub fn position(&self, id: &LocaleId) -> Option<LocaleIndex> {
        let at = self.0.binary_search_by(|locale| locale.id.cmp(id)).ok()?;
        Some(LocaleIndex(
            u16::try_from(at).expect("a site has fewer than 65,536 locales"),
        ))
    }

    /// The locale that a tag, a folder's name or the first part of an address means, in any letter case.
    pub fn find(&self, tag: &str) -> Option<LocaleIndex> {
        // Nearly always it is spelt as a folder is, and to read a tag takes long.
        let spelt_so = |(_, locale): &(LocaleIndex, &Locale)| &*locale.folder == tag;
        if let Some((index, _)) = self.iter().find(spelt_so) {
            return Some(index);
        }
        self.position(&LocaleId::parse(tag)?)
    }
}

impl Locale {
    fn new(id: &LocaleId, folder: &str, options: Option<&LocaleOptions>) -> Self {
        let name = options.and_then(|options| options.name.clone());
        let name: Arc<str> = name.unwrap_or_else(|| names::native(id)).into();
        Self {
            short_name: name.clone(),
            folder: folder.into(),
            url: id.to_url().into(),
            name,
            direction: options
                .and_then(|options| options.direction)
                .unwrap_or_else(|| id.direction()),
            calendar: options.map_or_else(Calendar::default, |options| options.calendar),
            fallback: options
                .map_or_else(|| [].into(), |options| options.fallback.as_slice().into()),
            id: id.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_in_any_spelling_become_locales_sorted_by_tag() {
        let locales = Locales::build(
            ["media", "he-IL", "fr-fr", "fr-FR", "ar-SA", "new"],
            &BTreeMap::new(),
        );
        let found: Vec<_> = locales
            .0
            .iter()
            .map(|locale| (locale.id.as_str(), &*locale.folder, &*locale.url))
            .collect();
        assert_eq!(
            found,
            [
                ("ar-SA", "ar-SA", "ar-sa"),
                ("fr-FR", "fr-FR", "fr-fr"),
                ("he-IL", "he-IL", "he-il")
            ]
        );
        assert_eq!(locales.find("FR-fr"), Some(LocaleIndex(1)));
        assert_eq!(
            locales.find("iw-il"),
            Some(LocaleIndex(2)),
            "an old code finds its new one"
        );
        assert_eq!((locales.find("de-DE"), locales.find("media")), (None, None));
        assert_eq!(locales.get(LocaleIndex(0)).direction, Direction::Rtl);
    }

    #[test]
    fn what_the_author_configured_is_a_locale_with_their_name_and_direction() {
        let id = LocaleId::parse("xx-XX").expect("a tag");
        let set = LocaleOptions {
            name: Some("Own".to_owned()),
            direction: Some(Direction::Rtl),
            ..LocaleOptions::default()
        };
        let locales = Locales::build(["xx-XX", "xx-YY"], &BTreeMap::from([(id, set)]));
        let [locale] = &locales.0[..] else {
            panic!("one locale: {locales:?}")
        };
        assert_eq!((&*locale.name, locale.direction), ("Own", Direction::Rtl));
    }
}
