//! Stems, made when the index is built and never when it is asked: the dictionary tells them.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::fold::fold;

/// Makes the stems of one language.
pub(super) struct Stems(Option<Stemmer>);

impl Stems {
    /// For the language of a tag (`fr`, `nb`); a language without an algorithm has words as their own stems.
    pub(super) fn of(language: &str) -> Self {
        Self(algorithm(language).map(Stemmer::create))
    }

    /// Whether the language has an algorithm.
    pub(super) fn is_known(&self) -> bool {
        self.0.is_some()
    }

    /// The name of the class that a word belongs to: its folded stem. `lower` is the word in lower case with its accents.
    pub(super) fn class(&self, lower: &str, folded: &str) -> String {
        let Some(stemmer) = &self.0 else {
            return folded.to_owned();
        };
        if lower.chars().any(|letter| letter.is_ascii_digit()) {
            return folded.to_owned();
        }
        let stem = fold(&stemmer.stem(lower));
        if stem.is_empty() {
            folded.to_owned()
        } else {
            stem
        }
    }
}

/// The algorithm for a language.
fn algorithm(language: &str) -> Option<Algorithm> {
    Some(match language {
        "ar" => Algorithm::Arabic,
        "hy" => Algorithm::Armenian,
        "eu" => Algorithm::Basque,
        "ca" => Algorithm::Catalan,
        "cs" => Algorithm::Czech,
        "da" => Algorithm::Danish,
        "nl" => Algorithm::Dutch,
        "en" => Algorithm::English,
        "eo" => Algorithm::Esperanto,
        "et" => Algorithm::Estonian,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "id" | "ms" => Algorithm::Indonesian,
        "ga" => Algorithm::Irish,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "ne" => Algorithm::Nepali,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "fa" => Algorithm::Persian,
        "pl" => Algorithm::Polish,
        "pt" | "gl" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "bs" | "hr" | "sh" | "sr" => Algorithm::Serbian,
        "st" => Algorithm::Sesotho,
        "es" => Algorithm::Spanish,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        "uk" => Algorithm::Ukrainian,
        "yi" => Algorithm::Yiddish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_named_by_the_folded_stem_of_the_accented_word() {
        let french = Stems::of("fr");
        assert_eq!(french.class("abandonnés", "abandonnes"), "abandon");
        assert_eq!(french.class("abandonner", "abandonner"), "abandon");
        assert_eq!(french.class("0x80070057", "0x80070057"), "0x80070057");
        assert_eq!(
            Stems::of("ja").class("abandonner", "abandonner"),
            "abandonner"
        );
    }
}
