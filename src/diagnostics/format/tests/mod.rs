//! What people and machines get to see of findings.

use super::*;
use crate::diagnostics::{Category, FileLevels, Level, Preset, Rule, RuleLevels, SetBy, Sink};
use crate::source::{LocaleIndex, SitePath, Source, SourceKind, Stamp, TextRange};

mod programs;

static BROKEN: Rule = Rule {
    name: "broken-link",
    category: Category::Correctness,
    level: Level::Error,
    since: "0.1.0",
    page: "",
};

static MILD: Rule = Rule {
    name: "mild",
    category: Category::Project,
    level: Level::Info,
    since: "0.1.0",
    page: "",
};

const FRENCH: &str = "---\ntitle: x\n---\n# Titre\r\n\r\nVoir [日本](guide.md) ici.\n";

fn sources() -> Sources {
    let file = |path: &str, locale| Source {
        path: SitePath::new(path),
        kind: SourceKind::Article,
        locale: Some(LocaleIndex(locale)),
        stamp: Stamp::default(),
    };
    Sources {
        files: vec![file("de-DE/a.md", 0), file("fr-FR/b.md", 1)],
    }
}

fn render(
    text: &str,
    find: impl Fn(&mut Sink<'_>),
    write: impl Fn(&mut String, &[Diagnostic], &Files<'_>),
) -> String {
    let (sources, levels, locales) = (
        sources(),
        FileLevels::default(),
        ["de-DE".to_owned(), "fr-FR".to_owned()],
    );
    let read = |_: FileId| Some(text.to_owned());
    let files = Files {
        sources: &sources,
        shown: &|path| format!("content/{path}"),
        locales: &locales,
        text: &read,
    };
    let mut sink = Sink::new(&levels);
    find(&mut sink);
    let mut out = String::new();
    write(&mut out, &sink.into_found(), &files);
    out
}

fn plain(out: &mut String, diagnostics: &[Diagnostic], files: &Files<'_>) {
    text(out, diagnostics, files, TextOptions::default()).unwrap();
}

fn findings<'f>(diagnostics: &'f [Diagnostic], files: &'f Files<'f>) -> Findings<'f> {
    Findings {
        diagnostics,
        set_apart: &[],
        files,
        articles: 2,
        home: "polydoc.yml",
        day: None,
        text: TextOptions::default(),
    }
}

/// What a format makes of findings.
fn report(name: &str, text: &str, find: impl Fn(&mut Sink<'_>)) -> (String, Told) {
    let told = std::cell::Cell::new(None);
    let out = render(text, find, |out, all, files| {
        let format = named(name).unwrap();
        told.set(Some((format.write)(out, &findings(all, files)).unwrap()));
    });
    (out, told.take().unwrap())
}

fn range(text: &str, part: &str) -> TextRange {
    let at = text.find(part).unwrap();
    TextRange::new(at, at + part.len())
}

#[test]
fn a_finding_shows_its_line_with_the_caret_under_the_target_and_says_the_default_level_once() {
    let find = |sink: &mut Sink<'_>| {
        for _ in 0..2 {
            let at = range(FRENCH, "guide.md");
            sink.at(&BROKEN, FileId(1), at, "no article at `guide.md`")
                .help("did you mean `guides.md`?");
        }
    };
    let expected = "\
error[broken-link]: no article at `guide.md`
 --> content/fr-FR/b.md:6:11
  |
6 | Voir [日本](guide.md) ici.
  |             ^^^^^^^^
  |
  = help: did you mean `guides.md`?
  = note: `broken-link` is `error` by default

error[broken-link]: no article at `guide.md`
 --> content/fr-FR/b.md:6:11
  |
6 | Voir [日本](guide.md) ici.
  |             ^^^^^^^^
  |
  = help: did you mean `guides.md`?

";
    assert_eq!(render(FRENCH, find, plain), expected);
}

