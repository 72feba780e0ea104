//! Asking an index. The order of results is made in whole numbers, so that the theme's script finds the same to the last tie.
//!
//! In: the files of an index by name, and a query. Out: an [`Answer`]. `lookup` finds the words that a word of the query may
//! mean, `rank` gives documents their scores, `excerpt` shows why one was found.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::rc::Rc;

use super::MANIFEST;
use super::file::{unpack, unpack_with};
use super::layout::{FileName, Manifest, Part, TEXT_SHIFT};
use super::read::{self, Entry, Form, Shown};

pub use excerpt::{Excerpt, Piece};
pub use rank::{Explained, Reason};

use rank::Ranked;
use sought::{Phrase, Sought};

mod excerpt;
mod forms;
mod lookup;
mod nearness;
mod parse;
mod phrase;
mod rank;
mod sought;

/// Why an index cannot be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchError {
    /// The file is not there.
    Missing(String),
    /// The file is damaged.
    Damaged(String),
    /// The index is in a version of the format that is not known here.
    Version(u8),
}

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(name) => write!(f, "the index lacks its file `{name}`"),
            Self::Damaged(name) => write!(f, "the file `{name}` of the index is damaged"),
            Self::Version(version) => write!(
                f,
                "the index has the format {version}, which is not known here"
            ),
        }
    }
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct Asked<'q> {
    /// The query as written.
    pub query: &'q str,
    /// How many results at most.
    pub limit: usize,
    /// How many to leave out before the first.
    pub offset: usize,
    /// Filters beside those in the query: a result has one of the values of every key.
    pub filters: BTreeMap<String, Vec<String>>,
    /// Whether pages count that stand in for others.
    pub fallback: bool,
}

/// A section that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its address.
    pub url: String,
    /// The page's title.
    pub title: String,
    /// The section's heading.
    pub section: String,
    /// The section's anchor.
    pub anchor: String,
    /// Where the page lies.
    pub folders: String,
    /// What it says around the words.
    pub excerpt: Excerpt,
    /// The language of the text.
    pub lang: String,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// Its values by facet.
    pub metadata: BTreeMap<String, Vec<String>>,
    /// How the score came about, the score included.
    pub explained: Explained,
}

/// How many results have a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The value.
    pub value: String,
    /// How many.
    pub count: usize,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// How many in all; at most, where pages must be read to tell whether they hold a phrase.
    pub total: usize,
    /// Those asked for, best first.
    pub results: Vec<Found>,
    /// For each facet its values, most frequent first. Filters of a facet do not count for its own values.
    pub facets: Vec<(String, Vec<FacetCount>)>,
    /// What was searched instead, when words were read as misspelt.
    pub corrected: Option<String>,
}

/// Files by name, and pages by address.
type Fetch<'f> = Box<dyn Fn(&str) -> Option<Vec<u8>> + 'f>;

/// For each result that is asked for, as many pages are read to see whether they hold a phrase.
const MOST_READ: usize = 5;

/// A facet: values with the documents that have them.
type Facet = Rc<Vec<(String, Vec<u32>)>>;

/// An index, opened. Files are read when they are needed and kept.
pub struct Index<'f> {
    fetch: Fetch<'f>,
    pages: Option<Fetch<'f>>,
    manifest: Manifest,
    dictionary: HashMap<usize, Rc<Vec<Entry>>>,
    postings: HashMap<usize, Rc<Vec<Form>>>,
    sample: Option<Rc<[u8]>>,
    texts: HashMap<u32, Rc<Vec<Shown>>>,
    facets: HashMap<usize, Facet>,
}

impl<'f> Index<'f> {
    /// Opens the index whose files a function gives by their names.
    ///
    /// # Errors
    /// When there is no manifest that can be read.
    pub fn open(fetch: impl Fn(&str) -> Option<Vec<u8>> + 'f) -> Result<Self, SearchError> {
        let damaged = || SearchError::Damaged(MANIFEST.to_owned());
        let bytes = fetch(MANIFEST).ok_or_else(|| SearchError::Missing(MANIFEST.to_owned()))?;
        let bytes = unpack(&bytes).ok_or_else(damaged)?;
        let manifest = Manifest::read(&bytes)
            .map_err(|version| version.map_or_else(damaged, SearchError::Version))?;
        Ok(Self {
            fetch: Box::new(fetch),
            pages: None,
            manifest,
            dictionary: HashMap::new(),
            postings: HashMap::new(),
            sample: None,
            texts: HashMap::new(),
            facets: HashMap::new(),
        })
    }

