//! The arguments, their help and their examples. Nothing is done with them here.

use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum, ValueHint};

pub use search::SearchArgs;

use crate::config::{Asking, Flags, Place, Settings};
use crate::diagnostics::format::{FORMATS, Format};
use crate::model::{Date, Shard};
use crate::pipeline::Cache;

use super::changing::{FixArgs, MvArgs};
use super::commands::import::{self, ImportArgs};
use super::commands::l10n::args::L10nArgs;
use super::commands::new::NewArgs;
use super::commands::schema::SchemaArgs;
use super::commands::serve::{self, ServeArgs};
use super::commands::theme::ThemeArgs;
use super::telling::{CompletionsArgs, ExplainArgs, ExplainPageArgs, ManArgs, RulesArgs};
use super::uploading::{self, ChangesArgs, MergeArgs};

pub use links::{LinksArgs, LinksFormat};

mod links;
mod reports;
mod search;

/// Builds documentation in many languages into one site.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "polydoc",
    version,
    about = "Build documentation in many languages into one static site",
    long_about = "Build documentation in many languages into one static site.\n\n\
        Articles are Markdown files below one folder per language, such as `content/fr-FR/guide/start.md`. \
        Polydoc reads them, says what is wrong with them, and publishes a site of plain files.",
    after_help = "Examples:\n  \
        polydoc new handbook          Make a small site in two languages\n  \
        polydoc build                 Build the site of the current folder into `public`\n  \
        polydoc serve                 Look at it while you write\n  \
        polydoc check                 Say what is wrong with it, and write nothing\n  \
        polydoc explain broken-link   Read about a finding\n\n\
        Exit codes: 0 when all is well, 1 for errors in the content, 2 for everything else.",
    arg_required_else_help = true,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub struct Cli {
    /// What holds for all commands.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of all commands.
#[derive(Args, Clone, Debug)]
pub struct Global {
    /// Say only what is wrong
    #[arg(
        short,
        long,
        global = true,
        conflicts_with = "verbose",
        display_order = 100
    )]
    pub quiet: bool,
    /// Say more about what is done
    #[arg(short, long, global = true, display_order = 101)]
    pub verbose: bool,
    /// Use colour
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto, display_order = 102)]
    pub color: Color,
    /// Read settings from this file instead of `polydoc.yml`; its folder is the project
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath, display_order = 103)]
    pub config: Option<PathBuf>,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On terminals, unless the environment variable `NO_COLOR` is set
    Auto,
    /// Into files and pipes too
    Always,
    /// Nowhere
    Never,
}

/// A report that goes into a file.
#[derive(Clone, Debug)]
pub struct ReportFile {
    /// How it is written.
    pub format: &'static Format,
    /// Where it goes.
    pub file: PathBuf,
}

