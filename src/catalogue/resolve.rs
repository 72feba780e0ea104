//! Paths to files: relative ones, rooted ones, and absolute URLs that mean this site.

use crate::model::{ArticleKey, PageId, Shown, Target, Unresolved};
use crate::source::{FileId, LocaleIndex, SourceKind};

use super::links::Scope;
use super::names::{Found, Named, fold};
use super::urls;
use super::written::joined;

/// What a path leads to.
#[derive(Debug)]
pub(super) enum Goal {
    /// An article.
    Article { key: ArticleKey, case_differs: bool },
    /// A folder's page.
    Page(PageId),
    /// An old address of an article: the page that forwards to it.
    Moved(PageId),
    /// A file to publish.
    Asset { file: FileId, case_differs: bool },
    /// A file that exists and is not published.
    Unpublished(String),
    /// Above the content folder.
    OutsideSite,
    /// A rooted path to another docset: its first segment.
    OtherSite(String),
    /// Nothing: the path that was looked for, below the content folder.
    Missing(String),
}

/// The file at a path below the content folder, also when `.md` was left out.
pub(super) fn file(scope: &Scope<'_>, path: &str) -> Option<Found> {
    with_ending(path, |path| scope.names.find(scope.sources, path))
}

fn with_ending(path: &str, find: impl Fn(&str) -> Option<Found>) -> Option<Found> {
    let path = path.trim_end_matches('/');
    find(path)
        .or_else(|| find(&format!("{path}.md")))
        .or_else(|| find(&format!("{path}/index.md")))
        .or_else(|| find(&format!("{path}.yml")))
        .or_else(|| find(&format!("{path}/index.yml")))
}

/// Resolves a relative path as seen from an article.
pub(super) fn relative(scope: &Scope<'_>, named: &Named, path: &str) -> Goal {
    match path_of(scope, named, path) {
        Some(path) => at_path(scope, &path),
        None => Goal::OutsideSite,
    }
}

/// The path of the site that a relative path means, as seen from a file; `None` when it climbs out.
pub(super) fn path_of(scope: &Scope<'_>, named: &Named, path: &str) -> Option<String> {
    let own = &scope.sources.get(named.file).path;
    let layout = &scope.settings.layout;
    let slashes;
    let mut path = path;
    if !layout.is_plain() && path.contains('\\') {
        slashes = path.replace('\\', "/");
        path = &slashes;
    }
    // `~/` is the folder of the docset.
    let (from, path) = match path.strip_prefix("~/") {
        Some(inner) => (layout.root_of(own.as_str()), inner),
        None => (own.folder(), path),
    };
    joined(from, path)
}

/// Resolves a path from the site's root: `/AlchemyInsights/slug`, `/fr-fr/AlchemyInsights/slug.html`, `/`.
pub(super) fn rooted(scope: &Scope<'_>, named: &Named, path: &str) -> Goal {
    let goal = rooted_as_is(scope, named, path);
    // Pages may be published, and so be linked to, under names that end in `.html`.
    if let (Goal::Missing(_) | Goal::OtherSite(_), Some(bare)) = (&goal, path.strip_suffix(".html"))
    {
        let bare = bare.strip_suffix("index").unwrap_or(bare);
        let found = rooted_as_is(scope, named, bare);
        if let Goal::Article { .. } | Goal::Page(_) = found {
            return found;
        }
    }
    goal
}

fn rooted_as_is(scope: &Scope<'_>, named: &Named, path: &str) -> Goal {
    let Some(path) = joined("", path.trim_start_matches('/')) else {
        return Goal::OutsideSite;
    };
    let (first, rest) = path.split_once('/').unwrap_or((&path, ""));
    let (locale, below) = match locale_segment(scope, first) {
        Some(locale) => (locale, rest),
        None => (named.locale, &*path),
    };
    if below.is_empty() {
        return folder(scope, locale, "").map_or_else(|| Goal::Missing(path.clone()), Goal::Page);
    }
    let docset = below.split('/').next().unwrap_or(below);
    if scope.names.is_own(below) {
        return match at_public(scope, locale, below) {
            // Addresses are lower case: only paths of files are sensitive.
            Goal::Article { key, .. } => Goal::Article {
                key,
                case_differs: false,
            },
            goal => goal,
        };
    }
    // Files beside the locale folders are reached by their own path (`/media/logo.svg`).
    match scope.names.find(scope.sources, &path) {
        Some(found) => goal(scope, found),
        None => moved(scope, locale, below)
            .map_or_else(|| Goal::OtherSite(docset.to_owned()), Goal::Moved),
    }
}

