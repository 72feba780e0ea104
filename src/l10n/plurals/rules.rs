//! CLDR's language of plural rules: `v = 0 and i % 10 = 2..4 and i % 100 != 12..14 or …`.
//!
//! Rules come in as text from our own table; out comes whether one holds for a number. Exponents of compact numbers (`1c6`) are
//! always nought here, because polydoc writes none.

use std::ops::RangeInclusive;

/// What rules ask about a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Operands {
    /// The digits before the point. Of longer numbers the last eighteen, and one more that is not nought.
    integer: u64,
    /// How many digits stand behind the point.
    places: u64,
    /// These digits as a number.
    fraction: u64,
    /// How many of them are left without the noughts at the end.
    trimmed_places: u64,
    /// What they are as a number.
    trimmed_fraction: u64,
}

impl Operands {
    /// Reads decimal text: `1`, `-12.50`. `None` for anything else.
    pub(super) fn read(number: &str) -> Option<Self> {
        let number = number.strip_prefix(['-', '+']).unwrap_or(number);
        let (integer, fraction) = number.split_once('.').unwrap_or((number, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if integer.is_empty() || !digits(integer) || !digits(fraction) || (number.ends_with('.')) {
            return None;
        }
        let trimmed = fraction.trim_end_matches('0');
        Some(Self {
            integer: last_digits(integer),
            places: fraction.len() as u64,
            fraction: last_digits(fraction),
            trimmed_places: trimmed.len() as u64,
            trimmed_fraction: last_digits(trimmed),
        })
    }

    /// The value of an operand, if it is a whole number.
    fn value(self, operand: char) -> Option<u64> {
        match operand {
            'n' => (self.trimmed_fraction == 0).then_some(self.integer),
            'i' => Some(self.integer),
            'v' => Some(self.places),
            'w' => Some(self.trimmed_places),
            'f' => Some(self.fraction),
            't' => Some(self.trimmed_fraction),
            _ => Some(0),
        }
    }
}

/// Digits as a number in which everything that a remainder of a power of ten shows is right.
fn last_digits(digits: &str) -> u64 {
    const KEPT: usize = 18;
    let (front, back) = digits.split_at(digits.len().saturating_sub(KEPT));
    let large = front.bytes().any(|digit| digit != b'0');
    let back = back.parse().unwrap_or(0);
    if large { 10_u64.pow(18) + back } else { back }
}

/// One rule: alternatives, each of which is a list of conditions that all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule(Vec<Vec<Condition>>);

/// `i % 100 != 12..14`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Condition {
    operand: char,
    modulus: Option<u64>,
    is_one_of: bool,
    ranges: Vec<RangeInclusive<u64>>,
}

impl Rule {
    /// Reads a rule; `None` when it is none.
    pub(super) fn read(text: &str) -> Option<Self> {
        let conditions = |part: &str| part.split(" and ").map(Condition::read).collect();
        text.split(" or ")
            .map(conditions)
            .collect::<Option<_>>()
            .map(Self)
    }

    /// Whether it holds for a number.
    pub(super) fn holds(&self, operands: Operands) -> bool {
        let all = |conditions: &Vec<Condition>| {
            conditions.iter().all(|condition| condition.holds(operands))
        };
        self.0.iter().any(all)
    }
}

impl Condition {
    fn read(text: &str) -> Option<Self> {
        let (left, is_one_of, right) = if let Some((left, right)) = text.split_once(" != ") {
            (left, false, right)
        } else {
            let (left, right) = text.split_once(" = ")?;
            (left, true, right)
        };
        let (operand, modulus) = match left.split_once(" % ") {
            Some((operand, modulus)) => (operand, Some(modulus.trim().parse().ok()?)),
            None => (left, None),
        };
        let range = |text: &str| {
            let (first, last) = text.split_once("..").unwrap_or((text, text));
            Some(first.trim().parse().ok()?..=last.trim().parse().ok()?)
        };
        Some(Self {
            operand: operand.trim().chars().next()?,
            modulus: modulus.filter(|&modulus| modulus > 0),
            is_one_of,
            ranges: right.split(',').map(range).collect::<Option<_>>()?,
        })
    }

    fn holds(&self, operands: Operands) -> bool {
        // Fractions lie in no range: ranges are of whole numbers.
        let within = operands.value(self.operand).is_some_and(|value| {
            let value = self.modulus.map_or(value, |modulus| value % modulus);
            self.ranges.iter().any(|range| range.contains(&value))
        });
        within == self.is_one_of
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(rule: &str, number: &str) -> bool {
        let rule = Rule::read(rule).expect("a rule");
        rule.holds(Operands::read(number).expect("a number"))
    }

    #[test]
    fn conditions_are_joined_by_and_and_or() {
        let few = "v = 0 and i % 10 = 2..4 and i % 100 != 12..14";
        for (number, expected) in [("2", true), ("12", false), ("22", true), ("2.0", false)] {
            assert_eq!(holds(few, number), expected, "{number}");
        }
        assert!(holds("i = 0 or n = 1", "0.5") && holds("i = 0 or n = 1", "1.0"));
        assert!(!holds("n = 0..2", "1.5") && holds("n != 0..2", "1.5"));
        assert!(holds("n % 10 = 3..4,9", "29"));
    }

    #[test]
    fn any_decimal_number_is_read_and_nothing_else() {
        assert!(holds("i % 10 = 1", "100000000000000000000000000000001"));
        assert!(!holds("i = 1", "100000000000000000000000000000001"));
        assert!(holds("n = 1", "-1") && holds("v = 2 and f = 50 and t = 5 and w = 1", "7.50"));
        for text in ["", ".", "1.", ".5", "1e6", "1,5", "one", "--1", "١"] {
            assert_eq!(Operands::read(text), None, "{text:?}");
        }
    }
}
