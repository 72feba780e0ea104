//! `language_page`: the page at `/` that sends readers to their language, and lists all languages for those without scripts.

use crate::failure::Failure;
use crate::model::{Artifact, OutputPath};
use crate::render::frame::Frame;
use crate::render::{draw_to, page};

use super::{Emit, Output};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "language_page",
    on_by_default: true,
    emit: &[Emit::Site(emit)],
};

fn emit(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    let Some(locale) = frame.default_locale() else {
        return Ok(Vec::new());
    };
    let title = frame.theme.text(locale, "languages-title");
    let mut context = frame.locale(locale).context.clone();
    context.insert("page", &page::languages_page(frame, locale, title));
    let path = OutputPath::new("index.html").expect("a plain name");
    Ok(vec![draw_to(frame, "languages.html", &context, path)?])
}
