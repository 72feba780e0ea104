//! Place: every article, folder and redirect gets its address, and no two pages the same one.

use std::collections::{BTreeMap, HashMap};

use crate::config::Settings;
use crate::l10n::Locales;
use crate::markup::urls::{Scheme, scheme_of};
use crate::model::{ArticleKey, NoPlace, Page, PageId, Shown, Unplaced, UrlPath};
use crate::source::{LocaleIndex, Span, TextRange};

use super::names::{Names, fold};
use super::{Draft, urls};

/// Why an article or redirect cannot lie in a folder of that name.
const KEPT: &str = "`404.html`, `index.html` and `sitemap.xml` are files that polydoc makes";

/// All pages with their addresses.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) pages: Vec<Page>,
    pub(super) page_of: Vec<Option<PageId>>,
    pub(super) by_url: HashMap<UrlPath, PageId>,
    pub(super) unplaced: Vec<Unplaced>,
    /// Folders with a page, by locale and path below it (as spelt; the empty path is the home page).
    pub(super) folders: Vec<BTreeMap<String, PageId>>,
    /// The same by their folded paths; the first of equal ones.
    pub(super) folded_folders: Vec<HashMap<String, PageId>>,
    /// Folders of the output whose names look like files (`a.html/`), each with a page in it: no page can have that address.
    file_like: HashMap<Box<str>, PageId>,
}

/// Gives addresses: articles first, then what polydoc makes up (folder pages, 404, search), then redirects. Of two pages that
/// want one address the first keeps it.
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
        folders: vec![BTreeMap::new(); locales.len()],
        folded_folders: vec![HashMap::new(); locales.len()],
        file_like: HashMap::new(),
    };
    for (key, named) in keys(&names.articles) {
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
            let (locale, path) = redirect_path(locales, named.locale, named.id.folder(), old);
            let wanted = if old.starts_with("//") || scheme_of(old) != Scheme::None {
                Err(urls::NoAddress::Absolute)
            } else {
                urls::written(&locales.get(locale).url, &path, settings.url_style)
            };
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
    placed
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

    /// A page for every folder that has articles somewhere below it; an article that has the folder's address
    /// (`guide/index.md`, or `guide.md` in folder style) is that page.
    fn add_folders(&mut self, names: &Names, locales: &Locales) {
        let placed = names.articles.iter().zip(self.page_of.clone());
        for (named, _) in placed.filter(|(_, page)| page.is_some()) {
            let mut folder = named.id.folder();
            while self.add_folder(folder, named.locale, locales) && !folder.is_empty() {
                folder = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
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
