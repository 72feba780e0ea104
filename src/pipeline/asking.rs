//! Between cataloguing and judging: what other sites say of the addresses that articles link to. The same address in 36
//! languages is one address; every place that holds it is judged. Off unless a flag asks for it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::catalogue::Mapper;
use crate::check::{self, AddressContext};
use crate::config::Asking;
use crate::diagnostics::{Diagnostic, FileLevels};
use crate::external::{self, Files, Wanted};
use crate::failure::Failure;
use crate::fs::replace;
use crate::model::{Address, FragmentFound, Reached, Site};
use crate::render;
use crate::source::{FileId, TextRange};

use super::{Run, Timings};

/// Largest cache and file of authorities, in bytes.
const LARGEST: u64 = 256 << 20;

/// What came of asking, for the report.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// What is known.
    pub reached: Reached,
    /// Lines of the cache that could not be read.
    pub unreadable: Vec<usize>,
}

impl Asked {
    /// Hosts with fragments that nobody can verify without a browser, and how many of them.
    pub fn unverifiable(&self) -> BTreeMap<&str, usize> {
        let mut hosts = BTreeMap::new();
        for (url, known) in &self.reached.by_url {
            let count = known
                .fragments
                .values()
                .filter(|found| **found == FragmentFound::Unverifiable)
                .count();
            if count > 0 {
                let host = url.split('/').nth(2).unwrap_or(url);
                *hosts.entry(host).or_default() += count;
            }
        }
        hosts
    }
}

/// A place that leads to another site.
struct Occurrence<'s> {
    file: FileId,
    range: TextRange,
    address: Address,
    written: &'s str,
}

/// The places that lead to other sites, and what is known of these.
#[derive(Default)]
pub(super) struct Elsewhere<'s> {
    /// What came of asking; empty when nobody was to be asked.
    pub(super) asked: Asked,
    /// What the page about other sites shows, when it is made and nobody was to be asked: what the cache says.
    remembered: Option<Reached>,
    occurrences: Vec<Occurrence<'s>>,
}

impl Elsewhere<'_> {
    /// What the page about other sites shows.
    pub(super) fn shown(&self) -> &Reached {
        self.remembered.as_ref().unwrap_or(&self.asked.reached)
    }
}

/// Asks for all addresses of a site, as the settings say.
pub(super) fn ask<'s>(
    run: &Run<'_>,
    site: &'s Site,
    timings: &mut Timings,
) -> Result<Elsewhere<'s>, Failure> {
    let is_shown = run.settings.has_output(render::EXTERNAL_LINKS, false);
    match run.settings.external.asking {
        Asking::Off if !is_shown => Ok(Elsewhere::default()),
        Asking::Off => timings.time("external", || remember(run, site)),
        Asking::Gather | Asking::On | Asking::Offline => {
            timings.time("external", || ask_all(run, site))
        }
    }
}

/// What the cache says, however old it is; nothing of it is judged.
fn remember<'s>(run: &Run<'_>, site: &'s Site) -> Result<Elsewhere<'s>, Failure> {
    let (wanted, places) = gathered(&occurrences(run, site));
    let cache = read_if_there(run, &run.settings.external.cache)?;
    let mut reached = external::remembered(&String::from_utf8_lossy(&cache), &wanted);
    reached.places = places;
    Ok(Elsewhere {
        remembered: Some(reached),
        ..Elsewhere::default()
    })
}

