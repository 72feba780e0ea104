//! `dateFormat`, `notInFuture`, `notOlderThan`: days as a team writes them.
//!
//! In: the form that a schema asks for, the text of a value. Out: whether it is a day of the calendar in that form, else what is
//! wrong and how the same day is written right, when only one day can be meant.

use serde_json::{Map, Value as Json};

use super::super::Better;
use super::super::editor::SYNTAX;
use super::{Check, Told, describe, quote};
use crate::model::Date;

/// A form such as `MM/DD/YYYY`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Format {
    written: String,
    parts: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Year,
    Month,
    /// One or two digits.
    ShortMonth,
    Day,
    /// One or two digits.
    ShortDay,
    Hour,
    Minute,
    Second,
    Sign(char),
}

const PIECES: [(&str, Piece); 8] = [
    ("YYYY", Piece::Year),
    ("MM", Piece::Month),
    ("DD", Piece::Day),
    ("HH", Piece::Hour),
    ("mm", Piece::Minute),
    ("ss", Piece::Second),
    ("M", Piece::ShortMonth),
    ("D", Piece::ShortDay),
];

/// The forms in which other languages and programs write days, year, month and day being told apart.
const ELSEWHERE: [&str; 8] = [
    "YYYY-MM-DD",
    "YYYY-M-D",
    "YYYY/M/D",
    "YYYY.M.D",
    "YYYY年M月D日",
    "YYYY년 M월 D일",
    "YYYY-MM-DDTHH:mm:ssZ",
    "YYYYMMDD",
];

/// What stands first in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// Day, month, year.
    Day,
    /// Month, day, year.
    Month,
    /// Year, then the others.
    Year,
}

