//! The body of a page as one stream of events: the article's own, those of what it includes in their places, code from files,
//! and the names of what links without words of their own lead to.
//!
//! In: the texts of the page. Out: events that are written, searched and described like any others. Places in included texts are
//! moved (see [`Included::base`]), so that each names one place of the page.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::markup::{
    self, CowStr, Event, HtmlPiece, HtmlTag, LinkType, Located, Options, Reference, Tag, TagEnd,
};
use crate::model::{
    Article, Inclusion, Link, Part, SHORT_REFERENCE, Target, Unresolved, Walk, inclusion_at,
};
use crate::parse;
use crate::source::{FileId, TextRange};

/// The texts that stand on a page beside the article's own.
#[derive(Debug, Default)]
pub struct Texts {
    /// The path of the article, as a path of the site.
    path: Box<str>,
    by_file: BTreeMap<FileId, String>,
}

impl Texts {
    /// The texts of the article at a path of the site; there are none yet.
    pub fn new(path: &str) -> Self {
        Self {
            path: path.into(),
            by_file: BTreeMap::new(),
        }
    }

    /// The path of the article.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Adds a file.
    pub fn add(&mut self, file: FileId, bytes: &[u8]) {
        self.by_file.insert(file, parse::decode(bytes).into_owned());
    }

    /// The files that stand on the page of an article, beside its own, each once.
    pub fn of(article: &Article) -> Vec<FileId> {
        let links = article.texts().flat_map(|(_, _, links)| links);
        let shown = links.filter_map(|link| match link.target {
            Target::Shown { file, .. } => Some(file),
            _ => None,
        });
        let included = article.includes.iter().map(|included| included.file);
        let mut files: Vec<FileId> = included.chain(shown).collect();
        files.sort_unstable();
        files.dedup();
        files
    }
}

/// The events of an article's page. `own` is its own text.
pub(super) fn events<'t>(
    article: &Article,
    own: &'t str,
    texts: &'t Texts,
    options: Options,
) -> Vec<Located<'t>> {
    let start = article.document.body_start as usize;
    let events = markup::events(&own[start..], start, options);
    if !events.iter().any(|located| is_open(&located.event)) {
        return events;
    }
    let text = OneText {
        base: 0,
        links: &article.links,
        inclusions: &article.inclusions,
    };
    let mut composer = Composer {
        article,
        texts,
        options,
        walk: Walk::new(article.file),
        code: 0,
    };
    let events = composer.compose(events, text);
    without_empty_paragraphs(events)
}

/// Whether an event is not complete without the site.
fn is_open(event: &Event<'_>) -> bool {
    match event {
        Event::Include { .. } | Event::Snippet { .. } => true,
        Event::Start(Tag::Link(reference)) => is_reference(reference),
        _ => false,
    }
}

/// Whether a link leads to a uid.
fn is_reference(reference: &Reference<'_>) -> bool {
    let is_short =
        || reference.link_type == LinkType::Autolink && reference.url.starts_with(SHORT_REFERENCE);
    let scheme = reference.url.get(..5);
    scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("xref:")) || is_short()
}

/// One text of the page.
#[derive(Clone, Copy)]
struct OneText<'a> {
    base: u32,
    links: &'a [Link],
    inclusions: &'a [Inclusion],
}

impl<'a> OneText<'a> {
    fn link(&self, range: TextRange) -> Option<&'a Link> {
        let start = range.start.checked_sub(self.base)?;
        let at = self
            .links
            .binary_search_by_key(&start, |link| link.range.start);
        Some(&self.links[at.ok()?])
    }
}

struct Composer<'t, 'a> {
    article: &'a Article,
    texts: &'t Texts,
    options: Options,
    walk: Walk,
    /// How many bytes of code there are so far.
    code: usize,
}

/// Most bytes of code from files on a page; what comes after is left out.
const MOST_CODE: usize = 16 << 20;

