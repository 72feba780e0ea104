//! The theme's words in every language: Fluent messages with fallback, checked when they are loaded.
//!
//! In come message files, built-in ones first; out comes one table per site locale. A message without arguments is one
//! string, made once. Arguments that are numbers are written in the language's digits; those that are texts are
//! isolated (U+2068 … U+2069) where their letters run against the language, because an attribute cannot hold `<bdi>`.
//! Nothing here knows templates; a [`Problem`] is a value that the theme turns into a failure.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

pub use audit::{Audit, Language, Use, Uses, Wanted, audit};
pub use bundle::{Bundle, ResolveError, Written};
pub use finding::{Finding, Kind};
pub use problem::Problem;
pub use slots::Slotted;

use judge::judge;
use read::{Entries, Part};

use super::{Grouping, LocaleId, Locales, Pseudo, chain};
use crate::source::LocaleIndex;

mod audit;
mod bundle;
mod finding;
mod judge;
mod problem;
mod read;
mod slots;

/// A file of messages.
#[derive(Clone, Debug)]
pub struct MessageFile {
    /// The path as the author knows it: `locales/fr-FR/site.ftl`.
    pub path: String,
    /// The locale of its folder.
    pub locale: LocaleId,
    /// Its text.
    pub text: String,
    /// Who wrote it.
    pub maker: Maker,
}

/// Who made a file of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// It is in the binary.
    BuiltIn,
    /// It lies in the project.
    Project,
}

/// What a message is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    /// A text of unknown language: a title, a name.
    Text(&'a str),
    /// A whole number: chooses plural forms and is written in the language's digits.
    Number(i64),
    /// A number that only the reader's browser will know: chooses plural forms as this one and is written as a slot.
    Slot(u32),
    /// Any number, as decimal text such as `1.50`. Text that is no number counts as not given.
    Decimal(&'a str),
}

/// Why a message could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageError {
    /// No locale of the chain has it.
    Unknown(String),
    /// It shows a variable that it was not given; its id and Fluent's words for it.
    Incomplete(String, String),
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(id) => write!(
                f,
                "no message `{id}` in this language or one that stands in for it"
            ),
            Self::Incomplete(id, why) => write!(f, "message `{id}` lacks an argument: {why}"),
        }
    }
}

/// Words that another language lends to a site locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The site locale.
    pub locale: LocaleIndex,
    /// How many messages it lacks.
    pub missing: usize,
    /// Whether it has none at all.
    pub is_whole: bool,
    /// Where most of them come from.
    pub stand_in: LocaleId,
}

/// All words.
pub struct Messages {
    /// One per locale that has message files.
    books: Vec<Book>,
    /// One per locale of the site, in its order.
    site: Vec<SiteLocale>,
}

/// Where a locale of the site finds its words.
struct SiteLocale {
    id: LocaleId,
    /// Positions in [`Messages::books`], nearest first.
    chain: Vec<usize>,
}

/// The messages of one locale.
struct Book {
    id: LocaleId,
    words: HashMap<String, Word>,
    bundle: Bundle,
    /// The variables of each message.
    variables: BTreeMap<String, BTreeSet<String>>,
}

/// A message, as far as it could be made when loading.
enum Word {
    /// The text.
    Text(Box<str>),
    /// Text and variables.
    Parts(Vec<Part>),
    /// It chooses between texts, or shows other messages that do.
    Chosen,
}

impl Messages {
    /// Reads the files, later ones over earlier ones message by message, and makes what can be made.
    ///
    /// # Errors
    /// All places where a file breaks Fluent's syntax, names what does not exist, or uses a variable that the `en-US`
    /// message of the same name does not have.
    pub fn load(files: &[MessageFile], locales: &Locales) -> Result<Self, Vec<Problem>> {
        let files = &with_pseudo(files, locales);
        let mut findings = Vec::new();
        let entries = read::read(files, &mut findings);
        let reference = reference(&entries);
        for entries in entries.values() {
            judge(files, entries, reference, &mut findings);
        }
        if !findings.is_empty() {
            return Err(findings.into_iter().map(|found| found.problem).collect());
        }
        let books: Vec<Book> = entries
            .iter()
            .map(|(id, entries)| Book::new(id, entries, files))
            .collect();
        let available: Vec<LocaleId> = books.iter().map(|book| book.id.clone()).collect();
        let position = |id: &LocaleId| available.iter().position(|other| other == id);
        let site = locales.0.iter().map(|locale| {
            let chain = chain(&locale.id, &locale.fallback, &available);
            SiteLocale {
                id: locale.id.clone(),
                chain: chain.iter().filter_map(position).collect(),
            }
        });
        Ok(Self {
            site: site.collect(),
            books,
        })
    }

    /// The site locale with that canonical tag.
    pub fn position(&self, tag: &str) -> Option<LocaleIndex> {
        let at = self
            .site
            .binary_search_by(|site| site.id.as_str().cmp(tag))
            .ok()?;
        u16::try_from(at).ok().map(LocaleIndex)
    }

