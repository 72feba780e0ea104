//! From a page of the site to its [`PageView`]: everything the template will show, except the article's HTML.

use crate::l10n::Argument;
use crate::model::{Article, ArticleKey, Fact, PageId, TranslationType, Value};
use crate::source::LocaleIndex;

use super::contents::window;
use super::frame::Frame;
use super::listing;
use super::view::{
    DateView, GroupView, HeadingView, LinkView, MetaView, NavigationEntry, NavigationView,
    PageView, TranslationView,
};

/// Deepest level of headings in the on-page contents.
const DEEPEST_HEADING: u8 = 3;

/// Keys that have a place of their own on the page and are not repeated as `<meta name>`.
const KEYS_WITH_A_PLACE: [&str; 5] = [
    "title",
    "description",
    "robots",
    "redirect_from",
    "polydoc-allow",
];

/// The view of an article's page. `description` is used when its metadata has none.
pub(super) fn article(
    frame: &Frame<'_>,
    id: PageId,
    key: ArticleKey,
    description: &str,
) -> PageView {
    let article = frame.site.article(key);
    let locale = article.locale;
    let metadata = &article.metadata;
    let entries = metadata
        .merged
        .as_deref()
        .unwrap_or(&article.document.front_matter.entries);
    let (previous, next) = neighbours(frame, id, key);
    let mut view = base(
        frame,
        id,
        locale,
        if listing::is_index(article) && article.id.folder().is_empty() {
            "home"
        } else {
            "article"
        },
        &metadata.title,
    );
    metadata
        .description
        .as_deref()
        .unwrap_or(description)
        .clone_into(&mut view.description);
    view.robots = robots(
        metadata.robots.noindex || frame.settings.noindex,
        metadata.robots.nofollow,
    );
    view.meta = entries
        .iter()
        .filter_map(|(key, value)| meta(key, value))
        .collect();
    view.breadcrumbs = breadcrumbs(frame, locale, article.id.folder(), id);
    view.contents = contents(article);
    view.navigation = navigation(frame, id, key);
    view.previous = previous;
    view.next = next;
    view.translations = translations(frame, id, article);
    view.updated = metadata.date.map(|date| DateView {
        iso: date.to_string(),
        text: frame
            .locale(locale)
            .formats
            .long_date(date.year, date.month, date.day),
    });
    view.translation = metadata.translation.map(|made| match made {
        TranslationType::Human => "human",
        TranslationType::Machine => "machine",
    });
    view.has_heading = headings(article).any(|(heading, _)| heading.level == 1);
    if listing::is_index(article) {
        lists(frame, &mut view, locale, article.id.folder());
    } else if frame
        .locale(locale)
        .listing
        .folder(article.id.as_str())
        .is_some_and(|folder| folder.page == Some(id))
    {
        lists(frame, &mut view, locale, article.id.as_str());
    }
    view
}

/// The view of a folder's page that has no article of its own.
pub(super) fn folder(frame: &Frame<'_>, id: PageId, locale: LocaleIndex, path: &str) -> PageView {
    let shared = frame.locale(locale);
    let folder_title = shared
        .listing
        .folder(path)
        .map(|folder| folder.title.as_str());
    let (kind, title) = if path.is_empty() {
        ("home", &*shared.view.site_title)
    } else {
        ("folder", folder_title.unwrap_or(path))
    };
    let mut view = base(frame, id, locale, kind, title);
    view.robots = robots(frame.settings.noindex, false);
    if !path.is_empty() {
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        view.breadcrumbs = breadcrumbs(frame, locale, parent, id);
    }
    view.translations = folder_translations(frame, id, path);
    lists(frame, &mut view, locale, path);
    view
}

/// The view of the page shown for addresses that do not exist.
pub(super) fn not_found(
    frame: &Frame<'_>,
    id: Option<PageId>,
    locale: LocaleIndex,
    title: &str,
) -> PageView {
    let mut view = homes(frame, locale, "not-found", title);
    view.robots = robots(true, false);
    view.url = id.map(|id| frame.href(id)).unwrap_or_default();
    view
}

/// The view of the page that sends readers to their language.
pub(super) fn languages_page(frame: &Frame<'_>, locale: LocaleIndex, title: &str) -> PageView {
    let mut view = homes(frame, locale, "languages", title);
    view.robots = robots(frame.settings.noindex, false);
    view.url.clone_from(&frame.site_view.url);
    view.canonical = frame
        .site_view
        .base_url
        .as_ref()
        .map(|base| format!("{base}/"));
    view
}

/// A view that lists the home pages of all languages.
fn homes(frame: &Frame<'_>, locale: LocaleIndex, kind: &'static str, title: &str) -> PageView {
    let mut view = bare(frame, locale, kind, title);
    let homes = frame
        .locales
        .iter()
        .filter_map(|shared| shared.listing.folder("")?.page);
    view.translations = languages(frame, None, homes);
    view
}

