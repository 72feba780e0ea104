//! All that a template can see, typed: one [`SiteView`], one [`LocaleView`] per language, one [`PageView`] per page.
//!
//! The views are the whole truth of a page: because a template sees nothing else, the hash of its views says whether a page
//! must be rendered again. What all pages of a language share stands in the `LocaleView` and is rendered once into fragments.
//! Addresses are complete and percent-encoded, base path in front; texts are plain text, escaped by the template engine.

use serde::Serialize;

use crate::l10n::Formats;
use crate::model::Date;

/// What all pages share. In templates: `site`.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// Address of the page that sends readers to their language.
    pub url: String,
    /// Scheme, host and base path without final `/`; `None` when the project has no base URL.
    pub base_url: Option<String>,
    /// Content-hashed addresses of the theme's assets by their names (`css/site.css`).
    pub assets: std::collections::BTreeMap<String, String>,
    /// Address of the image beside the site's title; `None` without one.
    pub logo: Option<String>,
    /// Address of the image in the browser's tab.
    pub favicon: String,
    /// The content security policy, for hosts that send no headers.
    pub policy: String,
    /// How many languages the site has.
    pub languages: usize,
    /// `polydoc` and its version.
    pub generator: String,
}

/// What all pages of a language share. In templates: `locale`.
#[derive(Debug, Clone, Serialize)]
pub struct LocaleView {
    /// BCP 47 tag: `fr-FR`.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language's own name.
    pub name: String,
    /// The same without region where no other language of the site has the same name.
    pub short_name: String,
    /// What leads to the home page: the site's title in this language, or a word for it.
    pub site_title: String,
    /// The title that the project set; `None` when it set none, and `site_title` is a word for the home page.
    pub site_name: Option<String>,
    /// Address of the language's home page.
    pub home_url: String,
    /// The links of the header: the project's own, else the top folders, at most 12.
    pub sections: Vec<LinkView>,
    /// The project's links in the footer.
    pub footer_links: Vec<LinkView>,
    /// Address of the feed of articles changed last; `None` without one.
    pub feed: Option<String>,
    /// Address of the manifest for installing the site; `None` without one.
    pub manifest: Option<String>,
    /// Where to search; `None` when search is switched off.
    pub search: Option<SearchView>,
}

/// What the search box of a language needs.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    /// Address of the page of results.
    pub url: String,
    /// Address of the index's manifest.
    pub index: String,
    /// Address of the file that holds the box's words, and where to search in other languages.
    pub words: String,
}

/// A language that is not that of the frame.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct LanguageView {
    /// BCP 47 tag.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Its own name, without region where no other language of the site has the same.
    pub name: String,
}

/// A link that a template draws.
#[derive(Debug, Clone, Serialize, Default)]
pub struct LinkView {
    /// The words.
    pub title: String,
    /// Their language, when it is not the reader's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_in: Option<LanguageView>,
    /// The address; `None` for a caption without a page.
    pub url: Option<String>,
    /// The language of the article that it leads to, when it is not the reader's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown_in: Option<LanguageView>,
    /// Whether it is the page being shown; templates find nothing here when it is not.
    #[serde(skip_serializing_if = "is_false")]
    pub current: bool,
}

/// A language in the switcher.
#[derive(Debug, Clone, Serialize)]
pub struct TranslationView {
    /// BCP 47 tag.
    pub tag: String,
    /// The language's own name.
    pub name: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Address of the page in that language.
    pub url: String,
    /// The language of the article that is read there, when it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown_in: Option<LanguageView>,
    /// Whether it is the page being shown; templates find nothing here when it is not.
    #[serde(skip_serializing_if = "is_false")]
    pub current: bool,
}

/// The languages that have a newer version of an article than the reader's.
#[derive(Debug, Clone, Serialize)]
pub struct NewerView {
    /// A few of them, those first that the reader most likely understands; none when they have no page.
    pub languages: Vec<TranslationView>,
}

/// A language in which search engines find the same page.
#[derive(Debug, Clone, Serialize)]
pub struct AlternateView {
    /// What `hreflang` holds: a tag, a language alone where the page exists in one region of it only, or `x-default`.
    pub hreflang: String,
    /// The absolute address.
    pub url: String,
}

/// A heading in the on-page contents.
#[derive(Debug, Clone, Serialize)]
pub struct HeadingView {
    /// 2 or 3.
    pub level: u8,
    /// The id, for `href="#…"`: percent-encoded.
    pub fragment: String,
    /// Its text.
    pub text: String,
}

/// A `<meta>` made of a metadata key.
#[derive(Debug, Clone, Serialize)]
pub struct MetaView {
    /// The key as written.
    pub name: String,
    /// The value as text.
    pub content: String,
}

/// A day: for machines and for people.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// ISO 8601.
    pub iso: String,
    /// In the format of the reader's language.
    pub text: String,
}

impl DateView {
    /// A day as the readers of a language write it.
    pub fn of(day: Date, formats: &Formats) -> Self {
        Self {
            iso: day.to_string(),
            text: formats.long_date(day.year, day.month, day.day),
        }
    }
}

/// One group of a folder's list.
#[derive(Debug, Clone, Serialize)]
pub struct GroupView {
    /// Its caption: a first letter, or empty when the list is not grouped.
    pub title: String,
    /// Its links, in the order of the reader's language.
    pub links: Vec<LinkView>,
}

