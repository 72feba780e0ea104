//! Defaults < `polydoc.yml` < environment < flags: all of it becomes one complete [`Settings`].
//!
//! In: the folder or files that are meant, the flags, and the [`Environment`] as `cli` found it, so that every decision
//! here can be tested. Out: settings, or the [`Failure`] that says what is wrong and where it was set. The only thing read
//! is `polydoc.yml`; the clock is not read at all: today is known only when it is told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::diagnostics::{Baseline, Level};
use crate::failure::Failure;
use crate::fs::{FileSystem, clean};
use crate::l10n::LocaleId;
use crate::model::{Date, Shard};
use crate::source::SitePath;

use super::ingredients::{Ingredients, Noting};
use super::locate::Located;
use super::site::{Reader, Site};
use super::values::{self, BaseUrl};
use super::{
    Asking, External, Glossary, Hreflang, Levels, LocalizationSettings, OwnUrl, Secret, Settings,
};

/// The environment variables that are read, and what each does.
pub const VARIABLES: &[(&str, &str)] = &[
    (
        "POLYDOC_BASE_URL",
        "Where the site will be found; stronger than `base_url` in `polydoc.yml`.",
    ),
    (
        "POLYDOC_OUTPUT",
        "The folder to publish into; stronger than `output` in `polydoc.yml`.",
    ),
    ("POLYDOC_JOBS", "The number of threads."),
    (
        "SOURCE_DATE_EPOCH",
        "Today, in seconds since 1970-01-01 UTC, for rules that compare dates with it.",
    ),
];

/// What surrounds the run, as far as settings depend on it.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The folder that relative paths count from; absolute.
    pub current_dir: PathBuf,
    /// The variables named in [`VARIABLES`] that are set.
    pub vars: BTreeMap<String, String>,
    /// How many threads the machine runs at once.
    pub cores: usize,
}

/// What was asked for.
#[derive(Clone, Debug)]
pub enum Place {
    /// A folder that is or holds a site.
    Folder(PathBuf),
    /// Files and folders of one site, and nothing else of it.
    Paths(Vec<PathBuf>),
}

/// The flags that set something. What was not given says nothing.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Flags {
    /// `--config`: the file of settings.
    pub config: Option<PathBuf>,
    /// `--output`.
    pub output: Option<PathBuf>,
    /// `--locale`, as written.
    pub locales: Vec<String>,
    /// `--jobs`.
    pub jobs: Option<usize>,
    /// `--base-url`.
    pub base_url: Option<String>,
    /// `--shard`.
    pub shard: Option<Shard>,
    /// `--noindex`.
    pub noindex: bool,
    /// `--pseudo`.
    pub pseudo: bool,
    /// Articles that are not to be published yet are wanted, as in a preview.
    pub drafts: bool,
    /// `--today`.
    pub today: Option<Date>,
    /// `--level`, as written.
    pub levels: Vec<String>,
    /// `--baseline`: the file of accepted findings.
    pub baseline: Option<PathBuf>,
    /// `--write-baseline`: all findings are wanted, accepted or not.
    pub without_baseline: bool,
    /// `--rendered`.
    pub rendered: bool,
    /// Nothing is published: where the output folder lies does not matter.
    pub reads_only: bool,
    /// `--deny warnings`.
    pub deny_warnings: bool,
    /// `--external` and `--offline`.
    pub asking: Asking,
    /// `--max-flaky`.
    pub most_flaky: Option<usize>,
}

/// What is built, and what of it is reported.
#[derive(Clone, Debug)]
pub struct Selected {
    /// Everything that decides what is built.
    pub settings: Settings,
    /// Files and folders below the content folder whose findings are wanted; none means all.
    pub filters: Vec<SitePath>,
}

