//! Identify: which file is which article, and how files are found by what authors write.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::config::Layout;
use crate::l10n::Locales;
use crate::model::{ArticleId, ArticleKey, Document};
use crate::source::{FileId, LocaleIndex, SourceKind, Sources};

/// An article before its document is looked at.
#[derive(Debug)]
pub struct Named {
    /// Its name in all languages.
    pub id: ArticleId,
    /// Its language.
    pub locale: LocaleIndex,
    /// Its file.
    pub file: FileId,
}

/// Every name that a link may use.
#[derive(Debug)]
pub struct Names {
    /// All articles, sorted by locale, then id.
    pub articles: Vec<Named>,
    /// Each article's editions, one slot per locale.
    pub matrix: BTreeMap<ArticleId, Box<[Option<ArticleKey>]>>,
    /// The article that a file is, by [`FileId`].
    pub article_of: Vec<Option<ArticleKey>>,
    /// Docsets: the paths below the languages that they are published under, else the first names of paths; folded.
    pub docsets: HashSet<String>,
    /// Files by folded path (see [`fold`]); the first of equal ones.
    folded: HashMap<String, FileId>,
    /// Files by the folded path that they are published under, language folder in front, where that is not their own.
    public: HashMap<String, FileId>,
    /// Articles by the folded last name of their id.
    by_name: HashMap<String, Vec<ArticleKey>>,
    /// The locales that publish a file at a path below their folder, by that path folded.
    below: HashMap<String, Vec<LocaleIndex>>,
}

/// How a path was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub file: FileId,
    /// Whether letter case or normal form differ from what was written.
    pub case_differs: bool,
}

impl Names {
    /// Gives every file that was parsed its name. Of two files that are one article (`fr-FR/x.md` and `fr-fr/x.md`) both are kept; the
    /// addresses will clash and say so.
    pub fn identify(
        sources: &Sources,
        locales: &Locales,
        layout: &Layout,
        documents: &[Option<Arc<Document>>],
    ) -> Self {
        let mut articles: Vec<Named> = sources
            .iter()
            // Files that others include have documents too.
            .filter(|(file, source)| {
                matches!(source.kind, SourceKind::Article | SourceKind::Yaml)
                    && documents[file.index()].is_some()
            })
            .map(|(file, source)| Named {
                id: ArticleId(stem(&layout.public(source.path.as_str()), source.kind).into()),
                locale: source.locale.expect("articles lie in a locale folder"),
                file,
            })
            .collect();
        articles.sort_by(|a, b| (a.locale, &a.id).cmp(&(b.locale, &b.id)));

        let mut names = Self {
            matrix: BTreeMap::new(),
            article_of: vec![None; sources.files.len()],
            docsets: HashSet::new(),
            folded: HashMap::with_capacity(sources.files.len()),
            public: HashMap::new(),
            by_name: HashMap::new(),
            below: HashMap::new(),
            articles: Vec::new(),
        };
        for (key, named) in (0u32..).map(ArticleKey).zip(&articles) {
            names.article_of[named.file.index()] = Some(key);
            let editions = names
                .matrix
                .entry(named.id.clone())
                .or_insert_with(|| vec![None; locales.len()].into());
            editions[named.locale.index()].get_or_insert(key);
            names
                .by_name
                .entry(fold(named.id.name()))
                .or_default()
                .push(key);
        }
        for (file, source) in sources.iter() {
            names
                .folded
                .entry(fold(source.path.as_str()))
                .or_insert(file);
            if let (Some(locale), Some((_, below))) =
                (source.locale, source.path.as_str().split_once('/'))
                && source.kind != SourceKind::Unpublished
                && (source.kind != SourceKind::Article || documents[file.index()].is_some())
            {
                names.below.entry(fold(below)).or_default().push(locale);
            }
            let public = layout.public(source.path.as_str());
            if let Some(docset) = layout.docset_of(source.path.as_str()) {
                if source.kind == SourceKind::Unpublished {
                    continue;
                }
                let top = source.path.as_str().split('/').next().unwrap_or_default();
                let published = fold(&format!("{top}/{public}"));
                names.public.entry(published).or_insert(file);
                if !docset.base.is_empty() {
                    names.docsets.insert(fold(&docset.base));
                    continue;
                }
            }
            let mut segments = public.split('/');
            if let (Some(_), Some(first)) = (source.locale, segments.next()) {
                let is_folder = segments.next().is_some();
                if is_folder || source.kind == SourceKind::Article {
                    names.docsets.insert(fold(if is_folder {
                        first
                    } else {
                        stem(first, source.kind)
                    }));
                }
            }
        }
        names.articles = articles;
        names
    }

