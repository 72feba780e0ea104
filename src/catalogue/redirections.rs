//! Redirect: what the project and the lists of repositories say of old addresses becomes pages that lead on.
//!
//! In: the redirections with everything that has an address by now. Out: the pages to add, and what is wrong with the lists. A
//! redirection that leads to another redirection leads to the end of the chain. What the project says holds for every language,
//! unless its address names one; it is wrong only where no language finds anything.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use crate::config::{OldAddress, Redirection, Settings};
use crate::model::RepositoryDefectKind::{
    Circular, NotRemoved, Nowhere, Redirection as Impossible, Repeated,
};
use crate::model::{
    ArticleId, Document, PageId, RepositoryDefect, RepositoryDefectKind, Shown, Target, UrlPath,
};
use crate::source::{FileId, LocaleIndex, SitePath, SourceKind, Sources, Spanned, TextRange};

use super::links::Scope;
use super::names::Named;
use super::resolve::{self, Goal};
use super::urls;

/// Takes away what is redirected and still there: the redirection wins, as it does where the repositories are published. One that
/// leads to itself means nothing, and its page stays.
pub(super) fn leave_out(
    documents: &mut [Option<Arc<Document>>],
    sources: &Sources,
    settings: &Settings,
) {
    let redirected: HashMap<&str, &Redirection> = settings
        .layout
        .redirections
        .iter()
        .map(|redirection| (redirection.from.as_str(), redirection))
        .collect();
    if redirected.is_empty() {
        return;
    }
    for (document, source) in documents.iter_mut().zip(&sources.files) {
        let path = source.path.as_str();
        let leads_away = |redirection: &&Redirection| {
            let to = redirection.to.value.split(['?', '#']).next();
            let to = to.unwrap_or_default().trim_matches('/');
            let own = settings.layout.public(path);
            let bare = own.rsplit_once('.').map_or(&*own, |(bare, _)| bare);
            let bare = bare.strip_suffix("/index").unwrap_or(bare);
            let (to, bare) = (to.to_lowercase(), bare.to_lowercase());
            // A language may stand in front.
            let head = to.strip_suffix(&*bare);
            head.is_none_or(|head| head.trim_end_matches('/').contains('/'))
        };
        if is_page(source.kind) && redirected.get(path).is_some_and(leads_away) {
            *document = None;
        }
    }
}

fn is_page(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Article | SourceKind::Yaml)
}

/// A page that leads on.
pub(super) struct Forwarding {
    pub(super) url: UrlPath,
    pub(super) locale: LocaleIndex,
    pub(super) shown: Shown,
}

