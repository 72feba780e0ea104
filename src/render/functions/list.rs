//! `list(items=[…])`: texts as a list in a sentence of the page's language: `a, b and c`; with `joined="or"`, `a, b or c`.

use std::sync::Arc;

use tera::{Error, Kwargs, State, TeraResult, Value};

use super::languages::Languages;
use crate::l10n::Joined;

/// The function over the formats of all locales.
pub(super) fn function(
    languages: Arc<Languages>,
) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<Value> + Sync + Send + 'static {
    move |kwargs, state| {
        let items = kwargs.must_get::<Vec<String>>("items")?;
        let joined = match kwargs.get::<&str>("joined")? {
            None | Some("and") => Joined::And,
            Some("or") => Joined::Or,
            Some(other) => {
                let message = format!("`joined` is `and` or `or`, not `{other}`");
                return Err(Error::message(message));
            }
        };
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        let text = languages.here(state)?.list(&items, joined);
        Ok(Value::normal_string(&text))
    }
}
