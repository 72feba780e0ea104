//! Pseudo-languages: what the theme shows comes from messages, all of it.

use std::collections::BTreeSet;

use crate::cli::polydoc;
use crate::support::{Project, files_below};

/// Words of the content below, which nobody translates, and of the languages' own names.
const CONTENT: &[&str] = &[
    "alpha",
    "beta",
    "gamma",
    "delta",
    "epsilon",
    "zeta",
    "eta",
    "theta",
    "iota",
    "kappa",
    "omega",
    "Epsilon",
    "March",
    "www",
    "microsoft",
    "com",
    "videoplayer",
    "embed",
    "English",
    "United",
    "States",
    "polydoc",
    "https",
];

fn project() -> Project {
    let article = |locale: &str| ARTICLES.replace("LOCALE", locale);
    let files = ["en-US", "qps-ploc", "qps-plocm"].map(article).concat();
    Project::new(&format!("-- polydoc.yml --\nsource_locale: en-US\n{files}"))
}

/// One of everything that the theme or the writer of HTML has words for.
const ARTICLES: &str = "\
-- content/LOCALE/index.md --\n# alpha\n\nbeta\n\n## gamma\n\n## delta\n\n> [!NOTE]\n> beta\n\n> [!TIP]\n> beta\n\n\
> [!WARNING]\n> beta\n\n> [!CAUTION]\n> beta\n\n> [!IMPORTANT]\n> beta\n\n- [ ] eta\n- [x] eta\n\neta[^1]\n\n[^1]: theta\n\n\
| alpha | beta |\n| --- | --- |\n| 1 | 2 |\n\n> [!VIDEO https://www.microsoft.com/videoplayer/embed/1]\n\
-- content/LOCALE/epsilon/zeta.md --\n---\nms.date: 03/10/2021\nms.translationtype: MT\n---\n# zeta\n\nbeta\n\n## iota\n\n## kappa\n\
-- content/LOCALE/epsilon/omega.md --\n# omega\n\nbeta\n";

/// The texts that readers see or hear of on a page: between tags, and in the attributes that are spoken or shown.
fn shown(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let end = rest[at..]
            .find('>')
            .map_or(rest.len(), |length| at + length + 1);
        let tag = &rest[at..end];
        for attribute in ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\""] {
            if let Some((_, value)) = tag.split_once(attribute) {
                text.push(' ');
                text.push_str(value.split('"').next().unwrap_or_default());
            }
        }
        text.push(' ');
        rest = &rest[end..];
        for element in ["script", "style"] {
            if tag.starts_with(&format!("<{element}")) {
                let close = format!("</{element}>");
                rest = rest.split_once(close.as_str()).map_or("", |(_, rest)| rest);
            }
        }
    }
    text.push_str(rest);
    text
}

/// Words of plain English letters that are no content.
fn bare(html: &str) -> BTreeSet<String> {
    let text = shown(html)
        .replace("&nbsp;", " ")
        .replace("&quot;", " ")
        .replace("&amp;", " ");
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic()))
        .filter(|word| !CONTENT.contains(word))
        .map(str::to_owned)
        .collect()
}

