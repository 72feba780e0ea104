//! The navigation of the project (`nav`) as a table of contents of every language that has none of its own.
//!
//! One list holds for all languages. What a language lacks, and nothing stands in for, is left out there; what no language has
//! is unresolved, and told once.

use percent_encoding::percent_decode_str;

use crate::config::NavEntry;
use crate::markup::urls::{Scheme, scheme_of};
use crate::model::{ArticleId, PageId, Shown, Target, Toc, TocEntry, TocTarget, folder_title};
use crate::source::{FileId, LocaleIndex, Spanned};

use super::links::Scope;
use super::names::Named;
use super::resolve::{self, Goal};

/// Adds the navigation to the tables of languages that have none at their top, instead of one that they would borrow. What leads
/// nowhere is in the first of them.
pub(super) fn add(tocs: &mut [Vec<Toc>], borrowed: &mut [Vec<Toc>], scope: &Scope<'_>) {
    let navigation = &scope.settings.navigation;
    let named = navigation.file.as_ref();
    let Some(found) = named.and_then(|path| scope.names.find(scope.sources, path.as_str())) else {
        return;
    };
    let file = found.file;
    let mut lost: Option<Vec<Spanned<Box<str>>>> = None;
    let mut first = None;
    for (reader, _) in scope.locales.iter() {
        let own = &mut tocs[reader.index()];
        if own.iter().any(|toc| toc.folder.is_empty() && !toc.is_held) {
            continue;
        }
        let mut place = Place {
            scope,
            file,
            reader,
            external: Vec::new(),
            lost: Vec::new(),
        };
        let entries = place.entries(&navigation.entries);
        let is_lost = |href: &Spanned<Box<str>>| place.lost.contains(href);
        lost = Some(match lost {
            None => place.lost,
            Some(lost) => lost.into_iter().filter(is_lost).collect(),
        });
        // Addresses of other sites are asked for once, wherever they are shown.
        let external = match first {
            None => place.external,
            Some(_) => Vec::new(),
        };
        first.get_or_insert(reader);
        borrowed[reader.index()].retain(|toc| !toc.folder.is_empty());
        own.insert(
            0,
            Toc {
                file,
                folder: "".into(),
                entries,
                external,
                unresolved: Vec::new(),
                unknown: Vec::new(),
                misplaced: Vec::new(),
                is_held: false,
                problems: Vec::new(),
            },
        );
    }
    if let (Some(first), Some(lost)) = (first, lost) {
        tocs[first.index()][0].unresolved = lost;
    }
}

struct Place<'s> {
    scope: &'s Scope<'s>,
    file: FileId,
    reader: LocaleIndex,
    external: Vec<Spanned<Box<str>>>,
    lost: Vec<Spanned<Box<str>>>,
}

