//! Step 5: make the outputs. One function per page, locale or site; each gives bytes and keeps nothing.
//!
//! A page's [`view::PageView`] and the article's HTML go into a template of the theme. Nothing is resolved here (that was
//! `catalogue`) and nothing is written (that is `publish`).

use std::borrow::Cow;

use crate::failure::Failure;
use crate::markup::{self, Profile, text};
use crate::model::{ArticleKey, Artifact, Body, OutputPath, PageId, Slug};
use crate::parse;
use crate::search;
use crate::source::LocaleIndex;

pub use body::Texts;
pub use frame::{Frame, PublishedFile, PublishedFiles, Shared};
pub use functions::register;
pub use outputs::{EXTERNAL_LINKS, Indexed, OUTPUTS};
pub use status::alone as status_alone;

mod around;
mod body;
mod choices;
mod contents;
mod crumbs;
mod elsewhere;
mod found;
mod frame;
pub mod functions;
pub mod html;
mod labels;
mod languages;
mod listing;
mod lists;
mod metadata;
mod navigation;
mod outputs;
mod page;
mod policy;
mod references;
mod searching;
mod sections;
mod status;
mod structured;
mod untranslated;
pub mod view;

/// Search engines cut descriptions at about this many characters.
const LONGEST_DESCRIPTION: usize = 160;

/// An article's page.
#[derive(Debug)]
pub struct Rendered {
    /// The page.
    pub page: Artifact,
    /// The article as Markdown, when that is wanted.
    pub markdown: Option<Artifact>,
    /// What the search finds of it; `None` when it is left out.
    pub found: Option<search::Page>,
}

/// The page of an article, from the bytes of its file and the [`Texts::of`] it.
///
/// # Errors
/// When a template fails.
pub fn article(
    frame: &Frame<'_>,
    id: PageId,
    key: ArticleKey,
    bytes: &[u8],
    texts: &Texts,
) -> Result<Rendered, Failure> {
    let article = frame.site.article(key);
    let decoded = parse::decode(bytes);
    let options = markup::Options {
        profile: Profile::Polydoc,
        nesting: frame.settings.limits.nesting,
        html: article.document.html,
    };
    let mut events = body::events(article, &decoded, texts, options);
    // They stand inside the text and are read in its language.
    let labels = &frame.locale(article.locale).labels;
    let docset = frame.settings.layout.docset_of(texts.path());
    untranslated::mark(&mut events, article.entries());
    let choices = choices::choices(&mut events, docset, article.entries(), labels);

    let described = article.metadata.description.is_some();
    let description = if described {
        None
    } else {
        text::first_paragraph(&events)
    };
    let reader = frame.site.page(id).locale;
    let mut view = page::article(frame, id, key, &shortened(&description.unwrap_or_default()));
    if let Some(way) = docset.and_then(|docset| crumbs::described(frame, article, docset, id)) {
        view.breadcrumbs = way;
    }

    let headings: Vec<Slug> = article
        .outline
        .headings
        .iter()
        .map(|heading| heading.slug.clone())
        .collect();
    let more_ids: Vec<&[Slug]> = article
        .outline
        .headings
        .iter()
        .map(|heading| &*heading.also)
        .collect();
    let links = references::References {
        frame,
        article,
        reader,
    };
    let mut content = String::with_capacity(decoded.len() * 2);
    let surroundings = html::Surroundings {
        headings: &headings,
        more_ids: &more_ids,
        links: &links,
        labels,
        players: &frame.settings.appearance.video_hosts,
    };
    html::write(&events, Profile::Polydoc, surroundings, &mut content);

    lists::draw(frame, reader, &mut view)?;
    let mut context = frame.locale(reader).context.clone();
    context.insert("page", &view);
    context.insert_value("metadata", metadata::value(article));
    let (heading, rest) = split_heading(&content);
    context.insert_value("heading", tera::Value::safe_string(heading));
    let text = if choices.is_empty() {
        Cow::Borrowed(rest)
    } else {
        Cow::Owned(choices + rest)
    };
    context.insert_value("content", tera::Value::safe_string(&text));
    let template = if view.kind == "article" {
        "page.html"
    } else {
        "folder.html"
    };
    let path = crate::catalogue::output_path(&frame.site.page(id).url);
    Ok(Rendered {
        markdown: outputs::markdown_copy(frame, id, article, &decoded),
        found: found::page(frame, id, article, &view, &events),
        page: draw_around(content.len(), frame, template, &context, path)?,
    })
}