/// What is not to be tolerated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings count as errors
    Warnings,
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Build a site
    #[command(
        long_about = "Build a site.\n\n\
            Errors in the content do not stop it: the site is published, and the exit code is 1. \
            The output folder is replaced as a whole when everything is ready, never in part.",
        after_help = "Examples:\n  \
            polydoc build                                  Build the current folder's site into `public`\n  \
            polydoc build docs --output /srv/www           Build `docs` into another folder\n  \
            polydoc build --locale fr-FR --locale en-US    Build two languages only\n  \
            polydoc build --noindex --base-url https://preview.example.org/123\n                                                 \
            Build a preview that search engines leave alone\n  \
            polydoc build --strict                         Publish only if there is no error"
    )]
    Build(BuildArgs),
    /// Say what to upload and what to delete between two builds, in which order
    #[command(long_about = uploading::CHANGES, after_help = uploading::CHANGES_EXAMPLES)]
    Changes(ChangesArgs),
    /// Say what is wrong with a site, and write nothing
    #[command(
        long_about = "Say what is wrong with a site, and write nothing.\n\n\
            With PATHs, the whole site is read, so that links are known, but only what concerns these files and folders is said.",
        after_help = "Examples:\n  \
            polydoc check                                Check the current folder's site\n  \
            polydoc check content/fr-FR/guide            Say only what concerns a folder\n  \
            polydoc check --format json > findings.json  Write the findings for a program\n  \
            polydoc check --report sarif=findings.sarif  Show them, and write a file for a service too\n  \
            polydoc check --since origin/main            Say what the changes of a branch have caused\n  \
            polydoc check --rendered                     Judge the finished pages too, still without writing\n  \
            polydoc check --write-baseline known.txt     Accept what there is: with `--baseline known.txt`\n                                               \
            later runs show what is new"
    )]
    Check(CheckArgs),
    /// Do what can be done about findings
    #[command(
        long_about = "Do what can be done about findings.\n\n\
            Without more, only safe fixes are made: those after which pages are as they were, or as their author certainly meant \
            them. What is off or suppressed stays. Nothing but the places of the fixes changes.",
        after_help = "Examples:\n  \
            polydoc fix --dry-run                 Show what would change, as a diff\n  \
            polydoc fix content/fr-FR             Fix the files of a folder\n  \
            polydoc fix --rule wrong-case         Fix what one rule finds\n  \
            polydoc fix --unsafe --dry-run        Show also what wants to be looked at"
    )]
    Fix(FixArgs),
    /// Join the shares of a site that several machines built, and publish it
    #[command(long_about = uploading::MERGE, after_help = uploading::MERGE_EXAMPLES)]
    Merge(MergeArgs),
    /// Rename an article, a folder or a file in all languages, with the links to it
    #[command(
        long_about = "Rename an article, a folder or a file in all languages, with the links to it.\n\n\
            Links, images and tables of contents are rewritten wherever they lead there, and those of the article itself where its \
            folder changes. Old addresses become redirects, in `redirect_from` of the front matter. A name that is taken, and a \
            renaming after which the site would have new findings, is refused.",
        after_help = "Examples:\n  \
            polydoc mv guide/start.md guide/begin.md             Rename an article in every language\n  \
            polydoc mv content/fr-FR/guide content/fr-FR/book    Rename a folder, in every language too\n  \
            polydoc mv --dry-run guide/start.md intro/           Show what moving it into a folder would change"
    )]
    Mv(MvArgs),
    /// Say how the translations stand
    #[command(
        arg_required_else_help = true,
        after_help = "Examples:\n  \
            polydoc l10n status     Show what is missing or out of date in each language\n  \
            polydoc l10n strings    Look at the words of the interface in all languages"
    )]
    L10n(L10nArgs),
    /// Ask other sites whether the addresses that articles link to are there
    #[command(
        long_about = "Ask other sites whether the addresses that articles link to are there.\n\n\
            Each address is asked once, however many articles and languages hold it. Answers are kept in a file that can be \
            committed, so that later runs ask only what is new or old. `polydoc check --external` reports the same at \
            each place.",
        after_help = "Examples:\n  \
            polydoc links                     Ask, and show hosts, what is not there, and what is slow\n  \
            polydoc links --offline           Show what the cache knows, and ask nobody\n  \
            polydoc links --format csv        Write a table of all addresses"
    )]
    Links(LinksArgs),
    /// Write down what is inferred of repositories, and move nothing
    #[command(after_help = import::EXAMPLES)]
    Import(ImportArgs),
    /// Make a small site in two languages to start from
    #[command(
        long_about = "Make a small site in two languages to start from.\n\n\
            NAME is the folder; its last part becomes the site's title. A folder that holds anything is refused.",
        after_help = "Examples:\n  \
            polydoc new handbook                     Make the folder `handbook`\n  \
            cd handbook && polydoc build             Build it\n  \
            polydoc new handbook --schema minimal    With a schema that says what metadata must be\n  \
            polydoc new --schema learn               Write a schema into the current folder, and nothing else"
    )]
    New(NewArgs),
    /// List all rules with their levels
    #[command(after_help = "Examples:\n  \
            polydoc rules                  List them\n  \
            polydoc rules | grep link      Find those about links\n  \
            polydoc rules --format json    List them for a program")]
    Rules(RulesArgs),
    /// Search the site that was built
    #[command(long_about = search::ABOUT, after_help = search::EXAMPLES)]
    Search(SearchArgs),
    /// Show the site in the browser while it is written
    #[command(long_about = serve::ABOUT, after_help = serve::EXAMPLES)]
    Serve(ServeArgs),
    /// Explain a rule: what it finds, why that matters, how to repair it
    #[command(after_help = "Examples:\n  polydoc explain broken-link    Read the page of a rule")]
    Explain(ExplainArgs),
    /// Say what readers of a language find at an address, and why
    #[command(
        long_about = "Say what readers of a language find at an address, and why.\n\n\
            It tells the file that is shown, the languages that were asked for it in their order when the reader's lacks it, \
            and what search engines are told.",
        after_help = "Examples:\n  \
            polydoc explain-page ja-JP guide/start          Ask for an article\n  \
            polydoc explain-page fr-CA /fr-ca/guide/start/  Ask for an address"
    )]
    ExplainPage(ExplainPageArgs),
    /// Write a JSON Schema for editors
    #[command(
        long_about = "Write a JSON Schema for editors.\n\n\
            Editors that know the schema complete keys of `polydoc.yml`, or of front matter, and mark mistakes while you type.",
        after_help = "Examples:\n  polydoc schema config > polydoc.schema.json               Write the schema of `polydoc.yml`\n  \
            polydoc schema front-matter > front-matter.schema.json    Write the schema of front matter"
    )]
    Schema(SchemaArgs),
    /// Name the files of the theme, or copy some to change them
    Theme(ThemeArgs),
    /// Write completions for a shell
    #[command(after_help = "Examples:\n  \
        polydoc completions bash > ~/.local/share/bash-completion/completions/polydoc\n  \
        polydoc completions fish > ~/.config/fish/completions/polydoc.fish")]
    Completions(CompletionsArgs),
    /// Write the manual pages
    #[command(after_help = "Examples:\n  \
        polydoc man | man -l -                  Read the page of polydoc itself\n  \
        polydoc man ~/.local/share/man/man1     Install all pages for one user")]
    Man(ManArgs),
}

