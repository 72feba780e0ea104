//! `nav` and `redirects` of a project: one list for all languages, told once where it is wrong.

use crate::cli::polydoc;
use crate::support::Project;

const ARTICLES: &str = "\
-- content/en-US/index.md --
# Home
-- content/en-US/guide/a.md --
# Alpha

## Part
-- content/en-US/guide/b.md --
# Beta
-- content/en-US/zoo/animals.md --
# Animals
-- content/fr-FR/index.md --
# Accueil
-- content/fr-FR/guide/a.md --
# Alpha en français

## Part
-- content/fr-FR/guide/seul.md --
# Seul
";

fn project(settings: &str) -> Project {
    let project = Project::new(ARTICLES);
    let settings = format!("source_locale: en-US\nfallback: off\n{settings}");
    project.write("polydoc.yml", settings.as_bytes());
    project
}

/// What `check` says of the settings.
fn said(project: &Project) -> String {
    let said = project.check();
    let mut is_own = false;
    let of_settings = said.lines().filter(|line| {
        if !line.starts_with(' ') {
            is_own = line.starts_with("polydoc.yml:");
        }
        is_own
    });
    of_settings.map(|line| line.to_owned() + "\n").collect()
}

/// Titles and addresses of the links in a part of a page.
fn links(html: &str, part: &str) -> Vec<(String, String)> {
    let start = format!("<nav class=\"{part}");
    let (_, rest) = html
        .split_once(&start)
        .unwrap_or_else(|| panic!("no {part}"));
    let (inner, _) = rest.split_once("</nav>").expect("it ends");
    let entries = inner.split("<li").skip(1);
    let entry = |entry: &str| {
        let href = entry
            .split("href=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let text = entry
            .split("<bdi")
            .nth(1)
            .and_then(|rest| rest.split_once('>'));
        let text = text.and_then(|(_, rest)| rest.split_once("</bdi>"));
        (
            text.map_or("", |(text, _)| text).to_owned(),
            href.unwrap_or_default().to_owned(),
        )
    };
    entries.map(entry).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |&(title, url): &(&str, &str)| (title.to_owned(), url.to_owned());
    list.iter().map(owned).collect()
}

#[test]
fn one_navigation_holds_for_all_languages_in_the_words_of_each() {
    let project = project(
        "\
nav:
- index.md
- zoo/animals.md
- name: {en: Handbook, fr: Manuel}
  href: guide/
  items:
  - guide/b.md
  - name: First
    href: ./guide/a.md#part
  - guide/seul.md
- name: Elsewhere
  href: https://example.org/x
",
    );
    assert_eq!(said(&project), "");
    project.build();
    let english = project.output("en-us/guide/a/index.html");
    assert_eq!(
        links(&english, "navigation"),
        pairs(&[
            ("Home", "/en-us/"),
            ("Animals", "/en-us/zoo/animals/"),
            ("Handbook", "/en-us/guide/"),
            ("Beta", "/en-us/guide/b/"),
            ("First", "/en-us/guide/a/#part"),
            ("Elsewhere", "https://example.org/x"),
        ])
    );
    // The header follows the order, with the names that are given there.
    assert_eq!(
        links(&english, "sections"),
        pairs(&[("Zoo", "/en-us/zoo/"), ("Handbook", "/en-us/guide/")])
    );
    let french = project.output("fr-fr/guide/a/index.html");
    assert_eq!(
        links(&french, "navigation"),
        pairs(&[
            ("Accueil", "/fr-fr/"),
            ("Manuel", "/fr-fr/guide/"),
            ("First", "/fr-fr/guide/a/#part"),
            ("Seul", "/fr-fr/guide/seul/"),
            ("Elsewhere", "https://example.org/x"),
        ])
    );
    assert!(french.contains("rel=\"next\" href=\"/fr-fr/guide/seul/\""));
}

#[test]
fn what_a_language_lacks_stands_in_the_navigation_in_another_language() {
    let project = project("nav: [guide/b.md, guide/a.md]\n");
    project.write(
        "polydoc.yml",
        b"source_locale: en-US\nnav: [guide/b.md, {name: {fr: Premier}, href: guide/a.md}]\n",
    );
    project.build();
    let french = project.output("fr-fr/guide/a/index.html");
    assert_eq!(
        links(&french, "navigation"),
        pairs(&[("Beta", "/fr-fr/guide/b/"), ("Premier", "/fr-fr/guide/a/")])
    );
    assert!(french.contains("lang=\"en-US\""));
    let english = project.output("en-us/guide/a/index.html");
    // No words in English: the title of the article.
    assert_eq!(links(&english, "navigation")[1].0, "Alpha");
}

#[test]
fn a_language_with_a_table_of_contents_keeps_it() {
    let project = project("nav: [guide/b.md, guide/a.md]\n");
    project.write(
        "content/en-US/TOC.yml",
        b"- name: Own\n  href: guide/a.md\n- name: Other\n  href: guide/b.md\n",
    );
    project.build();
    let names = |page: &str| {
        let html = project.output(page);
        links(&html, "navigation")
            .into_iter()
            .map(|(name, _)| name)
            .collect::<Vec<_>>()
    };
    assert_eq!(names("en-us/guide/a/index.html"), ["Own", "Other"]);
    project.write("content/fr-FR/guide/b.md", b"# B\n");
    project.build();
    assert_eq!(
        names("fr-fr/guide/a/index.html"),
        ["B", "Alpha en français"]
    );
}

#[test]
fn without_a_table_the_header_follows_the_names_and_with_one_the_table() {
    let project = project("");
    project.build();
    let names = || {
        let html = project.output("en-us/index.html");
        links(&html, "sections")
            .into_iter()
            .map(|(name, _)| name)
            .collect::<Vec<_>>()
    };
    assert_eq!(names(), ["Guide", "Zoo"]);
    project.write(
        "content/en-US/TOC.yml",
        b"- name: Animals\n  href: zoo/animals.md\n- name: A\n  href: guide/a.md\n",
    );
    project.build();
    assert_eq!(names(), ["Zoo", "Guide"]);
}

#[test]
fn an_entry_that_no_language_has_is_told_once_with_its_place() {
    let project =
        project("nav:\n- guide/seul.md\n- name: Gone\n  href: guide/aa.md\n- gude/a.md\n");
    assert_eq!(
        said(&project),
        "polydoc.yml:6:9: warning[broken-toc-entry]: no article at `guide/aa.md`\n  \
         help: did you mean `guide/a.md`?\n\
         polydoc.yml:7:3: warning[broken-toc-entry]: no article at `gude/a.md`\n  \
         help: did you mean `guide/a.md`?\n"
    );
}

#[test]
fn a_navigation_that_is_no_navigation_is_told_with_line_and_column() {
    let cases = [
        (
            "nav: guide.md\n",
            ":3:6: `nav` must be a list of entries of the navigation, not text (`guide.md`)",
        ),
        (
            "nav:\n- Guide: guide/a.md\n",
            ":4:3: unknown key `Guide` in `nav[]`",
        ),
        (
            "nav:\n- {title: Guide, href: guide/a.md}\n",
            ":4:4: unknown key `title` in `nav[]`",
        ),
        (
            "nav:\n- name: Guide\n",
            ":4:3: this entry leads nowhere and has no entries below it",
        ),
        (
            "nav:\n- items: [guide/a.md]\n",
            ":4:3: these entries have no words to show above them",
        ),
        (
            "nav:\n- href: https://example.org\n",
            ":4:3: `https://example.org` has no words to show",
        ),
        (
            "nav:\n- javascript:alert(1)\n",
            ":4:3: `javascript:alert(1)` is neither a file of this site nor a web address",
        ),
        (
            "nav:\n- name: {en: A, EN: B}\n  href: guide/a.md\n",
            ":4:17: the language `en` stands here twice, in two spellings",
        ),
    ];
    for (settings, told) in cases {
        let project = project(settings);
        let run = polydoc(project.root(), &["check"]);
        let said = run.errors;
        assert_eq!(run.code, 2, "{settings}{said}");
        assert!(said.contains(told), "{settings}{said}");
    }
}

#[test]
fn old_addresses_lead_to_pages_of_each_language_and_to_other_sites() {
    let project = project(
        "\
redirects:
  /old: /guide/a
  /Old/Page.html: guide/a.md?x=1#part
  /chain: /old
  /fr-fr/seulement: /fr-fr/guide/seul
  /en-us/french: /fr-fr/guide/seul
  /forum: https://example.org/forum?a=b
",
    );
    assert_eq!(said(&project), "");
    project.build();
    let lists = project.output("_redirects");
    assert_eq!(
        lists,
        "\
/en-us/chain/ /en-us/guide/a/ 301
/en-us/forum/ https://example.org/forum?a=b 301
/en-us/french/ /fr-fr/guide/seul/ 301
/en-us/old/ /en-us/guide/a/ 301
/en-us/old/page.html /en-us/guide/a/?x=1#part 301
/fr-fr/chain/ /fr-fr/guide/a/ 301
/fr-fr/forum/ https://example.org/forum?a=b 301
/fr-fr/old/ /fr-fr/guide/a/ 301
/fr-fr/old/page.html /fr-fr/guide/a/?x=1#part 301
/fr-fr/seulement/ /fr-fr/guide/seul/ 301
"
    );
    let json: serde_json::Value =
        serde_json::from_str(&project.output("redirects.json")).expect("it is JSON");
    assert_eq!(json.as_object().map(serde_json::Map::len), Some(10));
    let page = project.output("en-us/old/page.html");
    assert!(
        page.contains("content=\"0; url=/en-us/guide/a/?x=1#part\""),
        "{page}"
    );
    assert!(
        page.contains("<title>Alpha</title>") || page.contains(">Alpha</bdi></a>"),
        "{page}"
    );
    let forum = project.output("en-us/forum/index.html");
    assert!(
        forum.contains("url=https://example.org/forum?a=b"),
        "{forum}"
    );
}

#[test]
fn redirects_that_cannot_be_are_told_with_line_and_column() {
    let project = project(
        "\
redirects:
  /one: /two
  /two: /one
  /guide/b: /guide/a
  /guide: /guide/a
  /x: /nowhere
  /y: gude/a.md
  /Dup: /guide/a
  /dup/: /guide/b
  /moved: /guide/a
",
    );
    project.write(
        "content/en-US/guide/a.md",
        b"---\nredirect_from: /moved\n---\n# Alpha\n",
    );
    assert_eq!(
        said(&project),
        "\
polydoc.yml:4:9: warning[circular-redirection]: these redirections lead in a circle: /one → /two → /one
  help: let one of them lead to a page
polydoc.yml:5:9: warning[circular-redirection]: these redirections lead in a circle: /two → /one → /two
  help: let one of them lead to a page
polydoc.yml:6:3: warning[redirected-file]: `/guide/b` is redirected, and `en-US/guide/b.md` is still there
  help: remove the file, or its redirection
polydoc.yml:7:3: warning[redirected-file]: `/guide` is redirected, and there is a page
  help: remove the redirection
polydoc.yml:8:7: error[malformed-redirection]: the redirection leads to `/nowhere`, where there is no page
  help: correct the address, or remove the redirection
polydoc.yml:9:7: error[malformed-redirection]: the redirection leads to `gude/a.md`, where there is no page
  help: correct the address, or remove the redirection
polydoc.yml:11:3: error[repeated-redirection]: `/dup/` is redirected twice; the first redirection counts
  help: remove one of the two
polydoc.yml:12:3: error[repeated-redirection]: `/moved` is redirected here and by `redirect_from` of an article
  help: remove one of the two
"
    );
}

#[test]
fn a_long_list_lies_in_a_file_of_its_own() {
    let project = project("redirects: old/list.yml\n");
    let check = |text: &str| {
        project.write("old/list.yml", text.as_bytes());
        let run = polydoc(project.root(), &["check"]);
        (run.code, [run.out, run.errors].concat())
    };
    assert_eq!(check("/old: /guide/a\n").0, 0);
    let (code, said) = check("/old: /guide/a\n/x: /nowhere\n");
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("old/list.yml:2:5"), "{said}");
    for (text, told) in [
        (
            "/old/*: /guide/a\n",
            "list.yml:1:1: `/old/*` stands for many addresses",
        ),
        (
            "old: /guide/a\n",
            "list.yml:1:1: `old` is no path of this site",
        ),
        (
            "/old?a: /guide/a\n",
            "list.yml:1:1: `/old?a` has a part that does not belong to the path",
        ),
        (
            "/old: javascript:alert(1)\n",
            "list.yml:1:7: `javascript:alert(1)` is neither a file",
        ),
        (
            "/old: //evil.example\n",
            "list.yml:1:7: `//evil.example` is neither a file",
        ),
        ("/a: /b\n/a: /c\n", "list.yml:2:1: "),
        ("- /a\n", "list.yml:1:1: `redirects` must be a map"),
    ] {
        let (code, said) = check(text);
        assert_eq!(code, 2, "{text}{said}");
        assert!(said.contains(told), "{text}{said}");
    }
    project.write("polydoc.yml", b"redirects: none.yml\n");
    let (code, said) = check("");
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("polydoc.yml:1:12: there is no file"),
        "{said}"
    );
}

#[test]
fn a_list_of_a_repository_cannot_make_a_page_that_runs_a_script() {
    let project = Project::new(
        "\
-- content/fr-FR/docfx.json --
{\"build\": {\"content\": [\"**/*.md\"]}}
-- content/fr-FR/.openpublishing.redirection.json --
{\"redirections\": [{\"source_path\": \"old.md\", \"redirect_url\": \"javascript://x/%0aalert(1)\"}]}
-- content/fr-FR/guide.md --
# Guide
",
    );
    project.build();
    let page = project.settings().output.join("fr-fr/old/index.html");
    assert!(!page.exists());
}
