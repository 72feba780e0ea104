//! What a run was made of, and whether that is still so.
//!
//! Settings by their ingredients, the theme by its files, the sources by path, kind and size, each with the answers that reading it
//! gave, and what else was read. A file whose stamp is that of then is not read again; of any other the content decides.

use std::path::Path;

use crate::catalogue::Mapper as _;
use crate::config::Settings;
use crate::discover::Discovery;
use crate::fs::FileSystem;
use crate::source::{ContentHash, Source, SourceKind, Stamp};
use crate::theme::ProjectTheme;

use super::super::parallel::Threads;
use super::answers::{Answers, Asked, Elsewhere};
use super::coded::{Coded, Reader, choice, encoded, record};

/// A file that was touched so shortly before a run that a second touch may have left the same stamp is not trusted by it. Nanoseconds;
/// some file systems count in steps of two seconds.
const STEP: i64 = 2_000_000_000;

/// Everything a run depended on.
#[derive(Debug)]
pub(super) struct Inputs {
    /// What the settings were made of.
    pub(super) settings: Vec<(Box<str>, ContentHash)>,
    /// The project's own files of the theme, and its style.
    pub(super) theme: Vec<(Box<str>, ContentHash)>,
    /// The languages, and what discovery left out.
    pub(super) around: ContentHash,
    /// The files of the content.
    pub(super) sources: Vec<Input>,
    /// What else was read or looked for.
    pub(super) elsewhere: Vec<Elsewhere>,
}

record!(Inputs {
    settings,
    theme,
    around,
    sources,
    elsewhere
});

/// A file of the content.
#[derive(Debug)]
pub(super) struct Input {
    pub(super) path: Box<str>,
    pub(super) kind: SourceKind,
    pub(super) stamp: Stamp,
    /// Whether the stamp alone tells that the file is as it was.
    pub(super) is_sure: bool,
    /// What reading it gave.
    pub(super) asked: Vec<Asked>,
}

record!(Input {
    path,
    kind,
    stamp,
    is_sure,
    asked
});
record!(Stamp {
    size,
    modified,
    changed,
    inode
});
choice!(SourceKind { 0 = Article, 1 = Unpublished, 2 = Yaml, 3 = Toc, 4 = Asset });

/// What a run stands on, before anything is parsed.
#[derive(Clone, Copy)]
pub(super) struct Ground<'g> {
    pub(super) fs: &'g dyn FileSystem,
    pub(super) settings: &'g Settings,
    pub(super) found: &'g Discovery,
    pub(super) theme: &'g ProjectTheme,
    /// The time on the file system's clock before anything was looked at.
    pub(super) now: i64,
}

impl Inputs {
    /// What a run depends on that begins here.
    pub(super) fn of(ground: Ground<'_>) -> Self {
        let Ground {
            settings,
            found,
            theme,
            now,
            ..
        } = ground;
        let input = |source: &Source| Input {
            path: source.path.as_str().into(),
            kind: source.kind,
            stamp: source.stamp,
            is_sure: is_sure(source.stamp, now),
            asked: Vec::new(),
        };
        Self {
            settings: settings.ingredients.0.clone(),
            theme: files_of(theme),
            around: around(found),
            sources: found.sources.files.iter().map(input).collect(),
            elsewhere: Vec::new(),
        }
    }

    /// Takes in what the run was told; `None` when not all is known.
    pub(super) fn told(mut self, answers: Answers<'_>, settings: &Settings) -> Option<Self> {
        for input in &mut self.sources {
            input.asked = answers.take(&settings.place(&input.path));
        }
        self.elsewhere = answers.rest(&settings.project)?;
        Some(self)
    }

