//! The levels of rules as the author set them: preset < `rules:` < the entries of `files:` in their order < `--level`.
//!
//! [`Levels::resolve`] asks every filter about every file once and gives plain numbers; nothing is matched while findings
//! are made.

use std::collections::BTreeMap;

use crate::diagnostics::{FileLevels, Level, Preset, RuleLevels, SetBy};
use crate::l10n::LocaleId;
use crate::source::Sources;

use super::FileFilter;

/// Levels for some files.
#[derive(Clone, Debug)]
pub struct LevelLayer {
    /// The files.
    pub filter: FileFilter,
    /// Levels by rule name.
    pub rules: BTreeMap<String, Level>,
}

/// All that is set about the levels of rules.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    /// The levels of rules about which nothing else is said.
    pub preset: Preset,
    /// Levels for the whole site, by rule name.
    pub rules: BTreeMap<String, Level>,
    /// Levels for some files; later ones are stronger.
    pub layers: Vec<LevelLayer>,
    /// Levels given on the command line, stronger than all others.
    pub flags: BTreeMap<String, Level>,
    /// Whether warnings are reported as errors.
    pub deny_warnings: bool,
}

impl Levels {
    /// The levels in every file, and at some paths that are no files.
    pub fn resolve<'p>(
        &self,
        sources: &Sources,
        paths: impl Iterator<Item = &'p str>,
    ) -> FileLevels {
        if self.layers.is_empty() {
            return FileLevels::everywhere(self.with(&[]));
        }
        // Which layers hold for a file decides all.
        let none = vec![false; self.layers.len()];
        let mut combinations = vec![none.clone()];
        let mut numbers = BTreeMap::from([(none, 0)]);
        // Files of one language lie side by side.
        let mut folder: (String, Option<LocaleId>) = (String::new(), None);
        let mut number_of = |path: &str| {
            let top = path.split_once('/').map_or("", |(top, _)| top);
            if folder.0 != top {
                folder = (top.to_owned(), LocaleId::parse(top));
            }
            let locale = || folder.1.clone();
            let fits = |layer: &LevelLayer| layer.filter.matches_in(path, &locale);
            let holding: Vec<bool> = self.layers.iter().map(fits).collect();
            if let Some(&number) = numbers.get(&holding) {
                return number;
            }
            let number = u32::try_from(combinations.len()).expect("fewer combinations than files");
            combinations.push(holding.clone());
            numbers.insert(holding, number);
            number
        };
        let files = sources.files.iter();
        let of_file = files.map(|file| number_of(file.path.as_str())).collect();
        let of_path = paths.map(|path| (path.into(), number_of(path))).collect();
        let combinations = combinations.iter().map(|holding| self.with(holding));
        FileLevels::by_file(combinations.collect(), of_file, of_path)
    }

    /// The levels where some layers hold.
    fn with(&self, holding: &[bool]) -> RuleLevels {
        let mut levels = RuleLevels {
            preset: self.preset,
            changed: BTreeMap::new(),
            deny_warnings: self.deny_warnings,
        };
        let layers = self.layers.iter().zip(holding);
        let layers = layers.filter_map(|(layer, holds)| holds.then_some(&layer.rules));
        for rules in std::iter::once(&self.rules).chain(layers) {
            for (rule, level) in rules {
                levels.set(rule, *level, SetBy::File);
            }
        }
        for (rule, level) in &self.flags {
            levels.set(rule, *level, SetBy::Flag);
        }
        levels
    }
}
