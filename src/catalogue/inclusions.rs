//! Inclusions: which file a path between the brackets of an include means, or that of a snippet of code.
//!
//! In: the names of all files, and what is written where. Out: files. Their texts are read by the pipeline, put together by
//! `render`; how headings and anchors of all of them come to ids stands in `expand`.

use std::collections::BTreeMap;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use crate::config::{Layout, Settings};
use crate::l10n::Locales;
use crate::model::{
    Document, Fact, IncludeSlot, Included, Inclusion, Unfulfilled, Walk, WhyEmpty, inclusion_at,
};
use crate::source::{FileId, LocaleIndex, SitePath, SourceKind, Sources, Span};

use super::names::Names;
use super::{fallback, written};

/// Where files are looked for.
#[derive(Clone, Copy)]
pub(super) struct Library<'l> {
    pub(super) sources: &'l Sources,
    pub(super) locales: &'l Locales,
    pub(super) names: &'l Names,
    pub(super) chains: &'l [Box<[LocaleIndex]>],
    pub(super) layout: &'l Layout,
}

/// The included files of an article, and what is wrong with its inclusions.
#[derive(Debug, Default)]
pub(super) struct Opened {
    pub(super) inclusions: Box<[Inclusion]>,
    pub(super) includes: Vec<Included>,
    pub(super) unfulfilled: Vec<Unfulfilled>,
}

/// The files that documents include and that were not read yet, sorted; the pipeline reads them and asks again.
pub fn wanted(
    sources: &Sources,
    locales: &Locales,
    settings: &Settings,
    documents: &[Option<Arc<Document>>],
) -> Vec<FileId> {
    let has_slots = |document: &Arc<Document>| slots(document).next().is_some();
    let includers: Vec<(usize, &Arc<Document>)> = documents
        .iter()
        .enumerate()
        .filter_map(|(at, document)| Some((at, document.as_ref().filter(|it| has_slots(it))?)))
        .collect();
    if includers.is_empty() {
        return Vec::new();
    }
    let names = &Names::identify(sources, locales, &settings.layout, documents);
    let chains = &fallback::chains(locales, settings);
    let library = Library {
        sources,
        locales,
        names,
        chains,
        layout: &settings.layout,
    };
    let mut wanted = Vec::new();
    for (at, document) in includers {
        let from = &sources.files[at].path;
        wanted.extend(slots(document).filter_map(|slot| library.find(from, &slot.written).ok()));
    }
    wanted.sort_unstable();
    wanted.dedup();
    wanted.retain(|file| documents[file.index()].is_none());
    wanted
}

fn slots(document: &Document) -> impl Iterator<Item = &IncludeSlot> {
    document.facts.iter().filter_map(|fact| match fact {
        Fact::Include(slot) => Some(slot),
        _ => None,
    })
}

impl Library<'_> {
    /// The file that a path means as it is written in another one.
    ///
    /// # Errors
    /// With the path that was looked for, when there is no such file.
    pub(super) fn find(&self, from: &SitePath, written: &str) -> Result<FileId, String> {
        self.find_with_locale(from, written).map(|(file, _)| file)
    }

    /// Likewise, with the locale that the file is taken from when it is another one's.
    pub(super) fn find_with_locale(
        &self,
        from: &SitePath,
        written: &str,
    ) -> Result<(FileId, Option<LocaleIndex>), String> {
        let path = written.split(['?', '#']).next().unwrap_or_default();
        let path = percent_decode_str(path)
            .decode_utf8_lossy()
            .replace('\\', "/");
        let mut tried = None;
        for folder in self.folders(from, &path) {
            let below = path.trim_start_matches('~').trim_start_matches('/');
            let Some(joined) = written::joined(folder, below) else {
                continue;
            };
            if let Some(found) = self.names.find(self.sources, &joined) {
                return Ok((found.file, None));
            }
            let serves = |kind| kind != SourceKind::Toc;
            let borrowed = fallback::file(
                self.names,
                self.sources,
                self.locales,
                self.chains,
                &joined,
                serves,
            );
            if let Some((found, locale)) = borrowed {
                return Ok((found.file, Some(locale)));
            }
            tried.get_or_insert(joined);
        }
        Err(tried.unwrap_or(path))
    }

    /// Where a path counts from: the file's folder; with `~/` that of its docset, then that of its language.
    fn folders<'p>(&'p self, from: &'p SitePath, path: &str) -> Vec<&'p str> {
        if !path.starts_with(['~', '/']) {
            return vec![from.folder()];
        }
        let locale = from.as_str().split('/').next().unwrap_or_default();
        vec![self.layout.root_of(from.as_str()), locale]
    }

    /// Opens the inclusions of an article's document.
    pub(super) fn open(
        &self,
        file: FileId,
        document: &Document,
        documents: &[Option<Arc<Document>>],
    ) -> Opened {
        if slots(document).next().is_none() {
            return Opened::default();
        }
        let mut opening = Opening {
            library: *self,
            documents,
            next_base: document.length.saturating_add(1),
            numbers: BTreeMap::new(),
            opened: Opened::default(),
        };
        opening.opened.inclusions = opening.resolve(file, document);
        // Files that included files include are met while the list grows.
        let mut at = 0;
        while let Some(included) = opening.opened.includes.get(at) {
            let (file, document) = (included.file, Arc::clone(&included.document));
            let inclusions = opening.resolve(file, &document);
            opening.opened.includes[at].inclusions = inclusions;
            at += 1;
        }
        let mut opened = opening.opened;
        let mut walk = Walk::new(file);
        let mut empty = Vec::new();
        walk_through(
            &opened,
            file,
            document,
            &opened.inclusions,
            &mut walk,
            &mut empty,
        );
        for unfulfilled in empty {
            if !opened.unfulfilled.contains(&unfulfilled) {
                opened.unfulfilled.push(unfulfilled);
            }
        }
        opened
    }
}

