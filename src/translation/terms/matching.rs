//! Finding a term in a text, in whatever form its language bends it into.
//!
//! Three ways, by what is looked for and in which language: letter by letter (what must not be translated), as a sequence of
//! words (scripts with blanks), as a piece of text (scripts without). The second is generous: it is asked whether a
//! required word is there, and a doubtful yes costs less than a wrong no.

use std::ops::Range;

/// How words of one language are made equal.
pub trait Words {
    /// The text in lower case without accents.
    fn fold(&self, text: &str) -> String;
    /// What all forms of a word have in common, folded.
    fn class(&self, word: &str) -> String;
    /// Whether forms of words are known, so that [`Words::class`] is more than a folded word.
    fn has_stems(&self) -> bool;
}

/// How words behave in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// They change at their ends.
    Bent,
    /// They do not change.
    Still,
    /// They grow together, or have others stuck to them: `Benutzerpostfach`, `הדואר`.
    Joined,
    /// Nothing stands between them, or particles stick to them.
    Unspaced,
}

fn kind(language: &str) -> Kind {
    match language {
        "ja" | "zh" | "yue" | "th" | "lo" | "km" | "my" | "bo" | "dz" | "ko" => Kind::Unspaced,
        "vi" => Kind::Still,
        "de" | "nl" | "af" | "da" | "sv" | "nb" | "nn" | "no" | "is" | "fo" | "fi" | "et"
        | "hu" | "tr" | "he" | "iw" | "ar" | "fa" | "ur" => Kind::Joined,
        _ => Kind::Bent,
    }
}

/// A term as it may stand in texts of one language.
pub(super) struct Form {
    kind: Kind,
    /// Its words folded, with their classes.
    words: Vec<(String, String)>,
    /// All of it folded, without blanks.
    whole: String,
    is_stemmed: bool,
}

impl Form {
    pub(super) fn new(text: &str, language: &str, words: &dyn Words) -> Self {
        let whole = words.fold(text);
        Self {
            kind: kind(language),
            words: split(text)
                .map(|range| {
                    let word = &text[range];
                    (words.fold(word), words.class(word))
                })
                .collect(),
            whole: whole.chars().filter(|sign| !sign.is_whitespace()).collect(),
            is_stemmed: words.has_stems(),
        }
    }

    /// Whether it stands in a text.
    pub(super) fn is_in(&self, text: &Looked) -> bool {
        if self.kind == Kind::Unspaced || self.words.is_empty() {
            return text.whole.contains(&self.whole);
        }
        text.words.windows(self.words.len()).any(|window| {
            window
                .iter()
                .zip(&self.words)
                .all(|(there, own)| self.is_word(there, own))
        })
    }

    fn is_word(&self, there: &(String, String), own: &(String, String)) -> bool {
        if there.0 == own.0 || there.1 == own.1 {
            return true;
        }
        let length = own.0.chars().count();
        let least = if self.is_stemmed { 5 } else { 3 };
        match self.kind {
            Kind::Still => false,
            Kind::Joined if length >= 3 && there.0.contains(&own.0) => true,
            Kind::Joined
                if length >= 4 && there.0.contains(&own.1) && own.1.chars().count() >= 4 =>
            {
                true
            }
            _ if length < least => false,
            _ => {
                let common = there
                    .0
                    .chars()
                    .zip(own.0.chars())
                    .take_while(|(one, other)| one == other);
                let common = common.count();
                // Endings are short, whatever is written behind them.
                common * 3 >= length * 2 && there.0.chars().count() <= length + 4
            }
        }
    }
}

/// A text as terms are looked for in it.
pub(super) struct Looked {
    words: Vec<(String, String)>,
    whole: String,
}

impl Looked {
    pub(super) fn new(text: &str, language: &str, words: &dyn Words) -> Self {
        if kind(language) == Kind::Unspaced {
            let folded = words.fold(text);
            return Self {
                words: Vec::new(),
                whole: folded
                    .chars()
                    .filter(|sign| !sign.is_whitespace())
                    .collect(),
            };
        }
        let word = |range| {
            let word = &text[range];
            (words.fold(word), words.class(word))
        };
        Self {
            words: split(text).map(word).collect(),
            whole: String::new(),
        }
    }
}

/// The words of a text: runs of letters, digits and marks.
fn split(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_of_word)?;
        let end = text[start..]
            .find(|sign| !is_of_word(sign))
            .map_or(text.len(), |end| start + end);
        rest = end;
        Some(start..end)
    })
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || is_mark(sign)
}

/// Accents that stand on their own, as in texts that are not composed, and points of Hebrew and Arabic.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}' | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}')
}

/// The places where a term stands letter by letter, with endings or without: not within a word of its own script.
pub(super) fn kept<'t>(text: &'t str, term: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    text.match_indices(term).filter_map(move |(at, _)| {
        let before = text[..at].chars().next_back();
        (!continues(before, term.chars().next())).then_some(at..at + term.len())
    })
}

/// The places where a term stands in other letter case, as a word of its own.
pub(super) fn respelt(text: &str, term: &str) -> Vec<Range<usize>> {
    whole_words(text, term)
        .into_iter()
        .filter(|place| text[place.clone()] != *term && !is_file_name(text, place))
        .collect()
}

/// Whether small letters are part of something like `onedrive-1.0.jar`.
fn is_file_name(text: &str, place: &Range<usize>) -> bool {
    let joins = |sign: Option<char>| sign.is_some_and(|sign| "-._/\\@:".contains(sign));
    let mut behind = text[place.end..].chars();
    let before = joins(text[..place.start].chars().next_back());
    let after = joins(behind.next()) && behind.next().is_some_and(char::is_alphanumeric);
    !text[place.clone()].contains(char::is_uppercase) && (before || after)
}

