//! One parsed file: facts in the order they are written, and defects. It knows no other file and no path.

use crate::diagnostics::Edit;
use crate::source::{ContentHash, Spanned, TextRange};

use super::{FrontMatter, Heading, HtmlLevel, Origins, RawAnchor, RawLink};

/// Everything later steps need to know of one Markdown file. Ranges count from the start of the file.
#[derive(Debug)]
pub struct Document {
    /// Hash of the whole text; a text that hashes differently when it is read again is parsed anew.
    pub hash: ContentHash,
    /// The front matter as written.
    pub front_matter: FrontMatter,
    /// Where the body begins.
    pub body_start: u32,
    /// How long the text is, in bytes.
    pub length: u32,
    /// Headings, anchors, links and includes in the order they stand in the body.
    pub facts: Box<[Fact]>,
    /// Blocks that translation must keep, in the order they stand in the body.
    pub blocks: Box<[Block]>,
    /// Paragraphs in another language than the file's, when that was looked for.
    pub foreign: Box<[Foreign]>,
    /// What is wrong with the text taken alone.
    pub defects: Box<[Defect]>,
    /// What the author allows.
    pub allowances: Box<[Allowance]>,
    /// How much text there is.
    pub words: Words,
    /// How much raw HTML was let through; whoever reads the text again lets as much through.
    pub html: HtmlLevel,
    /// Where the text comes from, when it was made from the file and is not the file's own; all ranges count in what was made.
    pub origins: Option<Origins>,
}

/// How much text a document holds, without front matter and markup.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Runs of letters and digits; a character of a script written without blanks counts as one.
    pub count: u32,
}

/// Something in the body that later steps need.
#[derive(Debug, PartialEq, Eq)]
pub enum Fact {
    /// A heading.
    Heading(Heading),
    /// An id or name outside headings.
    Anchor(RawAnchor),
    /// A link or an image, in Markdown or raw HTML.
    Link(RawLink),
    /// A wish that another file stand here; `catalogue` fulfils it.
    Include(IncludeSlot),
}

/// A paragraph in another language than the file's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// What it is in, in English.
    pub language: &'static str,
    /// Where it stands.
    pub range: TextRange,
}

/// A block whose kind and place count, not its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it begins.
    pub start: u32,
}

/// A kind of block, in Markdown or raw HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Code.
    Code,
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// A note, a warning and the like.
    Alert,
}

/// A place where another file's content belongs.
#[derive(Debug, PartialEq, Eq)]
pub struct IncludeSlot {
    /// The path as written.
    pub written: Box<str>,
    /// The whole directive. Its start identifies it within its document.
    pub range: TextRange,
    /// The path alone, where diagnostics point.
    pub target_range: TextRange,
}

/// Something wrong, as a fact; `check` decides what to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// What.
    pub kind: DefectKind,
    /// Where.
    pub range: TextRange,
}

/// What can be wrong with a text taken alone (beside its front matter, see [`super::YamlProblem`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefectKind {
    /// The bytes are no valid UTF-8; the broken ones were replaced by U+FFFD.
    InvalidUtf8,
    /// The file begins with a byte-order mark.
    ByteOrderMark,
    /// A NUL character.
    Nul,
    /// A tag that HTML does not know, shown as text: as written, and what it stands in.
    UnknownTag(Box<str>, Around),
    /// A tag that could run a script or break the page, removed; its name.
    RemovedTag(Box<str>),
    /// An attribute that could run a script or break the page, removed: tag, attribute.
    RemovedAttribute(Box<str>, Box<str>),
    /// An attribute of old presentation, or one that is written twice, left out: tag, attribute.
    IdleAttribute(Box<str>, Box<str>),
    /// A class that content may not use, left out.
    RemovedClass(Box<str>),
    /// A URL in raw HTML or Markdown with a scheme that is not allowed.
    ForbiddenScheme(Box<str>),
    /// A closing tag without its opening one; the tag's name.
    StrayEndTag(Box<str>),
    /// An opening tag that is never closed; the tag's name.
    UnclosedTag(Box<str>),
    /// An alert keyword that is translated, misspelt or damaged: as written, what it means, and the marker with its brackets,
    /// when it begins a quotation.
    OddAlert(Box<str>, &'static str, Option<Spanned<Box<str>>>),
    /// A second keyword behind that of an alert, which is left out: as written, and the marker with the blanks behind it.
    SecondAlert(Box<str>, Option<Spanned<Box<str>>>),
    /// An alert keyword nobody knows.
    UnknownAlert(Box<str>),
    /// A reference link `[text][label]` whose label is defined nowhere.
    MissingReference(Box<str>),
    /// Control characters that are no line end, tabulator or NUL: all of the text, at least one.
    ControlCharacters(Box<[Spanned<char>]>),
    /// Characters that turn the direction of the text around them: all of the text, at least one.
    DirectionControls(Box<[Spanned<char>]>),
    /// A line end unlike those before; the place of the first such.
    MixedLineEnds,
    /// Stars that were meant as emphasis and are shown.
    LiteralEmphasis,
    /// A blank between `[text]` and `(address)`; its place, and what makes a link of it when the address is closed.
    SpacedLink(Box<[Edit]>),
    /// Blanks within the `(address)` behind `[text]`, which is no link because of them; the place of the address. What makes a link of
    /// it, should the blanks belong there.
    BlankInAddress(Box<[Edit]>),
    /// A word that touches the end of a link, in a script with blanks between words; the word.
    GluedLink(Box<str>),
    /// Wide parentheses (`（`) around the address behind `[text]`; the place of the first, and what makes a link of it when they are
    /// closed.
    WideLink(Box<[Edit]>),
    /// A word that touches the beginning of a link, in a script with blanks between words; the word, and the first letter of
    /// the link.
    GluedBefore(Box<str>, char),
    /// A list item or an image in an indented code block; its first line.
    AccidentalCode,
    /// Blocks or quotes nested deeper than the limit; what is below is shown as text.
    TooDeep,
    /// A directive that is not written as it should be: its name, and what is wrong with it.
    MalformedDirective(Box<str>, Box<str>),
    /// A directive that is not ended before what it stands in is; its name.
    UnclosedDirective(Box<str>),
    /// The end of a directive that did not begin; its name.
    StrayDirectiveEnd(Box<str>),
    /// `:::` with a name that nobody knows.
    UnknownDirective(Box<str>),
}

/// What something stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// Markdown.
    Text,
    /// A block of HTML, where Markdown has no meaning.
    HtmlBlock,
}

/// The author's word that findings of a rule are meant to be: `<!-- polydoc-allow rule: reason -->`, or a key in the front
/// matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The name of the rule as written; empty when none is named.
    pub rule: Spanned<Box<str>>,
    /// Why, when it is said.
    pub reason: Option<Box<str>>,
    /// Findings that begin in this range (its end included) are meant; `None`: in the whole file.
    pub within: Option<TextRange>,
    /// What to take away when it is not needed: the comment, with its line when nothing else stands there; `None` when it says
    /// more than this.
    pub removable: Option<Spanned<Box<str>>>,
}
