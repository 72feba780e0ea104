//! `--rendered`: the finished pages are judged, by a check that writes nothing and by a build that renders them once.

use crate::cli::polydoc;
use crate::support::Project;

/// Articles whose template links to a page that nobody writes.
fn project() -> Project {
    Project::new(
        "-- content/en-US/index.md --\n---\ntitle: A\ndescription: A page.\n---\n# A\n\n[c](c.md#there)\n\
         -- content/en-US/c.md --\n---\ntitle: C\ndescription: A page.\n---\n# C\n\n## There\n\nWords.\n\
         -- templates/parts/neighbours.html --\n<p><a href=\"/imprint/\">Imprint</a></p>\n",
    )
}

#[test]
fn a_check_of_finished_pages_writes_nothing_and_a_check_without_it_says_nothing_of_them() {
    let project = project();
    let run = polydoc(project.root(), &["check"]);
    assert_eq!(
        (run.code, run.out.matches("nothing wrong").count()),
        (0, 1),
        "{}",
        run.out
    );
    let run = polydoc(project.root(), &["check", "--rendered"]);
    assert_eq!(run.code, 1, "{}", run.out);
    assert!(run.out.contains("error[broken-page-link]"), "{}", run.out);
    assert!(!project.root().join("public").exists());
    let run = polydoc(
        project.root(),
        &[
            "check",
            "--rendered",
            "--format",
            "short",
            "content/en-US/c.md",
        ],
    );
    let wanted = "content/en-US/c.md:1:1: error[broken-page-link]: the page `/en-us/c/index.html` links to \
                  `/imprint/index.html`, which the build does not write\n";
    assert_eq!(run.out, wanted);
}

#[test]
fn a_build_judges_the_pages_that_it_writes_and_holds_them_back_when_it_is_strict() {
    let project = project();
    let run = polydoc(project.root(), &["build", "--rendered", "--strict"]);
    assert_eq!(run.code, 1);
    assert!(run.out.ends_with("; not published\n"), "{}", run.out);
    assert!(!project.root().join("public/index.html").exists());
    let run = polydoc(project.root(), &["build", "--rendered"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("error[broken-page-link]"), "{}", run.out);
    assert!(project.root().join("public/en-us/c/index.html").exists());
    let settings = "version: 1\nbase_url: https://docs.example.org\nkeep: [imprint]\n";
    project.write("polydoc.yml", settings.as_bytes());
    let run = polydoc(project.root(), &["build", "--rendered", "--strict"]);
    assert_eq!(
        (run.code, run.errors.as_str()),
        (0, ""),
        "another program makes it: {}",
        run.out
    );
}

#[test]
fn what_is_wrong_with_many_pages_is_said_once() {
    let project = project();
    for number in 0..12 {
        let text = format!("---\ntitle: P{number}\ndescription: A page.\n---\n# P{number}\n");
        project.write(&format!("content/en-US/p{number}.md"), text.as_bytes());
    }
    let run = polydoc(
        project.root(),
        &["check", "--rendered", "--format", "short"],
    );
    assert_eq!(
        run.out.matches("[broken-page-link]").count(),
        1,
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("the same is true of 13 more pages: a template is the likely cause"),
        "{}",
        run.out
    );
}

#[test]
fn neither_an_allowance_nor_a_baseline_is_called_idle_while_pages_are_not_rendered() {
    let project = project();
    let allowing = "---\ntitle: C\ndescription: A page.\npolydoc-allow:\n  broken-page-link: it comes tomorrow\n---\n# C\n\n## There\n";
    project.write("content/en-US/c.md", allowing.as_bytes());
    let run = polydoc(project.root(), &["check"]);
    assert!(run.out.contains("nothing wrong"), "{}", run.out);
    let run = polydoc(project.root(), &["check", "--rendered"]);
    assert!(run.out.contains("(1 suppressed)"), "{}", run.out);
    polydoc(
        project.root(),
        &["check", "--rendered", "--write-baseline", "known.txt"],
    );
    let run = polydoc(project.root(), &["check", "--baseline", "known.txt"]);
    assert!(run.out.contains("(0 known)"), "{}", run.out);
    let run = polydoc(
        project.root(),
        &["check", "--rendered", "--baseline", "known.txt"],
    );
    assert!(run.out.contains("nothing new"), "{}", run.out);
}

#[test]
fn addresses_are_followed_as_browsers_follow_them() {
    let settings = "version: 1\nbase_url: https://docs.example.org/hand%20book\n";
    let project = Project::new(
        "-- content/en-US/index.md --\n# A\n\n## É\n\
         -- templates/parts/footer.html --\n<footer><a href=\"https://docs.example.org/hand%20book/en-us/#%C3%A9\">1</a>\n\
         <a href=\"/elsewhere\">2</a><a href=\"./?q=1#top\">3</a><a href=\"?q\">4</a><a href=\"//x.example/\">5</a>\n\
         <a href=\"mailto:a@b.example\">6</a><a href=\"/hand%20book\">7</a><a href=\"#%C3%89\">8</a></footer>\n",
    );
    project.write("polydoc.yml", settings.as_bytes());
    let run = polydoc(
        project.root(),
        &["check", "--rendered", "--format", "short"],
    );
    let found: Vec<&str> = run
        .out
        .lines()
        .filter(|line| line.contains("page-link"))
        .collect();
    assert!(found.iter().all(|line| line.contains("`#É`")), "{found:#?}");
    assert!(!found.is_empty());
}

#[test]
fn our_own_pages_are_in_order() {
    let run = polydoc(
        crate::support::root(),
        &["check", "--rendered", "--format", "short"],
    );
    for rule in [
        "broken-page-link",
        "duplicate-page-id",
        "unbalanced-page",
        "page-without-language",
    ] {
        assert!(!run.out.contains(&format!("[{rule}]")), "{}", run.out);
    }
}

#[test]
fn an_edition_that_is_not_there_is_one_finding() {
    let project = Project::new(
        "-- content/en-US/c.md --\n---\ntitle: C\ndescription: A page.\n---\n# C\n\nWords.\n\
         -- templates/parts/neighbours.html --\n<link rel=\"alternate\" hreflang=\"de\" href=\"https://docs.example.org/de/\">\n",
    );
    project.write("polydoc.yml", b"base_url: https://docs.example.org\n");
    let run = polydoc(
        project.root(),
        &["check", "--rendered", "--format", "short"],
    );
    assert_eq!(
        run.out.matches("which the build does not write").count(),
        1,
        "{}",
        run.out
    );
    assert!(!run.out.contains("broken-page-link"), "{}", run.out);
}
