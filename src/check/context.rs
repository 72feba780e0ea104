//! What a rule sees: facts made by parsing and cataloguing, and where they come from. Nothing else.

use std::collections::BTreeMap;

use crate::config::Settings;
use crate::diagnostics::{Rule, Sink};
use crate::model::{Address, Reachability, Reached};
use crate::model::{
    Allowance, Article, CodeFile, Date, Defect, DefectKind, Document, Fact, Heading, Link, RawLink,
    RenderedPage, RenderedSite, Shown, Site, Value,
};
use crate::schema::{Aspect, Judgement, Unique};
use crate::source::{FileId, LocaleIndex, SitePath, Sources, TextRange};
use crate::translation::{Translations, Work};

/// One file taken alone.
#[derive(Clone, Copy, Debug)]
pub struct DocumentContext<'c> {
    /// The file.
    pub file: FileId,
    /// Where it lies.
    pub path: &'c SitePath,
    /// What was parsed.
    pub document: &'c Document,
}

impl<'c> DocumentContext<'c> {
    /// The links and images of the body, in order.
    pub(super) fn links(&self) -> impl Iterator<Item = &'c RawLink> {
        raw_links(self.document)
    }

    /// The headings of the body, in order.
    pub(super) fn headings(&self) -> impl Iterator<Item = &'c Heading> {
        self.document.facts.iter().filter_map(|fact| match fact {
            Fact::Heading(heading) => Some(heading),
            _ => None,
        })
    }

    /// The headings of the body, in order, without those that are labels of tabs (`# [Windows](#tab/windows)`): these have no
    /// level of their own.
    pub(super) fn leveled_headings(&self) -> impl Iterator<Item = &'c Heading> {
        let tabs: Vec<u32> = self
            .links()
            .filter(|link| link.written.starts_with("#tab/"))
            .map(|link| link.range.start)
            .collect();
        self.headings().filter(move |heading| {
            let first = tabs.partition_point(|&at| at < heading.range.start);
            tabs.get(first).is_none_or(|&at| at >= heading.range.end)
        })
    }

    /// What is wrong with the text, with its places.
    pub(super) fn defects(&self) -> impl Iterator<Item = (&'c DefectKind, TextRange)> {
        self.document
            .defects
            .iter()
            .map(|Defect { kind, range }| (kind, *range))
    }
}

/// One article, seen from the whole site.
#[derive(Clone, Copy, Debug)]
pub struct ArticleContext<'c> {
    /// The site.
    pub site: &'c Site,
    /// All files.
    pub sources: &'c Sources,
    /// The article.
    pub article: &'c Article,
    /// What the project's schemas say of its metadata.
    pub judgement: &'c Judgement,
    /// Today, when it is told.
    pub today: Option<Date>,
    /// What the files that articles show as code are made of.
    pub code: &'c BTreeMap<FileId, CodeFile>,
}

impl<'c> ArticleContext<'c> {
    /// The links and images of the page as written and with their meaning, and the file in which each is written: the article's
    /// own in order, then those of the files that it includes.
    pub(super) fn links(&self) -> impl Iterator<Item = (FileId, &'c RawLink, &'c Link)> {
        links(self.article)
    }

    /// Whether a schema of the project says already that a key or its value is wrong.
    pub(super) fn is_declared(&self, aspect: Aspect, key: &str) -> bool {
        let mut violations = self.judgement.violations.iter();
        violations.any(|it| it.aspect == aspect && it.place == [key])
    }

    /// The value of a metadata key, defaults and overrides included.
    pub(super) fn value(&self, key: &str) -> Option<&'c Value> {
        let merged = self.article.metadata.merged.as_deref();
        let entries = merged.unwrap_or(&self.article.document.front_matter.entries);
        entries
            .iter()
            .find(|(name, _)| &**name == key)
            .map(|(_, value)| value)
    }
}

/// One work in all its languages.
#[derive(Clone, Copy, Debug)]
pub struct TranslationsContext<'c> {
    /// The site.
    pub site: &'c Site,
    /// All files.
    pub sources: &'c Sources,
    /// What is known about all translations.
    pub translations: &'c Translations,
    /// The work.
    pub work: &'c Work,
}

