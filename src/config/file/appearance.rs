//! `theme:` as written.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use super::Reader;
use super::written::OneOrMap;
use crate::config::appearance::{Appearance, NamedLink, VIDEO_HOSTS};

/// The shape that `serde_yaml` reads.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct WrittenTheme {
    colors: BTreeMap<String, String>,
    dark_colors: BTreeMap<String, String>,
    fonts: WrittenFonts,
    logo: Option<PathBuf>,
    favicon: Option<PathBuf>,
    header: Vec<WrittenLink>,
    footer: Vec<WrittenLink>,
    edit_url: Option<String>,
    feedback_url: Option<String>,
    video_hosts: Option<Vec<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct WrittenFonts {
    text: Option<String>,
    code: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLink {
    title: OneOrMap,
    url: String,
}

impl Reader<'_> {
    pub(super) fn appearance(&mut self, written: WrittenTheme) -> Appearance {
        let hosts = || VIDEO_HOSTS.map(str::to_owned).to_vec();
        // A colour that is set for one ground only would be unreadable on the other.
        for (name, other) in [("colors", "dark_colors"), ("dark_colors", "colors")] {
            let (own, others) = match name {
                "colors" => (&written.colors, &written.dark_colors),
                _ => (&written.dark_colors, &written.colors),
            };
            if let Some(color) = own.keys().find(|color| !others.contains_key(*color)) {
                self.report(
                    &["theme", name, color],
                    format!("`{color}` is set in `{name}` alone"),
                    format!("set it in `{other}` too: readers choose between light and dark"),
                );
            }
        }
        Appearance {
            header: self.links("header", written.header),
            footer: self.links("footer", written.footer),
            colors: written.colors,
            dark_colors: written.dark_colors,
            text_font: written.fonts.text,
            code_font: written.fonts.code,
            logo: written.logo,
            favicon: written.favicon,
            edit_url: written.edit_url,
            feedback_url: written.feedback_url,
            video_hosts: written.video_hosts.unwrap_or_else(hosts),
        }
    }

    fn links(&mut self, key: &str, written: Vec<WrittenLink>) -> Vec<NamedLink> {
        let link = |link: WrittenLink| NamedLink {
            titles: self.titles_at(&["theme", key], link.title),
            url: link.url,
        };
        written.into_iter().map(link).collect()
    }
}
