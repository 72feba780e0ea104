//! Ids of headings as GitHub makes them, unique on a page.
//!
//! Takes the text of headings in page order, gives ids. Ids that authors give are kept as written; they only take
//! their name away from the headings that follow.

use std::collections::HashMap;

use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;

use crate::model::Slug;

/// Makes the ids of one page.
#[derive(Debug, Default)]
pub struct Slugger {
    /// How often each id was asked for; ids in use have an entry.
    used: HashMap<Box<str>, usize>,
}

impl Slugger {
    /// A page without ids.
    pub fn new() -> Self {
        Self::default()
    }

    /// The id of a heading with this text. A text without letters and digits gives the empty id once, then `-1`, `-2`.
    pub fn slug(&mut self, text: &str) -> Slug {
        let plain = slugify(text);
        let mut unique = plain.clone();
        while self.used.contains_key(unique.as_str()) {
            let count = self.used.entry(plain.as_str().into()).or_default();
            *count += 1;
            unique = format!("{plain}-{count}");
        }
        self.used.insert(unique.as_str().into(), 0);
        Slug(unique.into())
    }

    /// Takes an id that an author gave; headings that follow get another one. Tells whether it was free.
    pub fn reserve(&mut self, id: &str) -> bool {
        if self.used.contains_key(id) {
            return false;
        }
        self.used.insert(id.into(), 0);
        true
    }
}

/// The text in lower case, blanks as hyphens, without anything but letters, marks, digits, hyphens and underscores.
pub fn slugify(text: &str) -> String {
    let kept = |letter: char| match letter {
        ' ' | '-' => Some('-'),
        letter if letter.is_ascii() => {
            (letter.is_ascii_alphanumeric() || letter == '_').then_some(letter)
        }
        letter => is_kept(letter).then_some(letter),
    };
    text.to_lowercase().chars().filter_map(kept).collect()
}

fn is_kept(letter: char) -> bool {
    if letter >= YOUNG[0].0
        && YOUNG
            .iter()
            .any(|&(first, last)| (first..=last).contains(&letter))
    {
        return false;
    }
    letter.is_alphabetic()
        || matches!(
            CodePointMapData::<GeneralCategory>::new().get(letter),
            GeneralCategory::NonspacingMark
                | GeneralCategory::SpacingMark
                | GeneralCategory::EnclosingMark
                | GeneralCategory::DecimalNumber
                | GeneralCategory::ConnectorPunctuation
        )
}

/// Blocks that Unicode has added since version 13, by whose tables GitHub makes its ids.
const YOUNG: [(char, char); 31] = [
    ('\u{10570}', '\u{105FF}'),
    ('\u{10780}', '\u{107BF}'),
    ('\u{10940}', '\u{1095F}'),
    ('\u{10D40}', '\u{10D8F}'),
    ('\u{10EC0}', '\u{10EFF}'),
    ('\u{10F70}', '\u{10FAF}'),
    ('\u{11380}', '\u{113FF}'),
    ('\u{116D0}', '\u{116FF}'),
    ('\u{11B00}', '\u{11BFF}'),
    ('\u{11DB0}', '\u{11DEF}'),
    ('\u{11F00}', '\u{11F5F}'),
    ('\u{12F90}', '\u{12FFF}'),
    ('\u{13440}', '\u{143FF}'),
    ('\u{16100}', '\u{1613F}'),
    ('\u{16A70}', '\u{16ACF}'),
    ('\u{16D40}', '\u{16D7F}'),
    ('\u{16EA0}', '\u{16EDF}'),
    ('\u{18D80}', '\u{18DFF}'),
    ('\u{1AFF0}', '\u{1AFFF}'),
    ('\u{1CC00}', '\u{1CEBF}'),
    ('\u{1DF00}', '\u{1DFFF}'),
    ('\u{1E030}', '\u{1E08F}'),
    ('\u{1E290}', '\u{1E2BF}'),
    ('\u{1E4D0}', '\u{1E4FF}'),
    ('\u{1E5D0}', '\u{1E5FF}'),
    ('\u{1E6C0}', '\u{1E6FF}'),
    ('\u{1E7E0}', '\u{1E7FF}'),
    ('\u{2EBF0}', '\u{2EE5F}'),
    ('\u{31350}', '\u{323AF}'),
    ('\u{323B0}', '\u{3347F}'),
    ('\u{E01F0}', '\u{E0FFF}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_given_ones_are_respected() {
        let mut slugger = Slugger::new();
        assert!(slugger.reserve("Über-uns"));
        assert!(slugger.reserve("start"));
        assert!(!slugger.reserve("start"));
        assert_eq!(
            ["Start", "Start", "Über uns!"].map(|text| slugger.slug(text).0.into_string()),
            ["start-1", "start-2", "über-uns"]
        );
    }

    #[test]
    fn many_equal_headings_take_linear_time() {
        let mut slugger = Slugger::new();
        let last = (0..50_000).map(|_| slugger.slug("a")).last();
        assert_eq!(
            last.map(|slug| slug.0.into_string()).as_deref(),
            Some("a-49999")
        );
    }
}
