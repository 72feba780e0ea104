//! Attributes of raw HTML: which stay, under which name, and which are removed.
//!
//! In: an allowed element and its attributes as written. Out: the attributes to publish and the removed ones with their places.

use std::borrow::Cow;

use super::tags::{self, Element};
use super::tokens::Attribute;
use super::{levels, urls};
use crate::model::HtmlLevel;
use crate::source::TextRange;

/// The attributes of one tag after judgement.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) kept: Vec<(Cow<'static, str>, String, TextRange)>,
    pub(super) removed: Vec<(String, TextRange)>,
    /// Left out too, but nobody would miss them: old presentation, and what is said twice.
    pub(super) idle: Vec<(String, TextRange)>,
}

/// Judges the attributes of an element. `place` turns a place in the tag's text into one in the file.
pub(super) fn judge(
    element: &Element,
    level: HtmlLevel,
    written: Vec<Attribute>,
    place: impl Fn(&Attribute) -> TextRange,
) -> Judged {
    let mut judged = Judged::default();
    let mut classes = Vec::new();
    let mut class_range = None;
    if element.name == "center" {
        classes.push("align-center".to_owned());
    }
    for attribute in written {
        let range = place(&attribute);
        let Attribute { name, value, .. } = attribute;
        match name.as_str() {
            "class" if element.place_is_kept() => {
                class_range = Some(range);
                let (allowed, others) = partition_classes(level, &value);
                let others: Vec<String> = others.into_iter().map(str::to_owned).collect();
                classes.extend(allowed.split_ascii_whitespace().map(str::to_owned));
                if !others.is_empty() {
                    judged.removed.push((name, range));
                }
            }
            "align" if element.attributes.contains(&"align") && level != HtmlLevel::Strict => {
                class_range.get_or_insert(range);
                match aligned(&value) {
                    Some(class) => classes.push(class.to_owned()),
                    None => judged.idle.push((name, range)),
                }
            }
            _ => judge_one(element, level, name, value, range, &mut judged),
        }
    }
    if !classes.is_empty() {
        classes.dedup();
        let name = Cow::Borrowed("class");
        let class = (name, classes.join(" "), class_range.unwrap_or_default());
        judged.kept.push(class);
    }
    judged
}

/// Judges an attribute that is no class.
fn judge_one(
    element: &Element,
    level: HtmlLevel,
    name: String,
    value: String,
    range: TextRange,
    judged: &mut Judged,
) {
    let is_trusted = level == HtmlLevel::Trusted;
    let own = known(element, &name)
        .filter(|known| *known != "align" && is_kept_at(level, element, known));
    // Names that are written as they are must be read as they are.
    if is_trusted && own.is_none() && !is_plain(&name) {
        judged.removed.push((name, range));
        return;
    }
    let accepted = match own {
        Some(own) => match accepted(element, own, value.clone()) {
            Ok((name, value)) => Ok((Cow::Borrowed(name), value)),
            Err(()) if is_trusted && may_be_odd(own) => Ok((Cow::Borrowed(own), value)),
            Err(()) => Err(()),
        },
        None if is_trusted && !is_dangerous_address(&name, &value) => {
            Ok((Cow::Owned(name.clone()), value))
        }
        None if tags::IDLE.contains(&name.as_str()) || name == "align" => {
            judged.idle.push((name, range));
            return;
        }
        None => Err(()),
    };
    match accepted {
        Ok((name, _)) if judged.kept.iter().any(|(kept, ..)| *kept == name) => {
            judged.idle.push((name.into_owned(), range));
        }
        Ok((name, value)) => judged.kept.push((name, value, range)),
        Err(()) => judged.removed.push((name, range)),
    }
}

/// Whether an element keeps an attribute of its own at a level.
fn is_kept_at(level: HtmlLevel, element: &Element, name: &str) -> bool {
    level != HtmlLevel::Strict
        || element.attributes.contains(&name)
        || levels::STRICT_GLOBAL.contains(&name)
}

/// Whether a trusted file may give an attribute a value that means little: everything but names and addresses.
fn may_be_odd(name: &str) -> bool {
    !matches!(name, "id" | "name") && !levels::ADDRESSES.contains(&name)
}

/// Whether an attribute holds an address that could run a script.
fn is_dangerous_address(name: &str, value: &str) -> bool {
    let is_part = |part: &str| {
        let url = part.split_ascii_whitespace().next().unwrap_or_default();
        matches!(urls::scheme_of(url), urls::Scheme::Forbidden(_))
    };
    levels::ADDRESSES.contains(&name) && is_refused(value, &urls::Scheme::None)
        || name == "srcset" && value.split(',').any(is_part)
}

/// Whether a name stays what it is when it is written into a tag.
fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.:@#*[]()".contains(&byte))
}

impl Element {
    fn place_is_kept(&self) -> bool {
        !matches!(
            self.place,
            tags::Place::Nowhere | tags::Place::NowhereWithContents
        )
    }
}

