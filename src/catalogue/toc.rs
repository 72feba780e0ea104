//! Tables of contents: targets become pages; and where a locale has none, one of its chain stands in.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::markup::urls::{Scheme, scheme_at, trimmed};
use crate::model::{
    ArticleId, ArticleKey, PageId, RawToc, RawTocEntry, Shown, Target, Toc, TocEntry, TocProblem,
    TocTarget,
};
use crate::source::{FileId, LocaleIndex, Spanned};

use super::links::Scope;
use super::resolve::{self, Goal};

/// Resolves every `TOC.yml`, by locale; in a locale the outer folders come first.
pub(super) fn resolve(raw: &[(FileId, RawToc)], scope: &Scope<'_>) -> Vec<Vec<Toc>> {
    let mut tocs: Vec<Vec<Toc>> = no_tocs(scope);
    let files: HashMap<FileId, &RawToc> = raw.iter().map(|(file, raw)| (*file, raw)).collect();
    for &(file, ref raw) in raw {
        let Some((locale, folder)) = place_of(scope, file) else {
            continue;
        };
        let mut found = Found::default();
        let place = Place {
            scope,
            file,
            reader: locale,
            borrowed_from: None,
            files: &files,
            holders: Some(&Holder { file, above: None }),
        };
        let entries = entries(&raw.entries, &place, &mut found);
        // A table that only leads to a circle is not at fault.
        let path = scope.sources.get(file).path.as_str();
        let own = path.split_once('/').map_or(path, |(_, below)| below);
        let is_in_it = |circle: &TocProblem| matches!(circle, TocProblem::Circular(chain, _) if chain.first().is_some_and(|first| **first == *own));
        let circles = found.circles.into_iter().filter(is_in_it);
        tocs[locale.index()].push(Toc {
            file,
            folder,
            entries,
            external: found.external,
            unresolved: found.unresolved,
            problems: raw.problems.iter().cloned().chain(circles).collect(),
        });
    }
    for tocs in &mut tocs {
        outer_folders_first(tocs);
    }
    tocs
}

/// For every locale, the tables of its chain for folders of which it has none itself. What is wrong with them is said
/// where they are at home.
pub(super) fn borrow(raw: &[(FileId, RawToc)], scope: &Scope<'_>) -> Vec<Vec<Toc>> {
    let files: HashMap<FileId, &RawToc> = raw.iter().map(|(file, raw)| (*file, raw)).collect();
    let mut by_locale: Vec<BTreeMap<Box<str>, (FileId, &RawToc)>> =
        scope.locales.iter().map(|_| BTreeMap::new()).collect();
    for (file, raw) in raw {
        if let Some((locale, folder)) = place_of(scope, *file) {
            by_locale[locale.index()]
                .entry(folder)
                .or_insert((*file, raw));
        }
    }
    let mut borrowed = no_tocs(scope);
    for (reader, _) in scope.locales.iter() {
        let mut seen: HashSet<&str> = by_locale[reader.index()]
            .keys()
            .map(|folder| &**folder)
            .collect();
        for &other in &scope.placed.chains[reader.index()] {
            for (folder, &(file, raw)) in &by_locale[other.index()] {
                if !seen.insert(folder) {
                    continue;
                }
                let place = Place {
                    scope,
                    file,
                    reader,
                    borrowed_from: Some(other),
                    files: &files,
                    holders: Some(&Holder { file, above: None }),
                };
                borrowed[reader.index()].push(Toc {
                    file,
                    folder: folder.clone(),
                    entries: entries(&raw.entries, &place, &mut Found::default()),
                    external: Vec::new(),
                    unresolved: Vec::new(),
                    problems: Vec::new(),
                });
            }
        }
        outer_folders_first(&mut borrowed[reader.index()]);
    }
    borrowed
}

fn no_tocs(scope: &Scope<'_>) -> Vec<Vec<Toc>> {
    scope.locales.iter().map(|_| Vec::new()).collect()
}

/// The locale that a table of contents belongs to, and the folder below it that the table speaks for.
fn place_of(scope: &Scope<'_>, file: FileId) -> Option<(LocaleIndex, Box<str>)> {
    let source = scope.sources.get(file);
    let public = scope.settings.layout.public(source.path.as_str());
    let folder = public.rsplit_once('/').map_or("", |(folder, _)| folder);
    Some((source.locale?, folder.into()))
}

fn outer_folders_first(tocs: &mut [Toc]) {
    tocs.sort_by(|a, b| {
        (a.folder.matches('/').count(), &a.folder).cmp(&(b.folder.matches('/').count(), &b.folder))
    });
}

