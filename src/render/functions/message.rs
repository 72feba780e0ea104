//! `message(id="…", name=value, …)`: the words of the page's own language.
//!
//! The language is that of `locale` in the context. Numbers choose plural forms and are written in the language's digits.

use std::sync::Arc;

use tera::{Error, Kwargs, State, TeraResult, Value};

use super::languages;
use crate::l10n::{Argument, Messages};

/// The function over all words of the theme.
pub(super) fn function(
    messages: Arc<Messages>,
) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<Value> + Sync + Send + 'static {
    move |kwargs, state| {
        let id = kwargs.must_get::<&str>("id")?;
        let tag = languages::tag(state)?;
        let index = messages
            .position(&tag)
            .ok_or_else(|| Error::message(format!("`{tag}` is no locale of the site")))?;
        if let Some(text) = messages.text(index, id) {
            return Ok(Value::normal_string(text));
        }
        let given: Vec<(&str, &Value)> = kwargs
            .iter()
            .filter_map(|(name, value)| Some((name.as_str()?, value)))
            .filter(|(name, _)| *name != "id")
            .collect();
        let decimals: Vec<Option<String>> = given.iter().map(|(_, value)| decimal(value)).collect();
        let mut arguments = Vec::new();
        for ((name, value), decimal) in given.iter().zip(&decimals) {
            let argument = match decimal {
                Some(decimal) => Argument::Decimal(decimal),
                None => argument(name, value)?,
            };
            arguments.push((*name, argument));
        }
        let text = messages
            .format(index, id, &arguments)
            .map_err(Error::message)?;
        Ok(Value::normal_string(&text))
    }
}

/// The decimal text of a number that is not whole.
fn decimal(value: &Value) -> Option<String> {
    let number = value.as_f64().filter(|number| number.is_finite())?;
    (value.as_str().is_none() && value.as_i64().is_none()).then(|| number.to_string())
}

fn argument<'v>(name: &str, value: &'v Value) -> TeraResult<Argument<'v>> {
    if let Some(text) = value.as_str() {
        return Ok(Argument::Text(text));
    }
    let number = value.as_i64().map(Argument::Number);
    number.ok_or_else(|| {
        Error::message(format!(
            "`{name}` of a message is a text or a number, not {}",
            value.name()
        ))
    })
}
