//! What directives become, and where.

use crate::markup::{self, Event, HtmlPiece, Options, Profile, Tag, TagEnd};
use crate::model::DefectKind;

const OPTIONS: Options = Options {
    profile: Profile::Polydoc,
    nesting: 50,
    html: crate::model::HtmlLevel::Standard,
};

/// Events in short: tags by name, with class and data of ours.
fn outline(text: &str) -> String {
    let mut out = String::new();
    for located in markup::events(text, 0, OPTIONS) {
        match located.event {
            Event::Html(HtmlPiece::Open(tag)) => {
                out.push('<');
                out.push_str(&tag.name);
                for (name, value, _) in &tag.attributes {
                    out.extend([" ", name, "=", value]);
                }
                out.push('>');
            }
            Event::Html(HtmlPiece::Close(name)) => out.extend(["</", &*name, ">"]),
            Event::Html(HtmlPiece::Text(text) | HtmlPiece::Shown(text)) | Event::Text(text) => {
                out.push_str(text.trim_matches('\n'));
            }
            Event::Html(HtmlPiece::Removed(_)) | Event::SoftBreak => out.push(' '),
            Event::Include { url, is_block } => {
                let kind = if is_block { "{block " } else { "{words " };
                out.extend([kind, &url.value, "}"]);
            }
            Event::Snippet { language, url } => {
                out.extend(["{code ", &language, " ", &url.value, "}"]);
            }
            Event::Video { url } => out.extend(["{video ", &url.value, "}"]),
            Event::Code(code) => out.extend(["`", &code, "`"]),
            Event::Start(tag) => out.push_str(match tag {
                Tag::Paragraph => "<p>",
                Tag::BlockQuote => "<quote>",
                Tag::List { .. } => "<list>",
                Tag::Item => "<item>",
                Tag::CodeBlock { .. } => "<pre>",
                Tag::Heading { .. } => "<h>",
                Tag::Image(_) => "<image>",
                Tag::Strong => "<strong>",
                _ => "<?>",
            }),
            Event::End(end) => out.push_str(match end {
                TagEnd::Paragraph => "</p>",
                TagEnd::BlockQuote => "</quote>",
                TagEnd::List { .. } => "</list>",
                TagEnd::Item => "</item>",
                TagEnd::CodeBlock => "</pre>",
                TagEnd::Heading(_) => "</h>",
                TagEnd::Image => "</image>",
                TagEnd::Strong => "</strong>",
                _ => "</?>",
            }),
            other => out.extend([format!("{other:?}")]),
        }
    }
    out
}

fn defects(text: &str) -> Vec<(DefectKind, &str)> {
    let found = markup::read(text, 0, OPTIONS).defects.into_iter();
    found
        .map(|defect| (defect.kind, defect.range.slice(text)))
        .collect()
}

