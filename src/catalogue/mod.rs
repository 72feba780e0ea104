//! Step 3: put the documents together and resolve every name: identify → expand → align → place → link → collect.
//!
//! Sources and their documents go in, one immutable [`Site`] comes out. Nothing fails and nothing is judged here: what
//! cannot be resolved is kept as a fact. The functions work on one article at a time where they can, so that the pipeline
//! may map them over many.

use std::sync::Arc;

use crate::config::Settings;
use crate::l10n::Locales;
use crate::model::{
    Article, Document, Fact, Heading, Metadata, Oddity, Outline, OutlineHeading, RawToc, Site,
};
use crate::source::{FileId, Sources};

pub use amend::amend;
pub use hrefs::destination;
pub use inclusions::wanted as wanted_includes;
pub use names::{Names, fold};
pub use sketch::sketch;
pub use urls::{encode_fragment, output_path, url_of};

mod align;
mod amend;
mod assets;
mod expand;
mod fallback;
mod hrefs;
mod inclusions;
mod links;
mod metadata;
mod names;
mod nav;
mod pages;
mod redirections;
mod resolve;
mod sketch;
pub mod slugs;
mod suggest;
mod toc;
mod toc_targets;
mod trails;
mod urls;
pub mod written;
mod xrefs;

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
    opened: inclusions::Opened,
}

impl Draft {
    /// The documents of all texts of the page.
    fn documents(&self) -> impl Iterator<Item = &Document> {
        let included = self
            .opened
            .includes
            .iter()
            .map(|included| &*included.document);
        [&*self.document].into_iter().chain(included)
    }

    /// A heading as it is written; `file` is the article's own.
    fn heading(&self, file: FileId, heading: &OutlineHeading) -> Option<&Heading> {
        let document = if heading.file == file {
            &self.document
        } else {
            let mut included = self.opened.includes.iter();
            &included.find(|it| it.file == heading.file)?.document
        };
        match document.facts.get(heading.fact as usize)? {
            Fact::Heading(heading) => Some(heading),
            _ => None,
        }
    }
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
    redirections::leave_out(&mut documents, sources, settings);
    let names = Names::identify(sources, &locales, &settings.layout, &documents);

    let chains = fallback::chains(&locales, settings);
    let library = inclusions::Library {
        sources,
        locales: &locales,
        names: &names,
        chains: &chains,
        layout: &settings.layout,
    };
    let mut drafts: Vec<Draft> = mapper.map(names.articles.len(), |at| {
        let named = &names.articles[at];
        let document = documents[named.file.index()]
            .clone()
            .expect("every article was parsed");
        let opened = library.open(named.file, &document, &documents);
        let outline = expand::outline(&document, named.file, &opened);
        let metadata = metadata::metadata(&document, sources.get(named.file), &named.id, settings);
        Draft {
            document,
            metadata,
            outline,
            opened,
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
    let xrefs = xrefs::Xrefs::collect(&drafts, &names, &settings.layout);
    let (forwardings, lost) = redirections::resolve(&links::Scope {
        sources,
        locales: &locales,
        names: &names,
        drafts: &drafts,
        placed: &placed,
        settings,
        xrefs: &xrefs,
    });
    placed.add_forwardings(forwardings);
    let scope = links::Scope {
        sources,
        locales: &locales,
        names: &names,
        drafts: &drafts,
        placed: &placed,
        settings,
        xrefs: &xrefs,
    };
    let mut borrowed_tocs = toc::borrow(&tocs, &scope);
    let links: Vec<links::OfPage> = mapper.map(drafts.len(), |at| links::resolve_all(&scope, at));
    let trails = trails::resolve(&tocs, &scope);
    let mut tocs = toc::resolve(&tocs, &scope);
    nav::add(&mut tocs, &mut borrowed_tocs, &scope);
    let assets = assets::in_use(&links, &drafts, &names);
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
        .map(|((named, draft), links)| article(named, draft, links));
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
        trails,
        assets,
        unplaced: placed.unplaced,
        repository_defects,
        oddities,
    }
}

/// An article of what was found out about it.
fn article(named: names::Named, draft: Draft, links: links::OfPage) -> Article {
    let mut includes = draft.opened.includes;
    for (included, links) in includes.iter_mut().zip(links.of_includes) {
        included.links = links;
    }
    Article {
        id: named.id,
        locale: named.locale,
        file: named.file,
        document: draft.document,
        metadata: draft.metadata,
        outline: draft.outline,
        links: links.own,
        inclusions: draft.opened.inclusions,
        includes: includes.into(),
        unfulfilled: draft.opened.unfulfilled.into(),
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
