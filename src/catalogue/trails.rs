//! The way to pages: what the files that `breadcrumb_path` names say of it, with its targets found.
//!
//! In: all tables of contents as written. Out: the [`Trails`] of each language, its own first, then those of its chain. Which of
//! them a page takes is decided by its repository when the page is made.

use std::collections::HashMap;

use crate::config::Role;
use crate::model::{RawToc, RawTocEntry, Station, TocTarget, Trails};
use crate::source::{FileId, LocaleIndex};

use super::links::Scope;
use super::toc::{self, Place};
use super::toc_targets;
use super::written::joined;

/// The trails of each language.
pub(super) fn resolve(raw: &[(FileId, RawToc)], scope: &Scope<'_>) -> Vec<Vec<Trails>> {
    let files: HashMap<FileId, &RawToc> = raw.iter().map(|(file, raw)| (*file, raw)).collect();
    let is_trail = |file: FileId| {
        let path = scope.sources.get(file).path.as_str();
        scope.settings.layout.role(path) == Role::Breadcrumb
    };
    let trails: Vec<(FileId, &RawToc, LocaleIndex)> = raw
        .iter()
        .filter(|(file, _)| is_trail(*file))
        .filter_map(|(file, raw)| Some((*file, raw, scope.sources.get(*file).locale?)))
        .collect();
    let of_reader = |reader: LocaleIndex| {
        let chain = scope.placed.chains[reader.index()].iter().copied();
        let mut found: Vec<Trails> = Vec::new();
        for other in std::iter::once(reader).chain(chain) {
            for &(file, raw, _) in trails.iter().filter(|(.., locale)| *locale == other) {
                let path = scope.sources.get(file).path.as_str();
                let below = path.split_once('/').map_or(path, |(_, below)| below);
                let at = below.rsplit_once('.').map_or(below, |(at, _)| at);
                if found.iter().any(|trails| *trails.at == *at) {
                    continue;
                }
                let place = Place {
                    scope,
                    file,
                    reader,
                    borrowed_from: (other != reader).then_some(other),
                    files: &files,
                    holders: None,
                };
                found.push(Trails {
                    at: at.into(),
                    stations: stations(&raw.entries, &place),
                });
            }
        }
        found
    };
    scope
        .locales
        .iter()
        .map(|(reader, _)| of_reader(reader))
        .collect()
}

fn stations(raw: &[RawTocEntry], place: &Place<'_>) -> Vec<Station> {
    let station = |entry: &RawTocEntry| {
        let href = entry.href.clone();
        let target = href.map_or(TocTarget::None, |href| {
            toc_targets::page(href, place, &mut Vec::new()).0
        });
        Some(Station {
            name: entry.name.clone(),
            name_in: place.borrowed_from,
            covers: covers(entry.covers.as_deref()?, place)?,
            target,
            items: stations(&entry.items, place),
        })
    };
    raw.iter().filter_map(station).collect()
}

/// The path below the language that a station speaks for.
fn covers(written: &str, place: &Place<'_>) -> Option<Box<str>> {
    let path = written.split(['?', '#']).next().unwrap_or_default();
    let path = match path.strip_prefix('/') {
        Some(rooted) => rooted.to_owned(),
        None if path.contains("://") => return None,
        None => {
            let (_, folder) = toc::place_of(place.scope, place.file)?;
            joined(&folder, path.trim_start_matches("~/"))?
        }
    };
    let path = match path.split_once('/') {
        Some((first, rest)) if place.scope.locales.find(first).is_some() => rest.to_owned(),
        _ => path,
    };
    // A table of contents, or a start page, speaks for its folder.
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_file = name.contains('.') || name.eq_ignore_ascii_case("index");
    let path = path.strip_suffix(name).filter(|_| is_file).unwrap_or(&path);
    Some(path.trim_matches('/').to_lowercase().into())
}
