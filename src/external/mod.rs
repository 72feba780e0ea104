//! The only module on the network: asks whether addresses of other sites answer.
//!
//! In: the addresses that articles use, each once whatever the number of languages, and the settings. Out: [`Reached`], facts
//! about each of them; what they mean for the articles is judged by `check`. What was asked lately comes from the
//! cache, a text file fit to be committed. Only `inquiry` decides what is asked next; only `exchange` speaks HTTP;
//! only `guard` says which hosts may be asked, and `resolver` sees to it; only `schedule` knows threads and waits.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::config::{Asking, External};
use crate::failure::Failure;
use crate::model::{Address, Date, FragmentFound, NotAsked, Reachability, Reached, Verdict};

use cache::Cache;
use exchange::Web;
use inquiry::{Inquiry, Rules};

mod cache;
mod exchange;
mod guard;
mod inquiry;
mod page;
mod resolver;
mod schedule;

/// The addresses of a run with the fragments that are looked for in each.
pub type Wanted = BTreeMap<Box<str>, BTreeSet<Box<str>>>;

/// What is read before anything is asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Files<'f> {
    /// The text of the cache; empty when there is none.
    pub cache: &'f str,
    /// The certificates of the file that the settings name.
    pub authorities: Option<&'f [u8]>,
}

/// What came of asking.
#[derive(Debug)]
pub struct Answers {
    /// What is known of each address.
    pub reached: Reached,
    /// The text of the cache to be kept; `None` when nothing was asked.
    pub cache: Option<String>,
    /// Lines of the cache that could not be read.
    pub unreadable: Vec<usize>,
}

/// Hears of every address that is known.
pub type Step<'s> = &'s (dyn Fn() + Sync);

/// Finds out about addresses. `whole` says that these are all addresses of the site: then the cache forgets the others.
///
/// # Errors
/// When the file of authorities cannot be used.
pub fn ask(
    wanted: &Wanted,
    external: &External,
    today: Option<Date>,
    files: Files<'_>,
    whole: bool,
    step: Step<'_>,
) -> Result<Answers, Failure> {
    let today = today.unwrap_or_else(day_of_the_clock);
    let rules = Rules { external, today };
    let Cache {
        mut answers,
        unreadable,
    } = Cache::read(files.cache);
    let mut reached = BTreeMap::new();
    let mut inquiries = Vec::new();
    for (url, fragments) in wanted {
        if external.known.contains(url) {
            continue;
        }
        let address = Address {
            url: url.clone(),
            fragment: None,
        };
        let known = match answers.get(url) {
            _ if is_ignored(url, external, today) => Some(not_asked(NotAsked::Ignored, today)),
            Some(answer) if serves(answer, fragments, rules) => Some(answer.clone()),
            _ if external.asking == Asking::Offline => Some(not_asked(NotAsked::Offline, today)),
            _ => None,
        };
        if let Some(known) = known {
            reached.insert(url.clone(), known);
            step();
        } else {
            // Fragments that the cache knows are asked for again: the page is read anyway.
            let fragments = fragments.iter().cloned().collect();
            inquiries.push(Inquiry::new(address, fragments, external));
        }
    }
    if external.asking != Asking::On {
        return Ok(Answers {
            reached: Reached {
                by_url: reached,
                today: Some(today),
                ..Reached::default()
            },
            cache: None,
            unreadable,
        });
    }
    let web = Web::new(external, files.authorities)?;
    for (url, mut known) in schedule::ask_all(inquiries, &web, rules, step) {
        let before = answers.get(&url);
        if known.verdict.is_broken() {
            known.broken_since = before.and_then(|before| {
                if before.verdict.is_there() {
                    Some(today)
                } else {
                    before.broken_since
                }
            });
        }
        // What is not known today is no reason to forget what was known; it is old, so it will be asked again.
        let tells = !known.verdict.is_flaky() && !matches!(known.verdict, Verdict::NotAsked(_));
        if tells {
            answers.insert(url.clone(), known.clone());
        }
        reached.insert(url, known);
    }
    if whole {
        answers.retain(|url, _| wanted.contains_key(url));
    }
    Ok(Answers {
        reached: Reached {
            by_url: reached,
            today: Some(today),
            ..Reached::default()
        },
        cache: Some(Cache::write(&answers)),
        unreadable,
    })
}

/// What the cache says of addresses, whatever its age. The day is that of the newest answer.
pub fn remembered(cache: &str, wanted: &Wanted) -> Reached {
    let mut answers = Cache::read(cache).answers;
    answers.retain(|url, _| wanted.contains_key(url));
    let today = answers.values().map(|answer| answer.asked).max();
    Reached {
        by_url: answers,
        today,
        ..Reached::default()
    }
}

/// Whether what the cache says of an address is enough.
fn serves(answer: &Reachability, fragments: &BTreeSet<Box<str>>, rules: Rules<'_>) -> bool {
    let offline = rules.external.asking == Asking::Offline;
    let mut wanted = fragments.iter();
    let knows_fragments = !answer.verdict.is_there()
        || wanted.all(|fragment| answer.fragments.contains_key(fragment));
    let absent = || {
        fragments
            .iter()
            .any(|fragment| answer.fragments.get(fragment) == Some(&FragmentFound::Absent))
    };
    if offline {
        return knows_fragments;
    }
    let ages = rules.external.ages;
    // A fragment that was missing is as good a reason to look again as a page that was.
    let ages = crate::config::Ages {
        ok: if absent() { ages.broken } else { ages.ok },
        moved: if absent() { ages.broken } else { ages.moved },
        ..ages
    };
    knows_fragments && cache::is_fresh(answer, rules.today, ages)
}

fn is_ignored(url: &str, external: &External, today: Date) -> bool {
    external.ignore.iter().any(|ignored| {
        ignored.until.is_none_or(|until| today <= until) && ignored.matches.is_match(url)
    })
}

fn not_asked(why: NotAsked, today: Date) -> Reachability {
    Reachability {
        verdict: Verdict::NotAsked(why),
        answers_on_https: false,
        fragments: BTreeMap::new(),
        asked: today,
        from_cache: false,
        milliseconds: 0,
        broken_since: None,
    }
}

/// Today by the clock, in UTC. The network answers today, whatever day a build pretends to have; so that only ages of
/// answers depend on it.
fn day_of_the_clock() -> Date {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    Date::of_epoch(seconds).unwrap_or(Date {
        year: 1970,
        month: 1,
        day: 1,
    })
}