/// The places where a term of the source stands in any letter case, or its plural as English makes it.
pub(super) fn untranslated(text: &str, term: &str) -> Vec<Range<usize>> {
    let mut found = whole_words(text, term);
    for ending in ["s", "es"] {
        found.extend(whole_words(text, &format!("{term}{ending}")));
    }
    found.retain(|place| !is_of_name(text, place));
    found.sort_by_key(|place| place.start);
    found
}

/// Whether a word is the end of a name such as `Get-Mailbox` or `user.mailbox`.
fn is_of_name(text: &str, place: &Range<usize>) -> bool {
    let mut before = text[..place.start].chars().rev();
    before.next().is_some_and(|sign| "-._/\\@:".contains(sign))
        && before.next().is_some_and(char::is_alphanumeric)
        || is_file_name(text, place)
}

/// The places where some letters stand in any case, with nothing of a word around them.
fn whole_words(text: &str, sought: &str) -> Vec<Range<usize>> {
    let Some(first) = sought.chars().next() else {
        return Vec::new();
    };
    let is_first = |letter: char| letter == first || letter.to_lowercase().eq(first.to_lowercase());
    let mut found = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, letter)| is_first(*letter)) {
        let mut end = at;
        let mut own = sought.chars();
        for letter in text[at..].chars() {
            let Some(wanted) = own.next() else { break };
            if letter != wanted && !letter.to_lowercase().eq(wanted.to_lowercase()) {
                own = "-".chars();
                break;
            }
            end += letter.len_utf8();
        }
        let is_whole = own.next().is_none()
            && !continues(text[..at].chars().next_back(), Some(first))
            && !continues(text[..end].chars().next_back(), text[end..].chars().next());
        if is_whole {
            found.push(at..end);
        }
    }
    found
}

/// Whether two characters belong to one word: letters of scripts that are not mixed within words.
fn continues(one: Option<char>, next: Option<char>) -> bool {
    let (Some(one), Some(next)) = (one, next) else {
        return false;
    };
    let is_latin = |sign: char| u32::from(sign) < 0x250;
    is_of_word(one) && is_of_word(next) && is_latin(one) == is_latin(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words that are equal when they read alike.
    struct Plain;

    impl Words for Plain {
        fn fold(&self, text: &str) -> String {
            text.to_lowercase()
        }
        fn class(&self, word: &str) -> String {
            word.to_lowercase()
        }
        fn has_stems(&self) -> bool {
            false
        }
    }

    fn is_in(form: &str, text: &str, language: &str) -> bool {
        Form::new(form, language, &Plain).is_in(&Looked::new(text, language, &Plain))
    }

    #[test]
    fn a_required_translation_is_found_in_its_forms() {
        let there = [
            ("sk", "schránka", "otvorte schránku"),
            ("bg", "пощенска кутия", "Отворете пощенската кутия"),
            ("lv", "pastkaste", "jūsu pastkastē"),
            ("de", "Postfach", "die Benutzerpostfächer und Postfachgröße"),
            ("he", "דואר", "תיבת הדואר"),
            ("ja", "メールボックス", "共有メールボックスを開く"),
            ("th", "กล่องจดหมาย", "เปิดกล่องจดหมายของคุณ"),
            ("ko", "사서함", "사서함을 엽니다"),
            ("zh", "邮箱", "打开共享 邮箱"),
            ("vi", "hộp thư", "Mở hộp thư"),
        ];
        for (language, form, text) in there {
            assert!(is_in(form, text, language), "{language}: {form} in {text}");
        }
        let absent = [
            ("sk", "schránka", "otvorte poštu"),
            ("ja", "メールボックス", "受信トレイを開く"),
            ("vi", "hộp thư", "Mở hộp thoại"),
            ("fr", "boîte aux lettres", "la boîte de réception"),
        ];
        for (language, form, text) in absent {
            assert!(!is_in(form, text, language), "{language}: {form} in {text}");
        }
    }

    #[test]
    fn what_stays_as_it_is_may_have_endings_and_neighbours_of_another_script() {
        for text in [
            "Teams",
            "Teamsissa",
            "l’équipe Teams.",
            "ב-Teams",
            "בTeams",
            "Teamsを開く",
            "Teams'te",
        ] {
            assert_eq!(kept(text, "Teams").count(), 1, "{text}");
        }
        for text in ["teams", "eTeams", "Team"] {
            assert_eq!(kept(text, "Teams").count(), 0, "{text}");
        }
    }

    #[test]
    fn a_term_left_in_the_source_language_is_a_whole_word_in_any_case() {
        assert_eq!(
            untranslated("die Mailboxes, Mailboxen und MAILBOX", "mailbox").len(),
            2
        );
        assert_eq!(untranslated("メールmailboxを", "mailbox"), vec![9..16; 1]);
        assert!(untranslated("le rôle, Get-Mailbox, mailbox.pst", "role").is_empty());
        assert!(untranslated("Get-Mailbox, mailbox.pst, a:mailbox", "mailbox").is_empty());
        assert_eq!(
            untranslated("die Mailbox-Größe: mailbox. Ende", "mailbox").len(),
            2
        );
        assert_eq!(
            respelt("Onedrive and OneDrive, ONEDRIVES", "OneDrive"),
            vec![0..8; 1]
        );
        assert!(respelt("onedrive-1.0.jar, a.onedrive", "OneDrive").is_empty());
    }
}