/// What is read, and with which rules.
#[derive(Args, Clone, Debug)]
pub struct Reading {
    /// Take this language only; may be given more than once
    #[arg(short, long = "locale", value_name = "TAG")]
    pub locales: Vec<String>,
    /// Number of threads [default: all cores]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Where the site will be found, such as `https://example.org/docs`
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub base_url: Option<String>,
    /// Today, as YYYY-MM-DD, for rules that compare dates with it; without it they say nothing
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    /// Let a rule report at another level: error, warning, info or off; may be given more than once
    #[arg(long = "level", value_name = "RULE=LEVEL")]
    pub levels: Vec<String>,
    /// Leave out the findings that this file accepts
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub baseline: Option<PathBuf>,
}

/// What is read, and how it is reported.
#[derive(Args, Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Selection {
    /// What is read, and with which rules.
    #[command(flatten)]
    pub reading: Reading,
    /// Report warnings as errors
    #[arg(long, value_enum, value_name = "WHAT")]
    pub deny: Option<Deny>,
    /// Render the pages too and judge them: links, ids, tags and language, as readers get them
    #[arg(long)]
    pub rendered: bool,
    /// Exit with 0 although there are errors in the content
    #[arg(long)]
    pub no_fail: bool,
    /// How to show findings
    #[arg(long, value_name = "FORMAT", default_value = FORMATS[0].name, value_parser = reports::formats())]
    pub format: &'static Format,
    /// Write findings into a file too, in a format of `--format`; may be given more than once
    #[arg(long = "report", value_name = "FORMAT=FILE", value_parser = reports::report_file)]
    pub reports: Vec<ReportFile>,
    /// Show every finding, not only the first ones of each rule in a file
    #[arg(long)]
    pub all: bool,
    /// Show how long each step took
    #[arg(long)]
    pub timings: bool,
}

/// Arguments of `build`.
#[derive(Args, Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct BuildArgs {
    /// The folder of the site: it holds `polydoc.yml`, language folders, or `content` [default: .]
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "config")]
    pub folder: Option<PathBuf>,
    /// The folder to publish into [default: public]
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// What is read, and how it is reported.
    #[command(flatten)]
    pub selection: Selection,
    /// Ask search engines to leave every page out
    #[arg(long)]
    pub noindex: bool,
    /// Add the pseudo-languages `qps-ploc` and `qps-plocm`, which show words that no translation reaches
    #[arg(long)]
    pub pseudo: bool,
    /// Make this share of the site only, such as `2/8`, for `polydoc merge` to join with the others
    #[arg(long, value_name = "N/OF", value_parser = uploading::shard, conflicts_with = "explain")]
    pub shard: Option<Shard>,
    /// Publish nothing if there is an error in the content
    #[arg(long)]
    pub strict: bool,
    /// Take over an output folder that polydoc did not make: what is in it and not in `keep:` is removed
    #[arg(long)]
    pub adopt: bool,
    /// Build twice before, on one thread and on several, and publish nothing if any file is not the same
    #[arg(long)]
    pub verify: bool,
    /// Say why the pages of an article, or a file of the output, were written or kept; may be given more than once
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub explain: Vec<PathBuf>,
    /// What is remembered.
    #[command(flatten)]
    pub caching: Caching,
}

