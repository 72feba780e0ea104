//! What the preview says of one page: its file, its languages, what is wrong with it.

use std::path::Path;

use percent_encoding::percent_decode_str;
use serde::Serialize;

use crate::diagnostics::{Diagnostic, Note, Severity};
use crate::model::{ArticleKey, OutputPath, PageId};
use crate::pipeline::Standing;
use crate::source::{LineIndex, TextRange};
use crate::workspace::{self, Workspace};

use super::request::parameter;
use super::{Editor, Preview, host, live};

/// How many lines are shown around the one that is meant.
const AROUND: u32 = 1;

/// Longest line that is shown, in characters.
const LONGEST_LINE: usize = 240;

/// A page, for the script.
#[derive(Default, Serialize)]
struct PageShape {
    /// Why the site is not the newest.
    failure: Option<serde_json::Value>,
    /// What is being done to make it the newest.
    settling: Option<&'static str>,
    /// Its file, as the user would write it.
    file: Option<String>,
    /// The address that opens the file in the editor.
    edit: Option<String>,
    /// Whether `build` leaves it out.
    draft: bool,
    /// The same page in all languages that show it.
    languages: Vec<LanguageShape>,
    /// What is wrong.
    findings: Vec<FindingShape>,
}

#[derive(Serialize)]
struct LanguageShape {
    tag: String,
    name: String,
    url: String,
    /// Whether it is the page that was asked about.
    current: bool,
}

#[derive(Serialize)]
struct FindingShape {
    rule: &'static str,
    severity: &'static str,
    message: String,
    /// `path:line:column`.
    place: String,
    edit: Option<String>,
    /// Lines of the file around the place.
    excerpt: Vec<LineShape>,
    help: Vec<String>,
}

/// A line; `marked` is the part that is meant, in UTF-16 code units from 0.
#[derive(Serialize)]
struct LineShape {
    number: u32,
    text: String,
    marked: Option<(usize, usize)>,
}

/// The page that a query names (`path=/fr-fr/…`), as JSON.
pub(super) fn describe(preview: &Preview, query: &str) -> String {
    let state = preview.workspace.state();
    let mut shape = PageShape {
        failure: state.broken.as_deref().map(live::failure_shape),
        settling: state.settling.then_some(if state.first.is_some() {
            "reading the other languages"
        } else {
            "putting the site together"
        }),
        ..PageShape::default()
    };
    let path = parameter(query, "path").unwrap_or_default();
    let path = percent_decode_str(&path).decode_utf8_lossy();
    let below = state.settings().and_then(|it| host::below(it, &path));
    let below = below.unwrap_or_default().trim_start_matches('/');
    let fs = preview.workspace.fs();
    if let Ok(Some(standing)) = state.standing_for(fs, below)
        && let Some(page) = page_of(&standing, below)
    {
        let desk = Desk {
            workspace: &preview.workspace,
            standing: &standing,
            editor: preview.editor.as_ref(),
        };
        shape.languages = languages(&standing, page);
        if let Some(key) = standing.site().page(page).article() {
            desk.tell(key, &mut shape);
        }
    }
    serde_json::to_string(&shape).expect("texts become JSON")
}

/// The page at a path of the output, which may be a folder's.
fn page_of(standing: &Standing, below: &str) -> Option<PageId> {
    let index = if below.is_empty() || below.ends_with('/') {
        "index.html"
    } else {
        ""
    };
    standing.page_at(&OutputPath::new(&format!("{below}{index}"))?)
}

/// The languages of the site with the address of the same page, or of their home where they have none.
fn languages(standing: &Standing, page: PageId) -> Vec<LanguageShape> {
    let site = standing.site();
    let own = site.page(page);
    let id = own.article().map(|key| &site.article(key).id);
    let base = &standing.settings().base_path;
    let language = |(index, locale): (_, &crate::l10n::Locale)| {
        let shown = if index == own.locale {
            Some(page)
        } else {
            let shown = id.and_then(|id| site.shown_in(id, index));
            shown
                .map(|(_, page)| page)
                .filter(|&page| site.page(page).locale == index)
        }?;
        Some(LanguageShape {
            tag: locale.id.to_string(),
            name: locale.name.to_string(),
            url: format!("{base}{}", site.page(shown).url),
            current: index == own.locale,
        })
    };
    site.locales.iter().filter_map(language).collect()
}

