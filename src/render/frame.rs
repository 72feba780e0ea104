//! What many pages share: made once per site, used by every page of the render step.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use crate::catalogue::{Mapper, encode_fragment};
use crate::config::Settings;
use crate::failure::Failure;
use crate::l10n::{Collation, Formats, Locale, LocaleId};
use crate::model::{ArticleKey, OutputPath, PageId, Reached, Shown, Site, UrlPath};
use crate::source::{FileId, LocaleIndex};
use crate::theme::Theme;
use crate::translation::Translations;

use super::contents::Contents;
use super::html::Labels;
use super::labels::labels;
use super::languages::{self, Groups};
use super::listing::{Entry, Folder, Listing};
use super::lists::Patterns;
use super::searching::{self, Searching};
use super::view::{LanguageView, LinkView, LocaleView, SiteView};
use super::{around, outputs, policy, sections};

/// A file of the content that is published beside the pages.
#[derive(Clone, Debug)]
pub struct PublishedFile {
    /// Where it goes.
    pub output: OutputPath,
    /// Width and height in pixels, for images whose format is known.
    pub size: Option<(u32, u32)>,
}

/// The files in use, by file.
pub type PublishedFiles = HashMap<FileId, PublishedFile>;

/// Everything that pages share. What was made for it is in [`Shared`].
pub struct Frame<'s> {
    /// The site.
    pub site: &'s Site,
    /// The settings.
    pub settings: &'s Settings,
    /// Templates and words.
    pub theme: &'s Theme,
    /// What is known about translations.
    pub translations: &'s Translations,
    /// What is known of other sites, for the page about them.
    pub reached: &'s Reached,
    /// Files in use.
    pub files: &'s PublishedFiles,
    shared: Arc<Shared>,
}

/// What is made once for all pages of a site.
pub struct Shared {
    /// What templates see of the site.
    pub site_view: SiteView,
    /// What is shared by the pages of each locale.
    pub locales: Vec<LocaleFrame>,
    /// The pages of each locale, in the order of all pages.
    pub pages: Vec<Vec<PageId>>,
    /// Which pages are the same in different languages.
    pub groups: Groups,
    /// Whether templates of the project may want the entries of lists that are drawn before.
    pub keeps_entries: bool,
}

impl Deref for Frame<'_> {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.shared
    }
}

/// What the pages of one locale share.
pub struct LocaleFrame {
    /// What templates see of it.
    pub view: LocaleView,
    /// Its place when languages are listed by their own names.
    pub place: usize,
    /// What every page of it hands to its template: `site`, `locale`, and the parts made of them.
    pub context: tera::Context,
    /// The HTML writer's words.
    pub labels: Labels,
    /// Its folders.
    pub listing: Listing,
    /// Its tables of contents with the folders they speak for, inner folders first; then those that stand in.
    pub contents: Vec<(String, Contents)>,
    /// The nearest of them that holds a page.
    nearest: HashMap<PageId, usize>,
    /// How entries of lists look to its readers.
    pub patterns: Patterns,
    /// Dates and numbers.
    pub formats: Formats,
    /// The order of its letters.
    pub collation: Collation,
    /// Where to search, and in which words; `None` when search is switched off.
    pub searching: Option<Searching>,
}

impl<'s> Frame<'s> {
    /// Prepares what pages share.
    ///
    /// # Errors
    /// When a template of the shared parts fails.
    pub fn new(
        site: &'s Site,
        settings: &'s Settings,
        theme: &'s Theme,
        translations: &'s Translations,
        reached: &'s Reached,
        files: &'s PublishedFiles,
        mapper: &impl Mapper,
    ) -> Result<Self, Failure> {
        let base_url = settings
            .origin
            .as_ref()
            .map(|origin| format!("{origin}{}", settings.base_path));
        let site_view = SiteView {
            url: format!("{}/", settings.base_path),
            base_url,
            assets: theme.asset_urls(&settings.base_path),
            logo: around::logo(theme, &settings.base_path),
            favicon: around::favicon(theme, &settings.base_path),
            policy: policy::policy(settings, false),
            languages: site.locales.len(),
            generator: format!("polydoc {}", env!("CARGO_PKG_VERSION")),
        };
        let tags: Vec<LocaleIndex> = site.locales.iter().map(|(index, _)| index).collect();
        let locales = mapper.map(tags.len(), |at| {
            LocaleFrame::new(site, settings, theme, &site_view, tags[at])
        });
        let locales = locales.into_iter().collect::<Result<_, _>>()?;
        let mut pages = vec![Vec::new(); tags.len()];
        for (page, id) in site.pages.iter().zip((0u32..).map(PageId)) {
            pages[page.locale.index()].push(id);
        }
        let shared = Shared {
            site_view,
            locales,
            pages,
            groups: Groups::default(),
            keeps_entries: theme.project_names(&["entries", "translations", "json_encode"]),
        };
        let mut frame = Self {
            site,
            settings,
            theme,
            translations,
            reached,
            files,
            shared: Arc::new(shared),
        };
        let mut groups = Groups::of(site);
        languages::complete(&frame, &mut groups);
        let own = Arc::get_mut(&mut frame.shared);
        own.expect("nobody else has it yet").groups = groups;
        Ok(frame)
    }

