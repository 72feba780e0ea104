//! The text of `polydoc.yml` as a tree in which every key and value knows its place.
//!
//! In: a text. Out: a [`Node`], or the first thing that makes the text no YAML; keys that stand there twice are listed.
//! What the values mean is not decided here: `validate` compares them with the table of keys.

use std::collections::HashMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span};

use crate::model::Value;
use crate::source::TextRange;

use super::problem::Problem;

/// Deepest nesting of lists and maps; real files have four.
const DEEPEST: usize = 64;
/// Most values, those that aliases repeat included, so that a small file cannot fill the memory.
const MOST_NODES: usize = 100_000;

/// A value and its place.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Where it stands; for lists and maps from the first to the last value.
    pub(super) range: TextRange,
    /// What it is.
    pub(super) kind: NodeKind,
}

/// What stands at a place.
#[derive(Clone, Debug)]
pub(super) enum NodeKind {
    /// A single value; `plain` when it stands without quotes, so that it may be a number, `true` or nothing.
    Scalar { text: String, plain: bool },
    /// A list.
    List(Vec<Node>),
    /// A map, in the order written.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The text of the key.
    pub(super) key: String,
    /// Where the key stands.
    pub(super) key_range: TextRange,
    /// The value.
    pub(super) value: Node,
}

impl Node {
    /// The value with the types of YAML's core schema; numbers keep their spelling.
    pub(super) fn value(&self) -> Value {
        match &self.kind {
            NodeKind::Scalar { text, plain: true } => plain_value(text),
            NodeKind::Scalar { text, plain: false } => Value::String(text.as_str().into()),
            NodeKind::List(items) => Value::List(items.iter().map(Self::value).collect()),
            NodeKind::Map(entries) => {
                let pair = |entry: &Entry| (entry.key.as_str().into(), entry.value.value());
                Value::Map(entries.iter().map(pair).collect())
            }
        }
    }

    /// The text of a scalar that is text: quoted, or not to be taken for a number, a truth value or nothing.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar { text, plain } => {
                (!plain || matches!(plain_value(text), Value::String(_))).then_some(text)
            }
            _ => None,
        }
    }

    /// The entries of a map; none for anything else.
    pub(super) fn entries(&self) -> &[Entry] {
        match &self.kind {
            NodeKind::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; none for anything else.
    pub(super) fn items(&self) -> &[Self] {
        match &self.kind {
            NodeKind::List(items) => items,
            _ => &[],
        }
    }

    /// The entry with a key.
    pub(super) fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// What it is, for people.
    pub(super) fn describe(&self) -> &'static str {
        match self.kind {
            NodeKind::List(_) => "a list",
            NodeKind::Map(_) => "a map",
            NodeKind::Scalar { .. } => match self.value() {
                Value::Null => "nothing",
                Value::Bool(_) => "a truth value",
                Value::Number(_) => "a number",
                _ => "text",
            },
        }
    }
}

/// A plain scalar by YAML 1.2's core schema.
fn plain_value(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ if is_number(text) => Value::Number(text.into()),
        _ => Value::String(text.into()),
    }
}

/// Whether a plain scalar is a number of YAML 1.2's core schema.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(octal) = text.strip_prefix("0o") {
        return !octal.is_empty() && octal.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    }
    if let Some(hex) = text.strip_prefix("0x") {
        return !hex.is_empty() && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    if matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return true;
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let exponent_fits =
        exponent.is_none_or(|text| digits(text.strip_prefix(['-', '+']).unwrap_or(text)));
    let mantissa_fits = match mantissa.split_once('.') {
        Some((whole, "")) => digits(whole),
        Some((whole, part)) => (whole.is_empty() || digits(whole)) && digits(part),
        None => digits(mantissa),
    };
    exponent_fits && mantissa_fits
}

/// Reads a text. `Ok(None)` for one that holds no value at all. Duplicate keys are added to `problems`, the later one is dropped.
pub(super) fn read(text: &str, problems: &mut Vec<Problem>) -> Result<Option<Node>, Problem> {
    // The byte order mark belongs to the encoding, not to the text; places count it.
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader {
        offsets: Offsets::new(body, text.len() - body.len()),
        parser: Parser::new_from_str(body),
        anchors: HashMap::new(),
        budget: MOST_NODES,
        problems,
    };
    reader.stream()
}

/// Byte offsets of characters: the parser counts characters.
struct Offsets {
    starts: Vec<usize>,
}

impl Offsets {
    fn new(body: &str, base: usize) -> Self {
        let starts = body.char_indices().map(|(at, _)| at + base);
        Self {
            starts: starts.chain([body.len() + base]).collect(),
        }
    }

    fn at(&self, marker: Marker) -> usize {
        self.starts[marker.index().min(self.starts.len() - 1)]
    }

    fn range(&self, span: Span) -> TextRange {
        let start = self.at(span.start);
        TextRange::new(start, self.at(span.end).max(start))
    }
}

