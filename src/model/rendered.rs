//! Pages as the build writes them: what their HTML says, kept small enough for a hundred thousand of them.

use std::collections::{BTreeMap, HashMap, HashSet};

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
    /// Tags that do not balance.
    pub damages: Vec<Damage>,
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
    /// What its HTML says, without `ids` and `links`, which are kept as numbers.
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
    numbers: HashMap<Destination, u32>,
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
