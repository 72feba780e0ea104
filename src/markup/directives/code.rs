//! `[!code-language[](path?name=region&highlight=1-3)]` and `:::code language="…" source="…" id="region":::`: code from a file.
//!
//! Becomes [`Event::Snippet`], whose address says with its query which part of the file is meant; see [`crate::model::Part`].

use super::{Bracketed, Brackets, Colons, Directive, Found, Meaning, Written, bracketed};
use crate::markup::{CowStr, Event, Located};
use crate::source::{Spanned, TextRange};

pub(super) static DIRECTIVE: Directive = Directive {
    name: "code",
    page: include_str!("../../../content/en-US/reference/directives/code.md"),
    colons: Some(Colons {
        word: "code",
        attributes: &[
            "language",
            "source",
            "id",
            "range",
            "highlight",
            "interactive",
            "dedent",
            "title",
        ],
        needs: &["source"],
        is_inline: false,
        read: between_colons,
    }),
    brackets: Some(Brackets {
        words: &["code"],
        read: in_brackets,
    }),
};

fn in_brackets(written: &Bracketed<'_>) -> Result<Found, String> {
    let behind = &written.text[written.word_end..written.line_end];
    let length = behind.find('[').ok_or("it has no `[title](path)`")?;
    let language = behind[..length].trim_start_matches('-').trim();
    let inner = bracketed::link(written, written.word_end + length)?;
    let range = TextRange::new(written.start, inner.end).shifted(written.base);
    Ok(Found {
        end: inner.end,
        meaning: snippet(language, inner.path, range),
    })
}

fn between_colons(written: &Written) -> Meaning {
    let mut address = written.value("source").to_owned();
    let mut sign = if address.contains('?') { '&' } else { '?' };
    for (attribute, key) in [
        ("id", "name"),
        ("range", "range"),
        ("highlight", "highlight"),
        ("dedent", "dedent"),
    ] {
        if let Some(value) = written.attributes.value(attribute) {
            address.extend([sign]);
            address.push_str(key);
            address.push('=');
            address.push_str(value);
            sign = '&';
        }
    }
    let source = Spanned {
        value: address,
        range: written.place("source"),
    };
    snippet(written.value("language"), source, written.range)
}

fn snippet(language: &str, source: Spanned<String>, range: TextRange) -> Meaning {
    // `csharp-interactive` runs on Learn and is C# everywhere.
    let language = language.to_ascii_lowercase();
    let language = language.strip_suffix("-interactive").unwrap_or(&language);
    let event = Event::Snippet {
        language: CowStr::from(language.to_owned()),
        url: Spanned {
            value: CowStr::from(source.value),
            range: source.range,
        },
    };
    Meaning::Is {
        events: vec![Located { event, range }],
        is_block: true,
    }
}
