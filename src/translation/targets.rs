//! What a link points to, said so that it is the same in every language: own articles by name, addresses without the parts
//! that name a language.

use crate::l10n::LocaleId;
use crate::model::{Link, RawLink, Site, Target, Unresolved};

use super::Translations;

/// Parameters of addresses whose value is a language or a country, whatever it looks like.
const LANGUAGE_PARAMETERS: [&str; 10] = [
    "ad", "culture", "hl", "lang", "language", "lcid", "locale", "mkt", "rs", "ui",
];

/// The name of a link's target.
pub(super) fn name(
    site: &Site,
    translations: &Translations,
    raw: &RawLink,
    link: Option<&Link>,
) -> Box<str> {
    let article = |key| format!("article {}", translations.work_of(key).id).into();
    match link.map(|link| &link.target) {
        Some(
            Target::Article { key, .. } | Target::Unresolved(Unresolved::NoSuchAnchor { key, .. }),
        ) => article(*key),
        // Ids of headings may be translated.
        Some(Target::Fragment(_)) => "#".into(),
        Some(Target::Unresolved(Unresolved::NoSuchFile { path, .. })) => {
            let below = path.split_once('/').map_or(&**path, |(_, below)| below);
            let name = below.strip_suffix(".md").unwrap_or(below);
            format!("article {name}").into()
        }
        Some(Target::Page(page, _)) => {
            let url = site.page(*page).url.as_str();
            let below = url.splitn(3, '/').nth(2).unwrap_or_default();
            format!("page {below}").into()
        }
        _ if raw.written.starts_with("data:") => "data".into(),
        _ => without_languages(&raw.written).into(),
    }
}

/// An address in lower case without fragment, without path segments and values of parameters that are language tags.
fn without_languages(written: &str) -> String {
    let written = written.trim();
    let (written, _) = written.split_once('#').unwrap_or((written, ""));
    let (path, query) = written.split_once('?').unwrap_or((written, ""));
    let mut name = String::with_capacity(written.len());
    for (at, segment) in path.split('/').enumerate() {
        if is_locale(segment) {
            continue;
        }
        if at > 0 {
            name.push('/');
        }
        name.push_str(segment);
    }
    while name.ends_with('/') {
        name.pop();
    }
    let mut separator = '?';
    // Some addresses have a second `?` in place of `&`.
    for parameter in query.split(['&', '?', ';']).filter(|it| !it.is_empty()) {
        let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let names_language = is_locale(value)
            || LANGUAGE_PARAMETERS
                .iter()
                .any(|own| own.eq_ignore_ascii_case(key));
        name.push(separator);
        separator = '&';
        name.push_str(key);
        if !names_language && !value.is_empty() {
            name.push('=');
            name.push_str(value);
        }
    }
    name.make_ascii_lowercase();
    name
}

/// Whether a part of an address is the tag of a language with a region, such as `fr-fr` or `zh-hans-cn`. A bare `de` is also a
/// word.
fn is_locale(segment: &str) -> bool {
    let mut parts = segment.split('-');
    let is_language = parts.next().is_some_and(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    let Some(last) = parts.next_back().filter(|_| is_language) else {
        return false;
    };
    let is_region = last.len() == 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_script =
        |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_region && parts.all(is_script) && LocaleId::parse(segment).is_some_and(|id| id.is_known())
        || is_script(last) && segment.len() == 7 && segment.starts_with("zh-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_differ_in_their_language_are_one() {
        for (written, name) in [
            (
                "https://docs.example.org/fr-fr/mail/",
                "https://docs.example.org/mail",
            ),
            (
                "https://docs.example.org/mail",
                "https://docs.example.org/mail",
            ),
            (
                "https://docs.example.org/zh-hans-cn/Mail#x",
                "https://docs.example.org/mail",
            ),
            ("/sr-Latn-RS/mail", "/mail"),
            ("/de/mail", "/de/mail"),
            ("/how-to/mail", "/how-to/mail"),
            (
                "https://example.org/a?ui=fr-FR&rs=fr-FR&ad=FR?id=7",
                "https://example.org/a?ui&rs&ad&id=7",
            ),
        ] {
            assert_eq!(without_languages(written), name, "{written}");
        }
    }
}
