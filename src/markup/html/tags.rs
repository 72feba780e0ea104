//! The elements that raw HTML may use, as data: what each is, what it may hold, which attributes it keeps.
//!
//! In: the name of a tag. Out: its [`Element`], or nothing when HTML has no such element. What is done about it stands in `balance`.

/// What polydoc knows of an element.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// Lower case.
    pub(super) name: &'static str,
    /// The name it is published under.
    pub(super) written: &'static str,
    /// Where it may stand.
    pub(super) place: Place,
    /// What may stand in it.
    pub(super) holds: Holds,
    /// Attributes it keeps beside [`GLOBAL`].
    pub(super) attributes: &'static [&'static str],
}

/// Where an element may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Among words.
    Phrasing,
    /// Among paragraphs.
    Flow,
    /// Only directly in one of these.
    Within(&'static [&'static str]),
    /// Only in a drawing or a formula.
    Foreign,
    /// Nowhere: the tag is removed, what it holds stays.
    Nowhere,
    /// Nowhere: the element is removed with all it holds.
    NowhereWithContents,
}

/// What an element may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// Nothing: it has no end tag.
    Nothing,
    /// Words.
    Phrasing,
    /// Paragraphs and words.
    Flow,
    /// Only elements that name it in [`Place::Within`].
    Parts,
    /// Parts of a drawing or a formula, and words.
    Foreign,
    /// What is no markup, up to its end tag.
    Raw,
}

/// Attributes that every allowed element keeps.
pub(super) const GLOBAL: &[&str] = &[
    "aria-hidden",
    "aria-label",
    "class",
    "dir",
    "id",
    "lang",
    "role",
    "title",
    "translate",
];

/// Attributes of old presentation, dropped without a word: they neither harm nor help.
pub(super) const IDLE: &[&str] = &[
    "allowfullscreen",
    "background",
    "bgcolor",
    "border",
    "bordercolor",
    "cellpadding",
    "cellspacing",
    "clear",
    "color",
    "compact",
    "crossorigin",
    "decoding",
    "face",
    "frame",
    "frameborder",
    "height",
    "hspace",
    "loading",
    "noshade",
    "nowrap",
    "referrerpolicy",
    "rel",
    "rules",
    "size",
    "sizes",
    "summary",
    "target",
    "valign",
    "vspace",
    "width",
];

/// Classes that content may use; the theme styles them.
pub(super) const CLASSES: &[&str] = &[
    "align-center",
    "align-left",
    "align-right",
    "checklist",
    "lead",
    "mx-imgBorder",
    "mx-tdBreakAll",
    "mx-tdCol2BreakAll",
    "nextstepaction",
    "no-loc",
    "notranslate",
    "op_multi_selector",
    "op_single_selector",
    "step-by-step",
    "unresolved",
];

/// Beginnings of classes that content may use.
pub(super) const CLASS_PREFIXES: &[&str] = &["language-"];

/// Ids that belong to the theme and the writer begin with one of these; content cannot have them.
pub(super) const RESERVED_IDS: &[&str] = &["theme:", "footnote:"];

/// The element of that name, which must be in lower case.
pub(super) fn element(name: &str) -> Option<&'static Element> {
    let at = ELEMENTS
        .binary_search_by(|element| element.name.cmp(name))
        .ok()?;
    Some(&ELEMENTS[at])
}

/// Whether the contents of an element are a program, to be dropped even when it never ends.
pub(super) fn is_code(name: &str) -> bool {
    matches!(name, "script" | "style")
}

/// Whether an element has neither contents nor an end tag.
pub(super) fn is_void(name: &str) -> bool {
    element(name).is_some_and(|element| element.holds == Holds::Nothing)
}

/// Whether an element may stay open in HTML; nobody is told when its end tag is missing.
pub(super) fn may_stay_open(name: &str) -> bool {
    matches!(
        name,
        "caption"
            | "colgroup"
            | "dd"
            | "dt"
            | "li"
            | "optgroup"
            | "option"
            | "p"
            | "rp"
            | "rt"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
    )
}

const fn kept(
    name: &'static str,
    place: Place,
    holds: Holds,
    attributes: &'static [&'static str],
) -> Element {
    Element {
        name,
        written: name,
        place,
        holds,
        attributes,
    }
}

