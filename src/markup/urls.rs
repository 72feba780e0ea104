//! Schemes of addresses.

/// What an address begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// No scheme: a path, a query or a fragment.
    None,
    /// `http` or `https`.
    Http,
    /// `data`.
    Data,
    /// Another scheme on the built-in list.
    Allowed,
    /// Any other, in lower case.
    Other(String),
}

/// The scheme of an address as browsers read it.
pub fn scheme_of(url: &str) -> Scheme {
    let clean: String = url.chars().filter(|c| !c.is_control()).collect();
    let Some((scheme, _)) = clean.trim_start().split_once(':') else { return Scheme::None };
    let mut chars = scheme.chars();
    let valid = chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'));
    if !valid {
        return Scheme::None;
    }
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => Scheme::Http,
        "data" => Scheme::Data,
        "mailto" | "tel" | "ftp" | "ms-settings" | "feedback-hub" => Scheme::Allowed,
        other => Scheme::Other(other.to_owned()),
    }
}