/// A view with nothing but its language and title.
fn bare(frame: &Frame<'_>, locale: LocaleIndex, kind: &'static str, title: &str) -> PageView {
    let shared = &frame.locale(locale).view;
    PageView {
        kind,
        title: title.to_owned(),
        document_title: document_title(frame, locale, title),
        description: String::new(),
        url: String::new(),
        canonical: None,
        robots: None,
        lang: shared.tag.clone(),
        dir: shared.dir,
        meta: Vec::new(),
        breadcrumbs: Vec::new(),
        contents: Vec::new(),
        navigation: NavigationView::default(),
        previous: None,
        next: None,
        translations: Vec::new(),
        x_default: None,
        updated: None,
        translation: None,
        has_heading: false,
        folders: Vec::new(),
        article_count: 0,
        groups: Vec::new(),
    }
}

/// What `<title>` holds: the page and the site, once if they are the same.
fn document_title(frame: &Frame<'_>, locale: LocaleIndex, title: &str) -> String {
    let site = &frame.locale(locale).view.site_title;
    if site == title || site.is_empty() {
        return title.to_owned();
    }
    let arguments = [
        ("page", Argument::Text(title)),
        ("site", Argument::Text(site)),
    ];
    frame
        .theme
        .message(locale, "document-title", &arguments)
        .into_owned()
}

fn base(
    frame: &Frame<'_>,
    id: PageId,
    locale: LocaleIndex,
    kind: &'static str,
    title: &str,
) -> PageView {
    PageView {
        url: frame.href(id),
        canonical: frame.absolute(id),
        ..bare(frame, locale, kind, title)
    }
}

