//! Tables of contents and the way to pages, as repositories of Learn write them.

use super::built::Built;

const SITE: &str = "
-- docfx.json --
{\"build\": {\"content\": [\"**/*.md\", \"**/*.yml\"], \"basePath\": \"/g\",
 \"globalMetadata\": {\"breadcrumb_path\": \"/g/way/toc.json\"}}}
-- way/toc.yml --
- name: All products
  tocHref: /
  topicHref: /
  items:
  - name: The product
    tocHref: /g/
    topicHref: /g/a
    items:
    - name: Reference of all
      tocHref: /g/api
      topicHref: /g/api/x
    - name: Elsewhere
      tocHref: /g/other
      topicHref: /h/other
-- toc.yml --
metadata: {ms.topic: toc}
items:
- name: Start
  topicUid: the.start
- uid: the.start
- name: Nobody
  uid: no.body
- name: A place
  displayName: zebra, keyword
  href: a.md#there
- name: No place
  href: a.md#nowhere
- name: A version
  href: a.md?view=v-2#there
- name: Reference
  href: api/toc.yml
- name: Guides
  expanded: true
  items:
  - {name: One, href: one.md}
  - {name: Two, href: two%20words.md}
  - {name: Raw, href: two words.md}
  - {name: Case, href: ONE.MD}
-- api/toc.yml --
- name: X
  href: x.md
  items:
  - name: Back
    href: ../a.md
-- other/toc.yml --
- name: Home
  href: ../a.md
- name: Y
  href: y.md
-- a.md --
---
title: The start
uid: the.start
---
# A
## There
-- one.md --
# One
-- two words.md --
# Two
-- api/x.md --
# X
-- other/y.md --
# Y
";

#[test]
fn entries_lead_to_uids_places_and_versions_and_what_they_do_not_find_is_told() {
    let built = Built::of_files(SITE);
    let page = built.output("en-us/g/one/index.html");
    for entry in [
        "<a href=\"/en-us/g/a/\"><bdi>Start</bdi>",
        "<a href=\"/en-us/g/a/\"><bdi>The start</bdi>",
        "<a href=\"/en-us/g/a/#there\"><bdi>A place</bdi>",
        "<a href=\"/en-us/g/a/?view=v-2#there\"><bdi>A version</bdi>",
        "<a href=\"/en-us/g/two%20words/\"><bdi>Two</bdi>",
        "<a href=\"/en-us/g/two%20words/\"><bdi>Raw</bdi>",
    ] {
        assert!(page.contains(entry), "{entry}\n{page}");
    }
    let told: Vec<(u32, String)> = built
        .findings()
        .into_iter()
        .filter(|seen| seen.rule == "broken-toc-entry")
        .map(|seen| (seen.line, seen.message))
        .collect();
    assert_eq!(
        told,
        [
            (7, "nothing has the uid `no.body`".to_owned()),
            (12, "the page has no place `#nowhere`".to_owned())
        ]
    );
}

#[test]
fn a_page_is_shown_in_the_nearest_table_above_it() {
    let built = Built::of_files(SITE);
    // `api/toc.yml` and `other/toc.yml` name it too; the first stands in the outer table, the second lies aside.
    let page = built.output("en-us/g/a/index.html");
    assert!(page.contains("<bdi>Guides</bdi>"), "{page}");
    assert!(!page.contains("<bdi>Y</bdi>"), "{page}");
    let page = built.output("en-us/g/api/x/index.html");
    assert!(
        page.contains("<bdi>Guides</bdi>") && page.contains("aria-current=\"page\"><bdi>X</bdi>")
    );
    let page = built.output("en-us/g/other/y/index.html");
    assert!(
        !page.contains("<bdi>Guides</bdi>") && page.contains("<bdi>Home</bdi>"),
        "{page}"
    );
}

#[test]
fn a_longer_table_is_a_file_to_look_in_and_pages_stay_small() {
    let mut site = SITE.to_owned();
    let many = (0..3000).map(|number| format!("- {{name: Entry {number}, href: one.md}}\n"));
    let many = many.collect::<Vec<_>>().concat();
    site = site.replace("- name: Guides\n", &format!("{many}- name: Guides\n"));
    let built = Built::of_files(&site);
    let table = built.output("en-us/g/toc.json");
    assert!(
        table.contains("[0,\"A place\",\"/en-us/g/a/#there\",\"zebra, keyword\"]"),
        "{}",
        &table[..400]
    );
    assert!(table.contains("[1,\"X\",\"/en-us/g/api/x/\"]") && table.contains("Entry 2999"));
    let page = built.output("en-us/g/one/index.html");
    assert!(page.contains("data-table=\"/en-us/g/toc.json\""), "{page}");
    assert!(page.len() < 40_000, "{}", page.len());
}

#[test]
fn the_way_to_a_page_is_that_of_the_file_which_describes_it() {
    let built = Built::of_files(SITE);
    let way = |page: &str| {
        let html = built.output(page);
        let (_, rest) = html.split_once("<nav class=\"breadcrumbs\"").unwrap();
        let (way, _) = rest.split_once("</nav>").unwrap();
        let words = way.split("<bdi>").skip(1);
        let words = words.map(|part| part.split("</bdi>").next().unwrap().to_owned());
        (words.collect::<Vec<_>>().join(" / "), way.to_owned())
    };
    assert_eq!(
        way("en-us/g/one/index.html").0,
        "All products / The product"
    );
    assert_eq!(way("en-us/g/a/index.html").0, "All products");
    let (words, html) = way("en-us/g/other/y/index.html");
    assert_eq!(words, "All products / The product / Elsewhere");
    assert!(html.contains("href=\"/h/other\""), "{html}");
    // What describes the way is no table of contents, and nobody lands in it.
    assert!(!built.outputs().iter().any(|path| path.contains("way/")));
}

#[test]
fn a_table_that_files_leave_out_is_read_where_another_holds_it_and_two_of_one_folder_are_told() {
    let built = Built::of_files(
        "
-- docfx.json --
{\"build\": {\"content\": [{\"files\": [\"**/*.md\", \"toc.yml\", \"b/**\"], \"exclude\": [\"left/**\"]}]}}
-- toc.yml --
- name: Held
  href: left/toc.yml
-- left/toc.yml --
- name: From the left
  href: ../a.md
-- b/toc.yml --
- {name: In YAML, href: c.md}
-- b/toc.md --
# [In Markdown](c.md)
-- b/c.md --
# C
-- a.md --
# A
",
    );
    let page = built.output("en-us/a/index.html");
    assert!(page.contains("<bdi>From the left</bdi>"), "{page}");
    let told = built.findings();
    let told: Vec<&str> = told
        .iter()
        .filter(|seen| seen.rule == "malformed-toc")
        .map(|seen| seen.file.as_str())
        .collect();
    assert_eq!(told, ["b/toc.md"]);
}
