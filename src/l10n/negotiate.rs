//! Which languages of a site suit a reader: for `Accept-Language`, and for everybody else who has a list of wishes.
//!
//! Tags come in as they are written somewhere (`fr_FR`, `FR-fr`), and those of the site go out as they came. The steps are those of
//! Fluent's language negotiation, with CLDR's parents before guesses (`es-MX` takes `es-419` before `es-ES`).

use icu_locale::{LanguageIdentifier, LocaleExpander, TransformResult};

use super::LocaleId;
use super::fallback::parents;

/// How much is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strategy {
    /// Everything that suits, best first.
    Filtering,
    /// The best for each wish.
    Matching,
    /// The one best.
    Lookup,
}

/// Those of `available` that suit the wishes, best first; at last `default`, unless it is there already (or, when looking for one
/// only, something else is). Tags that are none are passed over.
pub fn negotiate<'a>(
    wishes: &[&str],
    available: &[&'a str],
    default: Option<&'a str>,
    strategy: Strategy,
) -> Vec<&'a str> {
    let mut open: Vec<(&str, LanguageIdentifier)> = available
        .iter()
        .filter_map(|tag| Some((*tag, identifier(tag)?)))
        .collect();
    let mut found: Vec<&str> = Vec::new();
    for wish in wishes.iter().filter_map(|tag| identifier(tag)) {
        let suited = suit(&wish, &mut open, strategy);
        let done = !suited.is_empty() && strategy == Strategy::Lookup;
        found.extend(suited);
        if done {
            break;
        }
    }
    if let Some(default) = default {
        let wanted = match strategy {
            Strategy::Lookup => found.is_empty(),
            Strategy::Filtering | Strategy::Matching => !found.contains(&default),
        };
        if wanted {
            found.push(default);
        }
    }
    found
}

/// The one language that suits an `Accept-Language` header best; `None` when none does.
pub fn choose<'a>(header: &str, available: &[&'a str]) -> Option<&'a str> {
    let wishes = accepted(header);
    let wishes: Vec<&str> = wishes.iter().map(String::as_str).collect();
    let found = negotiate(&wishes, available, None, Strategy::Lookup);
    found.first().copied()
}

/// The languages of an `Accept-Language` header, the most wanted first: by weight (`;q=0.8`), then by place. What has the weight
/// nought, is `*`, or is no tag, is left out.
pub fn accepted(header: &str) -> Vec<String> {
    let mut wishes: Vec<(f32, &str)> = header
        .split(',')
        .filter_map(|wish| {
            let mut parts = wish.split(';').map(str::trim);
            let tag = parts.next().filter(|tag| identifier(tag).is_some())?;
            let weight = parts.find_map(|part| {
                let (name, value) = part.split_once('=')?;
                let is_weight = name.trim().eq_ignore_ascii_case("q");
                is_weight.then(|| value.trim().parse::<f32>().unwrap_or(0.0))
            });
            Some((weight.unwrap_or(1.0), tag))
        })
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    wishes.sort_by(|(left, _), (right, _)| right.total_cmp(left));
    wishes.into_iter().map(|(_, tag)| tag.to_owned()).collect()
}

/// A tag in its canonical form; `_` may stand for `-`.
fn identifier(tag: &str) -> Option<LanguageIdentifier> {
    let tag = tag.trim().replace('_', "-");
    if tag.eq_ignore_ascii_case("und") {
        return tag.parse().ok();
    }
    let mut id = LocaleId::parse(&tag)?.icu().id;
    // Norwegian without more is Bokmål: browsers ask for either.
    if id.language.as_str() == "no" {
        id.language = "nb".parse().ok()?;
    }
    Some(id)
}

/// Which of two tags may leave subtags open that the other names.
#[derive(Clone, Copy)]
enum Open {
    Neither,
    Available,
    Both,
}

/// Takes those out of `open` that suit one wish.
fn suit<'a>(
    wish: &LanguageIdentifier,
    open: &mut Vec<(&'a str, LanguageIdentifier)>,
    strategy: Strategy,
) -> Vec<&'a str> {
    let mut found = Vec::new();
    for (wish, range) in steps(wish) {
        open.retain(|(tag, id)| {
            let one = strategy != Strategy::Filtering && !found.is_empty();
            let suits = !one && matches(id, &wish, range);
            if suits {
                found.push(*tag);
            }
            !suits
        });
        if strategy != Strategy::Filtering && !found.is_empty() {
            break;
        }
    }
    found
}

