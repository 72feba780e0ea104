//! Tables of contents: as written in `TOC.yml` ([`RawToc`]) and as understood ([`Toc`]).

use crate::source::{FileId, LocaleIndex, Spanned, TextRange};

use super::{PageId, YamlProblem};

/// A parsed `TOC.yml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawToc {
    /// Its entries.
    pub entries: Vec<RawTocEntry>,
    /// Why it, or a part of it, could not be read.
    pub problems: Vec<TocProblem>,
}

/// What is wrong with a table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TocProblem {
    /// It is no YAML.
    Yaml(YamlProblem),
    /// Something that is no list where entries belong: what it is.
    NotAList(&'static str, TextRange),
    /// An item that is no mapping: what it is.
    NotAnEntry(&'static str, TextRange),
    /// An entry that says nothing: neither words, nor a target, nor entries below.
    EmptyEntry(TextRange),
    /// An entry with entries below it but no words to show.
    Nameless(TextRange),
    /// A key whose value should be text: the key, what the value is.
    NoText(&'static str, &'static str, TextRange),
    /// A key that stands twice in one entry: the key, the second and the first place.
    DuplicateKey(Box<str>, TextRange, TextRange),
    /// A key that is very like a known one: as written, the known one.
    SimilarKey(Box<str>, &'static str, TextRange),
    /// A heading of a `toc.md` whose level is more than one below the last: that one's level, and its own.
    SkippedLevel(usize, usize, TextRange),
    /// A `topicHref` that names a table of contents or a folder.
    TopicIsToc(TextRange),
    /// A `tocHref` that names neither a table of contents nor a folder.
    TocIsTopic(TextRange),
    /// A `toc.md` beside a `toc.yml`, which is used alone.
    Doubled,
    /// Tables of contents that hold each other: their paths.
    Circular(Box<[Box<str>]>, TextRange),
    /// More tables of contents in this one than can be shown; the entry that opens the first that is left out.
    TooMany(TextRange),
}

impl TocProblem {
    /// Where the problem is.
    pub fn range(&self) -> TextRange {
        match self {
            Self::Yaml(problem) => problem.range(),
            Self::Doubled => TextRange::default(),
            Self::NotAList(_, range)
            | Self::NotAnEntry(_, range)
            | Self::EmptyEntry(range)
            | Self::Nameless(range)
            | Self::NoText(_, _, range)
            | Self::TooMany(range)
            | Self::DuplicateKey(_, range, _)
            | Self::SkippedLevel(_, _, range)
            | Self::TopicIsToc(range)
            | Self::TocIsTopic(range)
            | Self::Circular(_, range)
            | Self::SimilarKey(_, _, range) => *range,
        }
    }
}

/// One entry as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawTocEntry {
    /// The words shown.
    pub name: Box<str>,
    /// The page (`topicHref`, `homepage`, or `href`), when there is one.
    pub href: Option<Spanned<Box<str>>>,
    /// Another table of contents whose entries stand below this one (`tocHref`, or `href`).
    pub toc: Option<Spanned<Box<str>>>,
    /// What it speaks for where it describes the way to pages (`tocHref`, else its page), as written.
    pub covers: Option<Box<str>>,
    /// The uid of the page (`uid`, `topicUid`).
    pub uid: Option<Spanned<Box<str>>>,
    /// Whether what is below it is shown from the start.
    pub expanded: bool,
    /// Other words that readers may look for it by (`displayName`).
    pub terms: Box<str>,
    /// Entries below (`items`).
    pub items: Vec<RawTocEntry>,
}

/// A table of contents with its targets found.
#[derive(Debug)]
pub struct Toc {
    /// The file.
    pub file: FileId,
    /// The folder below the locale that it speaks for.
    pub folder: Box<str>,
    /// Its entries.
    pub entries: Vec<TocEntry>,
    /// Addresses of other sites, with their places.
    pub external: Vec<Spanned<Box<str>>>,
    /// Targets that do not exist.
    pub unresolved: Vec<Spanned<Box<str>>>,
    /// Uids that nothing has, with their places.
    pub unknown: Vec<Spanned<Box<str>>>,
    /// Targets whose page has not the place that they name.
    pub misplaced: Vec<Spanned<Box<str>>>,
    /// Whether another table of its language holds its entries: then readers find them there.
    pub is_held: bool,
    /// Why it, or a part of it, could not be read.
    pub problems: Vec<TocProblem>,
}

/// A file that describes the way to pages (`breadcrumb_path`), with its targets found.
#[derive(Debug)]
pub struct Trails {
    /// Its path below the language, without its ending.
    pub at: Box<str>,
    /// The outermost stations.
    pub stations: Vec<Station>,
}

/// A station on the way to pages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Station {
    /// The words shown.
    pub name: Box<str>,
    /// The language of the words, when it is not the reader's.
    pub name_in: Option<LocaleIndex>,
    /// The path below the language, in lower case, below which pages pass it; empty for all of them.
    pub covers: Box<str>,
    /// Where it leads.
    pub target: TocTarget,
    /// The stations behind it.
    pub items: Vec<Station>,
}

impl Trails {
    /// The stations on the way to a page, by its path below the language: those to the one that covers it most closely.
    pub fn to(&self, page: &str) -> Vec<&Station> {
        fn closest<'s>(
            stations: &'s [Station],
            page: &str,
            way: &mut Vec<&'s Station>,
            best: &mut Vec<&'s Station>,
        ) {
            for station in stations {
                way.push(station);
                let length = |way: &[&Station]| way.last().map(|it| it.covers.len());
                if station.covers(page) && length(best) <= length(way) {
                    best.clone_from(way);
                }
                closest(&station.items, page, way, best);
                way.pop();
            }
        }
        let mut best = Vec::new();
        closest(&self.stations, page, &mut Vec::new(), &mut best);
        best
    }
}

impl Station {
    fn covers(&self, page: &str) -> bool {
        let page = page.to_lowercase();
        let rest = page.strip_prefix(&*self.covers);
        rest.is_some_and(|rest| self.covers.is_empty() || rest.is_empty() || rest.starts_with('/'))
    }
}

/// One entry of a table of contents.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TocEntry {
    /// The words shown.
    pub name: Box<str>,
    /// The language of the words, when it is not the reader's.
    pub name_in: Option<LocaleIndex>,
    /// Where it leads.
    pub target: TocTarget,
    /// Query and fragment behind the address of the page: `?view=x#place`.
    pub tail: Box<str>,
    /// Other words that readers may look for it by.
    pub terms: Box<str>,
    /// Whether what is below it is shown from the start.
    pub expanded: bool,
    /// Entries below.
    pub items: Vec<TocEntry>,
}

/// Where an entry leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TocTarget {
    /// Nowhere: a caption.
    None,
    /// To a page of this site.
    Page(PageId),
    /// To an absolute address.
    External(Box<str>),
}
