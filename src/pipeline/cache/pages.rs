//! The pages of a language with their index, which need not be made again when all that they are made of is as it was.
//!
//! What a page shows is its own texts, and what it may say of others: their names, addresses, headings and order, the languages, the
//! tables of contents, the words and templates. The latter is one hash for the whole site, so that no dependency between two pages
//! can be forgotten; a sentence changes only the former. Both together are the *basis* of a language. Files whose basis is that of the
//! run that published them are taken as they are, if they are still there unaltered.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{Hash, Hasher};
use std::sync::{Mutex, PoisonError};

use crate::failure::Failure;
use crate::model::{Article, Fact, OutputPath, Site};
use crate::publish::Stage;
use crate::render::{Frame, Texts};
use crate::search::Statistics;
use crate::source::{ContentHash, FileId, LocaleIndex, SourceKind};

use super::super::Run;
use super::coded::{Coded, Reader, record};

/// The pages of a language.
#[derive(Clone, Debug)]
pub struct MadePages {
    /// The tag of the language.
    tag: Box<str>,
    /// What they were made of.
    basis: ContentHash,
    /// The hashes of their files' paths.
    paths: Vec<ContentHash>,
    /// What is in their index.
    statistics: Option<Statistics>,
}

record!(MadePages {
    tag,
    basis,
    paths,
    statistics
});

/// What was known of pages, and what a run finds out.
#[derive(Debug)]
pub(in super::super) struct KnownPages {
    /// The hash of the project's part of the theme.
    theme: ContentHash,
    /// The site that an earlier run published, with its pages.
    before: Option<(ContentHash, Vec<MadePages>)>,
    made: Mutex<BTreeMap<LocaleIndex, MadePages>>,
    kept: Mutex<BTreeSet<LocaleIndex>>,
}

/// The languages whose pages stand as they are to be.
#[derive(Debug, Default)]
pub(in super::super) struct Standing {
    pub(in super::super) locales: BTreeSet<LocaleIndex>,
    /// What is in their indexes, together.
    pub(in super::super) statistics: Option<Statistics>,
}

impl KnownPages {
    /// Nothing is known.
    pub(super) fn new(theme: ContentHash) -> Self {
        Self {
            theme,
            before: None,
            made: Mutex::default(),
            kept: Mutex::default(),
        }
    }

    /// What an earlier run published.
    pub(super) fn remember(&mut self, site: Option<ContentHash>, pages: Vec<MadePages>) {
        self.before = site.map(|site| (site, pages));
    }

    /// All that is known now, by language.
    pub(in super::super) fn finish(self) -> Vec<MadePages> {
        let made = self.made.into_inner();
        let made = made.unwrap_or_else(PoisonError::into_inner);
        let sorted = made.into_values().map(|mut made| {
            made.paths.sort_unstable();
            made
        });
        sorted.collect()
    }

    /// Notes a file that is made of the pages of a language.
    pub(in super::super) fn note(&self, locale: LocaleIndex, path: &OutputPath) {
        self.change(locale, |made| made.paths.push(key(path)));
    }

    /// Notes what is in the index of a language.
    pub(in super::super) fn count(&self, locale: LocaleIndex, statistics: Statistics) {
        self.change(locale, |made| made.statistics = Some(statistics));
    }

    fn change(&self, locale: LocaleIndex, change: impl FnOnce(&mut MadePages)) {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = made.get_mut(&locale) {
            change(made);
        }
    }

    /// Works out the basis of each language, and lets the stage take the files of those that stand.
    pub(in super::super) fn standing(
        &self,
        run: &Run<'_>,
        frame: &Frame<'_>,
        stage: Option<&Stage>,
    ) -> Result<Standing, Failure> {
        let bases = self.bases(run, frame)?;
        let mut standing = Standing::default();
        let mut positions = stage.map(|stage| self.positions(stage)).unwrap_or_default();
        for ((locale, language), basis) in frame.site.locales.iter().zip(bases) {
            let tag = language.id.as_str();
            let before = self.before.iter().flat_map(|(_, pages)| pages);
            let mut before = before.filter(|before| *before.tag == *tag && before.basis == basis);
            let kept = before.next().filter(|before| {
                let files = positions.remove(tag).unwrap_or_default();
                files.len() == before.paths.len()
                    && stage.is_some_and(|stage| stage.keep(&files, run.threads))
            });
            if let Some(kept) = kept {
                standing.locales.insert(locale);
                if let Some(statistics) = kept.statistics {
                    standing.statistics.get_or_insert_default().add(statistics);
                }
            }
            let made = kept.cloned().unwrap_or_else(|| MadePages {
                tag: tag.into(),
                basis,
                paths: Vec::new(),
                statistics: None,
            });
            let mut all = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            all.insert(locale, made);
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clone_from(&standing.locales);
        drop(kept);
        Ok(standing)
    }

    /// The languages whose pages were not made.
    pub(in super::super) fn kept(&self) -> BTreeSet<LocaleIndex> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.clone()
    }

