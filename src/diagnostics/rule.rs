//! What may be said: a rule is plain data; how it is found stands in `check::rules`.

use super::{Applicability, Severity};

/// The concern that a rule belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// Something does not work for the reader.
    Correctness,
    /// Front matter.
    Metadata,
    /// Differences between languages, damage by translation.
    Localization,
    /// Readers who use assistive technology are left out.
    Accessibility,
    /// Content that could harm the reader or the site.
    Security,
    /// Files and settings of the project.
    Project,
}

impl Category {
    /// The word used in tables and reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Correctness => "correctness",
            Self::Metadata => "metadata",
            Self::Localization => "localization",
            Self::Accessibility => "accessibility",
            Self::Security => "security",
            Self::Project => "project",
        }
    }
}

/// How loudly a rule reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// As an error.
    Error,
    /// As a warning.
    Warning,
    /// As information.
    Info,
    /// Not at all.
    Off,
}

impl Level {
    /// The severity of findings at this level; `None` when the rule is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Off => None,
        }
    }

    /// The word used in `polydoc.yml`.
    pub fn word(self) -> &'static str {
        self.severity().map_or("off", Severity::word)
    }

    /// The level with that word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Error, Self::Warning, Self::Info, Self::Off]
            .into_iter()
            .find(|level| level.word() == word)
    }
}

/// A rule: its name reads well in "allow …".
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Kebab-case name.
    pub name: &'static str,
    /// The concern it belongs to.
    pub category: Category,
    /// The level without settings.
    pub level: Level,
    /// The first version that has it.
    pub since: &'static str,
    /// Its page of the manual, Markdown with front matter: documentation, `explain` text and test.
    pub page: &'static str,
}

impl Rule {
    /// What it finds, in one sentence: the description in the front matter of its page.
    pub fn description(&self) -> &'static str {
        let mut lines = self.page.lines();
        lines
            .find_map(|line| line.strip_prefix("description: "))
            .unwrap_or_default()
    }

    /// How certain its fixes are, as the example of its page shows them; `None` when it offers none.
    pub fn fixes(&self) -> Option<Applicability> {
        let mut fences = self
            .page
            .lines()
            .filter(|line| line.starts_with("```") && line.contains(" fixed=\""));
        let fence = fences.next()?;
        Some(if fence.ends_with(" unsafe") {
            Applicability::Unsafe
        } else {
            Applicability::Safe
        })
    }

    /// Its page without the front matter.
    pub fn body(&self) -> &'static str {
        let inner = self.page.strip_prefix("---\n");
        let inner = inner.and_then(|rest| rest.split_once("\n---\n"));
        inner.map_or(self.page, |(_, body)| body).trim()
    }

    /// The first section of its page, which says what it finds.
    pub fn first_section(&self) -> &'static str {
        let section = self.body().split("\n## ").nth(1);
        let text = section.and_then(|section| section.split_once('\n'));
        text.map_or("", |(_, text)| text.trim())
    }
}
