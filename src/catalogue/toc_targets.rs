//! Where the entries of tables of contents lead: pages with what stands behind their addresses, other sites, or nowhere.
//!
//! In: a target as written, and where its table stands. Out: the target; what cannot be found is kept to be told.

use crate::markup::urls::{Scheme, scheme_at, trimmed};
use crate::model::{ArticleId, ArticleKey, PageId, Target, TocEntry, TocTarget};
use crate::source::Spanned;

use super::names;
use super::resolve::{self, Goal};
use super::toc::{Found, Holder, Place, entries, toc_at};

/// The first page among entries, those of one level before those below them.
fn first_page(entries: &[TocEntry]) -> Option<PageId> {
    let own = entries.iter().find_map(|entry| match entry.target {
        TocTarget::Page(page) => Some(page),
        _ => None,
    });
    own.or_else(|| entries.iter().find_map(|entry| first_page(&entry.items)))
}

/// Where an entry leads: the page, and what stands behind its address.
pub(super) fn target(
    href: Spanned<Box<str>>,
    place: &Place<'_>,
    found: &mut Found,
) -> (TocTarget, Box<str>) {
    let written = trimmed(&href.value);
    let tail: Box<str> = written
        .find(['?', '#'])
        .map_or("", |at| &written[at..])
        .into();
    let fragment = tail.split_once('#').map(|(_, fragment)| fragment);
    let fragment = fragment.map(|id| percent_encoding::percent_decode_str(id).decode_utf8_lossy());
    let fragment = fragment
        .filter(|id| !id.is_empty())
        .map(std::borrow::Cow::into_owned);
    let (target, key) = page(href.clone(), place, &mut found.unresolved);
    if let (Some(fragment), Some(key)) = (fragment, key) {
        let outline = &place.scope.drafts[key.index()].outline;
        if outline.anchor(&fragment).is_none() {
            found.misplaced.push(href);
        }
    }
    match target {
        TocTarget::Page(_) => (target, tail),
        TocTarget::None | TocTarget::External(_) => (target, "".into()),
    }
}

/// Where a target leads, and the article that it names.
pub(super) fn page(
    href: Spanned<Box<str>>,
    place: &Place<'_>,
    unresolved: &mut Vec<Spanned<Box<str>>>,
) -> (TocTarget, Option<ArticleKey>) {
    let mut key = None;
    let target = looked_up(href, place, unresolved, &mut key);
    (target, key)
}

fn looked_up(
    href: Spanned<Box<str>>,
    place: &Place<'_>,
    unresolved: &mut Vec<Spanned<Box<str>>>,
    named_key: &mut Option<ArticleKey>,
) -> TocTarget {
    let written = trimmed(&href.value);
    let schemes = &place.scope.settings.schemes;
    let own = match scheme_at(|| place.scope.html_level(place.file), written) {
        Scheme::None if written.starts_with("//") => {
            return external(format!("https:{written}"), href, unresolved);
        }
        Scheme::None => None,
        Scheme::Listed(scheme) if matches!(&*scheme, "http" | "https") => {
            match resolve::own_path(place.scope, written) {
                Some(own) => Some(own),
                None => return external(written.to_owned(), href, unresolved),
            }
        }
        Scheme::Listed(_) => return TocTarget::External(written.into()),
        Scheme::Unlisted(scheme) if schemes.contains(&scheme) => {
            return TocTarget::External(written.into());
        }
        Scheme::Picture | Scheme::Unlisted(_) | Scheme::Forbidden(_) => {
            unresolved.push(href);
            return TocTarget::None;
        }
    };
    let is_own = own.is_some();
    let written = own.as_deref().unwrap_or(written);
    let path = written.split(['?', '#']).next().unwrap_or_default();
    let is_rooted = path.starts_with('/');
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let named = names::Named {
        id: ArticleId("".into()),
        locale: place.borrowed_from.unwrap_or(place.reader),
        file: place.file,
    };
    // A folder with a table of contents means the first page of that.
    if !is_rooted
        && path.ends_with('/')
        && let Some((file, raw)) = toc_at(place, &path)
        && place
            .holders
            .is_none_or(|holder| holder.file != file && holder.above.is_none())
    {
        let inner = Place {
            file,
            holders: Some(&Holder {
                file,
                above: place.holders,
            }),
            ..*place
        };
        let inner = entries(&raw.entries, &inner, &mut Found::default());
        if let Some(page) = first_page(&inner) {
            return TocTarget::Page(page);
        }
    }
    let goal = match path.as_ref() {
        "" => return TocTarget::None,
        rooted if is_rooted => resolve::rooted(place.scope, &named, rooted),
        relative => resolve::relative(place.scope, &named, relative),
    };
    let page = match goal {
        Goal::Article { key, .. } => {
            *named_key = Some(key);
            place.page_of(key)
        }
        Goal::Page(page) if place.borrowed_from.is_some() => Some(place.folder(page)),
        Goal::Page(page) | Goal::Moved(page) => Some(page),
        Goal::OtherSite(_) if is_own => return TocTarget::External(trimmed(&href.value).into()),
        Goal::OtherSite(segment) => {
            let base = &place.scope.settings.external_base;
            // Browsers read a backslash as a slash: `/\\host` would be another host.
            let written = written.replace('\\', "%5C");
            return TocTarget::External(base.href(&segment, &written).into());
        }
        Goal::Asset { .. } | Goal::Unpublished(_) | Goal::OutsideSite | Goal::Missing(_) => None,
    };
    page.map_or_else(
        || {
            unresolved.push(href);
            TocTarget::None
        },
        TocTarget::Page,
    )
}

/// An absolute address, if it is one.
fn external(
    url: String,
    href: Spanned<Box<str>>,
    unresolved: &mut Vec<Spanned<Box<str>>>,
) -> TocTarget {
    if resolve::absolute(&url) == Target::External {
        return TocTarget::External(url.into());
    }
    unresolved.push(href);
    TocTarget::None
}
