//! Gives an article, a folder or a file another name in all languages, and rewrites what leads there: links, its own relative links
//! and images, tables of contents. Old addresses become redirects.
//!
//! Only a plan is made, and judged in memory: when the site would have a finding that it does not have now, it is refused. The
//! caller does what the plan says.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::fold;
use crate::config::Settings;
use crate::diagnostics::fix::{self, Fate};
use crate::diagnostics::{Edit, Fix};
use crate::discover;
use crate::failure::Failure;
use crate::fs::{FileSystem, Overlay};
use crate::l10n::Locales;
use crate::model::{Document, Fact, RawTocEntry};
use crate::parse;
use crate::source::{SitePath, Source, SourceKind, Sources};

use super::Progress;
use super::reading::parse_options;
use redirects::Names;
use targets::Renaming;

mod judging;
mod redirects;
mod targets;

/// What gets another name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An article.
    Article,
    /// A folder with all that it holds.
    Folder,
    /// An image or another file.
    File,
}

/// A file or folder of one language that gets another name.
#[derive(Debug)]
pub struct Rename {
    /// Its path below the content folder.
    pub old: String,
    /// The same afterwards.
    pub new: String,
}

/// A file whose contents change.
#[derive(Debug)]
pub struct Change {
    /// Its path below the content folder.
    pub old: SitePath,
    /// The same afterwards.
    pub new: SitePath,
    /// Its bytes as they are.
    pub before: Vec<u8>,
    /// Its bytes as they are to be.
    pub after: Vec<u8>,
}

/// All that is to be done.
#[derive(Debug)]
pub struct Move {
    /// What gets another name.
    pub kind: Kind,
    /// The renamings, one for each language that has it.
    pub renames: Vec<Rename>,
    /// Files that get another name, those of a folder one by one, with both paths.
    pub files: Vec<(SitePath, SitePath)>,
    /// Files whose contents change.
    pub changes: Vec<Change>,
    /// How many links, images and entries are rewritten.
    pub links: usize,
    /// How many articles get a redirect.
    pub redirects: usize,
    /// What could not be done: sentences without a full stop.
    pub remarks: Vec<String>,
}

/// Works out how something gets another name. Both paths are written with `/`: below the content folder, or below a language's.
///
/// # Errors
/// When there is no such thing, the new name is taken or none, or the site would have new findings.
pub fn plan_move(
    fs: &dyn FileSystem,
    settings: &Settings,
    old: &str,
    new: &str,
    progress: &dyn Progress,
) -> Result<Move, Failure> {
    let found = discover::discover(fs, settings)?;
    let renaming = renaming(&found.sources, &found.locales, settings, old, new)?;
    let mut plan = renames(&found.sources, &renaming)?;
    let files = plan.files.clone();
    let moved: BTreeMap<&str, &SitePath> =
        files.iter().map(|(old, new)| (old.as_str(), new)).collect();
    let mut overlay = Overlay::new(fs);
    for source in &found.sources.files {
        let new_path = moved
            .get(source.path.as_str())
            .map_or(&source.path, |path| *path);
        let is_moved = new_path != &source.path;
        let is_text =
            source.path.as_str().to_lowercase().ends_with(".md") || source.kind == SourceKind::Toc;
        if !is_text && !is_moved {
            continue;
        }
        let place = settings.place(source.path.as_str());
        let bytes = fs.read(
            &place,
            if is_text {
                settings.limits.article_bytes
            } else {
                u64::MAX
            },
        );
        // What cannot be read is told by `check`, and has no links that anybody could follow.
        let Ok(before) = bytes else { continue };
        let mut after = None;
        if is_text && let Ok(text) = std::str::from_utf8(&before) {
            after = rewritten(
                text,
                source,
                new_path,
                &renaming,
                &found.sources,
                &mut plan,
                &found.locales,
            );
        }
        let now = after.clone().unwrap_or_else(|| before.clone());
        if is_moved {
            overlay.remove(place);
        }
        if is_moved || after.is_some() {
            overlay.put(settings.place(new_path.as_str()), now);
        }
        if let Some(after) = after {
            plan.changes.push(Change {
                old: source.path.clone(),
                new: new_path.clone(),
                before,
                after,
            });
        }
    }
    judging::judge(fs, &overlay, settings, &renaming, progress)?;
    Ok(plan)
}

