//! Whatever stands in a file, reading it gives balanced events and places that lie in the text.

use polydoc::markup::{Event, Options, Profile, Tag, read};
use polydoc::model::{Fact, TocProblem, YamlProblem};
use polydoc::parse::{ParseOptions, decode, parse, toc};

/// Pieces of Markdown, HTML and YAML that mean something side by side.
const FRAGMENTS: [&str; 78] = [
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "# ",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "[!NOTE]",
    "[！附注]",
    "［!注］",
    "[!VIDEO ",
    "[!INCLUDE [",
    "<a name=x>",
    "</a>",
    "<a href=\"y&amp;z\">",
    "<a id='",
    "<div>",
    "</div>",
    "<b>",
    "<",
    "é",
    "日本",
    "\r\n",
    "\r",
    " ",
    "    ",
    "\t",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "|",
    "|-|-|\n",
    "a",
    "b&amp;c",
    "http://a.b/c",
    "www.x.y",
    "a@b.c",
    "{#x .y}",
    "{#",
    "}",
    "\\",
    "\\[",
    "[^1]",
    "[^1]: ",
    "[a]: <b&c>\n",
    "[a][b]",
    "[a][]",
    "<!-- ",
    "-->",
    "<script>",
    "</script>",
    "<img src=x alt=\"",
    "\">",
    "===\n",
    "---\n",
    "---\ntitle: x\n---\n",
    "key: &a [*a, 1.0]\n",
    "\u{0}",
    "\u{1}",
    "\u{FEFF}",
    "<email address>",
    "[x] ",
    "'",
    "\"",
    ":",
    "{",
    "? ",
    "!!",
    "- - - ",
    "> > > > ",
];

/// Mixtures of the fragments, the same ones in every run.
fn mixtures() -> impl Iterator<Item = String> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("it is below a usize")
    };
    (0..3000).map(move |_| {
        (0..next(30))
            .map(|_| FRAGMENTS[next(FRAGMENTS.len())])
            .collect()
    })
}

#[test]
fn events_balance_and_their_places_lie_in_the_text() {
    for (nesting, text) in (0..5).cycle().zip(mixtures()) {
        for profile in [Profile::CommonMark, Profile::Gfm, Profile::Polydoc] {
            let mut depth = 0_usize;
            for located in read(
                &text,
                0,
                Options {
                    profile,
                    nesting,
                    html: polydoc::model::HtmlLevel::Standard,
                },
            )
            .events
            {
                assert!(
                    text.get(located.range.bytes()).is_some(),
                    "{text:?}: {located:?}"
                );
                match located.event {
                    Event::Start(tag) => {
                        depth += 1;
                        if let Tag::Link(reference) | Tag::Image(reference) = tag {
                            assert!(
                                text.get(reference.url_range.bytes()).is_some(),
                                "{text:?}: {reference:?}"
                            );
                        }
                    }
                    Event::End(_) => {
                        depth = depth.checked_sub(1).unwrap_or_else(|| panic!("{text:?}"));
                    }
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "{text:?}");
        }
    }
}

#[test]
fn facts_and_defects_lie_in_the_text() {
    for (nesting, text) in (0..5).cycle().zip(mixtures()) {
        let mut bytes = text.into_bytes();
        // A byte taken out of the middle tears characters apart.
        if bytes.len() % 2 == 1 {
            bytes.remove(bytes.len() / 2);
        }
        let text = decode(&bytes);
        let document = parse(
            &bytes,
            ParseOptions {
                front_matter_bytes: 1 << 16,
                nesting,
                html: polydoc::model::HtmlLevel::Standard,
            },
        );
        let facts = document.facts.iter().flat_map(|fact| match fact {
            Fact::Heading(heading) => vec![heading.range],
            Fact::Anchor(anchor) => vec![anchor.range],
            Fact::Link(link) => vec![link.range, link.target_range],
            Fact::Include(include) => vec![include.range],
        });
        let problems = document
            .front_matter
            .problems
            .iter()
            .map(YamlProblem::range)
            .chain(toc(&bytes).problems.iter().map(TocProblem::range))
            .collect::<Vec<_>>();
        let written = document.front_matter.ranges.iter().copied();
        let ranges = facts
            .chain(document.defects.iter().map(|defect| defect.range))
            .chain(problems)
            .chain(written);
        for range in ranges {
            assert!(text.get(range.bytes()).is_some(), "{text:?}: {range:?}");
        }
    }
}
