//! What becomes of raw HTML at each level of trust, and that the manual says it.

use std::fmt::Write as _;

use polydoc::markup::{Allowed, Fate, allowed};

use crate::config::with_part;
use crate::support::{Project, root, snapshot};

/// The words of the tables in one language.
struct Words {
    locale: &'static str,
    elements: &'static str,
    attributes: &'static str,
    classes: &'static str,
    schemes: &'static str,
    kept: &'static str,
    unwrapped: &'static str,
    removed: &'static str,
    as_written: &'static str,
    all: &'static str,
    four: &'static str,
    idle: &'static str,
    none: &'static str,
    begins: &'static str,
    forbidden: &'static str,
    pictures: &'static str,
}

const LANGUAGES: [Words; 2] = [
    Words {
        locale: "en-US",
        elements: "| Element | `strict` | `standard` | `trusted` | Attributes of its own |",
        attributes: "| Level | Attributes of every element |",
        classes: "| Level | Classes |",
        schemes: "| Level | Schemes of links |",
        kept: "kept",
        unwrapped: "tags removed",
        removed: "removed",
        as_written: "as written",
        all: "all",
        four: "the same",
        idle: "left out as old presentation",
        none: "none",
        begins: "that begin with",
        forbidden: "never allowed",
        pictures: "in the sources of images also `data:`, with",
    },
    Words {
        locale: "fr-FR",
        elements: "| Élément | `strict` | `standard` | `trusted` | Attributs propres |",
        attributes: "| Niveau | Attributs de tout élément |",
        classes: "| Niveau | Classes |",
        schemes: "| Niveau | Protocoles des liens |",
        kept: "gardé",
        unwrapped: "balises retirées",
        removed: "retiré",
        as_written: "tels quels",
        all: "toutes",
        four: "les mêmes",
        idle: "laissés de côté comme ancienne présentation",
        none: "aucune",
        begins: "qui commencent par",
        forbidden: "jamais admis",
        pictures: "dans les sources d’images aussi `data:`, avec",
    },
];

fn list(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(" ")
}

fn elements(allowed: &Allowed, words: &Words) -> String {
    let mut table = format!("{}\n| --- | --- | --- | --- | --- |\n", words.elements);
    for element in &allowed.elements {
        let fates = element.fates.map(|fate| match fate {
            Fate::Kept => words.kept.to_owned(),
            Fate::As(name) => format!("→ `{name}`"),
            Fate::Unwrapped => words.unwrapped.to_owned(),
            Fate::Removed => words.removed.to_owned(),
        });
        let attributes = list(&element.attributes);
        let cells = fates.join(" | ");
        let attributes = if attributes.is_empty() {
            "–"
        } else {
            &attributes
        };
        let _ = writeln!(table, "| `{}` | {cells} | {attributes} |", element.name);
    }
    table
}

/// A table of two columns.
fn levels(head: &str, rows: &[(&str, String)]) -> String {
    let mut table = format!("{head}\n| --- | --- |\n");
    for (name, text) in rows {
        let _ = writeln!(table, "| {name} | {text} |");
    }
    table
}

