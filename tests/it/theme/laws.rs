//! The laws that the files of the built-in theme keep.

use std::collections::BTreeSet;
use std::path::PathBuf;

use polydoc::l10n::Argument;
use polydoc::theme::USED_BY_CODE;

use crate::support::{files_below, root};

use super::{locales, theme};

/// Every template of the built-in theme: path and text.
fn templates() -> Vec<(String, String)> {
    let files = files_below(&root().join("templates"), ".html").into_iter();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a template");
        (path.display().to_string(), text)
    };
    files.map(read).collect()
}

/// A template without comments, expressions and statements.
fn markup_only(text: &str) -> String {
    let mut left = text.to_owned();
    for (open, close) in [("{#", "#}"), ("{{", "}}"), ("{%", "%}")] {
        while let Some(start) = left.find(open) {
            let end = left[start..]
                .find(close)
                .map_or(left.len(), |at| start + at + close.len());
            left.replace_range(start..end, "");
        }
    }
    left
}

#[test]
fn no_template_holds_a_bare_word() {
    for (path, text) in templates() {
        let markup = markup_only(&text);
        let mut in_tag = false;
        for c in markup.chars() {
            match c {
                '<' => in_tag = true,
                '>' => in_tag = false,
                _ => assert!(
                    in_tag || !c.is_alphabetic(),
                    "a bare word in {path}: write message(id=\"…\")\n{markup}"
                ),
            }
        }
        for attribute in ["title=\"", "aria-label=\"", "alt=\"", "placeholder=\""] {
            for piece in markup.split(attribute).skip(1) {
                assert!(
                    piece.starts_with('"'),
                    "a bare word in an attribute of {path}: {attribute}{piece}"
                );
            }
        }
    }
}

#[test]
fn every_template_says_at_its_top_what_it_sees_and_has_no_inline_script_or_style() {
    for (path, text) in templates() {
        let comment = text.split("#}").next().unwrap_or_default();
        assert!(
            comment.starts_with("{#") && comment.contains("Sees:"),
            "{path}"
        );
        for piece in ["<style", " style=", " onclick=", "<script>"] {
            assert!(!text.contains(piece), "`{piece}` in {path}");
        }
    }
}

#[test]
fn every_message_is_used_by_a_template_or_by_code() {
    let english = std::fs::read_to_string(root().join("locales/en-US/site.ftl")).expect("messages");
    let templates: String = templates().into_iter().map(|(_, text)| text).collect();
    let used: BTreeSet<&str> = USED_BY_CODE.iter().map(|used| used.id).collect();
    for line in english
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
    {
        let id = line.split(" =").next().unwrap_or_default();
        assert!(
            used.contains(id) || templates.contains(&format!("message(id=\"{id}\"")),
            "nobody uses `{id}`"
        );
    }
}

#[test]
fn the_style_sheet_knows_no_left_and_right() {
    let css = std::fs::read_to_string(root().join("templates/assets/css/site.css")).expect("css");
    let rules = css
        .split("*/")
        .map(|piece| piece.split("/*").next().unwrap_or_default())
        .collect::<String>()
        // Classes that authors write.
        .replace(".align-left", "")
        .replace(".align-right", "");
    for word in ["left", "right", "-top:", "-bottom:", "float"] {
        assert!(
            !rules.contains(word),
            "`{word}` in site.css: use logical sides"
        );
    }
}

#[test]
fn code_gets_the_words_it_lists() {
    let locales = locales();
    let theme = theme(&locales);
    for (index, _) in locales.iter() {
        for used in USED_BY_CODE {
            let arguments: Vec<_> = used
                .variables
                .iter()
                .map(|name| (*name, Argument::Text("x")))
                .collect();
            assert!(
                !theme.message(index, used.id, &arguments).is_empty(),
                "{}",
                used.id
            );
        }
    }
}

#[test]
fn every_function_and_filter_of_templates_has_its_page_and_its_line_in_the_index() {
    let root = root();
    let code = ["src/render/functions/mod.rs", "src/theme/bounded.rs"]
        .map(|file| std::fs::read_to_string(root.join(file)).expect("code that registers"))
        .concat();
    let mut names: Vec<&str> = ["register_function(\"", "register_filter(\""]
        .into_iter()
        .flat_map(|call| code.split(call).skip(1))
        .filter_map(|piece| piece.split('"').next())
        .collect();
    names.sort_unstable();
    for locale in ["en-US", "fr-FR"] {
        let folder = root.join(format!("content/{locale}/reference/functions"));
        let index = std::fs::read_to_string(folder.join("index.md")).expect("an index");
        for name in &names {
            let line = format!("| [`{name}`]({name}.md) | ");
            assert!(
                index.contains(&line),
                "{locale}: {name} is not in the index"
            );
        }
        let entries = std::fs::read_dir(&folder).expect("a folder of pages");
        let mut pages: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter_map(|name| Some(name.strip_suffix(".md")?.to_owned()))
            .filter(|name| name != "index")
            .collect();
        pages.sort_unstable();
        assert_eq!(pages, names, "{locale}");
    }
}
