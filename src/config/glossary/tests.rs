//! What glossaries mean, and what is said of those that mean nothing.

use super::*;

fn read_as(name: &str, text: &str) -> Result<Glossary, String> {
    read(Path::new(name), name, text).map_err(|failure| failure.message)
}

fn wishes(glossary: &Glossary, tag: &str) -> Vec<String> {
    let locale = LocaleId::parse(tag).expect("a tag");
    let wish = |term: &Term| match term.wish(&locale) {
        None => format!("{}: anything", term.text),
        Some(Wish::Keep) => format!("{}: never", term.text),
        Some(Wish::Say(texts)) => format!("{}: {}", term.text, texts.join("|")),
    };
    glossary.terms.iter().map(wish).collect()
}

#[test]
fn yaml_and_a_table_say_the_same() {
    let yaml = "Teams: never\nmailbox:\n  fr: boîte aux lettres\n  de-DE: [Postfach, Mailbox]\n  ja-JP: never\n\"8\":\n  fr-FR: \"huit\"\n";
    let csv = "term,*,fr,de-DE,ja-JP\nTeams,never,,,\nmailbox,,boîte aux lettres,Postfach|Mailbox,never\n\"8\",,huit,,\n";
    let tsv = csv.replace(',', "\t").replace('\n', "\r\n");
    for (name, text) in [
        ("g.yml", yaml),
        ("g.csv", csv),
        ("g.tsv", &*tsv),
        ("g.CSV", &csv.replace(',', ";")),
    ] {
        let glossary = read_as(name, text).expect("a glossary");
        let french = wishes(&glossary, "fr-CA");
        assert_eq!(
            french[..2],
            ["Teams: never", "mailbox: boîte aux lettres"],
            "{name}"
        );
        assert_eq!(wishes(&glossary, "fr-FR")[2], "8: huit", "{name}");
        assert_eq!(
            wishes(&glossary, "de-AT")[1],
            "mailbox: Postfach|Mailbox",
            "{name}"
        );
        assert_eq!(wishes(&glossary, "ja-JP")[1], "mailbox: never", "{name}");
        assert_eq!(wishes(&glossary, "it-IT")[1], "mailbox: anything", "{name}");
    }
}

#[test]
fn a_translation_is_not_taken_from_another_script() {
    let glossary =
        read_as("g.yml", "mailbox: {zh-CN: 邮箱, sr-Latn: sanduče}").expect("a glossary");
    assert_eq!(wishes(&glossary, "zh-SG"), ["mailbox: 邮箱"]);
    assert_eq!(wishes(&glossary, "zh-TW"), ["mailbox: anything"]);
    assert_eq!(wishes(&glossary, "sr-Cyrl-RS"), ["mailbox: anything"]);
}

#[test]
fn what_is_wrong_is_told_at_its_place() {
    let cases = [
        ("g.yml", "- a\n", "g.yml:1:1: a glossary is a map of terms"),
        ("g.yml", "a: b\n", "g.yml:1:4: what is wished for a term"),
        (
            "g.yml",
            "a:\n  zzzz-QQ: b\n",
            "g.yml:2:3: `zzzz-QQ` is no language tag",
        ),
        (
            "g.yml",
            "a:\n  fr: {b: c}\n",
            "g.yml:2:7: a translation is text",
        ),
        ("g.yml", "a: never\nb: [\n", "g.yml:"),
        (
            "g.csv",
            "word,fr\na,b\n",
            "g.csv:1:1: `word` is no language tag",
        ),
        (
            "g.csv",
            "fr,de\na,b\n",
            "g.csv:1:1: no column is called `term`",
        ),
        ("g.csv", "term,fr\na,b,c\n", "g.csv:2:5: more cells"),
        ("g.csv", "term,fr\na,\"b\n", "g.csv:2:3: the double quote"),
        (
            "g.csv",
            "term,fr\na,b\na,c\n",
            "g.csv:3:1: the term `a` stands here twice",
        ),
        (
            "g.csv",
            "term,*\na,b\n",
            "g.csv:2:3: one translation cannot hold",
        ),
        ("g.txt", "a", "`g.txt` is no form"),
    ];
    for (name, text, expected) in cases {
        let message = read_as(name, text).expect_err(text);
        assert!(message.contains(expected), "{text:?}: {message}");
    }
}

#[test]
fn a_table_may_have_quotes_line_ends_and_empty_rows() {
    let text = "\u{feff}term,fr\n\n\"a \"\"b\"\", c\",\"x\ny\"\r\nd,\n";
    let glossary = read_as("g.csv", text).expect("a glossary");
    assert_eq!(wishes(&glossary, "fr"), ["a \"b\", c: x\ny", "d: anything"]);
}