fn ask_all<'s>(run: &Run<'_>, site: &'s Site) -> Result<Elsewhere<'s>, Failure> {
    let settings = run.settings;
    let external = &settings.external;
    let occurrences = occurrences(run, site);
    let (wanted, places) = gathered(&occurrences);
    if external.asking == Asking::Gather {
        let reached = Reached {
            places,
            ..Reached::default()
        };
        let asked = Asked {
            reached,
            ..Asked::default()
        };
        return Ok(Elsewhere {
            asked,
            ..Elsewhere::default()
        });
    }
    run.progress.phase("external", wanted.len());
    let cache = read_if_there(run, &external.cache)?;
    let authorities = match &external.authorities {
        Some(path) => Some(read(run, path)?),
        None => None,
    };
    let cached = String::from_utf8_lossy(&cache);
    let files = Files {
        cache: &cached,
        authorities: authorities.as_deref(),
    };
    let whole = settings.only.is_empty() && external.known.is_empty();
    let step = || run.progress.step();
    let answers = external::ask(&wanted, external, settings.today, files, whole, &step)?;
    if let Some(text) = answers.cache.filter(|text| **text != *cached) {
        replace::replace(&external.cache, text.as_bytes()).map_err(|error| {
            let name = external.cache.display();
            Failure::environment(format!("cannot write the cache of external links `{name}`"))
                .cause(&error)
                .hint("name another file with `external: {cache: …}` in `polydoc.yml`")
        })?;
    }
    let reached = Reached {
        places,
        ..answers.reached
    };
    let asked = Asked {
        reached,
        unreadable: answers.unreadable,
    };
    Ok(Elsewhere {
        asked,
        remembered: None,
        occurrences,
    })
}

/// The addresses with their fragments, and how many places hold each.
fn gathered(occurrences: &[Occurrence<'_>]) -> (Wanted, BTreeMap<Box<str>, usize>) {
    let mut wanted = Wanted::new();
    let mut places: BTreeMap<Box<str>, usize> = BTreeMap::new();
    for Occurrence { address, .. } in occurrences {
        if let Some(count) = places.get_mut(&address.url) {
            *count += 1;
        } else {
            places.insert(address.url.clone(), 1);
            wanted.insert(address.url.clone(), BTreeSet::new());
        }
        if let Some(fragment) = &address.fragment
            && let Some(fragments) = wanted.get_mut(&address.url)
            && !fragments.contains(fragment)
        {
            fragments.insert(fragment.clone());
        }
    }
    (wanted, places)
}

/// What is to be said of every place that leads to another site.
pub(super) fn judge(
    run: &Run<'_>,
    elsewhere: &Elsewhere<'_>,
    levels: &FileLevels,
) -> Vec<Diagnostic> {
    let reached = &elsewhere.asked.reached;
    let occurrences = &elsewhere.occurrences;
    let judged = run.threads.map(occurrences.len(), |at| {
        let occurrence = &occurrences[at];
        let known = reached.of(&occurrence.address)?;
        let context = AddressContext {
            file: occurrence.file,
            range: occurrence.range,
            address: &occurrence.address,
            written: occurrence.written,
            known,
        };
        Some(check::address(&context, levels))
    });
    judged.into_iter().flatten().flatten().collect()
}

fn occurrences<'s>(run: &Run<'_>, site: &'s Site) -> Vec<Occurrence<'s>> {
    let of_articles = run.threads.map(site.articles.len(), |at| {
        let article = &site.articles[at];
        let links = check::links(article).filter_map(|(file, raw, link)| {
            Some(Occurrence {
                file,
                range: raw.target_range,
                address: link.target.address(&raw.written)?,
                written: &raw.written,
            })
        });
        links.collect::<Vec<_>>()
    });
    let of_tocs = site.tocs.iter().flatten().flat_map(|toc| {
        toc.external.iter().filter_map(|entry| {
            Some(Occurrence {
                file: toc.file,
                range: entry.range,
                address: Address::read(&entry.value)?,
                written: &entry.value,
            })
        })
    });
    of_articles.into_iter().flatten().chain(of_tocs).collect()
}

fn read_if_there(run: &Run<'_>, path: &Path) -> Result<Vec<u8>, Failure> {
    if run.fs.exists(path) {
        read(run, path)
    } else {
        Ok(Vec::new())
    }
}

fn read(run: &Run<'_>, path: &Path) -> Result<Vec<u8>, Failure> {
    run.fs.read(path, LARGEST).map_err(|error| {
        Failure::environment(format!("cannot read `{}`", path.display())).cause(&error)
    })
}

/// The addresses of a run, for one that comes later to leave alone.
pub(super) fn addresses(asked: &Asked) -> BTreeSet<Box<str>> {
    asked.reached.places.keys().cloned().collect()
}
