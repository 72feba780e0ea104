//! Tables of contents: targets become pages.

use crate::markup::urls::{Scheme, scheme_of, trimmed};
use crate::model::{RawToc, RawTocEntry, Target, Toc, TocEntry, TocTarget};
use crate::source::{FileId, Spanned};

use super::links::Scope;
use super::resolve::{self, Goal};

/// Resolves every `TOC.yml`, by locale; in a locale the outer folders come first.
pub(super) fn resolve(raw: Vec<(FileId, RawToc)>, scope: &Scope<'_>) -> Vec<Vec<Toc>> {
    let mut tocs: Vec<Vec<Toc>> = scope
        .locales
        .iter()
        .map(|(index, _)| index)
        .map(|_| Vec::new())
        .collect();
    for (file, raw) in raw {
        let source = scope.sources.get(file);
        let Some(locale) = source.locale else {
            continue;
        };
        let folder = source
            .path
            .folder()
            .split_once('/')
            .map_or("", |(_, below)| below);
        let mut found = Found::default();
        let entries = entries(
            raw.entries,
            &Place {
                scope,
                file,
                locale,
            },
            &mut found,
        );
        tocs[locale.index()].push(Toc {
            file,
            folder: folder.into(),
            entries,
            external: found.external,
            unresolved: found.unresolved,
            problems: raw.problems,
        });
    }
    for tocs in &mut tocs {
        tocs.sort_by(|a, b| {
            (a.folder.matches('/').count(), &a.folder)
                .cmp(&(b.folder.matches('/').count(), &b.folder))
        });
    }
    tocs
}

/// Where a table of contents stands.
struct Place<'s> {
    scope: &'s Scope<'s>,
    file: FileId,
    locale: crate::source::LocaleIndex,
}

/// What is to be said of targets.
#[derive(Default)]
struct Found {
    external: Vec<Spanned<Box<str>>>,
    unresolved: Vec<Spanned<Box<str>>>,
}

fn entries(raw: Vec<RawTocEntry>, place: &Place<'_>, found: &mut Found) -> Vec<TocEntry> {
    raw.into_iter()
        .map(|entry| {
            let target = entry.href.map_or(TocTarget::None, |href| {
                let range = href.range;
                let target = target(href, place, &mut found.unresolved);
                if let TocTarget::External(address) = &target {
                    let value = address.clone();
                    found.external.push(Spanned { value, range });
                }
                target
            });
            TocEntry {
                name: entry.name,
                target,
                items: entries(entry.items, place, found),
            }
        })
        .collect()
}

fn target(
    href: Spanned<Box<str>>,
    place: &Place<'_>,
    unresolved: &mut Vec<Spanned<Box<str>>>,
) -> TocTarget {
    let written = trimmed(&href.value);
    let schemes = &place.scope.settings.schemes;
    let own = match scheme_of(written) {
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
    let named = super::names::Named {
        id: crate::model::ArticleId("".into()),
        locale: place.locale,
        file: place.file,
    };
    let goal = match path.as_ref() {
        "" => return TocTarget::None,
        rooted if is_rooted => resolve::rooted(place.scope, &named, rooted),
        relative => resolve::relative(place.scope, &named, relative),
    };
    let page = match goal {
        Goal::Article { key, .. } => place.scope.placed.page_of[key.index()],
        Goal::Page(page) => Some(page),
        Goal::OtherSite(_) if is_own => return TocTarget::External(trimmed(&href.value).into()),
        Goal::OtherSite(segment) => {
            let base = &place.scope.settings.external_base;
            // Browsers read a backslash as a slash: `/\\host` would be another host.
            let written = written.replace('\\', "%5C");
            return TocTarget::External(base.href(&segment, &written).into());
        }
        Goal::Asset { .. }
        | Goal::Moved(_)
        | Goal::Unpublished(_)
        | Goal::OutsideSite
        | Goal::Missing(_) => None,
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
