//! Large sites: what there is to look at while they are read and put together, and that it ends as a build would. Here every site is
//! large.

use std::fs;

use polydoc::fs::Disk;
use polydoc::model::{ArticleKey, OutputPath};
use polydoc::pipeline::Touched;
use polydoc::workspace::{Wanted, Workspace};

use super::following::{SITE, compare, follow, is_full, wanted};
use crate::support::Project;

#[test]
fn a_large_site_is_what_a_build_makes_when_it_has_settled() {
    let (runs, steps) = if is_full() { (6, 40) } else { (1, 9) };
    for run in 1..=runs {
        follow(100 + run, 0, steps, &|workspace, touched| {
            workspace.take_in(touched);
            // Whoever looks meanwhile sees something, whatever was touched.
            for path in ["en-us/guide/first/index.html", "en-us/index.html"] {
                let state = workspace.state();
                let Ok(Some(standing)) = state.standing_for(&Disk, path) else {
                    continue;
                };
                let path = OutputPath::new(path).expect("a path");
                let _ = standing.artifact(&Disk, &path);
                for at in 0..standing.site().articles.len() {
                    let key = ArticleKey(u32::try_from(at).expect("few"));
                    let _ = standing.findings(&Disk, key);
                }
            }
            workspace.settle();
            assert!(!workspace.state().settling);
        });
    }
}

#[test]
fn a_large_site_shows_what_was_saved_before_it_has_settled() {
    let project = Project::new(SITE);
    let root = fs::canonicalize(project.root()).expect("a folder");
    let wanted = Wanted {
        large: 0,
        ..wanted(&root)
    };
    let workspace = Workspace::open(Box::new(Disk), wanted).expect("a site");
    let page = |path: &str| {
        let state = workspace.state();
        let standing = state.standing_for(&Disk, path).expect("a site");
        let standing = standing.expect("something to look at");
        let path = OutputPath::new(path).expect("a path");
        let bytes = standing.artifact(&Disk, &path).expect("a file");
        bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    };
    let first = "en-us/guide/first/index.html";
    // Before anything but the names of files is known, its language is read.
    assert!(workspace.state().standing.is_none());
    let early = page(first).expect("a page");
    assert!(early.contains("Words.") && early.contains("href=\"/en-us/guide/second/#part\""));
    assert!(
        page("fr-fr/guide/first/index.html")
            .expect("a page")
            .contains("Mots.")
    );
    workspace.take_in(&Touched::Anything);
    workspace.settle();
    assert!(workspace.state().first.is_none());

    // Title, headings and links of the article itself are there at once.
    let path = root.join("content/en-US/guide/first.md");
    let text = "---\ntitle: Renamed\n---\n# Renamed\n\n[Second](second.md#part) [x](javascript:alert(1)) [y](https://example.org/y) [z](#new-part)\n\n## New part\n";
    fs::write(&path, text).expect("a file");
    assert!(workspace.take_in(&Touched::Paths(vec![path.clone()])));
    assert!(workspace.state().settling);
    let sketch = page(first).expect("a page");
    for wanted in [
        "<title>Renamed",
        "id=\"new-part\"",
        "href=\"/en-us/guide/second/#part\"",
        "href=\"https://example.org/y\"",
        "href=\"#new-part\"",
    ] {
        assert!(sketch.contains(wanted), "{wanted}:\n{sketch}");
    }
    assert!(!sketch.contains("javascript:"));

    // What is saved while the site is put together is not lost.
    let other = root.join("content/en-US/guide/second.md");
    fs::write(&other, "# Second\n\n## Part\n\nOther words.\n").expect("a file");
    workspace.take_in(&Touched::Paths(vec![other]));
    workspace.settle();
    assert!(!workspace.state().settling);
    assert!(compare(&workspace, &root, "when it has settled"));
    assert!(!workspace.take_in(&Touched::Paths(vec![path])), "as it was");
    assert!(
        !workspace.take_in(&Touched::Paths(vec![
            root.join("../log.txt"),
            root.join("notes.txt")
        ])),
        "nothing that the site is made of"
    );
}
