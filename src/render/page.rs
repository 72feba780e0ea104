//! From a page of the site to its [`PageView`]: everything the template will show, except the article's HTML.

use crate::config::Orphans;
use crate::l10n::Argument;
use crate::model::{Article, ArticleKey, HtmlLevel, PageId, TranslationType, Value};
use crate::source::LocaleIndex;
use crate::translation::State;

use super::frame::Frame;
use super::view::{
    DateView, GroupView, HeadingView, LinkView, MetaView, NavigationView, NewerView, PageView,
    TranslationView,
};
use super::{around, languages, listing, navigation, outputs, policy, structured};

/// Deepest level of headings in the on-page contents.
const DEEPEST_HEADING: u8 = 3;

/// Keys that have a place of their own on the page and are not repeated as `<meta name>`.
const KEYS_WITH_A_PLACE: [&str; 6] = [
    "title",
    "description",
    "robots",
    "redirect_from",
    "draft",
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
    let locale = frame.site.page(id).locale;
    let metadata = &article.metadata;
    let entries = metadata
        .merged
        .as_deref()
        .unwrap_or(&article.document.front_matter.entries);
    let (previous, next) = navigation::neighbours(frame, id, key);
    let lists_of = folder_shown(frame, id, article);
    let kind = match lists_of {
        Some("") => "home",
        Some(_) => "folder",
        None => "article",
    };
    let mut view = base(frame, id, locale, kind, &metadata.title);
    metadata
        .description
        .as_deref()
        .unwrap_or(description)
        .clone_into(&mut view.description);
    if article.locale != locale {
        let shown = frame.language(article.locale);
        view.lang.clone_from(&shown.tag);
        view.dir = shown.dir;
        view.fallback = Some(shown);
        let original = frame.site.page_of[key.index()];
        view.canonical = original.and_then(|page| frame.absolute(page));
    }
    let trusts = |html: HtmlLevel| html == HtmlLevel::Trusted;
    let mut included = article.includes.iter().map(|it| it.document.html);
    if trusts(article.document.html) || included.any(trusts) {
        view.policy = Some(policy::policy(frame.settings, true));
    }
    view.orphan = frame.settings.orphans == Orphans::Notice && frame.site.is_orphan(article);
    view.robots = robots(frame.is_hidden(id), metadata.robots.nofollow);
    view.meta = entries
        .iter()
        .filter_map(|(key, value)| meta(key, value))
        .collect();
    view.breadcrumbs = breadcrumbs(frame, locale, article.id.folder(), id);
    view.contents = contents(article);
    view.navigation = navigation::around(frame, id, key, lists_of.is_some());
    view.previous = previous;
    view.next = next;
    view.updated = metadata
        .date
        .map(|date| DateView::of(date, &frame.locale(locale).formats));
    view.translation = metadata.translation.map(|made| match made {
        TranslationType::Human => "human",
        TranslationType::Machine => "machine",
    });
    view.newer = newer(frame, key, locale, &view.translations);
    around::tools(frame, article, &mut view);
    view.markdown = outputs::markdown_url(frame, id);
    let site_name = frame.locale(locale).view.site_name.as_deref();
    view.structured = structured::structured(frame, site_name, &view);
    view.has_heading = headings(article).any(|(heading, _)| heading.level == 1);
    if let Some(path) = lists_of {
        lists(frame, &mut view, locale, path);
    }
    view
}

/// The folder whose page an article is: its own for `guide/index.md`, the one beside it for `guide.md`.
fn folder_shown<'a>(frame: &Frame<'_>, id: PageId, article: &'a Article) -> Option<&'a str> {
    if listing::is_index(article) {
        return Some(article.id.folder());
    }
    let path = article.id.as_str();
    let reader = frame.site.page(id).locale;
    let beside = frame.locale(reader).listing.folder(path)?;
    (beside.page == Some(id)).then_some(path)
}

/// The view of a folder's page that has no article of its own.
pub(super) fn folder(frame: &Frame<'_>, id: PageId, locale: LocaleIndex, path: &str) -> PageView {
    let shared = frame.locale(locale);
    let folder = shared.listing.folder(path);
    let (kind, title) = if path.is_empty() {
        ("home", &*shared.view.site_title)
    } else {
        ("folder", folder.map_or(path, |folder| &*folder.title))
    };
    let mut view = base(frame, id, locale, kind, title);
    view.robots = robots(frame.is_hidden(id), false);
    if !path.is_empty() {
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        view.breadcrumbs = breadcrumbs(frame, locale, parent, id);
    }
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
    let mut view = bare(frame, locale, "not-found", title);
    view.translations = languages::homes(frame);
    view.robots = robots(true, false);
    view.url = id.map(|id| frame.href(id)).unwrap_or_default();
    view
}

/// The view of the page of search results.
pub(super) fn search(frame: &Frame<'_>, id: PageId, locale: LocaleIndex, title: &str) -> PageView {
    let mut view = base(frame, id, locale, "search", title);
    view.canonical = None;
    view.robots = robots(true, false);
    view
}

