//! Arguments of messages as text: numbers in the language's digits, texts isolated where they run the other way.

use std::borrow::Cow;

use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;

use super::LocaleId;
use crate::l10n::Direction;
use crate::l10n::format::{Formats, Grouping};

/// How one language writes arguments.
pub(super) struct Writer {
    formats: Formats,
    direction: Direction,
}

impl Writer {
    pub(super) fn new(locale: &LocaleId) -> Self {
        Self {
            formats: Formats::new(locale),
            direction: locale.direction(),
        }
    }

    pub(super) fn number(&self, number: i64) -> String {
        self.formats.number(number)
    }

    /// A number from its decimal text, its digits grouped or not.
    pub(super) fn decimal(&self, digits: &str, is_grouped: bool) -> String {
        let grouping = if is_grouped {
            Grouping::Yes
        } else {
            Grouping::No
        };
        self.formats.decimal(digits, grouping)
    }

    /// A text in first-strong isolate … pop directional isolate, if any of its letters runs against the language.
    /// In right-to-left languages every text is: Latin titles that end in a sign or a digit would fall apart.
    pub(super) fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.direction == Direction::Rtl || text.chars().any(runs_right_to_left) {
            Cow::Owned(format!("\u{2068}{text}\u{2069}"))
        } else {
            Cow::Borrowed(text)
        }
    }
}

fn runs_right_to_left(c: char) -> bool {
    // No such character lies below Hebrew.
    c >= '\u{590}'
        && matches!(
            CodePointMapData::<BidiClass>::new().get(c),
            BidiClass::RightToLeft | BidiClass::ArabicLetter | BidiClass::ArabicNumber
        )
}
