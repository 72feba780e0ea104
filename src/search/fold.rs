//! Folding: how words are made equal before they are compared. The theme's `search-words.js` does exactly the same.
//!
//! NFKD → lower case → combining marks and invisible characters removed (save in the scripts of [`KEEPS_MARKS`]) → NFC →
//! the table of [`letter`]. Takes text, gives text; it splits nothing.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// Ranges whose combining marks are letters to their readers: vowels of Indic scripts, tones and vowels of Thai, Lao,
/// Khmer and Burmese, and the voicing marks of Kana.
pub(super) const KEEPS_MARKS: [(u32, u32); 8] = [
    (0x0900, 0x109F),
    (0x1700, 0x18AF),
    (0x1900, 0x1AAF),
    (0x1B00, 0x1CFF),
    (0x3099, 0x309A),
    (0xA800, 0xABFF),
    (0x11000, 0x11FFF),
    (0x16100, 0x16FFF),
];

/// A text as the index holds it.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let lower = apart.to_lowercase();
    let bare: String = lower
        .chars()
        .filter(|&letter| !is_dropped(letter))
        .collect();
    let whole = ComposingNormalizerBorrowed::new_nfc().normalize(&bare);
    let mut folded = String::with_capacity(whole.len());
    for character in whole.chars() {
        letter(character, &mut folded);
    }
    folded
}

/// A text in lower case with its accents, as stemmers read it; invisible characters are gone.
pub(super) fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let whole = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let seen = whole
        .chars()
        .filter(|&letter| letter != '\u{640}' && category(letter) != GeneralCategory::Format);
    seen.collect::<String>().to_lowercase()
}

fn is_dropped(character: char) -> bool {
    if character.is_ascii() {
        return false;
    }
    if character == '\u{640}' {
        return true;
    }
    let category = category(character);
    category == GeneralCategory::Format
        || (GeneralCategoryGroup::Mark.contains(category) && !keeps_marks(character))
}

fn keeps_marks(character: char) -> bool {
    let code = u32::from(character);
    KEEPS_MARKS
        .iter()
        .any(|&(first, last)| (first..=last).contains(&code))
}

pub(super) fn category(character: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(character)
}

/// Letters that no normal form takes apart, and spellings that readers do not tell apart.
fn letter(character: char, out: &mut String) {
    let folded = match character {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'đ' | 'ð' => "d",
        'ø' => "o",
        'ł' => "l",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ς' => "σ",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ة' => "ه",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        other => return out.push(other),
    };
    out.push_str(folded);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_readers_take_for_equal_are_folded_alike() {
        let cases = [
            ("Créées", "creees"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("İstanbul", "istanbul"),
            ("ılık", "ilik"),
            ("Đường", "duong"),
            ("ΟΔΟΣ", "οδοσ"),
            ("كِتَابٌ", "كتاب"),
            ("أحمد", "احمد"),
            ("שָׁלוֹם", "שלום"),
            ("ｶﾞｰﾄﾞ", "ガード"),
            ("がか", "がか"),
            ("서울", "서울"),
            ("ภาษาไทย", "ภาษาไทย"),
            ("हिन्दी", "हिन्दी"),
            ("Łódź Æsir œuvre", "lodz aesir oeuvre"),
            ("a\u{ad}b\u{200b}c", "abc"),
            ("Ｃ＃", "c#"),
            ("①②", "12"),
        ];
        for (text, folded) in cases {
            assert_eq!(fold(text), folded, "{text}");
        }
        assert_ne!(fold("が"), fold("か"));
    }

    #[test]
    fn stemmers_see_accents() {
        assert_eq!(lower("CRÉÉES"), "créées");
        assert_eq!(lower("e\u{301}"), "é");
    }
}
