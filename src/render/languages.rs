//! The same page in other languages: what the switcher lists and what hreflang says.
//!
//! Both are found once for each address, not once for each page. hreflang is reciprocal by making: one list serves all pages
//! that it names, and a page that search engines shall not list is on none and has none.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use crate::l10n::LocaleId;
use crate::model::{PageId, Shown, Site};

use super::frame::Frame;
use super::view::{AlternateView, TranslationView};

/// The pages of all languages that have the same address below their language.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// Its pages, in the order in which languages are listed everywhere.
    pages: Vec<PageId>,
    /// What hreflang calls those that may be listed; empty when there are fewer than two.
    alternates: Vec<Alternate>,
    /// The same as XML, made when a sitemap asks first.
    xml: OnceLock<String>,
}

#[derive(Debug)]
struct Alternate {
    hreflang: String,
    page: PageId,
}

/// What stands for the address of pages of search results, which need not be the same in all languages.
const SEARCH: &str = "?";

/// Every group, and which group each page belongs to.
#[derive(Debug, Default)]
pub struct Groups {
    groups: Vec<Group>,
    of_page: Vec<Option<usize>>,
}

impl Groups {
    /// Groups the pages of a site that show something.
    pub(super) fn of(site: &Site) -> Self {
        let mut groups = Self::default();
        let mut by_address: HashMap<&str, usize> = HashMap::new();
        for (page, id) in site.pages.iter().zip((0u32..).map(PageId)) {
            let group = match page.shown {
                Shown::Article(_) | Shown::Fallback(_) | Shown::Folder(_) | Shown::Search => {
                    let locale = &site.locales.get(page.locale).url;
                    let below = match page.shown {
                        Shown::Search => SEARCH,
                        _ => &page.url.as_str()[1 + locale.len()..],
                    };
                    let at = *by_address.entry(below).or_insert(groups.groups.len());
                    if at == groups.groups.len() {
                        groups.groups.push(Group::default());
                    }
                    groups.groups[at].pages.push(id);
                    Some(at)
                }
                Shown::NotFound | Shown::Redirect(_) | Shown::Forward(..) => None,
            };
            groups.of_page.push(group);
        }
        groups
    }

    fn with(&self, page: PageId) -> Option<&Group> {
        self.of_page[page.index()].map(|at| &self.groups[at])
    }
}

/// Sorts the pages of every group and finds what hreflang says of them.
pub(super) fn complete(frame: &Frame<'_>, groups: &mut Groups) {
    let codes: Vec<Code> = frame
        .site
        .locales
        .iter()
        .map(|(_, locale)| Code::of(&locale.id))
        .collect();
    for group in &mut groups.groups {
        group
            .pages
            .sort_by_key(|&page| frame.locale(frame.site.page(page).locale).place);
        if frame.site_view.base_url.is_some() {
            group.alternates = alternates(frame, &codes, &group.pages);
        }
    }
}

fn alternates(frame: &Frame<'_>, all_codes: &[Code], pages: &[PageId]) -> Vec<Alternate> {
    let locale = |page: PageId| frame.site.page(page).locale;
    let listed: Vec<PageId> = pages
        .iter()
        .copied()
        .filter(|&page| !frame.is_hidden(page))
        .collect();
    if listed.len() < 2 {
        return Vec::new();
    }
    let mut sources = listed.iter().copied();
    let default = sources.find(|&page| Some(locale(page)) == frame.site.source);
    let own: Vec<&Code> = listed
        .iter()
        .map(|&page| &all_codes[locale(page).index()])
        .collect();
    let named = codes(&own).into_iter().zip(&listed);
    let mut alternates: Vec<Alternate> = named
        .map(|(hreflang, &page)| Alternate { hreflang, page })
        .collect();
    alternates.extend(default.map(|page| Alternate {
        hreflang: "x-default".to_owned(),
        page,
    }));
    alternates
}

/// What a locale may be called.
struct Code {
    tag: String,
    language: String,
    /// Without the region.
    short: String,
    is_supranational: bool,
}

impl Code {
    fn of(locale: &LocaleId) -> Self {
        Self {
            tag: locale.to_string(),
            language: locale.language().to_owned(),
            short: locale.without_region(),
            is_supranational: locale.is_supranational(),
        }
    }
}

