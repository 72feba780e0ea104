//! Any text becomes a page that is safe and well nested.

use polydoc::markup::{Event, HtmlPiece, Options, Profile, events};
use proptest::prelude::*;

use super::judge;
use super::safety::page;

/// Pieces that, put together, look like what breaks sanitizers.
const PIECES: &[&str] = &[
    "<b>",
    "</b>",
    "<i",
    "</i>",
    ">",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<a href=\"x\">",
    "<a name=y>",
    "</a>",
    "<script>",
    "</script>",
    "<table><tr><td>",
    "</td></tr></table>",
    "<td>",
    "<ul><li>",
    "</ul>",
    "<li>",
    "<details><summary>",
    "</summary>",
    "</details>",
    "<svg>",
    "</svg>",
    "<img src=x onerror=y>",
    "<br/>",
    "<hr>",
    "<!--",
    "-->",
    "<title>",
    "</title>",
    "<email address>",
    "<form>",
    "</form>",
    "<math>",
    "<style>",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "# ",
    "| a |\n|---|\n| ",
    " |",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "](x)",
    "](javascript:x)",
    "![",
    "www.a.b/(c)",
    "https://a.b",
    "a@b.c",
    "&amp;",
    "&lt;script&gt;",
    "\\",
    "é",
    "。",
    "\0",
    "\r\n",
    "    ",
    "[^1]",
    "[^1]: ",
    "{#x}",
    "x",
    " ",
    "~~",
    "<h2 id=x>",
    "</h2>",
    "<ruby>a<rt>b",
    "</ruby>",
    "<dl><dt>",
    "<dd>",
    "</dl>",
    "<blockquote>",
    "</blockquote>",
    "<pre>",
    "</pre>",
    "<textarea>",
    "<figure><figcaption>",
    "</figure>",
    "<center>",
    "</center>",
    "<video src=x>",
    "</video>",
    "<source src=x>",
    "[!NOTE]",
    "> [!VIDEO https://x]\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mixture_of_markup_becomes_a_safe_page(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let body = pieces.concat();
        let html = page(&body);
        prop_assert_eq!(judge::objection(&html), None, "{:?}\n---\n{}", body, html);
    }

    #[test]
    fn any_text_becomes_a_safe_page(body in "\\PC*") {
        let html = page(&body);
        prop_assert_eq!(judge::objection(&html), None, "{:?}\n---\n{}", body, html);
    }

    #[test]
    fn every_place_lies_in_the_text(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let body = pieces.concat();
        for located in events(&body, 0, Options { profile: Profile::Polydoc, nesting: 100, html: polydoc::model::HtmlLevel::Standard }) {
            let mut ranges = vec![located.range];
            if let Event::Html(HtmlPiece::Open(tag)) = &located.event {
                ranges.extend(tag.attributes.iter().map(|(_, _, range)| *range));
                ranges.extend(tag.removed.iter().map(|(_, range)| *range));
            }
            for range in ranges {
                prop_assert!(body.get(range.bytes()).is_some(), "{:?} in {:?}", located, body);
            }
        }
    }
}
