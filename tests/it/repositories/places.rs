//! Where the files of repositories are published, and what one takes from another.

use super::built::Built;

#[test]
fn docsets_of_one_repository_lead_to_each_other_and_take_files_from_repositories_that_they_use() {
    let built = Built::of_files(
        "
-- .openpublishing.publish.config.json --
{\"docsets_to_publish\": [
  {\"docset_name\": \"one\", \"build_source_folder\": \"articles\", \"locale\": \"en-us\"},
  {\"docset_name\": \"two\", \"build_source_folder\": \"other\", \"locale\": \"en-us\"}],
 \"dependent_repositories\": [{\"path_to_root\": \"samples\", \"url\": \"https://example.org/samples\"}]}
-- articles/docfx.json --
{\"build\": {\"content\": [{\"files\": \"**/*.md\", \"exclude\": \"more/**\", \"dest\": \"top\"},
  {\"files\": [\"**/*.md\"], \"src\": \"more\", \"dest\": \"extra/deep\"}], \"resource\": \"**/*.png\"}}
-- other/docfx.json --
{\"build\": {\"content\": \"**.md\", \"basePath\": \"/b\"}}
-- articles/a.md --
# A

[m](more/m.md) [o](../other/o.md) [rooted](/b/o) ![s](~/../samples/media/s.png)

[!code-c[](~/../samples/x.c)]
-- articles/more/m.md --
# M

[a](../a.md) [tilde](~/a.md)
-- other/o.md --
# O

[a](../articles/a.md)
-- samples/media/s.png --
png
-- samples/x.c --
int sample;
-- samples/README.md --
# No page
",
    );
    assert_eq!(
        built.articles(),
        [
            "en-us/articles/extra/deep/m",
            "en-us/articles/top/a",
            "en-us/b/o"
        ]
    );
    let page = built.output("en-us/articles/top/a/index.html");
    for part in [
        "href=\"/en-us/articles/extra/deep/m/\"",
        "href=\"/en-us/b/o/\">o<",
        "href=\"/en-us/b/o/\">rooted<",
        "src=\"/assets/media/s.",
        "language-c",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let page = built.output("en-us/articles/extra/deep/m/index.html");
    assert_eq!(
        page.matches("href=\"/en-us/articles/top/a/\"").count(),
        2,
        "{page}"
    );
    assert_eq!(built.rules(), [""; 0]);
}

#[test]
fn routes_give_folders_and_files_another_address() {
    let built = Built::of_files(
        "
-- docfx.yml --
routes:
  docs/: manual/
  guide/x.md: start
-- docs/d.md --
# D

[g](../guide/x.md)
-- guide/x.md --
# X

[d](../docs/d.md)
",
    );
    assert_eq!(built.articles(), ["en-us/manual/d", "en-us/start"]);
    assert!(
        built
            .output("en-us/manual/d/index.html")
            .contains("href=\"/en-us/start/\"")
    );
    assert!(
        built
            .output("en-us/start/index.html")
            .contains("href=\"/en-us/manual/d/\"")
    );
}

#[test]
fn what_changed_since_a_revision_is_told_over_all_repositories() {
    let file = |name: &str, locale: &str| {
        format!(
            "-- {name}/.openpublishing.publish.config.json --\n{{\"docsets_to_publish\": [{{\"docset_name\": \"g\", \"build_source_folder\": \"docs\", \"locale\": \"{locale}\"}}]}}\n-- {name}/docs/docfx.json --\n{{\"build\": {{\"content\": [\"**/*.md\"]}}}}\n-- {name}/docs/a.md --\n# A\n\n[old](gone.md)\n"
        )
    };
    let project = crate::support::Project::new(&format!(
        "-- polydoc.yml --\nsources:\n- path: one\n- path: two\n{}{}",
        file("one", "en-us"),
        file("two", "fr-fr")
    ));
    for name in ["one", "two"] {
        let folder = project.root().join(name);
        crate::since::git(&folder, &["init", "-q"]);
        crate::since::git(&folder, &["add", "-A"]);
        crate::since::git(&folder, &["commit", "-qm", "one"]);
    }
    project.write("two/docs/b.md", b"# B\n\n[new](lost.md)\n");
    let told = crate::cli::polydoc(project.root(), &["check", "--since", "HEAD"]);
    let told = told.out;
    assert!(
        told.contains("lost.md") && !told.contains("gone.md"),
        "{told}"
    );
}
