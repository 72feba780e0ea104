//! Directives on whole sites: what readers get of included files, code, tabs, zones, versions, images and uids, and what is told.

use crate::support::{Project, has, lacks};

#[test]
fn every_directive_is_in_the_list_and_has_a_page_in_both_manuals() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let names: Vec<&str> = polydoc::markup::DIRECTIVES
        .iter()
        .map(|it| it.name)
        .collect();
    assert!(names.is_sorted(), "{names:?}");
    for name in &names {
        let file = root.join(format!(
            "src/markup/directives/{}.rs",
            name.replace('-', "_")
        ));
        assert!(file.exists(), "{}", file.display());
        for locale in ["en-US", "fr-FR"] {
            let page = root.join(format!("content/{locale}/reference/directives/{name}.md"));
            let page = std::fs::read_to_string(&page).unwrap_or_default();
            assert!(
                page.contains(&format!("\n# {name}\n")),
                "{locale}: no page of `{name}`"
            );
        }
    }
    for directive in polydoc::markup::DIRECTIVES {
        assert!(
            directive.page.matches("\n## ").count() >= 2,
            "{}",
            directive.name
        );
    }
}

#[test]
fn an_included_file_stands_on_the_page_with_its_headings_links_and_images() {
    let project = Project::new(
        "-- content/en-US/guide/start.md --\n# Start\n\nText with [!INCLUDE [n](../includes/name.md)] in it.\n\n[!INCLUDE [s](../includes/deep/steps.md)]\n\n## Last\n
-- content/en-US/guide/other.md --\n# Other\n\n[to steps](start.md#steps)\n
-- content/en-US/includes/name.md --\n---\ntitle: Never\n---\nthe *product*\n
-- content/en-US/includes/deep/steps.md --\n## Steps\n\n- [other](../../guide/other.md)\n- [last](#last)\n- ![a](../a.svg)\n
-- content/en-US/includes/a.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    );
    assert_eq!(project.check(), "");
    project.build();
    let page = project.output("en-us/guide/start/index.html");
    has(&page, "<p>Text with the <em>product</em> in it.</p>");
    has(&page, "<h2 id=\"steps\">Steps</h2>");
    has(&page, "<a href=\"/en-us/guide/other/\">other</a>");
    has(&page, "<a href=\"#last\">last</a>");
    has(&page, "alt=\"a\"");
    lacks(&page, "Never");
    let contents = page.split("class=\"contents").nth(1).unwrap_or(&page);
    has(contents, "#steps");
    let output = project.settings().output;
    assert!(
        !output.join("en-us/includes").exists(),
        "an include is no page"
    );
}

#[test]
fn what_is_wrong_in_an_included_file_is_told_once_and_at_its_place() {
    let project = Project::new(
        "-- content/en-US/a.md --\n# A\n\n[!INCLUDE [i](includes/i.md)]\n
-- content/en-US/b.md --\n# B\n\n[!INCLUDE [i](includes/i.md)]\n
-- content/en-US/includes/i.md --\n[gone](gone.md)\n\n> [!WARMING]\n> x\n",
    );
    let said = project.check();
    let found = said.lines().filter(|line| line.starts_with("content/"));
    let found: Vec<&str> = found.collect();
    assert_eq!(found.len(), 2, "{said}");
    has(
        found[0],
        "content/en-US/includes/i.md:1:8: error[broken-link]",
    );
    has(
        found[1],
        "content/en-US/includes/i.md:3:5: info[unknown-alert]",
    );
}

#[test]
fn a_change_in_an_included_file_changes_the_pages_that_show_it() {
    let project = Project::new(
        "-- content/en-US/a.md --\n# A\n\n[!INCLUDE [i](includes/i.md)]\n
-- content/en-US/includes/i.md --\nBefore.\n",
    );
    project.build();
    has(&project.output("en-us/a/index.html"), "Before.");
    project.write("content/en-US/includes/i.md", b"After.\n");
    project.build();
    has(&project.output("en-us/a/index.html"), "<p>After.</p>");
}

#[test]
fn what_a_language_lacks_is_included_from_the_one_that_stands_in() {
    let project = Project::new(
        "-- polydoc.yml --\nbase_url: https://docs.example.org\nsource_locale: en-US\n
-- content/en-US/a.md --\n# A\n\n[!INCLUDE [i](includes/i.md)]\n
-- content/fr-FR/a.md --\n# A\n\n[!INCLUDE [i](includes/i.md)]\n\n[!code-c[](code/a.c)]\n
-- content/en-US/code/a.c --\nint main;\n
-- content/en-US/includes/i.md --\nEnglish words.\n",
    );
    project.build();
    let page = project.output("fr-fr/a/index.html");
    has(&page, "English words.");
    has(&page, "language-c");
    lacks(&project.check(), "broken-include");
}

#[test]
fn the_search_and_the_description_see_through_directives() {
    let project = Project::new(
        "-- content/en-US/a.md --\n# A\n\n[!INCLUDE [i](includes/i.md)]\n\n::: zone pivot=\"x\"\nzonewords\n::: zone-end\n
-- content/en-US/includes/i.md --\nincludedwords are here.\n",
    );
    project.build();
    let page = project.output("en-us/a/index.html");
    has(&page, "content=\"includedwords are here.\"");
}

