//! The shape of a YAML block with the place of every node, and the judgement whether it is YAML at all.
//!
//! Takes a block, gives a flat tree in which aliases are references: nothing is copied, so that a few bytes cannot
//! become gigabytes. It gives scalars no types.

use std::borrow::Cow;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span};

use crate::model::YamlProblem;
use crate::source::TextRange;

/// Deepest nesting; what `serde_yaml` allows.
const NESTING: usize = 127;

/// Most bytes that the values may hold after every alias was replaced by what it stands for.
const EXPANDED: usize = 1 << 20;

/// A YAML document.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    root: Option<usize>,
}

/// A node of the tree.
#[derive(Debug)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) kind: Kind,
    /// Where it stands, without blanks around it.
    pub(crate) range: TextRange,
    /// Bytes it holds, aliases replaced.
    size: usize,
}

/// What a node is; the numbers are nodes.
#[derive(Debug)]
pub(crate) enum Kind {
    /// A scalar: its text, and whether it stands without quotes.
    Scalar { text: Box<str>, plain: bool },
    /// A sequence.
    List(Vec<usize>),
    /// A mapping.
    Map(Vec<(usize, usize)>),
    /// Another node's name.
    Alias(usize),
}

impl Node {
    /// A scalar's text.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Whether it is a scalar that means nothing.
    pub(crate) fn is_null(&self) -> bool {
        match &self.kind {
            Kind::Scalar { text, plain } => {
                *plain && matches!(&**text, "" | "~" | "null" | "Null" | "NULL")
            }
            _ => false,
        }
    }
}

impl Tree {
    /// The outermost node; `None` for a block without any.
    pub(crate) fn root(&self) -> Option<&Node> {
        self.root.map(|root| &self.nodes[root])
    }

    /// The node with that number.
    pub(crate) fn node(&self, number: usize) -> &Node {
        &self.nodes[number]
    }

    /// The node itself, or what it is an alias of.
    pub(crate) fn resolved<'t>(&'t self, node: &'t Node) -> &'t Node {
        match node.kind {
            Kind::Alias(target) => self.resolved(&self.nodes[target]),
            _ => node,
        }
    }
}

/// Reads a block that begins at `base`.
pub(crate) fn read(block: &str, base: usize) -> Result<Tree, YamlProblem> {
    let mut builder = Builder {
        offsets: Offsets::new(block, base),
        nodes: Vec::new(),
        root: None,
        open: Vec::new(),
        anchors: Vec::new(),
    };
    let mut documents = 0;
    for event in Parser::new_from_str(block) {
        let (event, span) = event.map_err(|error| {
            YamlProblem::Syntax(
                error.info().into(),
                builder.offsets.character(*error.marker()),
            )
        })?;
        if matches!(event, Event::DocumentStart(_)) {
            documents += 1;
            if documents > 1 {
                return Err(builder.problem("a second document begins here", span));
            }
        }
        builder.take(event, span)?;
    }
    Ok(Tree {
        nodes: builder.nodes,
        root: builder.root,
    })
}

/// A collection that has begun.
struct Open {
    node: usize,
    /// The key whose value comes next.
    key: Option<usize>,
}

