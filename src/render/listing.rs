//! What lies in which folder of a language, in the order of its readers: made once per locale, used by every page. What
//! stands in for missing articles lies there too.

use std::collections::{BTreeMap, HashMap};

use crate::l10n::Collation;
use crate::model::{Article, ArticleKey, PageId, Shown, Site, folder_title};
use crate::source::LocaleIndex;

/// The folders of a locale.
#[derive(Debug)]
pub struct Listing {
    /// By path below the locale; the empty path is the home page.
    folders: BTreeMap<String, Folder>,
    /// Where an article stands in its folder's list.
    places: HashMap<ArticleKey, usize>,
}

/// One folder.
#[derive(Debug)]
pub struct Folder {
    /// What it is called: its index article's title, else its name.
    pub title: String,
    /// The language of the title, when it is not the folder's own.
    pub title_in: Option<LocaleIndex>,
    /// Whether an article in the folder's own language lies in it or below it, or there is nothing at all.
    pub is_own: bool,
    /// Its page.
    pub page: Option<PageId>,
    /// Paths of the folders directly below, sorted by title.
    pub folders: Vec<String>,
    /// Articles directly in it that have a page, without its index article, sorted by title.
    pub articles: Vec<Entry>,
}

/// An article that readers of a language find in a folder.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The edition they find.
    pub key: ArticleKey,
    /// The page that they find it on.
    pub page: PageId,
}

impl Listing {
    /// Lists every folder of a locale.
    pub fn of(site: &Site, locale: LocaleIndex, collation: &Collation) -> Self {
        let mut folders: BTreeMap<String, Folder> = BTreeMap::new();
        folders.insert(String::new(), Folder::named(""));
        let mut indexes: Vec<(Entry, &Article)> = Vec::new();
        for entry in found_by_readers(site, locale) {
            let article = site.article(entry.key);
            add_with_parents(&mut folders, article.id.folder());
            // A listed article of another language is no page of this folder.
            if is_index(article) && site.page(entry.page).locale == locale {
                indexes.push((entry, article));
            } else if let Some(folder) = folders.get_mut(article.id.folder()) {
                folder.articles.push(entry);
            }
            if article.locale == locale {
                mark_own(&mut folders, article.id.folder());
            }
        }
        for (entry, article) in indexes {
            if let Some(folder) = folders.get_mut(article.id.folder()) {
                folder.take_title(article, locale);
                folder.page = Some(entry.page);
            }
        }
        if let Some(home) = folders.get_mut("") {
            home.is_own |= home.articles.is_empty() && home.folders.is_empty();
        }
        let mut listing = Self {
            folders,
            places: HashMap::new(),
        };
        listing.find_pages(site, locale);
        listing.sort(site, collation);
        let lists = listing
            .folders
            .values()
            .flat_map(|folder| folder.articles.iter().enumerate());
        listing.places = lists.map(|(place, entry)| (entry.key, place)).collect();
        listing
    }

    /// Where an article stands in its folder's list; `None` for the folder's own page.
    pub fn place(&self, key: ArticleKey) -> Option<usize> {
        self.places.get(&key).copied()
    }

    /// The folder at a path.
    pub fn folder(&self, path: &str) -> Option<&Folder> {
        self.folders.get(path)
    }

    /// Folders that the generated pages stand for, or an article beside them (`guide.md` for `guide/`).
    fn find_pages(&mut self, site: &Site, locale: LocaleIndex) {
        for (at, page) in site
            .pages
            .iter()
            .enumerate()
            .filter(|(_, page)| page.locale == locale)
        {
            let id = PageId(u32::try_from(at).expect("fewer than 2^32 pages"));
            match &page.shown {
                Shown::Folder(path) => {
                    if let Some(folder) = self.folders.get_mut(&**path) {
                        folder.page = Some(id);
                    }
                }
                Shown::Article(key) | Shown::Fallback(key) => {
                    let article = site.article(*key);
                    if let Some(folder) = self
                        .folders
                        .get_mut(article.id.as_str())
                        .filter(|folder| folder.page.is_none())
                    {
                        folder.take_title(article, locale);
                        folder.page = Some(id);
                    }
                }
                Shown::NotFound | Shown::Search | Shown::Redirect(_) | Shown::Forward(..) => {}
            }
        }
    }

    fn sort(&mut self, site: &Site, collation: &Collation) {
        let titles: BTreeMap<String, String> = self
            .folders
            .iter()
            .map(|(path, folder)| (path.clone(), folder.title.clone()))
            .collect();
        for folder in self.folders.values_mut() {
            // Articles and folders come in the order of their names, which decides between equal titles.
            let title = |entry: &Entry| &*site.article(entry.key).metadata.title;
            folder
                .articles
                .sort_by(|a, b| collation.compare(title(a), title(b)));
            folder
                .folders
                .sort_by(|a, b| collation.compare(&titles[a], &titles[b]));
        }
    }
}

impl Folder {
    fn named(path: &str) -> Self {
        Self {
            title: folder_title(path),
            title_in: None,
            is_own: false,
            page: None,
            folders: Vec::new(),
            articles: Vec::new(),
        }
    }

    /// Calls the folder what its article is called.
    fn take_title(&mut self, article: &Article, reader: LocaleIndex) {
        self.title = article.metadata.title.to_string();
        self.title_in = (article.locale != reader).then_some(article.locale);
    }
}

/// The articles of a locale that have a page, then what stands in for those that it lacks; both in the order of their names.
fn found_by_readers(site: &Site, locale: LocaleIndex) -> Vec<Entry> {
    let first = site
        .articles
        .partition_point(|article| article.locale < locale);
    let end = site
        .articles
        .partition_point(|article| article.locale <= locale);
    let own = (first..end).filter_map(|at| {
        let key = ArticleKey(u32::try_from(at).expect("fewer than 2^32 articles"));
        let page = site.page_of[at]?;
        Some(Entry { key, page })
    });
    let stand_ins = site.stand_ins[locale.index()].iter().map(|stand_in| Entry {
        key: stand_in.shown,
        page: stand_in.page,
    });
    let mut found: Vec<Entry> = own.chain(stand_ins).collect();
    found.sort_by(|a, b| site.article(a.key).id.cmp(&site.article(b.key).id));
    found
}

/// Notes that an article of the folder's own language lies in a folder, for it and all above it.
fn mark_own(folders: &mut BTreeMap<String, Folder>, path: &str) {
    let mut path = path;
    while let Some(folder) = folders.get_mut(path).filter(|folder| !folder.is_own) {
        folder.is_own = true;
        let Some((parent, _)) = path.rsplit_once('/') else {
            break;
        };
        path = parent;
    }
    if let Some(home) = folders.get_mut("") {
        home.is_own = true;
    }
}

fn add_with_parents(folders: &mut BTreeMap<String, Folder>, path: &str) {
    if folders.contains_key(path) {
        return;
    }
    folders.insert(path.to_owned(), Folder::named(path));
    let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
    add_with_parents(folders, parent);
    if let Some(folder) = folders.get_mut(parent) {
        folder.folders.push(path.to_owned());
    }
}

/// Whether an article is its folder's own page.
pub(super) fn is_index(article: &Article) -> bool {
    article.id.name().eq_ignore_ascii_case("index")
}
