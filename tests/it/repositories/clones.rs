//! Clones of one language and of several, made of real articles and made up.

use std::path::Path;

use super::built::{Built, copy};
use crate::support::shared::shared;

const LOCALES: [&str; 4] = ["ar-SA", "de-DE", "fr-FR", "ja-JP"];

/// So many articles of each folder are taken.
const SOME: usize = 25;

#[test]
fn clones_become_the_pages_that_the_plain_layout_becomes() {
    let Some(sample) = shared("corpus/sample") else {
        return;
    };
    let one = Built::of(|folder| copy(&sample.join("fr-FR"), &folder.join("site"), SOME));
    let own = |built: &Built| -> Vec<String> {
        let french = built.outputs();
        french
            .into_iter()
            .filter(|path| path.starts_with("fr-fr/") && path.strip_suffix(".html").is_some())
            .collect()
    };
    let clones = Built::of(|folder| {
        for locale in LOCALES {
            let to = folder.join("site").join(format!("Insights-pr.{locale}"));
            copy(&sample.join(locale), &to, SOME);
        }
    });
    let plain = Built::of(|folder| {
        for locale in LOCALES {
            copy(
                &sample.join(locale),
                &folder.join("site").join(locale),
                SOME,
            );
        }
    });
    assert_eq!(own(&one), own(&plain));
    assert_eq!(clones.outputs(), plain.outputs());
    for path in plain
        .outputs()
        .iter()
        .filter(|path| path.strip_suffix(".html").is_some())
    {
        assert!(clones.output(path) == plain.output(path), "{path} differs");
    }
    assert_eq!(clones.report.articles, plain.report.articles);
    let pages = clones.outputs();
    assert!(
        pages
            .iter()
            .any(|path| path.starts_with("de-de/alchemyinsights/")),
        "{pages:?}"
    );
    assert!(
        !pages
            .iter()
            .any(|path| path.contains("content-updates") || path.contains("readme"))
    );
}

/// A repository with all that its settings can say.
const GUIDE: &str = "
-- .openpublishing.publish.config.json --
{
  // comments are fine
  \"docsets_to_publish\": [{\"docset_name\": \"guide\", \"build_source_folder\": \"docs\", \"locale\": \"fr-fr\"}],
}
-- docs/docfx.json --
{ \"build\": {
  \"content\": [{\"files\": [\"**/*.md\", \"**/*.yml\"], \"exclude\": [\"**/includes/**\", \"left-out.md\"]},
    {\"files\": \"**/*.md\", \"src\": \"more\", \"dest\": \"extra\"}],
  \"resource\": [{\"files\": [\"**/*.png\"]}],
  \"globalMetadata\": {\"breadcrumb_path\": \"/azure/guide/breadcrumb/toc.json\", \"author\": \"all\", \"ms.topic\": \"all\", \"ms.service\": \"all\"},
  \"fileMetadata\": {\"author\": {\"**/*.md\": \"some\", \"b.md\": \"b\"}, \"ms.service\": {\"b.md\": null}}
}}
-- docs/breadcrumb/toc.yml --
- name: Guide
  tocHref: /azure/guide
-- docs/a.md --
---
author: own
---
# A

[b](~/b.md) [c](c.md) [away](/azure/other/x) [home](/azure/guide/b)
-- docs/b.md --
# B
-- docs/c.md --
# C
-- docs/left-out.md --
# Left out
-- docs/includes/part.md --
part
-- docs/toc.yml --
- name: A
  href: a.md
";

#[test]
fn a_docset_is_published_where_its_breadcrumbs_lie_and_only_what_its_settings_say() {
    let built = Built::of_files(GUIDE);
    assert_eq!(
        built.articles(),
        [
            "fr-fr/azure/guide/a",
            "fr-fr/azure/guide/b",
            "fr-fr/azure/guide/c"
        ]
    );
    let page = built.output("fr-fr/azure/guide/a/index.html");
    assert!(
        page.contains("href=\"/fr-fr/azure/guide/b/\"") && page.contains("href=\"/azure/other/x\""),
        "{page}"
    );
    assert_eq!(built.rules(), ["other-docset"]);
}

