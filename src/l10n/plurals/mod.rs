//! Which plural form a number takes in a language, as CLDR has it. Numbers come in as decimal text, because `1` and `1.0`
//! may take different forms.
//!
//! The table is our own because the one compiled into ICU4X lacks some seventy languages and loses the plural forms of a
//! language as soon as its tag names a script that is not the usual one (`sr-Latn`).

use super::LocaleId;
use rules::{Operands, Rule};

mod rules;

/// The rules of all languages; what the columns are stands in its first lines.
static RULES: &str = include_str!("plurals.tsv");

/// A plural form, by CLDR's name for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// `zero`
    Zero,
    /// `one`
    One,
    /// `two`
    Two,
    /// `few`
    Few,
    /// `many`
    Many,
    /// `other`, which every language has
    Other,
}

impl Category {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// Its name, as variants of messages are called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The form of that name.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.word() == word)
    }
}

/// The plural forms of one language.
#[derive(Debug)]
pub struct Plurals {
    cardinal: Vec<(Category, Rule)>,
    ordinal: Vec<(Category, Rule)>,
}

impl Plurals {
    /// The rules of a language; for one that CLDR lacks, everything is `other`.
    pub fn new(locale: &LocaleId) -> Self {
        let id = locale.icu().id;
        let language = id.language.as_str();
        let with = |subtag: Option<String>| subtag.map(|subtag| format!("{language}-{subtag}"));
        let tags: Vec<String> = [
            with(id.script.map(|script| script.to_string())),
            with(id.region.map(|region| region.to_string())),
            Some(language.to_owned()),
        ]
        .into_iter()
        .flatten()
        .collect();
        Self {
            cardinal: rules("cardinal", &tags),
            ordinal: rules("ordinal", &tags),
        }
    }

    /// The form that a counted number takes (`1 article`, `2 articles`); `None` for text that is no decimal number.
    pub fn cardinal(&self, number: &str) -> Option<Category> {
        category(&self.cardinal, number)
    }

    /// The form that a place in an order takes (`1st`, `2nd`); `None` for text that is no decimal number.
    pub fn ordinal(&self, number: &str) -> Option<Category> {
        category(&self.ordinal, number)
    }

    /// All forms of counted numbers.
    pub fn cardinals(&self) -> Vec<Category> {
        categories(&self.cardinal)
    }

    /// All forms of places in an order.
    pub fn ordinals(&self) -> Vec<Category> {
        categories(&self.ordinal)
    }
}

/// The rules of the first of some tags that the table has.
fn rules(kind: &str, tags: &[String]) -> Vec<(Category, Rule)> {
    let of = |tag: &String| {
        RULES.lines().find_map(|line| {
            let mut columns = line.split('\t');
            let found = columns.next()? == kind && columns.next()?.split(' ').any(|has| has == tag);
            found.then_some(columns)
        })
    };
    let Some(columns) = tags.iter().find_map(of) else {
        return Vec::new();
    };
    let rule = |column: &str| {
        let (form, rule) = column.split_once(' ')?;
        Some((Category::named(form)?, Rule::read(rule)?))
    };
    columns
        .map(|column| rule(column).expect("our own table holds rules only"))
        .collect()
}

fn category(rules: &[(Category, Rule)], number: &str) -> Option<Category> {
    let operands = Operands::read(number)?;
    let held = rules.iter().find(|(_, rule)| rule.holds(operands));
    Some(held.map_or(Category::Other, |(category, _)| *category))
}

fn categories(rules: &[(Category, Rule)]) -> Vec<Category> {
    let mut found: Vec<Category> = rules.iter().map(|(category, _)| *category).collect();
    found.push(Category::Other);
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_takes_the_form_that_the_language_gives_it() {
        let form = |tag, number| {
            Plurals::new(&LocaleId::parse(tag).expect("a tag"))
                .cardinal(number)
                .map(Category::word)
        };
        assert_eq!(form("en-US", "1"), Some("one"));
        assert_eq!(form("en-US", "1.0"), Some("other"));
        assert_eq!(form("fr-FR", "1.5"), Some("one"));
        assert_eq!(form("fr-FR", "1000000"), Some("many"));
        assert_eq!(form("cs-CZ", "1.5"), Some("many"));
        assert_eq!(form("ar-SA", "11"), Some("many"));
        assert_eq!(form("ja-JP", "1"), Some("other"));
        assert_eq!(form("en-US", "one"), None);
        assert_eq!(form("xx", "1"), Some("other"), "a language that CLDR lacks");
        assert_eq!(form("pt-PT", "0"), Some("other"));
        assert_eq!(form("pt-BR", "0"), Some("one"));
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        for line in RULES.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            assert!(
                matches!(columns.next(), Some("cardinal" | "ordinal")),
                "{line}"
            );
            for tag in columns.next().unwrap_or_default().split(' ') {
                rules(
                    line.split('\t').next().unwrap_or_default(),
                    &[tag.to_owned()],
                );
            }
        }
    }

    #[test]
    fn places_in_an_order_have_forms_of_their_own() {
        let english = Plurals::new(&LocaleId::parse("en").expect("a tag"));
        let forms = ["1", "2", "3", "4", "11"].map(|number| english.ordinal(number));
        let forms = forms.map(|form| form.map_or("", Category::word));
        assert_eq!(forms, ["one", "two", "few", "other", "other"]);
        assert_eq!(english.ordinals().len(), 4);
        assert_eq!(english.cardinals(), [Category::One, Category::Other]);
    }
}