#[test]
fn directives_stand_where_the_markdown_around_them_puts_them() {
    let a = "<div class=zone data-pivot=a>";
    let cases = [
        (
            "::: zone pivot=\"a\"\nx\n::: zone-end",
            format!("{a}<p>x</p></div>"),
        ),
        (
            "- one\n\n  ::: zone pivot=\"a\"\n  x\n  ::: zone-end\n- two",
            format!("<list><item><p>one</p>{a}<p>x</p></div></item><item><p>two</p></item></list>"),
        ),
        // At the start of a line it ends the list.
        (
            "1. one\n::: zone pivot=\"a\"\n1. x\n::: zone-end\n1. two",
            format!(
                "<list><item>one</item></list>{a}<list><item>x</item></list></div><list><item>two</item></list>"
            ),
        ),
        (
            "text\n::: zone pivot=\"a\"\nx\n::: zone-end\ntext",
            format!("<p>text</p>{a}<p>x</p></div><p>text</p>"),
        ),
        (
            "> ::: zone pivot=\"a\"\n> x\n> ::: zone-end",
            format!("<quote>{a}<p>x</p></div></quote>"),
        ),
        // Its end may be indented more than its beginning.
        (
            "::: zone pivot=\"a\"\n- x\n\n  ::: zone-end\n\ny",
            format!("{a}<list><item><p>x</p></item></list></div><p>y</p>"),
        ),
        // A line that continues a paragraph, however far indented, is no code.
        (
            "text\n      [!code-c[](a.c)]\nmore",
            "<p>text</p>{code c a.c}<p>more</p>".to_owned(),
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(outline(text), expected, "{text}");
        assert_eq!(defects(text), [], "{text}");
    }
}

#[test]
fn what_stands_in_code_comments_and_escapes_is_left_as_it_is() {
    let cases = [
        (
            "```\n::: zone pivot=\"a\"\n[!INCLUDE [x](y.md)]\n```",
            "<pre>::: zone pivot=\"a\"\n[!INCLUDE [x](y.md)]</pre>",
        ),
        (
            "    ::: zone pivot=\"a\"",
            "<pre>::: zone pivot=\"a\"</pre>",
        ),
        ("`[!INCLUDE [x](y.md)]`", "<p>`[!INCLUDE [x](y.md)]`</p>"),
        ("`a ::: b` :::", "<p>`a ::: b` :::</p>"),
        ("\\[!INCLUDE \\[x\\](y.md)]", "<p>[!INCLUDE [x](y.md)]</p>"),
        ("<!-- ::: zone -->", " "),
        ("<!--\n::: zone pivot=\"a\"\n-->", " "),
    ];
    for (text, expected) in cases {
        assert_eq!(outline(text), expected, "{text}");
        assert_eq!(defects(text), [], "{text}");
    }
}

#[test]
fn includes_and_code_are_found_however_they_are_spelt() {
    let cases = [
        ("[!INCLUDE [x](y.md)]", "{block y.md}"),
        ("[!include[](~/a b/y.md)]", "{block ~/a b/y.md}"),
        ("[!INCLUDE [a [b] c](<y.md> \"t\")]", "{block y.md}"),
        ("[! INCLUDE [x] (y.md)]", "{block y.md}"),
        ("a [!INCLUDE [x](y.md)] b", "<p>a {words y.md} b</p>"),
        ("[!INCLUDE [x](y.md)] b", "<p>{words y.md} b</p>"),
        (
            "- [!INCLUDE [x](y.md)]",
            "<list><item>{block y.md}</item></list>",
        ),
        (
            "[!code-csharp-interactive[Main](a.cs?name=b)]",
            "{code csharp a.cs?name=b}",
        ),
        ("[!code[](a.cs)]", "{code  a.cs}"),
        (
            ":::code language=\"C#\" source=\"a.cs\" id=\"b\" highlight=\"2\":::",
            "{code c# a.cs?name=b&highlight=2}",
        ),
        (
            "[!VIDEO https://example.org/a_b_c]",
            "{video https://example.org/a_b_c}",
        ),
        (
            ":::video source=\"https://example.org\":::",
            "{video https://example.org}",
        ),
        (
            "[!UICONTROL Save _as_]",
            "<p><strong>Save _as_</strong></p>",
        ),
        ("[!DNL A] b", "<p><span translate=no>A</span> b</p>"),
    ];
    for (text, expected) in cases {
        assert_eq!(outline(text), expected, "{text}");
        assert_eq!(defects(text), [], "{text}");
    }
}

#[test]
fn tabs_hold_what_follows_up_to_a_break() {
    let tab = |id: &str, title: &str, rest: &str| {
        format!("<section class=tab data-tab={id}><p class=tab-title>{title}</p>{rest}</section>")
    };
    let text =
        "# <a name=\"w\"></a>[Win](#tab/win)\n\na\n\n## [Mac](#tab/mac+ios/arm)\n\n- b\n\n***\n\nc";
    let win = tab("win", "<span id=w></span>Win", "<p>a</p>");
    let mac = tab(
        "mac ios data-tab-when=arm",
        "Mac",
        "<list><item>b</item></list>",
    );
    assert_eq!(
        outline(text),
        format!("<div class=tabs>{win}{mac}</div><p>c</p>")
    );
    // The end of what they stand in ends them too.
    let text = "::: zone pivot=\"a\"\n# [W](#tab/w)\na\n::: zone-end\nb";
    let one = tab("w", "W", "<p>a</p>");
    assert_eq!(
        outline(text),
        format!("<div class=zone data-pivot=a><div class=tabs>{one}</div></div><p>b</p>")
    );
    assert_eq!(outline("# [a](#tab/b) c"), "<h><?>a</?> c</h>");
}

#[test]
fn text_in_columns_may_be_indented() {
    let text = ":::row:::\n   :::column span=\"2\":::\n      a\n\n      - b\n        c\n   :::column-end:::\n:::row-end:::";
    let outline = outline(text).replace("   ", "");
    assert_eq!(
        outline,
        "<div class=row><div class=column span-2><p>a</p><list><item>b c</item></list></div></div>"
    );
    let at = text.find("b\n").unwrap();
    let events = markup::events(text, 0, OPTIONS);
    assert!(
        events
            .iter()
            .any(|it| it.event == Event::Text("b".into()) && it.range.start as usize == at),
        "places hold"
    );
}

#[test]
fn a_quotation_with_a_class_is_a_section() {
    assert_eq!(
        outline("> [!div class=\"checklist\"]\n> * a"),
        "<div class=checklist><list><item>a</item></list></div>"
    );
}

#[test]
fn what_is_wrong_with_directives_has_its_place() {
    let malformed =
        |name: &str, problem: &str| DefectKind::MalformedDirective(name.into(), problem.into());
    let cases = [
        (
            "::: zone\nx\n::: zone-end",
            malformed("zone", "it has no `pivot` or `target`"),
            "::: zone",
        ),
        (
            "::: zone pivot=\"a\"\nx",
            DefectKind::UnclosedDirective("zone".into()),
            "::: zone pivot=\"a\"",
        ),
        (
            "x\n::: row-end",
            DefectKind::StrayDirectiveEnd("row".into()),
            "::: row-end",
        ),
        (
            "::: zzz a",
            DefectKind::UnknownDirective("zzz".into()),
            "::: zzz",
        ),
        (
            "a [!INCLUDE [x](y.md) b",
            malformed("include", "`]` is missing at its end"),
            "[!INCLUDE",
        ),
        (
            "a :::image alt-text=\"b\"::: c",
            malformed("image", "it has no `source`"),
            ":::image",
        ),
        (
            "[!div class=\"x\"]",
            malformed("div", "it stands alone on the first line of a quotation"),
            "[!div",
        ),
    ];
    for (text, kind, place) in cases {
        assert_eq!(defects(text), [(kind, place)], "{text}");
    }
}

#[test]
fn short_references_are_found_in_text_alone() {
    let links = |text: &str| -> Vec<String> {
        let events = markup::events(text, 0, OPTIONS);
        let links = events.iter().filter_map(|it| match &it.event {
            Event::Start(Tag::Link(reference)) => Some(reference.url.to_string()),
            _ => None,
        });
        links.collect()
    };
    assert_eq!(links("See @a.b_c, @\"d e\". @f."), ["@a.b_c", "@d e"]);
    assert_eq!(links("a@b `@c.d` [x@y.z](u) \\@a.b"), ["u"]);
}
