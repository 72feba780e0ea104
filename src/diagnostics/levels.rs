//! How loudly each rule reports, and who says so: levels with their origin, for the whole site or resolved for each file.
//!
//! What the author set enters as it is (`config` knows globs and languages); whoever makes a finding asks [`FileLevels`].
//! Files with the same settings share one [`RuleLevels`], so that a hundred thousand of them cost a number each.

use std::collections::BTreeMap;

use crate::source::FileId;

use super::{Level, Rule};

/// Levels that go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Preset {
    /// The rules' own levels.
    #[default]
    Recommended,
    /// Warnings that are certain become errors, information becomes warnings.
    Strict,
    /// For localized repositories such as Microsoft Learn's: parts of the site lie elsewhere, the host ignores letter case.
    Learn,
}

/// Warnings of rules that interpret what the author may have meant: `strict` makes no errors of them.
pub(crate) const INTERPRETING: &[&str] = &[
    "contradicting-locale",
    "impossible-date",
    "odd-alert",
    "unknown-tag",
];

/// The levels of the preset `learn` that differ from the rules' own.
pub(crate) const LEARN: &[(&str, Level)] = &[
    ("no-base-url", Level::Off),
    ("other-docset", Level::Off),
    ("outside-site", Level::Warning),
    ("unknown-tag", Level::Info),
    ("unpublished-target", Level::Info),
    ("wrong-case", Level::Info),
];

impl Preset {
    /// The words for presets in `polydoc.yml`.
    pub const WORDS: [&str; 3] = ["recommended", "strict", "learn"];

    /// The word used in `polydoc.yml`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::Strict => "strict",
            Self::Learn => "learn",
        }
    }

    /// The preset with that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Recommended, Self::Strict, Self::Learn]
            .into_iter()
            .find(|preset| preset.word() == word)
    }

    /// The level it gives a rule; `None` when it leaves the rule its own.
    fn level(self, rule: &Rule, own: Level) -> Option<Level> {
        let level = match (self, own) {
            (Self::Strict, Level::Warning) if !INTERPRETING.contains(&rule.name) => Level::Error,
            (Self::Strict, Level::Info) => Level::Warning,
            (Self::Learn, _) => LEARN.iter().find(|(name, _)| *name == rule.name)?.1,
            _ => return None,
        };
        Some(level)
    }
}

/// Who says how loudly a rule reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SetBy {
    /// The rule itself.
    #[default]
    Rule,
    /// The preset of the project.
    Preset(Preset),
    /// `polydoc.yml`, for the whole site or for some files.
    File,
    /// A schema of the project, for one key of metadata.
    Schema,
    /// `--level`.
    Flag,
    /// `--deny warnings`.
    Deny,
}

/// A level and who set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetLevel {
    /// The level.
    pub level: Level,
    /// Who set it.
    pub by: SetBy,
}

/// A level for one finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// That of its rule.
    None,
    /// What the rule takes instead of its level, when nothing else is set.
    Rule(Level),
    /// What a schema wants: stronger than the settings, weaker than flags.
    Schema(Level),
}

/// The level of each rule after all settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleLevels {
    /// The levels of rules about which nothing else is said.
    pub preset: Preset,
    /// Levels that were set, by rule name.
    pub changed: BTreeMap<String, SetLevel>,
    /// Whether warnings are reported as errors.
    pub deny_warnings: bool,
}

impl RuleLevels {
    /// The level at which a rule reports, and who set it.
    pub fn of(&self, rule: &Rule) -> SetLevel {
        self.of_level(rule, rule.level)
    }

    /// The level of what a rule has a level of its own for.
    fn of_level(&self, rule: &Rule, own: Level) -> SetLevel {
        let preset = self.preset.level(rule, own);
        let set = match (self.changed.get(rule.name), preset) {
            (Some(set), _) => *set,
            (None, Some(level)) => SetLevel {
                level,
                by: SetBy::Preset(self.preset),
            },
            (None, None) => SetLevel {
                level: own,
                by: SetBy::Rule,
            },
        };
        if self.deny_warnings && set.level == Level::Warning {
            return SetLevel {
                level: Level::Error,
                by: SetBy::Deny,
            };
        }
        set
    }

    /// The level at which a rule reports something for which somebody wishes a level of its own.
    pub fn with_wish(&self, rule: &Rule, wish: Wish) -> SetLevel {
        let set = self.of(rule);
        let level = match wish {
            Wish::None => return set,
            Wish::Rule(level) => return self.of_level(rule, level),
            Wish::Schema(_) if set.level == Level::Off || set.by == SetBy::Flag => return set,
            Wish::Schema(level) => level,
        };
        let is_denied = self.deny_warnings && level == Level::Warning;
        SetLevel {
            level: if is_denied { Level::Error } else { level },
            by: if is_denied {
                SetBy::Deny
            } else {
                SetBy::Schema
            },
        }
    }

    /// Sets the level of a rule; what was set before is forgotten.
    pub fn set(&mut self, rule: &str, level: Level, by: SetBy) {
        self.changed.insert(rule.to_owned(), SetLevel { level, by });
    }
}

/// The levels of all rules in every file of a run.
#[derive(Clone, Debug)]
pub struct FileLevels {
    /// Every combination of settings that occurs; the first one is that of the site as a whole.
    combinations: Vec<RuleLevels>,
    /// The combination of each file; empty when there is but one.
    of_file: Vec<u32>,
    /// The combinations of paths that are no files of the run.
    of_path: BTreeMap<Box<str>, u32>,
}

impl Default for FileLevels {
    fn default() -> Self {
        Self::everywhere(RuleLevels::default())
    }
}

impl FileLevels {
    /// The same levels everywhere.
    pub fn everywhere(levels: RuleLevels) -> Self {
        Self {
            combinations: vec![levels],
            of_file: Vec::new(),
            of_path: BTreeMap::new(),
        }
    }

    /// Levels by combination: `of_file` and `of_path` hold positions in `combinations`, whose first one holds for the
    /// site as a whole.
    pub fn by_file(
        combinations: Vec<RuleLevels>,
        of_file: Vec<u32>,
        of_path: BTreeMap<Box<str>, u32>,
    ) -> Self {
        debug_assert!(!combinations.is_empty(), "the site as a whole has levels");
        Self {
            combinations,
            of_file,
            of_path,
        }
    }

    /// The levels in a file.
    pub fn in_file(&self, file: FileId) -> &RuleLevels {
        let at = self.of_file.get(file.index()).copied();
        &self.combinations[at.unwrap_or(0) as usize]
    }

    /// The levels at a path below the content folder that is no file of the run.
    pub fn at_path(&self, path: &str) -> &RuleLevels {
        let at = self.of_path.get(path).copied();
        &self.combinations[at.unwrap_or(0) as usize]
    }

    /// The levels for what concerns the site as a whole.
    pub fn of_site(&self) -> &RuleLevels {
        &self.combinations[0]
    }

    /// Whether a rule reports nowhere.
    pub fn is_off(&self, rule: &Rule) -> bool {
        let mut all = self.combinations.iter();
        all.all(|levels| levels.of(rule).level == Level::Off)
    }
}
