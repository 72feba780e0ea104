//! Joins the shares of a site: sees that they belong together and are whole, then publishes their files, with the search indexes
//! that their words come to.
//!
//! Shares come from other machines. Nothing is followed that is no plain file below a share's folder, and nothing published whose
//! size and hash are not those of the share's list.

use std::collections::BTreeMap;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::catalogue::Mapper;
use crate::config;
use crate::failure::Failure;
use crate::fs::{EntryKind, Folder, is_publishing_name};
use crate::model::{Artifact, Body, OutputPath, Shard};
use crate::publish::{Published, Stage, StageOptions};
use crate::search::{self, Statistics, Unjoined};
use crate::source::ContentHash;

use super::super::Progress;
use super::super::parallel::Threads;
use super::list::{Amounts, Entry, List, Unread};
use super::{LIST, SEARCH, SITE};

/// Largest list, in bytes: of some millions of files.
const LARGEST_LIST: u64 = 512 << 20;

/// How many missing shares are named.
const MOST_NAMED: usize = 10;

/// What to do about a share that is not as it was made.
const COPY_AGAIN: &str =
    "copy the folder again, or build the share again; the published site is as it was";

/// What shares came to.
#[derive(Clone, Copy, Debug)]
pub struct Merged {
    /// How many there were.
    pub shards: usize,
    /// What they hold together.
    pub amounts: Amounts,
    /// How many languages the site has.
    pub locales: usize,
    /// What is in the search indexes; `None` without search.
    pub search: Option<Statistics>,
    /// What was published.
    pub published: Published,
}

/// A share that was opened.
struct Share {
    /// Its folder as the user wrote it.
    shown: String,
    folder: Folder,
    list: List,
}

/// Publishes the site that shares come to. `options.keep` is taken from them.
///
/// # Errors
/// When the shares are not all shares of one build, one is missing, there twice or altered, or the system says no. What was published
/// before is then as it was.
pub fn merge(
    folders: &[PathBuf],
    output: &Path,
    jobs: usize,
    options: StageOptions<'_>,
    progress: &dyn Progress,
) -> Result<Merged, Failure> {
    let threads = &Threads::start(jobs)?;
    let shares = folders.iter().map(|folder| Share::open(folder));
    let mut shares = shares.collect::<Result<Vec<_>, _>>()?;
    belong_together(&shares)?;
    shares.sort_by_key(|share| share.list.shard);
    are_whole(&shares)?;
    let work = Work::of(&shares)?;

    let first = &shares[0].list;
    let keep = config::keep(&first.keep).map_err(|_| damaged_list(&shares[0].shown))?;
    let stage = Stage::open(output, &StageOptions { keep, ..options })?;
    progress.phase("merge", work.files.len());
    threads
        .map(work.files.len(), |at| {
            progress.step();
            let (share, path, entry) = &work.files[at];
            let body = Body::Bytes(share.read(entry)?);
            stage.take(path, &body).map(drop)
        })
        .into_iter()
        .collect::<Result<(), _>>()?;
    progress.phase("search", work.words.len());
    let indexes: Vec<_> = work.words.iter().collect();
    let made = threads.large(indexes.len(), |at| {
        progress.step();
        let (locale, words) = indexes[at];
        index(locale, words, &stage)
    });
    let mut search: Option<Statistics> = None;
    for statistics in made {
        search.get_or_insert_default().add(statistics?);
    }
    let amounts = together(&shares);
    stays_published(&amounts, output, &stage)?;
    progress.phase("publish", 0);
    let published = stage.finish()?;
    progress.done();
    Ok(Merged {
        shards: shares.len(),
        amounts,
        locales: first.locales,
        search,
        published,
    })
}

/// Everything there is to do.
struct Work<'s> {
    /// Files of the site.
    files: Vec<(&'s Share, OutputPath, &'s Entry)>,
    /// The words of each language, one entry per share.
    words: BTreeMap<&'s str, Vec<(&'s Share, &'s Entry)>>,
}

