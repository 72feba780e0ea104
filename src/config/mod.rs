//! What the author set: [`Settings`], complete and checked, from defaults < `polydoc.yml` < environment < flags.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::diagnostics::Baseline;
use crate::l10n::{FallbackMode, LocaleId, LocaleOptions};
use crate::model::{Date, Shard, Value};

pub use appearance::{Appearance, NamedLink};
pub use external::{
    Accepted, Ages, Asking, External, HostHeader, Ignored, Network, Secret, SoftMissing,
};
pub use filter::FileFilter;
pub use glossary::{Glossary, Term, Wish};
pub use html::{HtmlSettings, PolicySettings};
pub use ingredients::Ingredients;
pub use layers::{Environment, Flags, Place, Selected, VARIABLES, settings};
pub use layout::{Docset, Layout, ListedUid, Moniker, Pivot, PivotGroup, Redirection, Role};
pub use levels::{LevelLayer, Levels};
pub use localization::LocalizationSettings;
pub use navigation::{NavEntry, Navigation, OldAddress};
pub use schemas::SchemaLayer;
pub use search::{Membership, SearchSettings, values as metadata_values};

mod appearance;
mod external;
mod file;
mod filter;
mod glossary;
mod html;
mod ingredients;
mod json;
mod layers;
mod layout;
mod levels;
mod localization;
mod locate;
mod navigation;
mod problem;
mod redirects;
mod repository;
pub mod schema;
mod schemas;
mod search;
mod site;
mod validate;
mod values;
mod yaml;

#[cfg(test)]
mod tests;

/// How addresses look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UrlStyle {
    /// `/fr-fr/guide/start/`, a folder with an `index.html` per page.
    #[default]
    Folder,
    /// `/fr-fr/guide/start.html`.
    File,
}

/// Where pages say which other languages they exist in, for search engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hreflang {
    /// In the head of each page.
    Head,
    /// In the sitemaps.
    Sitemap,
    /// In both.
    Both,
    /// Nowhere.
    Off,
}

impl Hreflang {
    /// Whether pages say it in their heads.
    pub fn in_head(self) -> bool {
        matches!(self, Self::Head | Self::Both)
    }

    /// Whether sitemaps say it.
    pub fn in_sitemap(self) -> bool {
        matches!(self, Self::Sitemap | Self::Both)
    }
}

/// What is done with translations whose original does not exist (any more).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orphans {
    /// They are published like others.
    #[default]
    Show,
    /// They are published with a notice above them.
    Notice,
    /// They are not published.
    Hide,
}

/// Metadata added below or above the front matter of files that match.
#[derive(Clone, Debug, Default)]
pub struct MetadataLayer {
    /// Files it holds for.
    pub filter: FileFilter,
    /// Keys used where front matter has none.
    pub defaults: Vec<(Box<str>, Value)>,
    /// Keys used whatever front matter says; `null` removes.
    pub overrides: Vec<(Box<str>, Value)>,
}

/// A URL prefix that means this site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnUrl {
    /// `https://host/path` without a final `/`, compared ignoring letter case and `http`/`https`.
    pub prefix: String,
    /// The site path that stands for it, `/` in front, no final `/`; empty for the site's root.
    pub path: String,
}

/// What rooted links to other docsets (`/microsoft-365/…`) are written as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExternalBase {
    /// The base for every first segment without its own.
    pub default: Option<String>,
    /// The base by first segment, in lower case.
    pub by_segment: BTreeMap<String, String>,
}

impl ExternalBase {
    /// What a rooted link to another docset is written as: its base in front when there is one.
    pub fn href(&self, segment: &str, written: &str) -> String {
        let base = self
            .by_segment
            .get(&segment.to_lowercase())
            .or(self.default.as_ref());
        base.map_or_else(
            || written.to_owned(),
            |base| format!("{}{written}", base.trim_end_matches('/')),
        )
    }
}

/// Bounds that protect the machine that builds, and the patience of readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Largest article, in bytes.
    pub article_bytes: u64,
    /// Largest front matter, in bytes.
    pub front_matter_bytes: usize,
    /// Largest image that is not reported, in bytes.
    pub image_bytes: u64,
    /// Deepest nesting of blocks.
    pub nesting: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            article_bytes: 8 << 20,
            front_matter_bytes: 64 << 10,
            // On a slow mobile connection (1.6 Mbit/s) it takes more than five seconds.
            image_bytes: 1 << 20,
            nesting: 100,
        }
    }
}

