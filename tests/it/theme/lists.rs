//! The list of languages and the navigation: drawn from patterns, they are what a loop over their entries draws.

use crate::support::{Project, files_below};

const CONTENT: &str = "-- polydoc.yml --\n\
    version: 1\nlocales:\n  fr-FR: {fallback: {chain: [en-US], mode: page}}\n\
    -- content/en-US/TOC.yml --\n\
    - name: Begin & \"end\"\n  href: a.md\n- name: <Parts>\n  expanded: true\n  items:\n  - name: It's\n    href: b.md\n  - name: Far\n    href: https://example.org/?a=1&b='2'\n\
    -- content/en-US/a.md --\n# A & <b>\n\
    -- content/en-US/b.md --\n# B\n\
    -- content/en-US/more/c.md --\n---\ntitle: C \"&\" 'D'\n---\n# C\n\
    -- content/en-US/more/d.md --\n# D\n\
    -- content/fr-FR/a.md --\n# A\n\
    -- content/fr-FR/more/d.md --\n# D\n\
    -- content/ar-SA/more/c.md --\n# C\n\
    -- content/ar-SA/more/d.md --\n# D\n";

/// The parts as they would be without patterns.
const LOOPS: [(&str, &str, &str, &str); 2] = [
    (
        "navigation",
        "{{ page.navigation.list | safe }}",
        "{% for entry in page.navigation.entries %}",
        "navigation-entry",
    ),
    (
        "switcher",
        "{{ page.switcher | safe }}",
        "{% for translation in page.translations %}",
        "switcher-entry",
    ),
];

#[test]
fn lists_drawn_from_patterns_are_those_that_loops_draw() {
    let part = |name: &str| {
        let path = format!("templates/parts/{name}.html");
        let path = crate::support::root().join(path);
        std::fs::read_to_string(path).expect("a part of the theme")
    };
    let mut own = CONTENT.to_owned();
    for (name, list, start, entry) in LOOPS {
        let entry = part(entry);
        let (_, body) = entry.split_once("-#}\n").expect("a comment at its top");
        let text = part(name);
        assert!(text.contains(list), "{text}");
        let text = text.replace(list, &format!("{start}{body}{{% endfor %}}"));
        own += &format!("-- templates/parts/{name}.html --\n{text}\n");
    }
    let [patterns, loops] = [CONTENT, &own].map(|files| {
        let project = Project::new(files);
        project.build();
        project
    });
    let pages = files_below(&patterns.root().join("public"), "html");
    assert!(pages.len() > 8, "{pages:?}");
    let mut entries = 0;
    for page in pages {
        let path = page.strip_prefix(patterns.root()).expect("a page of it");
        let [page, other] = [&patterns, &loops].map(|project| {
            std::fs::read_to_string(project.root().join(path)).expect("a page of both")
        });
        assert_eq!(page, other, "{}", path.display());
        entries += page.matches("aria-current=\"page\"").count();
        assert!(
            !page.contains(['\u{FDD0}', '\u{FDD1}']),
            "{}",
            path.display()
        );
    }
    assert!(entries > 10, "{entries}");
}
