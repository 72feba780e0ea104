//! What is no whole build is not merged: the reason is told, and the published site stays as it was.

use std::fs;
use std::path::Path;

use polydoc::source::ContentHash;
use tempfile::TempDir;

use super::{build_shares, equal, merge, run, tree};
use crate::support::Project;

const FILES: &str = "-- content/en-US/index.md --
---
title: Home
description: The home page.
---
# Home
-- content/en-US/one.md --
---
title: One
description: The first article.
---
# One
";

/// A project, its two shares, and what was published of them as `site`.
fn merged() -> (Project, TempDir) {
    let project = Project::new(FILES);
    let place = TempDir::new().unwrap();
    build_shares(project.root(), place.path(), 2, &[]);
    let run = merge(place.path(), 2, &[]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    (project, place)
}

/// Merging fails with these words and changes nothing.
#[track_caller]
fn refuses(place: &Path, arguments: &[&str], words: &str) {
    let site = place.join("site");
    let before = tree(&site);
    let all = [&["merge", "--output", "site"], arguments].concat();
    let run = run(place, &all);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.errors.contains(words), "{}", run.errors);
    assert!(run.errors.contains("help: "), "{}", run.errors);
    equal(&tree(&site), &before);
}

/// Builds one share anew.
fn rebuild(project: &Project, place: &Path, shard: &str, options: &[&str]) {
    let number = shard.split('/').next().unwrap();
    let output = place.join(number);
    let mut arguments = vec![
        "build",
        "--shard",
        shard,
        "--output",
        output.to_str().unwrap(),
    ];
    arguments.extend_from_slice(options);
    let built = run(project.root(), &arguments);
    assert_eq!(built.code, 0, "{}", built.errors);
}

/// Some file of the site in a share.
fn file_of(share: &Path) -> std::path::PathBuf {
    let tree = tree(&share.join("site"));
    let full = tree.iter().find(|(_, bytes)| !bytes.is_empty());
    share.join("site").join(full.expect("it has a file").0)
}

#[test]
fn shares_that_are_missing_or_there_twice() {
    let (_project, place) = merged();
    let place = place.path();
    refuses(place, &["1"], "1 of 2 shares is missing: 2/2");
    refuses(
        place,
        &["1", "2", "1"],
        "share 1/2 is there twice: `1` and `1`",
    );
    refuses(place, &["1", "3"], "cannot read the share `3`");
    fs::create_dir(place.join("3")).unwrap();
    refuses(
        place,
        &["1", "3"],
        "`3` is no share of a site: it has no `polydoc-shard.txt`",
    );
    refuses(place, &["1", "site"], "`site` is no share of a site");
}

#[test]
fn shares_of_other_builds() {
    let (project, place) = merged();
    let place = place.path();
    rebuild(&project, place, "2/2", &["--noindex"]);
    refuses(
        place,
        &["1", "2"],
        "`2` (share 2/2) was built under other settings than `1` (share 1/2)",
    );
    rebuild(
        &project,
        place,
        "2/2",
        &["--base-url", "https://other.example.org"],
    );
    refuses(place, &["1", "2"], "under other settings");
    rebuild(&project, place, "2/3", &[]);
    refuses(place, &["1", "2"], "for another number of shares");
    project.write("locales/en-US/site.ftl", b"skip-link = Jump\n");
    project.write("templates/parts/extra.html", b"<p></p>\n");
    rebuild(&project, place, "2/2", &[]);
    refuses(place, &["1", "2"], "with another theme");
}

#[test]
fn shares_of_other_content_wherever_the_change_is() {
    for (path, text) in [
        (
            "content/en-US/one.md",
            "---\ntitle: One\ndescription: The first article.\n---\n# One!\n",
        ),
        (
            "content/en-US/two.md",
            "---\ntitle: Two\ndescription: Another article.\n---\n# Two\n",
        ),
        ("content/en-US/TOC.yml", "- name: One\n  href: one.md\n"),
        ("content/en-US/code.cs", "class A {}\n"),
    ] {
        let (project, place) = merged();
        project.write(path, text.as_bytes());
        rebuild(&project, place.path(), "2/2", &[]);
        refuses(place.path(), &["1", "2"], "from other content");
    }
}

