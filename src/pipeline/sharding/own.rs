//! What a share makes: which pages, outputs and findings are its own, and the list of what it wrote.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::catalogue::Mapper;
use crate::check::Suppressed;
use crate::config::Settings;
use crate::diagnostics::{Counts, Diagnostic, Severity};
use crate::failure::Failure;
use crate::model::{Artifact, Body, OutputPath, PageId, Shard, Shown, Site};
use crate::publish::Stage;
use crate::render::PublishedFiles;
use crate::source::{ContentHash, FileId, LocaleIndex, Source, SourceKind};
use crate::theme::Theme;

use super::super::Run;
use super::super::known::Sifted;
use super::list::{Amounts, Entry, List, Origin};
use super::{LIST, SEARCH, SITE};

/// What a part of the work is called, by which its share is found. Names of different kinds never meet.
#[derive(Clone, Copy, Debug)]
pub(in crate::pipeline) enum Own<'n> {
    /// A page of the site.
    Page(PageId),
    /// The outputs of a language beside its pages, by its tag.
    Locale(&'n str),
    /// The outputs of the whole site.
    Site,
    /// A file that is published as it is, by its path.
    File(&'n OutputPath),
    /// The search index of a language, of what was found here.
    Index(LocaleIndex),
}

impl Own<'_> {
    /// The page that it is.
    pub(in crate::pipeline) fn page(self) -> Option<PageId> {
        match self {
            Self::Page(id) => Some(id),
            Self::Locale(_) | Self::Site | Self::File(_) | Self::Index(_) => None,
        }
    }

    /// The language whose pages or index it is.
    pub(in crate::pipeline) fn locale(self, site: &Site) -> Option<LocaleIndex> {
        match self {
            Self::Page(id) => Some(site.page(id).locale),
            Self::Index(locale) => Some(locale),
            Self::Locale(_) | Self::Site | Self::File(_) => None,
        }
    }
}

/// The shares of a site, of which one may be wanted.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::pipeline) struct Shares(Option<Shard>);

impl Shares {
    /// As the settings say.
    pub(in crate::pipeline) fn of(settings: &Settings) -> Self {
        Self(settings.shard)
    }

    /// Whether a part of the work is to be done here. Without shares all of it is.
    pub(in crate::pipeline) fn has(self, site: &Site, own: Own<'_>) -> bool {
        self.0.is_none_or(|shard| match own {
            Own::Page(id) => {
                let page = site.page(id);
                match &page.shown {
                    Shown::Article(key) | Shown::Fallback(key) => {
                        shard.takes(site.article(*key).id.as_str())
                    }
                    Shown::Folder(path) => shard.takes(path),
                    // They are made by outputs of their language.
                    Shown::NotFound | Shown::Search | Shown::Redirect(_) | Shown::Forward(..) => {
                        let locale = site.locales.get(page.locale);
                        shard.takes(&format!("locale {}", locale.id))
                    }
                }
            }
            Own::Locale(tag) => shard.takes(&format!("locale {tag}")),
            Own::Site => shard.number() == 1,
            Own::Index(_) => true,
            Own::File(path) => shard.takes(&format!("file {path}")),
        })
    }
}

/// What one share wrote so far.
#[derive(Debug, Default)]
pub(in crate::pipeline) struct Written {
    files: Mutex<Vec<Entry>>,
    content: Mutex<Option<ContentHash>>,
}

impl Written {
    /// Hands a file of the site on to where the share is published.
    pub(in crate::pipeline) fn put(
        &self,
        stage: &Stage,
        artifact: &Artifact,
    ) -> Result<(), Failure> {
        let path = below(SITE, artifact.path.as_str());
        self.take(stage, path, &artifact.body)
    }

    /// Hands on the words of a language, by the name that it has in addresses.
    pub(in crate::pipeline) fn put_words(
        &self,
        stage: &Stage,
        locale: &str,
        words: Vec<u8>,
    ) -> Result<(), Failure> {
        self.take(stage, below(SEARCH, locale), &Body::Bytes(words))
    }

    fn take(&self, stage: &Stage, path: OutputPath, body: &Body) -> Result<(), Failure> {
        let taken = stage.take(&path, body)?;
        let (size, hash) = (taken.size, taken.hash);
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.push(Entry { path, size, hash });
        Ok(())
    }

    /// Notes what all shares must have found alike: every file with its bytes, as far as they can be seen on a page.
    pub(in crate::pipeline) fn note_content(
        &self,
        run: &Run<'_>,
        site: &Site,
        published: &PublishedFiles,
    ) {
        let hash = content(run, site, published);
        *self.content.lock().unwrap_or_else(PoisonError::into_inner) = Some(hash);
    }

