//! The whole corpus: 11,673 files, and the same under 36 languages. Only with `POLYDOC_FULL=1`; `tests/bench/run` measures them.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::site::{self, Site};
use crate::support::shared::shared;

/// Unpacks the corpus under some languages into a new project; `None` when it is absent or not asked for.
fn unpacked(name: &str, locales: &str) -> Option<std::path::PathBuf> {
    if std::env::var_os("POLYDOC_FULL").is_none() {
        site::skipped(&format!(
            "the corpus `{name}` is built only with POLYDOC_FULL=1 (`tests/run --full`)"
        ));
        return None;
    }
    let unpack = shared("corpus/unpack")?;
    let project = site::workplace(name);
    let status = Command::new("python3")
        .arg(unpack)
        .arg(project.join("content"))
        .args(["--locales", locales])
        .status()
        .expect("python3 can be started");
    assert!(status.success(), "the corpus cannot be unpacked");
    fs::write(
        project.join("polydoc.yml"),
        "version: 1\nbase_url: https://docs.example.org\n",
    )
    .expect("settings can be written");
    Some(project)
}

fn every_article_has_its_page(site: &Site, project: &Path, files: usize) {
    let mut markdown = 0;
    site::each_file(&project.join("content"), &mut |path| {
        markdown += usize::from(path.extension().is_some_and(|end| end == "md"));
    });
    assert_eq!(markdown, files, "the corpus is complete");
    let articles = site::articles(&site.content);
    assert_eq!(site.summary["articles"], articles.len());
    for article in &articles {
        let page = site.output.join(site::page_path(article));
        let size = fs::metadata(&page).map_or(0, |metadata| metadata.len());
        assert!(size > 1_000, "{article} has no page {}", page.display());
    }
    assert_eq!(site.of_rule("address-clash").count(), 0);
    assert_eq!(site.of_rule("unplaceable-name").count(), 0);
}

#[test]
fn the_whole_corpus_builds_to_the_end() {
    let Some(project) = unpacked("full", "4") else {
        return;
    };
    let site = Site::of(&project, &[]);
    every_article_has_its_page(&site, &project, 11_673);
    // One article in each of the four languages has front matter that was translated as prose.
    assert_eq!(site.of_rule("malformed-front-matter").count(), 4);
    fs::remove_dir_all(project).expect("what was built can be removed");
}

#[test]
fn the_corpus_under_36_languages_builds_to_the_end() {
    let Some(project) = unpacked("languages", "36") else {
        return;
    };
    let site = Site::of(&project, &[]);
    every_article_has_its_page(&site, &project, 105_057);
    assert_eq!(site.of_rule("malformed-front-matter").count(), 36);
    fs::remove_dir_all(project).expect("what was built can be removed");
}
