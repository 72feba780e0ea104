//! What the HTML of a whole page says, for rules that judge pages as they are written.
//!
//! In: a page, frame and all. Out: [`PageFacts`]. Templates of projects are free, so nothing is taken for granted: a page may
//! lack `<html>`, and its tags need not balance.

use std::collections::HashSet;

use super::tags;
use super::tokens::{Attribute, Token, tokens};
use crate::model::{Damage, PageFacts};

/// Elements whose end tag may be left out.
const END_OPTIONAL: &[&str] = &[
    "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p",
    "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// Elements that end a paragraph when they begin in it.
const END_PARAGRAPH: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "table",
    "ul",
];

/// Elements within which a paragraph outside does not end.
const SCOPES: &[&str] = &[
    "button",
    "caption",
    "foreignobject",
    "marquee",
    "object",
    "svg",
    "table",
    "td",
    "template",
    "th",
];

/// Attributes that hold an address to be followed or loaded, by element.
const ADDRESSES: &[(&str, &str)] = &[
    ("a", "href"),
    ("area", "href"),
    ("audio", "src"),
    ("embed", "src"),
    ("iframe", "src"),
    ("img", "src"),
    ("link", "href"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("track", "src"),
    ("video", "src"),
    ("video", "poster"),
];

/// Reads a page.
pub fn facts(html: &str) -> PageFacts {
    let mut reader = Reader {
        html,
        line: 1,
        counted: 0,
        open: Vec::new(),
        ids: HashSet::new(),
        links: HashSet::new(),
        facts: PageFacts::default(),
    };
    for (token, range) in tokens(html) {
        match token {
            Token::Open {
                name,
                attributes,
                closed,
                ..
            } => {
                reader.attributes(&name, &attributes);
                reader.open(name, closed, range.start);
            }
            Token::Close { name } => reader.close(&name, range.start),
            Token::Broken => {
                reader.damage("a tag is not finished".to_owned(), range.start);
            }
            Token::Text(_) | Token::Comment => {}
        }
    }
    reader.end();
    reader.facts
}

struct Reader<'h> {
    html: &'h str,
    /// The line of the byte at `counted`.
    line: u32,
    counted: usize,
    /// The elements that are open, with the place of their tags.
    open: Vec<(String, usize)>,
    ids: HashSet<String>,
    links: HashSet<String>,
    facts: PageFacts,
}