    /// Finds a file by its path below the content folder: exactly, else ignoring letter case and normal form.
    pub fn find(&self, sources: &Sources, path: &str) -> Option<Found> {
        let files = &sources.files;
        if let Ok(at) = files.binary_search_by(|source| source.path.as_str().cmp(path)) {
            let file = FileId(u32::try_from(at).expect("fewer than 2^32 files"));
            return Some(Found {
                file,
                case_differs: false,
            });
        }
        self.folded.get(&fold(path)).map(|&file| Found {
            file,
            case_differs: true,
        })
    }

    /// Finds a file by the path that it is published under, language folder in front, in any letter case.
    pub fn find_public(&self, sources: &Sources, path: &str) -> Option<Found> {
        let found = self.public.get(&fold(path)).map(|&file| Found {
            file,
            case_differs: false,
        });
        found.or_else(|| self.find(sources, path))
    }

    /// Whether a path below a language lies in a docset of the site.
    pub fn is_own(&self, below: &str) -> bool {
        let folded = fold(below);
        // A file of Markdown at the root is named with its ending; addresses of other docsets have none.
        if !folded.contains('/') && folded.strip_suffix(".md").is_some() {
            return true;
        }
        let ends = folded.match_indices('/').map(|(at, _)| at);
        ends.chain([folded.len()])
            .any(|end| self.docsets.contains(&folded[..end]))
    }

    /// Articles of any locale whose id ends in that name, ignoring letter case.
    pub fn named_alike(&self, name: &str) -> &[ArticleKey] {
        self.by_name.get(&fold(name)).map_or(&[], Vec::as_slice)
    }

    /// The first locale but one's own that publishes a file at a path below its folder, also when `.md` was left out.
    pub fn elsewhere(&self, own: LocaleIndex, below: &str) -> Option<LocaleIndex> {
        let below = fold(below.trim_end_matches('/'));
        let locales = |path: &str| self.below.get(path).into_iter().flatten();
        let article = [format!("{below}.md"), format!("{below}/index.md")];
        let found = locales(&below).chain(article.iter().flat_map(|path| locales(path)));
        found.copied().filter(|&locale| locale != own).min()
    }

    /// The article with that key.
    pub fn article(&self, key: ArticleKey) -> &Named {
        &self.articles[key.index()]
    }

    /// An article's edition in a locale.
    pub fn edition(&self, id: &ArticleId, locale: LocaleIndex) -> Option<ArticleKey> {
        self.matrix.get(id)?[locale.index()]
    }
}

/// A path without `.md`, or the ending of a page in YAML.
fn stem(name: &str, kind: SourceKind) -> &str {
    if kind == SourceKind::Yaml {
        return name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    }
    let cut = name.len().saturating_sub(3);
    match name.get(cut..) {
        Some(ending) if ending.eq_ignore_ascii_case(".md") => &name[..cut],
        _ => name,
    }
}

/// A name without the differences that some file systems do not see: letter case and Unicode normal form.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    ComposingNormalizerBorrowed::new_nfc()
        .normalize(&text.to_lowercase())
        .into_owned()
}
