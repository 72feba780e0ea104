//! The page about links to other sites: what its template sees, and the page. In: what is known of addresses, now or from the
//! cache. Nobody is asked here.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::failure::Failure;
use crate::l10n::Formats;
use crate::model::{Artifact, FragmentFound, OutputPath, Reachability, Reached};
use crate::source::LocaleIndex;

use super::frame::Frame;
use super::outputs::{EXTERNAL_LINKS, TRANSLATION_STATUS};
use super::view::{DateView, LinkView};
use super::{draw_to, page};

/// How many addresses are named at most in a list: the page stays small, however large the site.
const MOST_NAMED: usize = 50;

/// How many hosts are named at most.
const MOST_HOSTS: usize = 500;

/// What is known of other sites. In templates: `external`.
#[derive(Debug, Serialize)]
struct ElsewhereView {
    /// The day of the newest answer.
    as_of: Option<DateView>,
    /// How many addresses gave which answer.
    verdicts: Vec<CountView>,
    /// Addresses that nobody has asked for.
    unasked: Option<CountView>,
    /// Hosts: those with most broken addresses first.
    hosts: Vec<HostView>,
    /// Addresses that were there until a few days ago, the newest first.
    newly_broken: Vec<AddressView>,
    /// Addresses whose answers took longest.
    slowest: Vec<AddressView>,
}

/// A number of addresses, and of the places that hold them.
#[derive(Debug, Serialize)]
struct CountView {
    /// The answer, as a technical word; empty where the template has words of its own.
    verdict: String,
    addresses: String,
    places: String,
}

/// One host.
#[derive(Debug, Serialize)]
struct HostView {
    name: String,
    addresses: String,
    places: String,
    /// Its answers: technical words and how many.
    verdicts: Vec<CountView>,
    /// Seconds of its slowest answer; `None` when none took a second.
    slowest: Option<String>,
}

/// One address.
#[derive(Debug, Serialize)]
struct AddressView {
    url: String,
    verdict: &'static str,
    places: String,
    /// The day since when it is broken.
    since: Option<DateView>,
    /// Seconds of its answer.
    seconds: String,
}

/// Addresses and places.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    addresses: usize,
    places: usize,
}

impl Count {
    fn add(&mut self, places: usize) {
        self.addresses += 1;
        self.places += places;
    }

    fn view(self, verdict: &str, formats: &Formats) -> CountView {
        CountView {
            verdict: verdict.to_owned(),
            addresses: number(self.addresses, formats),
            places: number(self.places, formats),
        }
    }
}

/// The page of the site; none without languages.
///
/// # Errors
/// When the template fails.
pub(super) fn of_site(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    let Some(locale) = frame.default_locale() else {
        return Ok(Vec::new());
    };
    let path = OutputPath::new("external-links.html").expect("a plain name");
    let title = frame.theme.text(locale, "external-title");
    let mut context = frame.locale(locale).context.clone();
    context.insert("page", &page::status(frame, locale, title));
    context.insert(
        "external",
        &view(frame.reached, &frame.locale(locale).formats),
    );
    let beside = beside(frame, locale, TRANSLATION_STATUS, "status-title");
    context.insert("beside", &beside);
    Ok(vec![draw_to(frame, "external-links.html", &context, path)?])
}

/// The link from one page of the dashboard to the other, when that is made.
pub(super) fn beside(
    frame: &Frame<'_>,
    locale: LocaleIndex,
    output: &str,
    title: &str,
) -> Option<LinkView> {
    let path = match output {
        EXTERNAL_LINKS => "external-links.html",
        _ => "translation-status.html",
    };
    frame.settings.has_output(output, false).then(|| LinkView {
        title: frame.theme.text(locale, title).to_owned(),
        url: Some(format!("{}{path}", frame.site_view.url)),
        ..LinkView::default()
    })
}

