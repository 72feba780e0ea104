//! `translated-key`: a front matter key that was translated.

use crate::check::context::DocumentContext;
use crate::check::rules::similar_key;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, quote};
use crate::diagnostics::{Category, Level, Rule, Sink};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "translated-key",
        category: Category::Metadata,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/translated-key.md"),
    },
    check: Check::Document(check),
};

/// Keys as translation writes them, in lower case, and what they were.
const TRANSLATED: [(&str, &str); 51] = [
    ("titre", "title"),
    ("titel", "title"),
    ("título", "title"),
    ("titulo", "title"),
    ("títol", "title"),
    ("titolo", "title"),
    ("tittel", "title"),
    ("tytuł", "title"),
    ("titul", "title"),
    ("titulek", "title"),
    ("název", "title"),
    ("názov", "title"),
    ("naslov", "title"),
    ("naslov stranice", "title"),
    ("cím", "title"),
    ("otsikko", "title"),
    ("pealkiri", "title"),
    ("nosaukums", "title"),
    ("pavadinimas", "title"),
    ("titlu", "title"),
    ("başlık", "title"),
    ("tiêu đề", "title"),
    ("judul", "title"),
    ("tajuk", "title"),
    ("τίτλος", "title"),
    ("заглавие", "title"),
    ("заголовок", "title"),
    ("название", "title"),
    ("наслов", "title"),
    ("назва", "title"),
    ("العنوان", "title"),
    ("عنوان", "title"),
    ("כותרת", "title"),
    ("शीर्षक", "title"),
    ("ชื่อเรื่อง", "title"),
    ("标题", "title"),
    ("標題", "title"),
    ("タイトル", "title"),
    ("제목", "title"),
    ("auteur", "author"),
    ("autor", "author"),
    ("autore", "author"),
    ("автор", "author"),
    ("المؤلف", "author"),
    ("作者", "author"),
    ("作成者", "author"),
    ("descripción", "description"),
    ("descrição", "description"),
    ("beschreibung", "description"),
    ("descrizione", "description"),
    ("описание", "description"),
];

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let front_matter = &document.document.front_matter;
    for (key, _) in &front_matter.entries {
        // Beside the key itself the word may be one of the author's own.
        let Some(meant) = meant(key).filter(|meant| front_matter.get(meant).is_none()) else {
            continue;
        };
        let message = format!("the key `{}` is translated", quote(key));
        let found = sink.at(
            &RULE.rule,
            document.file,
            front_matter.key_range(key),
            message,
        );
        found.help(did_you_mean(meant));
        found.fix(similar_key::renamed(front_matter, key, meant));
    }
}

/// The key that a word is the translation of.
pub(super) fn meant(key: &str) -> Option<&'static str> {
    let lower = key.trim().to_lowercase();
    let translated = TRANSLATED.iter().find(|(word, _)| *word == lower);
    translated.map(|(_, meant)| *meant)
}
