//! Where words go: results to standard output, everything else to standard error; colour and width.
//!
//! A closed pipe (`polydoc check | head`) ends the writing and nothing else: the exit code stays what it is.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write as _};

use anstyle::{AnsiColor, Style};

use crate::failure::Failure;

use super::args::Global;

/// Width of lines where no terminal tells one.
const WIDTH: usize = 100;

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// Only what is wrong.
    Quiet,
    /// What most want to know.
    Normal,
    /// What is done, too.
    Verbose,
}

/// What is known of both streams, and how talkative to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terminal {
    /// Whether results are coloured.
    pub(super) color: bool,
    /// Columns for results.
    pub(super) width: usize,
    /// How much is said.
    pub(super) voice: Voice,
    /// Whether to show how far the work is.
    pub(super) progress: bool,
    error_color: bool,
}

impl Terminal {
    /// Looks at the streams and the environment.
    pub(super) fn new(global: &Global) -> Self {
        let (out, error) = (io::stdout().is_terminal(), io::stderr().is_terminal());
        let plain = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let in_ci = std::env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false");
        Self {
            color: global.color.applies(out),
            width: width(),
            voice: match (global.quiet, global.verbose) {
                (true, _) => Voice::Quiet,
                (false, true) => Voice::Verbose,
                (false, false) => Voice::Normal,
            },
            progress: error && !plain && !in_ci && !global.quiet,
            error_color: global.color.applies(error),
        }
    }

    /// Writes a result as it is.
    #[expect(clippy::unused_self, reason = "all output goes through the terminal")]
    pub(super) fn result(&self, text: &str) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::environment("cannot write to standard output").cause(&error))
            }
            _ => Ok(()),
        }
    }

    /// Says something beside the results.
    pub(super) fn say(&self, text: &str) {
        if self.voice != Voice::Quiet {
            // There is nowhere left to complain when this fails.
            let _ = writeln!(io::stderr(), "{text}");
        }
    }

    /// Writes what was asked for but is no result, whole lines.
    #[expect(clippy::unused_self, reason = "all output goes through the terminal")]
    pub(super) fn remark(&self, text: &str) {
        let _ = io::stderr().write_all(text.as_bytes());
    }

    /// Says something that only some want to know.
    pub(super) fn whisper(&self, text: &str) {
        if self.voice == Voice::Verbose {
            self.say(text);
        }
    }

    /// Says why the run ended.
    pub(super) fn failure(&self, failure: &Failure) {
        let (red, bold) = (
            Style::new().bold().fg_color(Some(AnsiColor::Red.into())),
            Style::new().bold(),
        );
        let paint = |style: Style, text: &str| {
            if self.error_color {
                format!("{style}{text}{style:#}")
            } else {
                text.to_owned()
            }
        };
        let mut text = format!("{}: {}\n", paint(red, "error"), failure.message);
        if let Some(cause) = &failure.cause {
            let _ = writeln!(text, "  = {}: {cause}", paint(bold, "cause"));
        }
        for hint in &failure.hints {
            let _ = writeln!(text, "  = {}: {hint}", paint(bold, "help"));
        }
        let _ = io::stderr().write_all(text.as_bytes());
    }
}

/// Columns of the terminal that results go to.
fn width() -> usize {
    let told = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    let asked = || {
        rustix::termios::tcgetwinsize(io::stdout())
            .ok()
            .map(|size| usize::from(size.ws_col))
    };
    told.or_else(asked)
        .filter(|&columns| columns >= 20)
        .unwrap_or(WIDTH)
}
