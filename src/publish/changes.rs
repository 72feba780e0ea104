//! What to upload and what to delete, and in which order, so that a published site of one build becomes that of another and every
//! page that readers get meanwhile finds what it shows.
//!
//! ```text
//!  room       delete  what would stand in the way: a file where a folder is to be, or the other way round
//!  files      upload  new files beside the pages: styles, scripts, pictures, parts of search indexes, feeds
//!  new-pages  upload  pages that were not there: what they show is there by now, and no page leads to them yet
//!  pages      upload  changed pages: what they lead to is there by now
//!  lists      upload  what tells of pages: search manifests, feeds, sitemaps, redirects
//!  old-pages  delete  pages that are gone: nothing tells of them any more
//!  old-files  delete  files that are gone: no page shows them any more
//! ```
//!
//! A site is known by its manifest: the folder, or the manifest alone, saved when it was uploaded.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::fresh::hash_of;
use super::manifest::{self, Line, Manifest};
use crate::failure::Failure;
use crate::fs::{EntryKind, Folder, MANIFEST_NAME, is_publishing_name, outside};
use crate::model::OutputPath;
use crate::source::ContentHash;

/// What is done to the files of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// They are brought.
    Upload,
    /// They are taken away.
    Delete,
}

/// Files to which the same is done, in any order.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its name.
    pub name: &'static str,
    /// What is done.
    pub act: Act,
    /// To which files, sorted by path.
    pub files: Vec<Listed>,
}

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its path below the output folder.
    pub path: OutputPath,
    /// Its size in bytes.
    pub size: u64,
    /// The hash of its bytes.
    pub hash: ContentHash,
}

/// The steps by name, in their order.
pub const STEPS: [(&str, Act); 7] = [
    ("room", Act::Delete),
    ("files", Act::Upload),
    ("new-pages", Act::Upload),
    ("pages", Act::Upload),
    ("lists", Act::Upload),
    ("old-pages", Act::Delete),
    ("old-files", Act::Delete),
];

/// The steps from one site to another, all of them, also those without a file. Both are sorted by path.
pub fn changes(old: &[Listed], new: &[Listed]) -> Vec<Step> {
    let mut steps = STEPS.map(|(name, act)| Step {
        name,
        act,
        files: Vec::new(),
    });
    let is_in = |files: &[Listed], path: &str| {
        files
            .binary_search_by(|file| file.path.as_str().cmp(path))
            .ok()
    };
    for file in new {
        let path = file.path.as_str();
        let before = is_in(old, path).map(|at| &old[at]);
        if before.is_some_and(|before| before.hash == file.hash) {
            continue;
        }
        let is_new = before.is_none();
        let at = match (kind(path), is_new) {
            (Kind::Page, true) => 2,
            (Kind::Page | Kind::Copy, false) => 3,
            (Kind::Copy | Kind::Other, true) => 1,
            (Kind::List, _) | (Kind::Other, false) => 4,
        };
        steps[at].files.push(file.clone());
    }
    let folders = folders(new);
    for file in old {
        let path = file.path.as_str();
        if is_in(new, path).is_some() {
            continue;
        }
        let below_a_file = above(path).any(|folder| is_in(new, folder).is_some());
        let at = match kind(path) {
            _ if below_a_file || folders.contains(path) => 0,
            Kind::Page => 5,
            Kind::Copy | Kind::List | Kind::Other => 6,
        };
        steps[at].files.push(file.clone());
    }
    steps.into()
}

/// What a file is to readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// They open it.
    Page,
    /// A page as Markdown, to which pages lead.
    Copy,
    /// It tells of pages, and no page needs it.
    List,
    /// Pages may show it or lead to it.
    Other,
}

fn kind(path: &str) -> Kind {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match name {
        "robots.txt" | "llms.txt" | "llms-full.txt" | "_redirects" | "redirects.json"
        | "_headers" => Kind::List,
        _ if name.starts_with("sitemap") && extension == "xml" => Kind::List,
        _ if extension == "html" => Kind::Page,
        _ if extension == "md" => Kind::Copy,
        _ => Kind::Other,
    }
}

/// The folders that files lie in.
fn folders(files: &[Listed]) -> BTreeSet<&str> {
    files
        .iter()
        .flat_map(|file| above(file.path.as_str()))
        .collect()
}

/// The folders above a path.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// The files of a site: of an output folder, or of a manifest that was saved. The files themselves are looked for when they are
/// wanted; a folder without a manifest is read.
///
/// # Errors
/// When there is neither, or the manifest is damaged, or a file is not there.
pub fn listed(path: &Path, wanted: Wanted) -> Result<Vec<Listed>, Failure> {
    let shown = path.display().to_string();
    let unreadable =
        |error: io::Error| Failure::usage(format!("cannot read `{shown}`")).cause(&error);
    match outside::kind(path).map_err(unreadable)? {
        None => Err(
            Failure::usage(format!("there is no `{shown}`")).hint(format!(
                "name an output folder, or a copy of the `{MANIFEST_NAME}` in it; before the first upload, an empty folder"
            )),
        ),
        Some(EntryKind::Folder) => {
            let folder = Folder::open(path).map_err(unreadable)?;
            match manifest::read(&folder).map_err(unreadable)? {
                None => walked(&folder).map_err(unreadable),
                Some(manifest) => {
                    let files = of_manifest(manifest, &shown)?;
                    if wanted == Wanted::Files {
                        are_there(&folder, &files, &shown)?;
                    }
                    Ok(files)
                }
            }
        }
        Some(_) => {
            let file = outside::open(path).map_err(unreadable)?;
            let manifest = manifest::read_file(file).map_err(unreadable)?;
            let Some(manifest) = manifest else {
                return Err(Failure::usage(format!("`{shown}` is no manifest of a site"))
                    .hint(format!("save the `{MANIFEST_NAME}` of the output folder when you upload it")));
            };
            of_manifest(manifest, &shown)
        }
    }
}

