//! Text of one direction inside text of the other, kept together where no element can do it: in attributes, titles, messages.

use std::borrow::Cow;

use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;

use super::Direction;

/// A text in first-strong isolate … pop directional isolate, if any of its letters runs against the language around it.
/// In right-to-left languages that is all but what has letters of that direction only: Latin titles that end in a sign, and
/// numbers with one between them, would fall apart.
pub(super) fn isolated(text: &str, around: Direction) -> Cow<'_, str> {
    let right_to_left = text.chars().any(runs_right_to_left);
    let foreign = match around {
        Direction::Ltr => right_to_left,
        Direction::Rtl => !right_to_left || text.chars().any(runs_left_to_right),
    };
    if foreign {
        Cow::Owned(format!("\u{2068}{text}\u{2069}"))
    } else {
        Cow::Borrowed(text)
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

fn runs_left_to_right(c: char) -> bool {
    CodePointMapData::<BidiClass>::new().get(c) == BidiClass::LeftToRight
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_runs_against_the_language_is_isolated() {
        let is_isolated = |text, around| isolated(text, around) != text;
        assert!(!is_isolated("C++", Direction::Ltr) && is_isolated("C++", Direction::Rtl));
        assert!(is_isolated("שלום!", Direction::Ltr) && !is_isolated("שלום!", Direction::Rtl));
        assert!(is_isolated("שלום C", Direction::Ltr) && is_isolated("שלום C", Direction::Rtl));
        assert!(is_isolated("1-2", Direction::Rtl) && !is_isolated("1-2", Direction::Ltr));
    }
}