#[test]
fn no_word_of_the_interface_stays_plain_english_on_any_page() {
    let project = project();
    let run = polydoc(project.root(), &["build", "--no-fail"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let mut pages = 0;
    let mut accents = String::new();
    for locale in ["qps-ploc", "qps-plocm"] {
        for path in files_below(&project.root().join("public").join(locale), ".html") {
            let html = std::fs::read_to_string(&path).expect("UTF-8");
            let bare = bare(&html);
            assert!(bare.is_empty(), "{}: {bare:?}", path.display());
            accents.push_str(&html);
            pages += 1;
        }
    }
    assert!(pages >= 10, "{pages} pages");
    for shown in ["Šķîîþ ţöö", "Ñööţéé", "Ŵååŕñîîñĝ", "⟦"] {
        assert!(accents.contains(shown), "{shown}");
    }
    let english = project.output("en-us/index.html");
    assert!(english.contains("Skip to main content") && bare(&english).contains("Skip"));
}

#[test]
fn a_folder_of_a_pseudo_language_is_one_and_the_mirrored_one_runs_from_right_to_left() {
    let project = Project::new(
        "-- content/en-US/a.md --\n# alpha\n-- content/qps-plocm/a.md --\n---\nms.date: 03/10/2021\n---\n# alpha\n\n`x` beta\n",
    );
    let run = polydoc(project.root(), &["build", "--no-fail"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let html = project.output("qps-plocm/a/index.html");
    assert!(
        html.contains("<html lang=\"qps-plocm\" dir=\"rtl\">"),
        "{html}"
    );
    assert!(
        html.contains("March 10, 2021"),
        "days are written as in English: {html}"
    );
    assert!(!project.root().join("public/qps-ploc").exists());
    let run = polydoc(project.root(), &["build", "--no-fail", "--pseudo"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let html = project.output("qps-ploc/a/index.html");
    assert!(
        html.contains("lang=\"qps-Ploc\"") && html.contains("lang=\"en-US\""),
        "what nobody wrote in it is shown from another language: {html}"
    );
}

#[test]
fn the_style_sheets_know_no_left_and_no_right() {
    let mut sheets = 0;
    for path in files_below(&crate::support::root().join("templates"), ".css") {
        sheets += 1;
        let css = std::fs::read_to_string(&path).expect("UTF-8");
        for (number, line) in css.lines().enumerate() {
            // Names of classes come from Markdown's own words for the columns of tables.
            let line = line.replace(".align-left", "").replace(".align-right", "");
            let comment = line.trim_start().starts_with(['*', '/']);
            let code = line
                .split("/*")
                .next()
                .filter(|_| !comment)
                .unwrap_or_default();
            for word in ["left", "right"] {
                let found = code
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .any(|part| part == word);
                assert!(
                    !found,
                    "{}:{}: `{word}` in `{line}`",
                    path.display(),
                    number + 1
                );
            }
        }
    }
    assert!(sheets >= 1);
}

/// What a declaration has for one side that it has not for the other without naming either, if anything.
fn one_sided(declaration: &str) -> bool {
    let Some((property, value)) = declaration.split_once(':') else {
        return false;
    };
    let property = property.rsplit(['{', ' ']).next().unwrap_or_default();
    let mut depth = 0;
    let parts: Vec<&str> = value
        .split(|sign: char| {
            depth += i32::from(sign == '(') - i32::from(sign == ')');
            sign.is_whitespace() && depth == 0
        })
        .filter(|part| !part.is_empty() && *part != "!important")
        .collect();
    match property {
        "inset" | "margin" | "padding" | "border-width" | "border-style" | "border-color"
        | "scroll-margin" | "scroll-padding" => parts.len() == 4 && parts[1] != parts[3],
        "border-radius" => {
            parts.len() > 1 && !value.contains('/') && (parts.len() > 2 || parts[0] != parts[1])
        }
        "translate" | "background-position" | "background-position-x" | "object-position" => {
            !matches!(parts[..], ["0" | "none" | "center" | "50%", ..])
        }
        "transform" => value.contains("translate") && !value.contains("translateY"),
        _ => false,
    }
}

#[test]
fn the_style_sheets_do_not_take_one_side_without_naming_it() {
    for wrong in [
        "inset: 0 auto 0 0",
        "a { margin: 0 1px 0 calc(1px + 2px)",
        "border-radius: 1px 0 0 1px",
        "transform: translateX(1px)",
        "background-position: 100% 0",
    ] {
        assert!(one_sided(wrong), "{wrong}");
    }
    for right in [
        "inset: 0",
        "margin: 0 1px 2px",
        "inset: 1px auto auto",
        "padding: 1px calc(1px + 2px) 0 calc(1px + 2px)",
    ] {
        assert!(!one_sided(right), "{right}");
    }
    let mut found = Vec::new();
    for path in files_below(&crate::support::root().join("templates"), ".css") {
        let css = std::fs::read_to_string(&path).expect("UTF-8");
        found.extend(
            css.split([';', '}'])
                .filter(|it| one_sided(it))
                .map(str::to_owned),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn code_runs_from_left_to_right_whatever_stands_around_it() {
    let css = std::fs::read_to_string(crate::support::root().join("templates/assets/css/site.css"));
    let css = css.expect("the style sheet");
    assert!(css.contains("code, samp { direction: ltr; }"));
    let block = css.lines().find(|line| line.starts_with("pre {"));
    assert!(block.is_some_and(|rule| rule.contains("direction: ltr")));
    let code = css
        .lines()
        .find(|line| line.starts_with("code, kbd, samp, pre {"));
    assert!(code.is_some_and(|rule| rule.contains("unicode-bidi: isolate")));
}