/// The attribute's own name if the element keeps it.
fn known(element: &Element, name: &str) -> Option<&'static str> {
    element
        .attributes
        .iter()
        .chain(tags::GLOBAL)
        .find(|known| **known == name)
        .copied()
}

/// The name and value to publish.
fn accepted(
    element: &Element,
    name: &'static str,
    value: String,
) -> Result<(&'static str, String), ()> {
    let word = |allowed: &[&str]| allowed.contains(&value.to_ascii_lowercase().as_str());
    let fine = match name {
        // A `name` on a link is an id of old; two names for one place would be one too many.
        "id" | "name" => is_id(&value),
        "href" => !is_refused(&value, &urls::Scheme::Picture),
        "src" => !is_refused(&value, &urls::Scheme::None),
        "cite" | "poster" => is_web(&value),
        "dir" => word(&["ltr", "rtl", "auto"]),
        "translate" => word(&["yes", "no"]),
        "aria-hidden" => word(&["true", "false"]),
        "role" => word(&["img", "list", "listitem", "none", "note", "presentation"]),
        "scope" => word(&["row", "col", "rowgroup", "colgroup"]),
        "preload" => word(&["none", "metadata", "auto"]),
        "type" if element.name == "ol" => ["1", "a", "A", "i", "I"].contains(&value.as_str()),
        "type" => value.starts_with("video/") || value.starts_with("audio/"),
        "lang" | "hreflang" => value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
        "colspan" | "rowspan" | "span" => is_number(&value, 3),
        "width" | "height" => {
            // Other units than pixels have no place in the attribute; the theme fits images to the page.
            let pixels = value.trim().trim_end_matches("px");
            return if is_number(pixels, 5) {
                Ok((name, pixels.to_owned()))
            } else {
                Err(())
            };
        }
        "start" | "value" => is_number(value.strip_prefix('-').unwrap_or(&value), 9),
        "controls" | "loop" | "muted" | "open" | "playsinline" | "reversed" => {
            return Ok((name, String::new()));
        }
        _ => true,
    };
    match name {
        _ if !fine => Err(()),
        "name" => Ok(("id", value)),
        "dir" | "translate" | "aria-hidden" | "role" | "scope" | "preload" => {
            Ok((name, value.to_ascii_lowercase()))
        }
        _ => Ok((name, value)),
    }
}

/// Whether an address is refused here and now. Schemes that a project may allow pass: the step that resolves links judges them.
fn is_refused(url: &str, also: &urls::Scheme) -> bool {
    let scheme = urls::scheme_of(url);
    matches!(scheme, urls::Scheme::Forbidden(_)) || (*also != urls::Scheme::None && scheme == *also)
}

fn is_web(url: &str) -> bool {
    matches!(urls::scheme_of(url), urls::Scheme::Listed(scheme) if scheme == "https" || scheme == "http")
}

/// Whether an id can be an id: not empty, without blanks, not one of the theme's.
fn is_id(id: &str) -> bool {
    !id.is_empty()
        && !id.contains(|c: char| c.is_whitespace() || c.is_control())
        && !is_reserved_id(id)
}

/// Whether an id belongs to the page around an article (`theme:…`) or to its footnotes (`footnote:…`): content cannot have it.
pub fn is_reserved_id(id: &str) -> bool {
    let has_prefix = |prefix: &str| {
        id.get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    tags::RESERVED_IDS.iter().any(|prefix| has_prefix(prefix))
}

/// Whether a file of that level may use a class.
pub(in crate::markup) fn is_class_at(level: HtmlLevel, class: &str) -> bool {
    match level {
        HtmlLevel::Strict => false,
        HtmlLevel::Standard => is_class(class),
        HtmlLevel::Trusted => true,
    }
}

/// The classes of a list that a file of that level may use, and the others.
pub(in crate::markup) fn partition_classes(level: HtmlLevel, classes: &str) -> (String, Vec<&str>) {
    let (allowed, others): (Vec<&str>, Vec<&str>) = classes
        .split_ascii_whitespace()
        .partition(|class| is_class_at(level, class));
    (allowed.join(" "), others)
}

/// Whether articles may use a class. The list is what themes can rely on; everything else could imitate the page's own parts.
fn is_class(class: &str) -> bool {
    let has_prefix = |prefix: &str| {
        class.strip_prefix(prefix).is_some_and(|rest| {
            rest.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-+#_".contains(&byte))
        })
    };
    tags::CLASSES.contains(&class) || tags::CLASS_PREFIXES.iter().any(|prefix| has_prefix(prefix))
}

fn aligned(value: &str) -> Option<&'static str> {
    match value.trim().to_ascii_lowercase().as_str() {
        "left" => Some("align-left"),
        "right" => Some("align-right"),
        "center" | "middle" => Some("align-center"),
        _ => None,
    }
}

fn is_number(value: &str, digits: usize) -> bool {
    (1..=digits).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit())
}