/// What is wanted of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// To know what is in it.
    Names,
    /// Its files too.
    Files,
}

fn of_manifest(manifest: Manifest, shown: &str) -> Result<Vec<Listed>, Failure> {
    if manifest.hash == Manifest::default().hash {
        return Err(Failure::usage(format!("the manifest of `{shown}` is damaged"))
            .hint("build the site again; if it is a saved manifest, name an empty folder to upload everything"));
    }
    let lines = manifest.lines.into_iter();
    Ok(lines
        .map(|Line { path, size, hash }| Listed { path, size, hash })
        .collect())
}

/// Every file of a folder that has no manifest, read for its hash. Links and names that are no text are left out, as they are when a
/// site is published.
fn walked(folder: &Folder) -> io::Result<Vec<Listed>> {
    let mut files = Vec::new();
    folder.visit(&mut |found| {
        let is_top = found.path.parent() == Some(Path::new(""));
        if is_top && is_publishing_name(found.name.as_os_str()) {
            return Ok(false);
        }
        let path = found.path.to_str().and_then(OutputPath::new);
        if let (EntryKind::File, Some(path)) = (found.kind, path) {
            let name = Path::new(path.as_str());
            let size = folder.facts(name)?.size;
            let hash = hash_of(folder.read(name)?)?;
            files.push(Listed { path, size, hash });
        }
        Ok(found.kind == EntryKind::Folder)
    })?;
    files.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

/// Whether all files are there and as large as they were when they were written.
fn are_there(folder: &Folder, files: &[Listed], shown: &str) -> Result<(), Failure> {
    for file in files {
        let facts = folder.facts(Path::new(file.path.as_str()));
        if !facts.is_ok_and(|facts| facts.kind == EntryKind::File && facts.size == file.size) {
            let path = &file.path;
            return Err(Failure::usage(format!(
                "`{path}` in `{shown}` is missing, or not as polydoc wrote it"
            ))
            .hint("build the site again"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Vec<Listed> {
        let mut listed: Vec<Listed> = files
            .iter()
            .map(|(path, text)| Listed {
                path: OutputPath::new(path).unwrap(),
                size: text.len() as u64,
                hash: ContentHash::of(text.as_bytes()),
            })
            .collect();
        listed.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        listed
    }

    fn told(old: &[(&str, &str)], new: &[(&str, &str)]) -> Vec<String> {
        let steps = changes(&site(old), &site(new)).into_iter();
        let told = steps.filter(|step| !step.files.is_empty()).map(|step| {
            let paths: Vec<&str> = step.files.iter().map(|file| file.path.as_str()).collect();
            format!("{}: {}", step.name, paths.join(" "))
        });
        told.collect()
    }

    #[test]
    fn what_pages_show_comes_before_them_and_goes_after_them() {
        let old = [
            ("a.html", "1"),
            ("old.html", ""),
            ("assets/1.css", ""),
            ("sitemap.xml", "1"),
        ];
        let new = [
            ("a.html", "2"),
            ("new.html", ""),
            ("assets/2.css", ""),
            ("sitemap.xml", "2"),
        ];
        let wanted = [
            "files: assets/2.css",
            "new-pages: new.html",
            "pages: a.html",
            "lists: sitemap.xml",
            "old-pages: old.html",
            "old-files: assets/1.css",
        ];
        assert_eq!(told(&old, &new), wanted);
        assert!(told(&old, &old).is_empty());
    }

    #[test]
    fn a_manifest_of_search_is_new_before_pages_and_changed_after_them() {
        let (index, page) = ("assets/search/fr/manifest.idx", "fr/index.html");
        let first = [(index, "1"), (page, "1")];
        assert_eq!(
            told(&[], &first),
            [
                "files: assets/search/fr/manifest.idx",
                "new-pages: fr/index.html"
            ]
        );
        assert_eq!(
            told(&first, &[(index, "2"), (page, "2")]),
            [
                "pages: fr/index.html",
                "lists: assets/search/fr/manifest.idx"
            ]
        );
    }

    #[test]
    fn what_stands_in_the_way_goes_first() {
        assert_eq!(
            told(
                &[("a", ""), ("b/c", ""), ("b/d.html", "")],
                &[("a/x", ""), ("b", "")]
            ),
            ["room: a b/c b/d.html", "files: a/x b"]
        );
    }
}