impl<'s> Work<'s> {
    fn of(shares: &'s [Share]) -> Result<Self, Failure> {
        let mut work = Self {
            files: Vec::new(),
            words: BTreeMap::new(),
        };
        for share in shares {
            for entry in &share.list.files {
                match entry.path.as_str().split_once('/') {
                    Some((SITE, path)) => {
                        let path =
                            OutputPath::new(path).ok_or_else(|| damaged_list(&share.shown))?;
                        work.files.push((share, path, entry));
                    }
                    Some((SEARCH, locale)) => {
                        work.words.entry(locale).or_default().push((share, entry));
                    }
                    _ => return Err(damaged_list(&share.shown)),
                }
            }
        }
        work.files
            .sort_by(|(_, one, _), (_, other, _)| one.cmp(other));
        let twice = work
            .files
            .array_windows()
            .find(|[(_, one, _), (_, other, _)]| one == other);
        if let Some([(one, path, _), (other, ..)]) = twice {
            let message = format!(
                "`{path}` is in two shares, `{}` and `{}`",
                one.shown, other.shown
            );
            return Err(Failure::usage(message).hint(COPY_AGAIN));
        }
        for (locale, words) in &work.words {
            let has = |share: &&Share| words.iter().any(|(other, _)| std::ptr::eq(*other, *share));
            if let Some(share) = shares.iter().find(|share| !has(share)) {
                let message = format!(
                    "the list of the share `{}` lacks `{SEARCH}/{locale}`, which other shares have",
                    share.shown
                );
                return Err(Failure::usage(message).hint(COPY_AGAIN));
            }
        }
        Ok(work)
    }
}

/// Makes and publishes the index of a language.
fn index(locale: &str, words: &[(&Share, &Entry)], stage: &Stage) -> Result<Statistics, Failure> {
    let read = words.iter().map(|(share, entry)| share.read(entry));
    let read = read.collect::<Result<Vec<_>, _>>()?;
    let joined = search::join(&read).map_err(|why| {
        let (Unjoined::Damaged(at) | Unjoined::Different(at)) = why;
        let (share, entry) = words[at];
        let what = match why {
            Unjoined::Damaged(_) => "makes no sense",
            Unjoined::Different(_) => "is of another build than those of the other shares",
        };
        let message = format!("`{}` of the share `{}` {what}", entry.path, share.shown);
        Failure::usage(message).hint(COPY_AGAIN)
    })?;
    drop(read);
    for file in joined.files {
        let path = format!("{}/{}", search::folder(locale), file.name);
        let path = OutputPath::new(&path).expect("the language's name came from a path");
        let body = Body::Bytes(file.bytes);
        stage.put(&Artifact { path, body })?;
    }
    Ok(joined.statistics)
}