/// What the lists of redirections become.
pub(super) fn resolve(scope: &Scope<'_>) -> (Vec<Forwarding>, Vec<RepositoryDefect>) {
    let layout = &scope.settings.layout;
    let mut defects = Vec::new();
    let mut placed: Vec<Old<'_>> = layout
        .redirections
        .iter()
        .filter_map(|redirection| of_repository(scope, redirection))
        .collect();
    for address in &scope.settings.old_addresses {
        of_project(scope, address, &mut placed, &mut defects);
    }
    let mut by_url: HashMap<UrlPath, usize> = HashMap::new();
    for (at, old) in placed.iter().enumerate() {
        let &mut first = by_url.entry(old.url.clone()).or_insert(at);
        let is_new = first != at && placed[first].from != old.from;
        if is_new && old.is_of_project() && placed[first].is_of_project() {
            let message = format!(
                "`{}` is redirected twice; the first redirection counts",
                old.name
            );
            defects.push(old.defect(old.from, Repeated, message, "remove one of the two"));
        }
    }
    let chains = Chains {
        scope,
        placed: &placed,
        by_url,
    };
    let mut pages = Vec::new();
    let mut lost = BTreeSet::new();
    for group in (0..placed.len())
        .collect::<Vec<_>>()
        .chunk_by(|&one, &other| {
            let (one, other) = (&placed[one], &placed[other]);
            one.is_of_project() && (one.file, one.from) == (other.file, other.from)
        })
    {
        let mut found = Group::default();
        for &at in group {
            let old = &placed[at];
            if let Some(still) = still_there(scope, old) {
                let defect = old.defect(old.from, still.kind, still.message, still.help);
                found.defect.get_or_insert(defect);
                if still.stays {
                    continue;
                }
            }
            match chains.end(at) {
                End::Shown(shown) => found.pages.push(Forwarding {
                    url: old.url.clone(),
                    locale: old.locale,
                    shown,
                }),
                End::Circle(names) => {
                    let message =
                        format!("these redirections lead in a circle: {}", names.join(" → "));
                    let help = "let one of them lead to a page";
                    let defect = old.defect(old.to.range, Circular, message, help);
                    found.defect.get_or_insert(defect);
                }
                End::Nowhere(to) => {
                    let message =
                        format!("the redirection leads to `{to}`, where there is no page");
                    let help = "correct the address, or remove the redirection";
                    // Lists of repositories lead to pages of others; what the project says is meant.
                    let kind = if old.is_of_project() {
                        Impossible
                    } else {
                        Nowhere
                    };
                    let defect = old.defect(old.to.range, kind, message, help);
                    found.nowhere.get_or_insert((to, defect));
                }
            }
        }
        defects.extend(found.defect.take());
        if let Some((to, defect)) = found.nowhere
            && found.pages.is_empty()
            && lost.insert((placed[group[0]].file, to))
        {
            defects.push(defect);
        }
        pages.extend(found.pages);
    }
    (pages, defects)
}

/// What one redirection is in all its languages.
#[derive(Default)]
struct Group {
    pages: Vec<Forwarding>,
    defect: Option<RepositoryDefect>,
    nowhere: Option<(String, RepositoryDefect)>,
}

/// Something that is still at an old address.
struct Still {
    kind: RepositoryDefectKind,
    message: String,
    help: &'static str,
    /// Whether readers find it there, and not what the redirection leads to.
    stays: bool,
}

/// What is still at an old address.
fn still_there(scope: &Scope<'_>, old: &Old<'_>) -> Option<Still> {
    let name = &old.name;
    let still = |kind, message, help, stays| {
        Some(Still {
            kind,
            message,
            help,
            stays,
        })
    };
    let remove = "remove the file, or its redirection";
    if let Some(path) = old.path {
        let found = scope.names.find(scope.sources, path.as_str())?;
        if !is_page(scope.sources.get(found.file).kind) {
            return None;
        }
        if scope.names.article_of[found.file.index()].is_some() {
            let message = format!("`{name}` is redirected to itself");
            return still(Circular, message, "remove the redirection", true);
        }
        let message =
            format!("`{name}` is still there, but its readers are led on by this redirection");
        return still(NotRemoved, message, remove, false);
    }
    let page = *scope.placed.by_url.get(&old.url)?;
    match &scope.placed.pages[page.index()].shown {
        Shown::Article(key) => {
            let file = scope.names.article(*key).file;
            let path = &scope.sources.get(file).path;
            let message = format!("`{name}` is redirected, and `{path}` is still there");
            still(NotRemoved, message, remove, true)
        }
        Shown::Redirect(_) => {
            let message =
                format!("`{name}` is redirected here and by `redirect_from` of an article");
            still(Repeated, message, "remove one of the two", true)
        }
        Shown::Folder(_) | Shown::NotFound | Shown::Search => {
            let message = format!("`{name}` is redirected, and there is a page");
            still(NotRemoved, message, "remove the redirection", true)
        }
        // Where another language stands in, the article is at home there, and is told.
        Shown::Fallback(_) | Shown::Forward(..) => None,
    }
}

/// A redirection whose old address is known, in one language.
struct Old<'s> {
    /// The file that says it.
    file: &'s SitePath,
    /// The place of the old address, or of the whole.
    from: TextRange,
    to: &'s Spanned<Box<str>>,
    /// What messages call it.
    name: String,
    /// The old file, a path of the site; `None` for what the project says.
    path: Option<&'s SitePath>,
    locale: LocaleIndex,
    /// The old name below its language, without its ending.
    id: ArticleId,
    url: UrlPath,
}

