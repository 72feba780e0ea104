//! The versions of a product that a docset knows, and the pivots of its zones.

use std::path::Path;

use crate::config::layout::{Docset, ListedUid, Moniker, Pivot, PivotGroup, joined};
use crate::config::yaml::Node;
use crate::model::Value;

use super::docfx::{Place, range_of};
use super::files::{File, Files};
use super::publish::tidy;

/// Where groups of pivots stand when nothing else is said.
const PIVOTS: [&str; 2] = ["zone-pivot-groups.yml", "zone-pivot-groups.json"];

/// `monikerDefinition`: a file below the docset, or the definition itself.
pub(super) fn monikers(
    files: &mut Files<'_>,
    file: &File,
    build: &Node,
    place: &Place<'_>,
    docset: &mut Docset,
) {
    let Some(node) = build.get("monikerDefinition") else {
        return;
    };
    if node.get("monikers").is_some() {
        docset.monikers = list(node);
        return;
    }
    let Some(name) = files.text(&file.path, build, "monikerDefinition") else {
        return;
    };
    let range = range_of(build, "monikerDefinition");
    if name.contains("://") {
        files.unknown(
            &file.path,
            range,
            format!("the versions at `{name}` are not known: nothing is downloaded"),
        );
        return;
    }
    let inner = tidy(name);
    match files.read(&place.folder.join(&inner), &joined(&[place.root, &inner])) {
        Some(read) => docset.monikers = list(&read.root),
        None => files.malformed(
            &file.path,
            range,
            format!("there is no file `{name}`"),
            "correct the path, which counts from this folder",
        ),
    }
}

fn list(node: &Node) -> Vec<Moniker> {
    let items = node.get("monikers").map_or(node.items(), Node::items);
    let text = |item: &Node, keys: &[&str]| {
        let found = keys
            .iter()
            .find_map(|key| item.get(key)?.text().map(str::to_owned));
        found.unwrap_or_default()
    };
    let moniker = |(place, item): (usize, &Node)| {
        let name = text(item, &["moniker_name", "monikerName", "name"]);
        let display = text(
            item,
            &["moniker_display_name", "display_name", "displayName"],
        );
        let order = match item.get("order").map(Node::value) {
            Some(Value::Number(number)) => number.parse().ok(),
            _ => None,
        };
        Moniker {
            display: if display.is_empty() {
                name.clone()
            } else {
                display
            }
            .into(),
            name: name.into(),
            product: text(item, &["product_name", "productName", "product"]).into(),
            order: order.unwrap_or_else(|| i64::try_from(place).unwrap_or(i64::MAX)),
        }
    };
    let monikers = items.iter().enumerate().map(moniker);
    monikers
        .filter(|moniker| !moniker.name.is_empty())
        .collect()
}

/// The groups of pivots: in the files that metadata name, and in the usual ones.
pub(super) fn pivots(files: &mut Files<'_>, place: &Place<'_>, docset: &mut Docset) {
    let named: Vec<String> = docset
        .global_metadata
        .iter()
        .filter(|(key, _)| &**key == "zone_pivot_group_filename")
        .filter_map(|(_, value)| match value {
            Value::String(text) => Some(tidy(text.trim_start_matches("~/"))),
            _ => None,
        })
        .collect();
    let usual = PIVOTS.iter().map(|name| (*name).to_owned());
    for inner in named.into_iter().chain(usual) {
        let at = joined(&[place.root, &inner]);
        if let Some(file) = files.read(&place.folder.join(Path::new(&inner)), &at) {
            read_groups(files, &file, docset);
        }
    }
}

fn read_groups(files: &mut Files<'_>, file: &File, docset: &mut Docset) {
    let groups = file
        .root
        .get("groups")
        .map_or(file.root.items(), Node::items);
    for group in groups {
        let mut text = |node: &Node, key: &str| {
            files
                .text(&file.path, node, key)
                .unwrap_or_default()
                .to_owned()
        };
        let id = text(group, "id");
        if docset.pivot_groups.iter().any(|other| *other.id == *id) {
            continue;
        }
        let (title, prompt) = (text(group, "title"), text(group, "prompt"));
        let pivots = group.get("pivots").map_or(&[][..], Node::items).iter();
        let pivots = pivots.map(|pivot| Pivot {
            id: text(pivot, "id").into(),
            title: text(pivot, "title").into(),
        });
        let pivots = pivots.filter(|pivot| !pivot.id.is_empty()).collect();
        if id.is_empty() {
            let help = "write `id:` with a name, `title:`, `prompt:` and `pivots:`";
            files.malformed(
                &file.path,
                group.range,
                "this group of pivots has no `id`",
                help,
            );
            continue;
        }
        docset.pivot_groups.push(PivotGroup {
            id: id.into(),
            title: title.into(),
            prompt: prompt.into(),
            pivots,
        });
    }
}

/// Lists of uids when nothing else is said.
const UIDS: [&str; 2] = ["xrefmap.yml", "xrefmap.json"];

/// The uids of other sites: in the lists that the settings name, and in the usual ones.
pub(super) fn uids(
    files: &mut Files<'_>,
    place: &Place<'_>,
    named: &[String],
    docset: &mut Docset,
) {
    let usual = UIDS.iter().map(|name| (*name).to_owned());
    for inner in named.iter().cloned().chain(usual) {
        let at = joined(&[place.root, &inner]);
        let Some(file) = files.read(&place.folder.join(&inner), &at) else {
            continue;
        };
        let base = files
            .text(&file.path, &file.root, "baseUrl")
            .unwrap_or_default();
        for reference in file.root.get("references").map_or(&[][..], Node::items) {
            let texts = reference
                .entries()
                .iter()
                .filter_map(|entry| Some((entry.key.as_str(), entry.value.text()?)));
            let texts: Vec<(&str, &str)> = texts.collect();
            let text = |key: &str| {
                texts
                    .iter()
                    .find(|(name, _)| *name == key)
                    .map(|(_, text)| *text)
            };
            let (Some(uid), Some(href)) = (text("uid"), text("href")) else {
                let help = "write `uid:` and `href:`";
                files.malformed(
                    &file.path,
                    reference.range,
                    "this entry lacks its uid or its address",
                    help,
                );
                continue;
            };
            let is_whole = href.contains("://") || href.starts_with('/') || base.is_empty();
            let address = if is_whole {
                href.to_owned()
            } else {
                format!("{}/{href}", base.trim_end_matches('/'))
            };
            let name = ("name".into(), text("name").unwrap_or(uid).into());
            let others = texts.iter().filter(|(key, _)| *key != "name");
            let others = others.map(|(key, text)| ((*key).into(), (*text).into()));
            docset.uids.push(ListedUid {
                uid: uid.into(),
                address: address.into(),
                properties: std::iter::once(name).chain(others).collect(),
            });
        }
    }
}
