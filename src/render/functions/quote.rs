//! `quote(text=…)`: a text in the quotation marks of the page's language; with `inner=true`, in those for a quotation within one.

use std::sync::Arc;

use tera::{Kwargs, State, TeraResult, Value};

use super::languages::Languages;

/// The function over the formats of all locales.
pub(super) fn function(
    languages: Arc<Languages>,
) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<Value> + Sync + Send + 'static {
    move |kwargs, state| {
        let text = kwargs.must_get::<&str>("text")?;
        let formats = languages.here(state)?;
        let quoted = match kwargs.get::<bool>("inner")? {
            Some(true) => formats.inner_quote(text),
            _ => formats.quote(text),
        };
        Ok(Value::normal_string(&quoted))
    }
}
