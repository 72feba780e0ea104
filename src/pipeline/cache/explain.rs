//! Why a file was written or kept, for whoever asks: `build --explain`.
//!
//! A path of the content or of the output goes in, and what is different from the run that is remembered; words come out. Nothing is
//! decided here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::catalogue;
use crate::config::Settings;
use crate::fs::{FileSystem, clean};
use crate::model::{Article, OutputPath, Page, Site};
use crate::publish::{Fate, Stage};
use crate::render::Texts;
use crate::source::{FileId, LocaleIndex, Sources};

use super::file::Unusable;
use super::inputs::Compared;

/// Of so many files that changed, the names are told.
const MOST_NAMED: usize = 3;

/// What is to be explained, and what is known of the run before.
#[derive(Debug, Default)]
pub(in super::super) struct Why {
    /// Paths of the content or of the output, as they were written.
    pub(super) asked: Vec<PathBuf>,
    /// Why no earlier run could be looked at.
    pub(super) unusable: Option<Unusable>,
    /// What is different from it.
    pub(super) compared: Compared,
}

/// What is said of a path that means nothing.
const NOWHERE: &str = "no article, and no file of the output";

/// What a path means.
struct Meant<'s> {
    /// Files of the output, each with the language whose page it is.
    files: Vec<(OutputPath, Option<LocaleIndex>)>,
    article: Option<&'s Article>,
}

impl Why {
    /// Explains all that was asked for, one line each, after all files were taken; `kept` are the languages whose pages were not made.
    pub(in super::super) fn explain(
        &self,
        settings: &Settings,
        sources: &Sources,
        site: &Site,
        stage: &Stage,
        kept: &BTreeSet<LocaleIndex>,
    ) -> Vec<String> {
        let mut lines = Vec::new();
        for asked in &self.asked {
            let meant = meant(asked, settings, sources, site);
            if meant.files.is_empty() {
                lines.push(format!("{}: {NOWHERE}", asked.display()));
            }
            for (file, locale) in &meant.files {
                let fate = stage.fate(file);
                let word = match fate {
                    Fate::New | Fate::Changed => "written",
                    Fate::Restored => "restored",
                    Fate::Kept => "kept",
                    Fate::Absent => NOWHERE,
                };
                lines.push(format!("{file}: {word}"));
                let reasons = match fate {
                    Fate::Absent => Vec::new(),
                    Fate::Restored => vec!["the published file was gone or altered".to_owned()],
                    Fate::Kept if locale.is_some_and(|locale| kept.contains(&locale)) => {
                        vec![
                            "nothing that the pages of its language are made of changed".to_owned(),
                        ]
                    }
                    Fate::Kept => {
                        let mut reasons =
                            vec!["it was made again and came out the same".to_owned()];
                        reasons.extend(self.reasons(&meant, settings, sources));
                        reasons
                    }
                    Fate::New | Fate::Changed => self.reasons(&meant, settings, sources),
                };
                lines.extend(reasons.iter().map(|reason| format!("  {reason}")));
            }
        }
        lines
    }

    /// The same when nothing at all is different.
    pub(super) fn explain_nothing(&self, fs: &dyn FileSystem, settings: &Settings) -> Vec<String> {
        let is_there = |asked: &Path| {
            let site_path = asked.to_str().map(|asked| settings.place(asked));
            let mut places = [asked.to_owned(), settings.output.join(asked)]
                .into_iter()
                .chain(site_path);
            places.any(|place| fs.exists(&place))
        };
        let explained = |asked: &PathBuf| {
            if is_there(asked) {
                vec![
                    format!("{}: kept", asked.display()),
                    "  nothing that the site is made of changed".to_owned(),
                ]
            } else {
                vec![format!("{}: {NOWHERE}", asked.display())]
            }
        };
        self.asked.iter().flat_map(explained).collect()
    }

    fn reasons(&self, meant: &Meant<'_>, settings: &Settings, sources: &Sources) -> Vec<String> {
        let unusable = self.unusable.map(|why| match why {
            Unusable::Off => "nothing is remembered",
            Unusable::Missing => "there was no cache",
            Unusable::OtherVersion => "the cache was of another version of polydoc",
            Unusable::Damaged => "the cache was damaged",
        });
        let mut reasons: Vec<String> = unusable.map(ToOwned::to_owned).into_iter().collect();
        let Compared {
            settings: set,
            theme,
            around,
            added,
            removed,
            changed,
            elsewhere,
            is_stale: _,
        } = &self.compared;
        let own: BTreeSet<&str> = meant
            .article
            .map(|article| {
                files_of(article)
                    .map(|file| sources.get(file).path.as_str())
                    .collect()
            })
            .unwrap_or_default();
        let mut others = Vec::new();
        for (paths, what) in [
            (changed, "changed"),
            (added, "is new"),
            (removed, "is gone"),
        ] {
            for path in paths {
                let line = format!("{} {what}", settings.shown(path));
                if own.contains(&**path) {
                    reasons.push(line);
                } else {
                    others.push(line);
                }
            }
        }
        let named = [set, theme, elsewhere].into_iter().flatten();
        reasons.extend(named.map(|name| format!("{name} changed")));
        if *around {
            reasons.push("the languages changed, or what is left out".to_owned());
        }
        let more = others.len().saturating_sub(MOST_NAMED);
        others.truncate(MOST_NAMED);
        reasons.extend(
            others
                .into_iter()
                .map(|line| format!("{line}, which other pages may show")),
        );
        if more > 0 {
            reasons.push(format!("and {more} more files"));
        }
        if reasons.is_empty() {
            reasons.push("it was not there".to_owned());
        }
        reasons
    }
}

fn files_of(article: &Article) -> impl Iterator<Item = FileId> {
    [article.file].into_iter().chain(Texts::of(article))
}

fn meant<'s>(asked: &Path, settings: &Settings, sources: &Sources, site: &'s Site) -> Meant<'s> {
    let asked = clean(asked);
    let is_it = |file: FileId| {
        let path = &sources.get(file).path;
        let place = clean(&settings.place(path.as_str()));
        asked == place
            || asked == Path::new(path.as_str())
            || (asked.is_absolute() && asked.ends_with(&place))
    };
    let file_of = |url| catalogue::output_path(url);
    if let Some((key, article)) = site.iter().find(|(_, article)| is_it(article.file)) {
        let pages = site.pages.iter().filter(|page| page.article() == Some(key));
        return Meant {
            files: pages
                .map(|page| (file_of(&page.url), Some(page.locale)))
                .collect(),
            article: Some(article),
        };
    }
    let output = clean(&settings.output);
    let below = asked.strip_prefix(&output).unwrap_or(&asked);
    let path = below.to_str().and_then(OutputPath::new);
    let page = path.as_ref().and_then(|path| {
        let mut pages = site.pages.iter();
        pages.find(|page| file_of(&page.url) == *path)
    });
    Meant {
        files: path
            .into_iter()
            .map(|path| (path, page.map(|page| page.locale)))
            .collect(),
        article: page.and_then(Page::article).map(|key| site.article(key)),
    }
}