impl Format {
    /// Reads a form. What it should be when it is none.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(sign) = rest.chars().next() {
            if let Some((word, piece)) = PIECES.iter().find(|(word, _)| rest.starts_with(word)) {
                parts.push(*piece);
                rest = &rest[word.len()..];
                continue;
            }
            if sign.is_ascii_alphanumeric() && !matches!(sign, 'T' | 'Z') {
                let upper = text.to_ascii_uppercase();
                let help = if upper != text && Self::read(&upper).is_ok() {
                    format!("`{upper}`")
                } else {
                    "made of `YYYY`, `MM` or `M`, `DD` or `D`, perhaps `HH`, `mm` and `ss`, and signs between them".to_owned()
                };
                return Err(help);
            }
            parts.push(Piece::Sign(sign));
            rest = &rest[sign.len_utf8()..];
        }
        let count = |pieces: &[Piece]| parts.iter().filter(|part| pieces.contains(part)).count();
        let once = count(&[Piece::Year]) == 1
            && count(&[Piece::Month, Piece::ShortMonth]) == 1
            && count(&[Piece::Day, Piece::ShortDay]) == 1;
        if !once {
            return Err("a form with `YYYY`, `MM` and `DD`, each once".to_owned());
        }
        Ok(Self {
            written: text.to_owned(),
            parts,
        })
    }

    /// The day that a text in this form names; `None` when it is in another form or no day.
    fn parse(&self, text: &str) -> Option<Date> {
        let (mut year, mut month, mut day) = (0, 0, 0);
        let mut rest = text;
        let number = |rest: &mut &str, least: usize, most: usize| {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let take = digits.min(most);
            let (taken, after) = rest.split_at(take);
            *rest = after;
            (take >= least).then(|| taken.parse::<u16>().ok()).flatten()
        };
        for part in &self.parts {
            match part {
                Piece::Year => year = number(&mut rest, 4, 4)?,
                Piece::Month => month = number(&mut rest, 2, 2)?,
                Piece::ShortMonth => month = number(&mut rest, 1, 2)?,
                Piece::Day => day = number(&mut rest, 2, 2)?,
                Piece::ShortDay => day = number(&mut rest, 1, 2)?,
                Piece::Hour => drop(number(&mut rest, 2, 2).filter(|&hour| hour < 24)?),
                Piece::Minute => drop(number(&mut rest, 2, 2).filter(|&minute| minute < 60)?),
                Piece::Second => drop(number(&mut rest, 2, 2).filter(|&second| second < 61)?),
                Piece::Sign(sign) => rest = rest.strip_prefix(*sign)?,
            }
        }
        let small = |number: u16| u8::try_from(number).ok();
        rest.is_empty()
            .then(|| Date::new(year, small(month)?, small(day)?))?
    }

    /// A day in this form; `None` when the form wants the time of day too.
    fn write(&self, date: Date) -> Option<String> {
        let piece = |part: &Piece| {
            Some(match part {
                Piece::Year => format!("{:04}", date.year),
                Piece::Month => format!("{:02}", date.month),
                Piece::ShortMonth => date.month.to_string(),
                Piece::Day => format!("{:02}", date.day),
                Piece::ShortDay => date.day.to_string(),
                Piece::Sign(sign) => sign.to_string(),
                Piece::Hour | Piece::Minute | Piece::Second => return None,
            })
        };
        self.parts.iter().map(piece).collect()
    }

    /// A pattern (ECMA 262) that every day in this form fits; it does not know how many days a month has.
    pub(crate) fn pattern(&self) -> String {
        let piece = |part: &Piece| match part {
            Piece::Year => "[0-9]{4}".to_owned(),
            Piece::Month => "(?:0[1-9]|1[0-2])".to_owned(),
            Piece::ShortMonth => "(?:0?[1-9]|1[0-2])".to_owned(),
            Piece::Day => "(?:0[1-9]|[12][0-9]|3[01])".to_owned(),
            Piece::ShortDay => "(?:0?[1-9]|[12][0-9]|3[01])".to_owned(),
            Piece::Hour => "(?:[01][0-9]|2[0-3])".to_owned(),
            Piece::Minute => "[0-5][0-9]".to_owned(),
            Piece::Second => "(?:[0-5][0-9]|60)".to_owned(),
            Piece::Sign(sign) if SYNTAX.contains(*sign) => format!("\\{sign}"),
            Piece::Sign(sign) => sign.to_string(),
        };
        self.parts.iter().map(piece).collect()
    }

    fn order(&self) -> Order {
        let at = |pieces: &[Piece]| self.parts.iter().position(|part| pieces.contains(part));
        let day = at(&[Piece::Day, Piece::ShortDay]);
        let month = at(&[Piece::Month, Piece::ShortMonth]);
        match at(&[Piece::Year]) < day.min(month) {
            true => Order::Year,
            false if day < month => Order::Day,
            false => Order::Month,
        }
    }

    /// How the day that a text names in another form is written in this one, and what is wrong with the text.
    fn repair(&self, text: &str) -> Option<(&'static str, String)> {
        let plain = latin_digits(text);
        let date = ELSEWHERE
            .iter()
            .find_map(|form| Self::read(form).ok()?.parse(&plain));
        if let Some(date) = date {
            return Some(("write", self.write(date)?));
        }
        let [first, second, year] = plain.split(['/', '.', '-']).collect::<Vec<_>>()[..] else {
            return None;
        };
        let small = |digits: &str| match digits.trim().len() {
            1 | 2 => digits.trim().parse::<u8>().ok(),
            _ => None,
        };
        let year = (year.trim().len() == 4).then(|| year.trim().parse::<u16>().ok())??;
        let (first, second) = (small(first)?, small(second)?);
        // Between dots the day stands first wherever dates are written with them.
        let is_dotted = plain.contains('.');
        let (month, day) = match self.order() {
            _ if is_dotted => (second, first),
            Order::Month => (first, second),
            Order::Day => (second, first),
            // Which of the two is the day is known only when the other cannot be a month.
            Order::Year if first > 12 => (second, first),
            Order::Year if second > 12 => (first, second),
            Order::Year => return None,
        };
        if let Some(date) = Date::new(year, month, day) {
            return Some(("write", self.write(date)?));
        }
        let date = Date::new(year, day, month)?;
        Some(("day and month are exchanged: write", self.write(date)?))
    }
}

/// Whether two ways to write a day differ only in zeros in front of numbers and blanks around them.
fn is_padding(a: &str, b: &str) -> bool {
    let pieces = |text: &str| -> Vec<String> {
        let pieces = text
            .trim()
            .split_inclusive(|sign: char| !sign.is_ascii_digit());
        pieces
            .map(|piece| piece.trim_start_matches('0').to_owned())
            .collect()
    };
    pieces(a) == pieces(b)
}