#[test]
fn the_tables_of_the_pages_about_raw_html_are_current() {
    let allowed = allowed();
    for words in &LANGUAGES {
        let path = root().join(format!("content/{}/reference/html.md", words.locale));
        let page = std::fs::read_to_string(&path).expect("the page is there");
        let page = with_part(&page, "elements", &elements(&allowed, words));
        let rows = [
            ("`strict`", list(allowed.strict_attributes)),
            ("`standard`", list(allowed.attributes)),
            ("`trusted`", words.as_written.to_owned()),
            (words.idle, list(allowed.idle_attributes)),
        ];
        let page = with_part(&page, "attributes", &levels(words.attributes, &rows));
        let prefixes = format!("{} {}", words.begins, list(allowed.class_prefixes));
        let rows = [
            ("`strict`", words.none.to_owned()),
            (
                "`standard`",
                format!("{}; {prefixes}", list(allowed.classes)),
            ),
            ("`trusted`", words.all.to_owned()),
        ];
        let page = with_part(&page, "classes", &levels(words.classes, &rows));
        let prefixes = format!("{} {}", words.begins, list(allowed.scheme_prefixes));
        let pictures = format!("{} {}", words.pictures, list(allowed.pictures));
        let standard = format!("{}; {prefixes}; {pictures}", list(allowed.schemes));
        let rows = [
            ("`strict`", list(allowed.strict_schemes)),
            ("`standard`", standard),
            ("`trusted`", words.four.to_owned()),
            (words.forbidden, list(allowed.forbidden_schemes)),
        ];
        let page = with_part(&page, "schemes", &levels(words.schemes, &rows));
        snapshot::check(&path, &page).unwrap_or_else(|message| panic!("{message}"));
    }
}