    /// Reads the HTML of pages by their addresses behind the prefix, where only they can tell whether a phrase stands in them.
    /// Without it, and where there is no such page, a page that holds all words of a phrase is believed to hold it.
    #[must_use]
    pub fn with_pages(mut self, pages: impl Fn(&str) -> Option<Vec<u8>> + 'f) -> Self {
        self.pages = Some(Box::new(pages));
        self
    }

    /// What stands before all addresses.
    pub fn prefix(&self) -> &str {
        &self.manifest.prefix
    }

    /// How many sections it holds.
    pub fn documents(&self) -> usize {
        self.manifest.documents.len()
    }

    /// The keys that can be filtered by.
    pub fn keys(&self) -> Vec<&str> {
        let facets = self.manifest.facets.iter();
        facets.map(|(key, _)| key.as_str()).collect()
    }

    /// Asks.
    ///
    /// # Errors
    /// When a file of the index is missing or damaged.
    pub fn search(&mut self, asked: &Asked<'_>) -> Result<Answer, SearchError> {
        let query = parse::parse(asked.query, &self.keys());
        let sought = self.look_up(&query)?;
        let mut ranked = self.rank(&query, &sought, asked)?;
        let total = self.prove(&sought, &mut ranked, asked.offset + asked.limit)?;
        let mut answer = Answer {
            total,
            facets: ranked.facets,
            corrected: sought.corrected(asked.query),
            results: Vec::new(),
        };
        let words = sought.words();
        for explained in ranked
            .documents
            .into_iter()
            .skip(asked.offset)
            .take(asked.limit)
        {
            answer.results.push(self.found(explained, &words)?);
        }
        Ok(answer)
    }

    /// Leaves out documents whose pages do not hold a phrase of which the index does not know all places, until there are as
    /// many as are asked for; gives how many there are in all at most.
    fn prove(
        &mut self,
        sought: &Sought,
        ranked: &mut Ranked,
        most: usize,
    ) -> Result<usize, SearchError> {
        if ranked.doubtful.is_empty() || self.pages.is_none() {
            return Ok(ranked.documents.len());
        }
        let all = std::mem::take(&mut ranked.documents);
        let (count, mut seen, mut read) = (all.len(), 0, 0);
        for explained in all {
            if ranked.documents.len() >= most || read >= most * MOST_READ {
                break;
            }
            seen += 1;
            let is_doubtful = ranked.doubtful.contains(&explained.number);
            if is_doubtful && !self.shows(sought, explained.number)? {
                read += 1;
                if !self.holds(sought, explained.number)? {
                    continue;
                }
            }
            ranked.documents.push(explained);
        }
        Ok(ranked.documents.len() + count - seen)
    }

    /// Whether what is shown of a document is enough to tell that it holds the phrases.
    fn shows(&mut self, sought: &Sought, number: u32) -> Result<bool, SearchError> {
        let shown = self.shown(number)?;
        let mut texts = vec![shown.title, shown.heading];
        texts.extend(shown.text.split('\n').map(str::to_owned));
        let mut phrases = sought.phrases.iter();
        Ok(sought.unwanted.is_empty() && phrases.all(|phrase| phrase::stands_in(phrase, &texts)))
    }

    /// Whether a page holds the phrases that are wanted and none of the others.
    fn holds(&mut self, sought: &Sought, number: u32) -> Result<bool, SearchError> {
        let shown = self.shown(number)?;
        let read = self.pages.as_ref().and_then(|pages| pages(&shown.url));
        let Some(html) = read else { return Ok(true) };
        let mut texts = vec![shown.title, shown.heading];
        texts.extend(phrase::lines(&String::from_utf8_lossy(&html)));
        let stands = |phrase: &Phrase| phrase::stands_in(phrase, &texts);
        Ok(sought.phrases.iter().all(stands) && !sought.unwanted.iter().any(stands))
    }

    fn shown(&mut self, number: u32) -> Result<Shown, SearchError> {
        let texts = self.texts_of(number >> TEXT_SHIFT)?;
        let at = texts.binary_search_by_key(&number, |shown| shown.number);
        let at = at.map_err(|_| SearchError::Damaged(MANIFEST.to_owned()))?;
        Ok(texts[at].clone())
    }