#[test]
fn versions_and_pivots_are_choices_above_the_text() {
    let project = Project::new(
        "-- content/en-US/a.md --\n---\ntitle: A\nzone_pivot_groups: languages\n---\n# A\n\n::: moniker range=\">= p-2.0\"\nNew.\n::: moniker-end\n::: moniker range=\"< p-2.0\"\nOld.\n::: moniker-end\n\n::: zone pivot=\"c,java\"\nOne.\n::: zone-end\n::: zone pivot=\"rust\"\nTwo.\n::: zone-end\n",
    );
    let page = project.main_of("en-us/a/index.html");
    has(
        &page,
        "<div class=\"zone\" data-moniker=\"&gt;= p-2.0\" data-monikers=\"p-2.0\">",
    );
    has(
        &page,
        "data-moniker=\"&lt; p-2.0\" data-monikers=\"&lt;p-2.0\"",
    );
    has(&page, "<nav class=\"pivots views\" aria-label=\"Version\">");
    has(
        &page,
        "<a href=\"?view=p-2.0\" data-view=\"p-2.0\">p-2.0</a>",
    );
    has(
        &page,
        "<nav class=\"pivots\" data-group=\"languages\" aria-label=\"Choose\">",
    );
    has(
        &page,
        "<a href=\"?pivots=rust\" data-pivot=\"rust\">rust</a>",
    );
    has(&page, "<div class=\"zone\" data-pivot=\"c java\">");
}

#[test]
fn uids_lead_to_the_page_that_has_them_in_the_language_of_the_reader() {
    let project = Project::new(
        "-- content/en-US/a.md --\n# A\n\n<xref:x.b>, [words](xref:x.b#part), [](xref:x.b), @x.b, <xref:x.b?text=Own>, <xref:x.b?displayProperty=fullName>, @somebody.\n
-- content/en-US/b.md --\n---\ntitle: Title of B\nuid: x.b\nfullName: All of B\n---\n# B\n\n## Part\n
-- content/fr-FR/a.md --\n# A\n\n<xref:x.b>\n
-- content/fr-FR/b.md --\n---\ntitle: Titre de B\nuid: x.b\n---\n# B\n",
    );
    let page = project.main_of("en-us/a/index.html");
    has(
        &page,
        "<a href=\"/en-us/b/\">Title of B</a>, <a href=\"/en-us/b/#part\">words</a>, <a href=\"/en-us/b/\">Title of B</a>, <a href=\"/en-us/b/\">Title of B</a>, <a href=\"/en-us/b/\">Own</a>, <a href=\"/en-us/b/\">All of B</a>, @somebody.",
    );
    has(
        &project.output("fr-fr/a/index.html"),
        "<a href=\"/fr-fr/b/\">Titre de B</a>",
    );
    assert_eq!(project.check(), "");
}

#[test]
fn another_name_for_an_included_file_is_written_where_it_is_included() {
    let project = Project::new(
        "-- content/en-US/a.md --\n# A\n\n[!INCLUDE [i](includes/i.md)]\n
-- content/en-US/includes/i.md --\n[b](../b.md)\n
-- content/en-US/b.md --\n# B\n",
    );
    assert_eq!(project.check(), "");
}

// From docfx v3's specifications (shared/suites/docfx-examples): the behaviour, in our own files.

#[test]
fn docfx_links_in_included_files_count_from_the_included_file() {
    // resolve#09
    let project = Project::new(
        "-- content/en-US/docs/a.md --\n# A\n\nLink to [!INCLUDE[](dir/b.md)]\n
-- content/en-US/docs/dir/b.md --\n[c](c.md)\n
-- content/en-US/docs/dir/c.md --\n# C\n",
    );
    has(
        &project.main_of("en-us/docs/a/index.html"),
        "<p>Link to <a href=\"/en-us/docs/dir/c/\">c</a></p>",
    );
}

#[test]
fn docfx_a_missing_include_is_told_in_each_file_that_wants_it() {
    // localization#23
    let project = Project::new(
        "-- content/en-US/1.md --\n# One\n\n[!include[t](token-x.md)]\n
-- content/en-US/2.md --\n# Two\n\n[!include[t](token-x.md)]\n",
    );
    let said = project.check();
    assert_eq!(
        said.matches("error[broken-include]: no file to include at `token-x.md`")
            .count(),
        2,
        "{said}"
    );
}

#[test]
fn docfx_an_include_and_its_code_fall_back_to_the_source_language() {
    // localization#15
    let project = Project::new(
        "-- polydoc.yml --\nbase_url: https://docs.example.org\nsource_locale: en-US\n
-- content/fr-FR/docs/a.md --\n# A\n\n[!include[b](token-b.md)]\n\n[!code-csharp[Main](program.cs)]\n
-- content/fr-FR/docs/token-b.md --\n[!include[a](token-a.md)]\n
-- content/en-US/docs/token-a.md --\nThe token.\n
-- content/en-US/docs/program.cs --\nConsole.WriteLine(1);\n
-- content/en-US/docs/a.md --\n# A\n",
    );
    let page = project.main_of("fr-fr/docs/a/index.html");
    has(&page, "The token.");
    has(&page, "language-csharp");
}
