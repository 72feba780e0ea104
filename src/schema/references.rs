//! What a schema refers to: files of the project, and addresses on the network, which are never fetched.
//!
//! The library resolves references as addresses. The schema that is compiled lies deep below a made-up root, so that paths
//! with `..` stay apart.

use std::collections::BTreeMap;
use std::sync::Arc;

use jsonschema::{Retrieve, Uri};
use serde_json::Value as Json;

use super::walk::walk;
use super::{Named, Pointer};

/// Where the folder of the schema that is compiled lies for the library.
pub(super) const BASE: &str = "polydoc:///-/-/-/-/-/-/-/-/";

/// Whether a reference names a host or at least a scheme.
pub(super) fn is_absolute(reference: &str) -> bool {
    let scheme = reference.split(['/', '?', '#']).next().unwrap_or_default();
    reference.starts_with("//")
        || scheme.split_once(':').is_some_and(|(scheme, _)| {
            scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme.len() > 1
                && scheme
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
        })
}

/// The files that a schema names.
pub(super) fn named(schema: &Json) -> Named {
    let mut ids = Vec::new();
    walk(schema, &mut Vec::new(), &mut |_, keywords| {
        let id = keywords.get("$id").and_then(Json::as_str);
        ids.extend(id.map(|id| id.split('#').next().unwrap_or_default()));
    });
    let mut found = Named::default();
    walk(schema, &mut Vec::new(), &mut |place, keywords| {
        let at = |keyword: &str| place.iter().cloned().chain([keyword.to_owned()]).collect();
        if let Some(path) = keywords.get("valuesFrom").and_then(Json::as_str) {
            found.lists.push((at("valuesFrom"), path.to_owned()));
        }
        let Some(reference) = keywords.get("$ref").and_then(Json::as_str) else {
            return;
        };
        let path = reference.split('#').next().unwrap_or_default();
        let is_inside = |id: &&str| {
            id.strip_suffix(path)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        if !path.is_empty() && !is_absolute(path) && !ids.iter().any(is_inside) {
            found.schemas.push((at("$ref"), path.to_owned()));
        }
    });
    found
}

/// The place of the reference that leads to an address; the schema as a whole when none is found.
pub(super) fn place_of(schema: &Json, uri: &str) -> (Pointer, String) {
    let tail = uri.strip_prefix(BASE).unwrap_or(uri);
    let mut places = Vec::new();
    walk(schema, &mut Vec::new(), &mut |place, keywords| {
        for keyword in ["$ref", "$dynamicRef", "$recursiveRef", "$schema"] {
            let Some(written) = keywords.get(keyword).and_then(Json::as_str) else {
                continue;
            };
            let path = written.split('#').next().unwrap_or_default();
            let bare = path.trim_start_matches("../").trim_start_matches("./");
            let rank = match () {
                () if path.is_empty() => continue,
                () if path == uri || path == tail => 0,
                () if !bare.is_empty() && uri.ends_with(bare) => 1,
                () => continue,
            };
            let place = place.iter().cloned().chain([keyword.to_owned()]).collect();
            places.push((rank, place, written.to_owned()));
        }
    });
    let found = places.into_iter().min_by_key(|(rank, ..)| *rank);
    found.map_or_else(
        || (Vec::new(), tail.to_owned()),
        |(_, place, written)| (place, written),
    )
}

/// Gives the library the files of the project, and nothing else.
pub(super) struct Files(pub(super) BTreeMap<String, Arc<Json>>);

impl Files {
    /// The file that an address means.
    pub(super) fn find(&self, uri: &str) -> Option<&Arc<Json>> {
        let uri = uri.split('#').next().unwrap_or_default();
        // A schema with an address of its own has its neighbours beside that address.
        let beside = |path: &str| {
            let bare = path.trim_start_matches("../");
            let before = uri.strip_suffix(bare);
            before.is_some_and(|before| before.ends_with('/')) && !uri.starts_with(BASE)
        };
        let path = self.0.keys().find(|path| address(path) == uri);
        let path = path.or_else(|| self.0.keys().find(|path| beside(path)));
        path.and_then(|path| self.0.get(path))
    }
}

/// The address of a file by its path from the folder of the schema that is compiled.
pub(super) fn address(path: &str) -> String {
    let mut folders: Vec<&str> = BASE.trim_end_matches('/').split('/').collect();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(folders.pop()),
            name => folders.push(name),
        }
    }
    folders.join("/")
}

impl Retrieve for Files {
    fn retrieve(
        &self,
        uri: &Uri<String>,
    ) -> Result<Json, Box<dyn std::error::Error + Send + Sync>> {
        match self.find(uri.as_str()) {
            Some(schema) => Ok(Json::clone(schema)),
            None => Err("no file of the project".into()),
        }
    }
}