const LEVELS: &str = "\
-- polydoc.yml --
html: strict
files:
  - match: \"middle/**\"
    html: standard
  - match: [\"labs/**\", \"includes/**\"]
    html: trusted
policy:
  scripts: [inline, https://cdn.example.com]
  frames: [https://*.example.com:8443]
";

const RAW: &str = "# A {.lead}\n\n<span title=t>b</span> <i class=lead>c</i> [d](sip:e)\n\n<form onsubmit=\"f()\"><script>g()</script></form>\n";

#[test]
fn each_file_has_the_level_that_the_project_gives_it() {
    let project = Project::new(&format!(
        "{LEVELS}-- content/en-US/a.md --\n{RAW}-- content/en-US/middle/a.md --\n{RAW}-- content/en-US/labs/a.md --\n{RAW}"
    ));
    project.build();
    let strict = project.output("en-us/a/index.html");
    assert!(
        strict.contains("<p>b <i>c</i> <span class=\"unresolved\">d</span></p>"),
        "{strict}"
    );
    assert!(!strict.contains("g()") && !strict.contains("class=\"lead\""));
    let standard = project.output("en-us/middle/a/index.html");
    assert!(
        standard.contains(
            "<p><span title=\"t\">b</span> <i class=\"lead\">c</i> <a href=\"sip:e\">d</a></p>"
        ),
        "{standard}"
    );
    assert!(!standard.contains("g()") && !standard.contains("onsubmit"));
    let trusted = project.output("en-us/labs/a/index.html");
    assert!(
        trusted.contains("<form onsubmit=\"f()\"><script>g()</script></form>"),
        "{trusted}"
    );
}

#[test]
fn only_pages_with_trusted_html_and_the_header_for_all_get_the_wider_policy() {
    let project = Project::new(&format!(
        "{LEVELS}-- content/en-US/a.md --\n# A\n-- content/en-US/labs/a.md --\n# A\n-- content/en-US/b.md --\n# B\n\n[!INCLUDE [x](includes/x.md)]\n-- content/en-US/includes/x.md --\n<b onclick=\"f()\">x</b>\n"
    ));
    project.build();
    let wide = "script-src 'self' 'unsafe-inline' https://cdn.example.com;";
    for (page, is_wide) in [("a", false), ("labs/a", true), ("b", true)] {
        let html = project.output(&format!("en-us/{page}/index.html"));
        assert_eq!(html.contains(wide), is_wide, "{page}");
        let frame = "https://*.example.com:8443;";
        assert_eq!(html.contains(frame), is_wide, "{page}");
    }
    assert!(
        project
            .output("en-us/b/index.html")
            .contains("<b onclick=\"f()\">x</b>")
    );
    assert!(project.output("_headers").contains(wide));
    let plain = Project::new(
        "-- polydoc.yml --\npolicy:\n  scripts: [inline]\n-- content/en-US/a.md --\n# A\n",
    );
    plain.build();
    assert!(!plain.output("_headers").contains("unsafe-inline"));
}

#[test]
fn an_included_text_keeps_its_own_level_whatever_it_stands_in() {
    let include = "<b onclick=\"f()\" class=mine>x</b> <form>y</form>";
    let project = Project::new(&format!(
        "-- polydoc.yml --\nhtml: trusted\nfiles:\n  - match: \"includes/**\"\n    html: strict\n-- content/en-US/a.md --\n# A\n\n<u onclick=\"g()\">own</u>\n\n[!INCLUDE [x](includes/x.md)]\n-- content/en-US/includes/x.md --\n{include}\n"
    ));
    project.build();
    let html = project.output("en-us/a/index.html");
    assert!(html.contains("<u onclick=\"g()\">own</u>"), "{html}");
    assert!(html.contains("<p><b>x</b> y</p>"), "{html}");
    let said = project.check();
    for part in [
        "x.md:1:13: warning[removed-html]: the attribute `onclick` of `<b>`",
        "the attribute `class` of `<b>`",
        "the element `<form>`",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn links_of_a_table_of_contents_have_the_schemes_of_its_level() {
    let toc = "-- content/en-US/TOC.yml --\n- name: A\n  href: a.md\n- name: Call\n  href: sip:b\n- name: '<b onclick=f()>c</b>'\n  href: https://example.org/\n-- content/en-US/a.md --\n# A\n";
    for (level, is_link) in [("strict", false), ("standard", true), ("trusted", true)] {
        let project = Project::new(&format!("-- polydoc.yml --\nhtml: {level}\n{toc}"));
        project.build();
        let html = project.output("en-us/a/index.html");
        assert_eq!(html.contains("href=\"sip:b\""), is_link, "{level}");
        assert!(
            html.contains("&lt;b onclick=f()&gt;c&lt;/b&gt;"),
            "{level}: {html}"
        );
    }
}

#[test]
fn every_removal_is_told_with_its_place() {
    let project = Project::new(
        "-- content/en-US/a.md --\n# A {.mine}\n\n<b id=x ID=y border=1 style=z class=\"mine lead\">b</b>\n\n> [!div class=\"mine checklist\"]\n> * c\n",
    );
    let said = project.check();
    for part in [
        "a.md:1:7: warning[removed-html]: the class `mine` is removed",
        "a.md:3:12: info[idle-attribute]: the attribute `id` of `<b>`",
        "a.md:3:21: info[idle-attribute]: the attribute `border` of `<b>`",
        "a.md:3:29: warning[removed-html]: the attribute `style` of `<b>`",
        "a.md:3:38: warning[removed-html]: the attribute `class` of `<b>`",
        "a.md:5:3: warning[removed-html]: the class `mine` is removed",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    project.build();
    let html = project.output("en-us/a/index.html");
    assert!(
        html.contains("<b id=\"x\" class=\"lead\">b</b>")
            && html.contains("<div class=\"checklist\">"),
        "{html}"
    );
}

#[test]
fn a_level_or_a_source_that_is_none_is_refused_with_its_place() {
    for (settings, part) in [
        ("html: loose\n", "1:7"),
        ("files:\n  - match: a\n    html: loose\n", "3:11"),
        (
            "policy:\n  scripts: [\"https://a.example; script-src *\"]\n",
            "2:13",
        ),
        ("policy:\n  scripts: [\"*\"]\n", "2:13"),
        ("policy:\n  frames: [inline]\n", "2:12"),
        ("policy:\n  styles: [\"https://a.example/path\"]\n", "2:12"),
    ] {
        let project = Project::new("-- content/en-US/a.md --\n# A\n");
        project.write("polydoc.yml", settings.as_bytes());
        let run = crate::cli::polydoc(project.root(), &["check"]);
        assert!(
            run.code == 2 && run.errors.contains(&format!("polydoc.yml:{part}")),
            "{settings}{}",
            run.errors
        );
    }
}
