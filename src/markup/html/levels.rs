//! What the levels of trust change about raw HTML: elements that only trusted files may use, and what strict files keep.
//!
//! In: the name of a tag and a level. Out: the [`Element`] that it is at this level. The elements of articles stand in `tags`.

use super::tags::{self, Element, Holds, Place};
use crate::model::HtmlLevel;

/// The element of that name at a level, in lower case; `None`: no element, shown as text.
pub(super) fn element(level: HtmlLevel, name: &str, block: bool) -> Option<&'static Element> {
    if level != HtmlLevel::Trusted {
        return tags::element(name);
    }
    let trusted = TRUSTED
        .binary_search_by(|element| element.name.cmp(name))
        .ok()
        .map(|at| &TRUSTED[at]);
    trusted
        .or_else(|| tags::element(name))
        .or_else(|| foreign(name))
        .or_else(|| is_custom(name).then_some(if block { &CUSTOM_BLOCK } else { &CUSTOM_WORDS }))
}

/// The part of a drawing or a formula of that name.
pub(super) fn foreign(name: &str) -> Option<&'static Element> {
    match name {
        "foreignobject" => Some(&FOREIGN_OBJECT),
        _ => FOREIGN.binary_search(&name).ok().map(|_| &FOREIGN_PART),
    }
}

/// Whether a strict file keeps an element that articles may use.
pub(super) fn is_strict(name: &str) -> bool {
    STRICT.binary_search(&name).is_ok()
}

/// Whether a name can be that of an element that a script of the project defines: a letter, and a hyphen somewhere.
fn is_custom(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.contains('-')
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
}

const fn part(name: &'static str, place: Place, holds: Holds) -> Element {
    Element {
        name,
        written: name,
        place,
        holds,
        attributes: &[],
    }
}

/// A part of a drawing or a formula; its name is that of its tag.
static FOREIGN_PART: Element = part("", Place::Foreign, Holds::Foreign);

/// HTML within a drawing.
static FOREIGN_OBJECT: Element = part("foreignobject", Place::Foreign, Holds::Flow);

/// An element that a script of the project defines, among paragraphs; its name is that of its tag.
static CUSTOM_BLOCK: Element = part("", Place::Flow, Holds::Flow);

/// The same among words.
static CUSTOM_WORDS: Element = part("", Place::Phrasing, Holds::Phrasing);

/// What trusted files may use beside the elements of articles, sorted by name.
static TRUSTED: &[Element] = &[
    part("area", Place::Within(&["map"]), Holds::Nothing),
    part("button", Place::Phrasing, Holds::Phrasing),
    part("canvas", Place::Phrasing, Holds::Phrasing),
    part("data", Place::Phrasing, Holds::Phrasing),
    part("datalist", Place::Phrasing, Holds::Parts),
    part("dialog", Place::Flow, Holds::Flow),
    part("embed", Place::Phrasing, Holds::Nothing),
    part("fieldset", Place::Flow, Holds::Flow),
    part("form", Place::Flow, Holds::Flow),
    part("hgroup", Place::Flow, Holds::Flow),
    part("iframe", Place::Phrasing, Holds::Raw),
    part("input", Place::Phrasing, Holds::Nothing),
    part("label", Place::Phrasing, Holds::Phrasing),
    part("legend", Place::Within(&["fieldset"]), Holds::Phrasing),
    part("link", Place::Phrasing, Holds::Nothing),
    part("map", Place::Phrasing, Holds::Phrasing),
    part("math", Place::Phrasing, Holds::Foreign),
    part("meter", Place::Phrasing, Holds::Phrasing),
    part("object", Place::Phrasing, Holds::Phrasing),
    part(
        "optgroup",
        Place::Within(&["datalist", "select"]),
        Holds::Parts,
    ),
    part(
        "option",
        Place::Within(&["datalist", "optgroup", "select"]),
        Holds::Phrasing,
    ),
    part("output", Place::Phrasing, Holds::Phrasing),
    part("param", Place::Within(&["object"]), Holds::Nothing),
    part("picture", Place::Phrasing, Holds::Phrasing),
    part("progress", Place::Phrasing, Holds::Phrasing),
    part("script", Place::Phrasing, Holds::Raw),
    part("search", Place::Flow, Holds::Flow),
    part("select", Place::Phrasing, Holds::Parts),
    part("slot", Place::Phrasing, Holds::Phrasing),
    part("style", Place::Phrasing, Holds::Raw),
    part("svg", Place::Phrasing, Holds::Foreign),
    part("template", Place::Flow, Holds::Flow),
    part("textarea", Place::Phrasing, Holds::Raw),
    part("track", Place::Within(&["audio", "video"]), Holds::Nothing),
];

/// What strict files keep of the elements of articles, sorted: words, and what gives a text its structure.
static STRICT: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Elements that browsers do not let stand in themselves.
pub(super) const ALONE: [&str; 3] = ["button", "form", "select"];

/// Attributes that any element of a strict file keeps.
pub(super) const STRICT_GLOBAL: &[&str] = &["dir", "id", "lang", "title", "translate"];

/// Attributes of trusted files whose value is an address: its scheme is looked at whatever the level.
pub(super) const ADDRESSES: &[&str] = &[
    "action",
    "background",
    "cite",
    "codebase",
    "data",
    "formaction",
    "href",
    "longdesc",
    "manifest",
    "ping",
    "poster",
    "src",
    "xlink:href",
];

/// Parts of drawings (SVG 2) and formulas (`MathML` Core), sorted, in lower case: browsers know how they are spelt.
static FOREIGN: &[&str] = &[
    "a",
    "animate",
    "animatemotion",
    "animatetransform",
    "annotation",
    "circle",
    "clippath",
    "defs",
    "desc",
    "ellipse",
    "feblend",
    "fecolormatrix",
    "fecomponenttransfer",
    "fecomposite",
    "feconvolvematrix",
    "fediffuselighting",
    "fedisplacementmap",
    "fedistantlight",
    "fedropshadow",
    "feflood",
    "fefunca",
    "fefuncb",
    "fefuncg",
    "fefuncr",
    "fegaussianblur",
    "feimage",
    "femerge",
    "femergenode",
    "femorphology",
    "feoffset",
    "fepointlight",
    "fespecularlighting",
    "fespotlight",
    "fetile",
    "feturbulence",
    "filter",
    "g",
    "image",
    "line",
    "lineargradient",
    "marker",
    "mask",
    "menclose",
    "merror",
    "metadata",
    "mfenced",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mpath",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialgradient",
    "rect",
    "script",
    "semantics",
    "set",
    "stop",
    "style",
    "switch",
    "symbol",
    "text",
    "textpath",
    "title",
    "tspan",
    "use",
    "view",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_so_that_each_name_is_found() {
        assert!(TRUSTED.windows(2).all(|pair| pair[0].name < pair[1].name));
        assert!(STRICT.is_sorted());
        assert!(FOREIGN.is_sorted());
    }

    #[test]
    fn what_strict_files_keep_is_kept_by_all() {
        for name in STRICT {
            let element = tags::element(name).expect("an element");
            let is_kept = !matches!(element.place, Place::Nowhere | Place::NowhereWithContents);
            assert!(is_kept, "{name}");
        }
    }
}
