//! The arguments of `polydoc l10n`, one subcommand after the other.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum, ValueHint};

/// Arguments of `l10n`.
#[derive(Args, Clone, Debug)]
pub struct L10nArgs {
    /// What to look at.
    #[command(subcommand)]
    pub command: L10nCommand,
}

/// The subcommands of `l10n`.
#[derive(Clone, Debug, Subcommand)]
pub enum L10nCommand {
    /// Say how the words of the interface stand in each language
    #[command(
        long_about = "Say how the words of the interface stand in each language.\n\n\
            Looks at the built-in messages with the project's own over them: which are missing, which nobody shows, \
            which show the wrong variables, which lack a plural form, and what breaks the syntax. \
            The exit code is 1 if anything is wrong.",
        after_help = "Examples:\n  \
            polydoc l10n strings                            Look at all languages of the current folder's site\n  \
            polydoc l10n strings --locale is-IS             Say what a translation into Icelandic would need\n  \
            polydoc l10n strings --format json > words.json Write the findings for a program"
    )]
    Strings(StringsArgs),
}

/// Arguments of `l10n strings`.
#[derive(Args, Clone, Debug)]
pub struct StringsArgs {
    /// The folder of the site [default: .]
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "config")]
    pub folder: Option<PathBuf>,
    /// Look at this language only, whether or not the site has it; may be given more than once
    #[arg(short, long = "locale", value_name = "TAG")]
    pub locales: Vec<String>,
    /// How to show what was found
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Shape::Table)]
    pub format: Shape,
    /// Exit with 0 although something is wrong
    #[arg(long)]
    pub no_fail: bool,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// For people
    Table,
    /// For programs, one object
    Json,
}