impl Reader<'_> {
    fn attributes(&mut self, element: &str, attributes: &[Attribute]) {
        let value = |name: &str| {
            let attribute = attributes.iter().find(|attribute| attribute.name == name);
            attribute.map(|attribute| attribute.value.as_str())
        };
        let name = value("name").filter(|_| element == "a");
        let id = value("id").filter(|id| !id.is_empty());
        if let Some(id) = id {
            if self.ids.insert(id.to_owned()) {
                self.facts.ids.push(id.into());
            } else if !self.facts.repeated.iter().any(|known| **known == *id) {
                self.facts.repeated.push(id.into());
            }
        }
        // `<a id="x" name="x">` is one anchor.
        if let Some(name) = name.filter(|name| !name.is_empty())
            && self.ids.insert(name.to_owned())
        {
            self.facts.ids.push(name.into());
        }
        if element == "html" {
            self.facts.lang = value("lang").map(Into::into);
            self.facts.dir = value("dir").map(Into::into);
        }
        let is_relation = |word: &str| {
            let mut words = value("rel").unwrap_or_default().split_ascii_whitespace();
            element == "link" && words.any(|it| it.eq_ignore_ascii_case(word))
        };
        // What is told of other languages is judged as that, and not as a link too.
        let is_edition = is_relation("alternate") && value("hreflang").is_some();
        for (_, attribute) in ADDRESSES.iter().filter(|(of, _)| *of == element) {
            if let Some(address) = value(attribute).filter(|_| !is_edition)
                && self.links.insert(address.to_owned())
            {
                self.facts.links.push(address.into());
            }
        }
        if element == "meta"
            && let Some(content) = value("content")
        {
            let is = |attribute: &str, word: &str| {
                value(attribute).is_some_and(|value| value.eq_ignore_ascii_case(word))
            };
            if is("name", "robots") {
                let words = content.split([',', ' ']);
                let mut words = words.map(str::to_ascii_lowercase);
                self.facts.is_hidden |= words.any(|word| word == "noindex" || word == "none");
            }
            self.facts.leads_on |= is("http-equiv", "refresh");
        }
        if let Some(href) = value("href") {
            if is_relation("canonical") {
                self.facts.canonical = Some(href.into());
            }
            if let Some(language) = value("hreflang").filter(|_| is_edition) {
                self.facts.alternates.push((language.into(), href.into()));
            }
        }
    }

    fn open(&mut self, name: String, closed: bool, at: usize) {
        let in_drawing = self
            .open
            .iter()
            .any(|(open, _)| matches!(&**open, "svg" | "math"));
        if END_PARAGRAPH.contains(&&*name) && !in_drawing {
            self.end_paragraph(&name, at);
        }
        let is_void = tags::is_void(&name);
        // `<x/>` closes itself in drawings and formulas only.
        let closes_itself = closed && (in_drawing || matches!(&*name, "svg" | "math"));
        if !is_void && !closes_itself {
            self.open.push((name, at));
        }
    }

    /// A block that begins in a paragraph ends it, and the end tag that its author wrote closes nothing.
    fn end_paragraph(&mut self, name: &str, at: usize) {
        let inner = self.open.iter().rev();
        let mut inner = inner.take_while(|(open, _)| !SCOPES.contains(&&**open));
        if inner.any(|(open, _)| open == "p") {
            self.damage(
                format!("`<{name}>` stands in a paragraph, which ends there"),
                at,
            );
            while self.open.pop().is_some_and(|(open, _)| open != "p") {}
        }
    }

    fn close(&mut self, name: &str, at: usize) {
        // Browsers read it as a line break.
        if name == "br" {
            return;
        }
        let Some(depth) = self.open.iter().rposition(|(open, _)| open == name) else {
            self.damage(format!("`</{name}>` closes nothing"), at);
            return;
        };
        for (open, from) in self.open.split_off(depth).into_iter().skip(1) {
            if !END_OPTIONAL.contains(&&*open) {
                self.damage(format!("`<{open}>` is not closed before `</{name}>`"), from);
            }
        }
    }

    fn end(&mut self) {
        for (open, from) in std::mem::take(&mut self.open) {
            if !END_OPTIONAL.contains(&&*open) {
                self.damage(format!("`<{open}>` is never closed"), from);
            }
        }
    }

    fn damage(&mut self, what: String, at: usize) {
        /// More say nothing new of a page.
        const MOST: usize = 10;

        if self.facts.damages.len() < MOST {
            let lines = |from: usize, to: usize| {
                let bytes = &self.html.as_bytes()[from..to];
                u32::try_from(memchr::memchr_iter(b'\n', bytes).count()).unwrap_or(u32::MAX)
            };
            // Damage is mostly found in the order of the page; what lies before is counted anew.
            let (from, line) = if at < self.counted {
                (0, 1)
            } else {
                (self.counted, self.line)
            };
            (self.line, self.counted) = (line + lines(from, at), at);
            let (what, line) = (what.into(), self.line);
            self.facts.damages.push(Damage { what, line });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn damages(html: &str) -> Vec<String> {
        let damages = facts(html).damages.into_iter();
        damages
            .map(|damage| format!("{}: {}", damage.line, damage.what))
            .collect()
    }

    #[test]
    fn a_page_tells_its_language_its_ids_and_what_it_links_to() {
        let facts = facts(
            "<!doctype html><html lang=ar dir=rtl><link rel=alternate hreflang=fr href=/fr/>\n\
             <link rel='canonical' href='https://x/'><h1 id=a>A</h1><a name=b href='#a&amp;b'>x</a><a id=c name=c>\n\
             <img src=i.png><p id=a></p><script>'<a href=no>'</script><a href='#a&amp;b'>",
        );
        assert_eq!(
            (facts.lang.as_deref(), facts.dir.as_deref()),
            (Some("ar"), Some("rtl"))
        );
        assert_eq!(facts.ids, ["a", "b", "c"].map(Box::from));
        assert_eq!(facts.repeated, ["a"].map(Box::from));
        assert_eq!(facts.links, ["https://x/", "#a&b", "i.png"].map(Box::from));
        assert_eq!(facts.canonical.as_deref(), Some("https://x/"));
        assert_eq!(facts.alternates, [("fr".into(), "/fr/".into())]);
    }

    #[test]
    fn tags_that_html_lets_stay_open_are_no_damage() {
        for html in [
            "<html><body><ul><li>a<li>b</ul><p>c",
            "<table><tr><td>x<td>y</table><br></br>",
            "<svg><path d='x'/><g/></svg><input/><p><svg><p></p></svg></p>",
            "<p>a<button><p>b</p></button></p><script>'</div>'</script><title><b></title>",
        ] {
            assert_eq!(damages(html), [""; 0], "{html}");
        }
    }

    #[test]
    fn what_does_not_balance_is_told_with_its_line() {
        assert_eq!(
            damages("<div>\n<span>\n</div>"),
            ["2: `<span>` is not closed before `</div>`"]
        );
        assert_eq!(damages("a\n\n</em>"), ["3: `</em>` closes nothing"]);
        assert_eq!(
            damages("<div/>\n<b>"),
            ["1: `<div>` is never closed", "2: `<b>` is never closed"]
        );
        let found = damages("<p>a\n<div></div></p>");
        assert_eq!(
            found,
            [
                "2: `<div>` stands in a paragraph, which ends there",
                "2: `</p>` closes nothing"
            ]
        );
        assert_eq!(damages("x\n<b").len(), 1);
    }
}
