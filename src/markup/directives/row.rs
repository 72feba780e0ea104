//! `:::row: … :::row-end:::`: [columns](super::column) side by side.

use super::{Colons, Directive, Meaning, Written, close, open};

pub(super) static DIRECTIVE: Directive = Directive {
    name: "row",
    page: include_str!("../../../content/en-US/reference/directives/row.md"),
    colons: Some(Colons {
        word: "row",
        attributes: &["count"],
        needs: &[],
        is_inline: false,
        read,
    }),
    brackets: None,
};

fn read(written: &Written) -> Meaning {
    Meaning::Holds {
        open: vec![open("div", &[("class", "row")], written.range)],
        close: vec![close("div")],
    }
}
