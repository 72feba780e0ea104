//! Steps 5 and 6 over all pages: each page is rendered from its text, read again, and handed on at once: to the stage, to those
//! who judge pages, or both.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::catalogue::Mapper;
use crate::failure::Failure;
use crate::model::{Artifact, Body, OutputPath, PageId, Reached, Shown, Site};
use crate::publish::Stage;
use crate::render::{self, Frame, PublishedFile, PublishedFiles, Rendered, Texts};
use crate::search;
use crate::source::{ContentHash, FileId, LocaleIndex};
use crate::theme::Theme;
use crate::translation::Translations;

use super::cache::{KnownPages, Standing};
use super::gathered::Gathered;
use super::memo::{KnownFile, Memo};
use super::sharding::{Own, Shares, Written};
use super::verifying::Summed;
use super::{Run, Timings};

/// Where artifacts go: into a stage, which the caller opens and finishes, to those who judge pages, and to those who compare builds.
#[derive(Clone, Copy, Default)]
pub(super) struct Takers<'t> {
    pub(super) stage: Option<&'t Stage>,
    pub(super) pages: Option<&'t Gathered<'t>>,
    pub(super) sums: Option<&'t Summed>,
    /// Which artifacts are made here. Those who judge pages get all.
    pub(super) shares: Shares,
    /// What the stage gets is noted here when it is a share.
    pub(super) share: Option<&'t Written>,
    pub(super) known: Option<&'t KnownPages>,
}

impl Takers<'_> {
    /// Whether somebody wants a part of the work.
    fn want(&self, site: &Site, own: Own<'_>) -> bool {
        self.pages.is_some() || self.shares.has(site, own)
    }

    fn put(&self, site: &Site, artifact: &Artifact, own: Own<'_>) -> Result<(), Failure> {
        if let Some(pages) = self.pages {
            pages.add(artifact, own.page());
        }
        if !self.shares.has(site, own) {
            return Ok(());
        }
        if let Some(sums) = self.sums {
            sums.add(artifact);
        }
        match (self.stage, self.share) {
            (Some(stage), Some(share)) => share.put(stage, artifact),
            (Some(stage), None) => stage.put(artifact),
            (None, _) => Ok(()),
        }
    }

    /// Takes an artifact that nothing but the pages of a language are made into.
    fn put_of(&self, site: &Site, artifact: &Artifact, own: Own<'_>) -> Result<(), Failure> {
        if let (Some(known), Some(locale)) = (self.known, own.locale(site)) {
            known.note(locale, &artifact.path);
        }
        self.put(site, artifact, own)
    }
}

/// What was found out beyond the texts, for pages that show it.
#[derive(Clone, Copy)]
pub(super) struct Facts<'f> {
    /// What is known about translations.
    pub(super) translations: &'f Translations,
    /// What is known of other sites.
    pub(super) reached: &'f Reached,
}

/// Renders everything; tells what is in the search indexes.
pub(super) fn write(
    run: &Run<'_>,
    site: &Site,
    theme: &Theme,
    facts: Facts<'_>,
    takers: Takers<'_>,
    timings: &mut Timings,
) -> Result<Option<search::Statistics>, Failure> {
    let (files, copies) = timings.time("files", || files_in_use(run, site, &mut Memo::none()))?;
    let frame = timings.time("frame", || {
        let Facts {
            translations,
            reached,
        } = facts;
        Frame::new(
            site,
            run.settings,
            theme,
            translations,
            reached,
            &files,
            run.threads,
        )
    })?;
    let locales: Vec<_> = site.locales.iter().map(|(index, _)| index).collect();
    if let Some(share) = takers.share {
        timings.time("content", || share.note_content(run, site, &files));
    }
    let standing = timings.time("compare", || match takers.known {
        Some(known) => known.standing(run, &frame, takers.stage.filter(|_| takers.pages.is_none())),
        None => Ok(Standing::default()),
    })?;
    let to_make: Vec<LocaleIndex> = locales
        .iter()
        .copied()
        .filter(|locale| !standing.locales.contains(locale))
        .collect();
    run.progress.phase("render", site.pages.len());
    let mut indexed = Indexing {
        statistics: standing.statistics,
        ..Indexing::default()
    };
    timings.time("render", || {
        let put_all = |artifacts: Vec<Artifact>, own| {
            artifacts
                .iter()
                .try_for_each(|artifact| takers.put(site, artifact, own))
        };
        let put_files = |files: Vec<Artifact>| {
            files
                .iter()
                .try_for_each(|file| takers.put(site, file, Own::File(&file.path)))
        };
        let mut pages: Vec<Vec<PageId>> = vec![Vec::new(); locales.len()];
        for (page, id) in site.pages.iter().zip((0u32..).map(PageId)) {
            pages[page.locale.index()].push(id);
        }
        // The texts of a few languages at a time are kept until their indexes are made.
        for some in to_make.chunks(run.settings.jobs.max(1)) {
            let found = render_pages(run, &frame, some, &pages, takers)?;
            indexed.index(run, &frame, some, &found, takers)?;
        }
        run.threads.each(locales.len(), |at| {
            let own = Own::Locale(site.locales.get(locales[at]).id.as_str());
            if !takers.want(site, own) {
                return Ok(());
            }
            put_all(render::of_locale(&frame, locales[at])?, own)
        })?;
        if takers.want(site, Own::Site) {
            put_all(render::of_site(&frame)?, Own::Site)?;
        }
        put_files(theme_assets(theme))?;
        put_files(copies)
    })?;
    timings.part("search", indexed.took, "render");
    Ok(indexed.statistics)
}

