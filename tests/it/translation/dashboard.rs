//! The dashboard, the notice on pages, the work list.

use crate::cli::{command, finished};
use crate::support::Project;

/// The tags of 36 languages.
const TAGS: &str = "ar-SA bg-BG cs-CZ da-DK de-DE el-GR es-ES et-EE fi-FI fr-FR he-IL hr-HR hu-HU id-ID it-IT ja-JP \
     ko-KR lt-LT lv-LV nb-NO nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-Latn-RS sv-SE th-TH tr-TR uk-UA vi-VN \
     zh-CN zh-TW";

fn stale() -> Project {
    let article = |hash: &str, day: &str| {
        format!(
            "---\ntitle: T\nms.openlocfilehash: {hash}\nms.lasthandoff: {day}\n---\n# T\n\nSome words.\n"
        )
    };
    let (old, new) = (article("a1", "01/01/2021"), article("a2", "02/01/2021"));
    Project::new(&format!(
        "-- polydoc.yml --\nbase_url: https://docs.example.org\noutputs: {{translation_status: true}}\n\
         -- content/de-DE/guide/a.md --\n{new}-- content/fr-CA/guide/a.md --\n{old}-- content/fr-FR/guide/a.md --\n{new}\
         -- content/de-DE/guide/b.md --\n{old}-- content/fr-CA/guide/b.md --\n{new}-- content/fr-FR/guide/b.md --\n{new}\
         -- content/de-DE/c.md --\n{new}"
    ))
}

fn without_inline_code(html: &str) {
    for bad in ["<style", " style=", "javascript:", " onclick"] {
        assert!(!html.contains(bad), "{bad} in {html}");
    }
    let scripts = html.matches("<script").count();
    assert_eq!(
        scripts,
        html.matches("<script type=\"module\" src=\"").count()
            + html.matches("<script src=\"").count(),
        "scripts are files"
    );
}

#[test]
fn the_dashboard_is_a_page_of_the_site_and_a_file_of_its_own_without_inline_style_or_script() {
    let project = stale();
    project.build();
    let page = project.output("translation-status.html");
    without_inline_code(&page);
    assert!(
        page.contains("<meta name=\"robots\" content=\"noindex\">"),
        "{page}"
    );
    let run = finished(command(
        project.root(),
        &["l10n", "status", "--format", "html"],
    ));
    assert_eq!(run.code, 0, "{}", run.errors);
    without_inline_code(&run.out);
    assert!(
        !run.out.contains("<script") && !run.out.contains("<link"),
        "{}",
        run.out
    );
    for html in [&page, &run.out] {
        // One table for each order, of which one is open.
        assert_eq!(
            html.matches("<details class=\"status\" name=\"status\"")
                .count(),
            6
        );
        assert_eq!(html.matches("<table>").count(), 7);
        assert_eq!(html.matches("<svg ").count(), 6 * 4);
        assert!(html.contains("guide/b"), "{html}");
    }
    let run = finished(command(
        project.root(),
        &["l10n", "status", "--format", "html", "--locale", "fr-CA"],
    ));
    assert!(
        run.out.contains("<html lang=\"fr-CA\"") && !run.out.contains("de-DE"),
        "{}",
        run.out
    );
}

#[test]
fn without_its_switch_there_is_no_dashboard() {
    let project = stale();
    project.write("polydoc.yml", b"base_url: https://docs.example.org\n");
    let report = project.build();
    assert_eq!(report.articles, 7);
    assert!(
        !project
            .root()
            .join("public/translation-status.html")
            .exists()
    );
}