struct Reader<'t, 'p> {
    offsets: Offsets,
    parser: Parser<'t, saphyr_parser::StrInput<'t>>,
    anchors: HashMap<usize, (Node, usize)>,
    budget: usize,
    problems: &'p mut Vec<Problem>,
}

impl<'t> Reader<'t, '_> {
    fn next(&mut self) -> Result<(Event<'t>, TextRange), Problem> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, self.offsets.range(span))),
            Some(Err(error)) => {
                let at = TextRange::at(self.offsets.at(*error.marker()));
                let mut problem = Problem::new(at, format!("this is no YAML: {}", error.info()));
                problem.help("look for a missing `:`, a quote that is not closed, or lines that are not indented alike");
                Err(problem)
            }
            None => Ok((Event::StreamEnd, TextRange::default())),
        }
    }

    fn stream(&mut self) -> Result<Option<Node>, Problem> {
        let mut root = None;
        loop {
            let (event, range) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root),
                Event::DocumentStart(_) if root.is_some() => {
                    let mut problem = Problem::new(range, "a second document begins here");
                    problem.help("keep one document in the file: remove this `---`");
                    return Err(problem);
                }
                Event::StreamStart
                | Event::DocumentStart(_)
                | Event::DocumentEnd
                | Event::Nothing => {}
                event => root = Some(self.node(event, range, 0)?.0),
            }
        }
    }

    /// The value that an event begins, and how many values it is made of.
    fn node(
        &mut self,
        event: Event<'t>,
        range: TextRange,
        depth: usize,
    ) -> Result<(Node, usize), Problem> {
        if depth > DEEPEST {
            return Err(Problem::new(
                range,
                format!("lists and maps are nested more than {DEEPEST} deep"),
            ));
        }
        let (node, anchor, size) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let text_tag =
                    tag.is_some_and(|tag| tag.is_yaml_core_schema() && tag.suffix == "str");
                let plain = style == ScalarStyle::Plain && !text_tag;
                (
                    Node {
                        range,
                        kind: NodeKind::Scalar {
                            text: text.into_owned(),
                            plain,
                        },
                    },
                    anchor,
                    1,
                )
            }
            Event::SequenceStart(anchor, _) => {
                let (node, size) = self.list(range, depth)?;
                (node, anchor, size)
            }
            Event::MappingStart(anchor, _) => {
                let (node, size) = self.map(range, depth)?;
                (node, anchor, size)
            }
            Event::Alias(anchor) => {
                let Some((node, size)) = self.anchors.get(&anchor).cloned() else {
                    return Err(Problem::new(
                        range,
                        "this alias stands inside the value that it names",
                    ));
                };
                self.spend(size, range)?;
                return Ok((node, size));
            }
            _ => return Err(Problem::new(range, "a value is missing here")),
        };
        self.spend(1, range)?;
        if anchor != 0 {
            self.anchors.insert(anchor, (node.clone(), size));
        }
        Ok((node, size))
    }

    fn spend(&mut self, nodes: usize, range: TextRange) -> Result<(), Problem> {
        match self.budget.checked_sub(nodes) {
            Some(rest) => self.budget = rest,
            None => {
                return Err(Problem::new(
                    range,
                    format!("the file holds more than {MOST_NODES} values"),
                ));
            }
        }
        Ok(())
    }

    fn list(&mut self, start: TextRange, depth: usize) -> Result<(Node, usize), Problem> {
        let (mut items, mut size) = (Vec::new(), 1);
        loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let range = covering(start, items.last().map(|item: &Node| item.range));
                return Ok((
                    Node {
                        range,
                        kind: NodeKind::List(items),
                    },
                    size,
                ));
            }
            let (item, more) = self.node(event, range, depth + 1)?;
            size += more;
            items.push(item);
        }
    }

    fn map(&mut self, start: TextRange, depth: usize) -> Result<(Node, usize), Problem> {
        let (mut entries, mut size): (Vec<Entry>, _) = (Vec::new(), 1);
        loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let range = covering(start, entries.last().map(|entry| entry.value.range));
                return Ok((
                    Node {
                        range,
                        kind: NodeKind::Map(entries),
                    },
                    size,
                ));
            }
            let (key, more) = self.node(event, range, depth + 1)?;
            let (event, range) = self.next()?;
            let (value, still_more) = self.node(event, range, depth + 1)?;
            size += more + still_more;
            let NodeKind::Scalar { text, .. } = key.kind else {
                let problem =
                    Problem::new(key.range, format!("a key is text, not {}", key.describe()));
                self.problems.push(problem);
                continue;
            };
            if let Some(first) = entries.iter().find(|entry| entry.key == text) {
                let mut problem =
                    Problem::new(key.range, format!("the key `{text}` stands here twice"));
                problem
                    .also(first.key_range, "first here")
                    .help("keep one of the two");
                self.problems.push(problem);
                continue;
            }
            entries.push(Entry {
                key: text,
                key_range: key.range,
                value,
            });
        }
    }
}

fn covering(start: TextRange, last: Option<TextRange>) -> TextRange {
    last.map_or(start, |last| TextRange {
        start: start.start,
        end: last.end.max(start.end),
    })
}