#[test]
fn a_long_line_is_cut_around_the_caret_and_keeps_its_true_column() {
    let text = format!(
        "x <img src='{}'> [a](guide.md) {}",
        "QUJD".repeat(1500),
        "後".repeat(500)
    );
    let find = |sink: &mut Sink<'_>| {
        sink.at(
            &BROKEN,
            FileId(0),
            range(&text, "guide.md"),
            "no article at `guide.md`",
        );
    };
    let out = render(&text, find, plain);
    assert!(out.contains("content/de-DE/a.md:1:6020"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() < 120), "{out}");
    assert!(
        out.contains("(guide.md)") && out.contains("^^^^^^^^"),
        "{out}"
    );
}

#[test]
fn a_line_of_a_megabyte_is_named_but_not_shown() {
    let text = "x".repeat(1 << 20);
    let find = |sink: &mut Sink<'_>| {
        sink.at(&BROKEN, FileId(0), TextRange::new(500_000, 500_001), "odd");
    };
    let out = render(&text, find, plain);
    assert!(out.contains("content/de-DE/a.md:1:500001"), "{out}");
    assert!(out.len() < 500, "{out}");
}

#[test]
fn no_place_makes_a_format_panic_even_when_the_file_has_changed() {
    for text in [
        "",
        "é",
        "a\tb\r\nc\rمرحبا\u{202e} x\u{0}\u{1b}[31m",
        "\u{feff}---\n",
    ] {
        for (start, end) in [(0, 0), (1, 2), (1, 9), (3, 30), (900, 1000)] {
            let find = |sink: &mut Sink<'_>| {
                sink.at(
                    &BROKEN,
                    FileId(0),
                    TextRange { start, end },
                    "a\nb\u{1b}[31m",
                )
                .related(
                    crate::source::Span {
                        file: FileId(1),
                        range: TextRange { start, end },
                    },
                    "first",
                );
                sink.site(&BROKEN, "all");
            };
            let out = render(text, find, plain);
            assert!(
                !out.contains('\u{1b}') && !out.contains('\u{202e}'),
                "{out:?}"
            );
            for format in FORMATS {
                let out = render(text, find, |out, all, files| {
                    (format.write)(out, &findings(all, files)).unwrap();
                });
                assert!(!out.contains('\u{1b}'), "{}: {out:?}", format.name);
            }
        }
    }
}

#[test]
fn many_findings_of_one_rule_in_one_file_are_counted() {
    let find = |sink: &mut Sink<'_>| {
        for at in 0..7 {
            sink.at(&BROKEN, FileId(1), TextRange::at(at), "odd");
        }
    };
    let out = render(FRENCH, find, plain);
    assert_eq!(out.matches("error[broken-link]").count(), 5);
    assert!(
        out.ends_with("content/fr-FR/b.md: 2 more of `broken-link`\n\n"),
        "{out}"
    );
}

#[test]
fn reports_are_in_the_order_of_paths_and_the_site_comes_last() {
    let find = |sink: &mut Sink<'_>| {
        sink.site(&BROKEN, "all of it");
        sink.at(&BROKEN, FileId(1), TextRange::at(4), "later");
        sink.at(&BROKEN, FileId(1), TextRange::at(0), "sooner");
        sink.at(&BROKEN, FileId(0), TextRange::at(9), "first");
    };
    let out = render(FRENCH, find, |out, all, files| {
        short(out, all, files).unwrap();
    });
    let expected = "\
content/de-DE/a.md:2:6: error[broken-link]: first
content/fr-FR/b.md:1:1: error[broken-link]: sooner
content/fr-FR/b.md:2:1: error[broken-link]: later
error[broken-link]: all of it
";
    assert_eq!(out, expected);
}