    /// A message that needs no argument. `None` when no locale of the chain has it, or when it needs some.
    pub fn text(&self, locale: LocaleIndex, id: &str) -> Option<&str> {
        match self.find(locale, id)? {
            (_, Word::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// A message with its arguments.
    ///
    /// # Errors
    /// When there is no such message or an argument is missing. Loading a theme finds the former in templates.
    pub fn format(
        &self,
        locale: LocaleIndex,
        id: &str,
        arguments: &[(&str, Argument<'_>)],
    ) -> Result<Cow<'_, str>, MessageError> {
        let (book, word) = self
            .find(locale, id)
            .ok_or_else(|| MessageError::Unknown(id.to_owned()))?;
        match word {
            Word::Text(text) => Ok(Cow::Borrowed(text)),
            Word::Parts(parts) => book.join(id, parts, arguments).map(Cow::Owned),
            Word::Chosen => book.choose(id, arguments).map(Cow::Owned),
        }
    }

    /// The variables of a message in the locale that provides it; `None` when there is no such message.
    pub fn variables(&self, locale: LocaleIndex, id: &str) -> Option<&BTreeSet<String>> {
        self.find(locale, id)
            .and_then(|(book, _)| book.variables.get(id))
    }

    /// Per site locale, what other languages lend it; locales that lack nothing are left out.
    pub fn gaps(&self) -> Vec<Gap> {
        let ids: BTreeSet<&String> = self
            .books
            .iter()
            .flat_map(|book| book.variables.keys())
            .collect();
        let gap = |(index, site): (LocaleIndex, &SiteLocale)| {
            let mut lent: BTreeMap<&LocaleId, usize> = BTreeMap::new();
            let own = site.id.likely();
            let mut has_some = false;
            for id in &ids {
                // A project may have words of its own for a few languages only.
                let Some((book, _)) = self.find(index, id) else {
                    continue;
                };
                let other = book.id.likely();
                if other.language != own.language || other.script != own.script {
                    *lent.entry(&book.id).or_default() += 1;
                } else {
                    has_some = true;
                }
            }
            let missing = lent.values().sum();
            let (stand_in, _) = lent.into_iter().max_by_key(|(_, count)| *count)?;
            Some(Gap {
                locale: index,
                missing,
                is_whole: !has_some,
                stand_in: stand_in.clone(),
            })
        };
        (0u16..)
            .map(LocaleIndex)
            .zip(&self.site)
            .filter_map(gap)
            .collect()
    }

    fn find(&self, locale: LocaleIndex, id: &str) -> Option<(&Book, &Word)> {
        let site = self.site.get(locale.index())?;
        site.chain.iter().find_map(|&book| {
            let book = &self.books[book];
            Some((book, book.words.get(id)?))
        })
    }
}

impl Book {
    fn new(id: &LocaleId, entries: &Entries<'_>, files: &[MessageFile]) -> Self {
        let own = files.iter().filter(|file| file.locale == *id);
        let bundle = Bundle::new(id, own.map(|file| file.text.as_str()));
        let mut words = HashMap::new();
        let mut variables = BTreeMap::new();
        for (name, named) in entries.iter().filter(|(name, _)| !name.starts_with('-')) {
            let used: BTreeSet<String> = read::variables(entries, name)
                .into_iter()
                .map(str::to_owned)
                .collect();
            let word = match &named.simple {
                _ if used.is_empty() => {
                    let written = bundle.write(name, &[]);
                    Word::Text(
                        written
                            .map(|written| written.text)
                            .unwrap_or_default()
                            .into(),
                    )
                }
                Some(parts) => Word::Parts(parts.clone()),
                None => Word::Chosen,
            };
            words.insert(name.clone(), word);
            variables.insert(name.clone(), used);
        }
        Self {
            id: id.clone(),
            words,
            bundle,
            variables,
        }
    }

    /// Text and variables, one after the other: no lock and no tree on the way to a page.
    fn join(
        &self,
        id: &str,
        parts: &[Part],
        arguments: &[(&str, Argument<'_>)],
    ) -> Result<String, MessageError> {
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Text(piece) => text.push_str(piece),
                Part::Variable(name) => {
                    let (_, argument) = arguments
                        .iter()
                        .find(|(given, _)| *given == &**name)
                        .ok_or_else(|| {
                            MessageError::Incomplete(
                                id.to_owned(),
                                format!("`${name}` is not given"),
                            )
                        })?;
                    let formats = &self.bundle.formats;
                    match argument {
                        Argument::Text(argument) => text.push_str(&formats.isolated(argument)),
                        Argument::Number(argument) => text.push_str(&formats.number(*argument)),
                        Argument::Slot(_) => text.push_str(&slots::slot(name)),
                        Argument::Decimal(digits) => {
                            text.push_str(&formats.decimal(digits, Grouping::Yes));
                        }
                    }
                }
            }
        }
        Ok(text)
    }

    fn choose(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Result<String, MessageError> {
        let written = self.bundle.write(id, arguments);
        let written = written.ok_or_else(|| MessageError::Unknown(id.to_owned()))?;
        match written.errors.first() {
            Some(error) => Err(MessageError::Incomplete(id.to_owned(), error.to_string())),
            None => Ok(written.text),
        }
    }
}

/// The files, and before them what the site's pseudo-languages are made of: the English files, changed.
fn with_pseudo(files: &[MessageFile], locales: &Locales) -> Vec<MessageFile> {
    let is_english = |file: &&MessageFile| file.locale.as_str() == "en-US";
    let pseudo = locales.0.iter().filter_map(|locale| {
        let pseudo = Pseudo::of(locale.id.as_str())?;
        let changed = files
            .iter()
            .filter(is_english)
            .map(move |file| MessageFile {
                path: format!("<{}>/{}", locale.id, file.path),
                locale: locale.id.clone(),
                text: pseudo.messages(&file.text),
                maker: Maker::BuiltIn,
            });
        Some(changed)
    });
    pseudo.flatten().chain(files.iter().cloned()).collect()
}

/// The messages that all translations are compared with: `en-US`.
fn reference<'e, 't>(entries: &'e BTreeMap<&LocaleId, Entries<'t>>) -> Option<&'e Entries<'t>> {
    entries.get(&LocaleId::parse("en-US")?)
}

#[cfg(test)]
mod tests;
