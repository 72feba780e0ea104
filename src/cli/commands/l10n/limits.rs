//! `--fail-over`: how much of something is too much.

use crate::translation::Tally;

/// What is counted, and how much of it is tolerated.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// The column; none means what is missing and out of date together.
    what: Option<&'static str>,
    most: Most,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Most {
    Articles(u32),
    Percent(f64),
}

/// The columns that can be limited.
const COLUMNS: [&str; 6] = [
    "missing",
    "extra",
    "stale",
    "renamed",
    "machine",
    "unversioned",
];

impl Limit {
    /// Reads `5`, `5%`, `stale=5` or `missing=2.5%`.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let (what, amount) = match text.split_once('=') {
            Some((name, amount)) => {
                let found = COLUMNS.into_iter().find(|column| *column == name.trim());
                let known = || {
                    format!(
                        "there is no column `{name}`; there are {}",
                        COLUMNS.join(", ")
                    )
                };
                (Some(found.ok_or_else(known)?), amount)
            }
            None => (None, text),
        };
        let amount = amount.trim();
        let wrong =
            || "write a number of articles such as `10`, or a share such as `5%`".to_owned();
        let most = match amount.strip_suffix('%') {
            Some(percent) => {
                let share: f64 = percent.trim().parse().map_err(|_| wrong())?;
                if !(0.0..=100.0).contains(&share) {
                    return Err("a share lies between 0% and 100%".to_owned());
                }
                Most::Percent(share)
            }
            None => Most::Articles(amount.parse().map_err(|_| wrong())?),
        };
        Ok(Self { what, most })
    }

    /// What is said of a language that has too much.
    pub(super) fn complaint(&self, locale: &str, tally: &Tally) -> Option<String> {
        let (count, name) = match self.what {
            None => (tally.missing + tally.stale, "missing or stale"),
            Some("missing") => (tally.missing, "missing"),
            Some("extra") => (tally.extra, "extra"),
            Some("stale") => (tally.stale, "stale"),
            Some("renamed") => (tally.renamed, "renamed"),
            Some("machine") => (tally.machine, "machine-translated"),
            Some(_) => (tally.unversioned, "unversioned"),
        };
        let of = tally.articles + tally.missing;
        let (is_too_much, most) = match self.most {
            Most::Articles(most) => (count > most, most.to_string()),
            Most::Percent(share) => (
                f64::from(count) * 100.0 > share * f64::from(of),
                format!("{share} %"),
            ),
        };
        is_too_much
            .then(|| format!("{locale}: {count} of {of} articles are {name}, more than {most}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_number_or_a_share_of_a_column_or_of_all_that_is_to_do() {
        let tally = Tally {
            articles: 18,
            missing: 2,
            stale: 1,
            ..Tally::default()
        };
        for (text, too_much) in [
            ("3", false),
            ("2", true),
            ("15%", false),
            ("14.9%", true),
            ("missing=2", false),
            ("missing=1", true),
            ("stale=5%", false),
            ("stale=4 %", true),
            ("extra=0", false),
        ] {
            let limit = Limit::read(text).unwrap();
            assert_eq!(limit.complaint("fr", &tally).is_some(), too_much, "{text}");
        }
        for text in ["", "x", "-1", "101%", "stale=", "late=1", "%", "NaN%"] {
            assert!(Limit::read(text).is_err(), "{text}");
        }
    }
}