/// What is meant by two paths.
fn renaming<'r>(
    sources: &Sources,
    locales: &'r Locales,
    settings: &'r Settings,
    old: &str,
    new: &str,
) -> Result<Renaming<'r>, Failure> {
    let (old_below, old_is_folder) = below(locales, old);
    let (mut new_below, into_folder) = below(locales, new);
    let with = |ending: &str| {
        let path = format!("{old_below}{ending}");
        in_any_locale(sources, locales, |below| below == path)
    };
    let article = old_below
        .strip_suffix(".md")
        .unwrap_or(&old_below)
        .to_owned();
    let is_article =
        !old_is_folder && in_any_locale(sources, locales, |below| below == format!("{article}.md"));
    let has_folder = |name: &str| {
        in_any_locale(sources, locales, |below| {
            below.starts_with(&format!("{name}/"))
        })
    };
    let is_folder = has_folder(&old_below);
    let (kind, old_below) = match () {
        () if old_below.is_empty() => {
            return Err(Failure::usage(format!(
                "`{old}` names a whole language, not a part of it"
            )));
        }
        () if is_article && is_folder && old_below == article => {
            return Err(
                Failure::usage(format!("`{old}` is an article and a folder"))
                    .hint(format!("write `{old}.md` or `{old}/`")),
            );
        }
        () if is_article => (Kind::Article, article),
        () if is_folder => (Kind::Folder, old_below),
        () if with("") => (Kind::File, old_below),
        () => {
            return Err(Failure::usage(format!(
                "there is no article, folder or file `{old}` in any language"
            ))
            .hint("name it as it lies below a language's folder, such as `guide/start.md`"));
        }
    };
    if into_folder || (kind != Kind::Folder && has_folder(&new_below) && !new_below.contains(".md"))
    {
        let name = old_below.rsplit('/').next().unwrap_or(&old_below);
        new_below = if new_below.is_empty() {
            name.to_owned()
        } else {
            format!("{new_below}/{name}")
        };
    }
    if kind == Kind::Article
        && let Some(bare) = new_below.strip_suffix(".md")
    {
        new_below = bare.into();
    }
    let is_name = |name: &str| {
        !matches!(name, "" | "." | "..") && !name.starts_with('.') && !name.contains(['\\', '\0'])
    };
    if !new_below.split('/').all(is_name) {
        return Err(Failure::usage(format!("`{new}` is no name for it"))
            .hint("write a path below a language's folder, such as `guide/begin.md`"));
    }
    if new_below == old_below
        || (kind == Kind::Folder && new_below.starts_with(&format!("{old_below}/")))
    {
        return Err(Failure::usage(format!("`{old}` cannot become `{new}`"))
            .hint("give it another name or another place"));
    }
    let is_shadowed = in_any_locale(sources, locales, |below| below == format!("{old_below}.md"));
    Ok(Renaming {
        locales,
        settings,
        kind,
        old: old_below,
        new: new_below,
        is_shadowed,
    })
}

/// A path below a locale folder, and whether it ends as a folder's.
fn below(locales: &Locales, path: &str) -> (String, bool) {
    let is_folder = path.ends_with('/');
    let path = path.trim_start_matches("./").trim_end_matches('/');
    let (top, rest) = path.split_once('/').unwrap_or((path, ""));
    let is_locale = locales.iter().any(|(_, locale)| &*locale.folder == top);
    ((if is_locale { rest } else { path }).to_owned(), is_folder)
}