    /// What is different now, in words for `--explain`; the first of each kind suffices unless `all` are wanted. Stamps of files that
    /// are as they were are brought up to date.
    pub(super) fn compare(&mut self, ground: Ground<'_>, threads: &Threads) -> Compared {
        let Ground {
            fs,
            settings,
            found,
            theme,
            now,
        } = ground;
        let mut compared = Compared::default();
        differences(
            &self.settings,
            &settings.ingredients.0,
            &mut compared.settings,
        );
        differences(&self.theme, &files_of(theme), &mut compared.theme);
        compared.around = self.around != around(found);
        for elsewhere in &self.elsewhere {
            let place = settings.project.join(elsewhere.path());
            if !elsewhere.holds(fs, &place) {
                compared.elsewhere.push(elsewhere.path().into());
            }
        }
        let mut then = self.sources.iter_mut().peekable();
        let mut unsure: Vec<(&mut Input, &Source)> = Vec::new();
        for source in &found.sources.files {
            let path = source.path.as_str();
            while then.peek().is_some_and(|input| *input.path < *path) {
                let gone = then.next().map(|input| input.path.clone());
                compared.removed.extend(gone);
            }
            match then.next_if(|input| *input.path == *path) {
                None => compared.added.push(path.into()),
                Some(input) => {
                    let is_other =
                        input.kind != source.kind || input.stamp.size != source.stamp.size;
                    if is_other {
                        compared.changed.push(path.into());
                    } else if !input.is_sure || input.stamp != source.stamp {
                        unsure.push((input, source));
                    }
                }
            }
        }
        compared
            .removed
            .extend(then.map(|input| input.path.clone()));
        let same = threads.map(unsure.len(), |at| {
            let (input, source) = &unsure[at];
            let place = settings.place(source.path.as_str());
            input.asked.iter().all(|asked| asked.holds(fs, &place))
        });
        for ((input, source), same) in unsure.into_iter().zip(same) {
            if same {
                let sure = is_sure(source.stamp, now);
                compared.is_stale |= input.stamp != source.stamp || input.is_sure != sure;
                (input.stamp, input.is_sure) = (source.stamp, sure);
            } else {
                compared.changed.push(source.path.as_str().into());
            }
        }
        compared
    }
}

/// What is different from then.
#[derive(Debug, Default)]
pub(super) struct Compared {
    pub(super) settings: Vec<Box<str>>,
    pub(super) theme: Vec<Box<str>>,
    /// The languages, or what discovery left out.
    pub(super) around: bool,
    pub(super) added: Vec<Box<str>>,
    pub(super) removed: Vec<Box<str>>,
    pub(super) changed: Vec<Box<str>>,
    pub(super) elsewhere: Vec<Box<str>>,
    /// Nothing is different but stamps: it is worth writing the inputs again.
    pub(super) is_stale: bool,
}

impl Compared {
    /// Whether the result is what it was.
    pub(super) fn is_same(&self) -> bool {
        let lists = [
            &self.settings,
            &self.theme,
            &self.added,
            &self.removed,
            &self.changed,
            &self.elsewhere,
        ];
        !self.around && lists.iter().all(|list| list.is_empty())
    }
}

fn is_sure(stamp: Stamp, now: i64) -> bool {
    let is_before = |time: i128| time < i128::from(now) - i128::from(STEP);
    stamp.inode != 0 && is_before(stamp.modified) && is_before(stamp.changed.into())
}

/// The names that only one of two sorted lists has, or with another hash.
fn differences(
    then: &[(Box<str>, ContentHash)],
    now: &[(Box<str>, ContentHash)],
    into: &mut Vec<Box<str>>,
) {
    let in_one = |one: &[(Box<str>, ContentHash)], other: &[(Box<str>, ContentHash)]| {
        let missing = one.iter().filter(|it| !other.contains(it));
        missing.map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    into.extend(in_one(then, now));
    into.extend(in_one(now, then));
    into.sort();
    into.dedup();
}

fn files_of(theme: &ProjectTheme) -> Vec<(Box<str>, ContentHash)> {
    let ProjectTheme {
        templates,
        locales,
        style,
    } = theme;
    let folders = [("templates", templates), ("locales", locales)];
    let mut files: Vec<(Box<str>, ContentHash)> = folders
        .iter()
        .flat_map(|(folder, files)| {
            files.iter().map(move |file| {
                let name = Path::new(folder).join(&file.path).display().to_string();
                (name.into(), ContentHash::of(&file.bytes))
            })
        })
        .collect();
    files.push(("theme".into(), ContentHash::of(style.as_bytes())));
    files
}

/// The hash of the project's own part of the theme.
pub(super) fn hash_of_theme(theme: &ProjectTheme) -> ContentHash {
    let files = files_of(theme);
    ContentHash::of(&encoded(&files))
}

fn around(found: &Discovery) -> ContentHash {
    let Discovery {
        locales, oddities, ..
    } = found;
    ContentHash::of(format!("{locales:?}{oddities:?}").as_bytes())
}
