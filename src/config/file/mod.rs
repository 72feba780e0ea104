//! `polydoc.yml` as written: its text becomes a [`ProjectFile`], or one [`Failure`] that tells all that is wrong with it.
//!
//! Three looks at one text: `yaml` finds places, `validate` compares with the table of keys, `serde_yaml` reads the values
//! into the shapes below. Nothing is taken from the disk or the environment here, and no default is filled in that
//! depends on where the file lies.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use globset::{GlobSet, GlobSetBuilder};

use crate::diagnostics::Preset;
use crate::failure::Failure;
use crate::l10n::{LocaleId, LocaleOptions};
use crate::model::Value;
use crate::source::{LineIndex, TextRange};

use super::problem::{self, Problem};
use super::search::Membership;
use super::validate::validate;
use super::values::{self, BaseUrl, Wrong};
use super::yaml::{self, Node};
use super::{
    Appearance, External, ExternalBase, FileFilter, HtmlSettings, Levels, Limits,
    LocalizationSettings, MetadataLayer, NavEntry, OwnUrl, SearchSettings, UrlStyle,
};

use levels::{level_layers, levels};
pub(super) use schemas::{SchemaSource, WrittenSchema, WrittenSchemas};
pub(super) use sources::SourceEntry;
use written::{
    Globs, OneOrMap, Written, WrittenFiles, WrittenL10n, WrittenLimits, WrittenOwnUrls,
    WrittenSearch, WrittenSize, WrittenUrlStyle,
};

mod appearance;
mod external;
mod html;
pub(super) use languages::Languages;
mod languages;
mod levels;
mod navigation;
pub(super) use navigation::{Pairs, WrittenRedirects, pairs as redirect_pairs};
mod schemas;
mod sources;
mod written;

/// What the file says, with types. Keys that are not there have the value that means nothing was said.
#[derive(Debug, Default)]
pub(super) struct ProjectFile {
    pub(super) titles: BTreeMap<String, String>,
    pub(super) base_url: Option<BaseUrl>,
    pub(super) base_path: Option<String>,
    pub(super) source_locale: Option<LocaleId>,
    pub(super) content: Option<PathBuf>,
    pub(super) output: Option<PathBuf>,
    /// Repositories that the site is made of.
    pub(super) sources: Vec<SourceEntry>,
    /// Folders of repositories that others use, by the name that they have there.
    pub(super) dependencies: BTreeMap<String, PathBuf>,
    pub(super) locales: BTreeMap<LocaleId, LocaleOptions>,
    pub(super) languages: Languages,
    pub(super) include: GlobSet,
    pub(super) exclude: GlobSet,
    pub(super) url_style: UrlStyle,
    pub(super) nav: Vec<NavEntry>,
    pub(super) redirects: WrittenRedirects,
    pub(super) own_urls: Vec<OwnUrl>,
    pub(super) external_base: ExternalBase,
    pub(super) schemes: BTreeSet<String>,
    pub(super) html: HtmlSettings,
    pub(super) metadata: Vec<MetadataLayer>,
    pub(super) schemas: WrittenSchemas,
    pub(super) keep: GlobSet,
    /// The same as written.
    pub(super) keep_written: Vec<String>,
    pub(super) outputs: BTreeMap<String, bool>,
    pub(super) search: SearchSettings,
    pub(super) appearance: Appearance,
    pub(super) localization: LocalizationSettings,
    /// The file of the glossary, relative to the project.
    pub(super) glossary: Option<PathBuf>,
    pub(super) levels: Levels,
    pub(super) baseline: Option<PathBuf>,
    pub(super) limits: Limits,
    pub(super) external: External,
    pub(super) noindex: bool,
}

/// Reads the text of the file. `name` is how messages call it; `rules` are the names that `rules:` may hold.
pub(super) fn read(name: &str, text: &str, rules: &[&str]) -> Result<ProjectFile, Failure> {
    let mut problems = Vec::new();
    match understand(text, rules, &mut problems) {
        Some(mut file) if problems.is_empty() => {
            if !file.schemas.entries.is_empty() {
                (file.schemas.name, file.schemas.text) = (name.to_owned(), text.to_owned());
            }
            Ok(file)
        }
        _ => Err(problem::failure(name, text, problems)),
    }
}

