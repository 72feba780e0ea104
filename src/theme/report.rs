//! Mistakes in templates and message files as one [`Failure`] with `file:line:column`, the line, and what to do.

use std::collections::BTreeMap;

use super::bounded::Checked;
use super::embedded::{File, Maker};
use crate::failure::Failure;
use crate::l10n::messages::Problem;

/// How many problems are shown in full; one mistake in a message often shows in many places.
const SHOWN: usize = 10;

/// One failure for all problems.
pub(super) fn problems(what: &str, problems: &[Problem]) -> Failure {
    let shown: Vec<String> = problems
        .iter()
        .take(SHOWN)
        .map(Problem::to_string)
        .collect();
    let more = match problems.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(
            "

and {more} more"
        ),
    };
    let message = format!(
        "{what}
{}{more}",
        shown.join(
            "

"
        )
    );
    let mut hints: Vec<&str> = problems
        .iter()
        .take(SHOWN)
        .filter_map(|problem| problem.hint.as_deref())
        .collect();
    hints.dedup();
    hints
        .into_iter()
        .fold(Failure::configuration(message), Failure::hint)
}

/// What Tera says, with the path and the place that the author knows; `checked` are the templates with checks in them, if the
/// error is of those.
pub(super) fn tera(
    error: &tera::Error,
    files: &BTreeMap<String, File>,
    checked: Option<&BTreeMap<String, Checked>>,
) -> Failure {
    let report = match error.kind() {
        tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => report,
        tera::ErrorKind::TemplateNotFound(name) => {
            return Failure::configuration(format!("no template `{name}`"))
                .hint(format!("add `templates/{name}`"));
        }
        tera::ErrorKind::CircularExtend { tpl, .. }
        | tera::ErrorKind::CircularInclude { tpl, .. } => {
            return circular(tpl, error, files);
        }
        // References to unknown functions, filters, blocks and templates come as finished reports.
        _ => {
            let reports = with_our_paths(&error.to_string());
            return Failure::configuration(format!("a template cannot be used\n{reports}"))
                .cause_of(error)
                .hint(HINT);
        }
    };
    let name = report.filename();
    let file = files.get(name);
    let text = file
        .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
        .unwrap_or_default();
    let path = format!("templates/{name}");
    let range = &report.span().range;
    let place = checked
        .and_then(|checked| checked.get(name))
        .map_or_else(|| range.clone(), |checked| checked.place(range));
    let problem = Problem::new(&path, &text, place, lower_first(report.message()));
    let failure =
        Failure::configuration(format!("a template cannot be used\n{problem}")).cause_of(error);
    match file.map(|file| file.maker) {
        Some(Maker::BuiltIn) => failure.hint(format!(
            "look at your own templates: `{path}` is polydoc's and expects what its first lines say"
        )),
        _ => failure.hint(HINT),
    }
}

/// Templates that include or extend each other without end.
fn circular(name: &str, error: &tera::Error, files: &BTreeMap<String, File>) -> Failure {
    let path = format!("templates/{name}");
    let text = files
        .get(name)
        .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
        .unwrap_or_default();
    // Where it names another template, or else its beginning.
    let start = ["{% include", "{% extends", "{%- include", "{%- extends"]
        .iter()
        .filter_map(|tag| text.find(tag))
        .min()
        .unwrap_or_default();
    let end = text[start..].find("%}").map_or(start, |at| start + at + 2);
    let problem = Problem::new(&path, &text, start..end, lower_first(&error.to_string()));
    Failure::configuration(format!("a template cannot be used\n{problem}")).hint(HINT)
}

/// A page that grew beyond all measure.
pub(super) fn too_large(template: &str) -> Failure {
    let most = super::MOST_ADDED >> 20;
    Failure::configuration(format!(
        "the template `templates/{template}` adds more than {most} MiB to one page"
    ))
    .hint("look for a loop within a loop, in it and in the templates that it includes")
}

/// Finished reports of Tera, which begin with `error: what` and ` --> page.html:1:2`, in the form of our own.
fn with_our_paths(reports: &str) -> String {
    let mut lines = reports.lines().peekable();
    let mut told = Vec::new();
    while let Some(line) = lines.next() {
        let what = line.strip_prefix("error: ");
        let place = lines
            .peek()
            .and_then(|next| next.trim_start().strip_prefix("--> "));
        match (what, place) {
            (Some(what), Some(place)) => {
                told.push(format!("templates/{place}: {}", lower_first(what)));
                lines.next();
            }
            _ => told.push(line.to_owned()),
        }
    }
    told.join("\n")
}

const HINT: &str = "mend the template; the language is that of Tera 2, described at the top of each built-in template";

trait CauseOf {
    fn cause_of(self, error: &tera::Error) -> Self;
}

impl CauseOf for Failure {
    /// Adds the error that a function or filter gave, if that is where it began.
    fn cause_of(self, error: &tera::Error) -> Self {
        match std::error::Error::source(error) {
            Some(source) => self.cause(&source),
            None => self,
        }
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}