fn in_any_locale(sources: &Sources, locales: &Locales, is: impl Fn(&str) -> bool) -> bool {
    sources
        .files
        .iter()
        .any(|source| below_locale(source, locales).is_some_and(&is))
}

/// The path of a file below its locale folder.
fn below_locale<'s>(source: &'s Source, locales: &Locales) -> Option<&'s str> {
    source.locale?;
    let (top, below) = source.path.as_str().split_once('/')?;
    locales.find(top).map(|_| below)
}

/// What gets which name, unless one is taken.
fn renames(sources: &Sources, renaming: &Renaming<'_>) -> Result<Move, Failure> {
    let Renaming {
        kind,
        old,
        new,
        locales,
        ..
    } = renaming;
    let mut files = Vec::new();
    let mut tops = BTreeSet::new();
    let exact = match kind {
        Kind::Article => format!("{old}.md"),
        _ => old.clone(),
    };
    for source in &sources.files {
        let Some(below) = below_locale(source, locales) else {
            continue;
        };
        let top = source.path.as_str().split('/').next().unwrap_or_default();
        let new_below = match kind {
            Kind::Folder => below
                .strip_prefix(&format!("{old}/"))
                .map(|rest| format!("{new}/{rest}")),
            Kind::Article => (below == exact).then(|| format!("{new}.md")),
            Kind::File => (below == exact).then(|| new.clone()),
        };
        if let Some(new_below) = new_below {
            tops.insert(top.to_owned());
            files.push((
                source.path.clone(),
                SitePath::new(format!("{top}/{new_below}")),
            ));
        }
    }
    let moving: BTreeSet<&str> = files.iter().map(|(old, _)| old.as_str()).collect();
    let wanted: BTreeMap<String, &str> = files
        .iter()
        .map(|(_, new)| (fold(new.as_str()), new.as_str()))
        .collect();
    let taken = sources.files.iter().find(|source| {
        let path = source.path.as_str();
        let in_new_folder = || {
            let below = below_locale(source, locales);
            *kind == Kind::Folder
                && below.is_some_and(|below| fold(below).starts_with(&format!("{}/", fold(new))))
        };
        !moving.contains(path) && (wanted.contains_key(&fold(path)) || in_new_folder())
    });
    if let Some(taken) = taken {
        return Err(Failure::usage(format!("`{}` is there already", taken.path))
            .hint("choose another name, or move that one away first"));
    }
    let ending = if *kind == Kind::Article { ".md" } else { "" };
    let renames = tops.into_iter().map(|top| Rename {
        old: format!("{top}/{old}{ending}"),
        new: format!("{top}/{new}{ending}"),
    });
    Ok(Move {
        kind: *kind,
        renames: renames.collect(),
        files,
        changes: Vec::new(),
        links: 0,
        redirects: 0,
        remarks: Vec::new(),
    })
}

/// What a file that holds links becomes; `None` when it stays as it is.
fn rewritten(
    text: &str,
    source: &Source,
    new_path: &SitePath,
    renaming: &Renaming<'_>,
    sources: &Sources,
    plan: &mut Move,
    locales: &Locales,
) -> Option<Vec<u8>> {
    let (folder, new_folder) = (source.path.folder(), new_path.folder());
    let mut edits: BTreeMap<(u32, u32), Edit> = BTreeMap::new();
    let mut add = |written: &str, range: crate::source::TextRange| {
        if let Some(new) = renaming.target(written, folder, new_folder)
            && let Some(edit) = edit_of(text, range, written, &new)
        {
            edits.insert((edit.range.start, edit.range.end), edit);
        }
    };
    if source.kind == SourceKind::Toc {
        let is_markdown = source.path.as_str().to_lowercase().ends_with(".md");
        let read = if is_markdown {
            parse::toc_markdown
        } else {
            parse::toc
        };
        let mut entries: Vec<RawTocEntry> = read(text.as_bytes()).entries;
        while let Some(entry) = entries.pop() {
            for href in entry.href.iter().chain(&entry.toc) {
                add(&href.value, href.range);
            }
            entries.extend(entry.items);
        }
        plan.links += edits.len();
    } else {
        let document = parse::parse(
            text.as_bytes(),
            parse_options(renaming.settings, source.path.as_str()),
        );
        for fact in &document.facts {
            match fact {
                Fact::Link(link) => add(&link.written, link.target_range),
                Fact::Include(slot) => add(&slot.written, slot.target_range),
                Fact::Heading(_) | Fact::Anchor(_) => {}
            }
        }
        plan.links += edits.len();
        if source.kind == SourceKind::Article && new_path != &source.path {
            redirect(
                text, &document, source, new_path, sources, locales, plan, &mut edits,
            );
        }
    }
    let fix = Fix::safe("", edits.into_values().collect());
    let fixed = fix::apply(text, &[&fix]);
    (fixed.fates == [Fate::Done] && fixed.text != text).then(|| fixed.text.into_bytes())
}

