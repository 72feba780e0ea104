//! The page that shows what is known of other sites: drawn by every build from the cache, without asking anybody.

use crate::cli::polydoc;
use crate::support::Project;

/// A site of two languages, and what an earlier run has found out.
fn site(outputs: &str) -> Project {
    let text = "# A\n\n[a](https://a.example/x#y) [b](https://a.example/gone) [c](https://b.example/slow) [d](http://c.example/)\n";
    let cache = "# polydoc external links 1\n\
        http://c.example/\t2026-01-20\tok\t\thttps\n\
        https://a.example/gone\t2026-01-20\tgone\t404\tsince=2026-01-18\n\
        https://a.example/long-gone\t2026-01-20\tgone\t404\n\
        https://a.example/x\t2026-01-20\tok\t\t-y\n\
        https://b.example/slow\t2026-01-19\tredirected\thttps://b.example/\tslow=7\n";
    Project::new(&format!(
        "-- polydoc.yml --\nbase_url: https://docs.example.org\noutputs: {outputs}\n-- external-links.txt --\n{cache}\
         -- content/en-US/a.md --\n{text}\n[e](https://new.example/<x>)\n-- content/fr-FR/a.md --\n{text}"
    ))
}

/// The rows of the table after some words, with their cells as text.
fn rows(page: &str, after: &str) -> Vec<String> {
    let (_, rest) = page.split_once(after).expect("the words are there");
    let (body, _) = rest.split_once("</tbody>").expect("a table follows");
    let (_, body) = body.split_once("<tbody>").expect("it has a body");
    let text = |row: &str| {
        let mut text = String::new();
        let mut inside = false;
        for letter in row.replace("</t", " </t").chars() {
            match letter {
                '<' => inside = true,
                '>' => inside = false,
                letter if !inside => text.push(letter),
                _ => {}
            }
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    body.split("</tr>")
        .map(text)
        .filter(|row| !row.is_empty())
        .collect()
}

#[test]
fn the_page_shows_answers_hosts_what_is_slow_and_what_is_newly_broken() {
    let project = site("{external_links: true, translation_status: true}");
    let run = polydoc(project.root(), &["build", "--format", "short"]);
    assert!(
        !run.out.contains("dead-link"),
        "a build judges no other site: {}",
        run.out
    );
    let page = project.output("external-links.html");
    assert!(
        page.contains("<meta name=\"robots\" content=\"noindex\">"),
        "{page}"
    );
    assert!(page.contains("As of January 20, 2026"), "{page}");
    assert_eq!(
        rows(&page, "</h1>"),
        [
            "gone 1 2",
            "insecure 1 2",
            "no-fragment 1 2",
            "ok 2 4",
            "redirected 1 2",
            "not asked yet 1 1"
        ]
    );
    assert_eq!(
        rows(&page, "<h2>Newly broken</h2>"),
        ["https://a.example/gone gone January 18, 2026 2"]
    );
    assert_eq!(
        rows(&page, "<h2>Slowest answers</h2>"),
        ["https://b.example/slow redirected 7 2"]
    );
    assert_eq!(
        rows(&page, "<h2>Host</h2>"),
        [
            "a.example 2 4 gone 1 · no-fragment 1 · ok 1",
            "b.example 1 2 redirected 1 7",
            "c.example 1 2 insecure 1 · ok 1",
        ]
    );
    assert!(page.contains("href=\"/translation-status.html\""), "{page}");
    assert!(
        project
            .output("translation-status.html")
            .contains("href=\"/external-links.html\"")
    );
}

#[test]
fn without_a_cache_the_page_says_that_nothing_was_asked_and_without_the_output_there_is_none() {
    let project = site("{external_links: true}");
    std::fs::remove_file(project.root().join("external-links.txt")).unwrap();
    polydoc(project.root(), &["build"]);
    assert_eq!(
        rows(&project.output("external-links.html"), "</h1>"),
        ["not asked yet 5 9"]
    );
    let project = site("{}");
    polydoc(project.root(), &["build"]);
    assert!(!project.root().join("public/external-links.html").exists());
}
