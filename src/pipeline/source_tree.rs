//! How far translations are behind a source tree in git: commits that touched the source since, and the words they changed.
//!
//! The version of an edition is a commit of the source's repository, or an object that the source's file once was. Where
//! an article names no version at all and its translations lie in the same repository, the last commit that touched the
//! translation is taken: whoever changed it then knew the source of that day.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::config::Settings;
use crate::failure::Failure;
use crate::fs::FileSystem;
use crate::git::{self, Change, History, Known};
use crate::model::{ArticleId, ArticleKey, Site};
use crate::parse;
use crate::source::{LocaleIndex, Sources};
use crate::translation::{Basis, Behind, Translations, Work, lines_not_in};

use super::reading::parse_options;

/// The source articles of a site, with their history.
#[derive(Debug)]
pub struct SourceTree {
    folder: PathBuf,
    history: History,
    /// The history of all languages, when they lie in the same repository.
    editions: Option<History>,
}

/// The text of a source article when a translation was made, and as it is now.
#[derive(Debug)]
pub struct SourceChange {
    /// Then; empty when it was not there.
    pub before: String,
    /// Now; empty when it is gone.
    pub now: String,
    /// The commits in between that touched it, newest first.
    pub commits: Vec<String>,
}

impl SourceTree {
    /// The source tree of a site, when there is one in git.
    ///
    /// # Errors
    /// When a tree is configured and cannot be read.
    pub(super) fn open(
        settings: &Settings,
        site: &Site,
        source: Option<LocaleIndex>,
    ) -> Result<Option<Self>, Failure> {
        if let Some(folder) = &settings.localization.source_tree {
            let Some(history) = History::of(folder)? else {
                let message = format!(
                    "`{}` lies in no git repository with commits",
                    folder.display()
                );
                return Err(Failure::configuration(message)
                    .hint("correct `l10n.source_tree` in `polydoc.yml`"));
            };
            return Ok(Some(Self {
                folder: folder.clone(),
                history,
                editions: None,
            }));
        }
        let Some(source) = source else {
            return Ok(None);
        };
        let folder = settings.place(&site.locales.get(source).folder);
        // A source that happens to lie among the languages need not be in git, and git need not be there.
        let (Ok(Some(history)), Ok(editions)) =
            (History::of(&folder), History::of(&settings.content))
        else {
            return Ok(None);
        };
        Ok(Some(Self {
            folder,
            history,
            editions,
        }))
    }

    /// The names of all source articles, when the tree lies outside the site.
    pub(super) fn ids_outside(&self, settings: &Settings) -> Option<BTreeSet<ArticleId>> {
        settings.localization.source_tree.as_ref()?;
        let ids = self.history.paths().filter_map(|path| {
            let name = path.strip_suffix(".md")?;
            let mut parts = name.split('/');
            let is_article = !name.eq_ignore_ascii_case("readme")
                && parts.all(|part| !part.eq_ignore_ascii_case("includes"));
            is_article.then(|| ArticleId(name.into()))
        });
        Some(ids.collect())
    }

    /// How far every edition is behind, as far as that is known.
    pub(super) fn behind(
        &self,
        fs: &dyn FileSystem,
        settings: &Settings,
        site: &Site,
        sources: &Sources,
        translations: &Translations,
    ) -> Result<BTreeMap<ArticleKey, Behind>, Failure> {
        let mut known: BTreeMap<u32, Known> = BTreeMap::new();
        let mut behind = BTreeMap::new();
        // Texts that were: the object, the path, and the edition that wants to know.
        let mut wanted: Vec<(Box<str>, String, ArticleKey)> = Vec::new();
        for work in &translations.works {
            let path = format!("{}.md", work.id);
            let changes = self.history.changes(&path);
            if changes.is_empty() {
                continue;
            }
            for (locale, edition, article) in work.iter(site) {
                if translations.source == Some(locale) {
                    continue;
                }
                let version = edition.version.map(|version| &*work.versions[version].name);
                let file = sources.get(article.file).path.as_str();
                let Some((base, basis)) = self.base(version, work, changes, file) else {
                    continue;
                };
                let known = known
                    .entry(base)
                    .or_insert_with(|| self.history.known_to(base));
                let is_known = |change: &&Change| known.contains(change.commit);
                let commits = changes.iter().filter(|change| !is_known(change)).count();
                if commits > 0
                    && let Some(object) = changes
                        .iter()
                        .find(is_known)
                        .and_then(|it| it.object.clone())
                {
                    wanted.push((object, path.clone(), edition.article));
                }
                let entry = Behind {
                    commits: u32::try_from(commits).unwrap_or(u32::MAX),
                    words: 0,
                    base: self.history.name(base).into(),
                    basis,
                };
                behind.insert(edition.article, entry);
            }
        }
        let names: Vec<&str> = wanted.iter().map(|(object, ..)| &**object).collect();
        let before = git::objects(&self.folder, &names)?;
        for ((_, path, article), before) in wanted.iter().zip(before) {
            let now = self.now(fs, settings, path);
            let before = parse::decode(&before);
            let added = lines_not_in(&now, &before).join("\n\n");
            let words = parse::parse(added.as_bytes(), parse_options(settings, path)).words;
            if let Some(entry) = behind.get_mut(article) {
                entry.words = words.count;
            }
        }
        Ok(behind)
    }

    /// What changed in the source of a work since an edition was made.
    ///
    /// # Errors
    /// When git cannot be run.
    pub fn change(
        &self,
        fs: &dyn FileSystem,
        settings: &Settings,
        work: &Work,
        behind: &Behind,
    ) -> Result<SourceChange, Failure> {
        let path = format!("{}.md", work.id);
        let changes = self.history.changes(&path);
        let base = self.history.commit(&behind.base);
        let known = base.map(|base| self.history.known_to(base));
        let is_known = |change: &&Change| {
            known
                .as_ref()
                .is_some_and(|known| known.contains(change.commit))
        };
        let object = changes
            .iter()
            .find(is_known)
            .and_then(|change| change.object.as_deref());
        let before = match object {
            Some(object) => git::objects(&self.folder, &[object])?.pop(),
            None => None,
        };
        Ok(SourceChange {
            before: parse::decode(&before.unwrap_or_default()).into_owned(),
            now: self.now(fs, settings, &path),
            commits: changes
                .iter()
                .filter(|change| !is_known(change))
                .map(|change| self.history.name(change.commit).to_owned())
                .collect(),
        })
    }

    /// The commit that an edition knows.
    fn base(
        &self,
        version: Option<&str>,
        work: &Work,
        changes: &[Change],
        file: &str,
    ) -> Option<(u32, Basis)> {
        if let Some(version) = version {
            let was = |change: &&Change| change.object.as_deref() == Some(version);
            let commit = self.history.commit(version);
            let commit = commit.or_else(|| changes.iter().find(was).map(|change| change.commit));
            return commit.map(|commit| (commit, Basis::Version));
        }
        if work.version_key.is_some() {
            return None;
        }
        let editions = self.editions.as_ref()?;
        let last = editions.changes(file).first()?;
        let commit = self.history.commit(editions.name(last.commit))?;
        Some((commit, Basis::LastChange))
    }

    fn now(&self, fs: &dyn FileSystem, settings: &Settings, path: &str) -> String {
        let bytes = fs.read(&self.folder.join(path), settings.limits.article_bytes);
        parse::decode(&bytes.unwrap_or_default()).into_owned()
    }
}