/// Everything that decides what is built. No `Option` means "default": defaults are filled in.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own"
)]
pub struct Settings {
    /// The folder that holds `polydoc.yml`, else the folder that was asked for: project templates and messages lie here.
    pub project: PathBuf,
    /// `polydoc.yml`, when there is one.
    pub file: Option<PathBuf>,
    /// The folder that holds the locale folders.
    pub content: PathBuf,
    /// How files on disk become files of the site, where that is not plain.
    pub layout: Layout,
    /// The output folder.
    pub output: PathBuf,
    /// The site's title by locale; the empty tag holds for all others.
    pub titles: BTreeMap<String, String>,
    /// Scheme and host, without a final `/`: `https://docs.example.org`. `None`: there are no absolute addresses.
    pub origin: Option<String>,
    /// The path in front of every address: empty, or `/docs` without a final `/`.
    pub base_path: String,
    /// The language that articles are translated from, when it is known.
    pub source_locale: Option<LocaleId>,
    /// What is set for single locales.
    pub locales: BTreeMap<LocaleId, LocaleOptions>,
    /// What is done about missing articles where a locale says nothing else.
    pub fallback: FallbackMode,
    /// What is done with translations whose original does not exist.
    pub orphans: Orphans,
    /// Where pages say which other languages they exist in.
    pub hreflang: Hreflang,
    /// Locales that are built; empty means all.
    pub only: BTreeSet<LocaleId>,
    /// Files taken although they are left out by default.
    pub include: globset::GlobSet,
    /// Files left out.
    pub exclude: globset::GlobSet,
    /// How addresses look.
    pub url_style: UrlStyle,
    /// The order of the articles, where no table of contents says it.
    pub navigation: Navigation,
    /// Addresses that pages had earlier.
    pub old_addresses: Vec<OldAddress>,
    /// URL prefixes that mean this site.
    pub own_urls: Vec<OwnUrl>,
    /// What rooted links to other docsets are written as.
    pub external_base: ExternalBase,
    /// Schemes allowed in links beside the built-in list, lower case, without `:`.
    pub schemes: BTreeSet<String>,
    /// How far raw HTML is trusted.
    pub html: HtmlSettings,
    /// Metadata below and above front matter; later layers are stronger.
    pub metadata: Vec<MetadataLayer>,
    /// What metadata must be.
    pub schemas: Vec<SchemaLayer>,
    /// Output files that survive although polydoc did not write them.
    pub keep: globset::GlobSet,
    /// The same as written.
    pub keep_written: Vec<String>,
    /// Outputs switched on or off, by name.
    pub outputs: BTreeMap<String, bool>,
    /// The search index.
    pub search: SearchSettings,
    /// How the site looks.
    pub appearance: Appearance,
    /// How translations are compared.
    pub localization: LocalizationSettings,
    /// Levels of the rules.
    pub levels: Levels,
    /// Findings that were accepted: they are set apart.
    pub baseline: Option<Baseline>,
    /// Findings of the revision that changes are counted from: they are left out.
    pub before: Option<Baseline>,
    /// Bounds.
    pub limits: Limits,
    /// How other sites are asked.
    pub external: External,
    /// Whether the pages are judged too, as they are rendered.
    pub judge_pages: bool,
    /// Whether every page asks not to be indexed (a preview).
    pub noindex: bool,
    /// Whether articles that are not to be published yet are there.
    pub drafts: bool,
    /// Whether the pseudo-languages are added, whatever folders there are.
    pub pseudo: bool,
    /// Today, for rules that compare dates with it, when it is told: `--today` or `SOURCE_DATE_EPOCH`, never the clock.
    pub today: Option<Date>,
    /// The share of the site that is made here; `None`: all of it.
    pub shard: Option<Shard>,
    /// Number of threads.
    pub jobs: usize,
    /// What all this was made of.
    pub ingredients: Ingredients,
}

impl Settings {
    /// The site's title for a locale: its own, its language's, or the one for all; `None` when the project gives none.
    pub fn title(&self, locale: &LocaleId) -> Option<&str> {
        for_locale(&self.titles, locale)
    }

    /// Where a file of the site lies on disk.
    pub fn place(&self, path: &str) -> PathBuf {
        self.layout.place(&self.content, path)
    }

    /// The path of a file of the site, or of a folder, as the user would write it.
    pub fn shown(&self, path: &str) -> String {
        let place = self.place(path);
        let bare = place.strip_prefix(".").unwrap_or(&place);
        bare.display().to_string()
    }

    /// What is done about articles that a locale lacks.
    pub fn fallback_of(&self, locale: &LocaleId) -> FallbackMode {
        let own = self.locales.get(locale).and_then(|options| options.mode);
        own.unwrap_or(self.fallback)
    }

    /// Whether an output is on; `default` holds when nothing is set.
    pub fn has_output(&self, name: &str, default: bool) -> bool {
        self.outputs.get(name).copied().unwrap_or(default)
    }
}

/// What is set for a locale: its own, its language's, or what holds for all.
fn for_locale<'t>(texts: &'t BTreeMap<String, String>, locale: &LocaleId) -> Option<&'t str> {
    let keys = [locale.as_str(), locale.language(), ""];
    keys.iter()
        .find_map(|key| texts.get(*key))
        .map(String::as_str)
}

/// The globs of `keep:`, from their texts.
///
/// # Errors
/// When one of them is no glob; says why.
pub fn keep(written: &[String]) -> Result<globset::GlobSet, String> {
    let mut set = globset::GlobSetBuilder::new();
    for text in written {
        set.add(values::glob(text).map_err(|wrong| wrong.why)?);
    }
    set.build().map_err(|error| error.to_string())
}
