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
use crate::source::{FileId, TextRange};

use super::{Run, Timings};

/// Largest cache and file of authorities, in bytes.
const LARGEST: u64 = 256 << 20;

/// What came of asking, for the report.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// What is known.
    pub reached: Reached,
    /// Every address that was looked at or gathered, with the number of places that hold it.
    pub places: BTreeMap<Box<str>, usize>,
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
struct Occurrence {
    file: FileId,
    range: TextRange,
    address: Address,
}

/// Asks for all addresses of a site, as the settings say.
pub(super) fn ask(run: &Run<'_>, site: &Site, timings: &mut Timings) -> Result<Asked, Failure> {
    if run.settings.external.asking == Asking::Off {
        return Ok(Asked::default());
    }
    timings.time("external", || ask_all(run, site))
}

fn ask_all(run: &Run<'_>, site: &Site) -> Result<Asked, Failure> {
    let settings = run.settings;
    let external = &settings.external;
    let mut wanted = Wanted::new();
    let mut places = BTreeMap::new();
    for occurrence in occurrences(run, site) {
        let fragments = wanted.entry(occurrence.address.url.clone()).or_default();
        fragments.extend(occurrence.address.fragment);
        *places.entry(occurrence.address.url).or_default() += 1;
    }
    if external.asking == Asking::Gather {
        return Ok(Asked {
            places,
            ..Asked::default()
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
    Ok(Asked {
        reached: answers.reached,
        places,
        unreadable: answers.unreadable,
    })
}

/// What is to be said of every place that leads to another site.
pub(super) fn judge(
    run: &Run<'_>,
    site: &Site,
    reached: &Reached,
    levels: &FileLevels,
) -> Vec<Diagnostic> {
    if reached.by_url.is_empty() {
        return Vec::new();
    }
    let judge = |occurrence: &Occurrence| {
        let known = reached.of(&occurrence.address)?;
        let context = AddressContext {
            file: occurrence.file,
            range: occurrence.range,
            address: &occurrence.address,
            known,
        };
        Some(check::address(&context, levels))
    };
    occurrences(run, site)
        .iter()
        .filter_map(judge)
        .flatten()
        .collect()
}

fn occurrences(run: &Run<'_>, site: &Site) -> Vec<Occurrence> {
    let of_articles = run.threads.map(site.articles.len(), |at| {
        let article = &site.articles[at];
        let links = check::links(article).filter_map(|(file, raw, link)| {
            Some(Occurrence {
                file,
                range: raw.target_range,
                address: link.target.address(&raw.written)?,
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
    asked.places.keys().cloned().collect()
}
