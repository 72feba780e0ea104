//! What raw HTML may be at each level, as data for the manual: its tables are compared with this in a test.

use super::tags::{self, Element, Holds, Place};
use super::{levels, urls};
use crate::model::HtmlLevel;

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is published.
    Kept,
    /// It is published under this name.
    As(&'static str),
    /// Its tags are removed, and what it holds stays.
    Unwrapped,
    /// It is removed with all it holds.
    Removed,
}

/// An element and what becomes of it.
#[derive(Clone, Debug)]
pub struct AllowedElement {
    /// Its name.
    pub name: &'static str,
    /// Its fate in strict, standard and trusted files.
    pub fates: [Fate; 3],
    /// Attributes that strict and standard files may give it beside those of all elements.
    pub attributes: Vec<&'static str>,
}

/// All that is allowed.
#[derive(Clone, Debug)]
pub struct Allowed {
    /// Every element of HTML, by name.
    pub elements: Vec<AllowedElement>,
    /// Attributes of every element in standard files.
    pub attributes: &'static [&'static str],
    /// The same in strict files.
    pub strict_attributes: &'static [&'static str],
    /// Attributes that are left out as old presentation.
    pub idle_attributes: &'static [&'static str],
    /// Classes in standard files.
    pub classes: &'static [&'static str],
    /// Beginnings of such classes.
    pub class_prefixes: &'static [&'static str],
    /// Schemes of links in standard and trusted files.
    pub schemes: &'static [&'static str],
    /// Beginnings of such schemes.
    pub scheme_prefixes: &'static [&'static str],
    /// Schemes of links in strict files.
    pub strict_schemes: &'static [&'static str],
    /// Schemes that no file may use.
    pub forbidden_schemes: &'static [&'static str],
    /// Kinds of pictures in addresses.
    pub pictures: &'static [&'static str],
}

/// The lists as they are.
pub fn allowed() -> Allowed {
    let mut elements: Vec<AllowedElement> = tags::ELEMENTS
        .iter()
        .map(|element| AllowedElement {
            name: element.name,
            fates: HtmlLevel::ALL.map(|level| fate(level, element)),
            attributes: element.attributes.to_vec(),
        })
        .collect();
    elements.sort_by_key(|element| element.name);
    Allowed {
        elements,
        attributes: tags::GLOBAL,
        strict_attributes: levels::STRICT_GLOBAL,
        idle_attributes: tags::IDLE,
        classes: tags::CLASSES,
        class_prefixes: tags::CLASS_PREFIXES,
        schemes: urls::LISTED,
        scheme_prefixes: urls::LISTED_PREFIXES,
        strict_schemes: urls::STRICT,
        forbidden_schemes: urls::FORBIDDEN,
        pictures: urls::PICTURES,
    }
}

fn fate(level: HtmlLevel, element: &Element) -> Fate {
    let element = levels::element(level, element.name, true).unwrap_or(element);
    match element.place {
        Place::NowhereWithContents => Fate::Removed,
        Place::Nowhere if element.holds == Holds::Nothing => Fate::Removed,
        Place::Nowhere => Fate::Unwrapped,
        _ if level == HtmlLevel::Strict && !levels::is_strict(element.name) => {
            if element.holds == Holds::Nothing {
                Fate::Removed
            } else {
                Fate::Unwrapped
            }
        }
        _ if element.written != element.name => Fate::As(element.written),
        _ => Fate::Kept,
    }
}
