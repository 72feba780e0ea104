//! Calendars that days can be shown in. Articles have Gregorian days, whatever their readers see.

use icu_locale::preferences::extensions::unicode::keywords::{
    CalendarAlgorithm, HijriCalendarAlgorithm,
};

/// A calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Calendar {
    /// That of most of the world.
    #[default]
    Gregorian,
    /// Of Thailand: Gregorian months, years since the Buddha.
    Buddhist,
    /// Of China: moons.
    Chinese,
    /// Of the Coptic church.
    Coptic,
    /// Of Korea: moons.
    Dangi,
    /// Of Ethiopia, years since the incarnation.
    Ethiopic,
    /// Of Ethiopia, years since the creation.
    EthiopicFromCreation,
    /// Of Israel.
    Hebrew,
    /// Of India: Saka years.
    Indian,
    /// Islamic, computed, as for civil use.
    IslamicCivil,
    /// Islamic, computed, as astronomers do.
    IslamicTabular,
    /// Islamic, of Umm al-Qura in Saudi Arabia.
    IslamicUmalqura,
    /// Of Japan: Gregorian months, years of the emperor's reign.
    Japanese,
    /// Of Iran and Afghanistan.
    Persian,
    /// Of Taiwan: Gregorian months, years of the republic.
    Roc,
}

impl Calendar {
    /// All of them, in the order of their names.
    pub const ALL: [Self; 15] = [
        Self::Buddhist,
        Self::Chinese,
        Self::Coptic,
        Self::Dangi,
        Self::EthiopicFromCreation,
        Self::Ethiopic,
        Self::Gregorian,
        Self::Hebrew,
        Self::Indian,
        Self::IslamicCivil,
        Self::IslamicTabular,
        Self::IslamicUmalqura,
        Self::Japanese,
        Self::Persian,
        Self::Roc,
    ];

    /// The names of all, for those who choose one.
    pub const WORDS: &[&str] = &[
        "buddhist",
        "chinese",
        "coptic",
        "dangi",
        "ethioaa",
        "ethiopic",
        "gregory",
        "hebrew",
        "indian",
        "islamic-civil",
        "islamic-tbla",
        "islamic-umalqura",
        "japanese",
        "persian",
        "roc",
    ];

    /// The calendar of that name.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|calendar| calendar.word() == word)
    }

    /// Its name in BCP 47 (the values of `-u-ca-`).
    pub fn word(self) -> &'static str {
        match self {
            Self::Gregorian => "gregory",
            Self::Buddhist => "buddhist",
            Self::Chinese => "chinese",
            Self::Coptic => "coptic",
            Self::Dangi => "dangi",
            Self::Ethiopic => "ethiopic",
            Self::EthiopicFromCreation => "ethioaa",
            Self::Hebrew => "hebrew",
            Self::Indian => "indian",
            Self::IslamicCivil => "islamic-civil",
            Self::IslamicTabular => "islamic-tbla",
            Self::IslamicUmalqura => "islamic-umalqura",
            Self::Japanese => "japanese",
            Self::Persian => "persian",
            Self::Roc => "roc",
        }
    }

    /// ICU's name for it.
    pub(super) fn algorithm(self) -> CalendarAlgorithm {
        let islamic = |kind| CalendarAlgorithm::Hijri(Some(kind));
        match self {
            Self::Gregorian => CalendarAlgorithm::Gregory,
            Self::Buddhist => CalendarAlgorithm::Buddhist,
            Self::Chinese => CalendarAlgorithm::Chinese,
            Self::Coptic => CalendarAlgorithm::Coptic,
            Self::Dangi => CalendarAlgorithm::Dangi,
            Self::Ethiopic => CalendarAlgorithm::Ethiopic,
            Self::EthiopicFromCreation => CalendarAlgorithm::Ethioaa,
            Self::Hebrew => CalendarAlgorithm::Hebrew,
            Self::Indian => CalendarAlgorithm::Indian,
            Self::IslamicCivil => islamic(HijriCalendarAlgorithm::Civil),
            Self::IslamicTabular => islamic(HijriCalendarAlgorithm::Tbla),
            Self::IslamicUmalqura => islamic(HijriCalendarAlgorithm::Umalqura),
            Self::Japanese => CalendarAlgorithm::Japanese,
            Self::Persian => CalendarAlgorithm::Persian,
            Self::Roc => CalendarAlgorithm::Roc,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_calendar_is_known_by_its_name() {
        let words: Vec<&str> = Calendar::ALL.map(Calendar::word).to_vec();
        assert_eq!(words, Calendar::WORDS);
        for word in Calendar::WORDS {
            assert_eq!(Calendar::named(word).map(Calendar::word), Some(*word));
        }
        assert_eq!(Calendar::named("julian"), None);
    }
}