const fn words(name: &'static str) -> Element {
    kept(name, Place::Phrasing, Holds::Phrasing, &[])
}

const fn block(name: &'static str) -> Element {
    kept(name, Place::Flow, Holds::Flow, &["align"])
}

const fn line(name: &'static str) -> Element {
    kept(name, Place::Flow, Holds::Phrasing, &["align"])
}

const fn renamed(name: &'static str, written: &'static str, place: Place, holds: Holds) -> Element {
    Element {
        name,
        written,
        place,
        holds,
        attributes: &[],
    }
}

const fn tag_removed(name: &'static str) -> Element {
    kept(name, Place::Nowhere, Holds::Flow, &[])
}

const fn void_removed(name: &'static str) -> Element {
    kept(name, Place::Nowhere, Holds::Nothing, &[])
}

const fn removed(name: &'static str) -> Element {
    kept(name, Place::NowhereWithContents, Holds::Flow, &[])
}

const CELL: &[&str] = &["align", "colspan", "headers", "rowspan", "scope"];
const SECTIONS: &[&str] = &["table", "tbody", "tfoot", "thead"];

/// A tag without meaning, which is removed.
pub(super) static UNKNOWN: Element = tag_removed("");

/// Every element of HTML, sorted by name.
pub(super) static ELEMENTS: &[Element] = &[
    kept(
        "a",
        Place::Phrasing,
        Holds::Phrasing,
        &["href", "hreflang", "name"],
    ),
    words("abbr"),
    renamed("acronym", "abbr", Place::Phrasing, Holds::Phrasing),
    block("address"),
    removed("applet"),
    void_removed("area"),
    block("article"),
    block("aside"),
    kept(
        "audio",
        Place::Phrasing,
        Holds::Phrasing,
        &["controls", "loop", "muted", "preload", "src"],
    ),
    words("b"),
    void_removed("base"),
    void_removed("basefont"),
    words("bdi"),
    words("bdo"),
    void_removed("bgsound"),
    renamed("big", "span", Place::Phrasing, Holds::Phrasing),
    tag_removed("blink"),
    kept("blockquote", Place::Flow, Holds::Flow, &["cite"]),
    tag_removed("body"),
    kept("br", Place::Phrasing, Holds::Nothing, &[]),
    tag_removed("button"),
    removed("canvas"),
    kept(
        "caption",
        Place::Within(&["table"]),
        Holds::Flow,
        &["align"],
    ),
    renamed("center", "div", Place::Flow, Holds::Flow),
    words("cite"),
    words("code"),
    kept(
        "col",
        Place::Within(&["colgroup", "table"]),
        Holds::Nothing,
        &["span"],
    ),
    kept(
        "colgroup",
        Place::Within(&["table"]),
        Holds::Parts,
        &["span"],
    ),
    void_removed("command"),
    tag_removed("data"),
    tag_removed("datalist"),
    kept("dd", Place::Within(&["dl"]), Holds::Flow, &[]),
    kept(
        "del",
        Place::Phrasing,
        Holds::Phrasing,
        &["cite", "datetime"],
    ),
    kept("details", Place::Flow, Holds::Flow, &["open"]),
    words("dfn"),
    tag_removed("dialog"),
    renamed("dir", "ul", Place::Flow, Holds::Parts),
    block("div"),
    kept("dl", Place::Flow, Holds::Parts, &[]),
    kept("dt", Place::Within(&["dl"]), Holds::Phrasing, &[]),
    words("em"),
    void_removed("embed"),
    tag_removed("fieldset"),
    kept("figcaption", Place::Within(&["figure"]), Holds::Flow, &[]),
    block("figure"),
    renamed("font", "span", Place::Phrasing, Holds::Phrasing),
    block("footer"),
    tag_removed("form"),
    void_removed("frame"),
    tag_removed("frameset"),
    line("h1"),
    line("h2"),
    line("h3"),
    line("h4"),
    line("h5"),
    line("h6"),
    tag_removed("head"),
    block("header"),
    tag_removed("hgroup"),
    kept("hr", Place::Flow, Holds::Nothing, &[]),
    tag_removed("html"),
    words("i"),
    removed("iframe"),
    void_removed("image"),
    kept(
        "img",
        Place::Phrasing,
        Holds::Nothing,
        &["align", "alt", "height", "src", "width"],
    ),
    void_removed("input"),
    kept(
        "ins",
        Place::Phrasing,
        Holds::Phrasing,
        &["cite", "datetime"],
    ),
    void_removed("isindex"),
    words("kbd"),
    void_removed("keygen"),
    tag_removed("label"),
    tag_removed("legend"),
    kept(
        "li",
        Place::Within(&["dir", "ol", "ul"]),
        Holds::Flow,
        &["value"],
    ),
    void_removed("link"),
    removed("listing"),
    tag_removed("main"),
    tag_removed("map"),
    words("mark"),
    tag_removed("marquee"),
    removed("math"),
    tag_removed("menu"),
    tag_removed("menuitem"),
    void_removed("meta"),
    tag_removed("meter"),
    block("nav"),
    renamed("nobr", "span", Place::Phrasing, Holds::Phrasing),
    removed("noembed"),
    removed("noframes"),
    removed("noscript"),
    removed("object"),
    kept(
        "ol",
        Place::Flow,
        Holds::Parts,
        &["reversed", "start", "type"],
    ),
    tag_removed("optgroup"),
    tag_removed("option"),
    tag_removed("output"),
    line("p"),
    void_removed("param"),
    tag_removed("picture"),
    tag_removed("plaintext"),
    tag_removed("portal"),
    kept("pre", Place::Flow, Holds::Phrasing, &[]),
    tag_removed("progress"),
    kept("q", Place::Phrasing, Holds::Phrasing, &["cite"]),
    kept("rp", Place::Within(&["ruby"]), Holds::Phrasing, &[]),
    kept("rt", Place::Within(&["ruby"]), Holds::Phrasing, &[]),
    words("ruby"),
    words("s"),
    words("samp"),
    removed("script"),
    tag_removed("search"),
    block("section"),
    tag_removed("select"),
    tag_removed("slot"),
    words("small"),
    kept(
        "source",
        Place::Within(&["audio", "picture", "video"]),
        Holds::Nothing,
        &["src", "type"],
    ),
    words("span"),
    renamed("strike", "s", Place::Phrasing, Holds::Phrasing),
    words("strong"),
    removed("style"),
    words("sub"),
    kept("summary", Place::Within(&["details"]), Holds::Phrasing, &[]),
    words("sup"),
    removed("svg"),
    kept("table", Place::Flow, Holds::Parts, &[]),
    kept("tbody", Place::Within(&["table"]), Holds::Parts, &[]),
    kept("td", Place::Within(&["tr"]), Holds::Flow, CELL),
    removed("template"),
    removed("textarea"),
    kept("tfoot", Place::Within(&["table"]), Holds::Parts, &[]),
    kept("th", Place::Within(&["tr"]), Holds::Flow, CELL),
    kept("thead", Place::Within(&["table"]), Holds::Parts, &[]),
    kept("time", Place::Phrasing, Holds::Phrasing, &["datetime"]),
    removed("title"),
    kept("tr", Place::Within(SECTIONS), Holds::Parts, &[]),
    void_removed("track"),
    renamed("tt", "code", Place::Phrasing, Holds::Phrasing),
    words("u"),
    kept("ul", Place::Flow, Holds::Parts, &[]),
    words("var"),
    kept(
        "video",
        Place::Phrasing,
        Holds::Phrasing,
        &[
            "controls",
            "height",
            "loop",
            "muted",
            "playsinline",
            "poster",
            "preload",
            "src",
            "width",
        ],
    ),
    kept("wbr", Place::Phrasing, Holds::Nothing, &[]),
    removed("xmp"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_elements_are_sorted_so_that_each_is_found() {
        assert!(ELEMENTS.windows(2).all(|pair| pair[0].name < pair[1].name));
    }

    #[test]
    fn what_holds_an_element_is_an_element() {
        for element in ELEMENTS {
            if let Place::Within(parents) = element.place {
                assert!(
                    parents
                        .iter()
                        .all(|parent| super::element(parent).is_some()),
                    "{}",
                    element.name
                );
            }
        }
    }
}
