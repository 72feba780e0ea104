//! The manual's page about settings is made from the same table as the loader and the schema, and its examples are right.

use std::fmt::Write as _;

use polydoc::config::{VARIABLES, schema};
use polydoc::render;
use polydoc::schema::KEYWORDS;

use crate::support::{Project, root, snapshot};

/// The page with the text between two comments replaced.
pub(super) fn with_part(page: &str, name: &str, part: &str) -> String {
    let begin = page
        .find(&format!("<!-- {name}: "))
        .expect("the page has the first comment");
    let begin = begin + page[begin..].find('\n').expect("a line ends") + 1;
    let end = page
        .find(&format!("<!-- end of {name} -->"))
        .expect("the page has the last comment");
    format!("{}\n{part}\n{}", &page[..begin], &page[end..])
}

#[test]
fn the_tables_of_the_page_about_configuration_are_current() {
    let path = root().join("content/en-US/reference/configuration.md");
    let page = std::fs::read_to_string(&path).expect("the page is there");
    let mut variables = "| Variable | Meaning |\n| --- | --- |\n".to_owned();
    for (name, about) in VARIABLES {
        let _ = writeln!(variables, "| `{name}` | {about} |");
    }
    let current = with_part(&page, "keys", &schema::markdown_table());
    let current = with_part(&current, "variables", &variables);
    snapshot::check(&path, &current).unwrap_or_else(|message| panic!("{message}"));
}

#[test]
fn the_table_of_the_page_about_schemas_is_current() {
    let path = root().join("content/en-US/reference/schema.md");
    let page = std::fs::read_to_string(&path).expect("the page is there");
    let mut keywords = "| Keyword | Value | Meaning |\n| --- | --- | --- |\n".to_owned();
    for keyword in KEYWORDS {
        let (name, value, about) = (keyword.name, keyword.value(), keyword.about);
        let _ = writeln!(keywords, "| `{name}` | {value} | {about} |");
    }
    let current = with_part(&page, "keywords", &keywords);
    snapshot::check(&path, &current).unwrap_or_else(|message| panic!("{message}"));
}

#[test]
fn the_examples_of_the_page_are_accepted() {
    let page = std::fs::read_to_string(root().join("content/en-US/reference/configuration.md"))
        .expect("the page is there");
    let examples: Vec<&str> = page
        .split("```yaml\n")
        .skip(1)
        .filter_map(|part| part.split("```").next())
        .collect();
    assert!(examples.len() >= 4);
    for example in examples {
        let project = Project::new("-- content/en-US/index.md --\n# A");
        project.write("polydoc.yml", example.as_bytes());
        let run = crate::cli::polydoc(project.root(), &["check", "--quiet"]);
        assert_eq!(run.code, 0, "{example}\n{}", run.errors);
    }
}

#[test]
fn the_schema_that_is_printed_knows_the_rules() {
    let run = crate::cli::polydoc(root(), &["schema", "config"]);
    let schema: serde_json::Value = serde_json::from_str(&run.out).expect("it is JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("it is a schema");
    assert!(validator.is_valid(&serde_json::json!({ "rules": { "broken-link": "warning" } })));
    assert!(!validator.is_valid(&serde_json::json!({ "rules": { "broken-lnk": "warning" } })));
}

#[test]
fn every_output_has_its_switch_and_every_switch_its_output() {
    let mut switches = schema::OUTPUTS.to_vec();
    switches.sort_unstable();
    let outputs: Vec<&str> = render::OUTPUTS.iter().map(|output| output.name).collect();
    assert_eq!(switches, outputs);
    let off = render::OUTPUTS
        .iter()
        .filter(|output| !output.on_by_default);
    let off: Vec<&str> = off.map(|output| output.name).collect();
    assert_eq!(
        off,
        ["external_links", "markdown", "translation_status"],
        "the manual says so"
    );
}