impl Old<'_> {
    fn is_of_project(&self) -> bool {
        self.path.is_none()
    }

    fn defect(
        &self,
        range: TextRange,
        kind: RepositoryDefectKind,
        message: String,
        help: &str,
    ) -> RepositoryDefect {
        RepositoryDefect {
            file: self.file.clone(),
            range,
            kind,
            message: message.into(),
            help: help.into(),
        }
    }
}

fn of_repository<'s>(scope: &Scope<'s>, redirection: &'s Redirection) -> Option<Old<'s>> {
    let from = redirection.from.as_str();
    let locale = scope.locales.find(from.split('/').next()?)?;
    let public = scope.settings.layout.public(from);
    let (bare, _) = public.rsplit_once('.')?;
    let url = urls::article(
        &scope.locales.get(locale).url,
        bare,
        scope.settings.url_style,
    )
    .ok()?;
    let inner = from.strip_prefix(redirection.file.folder()).unwrap_or(from);
    Some(Old {
        file: &redirection.file,
        from: redirection.to.range,
        to: &redirection.to,
        name: inner.trim_start_matches('/').to_owned(),
        path: Some(&redirection.from),
        locale,
        id: ArticleId(bare.into()),
        url,
    })
}

/// An old address of the project: in the language that it names, else in all.
fn of_project<'s>(
    scope: &Scope<'s>,
    address: &'s OldAddress,
    placed: &mut Vec<Old<'s>>,
    defects: &mut Vec<RepositoryDefect>,
) {
    let rooted = address.from.value.trim_start_matches('/');
    let (first, rest) = rooted.split_once('/').unwrap_or((rooted, ""));
    let (locales, below) = match scope.locales.find(first) {
        Some(locale) => (vec![locale], rest),
        None => (
            scope.locales.iter().map(|(index, _)| index).collect(),
            rooted,
        ),
    };
    for locale in locales {
        let segment = &scope.locales.get(locale).url;
        match urls::written(segment, below, scope.settings.url_style) {
            Ok(url) => placed.push(Old {
                file: &address.file,
                from: address.from.range,
                to: &address.to,
                name: address.from.value.to_string(),
                path: None,
                locale,
                // Names of files count from the folder of the language.
                id: ArticleId("".into()),
                url,
            }),
            Err(no) => {
                defects.push(RepositoryDefect {
                    file: address.file.clone(),
                    range: address.from.range,
                    kind: Impossible,
                    message: format!(
                        "no page can be at `{}`: {}",
                        address.from.value,
                        no.reason()
                    )
                    .into(),
                    help: "correct the old address, or remove the redirection".into(),
                });
                break;
            }
        }
    }
}

/// Where a chain ends.
enum End {
    Shown(Shown),
    Circle(Vec<String>),
    Nowhere(String),
}

struct Chains<'c> {
    scope: &'c Scope<'c>,
    placed: &'c [Old<'c>],
    by_url: HashMap<UrlPath, usize>,
}

