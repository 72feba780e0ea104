//! What a file says, fact by fact.

use super::*;
use crate::model::{Fact, TocProblem, Value, YamlProblem};
use crate::source::Spanned;

const OPTIONS: ParseOptions = ParseOptions {
    front_matter_bytes: 1000,
    nesting: 100,
    html: crate::model::HtmlLevel::Standard,
};

/// What is wrong with a text.
pub(super) fn kinds(text: &str) -> Vec<DefectKind> {
    let document = parsed(text);
    document.defects.iter().map(|it| it.kind.clone()).collect()
}

fn parsed(text: &str) -> Document {
    parse(text.as_bytes(), OPTIONS)
}

/// The body as the document sees it.
fn body(text: &str) -> &str {
    &text[parsed(text).body_start as usize..]
}

fn value(yaml: &str) -> Value {
    let text = format!("---\nkey: {yaml}\n---\n");
    let document = parsed(&text);
    assert_eq!(*document.front_matter.problems, [], "{yaml}");
    document
        .front_matter
        .get("key")
        .cloned()
        .unwrap_or(Value::Null)
}

#[test]
fn front_matter_is_found_in_every_dress() {
    for text in [
        "---\ntitle: a\n---\n# H",
        "---\r\ntitle: a\r\n---\r\n# H",
        "---\rtitle: a\r---\r# H",
        "\u{FEFF}---\ntitle: a\n---\n# H",
        "---  \ntitle: a\n---\t\n# H",
        "---\ntitle: a\n...\n# H",
    ] {
        let document = parsed(text);
        assert_eq!(
            document.front_matter.get("title"),
            Some(&Value::String("a".into())),
            "{text:?}"
        );
        assert_eq!(body(text), "# H", "{text:?}");
        let block = document.front_matter.range.slice(text);
        assert!(
            block.starts_with("---") && !block.ends_with(['\n', '\r']),
            "{text:?}"
        );
    }
}

#[test]
fn what_is_no_front_matter_stays_in_the_body() {
    for text in [
        "",
        "# H",
        "---\n",
        "---\n\nText\n\n---\n\nmore",
        "----\na: b\n----\n",
        " ---\na: b\n---\n",
        "---\nText",
    ] {
        let document = parsed(text);
        assert!(!document.front_matter.is_present(), "{text:?}");
        assert_eq!(*document.front_matter.problems, [], "{text:?}");
        assert_eq!(body(text), text, "{text:?}");
    }
}

#[test]
fn front_matter_that_is_never_closed_is_a_problem_and_eats_nothing() {
    let text = "---\ntitle: a\n# H";
    let document = parsed(text);
    assert_eq!(
        *document.front_matter.problems,
        [YamlProblem::Unclosed(TextRange::new(0, 3))]
    );
    assert_eq!(document.body_start, 0);
}

#[test]
fn too_large_front_matter_is_not_read() {
    let text = format!("---\ntitle: {}\n---\nText", "x".repeat(1000));
    let document = parsed(&text);
    assert!(matches!(
        *document.front_matter.problems,
        [YamlProblem::TooLarge(_)]
    ));
    assert_eq!(body(&text), "Text");
}

#[test]
fn values_keep_type_order_and_spelling() {
    let number = |text: &str| Value::Number(text.into());
    let string = |text: &str| Value::String(text.into());
    assert_eq!(value("1e3"), number("1e3"));
    assert_eq!(value("0x1F"), number("0x1F"));
    assert_eq!(
        value("123456789012345678901234567890"),
        number("123456789012345678901234567890")
    );
    assert_eq!(value("007"), string("007"));
    assert_eq!(value("'8000045'"), string("8000045"));
    assert_eq!(value("no"), string("no"));
    assert_eq!(value("true"), Value::Bool(true));
    assert_eq!(value("~"), Value::Null);
    assert_eq!(value("03/10/2021"), string("03/10/2021"));
    assert_eq!(value("!mine 4"), number("4"));
    assert_eq!(value(">\n  one\n  two"), string("one two\n"));
    assert_eq!(
        value("[1.50, é, &x 2.0, *x]"),
        Value::List([number("1.50"), string("é"), number("2.0"), number("2.0")].into())
    );
    assert_eq!(
        value("{b: 1, 2.0: c, a b: {}}"),
        Value::Map(
            [
                ("b".into(), number("1")),
                ("2.0".into(), string("c")),
                ("a b".into(), Value::Map(Box::default()))
            ]
            .into()
        )
    );
}

#[test]
fn malformed_front_matter_is_reported_in_its_place_and_the_body_is_read() {
    let text = "---\nfirst: é\ntitle: one: two\n---\n# H";
    let document = parsed(text);
    let [YamlProblem::Syntax(_, range)] = *document.front_matter.problems else {
        panic!("no problem")
    };
    assert_eq!(&text[range.start as usize..], ": two\n---\n# H");
    assert!(document.front_matter.entries.is_empty());
    assert_eq!(body(text), "# H");
}

