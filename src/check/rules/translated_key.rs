//! `translated-key`: a front matter key that was translated.

use crate::check::context::DocumentContext;
use crate::check::rules::similar_key;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::{did_you_mean, quote};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::FrontMatter;

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
const TRANSLATED: [(&str, &str); 75] = [
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
    ("وصف", "description"),
    ("الوصف", "description"),
    ("描述", "description"),
    ("说明", "description"),
    ("說明", "description"),
    ("説明", "description"),
    ("설명", "description"),
    ("opis", "description"),
    ("açıklama", "description"),
    ("著者", "author"),
    ("작성자", "author"),
    ("yazar", "author"),
    ("tác giả", "author"),
    ("مدير", "manager"),
    ("المدير", "manager"),
    ("经理", "manager"),
    ("經理", "manager"),
    ("マネージャー", "manager"),
    ("관리자", "manager"),
    ("yöneticisi", "manager"),
    ("руководитель", "manager"),
    ("gestionnaire", "manager"),
    ("responsable", "manager"),
    ("gerente", "manager"),
];

fn check(document: &DocumentContext<'_>, sink: &mut Sink<'_>) {
    let front_matter = &document.document.front_matter;
    for (key, _) in &front_matter.entries {
        let Some(meaning) = meaning(key, front_matter) else {
            continue;
        };
        let message = format!("the key `{}` is translated", quote(key));
        let place = front_matter.key_range(key);
        let found = sink.at(&RULE.rule, document.file, place, message);
        match meaning {
            Meaning::Key(meant) => {
                found.help(did_you_mean(meant));
                found.fix(similar_key::renamed(front_matter, key, meant));
            }
            Meaning::SomeKey => {
                found.help("write the key as it was before the translation, in Latin letters");
            }
        }
    }
}

/// What a translated key was.
enum Meaning {
    /// This one.
    Key(&'static str),
    /// One that begins with `ms.`; which is not known.
    SomeKey,
}

/// What a key was, if it is translated.
fn meaning(key: &str, front_matter: &FrontMatter) -> Option<Meaning> {
    if similar_key::is_known(key) {
        return None;
    }
    let is_there = |name: &str| front_matter.get(name).is_some();
    if let Some(meant) = meant(key) {
        // Beside the key itself the word may be one of the author's own; only this family of metadata has managers.
        let mut keys = front_matter.entries.iter().map(|(key, _)| key);
        let mut has_family = || keys.any(|key| without_prefix(key).is_some());
        let is_sure = meant != "manager" || has_family();
        return (!is_there(meant) && is_sure).then_some(Meaning::Key(meant));
    }
    let rest = without_prefix(key)?;
    let known = match meant(&rest) {
        Some("author") => Some("ms.author"),
        _ => None,
    };
    match known {
        Some(known) if !is_there(known) => Some(Meaning::Key(known)),
        _ => is_foreign(key).then_some(Meaning::SomeKey),
    }
}

/// Whether a key is a word that this rule knows.
pub(super) fn is_translated(key: &str) -> bool {
    let of_family = |rest: String| meant(&rest).is_some() || is_foreign(key);
    meant(key).is_some() || without_prefix(key).is_some_and(of_family)
}

/// The key that a word is the translation of.
fn meant(key: &str) -> Option<&'static str> {
    let lower = key.trim().to_lowercase();
    let translated = TRANSLATED.iter().find(|(word, _)| *word == lower);
    translated.map(|(_, meant)| *meant)
}

/// What the keys of one large family begin with, also in Cyrillic letters.
const PREFIXES: [&str; 2] = ["ms.", "мс."];

/// A key of that family without its prefix.
fn without_prefix(key: &str) -> Option<String> {
    let lower = key.trim().to_lowercase();
    let mut rests = PREFIXES
        .iter()
        .filter_map(|prefix| lower.strip_prefix(prefix));
    rests.next().map(|rest| rest.trim().to_owned())
}

/// Whether a key has letters that no key of that family has.
fn is_foreign(key: &str) -> bool {
    key.chars()
        .any(|sign| sign.is_alphabetic() && !sign.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_that_is_known_is_the_translation_of_one() {
        for (word, _) in TRANSLATED {
            assert!(!similar_key::is_known(word), "{word}");
            for prefix in PREFIXES {
                let key = format!("{prefix}{word}");
                assert!(!similar_key::is_known(&key), "{key}");
            }
        }
    }
}
