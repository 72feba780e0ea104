//! Place: every article, folder and redirect gets its address, and no two pages the same one.

use std::collections::{BTreeMap, HashMap};

use crate::config::Settings;
use crate::l10n::Locales;
use crate::model::{ArticleKey, NoPlace, Page, PageId, Shown, Unplaced, UrlPath};
use crate::source::{LocaleIndex, Span, TextRange};

use super::names::Names;
use super::{Draft, urls};

/// All pages with their addresses.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) pages: Vec<Page>,
    pub(super) page_of: Vec<Option<PageId>>,
    pub(super) by_url: HashMap<UrlPath, PageId>,
    pub(super) unplaced: Vec<Unplaced>,
    /// Folders with a page, by locale and path below it (as spelt; the empty path is the home page).
    pub(super) folders: Vec<BTreeMap<String, PageId>>,
    /// Folders called like a file (`/fr-fr/a.html/…`), by the address such a file would have, with a page below them:
    /// on a disk one name cannot be both.
    below_file_names: HashMap<UrlPath, PageId>,
}

/// Gives addresses: articles first, then what polydoc makes up (folder pages, 404), then redirects. Of two pages that
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
        below_file_names: HashMap::new(),
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
        if placed.holder(&url).is_none() {
            placed.add(url, index, Shown::NotFound);
        }
    }
    for (key, draft) in keys(drafts) {
        let Some(target) = placed.page_of[key.index()] else {
            continue;
        };
        for old in &draft.metadata.redirect_from {
            let named = names.article(key);
            let (locale, path) = redirect_path(locales, named.locale, named.id.folder(), old);
            let wanted = urls::written(&locales.get(locale).url, &path, settings.url_style);
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
            Ok(url) => match self.holder(&url) {
                Some((url, holder)) => NoPlace::Taken { url, holder },
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

    /// The page that stands in the way of an address, and the address it takes.
    fn holder(&self, url: &UrlPath) -> Option<(UrlPath, PageId)> {
        let at =
            |map: &HashMap<UrlPath, PageId>, url: &UrlPath| Some((url.clone(), *map.get(url)?));
        at(&self.by_url, url)
            .or_else(|| at(&self.below_file_names, url))
            .or_else(|| file_names_above(url).find_map(|above| at(&self.by_url, &above)))
    }

    fn add(&mut self, url: UrlPath, locale: LocaleIndex, shown: Shown) -> PageId {
        let id = PageId(u32::try_from(self.pages.len()).expect("fewer than 2^32 pages"));
        for above in file_names_above(&url) {
            self.below_file_names.entry(above).or_insert(id);
        }
        self.by_url.insert(url.clone(), id);
        self.pages.push(Page { url, locale, shown });
        id
    }

    /// A page for every folder that has articles somewhere below it; an article that has the folder's address
    /// (`guide/index.md`, or `guide.md` in folder style) is that page.
    fn add_folders(&mut self, names: &Names, locales: &Locales) {
        for named in &names.articles {
            let mut folder = named.id.folder();
            while self.add_folder(folder, named.locale, locales) && !folder.is_empty() {
                folder = folder.rsplit_once('/').map_or("", |(parent, _)| parent);
            }
        }
        for index in locales.iter().map(|(index, _)| index) {
            self.add_folder("", index, locales);
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
            // A file has the folder's name: then nothing could lie in the folder.
            None if self.holder(&url).is_some() => return true,
            None => self.add(url, locale, Shown::Folder(folder.into())),
        };
        self.folders[locale.index()].insert(folder.to_owned(), page);
        true
    }
}

/// The addresses above an address that end as those of files do.
fn file_names_above(url: &UrlPath) -> impl Iterator<Item = UrlPath> {
    let url = url.as_str();
    let ends = url
        .match_indices(".html/")
        .map(|(at, _)| at + ".html".len());
    ends.map(|end| UrlPath(url[..end].into()))
}
