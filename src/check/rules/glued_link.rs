//! `glued-link`: a word that touches the end or the beginning of a link.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Edit, Fix, Level, Rule, Sink};
use crate::model::DefectKind;
use crate::source::TextRange;

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "glued-link",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/glued-link.md"),
    },
    check: Check::Article(check),
};

/// A language that puts a blank between words, and how many letters make a word of what touches a link.
struct Spaced {
    language: &'static str,
    /// Behind a link, where endings stand: `[fichier](…)s`.
    behind: usize,
    /// Before it, where small words and first parts of words stand.
    before: usize,
}

/// The languages that are looked at.
const SPACED: [Spaced; 16] = [
    Spaced::new("ar", 2, 3),
    Spaced::new("bg", 4, 2),
    Spaced::new("de", 4, 3),
    Spaced::new("el", 2, 2),
    Spaced::new("en", 4, 4),
    Spaced::new("es", 2, 2),
    Spaced::new("fr", 2, 2),
    Spaced::new("he", 2, 4),
    Spaced::new("id", 4, 3),
    Spaced::new("it", 2, 2),
    Spaced::new("nl", 4, 3),
    Spaced::new("pl", 4, 2),
    Spaced::new("pt", 2, 2),
    Spaced::new("ru", 4, 2),
    Spaced::new("uk", 4, 2),
    Spaced::new("vi", 2, 2),
];

/// The languages for which somebody has read what the rule finds in real articles. In the others it may be right as often; as long
/// as nobody knows, it only informs. Of Hebrew and Portuguese there are 14 findings in the sample, all of them right.
const MEASURED: [&str; 6] = ["ar", "de", "fr", "he", "pt", "ru"];

/// Languages that make one word of two: `Einrichtungs[anforderungen](…)`.
const COMPOUNDING: [&str; 2] = ["de", "nl"];

/// Articles with a preposition or conjunction, which Arabic writes as one with the next word.
const ARABIC_PREFIXES: [&str; 5] = ["بال", "فال", "كال", "وال", "ولل"];

impl Spaced {
    const fn new(language: &'static str, behind: usize, before: usize) -> Self {
        Self {
            language,
            behind,
            before,
        }
    }

    /// Whether what touches the beginning of a link that starts with this letter is a word of its own.
    fn is_word(&self, word: &str, next: char) -> bool {
        // U+0640 lengthens the stroke between a prefix and what follows.
        let is_prefix = ARABIC_PREFIXES.contains(&word) || word.ends_with('\u{640}');
        let is_compound = COMPOUNDING.contains(&self.language)
            && word.starts_with(char::is_uppercase)
            && next.is_lowercase();
        word.chars().count() >= self.before && !is_prefix && !is_compound
    }
}

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let own = &article.site.locales.get(article.article.locale).id;
    let Some(spaced) = SPACED.iter().find(|it| it.language == own.language()) else {
        return;
    };
    let mut reported = None;
    for defect in &article.article.document.defects {
        let (word, end) = match &defect.kind {
            DefectKind::GluedLink(word) if word.chars().count() >= spaced.behind => (word, "end"),
            DefectKind::GluedBefore(word, next) if spaced.is_word(word, *next) => {
                (word, "beginning")
            }
            _ => continue,
        };
        // A word between two links touches both.
        if reported.replace(defect.range) == Some(defect.range) {
            continue;
        }
        let message = format!("the word `{word}` touches the {end} of a link");
        let level = if MEASURED.contains(&own.language()) {
            RULE.rule.level
        } else {
            Level::Info
        };
        let file = article.article.file;
        let found = sink.less_sure(&RULE.rule, level, file, defect.range, message);
        found.help("put a blank between them");
        let (at, is_certain) = if end == "end" {
            (defect.range.start, begins_certainly(own.language(), word))
        } else {
            (defect.range.end, stands_alone(own.language(), word))
        };
        let edits = vec![Edit::replace(TextRange::at(at as usize), "", " ")];
        found.fix(if is_certain {
            Fix::safe("put a blank between them", edits)
        } else {
            Fix::unsure("put a blank between them", edits)
        });
    }
}

/// Words that stand alone, by language: none is the end of another word.
const ALONE: [(&str, &str); 10] = [
    (
        "ar",
        "أو إلى التي الذي ثم ضمن على عن في قبل من هذا هذه هو هي وفي",
    ),
    (
        "de",
        "auf aus bei das dem den der des die durch eine einen einer für ist mit nach oder sowie und unter vom von wenn werden wird wurde zum zur über",
    ),
    (
        "en",
        "and are before for from has have into must that the then this was when which will with you your",
    ),
    (
        "es",
        "cuando con del desde donde el en está los para pero por que según sin sobre también una y",
    ),
    (
        "fr",
        "afin après aux avant avec ces cette dans des depuis doit est et lors lorsque ou par pour puis que qui sans si sont sous sur un une vers vous",
    ),
    ("he", "או אם אשר את בתוך כדי לאחר לפני על עם של"),
    (
        "it",
        "che con dal dalla del della dopo nel nella per prima quando questo sono una",
    ),
    (
        "nl",
        "als bij dan deze door een het kan met moet naar onder over van voor wanneer wordt",
    ),
    (
        "pt",
        "antes com como da das de depois do dos em está na no nos ou para pela pelo por quando que se sem sob sobre um uma você",
    ),
    (
        "ru",
        "для если или как когда которая которые который либо после перед при также через что чтобы",
    ),
];

/// Whether a blank is certainly missing before a word: it begins with a capital where nouns have none, or is one that stands alone.
fn begins_certainly(language: &str, word: &str) -> bool {
    let has_capital = word.chars().next().is_some_and(char::is_uppercase);
    (has_capital && language != "de") || stands_alone(language, word)
}

/// Whether a word is one that stands alone.
fn stands_alone(language: &str, word: &str) -> bool {
    let lower = word.to_lowercase();
    let alone = ALONE.iter().filter(|(of, _)| *of == language);
    alone
        .flat_map(|(_, words)| words.split(' '))
        .any(|known| known == lower)
}
