//! Small sites: what shares are when there is little to share, what they tell, and what stands in the output folder already.

use std::fs;
use std::path::Path;

use super::{build_shares, equal, merge, run, tree};
use crate::support::Project;

/// A few articles in two languages with all that comes along: fallback pages, a redirect, a picture, a table of contents, drafts,
/// something to find, and a finding of the whole site.
fn project() -> Project {
    let project = Project::new(
        "-- polydoc.yml --
version: 1
base_url: https://docs.example.org/d
source_locale: en-US
fallback: page
keep: [CNAME, .well-known/**]
outputs: { markdown: true, feed: true, llms: true, headers: true, translation_status: true, redirects: true }
-- content/en-US/TOC.yml --
- name: One
  href: guide/one.md
-- content/en-US/index.md --
---
title: Home
description: The home page.
---
# Home

![picture](picture.svg) [one](guide/one.md)
-- content/en-US/guide/one.md --
---
title: One
description: The first article.
redirect_from: /old/one
---
# One

## A part

Words that can be found.
-- content/en-US/guide/two.md --
---
title: Two
description: The second article.
---
# Two

[nowhere](nowhere.md)
-- content/en-US/draft.md --
---
title: Draft
draft: true
---
# Draft
-- content/en-US/picture.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>
-- content/fr-FR/guide/one.md --
---
title: Un
description: Le premier article.
---
# Un

Des mots que l’on trouve.
",
    );
    let built = run(project.root(), &["build"]);
    assert_eq!(built.code, 1, "{}", built.errors);
    project
}

#[test]
fn any_number_of_shares_comes_to_the_same_site() {
    let project = project();
    let whole = tree(&project.root().join("public"));
    for of in [1, 2, 3, 30] {
        let place = tempfile::tempdir().unwrap();
        build_shares(project.root(), place.path(), of, &[]);
        let merged = merge(place.path(), of, &[]);
        assert_eq!(
            (merged.code, merged.errors.as_str()),
            (1, ""),
            "{of} shares"
        );
        let line = format!(
            "merged {of} share{}, 4 articles (",
            if of == 1 { "" } else { "s" }
        );
        assert!(merged.out.starts_with(&line), "{}", merged.out);
        equal(&tree(&place.path().join("site")), &whole);
    }
}

#[test]
fn an_article_stays_in_its_share_in_all_languages_and_whatever_else_there_is() {
    let project = project();
    let place = tempfile::tempdir().unwrap();
    let share_of = |name: &str| {
        build_shares(project.root(), place.path(), 3, &[]);
        let has = |number: &usize| {
            let site = place.path().join(number.to_string()).join("site");
            let (english, french) = (site.join("en-us").join(name), site.join("fr-fr").join(name));
            assert_eq!(english.exists(), french.exists(), "{number} has {name}");
            english.exists()
        };
        (1..=3).find(has).expect("one of them has it")
    };
    let before = ["guide/one", "guide/two"].map(share_of);
    for name in ["a", "b", "c"] {
        project.write(&format!("content/en-US/{name}.md"), b"# More\n");
    }
    assert_eq!(["guide/one", "guide/two"].map(share_of), before);
}

#[test]
fn a_share_tells_what_is_its_own_and_merging_tells_the_exit_code() {
    let project = project();
    let place = tempfile::tempdir().unwrap();
    let shares = build_shares(project.root(), place.path(), 2, &[]);
    let telling = shares
        .iter()
        .filter(|share| share.out.contains("broken-link"));
    assert_eq!(telling.count(), 1);
    let mut codes: Vec<i32> = shares.iter().map(|share| share.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, [0, 1]);
    let merged = merge(place.path(), 2, &[]);
    assert!(merged.out.contains(": 1 error"), "{}", merged.out);
    assert_eq!(merge(place.path(), 2, &["--no-fail"]).code, 0);
}

#[test]
fn with_strict_no_share_is_published_when_there_is_an_error_anywhere() {
    let project = project();
    let place = tempfile::tempdir().unwrap();
    let shares = build_shares(project.root(), place.path(), 2, &["--strict"]);
    assert!(shares.iter().all(|share| share.code == 1));
    let silent = shares
        .iter()
        .find(|share| !share.out.contains("broken-link"))
        .unwrap();
    assert_eq!(silent.errors, "not published: other shares tell 1 error\n");
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
}

#[test]
fn finished_pages_are_judged_as_in_one_build() {
    let project = project();
    project.write(
        "content/en-US/three.md",
        b"---\ntitle: Three\n---\n# Three\n\n<a href=\"/d/en-us/gone/\">gone</a>\n",
    );
    let whole = run(
        project.root(),
        &["build", "--rendered", "--format", "short"],
    );
    let place = tempfile::tempdir().unwrap();
    let options = ["--rendered", "--format", "short"];
    let shares = build_shares(project.root(), place.path(), 3, &options);
    let told = shares.iter().flat_map(|share| share.out.lines());
    let mut told: Vec<&str> = told.collect();
    let mut wanted: Vec<&str> = whole.out.lines().collect();
    told.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(told, wanted);
    merge(place.path(), 3, &[]);
    equal(
        &tree(&place.path().join("site")),
        &tree(&project.root().join("public")),
    );
}

#[test]
fn merging_again_keeps_what_keep_names_and_what_did_not_change() {
    let project = project();
    let place = tempfile::tempdir().unwrap();
    build_shares(project.root(), place.path(), 2, &[]);
    merge(place.path(), 2, &[]);
    let site = place.path().join("site");
    let inode = |path: &Path| std::os::unix::fs::MetadataExt::ino(&fs::metadata(path).unwrap());
    fs::write(site.join("CNAME"), "docs.example.org").unwrap();
    fs::write(site.join("stranger"), "x").unwrap();
    let before = inode(&site.join("index.html"));
    let merged = merge(place.path(), 2, &[]);
    assert_eq!(merged.errors, "");
    assert!(site.join("CNAME").exists() && !site.join("stranger").exists());
    assert_eq!(inode(&site.join("index.html")), before);
}

#[test]
fn a_share_is_built_again_when_its_article_changed_and_merged_with_others_only_of_the_same_content()
{
    let project = project();
    let place = tempfile::tempdir().unwrap();
    build_shares(project.root(), place.path(), 2, &[]);
    project.write(
        "content/fr-FR/guide/one.md",
        b"---\ntitle: Un\n---\n# Un\n\nAutre.\n",
    );
    build_shares(project.root(), place.path(), 2, &[]);
    run(project.root(), &["build"]);
    assert_eq!(merge(place.path(), 2, &[]).code, 1);
    equal(
        &tree(&place.path().join("site")),
        &tree(&project.root().join("public")),
    );
}