    /// What was made, to make the frame of the same site again.
    pub fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    /// The frame of a site of which nothing changed that pages share.
    pub fn again(
        site: &'s Site,
        settings: &'s Settings,
        theme: &'s Theme,
        translations: &'s Translations,
        reached: &'s Reached,
        files: &'s PublishedFiles,
        shared: Arc<Shared>,
    ) -> Self {
        Self {
            site,
            settings,
            theme,
            translations,
            reached,
            files,
            shared,
        }
    }

    /// A language as readers of others are told of it.
    pub fn language(&self, index: LocaleIndex) -> LanguageView {
        language_view(self.site.locales.get(index))
    }

    /// The language of what a page shows, when it is not the reader's.
    pub fn foreign(&self, page: PageId, reader: LocaleIndex) -> Option<LanguageView> {
        let page = self.site.page(page);
        let shown = match page.shown {
            Shown::Fallback(key) => self.site.article(key).locale,
            _ => page.locale,
        };
        (shown != reader).then(|| self.language(shown))
    }

    /// A link to an article that readers of a language find on a page.
    pub fn entry_link(&self, entry: Entry, reader: LocaleIndex) -> LinkView {
        let article = self.site.article(entry.key);
        let language = (article.locale != reader).then(|| self.language(article.locale));
        LinkView {
            title: article.metadata.title.to_string(),
            title_in: language.clone(),
            url: Some(self.href(entry.page)),
            shown_in: language,
            current: false,
        }
    }

    /// A link to a folder; without an address when it has no page.
    pub fn folder_link(&self, folder: &Folder, reader: LocaleIndex) -> LinkView {
        LinkView {
            title: folder.title.clone(),
            title_in: folder.title_in.map(|language| self.language(language)),
            url: folder.page.map(|page| self.href(page)),
            shown_in: folder.page.and_then(|page| self.foreign(page, reader)),
            current: false,
        }
    }

    /// The locale's part.
    pub fn locale(&self, index: LocaleIndex) -> &LocaleFrame {
        &self.locales[index.index()]
    }

    /// A page's address as it stands in `href`, base path in front.
    pub fn href(&self, page: PageId) -> String {
        self.href_of(&self.site.page(page).url)
    }

    /// An address as it stands in `href`.
    pub fn href_of(&self, url: &UrlPath) -> String {
        format!("{}{url}", self.settings.base_path)
    }

    /// A page's absolute address, when the project has a base URL.
    pub fn absolute(&self, page: PageId) -> Option<String> {
        let origin = self.settings.origin.as_ref()?;
        Some(format!("{origin}{}", self.href(page)))
    }

    /// The absolute address of the page that sends readers to their language, when the project has a base URL.
    pub fn root(&self) -> Option<String> {
        let base = self.site_view.base_url.as_ref()?;
        Some(format!("{base}/"))
    }

    /// The address in `href`, with an optional fragment, where readers of a language find an article; `None` when it got
    /// no address.
    pub fn article_href(
        &self,
        key: ArticleKey,
        reader: LocaleIndex,
        query: Option<&str>,
        fragment: Option<&str>,
    ) -> Option<String> {
        let mut href = self.href(self.site.page_for(key, reader)?);
        if let Some(query) = query {
            href.push('?');
            href.push_str(query);
        }
        if let Some(fragment) = fragment {
            href.push('#');
            href.push_str(&encode_fragment(fragment));
        }
        Some(href)
    }

    /// A published file's address in `href`.
    pub fn file_href(&self, file: FileId) -> Option<String> {
        let published = self.files.get(&file)?;
        let url = published
            .output
            .as_str()
            .split('/')
            .map(encode_fragment)
            .collect::<Vec<_>>()
            .join("/");
        Some(format!("{}/{url}", self.settings.base_path))
    }

    /// The locale whose words are used where no locale is known (the root's 404): the source, else en-US, else the first.
    pub fn default_locale(&self) -> Option<LocaleIndex> {
        let source = self
            .settings
            .source_locale
            .as_ref()
            .and_then(|tag| self.site.locales.position(tag));
        let first = self.site.locales.iter().map(|(index, _)| index).next();
        source.or_else(|| self.site.locales.find("en-US")).or(first)
    }

    /// Whether search engines are asked not to list a page.
    pub fn is_hidden(&self, page: PageId) -> bool {
        self.settings.noindex
            || match &self.site.page(page).shown {
                Shown::Article(key) => self.site.article(*key).metadata.robots.noindex,
                // A list of nothing but articles of another language is none of this one's pages.
                Shown::Folder(path) => {
                    let listing = &self.locale(self.site.page(page).locale).listing;
                    listing.folder(path).is_some_and(|folder| !folder.is_own)
                }
                Shown::Fallback(_)
                | Shown::NotFound
                | Shown::Search
                | Shown::Redirect(_)
                | Shown::Forward(..) => true,
            }
    }
}