#[test]
fn a_finding_says_who_set_its_level() {
    let said = |levels: RuleLevels| {
        let levels = FileLevels::everywhere(levels);
        let mut sink = Sink::new(&levels);
        sink.site(&BROKEN, "odd");
        let sources = sources();
        let files = Files {
            sources: &sources,
            shown: &str::to_owned,
            locales: &[],
            text: &|_| None,
        };
        let mut out = String::new();
        plain(&mut out, &sink.into_found(), &files);
        let note = out.split_once("note: ").map(|(_, note)| note.trim());
        note.unwrap_or_default().to_owned()
    };
    let set = |level, by| {
        let mut levels = RuleLevels::default();
        levels.set("broken-link", level, by);
        levels
    };
    let wanted = [
        (
            set(Level::Info, SetBy::File),
            "`broken-link` is `info` in `polydoc.yml`",
        ),
        (
            set(Level::Warning, SetBy::Flag),
            "`broken-link` is `warning` by `--level`",
        ),
        (
            RuleLevels {
                deny_warnings: true,
                ..set(Level::Warning, SetBy::Flag)
            },
            "`broken-link` is `error` by `--deny warnings`",
        ),
        (
            RuleLevels {
                preset: Preset::Strict,
                deny_warnings: true,
                ..RuleLevels::default()
            },
            "`broken-link` is `error` by default",
        ),
    ];
    for (levels, wanted) in wanted {
        assert_eq!(said(levels), wanted);
    }
}

#[test]
fn formats_have_different_names_and_say_whom_they_are_for() {
    let mut names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), FORMATS.len());
    for format in FORMATS {
        let text = format.description;
        assert!(!text.ends_with('.') && text.starts_with(char::is_uppercase));
        assert_eq!(named(format.name).map(|it| it.name), Some(format.name));
    }
    assert!(named("yaml").is_none());
}

#[test]
fn words_of_the_author_become_no_markup_and_no_mention_in_a_comment() {
    let find = |sink: &mut Sink<'_>| {
        let message = "no file at `a|b.md` <img src=x> @team #12 *x* [y](z) https://example.org";
        sink.site(&BROKEN, message).help("write `x` or a ` there");
    };
    let (out, _) = report("markdown", FRENCH, find);
    let row = out.lines().last().unwrap();
    assert_eq!(
        row,
        "|  | error | broken-link | no file at <code>a&#124;b&#46;md</code> &#60;img src&#61;x&#62; &#64;<!-- -->team \
         &#35;<!-- -->12 &#42;x&#42; &#91;y&#93;(z) https&#58;&#47;&#47;example&#46;org\
         <br>help&#58; write <code>x&#96; or a </code> there |"
    );
}

#[test]
fn a_comment_is_bounded_and_drops_what_is_mild_first() {
    let find = |sink: &mut Sink<'_>| {
        sink.at(&MILD, FileId(0), TextRange::at(0), "mild");
        for _ in 0..3_000 {
            sink.at(
                &BROKEN,
                FileId(1),
                TextRange::at(0),
                "no article at `guide.md`",
            );
        }
    };
    let (out, told) = report("markdown", FRENCH, find);
    assert!(out.chars().count() <= 65_536 && out.chars().count() > 60_000);
    let rows = out
        .lines()
        .filter(|line| line.starts_with("| 1:1 "))
        .count();
    let rest = format!("{} errors, 1 piece of information", 3_000 - rows);
    assert!(
        out.ends_with(&format!("\nNot shown here: {rest}.\n")),
        "{rest}"
    );
    assert!(matches!(told, Told::Part(text) if text.contains(&rest)));
}

#[test]
fn a_report_without_findings_is_whole_in_every_format() {
    for (name, wanted) in [
        ("junit", r#"tests="1" failures="0" errors="0" skipped="0""#),
        ("markdown", "## polydoc: nothing wrong\n"),
        ("gitlab", "[]\n"),
        (
            "checkstyle",
            "<checkstyle version=\"4.3\">\n</checkstyle>\n",
        ),
        ("jsonl", r#""errors":0"#),
        ("github", ""),
    ] {
        let (out, told) = report(name, FRENCH, |_| {});
        assert!(out.contains(wanted), "{name}: {out}");
        assert_eq!(told, Told::All, "{name}");
    }
}
