//! Collect: which files are shown or offered by articles, so that only those are published.

use std::collections::BTreeMap;

use crate::model::{AssetUse, Link, Target};
use crate::source::Span;

use super::names::Names;

/// The files that links lead to, sorted by file, each with its first use.
pub(super) fn in_use(links: &[Box<[Link]>], names: &Names) -> Vec<AssetUse> {
    let mut uses = BTreeMap::new();
    for (named, links) in names.articles.iter().zip(links) {
        for link in links {
            if let Target::Asset { file, .. } = link.target {
                let first = Span {
                    file: named.file,
                    range: link.range,
                };
                uses.entry(file)
                    .or_insert(AssetUse {
                        file,
                        first,
                        count: 0,
                    })
                    .count += 1;
            }
        }
    }
    uses.into_values().collect()
}
