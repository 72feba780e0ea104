//! Which plural form a number takes in a language, as CLDR has it. Numbers come in as decimal text, because `1` and `1.0`
//! may take different forms.

use icu_decimal::input::Decimal;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use super::LocaleId;

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

impl From<PluralCategory> for Category {
    fn from(category: PluralCategory) -> Self {
        match category {
            PluralCategory::Zero => Self::Zero,
            PluralCategory::One => Self::One,
            PluralCategory::Two => Self::Two,
            PluralCategory::Few => Self::Few,
            PluralCategory::Many => Self::Many,
            PluralCategory::Other => Self::Other,
        }
    }
}

/// The plural forms of one language.
#[derive(Debug)]
pub struct Plurals {
    cardinal: PluralRules,
    ordinal: PluralRules,
}

impl Plurals {
    /// The rules of a language; for one that CLDR lacks, everything is `other`.
    pub fn new(locale: &LocaleId) -> Self {
        let icu = locale.icu();
        let rules = |options: PluralRulesOptions| {
            PluralRules::try_new((&icu).into(), options)
                .expect("ICU's compiled data falls back to its root")
        };
        Self {
            cardinal: rules(PluralRulesOptions::default()),
            ordinal: rules(
                PluralRulesOptions::default().with_type(icu_plurals::PluralRuleType::Ordinal),
            ),
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

fn category(rules: &PluralRules, number: &str) -> Option<Category> {
    let number: Decimal = number.parse().ok()?;
    Some(rules.category_for(&number).into())
}

fn categories(rules: &PluralRules) -> Vec<Category> {
    let mut found: Vec<Category> = rules.categories().map(Category::from).collect();
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
