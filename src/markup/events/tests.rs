//! What a body becomes, event by event.

use super::*;
use crate::markup::HtmlPiece;

fn read_as(profile: Profile, text: &str) -> Reading<'_> {
    read(
        text,
        0,
        Options {
            profile,
            nesting: 100,
            html: crate::model::HtmlLevel::Standard,
        },
    )
}

/// The target of every link and image: what the source holds there.
fn targets_of(text: &str) -> Vec<&str> {
    let places = read_as(Profile::Polydoc, text)
        .events
        .into_iter()
        .filter_map(|located| match located.event {
            Event::Start(Tag::Link(reference) | Tag::Image(reference)) => Some(reference.url_range),
            _ => None,
        });
    places.map(|range| range.slice(text)).collect()
}

#[test]
fn a_target_is_found_however_it_is_written() {
    let cases = [
        ("[a](b.md)", "b.md"),
        ("[a](b.md \"b.md\")", "b.md"),
        ("[a]( b.md )", "b.md"),
        ("[a](<b c.md>)", "b c.md"),
        ("[a](<b\\>c.md> 'title')", "b\\>c.md"),
        ("[a](b\\_c(d).md)", "b\\_c(d).md"),
        ("[a](b?x=1&amp;y=2)", "b?x=1&amp;y=2"),
        ("[`](`](b&amp;c)", "b&amp;c"),
        ("[a]()", ""),
        ("[](b&amp;c)", "b&amp;c"),
        ("![](b&amp;c)", "b&amp;c"),
        ("![a *b*](b&amp;c)", "b&amp;c"),
        ("> [a](\n> b&amp;c)", "b&amp;c"),
        ("[[x](y&amp;z)", "y&amp;z"),
        ("<https://example.org>", "https://example.org"),
        ("<a@example.org>", "a@example.org"),
        ("[a][b]\n\n[b]: c.md 'c.md'", "c.md"),
        ("[a]\n\n[a]: <c&amp;d>", "c&amp;d"),
        ("[b\\]][]\n\n[b\\]]:\n  c&amp;d", "c&amp;d"),
    ];
    for (text, target) in cases {
        assert_eq!(targets_of(text), [target], "{text}");
    }
}

#[test]
fn an_image_in_a_link_keeps_its_own_target() {
    assert_eq!(
        targets_of("[![a](b&amp;c)](d&amp;e)"),
        ["d&amp;e", "b&amp;c"]
    );
}

#[test]
fn ranges_count_from_the_base() {
    let reading = read(
        "*a*",
        10,
        Options {
            profile: Profile::Polydoc,
            nesting: 9,
            html: crate::model::HtmlLevel::Standard,
        },
    );
    assert_eq!(reading.events[2].event, Event::Text("a".into()));
    assert_eq!(reading.events[2].range, TextRange::new(11, 12));
}

#[test]
fn text_is_not_torn_at_signs_without_meaning() {
    let events = read_as(Profile::Polydoc, "a_b [!x] & c").events;
    assert_eq!(events[1].event, Event::Text("a_b [!x] & c".into()));
}

#[test]
fn raw_html_is_verbatim_where_the_profile_says_so() {
    let events = read_as(Profile::CommonMark, "> <div>\n> x\n> </div>").events;
    assert_eq!(
        events[1].event,
        Event::RawHtml {
            text: "<div>\nx\n</div>".into(),
            block: true
        }
    );
}

#[test]
fn a_reference_without_definition_is_a_defect_only_when_it_was_meant_as_one() {
    let missing = |text| read_as(Profile::Polydoc, text).defects.len();
    assert_eq!(missing("[text][missing] and [missing][]"), 2);
    assert_eq!(
        missing("[text] [text] [ ] [x][] a[i][j] [^1] [!NOTE][] [1][2]\n\n- [ ] a\n- [x] b"),
        0
    );
    assert_eq!(missing("[text][there]\n\n[there]: x"), 0);
}