/// Renders the pages of some languages; gives what the search finds of each language's.
fn render_pages(
    run: &Run<'_>,
    frame: &Frame<'_>,
    locales: &[LocaleIndex],
    pages: &[Vec<PageId>],
    takers: Takers<'_>,
) -> Result<Vec<Vec<search::Page>>, Failure> {
    let ids: Vec<PageId> = locales
        .iter()
        .flat_map(|locale| pages[locale.index()].iter().copied())
        .collect();
    let rendered = run.threads.map(ids.len(), |at| {
        run.progress.step();
        let own = Own::Page(ids[at]);
        if !takers.want(frame.site, own) {
            return Ok(None);
        }
        let Some(rendered) = render_page(run, frame, ids[at])? else {
            return Ok(None);
        };
        takers.put_of(frame.site, &rendered.page, own)?;
        if let Some(markdown) = &rendered.markdown {
            takers.put_of(frame.site, markdown, own)?;
        }
        let found = rendered.found;
        Ok(found.filter(|_| takers.shares.has(frame.site, own)))
    });
    let mut rendered = rendered.into_iter();
    let of_locale = |locale: &LocaleIndex| {
        let own = rendered.by_ref().take(pages[locale.index()].len());
        own.filter_map(Result::transpose).collect()
    };
    locales.iter().map(of_locale).collect()
}

/// The search indexes so far.
#[derive(Default)]
struct Indexing {
    statistics: Option<search::Statistics>,
    took: Duration,
}

impl Indexing {
    /// Makes the indexes of some languages, when they are wanted and there is somewhere to put them.
    fn index(
        &mut self,
        run: &Run<'_>,
        frame: &Frame<'_>,
        locales: &[LocaleIndex],
        found: &[Vec<search::Page>],
        takers: Takers<'_>,
    ) -> Result<(), Failure> {
        if !run.settings.has_output("search", true) {
            return Ok(());
        }
        if takers.stage.is_none() && takers.sums.is_none() {
            // Those who judge pages need to know no more than that there would be one.
            return locales.iter().try_for_each(|&locale| {
                let index = render::index_to_be(frame, locale);
                takers.put(frame.site, &index, Own::File(&index.path))
            });
        }
        let start = Instant::now();
        if let (Some(stage), Some(share)) = (takers.stage, takers.share) {
            let shared = run.threads.large(locales.len(), |at| {
                if let Some(pages) = takers.pages {
                    pages.add(&render::index_to_be(frame, locales[at]), None);
                }
                let words = render::index_share(frame, locales[at], &found[at]);
                share.put_words(stage, &frame.site.locales.get(locales[at]).url, words)
            });
            self.took += start.elapsed();
            return shared.into_iter().collect();
        }
        let made = run.threads.large(locales.len(), |at| {
            let indexed = render::index(frame, locales[at], &found[at]);
            let mut artifacts = indexed.artifacts.iter();
            // What was found is this share's already.
            let own = Own::Index(locales[at]);
            artifacts.try_for_each(|artifact| takers.put_of(frame.site, artifact, own))?;
            if let Some(known) = takers.known {
                known.count(locales[at], indexed.statistics);
            }
            Ok(indexed.statistics)
        });
        for statistics in made {
            let all = self.statistics.get_or_insert_default();
            all.add(statistics?);
        }
        self.took += start.elapsed();
        Ok(())
    }
}

