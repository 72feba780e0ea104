//! What a chain of redirects means for the author's link: which language was added, what else has changed.

/// The same address over `https`.
pub(super) fn secured(url: &str) -> String {
    url.replacen("http://", "https://", 1)
}

/// Whether redirects did nothing but go from `http` to `https` (of another port, when one is written).
pub(super) fn is_upgrade(from: &str, to: &str) -> bool {
    let (Ok(mut from), Ok(mut to)) = (url::Url::parse(from), url::Url::parse(to)) else {
        return false;
    };
    if (from.scheme(), to.scheme()) != ("http", "https") {
        return false;
    }
    to.set_fragment(None);
    // Another scheme cannot be set with a port that is the usual one of either.
    let is_portless = from.set_port(None).is_ok() && to.set_port(None).is_ok();
    is_portless && secured(from.as_str()) == to.as_str()
}

/// Where an author's link should lead, given where the redirects led: the author's choice of a language, or of none, stays.
pub(super) fn suggestion(written: &str, landed: &str) -> String {
    let (Ok(from), Ok(mut to)) = (url::Url::parse(written), url::Url::parse(landed)) else {
        return landed.to_owned();
    };
    let Some(added) = language_and_region(&to) else {
        return landed.to_owned();
    };
    let path = to.path()[1 + added.len()..].to_owned();
    let path = match language_and_region(&from) {
        Some(chosen) => format!("/{chosen}{path}"),
        None => path,
    };
    to.set_path(&path);
    to.to_string()
}

/// Whether a redirect did nothing but put a language in front of the path: `/guide` became `/fr-fr/guide` or `/fr/guide`.
pub(super) fn only_adds_language(from: &str, to: &str) -> bool {
    let (Ok(from), Ok(mut to)) = (url::Url::parse(from), url::Url::parse(to)) else {
        return false;
    };
    let Some(first) = first_segment(&to).filter(|first| is_language(first) || is_region(first))
    else {
        return false;
    };
    let rest = match &to.path()[1 + first.len()..] {
        "" => "/".to_owned(),
        rest => rest.to_owned(),
    };
    to.set_path(&rest);
    to.set_fragment(None);
    from == to
}

/// The first segment of a path when it is a language with a region.
fn language_and_region(url: &url::Url) -> Option<String> {
    first_segment(url).filter(|first| is_region(first))
}

fn first_segment(url: &url::Url) -> Option<String> {
    Some(url.path_segments()?.next()?.to_owned())
}

/// `fr`.
fn is_language(segment: &str) -> bool {
    letters(segment, 2)
}

/// `fr-fr`, `sr-latn-rs`.
fn is_region(segment: &str) -> bool {
    match segment.split('-').collect::<Vec<_>>()[..] {
        [language, region] => letters(language, 2) && letters(region, 2),
        [language, script, region] => {
            letters(language, 2) && letters(script, 4) && letters(region, 2)
        }
        _ => false,
    }
}

fn letters(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_an_author_chose_stays() {
        for (written, landed, expected) in [
            (
                "https://a.example/x",
                "https://a.example/en-us/y",
                "https://a.example/y",
            ),
            (
                "https://a.example/fr-fr/x",
                "https://b.example/en-us/y#z",
                "https://b.example/fr-fr/y#z",
            ),
            (
                "https://a.example/x",
                "https://a.example/sr-latn-rs/x",
                "https://a.example/x",
            ),
            (
                "https://a.example/x",
                "https://a.example/en/y",
                "https://a.example/en/y",
            ),
        ] {
            assert_eq!(suggestion(written, landed), expected);
        }
    }

    #[test]
    fn a_language_in_front_is_told_from_another_page() {
        let adds = |to| only_adds_language("https://a.example/x", to);
        assert!(adds("https://a.example/fr/x") && adds("https://a.example/zh-hans-cn/x"));
        assert!(only_adds_language(
            "https://a.example/",
            "https://a.example/fr-fr"
        ));
        for to in [
            "https://a.example/guide/x",
            "https://a.example/fr/y",
            "https://b.example/fr/x",
            "https://a.example/x",
        ] {
            assert!(!adds(to), "{to}");
        }
    }

    #[test]
    fn an_upgrade_changes_the_scheme_and_perhaps_the_port() {
        assert!(is_upgrade("http://a.example/x", "https://a.example/x"));
        assert!(is_upgrade(
            "http://a.example:8080/x",
            "https://a.example:8443/x"
        ));
        assert!(!is_upgrade("http://a.example/x", "https://a.example/y"));
        assert!(!is_upgrade("http://a.example/x", "https://www.a.example/x"));
        assert!(!is_upgrade("https://a.example/x", "https://a.example/x"));
    }
}