impl<'t> Composer<'t, '_> {
    /// Completes the events of one text.
    fn compose(&mut self, events: Vec<Located<'t>>, text: OneText<'_>) -> Vec<Located<'t>> {
        let mut out: Vec<Located<'t>> = Vec::with_capacity(events.len());
        let mut around: Vec<Around> = Vec::new();
        let mut events = events.into_iter();
        while let Some(located) = events.next() {
            let range = located.range;
            match located.event {
                Event::Include { url, is_block } => {
                    match self.included(text.inclusions, range.start - text.base) {
                        Some(inner) if is_block => out.extend(inner),
                        Some(inner) => among_words(inner, &around, range, &mut out),
                        None => missing(&url.value, is_block, range, &mut out),
                    }
                }
                Event::Snippet { language, url } => {
                    match self.excerpt(text.link(range), &url.value) {
                        Some(code) => {
                            let info = info(&language, &url.value);
                            push_code(info, code, range, &mut out);
                        }
                        None => missing(&url.value, true, range, &mut out),
                    }
                }
                Event::Start(Tag::Link(reference)) if is_reference(&reference) => {
                    let inside: Vec<Located<'t>> = events
                        .by_ref()
                        .take_while(|inner| inner.event != Event::End(TagEnd::Link))
                        .collect();
                    named(reference, inside, text.link(range), range, &mut out);
                }
                event => {
                    match &event {
                        Event::Start(tag) => around.push(Around::of(tag)),
                        Event::End(_) => {
                            around.pop();
                        }
                        _ => {}
                    }
                    out.push(Located { event, range });
                }
            }
        }
        out
    }

    /// The events of the file that the inclusion at a place of its text means.
    fn included(&mut self, inclusions: &[Inclusion], start: u32) -> Option<Vec<Located<'t>>> {
        let article = self.article;
        let included = &article.includes[inclusion_at(inclusions, start)? as usize];
        let text: &'t str = self.texts.by_file.get(&included.file)?;
        self.walk
            .enter(included.file, included.document.length)
            .ok()?;
        let body = included.document.body_start as usize;
        let options = Options {
            html: included.document.html,
            ..self.options
        };
        let events = markup::events(&text[body..], body + included.base as usize, options);
        let inner = OneText {
            base: included.base,
            links: &included.links,
            inclusions: &included.inclusions,
        };
        let events = self.compose(events, inner);
        self.walk.leave();
        Some(events)
    }

    fn excerpt(&mut self, link: Option<&Link>, written: &str) -> Option<String> {
        let Target::Shown { file, .. } = link?.target else {
            return None;
        };
        if self.code > MOST_CODE {
            return None;
        }
        let excerpt = parse::excerpt(self.texts.by_file.get(&file)?, &Part::read(written))?;
        self.code += excerpt.len();
        Some(excerpt)
    }
}

/// What words stand in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Paragraph,
    /// What may hold blocks.
    Blocks,
    Link,
    /// Words that may hold only words.
    Words,
}

impl Around {
    fn of(tag: &Tag<'_>) -> Self {
        match tag {
            Tag::Paragraph => Self::Paragraph,
            Tag::Link(_) => Self::Link,
            Tag::Heading { .. }
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Image(_)
            | Tag::CodeBlock { .. } => Self::Words,
            _ => Self::Blocks,
        }
    }
}

/// Puts a file among words: its paragraphs lose their borders, other blocks divide the paragraph around them.
fn among_words<'t>(
    inner: Vec<Located<'t>>,
    around: &[Around],
    range: TextRange,
    out: &mut Vec<Located<'t>>,
) {
    let is_paragraph = |event: &Event<'_>| {
        matches!(
            event,
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)
        )
    };
    let has_blocks = inner
        .iter()
        .any(|it| is_block(&it.event) && !is_paragraph(&it.event));
    match around.last() {
        Some(Around::Paragraph) if has_blocks => {
            let mut push = |event| out.push(Located { event, range });
            push(Event::End(TagEnd::Paragraph));
            out.extend(inner);
            let event = Event::Start(Tag::Paragraph);
            out.push(Located { event, range });
        }
        None | Some(Around::Blocks) if has_blocks => out.extend(inner),
        _ => {
            let in_link = around.contains(&Around::Link);
            let is_kept = |event: &Event<'_>| {
                let is_link =
                    matches!(event, Event::Start(Tag::Link(_)) | Event::End(TagEnd::Link));
                !(is_block(event) || in_link && is_link)
            };
            let mut is_first = true;
            for located in inner {
                if matches!(located.event, Event::Start(Tag::Paragraph))
                    && !std::mem::take(&mut is_first)
                {
                    let event = Event::Text(CowStr::from(" "));
                    out.push(Located { event, range });
                }
                if is_kept(&located.event) {
                    out.push(located);
                }
            }
        }
    }
}

