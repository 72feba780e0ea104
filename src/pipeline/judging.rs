//! Step 4 over the whole site: every document, every article, the site, the pages when they are judged too; findings in the order of all reports.

use crate::catalogue::Mapper;
use crate::check::{self, ArticleContext, DocumentContext, Judged, PagesContext, SiteContext};
use crate::diagnostics::Diagnostic;
use crate::model::{RenderedSite, Site};

use super::Run;

/// Everything that is to be said; of the pages only when they were rendered.
pub(super) fn judge(run: &Run<'_>, site: &Site, rendered: Option<&RenderedSite>) -> Judged {
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
        },
        levels,
    ));
    if let Some(rendered) = rendered {
        let pages = PagesContext {
            site,
            settings,
            rendered,
        };
        found.extend(check::pages(&pages, levels));
    }
    check::sort(&mut found);
    check::suppress(found, site, settings, levels)
}