/// What hreflang calls each of some locales: its language alone (with the script, where the language is not usually
/// written in it) if no other of them has the same language, else its tag. A region that is a part of the world (`es-419`)
/// means nothing to search engines, so the first such locale stands for its language.
fn codes(locales: &[&Code]) -> Vec<String> {
    let mut of_language: BTreeMap<&str, usize> = BTreeMap::new();
    for locale in locales {
        *of_language.entry(&locale.language).or_default() += 1;
    }
    let mut used: Vec<&str> = Vec::new();
    for locale in locales {
        let is_single = of_language[&*locale.language] == 1;
        let short = (is_single || locale.is_supranational).then_some(&*locale.short);
        let free = short.filter(|code| {
            let is_tag = locales.iter().any(|other| other.tag == *code);
            !used.contains(code) && (!is_tag || locale.tag == *code)
        });
        used.push(free.unwrap_or(&locale.tag));
    }
    used.into_iter().map(str::to_owned).collect()
}

/// The languages that a page's switcher lists.
pub(super) fn of_page(frame: &Frame<'_>, id: PageId) -> Vec<TranslationView> {
    let group = frame.groups.with(id);
    let pages = group.map_or(&[][..], |group| &group.pages);
    pages
        .iter()
        .map(|&page| translation(frame, page, Some(id)))
        .collect()
}

/// What the head of a page says of its other languages.
pub(super) fn in_head(frame: &Frame<'_>, id: PageId) -> Vec<AlternateView> {
    if !frame.settings.hreflang.in_head() || frame.is_hidden(id) {
        return Vec::new();
    }
    let group = frame.groups.with(id);
    group.map_or_else(Vec::new, |group| views(frame, group))
}

/// What a sitemap says of a page's other languages.
pub(super) fn in_sitemap<'f>(
    frame: &'f Frame<'_>,
    id: PageId,
    escape: fn(&str) -> String,
) -> &'f str {
    let group = frame.groups.with(id);
    let group = group.filter(|_| frame.settings.hreflang.in_sitemap());
    let Some(group) = group else { return "" };
    let link = |view: AlternateView| {
        let AlternateView { hreflang, url } = view;
        let url = escape(&url);
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{hreflang}\" href=\"{url}\"/>")
    };
    group
        .xml
        .get_or_init(|| views(frame, group).into_iter().map(link).collect())
}

fn views(frame: &Frame<'_>, group: &Group) -> Vec<AlternateView> {
    let view = |alternate: &Alternate| {
        let url = frame.absolute(alternate.page)?;
        let hreflang = alternate.hreflang.clone();
        Some(AlternateView { hreflang, url })
    };
    group.alternates.iter().filter_map(view).collect()
}

/// The home pages of all languages, for a page that is none of them.
pub(super) fn homes(frame: &Frame<'_>) -> Vec<TranslationView> {
    homes_in_order(frame)
        .map(|page| translation(frame, page, None))
        .collect()
}

fn homes_in_order<'f>(frame: &'f Frame<'_>) -> impl Iterator<Item = PageId> + use<'f> {
    let mut homes: Vec<(usize, PageId)> = frame
        .locales
        .iter()
        .filter_map(|shared| Some((shared.place, shared.listing.folder("")?.page?)))
        .collect();
    homes.sort_unstable();
    homes.into_iter().map(|(_, page)| page)
}

fn translation(frame: &Frame<'_>, page: PageId, current: Option<PageId>) -> TranslationView {
    let locale = frame.site.page(page).locale;
    let shared = &frame.locale(locale).view;
    TranslationView {
        tag: shared.tag.clone(),
        name: shared.name.clone(),
        dir: shared.dir,
        url: frame.href(page),
        shown_in: frame.foreign(page, locale),
        current: current == Some(page),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes_of(tags: &str) -> String {
        let all: Vec<Code> = tags
            .split_whitespace()
            .map(|tag| Code::of(&LocaleId::parse(tag).expect("a tag")))
            .collect();
        codes(&all.iter().collect::<Vec<_>>()).join(" ")
    }

    #[test]
    fn one_region_of_a_language_stands_for_the_language() {
        assert_eq!(codes_of("en-US fr-FR ja-JP"), "en fr ja");
        assert_eq!(codes_of("fr-CA fr-FR ja-JP"), "fr-CA fr-FR ja");
        assert_eq!(codes_of("pt-BR pt-PT"), "pt-BR pt-PT");
        assert_eq!(codes_of("fr fr-CA"), "fr fr-CA");
    }

    #[test]
    fn a_script_that_the_language_is_not_usually_written_in_is_said() {
        assert_eq!(codes_of("sr-Latn-RS zh-TW"), "sr-Latn zh-Hant");
        assert_eq!(codes_of("sr-RS zh-CN"), "sr zh");
        assert_eq!(codes_of("zh-CN zh-TW"), "zh-CN zh-TW");
    }

    #[test]
    fn a_part_of_the_world_stands_for_the_language() {
        assert_eq!(codes_of("es-419 es-ES"), "es es-ES");
        assert_eq!(codes_of("es es-419"), "es es-419", "the name is taken");
    }
}
