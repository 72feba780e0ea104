//! A second opinion on written HTML, with lists of its own: only what may be there, well nested as a browser would nest it.

use html5gum::{Token, Tokenizer};

/// Elements that a page's body may hold.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "audio",
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
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "li",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "source",
    "span",
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
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];

/// Attributes that they may have.
const ATTRIBUTES: &[&str] = &[
    "alt",
    "aria-hidden",
    "aria-label",
    "checked",
    "cite",
    "class",
    "colspan",
    "controls",
    "data-done",
    "data-embed",
    "data-moniker",
    "data-pivot",
    "data-tab",
    "data-tab-when",
    "data-target",
    "datetime",
    "decoding",
    "dir",
    "disabled",
    "headers",
    "height",
    "href",
    "hreflang",
    "id",
    "lang",
    "loading",
    "loop",
    "muted",
    "open",
    "playsinline",
    "poster",
    "preload",
    "reversed",
    "role",
    "rowspan",
    "scope",
    "span",
    "src",
    "start",
    "tabindex",
    "title",
    "translate",
    "type",
    "value",
    "width",
];

const VOID: &[&str] = &["br", "col", "hr", "img", "input", "source", "wbr"];

/// Elements that cannot stand in a paragraph: a browser would end the paragraph before them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// Schemes that may be in an address, as a browser reads it.
fn is_harmless(name: &str, address: &str) -> bool {
    let read: String = address
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let read = read
        .trim_start_matches(|c: char| c <= ' ')
        .to_ascii_lowercase();
    let Some((scheme, rest)) = read.split_once(':') else {
        return true;
    };
    if scheme.contains(['/', '?', '#'])
        || !scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    {
        return true;
    }
    let picture = [
        "image/png",
        "image/gif",
        "image/jpeg",
        "image/jpg",
        "image/webp",
    ]
    .iter()
    .any(|picture| rest.starts_with(picture));
    match scheme {
        "data" => name == "src" && picture,
        "javascript" | "vbscript" | "file" | "blob" | "about" | "view-source" => false,
        _ => true,
    }
}

/// What is wrong with HTML that polydoc wrote; `None` when nothing is.
pub(crate) fn objection(html: &str) -> Option<String> {
    let mut open: Vec<String> = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                // The one button that the writer makes itself.
                let own = [("class", "copy"), ("type", "button")];
                let has = |(key, value): &(&str, &str)| {
                    tag.attributes
                        .iter()
                        .any(|(name, found)| text(name) == *key && text(found) == *value)
                };
                if name == "button" && tag.attributes.len() == 3 && own.iter().all(has) {
                    open.push(name);
                    continue;
                }
                if !ELEMENTS.contains(&name.as_str()) {
                    return Some(format!("<{name}> is not allowed"));
                }
                for (attribute, value) in &tag.attributes {
                    let (attribute, value) = (text(attribute), text(value));
                    if !ATTRIBUTES.contains(&attribute.as_str()) {
                        return Some(format!("{attribute} is not allowed on <{name}>"));
                    }
                    let is_address =
                        matches!(attribute.as_str(), "href" | "src" | "cite" | "poster");
                    if is_address && !is_harmless(&attribute, &value) {
                        return Some(format!("<{name}> leads to {value}"));
                    }
                }
                if let Some(wrong) = misplaced(&name, &open) {
                    return Some(wrong);
                }
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                let last = open.pop();
                if last.as_deref() != Some(&name) {
                    return Some(format!("</{name}> ends {last:?}"));
                }
            }
            Token::Comment(_) | Token::Doctype(_) => return Some("a comment was written".into()),
            Token::String(_) | Token::Error(_) => {}
        }
    }
    open.pop().map(|name| format!("<{name}> is not closed"))
}

/// Why a browser would not nest a tag as it is written.
fn misplaced(name: &str, open: &[String]) -> Option<String> {
    let is_open = |other: &str| open.iter().any(|open| open == other);
    let parent = open.last().map_or("", String::as_str);
    let parents: &[&str] = match name {
        "li" => &["ul", "ol"],
        "dt" | "dd" => &["dl"],
        "td" | "th" => &["tr"],
        "tr" => &["thead", "tbody", "tfoot", "table"],
        "thead" | "tbody" | "tfoot" | "caption" | "colgroup" => &["table"],
        "summary" => &["details"],
        "rt" | "rp" => &["ruby"],
        _ => &[],
    };
    let orphan = !parents.is_empty() && !parents.contains(&parent);
    let in_paragraph = BLOCKS.contains(&name)
        && ["p", "h1", "h2", "h3", "h4", "h5", "h6"]
            .iter()
            .any(|words| is_open(words));
    let in_link = name == "a" && is_open("a");
    (orphan || in_paragraph || in_link).then(|| format!("<{name}> in {open:?}"))
}
