//! Collect: which files are shown or offered by articles, so that only those are published.

use std::collections::BTreeMap;

use crate::model::{AssetUse, Target};
use crate::source::Span;

use super::Draft;
use super::links::OfPage;
use super::names::Names;

/// The files that links lead to, sorted by file, each with its first use.
pub(super) fn in_use(links: &[OfPage], drafts: &[Draft], names: &Names) -> Vec<AssetUse> {
    let mut uses = BTreeMap::new();
    for ((named, draft), links) in names.articles.iter().zip(drafts).zip(links) {
        let included = draft.opened.includes.iter().map(|included| included.file);
        let files = [named.file].into_iter().chain(included);
        let texts = [&links.own].into_iter().chain(&links.of_includes);
        let links = files
            .zip(texts)
            .flat_map(|(file, links)| links.iter().map(move |link| (file, link)));
        for (file_of_link, link) in links {
            if let Target::Asset { file, .. } = link.target {
                let first = Span {
                    file: file_of_link,
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
