//! Which languages stand in for one that lacks a message or an article.
//!
//! Only an order is made here; who looks into it decides what is missing.

use icu_locale::LocaleFallbacker;
use icu_locale::fallback::LocaleFallbackConfig;

use super::LocaleId;

/// What is done about an article that a locale lacks and another one of its chain has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FallbackMode {
    /// Nothing.
    Off,
    /// It is listed, and the entry leads to the other language's page.
    List,
    /// It gets a page that shows it in the frame of the reader's language.
    #[default]
    Page,
}

/// The locales of `available` to look into for `locale`, nearest first: itself; the `configured` ones; what CLDR calls
/// its parents (`es-MX`, `es-419`, `es`); other locales of each of these languages in the same script (`fr-CA` takes
/// `fr-FR`, `zh-TW` never takes `zh-CN`); at last `en-US`. No locale comes twice.
pub fn chain(locale: &LocaleId, configured: &[LocaleId], available: &[LocaleId]) -> Vec<LocaleId> {
    let last = LocaleId::parse("en-US");
    order(locale, configured, last.as_ref(), available)
}

/// The locales of `available` that an article is taken from when `locale` lacks it, nearest first: the `configured`
/// ones; other locales of its language (and of theirs) in the same script, CLDR's parents before them; at last the
/// `source` locale, when there is one. The locale itself is not among them, and no locale comes twice.
pub fn article_chain(
    locale: &LocaleId,
    configured: &[LocaleId],
    source: Option<&LocaleId>,
    available: &[LocaleId],
) -> Vec<LocaleId> {
    let mut chain = order(locale, configured, source, available);
    chain.retain(|id| id != locale);
    chain
}

fn order(
    locale: &LocaleId,
    configured: &[LocaleId],
    last: Option<&LocaleId>,
    available: &[LocaleId],
) -> Vec<LocaleId> {
    let starts: Vec<&LocaleId> = std::iter::once(locale).chain(configured).collect();
    let mut chain = Vec::new();
    let mut add = |id: &LocaleId| {
        if available.contains(id) && !chain.contains(id) {
            chain.push(id.clone());
        }
    };
    for id in &starts {
        add(id);
    }
    let ancestors: Vec<LocaleId> = starts.iter().flat_map(|id| parents(id)).collect();
    ancestors.iter().for_each(&mut add);
    for id in starts.into_iter().chain(&ancestors) {
        siblings(id, available).iter().for_each(&mut add);
    }
    if let Some(last) = last {
        add(last);
    }
    chain
}

/// CLDR's parents, nearest first, without the root.
pub(super) fn parents(id: &LocaleId) -> Vec<LocaleId> {
    let mut steps = LocaleFallbacker::new()
        .for_config(LocaleFallbackConfig::default())
        .fallback_for((&id.icu()).into());
    let mut found = Vec::new();
    while !steps.get().is_unknown() {
        found.extend(LocaleId::parse(&steps.get().to_string()).filter(|parent| parent != id));
        steps.step();
    }
    found
}

/// The available locales of the same language in the same script; the one of the likely region first.
fn siblings(id: &LocaleId, available: &[LocaleId]) -> Vec<LocaleId> {
    let wanted = id.likely();
    let home = LocaleId::parse(id.language()).map(|language| language.likely());
    let mut found: Vec<&LocaleId> = available
        .iter()
        .filter(|other| {
            let other = other.likely();
            other.language == wanted.language && other.script == wanted.script
        })
        .collect();
    found.sort_by_key(|other| {
        (
            home.as_ref()
                .is_none_or(|home| home.region != other.likely().region),
            other.as_str(),
        )
    });
    found.into_iter().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(tags: &str) -> Vec<LocaleId> {
        tags.split_whitespace()
            .map(|tag| LocaleId::parse(tag).expect("a tag"))
            .collect()
    }

    fn chain_of(tag: &str, configured: &str, available: &str) -> String {
        let id = LocaleId::parse(tag).expect("a tag");
        let chain = chain(&id, &ids(configured), &ids(available));
        chain
            .iter()
            .map(LocaleId::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn the_nearest_relative_stands_in_and_english_comes_last() {
        for (tag, available, expected) in [
            ("fr-CA", "en-US fr-BE fr-FR de-DE", "fr-FR fr-BE en-US"),
            ("es-MX", "en-US es-ES es-419 es", "es-419 es es-ES en-US"),
            ("nb-NO", "en-US no nb", "nb no en-US"),
            ("ja-JP", "en-US ja-JP fr-FR", "ja-JP en-US"),
        ] {
            assert_eq!(chain_of(tag, "", available), expected, "{tag}");
        }
    }

    #[test]
    fn another_script_never_stands_in_by_itself() {
        assert_eq!(chain_of("zh-TW", "", "en-US zh-CN zh-HK"), "zh-HK en-US");
        assert_eq!(chain_of("sr-Latn-RS", "", "en-US sr-RS"), "en-US");
        assert_eq!(
            chain_of("sr-Latn-RS", "sr-RS", "en-US sr-RS"),
            "sr-RS en-US",
            "unless the author says so"
        );
    }

    #[test]
    fn an_article_comes_from_the_same_language_then_from_the_source() {
        let chain_of = |tag, configured, source| {
            let source = LocaleId::parse(source);
            let available = ids("en-US fr-CA fr-FR de-DE zh-CN zh-TW");
            let locale = LocaleId::parse(tag).expect("a tag");
            let chain = article_chain(&locale, &ids(configured), source.as_ref(), &available);
            chain
                .iter()
                .map(LocaleId::as_str)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(chain_of("fr-CA", "", "en-US"), "fr-FR en-US");
        assert_eq!(chain_of("fr-CA", "de-DE", "en-US"), "de-DE fr-FR en-US");
        assert_eq!(chain_of("fr-CA", "", ""), "fr-FR", "no source, no English");
        assert_eq!(chain_of("zh-TW", "", ""), "", "another script");
        assert_eq!(chain_of("en-US", "", "en-US"), "", "never itself");
        assert_eq!(
            chain_of("de-DE", "", "es-ES"),
            "",
            "a source that is not built"
        );
    }

    #[test]
    fn the_configured_chain_goes_before_relatives() {
        assert_eq!(
            chain_of("ca-ES", "es-ES fr-FR", "en-US es fr-FR es-ES"),
            "es-ES fr-FR es en-US"
        );
    }
}