#[test]
fn metadata_of_a_file_are_its_own_else_those_of_some_files_else_those_of_all() {
    let built = Built::of_files(GUIDE);
    let meta = |page: &str, key: &str| {
        let html = built.output(&format!("fr-fr/azure/guide/{page}/index.html"));
        let (_, rest) = html.split_once(&format!("<meta name=\"{key}\" content=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    assert_eq!(meta("a", "author").as_deref(), Some("own"));
    assert_eq!(meta("c", "author").as_deref(), Some("some"));
    assert_eq!(
        meta("b", "author").as_deref(),
        Some("b"),
        "the last glob that fits"
    );
    assert_eq!(meta("b", "ms.topic").as_deref(), Some("all"));
    assert_eq!(meta("b", "ms.service"), None, "null takes a key away");
}

#[test]
fn what_a_translation_lacks_comes_from_the_repository_of_its_source_language() {
    let built = Built::of_files(
        "
-- polydoc.yml --
sources:
- path: fr
dependencies:
  _repo.en-us: en
-- fr/.openpublishing.publish.config.json --
{\"docsets_to_publish\": [{\"docset_name\": \"g\", \"build_source_folder\": \"docs\", \"locale\": \"fr-fr\"}],
 \"dependent_repositories\": [{\"path_to_root\": \"_repo.en-us\", \"url\": \"https://example.org\"}]}
-- fr/docs/docfx.json --
{\"build\": {\"content\": [\"**/*.md\"], \"resource\": [\"**/*.png\"]}}
-- fr/docs/a.md --
# A

![Une image](media/x.png) [seulement en anglais](only.md)
-- en/.openpublishing.publish.config.json --
{\"docsets_to_publish\": [{\"docset_name\": \"g\", \"build_source_folder\": \"docs\", \"locale\": \"en-us\"}]}
-- en/docs/docfx.json --
{\"build\": {\"content\": [\"**/*.md\"], \"resource\": [\"**/*.png\"]}}
-- en/docs/a.md --
# A
-- en/docs/only.md --
# Only
-- en/docs/media/x.png --
png
",
    );
    let page = built.output("fr-fr/docs/a/index.html");
    assert!(page.contains("href=\"/fr-fr/docs/only/\""), "{page}");
    assert!(page.contains("/assets/media/x."), "{page}");
    let stands_in = built.output("fr-fr/docs/only/index.html");
    assert!(stands_in.contains("lang=\"en-US\""), "{stands_in}");
    let rules: Vec<&str> = built
        .rules()
        .into_iter()
        .filter(|rule| rule.starts_with("broken"))
        .collect();
    assert_eq!(rules, [""; 0]);
}

#[test]
fn two_repositories_of_one_docset_are_one_site_in_two_languages() {
    let built = Built::of_files(
        "
-- polydoc.yml --
base_url: https://docs.example.org
hreflang: head
sources:
- {path: one, locale: en-US, docset: g, base_path: /g}
- {path: two, locale: de-DE, docset: g, base_path: /g}
-- one/docfx.json --
{\"build\": {\"content\": [\"**/*.md\"]}}
-- one/a.md --
# A
-- two/docfx.json --
{\"build\": {\"content\": [\"**/*.md\"]}}
-- two/a.md --
# A
",
    );
    assert_eq!(built.articles(), ["de-de/g/a", "en-us/g/a"]);
    let page = built.output("en-us/g/a/index.html");
    assert!(page.contains("hreflang=\"de"), "{page}");
}

#[test]
fn pages_in_yaml_are_pages_and_what_is_wrong_with_them_is_told_in_the_yaml() {
    let built = Built::of_files(
        "
-- docfx.json --
{\"build\": {\"content\": [\"**/*.md\", \"**/*.yml\"], \"basePath\": \"/g\"}}
-- index.yml --
### YamlMime:Landing
title: Start here
summary: All of it.
metadata:
  title: Start
landingContent:
- title: First steps
  linkLists:
  - linkListType: overview
    links:
    - text: The guide
      url: guide.md
    - text: Nothing
      url: missing.md
-- faq.yml --
### YamlMime:FAQ
metadata: {title: Questions}
title: Frequent questions
sections:
- name: About
  questions:
  - question: Why?
    answer: |
      Because of [this](guide.md).
-- context.yml --
### YamlMime:ContextObject
brand: x
-- guide.md --
# Guide
",
    );
    let start = built.output("en-us/g/index.html");
    assert!(
        start.contains("First steps")
            && start.contains(">The guide</a>")
            && start.contains("All of it."),
        "{start}"
    );
    let faq = built.output("en-us/g/faq/index.html");
    assert!(
        faq.contains("Why?</h") && faq.contains("Because of <a href=\"/en-us/g/guide/\">this</a>"),
        "{faq}"
    );
    let broken: Vec<(String, u32)> = built
        .findings()
        .into_iter()
        .filter(|seen| seen.rule == "broken-link")
        .map(|seen| (seen.file, seen.line))
        .collect();
    assert_eq!(broken, [("index.yml".to_owned(), 14)]);
    assert!(!built.rules().contains(&"unknown-yaml-page"));
}

#[test]
fn tables_of_contents_hold_others_in_yaml_and_in_markdown() {
    let built = Built::of_files(
        "
-- docfx.yml --
-- toc.yml --
- name: Top
  href: a.md
- name: Below
  href: sub/toc.md
  topicHref: sub/b.md
-- sub/toc.md --
# [B](b.md)
## [C](c.md)
-- a.md --
# A
-- sub/b.md --
# B
-- sub/c.md --
# C
",
    );
    let page = built.output("en-us/a/index.html");
    assert!(page.contains(">Below<"), "{page}");
    let page = built.output("en-us/sub/b/index.html");
    assert!(page.contains("href=\"/en-us/sub/c/\""), "{page}");
    assert_eq!(built.rules(), [""; 0]);
}

#[test]
fn old_files_lead_on_and_what_is_wrong_with_the_list_is_told() {
    let built = Built::of_files(
        "
-- docfx.json --
\u{feff}{\"build\": {\"content\": [\"**/*.md\"], \"basePath\": \"/g\"}}
-- .openpublishing.redirection.json --
{\"redirections\": [
  {\"source_path\": \"old.md\", \"redirect_url\": \"/g/older\"},
  {\"source_path\": \"older.md\", \"redirect_url\": \"/g/a#place\"},
  {\"source_path\": \"away.md\", \"redirect_url\": \"https://example.org/x\"},
  {\"source_path\": \"still.md\", \"redirect_url\": \"/g/a\"},
  {\"source_path\": \"self.md\", \"redirect_url\": \"/g/self\"}
]}
-- a.md --
# A
## Place

[still](still.md)
-- still.md --
# Still there
-- self.md --
# Self
",
    );
    assert!(
        built
            .output("en-us/g/old/index.html")
            .contains("url=/en-us/g/a/#place")
    );
    assert!(
        built
            .output("en-us/g/away/index.html")
            .contains("url=https://example.org/x")
    );
    // As on Learn, the redirection of a file that is still there wins, and links to it still lead on.
    let still = built.output("en-us/g/still/index.html");
    assert!(still.contains("url=/en-us/g/a/"), "{still}");
    assert!(built.output("en-us/g/a/index.html").contains(">still</a>"));
    assert_eq!(built.articles(), ["en-us/g/a", "en-us/g/self"]);
    let told = |rule: &str| built.findings().iter().filter(|it| it.rule == rule).count();
    assert_eq!(told("redirected-file"), 1);
    assert_eq!(told("circular-redirection"), 1);
}

#[test]
fn nothing_that_a_repository_says_is_left_without_a_word() {
    let built = Built::of_files(
        "
-- docfx.json --
{\"build\": {\"content\": [{\"files\": [\"**/*.md\"], \"flies\": 1}], \"globalMetadata\": {\"a\": 1}, \"nonsense\": true}}
-- a.md --
# A
",
    );
    let told: Vec<String> = built
        .findings()
        .into_iter()
        .map(|seen| seen.message)
        .collect();
    let of = |word: &str| told.iter().filter(|message| message.contains(word)).count();
    assert_eq!((of("`flies`"), of("`nonsense`")), (1, 1), "{told:?}");
    let path = Path::new("docfx.json");
    assert!(built.settings.project.join(path).exists());
}

#[test]
fn what_many_places_name_and_is_missing_is_told_once_with_the_places() {
    let built = Built::of_files(
        "
-- docfx.json --
{\"build\": {\"content\": [\"**/*.md\"]}}
-- a.md --
# A

[!INCLUDE [x](~/includes/part.md)] <xref:gone>
-- sub/b.md --
# B

[!INCLUDE [x](~/includes/part.md)] <xref:gone> <xref:gone> [other](a.md) [here](b.md)
-- sub/c.md --
# C

[other](a.md)
-- c.md --
# C

[other](sub/a.md)
",
    );
    let told = |rule: &str| {
        let all = built.report.diagnostics.iter();
        let all = all.filter(|it| it.rule.name == rule);
        all.map(|it| it.related.len()).collect::<Vec<_>>()
    };
    assert_eq!(told("broken-include"), [1]);
    assert_eq!(told("unknown-uid"), [2]);
}

#[test]
fn a_part_for_another_output_is_left_out_and_words_of_no_loc_stay_as_they_are() {
    let built = Built::of_files(
        "
-- docfx.json --
{\"build\": {\"content\": [\"**/*.md\"], \"globalMetadata\": {\"no-loc\": [\"Kestrel\", \"Razor Pages\"]}}}
-- a.md --
# Kestrel

Kestrels and Kestrel, `Kestrel`, [Razor Pages](b.md).

::: zone target=\"chromeless\"
## Hidden
Within the product.
::: zone-end
::: zone target=\"docs\"
For the site.
::: zone-end

- in a list

  ::: zone target=\"chromeless\"
  Within a list.
  ::: zone-end
- after it
-- b.md --
# B
",
    );
    let page = built.output("en-us/a/index.html");
    let whole = "Kestrels and <span translate=\"no\">Kestrel</span>, <code>Kestrel</code>, <a href=\"/en-us/b/\"><span translate=\"no\">Razor Pages</span></a>.";
    assert!(page.contains(whole), "{page}");
    assert!(
        page.contains("For the site.") && page.contains("after it"),
        "{page}"
    );
    assert!(
        !page.contains("Hidden") && !page.contains("Within"),
        "{page}"
    );
    assert_eq!(built.rules(), [""; 0]);
}
