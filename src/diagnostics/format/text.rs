//! `text`: for people, with an excerpt of the source and a caret under the place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Padding, Renderer, Snippet,
};

use crate::source::{LineIndex, TextRange};

use super::super::{Diagnostic, Note, SetBy, Severity};
use super::{Files, Format, Told, by_file, one_line, ordered};

pub(super) const FORMAT: Format = Format {
    name: "text",
    description: "For people, with excerpts",
    write: |out, findings| {
        text(out, findings.diagnostics, findings.files, findings.text).map(|()| Told::All)
    },
};

/// Longest line, in bytes, of which an excerpt is made; longer ones (embedded images) are named only.
const LONGEST_EXCERPT: usize = 64 << 10;

/// Most related places that are named.
const MOST_RELATED: usize = 5;

/// How the text looks.
#[derive(Clone, Copy, Debug)]
pub struct TextOptions {
    /// Whether escape sequences for colour are written.
    pub color: bool,
    /// Columns of the terminal; longer source lines are cut around the caret.
    pub width: usize,
    /// Most findings of one rule in one file that are shown; the rest is counted. `usize::MAX` shows all.
    pub most: usize,
}

impl Default for TextOptions {
    fn default() -> Self {
        Self {
            color: false,
            width: 100,
            most: 5,
        }
    }
}

/// Writes findings for people. Where a rule's level comes from is said once for each level.
pub fn text(
    out: &mut dyn Write,
    diagnostics: &[Diagnostic],
    files: &Files<'_>,
    options: TextOptions,
) -> fmt::Result {
    let renderer = if options.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(options.width.max(40));
    let mut explained = BTreeSet::new();
    for findings in by_file(&ordered(diagnostics)) {
        let text = findings[0].file().and_then(|file| (files.text)(file));
        let lines = text.as_deref().map(LineIndex::new);
        let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in findings {
            let count = shown.entry(finding.rule.name).or_default();
            *count += 1;
            if *count <= options.most {
                let source = text.as_deref().zip(lines.as_ref());
                let group = {
                    let level = (finding.rule.name, finding.severity, finding.set_by);
                    group(finding, files, source, explained.insert(level))
                };
                writeln!(out, "{}\n", renderer.render(&[group]))?;
            }
        }
        for (rule, count) in shown {
            if let Some(rest @ 1..) = count.checked_sub(options.most) {
                let path = findings[0]
                    .file()
                    .map_or("the site".into(), |file| files.path(file));
                let path = one_line(&path);
                writeln!(out, "{path}: {rest} more of `{rule}`\n")?;
            }
        }
    }
    Ok(())
}

/// One finding with all that is said below it.
fn group<'g>(
    finding: &'g Diagnostic,
    files: &Files<'_>,
    source: Option<(&'g str, &LineIndex<'g>)>,
    explain: bool,
) -> Group<'g> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level
        .primary_title(one_line(&finding.message))
        .id(finding.rule.name);
    let mut elements: Vec<Element<'g>> = Vec::new();
    if let Some(span) = finding.primary.span {
        let path = files.path(span.file);
        elements.push(excerpt(finding, &one_line(&path), span.range, source));
    }
    if let Some(path) = &finding.primary.path {
        elements.extend([
            Origin::path(one_line(&files.prefixed(path)).into_owned()).into(),
            Padding.into(),
        ]);
    }
    let open = finding.file().zip(source.map(|(_, lines)| lines));
    for label in finding.related.iter().take(MOST_RELATED) {
        let text = files.related(label, open);
        elements.push(Level::NOTE.message(one_line(&text).into_owned()).into());
    }
    if let Some(rest @ 1..) = finding.related.len().checked_sub(MOST_RELATED) {
        let places = if rest == 1 { "place" } else { "places" };
        elements.push(
            Level::NOTE
                .message(format!("and {rest} more {places}"))
                .into(),
        );
    }
    for note in &finding.notes {
        let message = match note {
            Note::Help(text) => Level::HELP.message(one_line(text)),
            Note::Note(text) => Level::NOTE.message(one_line(text)),
        };
        elements.push(message.into());
    }
    if explain {
        elements.push(Level::NOTE.message(origin_of_level(finding)).into());
    }
    title.elements(elements)
}

/// The line a finding is on, with a caret; a range that goes on in the next line ends with its first one.
fn excerpt<'g>(
    finding: &'g Diagnostic,
    path: &str,
    range: TextRange,
    source: Option<(&'g str, &LineIndex<'g>)>,
) -> Element<'g> {
    let Some((text, lines)) = source else {
        return Origin::path(path.to_owned()).into();
    };
    let position = lines.position(range.start as usize);
    let start = lines.line_start(position.line).unwrap_or_default();
    let end = lines.line_start(position.line + 1).unwrap_or(text.len());
    let line = text[start..end].trim_end_matches(['\r', '\n']);
    if line.len() > LONGEST_EXCERPT {
        let origin = Origin::path(path.to_owned()).line(position.line as usize);
        return origin.char_column(position.column as usize).into();
    }
    let border = |offset: u32| line.floor_char_boundary((offset as usize).saturating_sub(start));
    let (from, to) = (border(range.start), border(range.end));
    let label = &finding.primary.text;
    let annotation = AnnotationKind::Primary.span(from..to.max(from));
    let annotation = annotation.label((!label.is_empty()).then(|| one_line(label)));
    let snippet = Snippet::source(line)
        .line_start(position.line as usize)
        .path(path.to_owned());
    snippet.annotation(annotation).into()
}

/// Where the level of a finding comes from.
fn origin_of_level(finding: &Diagnostic) -> String {
    let (name, level) = (finding.rule.name, finding.severity.word());
    let origin = match finding.set_by {
        SetBy::Rule => "by default".to_owned(),
        SetBy::Preset(preset) => format!("in the preset `{}`", preset.word()),
        SetBy::File => "in `polydoc.yml`".to_owned(),
        SetBy::Schema => "for this key in the schema".to_owned(),
        SetBy::Flag => "by `--level`".to_owned(),
        SetBy::Deny => "by `--deny warnings`".to_owned(),
    };
    format!("`{name}` is `{level}` {origin}")
}
