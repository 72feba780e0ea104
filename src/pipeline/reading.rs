//! Reads every article and table of contents once and hands each to its parser. Texts are dropped as soon as they are parsed.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use crate::catalogue::{self, Mapper};
use crate::check;
use crate::config::Settings;
use crate::failure::Failure;
use crate::l10n::{LocaleId, Locales};
use crate::model::{Article, CodeFile, Document, Oddity, OddityKind, RawToc, Site, Target};
use crate::parse::{self, Expected, YamlFile};
use crate::source::{ContentHash, FileId, Source, SourceKind};

use super::Run;
use super::memo::{How, Memo};

/// What step 2 found.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Documents by [`FileId`]; `None` for files that are no articles or could not be read.
    pub(super) documents: Vec<Option<Arc<Document>>>,
    /// Tables of contents.
    pub(super) tocs: Vec<(FileId, RawToc)>,
    /// Files that could not be read.
    pub(super) oddities: Vec<Oddity>,
}

enum Piece {
    Document(How, Arc<Document>),
    /// A page in YAML, which is not remembered: the same bytes may be an article elsewhere.
    Page(Document),
    Toc(RawToc),
    Oddity(Oddity),
    Nothing,
}

/// Reads and parses all that is Markdown or a table of contents, save what is remembered.
pub(super) fn parse_all(run: &Run<'_>, locales: &Locales, memo: &mut Memo) -> Read {
    run.progress.phase("parse", run.sources.files.len());
    let levels = &run.settings.levels.resolve(run.sources, std::iter::empty());
    let known = &*memo;
    let pieces = run.threads.map(run.sources.files.len(), |at| {
        let source = &run.sources.files[at];
        run.progress.step();
        let limit = run.settings.limits.article_bytes;
        match source.kind {
            SourceKind::Article => {
                let file = FileId(u32::try_from(at).expect("fewer than 2^32 files"));
                let is_judged = check::judges_language(levels, file);
                let expected = is_judged.then(|| expected(run.settings, source)).flatten();
                let options = parse_options(run.settings, source.path.as_str());
                let how = How { options, expected };
                if source.stamp.size <= limit
                    && let Some(document) = known.untouched(source, how)
                {
                    return Piece::Document(how, document);
                }
                match run.read_up_to(source, limit) {
                    Ok(bytes) => Piece::Document(how, parsed(&bytes, how, known)),
                    Err(error) => Piece::Oddity(oddity(source, &error, limit)),
                }
            }
            SourceKind::Toc => match run.read_up_to(source, limit) {
                Ok(bytes) if source.path.name().to_lowercase().ends_with(".md") => {
                    Piece::Toc(parse::toc_markdown(&bytes))
                }
                Ok(bytes) => Piece::Toc(parse::toc(&bytes)),
                Err(error) => Piece::Oddity(oddity(source, &error, limit)),
            },
            SourceKind::Yaml => match run.read_up_to(source, limit) {
                Ok(bytes) => {
                    let options = parse_options(run.settings, source.path.as_str());
                    yaml(source, &bytes, options)
                }
                Err(error) => Piece::Oddity(oddity(source, &error, limit)),
            },
            // Nothing is read of it yet; but whoever may not read it is told now, not when half the site is written.
            SourceKind::Asset => match run.read_up_to(source, 0) {
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                    Piece::Oddity(oddity(source, &error, 0))
                }
                _ => Piece::Nothing,
            },
            SourceKind::Unpublished => Piece::Nothing,
        }
    });
    let mut result = Read {
        documents: Vec::with_capacity(pieces.len()),
        ..Read::default()
    };
    for (piece, file) in pieces.into_iter().zip((0u32..).map(FileId)) {
        let mut document = None;
        match piece {
            Piece::Document(how, parsed) => {
                memo.keep(run.sources.get(file), how, &parsed);
                document = Some(parsed);
            }
            Piece::Page(page) => document = Some(Arc::new(page)),
            Piece::Toc(toc) => result.tocs.push((file, toc)),
            Piece::Oddity(oddity) => result.oddities.push(oddity),
            Piece::Nothing => {}
        }
        result.documents.push(document);
    }
    included(run, locales, &mut result);
    result
}

/// The document of a text: the one that is remembered, else a new one.
fn parsed(bytes: &[u8], how: How, known: &Memo) -> Arc<Document> {
    let document = known.document(ContentHash::of(bytes), how);
    document.unwrap_or_else(|| Arc::new(parse::parse_in(bytes, how.options, how.expected)))
}

/// Reads what articles include, and what that includes in turn.
fn included(run: &Run<'_>, locales: &Locales, read: &mut Read) {
    let limit = run.settings.limits.article_bytes;
    let mut tried = Vec::new();
    loop {
        let documents = &read.documents;
        let mut wanted = catalogue::wanted_includes(run.sources, locales, run.settings, documents);
        wanted.retain(|file| !tried.contains(file));
        if wanted.is_empty() {
            return;
        }
        let parsed = run.threads.map(wanted.len(), |at| {
            let source = run.sources.get(wanted[at]);
            let options = parse_options(run.settings, source.path.as_str());
            run.read_up_to(source, limit)
                .map(|bytes| Arc::new(parse::parse(&bytes, options)))
                .map_err(|error| oddity(source, &error, limit))
        });
        for (file, parsed) in wanted.iter().zip(parsed) {
            match parsed {
                Ok(document) => read.documents[file.index()] = Some(document),
                Err(oddity) => read.oddities.push(oddity),
            }
        }
        tried.extend(wanted);
    }
}