fn view(reached: &Reached, formats: &Formats) -> ElsewhereView {
    let places = |url: &str| reached.places.get(url).copied().unwrap_or_default();
    let mut unasked = Count::default();
    for (url, count) in &reached.places {
        if !reached.by_url.contains_key(url) {
            unasked.add(*count);
        }
    }
    let mut verdicts: BTreeMap<&str, Count> = BTreeMap::new();
    for (url, known) in &reached.by_url {
        for word in words(known) {
            verdicts.entry(word).or_default().add(places(url));
        }
    }
    let address = |url: &str, known: &Reachability| AddressView {
        url: url.to_owned(),
        verdict: known.verdict.word(),
        places: number(places(url), formats),
        since: known.broken_since.map(|day| DateView::of(day, formats)),
        seconds: seconds(known.milliseconds, formats),
    };
    let mut new: Vec<_> = reached
        .by_url
        .iter()
        .filter(|(_, known)| known.is_newly_broken())
        .collect();
    new.sort_by_key(|(url, known)| (Reverse(known.broken_since), Reverse(places(url)), *url));
    let mut slow: Vec<_> = reached
        .by_url
        .iter()
        .filter(|(_, known)| known.milliseconds >= Reachability::SLOW)
        .collect();
    slow.sort_by_key(|(url, known)| (Reverse(known.milliseconds), *url));
    ElsewhereView {
        as_of: reached.today.map(|day| DateView::of(day, formats)),
        verdicts: verdicts
            .iter()
            .map(|(word, count)| count.view(word, formats))
            .collect(),
        unasked: (unasked.addresses > 0).then(|| unasked.view("", formats)),
        hosts: hosts(reached, formats),
        newly_broken: new
            .into_iter()
            .take(MOST_NAMED)
            .map(|(url, known)| address(url, known))
            .collect(),
        slowest: slow
            .into_iter()
            .take(MOST_NAMED)
            .map(|(url, known)| address(url, known))
            .collect(),
    }
}

/// What is said of an address: its verdict, and what is wrong with its fragments or scheme.
fn words(known: &Reachability) -> Vec<&'static str> {
    let has = |wanted| known.fragments.values().any(|found| *found == wanted);
    let mut words = vec![known.verdict.word()];
    if known.answers_on_https {
        words.push("insecure");
    }
    if has(FragmentFound::Absent) {
        words.push("no-fragment");
    }
    if has(FragmentFound::Unverifiable) {
        words.push("unverifiable-fragment");
    }
    words
}

fn hosts(reached: &Reached, formats: &Formats) -> Vec<HostView> {
    #[derive(Default)]
    struct Host<'r> {
        count: Count,
        broken: usize,
        verdicts: BTreeMap<&'r str, Count>,
        slowest: u64,
    }
    let mut hosts: BTreeMap<&str, Host<'_>> = BTreeMap::new();
    for (url, known) in &reached.by_url {
        let places = reached.places.get(url).copied().unwrap_or_default();
        let host = hosts
            .entry(url.split('/').nth(2).unwrap_or(url))
            .or_default();
        host.count.add(places);
        host.broken += usize::from(known.verdict.is_broken());
        for word in words(known) {
            host.verdicts.entry(word).or_default().add(places);
        }
        host.slowest = host.slowest.max(known.milliseconds);
    }
    let mut hosts: Vec<_> = hosts.into_iter().collect();
    hosts.sort_by_key(|(name, host)| (Reverse(host.broken), Reverse(host.count.places), *name));
    let view = |(name, host): (&str, Host<'_>)| HostView {
        name: name.to_owned(),
        addresses: number(host.count.addresses, formats),
        places: number(host.count.places, formats),
        verdicts: host
            .verdicts
            .iter()
            .map(|(word, count)| count.view(word, formats))
            .collect(),
        slowest: (host.slowest >= Reachability::SLOW).then(|| seconds(host.slowest, formats)),
    };
    hosts.into_iter().take(MOST_HOSTS).map(view).collect()
}

fn seconds(milliseconds: u64, formats: &Formats) -> String {
    number(
        usize::try_from(milliseconds / 1000).unwrap_or(usize::MAX),
        formats,
    )
}

fn number(number: usize, formats: &Formats) -> String {
    formats.number(i64::try_from(number).unwrap_or(i64::MAX))
}
