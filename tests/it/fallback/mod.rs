//! Articles that a language lacks: what readers see instead, where links lead, and what search engines are told.

use crate::support::Project;

mod anchors;
mod explained;
mod hreflang;
mod links;
mod lists;
mod pages;

const SETTINGS: &str =
    "-- polydoc.yml --\nbase_url: https://docs.example.org\nsource_locale: en-US\n";

/// A site whose source is English, with some more settings, built.
fn site(settings: &str, files: &str) -> Project {
    let project = Project::new(&format!("{SETTINGS}{settings}{files}"));
    project.build();
    project
}

fn exists(project: &Project, path: &str) -> bool {
    project.settings().output.join(path).exists()
}
