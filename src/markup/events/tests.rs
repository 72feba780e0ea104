//! What a body becomes, event by event.

use super::*;

fn read_as(profile: Profile, text: &str) -> Reading<'_> {
    read(
        text,
        0,
        Options {
            profile,
            nesting: 100,
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
