//! Step 4 over the whole site: every document, every article, every work in all its languages, the site, the pages when
//! they are judged too; findings in the order of all reports.

use std::collections::BTreeMap;

use crate::catalogue::Mapper;
use crate::check::{
    self, ArticleContext, DocumentContext, Judged, PagesContext, SiteContext, TranslationsContext,
};
use crate::diagnostics::{Diagnostic, FileLevels};
use crate::model::{Article, ArticleKey, CodeFile, Origins, RenderedSite, Site};
use crate::schema::Unique;
use crate::source::FileId;
use crate::translation::Translations;

use super::asking::{self, Elsewhere};
use super::{Run, reading};

/// What was found out beyond the texts, when it was asked for.
#[derive(Clone, Copy)]
pub(super) struct Beyond<'b> {
    /// What is known about translations.
    pub(super) translations: &'b Translations,
    /// What other sites answered.
    pub(super) elsewhere: &'b Elsewhere<'b>,
    /// The pages.
    pub(super) rendered: Option<&'b RenderedSite>,
}

/// What is to be said of one article in sight of the site: nothing that needs all findings to be known.
pub(super) fn judge_one(
    run: &Run<'_>,
    site: &Site,
    beyond: Beyond<'_>,
    key: ArticleKey,
) -> Vec<Diagnostic> {
    let Run {
        settings, sources, ..
    } = *run;
    let levels = &settings.levels.resolve(sources, std::iter::empty());
    let article = site.article(key);
    let (mut found, _) = judge_article(run, site, article, levels, &reading::code_of(run, article));
    if check::compares_translations(levels) {
        let context = TranslationsContext {
            site,
            sources,
            translations: beyond.translations,
            work: beyond.translations.work_of(key),
        };
        found.extend(check::translations(&context, levels));
    }
    check::sort(&mut found);
    found.retain(|finding| finding.file() == Some(article.file));
    let mut judged = check::suppress(found, site, settings, levels);
    in_their_files(&mut judged, site);
    let mut found = judged.found;
    found.retain(|it| it.file() == Some(article.file) && it.rule.name != "unused-suppression");
    found
}

/// What is to be said of an article alone, and what must be unique among all.
fn judge_article(
    run: &Run<'_>,
    site: &Site,
    article: &Article,
    levels: &FileLevels,
    code: &BTreeMap<FileId, CodeFile>,
) -> (Vec<Diagnostic>, Vec<Unique>) {
    let path = &run.sources.get(article.file).path;
    let document = DocumentContext {
        file: article.file,
        path,
        document: &article.document,
    };
    let judgement = check::declared(article, path, &run.settings.schemas);
    let context = ArticleContext {
        site,
        sources: run.sources,
        article,
        judgement: &judgement,
        today: run.settings.today,
        code,
    };
    let mut found = check::document(&document, levels);
    found.extend(check::article(&context, levels));
    (found, judgement.unique)
}

/// Everything that is to be said; of pages and other sites only what was found out.
pub(super) fn judge(run: &Run<'_>, site: &Site, beyond: Beyond<'_>) -> Judged {
    let Beyond {
        translations,
        elsewhere,
        rendered,
    } = beyond;
    let Run {
        settings,
        sources,
        threads,
        ..
    } = *run;
    let oddities = site.oddities.iter().map(|oddity| &*oddity.path);
    let levels = &settings.levels.resolve(sources, oddities);
    let code = &reading::code(run, site);
    let judged = threads.map(site.articles.len(), |at| {
        judge_article(run, site, &site.articles[at], levels, code)
    });
    let (found, unique): (Vec<_>, Vec<_>) = judged.into_iter().unzip();
    let mut found: Vec<Diagnostic> = found.into_iter().flatten().collect();
    let included = site.included();
    let of_included = threads.map(included.len(), |at| {
        let (file, document) = included[at];
        let path = &sources.get(file).path;
        let document = DocumentContext {
            file,
            path,
            document,
        };
        check::document(&document, levels)
    });
    found.extend(of_included.into_iter().flatten());
    if check::compares_translations(levels) {
        let of_work = |at: usize| {
            let context = TranslationsContext {
                site,
                sources,
                translations,
                work: &translations.works[at],
            };
            check::translations(&context, levels)
        };
        let works = threads.map(translations.works.len(), of_work);
        found.extend(works.into_iter().flatten());
    }
    let context = SiteContext {
        site,
        sources,
        settings,
        unique: &unique,
        reached: &elsewhere.asked.reached,
    };
    found.extend(check::site(&context, levels));
    found.extend(asking::judge(run, elsewhere, levels));
    if let Some(rendered) = rendered {
        let pages = PagesContext {
            site,
            settings,
            rendered,
        };
        found.extend(check::pages(&pages, levels));
    }
    check::sort(&mut found);
    if !included.is_empty() {
        // What is wrong in a file that many include is wrong once.
        check::unique(&mut found);
    }
    let mut judged = check::suppress(found, site, settings, levels);
    in_their_files(&mut judged, site);
    judged
}

/// Findings in texts that were made from a file get their places in the file. Nothing can be fixed there: what would be changed is
/// not what is written.
fn in_their_files(judged: &mut Judged, site: &Site) {
    let made = site
        .articles
        .iter()
        .filter_map(|article| Some((article.file, article.document.origins.as_ref()?)));
    let made: BTreeMap<FileId, &Origins> = made.collect();
    if made.is_empty() {
        return;
    }
    let suppressed = judged
        .suppressed
        .iter_mut()
        .map(|suppressed| &mut suppressed.finding);
    for found in judged.found.iter_mut().chain(suppressed) {
        let file = found.file();
        if file.is_some_and(|file| made.contains_key(&file)) {
            found.fix = None;
        }
        for label in std::iter::once(&mut found.primary).chain(&mut found.related) {
            if let Some(span) = &mut label.span
                && let Some(origins) = made.get(&span.file)
            {
                span.range = origins.of(span.range);
            }
        }
    }
    check::sort(&mut judged.found);
}
