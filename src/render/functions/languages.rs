//! What functions that write in the page's language share: the formats of every locale of the site, found by the context.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, State, TeraResult, Value};

use crate::l10n::{Formats, Locales};

/// Formats by tag.
pub(super) struct Languages {
    by_tag: BTreeMap<String, Formats>,
}

impl Languages {
    pub(super) fn new(locales: &Locales) -> Arc<Self> {
        let formats = locales.0.iter().map(|locale| {
            let formats = Formats::new(&locale.id, locale.calendar);
            (locale.id.to_string(), formats)
        });
        Arc::new(Self {
            by_tag: formats.collect(),
        })
    }

    /// Those of the page that is being made.
    pub(super) fn here(&self, state: &State<'_>) -> TeraResult<&Formats> {
        let tag = tag(state)?;
        self.by_tag
            .get(&tag)
            .ok_or_else(|| Error::message(format!("`{tag}` is no locale of the site")))
    }
}

/// The tag of the page's language: that of `locale` in the context.
pub(super) fn tag(state: &State<'_>) -> TeraResult<String> {
    let locale = state
        .get::<Value>("locale")?
        .ok_or_else(|| Error::message("there is no `locale` here"))?;
    let tag = locale.get_from_path("tag").and_then(Value::as_str);
    Ok(tag.unwrap_or_default().to_owned())
}
