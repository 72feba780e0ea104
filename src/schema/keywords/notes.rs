//! `deprecated`, `replacedBy`, `uniqueIn`: keywords that note something and let every value pass.

use serde_json::{Map, Value as Json};

use super::super::Better;
use super::super::words::listed;
use super::{Check, Told, scalar, texts_of};

/// JSON Schema's own `deprecated`, unless `replacedBy` says more.
pub(super) fn deprecated(schema: &Map<String, Json>, value: &Json) -> Box<Check> {
    let is_said = value == &Json::Bool(true) && !schema.contains_key("replacedBy");
    let about = schema.get("description").and_then(Json::as_str);
    let about = about.map(|about| about.trim().to_owned());
    Box::new(move |_| {
        if !is_said {
            return Vec::new();
        }
        let told = Told::value("%NAME% is deprecated").at_key();
        vec![match &about {
            Some(about) => told.help(format!("see what the schema says of it: {about}")),
            None => told.help("remove the key"),
        }]
    })
}

/// `replacedBy`.
pub(super) fn replaced_by(value: &Json) -> Box<Check> {
    let keys = texts_of(value);
    Box::new(move |_| {
        let told = Told::value(format!(
            "%NAME% is deprecated: {} took its place",
            listed(&keys, "or")
        ));
        let better = match &keys[..] {
            [key] => Some(Better {
                text: key.clone(),
                is_certain: false,
            }),
            _ => None,
        };
        let told = Told {
            better,
            ..told.at_key()
        };
        vec![told.help(format!("write {} instead", listed(&keys, "or")))]
    })
}

/// `uniqueIn`: the message is the word of the keyword, told with the value.
pub(super) fn unique(value: &Json) -> Box<Check> {
    let among = value.as_str().unwrap_or("site").to_owned();
    Box::new(move |instance| {
        let text = scalar(instance).filter(|text| !text.trim().is_empty());
        let told = text.map(|text| Told {
            value: Some(text.trim().to_owned()),
            ..Told::value(among.clone())
        });
        told.into_iter().collect()
    })
}
