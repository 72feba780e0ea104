//! Just enough HTML to count what stands on pages that polydoc wrote. It knows nothing of polydoc's own code.

/// The article on a page: its title and its text, without the list of its headings and the notices between them.
pub(super) fn article(page: &str) -> String {
    let start = page.find("<article").expect("a page holds an article");
    let end = page.rfind("</article>").expect("the article is closed");
    let article = &page[start..end];
    let text = article
        .find("<div class=\"text\"")
        .expect("an article has a text");
    let title = article[..text].find("</h1>").unwrap_or(0);
    format!("{}{}", &article[..title], &article[text..])
}

/// The start tags of an element, without `<` and `>`.
pub(super) fn tags<'h>(html: &'h str, element: &str) -> Vec<&'h str> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let name_end = rest
            .find(|sign: char| !sign.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let end = end_of_tag(rest);
        if rest[..name_end].eq_ignore_ascii_case(element) {
            found.push(&rest[..end]);
        }
        rest = &rest[end..];
    }
    found
}

/// The value of an attribute in a start tag, with its entities resolved.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let length = tag[start..].find('"')?;
    Some(unescape(&tag[start..start + length]))
}

/// The values of an attribute on all elements of a name that have it.
pub(super) fn attributes(html: &str, element: &str, name: &str) -> Vec<String> {
    tags(html, element)
        .into_iter()
        .filter_map(|tag| attribute(tag, name))
        .collect()
}

/// The words without tags, entities resolved.
pub(super) fn text(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        words.push_str(&rest[..start]);
        rest = &rest[start..];
        rest = &rest[(end_of_tag(rest) + 1).min(rest.len())..];
    }
    words.push_str(rest);
    unescape(&words)
}

/// The places of links in an article, as readers meet them: without the links that the page itself adds.
pub(super) fn links(article: &str) -> Vec<String> {
    tags(article, "a")
        .into_iter()
        .filter(|tag| attribute(tag, "class").is_none_or(|class| class != "anchor"))
        .filter_map(|tag| attribute(tag, "href"))
        .collect()
}

fn end_of_tag(tag: &str) -> usize {
    let mut quote = None;
    for (at, sign) in tag.char_indices() {
        match (quote, sign) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            _ => {}
        }
    }
    tag.len()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

#[test]
fn tags_and_attributes_are_found_in_html_as_pages_have_it() {
    let html = "<p>1 &lt; 2 <a class=\"x\" href=\"/a?b&amp;c\">A</a><abbr title=\"a > b\">é</abbr>";
    assert_eq!(attributes(html, "a", "href"), ["/a?b&c"]);
    assert_eq!(attributes(html, "abbr", "title"), ["a > b"]);
    assert_eq!(text(html), "1 < 2 Aé");
}
