//! Tables of contents: targets become pages; and where a locale has none, one of its chain stands in.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::config::Role;
use crate::model::{
    ArticleId, ArticleKey, PageId, RawToc, RawTocEntry, Shown, Toc, TocEntry, TocProblem, TocTarget,
};
use crate::source::{FileId, LocaleIndex, Spanned};

use super::links::Scope;
use super::resolve;
use super::toc_targets::target;
use super::xrefs::UidGoal;

/// Resolves every `TOC.yml`, by locale; in a locale the outer folders come first.
pub(super) fn resolve(raw: &[(FileId, RawToc)], scope: &Scope<'_>) -> Vec<Vec<Toc>> {
    let mut tocs: Vec<Vec<Toc>> = no_tocs(scope);
    let files: HashMap<FileId, &RawToc> = raw.iter().map(|(file, raw)| (*file, raw)).collect();
    let doubled = doubled(raw, scope);
    let mut held = HashSet::new();
    for &(file, ref raw) in raw {
        let Some((locale, folder)) = place_of(scope, file) else {
            continue;
        };
        let problems = raw.problems.iter().cloned();
        if !speaks(scope, file) || doubled.contains(&file) {
            let doubled = doubled.contains(&file).then_some(TocProblem::Doubled);
            tocs[locale.index()].push(Toc {
                file,
                folder,
                entries: Vec::new(),
                external: Vec::new(),
                unresolved: Vec::new(),
                unknown: Vec::new(),
                misplaced: Vec::new(),
                is_held: true,
                problems: problems.chain(doubled).collect(),
            });
            continue;
        }
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
        let is_in_it = |circle: &TocProblem| match circle {
            TocProblem::Circular(chain, _) => chain.first().is_some_and(|first| **first == *own),
            _ => true,
        };
        let circles = found.circles.into_iter().filter(is_in_it);
        tocs[locale.index()].push(Toc {
            file,
            folder,
            entries,
            external: found.external,
            unresolved: found.unresolved,
            unknown: found.unknown,
            misplaced: found.misplaced,
            is_held: false,
            problems: problems.chain(circles).collect(),
        });
        held.extend(found.held);
    }
    for tocs in &mut tocs {
        for toc in tocs.iter_mut() {
            toc.is_held |= held.contains(&toc.file);
        }
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
    let doubled = doubled(raw, scope);
    for (file, raw) in raw {
        if let Some((locale, folder)) = place_of(scope, *file)
            && speaks(scope, *file)
            && !doubled.contains(file)
        {
            by_locale[locale.index()]
                .entry(folder)
                .or_insert((*file, raw));
        }
    }
    let mut borrowed = no_tocs(scope);
    for (reader, _) in scope.locales.iter() {
        let mut held = HashSet::new();
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
                let mut found = Found::default();
                borrowed[reader.index()].push(Toc {
                    file,
                    folder: folder.clone(),
                    entries: entries(&raw.entries, &place, &mut found),
                    external: Vec::new(),
                    unresolved: Vec::new(),
                    unknown: Vec::new(),
                    misplaced: Vec::new(),
                    is_held: false,
                    problems: Vec::new(),
                });
                held.extend(found.held);
            }
        }
        for toc in &mut borrowed[reader.index()] {
            toc.is_held |= held.contains(&toc.file);
        }
        outer_folders_first(&mut borrowed[reader.index()]);
    }
    borrowed
}

/// Whether a table of contents is one of its own: one that its repository leaves out is read only where another holds it.
fn speaks(scope: &Scope<'_>, file: FileId) -> bool {
    let role = scope
        .settings
        .layout
        .role(scope.sources.get(file).path.as_str());
    !matches!(role, Role::Nothing | Role::Breadcrumb)
}

/// Tables in Markdown beside one in YAML.
fn doubled(raw: &[(FileId, RawToc)], scope: &Scope<'_>) -> HashSet<FileId> {
    let path = |file: FileId| scope.sources.get(file).path.as_str();
    let ending = |file: FileId| path(file).to_lowercase().ends_with(".md");
    let folder = |file: FileId| path(file).rsplit_once('/').map_or("", |(folder, _)| folder);
    let files = || {
        raw.iter()
            .map(|(file, _)| *file)
            .filter(|file| speaks(scope, *file))
    };
    let in_yaml: HashSet<&str> = files().filter(|file| !ending(*file)).map(folder).collect();
    let beside = |file: &FileId| ending(*file) && in_yaml.contains(folder(*file));
    files().filter(beside).collect()
}

fn no_tocs(scope: &Scope<'_>) -> Vec<Vec<Toc>> {
    scope.locales.iter().map(|_| Vec::new()).collect()
}

