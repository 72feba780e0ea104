//! `number(value=…)`: a number in the digits of the page's language, grouped as it groups them; `grouped=false` for years and codes.

use std::sync::Arc;

use tera::{Error, Kwargs, State, TeraResult, Value};

use super::languages::Languages;
use crate::l10n::Grouping;

/// The function over the formats of all locales.
pub(super) fn function(
    languages: Arc<Languages>,
) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<Value> + Sync + Send + 'static {
    move |kwargs, state| {
        let value = kwargs.must_get::<&Value>("value")?;
        let grouping = match kwargs.get::<bool>("grouped")? {
            Some(false) => Grouping::No,
            _ => Grouping::Yes,
        };
        let digits = match (value.as_str(), value.as_i64(), value.as_f64()) {
            (Some(text), ..) => text.trim().to_owned(),
            (None, Some(number), _) => number.to_string(),
            (None, None, Some(number)) if number.is_finite() => number.to_string(),
            _ => {
                let message = format!("`value` is a number, not {}", value.name());
                return Err(Error::message(message));
            }
        };
        let text = languages.here(state)?.decimal(&digits, grouping);
        Ok(Value::normal_string(&text))
    }
}
