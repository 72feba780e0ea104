//! How far the raw HTML of files is trusted, and what it may load: set by the project, because files cannot vouch for themselves.

use crate::model::HtmlLevel;

use super::FileFilter;

/// What is set about raw HTML.
#[derive(Clone, Debug, Default)]
pub struct HtmlSettings {
    /// The level of files of which nothing else is said.
    pub level: HtmlLevel,
    /// Levels of some files; later ones are stronger.
    pub layers: Vec<(FileFilter, HtmlLevel)>,
    /// What pages with trusted HTML may do beside what all pages may.
    pub policy: PolicySettings,
}

/// Sources that the content security policy lets pages with trusted HTML use: origins, or `'unsafe-inline'`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicySettings {
    /// Of scripts.
    pub scripts: Vec<String>,
    /// Of style sheets.
    pub styles: Vec<String>,
    /// Of frames.
    pub frames: Vec<String>,
    /// That scripts may ask.
    pub connections: Vec<String>,
    /// That forms may be sent to.
    pub forms: Vec<String>,
}

impl HtmlSettings {
    /// The level of the file at a path of the site.
    pub fn level_of(&self, path: &str) -> HtmlLevel {
        let mut layers = self.layers.iter().rev();
        let layer = layers.find(|(filter, _)| filter.matches(path));
        layer.map_or(self.level, |(_, level)| *level)
    }

    /// Whether any file may be trusted.
    pub fn trusts_any(&self) -> bool {
        let mut levels = self.layers.iter().map(|(_, level)| *level);
        self.level == HtmlLevel::Trusted || levels.any(|level| level == HtmlLevel::Trusted)
    }
}
