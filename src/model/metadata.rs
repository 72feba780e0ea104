//! Metadata with types: what polydoc itself needs from front matter, defaults and overrides.

use super::Entries;

/// A day of the Gregorian calendar, known to exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day, if there is one.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=9999).contains(&year).then_some(())?;
        (1..=days)
            .contains(&day)
            .then_some(Self { year, month, day })
    }

    /// The day (UTC) of a number of seconds since 1970-01-01T00:00:00Z; `None` after the year 9999.
    pub fn of_epoch(seconds: u64) -> Option<Self> {
        let mut days = seconds / 86_400;
        if days > 3_000_000 {
            return None;
        }
        for year in 1970..=9999 {
            let length = if Self::new(year, 2, 29).is_some() {
                366
            } else {
                365
            };
            if days >= length {
                days -= length;
                continue;
            }
            for month in 1..=12 {
                let length = (28..=31)
                    .rev()
                    .find(|&day| Self::new(year, month, day).is_some())
                    .unwrap_or(28);
                if days < u64::from(length) {
                    return Self::new(year, month, u8::try_from(days).ok()? + 1);
                }
                days -= u64::from(length);
            }
        }
        None
    }

    /// Days since the first of March of the year 0 (proleptic Gregorian): differences count, the number itself does not.
    pub fn days(self) -> i64 {
        let shift = i64::from(self.month < 3);
        let (year, month) = (
            i64::from(self.year) - shift,
            (i64::from(self.month) + 9) % 12,
        );
        let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        365 * year + leaps + (153 * month + 2) / 5 + i64::from(self.day)
    }

    /// Reads `MM/DD/YYYY` (also unpadded) or `YYYY-MM-DD` (also followed by a time). Nothing else: a day and a month that
    /// translation has swapped must not become another valid day unnoticed.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |digits: &str, most: usize| {
            let fits = (1..=most).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit());
            fits.then(|| digits.parse::<u16>().ok()).flatten()
        };
        let small = |digits: &str| number(digits, 2).and_then(|n| u8::try_from(n).ok());
        let text = text.trim();
        if let [month, day, year] = text.split('/').collect::<Vec<_>>()[..] {
            return Self::new(
                number(year, 4).filter(|_| year.len() == 4)?,
                small(month)?,
                small(day)?,
            );
        }
        let day = text
            .split_once(['T', ' ', 't'])
            .map_or(text, |(day, _)| day);
        let [year, month, day] = day.split('-').collect::<Vec<_>>()[..] else {
            return None;
        };
        Self::new(
            number(year, 4).filter(|_| year.len() == 4)?,
            small(month)?,
            small(day)?,
        )
    }
}

impl std::fmt::Display for Date {
    /// ISO 8601: `2021-03-10`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// What search engines are asked to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Robots {
    /// Not to list the page.
    pub noindex: bool,
    /// Not to follow its links.
    pub nofollow: bool,
}

/// How a translation was made (`ms.translationtype`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TranslationType {
    /// `HT`.
    Human,
    /// `MT`.
    Machine,
}

/// Metadata of an article after `defaults` and `overrides`.
#[derive(Debug, Hash)]
pub struct Metadata {
    /// All keys, front matter over defaults, overrides over both; in the order: front matter, then added keys sorted.
    /// `None` when nothing was added or overridden: then the front matter's own entries hold.
    pub merged: Option<Box<Entries>>,
    /// The page's title: the key `title`, else the first heading, else the file's name.
    pub title: Box<str>,
    /// The key `description`, when it holds text.
    pub description: Option<Box<str>>,
    /// The key `ROBOTS` in any letter case.
    pub robots: Robots,
    /// The last hand-off or change: `ms.lasthandoff`, `ms.date`, `date`, `lastmod` or `updated`, the first that is a valid day.
    pub date: Option<Date>,
    /// The key `draft`: shown in the preview, never published.
    pub draft: bool,
    /// How the translation was made.
    pub translation: Option<TranslationType>,
    /// Old addresses of this page (`redirect_from`), as written.
    pub redirect_from: Box<[Box<str>]>,
}
