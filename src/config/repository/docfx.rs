//! `docfx.json` and `docfx.yml`: what a docset publishes, where, and the metadata of its files.

use std::path::Path;

use crate::config::layout::{Docset, Group, SchemaFile, joined};
use crate::config::yaml::{Node, NodeKind};
use crate::model::Value;
use crate::source::{SitePath, TextRange};

use super::definitions;
use super::files::{File, Files};
use super::publish::tidy;
use super::rules;

/// The names of the file, in the order they are looked for.
pub(super) const NAMES: [&str; 2] = ["docfx.json", "docfx.yml"];

/// Keys that are read.
const READ: &[&str] = &[
    "content",
    "resource",
    "files",
    "exclude",
    "routes",
    "basePath",
    "base_path",
    "globalMetadata",
    "fileMetadata",
    "globalMetadataFiles",
    "fileMetadataFiles",
    "groups",
    "monikerDefinition",
    "monikerRange",
    "xref",
    "rules",
    "metadataSchema",
    "name",
    "defaultLocale",
];

/// Keys that are about how docfx works or publishes: nothing that a reader would miss.
const ABOUT_ELSE: &[&str] = &[
    "dest",
    "output",
    "template",
    "theme",
    "markdownEngineName",
    "removeHostName",
    "overwrite",
    "externalReference",
    "noLangKeyword",
    "keepFileLink",
    "cleanupCacheHistory",
    "disableGitFeatures",
    "markdownEngineProperties",
    "maxParallelism",
    "force",
    "forcePostProcess",
    "lruSize",
    "exportRawModel",
    "exportViewModel",
    "postProcessors",
    "hostName",
    "host",
    "product",
    "docsetName",
    "urlType",
    "outputType",
    "outputUrlType",
    "selfContained",
    "dryRun",
    "lowercaseUrl",
    "gitHub",
    "githubToken",
    "templateFolder",
    "contribution",
    "skipMonikerValidation",
    "siteBasePath",
    "secrets",
    "fallbackRepository",
    "localization",
    "cacheFile",
    "extend",
    "legacy",
    "hideMonikers",
    "isReferenceRepository",
    "buildType",
    "version",
    "documentId",
    "dependencyMap",
    "shared",
    "serve",
    "log",
    "loglevel",
    "sitemap",
];

/// Where a docset lies.
pub(super) struct Place<'p> {
    /// On disk.
    pub(super) folder: &'p Path,
    /// In the site.
    pub(super) root: &'p str,
    pub(super) name: &'p str,
    /// Where it is published, when somebody says so.
    pub(super) base: Option<&'p str>,
    /// What it is called below its language when nobody says where it is published.
    pub(super) fallback_base: &'p str,
}

/// Reads what a docset says of itself. Without a file it publishes what is usual.
pub(super) fn read(files: &mut Files<'_>, place: &Place<'_>) -> (Docset, Option<File>) {
    let file = NAMES
        .iter()
        .find_map(|name| files.read(&place.folder.join(name), &format!("{}/{name}", place.root)));
    let mut docset = Docset {
        name: place.name.into(),
        root: place.root.into(),
        called: "".into(),
        base: place.fallback_base.into(),
        content: Vec::new(),
        resource: Vec::new(),
        is_unspecific: true,
        global_metadata: Vec::new(),
        file_metadata: Vec::new(),
        monikers: Vec::new(),
        pivot_groups: Vec::new(),
        uids: Vec::new(),
        levels: Vec::new(),
        schemas: Vec::new(),
        breadcrumbs: Vec::new(),
    };
    if let Some(file) = &file {
        let build = file.root.get("build").unwrap_or(&file.root);
        if file.root.get("build").is_some() {
            files.keys(&file.path, &file.root, &["build"], ABOUT_ELSE);
        }
        files.keys(&file.path, build, READ, ABOUT_ELSE);
        groups(files, file, build, place, &mut docset);
        metadata(files, file, build, place, &mut docset);
        definitions::monikers(files, file, build, place, &mut docset);
        let named = xref_maps(files, file, build);
        definitions::uids(files, place, &named, &mut docset);
        if let Some(node) = build.get("metadataSchema") {
            for (name, range) in files.texts(&file.path, node) {
                docset.schemas.push(SchemaFile {
                    place: place.folder.join(tidy(name)),
                    named_in: file.path.clone(),
                    range,
                });
            }
        }
        docset.levels = rules::read(files, file, build, place);
        let base = ["basePath", "base_path"]
            .iter()
            .find_map(|key| files.text(&file.path, build, key));
        if let Some(base) = base {
            docset.base = tidy(base).into();
        }
        breadcrumbs(files, place, &mut docset, base.is_some());
    }
    if docset.content.is_empty() {
        docset
            .content
            .push(usual(files, place, &["**/*.md", "**/*.yml", "**/*.yaml"]));
    }
    if docset.resource.is_empty() && docset.is_unspecific {
        docset.resource.push(usual(files, place, &["**"]));
    }
    definitions::pivots(files, place, &mut docset);
    if let Some(base) = place.base {
        docset.base = tidy(base).into();
    }
    (docset, file)
}

