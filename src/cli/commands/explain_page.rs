//! `polydoc explain-page`: what readers of a language find at an address or under an article's path, and why.

use std::fmt::Write as _;
use std::path::PathBuf;

use percent_encoding::percent_decode_str;

use crate::check;
use crate::config::{self, Flags, Place, Settings};
use crate::failure::Failure;
use crate::fs::Disk;
use crate::l10n::FallbackMode;
use crate::model::{Article, ArticleId, ArticleKey, NoPlace, PageId, Shown, Site};
use crate::pipeline::{self, Look};
use crate::source::LocaleIndex;

use super::super::args::Global;
use super::super::progress::Bar;
use super::super::telling::ExplainPageArgs;
use super::super::terminal::Terminal;
use super::super::{Outcome, environment};

/// Explains one page.
pub(in crate::cli) fn run(
    global: &Global,
    args: &ExplainPageArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let flags = Flags {
        config: global.config.clone(),
        reads_only: true,
        ..Flags::default()
    };
    let place = Place::Folder(args.folder.clone().unwrap_or_else(|| PathBuf::from(".")));
    let rules = super::rules::names();
    let settings = config::settings(&Disk, &environment()?, &place, &flags, &rules)?.settings;
    let look = {
        let bar = Bar::new(terminal);
        pipeline::look(&Disk, &settings, &bar)?
    };
    let reader = locale(&look.site, &args.locale)?;
    let view = View {
        look: &look,
        settings: &settings,
        reader,
    };
    terminal.result(&view.explain(&args.path)?)?;
    Ok(Outcome::Clean)
}

/// The language of a tag.
fn locale(site: &Site, tag: &str) -> Result<LocaleIndex, Failure> {
    site.locales.find(tag).ok_or_else(|| {
        let tags: Vec<&str> = site.locales.0.iter().map(|one| one.id.as_str()).collect();
        let failure = Failure::usage(format!("the site has no language `{tag}`"));
        match check::nearest(tag, tags.iter().copied()) {
            Some(near) => failure.hint(format!("did you mean `{near}`?")),
            None => failure.hint(format!("it has {}", tags.join(", "))),
        }
    })
}

/// A site as readers of one language find it.
struct View<'v> {
    look: &'v Look,
    settings: &'v Settings,
    reader: LocaleIndex,
}