/// The wish itself and what stands for it, the nearest first.
fn steps(wish: &LanguageIdentifier) -> Vec<(LanguageIdentifier, Open)> {
    let mut steps = vec![
        (wish.clone(), Open::Neither),
        (wish.clone(), Open::Available),
    ];
    if wish.language.is_unknown() {
        return steps;
    }
    let ancestors = LocaleId::parse(&wish.to_string()).map_or_else(Vec::new, |id| parents(&id));
    let ancestors = ancestors.iter().map(|id| (id.icu().id, Open::Neither));
    steps.extend(ancestors);
    let mut wish = wish.clone();
    if maximize(&mut wish) {
        steps.push((wish.clone(), Open::Available));
    }
    wish.variants.clear();
    steps.push((wish.clone(), Open::Both));
    wish.region = None;
    if maximize(&mut wish) {
        steps.push((wish.clone(), Open::Available));
    }
    wish.region = None;
    steps.push((wish, Open::Both));
    steps
}

/// Adds likely subtags; whether there was something to add.
fn maximize(id: &mut LanguageIdentifier) -> bool {
    // Up to CLDR 44; the suites of Fluent still want it, and nobody is worse off.
    if id.to_string() == "sr-RU" {
        id.script = "Latn".parse().ok();
        return true;
    }
    LocaleExpander::new_extended().maximize(id) == TransformResult::Modified
}

fn matches(available: &LanguageIdentifier, wish: &LanguageIdentifier, open: Open) -> bool {
    let (in_available, in_wish) = match open {
        Open::Neither => (false, false),
        Open::Available => (true, false),
        Open::Both => (true, true),
    };
    let variants = |id: &LanguageIdentifier| (!id.variants.is_empty()).then(|| id.variants.clone());
    available.language == wish.language
        && fits(
            available.script.as_ref(),
            wish.script.as_ref(),
            in_available,
            in_wish,
        )
        && fits(
            available.region.as_ref(),
            wish.region.as_ref(),
            in_available,
            in_wish,
        )
        && fits(
            variants(available).as_ref(),
            variants(wish).as_ref(),
            in_available,
            in_wish,
        )
}

/// Whether two subtags are the same, or one of those that may is open.
fn fits<T: PartialEq>(
    left: Option<&T>,
    right: Option<&T>,
    left_may: bool,
    right_may: bool,
) -> bool {
    left == right || (left_may && left.is_none()) || (right_may && right.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: [&str; 9] = [
        "ar-SA", "de-DE", "en-US", "es-419", "es-ES", "nb-NO", "pt-BR", "zh-CN", "zh-TW",
    ];

    #[test]
    fn a_reader_gets_the_nearest_language_of_the_site() {
        let chosen = |header| choose(header, &SITE);
        assert_eq!(chosen("de-AT,de;q=0.9,en;q=0.8"), Some("de-DE"));
        assert_eq!(chosen("fr-FR,en;q=0.5,de;q=0.7"), Some("de-DE"));
        assert_eq!(chosen("es-MX"), Some("es-419"));
        assert_eq!(chosen("es"), Some("es-ES"));
        assert_eq!(chosen("zh-HK"), Some("zh-TW"));
        assert_eq!(chosen("zh"), Some("zh-CN"));
        assert_eq!(chosen("no"), Some("nb-NO"));
        assert_eq!(chosen("pt-PT, *;q=0.1"), Some("pt-BR"));
        assert_eq!(chosen("ar"), Some("ar-SA"));
        assert_eq!(chosen("en-AU"), Some("en-US"));
        for nothing in ["", "*", "ja", "de;q=0", "not a tag", ";;;,,,", "\u{0}"] {
            assert_eq!(chosen(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn wishes_are_taken_by_weight_and_then_by_place() {
        assert_eq!(
            accepted("fr;q=0.5, de , en-US;Q=0.9, it;q=1.0,sv;q=0"),
            ["de", "it", "en-US", "fr"]
        );
        assert_eq!(accepted("en-US;0.9,pl;0.8"), ["en-US", "pl"]);
        assert_eq!(accepted("en;q=wrong, fr"), ["fr"]);
    }
}