fn usual(files: &mut Files<'_>, place: &Place<'_>, globs: &[&str]) -> Group {
    let path = SitePath::new(place.root);
    Group {
        folder: place.root.into(),
        files: files.globs(&path, None, globs),
        exclude: globset::GlobSet::empty(),
        dest: "".into(),
        moniker_range: None,
    }
}

fn groups(
    files: &mut Files<'_>,
    file: &File,
    build: &Node,
    place: &Place<'_>,
    docset: &mut Docset,
) {
    let ranges = build.get("groups");
    for (key, default) in [("content", "**/*.{md,yml,yaml}"), ("resource", "**")] {
        let Some(node) = build.get(key) else {
            continue;
        };
        docset.is_unspecific = false;
        let items = match &node.kind {
            NodeKind::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        for item in items {
            let group = group(files, file, item, ranges, place, default);
            if key == "content" {
                docset.content.push(group);
            } else {
                docset.resource.push(group);
            }
        }
    }
    let (only, exclude, routes) = (
        build.get("files"),
        build.get("exclude"),
        build.get("routes"),
    );
    if only.is_none() && exclude.is_none() && routes.is_none() {
        return;
    }
    if docset.is_unspecific || only.is_some() {
        docset.is_unspecific = only.is_none();
        let globs = files.globs(&file.path, only, &["**"]);
        let exclude = files.globs(&file.path, exclude, &[]);
        let whole = Group {
            folder: place.root.into(),
            files: globs,
            exclude,
            dest: "".into(),
            moniker_range: None,
        };
        for route in routes.map_or(&[][..], Node::entries) {
            let from = tidy(&route.key);
            let to = match &route.value.kind {
                NodeKind::Scalar { text, .. } => tidy(text),
                _ => continue,
            };
            // The globs count from the docset, so a route keeps them and only renames.
            let folder = joined(&[place.root, &from]);
            let inner = Group {
                folder: folder.into(),
                files: files.globs(&file.path, None, &["**"]),
                exclude: globset::GlobSet::empty(),
                dest: to.into(),
                moniker_range: None,
            };
            docset.content.push(inner);
        }
        docset.resource.push(whole.clone());
        docset.content.push(whole);
    }
}

/// One entry of `content` or `resource`: a glob, or a map with `files`.
fn group(
    files: &mut Files<'_>,
    file: &File,
    node: &Node,
    ranges: Option<&Node>,
    place: &Place<'_>,
    default: &str,
) -> Group {
    let is_map = matches!(node.kind, NodeKind::Map(_));
    let (globs, exclude) = if is_map {
        let read = [
            "files",
            "exclude",
            "src",
            "cwd",
            "dest",
            "group",
            "moniker_range",
            "monikerRange",
        ];
        let about_else = [
            "name",
            "version",
            "caseSensitive",
            "case",
            "supportBackslash",
            "disableEscape",
            "rootTocPath",
        ];
        files.keys(&file.path, node, &read, &about_else);
        (node.get("files"), node.get("exclude"))
    } else {
        (Some(node), None)
    };
    let mut text = |keys: &[&str]| {
        let found = keys
            .iter()
            .find_map(|key| files.text(&file.path, node, key));
        found.map(str::to_owned)
    };
    let src = if is_map {
        text(&["src", "cwd"]).unwrap_or_default()
    } else {
        String::new()
    };
    let dest = if is_map {
        text(&["dest"]).unwrap_or_default()
    } else {
        String::new()
    };
    let own_range = if is_map {
        text(&["moniker_range", "monikerRange"])
    } else {
        None
    };
    let name = if is_map { text(&["group"]) } else { None };
    let range = name.and_then(|name| {
        let group = ranges?.get(&name)?;
        let text = files.text(&file.path, group, "moniker_range");
        text.map(str::to_owned)
    });
    let exclude = files.globs(&file.path, exclude, &[]);
    Group {
        folder: climbed(place.root, &src).into(),
        files: files.globs(&file.path, globs, &[default]),
        exclude,
        dest: tidy(&dest).into(),
        moniker_range: own_range.or(range).map(Into::into),
    }
}

/// A folder below another, or above it where the path climbs; never above the language's.
fn climbed(root: &str, path: &str) -> String {
    let mut names: Vec<&str> = root.split('/').collect();
    let path = path.replace('\\', "/");
    for name in path.split('/') {
        match name {
            ".." if names.len() > 1 => {
                names.pop();
            }
            "" | "." | ".." => {}
            name => names.push(name),
        }
    }
    names.join("/")
}

/// Global metadata, then that of files; files of metadata come before what the settings hold themselves.
fn metadata(
    files: &mut Files<'_>,
    file: &File,
    build: &Node,
    place: &Place<'_>,
    docset: &mut Docset,
) {
    let mut others = Vec::new();
    for key in ["globalMetadataFiles", "fileMetadataFiles"] {
        let Some(node) = build.get(key) else { continue };
        for (name, range) in files.texts(&file.path, node) {
            let inner = tidy(name);
            match files.read(&place.folder.join(&inner), &joined(&[place.root, &inner])) {
                Some(other) => others.push(other),
                None => files.malformed(
                    &file.path,
                    range,
                    format!("there is no file `{name}`"),
                    "correct the path, which counts from this folder",
                ),
            }
        }
    }
    for other in others.iter().chain([file]) {
        let whole = other.root.get("build").unwrap_or(&other.root);
        let whole = if std::ptr::eq(other, file) {
            build
        } else {
            whole
        };
        if let Some(node) = whole.get("globalMetadata") {
            for entry in node.entries() {
                docset
                    .global_metadata
                    .retain(|(key, _)| **key != *entry.key);
                let pair = (entry.key.as_str().into(), entry.value.value());
                docset.global_metadata.push(pair);
            }
        }
        for entry in whole.get("fileMetadata").map_or(&[][..], Node::entries) {
            for one in entry.value.entries() {
                let globs = files.glob(&other.path, &one.key, one.key_range);
                let value = one.value.value();
                docset
                    .file_metadata
                    .push((globs, entry.key.as_str().into(), value));
            }
            if !matches!(entry.value.kind, NodeKind::Map(_)) {
                files.malformed(
                    &other.path,
                    entry.value.range,
                    format!("`{}` must be a map from globs to values", entry.key),
                    "write `{\"**/*.md\": \"value\"}`",
                );
            }
        }
    }
    if let Some(node) = build.get("monikerRange") {
        for one in node.entries() {
            let globs = files.glob(&file.path, &one.key, one.key_range);
            docset
                .file_metadata
                .push((globs, "monikerRange".into(), one.value.value()));
        }
    }
}

/// The lists of uids that the settings name; those on other hosts are told.
fn xref_maps(files: &mut Files<'_>, file: &File, build: &Node) -> Vec<String> {
    let mut names = Vec::new();
    let texts = build.get("xref").map(|node| files.texts(&file.path, node));
    for (name, range) in texts.unwrap_or_default() {
        if name.contains("://") {
            let message =
                format!("the map of uids `{name}` lies on another host, and nothing is downloaded");
            files.unknown(&file.path, range, message);
            continue;
        }
        names.push(tidy(name));
    }
    names
}

/// What describes the way to pages. Its address tells where the docset is published, when nobody else does.
fn breadcrumbs(files: &Files<'_>, place: &Place<'_>, docset: &mut Docset, is_based: bool) {
    let in_global = docset
        .global_metadata
        .iter()
        .map(|(key, value)| (&**key, value));
    let in_files = docset
        .file_metadata
        .iter()
        .map(|(_, key, value)| (&**key, value));
    let written: Vec<String> = in_global
        .chain(in_files)
        .filter(|(key, _)| *key == "breadcrumb_path")
        .filter_map(|(_, value)| match value {
            Value::String(text) => Some(text.to_string()),
            _ => None,
        })
        .collect();
    for (number, text) in written.iter().enumerate() {
        let bare = text
            .rsplit_once('.')
            .map_or(text.as_str(), |(bare, _)| bare);
        let is_there = |inner: &str| {
            ["yml", "yaml", "json"].iter().any(|ending| {
                files
                    .fs
                    .exists(&place.folder.join(format!("{inner}.{ending}")))
            })
        };
        let Some(rooted) = bare.strip_prefix('/') else {
            let inner = tidy(bare.trim_start_matches("~/"));
            docset
                .breadcrumbs
                .push(joined(&[place.root, &inner]).into());
            continue;
        };
        let names: Vec<&str> = rooted.split('/').collect();
        let cut = (0..names.len()).find(|&cut| is_there(&names[cut..].join("/")));
        if let Some(cut) = cut {
            docset
                .breadcrumbs
                .push(joined(&[place.root, &names[cut..].join("/")]).into());
            if number == 0 && !is_based {
                docset.base = names[..cut].join("/").into();
            }
        }
    }
    let usual = joined(&[place.root, "breadcrumb/toc"]);
    docset.breadcrumbs.push(usual.into());
}

/// The place of a key's value.
pub(super) fn range_of(node: &Node, key: &str) -> TextRange {
    node.get(key)
        .map_or(TextRange::default(), |node| node.range)
}
