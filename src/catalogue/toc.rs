//! Tables of contents: targets become pages.

use crate::markup::urls::{Scheme, scheme_of};
use crate::model::{RawToc, RawTocEntry, Toc, TocEntry, TocTarget};
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
        let mut unresolved = Vec::new();
        let entries = entries(
            raw.entries,
            &Place {
                scope,
                file,
                locale,
            },
            &mut unresolved,
        );
        tocs[locale.index()].push(Toc {
            file,
            folder: folder.into(),
            entries,
            unresolved,
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

fn entries(
    raw: Vec<RawTocEntry>,
    place: &Place<'_>,
    unresolved: &mut Vec<Spanned<Box<str>>>,
) -> Vec<TocEntry> {
    raw.into_iter()
        .map(|entry| {
            let target = entry
                .href
                .map_or(TocTarget::None, |href| target(href, place, unresolved));
            TocEntry {
                name: entry.name,
                target,
                items: entries(entry.items, place, unresolved),
            }
        })
        .collect()
}

fn target(
    href: Spanned<Box<str>>,
    place: &Place<'_>,
    unresolved: &mut Vec<Spanned<Box<str>>>,
) -> TocTarget {
    let written = href.value.trim();
    match scheme_of(written) {
        Scheme::None => {}
        Scheme::Listed(_) => return TocTarget::External(written.into()),
        Scheme::Picture | Scheme::Unlisted(_) | Scheme::Forbidden(_) => {
            unresolved.push(href);
            return TocTarget::None;
        }
    }
    let path = written.split(['?', '#']).next().unwrap_or_default();
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let named = super::names::Named {
        id: crate::model::ArticleId("".into()),
        locale: place.locale,
        file: place.file,
    };
    let goal = match path.as_ref() {
        "" => return TocTarget::None,
        rooted if rooted.starts_with('/') => resolve::rooted(place.scope, &named, rooted),
        relative => resolve::relative(place.scope, &named, relative),
    };
    let page = match goal {
        Goal::Article { key, .. } => place.scope.placed.page_of[key.index()],
        Goal::Page(page) => Some(page),
        Goal::OtherSite(segment) => {
            return TocTarget::External(
                place
                    .scope
                    .settings
                    .external_base
                    .href(&segment, written)
                    .into(),
            );
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
