//! Paragraphs that are not in the language of their folder: by their script first, then by the words in lower case.
//!
//! Names of products, interface texts and code stand in upper case, in code or in links without words; what is left of a
//! paragraph after them must be long enough to be sure. Languages of one script that are close relatives are not told apart,
//! and of Cyrillic and Arabic script none: the model mixes them up.

use std::sync::OnceLock;

use whatlang::{Detector, Lang};

use crate::markup::{Event, HtmlPiece, Located, Tag, TagEnd};
use crate::model::Foreign;
use crate::source::TextRange;

/// Fewest letters of another script, and their least share in per cent, that make a paragraph foreign.
const LETTERS: usize = 30;
const SHARE: usize = 60;

/// Fewest words in lower case, and letters in them, by which a language is told.
const WORDS: usize = 8;
const LETTERS_IN_WORDS: usize = 35;

/// How sure the model must be. Measured: see `tests/bench/languages.md`.
const SURE: f64 = 0.9;

/// Languages in Latin script with their tags and English names.
const LATIN: [(&str, Lang, &str); 25] = [
    ("cs", Lang::Ces, "Czech"),
    ("da", Lang::Dan, "Danish"),
    ("de", Lang::Deu, "German"),
    ("en", Lang::Eng, "English"),
    ("es", Lang::Spa, "Spanish"),
    ("et", Lang::Est, "Estonian"),
    ("fi", Lang::Fin, "Finnish"),
    ("fr", Lang::Fra, "French"),
    ("hr", Lang::Hrv, "Croatian"),
    ("hu", Lang::Hun, "Hungarian"),
    ("id", Lang::Ind, "Indonesian"),
    ("it", Lang::Ita, "Italian"),
    ("lt", Lang::Lit, "Lithuanian"),
    ("lv", Lang::Lav, "Latvian"),
    ("nb", Lang::Nob, "Norwegian"),
    ("nl", Lang::Nld, "Dutch"),
    ("no", Lang::Nob, "Norwegian"),
    ("pl", Lang::Pol, "Polish"),
    ("pt", Lang::Por, "Portuguese"),
    ("ro", Lang::Ron, "Romanian"),
    ("sk", Lang::Slk, "Slovak"),
    ("sl", Lang::Slv, "Slovenian"),
    ("sv", Lang::Swe, "Swedish"),
    ("tr", Lang::Tur, "Turkish"),
    ("vi", Lang::Vie, "Vietnamese"),
];

/// Languages that are not told apart.
const RELATIVES: [&[&str]; 4] = [
    &["nb", "no", "nn", "da", "sv"],
    &["cs", "sk"],
    &["hr", "sl", "sr", "bs"],
    &["id", "ms"],
];

/// A script, as far as it tells languages apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Thai,
    Kana,
    Han,
    Hangul,
    Other,
}

impl Script {
    const COUNT: usize = 10;

    fn of(letter: char) -> Self {
        match letter {
            'A'..='Z' | 'a'..='z' | '\u{AA}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Self::Latin,
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Self::Greek,
            '\u{400}'..='\u{52F}' => Self::Cyrillic,
            '\u{590}'..='\u{5FF}' => Self::Hebrew,
            '\u{600}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' | '\u{FB50}'..='\u{FEFC}' => Self::Arabic,
            '\u{E00}'..='\u{E7F}' => Self::Thai,
            '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' => Self::Kana,
            '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => {
                Self::Han
            }
            '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7A3}' => {
                Self::Hangul
            }
            _ => Self::Other,
        }
    }

    /// What a text in it is called.
    fn name(self) -> &'static str {
        match self {
            Self::Latin => "Latin script",
            Self::Greek => "Greek",
            Self::Cyrillic => "Cyrillic script",
            Self::Hebrew => "Hebrew",
            Self::Arabic => "Arabic script",
            Self::Thai => "Thai",
            Self::Kana => "Japanese",
            Self::Han => "Chinese characters",
            Self::Hangul => "Korean",
            Self::Other => "another script",
        }
    }
}

/// The language that a text should be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    tag: &'static str,
    scripts: &'static [Script],
}

impl Expected {
    /// What is expected of a locale's texts; `None` for languages that are not judged.
    pub fn of(locale: &str) -> Option<Self> {
        let language = locale.split('-').next().unwrap_or(locale);
        let of = |tag, scripts| Some(Self { tag, scripts });
        if let Some((tag, ..)) = LATIN.iter().find(|(tag, ..)| *tag == language) {
            return of(tag, &[Script::Latin]);
        }
        match language {
            "ar" | "fa" | "ur" => of("ar", &[Script::Arabic]),
            "el" => of("el", &[Script::Greek]),
            "he" | "iw" => of("he", &[Script::Hebrew]),
            "ja" => of("ja", &[Script::Kana, Script::Han]),
            "ko" => of("ko", &[Script::Hangul, Script::Han]),
            "sr" if locale.contains("-Latn") => of("sr", &[Script::Latin]),
            "bg" | "mk" | "ru" | "sr" | "uk" | "be" => of("ru", &[Script::Cyrillic]),
            "th" => of("th", &[Script::Thai]),
            "zh" => of("zh", &[Script::Han]),
            _ => None,
        }
    }
}

