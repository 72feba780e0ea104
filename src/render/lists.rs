//! The two long lists that stand on every page, drawn from patterns: the languages of a page and the entries around it.
//!
//! Templates draw one entry of each look once per language of readers, with marks where its title and its address belong; a page
//! puts its own there. A site in 36 languages has 56 entries on each page, and drawing them one by one took half of the time of
//! a page.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{PoisonError, RwLock};

use serde::Serialize;

use super::frame::Frame;
use super::html::escaped_in_template;
use super::view::{LanguageView, NavigationEntry, PageView, TranslationView};
use crate::failure::Failure;
use crate::source::LocaleIndex;

/// Stands for a title in a pattern. No text may hold it: Unicode keeps it from interchange.
const TITLE: char = '\u{FDD0}';
/// Stands for an address.
const ADDRESS: char = '\u{FDD1}';

/// The patterns of one language of readers, by their looks.
#[derive(Debug, Default)]
pub struct Patterns(RwLock<HashMap<String, Pattern>>);

/// An entry as its template draws it.
#[derive(Clone, Debug)]
struct Pattern(Box<[Piece]>);

#[derive(Clone, Debug)]
enum Piece {
    Fixed(Box<str>),
    Title,
    Address,
}

/// An entry of a list.
trait Entry {
    /// The template that draws it, and the name that the template has for it.
    const TEMPLATE: (&'static str, &'static str);

    /// Everything that its pattern depends on, in a word.
    fn look(&self, word: &mut String);
    /// The same with marks for title and address.
    fn marked(&self) -> impl Serialize;
    /// Its title, where the pattern has a mark for it.
    fn title(&self) -> &str;
    /// Its address; empty without one.
    fn address(&self) -> &str;
}

/// Draws the lists of a page. The entries themselves are left out of its view afterwards, unless templates of the project
/// may want them.
///
/// # Errors
/// When a template fails.
pub(super) fn draw(
    frame: &Frame<'_>,
    reader: LocaleIndex,
    view: &mut PageView,
) -> Result<(), Failure> {
    if view.translations.len() > 1 {
        view.switcher = drawn(frame, reader, &view.translations)?;
    }
    view.navigation.list = drawn(frame, reader, &view.navigation.entries)?;
    if !frame.keeps_entries {
        view.translations = Vec::new();
        view.navigation.entries = Vec::new();
    }
    Ok(())
}

fn drawn<E: Entry>(
    frame: &Frame<'_>,
    reader: LocaleIndex,
    entries: &[E],
) -> Result<String, Failure> {
    let patterns = &frame.locale(reader).patterns.0;
    let mut html = String::with_capacity(entries.len() * 160);
    let mut look = String::new();
    let mut at = 0;
    while at < entries.len() {
        // Once for all entries, as long as every look has been seen before.
        let known = patterns.read().unwrap_or_else(PoisonError::into_inner);
        while let Some(entry) = entries.get(at) {
            look.clear();
            entry.look(&mut look);
            let Some(pattern) = known.get(&look) else {
                break;
            };
            pattern.fill(entry, &mut html);
            at += 1;
        }
        drop(known);
        if let Some(entry) = entries.get(at) {
            let pattern = Pattern::of(frame, reader, entry)?;
            let mut known = patterns.write().unwrap_or_else(PoisonError::into_inner);
            known.insert(look.clone(), pattern);
        }
    }
    Ok(html)
}

impl Pattern {
    fn of<E: Entry>(frame: &Frame<'_>, reader: LocaleIndex, entry: &E) -> Result<Self, Failure> {
        let (template, name) = E::TEMPLATE;
        let mut context = frame.locale(reader).context.clone();
        context.insert(name, &entry.marked());
        let mut drawn = Vec::new();
        frame.theme.render(template, &context, 0, &mut drawn)?;
        let drawn = String::from_utf8_lossy(&drawn);
        let mut pieces = Vec::new();
        let mut rest = &*drawn;
        while let Some(mark) = rest.find([TITLE, ADDRESS]) {
            let (before, after) = rest.split_at(mark);
            let (piece, length) = if after.starts_with(TITLE) {
                (Piece::Title, TITLE.len_utf8())
            } else {
                (Piece::Address, ADDRESS.len_utf8())
            };
            pieces.extend([Piece::Fixed(before.into()), piece]);
            rest = &after[length..];
        }
        pieces.push(Piece::Fixed(rest.into()));
        Ok(Self(pieces.into()))
    }

    fn fill(&self, entry: &impl Entry, html: &mut String) {
        for piece in &self.0 {
            match piece {
                Piece::Fixed(text) => html.push_str(text),
                Piece::Title => escaped_in_template(html, entry.title()),
                Piece::Address => escaped_in_template(html, entry.address()),
            }
        }
    }
}

impl Entry for TranslationView {
    const TEMPLATE: (&'static str, &'static str) = ("parts/switcher-entry.html", "translation");

    fn look(&self, word: &mut String) {
        word.push_str(&self.tag);
        language(word, self.shown_in.as_ref());
        word.push(if self.current { '*' } else { ' ' });
    }

    fn marked(&self) -> impl Serialize {
        Self {
            url: ADDRESS.to_string(),
            ..self.clone()
        }
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn address(&self) -> &str {
        &self.url
    }
}

impl Entry for NavigationEntry {
    const TEMPLATE: (&'static str, &'static str) = ("parts/navigation-entry.html", "entry");

    fn look(&self, word: &mut String) {
        // No tag of a language begins so.
        word.push('.');
        language(word, self.title_in.as_ref());
        language(word, self.shown_in.as_ref());
        word.push(if self.url.is_some() { '/' } else { ' ' });
        word.push(if self.current { '*' } else { ' ' });
        if self.depth > 0 {
            let _ = write!(word, "{}", self.depth);
        }
    }

    fn marked(&self) -> impl Serialize {
        Self {
            title: TITLE.to_string(),
            url: self.url.as_ref().map(|_| ADDRESS.to_string()),
            ..self.clone()
        }
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn address(&self) -> &str {
        self.url.as_deref().unwrap_or_default()
    }
}

fn language(word: &mut String, language: Option<&LanguageView>) {
    word.push(',');
    if let Some(language) = language {
        word.push_str(&language.tag);
    }
}
