//! What stands around an article on a page: lists, navigation, languages and the head.

use crate::support::{Project, has, lacks};

fn built(files: &str) -> Project {
    let project = Project::new(files);
    project.build();
    project
}

#[test]
fn the_article_of_a_folder_lists_the_folder() {
    let project = built(
        "-- content/en-US/mail/index.md --\n# Mail\n\nAll about mail.\n\
         -- content/en-US/mail/recall.md --\n# Recall\n\
         -- content/en-US/phone.md --\n# Phone\n\
         -- content/en-US/phone/ring.md --\n# Ring\n",
    );
    for (page, title, article) in [
        ("en-us/mail/index.html", "Mail", "/en-us/mail/recall/"),
        ("en-us/phone/index.html", "Phone", "/en-us/phone/ring/"),
    ] {
        let html = project.output(page);
        has(
            &html,
            &format!("<h1 id=\"{}\">{title}</h1>", title.to_lowercase()),
        );
        has(&html, "<h2 id=\"theme:articles\">");
        has(&html, &format!("<li><a href=\"{article}\">"));
        lacks(&html, "class=\"navigation\"");
    }
}

#[test]
fn navigation_that_names_only_the_page_itself_is_left_out() {
    let project = built(
        "-- content/en-US/a/index.md --\n# A\n\
         -- content/en-US/a/TOC.yml --\n- name: Index\n  href: index.md\n\
         -- content/en-US/b/alone.md --\n# Alone\n",
    );
    lacks(
        &project.output("en-us/a/index.html"),
        "class=\"navigation\"",
    );
    lacks(
        &project.output("en-us/b/alone/index.html"),
        "class=\"navigation\"",
    );
}

#[test]
fn a_closed_caption_leads_to_its_first_page_and_an_open_one_is_a_caption() {
    let project = built(
        "-- content/en-US/a.md --\n# A\n\
         -- content/en-US/b.md --\n# B\n\
         -- content/en-US/TOC.yml --\n\
         - name: One\n  items:\n  - name: A\n    href: a.md\n\
         - name: Two\n  items:\n  - name: Deeper\n    items:\n    - name: B\n      href: b.md\n",
    );
    let html = project.output("en-us/a/index.html");
    has(&html, "<span><bdi>One</bdi></span>");
    has(&html, "<a href=\"/en-us/b/\"><bdi>Two</bdi></a>");
    // The table speaks for the whole site, so that what stands above it leads home.
    has(
        &html,
        "<p class=\"navigation-title\"><a href=\"/en-us/\"><bdi>Home</bdi></a></p>",
    );
}

#[test]
fn the_contents_stand_below_the_title_and_above_the_text() {
    let project = built("-- content/en-US/a.md --\n# Title\n\nWords.\n\n## One\n\n## Two\n");
    let html = project.output("en-us/a/index.html");
    let place = |piece: &str| {
        html.find(piece)
            .unwrap_or_else(|| panic!("no `{piece}` in\n{html}"))
    };
    assert!(place("<h1 id=\"title\">") < place("<nav class=\"contents\""));
    assert!(place("<nav class=\"contents\"") < place("<p>Words.</p>"));
}

#[test]
fn home_pages_name_each_other_and_the_source_languages_for_all_other_readers() {
    let pages = "-- content/en-US/index.md --\n# Home\n\
         -- content/fr-FR/index.md --\n# Accueil\n\
         -- content/de-DE/index.md --\n---\nrobots: noindex\n---\n# Start\n\
         -- content/fr-FR/a.md --\n# A\n";
    let settings = "-- polydoc.yml --\nbase_url: https://docs.example.org\nhreflang: head\n";
    let link = |code: &str, path: &str| {
        format!(
            "<link rel=\"alternate\" hreflang=\"{code}\" href=\"https://docs.example.org/{path}\">"
        )
    };
    for source in ["", "source_locale: fr-FR\n"] {
        let project = built(&format!("{settings}{source}{pages}"));
        for page in ["en-us/index.html", "fr-fr/index.html"] {
            let html = project.output(page);
            has(&html, &link("en", "en-us/"));
            has(&html, &link("fr", "fr-fr/"));
            // It asks not to be listed.
            lacks(&html, "hreflang=\"de\" href=\"https:");
            let default = html.contains(&link("x-default", "fr-fr/"));
            assert_eq!(default, !source.is_empty(), "{page}");
            assert_eq!(html.contains("x-default"), default, "{page}");
        }
        // The page that sends readers to their language is none of them.
        for page in ["index.html", "de-de/index.html", "fr-fr/a/index.html"] {
            lacks(&project.output(page), "rel=\"alternate\"");
        }
    }
}

