//! Step 4 over the whole site: every document, every article, the site; findings in the order of all reports.

use crate::catalogue::Mapper;
use crate::check::{self, ArticleContext, DocumentContext, Judged, SiteContext};
use crate::diagnostics::Diagnostic;
use crate::model::{Reached, Site};

use super::{Run, asking};

/// Everything that is to be said.
pub(super) fn judge(run: &Run<'_>, site: &Site, reached: &Reached) -> Judged {
    let Run {
        settings,
        sources,
        threads,
        ..
    } = *run;
    let oddities = site.oddities.iter().map(|oddity| &*oddity.path);
    let levels = &settings.levels.resolve(sources, oddities);
    let mut found: Vec<Diagnostic> = threads
        .map(site.articles.len(), |at| {
            let article = &site.articles[at];
            let path = &sources.get(article.file).path;
            let document = DocumentContext {
                file: article.file,
                path,
                document: &article.document,
            };
            let mut found = check::document(&document, levels);
            found.extend(check::article(
                &ArticleContext {
                    site,
                    sources,
                    article,
                },
                levels,
            ));
            found
        })
        .into_iter()
        .flatten()
        .collect();
    found.extend(check::site(
        &SiteContext {
            site,
            sources,
            settings,
            reached,
        },
        levels,
    ));
    found.extend(asking::judge(run, site, reached, levels));
    check::sort(&mut found);
    check::suppress(found, site, levels)
}
