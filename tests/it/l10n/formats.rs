//! Days, numbers, lists and quotations in templates and on pages, as each language has them.

use crate::cli::polydoc;
use crate::support::Project;

fn pages(configuration: &str, footer: &str, locales: &[&str]) -> Project {
    let articles = locales.iter().map(|tag| {
        format!("-- content/{tag}/a.md --\n---\ntitle: A\nms.date: 03/10/2021\n---\n# A\n")
    });
    let project = Project::new(&format!(
        "-- polydoc.yml --\n{configuration}\n-- templates/parts/footer.html --\n<footer>{footer}</footer>\n{}",
        articles.collect::<Vec<_>>().concat()
    ));
    let run = polydoc(project.root(), &["build", "--no-fail"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    project
}

fn footer(project: &Project, locale: &str) -> String {
    let html = project.output(&format!("{locale}/a/index.html"));
    let (_, rest) = html.split_once("<footer>").expect("a footer");
    rest.split("</footer>")
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn templates_write_lists_numbers_days_and_quotations_in_the_pages_language() {
    let template = "{{ list(items=[\"a\", \"b\", \"c\"]) }}; {{ list(items=[\"a\", \"b\"], joined=\"or\") }}; \
        {{ number(value=1234567) }}; {{ number(value=2021, grouped=false) }}; {{ number(value=1.5) }}; \
        {{ date(value=\"2021-03-10\") }}; {{ date(value=\"03/10/2021\", style=\"medium\") }}; \
        {{ quote(text=\"x\") }}; {{ quote(text=\"x\", inner=true) }}";
    let project = pages("title: T", template, &["en-US", "fr-FR", "de-DE"]);
    assert_eq!(
        footer(&project, "en-us"),
        "a, b, and c; a or b; 1,234,567; 2021; 1.5; March 10, 2021; Mar 10, 2021; “x”; ‘x’"
    );
    assert_eq!(
        footer(&project, "fr-fr")
            .replace('\u{202f}', "_")
            .replace('\u{a0}', "~"),
        "a, b et c; a ou b; 1_234_567; 2021; 1,5; 10 mars 2021; 10 mars 2021; «~x~»; “x”"
    );
    assert_eq!(
        footer(&project, "de-de"),
        "a, b und c; a oder b; 1.234.567; 2021; 1,5; 10. März 2021; 10.03.2021; „x“; ‚x‘"
    );
}

#[test]
fn a_function_that_gets_what_it_cannot_take_says_so_with_its_place() {
    let project = Project::new(
        "-- content/en-US/a.md --\n# A\n-- templates/parts/footer.html --\n<p>{{ date(value=\"soon\") }}</p>\n",
    );
    let run = polydoc(project.root(), &["build"]);
    assert_eq!(run.code, 2);
    assert!(
        run.errors.contains("templates/parts/footer.html:1:")
            && run.errors.contains("`soon` is no day"),
        "{}",
        run.errors
    );
}

#[test]
fn days_are_gregorian_unless_the_language_is_given_another_calendar() {
    let locales = ["ar-SA", "fa-IR", "ja-JP", "th-TH"];
    let gregorian = pages("title: T", "", &locales);
    let page = |project: &Project, tag: &str| project.output(&format!("{tag}/a/index.html"));
    assert!(page(&gregorian, "th-th").contains(">10 มีนาคม ค.ศ. 2021</time>"));
    assert!(page(&gregorian, "fa-ir").contains("مارس ۲۰۲۱"));
    let own = "locales:\n  th-TH:\n    calendar: buddhist\n  fa-IR:\n    calendar: persian\n  ar-SA:\n    \
        calendar: islamic-umalqura\n  ja-JP:\n    calendar: japanese";
    let own = pages(own, "", &locales);
    assert!(page(&own, "th-th").contains(">10 มีนาคม 2564</time>"));
    assert!(page(&own, "th-th").contains("datetime=\"2021-03-10\""));
    assert!(page(&own, "fa-ir").contains("اسفند ۱۳۹۹"));
    assert!(page(&own, "ar-sa").contains("رجب"));
    assert!(page(&own, "ja-jp").contains("令和3年3月10日"));
}

#[test]
fn a_calendar_that_does_not_exist_is_refused_with_its_place() {
    let project = Project::new(
        "-- content/en-US/a.md --\n# A\n-- polydoc.yml --\nlocales:\n  en-US:\n    calendar: julian\n",
    );
    let run = polydoc(project.root(), &["build"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("polydoc.yml:3:"), "{}", run.errors);
}