#[test]
fn a_key_that_stands_twice_is_reported_at_the_second() {
    let text = "---\nname: é\ntitle: a\nmore: {x: 1, x: 2}\ntitle: b\n---\n";
    let document = parsed(text);
    let found: Vec<_> = document
        .front_matter
        .problems
        .iter()
        .map(|problem| match problem {
            YamlProblem::DuplicateKey(key, second, first) => {
                (&**key, second.slice(text), second.start > first.start)
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(found, [("x", "x", true), ("title", "title", true)]);
    assert_eq!(
        document.front_matter.get("title"),
        Some(&Value::String("a".into())),
        "the first one holds"
    );
}

#[test]
fn front_matter_that_is_no_mapping_is_a_problem() {
    for (block, kind) in [
        ("- a\n- b", "a list"),
        ("just text", "text"),
        ("title：a\n- b", "text"),
    ] {
        let text = format!("---\n{block}\n---\nText");
        let document = parsed(&text);
        let problems = &document.front_matter.problems;
        assert!(
            matches!(&**problems, [YamlProblem::NotAMapping(found, _)] if *found == kind),
            "{block}: {problems:?}"
        );
    }
    for block in ["", "# nothing\n", "~\n"] {
        assert_eq!(
            *parsed(&format!("---\n{block}---\n")).front_matter.problems,
            [],
            "{block:?}"
        );
    }
}

#[test]
fn aliases_cannot_grow_without_end() {
    let laughs = (1..20).fold(String::from("a0: &a0 x\n"), |text, n| {
        let before = n - 1;
        text + &format!("a{n}: &a{n} [*a{before}, *a{before}, *a{before}, *a{before}]\n")
    });
    let merge = "a: &a [*a]\n".to_owned();
    let deep = format!("a: {}{}\n", "[".repeat(300), "]".repeat(300));
    for block in [laughs, merge, deep] {
        let document = parsed(&format!("---\n{block}---\n"));
        assert!(
            matches!(*document.front_matter.problems, [YamlProblem::Syntax(..)]),
            "{block}"
        );
    }
}

#[test]
fn every_value_has_its_place() {
    let text = "---\n# é\nms.custom:\n- \"1\"\n- two words\nmore: {x: &a 1, y: *a}\ntext: |\n  a\n  b\n\nempty:\n---\n";
    let document = parsed(text);
    let at = |path: &[&str]| {
        document
            .front_matter
            .place(path)
            .map(|place| (place.key.slice(text), place.value.slice(text)))
    };
    assert_eq!(
        at(&["ms.custom"]),
        Some(("ms.custom", "- \"1\"\n- two words"))
    );
    assert_eq!(at(&["ms.custom", "1"]), Some(("two words", "two words")));
    assert_eq!(at(&["more"]), Some(("more", "{x: &a 1, y: *a}")));
    assert_eq!(at(&["more", "y"]), Some(("y", "*a")));
    assert_eq!(at(&["empty"]), Some(("empty", "")));
    assert_eq!(at(&["text"]).map(|(key, _)| key), Some("text"));
    assert_eq!(at(&["nothing"]), None);
    assert_eq!(at(&["ms.custom", "7"]), None);
}

#[test]
fn bad_bytes_are_defects_and_stop_nothing() {
    let document = parse(b"\xEF\xBB\xBF# a \xFF\0\n", OPTIONS);
    let kinds: Vec<_> = document
        .defects
        .iter()
        .map(|defect| defect.kind.clone())
        .collect();
    assert_eq!(
        kinds,
        [
            DefectKind::ByteOrderMark,
            DefectKind::InvalidUtf8,
            DefectKind::Nul
        ]
    );
    assert!(matches!(&document.facts[0], Fact::Heading(heading) if heading.level == 1));
}

#[test]
fn facts_come_in_the_order_they_are_written() {
    let text = "---\ntitle: a\n---\n# <a name=\"x\"></a>A `b` [c](d.md)\n\n![](e.png) <f@example.org>\n\n> [!VIDEO https://example.org/g]\n\n[!INCLUDE [h](../includes/i.md)]\n";
    let document = parsed(text);
    let words: Vec<String> = document
        .facts
        .iter()
        .map(|fact| match fact {
            Fact::Heading(heading) => {
                assert_eq!(
                    heading.range.slice(text).trim_end(),
                    "# <a name=\"x\"></a>A `b` [c](d.md)"
                );
                format!(
                    "h{} {} #{}",
                    heading.level, heading.text, heading.ids[0].value
                )
            }
            Fact::Link(link) => format!(
                "{:?} {} {}",
                link.kind,
                link.written,
                link.target_range.slice(text)
            ),
            Fact::Include(include) => {
                format!("include {} {}", include.written, include.range.slice(text))
            }
            Fact::Anchor(anchor) => anchor.id.to_string(),
        })
        .collect();
    assert_eq!(
        words,
        [
            "h1 A b c #x",
            "Link d.md d.md",
            "Image e.png e.png",
            "Autolink mailto:f@example.org f@example.org",
            "Video https://example.org/g https://example.org/g",
            "include ../includes/i.md [!INCLUDE [h](../includes/i.md)]",
        ]
    );
}

#[test]
fn a_link_is_empty_when_nothing_is_to_be_seen() {
    let cases = [
        ("[](a)", [true].as_slice()),
        ("[\u{A0}\u{200B}](a)", &[true]),
        ("[a](b)", &[false]),
        ("[`a`](b)", &[false]),
        ("[![](a)](b)", &[true, true]),
        ("[![c](a)](b)", &[false, false]),
        ("<https://example.org>", &[false]),
        ("[!code-x[](a)]", &[false]),
    ];
    for (text, empty) in cases {
        let document = parsed(text);
        let found: Vec<bool> = document
            .facts
            .iter()
            .filter_map(|fact| match fact {
                Fact::Link(link) => Some(link.is_empty),
                _ => None,
            })
            .collect();
        assert_eq!(found, empty, "{text}");
    }
}

#[test]
fn words_are_counted_without_markup_and_code_blocks() {
    assert_eq!(
        parsed(
            "---\ntitle: not me\n---\n# One *t*wo\n\nthree [four](five.md)\nsix\n\n```\nno\n```\n"
        )
        .words
        .count,
        5
    );
}

#[test]
fn an_odd_alert_is_a_defect_that_knows_what_is_meant() {
    let text = "> [! Conseil]\n> a";
    let document = parsed(text);
    assert_eq!(
        document.defects[0].kind,
        DefectKind::OddAlert(
            "Conseil".into(),
            "TIP",
            Some(Spanned {
                value: "[! Conseil]".into(),
                range: TextRange::new(2, 13),
            })
        )
    );
    assert_eq!(document.defects[0].range.slice(text), "Conseil");
}

#[test]
fn a_table_of_contents_is_a_list_or_has_items() {
    let text = "items:\n- name: One\n  href: one.md\n- displayName: Two\n  items:\n  - href: two.md\n  - name: three\n    topicHref: 3.md\n    href: x/TOC.yml\n- oops\n";
    let toc = toc(text.as_bytes());
    let one = &toc.entries[0];
    assert_eq!(
        (
            &*one.name,
            one.href.as_ref().map(|href| href.range.slice(text))
        ),
        ("One", Some("one.md"))
    );
    let two = &toc.entries[1];
    assert_eq!((&*two.name, two.href.is_none()), ("Two", true));
    assert_eq!(
        (
            &*two.items[0].name,
            &*two.items[1].href.as_ref().unwrap().value
        ),
        ("two.md", "3.md")
    );
    assert!(
        matches!(&*toc.problems, [TocProblem::NotAnEntry("text", range)] if range.slice(text) == "oops")
    );
    assert_eq!(super::toc(b"- name: a\n  href: b.md\n").entries.len(), 1);
    assert_eq!(super::toc(b"\xEF\xBB\xBFitems: [").problems.len(), 1);
    assert_eq!(super::toc(b"").entries, []);
}

#[test]
fn a_model_of_everything_strange_does_not_panic() {
    for text in [
        "---\n---\n",
        "---\n? [a]\n: b\n---",
        "---\n\u{0}\n---",
        "[",
        "> [!",
        "> [!VIDEO",
        "# {#",
        "# <a",
        "[a](<",
        "\r",
        "---\r",
    ] {
        let _ = parsed(text);
    }
}

#[test]
fn nothing_in_a_table_of_contents_is_dropped_without_a_word() {
    let text = "- name: a\n  href: a.md\n  name: b\n-\n- {}\n- name:\n- items:\n- name: x\n  hrfe: a.md\n- name: y\n  items: b.md\n- name: [1]\n- items:\n  - name: below\n- uid: elsewhere\n- href: {x: y}\n  name: z\n";
    let toc = toc(text.as_bytes());
    let name = |problem: &TocProblem| match problem {
        TocProblem::Yaml(_) => "yaml",
        TocProblem::NotAList(..) => "no list",
        TocProblem::NotAnEntry(..) => "no entry",
        TocProblem::EmptyEntry(_) => "empty",
        TocProblem::Nameless(_) => "nameless",
        TocProblem::NoText(..) => "no text",
        TocProblem::DuplicateKey(..) => "twice",
        TocProblem::SimilarKey(..) => "similar",
        _ => "else",
    };
    let found = |problem: &TocProblem| (problem.range().slice(text), name(problem));
    let found: Vec<_> = toc.problems.iter().map(found).collect();
    assert_eq!(
        found,
        [
            ("name", "twice"),
            ("", "empty"),
            ("{}", "empty"),
            ("name", "empty"),
            ("items", "empty"),
            ("hrfe", "similar"),
            ("b.md", "no list"),
            ("[1]", "no text"),
            ("items", "nameless"),
            ("{x: y}", "no text"),
        ]
    );
    let names: Vec<&str> = toc.entries.iter().map(|entry| &*entry.name).collect();
    // What has a uid alone gets the words of its page.
    assert_eq!(names, ["a", "x", "y", "", "", "z"]);
}
