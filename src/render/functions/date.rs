//! `date(value="2021-03-10")`: a day as the page's language writes it, in the locale's calendar; with `style="medium"`, shorter.

use std::sync::Arc;

use tera::{Error, Kwargs, State, TeraResult, Value};

use super::languages::Languages;
use crate::model::Date;

/// The function over the formats of all locales.
pub(super) fn function(
    languages: Arc<Languages>,
) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<Value> + Sync + Send + 'static {
    move |kwargs, state| {
        let written = kwargs.must_get::<&str>("value")?;
        let day = Date::parse(written).ok_or_else(|| {
            Error::message(format!(
                "`{written}` is no day: write it as `2021-03-10` or `03/10/2021`"
            ))
        })?;
        let formats = languages.here(state)?;
        let text = match kwargs.get::<&str>("style")? {
            None | Some("long") => formats.long_date(day.year, day.month, day.day),
            Some("medium") => formats.medium_date(day.year, day.month, day.day),
            Some(other) => {
                let message = format!("`style` is `long` or `medium`, not `{other}`");
                return Err(Error::message(message));
            }
        };
        Ok(Value::normal_string(&text))
    }
}
