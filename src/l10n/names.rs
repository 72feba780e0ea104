//! The languages' own names for themselves: a table made from CLDR 48, since ICU4X's display names are not stable yet.
//!
//! Each name begins as it would in a list: with a capital, where the script has them and the language does not object.

use super::{LocaleId, Pseudo};

/// Tag, tabulator, name; sorted by tag. Where it comes from stands in its first lines.
static NAMES: &str = include_str!("names.tsv");

/// A language's own name. A tag that the table lacks gets its language's name and the rest of the tag in brackets;
/// a language that it lacks, its tag.
pub(super) fn native(id: &LocaleId) -> String {
    let tag = id.as_str();
    if let Some(pseudo) = Pseudo::of(tag) {
        return pseudo.name();
    }
    if let Some(name) = listed(tag) {
        return name.to_owned();
    }
    let shorter = std::iter::successors(tag.rsplit_once('-'), |(tag, _)| tag.rsplit_once('-'));
    shorter
        .filter_map(|(shorter, _)| Some((listed(shorter)?, &tag[shorter.len() + 1..])))
        .map(|(name, rest)| format!("{name} ({rest})"))
        .next()
        .unwrap_or_else(|| tag.to_owned())
}

/// The name of a locale without its region; the whole name when the table lacks it.
pub(super) fn without_region(id: &LocaleId) -> String {
    if Pseudo::of(id.as_str()).is_some() {
        return native(id);
    }
    listed(&id.without_region()).map_or_else(|| native(id), str::to_owned)
}

fn listed(tag: &str) -> Option<&'static str> {
    NAMES
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(key, _)| *key == tag)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_called_what_its_speakers_call_it() {
        let name = |tag| native(&LocaleId::parse(tag).expect("a tag"));
        assert_eq!(name("fr-FR"), "Français (France)");
        assert_eq!(name("sr-latn-rs"), "Srpski (latinica, Srbija)");
        assert_eq!(name("he-IL"), "עברית (ישראל)");
        assert_eq!(
            name("fr-AQ"),
            "Français (AQ)",
            "a region that the table lacks"
        );
        assert_eq!(
            name("tlh-Latn"),
            "tlh-Latn",
            "a language that the table lacks"
        );
    }
}