    /// Adds the list, when all else is there.
    pub(in crate::pipeline) fn close(
        self,
        stage: &Stage,
        settings: &Settings,
        theme: &Theme,
        site: &Site,
        counts: Counts,
    ) -> Result<(), Failure> {
        let Some(shard) = settings.shard else {
            return Ok(());
        };
        let content = self.content.into_inner();
        let content = content.unwrap_or_else(PoisonError::into_inner);
        let mut files = self
            .files
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        files.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        let (articles, pages) = amounts(settings, site);
        let list = List {
            shard,
            origin: Origin {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                settings: settings.ingredients.hash(),
                theme: theme.hash(),
                content: content.expect("the content was noted before anything was rendered"),
            },
            amounts: Amounts {
                articles,
                pages,
                counts,
            },
            locales: site.locales.len(),
            keep: settings.keep_written.clone(),
            files,
        };
        let path = OutputPath::new(LIST).expect("a plain name");
        stage.take(&path, &Body::Bytes(list.write().into_bytes()))?;
        Ok(())
    }
}

/// How many articles and pages are this share's, or there are at all.
pub(in crate::pipeline) fn amounts(settings: &Settings, site: &Site) -> (usize, usize) {
    let shares = Shares::of(settings);
    let has_article = |id: &str| settings.shard.is_none_or(|shard| shard.takes(id));
    let articles = site.articles.iter();
    let articles = articles.filter(|article| has_article(article.id.as_str()));
    let ids = (0u32..).map(PageId).take(site.pages.len());
    let pages = ids.filter(|&id| shares.has(site, Own::Page(id)));
    (articles.count(), pages.count())
}

/// Leaves only the findings that are this share's: of all shares one tells each. Gives how many errors are left to others.
pub(in crate::pipeline) fn sift(
    run: &Run<'_>,
    site: &Site,
    sifted: &mut Sifted,
    suppressed: &mut Vec<Suppressed>,
) -> usize {
    let Run {
        settings, sources, ..
    } = *run;
    let Some(shard) = settings.shard else {
        return 0;
    };
    let articles = site.articles.iter();
    let articles: HashMap<FileId, &str> = articles
        .map(|article| (article.file, article.id.as_str()))
        .collect();
    let has = |finding: &Diagnostic| match finding.file() {
        Some(file) => match articles.get(&file) {
            Some(id) => shard.takes(id),
            None => shard.takes(sources.get(file).path.as_str()),
        },
        None => shard.number() == 1,
    };
    let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
    let others = sifted.found.iter().filter(|finding| !has(finding));
    let errors = others.filter(is_error).count();
    sifted.found.retain(&has);
    sifted.known.retain(&has);
    sifted.fixed.retain(|path| {
        if path.is_empty() {
            shard.number() == 1
        } else {
            shard.takes(path)
        }
    });
    suppressed.retain(|suppressed| has(&suppressed.finding));
    errors
}

fn below(folder: &str, path: &str) -> OutputPath {
    OutputPath::new(&format!("{folder}/{path}")).expect("it was a path below a folder")
}

/// The hash of all that was found.
fn content(run: &Run<'_>, site: &Site, published: &PublishedFiles) -> ContentHash {
    let mut known: HashMap<FileId, ContentHash> = HashMap::new();
    for article in &site.articles {
        known.insert(article.file, article.document.hash);
    }
    for (file, document) in site.included() {
        known.insert(file, document.hash);
    }
    let files = &run.sources.files;
    let hashes = run.threads.map(files.len(), |at| {
        let (source, file) = (
            &files[at],
            FileId(u32::try_from(at).expect("fewer than 2^32 files")),
        );
        match (known.get(&file), published.get(&file)) {
            (Some(hash), _) => *hash,
            (None, Some(published)) => ContentHash::of(published.output.as_str().as_bytes()),
            (None, None) => unseen(run, source, file),
        }
    });
    let mut hasher = blake3::Hasher::new();
    for (source, hash) in files.iter().zip(hashes) {
        let path = source.path.as_str();
        hasher.update(&(path.len() as u64).to_le_bytes());
        hasher.update(path.as_bytes());
        hasher.update(&hash.0);
    }
    ContentHash(*hasher.finalize().as_bytes())
}

/// The hash of a file that is neither an article nor published: a table of contents, code that is shown, or nothing at all.
fn unseen(run: &Run<'_>, source: &Source, file: FileId) -> ContentHash {
    let is_large = source.stamp.size > run.settings.limits.article_bytes;
    let by_size = || ContentHash::of(&source.stamp.size.to_le_bytes());
    if source.kind == SourceKind::Asset && is_large {
        return by_size();
    }
    run.read(file)
        .map_or_else(|_| by_size(), |bytes| ContentHash::of(&bytes))
}
