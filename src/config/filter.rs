//! Which files an entry of `files:` means: by glob, by language, or by both.

use crate::l10n::LocaleId;

/// Files below the content folder. An empty filter means all of them.
#[derive(Clone, Debug, Default)]
pub struct FileFilter {
    /// Globs of which one must match the path, with or without its language folder; `None` lets all pass.
    pub globs: Option<globset::GlobSet>,
    /// Languages of which the file's must be one; none lets all pass. `fr` means `fr-CA` too.
    pub locales: Vec<LocaleId>,
}

impl FileFilter {
    /// Whether a file is meant. The path counts from the content folder.
    pub fn matches(&self, path: &str) -> bool {
        self.matches_in(path, &|| locale_of(path))
    }

    /// As [`Self::matches`], with the language of the path told by whoever has it at hand.
    pub(super) fn matches_in(&self, path: &str, locale: &dyn Fn() -> Option<LocaleId>) -> bool {
        let below = path.split_once('/').map_or(path, |(_, below)| below);
        let fits = |globs: &globset::GlobSet| globs.is_match(path) || globs.is_match(below);
        self.globs.as_ref().is_none_or(fits)
            && (self.locales.is_empty() || {
                let locale = locale();
                locale.is_some_and(|locale| self.locales.iter().any(|tag| covers(tag, &locale)))
            })
    }
}

/// The language whose folder a path lies in, if the folder's name is a tag.
pub(super) fn locale_of(path: &str) -> Option<LocaleId> {
    path.split_once('/')
        .and_then(|(top, _)| LocaleId::parse(top))
}

/// Whether a tag means a language: `fr` means `fr`, `fr-FR` and `fr-Latn-CA`.
fn covers(tag: &LocaleId, locale: &LocaleId) -> bool {
    let rest = locale.as_str().strip_prefix(tag.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
