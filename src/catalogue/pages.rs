//! Place: every article, folder and redirect gets its address, and no two pages the same one.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::config::Settings;
use crate::l10n::{FallbackMode, Locales};
use crate::markup::urls::{Scheme, scheme_of};
use crate::model::{
    ArticleId, ArticleKey, NoPlace, Page, PageId, Shown, StandIn, Unplaced, UrlPath,
};
use crate::source::{LocaleIndex, Span, TextRange};

use super::names::{Names, fold};
use super::redirections::Forwarding;
use super::resolve::Goal;
use super::{Draft, fallback, urls};

/// Why an article or redirect cannot lie in a folder of that name.
const KEPT: &str = "`404.html`, `index.html` and `sitemap.xml` are files that polydoc makes";

/// All pages with their addresses.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) pages: Vec<Page>,
    pub(super) page_of: Vec<Option<PageId>>,
    pub(super) by_url: HashMap<UrlPath, PageId>,
    pub(super) unplaced: Vec<Unplaced>,
    /// See [`crate::model::Site::chains`].
    pub(super) chains: Vec<Box<[LocaleIndex]>>,
    /// See [`crate::model::Site::stand_ins`].
    pub(super) stand_ins: Vec<Vec<StandIn>>,
    /// Positions in `stand_ins` by folded id, by locale.
    folded_stand_ins: Vec<HashMap<String, usize>>,
    /// Articles that are not published because they have no original.
    pub(super) hidden: Vec<bool>,
    /// Folders with a page, by locale and path below it (as spelt; the empty path is the home page).
    pub(super) folders: Vec<BTreeMap<String, PageId>>,
    /// The same by their folded paths; the first of equal ones.
    pub(super) folded_folders: Vec<HashMap<String, PageId>>,
    /// Folders of the output whose names look like files (`a.html/`), each with a page in it: no page can have that address.
    file_like: HashMap<Box<str>, PageId>,
}

/// Gives addresses: articles first, then what polydoc makes up (fallback pages, folder pages, 404, search), then redirects. Of two
/// pages that want one address the first keeps it; but a fallback page takes no old address that an author gave away.
pub(super) fn place(
    names: &Names,
    locales: &Locales,
    drafts: &[Draft],
    settings: &Settings,
) -> Placed {
    let mut placed = Placed {
        pages: Vec::new(),
        page_of: vec![None; drafts.len()],
        by_url: HashMap::with_capacity(drafts.len() * 2),
        unplaced: Vec::new(),
        chains: fallback::chains(locales, settings),
        stand_ins: vec![Vec::new(); locales.len()],
        folded_stand_ins: vec![HashMap::new(); locales.len()],
        hidden: fallback::hidden(names, locales, settings),
        folders: vec![BTreeMap::new(); locales.len()],
        folded_folders: vec![HashMap::new(); locales.len()],
        file_like: HashMap::new(),
    };
    for (key, named) in keys(&names.articles) {
        if placed.hidden[key.index()] {
            continue;
        }
        let wanted = urls::article(
            &locales.get(named.locale).url,
            named.id.as_str(),
            settings.url_style,
        );
        let span = Span {
            file: named.file,
            range: TextRange::default(),
        };
        let wish = Wish {
            article: key,
            span,
            redirect: None,
        };
        placed.page_of[key.index()] =
            placed.grant(wanted, named.locale, Shown::Article(key), &wish);
    }
    placed.add_stand_ins(names, locales, drafts, settings);
    placed.add_folders(names, locales);
    for index in locales.iter().map(|(index, _)| index) {
        let url = urls::not_found(&locales.get(index).url);
        if placed.why_not(&url).is_none() {
            placed.add(url, index, Shown::NotFound);
        }
        if settings.has_output("search", true) {
            placed.add_search(index, locales);
        }
    }
    for (key, draft) in keys(drafts) {
        let Some(target) = placed.page_of[key.index()] else {
            continue;
        };
        for old in &draft.metadata.redirect_from {
            let named = names.article(key);
            let (locale, wanted) = old_address(locales, named.locale, &named.id, old, settings);
            let span = Span {
                file: named.file,
                range: draft.document.front_matter.range,
            };
            let wish = Wish {
                article: key,
                span,
                redirect: Some(old),
            };
            placed.grant(wanted, locale, Shown::Redirect(target), &wish);
        }
    }
    placed.forward_to_stand_ins(locales, drafts, settings);
    placed
}

/// The address that an entry of `redirect_from` means, as seen from an article of a locale.
fn old_address(
    locales: &Locales,
    own: LocaleIndex,
    id: &ArticleId,
    old: &str,
    settings: &Settings,
) -> (LocaleIndex, Result<UrlPath, urls::NoAddress>) {
    let (locale, path) = redirect_path(locales, own, id.folder(), old);
    let wanted = if old.starts_with("//") || scheme_of(old) != Scheme::None {
        Err(urls::NoAddress::Absolute)
    } else {
        urls::written(&locales.get(locale).url, &path, settings.url_style)
    };
    (locale, wanted)
}

fn keys<T>(items: &[T]) -> impl Iterator<Item = (ArticleKey, &T)> {
    (0u32..).map(ArticleKey).zip(items)
}