/// The page of a folder that has no article of its own.
///
/// # Errors
/// When a template fails.
pub fn folder(frame: &Frame<'_>, id: PageId, path: &str) -> Result<Artifact, Failure> {
    let locale = frame.site.page(id).locale;
    let mut view = page::folder(frame, id, locale, path);
    lists::draw(frame, locale, &mut view)?;
    let mut context = frame.locale(locale).context.clone();
    context.insert("page", &view);
    context.insert_value("metadata", tera::Value::from(tera::Map::new()));
    context.insert_value("heading", tera::Value::safe_string(""));
    context.insert_value("content", tera::Value::safe_string(""));
    draw(frame, "folder.html", &context, id)
}

/// The outputs of a locale beside its pages.
///
/// # Errors
/// When a template fails.
pub fn of_locale(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    outputs::of_locale(frame, locale)
}

/// The outputs of the whole site.
///
/// # Errors
/// When a template fails.
pub fn of_site(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    outputs::of_site(frame)
}

/// The search index of a locale, from what is found of its pages; nothing when it is switched off.
pub fn index(frame: &Frame<'_>, locale: LocaleIndex, pages: &[search::Page]) -> Indexed {
    outputs::index(frame, locale, pages)
}

/// A share of the search index of a locale, from what is found of some of its pages.
pub fn index_share(frame: &Frame<'_>, locale: LocaleIndex, pages: &[search::Page]) -> Vec<u8> {
    outputs::index_share(frame, locale, pages)
}

/// The manifest of the search index of a language, empty: for checks, which make no index.
pub fn index_to_be(frame: &Frame<'_>, locale: LocaleIndex) -> Artifact {
    let path = searching::index_path(&frame.site.locales.get(locale).url);
    Artifact {
        path: OutputPath::new(&path).expect("names of locales and files are plain"),
        body: Body::Bytes(Vec::new()),
    }
}

fn draw(
    frame: &Frame<'_>,
    template: &str,
    context: &tera::Context,
    id: PageId,
) -> Result<Artifact, Failure> {
    let path = crate::catalogue::output_path(&frame.site.page(id).url);
    draw_to(frame, template, context, path)
}

fn draw_to(
    frame: &Frame<'_>,
    template: &str,
    context: &tera::Context,
    path: OutputPath,
) -> Result<Artifact, Failure> {
    draw_around(0, frame, template, context, path)
}

/// Draws a page that holds so many bytes of content.
fn draw_around(
    content: usize,
    frame: &Frame<'_>,
    template: &str,
    context: &tera::Context,
    path: OutputPath,
) -> Result<Artifact, Failure> {
    let mut bytes = Vec::with_capacity(content + (16 << 10));
    frame.theme.render(template, context, content, &mut bytes)?;
    Ok(Artifact {
        path,
        body: Body::Bytes(bytes),
    })
}

/// The first-level heading that an article begins with, and the rest: templates put notices and contents between them.
fn split_heading(content: &str) -> (&str, &str) {
    const END: &str = "</h1>\n";
    let end = content
        .find(END)
        .filter(|_| content.starts_with("<h1"))
        .map_or(0, |at| at + END.len());
    content.split_at(end)
}

/// A text cut at the last blank that fits, with an ellipsis.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST_DESCRIPTION) else {
        return text.to_owned();
    };
    let cut = text[..end]
        .rfind(' ')
        .filter(|&cut| cut > end / 2)
        .unwrap_or(end);
    format!("{}…", text[..cut].trim_end())
}
