//! A change of one article changes few files, and whoever has the old index open goes on with the new one.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use super::{node, parity};
use crate::support::{Project, files_below};

/// The files of an index with their bytes.
fn index(output: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = files_below(&output.join("assets/search/en-us"), ".idx").into_iter();
    let named = |file: std::path::PathBuf| {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read(&file).unwrap())
    };
    files.map(named).collect()
}

#[test]
fn a_page_without_changes_keeps_its_files() {
    let project = Project::new(
        "-- content/en-US/one.md --\n# One\n\nFirst words.\n\n-- content/en-US/two.md --\n# Two\n\nOther words.\n",
    );
    project.build();
    let output = project.settings().output;
    let before = index(&output);
    project.build();
    assert_eq!(
        before,
        index(&output),
        "the same articles give the same bytes"
    );
    project.write(
        "content/en-US/two.md",
        b"# Two\n\nOther words, and a newcomer.\n",
    );
    project.build();
    let after = index(&output);
    let same = before
        .keys()
        .filter(|name| after.get(*name) == before.get(*name))
        .count();
    assert!(same >= 1, "the text of the other page keeps its file");
}

#[test]
fn one_new_word_in_a_whole_locale_rewrites_a_text_and_three_chunks_at_most() {
    if std::env::var_os("POLYDOC_FULL").is_none() {
        println!("skipped: only with POLYDOC_FULL=1");
        return;
    }
    let Some(corpus) = parity::full() else { return };
    let project = Project::new("-- polydoc.yml --\nversion: 1\nsource_locale: en-US\n");
    let articles = files_below(&corpus.join("fr-FR"), ".md");
    assert!(articles.len() > 2_900);
    for file in &articles {
        let below = file.strip_prefix(&corpus).expect("it lies below");
        let name = format!("content/en-US/{}", below.display());
        project.write(&name, &std::fs::read(file).expect("it can be read"));
    }
    project.build();
    let output = project.settings().output;
    let mut before = index(&output);
    // At the end of the article, and at the end of its first paragraph.
    for (at, file) in articles.iter().step_by(articles.len() / 3).enumerate() {
        let below = file.strip_prefix(&corpus).expect("it lies below");
        let text = std::fs::read_to_string(file).expect("it can be read");
        let changed = if at % 2 == 0 {
            format!("{} quuxword{at}\n", text.trim_end())
        } else {
            let (head, body) = text.split_once("</a>").expect("a heading with an anchor");
            let end = body
                .match_indices("\n\n")
                .nth(1)
                .map_or(body.len(), |(end, _)| end);
            format!("{head}</a>{} quuxword{at}{}", &body[..end], &body[end..])
        };
        project.write(
            &format!("content/en-US/{}", below.display()),
            changed.as_bytes(),
        );
        project.build();
        let after = index(&output);
        let new: Vec<&String> = after
            .iter()
            .filter(|(name, bytes)| before.get(*name) != Some(*bytes))
            .map(|(name, _)| name)
            .collect();
        assert!(
            new.len() <= 5 && new.len() < after.len() / 20,
            "{} changes {} of {} files",
            below.display(),
            new.len(),
            after.len()
        );
        before = after;
    }
}

#[test]
fn the_module_finds_what_was_built() {
    let project = Project::new(
        "-- polydoc.yml --\nversion: 1\nsearch:\n  facets: [kind]\n-- content/en-US/one.md --\n---\ntitle: First page\nkind: guide\n---\n\
         # First page\n\nWords about mailboxes.\n\n## Move a mailbox {#move}\n\nDrag it.\n",
    );
    project.build();
    let manifest = project
        .settings()
        .output
        .join("assets/search/en-us/manifest.idx");
    let queries = json!(["move mailbox", "kind:guide", "kind:other mailbox"]);
    let Some(answers) = node::ask(&["ask", &manifest.to_string_lossy()], &queries) else {
        return;
    };
    assert_eq!(answers[0]["results"][0][0], "/en-us/one/#move");
    assert_eq!(answers[1]["total"], 2);
    assert_eq!(answers[2]["total"], 0);
}
