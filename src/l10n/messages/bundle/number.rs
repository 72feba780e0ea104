//! Numbers in messages: their decimal text, and how `NUMBER(…)` wants them written.

/// A number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// As decimal text with all digits that are shown: `1`, `1.50`.
    pub digits: String,
    /// Whether it asks for plural forms of places in an order.
    pub is_ordinal: bool,
    /// Whether digits are grouped.
    pub is_grouped: bool,
    /// Whether it stands for numbers that are not known yet.
    pub is_slot: bool,
}

/// The options of `NUMBER`.
pub(in crate::l10n::messages) const OPTIONS: [&str; 5] = [
    "type",
    "useGrouping",
    "minimumIntegerDigits",
    "minimumFractionDigits",
    "maximumFractionDigits",
];

impl Number {
    /// A number from decimal text; `None` for other text.
    pub(super) fn read(digits: &str) -> Option<Self> {
        let unsigned = digits.strip_prefix('-').unwrap_or(digits);
        let (integer, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        (all(integer) && all(fraction)).then(|| Self {
            digits: digits.to_owned(),
            is_ordinal: false,
            is_grouped: true,
            is_slot: false,
        })
    }

    /// Whether both are the same number: `1` and `1.0` are.
    pub(super) fn equals(&self, other: &Self) -> bool {
        normal(&self.digits) == normal(&other.digits)
    }

    /// Sets an option; unknown names and values change nothing, and are found when a message is read.
    pub(super) fn set(&mut self, option: &str, value: &str) {
        /// More digits than any reader wants to see.
        const MOST: usize = 100;

        let count = value.parse::<usize>().ok().map(|count| count.min(MOST));
        match (option, count) {
            ("type", _) => self.is_ordinal = value == "ordinal",
            ("useGrouping", _) => self.is_grouped = !matches!(value, "false" | "0"),
            ("minimumIntegerDigits", Some(count)) => self.pad_integer(count),
            ("minimumFractionDigits", Some(count)) => self.pad_fraction(count),
            ("maximumFractionDigits", Some(count)) => self.round(count),
            _ => {}
        }
    }

    fn pad_integer(&mut self, count: usize) {
        let start = usize::from(self.digits.starts_with('-'));
        let end = self.digits.find('.').unwrap_or(self.digits.len());
        let zeros = "0".repeat(count.saturating_sub(end - start));
        self.digits.insert_str(start, &zeros);
    }

    fn pad_fraction(&mut self, count: usize) {
        let places = self
            .digits
            .find('.')
            .map_or(0, |point| self.digits.len() - point - 1);
        if places < count {
            if places == 0 {
                self.digits.push('.');
            }
            self.digits.push_str(&"0".repeat(count - places));
        }
    }

    /// Rounds to so many places, halves away from nought.
    fn round(&mut self, count: usize) {
        let Some(point) = self.digits.find('.') else {
            return;
        };
        let cut = point + 1 + count;
        if cut >= self.digits.len() {
            return;
        }
        let up = self.digits.as_bytes()[cut] >= b'5';
        self.digits.truncate(if count == 0 { point } else { cut });
        if up {
            self.increment();
        }
    }

    /// Adds one in the last place.
    fn increment(&mut self) {
        let mut digits: Vec<char> = self.digits.chars().collect();
        let mut carried = true;
        for digit in digits.iter_mut().rev() {
            match digit {
                '9' if carried => *digit = '0',
                '0'..='8' if carried => {
                    *digit =
                        char::from_digit(digit.to_digit(10).unwrap_or(0) + 1, 10).unwrap_or('0');
                    carried = false;
                }
                _ => {}
            }
        }
        if carried {
            digits.insert(usize::from(digits.first() == Some(&'-')), '1');
        }
        self.digits = digits.into_iter().collect();
    }
}

/// Without noughts that do not count.
fn normal(digits: &str) -> &str {
    let digits = if digits.contains('.') {
        digits.trim_end_matches('0').trim_end_matches('.')
    } else {
        digits
    };
    let start = digits.trim_start_matches('0');
    if start.is_empty() || start.starts_with('.') {
        &digits[digits.len() - start.len().max(1).min(digits.len())..]
    } else {
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(digits: &str, option: &str, value: &str) -> String {
        let mut number = Number::read(digits).expect("a number");
        number.set(option, value);
        number.digits
    }

    #[test]
    fn options_change_how_many_digits_are_shown() {
        assert_eq!(with("1", "minimumFractionDigits", "2"), "1.00");
        assert_eq!(with("1.5", "minimumFractionDigits", "2"), "1.50");
        assert_eq!(with("-7", "minimumIntegerDigits", "2"), "-07");
        assert_eq!(with("1.25", "maximumFractionDigits", "1"), "1.3");
        assert_eq!(with("99.96", "maximumFractionDigits", "1"), "100.0");
        assert_eq!(with("-9.5", "maximumFractionDigits", "0"), "-10");
        assert_eq!(with("0.4", "maximumFractionDigits", "0"), "0");
    }

    #[test]
    fn numbers_are_equal_whatever_noughts_they_are_written_with() {
        let equal = |a, b| {
            let read = |text| Number::read(text).expect("a number");
            read(a).equals(&read(b))
        };
        assert!(
            equal("1", "1.0") && equal("0", "0.00") && equal("010", "10") && equal("100", "100")
        );
        assert!(!equal("1", "10") && !equal("0.5", "5") && !equal("-1", "1") && !equal("0", "100"));
        assert_eq!(Number::read("1e5"), None);
        assert_eq!(Number::read(""), None);
    }
}
