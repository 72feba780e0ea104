//! Whether translations keep to the glossary: the texts of each work are read once more, when there is anything to look for.

use std::collections::BTreeMap;

use crate::catalogue::Mapper;
use crate::check;
use crate::config::Settings;
use crate::failure::Failure;
use crate::model::{ArticleKey, Site};
use crate::search::WordClasses;
use crate::source::ContentHash;
use crate::translation::Translations;
use crate::translation::terms::{self, Around, TermFact, Words};

use super::{Run, reading};

/// Looks for what is wrong with terms, and lets the translations know.
///
/// # Errors
/// When a file is not what it was when the run began.
pub(super) fn look(
    run: &Run<'_>,
    site: &Site,
    translations: &mut Translations,
) -> Result<(), Failure> {
    let Settings { localization, .. } = run.settings;
    let levels = &run.settings.levels.resolve(run.sources, std::iter::empty());
    let has_names = |key: ArticleKey| terms::has_names(site.article(key));
    let has_any =
        !localization.glossary.terms.is_empty() || site.iter().any(|(key, _)| has_names(key));
    if !has_any || !check::judges_terms(levels) {
        return Ok(());
    }
    let found = run.threads.map(translations.works.len(), |at| {
        let around = Around {
            site,
            translations,
            glossary: &localization.glossary,
            options: reading::parse_options(run.settings, ""),
            words: &|language| Box::new(Classes(WordClasses::of(language))),
        };
        of_work(run, around, at)
    });
    let mut all = BTreeMap::new();
    for (facts, at) in found.into_iter().zip(0u32..) {
        let facts = facts?;
        if !facts.is_empty() {
            all.insert(at, facts);
        }
    }
    translations.know_terms(all);
    Ok(())
}

fn of_work(run: &Run<'_>, around: Around<'_>, at: usize) -> Result<Vec<TermFact>, Failure> {
    let work = &around.translations.works[at];
    let keys = work
        .editions
        .iter()
        .flatten()
        .map(|edition| edition.article);
    let keys: Vec<ArticleKey> = keys.collect();
    let has_names = |&key: &ArticleKey| terms::has_names(around.site.article(key));
    if around.glossary.terms.is_empty() && !keys.iter().any(has_names) {
        return Ok(Vec::new());
    }
    let mut texts = Vec::with_capacity(keys.len());
    for key in keys {
        let article = around.site.article(key);
        let bytes = run.read(article.file)?;
        if ContentHash::of(&bytes) != article.document.hash {
            return Err(run.changed(article.file));
        }
        texts.push((key, bytes));
    }
    Ok(terms::look(around, work, &texts))
}

/// The search's words are the glossary's.
struct Classes(WordClasses);

impl Words for Classes {
    fn fold(&self, text: &str) -> String {
        WordClasses::fold(text)
    }

    fn class(&self, word: &str) -> String {
        self.0.class(word)
    }

    fn has_stems(&self) -> bool {
        self.0.has_stems()
    }
}