/// The locale that the first segment of a rooted path names, in any letter case.
fn locale_segment(scope: &Scope<'_>, segment: &str) -> Option<LocaleIndex> {
    scope.locales.find(segment)
}

/// What is at a path below the content folder.
fn at_path(scope: &Scope<'_>, path: &str) -> Goal {
    if let Some(found) = file(scope, path) {
        return goal(scope, found);
    }
    let top = path.split('/').next().unwrap_or(path);
    let published = scope.locales.find(top).and_then(|locale| {
        let below = scope.settings.layout.public(path);
        published(scope, locale, if below == top { "" } else { &below })
    });
    published.unwrap_or_else(|| Goal::Missing(path.trim_end_matches('/').to_owned()))
}

/// What is published at a path below a language.
pub(super) fn at_public(scope: &Scope<'_>, locale: LocaleIndex, below: &str) -> Goal {
    let path = format!("{}/{below}", scope.locales.get(locale).folder);
    if let Some(found) = with_ending(&path, |path| scope.names.find_public(scope.sources, path)) {
        return goal(scope, found);
    }
    published(scope, locale, below)
        .unwrap_or_else(|| Goal::Missing(path.trim_end_matches('/').to_owned()))
}

/// What stands at an address without a file of its own.
fn published(scope: &Scope<'_>, locale: LocaleIndex, below: &str) -> Option<Goal> {
    scope
        .placed
        .stand_in_at(locale, below)
        .or_else(|| folder(scope, locale, below).map(Goal::Page))
        .or_else(|| moved(scope, locale, below).map(Goal::Moved))
}

/// The page that forwards from an old address (`redirect_from`), written as a path below the locale, with or without `.md`.
fn moved(scope: &Scope<'_>, locale: LocaleIndex, below: &str) -> Option<PageId> {
    let address = below.strip_suffix(".md").unwrap_or(below);
    let segment = &scope.locales.get(locale).url;
    let url = urls::written(segment, address, scope.settings.url_style).ok()?;
    let page = *scope.placed.by_url.get(&url)?;
    let forwards = matches!(
        scope.placed.pages[page.index()].shown,
        Shown::Redirect(_) | Shown::Forward(..)
    );
    forwards.then_some(page)
}

/// The page that leads on from a file that is still there and is redirected.
fn redirected(scope: &Scope<'_>, found: Found) -> Option<PageId> {
    let source = scope.sources.get(found.file);
    let public = scope.settings.layout.public(source.path.as_str());
    moved(scope, source.locale?, public.rsplit_once('.')?.0)
}

fn goal(scope: &Scope<'_>, found: Found) -> Goal {
    let Found { file, case_differs } = found;
    let source = scope.sources.get(file);
    match (scope.names.article_of[file.index()], source.kind) {
        (Some(key), _) if scope.placed.hidden[key.index()] => {
            Goal::Unpublished(source.path.to_string())
        }
        (Some(key), _) => Goal::Article { key, case_differs },
        (None, SourceKind::Asset) => Goal::Asset { file, case_differs },
        (None, SourceKind::Article | SourceKind::Yaml) => redirected(scope, found)
            .map_or_else(|| Goal::Unpublished(source.path.to_string()), Goal::Moved),
        (None, _) => Goal::Unpublished(source.path.to_string()),
    }
}

