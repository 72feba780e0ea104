//! Names and redirects that want what they cannot have: each is said, and the rest of the site is published.

use crate::support::Project;

const PAGE: &str = "---\ntitle: A page\n---\n# A page\n";
const FILE_STYLE: &str = "-- polydoc.yml --\nversion: 1\nurl_style: file\n";

/// What `check` says in lines that hold `part`.
fn said(project: &Project, part: &str) -> Vec<String> {
    let said = project.check();
    said.lines()
        .filter(|line| line.contains(part))
        .map(str::to_owned)
        .collect()
}

#[test]
fn an_article_that_is_named_like_a_file_of_polydoc_is_reported_and_the_others_are_published() {
    for name in [
        "404.html",
        "index.html",
        "sitemap.xml",
        "sitemap-2.xml",
        "Sitemap.XML/x",
    ] {
        let project = Project::new(&format!(
            "-- content/fr-FR/{name}.md --\n{PAGE}-- content/fr-FR/fine.md --\n{PAGE}"
        ));
        project.build();
        assert!(project.output("fr-fr/fine/index.html").contains("A page"));
        assert!(project.output("fr-fr/404.html").contains("<html"));
        let said = said(&project, "error[unplaceable-name]");
        assert!(
            said.len() == 1 && said[0].contains(&format!("{name}.md:")),
            "{name}: {said:?}"
        );
    }
}

#[test]
fn an_article_in_a_folder_that_has_the_name_of_a_page_is_reported() {
    let project = Project::new(&format!(
        "{FILE_STYLE}-- content/fr-FR/a.md --\n{PAGE}-- content/fr-FR/a.html/b.md --\n{PAGE}"
    ));
    project.build();
    assert!(project.output("fr-fr/a.html").contains("A page"));
    let said = said(&project, "error[address-clash]");
    assert!(
        said.len() == 1 && said[0].contains("a.html/b.md") && said[0].contains("`/fr-fr/a.html`"),
        "{said:?}"
    );

    // The folder comes first in the order of names, and the page after it.
    let project = Project::new(&format!(
        "{FILE_STYLE}-- content/fr-FR/B.html/b.md --\n{PAGE}-- content/fr-FR/b.md --\n{PAGE}"
    ));
    project.build();
    assert!(project.output("fr-fr/b.html/b.html").contains("A page"));
    let said = self::said(&project, "error[address-clash]");
    assert!(
        said.len() == 1 && said[0].contains("fr-FR/b.md"),
        "{said:?}"
    );
}

#[test]
fn redirects_that_cannot_be_are_reported_one_by_one_and_leave_the_output_folder_alone() {
    let entries = [
        "/../x",
        "../../../x",
        "%2e%2e/x",
        "/%2E%2e/%2e%2e/x",
        "a\\..\\b",
        "..%5cx",
        "/%00",
        "https://evil.example/x",
        "//evil.example/x",
        "javascript:alert(1)",
        "HTTP:x",
        "x?y=1",
        "x#y",
        "/sitemap.xml/x.html",
        "/sitemap.xml",
        "/404.html/x",
        "/index.html/x",
        "/",
        "/index.html",
        "/fr-FR/",
        "/fr-fr/a/",
        "/a",
        "a",
        "/a/index.html",
        "/404.html",
        "/old.html/x",
    ];
    let items: Vec<String> = entries
        .iter()
        .map(|entry| format!("- '{entry}'\n"))
        .collect();
    let list = items.concat();
    let project = Project::new(&format!(
        "-- content/fr-FR/a.md --\n---\ntitle: A\nredirect_from:\n- /old.html\n{list}---\n# A\n"
    ));
    project.build();
    assert!(project.output("fr-fr/old.html").contains("/fr-fr/a/"));
    let said = self::said(&project, "the redirect `");
    for entry in entries {
        let lines = said.iter().filter(|line| {
            line.contains(&format!("the redirect `{entry}` "))
                || line.contains(&format!("the redirect `{entry}`:"))
        });
        assert_eq!(lines.count(), 1, "{entry}: {said:#?}");
    }
    let mut written: Vec<String> =
        crate::support::files_below(&project.root().join("public/fr-fr"), "")
            .iter()
            .map(|path| {
                path.strip_prefix(project.root())
                    .expect("it lies there")
                    .display()
                    .to_string()
            })
            .collect();
    written.sort();
    assert_eq!(
        written,
        [
            "public/fr-fr/404.html",
            "public/fr-fr/a/index.html",
            "public/fr-fr/index.html",
            "public/fr-fr/llms.txt",
            "public/fr-fr/old.html",
            "public/fr-fr/search/index.html",
            "public/fr-fr/site.webmanifest",
            "public/fr-fr/sitemap.xml",
        ]
    );
}

#[test]
fn a_name_with_line_ends_or_marks_of_direction_cannot_forge_a_line_of_the_report() {
    let project = Project::new("");
    let forged = "x\nfr-FR/ok.md:1:1: error[forged]: y";
    project.write(
        &format!("content/fr-FR/{}.md", forged.replace('/', "_")),
        b"\xFF",
    );
    project.write("content/fr-FR/a\u{202E}dm.exe.md", b"\xFF");
    let said = project.check();
    assert_eq!(said.matches("error[invalid-utf8]").count(), 2, "{said}");
    assert!(
        !said.lines().any(|line| line.starts_with("fr-FR")),
        "{said}"
    );
    assert!(!said.contains('\u{202E}'), "{said}");
}