/// The text with digits of other scripts as ASCII ones, without marks of direction.
fn latin_digits(text: &str) -> String {
    let signs = text.trim().chars().filter(|sign| {
        !matches!(
            sign,
            '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}'
        )
    });
    signs
        .map(|sign| {
            let zero = match sign {
                '\u{0660}'..='\u{0669}' => 0x0660,
                '\u{06f0}'..='\u{06f9}' => 0x06f0,
                '\u{0966}'..='\u{096f}' => 0x0966,
                '\u{0e50}'..='\u{0e59}' => 0x0e50,
                '\u{ff10}'..='\u{ff19}' => 0xff10,
                _ => return sign,
            };
            char::from_digit(u32::from(sign) - zero, 10).unwrap_or(sign)
        })
        .collect()
}

/// The forms that a schema of a key asks for.
pub(crate) fn formats(schema: &Map<String, Json>) -> Vec<Format> {
    let written = match schema.get("dateFormat") {
        Some(Json::Array(items)) => items.as_slice(),
        Some(single) => std::slice::from_ref(single),
        None => &[],
    };
    let read = |text: &Json| Format::read(text.as_str()?).ok();
    written.iter().filter_map(read).collect()
}

/// `dateFormat`.
pub(super) fn date_format(schema: &Map<String, Json>) -> Box<Check> {
    let formats = formats(schema);
    Box::new(move |instance| {
        let names: Vec<String> = formats
            .iter()
            .map(|format| format!("`{}`", format.written))
            .collect();
        let names = names.join(" or ");
        let Some(text) = instance.as_str() else {
            let message = format!(
                "%NAME% is {}, not a day written as {names}",
                describe(instance)
            );
            return vec![Told::value(message).help(format!("write it as {names}"))];
        };
        if formats.iter().any(|format| format.parse(text).is_some()) {
            return Vec::new();
        }
        if text.trim().is_empty() {
            let message = format!("%NAME% is empty, not a day written as {names}");
            return vec![Told::value(message).help(format!("write it as {names}"))];
        }
        let message = format!("%NAME% is no day written as {names}: `{}`", quote(text));
        let repaired = formats.iter().find_map(|format| format.repair(text));
        vec![match repaired {
            Some((what, day)) => Told {
                better: Some(Better {
                    is_certain: is_padding(text, &day),
                    text: day.clone(),
                }),
                ..Told::value(message).help(format!("{what} `{day}`"))
            },
            None => Told::value(message).help(format!("write a day of the calendar as {names}")),
        }]
    })
}

/// The day that a value names in one of some forms, or in those that polydoc reads itself.
fn day(formats: &[Format], instance: &Json) -> Option<Date> {
    let text = instance.as_str()?;
    if formats.is_empty() {
        return Date::parse(text);
    }
    formats.iter().find_map(|format| format.parse(text))
}

/// `notInFuture`.
pub(super) fn not_in_future(
    schema: &Map<String, Json>,
    value: &Json,
    today: Option<Date>,
) -> Box<Check> {
    let (formats, is_on) = (formats(schema), value == &Json::Bool(true));
    Box::new(move |instance| match (day(&formats, instance), today) {
        (Some(date), Some(today)) if is_on && date > today => {
            let text = instance.as_str().unwrap_or_default().trim();
            let told = Told::value(format!("%NAME% is a day to come: `{text}`"));
            vec![told.help("check the year, and that day and month are not exchanged")]
        }
        _ => Vec::new(),
    })
}

/// `notOlderThan`.
pub(super) fn not_older_than(
    schema: &Map<String, Json>,
    value: &Json,
    today: Option<Date>,
) -> Box<Check> {
    let (formats, most) = (formats(schema), value.as_u64().unwrap_or(u64::MAX));
    Box::new(move |instance| {
        let (Some(date), Some(today)) = (day(&formats, instance), today) else {
            return Vec::new();
        };
        let age = number(today) - number(date);
        if u64::try_from(age).is_ok_and(|age| age > most) {
            let text = instance.as_str().unwrap_or_default().trim();
            let message =
                format!("%NAME% is {age} days ago, and at most {most} are allowed: `{text}`");
            let told = Told::value(message);
            return vec![told.help("review the article, then write the day of the review")];
        }
        Vec::new()
    })
}