/// Whether an event belongs to a block.
fn is_block(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => !matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link(_) | Tag::Image(_)
        ),
        Event::End(end) => !matches!(
            end,
            TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
        ),
        Event::Rule | Event::Video { .. } | Event::Html(HtmlPiece::Verbatim(_)) => true,
        Event::Html(HtmlPiece::Open(HtmlTag { name, .. }) | HtmlPiece::Close(name)) => !matches!(
            &**name,
            "span"
                | "a"
                | "br"
                | "b"
                | "i"
                | "em"
                | "strong"
                | "code"
                | "sub"
                | "sup"
                | "kbd"
                | "img"
                | "u"
                | "small"
                | "mark"
        ),
        _ => false,
    }
}

/// The words of a link to a uid: those written, else the name of its target.
fn named<'t>(
    reference: Reference<'t>,
    inside: Vec<Located<'t>>,
    link: Option<&Link>,
    range: TextRange,
    out: &mut Vec<Located<'t>>,
) {
    let is_short = reference.url.starts_with(SHORT_REFERENCE);
    let is_found = link
        .is_some_and(|link| !matches!(link.target, Target::Unresolved(Unresolved::NoSuchUid(_))));
    if is_short && !is_found {
        out.extend(inside);
        return;
    }
    let has_words = reference.link_type != LinkType::Autolink && !inside.is_empty();
    let url = reference.url.clone();
    out.push(Located {
        event: Event::Start(Tag::Link(reference)),
        range,
    });
    if has_words {
        out.extend(inside);
    } else {
        let words = link
            .and_then(|link| link.words.as_deref())
            .map(str::to_owned);
        // What is not found is shown by its uid alone.
        let uid = || {
            let uid = url.split(['?', '#']).next().unwrap_or_default();
            uid.get(5..).unwrap_or_default().to_owned()
        };
        let words = CowStr::from(Cow::<'static, str>::Owned(words.unwrap_or_else(uid)));
        let event = Event::Text(words);
        out.push(Located { event, range });
    }
    out.push(Located {
        event: Event::End(TagEnd::Link),
        range,
    });
}

/// The language of a snippet, and the lines to point out.
fn info(language: &str, written: &str) -> String {
    let part = Part::read(written);
    let path = written.split(['?', '#']).next().unwrap_or_default();
    let language = match (language, path.rsplit_once('.')) {
        ("", Some((_, ending))) if !ending.contains('/') => ending.to_ascii_lowercase(),
        _ => language.to_owned(),
    };
    let lines: String = part.highlight.split_whitespace().collect();
    if lines.is_empty() {
        language
    } else {
        format!("{language} highlight=\"{lines}\"")
    }
}

fn push_code(info: String, code: String, range: TextRange, out: &mut Vec<Located<'_>>) {
    let code_block = Tag::CodeBlock {
        info: CowStr::from(info),
        fenced: true,
    };
    for event in [
        Event::Start(code_block),
        Event::Text(CowStr::from(code)),
        Event::End(TagEnd::CodeBlock),
    ] {
        out.push(Located { event, range });
    }
}

/// Shows the path of a file that is missing.
fn missing(written: &str, is_block: bool, range: TextRange, out: &mut Vec<Located<'_>>) {
    let path = written.split(['?', '#']).next().unwrap_or_default();
    let mut push = |event: Event<'static>| out.push(Located { event, range });
    if is_block {
        push(Event::Start(Tag::Paragraph));
    }
    push(Event::Html(HtmlPiece::Open(HtmlTag {
        name: Cow::Borrowed("span"),
        attributes: vec![(Cow::Borrowed("class"), CowStr::from("unresolved"), range)],
        removed: Vec::new(),
        idle: Vec::new(),
        void: false,
    })));
    push(Event::Text(CowStr::from(path.to_owned())));
    push(Event::Html(HtmlPiece::Close(Cow::Borrowed("span"))));
    if is_block {
        push(Event::End(TagEnd::Paragraph));
    }
}

/// The events without the halves of paragraphs in which nothing is left.
fn without_empty_paragraphs(events: Vec<Located<'_>>) -> Vec<Located<'_>> {
    let mut out: Vec<Located<'_>> = Vec::with_capacity(events.len());
    for located in events {
        if located.event == Event::End(TagEnd::Paragraph) {
            let blanks = out.iter().rev().take_while(|it| match &it.event {
                Event::SoftBreak => true,
                Event::Text(text) => text.trim().is_empty(),
                _ => false,
            });
            let before = out.len() - blanks.count();
            if before > 0 && out[before - 1].event == Event::Start(Tag::Paragraph) {
                out.truncate(before - 1);
                continue;
            }
        }
        out.push(located);
    }
    out
}
