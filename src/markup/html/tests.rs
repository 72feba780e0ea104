//! What becomes of raw HTML, tag by tag.

use super::{HtmlPiece, Removed};
use crate::markup::{Event, Options, Profile, Tag, TagEnd, events};
use crate::model::HtmlLevel;

/// The events of a body: tags as they are published, and what was reported behind a bar.
fn read(text: &str) -> String {
    read_at(HtmlLevel::Standard, text)
}

fn read_at(html: HtmlLevel, text: &str) -> String {
    let options = Options {
        profile: Profile::Polydoc,
        nesting: 100,
        html,
    };
    let mut shown = String::new();
    let mut reported = String::new();
    for located in events(text, 0, options) {
        match located.event {
            Event::Text(text) | Event::Html(HtmlPiece::Text(text)) => shown += text.trim(),
            Event::Html(HtmlPiece::Shown(text)) => shown.extend(["“", &text, "”"]),
            Event::Html(HtmlPiece::Open(tag)) => {
                let attributes = tag
                    .attributes
                    .iter()
                    .map(|(name, value, _)| format!(" {name}={value}"));
                shown.extend(["<", &*tag.name, &attributes.collect::<String>(), ">"]);
                reported.extend(
                    tag.removed
                        .iter()
                        .map(|(name, range)| format!(" {name}({})", range.slice(text))),
                );
            }
            Event::Html(HtmlPiece::Close(name)) => shown.extend(["</", &*name, ">"]),
            Event::Html(HtmlPiece::Verbatim(text)) => shown.extend(["‹", &*text, "›"]),
            Event::Html(HtmlPiece::Removed(Removed::Comment)) => {}
            Event::Html(HtmlPiece::Removed(removed)) => {
                let removed = format!(" {removed:?} at ");
                reported.extend([&removed, located.range.slice(text)]);
            }
            Event::Start(Tag::Paragraph) => shown += "[",
            Event::End(TagEnd::Paragraph) => shown += "]",
            Event::Start(_) => shown += "{",
            Event::End(_) => shown += "}",
            _ => {}
        }
    }
    if reported.is_empty() {
        shown
    } else {
        format!("{shown} |{reported}")
    }
}

#[test]
fn what_html_does_not_know_is_shown_as_written() {
    assert_eq!(read("a <email address> b"), "[a“<email address>”b]");
    assert_eq!(
        read("<bpt id=\"p1\">**</bpt>"),
        "[“<bpt id=\"p1\">”**“</bpt>”]"
    );
    assert_eq!(read("<tenant>\nand more"), "[“<tenant>”and more]");
    assert_eq!(read("<div\nnever ends"), "[“<div\nnever ends”]");
}

#[test]
fn a_tag_ends_at_the_latest_with_its_block() {
    assert_eq!(
        read("a <b>b *c* d\n\ne"),
        "[a<b>b{c}d</b>][e] | Unclosed(\"b\") at <b>"
    );
    assert_eq!(
        read("*a <b>b* c"),
        "[{a<b>b</b>}c] | Unclosed(\"b\") at <b>"
    );
    assert_eq!(
        read("<details>\n\na\n\nb"),
        "<details></details>[a][b] | Unclosed(\"details\") at <details>"
    );
    assert_eq!(
        read("- a <b>b\n  - c"),
        "{{a<b>b</b>{{c}}}} | Unclosed(\"b\") at <b>"
    );
    assert_eq!(
        read("<a name=x>a"),
        "[<a id=x></a>a] | Unclosed(\"a\") at <a name=x>"
    );
    assert_eq!(read("<a name='x'/>a"), "[<a id=x></a>a]");
}

#[test]
fn a_container_may_hold_markdown() {
    assert_eq!(
        read("<details>\n<summary>s</summary>\n\na *b*\n\n</details>"),
        "<details><summary>s</summary>[a{b}]</details>"
    );
    assert_eq!(
        read("<table><tr><td>\n\na\n\n</td></tr></table>"),
        "<table><tr><td>[a]</td></tr></table>"
    );
}

#[test]
fn raw_html_cannot_close_what_markdown_opened() {
    assert_eq!(
        read("> a</blockquote> b"),
        "{[ab]} | StrayEnd(\"blockquote\") at </blockquote>"
    );
    assert_eq!(read("a</a> b"), "[ab] | StrayEnd(\"a\") at </a>");
    assert_eq!(
        read("<div>\n\n> </div>\n\n</div>"),
        "<div>{}</div> | StrayEnd(\"div\") at </div>"
    );
}

#[test]
fn links_do_not_nest() {
    assert_eq!(read("<a href=x>a [b](y)</a>"), "[<a></a>a{b}] | href(x)");
    assert_eq!(
        read("[a <a href=x>b</a>](y)"),
        "[{ab}] | Element(\"a\") at <a href=x>"
    );
    assert_eq!(
        read("<a href=x>https://a.b</a>"),
        "[<a href=x>https://a.b</a>]"
    );
}

#[test]
fn what_is_dangerous_leaves_with_its_contents() {
    assert_eq!(
        read("a <script>*b*</script> c"),
        "[ac] | Element(\"script\") at <script>*b*</script>"
    );
    assert_eq!(
        read("<style>\nb\n</style>\n<p>c</p>"),
        "<p>c</p> | Element(\"style\") at <style>\nb\n</style>"
    );
    assert_eq!(read("a <svg> b"), "[ab] | Element(\"svg\") at <svg>");
    assert_eq!(
        read("a <form>b</form>"),
        "[ab] | Element(\"form\") at <form>"
    );
    assert_eq!(read("<script>\nb"), " | Element(\"script\") at <script>\nb");
}