/// Where a table of contents stands, and who reads it.
struct Place<'s> {
    scope: &'s Scope<'s>,
    file: FileId,
    reader: LocaleIndex,
    /// Its own locale, when that is not the reader's.
    borrowed_from: Option<LocaleIndex>,
    /// All tables as written.
    files: &'s HashMap<FileId, &'s RawToc>,
    /// The tables that hold this one, this one first.
    holders: Option<&'s Holder<'s>>,
}

/// A table of contents, and the one that holds it.
struct Holder<'h> {
    file: FileId,
    above: Option<&'h Holder<'h>>,
}

impl Place<'_> {
    /// The page that readers find an article on.
    fn page_of(&self, key: ArticleKey) -> Option<PageId> {
        let named = self.scope.names.article(key);
        let placed = self.scope.placed;
        if named.locale == self.reader {
            return placed.page_of[key.index()];
        }
        // What a table names in another language on purpose stays there.
        let stand_in = || placed.stand_in(&named.id, self.reader);
        if self.borrowed_from.is_none() {
            let stand_in = stand_in().filter(|stand_in| stand_in.shown == key);
            return stand_in.map_or(placed.page_of[key.index()], |stand_in| Some(stand_in.page));
        }
        let own = self.scope.names.edition(&named.id, self.reader);
        let own = own.and_then(|own| placed.page_of[own.index()]);
        own.or_else(|| stand_in().map(|stand_in| stand_in.page))
            .or(placed.page_of[key.index()])
    }

    /// The page of the same folder in the reader's language.
    fn folder(&self, page: PageId) -> PageId {
        let placed = self.scope.placed;
        match &placed.pages[page.index()].shown {
            Shown::Folder(path) => {
                let own = placed.folders[self.reader.index()].get(&**path);
                own.copied().unwrap_or(page)
            }
            Shown::Article(key) | Shown::Fallback(key) => self.page_of(*key).unwrap_or(page),
            Shown::NotFound | Shown::Search | Shown::Redirect(_) | Shown::Forward(..) => page,
        }
    }

    /// The words of an entry. In a borrowed table, an article of the reader's language brings its own title.
    fn name(&self, entry: &RawTocEntry, target: &TocTarget) -> (Box<str>, Option<LocaleIndex>) {
        let own_title = |page: PageId| {
            let key = self.scope.placed.pages[page.index()].own_article()?;
            let is_own = self.scope.names.article(key).locale == self.reader;
            is_own.then(|| self.scope.drafts[key.index()].metadata.title.clone())
        };
        let title = match target {
            TocTarget::Page(page) if self.borrowed_from.is_some() => own_title(*page),
            _ => None,
        };
        match title {
            Some(title) => (title, None),
            None => (entry.name.clone(), self.borrowed_from),
        }
    }
}

/// What is to be said of targets.
#[derive(Default)]
struct Found {
    external: Vec<Spanned<Box<str>>>,
    unresolved: Vec<Spanned<Box<str>>>,
    circles: Vec<TocProblem>,
}

fn entries(raw: &[RawTocEntry], place: &Place<'_>, found: &mut Found) -> Vec<TocEntry> {
    raw.iter()
        .map(|entry| {
            let target = entry.href.clone().map_or(TocTarget::None, |href| {
                let range = href.range;
                let target = target(href, place, &mut found.unresolved);
                if let TocTarget::External(address) = &target {
                    let value = address.clone();
                    found.external.push(Spanned { value, range });
                }
                target
            });
            let (name, name_in) = place.name(entry, &target);
            let mut items = entries(&entry.items, place, found);
            if let Some(toc) = &entry.toc {
                items.extend(opened(toc, place, found));
            }
            TocEntry {
                name,
                name_in,
                target,
                expanded: entry.expanded,
                items,
            }
        })
        .collect()
}

