//! `::: zone pivot="a,b" … ::: zone-end`: text for those who chose one of these pivots; `target` names an output it is for,
//! and what is for another than the site is left out.

use super::{Colons, Directive, Meaning, Written, close, open};

pub(super) static DIRECTIVE: Directive = Directive {
    name: "zone",
    page: include_str!("../../../content/en-US/reference/directives/zone.md"),
    colons: Some(Colons {
        word: "zone",
        attributes: &["pivot", "target"],
        needs: &["pivot", "target"],
        is_inline: false,
        read,
    }),
    brackets: None,
};

fn read(written: &Written) -> Meaning {
    let words = |text: &str| {
        text.split([',', ' '])
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let pivots = words(written.value("pivot"));
    let target = written.value("target").to_ascii_lowercase();
    // What is for pages within a product (`chromeless`) or for PDF is not for readers of the site.
    if !target.is_empty() && target != "docs" {
        return Meaning::Drops;
    }
    let mut attributes = vec![("class", "zone")];
    if !pivots.is_empty() {
        attributes.push(("data-pivot", &pivots));
    }
    Meaning::Holds {
        open: vec![open("div", &attributes, written.range)],
        close: vec![close("div")],
    }
}
