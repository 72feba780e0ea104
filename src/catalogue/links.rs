//! Link: every link and image of an article gets its meaning.

use percent_encoding::percent_decode_str;

use crate::config::Settings;
use crate::l10n::Locales;
use crate::markup::urls::{Scheme, scheme_at, trimmed};
use crate::model::{
    ArticleKey, Document, Fact, HtmlLevel, Included, Link, LinkKind, RawLink, Slug, Target,
    Unresolved,
};
use crate::source::{FileId, SourceKind, Sources};

use super::inclusions::Library;
use super::names::{Found, Named, Names};
use super::pages::Placed;
use super::resolve::{self, Goal};
use super::xrefs::{self, Xrefs};
use super::{Draft, fallback, suggest};

/// How many links of one article get a suggestion. To look for one costs a hundred times what a link costs, and nobody
/// reads the hundred and first.
pub(super) const MOST_SUGGESTIONS: usize = 100;

/// All that a link may refer to.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    pub(super) sources: &'s Sources,
    pub(super) locales: &'s Locales,
    pub(super) names: &'s Names,
    pub(super) drafts: &'s [Draft],
    pub(super) placed: &'s Placed,
    pub(super) settings: &'s Settings,
    pub(super) xrefs: &'s Xrefs,
}

impl Scope<'_> {
    /// How far the raw HTML of a file is trusted, and so its addresses.
    pub(super) fn html_level(&self, file: FileId) -> HtmlLevel {
        let path = &self.sources.get(file).path;
        self.settings.html.level_of(path.as_str())
    }
}

/// The links of a page, text by text.
pub(super) struct OfPage {
    /// Those of the article's own text.
    pub(super) own: Box<[Link]>,
    /// Those of the files that it includes, in the order of these.
    pub(super) of_includes: Vec<Box<[Link]>>,
}

/// The links of the page of the article at a position, each text's in the order of its document.
pub(super) fn resolve_all(scope: &Scope<'_>, at: usize) -> OfPage {
    let named = &scope.names.articles[at];
    let mut suggestions = 0;
    let draft = &scope.drafts[at];
    let own = resolve_text(scope, named, at, &draft.document, &mut suggestions);
    let of_include = |included: &Included| {
        // Paths count from the file in which they are written.
        let named = Named {
            id: named.id.clone(),
            locale: named.locale,
            file: included.file,
        };
        resolve_text(scope, &named, at, &included.document, &mut suggestions)
    };
    OfPage {
        own,
        of_includes: draft.opened.includes.iter().map(of_include).collect(),
    }
}

/// The links of one text of a page.
fn resolve_text(
    scope: &Scope<'_>,
    named: &Named,
    at: usize,
    document: &Document,
    suggestions: &mut usize,
) -> Box<[Link]> {
    let links = document.facts.iter().filter_map(|fact| match fact {
        Fact::Link(raw) => {
            let mut words = None;
            let mut target = match raw.kind {
                LinkKind::Code => shown(scope, named, raw),
                _ => match xrefs::reference(raw) {
                    Some(reference) => xrefs::target(scope, named, &reference, &mut words),
                    None => target(scope, named, at, raw),
                },
            };
            if let Target::Unresolved(unresolved) = &mut target
                && *suggestions < MOST_SUGGESTIONS
            {
                *suggestions += 1;
                suggest(scope, named, raw, unresolved);
            }
            let range = raw.range;
            Some(Link {
                range,
                target,
                words,
            })
        }
        Fact::Heading(_) | Fact::Anchor(_) | Fact::Include(_) => None,
    });
    links.collect()
}

/// The file whose text is shown as code.
fn shown(scope: &Scope<'_>, named: &Named, raw: &RawLink) -> Target {
    let library = Library {
        sources: scope.sources,
        locales: scope.locales,
        names: scope.names,
        chains: &scope.placed.chains,
        layout: &scope.settings.layout,
    };
    let from = &scope.sources.get(named.file).path;
    match library.find_with_locale(from, &raw.written) {
        Ok((file, borrowed_from)) => Target::Shown {
            file,
            borrowed_from,
        },
        Err(path) => nowhere(scope, named, &path),
    }
}