/// Events as short words, one line.
fn outline(text: &str) -> String {
    let words = read_as(Profile::Polydoc, text)
        .events
        .into_iter()
        .map(|located| match located.event {
            Event::Start(Tag::Heading {
                level,
                ids,
                classes,
            }) => {
                let ids = ids.iter().map(|id| {
                    assert_eq!(id.range.slice(text), &*id.value, "{text}");
                    format!(" #{}", id.value)
                });
                let classes = classes.iter().map(|class| format!(" .{class}"));
                format!("<h{level}{}>", ids.chain(classes).collect::<String>())
            }
            Event::End(TagEnd::Heading(_)) => "</h>".into(),
            Event::Start(Tag::Alert {
                kind,
                written,
                spelling,
            }) => {
                assert_eq!(written.range.slice(text), &*written.value, "{text}");
                format!("<{kind:?} {spelling:?}>")
            }
            Event::End(TagEnd::Alert) => "</alert>".into(),
            Event::Start(Tag::BlockQuote) => "<quote>".into(),
            Event::End(TagEnd::BlockQuote) => "</quote>".into(),
            Event::Start(Tag::Paragraph) => "<p>".into(),
            Event::End(TagEnd::Paragraph) => "</p>".into(),
            Event::Text(text) | Event::Html(HtmlPiece::Shown(text)) => text.to_string(),
            Event::Html(HtmlPiece::Open(tag)) => format!("<{}>", tag.name),
            Event::Html(HtmlPiece::Close(name)) => format!("</{name}>"),
            Event::Html(HtmlPiece::Removed(_)) => String::new(),
            Event::Video { url } => format!("video({})", url.value),
            Event::Start(_) => "<".into(),
            Event::End(_) => ">".into(),
            Event::SoftBreak => "\\".into(),
            other => format!("{other:?}"),
        });
    words.collect()
}

#[test]
fn names_are_taken_out_of_a_heading() {
    let cases = [
        ("# <a name=\"x\"></a>Title", "<h1 #x>Title</h>"),
        ("# <a name=\"x\"></a> Title", "<h1 #x>Title</h>"),
        ("## Title <a id='x'></a>", "<h2 #x>Title</h>"),
        ("# <a id=\"x\"/>Title", "<h1 #x>Title</h>"),
        ("# <a name=x>Title</a>", "<h1 #x>Title</h>"),
        ("# <a name=x>A *b*</a> c", "<h1 #x>A <b> c</h>"),
        ("# <a name=x></a><a name=y></a>Title", "<h1 #x #y>Title</h>"),
        ("# Title {#x .lead}", "<h1 #x .lead>Title</h>"),
        ("# Title {#a_b_c}", "<h1 #a_b_c>Title</h>"),
        ("# <a name=x></a>Title {#y}\n", "<h1 #x #y>Title</h>"),
        ("Title {#y}\n===", "<h1 #y>Title</h>"),
        ("# {#y}", "<h1 #y></h>"),
        ("# <a name=x></a>", "<h1 #x></h>"),
    ];
    for (text, expected) in cases {
        assert_eq!(outline(text), expected, "{text}");
    }
}

#[test]
fn what_does_not_name_a_heading_stays_in_it() {
    let cases = [
        ("# Title {AimObject}", "<h1>Title {AimObject}</h>"),
        ("# Title \\{#x}", "<h1>Title {#x}</h>"),
        ("# Title `{#x}`", "<h1>Title Code(Borrowed(\"{#x}\"))</h>"),
        ("# <b>x</b>", "<h1><b>x</b></h>"),
        ("# x</a>", "<h1>x</h>"),
        ("# <a href=y name=x>z</a>", "<h1><a>z</a></h>"),
        ("<a name=x></a>y", "<p><a></a>y</p>"),
    ];
    for (text, expected) in cases {
        assert_eq!(outline(text), expected, "{text}");
    }
}

