//! `external:` as written. Its texts were judged by the table of keys before; here they get types.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use globset::{GlobMatcher, GlobSetBuilder};
use serde::Deserialize;

use super::super::values;
use super::super::{Accepted, Ages, External, HostHeader, Ignored, SoftMissing};
use super::written::{Globs, WrittenSize};

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct WrittenExternal {
    cache: Option<PathBuf>,
    timeout: Option<String>,
    address_time: Option<String>,
    total_time: Option<String>,
    connections: Option<usize>,
    per_host: Option<usize>,
    pace: Option<String>,
    retries: Option<u32>,
    hops: Option<u32>,
    page_bytes: Option<WrittenSize>,
    max_flaky: Option<usize>,
    user_agent: Option<String>,
    ports: Option<Vec<u16>>,
    allow: Vec<String>,
    authorities: Option<PathBuf>,
    ignore: Vec<WrittenIgnore>,
    accept: Vec<WrittenAccept>,
    headers: Vec<WrittenHeader>,
    remap: BTreeMap<String, String>,
    soft_404: Vec<WrittenSoft>,
    scripted: Globs,
    ages: WrittenAges,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenIgnore {
    r#match: Globs,
    #[serde(default)]
    reason: String,
    until: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAccept {
    r#match: Globs,
    status: Option<OneOrMany>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(u16),
    Many(Vec<u16>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenHeader {
    host: String,
    name: Option<String>,
    env: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSoft {
    r#match: Globs,
    lands_on: Option<String>,
    text: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct WrittenAges {
    ok: Option<u16>,
    moved: Option<u16>,
    broken: Option<u16>,
    refused: Option<u16>,
}

/// What was written over what holds without it.
pub(super) fn read(written: WrittenExternal) -> External {
    let usual = External::default();
    let time = |written: Option<String>, usual: Duration| {
        written.map_or(usual, |text| values::time(&text).unwrap_or(usual))
    };
    let page_bytes = match written.page_bytes {
        Some(WrittenSize::Number(bytes)) => bytes,
        Some(WrittenSize::Text(text)) => values::size(&text).unwrap_or(usual.page_bytes),
        None => usual.page_bytes,
    };
    let ages = Ages {
        ok: written.ages.ok.unwrap_or(usual.ages.ok),
        moved: written.ages.moved.unwrap_or(usual.ages.moved),
        broken: written.ages.broken.unwrap_or(usual.ages.broken),
        refused: written.ages.refused.unwrap_or(usual.ages.refused),
    };
    let remap = written.remap.into_iter();
    let remap = remap
        .filter_map(|(from, to)| Some((values::address_start(&from).ok()?, to)))
        .collect();
    External {
        cache: written.cache.unwrap_or(usual.cache),
        timeout: time(written.timeout, usual.timeout),
        address_time: time(written.address_time, usual.address_time),
        total_time: time(written.total_time, usual.total_time),
        connections: written.connections.unwrap_or(usual.connections),
        per_host: written.per_host.unwrap_or(usual.per_host),
        pace: time(written.pace, usual.pace),
        retries: written.retries.unwrap_or(usual.retries),
        hops: written.hops.unwrap_or(usual.hops),
        page_bytes,
        most_flaky: written.max_flaky,
        user_agent: written.user_agent.unwrap_or(usual.user_agent),
        ports: written
            .ports
            .map_or(usual.ports, |ports| ports.into_iter().collect()),
        allow: written
            .allow
            .iter()
            .filter_map(|text| values::network(text).ok())
            .collect(),
        authorities: written.authorities,
        ignore: written.ignore.into_iter().flat_map(ignored).collect(),
        accept: written.accept.into_iter().flat_map(accepted).collect(),
        headers: written.headers.into_iter().filter_map(header).collect(),
        remap,
        soft_missing: written.soft_404.into_iter().flat_map(soft).collect(),
        scripted: hosts(&written.scripted),
        ages,
        ..usual
    }
}

/// The patterns, each with its text.
fn matchers(globs: &Globs) -> impl Iterator<Item = (GlobMatcher, &String)> {
    globs
        .texts()
        .iter()
        .filter_map(|text| Some((values::address_glob(text).ok()?.compile_matcher(), text)))
}

fn ignored(written: WrittenIgnore) -> Vec<Ignored> {
    let until = written.until.and_then(|day| values::day(&day).ok());
    let one = |(matches, text): (GlobMatcher, &String)| Ignored {
        matches,
        written: text.clone(),
        reason: written.reason.clone(),
        until,
    };
    matchers(&written.r#match).map(one).collect()
}

fn accepted(written: WrittenAccept) -> Vec<Accepted> {
    let status = match written.status {
        None => vec![403],
        Some(OneOrMany::One(status)) => vec![status],
        Some(OneOrMany::Many(status)) => status,
    };
    let one = |(matches, _): (GlobMatcher, &String)| Accepted {
        matches,
        status: status.iter().copied().collect(),
    };
    matchers(&written.r#match).map(one).collect()
}

fn header(written: WrittenHeader) -> Option<HostHeader> {
    Some(HostHeader {
        host: values::host(&written.host).ok()?,
        name: written.name.unwrap_or_else(|| "Authorization".to_owned()),
        variable: written.env?,
    })
}

fn soft(written: WrittenSoft) -> Vec<SoftMissing> {
    let lands_on = written
        .lands_on
        .and_then(|text| values::address_glob(&text).ok())
        .map(|glob| glob.compile_matcher());
    let one = |(matches, _): (GlobMatcher, &String)| SoftMissing {
        matches,
        lands_on: lands_on.clone(),
        text: written.text.clone(),
    };
    matchers(&written.r#match).map(one).collect()
}

fn hosts(globs: &Globs) -> globset::GlobSet {
    let mut set = GlobSetBuilder::new();
    for text in globs.texts() {
        if let Ok(glob) = values::address_glob(text) {
            set.add(glob);
        }
    }
    set.build().unwrap_or_default()
}
