//! `:::no-loc text="Blazor":::`: words that no translation may change, and no translator of a browser either.

use super::{Colons, Directive, Meaning, Written, interface_words};

pub(super) static DIRECTIVE: Directive = Directive {
    name: "no-loc",
    page: include_str!("../../../content/en-US/reference/directives/no-loc.md"),
    colons: Some(Colons {
        word: "no-loc",
        attributes: &["text"],
        needs: &["text"],
        is_inline: true,
        read,
    }),
    brackets: None,
};

fn read(written: &Written) -> Meaning {
    interface_words::untranslated(written.value("text"), written.place("text"))
}
