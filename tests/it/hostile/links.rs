//! Addresses as strangers write them: what a browser would make of them is what polydoc says of them.

use crate::support::Project;

/// The address that a link with this target gets on its page; `None` when it is shown as text.
fn address(project: &Project, target: &str) -> Option<String> {
    let page = format!("---\ntitle: T\n---\n# T\n\n[x]({target})\n");
    project.write("content/fr-FR/t.md", page.as_bytes());
    let html = project.main_of("fr-fr/t/index.html");
    let paragraph = html.split_once("<p>").expect("there is a paragraph").1;
    let paragraph = paragraph.split_once("</p>").expect("it ends").0;
    if paragraph == "<span class=\"unresolved\">x</span>" {
        return None;
    }
    let href = paragraph.strip_prefix("<a href=\"");
    let href = href.and_then(|rest| rest.strip_suffix("\">x</a>"));
    Some(
        href.unwrap_or_else(|| panic!("{target}: {paragraph}"))
            .to_owned(),
    )
}

#[test]
fn an_address_becomes_what_it_means_or_nothing() {
    let project = Project::new(
        "-- polydoc.yml --\nversion: 1\nschemes: [foo]\n-- content/fr-FR/a.md --\n# A\n",
    );
    for (target, href) in [
        ("//host/x", Some("//host/x")),
        ("//", None),
        ("///x", None),
        (r"/\\host", Some("/%5Chost")),
        (r"\\\\host\\x", None),
        (r"http:\\\\x", None),
        ("https:host", None),
        ("%2F%2Fhost", None),
        ("/%2Fhost/x", Some("/%2Fhost/x")),
        ("<  //host  >", Some("//host")),
        ("%2e%2e/%2e%2e/%2e%2e/etc/passwd", None),
        ("%00", None),
        ("%FF.md", None),
        ("JaVaScRiPt:x", None),
        ("java&#9;script:x", None),
        ("&#106;avascript&colon;x", None),
        ("<\u{1}javascript:x>", None),
        // A blank that browsers keep is part of a name, not something to take away.
        ("<\u{3000}javascript:x>", None),
        ("<\u{a0}//host>", None),
        ("foo:bar", Some("foo:bar")),
        ("bar:foo", None),
        ("a.md?x=1#top", Some("/fr-fr/a/?x=1")),
        ("?view=x", Some("/fr-fr/t/?view=x")),
        ("?view=x#nothing", None),
        ("#t", Some("#t")),
    ] {
        assert_eq!(address(&project, target).as_deref(), href, "{target}");
    }
}

#[test]
fn a_table_of_contents_leads_only_where_a_link_would() {
    let hrefs = [
        "//host/x",
        "/\\host",
        "http:\\\\host",
        "https:host",
        "javascript:x",
        "java\\tscript:x",
        "data:text/html,x",
        "foo:bar",
        "../../../etc/passwd",
        "https://host/x",
    ];
    let entries: Vec<String> = hrefs
        .iter()
        .map(|href| {
            format!(
                "- name: entry\n  href: {}\n",
                serde_json::to_string(href).expect("a string")
            )
        })
        .collect();
    let entries = entries.concat();
    let project = Project::new(&format!(
        "-- content/fr-FR/a.md --\n# A\n-- content/fr-FR/TOC.yml --\n- name: A\n  href: a.md\n{entries}"
    ));
    project.build();
    let html = project.output("fr-fr/a/index.html");
    let entries = html.matches("<bdi>entry</bdi>").count();
    assert_eq!(entries, hrefs.len(), "{html}");
    let mut written: Vec<&str> = html
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once("\"><bdi>entry"))
        .map(|(href, _)| href)
        .filter(|href| !href.contains('>'))
        .collect();
    written.sort_unstable();
    assert_eq!(
        written,
        ["/%5Chost", "https://host/x", "https://host/x"],
        "{html}"
    );
    let said = project.check();
    assert_eq!(said.matches("[broken-toc-entry]").count(), 7, "{said}");
}

#[test]
fn a_table_of_contents_that_is_a_mapping_of_something_else_is_reported() {
    let project = Project::new(
        "-- content/fr-FR/a.md --\n# A\n-- content/fr-FR/TOC.yml --\nitem:\n- name: A\n",
    );
    let said = project.check();
    assert!(said.contains("TOC.yml:1:1: error[malformed-toc]"), "{said}");
}

#[test]
fn a_long_table_of_contents_is_not_taken_for_one_that_aliases_blow_up() {
    let project = Project::new("-- content/fr-FR/a.md --\n# A\n");
    let toc = "- name: an entry\n  href: a.md\n".repeat(100_000);
    project.write("content/fr-FR/TOC.yml", toc.as_bytes());
    let said = project.check();
    assert!(!said.contains("malformed-toc"), "{said}");
}
