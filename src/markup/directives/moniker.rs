//! `::: moniker range=">= v2" … ::: moniker-end`: text for some versions. Which versions a range means is said when the page is
//! made: only then the versions are known.

use super::{Colons, Directive, Meaning, Written, close, open};

pub(super) static DIRECTIVE: Directive = Directive {
    name: "moniker",
    page: include_str!("../../../content/en-US/reference/directives/moniker.md"),
    colons: Some(Colons {
        word: "moniker",
        attributes: &["range"],
        needs: &["range"],
        is_inline: false,
        read,
    }),
    brackets: None,
};

fn read(written: &Written) -> Meaning {
    let range = written.value("range");
    let attributes = [("class", "zone"), ("data-moniker", range)];
    Meaning::Holds {
        open: vec![open("div", &attributes, written.range)],
        close: vec![close("div")],
    }
}
