//! A path to its kind and locale: decided from names and settings alone.

use std::path::Path;

use crate::config::{Role, Settings};
use crate::l10n::{LocaleId, Locales};
use crate::source::{SitePath, SourceKind};

/// Files that a browser opens as a page or a program: content from strangers must not become one.
const RUN_BY_BROWSERS: [&str; 16] = [
    "htm", "html", "shtml", "xht", "xhtml", "mht", "mhtml", "hta", "js", "mjs", "cjs", "wasm",
    "swf", "php", "xsl", "xslt",
];

/// Folders that are never content: hidden ones (`.git`, `.polydoc`, staging trees) and installed packages.
pub(super) fn is_ignored_folder(folder: &Path) -> bool {
    folder
        .file_name()
        .is_some_and(|name| name.as_encoded_bytes().starts_with(b".") || name == "node_modules")
}

/// The locale that a top folder stands for, if it stands for one: a known language, or a configured tag.
pub(super) fn locale_of(folder: &str, settings: &Settings) -> Option<LocaleId> {
    let configured = |tag: &LocaleId| {
        settings.locales.contains_key(tag) || settings.source_locale.as_ref() == Some(tag)
    };
    Locales::names_locale(folder, configured)
}

/// Whether the name is that of a Markdown file.
pub(super) fn is_markdown(path: &str) -> bool {
    extension(path).is_some_and(|ending| ending.eq_ignore_ascii_case("md"))
}

/// What a file is; `None` when it is nothing to polydoc.
///
/// Beside the locale folders only assets count. `README.md` directly below a locale and everything below an `includes`
/// folder are no pages, unless `include:` brings them back; `exclude:` is stronger than everything.
pub(super) fn kind(path: &str, in_locale: bool, settings: &Settings) -> Option<SourceKind> {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let layout = &settings.layout;
    let role = layout.role(path);
    if !layout.is_plain() && layout.files.contains(&SitePath::new(path)) {
        return Some(SourceKind::Unpublished);
    }
    if layout.beside.contains_key(&SitePath::new(path)) {
        return Some(SourceKind::Unpublished);
    }
    if name.starts_with('.') || matches!(name, "polydoc.yml" | "polydoc.yaml") {
        return None;
    }
    let excluded = settings.exclude.is_match(path);
    let may_leave_out = match role {
        Role::Free => true,
        Role::Content { left_out } => left_out,
        Role::Resource => false,
        // What is not published may still be taken into a page.
        Role::Nothing | Role::Breadcrumb => {
            // A table of contents may hold it, or it describes the way to pages.
            let is_toc = is_toc(name) && in_locale && !excluded;
            return Some(if is_toc {
                SourceKind::Toc
            } else {
                SourceKind::Unpublished
            });
        }
    };
    let is_plain = role == Role::Free;
    if !is_plain && name.eq_ignore_ascii_case("toc.md") {
        return (in_locale && !excluded).then_some(SourceKind::Toc);
    }
    if is_markdown(path) {
        let left_out =
            excluded || (may_leave_out && is_left_out(path) && !settings.include.is_match(path));
        let kind = if left_out {
            SourceKind::Unpublished
        } else {
            SourceKind::Article
        };
        return in_locale.then_some(kind);
    }
    if excluded {
        return None;
    }
    let is_yaml_toc = is_toc(name) && !is_markdown(name);
    if is_yaml_toc && in_locale {
        if !is_plain {
            return Some(SourceKind::Toc);
        }
        // `breadcrumb/toc.yml` describes the way to a page on Learn, not what a reader can open here.
        let breadcrumb = path
            .rsplit('/')
            .nth(1)
            .is_some_and(|folder| folder.eq_ignore_ascii_case("breadcrumb"));
        return (!breadcrumb).then_some(SourceKind::Toc);
    }
    let is_yaml = extension(path)
        .is_some_and(|ending| ["yml", "yaml"].contains(&&*ending.to_ascii_lowercase()));
    if is_yaml && !is_plain {
        let is_content = matches!(role, Role::Content { .. });
        return Some(if is_content {
            SourceKind::Yaml
        } else {
            SourceKind::Unpublished
        });
    }
    let runs = extension(path)
        .is_some_and(|ending| RUN_BY_BROWSERS.contains(&&*ending.to_ascii_lowercase()));
    Some(if runs {
        SourceKind::Unpublished
    } else {
        SourceKind::Asset
    })
}

/// Whether the name is that of a table of contents in a repository.
fn is_toc(name: &str) -> bool {
    ["toc.yml", "toc.yaml", "toc.md"]
        .iter()
        .any(|toc| name.eq_ignore_ascii_case(toc))
}

/// Whether a Markdown file is no page by default.
fn is_left_out(path: &str) -> bool {
    let below_locale = path.split_once('/').map_or(path, |(_, below)| below);
    let mut folders = path.rsplit('/').skip(1);
    below_locale.eq_ignore_ascii_case("README.md")
        || folders.any(|folder| folder.eq_ignore_ascii_case("includes"))
}

fn extension(path: &str) -> Option<&str> {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.rsplit_once('.').map(|(_, extension)| extension)
}