/// The number of a day, counted from some day long ago.
fn number(date: Date) -> i64 {
    // Years begin with March here, so that the day that leap years have more is the last one.
    let (year, month) = match date.month {
        1 | 2 => (i64::from(date.year) - 1, i64::from(date.month) + 9),
        month => (i64::from(date.year), i64::from(month) - 3),
    };
    let days = year * 365 + year / 4 - year / 100 + year / 400;
    days + (month * 153 + 2) / 5 + i64::from(date.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(form: &str, text: &str) -> Option<String> {
        let (_, day) = Format::read(form).unwrap().repair(text)?;
        Some(day)
    }

    #[test]
    fn a_form_takes_days_of_the_calendar_in_that_form_and_no_others() {
        let is_day = |form: &str, text: &str| Format::read(form).unwrap().parse(text).is_some();
        assert!(is_day("MM/DD/YYYY", "02/29/2020"));
        assert!(is_day("M/D/YYYY", "2/3/2021") && is_day("M/D/YYYY", "12/13/2021"));
        assert!(is_day("YYYY-MM-DDTHH:mm:ssZ", "2021-03-10T23:59:60Z"));
        assert!(is_day("DD.MM.YYYY", "31.12.2020") && is_day("YYYY年M月D日", "2021年3月1日"));
        for wrong in [
            "02/29/2021",
            "2/03/2021",
            "17/02/2021",
            "02/03/21",
            "02/03/20211",
            " 02/03/2021",
            "٠٢/٠٣/٢٠٢١",
        ] {
            assert!(!is_day("MM/DD/YYYY", wrong), "{wrong}");
        }
    }

    #[test]
    fn a_form_names_year_month_and_day_once() {
        for wrong in ["YYYY", "MM/DD", "DD/MM/YY", "MM/MM/YYYY", "month", ""] {
            assert!(Format::read(wrong).is_err(), "{wrong}");
        }
        assert_eq!(Format::read("dd/mm/yyyy").unwrap_err(), "`DD/MM/YYYY`");
    }

    #[test]
    fn a_day_is_written_right_when_only_one_can_be_meant() {
        assert_eq!(
            repaired("MM/DD/YYYY", "17/02/2021").as_deref(),
            Some("02/17/2021")
        );
        assert_eq!(
            repaired("MM/DD/YYYY", "6/3/2020").as_deref(),
            Some("06/03/2020")
        );
        assert_eq!(
            repaired("MM/DD/YYYY", "2021-03-10").as_deref(),
            Some("03/10/2021")
        );
        assert_eq!(
            repaired("MM/DD/YYYY", "2021年3月10日").as_deref(),
            Some("03/10/2021")
        );
        assert_eq!(
            repaired("MM/DD/YYYY", "٢٠٢١/٣/١٠").as_deref(),
            Some("03/10/2021")
        );
        assert_eq!(
            repaired("DD.MM.YYYY", "1.2.2021").as_deref(),
            Some("01.02.2021")
        );
        assert_eq!(
            repaired("YYYY-MM-DD", "17/02/2021").as_deref(),
            Some("2021-02-17")
        );
        assert_eq!(
            repaired("MM/DD/YYYY", "08.04.2021").as_deref(),
            Some("04/08/2021")
        );
        assert!(is_padding("6/3/2020", "06/03/2020") && is_padding("06/3/2020 ", "06/03/2020"));
        assert!(!is_padding("6/3/2020", "03/06/2020") && !is_padding("6.3.2020", "06/03/2020"));
        assert_eq!(repaired("YYYY-MM-DD", "03/02/2021"), None);
        assert_eq!(repaired("MM/DD/YYYY", "31/31/2021"), None);
        assert_eq!(repaired("MM/DD/YYYY", "soon"), None);
    }

    #[test]
    fn days_are_counted_over_leap_years_and_centuries() {
        let day = |year, month, day| number(Date::new(year, month, day).unwrap());
        assert_eq!(day(2020, 3, 1) - day(2020, 2, 28), 2);
        assert_eq!(day(2021, 3, 1) - day(2021, 2, 28), 1);
        assert_eq!(day(2000, 3, 1) - day(1999, 3, 1), 366);
        assert_eq!(day(1900, 3, 1) - day(1899, 3, 1), 365);
        assert_eq!(day(2026, 11, 25) - day(1970, 1, 1), 20_782);
    }
}