impl Chains<'_> {
    fn end(&self, start: usize) -> End {
        let mut seen = vec![start];
        loop {
            let at = *seen.last().expect("a chain has a start");
            let old = &self.placed[at];
            match self.step(old) {
                Step::End(end) => return end,
                Step::On(next) => {
                    if seen.contains(&next) {
                        seen.push(next);
                        let names = seen.iter().map(|&at| self.placed[at].name.clone());
                        return End::Circle(names.collect());
                    }
                    seen.push(next);
                }
            }
        }
    }

    fn step(&self, old: &Old<'_>) -> Step {
        let scope = self.scope;
        let written = &*old.to.value;
        let is_absolute = written.contains("://") || written.starts_with("//");
        let own = if is_absolute {
            resolve::own_path(scope, written)
        } else {
            None
        };
        if is_absolute && own.is_none() {
            let url = if written.starts_with("//") {
                format!("https:{written}")
            } else {
                written.to_owned()
            };
            let lower = url.to_ascii_lowercase();
            let is_web = lower.starts_with("https://") || lower.starts_with("http://");
            return Step::End(match resolve::absolute(&url) {
                Target::External if is_web => End::Shown(Shown::Forward(None, url.into())),
                _ => End::Nowhere(written.to_owned()),
            });
        }
        let written = own.as_deref().unwrap_or(written);
        let (path, tail) = written.split_at(written.find(['?', '#']).unwrap_or(written.len()));
        let path = percent_decode_str(path).decode_utf8_lossy();
        let rooted = if path.starts_with('/') {
            path.into_owned()
        } else {
            format!("/{}/{path}", old.id.folder())
        };
        let named = Named {
            id: old.id.clone(),
            locale: old.locale,
            file: FileId(0),
        };
        let page = match resolve::rooted(scope, &named, &rooted) {
            Goal::Article { key, .. } => {
                // What the project names in a language on purpose stays there.
                if old.is_of_project() && self.names_language(&rooted) {
                    return self.shown(scope.placed.page_of[key.index()], tail, written);
                }
                let key = resolve::in_readers_locale(scope, &named, key);
                let own = scope.names.article(key);
                let stand_in = || scope.placed.stand_in(&own.id, old.locale).map(|it| it.page);
                scope.placed.page_of[key.index()]
                    .filter(|_| own.locale == old.locale)
                    .or_else(stand_in)
            }
            Goal::Page(page) | Goal::Moved(page) => Some(page),
            Goal::OtherSite(segment)
                if self.next(old, &rooted).is_none()
                    && (!old.is_of_project() || self.has_base(&segment)) =>
            {
                let href = scope.settings.external_base.href(&segment, written);
                return Step::End(End::Shown(Shown::Forward(None, href.into())));
            }
            _ => None,
        };
        let next = || self.next(old, &rooted);
        match page {
            Some(_) => self.shown(page, tail, written),
            None => next().map_or_else(|| self.shown(None, tail, written), Step::On),
        }
    }

    /// The end of a chain at a page; an old address of an article leads to the article itself.
    fn shown(&self, page: Option<PageId>, tail: &str, written: &str) -> Step {
        let Some(page) = page else {
            return Step::End(End::Nowhere(written.to_owned()));
        };
        let page = match self.scope.placed.pages[page.index()].shown {
            Shown::Redirect(target) => target,
            _ => page,
        };
        Step::End(End::Shown(if tail.is_empty() {
            Shown::Redirect(page)
        } else {
            Shown::Forward(Some(page), tail.into())
        }))
    }

    /// Whether a rooted path begins with a language.
    fn names_language(&self, rooted: &str) -> bool {
        let first = rooted.trim_start_matches('/').split('/').next();
        first.is_some_and(|first| self.scope.locales.find(first).is_some())
    }

    /// Whether the project says where addresses of another site lie.
    fn has_base(&self, segment: &str) -> bool {
        let base = &self.scope.settings.external_base;
        base.default.is_some() || base.by_segment.contains_key(&segment.to_lowercase())
    }

    /// The redirection of the file that a rooted path means.
    fn next(&self, old: &Old<'_>, rooted: &str) -> Option<usize> {
        let scope = self.scope;
        let below = rooted.trim_start_matches('/');
        let below = match below.split_once('/') {
            Some((first, rest)) if scope.locales.find(first) == Some(old.locale) => rest,
            _ => below,
        };
        let url = &scope.locales.get(old.locale).url;
        let style = scope.settings.url_style;
        let url = if old.is_of_project() {
            urls::written(url, below, style)
        } else {
            urls::article(url, below.trim_end_matches('/'), style)
        };
        self.by_url.get(&url.ok()?).copied()
    }
}

enum Step {
    On(usize),
    End(End),
}