/// The page at an address; `None` for pages that an output makes.
pub(super) fn render_page(
    run: &Run<'_>,
    frame: &Frame<'_>,
    id: PageId,
) -> Result<Option<Rendered>, Failure> {
    let page = frame.site.page(id);
    match &page.shown {
        Shown::Article(key) | Shown::Fallback(key) => {
            let article = frame.site.article(*key);
            let bytes = run.text_of(article.file, article.document.hash)?;
            let mut texts = Texts::new(run.sources.get(article.file).path.as_str());
            for file in Texts::of(article) {
                let bytes = run.read(file)?;
                let mut included = article.includes.iter();
                if included
                    .find(|it| it.file == file)
                    .is_some_and(|it| ContentHash::of(&bytes) != it.document.hash)
                {
                    return Err(run.changed(file));
                }
                texts.add(file, &bytes);
            }
            render::article(frame, id, *key, &bytes, &texts).map(Some)
        }
        Shown::Folder(path) => {
            let page = render::folder(frame, id, path)?;
            Ok(Some(Rendered {
                page,
                markdown: None,
                found: None,
            }))
        }
        Shown::NotFound | Shown::Search | Shown::Redirect(_) | Shown::Forward(..) => Ok(None),
    }
}

/// Where every file in use goes, and the artifacts that bring it there: one for each distinct content.
pub(super) fn files_in_use(
    run: &Run<'_>,
    site: &Site,
    memo: &mut Memo,
) -> Result<(PublishedFiles, Vec<Artifact>), Failure> {
    let known = &*memo;
    let uses: Vec<FileId> = site.assets.iter().map(|asset| asset.file).collect();
    let read = run.threads.map(uses.len(), |at| {
        if let Some(known) = known.file(run.sources.get(uses[at])) {
            return Ok(Some(known));
        }
        let Some(bytes) = run.read_asset(uses[at])? else {
            return Ok(None);
        };
        let size = imagesize::blob_size(&bytes).ok().and_then(|size| {
            Some((
                u32::try_from(size.width).ok()?,
                u32::try_from(size.height).ok()?,
            ))
        });
        let hash = ContentHash::of(&bytes);
        Ok(Some(KnownFile { hash, size }))
    });
    let mut files = PublishedFiles::new();
    let mut outputs: HashMap<ContentHash, OutputPath> = HashMap::new();
    let mut copies = Vec::new();
    for (&file, read) in uses.iter().zip(read) {
        let read: Option<KnownFile> = read?;
        let Some(known) = read else { continue };
        let source = run.sources.get(file);
        memo.keep_file(source, known);
        let KnownFile { hash, size } = known;
        let output = outputs.entry(hash).or_insert_with(|| {
            let path = output_of(source.path.name(), hash);
            let body = Body::CopyOf(run.settings.place(source.path.as_str()), hash);
            copies.push(Artifact {
                path: path.clone(),
                body,
            });
            path
        });
        files.insert(
            file,
            PublishedFile {
                output: output.clone(),
                size,
            },
        );
    }
    Ok((files, copies))
}

fn theme_assets(theme: &Theme) -> Vec<Artifact> {
    let assets = theme.assets().iter();
    assets
        .map(|asset| Artifact {
            path: asset.path.clone(),
            body: Body::Bytes(asset.bytes.to_vec()),
        })
        .collect()
}

/// A file's name with the hash of its contents: it may be cached for ever.
fn output_of(name: &str, hash: ContentHash) -> OutputPath {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let safe = |text: &str| -> String {
        let plain = |c: char| {
            if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') {
                c
            } else {
                '-'
            }
        };
        text.chars()
            .map(plain)
            .take(80)
            .collect::<String>()
            .to_ascii_lowercase()
    };
    let dot = if extension.is_empty() { "" } else { "." };
    let path = format!(
        "assets/media/{}.{}{dot}{}",
        safe(stem),
        hash.short(),
        safe(extension)
    );
    OutputPath::new(&path).expect("the name was made of safe characters")
}
