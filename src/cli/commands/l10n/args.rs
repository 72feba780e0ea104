//! The arguments of `polydoc l10n`, one subcommand after the other.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum, ValueHint};

use crate::cli::args::date;
use crate::model::Date;

use super::limits::Limit;

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
    /// Say how the articles stand in each language: missing, out of date, renamed
    #[command(
        long_about = "Say how the articles stand in each language: missing, extra, out of date, renamed.\n\n\
            An article is out of date when its front matter names an older version of the source than that of another \
            language, or when the source has changed since in git. Nothing is written but what `--badge` names.",
        after_help = "Examples:\n  \
            polydoc l10n status                              Show all languages of the current folder's site\n  \
            polydoc l10n status --names --locale fr-FR       Name every article that is missing or out of date in French\n  \
            polydoc l10n status --fail-over stale=5%         Exit with 1 if more than 5 % are out of date in any language\n  \
            polydoc l10n status --format csv > status.csv    Write a file for a spreadsheet\n  \
            polydoc l10n status --format html > status.html  Write a page with bars, which can be sorted\n  \
            polydoc l10n status --badge status.svg           Write a badge too"
    )]
    Status(StatusArgs),
    /// Compare the structure of an article with the other languages
    #[command(
        long_about = "Compare the structure of an article with the other languages: headings, anchors, links, images, \
            code blocks, list items, tables and alerts.\n\n\
            It is compared with the languages that have it from the same version of the source; where no version is named, \
            with all others. The exit code is 1 if something differs.",
        after_help = "Examples:\n  \
            polydoc l10n diff fr-FR guide/start                  Compare the French `guide/start.md`\n  \
            polydoc l10n diff fr-FR guide/start --format json    Write it for a program"
    )]
    Diff(EditionArgs),
    /// List what is to do in a language, most stale first
    #[command(
        long_about = "List what is to do in a language: what is out of date, most stale first; then what is missing, renamed \
            or extra.\n\n\
            With `--views`, what is read most comes first. The file holds a page and a number in each line, separated by a \
            comma or a semicolon; pages are addresses or paths. Captions `path`, `page` or `url` and `views`, `pageviews` or \
            `visits` say which columns are meant.",
        after_help = "Examples:\n  \
            polydoc l10n todo fr-FR                         Show the list\n  \
            polydoc l10n todo fr-FR --views visits.csv      What is read most comes first\n  \
            polydoc l10n todo fr-FR --format csv > todo.csv Write it for a spreadsheet"
    )]
    Todo(TodoArgs),
    /// Say what is known of one article: its version, the newest, what changed since, who owns it
    #[command(after_help = "Examples:\n  \
        polydoc l10n show fr-FR guide/start                  Show the French `guide/start.md`\n  \
        polydoc l10n show fr-FR guide/start --format json    Write it for a program")]
    Show(EditionArgs),
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

/// Arguments of `l10n todo`.
#[derive(Args, Clone, Debug)]
pub struct TodoArgs {
    /// The language
    #[arg(value_name = "LOCALE")]
    pub locale: String,
    /// Where the site is.
    #[command(flatten)]
    pub site: SiteFolder,
    /// Put what is read most first, by the numbers in this file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub views: Option<PathBuf>,
    /// How to show it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = TodoFormat::Table)]
    pub format: TodoFormat,
}

/// How `l10n todo` is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TodoFormat {
    /// For people
    Table,
    /// For spreadsheets
    Csv,
}

/// Arguments of `l10n show` and `l10n diff`: one article in one language.
#[derive(Args, Clone, Debug)]
pub struct EditionArgs {
    /// The language
    #[arg(value_name = "LOCALE")]
    pub locale: String,
    /// The article: its path below the language folder, with or without `.md`
    #[arg(value_name = "PATH")]
    pub path: String,
    /// Where the site is.
    #[command(flatten)]
    pub site: SiteFolder,
    /// How to show it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Shape::Table)]
    pub format: Shape,
}

/// Where the site is.
#[derive(Args, Clone, Debug)]
pub struct SiteFolder {
    /// The folder of the site [default: .]
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "config")]
    pub folder: Option<PathBuf>,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// For people
    Table,
    /// For programs, one object
    Json,
}

/// Arguments of `l10n status`.
#[derive(Args, Clone, Debug)]
pub struct StatusArgs {
    /// Where the site is.
    #[command(flatten)]
    pub site: SiteFolder,
    /// Show this language only; may be given more than once
    #[arg(short, long = "locale", value_name = "TAG")]
    pub locales: Vec<String>,
    /// How to show it
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = StatusFormat::Table)]
    pub format: StatusFormat,
    /// Name every article that is missing, extra, out of date or renamed (JSON names them always)
    #[arg(long)]
    pub names: bool,
    /// Today, as YYYY-MM-DD: ages are shown
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    /// Exit with 1 if a language has more than this: a number of articles, or a share such as `5%`; for one column
    /// `missing=0`, `stale=5%`, else for those missing and out of date together; may be given more than once
    #[arg(long, value_name = "[COLUMN=]LIMIT", value_parser = Limit::read)]
    pub fail_over: Vec<Limit>,
    /// Write a badge (SVG) into this file
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub badge: Option<PathBuf>,
}

/// How `l10n status` is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StatusFormat {
    /// For people
    Table,
    /// For programs, one object
    Json,
    /// For spreadsheets
    Csv,
    /// A page with bars, for browsers
    Html,
}

/// Arguments of `l10n strings`.
#[derive(Args, Clone, Debug)]
pub struct StringsArgs {
    /// Where the site is.
    #[command(flatten)]
    pub site: SiteFolder,
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