/// The table of contents at a path, as seen from another.
fn toc_at<'s>(place: &Place<'s>, path: &str) -> Option<(FileId, &'s RawToc)> {
    let scope = place.scope;
    let named = super::names::Named {
        id: ArticleId("".into()),
        locale: place.borrowed_from.unwrap_or(place.reader),
        file: place.file,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let path = resolve::path_of(scope, &named, &path)?;
    let names = ["", "/toc.yml", "/toc.yaml", "/toc.md"];
    let bare = path.trim_end_matches('/');
    let file = names.iter().find_map(|name| {
        let found = scope.names.find(scope.sources, &format!("{bare}{name}"))?;
        place.files.contains_key(&found.file).then_some(found.file)
    })?;
    Some((file, place.files.get(&file)?))
}

/// The entries of another table of contents that an entry opens.
fn opened(toc: &Spanned<Box<str>>, place: &Place<'_>, found: &mut Found) -> Vec<TocEntry> {
    let Some((file, raw)) = toc_at(place, &toc.value) else {
        found.unresolved.push(toc.clone());
        return Vec::new();
    };
    let mut chain = vec![file];
    let mut holder = place.holders;
    while let Some(Holder { file: other, above }) = holder {
        chain.push(*other);
        if *other == file {
            chain.reverse();
            let names = chain.iter().map(|&file| {
                let path = place.scope.sources.get(file).path.as_str();
                path.split_once('/').map_or(path, |(_, below)| below).into()
            });
            found
                .circles
                .push(TocProblem::Circular(names.collect(), toc.range));
            return Vec::new();
        }
        holder = *above;
    }
    let inner = Place {
        file,
        holders: Some(&Holder {
            file,
            above: place.holders,
        }),
        ..*place
    };
    // What is wrong with it is told where it is at home.
    let mut told = Found::default();
    let entries = entries(&raw.entries, &inner, &mut told);
    let circles = told.circles.into_iter().filter_map(|circle| match circle {
        TocProblem::Circular(chain, _) => Some(TocProblem::Circular(chain, toc.range)),
        _ => None,
    });
    found.circles.extend(circles);
    entries
}

/// The first page among entries, those of one level before those below them.
fn first_page(entries: &[TocEntry]) -> Option<PageId> {
    let own = entries.iter().find_map(|entry| match entry.target {
        TocTarget::Page(page) => Some(page),
        _ => None,
    });
    own.or_else(|| entries.iter().find_map(|entry| first_page(&entry.items)))
}

fn target(
    href: Spanned<Box<str>>,
    place: &Place<'_>,
    unresolved: &mut Vec<Spanned<Box<str>>>,
) -> TocTarget {
    let written = trimmed(&href.value);
    let schemes = &place.scope.settings.schemes;
    let own = match scheme_at(|| place.scope.html_level(place.file), written) {
        Scheme::None if written.starts_with("//") => {
            return external(format!("https:{written}"), href, unresolved);
        }
        Scheme::None => None,
        Scheme::Listed(scheme) if matches!(&*scheme, "http" | "https") => {
            match resolve::own_path(place.scope, written) {
                Some(own) => Some(own),
                None => return external(written.to_owned(), href, unresolved),
            }
        }
        Scheme::Listed(_) => return TocTarget::External(written.into()),
        Scheme::Unlisted(scheme) if schemes.contains(&scheme) => {
            return TocTarget::External(written.into());
        }
        Scheme::Picture | Scheme::Unlisted(_) | Scheme::Forbidden(_) => {
            unresolved.push(href);
            return TocTarget::None;
        }
    };
    let is_own = own.is_some();
    let written = own.as_deref().unwrap_or(written);
    let path = written.split(['?', '#']).next().unwrap_or_default();
    let is_rooted = path.starts_with('/');
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let named = super::names::Named {
        id: ArticleId("".into()),
        locale: place.borrowed_from.unwrap_or(place.reader),
        file: place.file,
    };
    // A folder with a table of contents means the first page of that.
    if !is_rooted
        && path.ends_with('/')
        && let Some((file, raw)) = toc_at(place, &path)
        && place
            .holders
            .is_none_or(|holder| holder.file != file && holder.above.is_none())
    {
        let inner = Place {
            file,
            holders: Some(&Holder {
                file,
                above: place.holders,
            }),
            ..*place
        };
        let inner = entries(&raw.entries, &inner, &mut Found::default());
        if let Some(page) = first_page(&inner) {
            return TocTarget::Page(page);
        }
    }
    let goal = match path.as_ref() {
        "" => return TocTarget::None,
        rooted if is_rooted => resolve::rooted(place.scope, &named, rooted),
        relative => resolve::relative(place.scope, &named, relative),
    };
    let page = match goal {
        Goal::Article { key, .. } => place.page_of(key),
        Goal::Page(page) if place.borrowed_from.is_some() => Some(place.folder(page)),
        Goal::Page(page) => Some(page),
        Goal::OtherSite(_) if is_own => return TocTarget::External(trimmed(&href.value).into()),
        Goal::OtherSite(segment) => {
            let base = &place.scope.settings.external_base;
            // Browsers read a backslash as a slash: `/\\host` would be another host.
            let written = written.replace('\\', "%5C");
            return TocTarget::External(base.href(&segment, &written).into());
        }
        Goal::Asset { .. }
        | Goal::Moved(_)
        | Goal::Unpublished(_)
        | Goal::OutsideSite
        | Goal::Missing(_) => None,
    };
    page.map_or_else(
        || {
            unresolved.push(href);
            TocTarget::None
        },
        TocTarget::Page,
    )
}

/// An absolute address, if it is one.
fn external(
    url: String,
    href: Spanned<Box<str>>,
    unresolved: &mut Vec<Spanned<Box<str>>>,
) -> TocTarget {
    if resolve::absolute(&url) == Target::External {
        return TocTarget::External(url.into());
    }
    unresolved.push(href);
    TocTarget::None
}