impl Share {
    /// Opens the folder of a share and reads its list.
    fn open(path: &Path) -> Result<Self, Failure> {
        let shown = path.display().to_string();
        let folder = Folder::open(path).map_err(|error| {
            let failure = Failure::usage(format!("cannot read the share `{shown}`")).cause(&error);
            match error.kind() {
                io::ErrorKind::NotFound => failure
                    .hint("see whether its job ended well and whether its folder was copied here"),
                io::ErrorKind::NotADirectory => {
                    failure.hint("name the folder that `polydoc build --shard` published into")
                }
                _ => failure,
            }
        })?;
        let file = folder
            .read(Path::new(LIST))
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => Failure::usage(format!(
                    "`{shown}` is no share of a site: it has no `{LIST}`"
                ))
                .hint(format!(
                    "make a share with `polydoc build --shard N/OF --output {shown}`"
                )),
                _ => Failure::usage(format!("cannot read `{LIST}` of the share `{shown}`"))
                    .cause(&error),
            })?;
        let mut text = Vec::new();
        file.take(LARGEST_LIST + 1)
            .read_to_end(&mut text)
            .map_err(|error| {
                Failure::environment(format!("cannot read `{LIST}` of the share `{shown}`"))
                    .cause(&error)
            })?;
        if text.len() as u64 > LARGEST_LIST {
            return Err(damaged_list(&shown));
        }
        let list = List::read(&text).map_err(|why| match why {
            Unread::Damaged => damaged_list(&shown),
            Unread::OtherForm => other_version(&shown, "another version of polydoc"),
        })?;
        Ok(Self {
            shown,
            folder,
            list,
        })
    }

    /// The bytes of a file, which are what the list says.
    fn read(&self, entry: &Entry) -> Result<Vec<u8>, Failure> {
        let path = Path::new(entry.path.as_str());
        let unreadable = |error: io::Error| self.unreadable(&entry.path, &error);
        if self.folder.facts(path).map_err(unreadable)?.size != entry.size {
            return Err(self.altered(&entry.path));
        }
        let mut bytes = Vec::new();
        let file = self.folder.read(path).map_err(unreadable)?;
        let most = entry.size.saturating_add(1);
        file.take(most)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        if ContentHash::of(&bytes) == entry.hash {
            Ok(bytes)
        } else {
            Err(self.altered(&entry.path))
        }
    }

    fn altered(&self, path: &OutputPath) -> Failure {
        let message = format!(
            "`{path}` of the share `{}` is not what was built",
            self.shown
        );
        Failure::usage(message).hint(COPY_AGAIN)
    }

    fn unreadable(&self, path: &OutputPath, error: &io::Error) -> Failure {
        if error.kind() != io::ErrorKind::NotFound {
            let message = format!("cannot read `{path}` of the share `{}`", self.shown);
            return Failure::usage(message).cause(error).hint(COPY_AGAIN);
        }
        let message = format!("`{path}` of the share `{}` is missing", self.shown);
        let failure = Failure::usage(message);
        if path.as_str().split('/').any(|name| name.starts_with('.')) {
            failure.hint("let whatever copies the folder take names too that begin with a dot")
        } else {
            failure.hint(COPY_AGAIN)
        }
    }

    /// How the share is called in messages.
    fn name(&self) -> String {
        format!("`{}` (share {})", self.shown, self.list.shard)
    }

    /// Fails when there are files that the list does not name: somebody put them there and would miss them.
    fn has_nothing_else(&self) -> Result<(), Failure> {
        let mut strange: Option<PathBuf> = None;
        let looked = self.folder.visit(&mut |found| {
            let is_ours = found.path == Path::new(LIST)
                || found.path.parent() == Some(Path::new(""))
                    && is_publishing_name(found.name.as_os_str());
            if is_ours || strange.is_some() {
                return Ok(false);
            }
            let is_listed = found.path.to_str().is_some_and(|path| {
                let files = &self.list.files;
                files
                    .binary_search_by(|entry| entry.path.as_str().cmp(path))
                    .is_ok()
            });
            if found.kind != EntryKind::Folder && !is_listed {
                strange = Some(found.path.to_owned());
            }
            Ok(found.kind == EntryKind::Folder)
        });
        looked.map_err(|error| {
            Failure::environment(format!("cannot read the share `{}`", self.shown)).cause(&error)
        })?;
        let Some(path) = strange else { return Ok(()) };
        let message = format!(
            "`{}` in the share `{}` was not built there",
            path.display(),
            self.shown
        );
        Err(Failure::usage(message)
            .hint("take it out; what is to be published beside the site goes into the output folder, named by `keep:`"))
    }
}