/// The view of the page that sends readers to their language.
pub(super) fn languages_page(frame: &Frame<'_>, locale: LocaleIndex, title: &str) -> PageView {
    let hidden = frame.settings.noindex;
    let mut view = bare(frame, locale, "languages", title);
    view.translations = languages::homes(frame);
    view.robots = robots(hidden, false);
    view.url.clone_from(&frame.site_view.url);
    view.canonical = frame.root();
    view
}

/// The view of the page that shows how the translations stand.
pub(super) fn status(frame: &Frame<'_>, locale: LocaleIndex, title: &str) -> PageView {
    let mut view = bare(frame, locale, "status", title);
    view.robots = robots(true, false);
    view
}

/// The languages in which the newer version of an article is, when it was made from an older one.
fn newer(
    frame: &Frame<'_>,
    key: ArticleKey,
    reader: LocaleIndex,
    translations: &[TranslationView],
) -> Option<NewerView> {
    /// Most languages that are named.
    const MOST: usize = 5;

    let work = frame.translations.work_of(key);
    let locale = frame.site.article(key).locale;
    if frame.translations.state(work, locale) != Some(State::Stale) || locale != reader {
        return None;
    }
    let ahead: Vec<LocaleIndex> = match (work.newest, frame.translations.source) {
        (Some(newest), _) if work.versions.len() > 1 => work.locales_with(newest).collect(),
        (_, source) => source.into_iter().collect(),
    };
    let locales = &frame.site.locales;
    let mut languages: Vec<TranslationView> = translations
        .iter()
        .filter(|view| view.shown_in.is_none())
        .filter(|view| {
            ahead
                .iter()
                .any(|&it| locales.get(it).id.as_str() == view.tag)
        })
        .cloned()
        .collect();
    // Those that the reader most likely understands come first.
    let language = locales.get(locale).id.language();
    let source = frame
        .translations
        .source
        .map(|it| locales.get(it).id.as_str());
    languages.sort_by_key(|view| {
        let same = view.tag.split('-').next() == Some(language);
        (!same, source != Some(view.tag.as_str()))
    });
    languages.truncate(MOST);
    Some(NewerView { languages })
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
        policy: None,
        robots: None,
        lang: shared.tag.clone(),
        dir: shared.dir,
        fallback: None,
        newer: None,
        orphan: false,
        meta: Vec::new(),
        breadcrumbs: Vec::new(),
        contents: Vec::new(),
        navigation: NavigationView::default(),
        previous: None,
        next: None,
        translations: Vec::new(),
        switcher: String::new(),
        alternates: Vec::new(),
        updated: None,
        edit_url: None,
        feedback_url: None,
        markdown: None,
        structured: None,
        translation: None,
        has_heading: false,
        folders: Vec::new(),
        article_count: 0,
        groups: Vec::new(),
    }
}

/// What `<title>` holds: the page and the site; the page alone when the site has no title or the same.
fn document_title(frame: &Frame<'_>, locale: LocaleIndex, title: &str) -> String {
    let shared = frame.locale(locale);
    let site = match &shared.view.site_name {
        Some(site) if site != title => site,
        _ => return title.to_owned(),
    };
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
        translations: languages::of_page(frame, id),
        alternates: languages::in_head(frame, id),
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
        folder.page.filter(|&page| page != own)?;
        Some(named_folder(frame, folder, path, locale))
    });
    crumbs.collect()
}

fn headings(article: &Article) -> impl Iterator<Item = (&crate::model::Heading, &str)> {
    let headings = article.outline.headings.iter();
    headings.filter_map(|heading| Some((article.heading(heading)?, heading.slug.as_str())))
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

/// A link to a folder, which is called home at the top.
pub(super) fn named_folder(
    frame: &Frame<'_>,
    folder: &listing::Folder,
    path: &str,
    reader: LocaleIndex,
) -> LinkView {
    let mut link = frame.folder_link(folder, reader);
    if path.is_empty() {
        frame
            .theme
            .text(reader, "home-title")
            .clone_into(&mut link.title);
        link.title_in = None;
    }
    link
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
        .map(|folder| frame.folder_link(folder, locale))
        .collect();
    view.article_count = folder.articles.len();
    let grouped = folder.articles.len() >= GROUPED_FROM;
    for &entry in &folder.articles {
        let link = frame.entry_link(entry, locale);
        let mut title = if grouped {
            shared.collation.letter(&link.title)
        } else {
            String::new()
        };
        // Below the last letter, what has none needs a caption of its own.
        if title.is_empty() && view.groups.iter().any(|group| !group.title.is_empty()) {
            frame
                .theme
                .text(locale, "group-other")
                .clone_into(&mut title);
        }
        match view.groups.last_mut() {
            Some(group) if group.title == title => group.links.push(link),
            _ => view.groups.push(GroupView {
                title,
                links: vec![link],
            }),
        }
    }
}
