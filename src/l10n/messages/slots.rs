//! Messages for scripts: what depends on a number or text that only the reader's browser knows is left open as a slot.
//!
//! Out come texts with slots, `U+E000 name U+E001`. A message with `$count` becomes one text for each plural category that
//! its language has, found by formatting it for numbers of all kinds, and one for each number that the message names itself
//! (`[0]`); scripts choose by `Intl.PluralRules`. Whatever Fluent allows in a message is thus Fluent's own work.

use std::collections::BTreeMap;

use super::{Argument, Book, Messages};
use crate::l10n::LocaleId;
use crate::source::LocaleIndex;

/// The variable that holds a number; all others hold texts.
pub(super) const COUNT: &str = "count";

/// A message with slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slotted {
    /// One text.
    Text(String),
    /// A text by plural category or number.
    Forms {
        /// The language whose plural rules choose: that of the words, which may stand in for another.
        rules: LocaleId,
        /// By category (`one`, `other`) and by number (`0`). There is always `other`.
        forms: BTreeMap<String, String>,
    },
}

impl Messages {
    /// All messages of a locale whose ids begin with `prefix`, by the rest of their ids.
    pub fn slotted(&self, locale: LocaleIndex, prefix: &str) -> BTreeMap<String, Slotted> {
        let mut found = BTreeMap::new();
        let Some(site) = self.site.get(locale.index()) else {
            return found;
        };
        for &at in &site.chain {
            let book = &self.books[at];
            let named = book.variables.range(prefix.to_owned()..);
            for (id, variables) in named.take_while(|(id, _)| id.starts_with(prefix)) {
                let rest = id[prefix.len()..].to_owned();
                found.entry(rest).or_insert_with(|| {
                    let text = |count: u32| text(book, id, variables.iter(), count);
                    if variables.contains(COUNT) {
                        Slotted::Forms {
                            rules: book.id.clone(),
                            forms: forms(book, text),
                        }
                    } else {
                        Slotted::Text(text(0))
                    }
                });
            }
        }
        found
    }
}

/// Numbers that between them have every plural category of every language, and those that messages name themselves.
fn numbers() -> impl Iterator<Item = u32> {
    (0..=200).chain([1_000, 10_000, 100_000, 1_000_000, 2_000_000])
}

fn forms(book: &Book, text: impl Fn(u32) -> String) -> BTreeMap<String, String> {
    let mut samples: BTreeMap<&str, Vec<(u32, String)>> = BTreeMap::new();
    for number in numbers() {
        let form = book.bundle.plurals.cardinal(&number.to_string());
        let category = form.map_or("other", |form| form.word());
        let sample = (number, text(number));
        samples.entry(category).or_default().push(sample);
    }
    let mut forms = BTreeMap::new();
    for (category, samples) in samples {
        let usual = usual(&samples).to_owned();
        for (number, text) in samples.into_iter().filter(|(_, text)| *text != usual) {
            forms.insert(number.to_string(), text);
        }
        forms.insert(category.to_owned(), usual);
    }
    forms
        .entry("other".to_owned())
        .or_insert_with(|| text(1_000));
    forms
}

/// The text that most numbers have; the one of larger numbers, when two have as many.
fn usual(samples: &[(u32, String)]) -> &str {
    let mut counts: BTreeMap<&str, (usize, u32)> = BTreeMap::new();
    for (number, text) in samples {
        let (count, largest) = counts.entry(text).or_default();
        *count += 1;
        *largest = (*largest).max(*number);
    }
    let most = counts.into_iter().max_by_key(|(_, counted)| *counted);
    most.map_or("", |(text, _)| text)
}

/// What stands for an argument of that name.
pub(super) fn slot(name: &str) -> String {
    format!("\u{e000}{name}\u{e001}")
}

fn text<'v>(
    book: &Book,
    id: &str,
    variables: impl Iterator<Item = &'v String>,
    count: u32,
) -> String {
    let slots: Vec<(&str, String)> = variables.map(|name| (name.as_str(), slot(name))).collect();
    let given: Vec<(&str, Argument<'_>)> = slots
        .iter()
        .map(|(name, slot)| match *name {
            COUNT => (COUNT, Argument::Slot(count)),
            name => (name, Argument::Text(slot)),
        })
        .collect();
    let written = book.bundle.write(id, &given);
    written.map(|written| written.text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::l10n::Locales;
    use crate::l10n::messages::{Maker, MessageFile};

    fn slotted(tag: &str, files: &[(&str, &str)]) -> BTreeMap<String, Slotted> {
        let locales = Locales::build([tag], &BTreeMap::new());
        let file = |(locale, text): &(&str, &str)| MessageFile {
            path: format!("locales/{locale}/site.ftl"),
            locale: LocaleId::parse(locale).expect("a tag"),
            text: (*text).to_owned(),
            maker: Maker::BuiltIn,
        };
        let files: Vec<_> = files.iter().map(file).collect();
        let messages = Messages::load(&files, &locales).unwrap_or_else(|_| panic!("messages"));
        messages.slotted(LocaleIndex(0), "search-")
    }

    fn forms(found: &BTreeMap<String, Slotted>, id: &str) -> (String, String) {
        match &found[id] {
            Slotted::Forms { rules, forms } => {
                let line = |(key, text): (&String, &String)| format!("{key}: {text}");
                let lines: Vec<String> = forms.iter().map(line).collect();
                (rules.to_string(), lines.join("; "))
            }
            Slotted::Text(text) => panic!("no forms: {text}"),
        }
    }

    #[test]
    fn every_plural_category_of_the_language_has_its_text() {
        let arabic = "search-count = { $count ->\n [zero] لا نتائج\n [one] نتيجة\n [two] نتيجتان\n [few] { $count } نتائج\n [many] { $count } نتيجةً\n*[other] { $count } نتيجة\n }\n";
        let found = slotted(
            "ar-SA",
            &[("en-US", "search-count = { $count }\n"), ("ar-SA", arabic)],
        );
        assert_eq!(
            forms(&found, "count"),
            (
                "ar-SA".to_owned(),
                "few: \u{e000}count\u{e001} نتائج; many: \u{e000}count\u{e001} نتيجةً; one: نتيجة; other: \u{e000}count\u{e001} نتيجة; two: نتيجتان; zero: لا نتائج".to_owned()
            )
        );
    }

    #[test]
    fn numbers_that_a_message_names_have_texts_of_their_own() {
        let english = "search-count = { $count ->\n [0] nothing\n [one] { $count } result\n [42] the answer\n*[other] { NUMBER($count) } results\n }\n";
        let found = slotted("en-US", &[("en-US", english)]);
        assert_eq!(
            forms(&found, "count").1,
            "0: nothing; 42: the answer; one: \u{e000}count\u{e001} result; other: \u{e000}count\u{e001} results"
        );
    }

    #[test]
    fn words_of_another_language_bring_their_own_plural_rules() {
        let english = "search-count = { $count ->\n [one] one\n*[other] { $count } in { $language }\n }\nsearch-none = No “{ $query }”\nother = x\n";
        let found = slotted("cs-CZ", &[("en-US", english)]);
        assert_eq!(
            forms(&found, "count"),
            (
                "en-US".to_owned(),
                "one: one; other: \u{e000}count\u{e001} in \u{e000}language\u{e001}".to_owned()
            )
        );
        let none = Slotted::Text("No “\u{e000}query\u{e001}”".to_owned());
        assert_eq!(found["none"], none);
        assert_eq!(found.len(), 2, "only those that begin so");
    }
}