#[test]
fn a_site_without_a_title_adds_none_to_its_pages() {
    let page = "-- content/en-US/a.md --\n# A\n";
    let html = built(page).output("en-us/a/index.html");
    has(&html, "<title>A</title>");
    lacks(&html, "og:site_name");
    let titled =
        format!("-- polydoc.yml --\nbase_url: https://docs.example.org\ntitle: Handbook\n{page}");
    let html = built(&titled).output("en-us/a/index.html");
    has(&html, "<title>A – Handbook</title>");
    has(
        &html,
        "<meta property=\"og:site_name\" content=\"Handbook\">",
    );
}

#[test]
fn languages_are_listed_in_the_order_of_their_own_names() {
    let files: String = ["cs-CZ", "da-DK", "tr-TR", "de-DE"]
        .map(|locale| format!("-- content/{locale}/a.md --\n# A\n"))
        .concat();
    let html = built(&files).output("index.html");
    let list = html.split_once("class=\"cards choose\"").expect("a list").1;
    let order: Vec<&str> = list
        .split("hreflang=\"")
        .skip(1)
        .map(|rest| &rest[..5])
        .collect();
    assert_eq!(order, ["cs-CZ", "da-DK", "de-DE", "tr-TR"]);
    has(&html, "<h1>Vyberte jazyk</h1>");
}

#[test]
fn a_page_is_described_by_its_metadata_else_by_its_first_paragraph() {
    let project = built(
        "-- content/en-US/a.md --\n---\ndescription: In short.\n---\n# A\n\nAt length.\n\
         -- content/en-US/b.md --\n# B\n\nAt *length*.\n",
    );
    has(
        &project.output("en-us/a/index.html"),
        "<meta name=\"description\" content=\"In short.\">",
    );
    has(
        &project.output("en-us/b/index.html"),
        "<meta name=\"description\" content=\"At length.\">",
    );
}

#[test]
fn titles_that_begin_with_no_letter_do_not_stand_below_the_last_letter() {
    let mut files = String::new();
    for number in 0..30 {
        files += &format!("-- content/ja-JP/kana-{number}.md --\n# わ{number}\n");
    }
    files += "-- content/ja-JP/han.md --\n# 漢字\n";
    let html = built(&files).output("ja-jp/index.html");
    let place = |piece: &str| {
        html.find(piece)
            .unwrap_or_else(|| panic!("no `{piece}` in\n{html}"))
    };
    assert!(place("<bdi>わ</bdi></h3>") < place("<bdi>その他</bdi></h3>"));
    assert!(place("<bdi>その他</bdi></h3>") < place("<bdi>漢字</bdi>"));
}

#[test]
fn what_only_reads_works_inside_of_a_bare_content_folder() {
    let project = Project::new("-- en-US/a.md --\n# A\n\nText.\n-- fr-FR/a.md --\n# A\n\nTexte.\n");
    std::fs::remove_file(project.root().join("polydoc.yml")).unwrap();
    let run = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_polydoc"))
            .args(arguments)
            .current_dir(project.root())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), said)
    };
    for command in [
        &["check"][..],
        &["fix", "--dry-run"],
        &["l10n", "status"],
        &["links", "--offline"],
    ] {
        let (code, said) = run(command);
        assert_eq!(code, Some(0), "{command:?}: {said}");
    }
    let (code, said) = run(&["build"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("lies inside the content folder"), "{said}");
}
