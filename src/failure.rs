//! A [`Failure`] says that the surroundings are wrong (usage, configuration, environment), not the content.
//!
//! There is at most one, it ends the run, and the exit code is 2. What is wrong with content is a
//! [`crate::diagnostics::Diagnostic`]; what is wrong with us is a panic.

use std::fmt;

/// What part of the surroundings is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The command line asks for something impossible.
    Usage,
    /// `polydoc.yml`, a template or a message file is wrong.
    Configuration,
    /// Reading, writing or locking did not work.
    Environment,
    /// The content changed while it was read; trying again may help.
    Changed,
}

/// Why the run ended: a message, its cause, and what to do.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What part of the surroundings is wrong.
    pub kind: FailureKind,
    /// What is wrong: lower case, no full stop; may hold `file:line:column` and excerpts.
    pub message: String,
    /// What to do, in the imperative, one sentence each.
    pub hints: Vec<String>,
    /// The error below, where there is one.
    pub cause: Option<String>,
}

impl Failure {
    fn new(kind: FailureKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            hints: Vec::new(),
            cause: None,
        }
    }

    /// The command line is wrong.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(FailureKind::Usage, message)
    }

    /// A file of the project's settings is wrong.
    pub fn configuration(message: impl Into<String>) -> Self {
        Self::new(FailureKind::Configuration, message)
    }

    /// The system did not do what was asked.
    pub fn environment(message: impl Into<String>) -> Self {
        Self::new(FailureKind::Environment, message)
    }

    /// The content is no longer what it was when the run began.
    pub fn changed(message: impl Into<String>) -> Self {
        Self::new(FailureKind::Changed, message)
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds the error below.
    #[must_use]
    pub fn cause(mut self, cause: &dyn fmt::Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        self.cause
            .iter()
            .try_for_each(|cause| write!(f, ": {cause}"))
    }
}

impl std::error::Error for Failure {}
