//! `glued-link`: a word that touches the end of a link.

use crate::check::context::ArticleContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::DefectKind;

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
    }
}