/// Where an old address lies: rooted ones below their locale segment (this locale's when they have none), others
/// beside the article.
fn redirect_path(
    locales: &Locales,
    own: LocaleIndex,
    folder: &str,
    old: &str,
) -> (LocaleIndex, String) {
    let Some(rooted) = old.strip_prefix('/') else {
        return (own, format!("{folder}/{old}"));
    };
    let (first, rest) = rooted.split_once('/').unwrap_or((rooted, ""));
    match locales.find(first) {
        Some(locale) => (locale, rest.to_owned()),
        None => (own, rooted.to_owned()),
    }
}

/// Who wants an address.
struct Wish<'d> {
    article: ArticleKey,
    span: Span,
    redirect: Option<&'d str>,
}

impl Placed {
    fn grant(
        &mut self,
        wanted: Result<UrlPath, urls::NoAddress>,
        locale: LocaleIndex,
        shown: Shown,
        wish: &Wish<'_>,
    ) -> Option<PageId> {
        let why = match wanted {
            Ok(url) => match self.why_not(&url) {
                Some(why) => why,
                None => return Some(self.add(url, locale, shown)),
            },
            Err(no) => NoPlace::Impossible(no.reason()),
        };
        self.unplaced.push(Unplaced {
            article: wish.article,
            span: wish.span,
            redirect: wish.redirect.map(Into::into),
            why,
        });
        None
    }

    /// Why a page cannot have an address: another has it, or one name in the output would be a file and a folder.
    fn why_not(&self, url: &UrlPath) -> Option<NoPlace> {
        let page_at = |url: &str| self.by_url.get(&UrlPath(url.into())).copied();
        if let Some(holder) = page_at(url.as_str()) {
            let url = url.clone();
            return Some(NoPlace::Taken { url, holder });
        }
        let taken = |holder: PageId| {
            let url = self.pages[holder.index()].url.clone();
            Some(NoPlace::Taken { url, holder })
        };
        for folder in file_like_folders(url) {
            let (above, name) = folder.rsplit_once('/').unwrap_or(("", folder));
            let is_sitemap = name.starts_with("sitemap") && has_ending(name, "xml");
            let is_kept = name == "404.html" || name == "index.html" || is_sitemap;
            if is_kept && above.rfind('/') == Some(0) {
                return Some(NoPlace::Impossible(KEPT));
            }
            let index_of = || (name == "index.html").then(|| page_at(&format!("{above}/")))?;
            if let Some(holder) = page_at(folder).or_else(index_of) {
                return taken(holder);
            }
        }
        if self.file_like.is_empty() {
            return None;
        }
        let index = if url.as_str().ends_with('/') {
            "index.html"
        } else {
            ""
        };
        let file = format!("{url}{index}");
        self.file_like.get(&*file).and_then(|&holder| taken(holder))
    }

    fn add(&mut self, url: UrlPath, locale: LocaleIndex, shown: Shown) -> PageId {
        let id = PageId(u32::try_from(self.pages.len()).expect("fewer than 2^32 pages"));
        for folder in file_like_folders(&url) {
            self.file_like.entry(folder.into()).or_insert(id);
        }
        self.by_url.insert(url.clone(), id);
        self.pages.push(Page { url, locale, shown });
        id
    }

    /// Gives a page, or another language's page, to every article that a locale lacks and its chain has.
    fn add_stand_ins(
        &mut self,
        names: &Names,
        locales: &Locales,
        drafts: &[Draft],
        settings: &Settings,
    ) {
        let wanted = fallback::wanted(names, &self.chains, |key| {
            self.page_of[key.index()].is_some()
        });
        if wanted.iter().all(Vec::is_empty) {
            return;
        }
        let old: HashSet<UrlPath> = keys(drafts)
            .flat_map(|(key, draft)| {
                let named = names.article(key);
                let old = draft.metadata.redirect_from.iter();
                old.filter_map(|old| {
                    old_address(locales, named.locale, &named.id, old, settings)
                        .1
                        .ok()
                })
            })
            .collect();
        for ((index, locale), wanted) in locales.iter().zip(wanted) {
            let mode = settings.fallback_of(&locale.id);
            for (id, shown) in wanted {
                let page = match mode {
                    FallbackMode::Off => None,
                    FallbackMode::List => self.page_of[shown.index()],
                    FallbackMode::Page => {
                        let url = urls::article(&locale.url, id.as_str(), settings.url_style).ok();
                        let free =
                            url.filter(|url| !old.contains(url) && self.why_not(url).is_none());
                        free.map(|url| self.add(url, index, Shown::Fallback(shown)))
                    }
                };
                let Some(page) = page else { continue };
                let stand_ins = &mut self.stand_ins[index.index()];
                self.folded_stand_ins[index.index()]
                    .entry(fold(id.as_str()))
                    .or_insert(stand_ins.len());
                stand_ins.push(StandIn { id, shown, page });
            }
        }
    }

