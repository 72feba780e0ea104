//! Templates and words that would never end.

use polydoc::fs::Disk;
use polydoc::pipeline::{self, Goal, Silent};
use polydoc::publish::StageOptions;

use crate::support::Project;

/// What a build says that a template ended.
fn failure(template: &str) -> String {
    let project = Project::new("-- content/fr-FR/a.md --\n# A\n");
    project.write("templates/page.html", template.as_bytes());
    let settings = project.settings();
    let failed = pipeline::run(
        &Disk,
        &settings,
        Goal::Publish,
        &Silent,
        &StageOptions::default(),
    );
    failed.expect_err("the template cannot be used").to_string()
}

#[test]
fn a_template_that_writes_without_end_is_stopped_and_named() {
    let said = failure(
        "{% for a in range(end=100000) %}{% for b in range(end=100000) %}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}",
    );
    assert!(
        said.contains("`templates/page.html` adds more than 64 MiB to one page"),
        "{said}"
    );
}

#[test]
fn a_mistake_in_a_template_names_file_line_and_column() {
    for (template, place) in [
        ("<p>\n{% if true %}", "page.html:"),
        ("<p>\n  {{ nope.nope }}", "page.html:2:"),
        ("<p>\n{{ \"a\" | nope }}", "page.html:2:"),
        ("<p>\n{{ get_env(name=\"PATH\") }}", "page.html:2:"),
        ("<p>\n{% include \"page.html\" %}", "page.html"),
        ("<p>\n{% extends \"page.html\" %}", "page.html"),
        (
            "<p>\n{% for i in range(end=1000000000) %}x{% endfor %}",
            "page.html:2:",
        ),
        ("<p>\n{{ 1 / 0 }}", "page.html:2:"),
    ] {
        let said = failure(template);
        assert!(said.contains(place), "{template}: {said}");
    }
}
