//! Messages as readers get them, with fallback and plural forms.

use std::collections::BTreeMap;

use super::*;

fn file(path: &str, text: &str) -> MessageFile {
    let folder = path.split('/').nth(1).expect("locales/<locale>/…");
    MessageFile {
        path: path.to_owned(),
        locale: LocaleId::parse(folder).expect("a tag"),
        text: text.to_owned(),
        maker: Maker::Project,
    }
}

fn load(folders: &[&str], files: &[(&str, &str)]) -> Result<Messages, Vec<Problem>> {
    let files: Vec<MessageFile> = files.iter().map(|(path, text)| file(path, text)).collect();
    Messages::load(
        &files,
        &Locales::build(folders.iter().copied(), &BTreeMap::new()),
    )
}

fn problems(files: &[(&str, &str)]) -> Vec<String> {
    let problems = load(&["fr-FR"], files).err().expect("problems");
    problems
        .iter()
        .map(|problem| {
            problem
                .to_string()
                .lines()
                .next()
                .unwrap_or_default()
                .to_owned()
        })
        .collect()
}

const FIRST: LocaleIndex = LocaleIndex(0);

#[test]
fn a_message_comes_from_the_nearest_language_that_has_it() {
    let files = [
        (
            "locales/en-US/site.ftl",
            "skip = Skip\nmenu = Menu\nhome = Home\n",
        ),
        ("locales/fr-FR/site.ftl", "skip = Passer\nmenu = Menu\n"),
        ("locales/fr-FR/own.ftl", "menu = Sommaire\n"),
    ];
    let messages =
        load(&["fr-CA", "pt-BR"], &files).unwrap_or_else(|problems| panic!("{problems:?}"));
    let texts = |locale| {
        ["skip", "menu", "home", "none"]
            .map(|id| messages.text(LocaleIndex(locale), id).unwrap_or("-"))
    };
    assert_eq!(
        texts(0),
        ["Passer", "Sommaire", "Home", "-"],
        "the project's own file lies over ours"
    );
    assert_eq!(texts(1), ["Skip", "Menu", "Home", "-"]);
    let gaps: Vec<_> = messages
        .gaps()
        .iter()
        .map(|gap| (gap.locale.0, gap.missing, gap.stand_in.to_string()))
        .collect();
    assert_eq!(
        gaps,
        [(0, 1, "en-US".to_owned()), (1, 3, "en-US".to_owned())]
    );
}

#[test]
fn plural_forms_are_those_of_the_language() {
    let six = "n = { $count ->\n [zero] zero { $count }\n [one] one\n [two] two\n [few] few { $count }\n [many] many { $count }\n *[other] other { $count }\n}\n";
    let messages = load(
        &["ar-SA", "fr-FR", "pl-PL"],
        &[
            ("locales/ar-SA/a.ftl", six),
            ("locales/fr-FR/a.ftl", six),
            ("locales/pl-PL/a.ftl", six),
        ],
    );
    let messages = messages.unwrap_or_else(|problems| panic!("{problems:?}"));
    let say = |locale, count| {
        messages
            .format(
                LocaleIndex(locale),
                "n",
                &[("count", Argument::Number(count))],
            )
            .expect("known")
            .into_owned()
    };
    let arabic = [0, 1, 2, 3, 11, 100].map(|count| {
        say(0, count)
            .split(' ')
            .next()
            .map(str::to_owned)
            .unwrap_or_default()
    });
    assert_eq!(arabic, ["zero", "one", "two", "few", "many", "other"]);
    assert_eq!(
        [say(1, 0), say(1, 1), say(1, 2919)],
        [
            "one".to_owned(),
            "one".to_owned(),
            "other 2\u{202f}919".to_owned()
        ]
    );
    assert_eq!([say(2, 2), say(2, 5)], ["few 2", "many 5"]);
}