    /// The old addresses of an article lead to its fallback pages too, unless they name a language.
    fn forward_to_stand_ins(&mut self, locales: &Locales, drafts: &[Draft], settings: &Settings) {
        for index in locales.iter().map(|(index, _)| index) {
            let own = |page: &PageId| self.pages[page.index()].locale == index;
            let stand_ins = self.stand_ins[index.index()].iter();
            let moved: Vec<(UrlPath, PageId)> = stand_ins
                .filter(|stand_in| own(&stand_in.page))
                .flat_map(|stand_in| {
                    let old = drafts[stand_in.shown.index()].metadata.redirect_from.iter();
                    old.filter_map(|old| {
                        let (locale, url) =
                            old_address(locales, index, &stand_in.id, old, settings);
                        Some((url.ok().filter(|_| locale == index)?, stand_in.page))
                    })
                })
                .collect();
            for (url, page) in moved {
                if self.why_not(&url).is_none() {
                    self.add(url, index, Shown::Redirect(page));
                }
            }
        }
    }

    /// Adds what leads on from old files of repositories, where nothing else is.
    pub(super) fn add_forwardings(&mut self, forwardings: Vec<Forwarding>) {
        for Forwarding { url, locale, shown } in forwardings {
            if self.why_not(&url).is_none() {
                self.add(url, locale, shown);
            }
        }
    }

    /// What stands in for an article that a locale lacks.
    pub(super) fn stand_in(&self, id: &ArticleId, locale: LocaleIndex) -> Option<&StandIn> {
        let stand_ins = &self.stand_ins[locale.index()];
        let at = stand_ins.binary_search_by(|stand_in| stand_in.id.cmp(id));
        at.ok().map(|at| &stand_ins[at])
    }

    /// What stands in at a path below a locale, with or without `.md`, in any letter case.
    pub(super) fn stand_in_at(&self, locale: LocaleIndex, below: &str) -> Option<Goal> {
        if self.stand_ins[locale.index()].is_empty() {
            return None;
        }
        let below = below.trim_end_matches('/');
        let stem = below.strip_suffix(".md").unwrap_or(below);
        let find = |id: &str| {
            let at = *self.folded_stand_ins[locale.index()].get(&fold(id))?;
            let stand_in = &self.stand_ins[locale.index()][at];
            Some(Goal::Article {
                key: stand_in.shown,
                case_differs: stand_in.id.as_str() != id,
            })
        };
        find(stem).or_else(|| find(&format!("{below}/index")))
    }

    /// A page for every folder that has articles somewhere below it; an article that has the folder's address
    /// (`guide/index.md`, or `guide.md` in folder style) is that page.
    fn add_folders(&mut self, names: &Names, locales: &Locales) {
        let placed = names.articles.iter().zip(self.page_of.clone());
        for (named, _) in placed.filter(|(_, page)| page.is_some()) {
            self.add_folder_and_above(named.id.folder(), named.locale, locales);
        }
        for index in locales.iter().map(|(index, _)| index) {
            for stand_in in self.stand_ins[index.index()].clone() {
                self.add_folder_and_above(stand_in.id.folder(), index, locales);
            }
        }
        for index in locales.iter().map(|(index, _)| index) {
            self.add_folder("", index, locales);
        }
    }

    /// The page of search results: `/fr-fr/search/` in both styles, with a number behind the name where somebody has that.
    fn add_search(&mut self, index: LocaleIndex, locales: &Locales) {
        let locale = &locales.get(index).url;
        let names = std::iter::once("search".to_owned())
            .chain((2..).map(|number| format!("search-{number}")));
        let url = names
            .filter_map(|name| urls::folder_page(locale, &name).ok())
            .find(|url| self.why_not(url).is_none());
        let url = url.expect("there are more numbers than pages");
        self.add(url, index, Shown::Search);
    }

    fn add_folder_and_above(&mut self, folder: &str, locale: LocaleIndex, locales: &Locales) {
        let mut folder = folder;
        while self.add_folder(folder, locale, locales) && !folder.is_empty() {
            folder = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
        }
    }

    /// Whether the folder was new.
    fn add_folder(&mut self, folder: &str, locale: LocaleIndex, locales: &Locales) -> bool {
        if self.folders[locale.index()].contains_key(folder) {
            return false;
        }
        let Ok(url) = urls::folder_page(&locales.get(locale).url, folder) else {
            return true;
        };
        let page = match self.by_url.get(&url) {
            Some(&page) => page,
            None if self.why_not(&url).is_some() => return true,
            None => self.add(url, locale, Shown::Folder(folder.into())),
        };
        self.folded_folders[locale.index()]
            .entry(fold(folder))
            .or_insert(page);
        self.folders[locale.index()].insert(folder.to_owned(), page);
        true
    }
}

/// The folders on the way to a page's file whose names look like files.
fn file_like_folders(url: &UrlPath) -> impl Iterator<Item = &str> {
    let url = url.as_str();
    let ends = url.match_indices('/').map(|(at, _)| at);
    ends.map(|end| &url[..end])
        .filter(|folder| has_ending(folder, "html") || has_ending(folder, "xml"))
}

/// Addresses are lower case, and so are the endings of files that polydoc makes.
fn has_ending(path: &str, ending: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, found)| found == ending)
}
