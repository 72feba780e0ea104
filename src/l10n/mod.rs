//! Languages as data: tags, names, direction, fallback, messages, formats.

use std::fmt;
use std::sync::Arc;

/// A canonical BCP 47 tag, such as `fr-FR` or `sr-Latn-RS`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LocaleId(Arc<str>);

impl LocaleId {
    /// Reads a tag in any letter case (`fr-fr`, `zh_tw` is refused) and makes it canonical. `None` when it is no BCP 47 tag.
    pub fn parse(_tag: &str) -> Option<Self> { todo!() }
    /// Whether CLDR knows the tag's language, so that a folder of that name is meant as a locale: bare three-letter
    /// words never are, nor tags with variants that are not registered.
    pub fn is_known(&self) -> bool { todo!() }
    /// The canonical tag.
    pub fn as_str(&self) -> &str { &self.0 }
    /// The tag in lower case, as it stands in addresses.
    pub fn to_url(&self) -> String { self.0.to_lowercase() }
}

impl fmt::Display for LocaleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
}

/// Writing direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction { /// Left to right.
    Ltr, /// Right to left.
    Rtl }

impl Direction {
    /// The value of HTML's `dir`.
    pub fn word(self) -> &'static str { match self { Self::Ltr => "ltr", Self::Rtl => "rtl" } }
}

/// One language of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// Its tag.
    pub id: LocaleId,
    /// Its folder below the content folder, as spelt there (the first of several spellings).
    pub folder: Arc<str>,
    /// Its tag in addresses: lower case.
    pub url: Arc<str>,
    /// Its name in its own language.
    pub name: Arc<str>,
    /// Its direction.
    pub direction: Direction,
}

/// The languages of the site, sorted by tag; `LocaleIndex` is a position in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locales(pub Vec<Locale>);
