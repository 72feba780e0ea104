//! Assets: everything below `templates/assets/`, published under names that change with their contents, so that browsers
//! may keep them for ever. Where an asset names another one by its relative path (`url(../icons/globe.svg)`,
//! `import "./storage.js"`), the new name is put in. Comments of our own scripts stay in their source: readers wait for half
//! as many bytes without them. Scripts of projects are published as they are.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::embedded::{File, Maker};
use crate::failure::Failure;
use crate::model::OutputPath;
use crate::source::ContentHash;

/// A file that pages load.
#[derive(Clone, Debug)]
pub struct ThemeAsset {
    /// Its name in templates: the path below `assets/`.
    pub name: String,
    /// Where it is published: `assets/css/site.0123456789.css`.
    pub path: OutputPath,
    /// What is published.
    pub bytes: Cow<'static, [u8]>,
}

/// How a path may be written around: quotes for JavaScript and `@import`, brackets for `url(…)`.
const BORDERS: [(char, char); 3] = [('"', '"'), ('\'', '\''), ('(', ')')];

/// Gives all assets their published names.
pub(super) fn assets(files: &BTreeMap<String, File>) -> Result<Vec<ThemeAsset>, Failure> {
    let mut done = BTreeMap::new();
    for path in files.keys().filter(|path| path.starts_with("assets/")) {
        publish(path, files, &mut done, &mut Vec::new())?;
    }
    Ok(done.into_values().collect())
}

fn publish(
    path: &str,
    files: &BTreeMap<String, File>,
    done: &mut BTreeMap<String, ThemeAsset>,
    open: &mut Vec<String>,
) -> Result<(), Failure> {
    if done.contains_key(path) {
        return Ok(());
    }
    if open.iter().any(|other| other == path) {
        let message = format!(
            "`templates/{path}` and `templates/{}` load each other",
            open.last().map_or("", |last| last)
        );
        return Err(Failure::configuration(message).hint("move what both need into a third file: a name that holds a hash of its contents cannot go in circles"));
    }
    open.push(path.to_owned());
    let mut bytes = files[path].bytes.clone();
    let script = [".css", ".js", ".mjs"]
        .iter()
        .any(|end| path.ends_with(end));
    if let Some(text) = std::str::from_utf8(&files[path].bytes)
        .ok()
        .filter(|_| script)
    {
        let mut text = match files[path].maker {
            Maker::BuiltIn if path.starts_with("assets/js/") => Cow::Owned(without_comments(text)),
            _ => Cow::Borrowed(text),
        };
        for (written, target) in references(path, &text.clone(), files) {
            publish(&target, files, done, open)?;
            let name = done[&target]
                .path
                .as_str()
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_owned();
            let renamed = written
                .rsplit_once('/')
                .map_or_else(|| name.clone(), |(folder, _)| format!("{folder}/{name}"));
            for (left, right) in BORDERS {
                text = Cow::Owned(text.replace(
                    &format!("{left}{written}{right}"),
                    &format!("{left}{renamed}{right}"),
                ));
            }
        }
        if let Cow::Owned(text) = text {
            bytes = Cow::Owned(text.into_bytes());
        }
    }
    open.pop();
    let hash = ContentHash::of(&bytes).short();
    let (stem, end) = path
        .rsplit_once('.')
        .filter(|(stem, _)| !stem.ends_with('/'))
        .unwrap_or((path, ""));
    let dot = if end.is_empty() { "" } else { "." };
    let output =
        OutputPath::new(&format!("{stem}.{}{dot}{end}", &hash[..10])).ok_or_else(|| {
            Failure::configuration(format!(
                "`templates/{path}` cannot be published under that name"
            ))
        })?;
    let name = path.trim_start_matches("assets/").to_owned();
    done.insert(
        path.to_owned(),
        ThemeAsset {
            name,
            path: output,
            bytes,
        },
    );
    Ok(())
}