fn understand(text: &str, rules: &[&str], problems: &mut Vec<Problem>) -> Option<ProjectFile> {
    let root = match yaml::read(text, problems) {
        Ok(Some(root)) => root,
        Ok(None) => return Some(ProjectFile::default()),
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    if matches!(root.value(), Value::Null) {
        return Some(ProjectFile::default());
    }
    if let Some(problem) = other_version(&root) {
        // Keys of another version would all be called unknown.
        *problems = vec![problem];
        return None;
    }
    validate(&root, rules, problems);
    if !problems.is_empty() {
        return None;
    }
    match serde_yaml::from_str::<Written>(text.strip_prefix('\u{feff}').unwrap_or(text)) {
        Ok(written) => Some(
            Reader {
                root: &root,
                problems,
            }
            .convert(written),
        ),
        Err(error) => {
            let at = error
                .location()
                .and_then(|at| LineIndex::new(text).line_start(u32::try_from(at.line()).ok()?));
            problems.push(Problem::new(
                TextRange::at(at.unwrap_or(0)),
                format!("this cannot be read: {error}"),
            ));
            None
        }
    }
}

/// The problem of a file that was written for a polydoc to come.
fn other_version(root: &Node) -> Option<Problem> {
    let node = root.get("version")?;
    let Value::Number(number) = node.value() else {
        return None;
    };
    (&*number != "1").then(|| {
        let mut problem = Problem::new(
            node.range,
            format!("version {number} of the configuration is not known here"),
        );
        let version = env!("CARGO_PKG_VERSION");
        problem.help(format!(
            "write `version: 1`, or use a polydoc newer than {version} that knows version {number}"
        ));
        problem
    })
}

struct Reader<'a> {
    root: &'a Node,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn convert(mut self, written: Written) -> ProjectFile {
        debug_assert!(
            written.version.is_none_or(|version| version == 1),
            "other versions were refused before"
        );
        let base_url = written
            .base_url
            .and_then(|text| self.accept(&["base_url"], values::web_address(&text)));
        let base_path = written
            .base_path
            .and_then(|text| self.accept(&["base_path"], values::url_path(&text)));
        self.one_base_path(base_url.as_ref(), base_path.as_deref());
        let filters = written.files.iter().map(|files| self.filter(files));
        let filters: Vec<FileFilter> = filters.collect();
        ProjectFile {
            titles: written
                .title
                .map(|title| self.titles(title))
                .unwrap_or_default(),
            base_url,
            base_path,
            source_locale: written
                .source_locale
                .and_then(|tag| self.accept(&["source_locale"], values::locale(&tag))),
            content: written.content,
            output: written.output,
            sources: self.sources(written.sources),
            dependencies: written.dependencies,
            locales: self.locales(written.locales),
            languages: self.between(
                written.fallback,
                &written.orphans,
                written.hreflang.as_ref(),
                &written.outputs,
            ),
            include: self.globs("include", &written.include),
            exclude: self.globs("exclude", &written.exclude),
            url_style: match written.url_style {
                WrittenUrlStyle::Folder => UrlStyle::Folder,
                WrittenUrlStyle::File => UrlStyle::File,
            },
            nav: self.nav(),
            redirects: self.redirects(),
            own_urls: self.own_urls(written.own_urls),
            external_base: written
                .external_base
                .map(|base| self.external_base(base))
                .unwrap_or_default(),
            schemes: self.schemes(&written.schemes),
            html: html::settings(
                written.html.as_ref(),
                written.policy,
                &written.files,
                &filters,
            ),
            metadata: metadata(self.root, &filters),
            schemas: WrittenSchemas {
                entries: self.schemas(),
                ..WrittenSchemas::default()
            },
            keep: self.globs("keep", &written.keep),
            keep_written: written.keep.texts().to_vec(),
            outputs: written.outputs,
            search: search(written.search),
            appearance: self.appearance(written.theme),
            glossary: written.l10n.glossary.clone(),
            localization: localization(written.l10n),
            levels: Levels {
                preset: written
                    .preset
                    .and_then(|word| Preset::from_word(&word))
                    .unwrap_or_default(),
                rules: levels(written.rules),
                layers: level_layers(written.files, filters),
                ..Levels::default()
            },
            baseline: written.baseline,
            limits: self.limits(written.limits),
            external: external::read(written.external),
            noindex: written.noindex,
        }
    }

    /// The value, or a problem at the innermost key of the path that exists.
    fn accept<T>(&mut self, path: &[&str], result: Result<T, Wrong>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(wrong) => {
                self.report(path, wrong.why, wrong.help);
                None
            }
        }
    }

    fn report(&mut self, path: &[&str], why: impl Into<String>, help: impl Into<String>) {
        let (mut node, mut range) = (Some(self.root), TextRange::default());
        for key in path {
            let Some(entry) = node.and_then(|node| node.entry(key)) else {
                break;
            };
            (node, range) = (Some(&entry.value), entry.key_range);
        }
        let mut problem = Problem::new(range, why);
        problem.help(help);
        self.problems.push(problem);
    }

    fn one_base_path(&mut self, base_url: Option<&BaseUrl>, base_path: Option<&str>) {
        let (Some(url), Some(path)) = (base_url, base_path) else {
            return;
        };
        if !url.path.is_empty() && url.path != path {
            let why = format!(
                "`base_path` is `{path}/`, but the path of `base_url` is `{}/`",
                url.path
            );
            self.report(
                &["base_path"],
                why,
                "remove `base_path`: the base URL says it already",
            );
        }
    }

    fn titles(&mut self, written: OneOrMap) -> BTreeMap<String, String> {
        self.titles_at(&["title"], written)
    }

    /// One text for all languages, or one for each, at a key.
    fn titles_at(&mut self, path: &[&str], written: OneOrMap) -> BTreeMap<String, String> {
        match written {
            OneOrMap::One(title) => BTreeMap::from([(String::new(), title)]),
            OneOrMap::Map(titles) => {
                let mut by_tag = BTreeMap::new();
                for (tag, title) in titles {
                    let Some(locale) = self.accept(&[path, &[&tag]].concat(), values::locale(&tag))
                    else {
                        continue;
                    };
                    if by_tag.insert(locale.as_str().to_owned(), title).is_some() {
                        self.twice(&[path, &[&tag]].concat(), &locale);
                    }
                }
                by_tag
            }
        }
    }

    fn twice(&mut self, path: &[&str], locale: &LocaleId) {
        self.report(
            path,
            format!("the language `{locale}` stands here twice, in two spellings"),
            "keep one of the two",
        );
    }

    fn globs(&mut self, key: &str, written: &Globs) -> GlobSet {
        let mut set = GlobSetBuilder::new();
        for text in written.texts() {
            if let Some(glob) = self.accept(&[key], values::glob(text)) {
                set.add(glob);
            }
        }
        let built = set.build().map_err(|error| Wrong {
            why: format!("these globs cannot be used together: {}", error.kind()),
            help: "use fewer or simpler ones".to_owned(),
        });
        self.accept(&[key], built).unwrap_or_default()
    }

    fn own_urls(&mut self, written: WrittenOwnUrls) -> Vec<OwnUrl> {
        let pairs = match written {
            WrittenOwnUrls::List(prefixes) => prefixes
                .into_iter()
                .map(|prefix| (prefix, "/".to_owned()))
                .collect(),
            WrittenOwnUrls::Map(pairs) => pairs.into_iter().collect::<Vec<_>>(),
        };
        let mut own: Vec<OwnUrl> = Vec::new();
        for (prefix, path) in pairs {
            if let Some(url) = self.accept(&["own_urls", &prefix], values::own_url(&prefix, &path))
            {
                if own
                    .iter()
                    .any(|other| other.prefix.eq_ignore_ascii_case(&url.prefix))
                {
                    let why = format!("`{}` stands here twice", url.prefix);
                    self.report(&["own_urls", &prefix], why, "keep one of the two");
                }
                own.push(url);
            }
        }
        own.sort_by(|one, other| {
            other
                .prefix
                .len()
                .cmp(&one.prefix.len())
                .then_with(|| one.prefix.cmp(&other.prefix))
        });
        own
    }

    fn external_base(&mut self, written: OneOrMap) -> ExternalBase {
        let mut bases = ExternalBase::default();
        let pairs = match written {
            OneOrMap::One(base) => vec![("*".to_owned(), base)],
            OneOrMap::Map(pairs) => pairs.into_iter().collect(),
        };
        for (segment, base) in pairs {
            let path = ["external_base", &segment];
            let Some(base) = self.accept(&path, values::own_prefix(&base)) else {
                continue;
            };
            match self.accept(&path, values::segment(&segment)) {
                Some(segment) if segment == "*" => bases.default = Some(base),
                Some(segment) if bases.by_segment.contains_key(&segment) => {
                    self.report(
                        &path,
                        format!("`{segment}` stands here twice"),
                        "keep one of the two",
                    );
                }
                Some(segment) => {
                    bases.by_segment.insert(segment, base);
                }
                None => {}
            }
        }
        bases
    }

    fn schemes(&mut self, written: &[String]) -> BTreeSet<String> {
        written
            .iter()
            .filter_map(|text| self.accept(&["schemes"], values::scheme(text)))
            .collect()
    }

    /// The files that an entry of `files:` means.
    fn filter(&mut self, written: &WrittenFiles) -> FileFilter {
        let tags = written.locale.texts().iter();
        FileFilter {
            globs: written
                .r#match
                .as_ref()
                .map(|globs| self.globs("files", globs)),
            locales: tags
                .filter_map(|tag| self.accept(&["files"], values::locale(tag)))
                .collect(),
        }
    }

    fn limits(&mut self, written: WrittenLimits) -> Limits {
        let mut limits = Limits::default();
        let mut size = |key, written| {
            let size = match written? {
                WrittenSize::Number(bytes) => Ok(bytes),
                WrittenSize::Text(text) => values::size(&text),
            };
            self.accept(&["limits", key], size)
        };
        if let Some(bytes) = size("article_bytes", written.article_bytes) {
            limits.article_bytes = bytes;
        }
        if let Some(bytes) = size("front_matter_bytes", written.front_matter_bytes) {
            limits.front_matter_bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
        }
        if let Some(bytes) = size("image_bytes", written.image_bytes) {
            limits.image_bytes = bytes;
        }
        limits.nesting = written.nesting.unwrap_or(limits.nesting);
        limits
    }
}

