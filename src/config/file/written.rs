//! The shapes of `polydoc.yml` that `serde_yaml` reads; what the texts in them mean is decided in `file`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use super::appearance::WrittenTheme;
use super::external::WrittenExternal;
use super::html::WrittenPolicy;

/// The shapes that `serde_yaml` reads.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Written {
    pub(super) version: Option<u32>,
    pub(super) title: Option<OneOrMap>,
    pub(super) base_url: Option<String>,
    pub(super) base_path: Option<String>,
    pub(super) source_locale: Option<String>,
    pub(super) content: Option<PathBuf>,
    pub(super) output: Option<PathBuf>,
    pub(super) sources: Vec<WrittenSource>,
    pub(super) dependencies: BTreeMap<String, PathBuf>,
    pub(super) locales: BTreeMap<String, WrittenLocale>,
    pub(super) fallback: WrittenMode,
    pub(super) orphans: WrittenOrphans,
    pub(super) hreflang: Option<WrittenHreflang>,
    pub(super) include: Globs,
    pub(super) exclude: Globs,
    pub(super) url_style: WrittenUrlStyle,
    pub(super) own_urls: WrittenOwnUrls,
    pub(super) external_base: Option<OneOrMap>,
    pub(super) schemes: Vec<String>,
    pub(super) html: Option<String>,
    pub(super) policy: WrittenPolicy,
    pub(super) defaults: serde_yaml::Mapping,
    pub(super) overrides: serde_yaml::Mapping,
    pub(super) files: Vec<WrittenFiles>,
    /// Read from the tree, where everything has its place.
    #[serde(rename = "schema")]
    pub(super) _schema: Option<serde_yaml::Value>,
    #[serde(rename = "nav")]
    pub(super) _nav: Option<serde_yaml::Value>,
    #[serde(rename = "redirects")]
    pub(super) _redirects: Option<serde_yaml::Value>,
    pub(super) keep: Globs,
    pub(super) outputs: BTreeMap<String, bool>,
    pub(super) search: WrittenSearch,
    pub(super) theme: WrittenTheme,
    pub(super) l10n: WrittenL10n,
    pub(super) baseline: Option<PathBuf>,
    pub(super) preset: Option<String>,
    pub(super) rules: BTreeMap<String, String>,
    pub(super) limits: WrittenLimits,
    pub(super) external: WrittenExternal,
    pub(super) noindex: bool,
}

/// One repository of the site.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct WrittenSource {
    pub(super) path: PathBuf,
    pub(super) locale: Option<String>,
    pub(super) docset: Option<String>,
    pub(super) base_path: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct WrittenSearch {
    pub(super) facets: Vec<String>,
    pub(super) boosts: BTreeMap<String, BTreeMap<String, u16>>,
    pub(super) noindex: Option<String>,
    pub(super) fallback: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum OneOrMap {
    One(String),
    Map(BTreeMap<String, String>),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Globs {
    One(String),
    Many(Vec<String>),
}

impl Globs {
    /// The texts, one or many.
    pub(super) fn texts(&self) -> &[String] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Many(texts) => texts,
        }
    }
}

impl Default for Globs {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct WrittenLocale {
    pub(super) name: Option<String>,
    pub(super) direction: Option<WrittenDirection>,
    pub(super) calendar: Option<WrittenCalendar>,
    pub(super) fallback: WrittenFallback,
}

/// A mode, a chain, or both.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum WrittenFallback {
    Mode(WrittenMode),
    Chain(Vec<String>),
    Both {
        mode: Option<WrittenMode>,
        #[serde(default)]
        chain: Vec<String>,
    },
}

impl Default for WrittenFallback {
    fn default() -> Self {
        Self::Chain(Vec::new())
    }
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum WrittenMode {
    Off,
    List,
    #[default]
    Page,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum WrittenOrphans {
    #[default]
    Show,
    Notice,
    Hide,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum WrittenHreflang {
    Head,
    Sitemap,
    Both,
    Off,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum WrittenDirection {
    Ltr,
    Rtl,
}

/// A calendar by its name in BCP 47.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenCalendar {
    Buddhist,
    Chinese,
    Coptic,
    Dangi,
    Ethioaa,
    Ethiopic,
    Gregory,
    Hebrew,
    Indian,
    IslamicCivil,
    IslamicTbla,
    IslamicUmalqura,
    Japanese,
    Persian,
    Roc,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum WrittenUrlStyle {
    #[default]
    Folder,
    File,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum WrittenOwnUrls {
    List(Vec<String>),
    Map(BTreeMap<String, String>),
}

impl Default for WrittenOwnUrls {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

/// Metadata is read from the tree, where numbers keep their spelling; here it is only known to be a map.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenFiles {
    pub(super) r#match: Option<Globs>,
    #[serde(default)]
    pub(super) locale: Globs,
    pub(super) html: Option<String>,
    #[serde(default)]
    pub(super) rules: BTreeMap<String, String>,
    #[serde(default, rename = "defaults")]
    pub(super) _defaults: serde_yaml::Mapping,
    #[serde(default, rename = "overrides")]
    pub(super) _overrides: serde_yaml::Mapping,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct WrittenL10n {
    pub(super) version_keys: Option<Vec<String>>,
    pub(super) hash_keys: Option<Vec<String>>,
    pub(super) date_keys: Option<Vec<String>>,
    pub(super) source_tree: Option<PathBuf>,
    pub(super) glossary: Option<PathBuf>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct WrittenLimits {
    pub(super) article_bytes: Option<WrittenSize>,
    pub(super) front_matter_bytes: Option<WrittenSize>,
    pub(super) image_bytes: Option<WrittenSize>,
    pub(super) nesting: Option<usize>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum WrittenSize {
    Number(u64),
    Text(String),
}
