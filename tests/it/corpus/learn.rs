//! `learn-fr-FR/`: two product documentations in a richer Markdown than polydoc reads yet. It builds all the same.

use super::html;
use super::site::{self, Site};
use crate::support::shared::shared;

#[test]
fn product_documentation_in_the_richer_markdown_builds_to_the_end() {
    let Some(folder) = shared("corpus/learn-fr-FR") else {
        return;
    };
    let settings = "version: 1\nbase_url: https://docs.example.org\n";
    let site = Site::build("learn", &[("fr-FR", &folder)], settings);
    let articles = site::articles(&site.content);
    assert!(articles.len() > 30, "{articles:?}");
    for article in &articles {
        let page = site.page(article);
        assert!(
            html::text(&html::article(&page)).trim().len() > 40,
            "{article} is empty"
        );
    }
    assert_eq!(site.summary["articles"], articles.len());
}