/// A file that does not exist in the article's language, and where another one has it.
fn nowhere(scope: &Scope<'_>, named: &Named, path: &str) -> Target {
    let below = path.split_once('/').map(|(_, below)| below);
    let elsewhere = below.and_then(|below| scope.names.elsewhere(named.locale, below));
    Target::Unresolved(Unresolved::NoSuchFile {
        path: path.into(),
        near: None,
        elsewhere,
    })
}

/// Adds the name that may have been meant.
fn suggest(scope: &Scope<'_>, named: &Named, raw: &RawLink, unresolved: &mut Unresolved) {
    match unresolved {
        // What another language has is right as it is written: it is missing, not misspelt.
        Unresolved::NoSuchFile {
            path,
            near,
            elsewhere: None,
        } => {
            let written = trimmed(&raw.written);
            if written
                .get(..4)
                .is_some_and(|start| start.eq_ignore_ascii_case("www."))
            {
                *near = Some(format!("https://{written}").into());
                return;
            }
            if raw.kind == LinkKind::Code {
                return;
            }
            let is_image = raw.kind == LinkKind::Image;
            *near = suggest::near_path(scope, named, path, is_image).map(Into::into);
        }
        Unresolved::NoSuchAnchor {
            key,
            fragment,
            near,
        } => {
            let ids = scope.drafts[key.index()].outline.anchors.iter();
            let ids = ids.map(|(slug, _)| slug.as_str());
            *near = suggest::nearest(fragment, ids).map(Into::into);
        }
        _ => {}
    }
}

/// What a written target means. The order: nothing, a place on the page, an absolute address, a path.
fn target(scope: &Scope<'_>, named: &Named, at: usize, raw: &RawLink) -> Target {
    let written = trimmed(&raw.written);
    if written.is_empty() {
        return Target::Unresolved(Unresolved::Empty);
    }
    if let Some(fragment) = written.strip_prefix('#') {
        return same_page(scope, at, fragment);
    }
    match scheme_at(|| scope.html_level(named.file), written) {
        // `//host/path` takes the scheme of the page.
        Scheme::None if written.starts_with("//") => resolve::absolute(&format!("https:{written}")),
        // `?view=x` alone is the same page with another query.
        Scheme::None if written.starts_with('?') => {
            let (query, fragment) = split(&written[1..], '#');
            article(scope, key_of(at), Some(query), fragment, false)
        }
        Scheme::None => match resolve::damaged_http(written) {
            Some(reason) => Target::Unresolved(Unresolved::BadUrl(reason)),
            None => path(scope, named, written, Origin::Written),
        },
        Scheme::Listed(scheme) if matches!(&*scheme, "http" | "https") => {
            match resolve::own_path(scope, written) {
                Some(own) => path(scope, named, &own, Origin::OwnUrl),
                None => resolve::absolute(written),
            }
        }
        Scheme::Listed(_) => Target::Other,
        Scheme::Picture if raw.kind == LinkKind::Image => Target::Data,
        Scheme::Picture => forbidden("data"),
        Scheme::Unlisted(scheme) if scope.settings.schemes.contains(&scheme) => Target::Other,
        Scheme::Unlisted(scheme) => match resolve::meant_http(&scheme, written) {
            Some(reason) => Target::Unresolved(Unresolved::BadUrl(reason)),
            None => forbidden(&scheme),
        },
        Scheme::Forbidden(scheme) => forbidden(&scheme),
    }
}

pub(super) fn forbidden(scheme: &str) -> Target {
    Target::Unresolved(Unresolved::ForbiddenScheme(scheme.into()))
}

/// Where a path came from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// As the author wrote it.
    Written,
    /// What remained of an absolute URL of this site.
    OwnUrl,
}