/// What the files that articles show as code are made of. One that cannot be read says nothing.
pub(super) fn code(run: &Run<'_>, site: &Site) -> BTreeMap<FileId, CodeFile> {
    shown_by(run, site.articles.iter())
}

/// The same of one article.
pub(super) fn code_of(run: &Run<'_>, article: &Article) -> BTreeMap<FileId, CodeFile> {
    shown_by(run, std::iter::once(article))
}

fn shown_by<'a>(
    run: &Run<'_>,
    articles: impl Iterator<Item = &'a Article>,
) -> BTreeMap<FileId, CodeFile> {
    let links = articles.flat_map(Article::texts);
    let links = links.flat_map(|(_, _, links)| links);
    let files: BTreeSet<FileId> = links
        .filter_map(|link| match link.target {
            Target::Shown { file, .. } => Some(file),
            _ => None,
        })
        .collect();
    let files: Vec<FileId> = files.into_iter().collect();
    let limit = run.settings.limits.article_bytes;
    let parsed = run.threads.map(files.len(), |at| {
        let bytes = run.read_up_to(run.sources.get(files[at]), limit).ok()?;
        Some((files[at], parse::code_file(&parse::decode(&bytes))))
    });
    parsed.into_iter().flatten().collect()
}

/// What a YAML file of a repository becomes.
fn yaml(source: &Source, bytes: &[u8], options: parse::ParseOptions) -> Piece {
    match parse::yaml_file(bytes) {
        YamlFile::Page => Piece::Page(parse::yaml_page(bytes, options)),
        YamlFile::Silent => Piece::Nothing,
        YamlFile::Unknown(mime) => Piece::Oddity(Oddity {
            kind: OddityKind::UnknownYaml(mime),
            path: source.path.as_str().into(),
        }),
    }
}

/// The language that an article should be in.
pub(super) fn expected(settings: &Settings, source: &Source) -> Option<Expected> {
    let folder = source.path.as_str().split('/').next()?;
    let is_locale = |id: &LocaleId| settings.locales.contains_key(id);
    let id = Locales::names_locale(folder, is_locale)?;
    Expected::of(id.as_str())
}

/// How the article at a path of the site is parsed under these settings.
pub(super) fn parse_options(settings: &Settings, path: &str) -> parse::ParseOptions {
    parse::ParseOptions {
        front_matter_bytes: settings.limits.front_matter_bytes,
        nesting: settings.limits.nesting,
        html: settings.html.level_of(path),
    }
}

impl Run<'_> {
    fn read_up_to(&self, source: &Source, limit: u64) -> io::Result<Vec<u8>> {
        self.fs
            .read(&self.settings.place(source.path.as_str()), limit)
    }

    /// The bytes of a file that was there when the run began.
    pub(super) fn read(&self, file: FileId) -> Result<Vec<u8>, Failure> {
        let source = self.sources.get(file);
        self.read_up_to(source, u64::MAX)
            .map_err(|error| self.gone(source, &error))
    }

    /// The text that an article was parsed from: the file's own, or what was made of it. A file that is not what it was when the
    /// run began is an error.
    pub(super) fn text_of(&self, file: FileId, hash: ContentHash) -> Result<Vec<u8>, Failure> {
        let bytes = self.read(file)?;
        if ContentHash::of(&bytes) != hash {
            return Err(self.changed(file));
        }
        Ok(match self.sources.get(file).kind {
            SourceKind::Yaml => parse::yaml_markdown(&bytes).0.into_bytes(),
            _ => bytes,
        })
    }

    /// The bytes of a file that articles use; `None` when it may not be read, which was reported.
    pub(super) fn read_asset(&self, file: FileId) -> Result<Option<Vec<u8>>, Failure> {
        let source = self.sources.get(file);
        match self.read_up_to(source, u64::MAX) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(None),
            Err(error) => Err(self.gone(source, &error)),
        }
    }

    fn gone(&self, source: &Source, error: &io::Error) -> Failure {
        let path = self.settings.place(source.path.as_str());
        let message = format!(
            "cannot read `{}`, which was there a moment ago",
            path.display()
        );
        Failure::changed(message).cause(error).hint(AGAIN)
    }

    /// A file that is not what it was when the run began.
    pub(super) fn changed(&self, file: FileId) -> Failure {
        let path = &self.sources.get(file).path;
        Failure::changed(format!("`{path}` changed while the site was built")).hint(AGAIN)
    }
}

/// What to do when the content does not hold still.
const AGAIN: &str = "nothing was published; run polydoc again when nobody writes into the content";

fn oddity(source: &Source, error: &io::Error, limit: u64) -> Oddity {
    let kind = match error.kind() {
        io::ErrorKind::FileTooLarge => OddityKind::TooLarge(limit),
        _ => OddityKind::Unreadable(error.to_string().into()),
    };
    Oddity {
        kind,
        path: source.path.as_str().into(),
    }
}