#[test]
fn an_alert_is_a_quotation_with_a_marker() {
    let cases = [
        ("> [!NOTE]\n> text", "<Note Standard><p>text</p></alert>"),
        (
            "> [!note] text\n> more",
            "<Note Standard><p>text\\more</p></alert>",
        ),
        ("> [!NOTE]", "<Note Standard></alert>"),
        ("> [!NOTE]\n>\n> text", "<Note Standard><p>text</p></alert>"),
        ("> [!NOTE]\n> - a", "<Note Standard><<a>></alert>"),
        (
            ">   [!TIP]\\\n> *text*",
            "<Tip Standard><p><text></p></alert>",
        ),
        ("> [! Conseils]\n> text", "<Tip Odd><p>text</p></alert>"),
        ("> ［！附注］\n> text", "<Note Odd><p>text</p></alert>"),
        (
            "- a\n\n  > [!NOTE]\n  > b",
            "<<<p>a</p><Note Standard><p>b</p></alert>>>",
        ),
        (
            "> > [!NOTE]\n> > b",
            "<quote><Note Standard><p>b</p></alert></quote>",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(outline(text), expected, "{text}");
    }
}

#[test]
fn an_alert_that_lost_its_quotation_mark_to_translation_is_an_alert() {
    let cases = [
        (
            "[！附注] text\nmore\n\nend",
            "<Note Odd><p>text\\more</p></alert><p>end</p>",
        ),
        ("- [！附注] text", "<<[！附注] text>>"),
        ("a\n[！附注] text", "<p>a\\[！附注] text</p>"),
    ];
    for (text, expected) in cases {
        assert_eq!(outline(text), expected, "{text}");
    }
}

#[test]
fn a_keyword_that_stands_twice_is_shown_not_once() {
    let text = "> [!NOTE]\n> [!Conseil] text";
    assert_eq!(outline(text), "<Note Standard><p>text</p></alert>");
    let defects = read_as(Profile::Polydoc, text).defects;
    assert_eq!(
        defects[0].kind,
        DefectKind::SecondAlert("Conseil".into(), None)
    );
    assert_eq!(outline("> [!NOTE]\n> [!TIP]"), "<Note Standard></alert>");
}

#[test]
fn what_only_looks_like_an_alert_stays_as_it_is() {
    let cases = [
        ("> \\[!NOTE]\n> text", "<quote><p>[!NOTE]\\text</p></quote>"),
        ("> [\\!NOTE]", "<quote><p>[!NOTE]</p></quote>"),
        ("> text [!NOTE]", "<quote><p>text [!NOTE]</p></quote>"),
        (
            "> text\n>\n> [!NOTE]",
            "<quote><p>text</p><p>[!NOTE]</p></quote>",
        ),
        ("> [!NOTE](x)", "<quote><p><!NOTE></p></quote>"),
        ("[!NOTE]\ntext", "<p>[!NOTE]\\text</p>"),
    ];
    for (text, expected) in cases {
        assert_eq!(outline(text), expected, "{text}");
        assert_eq!(read_as(Profile::Polydoc, text).defects, [], "{text}");
    }
    assert_eq!(
        outline("> `[!NOTE]`"),
        "<quote><p>Code(Borrowed(\"[!NOTE]\"))</p></quote>"
    );
}

#[test]
fn an_unknown_alert_is_a_quotation_and_a_defect() {
    let text = "> [!NONSENSE]\n> text";
    assert_eq!(outline(text), "<quote><p>[!NONSENSE]\\text</p></quote>");
    let defects = read_as(Profile::Polydoc, text).defects;
    assert_eq!(defects[0].kind, DefectKind::UnknownAlert("NONSENSE".into()));
    assert_eq!(defects[0].range.slice(text), "NONSENSE");
}

#[test]
fn a_video_stands_for_its_quotation() {
    let cases = [
        (
            "> [!VIDEO https://example.org/e/a]",
            "video(https://example.org/e/a)",
        ),
        (
            "> [!Video https://example.org/_a_?b&amp;c]\n",
            "video(https://example.org/_a_?b&c)",
        ),
        (
            "> [!VIDEO https://example.org/a]\n> text",
            "<quote>video(https://example.org/a)<p>text</p></quote>",
        ),
        ("- > [!VIDEO x]", "<<video(x)>>"),
    ];
    for (text, expected) in cases {
        assert_eq!(outline(text), expected, "{text}");
    }
}

#[test]
fn blocks_below_the_limit_become_text() {
    let options = Options {
        profile: Profile::Polydoc,
        nesting: 2,
        html: crate::model::HtmlLevel::Standard,
    };
    for text in [
        "> > > > > a",
        "- - - - - a",
        "> 1. > - a\n\nb",
        "*b **c ~a~***",
        "- a\n  - a\n    - a\n      - a\n",
    ] {
        let reading = read(text, 0, options);
        let mut depth = 0_usize;
        for located in &reading.events {
            match located.event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{text}");
        let shown: String = reading
            .events
            .iter()
            .filter_map(|located| match &located.event {
                Event::Text(text) => Some(&**text),
                _ => None,
            })
            .collect();
        assert!(shown.contains('a'), "{text}: {:?}", reading.events);
        assert!(!shown.contains('\u{1}'), "{text}");
        assert!(
            reading
                .defects
                .iter()
                .any(|defect| defect.kind == DefectKind::TooDeep),
            "{text}"
        );
    }
    assert!(
        read(
            "* * * * * *\n\n- - - - x",
            0,
            Options {
                nesting: 4,
                ..options
            }
        )
        .defects
        .is_empty()
    );
}
