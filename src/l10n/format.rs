//! Days, numbers, lists and quotations as a language writes them. Only values come in; no clock is read.

use std::borrow::Cow;

use icu_calendar::{Date, Gregorian};
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences, fieldsets::YMD};
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;

use super::isolation::isolated;
use super::quotation::{Quotation, quotation};
use super::{Calendar, Direction, LocaleId};

/// How one language writes days, numbers, lists and quotations: made once per locale, shared by all pages.
#[derive(Debug)]
pub struct Formats {
    long: DateTimeFormatter<YMD>,
    medium: DateTimeFormatter<YMD>,
    grouped: DecimalFormatter,
    plain: DecimalFormatter,
    and: ListFormatter,
    or: ListFormatter,
    quotation: Quotation,
    direction: Direction,
    /// What stands in front of a number of per cent, and behind it.
    percent: (&'static str, &'static str),
}

/// The patterns of CLDR 48 (`percentFormats`) of the languages that have another than most; ICU4X has none yet.
fn percent(locale: &LocaleId) -> (&'static str, &'static str) {
    match locale.language() {
        "bs" | "ca" | "cs" | "da" | "de" | "es" | "fi" | "gl" | "hr" | "is" | "lt" | "nb"
        | "nn" | "no" | "ro" | "ru" | "sk" | "sl" | "sv" => ("", "\u{A0}%"),
        "fr" => ("", "\u{202F}%"),
        "eu" => ("%\u{A0}", ""),
        "tr" => ("%", ""),
        // Where digits are Arabic the sign is too, with a mark that keeps it beside them.
        "ar" if !matches!(
            locale.as_str(),
            "ar-AE" | "ar-DZ" | "ar-EH" | "ar-LY" | "ar-MA" | "ar-TN"
        ) =>
        {
            ("", "٪\u{61C}")
        }
        "fa" => ("", "٪"),
        _ => ("", "%"),
    }
}

/// How the last two items of a list are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// All of them: `a, b and c`.
    And,
    /// One of them: `a, b or c`.
    Or,
}

impl Formats {
    /// Finds the patterns and digits of a language; of its nearest relative in CLDR, when CLDR lacks it.
    pub fn new(locale: &LocaleId, calendar: Calendar) -> Self {
        let icu = locale.icu();
        // The calendar is always named: that of Thai and Persian would else be their own, while the dates of articles are
        // Gregorian days, and readers expect the year that stands in the metadata unless the author wants it otherwise.
        let date = |fields| {
            let mut preferences = DateTimeFormatterPreferences::from(&icu);
            preferences.calendar_algorithm = Some(calendar.algorithm());
            DateTimeFormatter::try_new(preferences, fields)
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
            and: ListFormatter::try_new_and((&icu).into(), ListFormatterOptions::default())
                .expect("ICU's compiled data falls back to its root"),
            or: ListFormatter::try_new_or((&icu).into(), ListFormatterOptions::default())
                .expect("ICU's compiled data falls back to its root"),
            quotation: quotation(locale),
            direction: locale.direction(),
            percent: percent(locale),
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

    /// A whole number of per cent: `88 %`, `%88`, `٨٨٪`.
    pub fn percent(&self, number: i64) -> String {
        let (before, behind) = self.percent;
        format!("{before}{}{behind}", self.number(number))
    }

    /// A number from its decimal text, grouped or not. Text that is no number comes back as it is.
    pub fn decimal(&self, text: &str, grouping: Grouping) -> String {
        let Ok(number) = text.parse::<Decimal>() else {
            return text.to_owned();
        };
        match grouping {
            Grouping::Yes => self.grouped.format(&number).to_string(),
            Grouping::No => self.plain.format(&number).to_string(),
        }
    }

    /// Items as a list in a sentence: `a, b et c`. Each is isolated where it runs against the language.
    pub fn list(&self, items: &[&str], joined: Joined) -> String {
        let items: Vec<Cow<'_, str>> = items.iter().map(|item| self.isolated(item)).collect();
        let formatter = match joined {
            Joined::And => &self.and,
            Joined::Or => &self.or,
        };
        formatter.format(items.iter()).to_string()
    }

    /// A text in the language's quotation marks: `« texte »`. It is isolated where it runs against the language.
    pub fn quote(&self, text: &str) -> String {
        let [open, close] = self.quotation.outer;
        format!("{open}{}{close}", self.isolated(text))
    }

    /// The marks inside the marks of [`Formats::quote`].
    pub fn inner_quote(&self, text: &str) -> String {
        let [open, close] = self.quotation.inner;
        format!("{open}{}{close}", self.isolated(text))
    }

    /// A text of unknown language as a part of a text of this one.
    pub fn isolated<'t>(&self, text: &'t str) -> Cow<'t, str> {
        isolated(text, self.direction)
    }
}

