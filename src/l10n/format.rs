//! Days and numbers as a language writes them. Only values come in; no clock is read.

use icu_calendar::{Date, Gregorian};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD};
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};

use super::LocaleId;

/// How one language writes days and numbers: made once per locale, shared by all pages.
#[derive(Debug)]
pub struct Formats {
    long: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    medium: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    grouped: DecimalFormatter,
    plain: DecimalFormatter,
}

impl Formats {
    /// Finds the patterns and digits of a language; of its nearest relative in CLDR, when CLDR lacks it.
    pub fn new(locale: &LocaleId) -> Self {
        let icu = locale.icu();
        // The Gregorian calendar is asked for because the dates of articles are Gregorian days: Thai and Persian
        // readers meet 2021, as in the metadata, with their own words and digits.
        let date = |fields| {
            FixedCalendarDateTimeFormatter::try_new((&icu).into(), fields)
                .expect("ICU's compiled data falls back to its root")
        };
        let number = |grouping| {
            let mut options = DecimalFormatterOptions::default();
            options.grouping_strategy = Some(grouping);
            DecimalFormatter::try_new(DecimalFormatterPreferences::from(&icu), options)
                .expect("ICU's compiled data falls back to its root")
        };
        Self {
            long: date(YMD::long()),
            medium: date(YMD::medium()),
            grouped: number(GroupingStrategy::Auto),
            plain: number(GroupingStrategy::Never),
        }
    }

    /// A day with its month in words: `10 mars 2021`. Empty for a day that the Gregorian calendar lacks.
    pub fn long_date(&self, year: u16, month: u8, day: u8) -> String {
        gregorian(year, month, day)
            .map_or_else(String::new, |date| self.long.format(&date).to_string())
    }

    /// A day with its month shortened, where the language does so: `10 janv. 2021`.
    pub fn medium_date(&self, year: u16, month: u8, day: u8) -> String {
        gregorian(year, month, day)
            .map_or_else(String::new, |date| self.medium.format(&date).to_string())
    }

    /// A whole number in the language's digits, grouped as it groups them: `11 673`.
    pub fn number(&self, number: i64) -> String {
        self.grouped.format(&Decimal::from(number)).to_string()
    }

    /// A number as Fluent gives it: its decimal text, grouped or not. Text that is no number comes back as it is.
    pub(super) fn decimal(&self, text: &str, grouping: Grouping) -> String {
        let Ok(number) = text.parse::<Decimal>() else {
            return text.to_owned();
        };
        match grouping {
            Grouping::Yes => self.grouped.format(&number).to_string(),
            Grouping::No => self.plain.format(&number).to_string(),
        }
    }
}

/// Whether digits are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grouping {
    /// As the language does.
    Yes,
    /// Never: years, codes.
    No,
}

fn gregorian(year: u16, month: u8, day: u8) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(year.into(), month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formats(tag: &str) -> Formats {
        Formats::new(&LocaleId::parse(tag).expect("a tag"))
    }

    #[test]
    fn a_day_reads_as_the_language_writes_it_in_the_calendar_of_the_articles() {
        let long = |tag| formats(tag).long_date(2021, 3, 10);
        assert_eq!(long("fr-FR"), "10 mars 2021");
        assert_eq!(long("de-DE"), "10. März 2021");
        assert_eq!(long("en-US"), "March 10, 2021");
        assert_eq!(long("ja-JP"), "2021年3月10日");
        assert_eq!(long("he-IL"), "10 במרץ 2021");
        assert!(long("ar-SA").contains("مارس"), "{}", long("ar-SA"));
        assert!(long("th-TH").contains("2021"), "{}", long("th-TH"));
    }

    #[test]
    fn numbers_are_grouped_and_written_in_the_languages_digits() {
        let number = |tag| formats(tag).number(11_673);
        assert_eq!(number("en-US"), "11,673");
        assert_eq!(number("de-DE"), "11.673");
        assert_eq!(number("fr-FR"), "11\u{202f}673");
        assert_eq!(number("ar-EG"), "١١٬٦٧٣");
        assert_eq!(formats("en-US").decimal("2021", Grouping::No), "2021");
        assert_eq!(formats("en-US").decimal("?", Grouping::Yes), "?");
    }

    #[test]
    fn a_day_that_does_not_exist_is_empty() {
        assert_eq!(formats("fr-FR").long_date(2021, 2, 30), "");
    }
}
