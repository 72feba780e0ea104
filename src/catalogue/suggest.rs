//! The nearest existing name for one that does not exist. Looks at few candidates, so that a site full of broken links
//! costs no more than its links.

use crate::model::ArticleKey;
use crate::source::SourceKind;

use super::links::Scope;
use super::names::Named;

/// How many neighbours in sorted order are compared on each side.
const NEIGHBOURS: usize = 40;

/// Longest name that is compared, in bytes: to compare two takes the product of their lengths.
const LONGEST_NAME: usize = 512;

/// How many ids of a page are compared.
const MOST_IDS: usize = 500;

/// The least Jaro-Winkler similarity at which another name may have been meant.
const LIKE: f64 = 0.85;

/// The most similar name, if one is similar enough to be meant.
pub(super) fn nearest<'c>(
    wanted: &str,
    candidates: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    if wanted.len() > LONGEST_NAME {
        return None;
    }
    let wanted = wanted.to_lowercase();
    let scored = candidates
        .take(MOST_IDS)
        .filter(|name| name.len() <= LONGEST_NAME)
        .map(|name| (strsim::jaro_winkler(&wanted, &name.to_lowercase()), name));
    let best = scored
        .filter(|(score, _)| *score > LIKE)
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, name)| name)
}

/// The path of the most similar file, as the author of an article would write it.
pub(super) fn near_path(
    scope: &Scope<'_>,
    named: &Named,
    path: &str,
    image: bool,
) -> Option<String> {
    let from = scope.sources.get(named.file).path.folder();
    let target = same_name(scope, named, path).or_else(|| neighbour(scope, path, image))?;
    Some(relative_path(from, &target))
}

/// An article of the same name in another folder of the locale.
fn same_name(scope: &Scope<'_>, named: &Named, path: &str) -> Option<String> {
    // Who writes `..\guide\start.md` means the same file.
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let name = name.strip_suffix(".md").unwrap_or(name);
    let in_locale = |key: &&ArticleKey| scope.names.article(**key).locale == named.locale;
    let key = scope.names.named_alike(name).iter().find(in_locale)?;
    Some(
        scope
            .sources
            .get(scope.names.article(*key).file)
            .path
            .to_string(),
    )
}

/// The most similar file among those that stand near the missing one in sorted order.
fn neighbour(scope: &Scope<'_>, path: &str, image: bool) -> Option<String> {
    let files = &scope.sources.files;
    let at = files.partition_point(|source| source.path.as_str() < path);
    let around = &files[at.saturating_sub(NEIGHBOURS)..files.len().min(at + NEIGHBOURS)];
    let top = |path: &str| path.split('/').next().map(str::to_owned);
    let fits = |kind: SourceKind| {
        if image {
            kind == SourceKind::Asset
        } else {
            kind == SourceKind::Article
        }
    };
    let candidates = around
        .iter()
        .filter(|source| fits(source.kind) && top(source.path.as_str()) == top(path));
    let scored =
        candidates.map(|source| (likeness(path, source.path.as_str()), source.path.as_str()));
    let best = scored
        .filter(|(score, _)| *score > LIKE)
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, path)| path.to_owned())
}

/// How alike two paths are without what they share anyway: folders in front and the same ending.
fn likeness(a: &str, b: &str) -> f64 {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let folders = a.as_bytes()[..same]
        .iter()
        .rposition(|&byte| byte == b'/')
        .map_or(0, |at| at + 1);
    let (mut a, mut b) = (&a[folders..], &b[folders..]);
    if let (Some((a_stem, a_ending)), Some((b_stem, b_ending))) =
        (a.rsplit_once('.'), b.rsplit_once('.'))
        && a_ending == b_ending
    {
        (a, b) = (a_stem, b_stem);
    }
    strsim::jaro_winkler(&a.to_lowercase(), &b.to_lowercase())
}

/// A path as written in a file of `folder`.
fn relative_path(folder: &str, target: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    let to: Vec<&str> = target.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from[shared..].iter().map(|_| "..");
    up.chain(to[shared..].iter().copied())
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_paths_share_anyway_does_not_make_them_alike() {
        assert!(likeness("fr-FR/guide/giude.md", "fr-FR/guide/guide.md") > LIKE);
        assert!(likeness("fr-FR/guide/none.md", "fr-FR/guide/a.md") < LIKE);
        assert!(likeness("fr-FR/été.md", "fr-FR/étè.md") > 0.6);
    }

    #[test]
    fn a_suggested_path_is_relative_to_the_folder_of_the_article() {
        assert_eq!(
            relative_path("fr-FR/guide", "fr-FR/guide/start.md"),
            "start.md"
        );
        assert_eq!(
            relative_path("fr-FR/guide", "fr-FR/x/start.md"),
            "../x/start.md"
        );
        assert_eq!(
            relative_path("fr-FR", "fr-FR/guide/start.md"),
            "guide/start.md"
        );
    }

    #[test]
    fn only_a_similar_name_is_suggested() {
        assert_eq!(
            nearest("instal", ["install", "usage"].into_iter()),
            Some("install")
        );
        assert_eq!(nearest("instal", ["zebra", "usage"].into_iter()), None);
    }
}
