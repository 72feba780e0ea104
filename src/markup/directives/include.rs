//! `[!INCLUDE [title](path)]`: another file stands here, as blocks when it is alone on its line, else as words.
//!
//! Becomes [`Event::Include`]: which file is meant, `catalogue` says.

use super::{Bracketed, Brackets, Directive, Found, Meaning, bracketed};
use crate::markup::{CowStr, Event, Located};
use crate::source::{Spanned, TextRange};

pub(super) static DIRECTIVE: Directive = Directive {
    name: "include",
    page: include_str!("../../../content/en-US/reference/directives/include.md"),
    colons: None,
    brackets: Some(Brackets {
        words: &["include", "includes"],
        read,
    }),
};

fn read(written: &Bracketed<'_>) -> Result<Found, String> {
    let inner = bracketed::link(written, written.word_end)?;
    let Spanned { value, range } = inner.path;
    let is_block = written.is_alone(inner.end);
    let url = Spanned {
        value: CowStr::from(value),
        range,
    };
    let event = Event::Include { url, is_block };
    let range = TextRange::new(written.start, inner.end).shifted(written.base);
    Ok(Found {
        end: inner.end,
        meaning: Meaning::Is {
            events: vec![Located { event, range }],
            is_block,
        },
    })
}
