//! Inclusions: files whose text stands on the page of an article, as blocks, as words, or as code.
//!
//! What is found out here holds for `catalogue`, which counts headings, and for `render`, which writes them, alike.

use std::sync::Arc;

use crate::source::{FileId, LocaleIndex, Span};

use super::{Document, Link};

/// A file that stands on the page of an article; once, however often it stands there.
#[derive(Debug)]
pub struct Included {
    /// The file.
    pub file: FileId,
    /// What was parsed. Its front matter means nothing here.
    pub document: Arc<Document>,
    /// What is added to the places in its text, so that they differ from those in all other texts of the page.
    pub base: u32,
    /// The links and images of its text with their meaning on this page, in order.
    pub links: Box<[Link]>,
    /// Which files its own inclusions mean, in order.
    pub inclusions: Box<[Inclusion]>,
}

/// Which file an inclusion means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Inclusion {
    /// The start of the directive in its document.
    pub start: u32,
    /// The position among the included files of the article; `None` when there is no such file.
    pub included: Option<u32>,
}

/// An inclusion that stays empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfulfilled {
    /// Where the path is written.
    pub span: Span,
    /// The path as written.
    pub written: Box<str>,
    /// Why.
    pub why: WhyEmpty,
}

/// Why an inclusion stays empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyEmpty {
    /// There is no such file: the path that was looked for, and the first locale that has it.
    NoSuchFile(Box<str>, Option<LocaleIndex>),
    /// The file includes itself, over these files: the first and the last are the same.
    Circular(Box<[FileId]>),
    /// Too many files include each other, or the page has too many inclusions.
    TooMany,
}

/// Keeps inclusions from going on for ever. Whoever walks through the texts of a page in their order meets the same limits.
#[derive(Debug)]
pub struct Walk {
    /// The files that are open.
    open: Vec<FileId>,
    /// How many inclusions there were.
    count: usize,
    /// How long the included texts were, in bytes.
    length: u64,
}

/// Deepest nesting of included files.
const DEEPEST: usize = 32;

/// Most inclusions on a page.
const MOST: usize = 4096;

/// Most bytes of included text on a page: files that include each other many times over would grow without end.
const LONGEST: u64 = 16 << 20;

impl Walk {
    /// A walk that begins in an article.
    pub fn new(article: FileId) -> Self {
        Self {
            open: vec![article],
            count: 0,
            length: 0,
        }
    }

    /// Enters a file whose text has so many bytes.
    ///
    /// # Errors
    /// When it must not be entered.
    pub fn enter(&mut self, file: FileId, length: u32) -> Result<(), WhyEmpty> {
        if let Some(at) = self.open.iter().position(|open| *open == file) {
            let chain = self.open[at..].iter().copied().chain([file]);
            return Err(WhyEmpty::Circular(chain.collect()));
        }
        let longer = self.length + u64::from(length);
        if self.open.len() > DEEPEST || self.count >= MOST || longer > LONGEST {
            return Err(WhyEmpty::TooMany);
        }
        self.count += 1;
        self.length = longer;
        self.open.push(file);
        Ok(())
    }

    /// Leaves the file that was entered last.
    pub fn leave(&mut self) {
        self.open.pop();
    }
}

/// Which file the inclusion at a place means.
pub fn inclusion_at(inclusions: &[Inclusion], start: u32) -> Option<u32> {
    let at = inclusions.binary_search_by_key(&start, |inclusion| inclusion.start);
    inclusions[at.ok()?].included
}

/// A part of a file that is shown as code, as the address of a snippet names it:
/// `Program.cs?name=region&range=1-3,5&highlight=2&dedent=4`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The region, when one is named.
    pub name: Option<Box<str>>,
    /// Lines from 1, first and last; a last line that is missing is that of the file.
    pub lines: Box<[(usize, Option<usize>)]>,
    /// The lines of the part to point out, as written.
    pub highlight: Box<str>,
    /// How many blanks to take away before each line; `None`: as many as all lines have.
    pub dedent: Option<usize>,
}

impl Part {
    /// Reads the query or fragment of an address.
    pub fn read(written: &str) -> Self {
        let mut part = Self::default();
        let (address, fragment) = written
            .split_once('#')
            .map_or((written, None), |(address, fragment)| {
                (address, Some(fragment))
            });
        let query = address.split_once('?').map_or("", |(_, query)| query);
        let (mut start, mut end) = (None, None);
        for pair in query.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = value.trim();
            match key.trim().to_ascii_lowercase().as_str() {
                "name" | "id" if !value.is_empty() => part.name = Some(value.into()),
                "range" => part.lines = ranges(value),
                "highlight" => part.highlight = value.into(),
                "dedent" => part.dedent = value.parse().ok(),
                "start" => start = value.parse().ok(),
                "end" => end = value.parse().ok(),
                _ => {}
            }
        }
        if let Some(start) = start {
            part.lines = [(start, end)].into();
        }
        match fragment {
            Some(fragment) if part.name.is_none() && part.lines.is_empty() => {
                let lines = ranges(&fragment.replace(['L', 'l'], ""));
                if fragment.starts_with(['L', 'l']) && !lines.is_empty() {
                    part.lines = lines;
                } else if !fragment.is_empty() {
                    part.name = Some(fragment.into());
                }
            }
            _ => {}
        }
        part
    }
}

/// `1-3,5,8-` as pairs.
fn ranges(written: &str) -> Box<[(usize, Option<usize>)]> {
    let range = |range: &str| {
        let (first, last) = range
            .split_once('-')
            .map_or((range, Some(range)), |(first, last)| (first, Some(last)));
        let first = first.trim();
        let first = if first.is_empty() {
            1
        } else {
            first.parse().ok()?
        };
        let last = last.map(str::trim).filter(|last| !last.is_empty());
        Some((first, last.map(str::parse).transpose().ok()?))
    };
    written.split(',').filter_map(range).collect()
}

/// What is known of a file that is shown as code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeFile {
    /// How many lines it has.
    pub lines: usize,
    /// The names of its regions, in the order in which they begin.
    pub regions: Box<[Box<str>]>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_of_a_file_is_read_from_its_address() {
        let part = Part::read("a.cs?name=snippet_1&highlight=1,3-4&dedent=4");
        assert_eq!(part.name.as_deref(), Some("snippet_1"));
        assert_eq!((&*part.highlight, part.dedent), ("1,3-4", Some(4)));
        let lines = |written| Part::read(written).lines.to_vec();
        assert_eq!(
            lines("a.cs?range=2,4-5,9-"),
            [(2, Some(2)), (4, Some(5)), (9, None)]
        );
        assert_eq!(lines("a.cs?start=3&end=7"), [(3, Some(7))]);
        assert_eq!(lines("a.cs#L3-L7"), [(3, Some(7))]);
        assert_eq!(Part::read("a.cs#Lines").name.as_deref(), Some("Lines"));
        assert_eq!(Part::read("a.cs"), Part::default());
    }

    #[test]
    fn a_walk_ends() {
        let file = FileId;
        let mut walk = Walk::new(file(0));
        assert_eq!(walk.enter(file(1), 9), Ok(()));
        let chain = [file(0), file(1), file(0)];
        assert_eq!(
            walk.enter(file(0), 9),
            Err(WhyEmpty::Circular(chain.into()))
        );
        for number in 2..=DEEPEST {
            assert_eq!(walk.enter(file(u32::try_from(number).unwrap()), 9), Ok(()));
        }
        assert_eq!(walk.enter(file(9999), 9), Err(WhyEmpty::TooMany));
    }
}
