//! `contents`: each longer table of contents as a file of its own, in which readers look for an entry by its words. Pages show what
//! is around them; so they stay small, and this is loaded only when somebody looks for something.

use serde_json::{Value, json};

use crate::failure::Failure;
use crate::model::{Artifact, Body, OutputPath};
use crate::render::frame::Frame;
use crate::source::LocaleIndex;

use super::{Emit, Output};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "contents",
    on_by_default: true,
    emit: &[Emit::Locale(emit)],
};

/// Shorter tables are read at a glance.
const LOOKED_INTO_FROM: usize = 12;

/// The path of a table in the output, when it has one: its place among those of its language, and its folder.
fn path(frame: &Frame<'_>, locale: LocaleIndex, at: usize) -> Option<OutputPath> {
    let tables = &frame.locale(locale).contents;
    let (folder, contents) = &tables[at];
    let is_first = tables[..at].iter().all(|(other, _)| other != folder);
    if contents.len() < LOOKED_INTO_FROM || !is_first {
        return None;
    }
    let url = &frame.site.locales.get(locale).url;
    let separator = if folder.is_empty() { "" } else { "/" };
    OutputPath::new(&format!(
        "{url}{separator}{}/toc.json",
        folder.to_lowercase()
    ))
}

/// The address of a table; `None` when it is short, or the output is switched off.
pub(in crate::render) fn url(frame: &Frame<'_>, locale: LocaleIndex, at: usize) -> Option<String> {
    let on = frame.settings.has_output(OUTPUT.name, OUTPUT.on_by_default);
    let path = path(frame, locale, at).filter(|_| on)?;
    let names = path
        .as_str()
        .split('/')
        .map(crate::catalogue::encode_fragment);
    let names: Vec<String> = names.collect();
    Some(format!("{}/{}", frame.settings.base_path, names.join("/")))
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "all outputs have one shape, and others can fail"
)]
fn emit(frame: &Frame<'_>, locale: LocaleIndex) -> Result<Vec<Artifact>, Failure> {
    let tables = frame.locale(locale).contents.iter().enumerate();
    let artifacts = tables.filter_map(|(at, (_, contents))| {
        let path = path(frame, locale, at)?;
        let entries: Vec<Value> = contents
            .entries()
            .map(|entry| {
                let url = entry.page.map(|page| frame.href(page) + entry.tail);
                let url = url.or_else(|| entry.external.map(str::to_owned));
                let language = entry
                    .name
                    .language
                    .map(|language| frame.language(language).tag);
                let mut fields = vec![
                    json!(entry.depth),
                    json!(entry.name.text),
                    json!(url),
                    json!(entry.terms),
                    json!(language),
                ];
                while fields
                    .last()
                    .is_some_and(|field| field.is_null() || field == "")
                {
                    fields.pop();
                }
                Value::from(fields)
            })
            .collect();
        Some(Artifact {
            path,
            body: Body::Bytes(format!("{}\n", Value::from(entries)).into_bytes()),
        })
    });
    Ok(artifacts.collect())
}