    /// Where the files of each language stand among all published ones; empty when another site is published.
    fn positions(&self, stage: &Stage) -> HashMap<&str, Vec<usize>> {
        let mut positions: HashMap<&str, Vec<usize>> = HashMap::new();
        let Some((site, pages)) = &self.before else {
            return positions;
        };
        let Some(paths) = stage.paths_of(*site) else {
            return positions;
        };
        let of_pages = pages.iter().flat_map(|made| {
            let paths = made.paths.iter();
            paths.map(|path| (*path, &*made.tag))
        });
        let tags: HashMap<ContentHash, &str> = of_pages.collect();
        for (at, path) in paths.enumerate() {
            if let Some(tag) = tags.get(&key(path)) {
                positions.entry(tag).or_default().push(at);
            }
        }
        positions
    }

    /// What the pages of each language are made of.
    fn bases(&self, run: &Run<'_>, frame: &Frame<'_>) -> Result<Vec<ContentHash>, Failure> {
        let site = frame.site;
        let mut shared = Basis::default();
        self.theme.hash(&mut shared);
        of_site(run, frame, &mut shared);
        let mut bases: Vec<Basis> = site.locales.iter().map(|_| shared.clone()).collect();
        let mut shown = BTreeMap::new();
        for page in &site.pages {
            if let Some(key) = page.article() {
                let basis = &mut bases[page.locale.index()];
                of_texts(run, site.article(key), &mut shown, basis)?;
            }
        }
        Ok(bases.into_iter().map(Basis::finish).collect())
    }
}

fn key(path: &OutputPath) -> ContentHash {
    ContentHash::of(path.as_str().as_bytes())
}

/// What any page may say of others.
fn of_site(run: &Run<'_>, frame: &Frame<'_>, basis: &mut Basis) {
    let Site {
        locales,
        source,
        articles,
        chains,
        stand_ins,
        pages,
        page_of,
        tocs,
        borrowed_tocs,
        trails,
        // What follows from these, and what only judges see.
        matrix: _,
        by_url: _,
        assets: _,
        unplaced: _,
        repository_defects: _,
        oddities: _,
    } = frame.site;
    format!("{locales:?}").hash(basis);
    (source, chains, stand_ins, pages, page_of).hash(basis);
    for of_locale in tocs.iter().chain(borrowed_tocs) {
        of_locale.len().hash(basis);
        for toc in of_locale {
            (toc.file, &toc.folder, &toc.entries, toc.is_held).hash(basis);
        }
    }
    for of_locale in trails {
        of_locale.len().hash(basis);
        for trail in of_locale {
            (&trail.at, &trail.stations).hash(basis);
        }
    }
    for source in &run.sources.files {
        (source.path.as_str(), source.kind, source.locale).hash(basis);
        if source.kind == SourceKind::Asset {
            source.stamp.size.hash(basis);
        }
    }
    for article in articles {
        (&article.id, article.locale, article.file).hash(basis);
        article.metadata.hash(basis);
        article.document.front_matter.entries.hash(basis);
        for heading in &article.outline.headings {
            (&heading.slug, &heading.also, heading.file).hash(basis);
        }
        for (slug, _) in &article.outline.anchors {
            slug.hash(basis);
        }
        for fact in &article.document.facts {
            if let Fact::Heading(heading) = fact {
                (heading.level, &heading.text).hash(basis);
            }
        }
    }
    (&frame.translations.works, frame.translations.source).hash(basis);
    let files: BTreeMap<FileId, _> = frame
        .files
        .iter()
        .map(|(file, published)| (*file, (published.output.as_str(), published.size)))
        .collect();
    files.hash(basis);
}

/// What the texts of an article's page say.
fn of_texts(
    run: &Run<'_>,
    article: &Article,
    shown: &mut BTreeMap<FileId, ContentHash>,
    basis: &mut Basis,
) -> Result<(), Failure> {
    let mut known = BTreeSet::new();
    for (file, document, links) in article.texts() {
        known.insert(file);
        (file, document.hash, links.len()).hash(basis);
        for link in links {
            (&link.target, &link.words).hash(basis);
        }
    }
    article.inclusions.hash(basis);
    for included in &article.includes {
        (included.base, &included.inclusions).hash(basis);
    }
    format!("{:?}", article.unfulfilled).hash(basis);
    // Files that are shown as code.
    for file in Texts::of(article)
        .into_iter()
        .filter(|file| !known.contains(file))
    {
        let hash = match shown.get(&file) {
            Some(hash) => *hash,
            None => ContentHash::of(&run.read(file)?),
        };
        shown.insert(file, hash);
        (file, hash).hash(basis);
    }
    Ok(())
}

/// Hashes that a wish cannot make equal, of whatever can be hashed.
#[derive(Clone)]
struct Basis {
    buffer: Vec<u8>,
    all: blake3::Hasher,
}

impl Default for Basis {
    fn default() -> Self {
        Self {
            buffer: Vec::with_capacity(Self::BLOCK * 2),
            all: blake3::Hasher::new(),
        }
    }
}

impl Basis {
    /// Small pieces are gathered to so many bytes.
    const BLOCK: usize = 16 << 10;

    fn finish(mut self) -> ContentHash {
        self.all.update(&self.buffer);
        ContentHash(*self.all.finalize().as_bytes())
    }
}

impl Hasher for Basis {
    fn write(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= Self::BLOCK {
            self.all.update(&self.buffer);
            self.buffer.clear();
        }
    }

    fn finish(&self) -> u64 {
        unreachable!("a basis has more than 64 bits")
    }
}
