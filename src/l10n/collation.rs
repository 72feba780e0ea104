//! The order of titles in a language, and the letters under which long lists are grouped.

use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, Script};

use super::LocaleId;

/// How one language sorts. Digits count as numbers: `Error 9` stands before `Error 10`.
#[derive(Debug)]
pub struct Collation {
    full: CollatorBorrowed<'static>,
    letters: CollatorBorrowed<'static>,
    language: Box<str>,
}

/// Items that begin alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<T> {
    /// The letter or sign they are listed under; empty for those without a sensible one.
    pub title: String,
    /// The items in order.
    pub items: Vec<T>,
}

impl Collation {
    /// The order CLDR gives a language; the root's for a language that it lacks.
    pub fn new(locale: &LocaleId) -> Self {
        let mut preferences = CollatorPreferences::from(&locale.icu());
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = Some(strength);
            CollatorBorrowed::try_new(preferences, options)
                .expect("ICU's compiled data falls back to its root")
        };
        Self {
            full: collator(Strength::Tertiary),
            letters: collator(Strength::Primary),
            language: locale.language().into(),
        }
    }

    /// Compares two titles by their letters; marks in front (`«`, `¿`, `"`) do not count. Texts that the language
    /// holds equal are told apart by their bytes, so that the order never depends on where an item came from.
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.full
            .compare(opening(left), opening(right))
            .then_with(|| left.cmp(right))
    }

    /// Sorts items by their titles.
    pub fn sort_by<T>(&self, items: &mut [T], title: impl Fn(&T) -> &str) {
        items.sort_by(|left, right| self.compare(title(left), title(right)));
    }

    /// Sorts items and puts those together that begin with the same letter, in the order of their first items.
    pub fn group<T>(&self, mut items: Vec<T>, title: impl Fn(&T) -> &str) -> Vec<Group<T>> {
        self.sort_by(&mut items, &title);
        let mut groups: Vec<Group<T>> = Vec::new();
        for item in items {
            let letter = self.letter(title(&item));
            match groups.iter_mut().find(|group| group.title == letter) {
                Some(group) => group.items.push(item),
                None => groups.push(Group {
                    title: letter,
                    items: vec![item],
                }),
            }
        }
        groups
    }

    /// What a title is listed under: `0–9` for digits; the capital letter for scripts with letters, without accents
    /// where the language sorts them together (`É` under `E`, but Swedish `Ö` under `Ö`); the row for Kana (`か`);
    /// the first consonant for Hangul (`ㄱ`); nothing for scripts that have no short list of first signs, such as Han.
    pub fn letter(&self, title: &str) -> String {
        let Some(first) = opening(title).chars().next() else {
            return String::new();
        };
        if CodePointMapData::<GeneralCategory>::new().get(first) == GeneralCategory::DecimalNumber {
            return "0–9".to_owned();
        }
        let script = CodePointMapData::<Script>::new().get(first);
        if script == Script::Hiragana || script == Script::Katakana {
            return kana_row(first);
        }
        if script == Script::Hangul {
            return hangul_initial(first);
        }
        if script == Script::Thai || script == Script::Lao {
            // Vowels that are written before their consonant sort after it.
            let consonant = opening(title)
                .chars()
                .find(|c| !matches!(c, 'เ'..='ไ' | 'ເ'..='ໄ'));
            return consonant.map_or_else(String::new, String::from);
        }
        if [
            Script::Han,
            Script::Bopomofo,
            Script::Yi,
            Script::Common,
            Script::Inherited,
        ]
        .contains(&script)
        {
            return String::new();
        }
        self.plain_letter(first)
    }

    /// The letter without what the language sorts as an ornament, as a capital.
    fn plain_letter(&self, first: char) -> String {
        let written = first.to_string();
        let base = decomposed(first).to_string();
        let letter = if self.letters.compare(&written, &base) == Ordering::Equal {
            base
        } else {
            written
        };
        if letter == "i" && matches!(&*self.language, "tr" | "az") {
            return "İ".to_owned();
        }
        let capital = letter.to_uppercase();
        // `ß` becomes two letters and Georgian changes its style: then the letter stays as it is.
        let one = capital.chars().count() == 1 && !('ა'..='ჿ').contains(&first);
        if one { capital } else { letter }
    }
}

/// A title from its first letter or digit on; the whole title when it has none.
fn opening(title: &str) -> &str {
    title
        .find(char::is_alphanumeric)
        .map_or(title, |at| &title[at..])
}