fn robots(noindex: bool, nofollow: bool) -> Option<String> {
    let words: Vec<&str> = [(noindex, "noindex"), (nofollow, "nofollow")]
        .into_iter()
        .filter_map(|(on, word)| on.then_some(word))
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// A metadata key as `<meta>`: scalars and lists of scalars; empty values say nothing.
fn meta(key: &str, value: &Value) -> Option<MetaView> {
    if KEYS_WITH_A_PLACE
        .iter()
        .any(|own| own.eq_ignore_ascii_case(key))
    {
        return None;
    }
    let content = match value {
        Value::List(items) => items
            .iter()
            .filter_map(Value::as_text)
            .collect::<Vec<_>>()
            .join(", "),
        single => single.as_text()?.to_owned(),
    };
    (!content.trim().is_empty()).then(|| MetaView {
        name: key.to_owned(),
        content,
    })
}

/// From the home page down to a folder, without the page itself.
fn breadcrumbs(frame: &Frame<'_>, locale: LocaleIndex, folder: &str, own: PageId) -> Vec<LinkView> {
    let listing = &frame.locale(locale).listing;
    let ends = folder
        .match_indices('/')
        .map(|(at, _)| at)
        .chain((!folder.is_empty()).then_some(folder.len()));
    let paths = std::iter::once("").chain(ends.map(|end| &folder[..end]));
    let crumbs = paths.filter_map(|path| {
        let folder = listing.folder(path)?;
        let title = if path.is_empty() {
            &frame.locale(locale).view.site_title
        } else {
            &folder.title
        };
        let page = folder.page.filter(|&page| page != own);
        page.map(|page| LinkView {
            title: title.clone(),
            url: Some(frame.href(page)),
            current: false,
        })
    });
    crumbs.collect()
}

fn headings(article: &Article) -> impl Iterator<Item = (&crate::model::Heading, &str)> {
    article.outline.headings.iter().filter_map(|heading| {
        match &article.document.facts[heading.fact as usize] {
            Fact::Heading(written) => Some((written, heading.slug.as_str())),
            _ => None,
        }
    })
}

fn contents(article: &Article) -> Vec<HeadingView> {
    let shown = headings(article).filter(|(heading, _)| {
        (2..=DEEPEST_HEADING).contains(&heading.level) && !heading.text.is_empty()
    });
    let view = |(heading, slug): (&crate::model::Heading, &str)| HeadingView {
        level: heading.level,
        fragment: crate::catalogue::encode_fragment(slug),
        text: heading.text.to_string(),
    };
    shown.map(view).collect()
}

/// Navigation from the table of contents that holds the page, else from its folder.
fn navigation(frame: &Frame<'_>, id: PageId, key: ArticleKey) -> NavigationView {
    let article = frame.site.article(key);
    let shared = frame.locale(article.locale);
    let Some(folder) = shared.listing.folder(article.id.folder()) else {
        return NavigationView::default();
    };
    let title = if article.id.folder().is_empty() {
        shared.view.site_title.clone()
    } else {
        folder.title.clone()
    };
    let url = folder.page.map(|page| frame.href(page));
    if let Some(around) = shared
        .contents_with(id)
        .and_then(|contents| contents.around(id, frame.site, &frame.settings.base_path))
    {
        return NavigationView {
            title,
            url,
            entries: around.entries,
            more: around.more,
        };
    }
    let place = shared.listing.place(key).unwrap_or(0);
    let window = window(folder.articles.len(), place);
    let more = window.len() < folder.articles.len();
    let entries = folder.articles[window].iter().filter_map(|&key| {
        let page = frame.site.page_of[key.index()]?;
        let title = frame.site.article(key).metadata.title.to_string();
        Some(NavigationEntry {
            title,
            url: Some(frame.href(page)),
            current: page == id,
            depth: 0,
        })
    });
    NavigationView {
        title,
        url,
        entries: entries.collect(),
        more,
    }
}

/// The pages before and after in the table of contents, else in the folder.
fn neighbours(
    frame: &Frame<'_>,
    id: PageId,
    key: ArticleKey,
) -> (Option<LinkView>, Option<LinkView>) {
    let article = frame.site.article(key);
    let shared = frame.locale(article.locale);
    if let Some(contents) = shared.contents_with(id) {
        let link = |(page, name): (PageId, &str)| LinkView {
            title: name.to_owned(),
            url: Some(frame.href(page)),
            current: false,
        };
        let [before, after] = contents.neighbours(id);
        return (before.map(link), after.map(link));
    }
    let siblings = shared
        .listing
        .folder(article.id.folder())
        .map_or(&[][..], |folder| &folder.articles);
    let Some(place) = shared.listing.place(key) else {
        return (None, None);
    };
    let link = |place: usize| article_link(frame, *siblings.get(place)?);
    (place.checked_sub(1).and_then(link), link(place + 1))
}

fn article_link(frame: &Frame<'_>, key: ArticleKey) -> Option<LinkView> {
    let url = frame.article_href(key, None, None)?;
    Some(LinkView {
        title: frame.site.article(key).metadata.title.to_string(),
        url: Some(url),
        current: false,
    })
}

/// The article in every language that has it, sorted by the language's name.
fn translations(frame: &Frame<'_>, id: PageId, article: &Article) -> Vec<TranslationView> {
    let editions = frame.site.editions(&article.id).iter().flatten();
    let pages = editions.filter_map(|key| frame.site.page_of[key.index()]);
    languages(frame, Some(id), pages)
}

/// The same folder in every language that has a page for it.
fn folder_translations(frame: &Frame<'_>, id: PageId, path: &str) -> Vec<TranslationView> {
    let pages = frame
        .locales
        .iter()
        .filter_map(|shared| shared.listing.folder(path)?.page);
    languages(frame, Some(id), pages)
}

/// The switcher's entries. hreflang is reciprocal by making: a page that search engines shall not list has no alternates
/// and is nobody's alternate.
fn languages(
    frame: &Frame<'_>,
    id: Option<PageId>,
    pages: impl Iterator<Item = PageId>,
) -> Vec<TranslationView> {
    let hidden = id.is_none_or(|id| frame.is_hidden(id));
    let view = |page: PageId| {
        let locale = frame.site.locales.get(frame.site.page(page).locale);
        TranslationView {
            tag: locale.id.to_string(),
            name: locale.name.to_string(),
            dir: locale.direction.word(),
            url: frame.href(page),
            alternate: frame
                .absolute(page)
                .filter(|_| !hidden && !frame.is_hidden(page)),
            current: id == Some(page),
        }
    };
    let mut languages: Vec<TranslationView> = pages.map(view).collect();
    languages.sort_by(|a, b| (a.name.to_lowercase(), &a.tag).cmp(&(b.name.to_lowercase(), &b.tag)));
    languages
}

/// What lies in a folder: folders below, and articles grouped by first letter when there are many.
fn lists(frame: &Frame<'_>, view: &mut PageView, locale: LocaleIndex, path: &str) {
    /// Shorter lists are read at a glance.
    const GROUPED_FROM: usize = 30;

    let shared = frame.locale(locale);
    let Some(folder) = shared.listing.folder(path) else {
        return;
    };
    let folders = folder
        .folders
        .iter()
        .filter_map(|path| shared.listing.folder(path));
    view.folders = folders
        .map(|folder| LinkView {
            title: folder.title.clone(),
            url: folder.page.map(|page| frame.href(page)),
            current: false,
        })
        .collect();
    view.article_count = folder.articles.len();
    let grouped = folder.articles.len() >= GROUPED_FROM;
    for link in folder
        .articles
        .iter()
        .filter_map(|&key| article_link(frame, key))
    {
        let title = if grouped {
            shared.collation.letter(&link.title)
        } else {
            String::new()
        };
        match view.groups.last_mut() {
            Some(group) if group.title == title => group.links.push(link),
            _ => view.groups.push(GroupView {
                title,
                links: vec![link],
            }),
        }
    }
}
