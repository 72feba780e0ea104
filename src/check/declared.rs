//! What the project's schemas say of articles: asked once for each article, told by several rules.

use crate::config::SchemaLayer;
use crate::diagnostics::{Diagnostic, Fix, Rule, Sink};
use crate::model::{Article, Entries, Value, YamlProblem};
use crate::schema::{Aspect, Judgement, Part, Violation};
use crate::source::{SitePath, TextRange};

use super::context::ArticleContext;
use super::repair;

/// Keys that say of what type a page is, strongest first.
pub const TYPE_KEYS: [&str; 4] = ["page_type", "ms.topic", "type", "layout"];

/// Judges the metadata of an article by all schemas that hold for it. Front matter that cannot be read is not judged.
pub fn declared(article: &Article, path: &SitePath, schemas: &[SchemaLayer]) -> Judgement {
    let front_matter = &article.document.front_matter;
    let is_readable = |problem: &YamlProblem| matches!(problem, YamlProblem::DuplicateKey(..));
    let mut judgement = Judgement::default();
    if schemas.is_empty() || !front_matter.problems.iter().all(is_readable) {
        return judgement;
    }
    let entries = entries(article);
    let page_type = page_type(entries);
    for layer in schemas {
        let is_meant = layer.page_types.is_empty()
            || page_type
                .as_ref()
                .is_some_and(|it| layer.page_types.contains(it));
        if !is_meant || !layer.filter.matches(path.as_str()) {
            continue;
        }
        let more = layer.schema.judge(entries);
        for violation in more.violations {
            if !judgement.violations.contains(&violation) {
                judgement.violations.push(violation);
            }
        }
        for unique in more.unique {
            if !judgement.unique.contains(&unique) {
                judgement.unique.push(unique);
            }
        }
    }
    judgement
}

/// The metadata of an article, defaults and overrides included.
fn entries(article: &Article) -> &Entries {
    let merged = article.metadata.merged.as_deref();
    merged.unwrap_or(&article.document.front_matter.entries)
}

/// The type of a page, in lower case.
fn page_type(entries: &Entries) -> Option<String> {
    TYPE_KEYS.iter().find_map(|key| {
        let (_, value) = entries.iter().find(|(name, _)| &**name == *key)?;
        let text = value.as_text()?.trim();
        (!text.is_empty()).then(|| text.to_lowercase())
    })
}

/// Reports the violations of one aspect.
pub(super) fn report(
    rule: &'static Rule,
    aspect: Aspect,
    context: &ArticleContext<'_>,
    sink: &mut Sink<'_>,
) {
    let of_aspect = |violation: &&Violation| violation.aspect == aspect;
    for violation in context.judgement.violations.iter().filter(of_aspect) {
        let (range, origin) = place(context.article, &violation.place, violation.part);
        let found = sink.at_level(
            rule,
            violation.level,
            context.article.file,
            range,
            violation.message.clone(),
        );
        told(found, violation, origin);
        if let Some(better) = violation.better.as_ref().filter(|_| origin.is_none()) {
            let front_matter = &context.article.document.front_matter;
            let path: Vec<&str> = violation.place.iter().map(String::as_str).collect();
            let edit = match violation.part {
                Part::Key => repair::key(front_matter, &path, &better.text),
                Part::Value => repair::value(front_matter, &path, &better.text),
            };
            let what = format!("write `{}`", better.text);
            found.fix(edit.map(|edit| {
                if better.is_certain {
                    Fix::safe(what, vec![edit])
                } else {
                    Fix::unsure(what, vec![edit])
                }
            }));
        }
    }
}

fn told(found: &mut Diagnostic, violation: &Violation, origin: Option<&'static str>) {
    if let Some(help) = &violation.help {
        found.help(help.clone());
    }
    if let Some(note) = &violation.note {
        found.note(note.clone());
    }
    if let Some(origin) = origin {
        found.note(origin);
    }
}

/// Where something in the metadata of an article is written. What is not written there stands at the key around it, else at
/// the opening fence; the second value says where it comes from.
pub(super) fn place(
    article: &Article,
    path: &[String],
    part: Part,
) -> (TextRange, Option<&'static str>) {
    let front_matter = &article.document.front_matter;
    let start = front_matter.range.start as usize;
    let fence = if front_matter.is_present() {
        TextRange::new(start, start + "---".len())
    } else {
        TextRange::at(0)
    };
    let Some(first) = path.first() else {
        return (fence, None);
    };
    let set = value(entries(article), first);
    let origin = (set.is_some() && set != front_matter.get(first))
        .then_some("the value comes from `defaults` or `overrides` in `polydoc.yml`");
    let steps: Vec<&str> = path.iter().map(String::as_str).collect();
    let written = (1..=steps.len())
        .rev()
        .find_map(|length| Some((length, front_matter.place(&steps[..length])?)));
    let range = match written {
        Some((length, place)) => match (part, place.value.is_empty()) {
            (Part::Value, false) if length == steps.len() => place.value,
            _ => place.key,
        },
        None => fence,
    };
    (range, origin)
}

fn value<'e>(entries: &'e Entries, key: &str) -> Option<&'e Value> {
    let mut entries = entries.iter();
    entries
        .find(|(name, _)| &**name == key)
        .map(|(_, value)| value)
}
