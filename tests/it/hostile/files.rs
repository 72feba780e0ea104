//! Files that cannot be read, and files that are larger than anybody writes.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use polydoc::fs::{Disk, Entry, FileSystem, Unreadable};
use polydoc::pipeline::{self, Goal, Silent};
use polydoc::publish::StageOptions;

use crate::support::Project;

/// The disk, but for files whose names begin with `secret`. (Tests may run as a user whom nothing is denied.)
struct Denied;

impl FileSystem for Denied {
    fn walk(
        &self,
        root: &Path,
        enter: &dyn Fn(&Path) -> bool,
    ) -> io::Result<Vec<Result<Entry, Unreadable>>> {
        Disk.walk(root, enter)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let name = path.file_name().and_then(|name| name.to_str());
        if name.is_some_and(|name| name.starts_with("secret")) {
            return Err(io::Error::from(io::ErrorKind::PermissionDenied));
        }
        Disk.read(path, limit)
    }

    fn exists(&self, path: &Path) -> bool {
        Disk.exists(path)
    }
}

#[test]
fn a_file_that_may_not_be_read_is_reported_and_the_rest_is_published() {
    let project = Project::new(
        "-- content/fr-FR/a.md --\n# A\n\n![words](secret.png) [b](secret.md)\n-- content/fr-FR/secret.png --\nx\n-- content/fr-FR/secret.md --\n# S\n",
    );
    let settings = project.settings();
    let report = pipeline::run(
        &Denied,
        &settings,
        Goal::Publish,
        &Silent,
        &StageOptions::default(),
    )
    .expect("the rest is published");
    let unreadable = report
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.rule.name == "unreadable-file");
    assert_eq!(unreadable.count(), 2);
    let html = project.output("fr-fr/a/index.html");
    let shown =
        "<p><span class=\"unresolved\">words</span> <span class=\"unresolved\">b</span></p>";
    assert!(html.contains(shown), "{html}");
}

#[test]
fn targets_and_ids_of_any_length_are_not_compared_for_ever() {
    let mut body = String::from("# A\n\n");
    for at in 0..100 {
        let _ = writeln!(body, "## {}{at}\n", "z".repeat(5_000));
        let _ = writeln!(
            body,
            "[a](#{0}) [b]({0}) ![c]({0}.png) [d](/fr-FR/{0})\n",
            "y".repeat(10_000)
        );
    }
    let project = Project::new("-- content/fr-FR/b.md --\n# B\n");
    project.write("content/fr-FR/a.md", body.as_bytes());
    super::growth::ends_soon(&project);
}

#[test]
fn content_without_any_article_does_not_take_the_published_site_with_it() {
    let project = Project::new("-- content/fr-FR/a.md --\n# A\n");
    project.build();
    std::fs::remove_file(project.root().join("content/fr-FR/a.md")).unwrap();
    let build = || {
        pipeline::run(
            &Disk,
            &project.settings(),
            Goal::Publish,
            &Silent,
            &StageOptions::default(),
        )
    };
    let failure = build().expect_err("the old site stays");
    let said = failure.to_string();
    assert!(said.contains("pages that would be removed"), "{said}");
    assert!(failure.hints[1].contains("remove"), "{:?}", failure.hints);
    assert!(project.output("fr-fr/a/index.html").contains("<h1"));
    // Who wants an empty site gets one, and again.
    std::fs::remove_dir_all(project.settings().output).unwrap();
    for _ in 0..2 {
        build().expect("there is nothing to lose");
    }
}
