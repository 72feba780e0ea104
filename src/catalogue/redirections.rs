//! Redirect: what the lists of repositories say of old files becomes pages that lead on.
//!
//! In: the redirections with everything that has an address by now. Out: the pages to add, and what is wrong with the lists. A
//! redirection that leads to another redirection leads to the end of the chain.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use percent_encoding::percent_decode_str;

use crate::config::{Redirection, Settings};
use crate::model::RepositoryDefectKind::{Circular, NotRemoved, Nowhere};
use crate::model::{
    ArticleId, Document, RepositoryDefect, RepositoryDefectKind, Shown, Target, UrlPath,
};
use crate::source::{FileId, LocaleIndex, SourceKind, Sources};

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
    let placed: Vec<Old<'_>> = scope
        .settings
        .layout
        .redirections
        .iter()
        .filter_map(|redirection| old(scope, redirection))
        .collect();
    let mut by_url: HashMap<&UrlPath, usize> = HashMap::new();
    for (at, old) in placed.iter().enumerate() {
        by_url.entry(&old.url).or_insert(at);
    }
    let chains = Chains {
        scope,
        placed: &placed,
        by_url,
    };
    let mut pages = Vec::new();
    let mut defects = Vec::new();
    let mut lost = BTreeSet::new();
    for (at, old) in placed.iter().enumerate() {
        let mut defect = |kind, message: String, help: &str| {
            defects.push(defect(old.redirection, kind, message, help));
        };
        let from = old.redirection.from.as_str();
        if let Some(found) = scope.names.find(scope.sources, from)
            && is_page(scope.sources.get(found.file).kind)
        {
            if scope.names.article_of[found.file.index()].is_some() {
                let message = format!("`{}` is redirected to itself", name(old));
                defect(Circular, message, "remove the redirection");
                continue;
            }
            let message = format!(
                "`{}` is still there, but its readers are led on by this redirection",
                name(old)
            );
            defect(NotRemoved, message, "remove the file, or its redirection");
        }
        match chains.end(at) {
            End::Shown(shown) => pages.push(Forwarding {
                url: old.url.clone(),
                locale: old.locale,
                shown,
            }),
            End::Circle(names) => {
                let message = format!("these redirections lead in a circle: {}", names.join(" → "));
                defect(Circular, message, "let one of them lead to a page");
            }
            End::Nowhere(to) => {
                let file = &old.redirection.file;
                if lost.insert((file, to.clone())) {
                    let message =
                        format!("the redirection leads to `{to}`, where there is no page");
                    defect(
                        Nowhere,
                        message,
                        "correct the address, or remove the redirection",
                    );
                }
            }
        }
    }
    (pages, defects)
}

fn defect(
    redirection: &Redirection,
    kind: RepositoryDefectKind,
    message: String,
    help: &str,
) -> RepositoryDefect {
    RepositoryDefect {
        file: redirection.file.clone(),
        range: redirection.to.range,
        kind,
        message: message.into(),
        help: help.into(),
    }
}

/// A redirection whose old address is known.
struct Old<'s> {
    redirection: &'s Redirection,
    locale: LocaleIndex,
    /// The old file's name below its language, without its ending.
    id: ArticleId,
    url: UrlPath,
}

fn old<'s>(scope: &Scope<'s>, redirection: &'s Redirection) -> Option<Old<'s>> {
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
    Some(Old {
        redirection,
        locale,
        id: ArticleId(bare.into()),
        url,
    })
}

/// The old file as its list names it.
fn name(old: &Old<'_>) -> String {
    let from = old.redirection.from.as_str();
    let folder = old.redirection.file.folder();
    let inner = from.strip_prefix(folder).unwrap_or(from);
    inner.trim_start_matches('/').to_owned()
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
    by_url: HashMap<&'c UrlPath, usize>,
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
                        let names = seen.iter().map(|&at| name(&self.placed[at]));
                        return End::Circle(names.collect());
                    }
                    seen.push(next);
                }
            }
        }
    }

    fn step(&self, old: &Old<'_>) -> Step {
        let scope = self.scope;
        let written = &*old.redirection.to.value;
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
            return Step::End(match resolve::absolute(&url) {
                Target::External => End::Shown(Shown::Forward(None, url.into())),
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
                let key = resolve::in_readers_locale(scope, &named, key);
                let own = scope.names.article(key);
                let stand_in = || scope.placed.stand_in(&own.id, old.locale).map(|it| it.page);
                scope.placed.page_of[key.index()]
                    .filter(|_| own.locale == old.locale)
                    .or_else(stand_in)
            }
            Goal::Page(page) | Goal::Moved(page) => Some(page),
            Goal::OtherSite(segment) if self.next(old, &rooted).is_none() => {
                let href = scope.settings.external_base.href(&segment, written);
                return Step::End(End::Shown(Shown::Forward(None, href.into())));
            }
            _ => None,
        };
        if let Some(page) = page {
            return Step::End(End::Shown(if tail.is_empty() {
                Shown::Redirect(page)
            } else {
                Shown::Forward(Some(page), tail.into())
            }));
        }
        let next = self.next(old, &rooted);
        next.map_or_else(|| Step::End(End::Nowhere(written.to_owned())), Step::On)
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
        let url = urls::article(url, below.trim_end_matches('/'), scope.settings.url_style);
        self.by_url.get(&url.ok()?).copied()
    }
}

enum Step {
    On(usize),
    End(End),
}
