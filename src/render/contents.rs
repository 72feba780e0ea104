//! Tables of contents ready for drawing: the way to a page, its neighbours, and what comes before and after it. The cost of
//! one page does not depend on the length of the table.

use std::collections::HashMap;

use crate::model::{PageId, Toc, TocEntry, TocTarget};
use crate::source::LocaleIndex;

use super::frame::Frame;
use super::view::NavigationEntry;

/// How many entries of one level are shown around the current one.
const WINDOW: usize = 20;

/// How many entries are shown before those that are not on the way stay closed, whatever the table says.
const MOST_EXPANDED: usize = 60;

/// One `TOC.yml` as a flat list with parents and children.
#[derive(Debug, Default)]
pub struct Contents {
    nodes: Vec<Node>,
    tops: Vec<usize>,
    by_page: HashMap<PageId, usize>,
    reading: Vec<(PageId, usize)>,
    place_in_reading: HashMap<PageId, usize>,
}

/// What an entry is called.
#[derive(Clone, Copy, Debug)]
pub struct Name<'c> {
    /// The words.
    pub text: &'c str,
    /// Their language, when it is not the reader's.
    pub language: Option<LocaleIndex>,
}

#[derive(Debug)]
struct Node {
    name: String,
    name_in: Option<LocaleIndex>,
    page: Option<PageId>,
    external: Option<String>,
    tail: Box<str>,
    terms: Box<str>,
    parent: Option<usize>,
    expanded: bool,
    /// Its place among its parent's children.
    place: usize,
    children: Vec<usize>,
}

/// An entry in the order of the table.
#[derive(Debug)]
pub struct Entry<'c> {
    /// How many entries hold it.
    pub depth: usize,
    /// What it is called.
    pub name: Name<'c>,
    /// Its page.
    pub page: Option<PageId>,
    /// What stands behind the address of its page.
    pub tail: &'c str,
    /// Its address elsewhere.
    pub external: Option<&'c str>,
    /// Other words that it is looked for by.
    pub terms: &'c str,
}

/// The entries around a page.
#[derive(Debug)]
pub struct Around {
    /// The entries, outer ones first.
    pub entries: Vec<NavigationEntry>,
    /// Whether entries were left out.
    pub more: bool,
}

impl Contents {
    /// Flattens a table of contents.
    pub fn of(toc: &Toc) -> Self {
        let mut contents = Self::default();
        contents.tops = contents.add_all(&toc.entries, None);
        contents
    }

    fn add_all(&mut self, entries: &[TocEntry], parent: Option<usize>) -> Vec<usize> {
        entries
            .iter()
            .enumerate()
            .map(|(place, entry)| self.add(entry, parent, place))
            .collect()
    }

    fn add(&mut self, entry: &TocEntry, parent: Option<usize>, place: usize) -> usize {
        let at = self.nodes.len();
        let (page, external) = match &entry.target {
            TocTarget::None => (None, None),
            TocTarget::Page(page) => (Some(*page), None),
            TocTarget::External(url) => (None, Some(url.to_string())),
        };
        self.nodes.push(Node {
            name: entry.name.to_string(),
            name_in: entry.name_in,
            page,
            external,
            tail: entry.tail.clone(),
            terms: entry.terms.clone(),
            parent,
            expanded: entry.expanded,
            place,
            children: Vec::new(),
        });
        if let Some(page) = page {
            self.by_page.entry(page).or_insert(at);
            if !self.place_in_reading.contains_key(&page) {
                self.place_in_reading.insert(page, self.reading.len());
                self.reading.push((page, at));
            }
        }
        self.nodes[at].children = self.add_all(&entry.items, Some(at));
        at
    }

    /// The names of the entries at the top that lead to a page.
    pub fn tops(&self) -> impl Iterator<Item = (PageId, Name<'_>)> {
        self.tops.iter().filter_map(|&at| {
            let Node {
                name,
                name_in,
                page,
                ..
            } = &self.nodes[at];
            let (text, language) = (name.as_str(), *name_in);
            Some(((*page)?, Name { text, language }))
        })
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// All entries, each before those that it holds.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let mut depths: Vec<usize> = Vec::with_capacity(self.nodes.len());
        self.nodes.iter().map(move |node| {
            let depth = node.parent.map_or(0, |parent| depths[parent] + 1);
            depths.push(depth);
            Entry {
                depth,
                name: Name {
                    text: &node.name,
                    language: node.name_in,
                },
                page: node.page,
                tail: &node.tail,
                external: node.external.as_deref(),
                terms: &node.terms,
            }
        })
    }

