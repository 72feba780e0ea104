//! `.openpublishing.publish.config.json`: the docsets of a repository, their language, and the repositories they use.

use std::path::Path;

use crate::config::yaml::Node;
use crate::l10n::LocaleId;
use crate::source::{Spanned, TextRange};

use super::files::{File, Files};

/// The name of the file.
pub(super) const NAME: &str = ".openpublishing.publish.config.json";

/// Keys that are about publishing elsewhere: branches, notifications, permissions.
const ABOUT_ELSE: &[&str] = &[
    "build_entry_point",
    "notification_subscribers",
    "sync_notification_subscribers",
    "branches_to_filter",
    "git_repository_url_open_to_public_contributors",
    "git_repository_branch_open_to_public_contributors",
    "continue_with_document_error",
    "skip_source_output_uploading",
    "need_preview_pull_request",
    "contribution_branch_mappings",
    "branch_target_mapping",
    "need_generate_pdf_url_template",
    "targets",
    "need_generate_pdf",
    "need_generate_intellisense",
    "docs_build_engine",
    "dependent_packages",
    "need_pr_comments",
    "need_generate_fallback",
    "alternative_package_source",
    "enable_incremental_build",
    "auto_create_docset",
    "moniker_groups",
    "branch_mapping",
    "publish_branches",
    "enable_pull_request_custom_comments",
    "template_folder",
    "docs_build_engine_version",
    "monikerPath",
    "JoinTOCPlugin",
    "ECMA2Yaml",
    "SplitTOC",
    "Maml2Yaml",
];

/// The same for a docset.
const DOCSET_ABOUT_ELSE: &[&str] = &[
    "build_output_subfolder",
    "monikers",
    "open_to_public_contributors",
    "type_mapping",
    "build_entry_point",
    "template_folder",
    "version",
    "xref_query_tags",
    "customized_tasks",
    "customized_template_paths",
    "JoinTOCPlugin",
    "ECMA2Yaml",
    "SplitTOC",
    "Maml2Yaml",
    "SplitToc",
    "enable_incremental_build",
    "dest_folder",
    "docset_path",
];

/// A docset as the file names it.
pub(super) struct Written {
    pub(super) name: String,
    /// Its folder below the repository; empty for the repository itself.
    pub(super) folder: String,
    pub(super) locale: Option<LocaleId>,
    pub(super) moniker_ranges: Vec<String>,
}

/// Another repository that this one uses.
pub(super) struct Dependent {
    /// The folder that it stands in.
    pub(super) at: Spanned<Box<str>>,
    pub(super) url: String,
}

/// What the file says.
#[derive(Default)]
pub(super) struct Publish {
    pub(super) docsets: Vec<Written>,
    pub(super) dependent: Vec<Dependent>,
    /// Lists of redirections, below the repository.
    pub(super) redirections: Vec<String>,
}

/// Reads the file of a repository. `folder` is the repository on disk, `at` its path in the site.
pub(super) fn read(files: &mut Files<'_>, folder: &Path, at: &str) -> Option<Publish> {
    let file = files.read(&folder.join(NAME), &format!("{at}/{NAME}"))?;
    let known = [
        "docsets_to_publish",
        "dependent_repositories",
        "redirection_files",
    ];
    files.keys(&file.path, &file.root, &known, ABOUT_ELSE);
    let mut publish = Publish::default();
    let docsets = file
        .root
        .get("docsets_to_publish")
        .map_or(&[][..], Node::items);
    for docset in docsets {
        let read = [
            "docset_name",
            "build_source_folder",
            "locale",
            "moniker_ranges",
        ];
        files.keys(&file.path, docset, &read, DOCSET_ABOUT_ELSE);
        publish.docsets.push(written(files, &file, docset));
    }
    let dependent = file
        .root
        .get("dependent_repositories")
        .map_or(&[][..], Node::items);
    for repository in dependent {
        let Some(path) = files.text(&file.path, repository, "path_to_root") else {
            continue;
        };
        let range = repository
            .get("path_to_root")
            .map_or(TextRange::default(), |node| node.range);
        let value = tidy(path).into();
        let url = files
            .text(&file.path, repository, "url")
            .unwrap_or_default()
            .to_owned();
        publish.dependent.push(Dependent {
            at: Spanned { value, range },
            url,
        });
    }
    if let Some(node) = file.root.get("redirection_files") {
        let texts = files.texts(&file.path, node);
        publish.redirections = texts.into_iter().map(|(text, _)| tidy(text)).collect();
    }
    Some(publish)
}

fn written(files: &mut Files<'_>, file: &File, docset: &Node) -> Written {
    let mut text = |key| files.text(&file.path, docset, key).map(str::to_owned);
    let name = text("docset_name").unwrap_or_default();
    let folder = tidy(&text("build_source_folder").unwrap_or_default());
    let tag = text("locale");
    let locale = tag.as_deref().and_then(LocaleId::parse);
    if let (Some(tag), None, Some(node)) = (&tag, &locale, docset.get("locale")) {
        let message = format!("`{tag}` is no language tag");
        files.malformed(
            &file.path,
            node.range,
            message,
            "write a tag such as `fr-fr`",
        );
    }
    let ranges = docset.get("moniker_ranges");
    let ranges = ranges
        .map(|node| files.texts(&file.path, node))
        .unwrap_or_default();
    Written {
        name,
        folder,
        locale,
        moniker_ranges: ranges
            .into_iter()
            .map(|(text, _)| text.to_owned())
            .collect(),
    }
}

/// A path below a folder, as a path of the site: `./docs\a/` is `docs/a`.
pub(super) fn tidy(path: &str) -> String {
    let path = path.replace('\\', "/");
    let names = path.split('/').filter(|name| !matches!(*name, "" | "."));
    names.collect::<Vec<_>>().join("/")
}
