//! The search index as data: made from the texts of a language, read by `polydoc search` and by the theme's script.
//!
//! [`build`] takes the pages of one language and gives files with names; [`Index`] takes files by name and answers
//! queries. Both are pure: nothing is read, written or remembered between runs. The format is described for others in
//! `content/en-US/reference/search-index.md`, the ranking in [`query`].
//!
//! | module | what |
//! |---|---|
//! | `fold`, `tokens`, `stems` | from text to words; the first two exist in JavaScript too |
//! | `classes` | words made equal for those who compare texts |
//! | `numbers`, `collect` | from pages to numbered documents and the places of their words |
//! | `bits`, `strings`, `file` | bits, sorted words and compression |
//! | `write`, `read` | the files of the format |
//! | `shares` | an index whose texts are read by several machines |
//! | `query` | asking: the reference ranking, which the script follows to the last tie |

pub use classes::WordClasses;
pub use query::{
    Answer, Asked, Excerpt, Explained, FacetCount, Found, Index, Piece, Reason, SearchError,
};
pub use shares::{Joined, Unjoined, join, share};

mod bits;
mod classes;
mod collect;
mod file;
mod fold;
mod layout;
mod limits;
mod numbers;
pub mod query;
mod read;
mod shares;
mod stems;
mod strings;
mod tokens;
mod write;

#[cfg(test)]
mod tests;

/// The version of the format, in every manifest.
pub const VERSION: u8 = 1;

/// The name of the manifest in the folder of a language's index.
pub const MANIFEST: &str = "manifest.idx";

/// A page that can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What it is called in all builds: it decides the numbers of its documents.
    pub id: String,
    /// Its address without the index's prefix.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Titles of the folders it lies in.
    pub folders: String,
    /// The language of the text.
    pub lang: String,
    /// Whether the text is written from right to left.
    pub right_to_left: bool,
    /// Whether it stands in for a page that its language lacks.
    pub fallback: bool,
    /// By how much its score is raised, in percent; 100 changes nothing.
    pub boost: u16,
    /// Its values for each of the index's facets, in their order.
    pub facets: Vec<Vec<String>>,
    /// Its sections in order; the first is the beginning of the page.
    pub sections: Vec<Section>,
}

/// A part of a page that is a result of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its anchor; empty for the beginning of the page.
    pub anchor: String,
    /// Its heading; empty for the beginning of the page unless that differs from the title.
    pub heading: String,
    /// The headings above it, outermost first, without the page's title.
    pub above: String,
    /// Its text, a line for each block.
    pub text: String,
}

/// What an index is made under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The tag of the language.
    pub locale: String,
    /// Its language alone (`fr`), which chooses the stems.
    pub language: String,
    /// What stands before every page's address.
    pub prefix: String,
    /// The metadata keys that can be filtered by.
    pub facets: Vec<String>,
    /// About how many bytes all files may have together, at the expense of texts and places; 0 for the usual.
    pub bytes: usize,
}

/// A file of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFile {
    /// Its name in the folder of the index: [`MANIFEST`], or made of its contents.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What is in an index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Sections.
    pub documents: usize,
    /// Words in running text.
    pub words: u64,
    /// Different words.
    pub forms: usize,
    /// Files.
    pub files: usize,
    /// Bytes of all files.
    pub bytes: u64,
    /// Bytes of the largest file.
    pub largest: usize,
    /// Bytes of the manifest.
    pub manifest: usize,
}

impl Statistics {
    /// Adds another index: counts are summed, the largest file and manifest are the larger.
    pub fn add(&mut self, other: Self) {
        self.documents += other.documents;
        self.words += other.words;
        self.forms += other.forms;
        self.files += other.files;
        self.bytes += other.bytes;
        self.largest = self.largest.max(other.largest);
        self.manifest = self.manifest.max(other.manifest);
    }
}

/// The folder of a language's index below the output folder, by the name that the language has in addresses.
pub fn folder(locale: &str) -> String {
    format!("assets/search/{locale}")
}

/// Makes the index of one language. The manifest comes last.
pub fn build(pages: &[Page], options: &Options) -> (Vec<IndexFile>, Statistics) {
    let documents = numbers::number(pages);
    let collected = collect::collect(pages, &documents, options);
    write::write(pages, &documents, &collected, options)
}

/// A text folded as the index folds it, and its tokens with their places, for comparison with other implementations.
pub fn analyze(text: &str) -> (String, Vec<(String, u32)>) {
    let folded = fold::fold(text);
    let mut found = Vec::new();
    tokens::tokens(&folded, &mut found);
    let tokens = found
        .into_iter()
        .map(|token| (token.text, token.place))
        .collect();
    (folded, tokens)
}