/// The page of a folder, as spelt or in another letter case.
fn folder(scope: &Scope<'_>, locale: LocaleIndex, folder: &str) -> Option<PageId> {
    let folder = folder.trim_end_matches('/');
    let exact = scope.placed.folders[locale.index()].get(folder);
    let folded = || scope.placed.folded_folders[locale.index()].get(&fold(folder));
    exact.or_else(folded).copied()
}

/// The same article in the locale of the page that the link stands on, where there is one, else what stands in for it.
pub(super) fn in_readers_locale(scope: &Scope<'_>, named: &Named, key: ArticleKey) -> ArticleKey {
    let target = scope.names.article(key);
    if target.locale == named.locale {
        return key;
    }
    let own = scope.names.edition(&target.id, named.locale);
    let stand_in = || scope.placed.stand_in(&target.id, named.locale);
    own.or_else(|| Some(stand_in()?.shown)).unwrap_or(key)
}

/// The site path that an absolute URL of this site means, with query and fragment.
pub(super) fn own_path(scope: &Scope<'_>, url: &str) -> Option<String> {
    let bare = without_scheme(url);
    scope.settings.own_urls.iter().find_map(|own| {
        let prefix = without_scheme(&own.prefix);
        let head = bare.get(..prefix.len())?;
        let rest = &bare[prefix.len()..];
        let ends = rest.is_empty() || rest.starts_with(['/', '?', '#']);
        (head.eq_ignore_ascii_case(prefix) && ends)
            .then(|| format!("{}/{}", own.path, rest.trim_start_matches('/')))
    })
}

fn without_scheme(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}

/// An absolute `http` or `https` address: fine when it has a host.
pub(super) fn absolute(url: &str) -> Target {
    let Some((_, rest)) = url.split_once(':') else {
        return Target::External;
    };
    let Some(authority) = rest.strip_prefix("//") else {
        return Target::Unresolved(Unresolved::BadUrl(
            "two slashes are missing after the scheme",
        ));
    };
    let host = authority.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    if host.is_empty() {
        return Target::Unresolved(Unresolved::BadUrl("no host"));
    }
    if ["http", "https"]
        .iter()
        .any(|scheme| host.trim_end_matches(':').eq_ignore_ascii_case(scheme))
    {
        return Target::Unresolved(Unresolved::BadUrl("the scheme stands there twice"));
    }
    if host.contains(|c: char| {
        c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '}' | '|')
    }) {
        return Target::Unresolved(Unresolved::BadUrl("a character that no host name has"));
    }
    Target::External
}

/// Why an address without a scheme was probably meant to begin with `https://`: `https//host`, `https;//host`, or with the
/// wide signs of Chinese and Japanese, `https：//host`.
pub(super) fn damaged_http(written: &str) -> Option<&'static str> {
    let end = written.find(|sign: char| !sign.is_ascii_alphabetic())?;
    let (scheme, rest) = written.split_at(end);
    if !["http", "https"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(scheme))
    {
        return None;
    }
    let host = rest.trim_start_matches(is_after_scheme);
    let signs = &rest[..rest.len() - host.len()];
    let slashes = signs.chars().filter(|sign| "/／\\".contains(*sign)).count();
    let others = signs.chars().count() - slashes;
    // `http/start.md` lies in a folder.
    (slashes + others.min(1) >= 2 && slashes > 0 && !host.is_empty())
        .then_some("the signs after the scheme are not `://`")
}

/// Signs that stand after a scheme, or instead of those.
fn is_after_scheme(sign: char) -> bool {
    ":;,./\\：；／".contains(sign) || sign.is_whitespace()
}

/// Why a scheme that nobody knows was probably meant to be `http` or `https`.
pub(super) fn meant_http(scheme: &str, url: &str) -> Option<&'static str> {
    let has_host = url
        .get(scheme.len()..)
        .is_some_and(|rest| rest.starts_with("://"));
    let near = ["http", "https"]
        .iter()
        .any(|known| strsim::levenshtein(scheme, known) <= 2);
    (has_host && near).then_some("the scheme is misspelt: `https` is meant")
}