#[test]
fn attributes_are_judged_one_by_one() {
    assert_eq!(
        read("<a href='x&amp;y' onclick=z target=_blank>a</a>"),
        "[<a href=x&y>a</a>] | onclick(z)"
    );
    assert_eq!(
        read("<a href='java&#9;script:x'>a</a>"),
        "[<a>a</a>] | href(java&#9;script:x)"
    );
    assert_eq!(
        read("<b class='lead evil'>a</b>"),
        "[<b class=lead>a</b>] | class(lead evil)"
    );
    assert_eq!(
        read("<b id='theme:x' lang=fr>a</b>"),
        "[<b lang=fr>a</b>] | id(theme:x)"
    );
    assert_eq!(
        read("<img src=a.png width=10px height=5%>"),
        "<img src=a.png width=10> | height(5%)"
    );
    assert_eq!(read("> <p title='a\n> b'>c"), "{<p title=a\nb>c</p>}");
}

#[test]
fn a_block_splits_the_paragraph_it_stands_in() {
    assert_eq!(read("a <ul><li>b</ul> c"), "[a]<ul><li>b</li></ul>[c]");
    assert_eq!(read("# a <div>b</div>"), "{ab} | Element(\"div\") at <div>");
}

#[test]
fn a_strict_file_keeps_words_and_structure_alone() {
    let strict = |text| read_at(HtmlLevel::Strict, text);
    assert_eq!(
        strict("<b class=lead id=x title=t>a</b> <kbd>b</kbd>"),
        "[<b id=x title=t>a</b><kbd>b</kbd>] | class(lead)"
    );
    assert_eq!(
        strict("a <span>b</span> <img src=x.png>"),
        "[ab] | Element(\"span\") at <span> Element(\"img\") at <img src=x.png>"
    );
    assert_eq!(
        strict("<div>\n\n*a*\n\n</div>"),
        "[{a}] | Element(\"div\") at <div>"
    );
    assert_eq!(
        strict("<table><tr><td align=right>a</td></tr></table>"),
        "<table><tr><td>a</td></tr></table>"
    );
    assert_eq!(
        strict("a <script>b</script>"),
        "[a] | Element(\"script\") at <script>b</script>"
    );
}

#[test]
fn a_trusted_file_has_raw_html_as_written() {
    let trusted = |text| read_at(HtmlLevel::Trusted, text);
    assert_eq!(
        trusted("<script src=\"x.js\">a < b && \"c\"</script>"),
        "<script src=x.js>‹a < b && \"c\"›</script>"
    );
    assert_eq!(
        trusted("<div style=\"color:red\" onclick=\"a()\" class=\"mine lead\" data-x=1>b</div>"),
        "<div style=color:red onclick=a() data-x=1 class=mine lead>b</div>"
    );
    assert_eq!(
        trusted("a <iframe src=\"https://b.example/\"></iframe> c"),
        "[a<iframe src=https://b.example/></iframe>c]"
    );
    assert_eq!(
        trusted("<my-card title=a>\n\n*b*\n\n</my-card>"),
        "<my-card title=a>[{b}]</my-card>"
    );
    assert_eq!(
        trusted("<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/><style>a>b{}</style></svg>"),
        "[<svg viewbox=0 0 1 1><path d=M0 0></path><style>a>b{}</style></svg>]"
    );
    assert_eq!(
        trusted("<form action=\"/x\"><input name=q><button>b</button></form>"),
        "<form action=/x><input name=q><button>b</button></form>"
    );
}

#[test]
fn a_trusted_file_cannot_break_the_page_around_it() {
    let trusted = |text| read_at(HtmlLevel::Trusted, text);
    assert_eq!(
        trusted("</article></main>\n<svg><g>\n\na"),
        "<svg><g></g></svg>[a] | StrayEnd(\"article\") at </article> StrayEnd(\"main\") at </main> Unclosed(\"g\") at <g> Unclosed(\"svg\") at <svg>"
    );
    assert_eq!(
        trusted("<svg><p>a</p></svg>"),
        "[<svg>a</svg>] | Element(\"p\") at <p>"
    );
    assert_eq!(
        trusted("a <script>*b*</script> c"),
        "[ac] | Element(\"script\") at <script>*b*</script>"
    );
    assert_eq!(
        trusted("<script>never ends"),
        " | Element(\"script\") at <script>never ends"
    );
    assert_eq!(
        trusted("<base href=//a><meta http-equiv=refresh><main id=theme:main>b"),
        "b | Element(\"base\") at <base href=//a> Element(\"meta\") at <meta http-equiv=refresh> Element(\"main\") at <main id=theme:main>"
    );
    assert_eq!(
        trusted("<a href=javascript:a()>b</a> <iframe src=javascript:a()></iframe>"),
        "[<a>b</a><iframe></iframe>] | href(javascript:a()) src(javascript:a())"
    );
    assert_eq!(
        trusted("<script><!--<script></script>\n\na"),
        "[a] | Element(\"script\") at <script><!--<script></script>\n"
    );
    assert_eq!(
        trusted("<form><form>a</form></form>"),
        "<form>a</form> | Element(\"form\") at <form>"
    );
}