/// The first character of the canonical decomposition.
fn decomposed(c: char) -> char {
    let mut buffer = [0; 4];
    let text: &str = c.encode_utf8(&mut buffer);
    DecomposingNormalizerBorrowed::new_nfd()
        .normalize(text)
        .chars()
        .next()
        .unwrap_or(c)
}

/// The row of the table of fifty sounds.
fn kana_row(c: char) -> String {
    const ROWS: [(char, char); 10] = [
        ('ん', 'ん'),
        ('ゎ', 'わ'),
        ('ら', 'ら'),
        ('ゃ', 'や'),
        ('ま', 'ま'),
        ('は', 'は'),
        ('な', 'な'),
        ('た', 'た'),
        ('さ', 'さ'),
        ('か', 'か'),
    ];
    // Katakana stand 0x60 after their Hiragana; halfwidth forms are rare and stay with the vowels.
    let hiragana = match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    };
    match hiragana {
        'ゔ' => "あ".to_owned(),
        'ゕ' | 'ゖ' => "か".to_owned(),
        _ => ROWS
            .iter()
            .find(|(start, _)| hiragana >= *start)
            .map_or('あ', |(_, row)| *row)
            .to_string(),
    }
}

/// The first consonant of a syllable, tense ones under their plain ones as Korean indexes have it.
fn hangul_initial(c: char) -> String {
    const INITIALS: [char; 19] = [
        'ㄱ', 'ㄱ', 'ㄴ', 'ㄷ', 'ㄷ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅂ', 'ㅅ', 'ㅅ', 'ㅇ', 'ㅈ', 'ㅈ', 'ㅊ',
        'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
    ];
    let syllable = u32::from(c).wrapping_sub(0xAC00);
    let initial = INITIALS
        .get((syllable / 588) as usize)
        .filter(|_| syllable < 11_172);
    initial.map_or_else(String::new, char::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collation(tag: &str) -> Collation {
        Collation::new(&LocaleId::parse(tag).expect("a tag"))
    }

    fn letters(tag: &str, titles: &[&str]) -> String {
        let collation = collation(tag);
        titles
            .iter()
            .map(|title| collation.letter(title))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn titles_stand_in_the_order_of_their_language() {
        let sorted = |tag, mut titles: Vec<&'static str>| {
            collation(tag).sort_by(&mut titles, |title| title);
            titles.join(" ")
        };
        assert_eq!(
            sorted("fr-FR", vec!["zone", "état", "« Début »", "eta"]),
            "« Début » eta état zone"
        );
        assert_eq!(
            sorted("sv-SE", vec!["öl", "zebra", "ål", "apa"]),
            "apa zebra ål öl"
        );
        assert_eq!(sorted("de-DE", vec!["öl", "zebra", "ort"]), "öl ort zebra");
        assert_eq!(
            sorted("en-US", vec!["Error 10", "Error 9"]),
            "Error 9 Error 10"
        );
    }

    #[test]
    fn a_title_is_listed_under_the_letter_a_reader_would_look_for() {
        assert_eq!(
            letters("fr-FR", &["État", "« Zone »", "8000045", "œuvre"]),
            "E Z 0–9 Œ"
        );
        assert_eq!(letters("sv-SE", &["Öl", "élite"]), "Ö E");
        assert_eq!(letters("es-ES", &["¿Qué?", "ñandú"]), "Q Ñ");
        assert_eq!(letters("tr-TR", &["için", "ılık"]), "İ I");
        assert_eq!(letters("ru-RU", &["ёлка", "йод"]), "Е Й");
        assert_eq!(letters("el-GR", &["άλφα"]), "Α");
        assert_eq!(letters("ar-SA", &["أحمد", "البريد"]), "ا ا");
        assert_eq!(letters("he-IL", &["שלום"]), "ש");
        assert_eq!(
            letters(
                "ja-JP",
                &["カレンダー", "ガイド", "メール", "パス", "あ", "Outlook"]
            ),
            "か か ま は あ O"
        );
        assert_eq!(letters("ko-KR", &["까치", "메일"]), "ㄱ ㅁ");
        assert_eq!(letters("th-TH", &["เปิด"]), "ป");
        assert_eq!(letters("zh-CN", &["邮件"]), "");
    }

    #[test]
    fn every_item_is_in_exactly_one_group() {
        let groups =
            collation("fr-FR").group(vec!["zone", "Été", "eau", "12", ""], |title| title);
        let shown: Vec<_> = groups
            .iter()
            .map(|group| format!("{}:{}", group.title, group.items.join(",")))
            .collect();
        assert_eq!(shown, [":", "0–9:12", "E:eau,Été", "Z:zone"]);
    }
}