/// The locale that a table of contents belongs to, and the folder below it that the table speaks for.
pub(super) fn place_of(scope: &Scope<'_>, file: FileId) -> Option<(LocaleIndex, Box<str>)> {
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
pub(super) struct Place<'s> {
    pub(super) scope: &'s Scope<'s>,
    pub(super) file: FileId,
    pub(super) reader: LocaleIndex,
    /// Its own locale, when that is not the reader's.
    pub(super) borrowed_from: Option<LocaleIndex>,
    /// All tables as written.
    pub(super) files: &'s HashMap<FileId, &'s RawToc>,
    /// The tables that hold this one, this one first.
    pub(super) holders: Option<&'s Holder<'s>>,
}

/// A table of contents, and the one that holds it.
pub(super) struct Holder<'h> {
    pub(super) file: FileId,
    pub(super) above: Option<&'h Holder<'h>>,
}

impl Place<'_> {
    /// The page that readers find an article on.
    pub(super) fn page_of(&self, key: ArticleKey) -> Option<PageId> {
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
    pub(super) fn folder(&self, page: PageId) -> PageId {
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
pub(super) struct Found {
    external: Vec<Spanned<Box<str>>>,
    pub(super) unresolved: Vec<Spanned<Box<str>>>,
    unknown: Vec<Spanned<Box<str>>>,
    pub(super) misplaced: Vec<Spanned<Box<str>>>,
    /// Tables whose entries stand in this one.
    held: Vec<FileId>,
    circles: Vec<TocProblem>,
    /// How many tables were opened for this one, those in others included.
    opened: usize,
}

/// Most tables that stand in one. Real ones hold some hundred; a dozen that name each other eight times would hold more than any
/// machine can.
const MOST_OPENED: usize = 2_000;

pub(super) fn entries(raw: &[RawTocEntry], place: &Place<'_>, found: &mut Found) -> Vec<TocEntry> {
    raw.iter()
        .map(|entry| {
            let mut title = None;
            let (target, tail) = match (&entry.href, &entry.uid) {
                (Some(href), _) => {
                    let range = href.range;
                    let (target, tail) = target(href.clone(), place, found);
                    if let TocTarget::External(address) = &target {
                        let value = address.clone();
                        found.external.push(Spanned { value, range });
                    }
                    (target, tail)
                }
                (None, Some(uid)) => (by_uid(uid, place, found, &mut title), "".into()),
                (None, None) => (TocTarget::None, "".into()),
            };
            let (mut name, mut name_in) = place.name(entry, &target);
            if name.is_empty() {
                (name, name_in) = (title.unwrap_or_default(), None);
            }
            let mut items = entries(&entry.items, place, found);
            if let Some(toc) = &entry.toc {
                items.extend(opened(toc, place, found));
            }
            TocEntry {
                name,
                name_in,
                target,
                tail,
                terms: entry.terms.clone(),
                expanded: entry.expanded,
                items,
            }
        })
        .collect()
}

/// What has a uid, and what it is called.
fn by_uid(
    uid: &Spanned<Box<str>>,
    place: &Place<'_>,
    found: &mut Found,
    title: &mut Option<Box<str>>,
) -> TocTarget {
    let Some(meant) = place.scope.xrefs.find(&uid.value, place.reader) else {
        found.unknown.push(uid.clone());
        *title = Some(uid.value.clone());
        return TocTarget::None;
    };
    *title = meant.properties.first().map(|(_, name)| name.clone());
    match &meant.goal {
        UidGoal::Article(key) => place.page_of(*key).map_or(TocTarget::None, TocTarget::Page),
        UidGoal::Address(address) => TocTarget::External(address.clone()),
    }
}

/// The table of contents at a path, as seen from another.
pub(super) fn toc_at<'s>(place: &Place<'s>, path: &str) -> Option<(FileId, &'s RawToc)> {
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
    found.opened += 1;
    if found.opened > MOST_OPENED {
        if found.opened == MOST_OPENED + 1 {
            found.circles.push(TocProblem::TooMany(toc.range));
        }
        return Vec::new();
    }
    found.held.push(file);
    let inner = Place {
        file,
        holders: Some(&Holder {
            file,
            above: place.holders,
        }),
        ..*place
    };
    // What is wrong with it is told where it is at home.
    let mut told = Found {
        opened: found.opened,
        ..Found::default()
    };
    let entries = entries(&raw.entries, &inner, &mut told);
    let circles = told.circles.into_iter().filter_map(|circle| match circle {
        TocProblem::Circular(chain, _) => Some(TocProblem::Circular(chain, toc.range)),
        TocProblem::TooMany(_) => Some(TocProblem::TooMany(toc.range)),
        _ => None,
    });
    found.circles.extend(circles);
    found.opened = told.opened;
    found.held.extend(told.held);
    entries
}
