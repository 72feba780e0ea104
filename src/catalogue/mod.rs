//! Step 3: put the documents together and resolve every name: identify → expand → align → place → link → collect.
//!
//! Sources and their documents go in, one immutable [`Site`] comes out. Nothing fails and nothing is judged here: what
//! cannot be resolved is kept as a fact. The functions work on one article at a time where they can, so that the pipeline
//! may map them over many.

use std::sync::Arc;

use crate::config::Settings;
use crate::l10n::Locales;
use crate::model::{Article, Document, Link, Oddity, RawToc, Site};
use crate::source::{FileId, Sources};

pub use amend::amend;
pub use hrefs::destination;
pub use names::{Names, fold};
pub use urls::{encode_fragment, output_path, url_of};

mod align;
mod amend;
mod assets;
mod expand;
mod fallback;
mod hrefs;
mod links;
mod metadata;
mod names;
mod pages;
mod redirections;
mod resolve;
pub mod slugs;
mod suggest;
mod toc;
mod urls;
pub mod written;

/// What steps 1 and 2 found.
#[derive(Debug)]
pub struct Parsed<'s> {
    /// Every file.
    pub sources: &'s Sources,
    /// The languages.
    pub locales: Locales,
    /// Each article's document, by [`FileId`].
    pub documents: Vec<Option<Arc<Document>>>,
    /// Tables of contents as written.
    pub tocs: Vec<(FileId, RawToc)>,
    /// What discovery and reading left out.
    pub oddities: Vec<Oddity>,
}

/// How a function is applied to many items: in order, perhaps on several threads. The pipeline decides.
pub trait Mapper {
    /// Applies `function` to the numbers below `count` and gives the results in order.
    fn map<R: Send>(&self, count: usize, function: impl Fn(usize) -> R + Sync) -> Vec<R>;
}

/// Makes the site.
pub fn assemble(parsed: Parsed<'_>, settings: &Settings, mapper: &impl Mapper) -> Site {
    let Parsed {
        sources,
        locales,
        mut documents,
        tocs,
        oddities,
    } = parsed;
    leave_out_drafts(&mut documents, sources, settings);
    let names = Names::identify(sources, &locales, &settings.layout, &documents);

    let mut articles: Vec<Article> = mapper.map(names.articles.len(), |at| {
        let named = &names.articles[at];
        let document = documents[named.file.index()]
            .clone()
            .expect("every article was parsed");
        let outline = expand::outline(&document, named.file);
        let metadata = metadata::metadata(&document, sources.get(named.file), &named.id, settings);
        Article {
            id: named.id.clone(),
            locale: named.locale,
            file: named.file,
            document,
            metadata,
            outline,
            links: [].into(),
        }
    });
    documents.clear();
    align::align(
        &mut articles,
        &names,
        fallback::source(&locales, settings),
        &settings.localization.version_keys,
        mapper,
    );

    let mut placed = pages::place(&names, &locales, &articles, settings);
    let (forwardings, lost) = redirections::resolve(&links::Scope {
        sources,
        locales: &locales,
        names: &names,
        articles: &articles,
        placed: &placed,
        settings,
    });
    placed.add_forwardings(forwardings);
    let scope = links::Scope {
        sources,
        locales: &locales,
        names: &names,
        articles: &articles,
        placed: &placed,
        settings,
    };
    let borrowed_tocs = toc::borrow(&tocs, &scope);
    let links: Vec<Box<[Link]>> = mapper.map(articles.len(), |at| links::resolve_all(&scope, at));
    let tocs = toc::resolve(&tocs, &scope);
    let assets = assets::in_use(&links, &names);
    let defects = settings.layout.defects.iter().cloned().chain(lost);
    let repository_defects = defects
        .filter_map(|defect| Some((names.find(sources, defect.file.as_str())?.file, defect)))
        .collect();

    for (article, links) in articles.iter_mut().zip(links) {
        article.links = links;
    }
    Site {
        articles,
        source: fallback::source(&locales, settings),
        locales,
        matrix: names.matrix,
        chains: placed.chains,
        stand_ins: placed.stand_ins,
        pages: placed.pages,
        page_of: placed.page_of,
        by_url: placed.by_url,
        tocs,
        borrowed_tocs,
        assets,
        unplaced: placed.unplaced,
        repository_defects,
        oddities,
    }
}

/// Takes away what its author does not publish yet (`draft: true`), unless drafts are wanted: for links it is then a file that
/// exists and is not published.
fn leave_out_drafts(
    documents: &mut [Option<Arc<Document>>],
    sources: &Sources,
    settings: &Settings,
) {
    if settings.drafts {
        return;
    }
    for (document, source) in documents.iter_mut().zip(&sources.files) {
        let is_draft = |document: &Arc<Document>| metadata::is_draft(document, source, settings);
        if document.as_ref().is_some_and(is_draft) {
            *document = None;
        }
    }
}
