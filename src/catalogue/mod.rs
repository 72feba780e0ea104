//! Step 3: put the documents together and resolve every name: identify → expand → align → place → link → collect.
//!
//! Sources and their documents go in, one immutable [`Site`] comes out. Nothing fails and nothing is judged here: what
//! cannot be resolved is kept as a fact. The functions work on one article at a time where they can, so that the pipeline
//! may map them over many.

use std::sync::Arc;

use crate::config::Settings;
use crate::l10n::Locales;
use crate::model::{Article, Document, Link, Metadata, Oddity, Outline, RawToc, Site};
use crate::source::{FileId, Sources};

pub use hrefs::destination;
pub use names::{Names, fold};
pub use urls::{encode_fragment, output_path};

mod align;
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

/// What is known of an article before links are looked at.
#[derive(Debug)]
struct Draft {
    document: Arc<Document>,
    metadata: Metadata,
    outline: Outline,
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
    let names = Names::identify(sources, &locales, &settings.layout, &documents);

    let mut drafts: Vec<Draft> = mapper.map(names.articles.len(), |at| {
        let named = &names.articles[at];
        let document = documents[named.file.index()]
            .clone()
            .expect("every article was parsed");
        let outline = expand::outline(&document, named.file);
        let metadata = metadata::metadata(&document, sources.get(named.file), &named.id, settings);
        Draft {
            document,
            metadata,
            outline,
        }
    });
    documents.clear();
    align::align(
        &mut drafts,
        &names,
        fallback::source(&locales, settings),
        &settings.localization.version_keys,
        mapper,
    );

    let mut placed = pages::place(&names, &locales, &drafts, settings);
    let (forwardings, lost) = redirections::resolve(&links::Scope {
        sources,
        locales: &locales,
        names: &names,
        drafts: &drafts,
        placed: &placed,
        settings,
    });
    placed.add_forwardings(forwardings);
    let scope = links::Scope {
        sources,
        locales: &locales,
        names: &names,
        drafts: &drafts,
        placed: &placed,
        settings,
    };
    let borrowed_tocs = toc::borrow(&tocs, &scope);
    let links: Vec<Box<[Link]>> = mapper.map(drafts.len(), |at| links::resolve_all(&scope, at));
    let tocs = toc::resolve(&tocs, &scope);
    let assets = assets::in_use(&links, &names);
    let defects = settings.layout.defects.iter().cloned().chain(lost);
    let repository_defects = defects
        .filter_map(|defect| Some((names.find(sources, defect.file.as_str())?.file, defect)))
        .collect();

    let Names {
        articles: named,
        matrix,
        ..
    } = names;
    let articles = named
        .into_iter()
        .zip(drafts)
        .zip(links)
        .map(|((named, draft), links)| Article {
            id: named.id,
            locale: named.locale,
            file: named.file,
            document: draft.document,
            metadata: draft.metadata,
            outline: draft.outline,
            links,
        });
    Site {
        articles: articles.collect(),
        source: fallback::source(&locales, settings),
        locales,
        matrix,
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
