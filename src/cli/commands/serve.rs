//! `polydoc serve`: a preview of the site that follows its files.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use clap::{Args, ValueHint};

use crate::config::{Flags, Place};
use crate::failure::Failure;
use crate::fs::Disk;
use crate::serve::{Editor, Server};
use crate::workspace::watch::{self, Hearing, Listener};
use crate::workspace::{LARGE, Wanted, Workspace};

use super::super::args::{Global, Reading};
use super::super::terminal::Terminal;
use super::super::{Outcome, environment};

/// What `--help` says first.
pub(in crate::cli) const ABOUT: &str = "Show the site in the browser while it is written.\n\n\
    Nothing is written to disk: pages are made when they are asked for, on 127.0.0.1 only. What is saved is on the screen at once, \
    with what is wrong with the page; drafts (`draft: true`) are shown too.";

/// What `--help` says last.
pub(in crate::cli) const EXAMPLES: &str = "Examples:\n  \
    polydoc serve --open               Show the current folder's site in the browser\n  \
    polydoc serve --editor vscode      Let findings lead to the line in Visual Studio Code\n  \
    polydoc serve docs --port 8000     Show `docs` on a port of your own";

/// Arguments of `serve`.
#[derive(Args, Clone, Debug)]
pub struct ServeArgs {
    /// The folder of the site: it holds `polydoc.yml`, language folders, or `content` [default: .]
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "config")]
    pub folder: Option<PathBuf>,
    /// The port to answer on, and no other [default: 4000, or the next one that is free]
    #[arg(short, long, value_name = "PORT", value_parser = clap::value_parser!(u16).range(1..))]
    pub port: Option<u16>,
    /// Open the site in the browser
    #[arg(long)]
    pub open: bool,
    /// Let findings lead to this editor: `vscode`, `vscodium`, `idea`, `zed`, `sublime` and others, or an address with `{file}`,
    /// `{line}` and `{column}` in it
    #[arg(long, value_name = "EDITOR")]
    pub editor: Option<String>,
    /// Look at all files every second, where the system does not tell of changes (network folders)
    #[arg(long)]
    pub poll: bool,
    /// Add the pseudo-languages `qps-ploc` and `qps-plocm`, which show words that no translation reaches
    #[arg(long)]
    pub pseudo: bool,
    /// What is read, and with which rules.
    #[command(flatten)]
    pub reading: Reading,
}

impl ServeArgs {
    fn wanted(&self, global: &Global) -> Result<Wanted, Failure> {
        Ok(Wanted {
            environment: environment()?,
            place: Place::Folder(self.folder.clone().unwrap_or_else(|| PathBuf::from("."))),
            flags: Flags {
                pseudo: self.pseudo,
                drafts: true,
                reads_only: true,
                ..self.reading.flags(global)
            },
            rules: super::rules::names(),
            large: LARGE,
        })
    }
}

/// Serves a site until it is stopped.
pub(in crate::cli) fn run(
    global: &Global,
    args: &ServeArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let editor = args.editor.as_deref().map(Editor::parse).transpose()?;
    let server = Server::bind(args.port)?;
    let workspace = Arc::new(Workspace::open(Box::new(Disk), args.wanted(global)?)?);
    let url = format!("{}{}/", server.url(), base_path(&workspace));
    terminal.say(&opened(&workspace, start.elapsed()));
    let hearing = if args.poll {
        Hearing::Polling
    } else {
        Hearing::Told
    };
    let voice = Voice {
        workspace: workspace.clone(),
        terminal: *terminal,
        was_broken: AtomicBool::new(false),
        was_read: AtomicBool::new(workspace.state().first.is_none()),
    };
    voice.tell_failure();
    watch::follow(&workspace, hearing, Arc::new(voice))?;
    terminal.result(&format!("{url}\n"))?;
    terminal.say("Ctrl+C ends it");
    if args.open {
        open(&url, terminal);
    }
    server.run(workspace, editor)?;
    Ok(Outcome::Clean)
}

fn base_path(workspace: &Workspace) -> String {
    let state = workspace.state();
    state
        .settings()
        .map_or_else(String::new, |settings| settings.base_path.clone())
}

fn opened(workspace: &Workspace, took: Duration) -> String {
    let state = workspace.state();
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let seconds = took.as_secs_f64();
    if let Some(first) = &state.first {
        let (articles, locales) = (first.articles(), first.locales().len());
        return format!(
            "found {articles} articles in {locales} language{} in {seconds:.1} s; pages are shown while they are read",
            plural(locales)
        );
    }
    let Some(standing) = &state.standing else {
        return "the site cannot be made yet".to_owned();
    };
    let site = standing.site();
    let (articles, locales) = (site.articles.len(), site.locales.len());
    format!(
        "read {articles} article{} in {locales} language{} in {seconds:.1} s",
        plural(articles),
        plural(locales)
    )
}

/// Says on the terminal what happens.
struct Voice {
    workspace: Arc<Workspace>,
    terminal: Terminal,
    was_broken: AtomicBool,
    /// Whether it was told that the site is read.
    was_read: AtomicBool,
}

impl Voice {
    fn tell_failure(&self) {
        let broken = self.workspace.state().broken.clone();
        if let Some(failure) = &broken {
            self.terminal.failure(failure);
        }
        if self.was_broken.swap(broken.is_some(), Ordering::SeqCst) && broken.is_none() {
            self.terminal.say("all is well again");
        }
    }
}

impl Listener for Voice {
    fn applied(&self, took: Duration) {
        self.terminal.whisper(&format!(
            "a change was taken in within {} ms",
            took.as_millis()
        ));
        self.tell_failure();
    }

    fn settled(&self, took: Duration) {
        if self.workspace.state().standing.is_some() && !self.was_read.swap(true, Ordering::SeqCst)
        {
            self.terminal.say(&opened(&self.workspace, took));
        } else {
            self.terminal.whisper(&format!(
                "the site was put together in {} ms",
                took.as_millis()
            ));
        }
        self.tell_failure();
    }

    fn polls(&self, why: &str) {
        self.terminal.say(&format!(
            "changes are noticed within a second, not at once: {why}"
        ));
    }
}

/// Opens an address in the user's browser, which is none of our business otherwise.
fn open(url: &str, terminal: &Terminal) {
    let own = std::env::var_os("BROWSER").filter(|browser| !browser.is_empty());
    let usual = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let program = own.unwrap_or_else(|| usual.into());
    let name = Path::new(&program).display().to_string();
    let started = Command::new(&program)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if let Err(error) = started {
        terminal.say(&format!("cannot open a browser with `{name}`: {error}"));
    }
}