#[test]
fn a_text_that_runs_the_other_way_is_isolated_and_others_are_not() {
    let ftl = "link = Link to { $title }\nchosen = { $kind ->\n [a] A { $title }\n *[b] B { $title }\n}\n";
    let messages = load(
        &["en-US", "he-IL"],
        &[
            ("locales/en-US/a.ftl", ftl),
            ("locales/he-IL/a.ftl", "link = קישור אל { $title }\n"),
        ],
    );
    let messages = messages.unwrap_or_else(|problems| panic!("{problems:?}"));
    let link = |locale, title| {
        messages
            .format(
                LocaleIndex(locale),
                "link",
                &[("title", Argument::Text(title))],
            )
            .expect("known")
            .into_owned()
    };
    assert_eq!(link(0, "C++"), "Link to C++");
    assert_eq!(link(0, "שלום!"), "Link to \u{2068}שלום!\u{2069}");
    assert_eq!(link(1, "C++"), "קישור אל \u{2068}C++\u{2069}");
    let arguments = [
        ("kind", Argument::Text("a")),
        ("title", Argument::Text("سلام")),
    ];
    assert_eq!(
        messages.format(FIRST, "chosen", &arguments).expect("known"),
        "A \u{2068}سلام\u{2069}"
    );
}

#[test]
fn every_mistake_in_a_file_has_its_place() {
    let english = (
        "locales/en-US/site.ftl",
        "skip = Skip\ncount = { $count } pages\nplain = Words\n",
    );
    assert_eq!(
        problems(&[
            english,
            (
                "locales/fr-FR/site.ftl",
                "skip = { $cuont }\ncount = { $cuont } pages\nplain = { -brand } { menu }\n"
            )
        ]),
        [
            "locales/fr-FR/site.ftl:2:11: unknown variable `$cuont`",
            "locales/fr-FR/site.ftl:3:11: no term `-brand` in fr-FR",
            "locales/fr-FR/site.ftl:3:22: no message `menu` in fr-FR",
            "locales/fr-FR/site.ftl:1:10: unknown variable `$cuont`",
        ]
    );
    assert_eq!(problems(&[("locales/fr-FR/a.ftl", "é = x\n")]).len(), 1);
    assert_eq!(
        problems(&[("locales/fr-FR/a.ftl", "ok = { $count ->\n  [one] x\n}\n")]),
        ["locales/fr-FR/a.ftl:3:1: the select expression must have a default variant"]
    );
    assert_eq!(
        problems(&[("locales/fr-FR/a.ftl", "a = { b }\nb = { a }\n")]),
        [
            "locales/fr-FR/a.ftl:1:1: `a` shows itself",
            "locales/fr-FR/a.ftl:2:1: `b` shows itself"
        ]
    );
    assert_eq!(
        problems(&[("locales/fr-FR/a.ftl", "a = x\na = y\n")]),
        ["locales/fr-FR/a.ftl:2:1: `a` stands twice in this file"]
    );
    assert_eq!(
        problems(&[("locales/fr-FR/a.ftl", "a = { DATETIME($x) }\n")]),
        ["locales/fr-FR/a.ftl:1:7: unknown function or option `DATETIME`"]
    );
}

#[test]
fn a_missing_argument_is_an_error_and_not_a_hole() {
    let messages = load(
        &["en-US"],
        &[(
            "locales/en-US/a.ftl",
            "a = Hello { $name }\nb = { $n ->\n *[other] { $n } x { $y }\n}\n",
        )],
    )
    .unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(
        messages.format(FIRST, "a", &[]),
        Err(MessageError::Incomplete(
            "a".to_owned(),
            "`$name` is not given".to_owned()
        ))
    );
    assert!(matches!(
        messages.format(FIRST, "b", &[("n", Argument::Number(1))]),
        Err(MessageError::Incomplete(..))
    ));
    assert_eq!(
        messages.format(FIRST, "c", &[]),
        Err(MessageError::Unknown("c".to_owned()))
    );
}

#[test]
fn messages_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Messages>();
}

#[test]
fn brackets_without_end_are_a_problem_with_a_place_and_no_overflow() {
    for (deep, place) in [
        (
            format!("a = {}\"x\"{}\n", "{ ".repeat(5000), " }".repeat(5000)),
            "1:205",
        ),
        (format!("a = {{\n{}x\n", "{\n".repeat(5000)), "101:1"),
        (format!("a = {{ {}\n", "A(".repeat(5000)), "1:206"),
    ] {
        let found = problems(&[("locales/fr-FR/site.ftl", &deep)]);
        assert!(
            found[0].contains(place) && found[0].contains("brackets"),
            "{found:?}"
        );
    }
    let many: Vec<String> = (0..300).map(|at| format!("m{at} = {{ $x\n")).collect();
    let many = many.concat();
    let found = problems(&[("locales/fr-FR/site.ftl", &many)]);
    assert!(
        found.iter().all(|problem| !problem.contains("brackets")),
        "{found:?}"
    );
}
