//! Quotation marks of each language, from CLDR.

use super::LocaleId;
use super::fallback::parents;

/// The table; what its columns are stands in its first lines.
static MARKS: &str = include_str!("quotes.tsv");

/// The marks around a quotation in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// Before and after it, with the blanks that belong there.
    pub outer: [&'static str; 2],
    /// The same for a quotation inside it.
    pub inner: [&'static str; 2],
}

/// The marks of a language; of its nearest relative in CLDR, when CLDR lacks it.
pub(super) fn quotation(locale: &LocaleId) -> Quotation {
    let tag = locale.icu().id.to_string();
    let shorter = std::iter::successors(Some(tag.as_str()), |tag| {
        tag.rsplit_once('-').map(|(shorter, _)| shorter)
    });
    let ancestors = parents(locale);
    let mut tags = std::iter::once(tag.as_str())
        .chain(ancestors.iter().map(LocaleId::as_str))
        .chain(shorter);
    let marks = tags
        .find_map(listed)
        .or_else(|| listed("und"))
        .expect("our own table has marks for all others");
    // French keeps a blank between its marks and the words; CLDR gives the marks alone.
    let spaced = locale.language() == "fr" && marks.outer == ["«", "»"];
    if spaced {
        Quotation {
            outer: ["«\u{a0}", "\u{a0}»"],
            inner: match marks.inner {
                ["«", "»"] => ["“", "”"],
                inner => inner,
            },
        }
    } else {
        marks
    }
}

fn listed(tag: &str) -> Option<Quotation> {
    MARKS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .find_map(|line| {
            let mut columns = line.split('\t');
            let outer = [columns.next()?, columns.next()?];
            let inner = [columns.next()?, columns.next()?];
            let found = columns.next()?.split(' ').any(|listed| listed == tag);
            found.then_some(Quotation { outer, inner })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_have_the_marks_of_their_language() {
        let outer = |tag| {
            quotation(&LocaleId::parse(tag).expect("a tag"))
                .outer
                .join("…")
        };
        assert_eq!(outer("en-US"), "“…”");
        assert_eq!(outer("de-DE"), "„…“");
        assert_eq!(outer("fr-FR"), "«\u{a0}…\u{a0}»");
        assert_eq!(outer("ja-JP"), "「…」");
        assert_eq!(outer("zh-TW"), "「…」", "from zh-Hant");
        assert_eq!(outer("zh-CN"), "“…”");
        assert_eq!(outer("sr-Latn-RS"), "„…”", "from sr, whatever the script");
        assert_eq!(outer("pt-PT"), "«…»");
        assert_eq!(outer("pt-BR"), "“…”");
        assert_eq!(outer("xx"), "“…”", "a language that CLDR lacks");
    }
}