    fn found(&mut self, explained: Explained, words: &[String]) -> Result<Found, SearchError> {
        let number = explained.number;
        let shown = self.shown(number)?;
        let mut metadata = BTreeMap::new();
        for at in 0..self.manifest.facets.len() {
            let facet = self.facet(at)?;
            let own = facet
                .iter()
                .filter(|(_, numbers)| numbers.binary_search(&number).is_ok());
            let own: Vec<String> = own.map(|(value, _)| value.clone()).collect();
            if !own.is_empty() {
                metadata.insert(self.manifest.facets[at].0.clone(), own);
            }
        }
        let hash = if shown.anchor.is_empty() { "" } else { "#" };
        Ok(Found {
            url: format!(
                "{}{}{hash}{}",
                self.manifest.prefix,
                shown.url,
                crate::catalogue::encode_fragment(&shown.anchor)
            ),
            title: shown.title,
            section: shown.heading,
            anchor: shown.anchor,
            folders: shown.folders,
            excerpt: excerpt::excerpt(&shown.text, words),
            lang: shown.lang,
            right_to_left: shown.right_to_left,
            metadata,
            explained,
        })
    }

    fn file(&self, name: FileName) -> Result<Vec<u8>, SearchError> {
        unpack(&self.packed(name)?).ok_or_else(|| SearchError::Damaged(name.text()))
    }

    fn packed(&self, name: FileName) -> Result<Vec<u8>, SearchError> {
        let text = name.text();
        (self.fetch)(&text).ok_or(SearchError::Missing(text))
    }

    fn dictionary_file(&mut self, at: usize) -> Result<Rc<Vec<Entry>>, SearchError> {
        if let Some(known) = self.dictionary.get(&at) {
            return Ok(Rc::clone(known));
        }
        let name = self.manifest.dictionary[at].name;
        let read = read::dictionary(&self.file(name)?);
        let read = Rc::new(read.ok_or_else(|| SearchError::Damaged(name.text()))?);
        self.dictionary.insert(at, Rc::clone(&read));
        Ok(read)
    }

    fn postings_file(&mut self, at: usize) -> Result<Rc<Vec<Form>>, SearchError> {
        if let Some(known) = self.postings.get(&at) {
            return Ok(Rc::clone(known));
        }
        let name = self.manifest.postings[at].name;
        let read = read::postings(&self.file(name)?, self.manifest.bits);
        let read = Rc::new(read.ok_or_else(|| SearchError::Damaged(name.text()))?);
        self.postings.insert(at, Rc::clone(&read));
        Ok(read)
    }

    fn texts_of(&mut self, block: u32) -> Result<Rc<Vec<Shown>>, SearchError> {
        if let Some(known) = self.texts.get(&block) {
            return Ok(Rc::clone(known));
        }
        let at = self
            .manifest
            .texts
            .binary_search_by_key(&block, |(block, _)| *block);
        let at = at.map_err(|_| SearchError::Damaged(MANIFEST.to_owned()))?;
        let name = self.manifest.texts[at].1;
        let sample = match &self.sample {
            Some(known) => Rc::clone(known),
            None => Rc::from(self.file(self.manifest.sample)?),
        };
        self.sample = Some(Rc::clone(&sample));
        let bytes = unpack_with(&sample, &self.packed(name)?);
        let read = bytes.and_then(|bytes| read::texts(&bytes, block));
        let read = Rc::new(read.ok_or_else(|| SearchError::Damaged(name.text()))?);
        self.texts.insert(block, Rc::clone(&read));
        Ok(read)
    }

    fn facet(&mut self, at: usize) -> Result<Facet, SearchError> {
        if let Some(known) = self.facets.get(&at) {
            return Ok(Rc::clone(known));
        }
        let name = self.manifest.facets[at].1;
        let read = read::facet(&self.file(name)?, self.manifest.bits);
        let read = Rc::new(read.ok_or_else(|| SearchError::Damaged(name.text()))?);
        self.facets.insert(at, Rc::clone(&read));
        Ok(read)
    }
}

/// The files that may hold words with a prefix: from the one that would hold the prefix itself to the last that begins with
/// a word with it.
fn parts_with(parts: &[Part], prefix: &str) -> std::ops::Range<usize> {
    let start = parts
        .partition_point(|part| part.first.as_str() <= prefix)
        .saturating_sub(1);
    let more = parts[start.min(parts.len())..]
        .iter()
        .skip(1)
        .take_while(|part| part.first.starts_with(prefix))
        .count();
    start..(start + 1 + more).min(parts.len())
}

/// The file that would hold a word.
fn part_of(parts: &[Part], word: &str) -> Option<usize> {
    parts
        .partition_point(|part| part.first.as_str() <= word)
        .checked_sub(1)
}
