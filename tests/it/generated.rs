//! Pages that are made from code are current. `UPDATE=1 cargo test` writes them.

use std::fmt::Write as _;

use polydoc::check;
use polydoc::diagnostics::Rule;

use crate::support::{root, snapshot};

#[test]
fn the_index_of_rules_is_current() {
    let path = root().join("content/en-US/reference/rules/index.md");
    snapshot::check(&path, &index()).unwrap_or_else(|message| panic!("{message}"));
}

/// The page, by concern.
fn index() -> String {
    let mut rules: Vec<&Rule> = check::rules().collect();
    rules.sort_by_key(|rule| (rule.category.word(), rule.name));
    let mut page = String::from(
        "---\ntitle: Rules\ndescription: Everything polydoc can find, by concern.\n---\n# Rules\n\n\
         A rule finds one kind of trouble. Its level says how loudly: an `error` makes the exit code 1, a `warning` and an\n\
         `info` do not, and a rule that is `off` is silent. The levels below hold unless the project sets others.\n",
    );
    for group in rules.chunk_by(|a, b| a.category == b.category) {
        let category = group[0].category.word();
        let title = format!("{}{}", category[..1].to_uppercase(), &category[1..]);
        write!(
            page,
            "\n## {title}\n\n| Rule | Level | What it finds |\n| :--- | :--- | :--- |\n"
        )
        .unwrap();
        for rule in group {
            let description = rule
                .page
                .lines()
                .find_map(|line| line.strip_prefix("description: "));
            let (name, level) = (rule.name, rule.level.word());
            writeln!(
                page,
                "| [{name}]({name}.md) | `{level}` | {} |",
                description.unwrap_or_default()
            )
            .unwrap();
        }
    }
    page
}
