//! `glued-link`: a word that touches the end of a link.

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

/// Languages that put a blank between words, and the least letters of a word that is no ending: `[fichier](…)s`.
const SPACED: [(&str, usize); 10] = [
    ("ar", 2),
    ("de", 4),
    ("en", 4),
    ("es", 2),
    ("fr", 2),
    ("he", 2),
    ("it", 2),
    ("nl", 4),
    ("pt", 2),
    ("ru", 4),
];

fn check(article: &ArticleContext<'_>, sink: &mut Sink<'_>) {
    let own = &article.site.locales.get(article.article.locale).id;
    let spaced = SPACED
        .iter()
        .find(|(language, _)| *language == own.language());
    let Some((_, least)) = spaced else { return };
    for defect in &article.article.document.defects {
        let DefectKind::GluedLink(word) = &defect.kind else {
            continue;
        };
        if word.chars().count() < *least {
            continue;
        }
        let message = format!("the word `{word}` touches the end of a link");
        let found = sink.at(&RULE.rule, article.article.file, defect.range, message);
        found.help("put a blank between them");
        let start = TextRange::at(defect.range.start as usize);
        let edits = vec![Edit::replace(start, "", " ")];
        found.fix(if is_certain(own.language(), word) {
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

/// Whether a blank is certainly missing: the word begins with a capital where nouns have none, or it is one that stands alone.
fn is_certain(language: &str, word: &str) -> bool {
    let lower = word.to_lowercase();
    let begins = word.chars().next().is_some_and(char::is_uppercase);
    let alone = ALONE.iter().filter(|(of, _)| *of == language);
    (begins && !matches!(language, "de"))
        || alone
            .flat_map(|(_, words)| words.split(' '))
            .any(|known| known == lower)
}