/// A script without blank lines and without comments that have lines to themselves: all that our scripts have.
fn without_comments(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.lines() {
        let words = line.trim();
        let opens = !inside && words.starts_with("/*") && !words.contains("*/ ");
        if !inside && !opens && !words.is_empty() && !words.starts_with("//") {
            left.push_str(line);
            left.push('\n');
        }
        inside = (inside || opens) && !words.ends_with("*/");
    }
    left
}

/// Relative paths between borders that lead to another asset: as written, and where they lead.
fn references(path: &str, text: &str, files: &BTreeMap<String, File>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (left, right) in BORDERS {
        for (at, _) in text.match_indices(left) {
            let piece = &text[at + 1..];
            let Some((written, _)) = piece
                .split_once(right)
                .filter(|(written, _)| written.len() < 200)
            else {
                continue;
            };
            let known = found.iter().any(|(other, _)| other == written);
            if let Some(target) = resolve(path, written)
                .filter(|target| !known && target != path && files.contains_key(target))
            {
                found.push((written.to_owned(), target));
            }
        }
    }
    found
}

/// The path that a relative one means; `None` when it is not relative or leads out.
fn resolve(from: &str, written: &str) -> Option<String> {
    if written.is_empty() || written.starts_with('/') || written.contains([':', ' ', '\n']) {
        return None;
    }
    let mut names: Vec<&str> = from.split('/').collect();
    names.pop();
    for name in written.split('/') {
        match name {
            "." => {}
            ".." => drop(names.pop()?),
            name => names.push(name),
        }
    }
    Some(names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::embedded::Maker;

    fn published(files: &[(&str, &str)]) -> Result<BTreeMap<String, (String, String)>, Failure> {
        let file = |text: &str| File {
            maker: Maker::Project,
            bytes: Cow::Owned(text.as_bytes().to_vec()),
        };
        let files = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), file(text)))
            .collect();
        let assets = assets(&files)?;
        let text = |asset: &ThemeAsset| {
            (
                asset.path.to_string(),
                String::from_utf8_lossy(&asset.bytes).into_owned(),
            )
        };
        Ok(assets
            .iter()
            .map(|asset| (asset.name.clone(), text(asset)))
            .collect())
    }

    #[test]
    fn an_asset_names_others_by_their_published_names() {
        let icon = ("assets/icons/a.svg", "<svg/>");
        let files = [
            (
                "assets/css/site.css",
                "a{mask:url(../icons/a.svg)} b{mask:url(\"../icons/a.svg\")} c{d:url(x.png)}",
            ),
            icon,
        ];
        let first = published(&files).expect("published");
        let svg = first["icons/a.svg"]
            .0
            .rsplit('/')
            .next()
            .expect("a name")
            .to_owned();
        assert_eq!(
            first["css/site.css"].1,
            format!(
                "a{{mask:url(../icons/{svg})}} b{{mask:url(\"../icons/{svg}\")}} c{{d:url(x.png)}}"
            )
        );
        let changed =
            published(&[files[0], ("assets/icons/a.svg", "<svg></svg>")]).expect("published");
        assert_ne!(
            changed["css/site.css"].0, first["css/site.css"].0,
            "a changed icon gives its users a new name too"
        );
    }

    #[test]
    fn comments_of_our_scripts_stay_in_their_source() {
        let script = "// Why.\n\n/**\n * How.\n * @param {string} a\n */\nf(a); // here\n/** @type {string} */\nlet b = /** @type {string} */ (a);\n  /* one */ g();\n";
        assert_eq!(
            without_comments(script),
            "f(a); // here\nlet b = /** @type {string} */ (a);\n  /* one */ g();\n"
        );
        let own = published(&[("assets/js/a.js", script)]).expect("published");
        assert_eq!(own["js/a.js"].1, script, "a project's script");
    }

    #[test]
    fn scripts_that_load_each_other_are_refused() {
        let failure = published(&[
            ("assets/js/a.js", "import './b.js'"),
            ("assets/js/b.js", "import './a.js'"),
        ])
        .expect_err("a circle");
        assert!(failure.message.contains("load each other"), "{failure}");
    }
}
