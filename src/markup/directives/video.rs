//! `[!VIDEO url]` and `:::video source="…":::`: a film, shown as a link until the reader asks for it.
//!
//! Becomes [`Event::Video`]. In a quotation, `markup::alerts` reads it: translations damage it in the same ways as alerts.

use super::{Bracketed, Brackets, Colons, Directive, Found, Meaning, Written, bracketed};
use crate::markup::{CowStr, Event, Located};
use crate::source::{Spanned, TextRange};

pub(super) static DIRECTIVE: Directive = Directive {
    name: "video",
    page: include_str!("../../../content/en-US/reference/directives/video.md"),
    colons: Some(Colons {
        word: "video",
        attributes: &["source", "title", "max-width", "thumbnail", "alt-text"],
        needs: &["source"],
        is_inline: false,
        read: between_colons,
    }),
    brackets: Some(Brackets {
        words: &["video"],
        read: in_brackets,
    }),
};

fn in_brackets(written: &Bracketed<'_>) -> Result<Found, String> {
    if written.is_quoted {
        return Err(String::new());
    }
    let (url, end) = bracketed::words(written)?;
    if !written.is_alone(end) {
        return Err("it stands alone on its line".to_owned());
    }
    let range = TextRange::new(written.start, end).shifted(written.base);
    Ok(Found {
        end,
        meaning: film(&url.value.replace("&amp;", "&"), url.range, range),
    })
}

fn between_colons(written: &Written) -> Meaning {
    film(
        written.value("source"),
        written.place("source"),
        written.range,
    )
}

fn film(url: &str, place: TextRange, range: TextRange) -> Meaning {
    let url = Spanned {
        value: CowStr::from(url.to_owned()),
        range: place,
    };
    Meaning::Is {
        events: vec![Located {
            event: Event::Video { url },
            range,
        }],
        is_block: true,
    }
}