/// The edit of a target: all of it where it stands as written, else what stands before query and fragment.
fn edit_of(text: &str, range: crate::source::TextRange, written: &str, new: &str) -> Option<Edit> {
    let source = text.get(range.bytes())?;
    let quote = ['"', '\'']
        .into_iter()
        .find(|&quote| source.len() > 1 && source.starts_with(quote) && source.ends_with(quote));
    let inner = match quote {
        Some(_) => &source[1..source.len() - 1],
        None => source,
    };
    let start = range.start as usize + (source.len() - inner.len()) / 2;
    let path = |target: &str| target.find(['?', '#']).unwrap_or(target.len());
    let (old, new) = if inner == written {
        (inner, new)
    } else {
        (&inner[..path(inner)], &new[..path(new)])
    };
    let range = crate::source::TextRange::new(start, start + old.len());
    (!old.is_empty() && old != new).then(|| Edit::replace(range, old, new))
}

#[expect(
    clippy::too_many_arguments,
    reason = "one call, and all of it is needed"
)]
fn redirect(
    text: &str,
    document: &Document,
    source: &Source,
    new_path: &SitePath,
    sources: &Sources,
    locales: &Locales,
    plan: &mut Move,
    edits: &mut BTreeMap<(u32, u32), Edit>,
) {
    let name = |path: &SitePath| {
        let below = path.as_str().split_once('/').map_or("", |(_, below)| below);
        below.strip_suffix(".md").unwrap_or(below).to_owned()
    };
    let (old, new) = (name(&source.path), name(new_path));
    let Some(locale) = source.locale.map(|index| locales.get(index)) else {
        return;
    };
    // The address of an index is also that of its folder, as long as there is one.
    let folder = source.path.folder();
    let is_index = source.path.name().eq_ignore_ascii_case("index.md");
    let moving: BTreeSet<&SitePath> = plan.files.iter().map(|(old, _)| old).collect();
    let stays = |other: &Source| {
        other.kind == SourceKind::Article
            && !moving.contains(&other.path)
            && other.path.as_str().starts_with(&format!("{folder}/"))
    };
    let arrives = |(_, new): &(SitePath, SitePath)| new.as_str().starts_with(&format!("{folder}/"));
    let remains = sources.files.iter().any(stays) || plan.files.iter().any(arrives);
    let is_free = !(is_index && (remains || !folder.contains('/')));
    let names = Names {
        old: &old,
        new: &new,
        locale: &locale.url,
        is_locale: &|first| locales.find(first).is_some(),
        is_free,
    };
    match redirects::edit(text, document, &names) {
        Ok(Some(edit)) => {
            plan.redirects += usize::from(is_free);
            edits.insert((edit.range.start, edit.range.end), edit);
        }
        Ok(None) => {}
        Err(why) => {
            let remark = format!("`{}` got no redirect: {why}", source.path);
            plan.remarks.push(remark);
        }
    }
}
