//! `:::column span="2": … :::column-end:::`: a column of a [row](super::row).

use super::{Colons, Directive, Meaning, Written, close, open};

pub(super) static DIRECTIVE: Directive = Directive {
    name: "column",
    page: include_str!("../../../content/en-US/reference/directives/column.md"),
    colons: Some(Colons {
        word: "column",
        attributes: &["span"],
        needs: &[],
        is_inline: false,
        read,
    }),
    brackets: None,
};

/// The widest column.
const WIDEST: u8 = 4;

fn read(written: &Written) -> Meaning {
    let span = written.value("span").parse::<u8>().unwrap_or(1);
    let class = format!("column span-{}", span.clamp(1, WIDEST));
    Meaning::Holds {
        open: vec![open("div", &[("class", &class)], written.range)],
        close: vec![close("div")],
    }
}
