//! Pages as the build writes them: what their HTML says, kept small enough for a hundred thousand of them.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::source::ContentHash;

use super::{OutputPath, PageId};

/// What the HTML of one page says. Made by `markup`, read by rules that judge pages.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PageFacts {
    /// `lang` of `<html>`, when it has one.
    pub lang: Option<Box<str>>,
    /// `dir` of `<html>`, when it has one.
    pub dir: Option<Box<str>>,
    /// Every `id`, and every `name` of a link, in the order of the page.
    pub ids: Vec<Box<str>>,
    /// Ids that stand on it twice or more, each once.
    pub repeated: Vec<Box<str>>,
    /// The addresses of links, images, scripts and style sheets as written, each once.
    pub links: Vec<Box<str>>,
    /// `<link rel="canonical">`, when there is one.
    pub canonical: Option<Box<str>>,
    /// `<link rel="alternate" hreflang="…">`: language and address, in the order of the page.
    pub alternates: Vec<(Box<str>, Box<str>)>,
    /// Whether it asks search engines not to list it.
    pub is_hidden: bool,
    /// Whether it sends its readers to another page at once.
    pub leads_on: bool,
    /// Tags that do not balance.
    pub damages: Vec<Damage>,
}

/// That a page, or a sitemap for it, tells in which languages it exists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Telling {
    /// The page's file below the output folder.
    pub file: Box<str>,
    /// Which languages: a position in [`RenderedSite::alternates`].
    pub set: u32,
}

/// A tag that is not closed, or closes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// What is wrong: lower case, no full stop.
    pub what: Box<str>,
    /// The line of the page, from 1.
    pub line: u32,
}

/// A place that a page links to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Destination {
    /// The file below the output folder.
    pub file: Box<str>,
    /// The id on it, decoded, when one is named.
    pub fragment: Option<Box<str>>,
}

/// A page that was rendered.
#[derive(Debug)]
pub struct RenderedPage {
    /// Where it goes.
    pub path: OutputPath,
    /// The page of the site; `None` for what an output makes beside them.
    pub page: Option<PageId>,
    /// What its HTML says, without `ids`, `links` and `alternates`, which are kept as numbers.
    pub facts: PageFacts,
    /// The hashes of its ids, sorted.
    ids: Box<[u64]>,
    /// The places it links to on other pages: positions in [`RenderedSite::destinations`].
    pub links: Box<[u32]>,
    /// Ids on the page itself that it links to and that are not there.
    pub missing: Vec<Box<str>>,
}

impl RenderedPage {
    /// Whether an id stands on it.
    pub fn has_id(&self, id: &str) -> bool {
        self.ids.binary_search(&hash(id)).is_ok()
    }
}

/// Everything that the build writes, seen from its pages.
#[derive(Debug, Default)]
pub struct RenderedSite {
    /// The pages, sorted by path once [`RenderedSite::sort`] was called.
    pub pages: Vec<RenderedPage>,
    /// Each place that a page links to, once.
    pub destinations: Vec<Destination>,
    /// Languages and addresses that pages are told to exist in; each list once.
    pub alternates: Vec<Vec<(Box<str>, Box<str>)>>,
    /// Who tells which of them, sorted once [`RenderedSite::sort`] was called.
    pub tellings: Vec<Telling>,
    numbers: HashMap<Destination, u32>,
    alternate_numbers: HashMap<ContentHash, u32>,
    files: HashSet<OutputPath>,
    by_path: BTreeMap<OutputPath, usize>,
}

impl RenderedSite {
    /// Notes a file that is written.
    pub fn add_file(&mut self, path: OutputPath) {
        self.files.insert(path);
    }

    /// Adds a page with the places that its links name.
    pub fn add_page(
        &mut self,
        path: OutputPath,
        page: Option<PageId>,
        mut facts: PageFacts,
        links: Vec<Destination>,
    ) {
        let mut ids: Vec<u64> = facts.ids.iter().map(|id| hash(id)).collect();
        ids.sort_unstable();
        let mut missing = Vec::new();
        let mut numbered = Vec::with_capacity(links.len());
        for link in links {
            if &*link.file != path.as_str() {
                numbered.push(self.number(link));
            } else if let Some(id) = link
                .fragment
                .filter(|id| ids.binary_search(&hash(id)).is_err() && !missing.contains(id))
            {
                missing.push(id);
            }
        }
        if !facts.alternates.is_empty() {
            self.tell(path.as_str().into(), std::mem::take(&mut facts.alternates));
        }
        facts.ids = Vec::new();
        facts.links = Vec::new();
        self.pages.push(RenderedPage {
            path,
            page,
            facts,
            ids: ids.into(),
            links: numbered.into(),
            missing,
        });
    }

    /// Notes in which languages a page exists.
    pub fn tell(&mut self, file: Box<str>, alternates: Vec<(Box<str>, Box<str>)>) {
        let text: Vec<&str> = alternates
            .iter()
            .flat_map(|(code, href)| [&**code, href])
            .collect();
        let hash = ContentHash::of(text.join("\0").as_bytes());
        let next = u32::try_from(self.alternates.len()).expect("fewer than 2^32 lists");
        let set = *self.alternate_numbers.entry(hash).or_insert(next);
        if set == next {
            self.alternates.push(alternates);
        }
        self.tellings.push(Telling { file, set });
    }

    fn number(&mut self, destination: Destination) -> u32 {
        if let Some(&number) = self.numbers.get(&destination) {
            return number;
        }
        let number = u32::try_from(self.destinations.len()).expect("fewer than 2^32 places");
        self.destinations.push(destination.clone());
        self.numbers.insert(destination, number);
        number
    }

    /// Puts the pages into the order of their paths: they come from many threads.
    pub fn sort(&mut self) {
        self.pages.sort_by(|a, b| a.path.cmp(&b.path));
        // The lists came in the order of the threads; they get that of the pages that tell them.
        let lists = &self.alternates;
        let list = |telling: &Telling| &lists[telling.set as usize];
        self.tellings
            .sort_by(|a, b| (&a.file, list(a)).cmp(&(&b.file, list(b))));
        let mut order: Vec<Option<u32>> = vec![None; self.alternates.len()];
        let mut next = 0;
        for telling in &mut self.tellings {
            let new = *order[telling.set as usize].get_or_insert_with(|| {
                next += 1;
                next - 1
            });
            telling.set = new;
        }
        let mut sorted: Vec<_> = order
            .into_iter()
            .zip(std::mem::take(&mut self.alternates))
            .collect();
        sorted.sort_by_key(|(new, _)| *new);
        self.alternates = sorted.into_iter().map(|(_, list)| list).collect();
        self.tellings.sort();
        self.tellings.dedup();
        let paths = self.pages.iter().map(|page| page.path.clone());
        self.by_path = paths.zip(0..).collect();
    }

    /// Whether a file of that path is written.
    pub fn has_file(&self, path: &str) -> bool {
        OutputPath::new(path).is_some_and(|path| self.files.contains(&path))
    }

    /// The page at a path.
    pub fn page_at(&self, path: &str) -> Option<&RenderedPage> {
        let at = *self.by_path.get(&OutputPath::new(path)?)?;
        Some(&self.pages[at])
    }
}

/// 64 bits of a hash: of the ids of one page, two never have the same in practice.
fn hash(id: &str) -> u64 {
    let hash = blake3::hash(id.as_bytes());
    u64::from_le_bytes(
        hash.as_bytes()[..8]
            .try_into()
            .expect("a hash has 32 bytes"),
    )
}