    /// The pages of the table in reading order.
    pub fn pages(&self) -> impl Iterator<Item = PageId> {
        self.reading.iter().map(|&(page, _)| page)
    }

    /// The pages before and after a page in reading order, with their names.
    pub fn neighbours(&self, page: PageId) -> [Option<(PageId, Name<'_>)>; 2] {
        let Some(&at) = self.place_in_reading.get(&page) else {
            return [None, None];
        };
        let named = |at: usize| {
            let &(page, node) = self.reading.get(at)?;
            let Node { name, name_in, .. } = &self.nodes[node];
            let name = Name {
                text: name,
                language: *name_in,
            };
            Some((page, name))
        };
        [at.checked_sub(1).and_then(named), named(at + 1)]
    }

    /// The first page among nodes and what lies below them.
    fn first_page(&self, nodes: &[usize]) -> Option<PageId> {
        nodes.iter().find_map(|&at| {
            let node = &self.nodes[at];
            node.page.or_else(|| self.first_page(&node.children))
        })
    }

    /// The entries around a page: of each level on the way to it a window, and what is directly below it.
    pub fn around(&self, page: PageId, frame: &Frame<'_>, reader: LocaleIndex) -> Option<Around> {
        let &current = self.by_page.get(&page)?;
        let mut way = vec![current];
        while let Some(parent) = self.nodes[way[way.len() - 1]].parent {
            way.push(parent);
        }
        way.reverse();
        let mut drawing = Drawing {
            contents: self,
            way,
            frame,
            reader,
            around: Around {
                entries: Vec::new(),
                more: false,
            },
        };
        drawing.level(&self.tops, 0);
        Some(drawing.around)
    }
}

struct Drawing<'c> {
    contents: &'c Contents,
    way: Vec<usize>,
    frame: &'c Frame<'c>,
    reader: LocaleIndex,
    around: Around,
}

impl Drawing<'_> {
    /// What is below an entry that is open although the page is not there.
    fn below(&mut self, nodes: &[usize], depth: usize) {
        let way = std::mem::take(&mut self.way);
        self.level(nodes, depth);
        self.way = way;
    }

    fn level(&mut self, nodes: &[usize], depth: usize) {
        let next = self.way.get(depth).copied();
        let window = window(
            nodes.len(),
            next.map_or(0, |next| self.contents.nodes[next].place),
        );
        self.around.more |= window.len() < nodes.len();
        for &node in &nodes[window] {
            let Node {
                name,
                name_in,
                page,
                external,
                children,
                expanded,
                tail,
                ..
            } = &self.contents.nodes[node];
            let is_on_way = next == Some(node);
            let is_open = is_on_way || (*expanded && self.around.entries.len() < MOST_EXPANDED);
            // What lies below a closed caption is reached through its first page.
            let first = || {
                let closed = external.is_none() && !is_open;
                closed.then(|| self.contents.first_page(children)).flatten()
            };
            let url = page.map(|page| self.frame.href(page) + tail);
            let page = page.or_else(first);
            let url = url.or_else(|| page.map(|page| self.frame.href(page)));
            self.around.entries.push(NavigationEntry {
                title: name.clone(),
                title_in: name_in.map(|language| self.frame.language(language)),
                url: url.or_else(|| external.clone()),
                shown_in: page.and_then(|page| self.frame.foreign(page, self.reader)),
                current: self.way.last() == Some(&node),
                depth,
            });
            if is_on_way {
                self.level(children, depth + 1);
            } else if is_open {
                self.below(children, depth + 1);
            }
        }
    }
}

/// The part of a list of `count` that is shown around position `at`.
pub(super) fn window(count: usize, at: usize) -> std::ops::Range<usize> {
    let start = at
        .saturating_sub(WINDOW / 2)
        .min(count.saturating_sub(WINDOW));
    start..count.min(start + WINDOW)
}
