//! Tags: which texts name a language, their canonical form and writing direction, all as ICU and CLDR have it.

use std::fmt;
use std::sync::Arc;

use icu_locale::{
    LanguageIdentifier, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander, TransformResult,
};

use super::Pseudo;

/// Variants that people write in folder names: registered with IANA and in use for whole texts, not for single words.
const VARIANTS: &[&str] = &[
    "1901", "1994", "1996", "abl1943", "alalc97", "ao1990", "baku1926", "colb1945", "ekavsk",
    "fonipa", "hepburn", "ijekavsk", "jyutping", "monoton", "nedis", "oxendict", "pinyin",
    "polyton", "posix", "rozaj", "scotland", "tarask", "valencia", "wadegile",
];

/// A canonical BCP 47 tag, such as `fr-FR` or `sr-Latn-RS`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocaleId(Arc<str>);

impl LocaleId {
    /// Reads a tag in any letter case and makes it canonical (`fr-fr` is `fr-FR`, `iw` is `he`).
    /// `None` when it is no BCP 47 tag: `zh_tw`, `docs`, a path, nothing.
    pub fn parse(tag: &str) -> Option<Self> {
        // ICU also takes `_`; BCP 47 does not.
        if tag.contains('_') || tag.len() > 64 {
            return None;
        }
        let mut locale: icu_locale::Locale = tag.parse().ok()?;
        if locale.id.language.is_unknown() {
            return None;
        }
        // The data is compiled in, so that making ICU's workers anew is cheap.
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        Some(Self(locale.to_string().into()))
    }

    /// Whether CLDR knows the tag's language, so that a folder of that name is meant as a locale.
    ///
    /// Bare three-letter words (`new`, `bin`) never are, nor are tags with private use, extensions, or variants that
    /// hardly anybody writes. Of the many small languages with three letters, only those with the script or region
    /// that CLDR expects of them: `how-to` is a phrase, not Honi as spoken in Tonga.
    pub fn is_known(&self) -> bool {
        if Pseudo::of(&self.0).is_some() {
            return true;
        }
        let locale: icu_locale::Locale =
            self.0.parse().expect("a LocaleId was parsed from its tag");
        let id = &locale.id;
        let variants = id
            .variants
            .iter()
            .all(|variant| VARIANTS.contains(&variant.as_str()));
        if !locale.extensions.is_empty() || !variants {
            return false;
        }
        if id.language.as_str().len() == 2 {
            return LocaleExpander::new_extended()
                .likely(id.language.into())
                .is_some();
        }
        let subtags = id.script.is_some() || id.region.is_some();
        subtags
            && (LocaleExpander::new_common()
                .likely(id.language.into())
                .is_some()
                || LocaleExpander::new_extended()
                    .likely(id.language.into())
                    .is_some_and(|likely| {
                        id.script.is_none_or(|script| likely.script == Some(script))
                            && id.region.is_none_or(|region| likely.region == Some(region))
                    }))
    }

    /// The canonical tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag in lower case, as it stands in addresses.
    pub fn to_url(&self) -> String {
        self.0.to_lowercase()
    }

    /// The direction CLDR gives the tag's script, said or likely; left to right when nothing is known.
    pub fn direction(&self) -> Direction {
        let right_to_left = match Pseudo::of(&self.0) {
            Some(pseudo) => pseudo == Pseudo::Mirrored,
            None => LocaleDirectionality::new_extended().is_right_to_left(&self.icu().id),
        };
        if right_to_left {
            Direction::Rtl
        } else {
            Direction::Ltr
        }
    }

    /// The language subtag: `sr` of `sr-Latn-RS`.
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The tag without its region: `fr` for `fr-FR`. The script is said where the language alone would mean another one
    /// (`zh-Hant` for `zh-TW`).
    pub fn without_region(&self) -> String {
        let mut id = self.icu().id;
        let likely = self.likely();
        id.region = None;
        id.script = None;
        let mut alone = id.clone();
        LocaleExpander::new_extended().maximize(&mut alone);
        if alone.script != likely.script {
            id.script = likely.script;
        }
        id.to_string()
    }

