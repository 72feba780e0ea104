//! The day when an article was handed off to translation, from whatever spelling its front matter has.

use crate::model::{Date, Entries};

use super::versions::lookup;

/// The day of a hand-off as front matter says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandOff {
    /// The day, when there is one.
    pub day: Option<Date>,
    /// How it was read.
    pub reading: Reading,
}

/// How sure a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing is written.
    Absent,
    /// As its key means it: `MM/DD/YYYY` or `YYYY-MM-DD`.
    Plain,
    /// `17/02/2021`: no month 17 exists, so day and month were swapped.
    Swapped,
    /// Something is written, and it is no day.
    Unreadable,
}

impl HandOff {
    const ABSENT: Self = Self {
        day: None,
        reading: Reading::Absent,
    };

    /// Reads the first of some keys that is there. What it says counts even if it is no day: a later key means something
    /// else.
    pub fn of(entries: &Entries, keys: &[String]) -> Self {
        let written = keys
            .iter()
            .filter_map(|key| lookup(entries, key))
            .map(str::trim)
            .find(|text| !text.is_empty());
        written.map_or(Self::ABSENT, Self::read)
    }

    fn read(text: &str) -> Self {
        if let Some(day) = Date::parse(text) {
            return Self {
                day: Some(day),
                reading: Reading::Plain,
            };
        }
        let day = swapped(text);
        Self {
            day,
            reading: match day {
                Some(_) => Reading::Swapped,
                None => Reading::Unreadable,
            },
        }
    }
}

/// `DD/MM/YYYY` where the first number can be no month: there is only one day it can mean.
fn swapped(text: &str) -> Option<Date> {
    let [first, second, year] = text.split('/').map(str::trim).collect::<Vec<_>>()[..] else {
        return None;
    };
    Date::parse(&format!("{second}/{first}/{year}"))
}

/// Days from one day to another.
pub fn days_between(first: Date, second: Date) -> i64 {
    second.days() - first.days()
}