/// The search index; its words were checked before.
fn search(written: WrittenSearch) -> SearchSettings {
    let default = SearchSettings::default();
    let membership = |word: Option<String>| word.and_then(|word| Membership::from_word(&word));
    SearchSettings {
        facets: written.facets,
        boosts: written.boosts,
        noindex: membership(written.noindex).unwrap_or(default.noindex),
        fallback: membership(written.fallback).unwrap_or(default.fallback),
    }
}

/// What is said of translations, over what holds when nothing is said.
fn localization(written: WrittenL10n) -> LocalizationSettings {
    let default = LocalizationSettings::default();
    LocalizationSettings {
        version_keys: written.version_keys.unwrap_or(default.version_keys),
        hash_keys: written.hash_keys.unwrap_or(default.hash_keys),
        date_keys: written.date_keys.unwrap_or(default.date_keys),
        source_tree: written.source_tree,
        ..default
    }
}

/// Metadata for the whole site first, then for the entries of `files:` in their order: later layers are stronger.
fn metadata(root: &Node, filters: &[FileFilter]) -> Vec<MetadataLayer> {
    let layer = |filter, node: &Node| MetadataLayer {
        filter,
        defaults: pairs(node.get("defaults")),
        overrides: pairs(node.get("overrides")),
    };
    let mut layers = vec![layer(FileFilter::default(), root)];
    let nodes = root.get("files").map_or(&[][..], Node::items);
    layers.extend(
        nodes
            .iter()
            .zip(filters)
            .map(|(node, filter)| layer(filter.clone(), node)),
    );
    layers.retain(|layer| !layer.defaults.is_empty() || !layer.overrides.is_empty());
    layers
}

/// A map of metadata with the spelling of its numbers kept.
fn pairs(node: Option<&Node>) -> Vec<(Box<str>, Value)> {
    let entries = node.map_or(&[][..], Node::entries);
    entries
        .iter()
        .map(|entry| (entry.key.as_str().into(), entry.value.value()))
        .collect()
}