/// Fails unless all shares are of one build, and of this polydoc.
fn belong_together(shares: &[Share]) -> Result<(), Failure> {
    let Some((first, others)) = shares.split_first() else {
        return Err(Failure::usage("there is no share to merge")
            .hint("name the folders that `polydoc build --shard` published into"));
    };
    let version = env!("CARGO_PKG_VERSION");
    for share in shares {
        let theirs = &share.list.origin.version;
        if theirs != version {
            return Err(other_version(&share.shown, &format!("polydoc {theirs}")));
        }
    }
    for share in others {
        let (one, other) = (&first.list.origin, &share.list.origin);
        let (what, hint) = if one.settings != other.settings || first.list.keep != share.list.keep {
            (
                "under other settings",
                "give all machines the same `polydoc.yml`, flags and variables",
            )
        } else if one.theme != other.theme {
            (
                "with another theme",
                "give all machines the same `templates/` and `locales/`",
            )
        } else if one.content != other.content {
            (
                "from other content",
                "give all machines the same content, such as one commit",
            )
        } else if first.list.shard.of() != share.list.shard.of() {
            (
                "for another number of shares",
                "give all machines the same number after the `/` of `--shard`",
            )
        } else {
            continue;
        };
        let (first, share) = (first.name(), share.name());
        return Err(Failure::usage(format!("{share} was built {what} than {first}")).hint(hint));
    }
    Ok(())
}

/// Fails unless every share is there once, and nothing beside them. The shares are sorted.
fn are_whole(shares: &[Share]) -> Result<(), Failure> {
    for [one, other] in shares.array_windows() {
        if one.list.shard == other.list.shard {
            let message = format!(
                "share {} is there twice: `{}` and `{}`",
                one.list.shard, one.shown, other.shown
            );
            return Err(Failure::usage(message).hint("name every share once"));
        }
    }
    let of = shares.first().map_or(0, |share| share.list.shard.of());
    let is_there = |shard: &Shard| {
        shares
            .binary_search_by_key(shard, |share| share.list.shard)
            .is_ok()
    };
    let all = (1..=of).filter_map(|number| Shard::new(number, of));
    let missing: Vec<String> = all
        .filter(|shard| !is_there(shard))
        .map(|shard| shard.to_string())
        .collect();
    if !missing.is_empty() {
        let are = if missing.len() == 1 { "is" } else { "are" };
        let named = missing[..missing.len().min(MOST_NAMED)].join(", ");
        let more = match missing.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let message = format!(
            "{} of {of} shares {are} missing: {named}{more}",
            missing.len()
        );
        return Err(Failure::usage(message)
            .hint("see whether their jobs ended well and whether their folders are named here"));
    }
    shares.iter().try_for_each(Share::has_nothing_else)
}

fn together(shares: &[Share]) -> Amounts {
    let mut all = Amounts::default();
    for share in shares {
        let Amounts {
            articles,
            pages,
            counts,
        } = share.list.amounts;
        all.articles += articles;
        all.pages += pages;
        all.counts.errors += counts.errors;
        all.counts.warnings += counts.warnings;
        all.counts.infos += counts.infos;
    }
    all
}

/// Shares without an article must not take the published site with them.
fn stays_published(amounts: &Amounts, output: &Path, stage: &Stage) -> Result<(), Failure> {
    if amounts.articles > 0 || stage.pages_to_remove() == 0 {
        return Ok(());
    }
    let output = output.display();
    Err(Failure::environment(format!(
        "there is no article in the shares, but the site in `{output}` has pages that would be removed"
    ))
    .hint("see whether the content was there when they were built; the published site is as it was")
    .hint(format!("if the site is to be empty, remove `{output}` first")))
}

fn damaged_list(shown: &str) -> Failure {
    Failure::usage(format!("`{LIST}` of the share `{shown}` is damaged")).hint(COPY_AGAIN)
}

fn other_version(shown: &str, theirs: &str) -> Failure {
    let version = env!("CARGO_PKG_VERSION");
    Failure::usage(format!(
        "the share `{shown}` was built by {theirs}, and this is polydoc {version}"
    ))
    .hint("use one version for all shares and for merging them")
}