/// The paragraphs of a body that are in another language.
pub(super) fn foreign(events: &[Located<'_>], expected: Expected) -> Vec<Foreign> {
    let mut found = Vec::new();
    let mut paragraph = Paragraph::default();
    let mut depth_of_code = 0usize;
    for located in events {
        match &located.event {
            Event::Text(text) if depth_of_code == 0 => paragraph.add(text, located.range),
            Event::Html(HtmlPiece::Text(text)) => paragraph.add(text, located.range),
            Event::SoftBreak | Event::HardBreak | Event::Code(_) => paragraph.text.push(' '),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link(_))
            | Event::End(
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link,
            ) => {}
            Event::Start(tag) => {
                depth_of_code += usize::from(matches!(tag, Tag::CodeBlock { .. } | Tag::Image(_)));
                if !matches!(tag, Tag::Image(_)) {
                    paragraph.finish(expected, &mut found);
                }
            }
            Event::End(end) => {
                let is_code = matches!(end, TagEnd::CodeBlock | TagEnd::Image);
                depth_of_code = depth_of_code.saturating_sub(usize::from(is_code));
                if *end != TagEnd::Image {
                    paragraph.finish(expected, &mut found);
                }
            }
            _ => {}
        }
    }
    paragraph.finish(expected, &mut found);
    found
}

/// The text of a block so far.
#[derive(Default)]
struct Paragraph {
    text: String,
    range: Option<TextRange>,
}

impl Paragraph {
    fn add(&mut self, text: &str, range: TextRange) {
        // Addresses that became links by themselves.
        if text.contains("://") {
            return;
        }
        self.text.push_str(text);
        let whole = self.range.get_or_insert(range);
        whole.end = range.end;
    }

    fn finish(&mut self, expected: Expected, found: &mut Vec<Foreign>) {
        let text = std::mem::take(&mut self.text);
        let Some(range) = self.range.take() else {
            return;
        };
        if let Some(language) = other_language(&text, expected) {
            found.push(Foreign { language, range });
        }
    }
}

/// The language of a text when it is surely not the expected one.
fn other_language(text: &str, expected: Expected) -> Option<&'static str> {
    let mut counts = [0usize; Script::COUNT];
    let mut most = Script::Other;
    let mut all = 0;
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        let script = Script::of(letter);
        counts[script as usize] += 1;
        all += 1;
        if counts[script as usize] > counts[most as usize] {
            most = script;
        }
    }
    if all < LETTERS {
        return None;
    }
    let count = |script: Script| counts[script as usize];
    match expected.tag {
        // Japanese has both; Chinese has no Kana.
        "zh" if count(Script::Kana) * 5 > all => return Some("Japanese"),
        "ja" if count(Script::Han) * 100 > all * 90 && count(Script::Kana) == 0 => {
            return Some("Chinese characters alone");
        }
        _ => {}
    }
    let own: usize = expected.scripts.iter().map(|&script| count(script)).sum();
    if most != Script::Latin {
        let is_foreign = !expected.scripts.contains(&most)
            && count(most) >= LETTERS
            && count(most) * 100 >= all * SHARE;
        return is_foreign.then(|| most.name());
    }
    let expects_latin = expected.scripts.contains(&Script::Latin);
    // A few words of the expected script are enough: Latin names are long.
    if !expects_latin && own * 20 > all {
        return None;
    }
    let words: Vec<&str> = text
        .split(|letter: char| !(letter.is_alphabetic() || matches!(letter, '\'' | '’')))
        .filter(|word| word.starts_with(char::is_lowercase) && !word.contains(char::is_uppercase))
        .collect();
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    if words.len() < WORDS || letters < LETTERS_IN_WORDS {
        return None;
    }
    let told = detector().detect(&words.join(" "))?;
    let (tag, _, name) = LATIN.iter().find(|(_, lang, _)| *lang == told.lang())?;
    let are_related = RELATIVES
        .iter()
        .any(|group| group.contains(tag) && group.contains(&expected.tag));
    (*tag != expected.tag && !are_related && told.confidence() >= SURE).then_some(*name)
}

/// The model, over the languages that can be named.
fn detector() -> &'static Detector {
    static DETECTOR: OnceLock<Detector> = OnceLock::new();
    DETECTOR
        .get_or_init(|| Detector::with_allowlist(LATIN.iter().map(|(_, lang, _)| *lang).collect()))
}
