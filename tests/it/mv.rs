//! `mv`: another name in all languages, and everything that leads there.

use std::fs;
use std::path::Path;

use crate::cli::polydoc;
use crate::support::{Project, files_below};

fn project() -> Project {
    let article = |title: &str, body: &str| {
        format!("---\ntitle: {title}\ndescription: A page.\n---\n# {title}\n\n{body}\n")
    };
    let mut files = String::from(
        "-- polydoc.yml --\nversion: 1\nbase_url: https://docs.example.org\nown_urls: [https://docs.example.org]\n",
    );
    for locale in ["en-US", "fr-FR"] {
        let mut add = |path: &str, text: &str| {
            files.push_str(&format!("-- content/{locale}/{path} --\n{text}"));
        };
        add(
            "index.md",
            &article(
                "Home",
                "[1](guide/start.md#first) [2](guide/start?x=1&y=2#first) [3](/guide/start) <a href=\"Guide/START.md\">4</a>\n\n[r]: <guide/start.md> \"x\"\n\n[r] [5](guide/other.md) [6](guide/)",
            ),
        );
        add(
            "guide/start.md",
            &article(
                "Start",
                "## First\n\n![p](media/p.png) [o](other.md) [self](start.md#first) [up](../index.md) [here](#first) [x](https://example.org/guide/start.md)",
            ),
        );
        add(
            "guide/other.md",
            &article(
                "Other",
                "[s](./start.md) [t](https://docs.example.org/guide/start/) ![p](media/p.png)",
            ),
        );
        add(
            "TOC.yml",
            "- name: Start\n  href: guide/start.md\n- name: Other\n  href: 'guide/other.md'\n",
        );
    }
    let project = Project::new(&files);
    for locale in ["en-US", "fr-FR"] {
        project.write(&format!("content/{locale}/guide/media/p.png"), b"p");
    }
    project
}

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.root().join("content").join(path)).unwrap_or_default()
}

fn findings(folder: &Path) -> usize {
    let run = polydoc(
        folder,
        &[
            "check",
            "--rendered",
            "--level",
            "wrong-case=off",
            "--format",
            "json",
            "--all",
        ],
    );
    run.out.matches("\"fingerprint\"").count()
}

#[test]
fn an_article_is_renamed_in_all_languages_with_all_that_leads_to_it() {
    let project = project();
    let before = findings(project.root());
    let run = polydoc(
        project.root(),
        &[
            "mv",
            "content/fr-FR/guide/start.md",
            "content/fr-FR/intro/begin now.md",
        ],
    );
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.out);
    assert!(
        run.out
            .starts_with("content/en-US/guide/start.md → content/en-US/intro/begin now.md\n"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("renamed 2 files in 2 languages, "),
        "{}",
        run.out
    );
    for locale in ["en-US", "fr-FR"] {
        let home = read(&project, &format!("{locale}/index.md"));
        for wanted in [
            "[1](intro/begin%20now.md#first)",
            "[2](intro/begin%20now?x=1&y=2#first)",
            "[3](/intro/begin%20now)",
            "<a href=\"intro/begin%20now.md\">4</a>",
            "[r]: <intro/begin%20now.md> \"x\"",
            "[5](guide/other.md) [6](guide/)",
        ] {
            assert!(home.contains(wanted), "{wanted}: {home}");
        }
        let article = read(&project, &format!("{locale}/intro/begin now.md"));
        let links = "![p](../guide/media/p.png) [o](../guide/other.md) [self](begin%20now.md#first) [up](../index.md) [here](#first) \
                     [x](https://example.org/guide/start.md)";
        assert!(article.contains(links), "{article}");
        assert!(
            article.starts_with(
                "---\ntitle: Start\ndescription: A page.\nredirect_from: /guide/start\n---\n"
            ),
            "{article}"
        );
        let other = read(&project, &format!("{locale}/guide/other.md"));
        assert!(
            other.contains(
                "[s](../intro/begin%20now.md) [t](https://docs.example.org/intro/begin%20now/)"
            ),
            "{other}"
        );
        let toc = read(&project, &format!("{locale}/TOC.yml"));
        assert!(
            toc.contains("href: intro/begin%20now.md\n") && toc.contains("href: 'guide/other.md'"),
            "{toc}"
        );
        assert!(
            !project
                .root()
                .join(format!("content/{locale}/guide/start.md"))
                .exists()
        );
    }
    assert_eq!(
        findings(project.root()),
        before,
        "{}",
        polydoc(project.root(), &["check"]).out
    );
    polydoc(project.root(), &["build", "--quiet"]);
    assert!(
        project
            .output("fr-fr/guide/start/index.html")
            .contains("/fr-fr/intro/begin%20now/")
    );
}

