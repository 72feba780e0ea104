//! What we tell the author: diagnostics, made by `check` alone, shown by `cli` through a [`mod@format`].
//!
//! A [`Diagnostic`] names its [`Rule`], a severity, a message and places. Levels are applied when it is made;
//! lines and columns are worked out only when it is shown.

use std::cmp::Ordering;

use crate::source::{FileId, Span, TextRange};

pub use baseline::{Accepted, Baseline};
pub use fingerprint::{Fingerprint, Fingerprints};
pub use fix::{Applicability, Edit, Fate, Fix};
pub use levels::{FileLevels, Preset, RuleLevels, SetBy, SetLevel, Wish};
pub use rule::{Category, Level, Rule};

mod baseline;
pub mod docfx;
mod fingerprint;
pub mod fix;
pub mod format;
pub(crate) mod levels;
pub mod patch;
mod rule;

/// How bad a finding is, after the levels of the settings were applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The content is wrong; the exit code is 1.
    Error,
    /// Probably wrong; shown, counted.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// The word used in every report format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A place with a word about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place, when it is in a file of the run.
    pub span: Option<Span>,
    /// Otherwise a path below the content folder; with neither, the site as a whole is meant.
    pub path: Option<Box<str>>,
    /// What is to be seen there; may be empty.
    pub text: String,
}

/// Something said below a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// What to do, in the imperative.
    Help(String),
    /// What else to know.
    Note(String),
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How bad it is.
    pub severity: Severity,
    /// Who says that it is so bad.
    pub set_by: SetBy,
    /// What is wrong: lower case, no full stop, the author's words in backticks.
    pub message: String,
    /// Where.
    pub primary: Label,
    /// Other places that belong to it.
    pub related: Vec<Label>,
    /// Help and notes, in the order they are shown.
    pub notes: Vec<Note>,
    /// What could be done about it, in the file of the main place.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// The file it is about; `None` when it concerns the site as a whole.
    pub fn file(&self) -> Option<FileId> {
        self.primary.span.map(|span| span.file)
    }

    /// The order of reports: by file (hence by path), place and rule; then paths that are no files; what concerns the site as a
    /// whole comes last.
    pub fn cmp_place(&self, other: &Self) -> Ordering {
        fn key(it: &Diagnostic) -> impl Ord {
            let Label { span, path, .. } = &it.primary;
            (
                span.is_none(),
                *span,
                path.is_none(),
                path.clone(),
                it.rule.name,
            )
        }
        key(self)
            .cmp(&key(other))
            .then_with(|| self.message.cmp(&other.message))
    }

    /// Adds what to do.
    pub fn help(&mut self, text: impl Into<String>) -> &mut Self {
        self.notes.push(Note::Help(text.into()));
        self
    }

    /// Adds what else to know.
    pub fn note(&mut self, text: impl Into<String>) -> &mut Self {
        self.notes.push(Note::Note(text.into()));
        self
    }

    /// Says what could be done about it, if anything can.
    pub fn fix(&mut self, fix: impl Into<Option<Fix>>) -> &mut Self {
        self.fix = fix.into();
        self
    }

    /// Whether `polydoc fix` does something about it without being told more.
    pub fn has_safe_fix(&self) -> bool {
        let fix = self.fix.as_ref();
        fix.is_some_and(|fix| fix.applicability == Applicability::Safe)
    }

    /// Adds another place.
    pub fn related(&mut self, span: Span, text: impl Into<String>) -> &mut Self {
        self.related.push(Label {
            span: Some(span),
            path: None,
            text: text.into(),
        });
        self
    }

    /// Says at the main place what is to be seen there.
    pub fn label(&mut self, text: impl Into<String>) -> &mut Self {
        self.primary.text = text.into();
        self
    }
}

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are information.
    pub infos: usize,
}

impl Counts {
    /// Counts findings by severity.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let count = |severity| {
            diagnostics
                .iter()
                .filter(|it| it.severity == severity)
                .count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
        }
    }
}

/// Takes the findings of one item (a file, an article, the site). Rules that are off report into nothing.
#[derive(Debug)]
pub struct Sink<'s> {
    levels: &'s FileLevels,
    found: Vec<Diagnostic>,
    muted: Option<Box<Diagnostic>>,
}

impl<'s> Sink<'s> {
    /// An empty sink.
    pub fn new(levels: &'s FileLevels) -> Self {
        Self {
            levels,
            found: Vec::new(),
            muted: None,
        }
    }

    /// Reports a finding at a range of a file.
    pub fn at(
        &mut self,
        rule: &'static Rule,
        file: FileId,
        range: TextRange,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.ranged(rule, Wish::None, file, range, message)
    }

    /// Reports a finding that its rule is less sure of than of others, at that level when nothing else is set.
    pub fn less_sure(
        &mut self,
        rule: &'static Rule,
        level: Level,
        file: FileId,
        range: TextRange,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.ranged(rule, Wish::Rule(level), file, range, message)
    }

    /// Reports a finding at a range of a file, at the level that a schema of the project wants for it: weaker than flags,
    /// stronger than the level of the rule, unless that is off.
    pub fn at_level(
        &mut self,
        rule: &'static Rule,
        level: Option<Level>,
        file: FileId,
        range: TextRange,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let wish = level.map_or(Wish::None, Wish::Schema);
        self.ranged(rule, wish, file, range, message)
    }

    fn ranged(
        &mut self,
        rule: &'static Rule,
        wish: Wish,
        file: FileId,
        range: TextRange,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.report(rule, wish, Some(Span { file, range }), None, message.into())
    }

    /// Reports a finding about the site as a whole.
    pub fn site(&mut self, rule: &'static Rule, message: impl Into<String>) -> &mut Diagnostic {
        self.report(rule, Wish::None, None, None, message.into())
    }

    /// Reports a finding about a path below the content folder that is no file of the run.
    pub fn path(
        &mut self,
        rule: &'static Rule,
        path: &str,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.report(rule, Wish::None, None, Some(path.into()), message.into())
    }

    fn report(
        &mut self,
        rule: &'static Rule,
        wish: Wish,
        span: Option<Span>,
        path: Option<Box<str>>,
        message: String,
    ) -> &mut Diagnostic {
        let levels = match (span, path.as_deref()) {
            (Some(span), _) => self.levels.in_file(span.file),
            (None, Some(path)) => self.levels.at_path(path),
            (None, None) => self.levels.of_site(),
        };
        let set = levels.with_wish(rule, wish);
        let severity = set.level.severity();
        let diagnostic = Diagnostic {
            rule,
            severity: severity.unwrap_or(Severity::Info),
            set_by: set.by,
            message,
            primary: Label {
                span,
                path,
                text: String::new(),
            },
            related: Vec::new(),
            notes: Vec::new(),
            fix: None,
        };
        if severity.is_none() {
            return self.muted.insert(Box::new(diagnostic));
        }
        self.found.push(diagnostic);
        self.found.last_mut().expect("it was pushed one line above")
    }

    /// What was found, in the order it was reported.
    pub fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }
}
