//! Counts over all works: for one language, or for all of them.

use crate::config::LocalizationSettings;
use crate::model::{Date, Site, TranslationType};
use crate::source::LocaleIndex;

use super::dates::{HandOff, Reading, days_between};
use super::{State, Translations, Work};

/// What there is of some languages, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles that are there.
    pub articles: u32,
    /// Made from the newest version.
    pub current: u32,
    /// Made from an older version.
    pub stale: u32,
    /// Of which several versions exist, none known to be the newest.
    pub unclear: u32,
    /// That name no version.
    pub unversioned: u32,
    /// That should be there and are not.
    pub missing: u32,
    /// That are there and should not be.
    pub extra: u32,
    /// That have another name elsewhere.
    pub renamed: u32,
    /// Translated by a machine.
    pub machine: u32,
    /// Translated by people.
    pub human: u32,
    /// Words of the articles that are there.
    pub words: u64,
    /// Of these, those translated by a machine.
    pub machine_words: u64,
    /// Of these, those translated by people.
    pub human_words: u64,
    /// Words that should be there, each work counted as long as it is in the source, else as in the median language.
    pub weight: u64,
    /// The part of `weight` that is there.
    pub weight_here: u64,
    /// The part of `weight` that is there and not stale.
    pub weight_current: u64,
    /// Days that were read although day and month are swapped.
    pub swapped_dates: u32,
    /// What stands in place of a day and is none.
    pub unreadable_dates: u32,
    /// How many days before today the hand-offs were, sorted; empty without today.
    pub ages: Vec<i64>,
}

impl Tally {
    /// How much of what should be there is, counted in words: 0 to 1; 1 when nothing is expected.
    pub fn share(&self) -> f64 {
        share(self.weight_here, self.weight)
    }

    /// How much of what should be there is there and not stale, counted in words: 0 to 1.
    pub fn current_share(&self) -> f64 {
        share(self.weight_current, self.weight)
    }

    /// The middle age in days; the older of two middle ones.
    pub fn median_age(&self) -> Option<i64> {
        self.ages.get(self.ages.len() / 2).copied()
    }

    /// Adds the counts of another language.
    pub fn add(&mut self, other: &Self) {
        for (sum, more) in [
            (&mut self.articles, other.articles),
            (&mut self.current, other.current),
            (&mut self.stale, other.stale),
            (&mut self.unclear, other.unclear),
            (&mut self.unversioned, other.unversioned),
            (&mut self.missing, other.missing),
            (&mut self.extra, other.extra),
            (&mut self.renamed, other.renamed),
            (&mut self.machine, other.machine),
            (&mut self.human, other.human),
            (&mut self.swapped_dates, other.swapped_dates),
            (&mut self.unreadable_dates, other.unreadable_dates),
        ] {
            *sum += more;
        }
        for (sum, more) in [
            (&mut self.words, other.words),
            (&mut self.machine_words, other.machine_words),
            (&mut self.human_words, other.human_words),
            (&mut self.weight, other.weight),
            (&mut self.weight_here, other.weight_here),
            (&mut self.weight_current, other.weight_current),
        ] {
            *sum += more;
        }
        self.ages.extend(&other.ages);
        self.ages.sort_unstable();
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "shares are shown with a digit or two"
)]
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

/// The counts of every language, by [`LocaleIndex`].
pub fn tally(
    translations: &Translations,
    site: &Site,
    settings: &LocalizationSettings,
    today: Option<Date>,
) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); site.locales.len()];
    for work in &translations.works {
        let weight = weight(translations, site, work);
        for (locale, tally) in (0u16..).map(LocaleIndex).zip(&mut tallies) {
            if translations.is_expected(work) {
                tally.weight += weight;
            }
            let Some(state) = translations.state(work, locale) else {
                tally.missing += u32::from(translations.is_missing(work, locale));
                continue;
            };
            let edition = work.edition(locale).expect("it has a state");
            let article = site.article(edition.article);
            let words = u64::from(article.document.words.count);
            tally.articles += 1;
            tally.words += words;
            match state {
                State::Source | State::Current => tally.current += 1,
                State::Stale => tally.stale += 1,
                State::Unclear => tally.unclear += 1,
                State::Unversioned => tally.unversioned += 1,
            }
            if translations.is_expected(work) {
                tally.weight_here += weight;
                if state != State::Stale {
                    tally.weight_current += weight;
                }
            }
            tally.extra += u32::from(translations.is_extra(work, locale));
            tally.renamed += u32::from(edition.is_renamed);
            match article.metadata.translation {
                Some(TranslationType::Machine) => {
                    tally.machine += 1;
                    tally.machine_words += words;
                }
                Some(TranslationType::Human) => {
                    tally.human += 1;
                    tally.human_words += words;
                }
                None => {}
            }
            let hand_off = HandOff::of(article.entries(), &settings.date_keys);
            tally.swapped_dates += u32::from(hand_off.reading == Reading::Swapped);
            tally.unreadable_dates += u32::from(hand_off.reading == Reading::Unreadable);
            if let (Some(today), Some(day)) = (today, hand_off.day) {
                tally.ages.push(days_between(day, today));
            }
        }
    }
    for tally in &mut tallies {
        tally.ages.sort_unstable();
    }
    tallies
}

/// How long a work is: as in the source, else as in the median language.
pub fn weight(translations: &Translations, site: &Site, work: &Work) -> u64 {
    let words = |edition: &super::Edition| site.article(edition.article).document.words.count;
    let source = translations.source.and_then(|source| work.edition(source));
    if let Some(edition) = source {
        return u64::from(words(edition));
    }
    let mut lengths: Vec<u32> = work.editions.iter().flatten().map(words).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).copied().map_or(0, u64::from)
}