/// Navigation beside an article: bounded, so that pages do not grow with the site.
#[derive(Debug, Clone, Serialize, Default)]
pub struct NavigationView {
    /// The caption: the folder's or the section's title.
    pub title: String,
    /// Its language, when it is not the reader's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_in: Option<LanguageView>,
    /// Address of the folder's page, where everything is listed.
    pub url: Option<String>,
    /// The entries around this page, at most 40; `current` marks this page. Empty unless a template of the project names
    /// them, because they have been drawn already.
    pub entries: Vec<NavigationEntry>,
    /// The same as safe HTML: each drawn by `parts/navigation-entry.html`; empty when there are none.
    pub list: String,
    /// Whether the folder has more than is shown.
    pub more: bool,
    /// Address of the whole table of contents, to look for entries in; `None` when it is short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
}

/// One entry of the navigation.
#[derive(Debug, Clone, Serialize)]
pub struct NavigationEntry {
    /// The words.
    pub title: String,
    /// Their language, when it is not the reader's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_in: Option<LanguageView>,
    /// The address; `None` for a caption.
    pub url: Option<String>,
    /// The language of the article that it leads to, when it is not the reader's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown_in: Option<LanguageView>,
    /// Whether it is the page being shown; templates find nothing here when it is not.
    #[serde(skip_serializing_if = "is_false")]
    pub current: bool,
    /// Depth from 0; templates find nothing here for 0.
    #[serde(skip_serializing_if = "is_zero")]
    pub depth: usize,
}

/// A forwarding address. In `redirect.html`: `redirect`.
#[derive(Debug, Clone, Serialize)]
pub struct RedirectView {
    /// The title of the page it leads to.
    pub title: String,
    /// That page's address.
    pub url: String,
    /// Its absolute address; `None` without base URL.
    pub canonical: Option<String>,
}

/// One page. In templates: `page`. Which template draws it follows from `kind`.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// `article` (drawn by `page.html`), `folder` or `home` (`folder.html`), `not-found` (`not-found.html`),
    /// `search` (`search.html`) or `languages` (`languages.html`; its `translations` are all home pages).
    pub kind: &'static str,
    /// The title, plain text.
    pub title: String,
    /// What `<title>` holds: page and site.
    pub document_title: String,
    /// The description for search engines and link previews; empty when there is none.
    pub description: String,
    /// The page's own address.
    pub url: String,
    /// The content security policy of a page with trusted HTML, instead of the site's.
    pub policy: Option<String>,
    /// The absolute address, on fallback pages that of the original page; `None` without base URL.
    pub canonical: Option<String>,
    /// The content of `<meta name="robots">`; `None` when all is allowed.
    pub robots: Option<String>,
    /// The language of the article (for fallback pages another than the frame's).
    pub lang: String,
    /// Its direction.
    pub dir: &'static str,
    /// On fallback pages: the language that the article is shown in because the reader's lacks it.
    pub fallback: Option<LanguageView>,
    /// Where the newer version is, on pages of articles made from an older one.
    pub newer: Option<NewerView>,
    /// Whether readers are to be told that the article is a translation whose original does not exist.
    pub orphan: bool,
    /// `<meta>` elements from metadata keys (`ms.*` and the rest that is scalar or a list of scalars).
    pub meta: Vec<MetaView>,
    /// From the home page down to the folder that holds this page.
    pub breadcrumbs: Vec<LinkView>,
    /// Headings of levels 2 and 3.
    pub contents: Vec<HeadingView>,
    /// Navigation beside the article.
    pub navigation: NavigationView,
    /// The page before this one in reading order.
    pub previous: Option<LinkView>,
    /// The page after this one.
    pub next: Option<LinkView>,
    /// The same page in the languages that have it, this one included, sorted by their own names. Empty unless a template of
    /// the project names them, because they have been drawn already; in `languages.html` they always stand.
    pub translations: Vec<TranslationView>,
    /// The same as safe HTML: each drawn by `parts/switcher-entry.html`; empty when there is only one.
    pub switcher: String,
    /// The same page for search engines, this one included; empty unless `hreflang` says that heads tell it, and on
    /// pages that are not to be indexed.
    pub alternates: Vec<AlternateView>,
    /// The last hand-off or change.
    pub updated: Option<DateView>,
    /// Where the article's source is edited; `None` unless the project says so.
    pub edit_url: Option<String>,
    /// Where readers say what they think of it; `None` unless the project says so.
    pub feedback_url: Option<String>,
    /// Address of the article as Markdown; `None` unless that output is on.
    pub markdown: Option<String>,
    /// What search engines are told of the article, as JSON that may stand in a script element; `None` on pages that they
    /// must not list.
    pub structured: Option<String>,
    /// `machine` or `human`; `None` when the metadata does not say.
    pub translation: Option<&'static str>,
    /// Whether the body has a first-level heading of its own; otherwise the template draws `title`.
    pub has_heading: bool,
    /// Folder and home pages: folders below.
    pub folders: Vec<LinkView>,
    /// Folder and home pages: how many articles there are in all groups.
    pub article_count: usize,
    /// Folder and home pages: articles, grouped.
    pub groups: Vec<GroupView>,
}

/// Left out of the views that stand in long lists: half of a page's time goes into making its values.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over references"
)]
fn is_false(value: &bool) -> bool {
    !value
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over references"
)]
fn is_zero(value: &usize) -> bool {
    *value == 0
}

// A template also sees `metadata` (every key of the front matter with defaults and overrides, values unchanged), `heading`
// (the first-level heading that the article begins with, safe HTML; empty without one) and `content` (the rest of the
// article's HTML, safe).