impl Selected {
    /// Whether findings in a file are wanted.
    pub fn wants(&self, path: &SitePath) -> bool {
        let below = |filter: &SitePath| {
            path.as_str()
                .strip_prefix(filter.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.filters.is_empty() || self.filters.iter().any(below)
    }
}

/// Puts the layers together. `rules` are the names of all rules.
///
/// # Errors
/// When there is no site, or when the file, the environment or the flags hold something that cannot be.
pub fn settings(
    fs: &dyn FileSystem,
    environment: &Environment,
    place: &Place,
    flags: &Flags,
    rules: &[&str],
) -> Result<Selected, Failure> {
    let noting = Noting::new(fs);
    let reader = Reader {
        fs: &noting,
        environment,
        rules,
    };
    let site = reader.site(place, flags)?;
    let filters = site.filters.clone();
    let mut settings = reader.settings(site, flags)?;
    settings.ingredients = noting.ingredients(environment, flags, &settings);
    Ok(Selected { settings, filters })
}

impl Reader<'_> {
    fn settings(&self, site: Site, flags: &Flags) -> Result<Settings, Failure> {
        let output = self.output(&site, flags)?;
        let baseline = self.baseline(&site, flags)?;
        let base_url = self.base_url(flags)?;
        let today = self.today(flags)?;
        let mut site = site;
        let mut schemas = self.schemas_of_docsets(&mut site, today);
        schemas.extend(self.schemas(&site, today)?);
        let glossary = self.glossary(&site)?;
        let (navigation, old_addresses) = self.navigation(&mut site)?;
        // A path of the address says where the site lies; an address without one leaves it to `base_path`.
        let base_path = match base_url.as_ref().or(site.file.base_url.as_ref()) {
            Some(url) if !url.path.is_empty() => url.path.clone(),
            _ => site.file.base_path.clone().unwrap_or_default(),
        };
        let own = base_url.iter().chain(&site.file.base_url);
        let own_urls = own_urls(&site.file.own_urls, own, &base_path);
        let Site {
            located,
            file,
            content,
            layout,
            ..
        } = site;
        // What a repository says is weaker than what the project says of it.
        let of_docsets = layout
            .docsets()
            .flat_map(|docset| docset.levels.iter().cloned());
        let layers = of_docsets.chain(file.levels.layers).collect();
        let source_locale = file.source_locale.or_else(|| layout.source_locale.clone());
        Ok(Settings {
            project: self.shown(&located.project),
            file: located.file.map(|file| self.shown(&file)),
            content: self.shown(&content),
            layout,
            output: self.shown(&output),
            titles: file.titles,
            origin: base_url.or(file.base_url).map(|url| url.origin),
            base_path,
            source_locale,
            locales: file.locales,
            fallback: file.languages.fallback,
            orphans: file.languages.orphans,
            hreflang: file.languages.hreflang.unwrap_or_else(|| {
                // Without sitemaps, the heads of pages are the only place left.
                match file.outputs.get("sitemap") {
                    Some(false) => Hreflang::Head,
                    _ => Hreflang::Sitemap,
                }
            }),
            only: only(&flags.locales)?,
            include: file.include,
            exclude: file.exclude,
            url_style: file.url_style,
            navigation,
            old_addresses,
            own_urls,
            external_base: file.external_base,
            schemes: file.schemes,
            html: file.html,
            metadata: file.metadata,
            schemas,
            keep: file.keep,
            keep_written: file.keep_written,
            outputs: file.outputs,
            search: file.search,
            appearance: file.appearance,
            localization: localization(file.localization, glossary, &located.project),
            levels: Levels {
                flags: self.levels(&flags.levels)?,
                deny_warnings: flags.deny_warnings,
                layers,
                ..file.levels
            },
            baseline,
            before: None,
            limits: file.limits,
            external: self.external(file.external, &located.project, flags),
            judge_pages: flags.rendered,
            noindex: flags.noindex || file.noindex,
            drafts: flags.drafts,
            pseudo: flags.pseudo,
            today,
            shard: flags.shard,
            jobs: self.jobs(flags)?,
            ingredients: Ingredients::default(),
        })
    }

    /// The output folder, which may neither lie in the content nor around anything that must not be replaced.
    fn output(&self, site: &Site, flags: &Flags) -> Result<PathBuf, Failure> {
        let Located { project, file, .. } = &site.located;
        let home = if file.is_some() {
            project
        } else {
            &self.environment.current_dir
        };
        let output = match (
            &flags.output,
            self.variable("POLYDOC_OUTPUT"),
            &site.file.output,
        ) {
            (Some(output), _, _) => self.absolute(output),
            (None, Some(output), _) => self.absolute(Path::new(output)),
            (None, None, Some(output)) => clean(&project.join(output)),
            (None, None, None) => home.join("public"),
        };
        if flags.reads_only {
            return Ok(output);
        }
        let shown = self.shown(&output);
        let shown = shown.display();
        let refused =
            |why: String| Err(Failure::usage(why).hint("name another folder with `--output DIR`"));
        // A repository may hold what is published from it: it is not content, and discovery passes by.
        if !site.layout.replaces_content && output.starts_with(&site.content) {
            let content = self.shown(&site.content);
            return refused(format!(
                "the output folder `{shown}` lies inside the content folder `{}`",
                content.display()
            ));
        }
        let around = [
            (&site.content, "the content folder"),
            (project, "the project's own folder"),
        ];
        let roots = site
            .layout
            .roots
            .iter()
            .map(|root| self.absolute(&root.folder));
        let roots: Vec<PathBuf> = roots.collect();
        let roots = roots.iter().map(|root| (root, "a folder of `sources`"));
        for (inner, what) in around.into_iter().chain(roots) {
            if inner.starts_with(&output) {
                return refused(format!(
                    "the output folder `{shown}` holds {what}, which publishing would replace"
                ));
            }
        }
        Ok(output)
    }

    fn base_url(&self, flags: &Flags) -> Result<Option<BaseUrl>, Failure> {
        let (text, origin) = match (&flags.base_url, self.variable("POLYDOC_BASE_URL")) {
            (Some(text), _) => (text.as_str(), "--base-url"),
            (None, Some(text)) => (text, "POLYDOC_BASE_URL"),
            (None, None) => return Ok(None),
        };
        let read = values::web_address(text);
        read.map(Some)
            .map_err(|wrong| Failure::usage(format!("{origin}: {}", wrong.why)).hint(wrong.help))
    }

    /// The findings that are accepted.
    fn baseline(&self, site: &Site, flags: &Flags) -> Result<Option<Baseline>, Failure> {
        /// Largest file, in bytes.
        const LARGEST: u64 = 256 << 20;

        let path = match (&flags.baseline, &site.file.baseline) {
            _ if flags.without_baseline => return Ok(None),
            (Some(path), _) => self.absolute(path),
            (None, Some(path)) => clean(&site.located.project.join(path)),
            (None, None) => return Ok(None),
        };
        let name = self.shown(&path).display().to_string();
        let bytes =
            self.fs
                .read(&path, LARGEST)
                .map_err(|error| match error.kind() {
                    std::io::ErrorKind::NotFound => {
                        Failure::configuration(format!("there is no baseline `{name}`")).hint(
                            format!("make it with `polydoc check --write-baseline {name}`"),
                        )
                    }
                    _ => Failure::environment(format!("cannot read the baseline `{name}`"))
                        .cause(&error),
                })?;
        Baseline::read(&name, &String::from_utf8_lossy(&bytes)).map(Some)
    }

    /// What `--level` set; the last one of a rule counts.
    fn levels(&self, written: &[String]) -> Result<BTreeMap<String, Level>, Failure> {
        let read = |text: &String| {
            values::rule_level(text, self.rules)
                .map_err(|wrong| Failure::usage(format!("--level: {}", wrong.why)).hint(wrong.help))
        };
        written.iter().map(read).collect()
    }

    fn jobs(&self, flags: &Flags) -> Result<usize, Failure> {
        match (flags.jobs, self.variable("POLYDOC_JOBS")) {
            (Some(jobs), _) => Ok(jobs.max(1)),
            (None, Some(text)) => match text.trim().parse() {
                Ok(jobs @ 1..) => Ok(jobs),
                _ => Err(
                    Failure::usage(format!("POLYDOC_JOBS: `{text}` is no number of threads"))
                        .hint("set a number from 1"),
                ),
            },
            (None, None) => Ok(self.environment.cores.max(1)),
        }
    }

    /// All about asking other sites; what headers hold is taken from the environment.
    fn external(&self, written: External, project: &Path, flags: &Flags) -> External {
        let absolute = |path: &PathBuf| self.shown(&clean(&project.join(path)));
        let variables = written.headers.iter().map(|header| &header.variable);
        let secret = |name: &String| {
            let value = std::env::var(name).ok()?;
            Some((name.clone(), Secret(value)))
        };
        External {
            asking: flags.asking,
            most_flaky: flags.most_flaky.or(written.most_flaky),
            cache: absolute(&written.cache),
            authorities: written.authorities.as_ref().map(absolute),
            secrets: variables.filter_map(secret).collect(),
            ..written
        }
    }

    fn today(&self, flags: &Flags) -> Result<Option<Date>, Failure> {
        let epoch = self.variable("SOURCE_DATE_EPOCH");
        let (None, Some(text)) = (flags.today, epoch) else {
            return Ok(flags.today);
        };
        let day = text.trim().parse::<u64>().ok().and_then(Date::of_epoch);
        match day {
            Some(day) => Ok(Some(day)),
            None => Err(Failure::usage(format!(
                "SOURCE_DATE_EPOCH: `{text}` is no number of seconds"
            ))
            .hint("set it to seconds since 1970-01-01 UTC, as `date +%s` prints them")),
        }
    }

    /// A variable that is set to something.
    fn variable(&self, name: &str) -> Option<&str> {
        self.environment
            .vars
            .get(name)
            .map(String::as_str)
            .filter(|text| !text.trim().is_empty())
    }
}

/// The addresses that mean this site: those that are set, and those under which it is published, the longest first.
fn own_urls<'a>(
    set: &[OwnUrl],
    published: impl Iterator<Item = &'a BaseUrl>,
    base_path: &str,
) -> Vec<OwnUrl> {
    let mut own = set.to_vec();
    for url in published {
        let path = if url.path.is_empty() {
            base_path
        } else {
            &url.path
        };
        let prefix = format!("{}{path}", url.origin);
        if !own
            .iter()
            .any(|other| other.prefix.eq_ignore_ascii_case(&prefix))
        {
            own.push(OwnUrl {
                prefix,
                path: String::new(),
            });
        }
    }
    own.sort_by_key(|own| std::cmp::Reverse(own.prefix.len()));
    own
}

fn only(tags: &[String]) -> Result<BTreeSet<LocaleId>, Failure> {
    let read = |tag: &String| {
        values::locale(tag)
            .map_err(|wrong| Failure::usage(format!("--locale: {}", wrong.why)).hint(wrong.help))
    };
    tags.iter().map(read).collect()
}

/// What is set about translations, its folder counted from the project's.
fn localization(
    file: LocalizationSettings,
    glossary: Glossary,
    project: &Path,
) -> LocalizationSettings {
    LocalizationSettings {
        glossary,
        source_tree: file.source_tree.map(|path| clean(&project.join(path))),
        ..file
    }
}