impl View<'_> {
    fn explain(&self, path: &str) -> Result<String, Failure> {
        let site = &self.look.site;
        let below = self.below(path);
        let mut text = String::new();
        if let Some(page) = self.page_at(&below) {
            self.page(page, &mut text);
            return Ok(text);
        }
        let id = site.matrix.keys().find(|id| same(id.as_str(), &below));
        let Some(id) = id else {
            let names = site.matrix.keys().map(ArticleId::as_str);
            let failure = Failure::usage(format!(
                "{} has nothing at `{path}`, and no language has such an article",
                self.tag(self.reader)
            ));
            return Err(match check::nearest(&below, names) {
                Some(near) => failure.hint(format!("did you mean `{near}`?")),
                None => failure.hint(
                    "give an address, or a path below a language folder such as `guide/start`",
                ),
            });
        };
        self.article(id, &mut text);
        Ok(text)
    }

    /// The path below the language that an address, a file or an article's name means: without `.md`.
    fn below(&self, path: &str) -> String {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let path = percent_decode_str(path)
            .decode_utf8_lossy()
            .replace('\\', "/");
        let origin = self.settings.origin.as_deref().unwrap_or_default();
        let path = path.strip_prefix(origin).unwrap_or(&path);
        let content = self.settings.content.display().to_string();
        let path = if path.starts_with('/') {
            let bare = path.strip_prefix(&self.settings.base_path);
            bare.filter(|bare| bare.starts_with('/')).unwrap_or(path)
        } else {
            let path = path.strip_prefix("./").unwrap_or(path);
            path.strip_prefix(&content).unwrap_or(path)
        };
        let path = path.trim_matches('/');
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let below = match self.look.site.locales.find(first) {
            Some(_) => rest,
            None => path,
        };
        let is_markdown = below
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("md"));
        let below = if is_markdown {
            &below[..below.len() - 3]
        } else {
            below
        };
        below.trim_matches('/').to_owned()
    }

    /// The page of the language at an address.
    fn page_at(&self, below: &str) -> Option<PageId> {
        let site = &self.look.site;
        let bare = |path: &str| {
            let path = path.trim_matches('/');
            let path = path.strip_suffix("index.html").unwrap_or(path);
            let path = path.strip_suffix(".html").unwrap_or(path);
            path.trim_matches('/').to_lowercase()
        };
        let wanted = bare(below);
        let own = site.pages.iter().zip((0u32..).map(PageId));
        let mut own = own.filter(|(page, _)| page.locale == self.reader);
        let found = own.find(|(page, _)| {
            let url = percent_decode_str(page.url.as_str()).decode_utf8_lossy();
            let locale = &site.locales.get(page.locale).url;
            bare(&url[1 + locale.len()..]) == wanted
        });
        found.map(|(_, id)| id)
    }

    fn page(&self, id: PageId, text: &mut String) {
        let site = &self.look.site;
        let page = site.page(id);
        match &page.shown {
            Shown::Article(key) => self.own(*key, text),
            Shown::Fallback(key) => self.article(&site.article(*key).id, text),
            Shown::Folder(path) => {
                let folder = if path.is_empty() {
                    "the home page"
                } else {
                    &format!("the folder `{path}`")
                };
                line(text, &page.url.to_string(), "");
                line(text, "shows", &format!("a list of what lies in {folder}"));
                let index = format!("{path}/index");
                let index = ArticleId(index.trim_start_matches('/').into());
                line(
                    text,
                    "because",
                    &format!("{} has no article `{index}`", self.tag(self.reader)),
                );
                self.chain(&index, text);
            }
            Shown::Search => {
                line(text, &page.url.to_string(), "");
                line(text, "shows", "the results of searches in this language");
            }
            Shown::Redirect(target) => {
                line(text, &page.url.to_string(), "");
                line(text, "leads to", &site.page(*target).url.to_string());
                line(
                    text,
                    "because",
                    "`redirect_from` names this address in the article below",
                );
                text.push('\n');
                self.page(*target, text);
            }
            Shown::Forward(target, tail) => {
                line(text, &page.url.to_string(), "");
                let to = target.map(|target| site.page(target).url.to_string());
                line(
                    text,
                    "leads to",
                    &format!("{}{tail}", to.unwrap_or_default()),
                );
                line(
                    text,
                    "because",
                    "a list of redirections of a repository says so",
                );
            }
            Shown::NotFound => {
                line(text, &page.url.to_string(), "");
                line(text, "shows", "that there is no page at an address");
            }
        }
    }

    /// What readers find of an article.
    fn article(&self, id: &ArticleId, text: &mut String) {
        let site = &self.look.site;
        if let Some(key) = site.edition(id, self.reader) {
            return self.own(key, text);
        }
        let tag = self.tag(self.reader);
        let Some(stand_in) = site.stand_in(id, self.reader) else {
            line(text, &format!("{id} in {tag}"), "");
            line(text, "shows", "nothing");
            let mode = self.settings.fallback_of(&site.locales.get(self.reader).id);
            let why = match mode {
                FallbackMode::Off => {
                    format!("{tag} has no such article, and `fallback: off` lets nothing stand in")
                }
                _ => format!(
                    "{tag} has no such article, and no language of its chain has one that could stand in"
                ),
            };
            line(text, "because", &why);
            self.chain(id, text);
            return;
        };
        let page = site.page(stand_in.page);
        let shown = site.article(stand_in.shown);
        let is_listed = page.locale != self.reader;
        let why = if is_listed {
            line(text, &format!("{id} in {tag}"), "");
            line(text, "leads to", &page.url.to_string());
            "`fallback: list` lets lists and links lead to the first language of its chain that has one"
        } else {
            line(text, &page.url.to_string(), "");
            "`fallback: page` shows that of the first language of its chain that has one"
        };
        line(text, "shows", &self.file(shown));
        line(
            text,
            "because",
            &format!("{tag} has no such article; {why}"),
        );
        self.chain(id, text);
        if !is_listed {
            let original = site.page_of[stand_in.shown.index()];
            self.for_search_engines("noindex; the original", original, text);
        }
    }

    /// An article that the reader's language has.
    fn own(&self, key: ArticleKey, text: &mut String) {
        let site = &self.look.site;
        let article = site.article(key);
        let tag = self.tag(self.reader);
        let Some(id) = site.page_of[key.index()] else {
            line(text, &format!("{} in {tag}", article.id), "");
            line(text, "shows", "nothing");
            let unplaced = site.unplaced.iter();
            let mut unplaced = unplaced.filter(|one| one.article == key && one.redirect.is_none());
            let why = match unplaced.next().map(|one| &one.why) {
                Some(NoPlace::Taken { url, .. }) => format!("another page has the address `{url}`"),
                Some(NoPlace::Impossible(reason)) => {
                    format!("no address can be made of its name: {reason}")
                }
                None => {
                    "its original does not exist, and `orphans: hide` leaves such translations out"
                        .to_owned()
                }
            };
            line(text, "because", &format!("{why} ({})", self.file(article)));
            return;
        };
        line(text, &site.page(id).url.to_string(), "");
        line(text, "shows", &self.file(article));
        let mut why = format!("{tag} has this article");
        if site.is_orphan(article) {
            let source = site
                .source
                .map(|source| self.tag(source))
                .unwrap_or_default();
            let _ = write!(why, ", although {source}, the source language, does not");
        }
        line(text, "because", &why);
        let hidden = self.settings.noindex || article.metadata.robots.noindex;
        let word = if hidden {
            "noindex; canonical"
        } else {
            "indexed; canonical"
        };
        self.for_search_engines(word, Some(id), text);
    }

    /// The languages that could stand in, in their order, up to the one that does.
    fn chain(&self, id: &ArticleId, text: &mut String) {
        let site = &self.look.site;
        let shown = site
            .stand_in(id, self.reader)
            .map(|stand_in| stand_in.shown);
        let mut label = "chain";
        for &other in &site.chains[self.reader.index()] {
            let edition = site.edition(id, other);
            let what = match edition {
                None => "has no such article",
                Some(key) if Some(key) == shown => "has it",
                Some(key) if site.page_of[key.index()].is_none() => {
                    "has it, but does not publish it"
                }
                Some(_) => "has it too",
            };
            line(text, label, &format!("{}: {what}", self.tag(other)));
            label = "";
        }
        let outside: Vec<&str> = site
            .locales
            .iter()
            .filter(|(other, _)| !site.chains[self.reader.index()].contains(other))
            .filter(|(other, _)| site.edition(id, *other).is_some())
            .map(|(other, _)| self.tag(other))
            .collect();
        if shown.is_none() && !outside.is_empty() {
            line(
                text,
                "elsewhere",
                &format!(
                    "{}, which {} not in the chain",
                    outside.join(", "),
                    if outside.len() == 1 { "is" } else { "are" }
                ),
            );
        }
    }

    fn for_search_engines(&self, what: &str, page: Option<PageId>, text: &mut String) {
        let origin = self.settings.origin.as_deref().unwrap_or_default();
        if let Some(page) = page {
            let url = &self.look.site.page(page).url;
            let base = &self.settings.base_path;
            line(
                text,
                "for search",
                &format!("{what} is {origin}{base}{url}"),
            );
        }
    }

    /// An article's file with its language.
    fn file(&self, article: &Article) -> String {
        let path = &self.look.sources.get(article.file).path;
        let path = self.settings.place(path.as_str());
        format!("{} ({})", path.display(), self.tag(article.locale))
    }

    fn tag(&self, locale: LocaleIndex) -> &str {
        self.look.site.locales.get(locale).id.as_str()
    }
}

/// Whether two names of articles are the same for a reader who types them.
fn same(one: &str, other: &str) -> bool {
    let index = |name: &str| {
        let name = name.to_lowercase();
        let bare = name.strip_suffix("/index").map(str::to_owned);
        bare.unwrap_or(name)
    };
    index(one) == index(other)
}

/// A line with its label, or a line of its own.
fn line(text: &mut String, label: &str, what: &str) {
    if what.is_empty() {
        let _ = writeln!(text, "{label}");
    } else {
        let _ = writeln!(text, "  {label:<11} {what}");
    }
}