/// Arguments of `check`.
#[derive(Args, Clone, Debug)]
pub struct CheckArgs {
    /// Files and folders of one site [default: all of the current folder's]
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Show only what changes since this git revision have caused, in whatever file
    #[arg(long, value_name = "REVISION")]
    pub since: Option<String>,
    /// Ask other sites whether the addresses that articles link to are there; what was asked lately comes from the cache
    #[arg(long)]
    pub external: bool,
    /// Judge addresses of other sites by the cache alone
    #[arg(long, conflicts_with = "external")]
    pub offline: bool,
    /// Exit with 1 when more addresses than this fail in passing
    #[arg(long, value_name = "N")]
    pub max_flaky: Option<usize>,
    /// Accept all findings there are: write them into a file for `--baseline`, and show none
    #[arg(
        long,
        value_name = "FILE",
        value_hint = ValueHint::FilePath,
        conflicts_with_all = ["paths", "locales", "baseline", "since"]
    )]
    pub write_baseline: Option<PathBuf>,
    /// What is remembered.
    #[command(flatten)]
    pub caching: Caching,
    /// What is read, and how it is reported.
    #[command(flatten)]
    pub selection: Selection,
}

/// What is remembered from run to run.
#[derive(Args, Clone, Debug)]
pub struct Caching {
    /// Remember nothing, and use nothing that was remembered
    #[arg(long)]
    pub no_cache: bool,
    /// The folder in which builds remember what was done [default: `.polydoc` beside `polydoc.yml`, else beside the output]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "no_cache")]
    pub cache_dir: Option<PathBuf>,
}

impl Caching {
    /// The cache of a site.
    pub fn cache(&self, settings: &Settings) -> Cache {
        match (&self.cache_dir, self.no_cache) {
            (_, true) => Cache::none(),
            (Some(folder), false) => Cache::at(folder.clone()),
            (None, false) => {
                // Content without settings is not to be written into.
                let beside = match settings.file {
                    Some(_) => Some(settings.project.as_path()),
                    None => settings.output.parent(),
                };
                beside.map_or_else(Cache::none, |beside| Cache::at(beside.join(".polydoc")))
            }
        }
    }
}

impl BuildArgs {
    /// The site that is meant.
    pub fn place(&self) -> Place {
        Place::Folder(self.folder.clone().unwrap_or_else(|| PathBuf::from(".")))
    }

    /// What the flags set.
    pub fn flags(&self, global: &Global) -> Flags {
        Flags {
            output: self.output.clone(),
            shard: self.shard,
            noindex: self.noindex,
            pseudo: self.pseudo,
            ..self.selection.flags(global)
        }
    }
}

impl CheckArgs {
    /// What the flags set.
    pub fn flags(&self, global: &Global) -> Flags {
        Flags {
            without_baseline: self.write_baseline.is_some(),
            reads_only: true,
            asking: asking(self.external, self.offline),
            most_flaky: self.max_flaky,
            ..self.selection.flags(global)
        }
    }
}

impl Selection {
    /// What the flags set.
    pub fn flags(&self, global: &Global) -> Flags {
        Flags {
            rendered: self.rendered,
            deny_warnings: self.deny == Some(Deny::Warnings),
            ..self.reading.flags(global)
        }
    }
}

impl Reading {
    /// What the flags set.
    pub fn flags(&self, global: &Global) -> Flags {
        Flags {
            config: global.config.clone(),
            locales: self.locales.clone(),
            jobs: self.jobs.map(usize::from),
            base_url: self.base_url.clone(),
            today: self.today,
            levels: self.levels.clone(),
            baseline: self.baseline.clone(),
            ..Flags::default()
        }
    }
}

fn asking(external: bool, offline: bool) -> Asking {
    match (external, offline) {
        (_, true) => Asking::Offline,
        (true, false) => Asking::On,
        (false, false) => Asking::Off,
    }
}

/// The whole command line, for help, completions and manual pages.
pub fn command() -> clap::Command {
    let styles = Styles::styled()
        .header(AnsiColor::Green.on_default().bold())
        .usage(AnsiColor::Green.on_default().bold())
        .literal(AnsiColor::Cyan.on_default().bold())
        .placeholder(AnsiColor::Cyan.on_default());
    Cli::command().styles(styles)
}

pub(super) fn date(text: &str) -> Result<Date, String> {
    let iso = text.len() == 10 && text.as_bytes().get(4) == Some(&b'-');
    Date::parse(text)
        .filter(|_| iso)
        .ok_or_else(|| "write an existing day as YYYY-MM-DD, for example 2026-11-22".to_owned())
}