struct Builder<'b> {
    offsets: Offsets<'b>,
    nodes: Vec<Node>,
    root: Option<usize>,
    open: Vec<Open>,
    /// Nodes by the parser's numbers of their anchors.
    anchors: Vec<(usize, usize)>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), YamlProblem> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let size = text.len() + 1;
                let range = self.offsets.trimmed(span);
                let plain = style == ScalarStyle::Plain;
                let text: Box<str> = match text {
                    Cow::Borrowed(text) => text.into(),
                    Cow::Owned(text) => text.into(),
                };
                let node = self.add(Kind::Scalar { text, plain }, range, size, anchor);
                self.place(node, span)
            }
            Event::SequenceStart(anchor, _) => self.begin(Kind::List(Vec::new()), anchor, span),
            Event::MappingStart(anchor, _) => self.begin(Kind::Map(Vec::new()), anchor, span),
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(open) = self.open.pop() else {
                    return Ok(());
                };
                let start = self.nodes[open.node].range;
                let end = self
                    .offsets
                    .trimmed(Span::new(span.start, span.end))
                    .end
                    .max(start.end);
                let last = self.last_end(open.node).unwrap_or(end);
                // A block collection ends where the next token begins; its last child tells more.
                let end = if span.start == span.end { last } else { end };
                let range = TextRange {
                    start: start.start,
                    end: end.max(start.start),
                };
                let is_list = matches!(self.nodes[open.node].kind, Kind::List(_));
                self.nodes[open.node].range = if is_list {
                    self.offsets.with_dash(range)
                } else {
                    range
                };
                self.place(open.node, span)
            }
            Event::Alias(anchor) => {
                let target = self
                    .anchors
                    .iter()
                    .rev()
                    .find(|(number, _)| *number == anchor)
                    .map(|&(_, node)| node);
                let Some(target) =
                    target.filter(|&target| self.open.iter().all(|open| open.node != target))
                else {
                    return Err(self.problem("this alias stands for a value that holds it", span));
                };
                let size = self.nodes[target].size;
                let range = self.offsets.trimmed(span);
                let node = self.add(Kind::Alias(target), range, size, 0);
                self.place(node, span)
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn add(&mut self, kind: Kind, range: TextRange, size: usize, anchor: usize) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Node { kind, range, size });
        if anchor != 0 {
            self.anchors.push((anchor, node));
        }
        node
    }

    fn begin(&mut self, kind: Kind, anchor: usize, span: Span) -> Result<(), YamlProblem> {
        if self.open.len() >= NESTING {
            return Err(self.problem("values are nested too deeply", span));
        }
        let range = self.offsets.trimmed(span);
        let node = self.add(kind, range, 1, anchor);
        self.open.push(Open { node, key: None });
        Ok(())
    }

    /// Puts a node that is complete into the collection around it.
    fn place(&mut self, node: usize, span: Span) -> Result<(), YamlProblem> {
        let size = self.nodes[node].size;
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        let parent = open.node;
        match (&mut self.nodes[parent].kind, open.key.take()) {
            (Kind::List(items), _) => items.push(node),
            (Kind::Map(entries), Some(key)) => entries.push((key, node)),
            (Kind::Map(_), None) => open.key = Some(node),
            (Kind::Scalar { .. } | Kind::Alias(_), _) => {}
        }
        let parent = &mut self.nodes[parent];
        parent.size = parent.size.saturating_add(size);
        // What is written out is as long as it is; only what aliases add to it is bounded.
        if parent.size > EXPANDED.saturating_add(self.offsets.block.len()) {
            return Err(self.problem("values grow too large by their aliases", span));
        }
        Ok(())
    }

    /// Where the last child of a collection ends.
    fn last_end(&self, node: usize) -> Option<u32> {
        let last = match &self.nodes[node].kind {
            Kind::List(items) => *items.last()?,
            Kind::Map(entries) => entries.last()?.1,
            Kind::Scalar { .. } | Kind::Alias(_) => return None,
        };
        Some(self.nodes[last].range.end)
    }

    fn problem(&self, message: &str, span: Span) -> YamlProblem {
        YamlProblem::Syntax(message.into(), self.offsets.trimmed(span))
    }
}

/// From the parser's character counts to bytes of the file.
pub(super) struct Offsets<'b> {
    block: &'b str,
    base: usize,
    /// Byte offsets of all characters; empty when each is one byte.
    characters: Vec<usize>,
}

impl<'b> Offsets<'b> {
    pub(super) fn new(block: &'b str, base: usize) -> Self {
        let characters = if block.is_ascii() {
            Vec::new()
        } else {
            block.char_indices().map(|(at, _)| at).collect()
        };
        Self {
            block,
            base,
            characters,
        }
    }

    fn byte(&self, character: usize) -> usize {
        let at = if self.characters.is_empty() {
            character
        } else {
            self.characters
                .get(character)
                .copied()
                .unwrap_or(self.block.len())
        };
        at.min(self.block.len())
    }

    /// A span without blanks at its end.
    fn trimmed(&self, span: Span) -> TextRange {
        let start = self.byte(span.start.index());
        let end = self.byte(span.end.index()).max(start);
        let length = self.block[start..end].trim_end().len();
        TextRange::new(self.base + start, self.base + start + length)
    }

    /// A sequence without indentation is said to begin at its first item; its dash belongs to it.
    fn with_dash(&self, range: TextRange) -> TextRange {
        let (before, after) = self.block.split_at(range.start as usize - self.base);
        let trimmed = before.trim_end_matches(' ');
        if after.starts_with(['[', '-']) || trimmed.len() == before.len() || !trimmed.ends_with('-')
        {
            return range;
        }
        TextRange::new(self.base + trimmed.len() - 1, range.end as usize)
    }

    /// The one character at a marker; nothing at the end of the block or of a line.
    fn character(&self, marker: Marker) -> TextRange {
        self.at_character(marker.index())
    }

    /// The one character with that number.
    pub(super) fn at_character(&self, character: usize) -> TextRange {
        let start = self.byte(character);
        let length = self.block[start..]
            .chars()
            .next()
            .filter(|sign| !sign.is_control())
            .map_or(0, char::len_utf8);
        TextRange::new(self.base + start, self.base + start + length)
    }
}