#[test]
fn the_dashboard_of_36_languages_and_3000_articles_is_smaller_than_300_kilobytes() {
    // Facts are what counts: each article is one line.
    let mut files = String::new();
    for (at, tag) in TAGS.split_whitespace().enumerate() {
        for article in 0..84 {
            if (article + at) % 41 != 0 {
                let name = "a-rather-long-name-of-an-article-as-they-are-in-real-life";
                files.push_str(&format!(
                    "-- content/{tag}/AlchemyInsights/{name}-{article}.md --\n# T\n"
                ));
            }
        }
    }
    let project = Project::new(&files);
    let run = finished(command(
        project.root(),
        &[
            "l10n",
            "status",
            "--format",
            "html",
            "--today",
            "2021-06-01",
        ],
    ));
    assert_eq!(run.code, 0, "{}", run.errors);
    // Numbers of 3,000 articles have two digits more than those of 84, in 36 languages, 12 columns and 6 orders; the list of
    // articles is bounded.
    let more = 37 * 12 * 6 * 4;
    assert!(run.out.len() + more < 300_000, "{} bytes", run.out.len());
    assert_eq!(run.out.matches("<tr><th scope=\"row\"><bdi>").count(), 50);
}

#[test]
fn a_page_made_from_an_older_version_says_so_and_leads_to_the_newer_one() {
    let project = stale();
    project.build();
    let page = project.output("fr-ca/guide/a/index.html");
    let notice = page
        .split("id=\"theme:stale-title\"")
        .nth(2)
        .or_else(|| page.split("id=\"theme:stale-title\"").nth(1));
    let notice = notice
        .expect("there is a notice")
        .split("</aside>")
        .next()
        .unwrap();
    let french = notice
        .find("href=\"/fr-fr/guide/a/\"")
        .expect("the same language is named");
    let german = notice
        .find("href=\"/de-de/guide/a/\"")
        .expect("the other too");
    assert!(
        french < german,
        "the reader's language comes first: {notice}"
    );
    assert!(
        !project
            .output("fr-fr/guide/a/index.html")
            .contains("stale-title")
    );
}

#[test]
fn the_work_list_begins_with_what_is_most_stale_or_most_read() {
    let article = |hash: &str, day: &str| {
        format!("---\nms.openlocfilehash: {hash}\nms.lasthandoff: {day}\n---\n# T\n\nSome words.\n")
    };
    let mut files = String::new();
    for (name, day) in [
        ("a", "01/20/2021"),
        ("b", "01/01/2020"),
        ("c", "01/01/2021"),
    ] {
        files.push_str(&format!(
            "-- content/fr-FR/{name}.md --\n{}",
            article("old", day)
        ));
        files.push_str(&format!(
            "-- content/de-DE/{name}.md --\n{}",
            article("new", "02/01/2021")
        ));
    }
    files.push_str(&format!(
        "-- content/de-DE/d.md --\n{}",
        article("new", "02/01/2021")
    ));
    let project = Project::new(&files);
    let paths = |arguments: &[&str]| -> Vec<String> {
        let run = finished(command(project.root(), arguments));
        assert_eq!(run.code, 0, "{}", run.errors);
        let lines = run.out.lines().skip(1);
        lines
            .map(|line| line.split(',').nth(1).unwrap().to_owned())
            .collect()
    };
    let list = ["l10n", "todo", "fr-FR", "--format", "csv"];
    assert_eq!(
        paths(&list),
        ["fr-FR/b.md", "fr-FR/c.md", "fr-FR/a.md", "fr-FR/d.md"]
    );
    project.write(
        "views.csv",
        b"page,views\n/fr-fr/d/,900\n/fr-fr/a/,\"1,000\"\nhttps://docs.example.org/fr-fr/c/,5\n",
    );
    let read = [
        "l10n",
        "todo",
        "fr-FR",
        "--format",
        "csv",
        "--views",
        "views.csv",
    ];
    assert_eq!(
        paths(&read),
        ["fr-FR/a.md", "fr-FR/d.md", "fr-FR/c.md", "fr-FR/b.md"]
    );
    project.write("content/fr-FR/d.md", b"# D\n");
    let done = finished(command(project.root(), &["l10n", "todo", "de-DE"]));
    assert_eq!(done.out, "nothing to do in de-DE\n");
}
