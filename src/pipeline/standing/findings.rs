//! What is wrong with one page, for its author who looks at it.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostics::Diagnostic;
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::model::ArticleKey;
use crate::parse;
use crate::source::{FileId, LineIndex, Sources};

use super::super::asking::Elsewhere;
use super::super::judging::{self, Beyond};
use super::super::{known, surveying, terms};
use super::Standing;

/// Sites with more articles are not judged as a whole while somebody writes: of an open page only what is wrong with itself, its
/// links and its translations is told.
const MOST_ARTICLES: usize = 5_000;

impl Standing {
    /// What is wrong with an article, without what its authors allow and the baseline knows.
    ///
    /// # Errors
    /// When threads fail; what is wrong with the content is what is told.
    pub fn findings(
        &self,
        fs: &dyn FileSystem,
        key: ArticleKey,
    ) -> Result<Vec<Diagnostic>, Failure> {
        let run = self.run(fs);
        let elsewhere = Elsewhere::default();
        let sift = |found: Vec<Diagnostic>| {
            known::sift(fs, &self.settings, &self.sources, &self.threads, found).found
        };
        let file = self.site.article(key).file;
        let all: Arc<Vec<Diagnostic>> = if self.site.articles.len() > MOST_ARTICLES {
            {
                let beyond = Beyond {
                    translations: &self.translations,
                    elsewhere: &elsewhere,
                    rendered: None,
                };
                Arc::new(sift(judging::judge_one(&run, &self.site, beyond, key)))
            }
        } else {
            let judge = || {
                // What texts say of terms is looked at only here: no page shows it.
                let mut translations = surveying::translations(&self.site, &self.settings);
                terms::look(&run, &self.site, &mut translations)?;
                let beyond = Beyond {
                    translations: &translations,
                    elsewhere: &elsewhere,
                    rendered: None,
                };
                Ok(sift(judging::judge(&run, &self.site, beyond).found))
            };
            self.made.findings.get(judge)?
        };
        let own = all.iter().filter(|finding| finding.file() == Some(file));
        Ok(own.cloned().collect())
    }

    /// The files that findings name.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// Does something with the text of a file and its lines.
    pub fn with_lines<R>(
        &self,
        fs: &dyn FileSystem,
        file: FileId,
        work: impl FnOnce(&str, &LineIndex<'_>) -> R,
    ) -> Option<R> {
        let path = self.settings.place(self.sources.get(file).path.as_str());
        let bytes = fs.read(&path, self.settings.limits.article_bytes).ok()?;
        let text: Cow<'_, str> = parse::decode(&bytes);
        Some(work(&text, &LineIndex::new(&text)))
    }
}