struct Opening<'l> {
    library: Library<'l>,
    documents: &'l [Option<Arc<Document>>],
    next_base: u32,
    numbers: BTreeMap<FileId, u32>,
    opened: Opened,
}

impl Opening<'_> {
    /// Finds the files that a document includes.
    fn resolve(&mut self, file: FileId, document: &Document) -> Box<[Inclusion]> {
        let from = &self.library.sources.get(file).path;
        let mut inclusions = Vec::new();
        for slot in slots(document) {
            let found = self.library.find(from, &slot.written);
            let included = match found {
                Ok(found) => self.number(found),
                Err(path) => {
                    let below = path.split_once('/').map_or("", |(_, below)| below);
                    let own = self.library.sources.get(file).locale;
                    let elsewhere = own.and_then(|own| self.library.names.elsewhere(own, below));
                    self.opened.unfulfilled.push(Unfulfilled {
                        span: Span {
                            file,
                            range: slot.target_range,
                        },
                        written: slot.written.clone(),
                        why: WhyEmpty::NoSuchFile(path.into(), elsewhere),
                    });
                    None
                }
            };
            inclusions.push(Inclusion {
                start: slot.range.start,
                included,
            });
        }
        inclusions.into()
    }

    /// The number of an included file; `None` when it was not read, which was reported.
    fn number(&mut self, file: FileId) -> Option<u32> {
        if let Some(&number) = self.numbers.get(&file) {
            return Some(number);
        }
        let document = self.documents[file.index()].clone()?;
        let base = self.next_base;
        // Places on a page are numbers of 32 bits; a page of more than 4 GiB shows no more.
        self.next_base = base.checked_add(document.length)?.checked_add(1)?;
        let number = u32::try_from(self.opened.includes.len()).ok()?;
        self.numbers.insert(file, number);
        self.opened.includes.push(Included {
            file,
            document,
            base,
            links: [].into(),
            inclusions: [].into(),
        });
        Some(number)
    }
}

/// Goes through all texts of a page and notes where it must not go on.
fn walk_through(
    opened: &Opened,
    file: FileId,
    document: &Document,
    inclusions: &[Inclusion],
    walk: &mut Walk,
    empty: &mut Vec<Unfulfilled>,
) {
    for slot in slots(document) {
        let Some(number) = inclusion_at(inclusions, slot.range.start) else {
            continue;
        };
        let included = &opened.includes[number as usize];
        match walk.enter(included.file, included.document.length) {
            Ok(()) => {
                let (document, inclusions) = (&included.document, &included.inclusions);
                walk_through(opened, included.file, document, inclusions, walk, empty);
                walk.leave();
            }
            Err(why) => empty.push(Unfulfilled {
                span: Span {
                    file,
                    range: slot.target_range,
                },
                written: slot.written.clone(),
                why,
            }),
        }
    }
}