#[test]
fn a_share_of_another_version() {
    let (_project, place) = merged();
    let list = place.path().join("2/polydoc-shard.txt");
    let text = fs::read_to_string(&list).unwrap();
    let version = format!("version {}", env!("CARGO_PKG_VERSION"));
    let text = text.replace(&version, "version 99.0.0");
    let (body, _) = text.rsplit_once("end ").unwrap();
    let end = ContentHash::of(body.as_bytes()).hex();
    fs::write(&list, format!("{body}end {end}\n")).unwrap();
    refuses(
        place.path(),
        &["1", "2"],
        "the share `2` was built by polydoc 99.0.0, and this is polydoc ",
    );
    fs::write(&list, "polydoc-shard 2\n").unwrap();
    refuses(
        place.path(),
        &["1", "2"],
        "was built by another version of polydoc",
    );
    fs::write(&list, "polydoc-shard 1\n").unwrap();
    refuses(
        place.path(),
        &["1", "2"],
        "`polydoc-shard.txt` of the share `2` is damaged",
    );
}

#[test]
fn files_that_were_altered_taken_away_or_added() {
    let (project, place) = merged();
    let place = place.path();
    let share = place.join("2");
    let page = file_of(&share);
    let text = fs::read(&page).unwrap();
    let name = page.strip_prefix(&share).unwrap().display().to_string();

    fs::write(&page, [&text[..], b"<p>"].concat()).unwrap();
    refuses(
        place,
        &["1", "2"],
        &format!("`{name}` of the share `2` is not what was built"),
    );
    let mut other = text.clone();
    other[0] ^= 1;
    fs::write(&page, other).unwrap();
    refuses(place, &["1", "2"], "is not what was built");
    fs::remove_file(&page).unwrap();
    refuses(
        place,
        &["1", "2"],
        &format!("`{name}` of the share `2` is missing"),
    );
    fs::write(&page, &text).unwrap();
    fs::write(share.join("site/more.html"), "").unwrap();
    refuses(
        place,
        &["1", "2"],
        "`site/more.html` in the share `2` was not built there",
    );
    fs::remove_file(share.join("site/more.html")).unwrap();
    let words = share.join("search/en-us");
    fs::write(&words, "x").unwrap();
    refuses(
        place,
        &["1", "2"],
        "`search/en-us` of the share `2` is not what was built",
    );
    rebuild(&project, place, "2/2", &[]);
    assert_eq!(merge(place, 2, &[]).code, 0);
}

#[cfg(unix)]
#[test]
fn a_link_in_a_share_is_not_followed() {
    let (_project, place) = merged();
    let page = file_of(&place.path().join("2"));
    let outside = place.path().join("outside");
    fs::rename(&page, &outside).unwrap();
    std::os::unix::fs::symlink(&outside, &page).unwrap();
    refuses(place.path(), &["1", "2"], "of the share `2`");
}

#[test]
fn the_output_folder_is_neither_a_share_nor_around_one() {
    let (_project, place) = merged();
    let site = tree(&place.path().join("1"));
    for output in ["1", "."] {
        let run = run(
            place.path(),
            &["merge", "1", "2", "--output", output, "--adopt"],
        );
        assert_eq!(run.code, 2, "{}", run.out);
    }
    equal(&tree(&place.path().join("1")), &site);
}

#[test]
fn shares_without_articles_do_not_take_the_site_away() {
    let (project, place) = merged();
    fs::remove_dir_all(project.root().join("content")).unwrap();
    fs::create_dir_all(project.root().join("content/en-US")).unwrap();
    let other = TempDir::new().unwrap();
    build_shares(project.root(), other.path(), 1, &[]);
    let share = other.path().join("1");
    refuses(
        place.path(),
        &[share.to_str().unwrap()],
        "there is no article in the shares",
    );
}

#[test]
fn what_is_no_share_number_is_refused_with_an_example() {
    let project = Project::new(FILES);
    for wrong in ["0/8", "9/8", "8", "a/b"] {
        let run = run(project.root(), &["build", "--shard", wrong]);
        assert_eq!(run.code, 2);
        assert!(run.errors.contains("such as 2/8"), "{}", run.errors);
    }
}