impl Place<'_> {
    fn entries(&mut self, entries: &[NavEntry]) -> Vec<TocEntry> {
        entries
            .iter()
            .filter_map(|entry| self.entry(entry))
            .collect()
    }

    fn entry(&mut self, entry: &NavEntry) -> Option<TocEntry> {
        let items = self.entries(&entry.items);
        let target = match &entry.href {
            None => TocTarget::None,
            Some(href) => self.target(href),
        };
        // An entry that lost its page stays for those below it.
        if items.is_empty() && target == TocTarget::None {
            return None;
        }
        let (name, name_in) = self.name(entry, &target)?;
        Some(TocEntry {
            name,
            name_in,
            tail: Self::tail(entry, &target),
            terms: "".into(),
            target,
            expanded: false,
            items,
        })
    }

    /// What stands behind the address of a page.
    fn tail(entry: &NavEntry, target: &TocTarget) -> Box<str> {
        let href = entry.href.as_ref();
        let at = href.and_then(|href| Some((href, href.value.find(['?', '#'])?)));
        match (at, target) {
            (Some((href, at)), TocTarget::Page(_)) => href.value[at..].into(),
            _ => "".into(),
        }
    }

    /// The words of an entry with their language, when it is not the reader's: the project's, else the title of the page.
    fn name(
        &self,
        entry: &NavEntry,
        target: &TocTarget,
    ) -> Option<(Box<str>, Option<LocaleIndex>)> {
        let scope = self.scope;
        let names = &entry.names;
        let of = |index: LocaleIndex| {
            let id = &scope.locales.get(index).id;
            let keys = [id.as_str(), id.language()];
            keys.iter().find_map(|key| names.get(*key))
        };
        if let Some(own) = of(self.reader).or_else(|| names.get("")) {
            return Some((own.as_str().into(), None));
        }
        if let TocTarget::Page(page) = target {
            let (title, language) = self.title(*page);
            if names.is_empty() || language == self.reader {
                return Some((title, (language != self.reader).then_some(language)));
            }
        }
        let others = scope.placed.chains[self.reader.index()].iter().copied();
        let all = scope.locales.iter().map(|(index, _)| index);
        let named = others
            .chain(all)
            .find_map(|other| Some((of(other)?, other)));
        match named {
            Some((name, language)) => Some((name.as_str().into(), Some(language))),
            None => Some((names.values().next()?.as_str().into(), None)),
        }
    }

    /// What a page is called, and in which language.
    fn title(&self, page: PageId) -> (Box<str>, LocaleIndex) {
        let page = &self.scope.placed.pages[page.index()];
        match &page.shown {
            Shown::Article(key) | Shown::Fallback(key) => {
                let title = &self.scope.drafts[key.index()].metadata.title;
                (title.clone(), self.scope.names.article(*key).locale)
            }
            Shown::Folder(path) => (folder_title(path).into(), page.locale),
            Shown::NotFound | Shown::Search | Shown::Redirect(_) | Shown::Forward(..) => {
                (page.url.as_str().into(), page.locale)
            }
        }
    }

    fn target(&mut self, href: &Spanned<Box<str>>) -> TocTarget {
        let scope = self.scope;
        let written = &*href.value;
        let mut own = None;
        if scheme_of(written) != Scheme::None {
            own = resolve::own_path(scope, written);
            if own.is_none() {
                if resolve::absolute(written) == Target::External {
                    self.external.push(href.clone());
                    return TocTarget::External(written.into());
                }
                self.lost.push(href.clone());
                return TocTarget::None;
            }
        }
        let written = own.as_deref().unwrap_or(written);
        let path = written.split(['?', '#']).next().unwrap_or_default();
        let path = percent_decode_str(path).decode_utf8_lossy();
        let is_rooted = path.starts_with('/');
        let named = Named {
            id: ArticleId("".into()),
            locale: self.reader,
            file: self.file,
        };
        let bare = path.strip_prefix("./").unwrap_or(&path);
        let goal = resolve::rooted(scope, &named, &format!("/{}", bare.trim_start_matches('/')));
        let page = match goal {
            Goal::Article { key, .. } => self.page_of(&named, key),
            Goal::Page(page) => Some(page),
            Goal::OtherSite(segment) if is_rooted && own.is_none() => {
                let base = &scope.settings.external_base;
                let written = written.replace('\\', "%5C");
                return TocTarget::External(base.href(&segment, &written).into());
            }
            _ => None,
        };
        page.map_or_else(
            || {
                self.lost.push(href.clone());
                TocTarget::None
            },
            TocTarget::Page,
        )
    }

    /// The page that readers find an article on.
    fn page_of(&self, named: &Named, key: crate::model::ArticleKey) -> Option<PageId> {
        let placed = self.scope.placed;
        let article = self.scope.names.article(key);
        if article.locale == self.reader {
            return placed.page_of[key.index()];
        }
        let stand_in = placed.stand_in(&article.id, named.locale);
        stand_in.filter(|it| it.shown == key).map_or_else(
            || placed.page_of[key.index()],
            |stand_in| Some(stand_in.page),
        )
    }
}
