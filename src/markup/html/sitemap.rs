//! What a sitemap says of the other languages of its pages, for rules that judge what is written.
//!
//! In: a sitemap as polydoc writes it. Out: addresses with the languages told of them. Anything else is passed over.

/// A page that a sitemap lists.
#[derive(Debug, PartialEq, Eq)]
pub struct ListedPage {
    /// Its address.
    pub address: String,
    /// `hreflang` and address of each edition, in their order.
    pub alternates: Vec<(Box<str>, Box<str>)>,
}

/// The pages of a sitemap, in their order; nothing for a text that is no sitemap.
pub fn listed_pages(xml: &str) -> impl Iterator<Item = ListedPage> {
    xml.split("<url>").skip(1).filter_map(|url| {
        let url = url.split("</url>").next().unwrap_or_default();
        let address = between(url, "<loc>", "</loc>")?;
        let links = url.split("<xhtml:link ").skip(1);
        let alternates = links.filter_map(|link| {
            let link = link.split('>').next().unwrap_or_default();
            let language = between(link, "hreflang=\"", "\"")?;
            let href = between(link, " href=\"", "\"")?;
            Some((language.into(), href.into()))
        });
        Some(ListedPage {
            alternates: alternates.collect(),
            address,
        })
    })
}

/// The text between two marks, without the escapes of XML.
fn between(text: &str, start: &str, end: &str) -> Option<String> {
    let (_, rest) = text.split_once(start)?;
    let (inner, _) = rest.split_once(end)?;
    let plain = inner
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&apos;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_listed_with_their_languages() {
        let xml = "<urlset>\n<url><loc>https://a/x&amp;y</loc><lastmod>2021-01-01</lastmod>\
            <xhtml:link rel=\"alternate\" hreflang=\"fr\" href=\"https://a/fr/\"/></url>\n\
            <url><loc>https://a/z</loc></url>\n</urlset>";
        let pages: Vec<ListedPage> = listed_pages(xml).collect();
        assert_eq!(pages.len(), 2);
        assert_eq!(pages[0].address, "https://a/x&y");
        assert_eq!(pages[0].alternates, [("fr".into(), "https://a/fr/".into())]);
        assert!(pages[1].alternates.is_empty());
        assert_eq!(listed_pages("<sitemapindex/>").count(), 0);
    }
}