/// Whether digits are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
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
        with(tag, Calendar::Gregorian)
    }

    fn with(tag: &str, calendar: Calendar) -> Formats {
        Formats::new(&LocaleId::parse(tag).expect("a tag"), calendar)
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
    fn per_cent_is_written_as_the_language_does() {
        let percent = |tag| formats(tag).percent(88);
        assert_eq!(
            [
                "en-US", "de-DE", "fr-FR", "tr-TR", "ja-JP", "ar-SA", "fa-IR"
            ]
            .map(percent),
            [
                "88%",
                "88\u{a0}%",
                "88\u{202f}%",
                "%88",
                "88%",
                "٨٨٪\u{61c}",
                "۸۸٪"
            ]
        );
    }

    #[test]
    fn a_day_is_shown_in_the_calendar_that_was_chosen() {
        let long = |tag, calendar| with(tag, calendar).long_date(2021, 3, 10);
        assert_eq!(long("th-TH", Calendar::Buddhist), "10 มีนาคม 2564");
        assert!(long("fa-IR", Calendar::Persian).contains("اسفند"));
        assert!(long("ja-JP", Calendar::Japanese).contains("令和3年"));
        assert!(long("ar-SA", Calendar::IslamicUmalqura).contains("رجب"));
        assert!(long("he-IL", Calendar::Hebrew).contains("אדר"));
        for calendar in Calendar::ALL {
            assert!(!long("en-US", calendar).is_empty(), "{calendar:?}");
        }
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
        assert_eq!(
            formats("fr-FR").decimal("1234.50", Grouping::Yes),
            "1\u{202f}234,50"
        );
    }

    #[test]
    fn lists_and_quotations_read_as_in_a_sentence_of_the_language() {
        let list = |tag, items: &[&str]| formats(tag).list(items, Joined::And);
        assert_eq!(list("en-US", &["a", "b", "c"]), "a, b, and c");
        assert_eq!(list("fr-FR", &["a", "b", "c"]), "a, b et c");
        assert_eq!(list("es-ES", &["a", "Italia"]), "a e Italia");
        assert_eq!(list("ja-JP", &["a", "b"]), "a、b");
        assert_eq!(list("de-DE", &["a"]), "a");
        assert_eq!(list("de-DE", &[]), "");
        assert_eq!(formats("de-DE").list(&["a", "b"], Joined::Or), "a oder b");
        assert_eq!(list("he-IL", &["C++", "ב"]), "\u{2068}C++\u{2069} וב");
        assert_eq!(formats("de-DE").quote("a"), "„a“");
        assert_eq!(formats("de-DE").inner_quote("a"), "‚a‘");
        assert_eq!(formats("en-US").quote("שלום!"), "“\u{2068}שלום!\u{2069}”");
    }

    #[test]
    fn a_day_that_does_not_exist_is_empty() {
        assert_eq!(formats("fr-FR").long_date(2021, 2, 30), "");
    }
}
