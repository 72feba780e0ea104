//! A share of a site: which of several machines makes what. Decided by names alone, so that no machine asks another.

use std::fmt;

use crate::source::ContentHash;

/// One of several shares, numbered from 1: `2/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shard {
    /// How many there are.
    of: u16,
    /// Which one this is.
    number: u16,
}

impl Shard {
    /// More shares than this are none.
    pub const MOST: u16 = 9_999;

    /// The share with a number from 1 to `of`.
    pub fn new(number: u16, of: u16) -> Option<Self> {
        let fits = (1..=of).contains(&number) && of <= Self::MOST;
        fits.then_some(Self { of, number })
    }

    /// Reads `2/8`.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, of) = text.split_once('/')?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let read = |text: &str| digits(text).then(|| text.parse().ok())?;
        Self::new(read(number)?, read(of)?)
    }

    /// Which one this is, from 1.
    pub fn number(self) -> u16 {
        self.number
    }

    /// How many there are.
    pub fn of(self) -> u16 {
        self.of
    }

    /// Whether this share has what is called so. Of all shares exactly one has it, whatever else there is.
    pub fn takes(self, name: &str) -> bool {
        let hash = ContentHash::of(name.as_bytes()).0;
        let beginning = hash.first_chunk().expect("a hash has 32 bytes");
        let place = u64::from_be_bytes(*beginning);
        place % u64::from(self.of) == u64::from(self.number) - 1
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_exactly_one_share() {
        for of in [1, 2, 3, 8, 400] {
            for name in ["", "index", "guide/start", "ü", "a/b/c"] {
                let takers = (1..=of).filter(|&number| {
                    Shard::new(number, of).is_some_and(|shard| shard.takes(name))
                });
                assert_eq!(takers.count(), 1, "{name} of {of}");
            }
        }
    }

    #[test]
    fn a_name_has_the_share_it_had_in_earlier_versions() {
        let shard = |number| Shard::new(number, 8).unwrap();
        let share = |name: &&str| (1..=8).find(|&number| shard(number).takes(name)).unwrap();
        let shares = ["guide/start", "index", "a", "ü"].iter().map(share);
        assert_eq!(shares.collect::<Vec<u16>>(), [1, 1, 4, 6]);
    }

    #[test]
    fn what_is_no_share_is_refused() {
        for text in [
            "", "1", "0/8", "9/8", "1/0", "+1/8", "1/8/2", " 1/8", "1/10000", "-1/8",
        ] {
            assert_eq!(Shard::parse(text), None, "{text}");
        }
        assert_eq!(
            Shard::parse("2/8")
                .map(|shard| shard.to_string())
                .as_deref(),
            Some("2/8")
        );
    }
}
