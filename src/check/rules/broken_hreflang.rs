//! `broken-hreflang`: what finished pages and sitemaps tell search engines of other languages does not hold.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::catalogue;
use crate::check::context::PagesContext;
use crate::check::rules::{Check, Entry};
use crate::check::suggest::quote;
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::l10n::LocaleId;
use crate::model::{OutputPath, RenderedPage};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "broken-hreflang",
        category: Category::Project,
        level: Level::Error,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/broken-hreflang.md"),
    },
    check: Check::Pages(check),
};

/// A page that is told to be an edition.
struct Member<'r> {
    /// What `hreflang` says.
    code: &'r str,
    /// The address.
    href: &'r str,
    /// The file at the address; `None` on another site.
    file: Option<String>,
}

fn check(pages: &PagesContext<'_>, sink: &mut Sink<'_>) {
    let rendered = pages.rendered;
    let mut tellers: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    let mut told_by: HashMap<&str, BTreeSet<u32>> = HashMap::new();
    for telling in &rendered.tellings {
        tellers.entry(telling.set).or_default().push(&telling.file);
        told_by
            .entry(&telling.file)
            .or_default()
            .insert(telling.set);
    }
    let members: BTreeMap<u32, Vec<Member<'_>>> = tellers
        .keys()
        .map(|&set| (set, members(pages, set)))
        .collect();
    let mut found: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (set, tellers) in &tellers {
        let all = &members[set];
        let mut say = |tellers: &[&'_ str], message: String| {
            for teller in tellers {
                let page = rendered.page_at(teller);
                let file = page.map_or("", |page| page.path.as_str());
                found.entry(message.clone()).or_default().insert(file);
            }
        };
        for member in all {
            if let Some(message) = wrong_alone(pages, member) {
                say(tellers, message);
            }
            let Some(file) = &member.file else { continue };
            let names_back = |teller: &str| {
                let sets = told_by.get(&**file).into_iter().flatten();
                let mut all = sets.flat_map(|set| &members[set]);
                all.any(|other| other.file.as_deref() == Some(teller))
            };
            let own = told_by.get(&**file);
            let is_same = own.is_some_and(|sets| sets.contains(set));
            if !is_same && rendered.page_at(file).is_some() {
                let unanswered: Vec<&str> = tellers
                    .iter()
                    .copied()
                    .filter(|teller| *teller != file && !names_back(teller))
                    .collect();
                say(
                    &unanswered,
                    format!(
                        "names `/{}` as an edition, which does not name it",
                        quote(file)
                    ),
                );
            }
        }
        for (code, count) in codes(all) {
            if count > 1 {
                say(
                    tellers,
                    format!("names {count} editions in `{}`", quote(code)),
                );
            }
        }
        let alone: Vec<&str> = tellers
            .iter()
            .copied()
            .filter(|teller| {
                all.iter()
                    .all(|member| member.file.as_deref() != Some(teller))
            })
            .collect();
        say(
            &alone,
            "names its other editions, but not itself".to_owned(),
        );
        let hidden = tellers.iter().copied();
        let hidden = hidden.filter(|teller| {
            let page = rendered.page_at(teller);
            page.is_some_and(|page| page.facts.is_hidden)
        });
        say(
            &hidden.collect::<Vec<_>>(),
            "names its other editions, although it asks not to be indexed".to_owned(),
        );
    }
    for (message, files) in found {
        let on: Vec<&RenderedPage> = files
            .into_iter()
            .filter_map(|file| rendered.page_at(file))
            .collect();
        if on.is_empty() {
            sink.site(
                &RULE.rule,
                format!("a page that a sitemap lists and nothing writes {message}"),
            );
        } else {
            pages.report(sink, &RULE.rule, &on, &message, |_| None);
        }
    }
}

fn members<'r>(pages: &PagesContext<'r>, set: u32) -> Vec<Member<'r>> {
    let root = OutputPath::new("index.html").expect("a plain name");
    let alternates = &pages.rendered.alternates[set as usize];
    let member = |(code, href): &'r (Box<str>, Box<str>)| {
        let destination = catalogue::destination(href, &root, pages.settings);
        Member {
            code,
            href,
            file: destination.map(|destination| destination.file.into()),
        }
    };
    alternates.iter().map(member).collect()
}

/// What is wrong with an edition whoever names it.
fn wrong_alone(pages: &PagesContext<'_>, member: &Member<'_>) -> Option<String> {
    let href = quote(member.href);
    if !member.href.starts_with("https://") && !member.href.starts_with("http://") {
        return Some(format!(
            "names `{href}` as an edition, which is no absolute address"
        ));
    }
    if member.code != "x-default" && LocaleId::parse(member.code).is_none() {
        let code = quote(member.code);
        return Some(format!("names `{href}` in `{code}`, which is no language"));
    }
    let file = member.file.as_deref()?;
    let Some(page) = pages.rendered.page_at(file) else {
        let is_there = pages.rendered.has_file(file);
        return (!is_there)
            .then(|| format!("names `{href}` as an edition, which the build does not write"));
    };
    if page.facts.is_hidden {
        return Some(format!(
            "names `{href}` as an edition, which asks not to be indexed"
        ));
    }
    if page.facts.leads_on {
        return Some(format!(
            "names `{href}` as an edition, which leads on to another page"
        ));
    }
    let canonical = page.facts.canonical.as_deref()?;
    (canonical != member.href).then(|| {
        format!(
            "names `{href}` as an edition, whose canonical address is `{}`",
            quote(canonical)
        )
    })
}

/// How often each language is told.
fn codes<'m>(members: &[Member<'m>]) -> BTreeMap<&'m str, usize> {
    let mut codes = BTreeMap::new();
    for member in members {
        *codes.entry(member.code).or_default() += 1;
    }
    codes
}