impl TranslationsContext<'_> {
    /// The tag of a language.
    pub(super) fn tag(&self, locale: LocaleIndex) -> &str {
        self.site.locales.get(locale).id.as_str()
    }

    /// Some languages in words: three by name, the others by number.
    pub(super) fn tags(&self, locales: &[LocaleIndex]) -> String {
        let named: Vec<&str> = locales
            .iter()
            .take(3)
            .map(|&locale| self.tag(locale))
            .collect();
        match (locales.len() - named.len(), &named[..]) {
            (0, [first, second]) => format!("{first} and {second}"),
            (0, _) => named.join(", "),
            (more, _) => format!("{} and {more} more", named.join(", ")),
        }
    }
}

/// The site as a whole.
#[derive(Clone, Copy, Debug)]
pub struct SiteContext<'c> {
    /// The site.
    pub site: &'c Site,
    /// All files.
    pub sources: &'c Sources,
    /// What the author set.
    pub settings: &'c Settings,
    /// Values that no other article may have, for each article; empty when no schema holds.
    pub unique: &'c [Vec<Unique>],
    /// What is known of other sites; empty unless they were asked.
    pub reached: &'c Reached,
}

/// One place that leads to another site, of which something is known.
#[derive(Clone, Copy, Debug)]
pub struct AddressContext<'c> {
    /// The file.
    pub file: FileId,
    /// The target in it.
    pub range: TextRange,
    /// The address with the fragment that is written here.
    pub address: &'c Address,
    /// The target as written, Markdown escapes and HTML entities resolved.
    pub written: &'c str,
    /// What is known of it.
    pub known: &'c Reachability,
}

/// The pages as they are rendered.
#[derive(Clone, Copy, Debug)]
pub struct PagesContext<'c> {
    /// The site.
    pub site: &'c Site,
    /// What the author set.
    pub settings: &'c Settings,
    /// The pages and files that a build writes.
    pub rendered: &'c RenderedSite,
}

impl PagesContext<'_> {
    /// Reports what is true of some pages, at the articles that they show; once for the site when it is true of so many, or of pages
    /// so different, that a template is the likely cause. `what` follows the page's name: `links to …`.
    pub(super) fn report(
        &self,
        sink: &mut Sink<'_>,
        rule: &'static Rule,
        on: &[&RenderedPage],
        what: &str,
        help: impl Fn(&RenderedPage) -> Option<String>,
    ) {
        /// More pages than this are told together.
        const MOST: usize = 10;

        let articles: Vec<_> = on.iter().filter_map(|page| self.shown_on(page)).collect();
        let is_template = on.len() > MOST || (on.len() > 1 && articles.len() < on.len());
        let told = if is_template {
            let with_article = on.iter().position(|page| self.shown_on(page).is_some());
            let at = with_article.unwrap_or_default();
            &on[at..=at]
        } else {
            on
        };
        for page in told {
            let message = format!("the page `/{}` {what}", page.path);
            let found = match self.shown_on(page).filter(|_| !is_template) {
                Some(article) => sink.at(rule, article.file, TextRange::at(0), message),
                None => sink.site(rule, message),
            };
            if let Some(help) = help(page) {
                found.help(help);
            }
            if is_template {
                let rest = on.len() - 1;
                let pages = if rest == 1 {
                    "1 more page"
                } else {
                    &format!("{rest} more pages")
                };
                found.note(format!(
                    "the same is true of {pages}: a template is the likely cause"
                ));
            }
        }
    }

    /// The article that a page shows.
    fn shown_on(&self, page: &RenderedPage) -> Option<&Article> {
        match self.site.page(page.page?).shown {
            Shown::Article(key) | Shown::Fallback(key) => Some(self.site.article(key)),
            Shown::Folder(_)
            | Shown::NotFound
            | Shown::Search
            | Shown::Redirect(_)
            | Shown::Forward(..) => None,
        }
    }
}

/// The allowances of one file after all other rules have looked.
#[derive(Clone, Copy, Debug)]
pub struct SuppressionContext<'c> {
    /// The file.
    pub file: FileId,
    /// Those that met no finding, although their rule was at work.
    pub unused: &'c [&'c Allowance],
}

/// The links of a page as written and with their meaning, and the file of each. Both are in the order of the texts; what
/// cataloguing left out is passed over.
pub fn links(article: &Article) -> impl Iterator<Item = (FileId, &RawLink, &Link)> {
    article.texts().flat_map(|(file, document, links)| {
        let mut raw = raw_links(document);
        links.iter().filter_map(move |link| {
            let written = raw.find(|raw| raw.range == link.range)?;
            Some((file, written, link))
        })
    })
}

fn raw_links(document: &Document) -> impl Iterator<Item = &RawLink> {
    document.facts.iter().filter_map(|fact| match fact {
        Fact::Link(link) => Some(link),
        _ => None,
    })
}