/// All that is needed to speak of places.
struct Desk<'d> {
    workspace: &'d Workspace,
    standing: &'d Standing,
    editor: Option<&'d Editor>,
}

impl Desk<'_> {
    /// What is to be said of an article.
    fn tell(&self, key: ArticleKey, shape: &mut PageShape) {
        let article = self.standing.site().article(key);
        let path = self.standing.path_of(article);
        shape.draft = article.metadata.draft;
        shape.file = Some(path.display().to_string());
        shape.edit = self.edit(&path, 1, 1);
        let found = self.standing.findings(self.workspace.fs(), key);
        let mut found = found.unwrap_or_default();
        found.retain(|finding| finding.severity != Severity::Info);
        found.sort_by_key(|finding| finding.severity);
        let shapes = |text: Option<(&str, &LineIndex<'_>)>| -> Vec<FindingShape> {
            let shape = |finding| self.finding(finding, text, &path);
            found.iter().map(shape).collect()
        };
        let fs = self.workspace.fs();
        let read = |text: &str, lines: &LineIndex<'_>| shapes(Some((text, lines)));
        shape.findings = self
            .standing
            .with_lines(fs, article.file, read)
            .unwrap_or_else(|| shapes(None));
    }

    fn finding(
        &self,
        finding: &Diagnostic,
        text: Option<(&str, &LineIndex<'_>)>,
        path: &Path,
    ) -> FindingShape {
        let range = finding.primary.span.map(|span| span.range);
        let range = range.unwrap_or_default();
        let (line, column, excerpt) = text.map_or((1, 1, Vec::new()), |(text, lines)| {
            let at = lines.position(range.start as usize);
            (at.line, at.column, excerpt(text, at.line, range))
        });
        let help = finding.notes.iter().map(|note| match note {
            Note::Help(text) | Note::Note(text) => text.clone(),
        });
        FindingShape {
            rule: finding.rule.name,
            severity: finding.severity.word(),
            message: finding.message.clone(),
            place: format!("{}:{line}:{column}", path.display()),
            edit: self.edit(path, line, column),
            excerpt,
            help: help.collect(),
        }
    }

    fn edit(&self, path: &Path, line: u32, column: u32) -> Option<String> {
        let path = workspace::absolute(self.workspace.current_dir(), path);
        Some(self.editor?.address(&path, line, column))
    }
}

/// The lines around a place; of its own line what the range covers is marked.
fn excerpt(text: &str, line: u32, range: TextRange) -> Vec<LineShape> {
    let mut start = 0;
    let mut shown = Vec::new();
    for (number, whole) in (1..).zip(text.split_inclusive('\n')) {
        let here = start..start + whole.len();
        start += whole.len();
        if number + AROUND < line || number > line + AROUND {
            continue;
        }
        let whole = whole.trim_end_matches(['\n', '\r']);
        let marked = (number == line).then(|| {
            let units = |end: usize| {
                let end = end.saturating_sub(here.start).min(whole.len());
                whole
                    .get(..end)
                    .map_or(0, |part| part.encode_utf16().count())
            };
            (units(range.start as usize), units(range.end as usize))
        });
        shown.push(cut(number, whole, marked));
    }
    shown
}

/// A line that is not too long, cut around what is marked.
fn cut(number: u32, whole: &str, marked: Option<(usize, usize)>) -> LineShape {
    let units: Vec<u16> = whole.encode_utf16().collect();
    let (from, to) = marked.unwrap_or((0, 0));
    let start = if units.len() <= LONGEST_LINE {
        0
    } else {
        from.saturating_sub(LONGEST_LINE / 4)
    };
    let end = units.len().min(start + LONGEST_LINE);
    let text = String::from_utf16_lossy(&units[start..end]);
    let dots = |is_cut: bool| if is_cut { "…" } else { "" };
    let moved = |at: usize| at.clamp(start, end) - start + usize::from(start > 0);
    LineShape {
        number,
        text: format!("{}{text}{}", dots(start > 0), dots(end < units.len())),
        marked: marked.map(|_| (moved(from), moved(to.max(from)))),
    }
}
