//! One thing that is wrong with the words of a language, for people and for programs.

use super::problem::Problem;
use crate::l10n::LocaleId;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The file breaks Fluent's syntax.
    Syntax,
    /// A message names what does not exist, or its own name stands twice.
    Reference,
    /// A message shows a variable that it is not given, or leaves one out.
    Variables,
    /// A plural form of the language is left out, or one is written that the language does not have.
    Plurals,
    /// A message is borrowed from a language that nobody chose for that.
    Missing,
    /// Nobody shows the message.
    Unused,
}

impl Kind {
    /// All kinds, the gravest first.
    pub const ALL: [Self; 6] = [
        Self::Syntax,
        Self::Reference,
        Self::Variables,
        Self::Plurals,
        Self::Missing,
        Self::Unused,
    ];

    /// Its word in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Reference => "reference",
            Self::Variables => "variables",
            Self::Plurals => "plurals",
            Self::Missing => "missing",
            Self::Unused => "unused",
        }
    }
}

/// Something wrong with the words of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// In which language.
    pub locale: LocaleId,
    /// Of which message; terms with their `-`. `None` where a syntax error leaves it open.
    pub message: Option<String>,
    /// Where. For a missing message, where the English one stands or where it is shown.
    pub problem: Problem,
}

impl Finding {
    pub(super) fn new(kind: Kind, locale: &LocaleId, problem: Problem) -> Self {
        Self {
            kind,
            locale: locale.clone(),
            message: None,
            problem,
        }
    }

    /// Names the message.
    #[must_use]
    pub(super) fn about(mut self, message: &str) -> Self {
        self.message = Some(message.to_owned());
        self
    }
}