impl LocaleFrame {
    fn new(
        site: &Site,
        settings: &Settings,
        theme: &Theme,
        site_view: &SiteView,
        index: LocaleIndex,
    ) -> Result<Self, Failure> {
        let locale = site.locales.get(index);
        let collation = Collation::new(&locale.id);
        let listing = Listing::of(site, index, &collation);
        // A table of the language itself goes before those that stand in.
        let tocs = site.tocs[index.index()].iter().rev();
        let contents = tocs
            .chain(site.borrowed_tocs[index.index()].iter().rev())
            .filter(|toc| !toc.is_held)
            .map(|toc| (toc.folder.to_string(), Contents::of(toc)))
            .collect::<Vec<_>>();
        let searching = searching::of_locale(site, settings, theme, index);
        let site_name = settings.title(&locale.id).filter(|name| !name.is_empty());
        let view = LocaleView {
            tag: locale.id.to_string(),
            dir: locale.direction.word(),
            name: locale.name.to_string(),
            short_name: locale.short_name.to_string(),
            site_title: site_name
                .unwrap_or_else(|| theme.text(index, "home-title"))
                .to_owned(),
            site_name: site_name.map(str::to_owned),
            home_url: format!("{}/{}/", settings.base_path, locale.url),
            sections: match around::links(&settings.appearance.header, settings, locale) {
                _ if settings.appearance.header.is_empty() => {
                    sections::sections(site, &settings.base_path, &listing, &contents)
                }
                own => own,
            },
            footer_links: around::links(&settings.appearance.footer, settings, locale),
            feed: outputs::feed_url(site, settings, index),
            manifest: outputs::manifest_url(settings, locale),
            search: searching.as_ref().map(|searching| searching.view.clone()),
        };
        let own = site.tocs[index.index()].iter();
        let own = own.filter(|toc| !toc.is_held).count();
        let mut nearest: HashMap<PageId, (Distance, usize)> = HashMap::new();
        for (at, (folder, contents)) in contents.iter().enumerate() {
            for page in contents.pages() {
                let distance = Distance::of(folder, folder_of(site, page), at >= own);
                let nearest = nearest.entry(page).or_insert((distance, at));
                *nearest = (distance, at).min(*nearest);
            }
        }
        let nearest = nearest.into_iter().map(|(page, (_, at))| (page, at));
        Ok(Self {
            context: theme.frame(site_view, &view)?,
            labels: labels(theme, index),
            contents,
            nearest: nearest.collect(),
            patterns: Patterns::default(),
            formats: Formats::new(&locale.id, locale.calendar),
            view,
            place: place_by_name(site, index),
            listing,
            collation,
            searching,
        })
    }

    /// The nearest table of contents that holds a page: its number, and the folder it speaks for.
    pub fn contents_with(&self, page: PageId) -> Option<(usize, &str, &Contents)> {
        let &at = self.nearest.get(&page)?;
        let (folder, contents) = &self.contents[at];
        Some((at, folder, contents))
    }
}

/// How far a table of contents is from a page: one of the language itself is nearer than one that stands in, one above the page
/// nearer than one in a folder beside it, and of these the nearest folder counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Distance {
    stands_in: bool,
    /// How many folders lie between the table and the folder that holds both.
    aside: usize,
    /// How many folders lie between that one and the page.
    above: usize,
}

impl Distance {
    fn of(table: &str, page: &str, stands_in: bool) -> Self {
        let names = |folder: &'_ str| folder.split('/').filter(|name| !name.is_empty()).count();
        let mut shared = 0;
        for (one, other) in table.split('/').zip(page.split('/')) {
            if one.is_empty() || !one.eq_ignore_ascii_case(other) {
                break;
            }
            shared += 1;
        }
        Self {
            stands_in,
            aside: names(table) - shared,
            above: names(page) - shared,
        }
    }
}

/// The folder in which a page lies, below its language.
fn folder_of(site: &Site, page: PageId) -> &str {
    match &site.page(page).shown {
        Shown::Article(key) | Shown::Fallback(key) => site.article(*key).id.folder(),
        Shown::Folder(path) => path,
        Shown::NotFound | Shown::Search | Shown::Redirect(_) | Shown::Forward(..) => "",
    }
}

pub(super) fn language_view(locale: &Locale) -> LanguageView {
    LanguageView {
        tag: locale.id.to_string(),
        dir: locale.direction.word(),
        name: locale.short_name.to_string(),
    }
}

/// How many languages come before one when all are listed by their own names, letter case aside.
fn place_by_name(site: &Site, index: LocaleIndex) -> usize {
    let order = Collation::new(&LocaleId::parse("en").expect("a language"));
    let own = &site.locales.get(index).name;
    let before = |(other, locale): &(LocaleIndex, &Locale)| {
        order
            .compare(&locale.name, own)
            .then(other.cmp(&index))
            .is_lt()
    };
    site.locales.iter().filter(before).count()
}
