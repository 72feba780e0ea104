//! What lies in which folder of a language, in the order of its readers: made once per locale, used by every page.

use std::collections::{BTreeMap, HashMap};

use crate::l10n::Collation;
use crate::model::{Article, ArticleKey, PageId, Shown, Site};
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
    /// Its page.
    pub page: Option<PageId>,
    /// Paths of the folders directly below, sorted by title.
    pub folders: Vec<String>,
    /// Articles directly in it that have a page, without its index article, sorted by title.
    pub articles: Vec<ArticleKey>,
}

impl Listing {
    /// Lists every folder of a locale.
    pub fn of(site: &Site, locale: LocaleIndex, collation: &Collation) -> Self {
        let mut folders: BTreeMap<String, Folder> = BTreeMap::new();
        folders.insert(String::new(), Folder::named(""));
        let own = site.iter().filter(|(_, article)| article.locale == locale);
        let placed = own.filter(|(key, _)| site.page_of[key.index()].is_some());
        let mut indexes: Vec<(ArticleKey, &Article)> = Vec::new();
        for (key, article) in placed {
            add_with_parents(&mut folders, article.id.folder());
            if is_index(article) {
                indexes.push((key, article));
            } else if let Some(folder) = folders.get_mut(article.id.folder()) {
                folder.articles.push(key);
            }
        }
        for (key, article) in indexes {
            if let Some(folder) = folders.get_mut(article.id.folder()) {
                folder.title = article.metadata.title.to_string();
                folder.page = site.page_of[key.index()];
            }
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
        listing.places = lists.map(|(place, &key)| (key, place)).collect();
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
                Shown::Article(key) => {
                    let article = site.article(*key);
                    if let Some(folder) = self
                        .folders
                        .get_mut(article.id.as_str())
                        .filter(|folder| folder.page.is_none())
                    {
                        folder.title = article.metadata.title.to_string();
                        folder.page = Some(id);
                    }
                }
                Shown::NotFound | Shown::Search | Shown::Redirect(_) => {}
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
            let title = |key: &ArticleKey| &*site.article(*key).metadata.title;
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
        let name = path
            .rsplit('/')
            .next()
            .unwrap_or(path)
            .replace(['-', '_'], " ");
        let mut letters = name.chars();
        let title = letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect())
            .unwrap_or_default();
        Self {
            title,
            page: None,
            folders: Vec::new(),
            articles: Vec::new(),
        }
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