fn same_page(scope: &Scope<'_>, at: usize, fragment: &str) -> Target {
    let id = decoded(fragment);
    if is_top(&id) || scope.drafts[at].outline.anchor(&id).is_some() {
        return Target::Fragment(Slug(id.into()));
    }
    no_anchor(key_of(at), &id)
}

fn key_of(at: usize) -> ArticleKey {
    ArticleKey(u32::try_from(at).expect("fewer than 2^32 articles"))
}

/// `#` and `#top` lead to the top of every page (HTML, 7.4.6.4); text fragments are the browser's business.
fn is_top(id: &str) -> bool {
    id.is_empty() || id.eq_ignore_ascii_case("top") || id.starts_with(":~:")
}

fn no_anchor(key: ArticleKey, id: &str) -> Target {
    Target::Unresolved(Unresolved::NoSuchAnchor {
        key,
        fragment: id.into(),
        near: None,
    })
}

/// A path, relative or rooted, with query and fragment.
fn path(scope: &Scope<'_>, named: &Named, written: &str, origin: Origin) -> Target {
    let (rest, fragment) = split(written, '#');
    let (path, query) = split(rest, '?');
    let Ok(decoded_path) = percent_decode_str(path).decode_utf8() else {
        return Target::Unresolved(Unresolved::BadUrl("percent-encoding that is no UTF-8"));
    };
    // An encoded slash is a character of a name, not the root.
    let goal = if path.starts_with('/') {
        resolve::rooted(scope, named, &decoded_path)
    } else {
        resolve::relative(scope, named, &decoded_path)
    };
    match goal {
        Goal::Article { key, case_differs } => {
            let key = resolve::in_readers_locale(scope, named, key);
            article(scope, key, query, fragment, case_differs)
        }
        Goal::Page(page) | Goal::Moved(page) => {
            Target::Page(page, fragment.map(|id| decoded(id).into()))
        }
        Goal::Asset { file, case_differs } => Target::Asset {
            file,
            case_differs,
            borrowed_from: None,
        },
        Goal::Unpublished(path) => Target::Unresolved(Unresolved::NotPublished(path.into())),
        Goal::OutsideSite => Target::Unresolved(Unresolved::OutsideSite),
        Goal::OtherSite(_) if origin == Origin::OwnUrl => Target::External,
        Goal::OtherSite(segment) => {
            let href = scope.settings.external_base.href(&segment, written);
            Target::OtherSite {
                segment: segment.into(),
                href: href.into(),
            }
        }
        Goal::Missing(path) => missing(scope, named, &path),
    }
}

/// An article that was found, and the place on it.
pub(super) fn article(
    scope: &Scope<'_>,
    key: ArticleKey,
    query: Option<&str>,
    fragment: Option<&str>,
    case_differs: bool,
) -> Target {
    let fragment = fragment.map(decoded).filter(|id| !is_top(id));
    let outline = &scope.drafts[key.index()].outline;
    if let Some(id) = fragment
        .as_deref()
        .filter(|id| outline.anchor(id).is_none())
    {
        return no_anchor(key, id);
    }
    Target::Article {
        key,
        fragment: fragment.map(Into::into),
        query: query.map(Into::into),
        case_differs,
    }
}

/// What does not exist in the article's language: the file of another one that stands in, or nothing.
fn missing(scope: &Scope<'_>, named: &Named, path: &str) -> Target {
    let stand_in = fallback::file(
        scope.names,
        scope.sources,
        scope.locales,
        &scope.placed.chains,
        path,
        |kind| kind == SourceKind::Asset,
    );
    if let Some((Found { file, case_differs }, other)) = stand_in {
        return Target::Asset {
            file,
            case_differs,
            borrowed_from: Some(other),
        };
    }
    nowhere(scope, named, path)
}

fn split(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at)
        .map_or((text, None), |(before, after)| (before, Some(after)))
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