#[test]
fn a_folder_moves_with_its_images_and_comes_back_without_a_trace_but_redirects() {
    let project = project();
    let before = findings(project.root());
    let all = |project: &Project| -> Vec<String> {
        let root = project.root();
        let files = files_below(&root.join("content"), "");
        files
            .iter()
            .map(|file| {
                format!(
                    "{}\n{}",
                    file.strip_prefix(root).unwrap().display(),
                    fs::read_to_string(file).unwrap()
                )
            })
            .collect()
    };
    let at_first = all(&project);
    let run = polydoc(project.root(), &["mv", "guide/", "books/handbook"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.errors);
    assert!(
        project
            .root()
            .join("content/fr-FR/books/handbook/media/p.png")
            .exists()
    );
    assert!(!project.root().join("content/fr-FR/guide").exists());
    let home = read(&project, "fr-FR/index.md");
    assert!(
        home.contains("[6](books/handbook/)") && home.contains("[5](books/handbook/other.md)"),
        "{home}"
    );
    assert!(
        read(&project, "fr-FR/books/handbook/start.md").contains("![p](media/p.png) [o](other.md)")
    );
    assert_eq!(findings(project.root()), before);
    let run = polydoc(project.root(), &["mv", "books/handbook", "guide"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.errors);
    assert!(!project.root().join("content/fr-FR/books").exists());
    let back: Vec<String> = all(&project)
        .iter()
        .map(|text| {
            text.replace("redirect_from: /books/handbook/start\n", "")
                .replace("redirect_from: /books/handbook/other\n", "")
        })
        .collect();
    let spelt: Vec<String> = at_first
        .iter()
        .map(|text| text.replace("Guide/START.md", "guide/START.md"))
        .collect();
    assert_eq!(back, spelt);
}

#[test]
fn a_dry_run_changes_nothing_and_git_applies_what_it_shows() {
    let project = project();
    let run = polydoc(
        project.root(),
        &["mv", "--dry-run", "guide/start.md", "guide/begin.md"],
    );
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(
        read(&project, "fr-FR/guide/begin.md").is_empty()
            && !read(&project, "fr-FR/guide/start.md").is_empty()
    );
    fs::write(project.root().join("x.patch"), &run.out).unwrap();
    let git = std::process::Command::new("git")
        .args(["apply", "x.patch"])
        .current_dir(project.root())
        .output()
        .unwrap();
    assert!(
        git.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&git.stderr),
        run.out
    );
    assert!(read(&project, "fr-FR/index.md").contains("[1](guide/begin.md#first)"));
    assert!(read(&project, "fr-FR/guide/begin.md").contains("redirect_from: /guide/start"));
}

#[test]
fn what_is_taken_missing_or_would_do_harm_is_refused_and_nothing_changes() {
    let project = project();
    project.write(
        "content/fr-FR/old.md",
        b"---\ntitle: Old\ndescription: A page.\nredirect_from: /gone\n---\n# Old\n",
    );
    let state = || -> Vec<(std::path::PathBuf, Vec<u8>)> {
        let files = files_below(&project.root().join("content"), "");
        files
            .into_iter()
            .map(|file| (file.clone(), fs::read(file).unwrap()))
            .collect()
    };
    let before = state();
    for (old, new, wanted) in [
        ("guide/start.md", "guide/other.md", "is there already"),
        ("guide/start.md", "Guide/OTHER.md", "is there already"),
        (
            "guide/nothing.md",
            "x.md",
            "there is no article, folder or file `guide/nothing.md`",
        ),
        ("guide", "guide/deeper", "cannot become"),
        ("guide/start.md", "guide/start.md", "cannot become"),
        ("guide/start.md", "../x.md", "is no name for it"),
        ("guide/start.md", "gone.md", "address-clash"),
        ("fr-FR", "x", "names a whole language"),
    ] {
        let run = polydoc(project.root(), &["mv", old, new]);
        assert_eq!(run.code, 2, "{old} {new}: {}", run.out);
        assert!(run.errors.contains(wanted), "{old} {new}: {}", run.errors);
        assert!(state() == before, "{old} {new}");
    }
}

#[test]
fn only_letter_case_may_change_and_a_folder_that_exists_takes_an_article_in() {
    let project = project();
    let run = polydoc(project.root(), &["mv", "guide/start.md", "guide/Start.md"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(read(&project, "fr-FR/index.md").contains("[1](guide/Start.md#first)"));
    assert!(
        !read(&project, "fr-FR/guide/Start.md").contains("redirect_from"),
        "addresses are lower case"
    );
    let run = polydoc(project.root(), &["mv", "index.md", "guide"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(
        read(&project, "fr-FR/guide/index.md").contains("[5](other.md) [6](./)"),
        "{}",
        read(&project, "fr-FR/guide/index.md")
    );
}
