//! `polydoc l10n diff`: what an article lacks or has alone, beside the other languages of its version.

use std::fmt::Write as _;

use serde::Serialize;

use crate::failure::Failure;
use crate::model::Article;
use crate::source::LocaleIndex;
use crate::translation::Work;
use crate::translation::parity::{self, Comparison, Difference, Side};

use super::super::super::Outcome;
use super::super::super::args::Global;
use super::super::super::terminal::Terminal;
use super::args::{EditionArgs, Shape};
use super::surveyed::Surveyed;

/// Compares one article.
pub(super) fn run(
    global: &Global,
    args: &EditionArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let surveyed = Surveyed::read(global, args.site.folder.as_deref(), None, terminal)?;
    let locale = surveyed.locale(&args.locale)?;
    let work = surveyed.work(locale, &args.path)?;
    let Some(edition) = work.edition(locale) else {
        let tag = surveyed.tag(locale);
        return Err(
            Failure::usage(format!("{tag} has no article `{}`", work.id))
                .hint(format!("`polydoc l10n todo {tag}` lists what it lacks")),
        );
    };
    let site = &surveyed.survey.site;
    let peers: Vec<LocaleIndex> = if let Some(version) = edition.version {
        work.locales_with(version).collect()
    } else {
        work.iter(site).map(|(locale, ..)| locale).collect()
    };
    let translations = &surveyed.survey.translations;
    let shown = Shown {
        surveyed: &surveyed,
        work,
        article: site.article(edition.article),
        same_version: edition.version.is_some(),
        comparison: &parity::compare(site, translations, work, locale, &peers),
    };
    terminal.result(&match args.format {
        Shape::Table => shown.text(),
        Shape::Json => shown.json()?,
    })?;
    Ok(if shown.comparison.differences.is_empty() {
        Outcome::Clean
    } else {
        Outcome::ContentErrors
    })
}

struct Shown<'s> {
    surveyed: &'s Surveyed,
    work: &'s Work,
    article: &'s Article,
    same_version: bool,
    comparison: &'s Comparison,
}

impl Shown<'_> {
    fn text(&self) -> String {
        let peers = &self.comparison.peers;
        let tags: Vec<&str> = peers.iter().map(|&peer| self.surveyed.tag(peer)).collect();
        let mut text = String::new();
        let with = match (&tags[..], self.same_version) {
            ([], true) => "no other language has it from the same version".to_owned(),
            ([], false) => "no other language has it".to_owned(),
            (tags, true) => format!("compared with {} of the same version", tags.join(", ")),
            (tags, false) => format!(
                "compared with {}: it names no version, so these may be of others",
                tags.join(", ")
            ),
        };
        let path = &self.surveyed.survey.sources.get(self.article.file).path;
        let _ = writeln!(text, "{path}: {with}");
        for difference in &self.comparison.differences {
            let here = self.surveyed.place(self.article, difference.here);
            let noun = difference.element.noun();
            let _ = match difference.side {
                Side::Lost => writeln!(text, "\n{here}: {noun} is missing behind this place"),
                Side::Added => writeln!(text, "\n{here}: {noun} stands only here"),
            };
            let (agree, all) = (difference.agree, peers.len());
            if let Some(there) = self.there(difference) {
                let _ = writeln!(
                    text,
                    "  {there}: it stands here, as in {agree} of {all} languages"
                );
            } else {
                let _ = writeln!(text, "  {agree} of {all} languages have none, or fewer");
            }
        }
        if self.comparison.differences.is_empty() && !peers.is_empty() {
            text.push_str("no difference\n");
        }
        text
    }

    fn there(&self, difference: &Difference) -> Option<String> {
        let (peer, range) = difference.there?;
        let article = self.work.edition(peer)?.article;
        let article = self.surveyed.survey.site.article(article);
        Some(self.surveyed.place(article, range))
    }

    fn json(&self) -> Result<String, Failure> {
        let told = Told {
            version: 1,
            path: self
                .surveyed
                .survey
                .sources
                .get(self.article.file)
                .path
                .as_str(),
            same_version: self.same_version,
            peers: self
                .comparison
                .peers
                .iter()
                .map(|&peer| self.surveyed.tag(peer))
                .collect(),
            differences: self
                .comparison
                .differences
                .iter()
                .map(|difference| ToldDifference {
                    side: match difference.side {
                        Side::Lost => "lost",
                        Side::Added => "added",
                    },
                    element: difference.element.word(),
                    what: difference.element.noun().into_owned(),
                    here: self.surveyed.place(self.article, difference.here),
                    there: self.there(difference),
                    agree: difference.agree,
                })
                .collect(),
        };
        let text = serde_json::to_string_pretty(&told)
            .map_err(|error| Failure::environment("cannot write JSON").cause(&error))?;
        Ok(text + "\n")
    }
}

#[derive(Serialize)]
struct Told<'s> {
    version: u32,
    path: &'s str,
    same_version: bool,
    peers: Vec<&'s str>,
    differences: Vec<ToldDifference>,
}

#[derive(Serialize)]
struct ToldDifference {
    side: &'static str,
    element: &'static str,
    what: String,
    here: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    there: Option<String>,
    agree: usize,
}
