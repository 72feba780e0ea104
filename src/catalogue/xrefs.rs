//! Cross references: what has which uid, and what a link to a uid means.
//!
//! In: the front matter of all articles. Out: [`Xrefs`], asked for every `xref:` link. A uid that several languages have is the same
//! thing in each; readers get it in theirs.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use crate::config::Layout;
use crate::model::{ArticleKey, LinkKind, RawLink, SHORT_REFERENCE, Target, Unresolved};
use crate::source::LocaleIndex;

use super::Draft;
use super::links::{self, Scope};
use super::names::{Named, Names};

/// Everything that has a uid.
#[derive(Debug, Default)]
pub(super) struct Xrefs {
    by_uid: HashMap<Box<str>, Vec<Uid>>,
}

/// Something with a uid.
#[derive(Debug)]
pub(super) struct Uid {
    /// Where it is.
    pub(super) goal: UidGoal,
    /// The language that it is in; `None` for all.
    pub(super) locale: Option<LocaleIndex>,
    /// What is said of it: `name` first, then whatever `displayProperty` may ask for.
    pub(super) properties: Box<[(Box<str>, Box<str>)]>,
}

/// Where something with a uid is.
#[derive(Debug)]
pub(super) enum UidGoal {
    /// An article of this site.
    Article(ArticleKey),
    /// An address elsewhere.
    Address(Box<str>),
}

impl Xrefs {
    /// Collects the uids of all articles, and those that repositories list of other sites, which are weaker.
    pub(super) fn collect(drafts: &[Draft], names: &Names, layout: &Layout) -> Self {
        let mut found = Self::default();
        let keyed = drafts.iter().zip(&names.articles).zip(0u32..);
        for ((draft, named), key) in keyed {
            let merged = draft.metadata.merged.as_deref();
            let entries = merged.unwrap_or(&draft.document.front_matter.entries);
            let text = |key: &str| {
                let (_, value) = entries.iter().find(|(name, _)| &**name == key)?;
                value.as_text().map(str::trim)
            };
            let Some(uid) = text("uid").filter(|uid| !uid.is_empty()) else {
                continue;
            };
            let mut properties: Vec<(Box<str>, Box<str>)> =
                vec![("name".into(), draft.metadata.title.clone())];
            for name in ["fullName", "nameWithType", "displayName", "summary"] {
                properties.extend(text(name).map(|value| (name.into(), value.into())));
            }
            found.add(
                uid,
                Uid {
                    goal: UidGoal::Article(ArticleKey(key)),
                    locale: Some(named.locale),
                    properties: properties.into(),
                },
            );
        }
        for listed in layout.docsets().flat_map(|docset| &docset.uids) {
            found.add(
                &listed.uid,
                Uid {
                    goal: UidGoal::Address(listed.address.clone()),
                    locale: None,
                    properties: listed.properties.clone(),
                },
            );
        }
        found
    }

    /// Adds something with a uid. What was added first is stronger.
    pub(super) fn add(&mut self, uid: &str, what: Uid) {
        self.by_uid.entry(uid.into()).or_default().push(what);
    }

    /// What has a uid, as readers of a language find it: in theirs, else in the first there is.
    pub(super) fn find(&self, uid: &str, reader: LocaleIndex) -> Option<&Uid> {
        let all = self.by_uid.get(uid)?;
        let own = all.iter().find(|it| it.locale == Some(reader));
        own.or_else(|| all.first())
    }
}

/// A reference to a uid, as written.
pub(super) struct Reference {
    uid: String,
    query: Option<String>,
    fragment: Option<String>,
}

/// The reference that a link is, if it is one.
pub(super) fn reference(raw: &RawLink) -> Option<Reference> {
    let is_mention = raw.kind == LinkKind::Mention;
    let written = match raw.written.get(..XREF.len()) {
        _ if is_mention => raw.written.strip_prefix(SHORT_REFERENCE)?,
        Some(scheme) if scheme.eq_ignore_ascii_case(XREF) => &raw.written[XREF.len()..],
        _ => return None,
    };
    if is_mention {
        return Some(Reference {
            uid: written.to_owned(),
            query: None,
            fragment: None,
        });
    }
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let (rest, fragment) = written
        .split_once('#')
        .map_or((written, None), |(rest, fragment)| (rest, Some(fragment)));
    let (uid, query) = rest
        .split_once('?')
        .map_or((rest, None), |(uid, query)| (uid, Some(query)));
    Some(Reference {
        uid: decoded(uid.trim()),
        query: query.map(str::to_owned),
        fragment: fragment.map(decoded),
    })
}

const XREF: &str = "xref:";

/// What a reference means, and the words that its target has for it.
pub(super) fn target(
    scope: &Scope<'_>,
    named: &Named,
    reference: &Reference,
    words: &mut Option<Box<str>>,
) -> Target {
    let Some(found) = scope.xrefs.find(&reference.uid, named.locale) else {
        let uid = reference.uid.as_str().into();
        return Target::Unresolved(Unresolved::NoSuchUid(uid));
    };
    let query = reference.query.as_deref().unwrap_or_default();
    let (ours, rest): (Vec<&str>, Vec<&str>) = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .partition(|pair| {
            ["text=", "displayProperty=", "alt="]
                .iter()
                .any(|key| starts(pair, key))
        });
    let value = |key: &str| {
        let pair = ours.iter().find(|pair| starts(pair, key))?;
        let value = pair[key.len()..].replace('+', " ");
        Some(percent_decode_str(&value).decode_utf8_lossy().into_owned())
    };
    let property = |name: &str| {
        let mut properties = found.properties.iter();
        properties
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| &**value)
    };
    let shown = value("text=").filter(|text| !text.is_empty()).or_else(|| {
        let asked = value("displayProperty=");
        let asked = asked.as_deref().and_then(property);
        asked.or_else(|| property("name")).map(str::to_owned)
    });
    *words = shown.map(Into::into);
    let query = (!rest.is_empty()).then(|| rest.join("&"));
    match &found.goal {
        UidGoal::Article(key) => {
            let fragment = reference.fragment.as_deref();
            links::article(scope, *key, query.as_deref(), fragment, false)
        }
        UidGoal::Address(address) => {
            let mut address = address.to_string();
            if let Some(query) = query {
                address.push(if address.contains('?') { '&' } else { '?' });
                address.push_str(&query);
            }
            if let Some(fragment) = &reference.fragment {
                address.push('#');
                address.push_str(fragment);
            }
            Target::Address(address.into())
        }
    }
}

fn starts(pair: &str, key: &str) -> bool {
    pair.get(..key.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(key))
}
