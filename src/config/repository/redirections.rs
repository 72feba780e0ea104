//! Lists of old files and where their readers are sent: `.openpublishing.redirection*.json`, and `redirections.yml` of docfx v3.

use std::collections::HashSet;
use std::path::Path;

use crate::config::layout::{Docset, Redirection, joined};
use crate::config::yaml::Node;
use crate::fs::EntryKind;
use crate::model::RepositoryDefectKind::{Redirection as Wrong, Repeated};
use crate::source::{SitePath, Spanned, TextRange};

use super::files::{File, Files};
use super::publish::tidy;

/// Reads all lists of a repository. `more` are lists that its settings name.
pub(super) fn read(
    files: &mut Files<'_>,
    folder: &Path,
    at: &str,
    docsets: &[Docset],
    more: &[String],
) -> Vec<Redirection> {
    let mut list = List {
        at,
        docsets,
        seen: HashSet::new(),
        found: Vec::new(),
    };
    for inner in names(files, folder, at, docsets, more) {
        let Some(file) = files.read(&folder.join(&inner), &joined(&[at, &inner])) else {
            continue;
        };
        list.read(files, &file);
    }
    list.found
}

/// The files that hold lists, below the repository.
fn names(
    files: &Files<'_>,
    folder: &Path,
    at: &str,
    docsets: &[Docset],
    more: &[String],
) -> Vec<String> {
    let mut names = Vec::new();
    let inner = |docset: &Docset| {
        docset
            .root
            .strip_prefix(at)
            .unwrap_or_default()
            .trim_start_matches('/')
            .to_owned()
    };
    let mut folders = vec![String::new()];
    folders.extend(docsets.iter().map(inner));
    folders.sort();
    folders.dedup();
    for inner in folders {
        let Ok(entries) = files.fs.walk(&folder.join(&inner), &|_| false) else {
            continue;
        };
        for entry in entries.into_iter().flatten() {
            let name = entry
                .path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            let lower = name.to_ascii_lowercase();
            let is_list = (lower.starts_with(".openpublishing.redirection")
                && lower.strip_suffix(".json").is_some())
                || matches!(&*lower, "redirections.yml" | "redirections.json");
            if is_list && entry.kind == EntryKind::File {
                names.push(joined(&[&inner, name]));
            }
        }
    }
    names.extend(more.iter().cloned());
    names.sort();
    names.dedup();
    names
}

struct List<'l> {
    at: &'l str,
    docsets: &'l [Docset],
    seen: HashSet<String>,
    found: Vec<Redirection>,
}

impl List<'_> {
    fn read(&mut self, files: &mut Files<'_>, file: &File) {
        files.keys(&file.path, &file.root, &["redirections", "renames"], &[]);
        for key in ["renames", "redirections"] {
            let Some(node) = file.root.get(key) else {
                continue;
            };
            for entry in node.entries() {
                let to = entry.value.text().unwrap_or_default();
                self.add(files, file, &entry.key, false, (to, entry.value.range));
            }
            for item in node.items() {
                let read = ["source_path", "source_path_from_root", "redirect_url"];
                files.keys(
                    &file.path,
                    item,
                    &read,
                    &["redirect_document_id", "monikers"],
                );
                let rooted = item.get("source_path_from_root");
                let from = rooted.or_else(|| item.get("source_path"));
                let place = |node: Option<&Node>| node.map_or(item.range, |node| node.range);
                let to = item.get("redirect_url");
                let (from_text, to_text) = (from.and_then(Node::text), to.and_then(Node::text));
                self.add(
                    files,
                    file,
                    from_text.unwrap_or_default(),
                    rooted.is_some(),
                    (to_text.unwrap_or_default(), place(to)),
                );
            }
        }
    }

    fn add(
        &mut self,
        files: &mut Files<'_>,
        file: &File,
        from: &str,
        is_rooted: bool,
        (to, range): (&str, TextRange),
    ) {
        if from.trim().is_empty() || to.trim().is_empty() {
            let message = "the redirection lacks its old file or its new address";
            let help =
                "write the file below the repository and the address that readers are sent to";
            files.add(&file.path, range, Wrong, message, help);
            return;
        }
        let inner = tidy(from);
        let name = inner
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let is_page = [".md", ".yml", ".yaml", ".json"]
            .iter()
            .any(|ending| name.ends_with(ending));
        if !is_page || matches!(&*name, "toc.md" | "toc.yml" | "toc.yaml" | "toc.json") {
            let message = format!("`{from}` is no page, so nobody can be sent on from it");
            files.add(&file.path, range, Wrong, message, "name a Markdown file");
            return;
        }
        // Paths count from the repository in its own list, and from the docset in the docset's.
        let folder = file.path.folder();
        let of_docset = file.path.name().eq_ignore_ascii_case("redirections.yml");
        let base = if of_docset && !is_rooted {
            folder
        } else {
            self.at
        };
        let called = self.docsets.iter().find_map(|docset| {
            let inner = inner.strip_prefix(&*docset.called)?.strip_prefix('/')?;
            (!docset.called.is_empty()).then(|| joined(&[&docset.root, inner]))
        });
        let from = called.unwrap_or_else(|| joined(&[base, &inner]));
        let known = self
            .docsets
            .iter()
            .any(|docset| from.starts_with(&*docset.root));
        let from = if known || folder == self.at {
            from
        } else {
            joined(&[folder, &inner])
        };
        if !self.seen.insert(from.to_lowercase()) {
            let message = format!("`{inner}` is redirected twice; the first redirection counts");
            files.add(
                &file.path,
                range,
                Repeated,
                message,
                "remove one of the two",
            );
            return;
        }
        self.found.push(Redirection {
            file: file.path.clone(),
            from: SitePath::new(from),
            to: Spanned {
                value: to.trim().into(),
                range,
            },
        });
    }
}
