//! What `theme:` sets: colours, fonts, logo, links around the pages, and where readers can edit or answer.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use crate::l10n::LocaleId;

/// How the site looks where it is not as the built-in theme has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// Colours on light ground by their names in the style sheet (`accent`), as `#rrggbb`.
    pub colors: BTreeMap<String, String>,
    /// The same on dark ground.
    pub dark_colors: BTreeMap<String, String>,
    /// Families of fonts for text, as CSS names them.
    pub text_font: Option<String>,
    /// The same for code.
    pub code_font: Option<String>,
    /// The image beside the site's title, relative to the project.
    pub logo: Option<PathBuf>,
    /// The image in the browser's tab, relative to the project.
    pub favicon: Option<PathBuf>,
    /// Links in the header instead of the top folders.
    pub header: Vec<NamedLink>,
    /// Links in the footer.
    pub footer: Vec<NamedLink>,
    /// Where an article's source is edited; `{path}` stands for its path below the content folder.
    pub edit_url: Option<String>,
    /// Where readers say what they think; `{path}`, `{url}` and `{title}` stand for those of the article.
    pub feedback_url: Option<String>,
    /// Hosts whose videos play on the page.
    pub video_hosts: Vec<String>,
}

/// A link with a title for all languages (the empty tag), or one for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedLink {
    /// The titles by tag.
    pub titles: BTreeMap<String, String>,
    /// The address; `{locale}` stands for the language's folder in addresses.
    pub url: String,
}

impl NamedLink {
    /// The title for readers of a language.
    pub fn title(&self, locale: &LocaleId) -> Option<&str> {
        super::for_locale(&self.titles, locale)
    }
}

/// Colours that can be set: what they are called here and in the style sheet.
pub(super) const COLORS: [&str; 8] = [
    "accent",
    "accent-ground",
    "on-accent",
    "ground",
    "raised",
    "ink",
    "soft",
    "line",
];

/// Hosts whose videos play on the page when nothing is said.
pub(super) const VIDEO_HOSTS: [&str; 4] = [
    "www.microsoft.com",
    "learn.microsoft.com",
    "www.youtube-nocookie.com",
    "player.vimeo.com",
];

impl Default for Appearance {
    fn default() -> Self {
        Self {
            colors: BTreeMap::new(),
            dark_colors: BTreeMap::new(),
            text_font: None,
            code_font: None,
            logo: None,
            favicon: None,
            header: Vec::new(),
            footer: Vec::new(),
            edit_url: None,
            feedback_url: None,
            video_hosts: VIDEO_HOSTS.map(str::to_owned).to_vec(),
        }
    }
}

impl Appearance {
    /// Rules that follow those of the style sheet; empty when nothing is set.
    pub fn style(&self) -> String {
        let mut rules = String::new();
        let mut set = |name: &str, value: &str| {
            let _ = write!(rules, "--{name}:{value};");
        };
        for name in COLORS {
            let (light, dark) = (self.colors.get(name), self.dark_colors.get(name));
            match (light, dark) {
                (Some(light), None) => set(name, light),
                (None, Some(dark)) => set(name, dark),
                (Some(light), Some(dark)) => set(name, &format!("light-dark({light},{dark})")),
                (None, None) => {}
            }
        }
        for (name, font) in [("own-sans", &self.text_font), ("own-mono", &self.code_font)] {
            if let Some(font) = font {
                set(name, font);
            }
        }
        if rules.is_empty() {
            return rules;
        }
        format!(":root{{{rules}}}\n")
    }
}