    /// Whether both can name one text: the same language and script, and not two regions. `fr` agrees with `fr-FR` and `fr-CA`,
    /// which contradict each other; `zh-Hans` agrees with `zh-CN`.
    pub fn agrees_with(&self, other: &Self) -> bool {
        let (own, its) = (self.icu().id.region, other.icu().id.region);
        let (likely, its_likely) = (self.likely(), other.likely());
        likely.language == its_likely.language
            && likely.script == its_likely.script
            && (own.is_none() || its.is_none() || own == its)
    }

    /// Whether the region is no country but a part of the world: `es-419`.
    pub fn is_supranational(&self) -> bool {
        let region = self.icu().id.region;
        region.is_some_and(|region| region.as_str().bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// ICU's own form. A pseudo-language is English in all that is not its words: dates, numbers, plural forms, relatives.
    pub(super) fn icu(&self) -> icu_locale::Locale {
        let tag = match Pseudo::of(&self.0) {
            Some(_) => "en-US",
            None => &self.0,
        };
        tag.parse().expect("a LocaleId was parsed from its tag")
    }

    /// The tag with likely script and region: `zh-Hant-TW` for `zh-TW`.
    pub(super) fn likely(&self) -> LanguageIdentifier {
        let mut id = self.icu().id;
        LocaleExpander::new_extended().maximize(&mut id);
        id
    }
}

impl fmt::Display for LocaleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The likely subtags of a language, if the data has any.
trait Likely {
    fn likely(&self, id: LanguageIdentifier) -> Option<LanguageIdentifier>;
}

impl Likely for LocaleExpander {
    fn likely(&self, mut id: LanguageIdentifier) -> Option<LanguageIdentifier> {
        (self.maximize(&mut id) == TransformResult::Modified).then_some(id)
    }
}

/// Writing direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(tag: &str) -> String {
        LocaleId::parse(tag).map_or_else(|| "none".to_owned(), |id| id.to_string())
    }

    #[test]
    fn a_tag_is_read_in_any_letter_case_and_made_canonical() {
        let read = [
            "fr-fr",
            "PT-br",
            "zh-hant-tw",
            "SR-LATN-rs",
            "iw",
            "es-419",
            "nb-NO",
            "no-NO",
        ]
        .map(canonical);
        assert_eq!(
            read,
            [
                "fr-FR",
                "pt-BR",
                "zh-Hant-TW",
                "sr-Latn-RS",
                "he",
                "es-419",
                "nb-NO",
                "no-NO"
            ]
        );
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for text in [
            "",
            "zh_tw",
            "docs-and-more-things",
            "a",
            "includes_x",
            "fr/FR",
            "und",
            "-fr",
            "fr-",
            "日本語",
            "e\0n",
        ] {
            assert_eq!(LocaleId::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn folders_that_are_words_are_no_locales() {
        let known = |tag| LocaleId::parse(tag).is_some_and(|id| id.is_known());
        for tag in [
            "fr-FR",
            "fr",
            "pt-br",
            "zh-Hant-TW",
            "sr-Latn-RS",
            "fil-PH",
            "ceb-PH",
            "quc-GT",
            "hsb-DE",
            "ca-ES-valencia",
            "nb-NO",
            "dv-MV",
            "ckb-IQ",
            "kok-IN",
            "chr-Cher-US",
            "qps-ploc",
            "qps-PLOCM",
        ] {
            assert!(known(tag), "{tag}");
        }
        for tag in [
            "new",
            "bin",
            "img",
            "css",
            "how-to",
            "docs",
            "media",
            "qps-plocx",
            "xx",
            "xx-XX",
            "fr-x-draft",
            "de-u-co-phonebk",
            "en-abcde",
            "how",
            "und",
            "zzz-US",
        ] {
            assert!(!known(tag), "{tag}");
        }
    }

    #[test]
    fn direction_follows_the_script_where_one_is_named() {
        let rtl = |tag| LocaleId::parse(tag).map(|id| id.direction()) == Some(Direction::Rtl);
        for tag in [
            "ar-SA",
            "he-IL",
            "fa-IR",
            "ur",
            "dv-MV",
            "yi",
            "ckb-IQ",
            "ks",
            "pa-PK",
            "az-Arab",
            "ug-CN",
            "qps-plocm",
        ] {
            assert!(rtl(tag), "{tag}");
        }
        for tag in [
            "fr-FR", "pa-IN", "ku-TR", "ar-Latn", "ks-Deva", "ja-JP", "qps-ploc",
        ] {
            assert!(!rtl(tag), "{tag}");
        }
    }
}
