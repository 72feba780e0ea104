//! Versions and pivots: which parts of a page are for whom, and the choices above its text.
//!
//! In: the events of a page, what its docset defines, its metadata. Out: the same events, in which each part for some versions
//! names these, and the HTML of the choices. Without definitions the versions and pivots are those that the page names.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::config::{Docset, PivotGroup, metadata_values};
use crate::markup::{CowStr, Event, HtmlPiece, HtmlTag, Located};
use crate::model::Entries;

use super::html::Labels;

/// A choice.
struct Choice {
    name: String,
    title: String,
}

/// Names the versions of each part, and writes the choices of a page; nothing when there is nothing to choose.
pub(super) fn choices(
    events: &mut [Located<'_>],
    docset: Option<&Docset>,
    metadata: &Entries,
    labels: &Labels,
) -> String {
    let mut ranges: BTreeSet<String> = BTreeSet::new();
    let mut pivots: Vec<String> = Vec::new();
    for located in events.iter() {
        if let Some(range) = attribute(&located.event, MONIKER) {
            ranges.insert(range.to_owned());
        }
        for pivot in attribute(&located.event, PIVOT)
            .unwrap_or_default()
            .split(' ')
        {
            if !pivot.is_empty() && pivots.iter().all(|known| known != pivot) {
                pivots.push(pivot.to_owned());
            }
        }
    }
    let mut html = String::new();
    if !ranges.is_empty() {
        let versions = Versions::of(&ranges, docset, metadata);
        for located in events.iter_mut() {
            let Some(range) = attribute(&located.event, MONIKER).map(str::to_owned) else {
                continue;
            };
            let meant = versions.within(&range).join(" ");
            let place = located.range;
            if let Event::Html(HtmlPiece::Open(tag)) = &mut located.event {
                let value = CowStr::from(meant);
                let name = Cow::Borrowed("data-monikers");
                tag.attributes.push((name, value, place));
            }
        }
        navigation(
            &mut html,
            "pivots views",
            "",
            "view",
            &labels.versions,
            &versions.choices(),
        );
    }
    if !pivots.is_empty() {
        let wanted = metadata_values(metadata, "zone_pivot_groups");
        let groups: &[PivotGroup] = docset.map_or(&[], |docset| &docset.pivot_groups);
        for group in groups {
            if !wanted.is_empty() && !wanted.contains(&&*group.id) {
                continue;
            }
            let of_page = group
                .pivots
                .iter()
                .filter(|pivot| pivots.iter().any(|it| **it == *pivot.id));
            let choices: Vec<Choice> = of_page
                .map(|pivot| Choice {
                    name: pivot.id.to_string(),
                    title: pivot.title.to_string(),
                })
                .collect();
            pivots.retain(|pivot| choices.iter().all(|choice| choice.name != *pivot));
            let title = if group.prompt.is_empty() {
                &group.title
            } else {
                &group.prompt
            };
            let title = if title.is_empty() {
                &*labels.choice
            } else {
                title
            };
            navigation(&mut html, "pivots", &group.id, "pivots", title, &choices);
        }
        let choices: Vec<Choice> = pivots
            .into_iter()
            .map(|pivot| Choice {
                title: pivot.clone(),
                name: pivot,
            })
            .collect();
        let group = wanted.first().copied().unwrap_or_default();
        navigation(
            &mut html,
            "pivots",
            group,
            "pivots",
            &labels.choice,
            &choices,
        );
    }
    html
}

const MONIKER: &str = "data-moniker";
const PIVOT: &str = "data-pivot";

fn attribute<'e>(event: &'e Event<'_>, wanted: &str) -> Option<&'e str> {
    let Event::Html(HtmlPiece::Open(HtmlTag { attributes, .. })) = event else {
        return None;
    };
    let found = attributes.iter().find(|(name, ..)| *name == wanted);
    found.map(|(_, value, _)| &**value)
}

/// Writes a choice. One that leaves nothing to choose is none.
fn navigation(
    html: &mut String,
    class: &str,
    group: &str,
    key: &str,
    title: &str,
    choices: &[Choice],
) {
    if choices.len() < 2 {
        return;
    }
    let data = if key == "view" { "data-view" } else { PIVOT };
    html.push_str("<nav class=\"");
    html.push_str(class);
    html.push('"');
    if !group.is_empty() {
        super::html::attribute(html, "data-group", group);
    }
    super::html::attribute(html, "aria-label", title);
    html.push_str("><p class=\"pivots-title\">");
    super::html::text(html, title);
    html.push_str("</p><ul>");
    for choice in choices {
        html.push_str("<li><a");
        let encoded: String = url_value(&choice.name);
        super::html::attribute(html, "href", &format!("?{key}={encoded}"));
        super::html::attribute(html, data, &choice.name);
        html.push('>');
        super::html::text(html, &choice.title);
        html.push_str("</a></li>");
    }
    html.push_str("</ul></nav>\n");
}

fn url_value(name: &str) -> String {
    percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC)
        .to_string()
        .replace("%2D", "-")
        .replace("%2E", ".")
        .replace("%5F", "_")
}

/// A version.
#[derive(Clone, Debug)]
struct Version {
    name: String,
    title: String,
    /// The product, within which versions are compared.
    product: String,
    order: Vec<i64>,
}

/// The versions that a page may be about.
struct Versions {
    /// The newest first.
    all: Vec<Version>,
    /// Ranges in which none of them lies. Where versions are only known by what the page says, each stands for those that nobody
    /// named.
    nameless: Vec<String>,
}

impl Versions {
    fn of(ranges: &BTreeSet<String>, docset: Option<&Docset>, metadata: &Entries) -> Self {
        let of_page = metadata_values(metadata, "monikerRange");
        let defined = docset.map_or(&[][..], |docset| &docset.monikers);
        let mut all: Vec<Version> = if defined.is_empty() {
            let ranges = ranges
                .iter()
                .map(String::as_str)
                .chain(of_page.iter().copied());
            let names: BTreeSet<&str> = ranges.flat_map(names).collect();
            names.into_iter().map(by_name).collect()
        } else {
            let version = |moniker: &crate::config::Moniker| Version {
                name: moniker.name.to_string(),
                title: moniker.display.to_string(),
                product: moniker.product.to_string(),
                order: vec![moniker.order],
            };
            defined.iter().map(version).collect()
        };
        let mut versions = Self {
            all: all.clone(),
            nameless: Vec::new(),
        };
        if let Some(range) = of_page.first() {
            let within: Vec<String> = versions.within(range);
            if !within.is_empty() {
                all.retain(|version| within.contains(&version.name));
            }
        }
        all.sort_by(|a, b| (&a.product, &b.order).cmp(&(&b.product, &a.order)));
        versions.all = all;
        if defined.is_empty() {
            let is_nameless = |range: &&String| versions.within(range).is_empty();
            versions.nameless = ranges.iter().filter(is_nameless).cloned().collect();
        }
        versions
    }

    fn choices(&self) -> Vec<Choice> {
        let named = self.all.iter().map(|version| Choice {
            name: version.name.clone(),
            title: version.title.clone(),
        });
        let nameless = self.nameless.iter().map(|range| Choice {
            name: nameless(range),
            title: range.clone(),
        });
        named.chain(nameless).collect()
    }

    /// The names of the versions within a range.
    fn within(&self, range: &str) -> Vec<String> {
        if self.nameless.iter().any(|nameless| nameless == range) {
            return vec![nameless(range)];
        }
        let within = self
            .all
            .iter()
            .filter(|version| self.is_within(version, range));
        within.map(|version| version.name.clone()).collect()
    }

    fn is_within(&self, version: &Version, range: &str) -> bool {
        range.split("||").any(|part| {
            let mut comparisons = comparisons(part).peekable();
            comparisons.peek().is_some()
                && comparisons.all(|(sign, name)| self.holds(version, sign, name))
        })
    }

    fn holds(&self, version: &Version, sign: &str, name: &str) -> bool {
        if version.name.eq_ignore_ascii_case(name) {
            return matches!(sign, "" | "=" | ">=" | "<=");
        }
        let other = self
            .all
            .iter()
            .find(|it| it.name.eq_ignore_ascii_case(name))
            .cloned();
        let other = other.unwrap_or_else(|| by_name(name));
        if other.product != version.product || other.order.is_empty() || version.order.is_empty() {
            return false;
        }
        match version.order.cmp(&other.order) {
            Ordering::Less => matches!(sign, "<" | "<="),
            Ordering::Greater => matches!(sign, ">" | ">="),
            Ordering::Equal => matches!(sign, "" | "=" | ">=" | "<="),
        }
    }
}

/// The name of the versions in a range that has none: without blanks, which part names.
fn nameless(range: &str) -> String {
    range.split_whitespace().collect()
}

/// The comparisons of a range, each a sign (perhaps none) and a name: `>= a <b c`.
fn comparisons(range: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = range;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let signs = rest.len() - rest.trim_start_matches(['<', '>', '=']).len();
        let (sign, behind) = rest.split_at(signs);
        let behind = behind.trim_start();
        let length = behind
            .find(|letter: char| letter.is_whitespace() || "<>=|".contains(letter))
            .unwrap_or(behind.len());
        let (name, behind) = behind.split_at(length);
        rest = behind;
        (!name.is_empty()).then_some((sign, name))
    })
}

/// The names in a range.
fn names(range: &str) -> Vec<&str> {
    let parts = range.split("||");
    parts
        .flat_map(|part| comparisons(part).map(|(_, name)| name))
        .collect()
}

/// A version of which only the name is known: `aspnetcore-3.1` is version 3.1 of `aspnetcore`.
fn by_name(name: &str) -> Version {
    let number = name
        .char_indices()
        .find(|(at, letter)| {
            let before = name[..*at].chars().next_back();
            letter.is_ascii_digit()
                && before.is_none_or(|before| !before.is_alphanumeric() || before == 'v')
        })
        .map_or(name.len(), |(at, _)| at);
    let (product, numbers) = name.split_at(number);
    let numbers = numbers.split(|letter: char| !letter.is_ascii_digit());
    Version {
        name: name.to_owned(),
        title: name.to_owned(),
        product: product.trim_end_matches(['-', 'v']).to_ascii_lowercase(),
        order: numbers.filter_map(|number| number.parse().ok()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn versions(ranges: &[&str], of_page: Option<&str>) -> Versions {
        let ranges = ranges.iter().map(|&range| range.to_owned()).collect();
        let metadata: Vec<_> = of_page
            .map(|range| {
                (
                    "monikerRange".into(),
                    crate::model::Value::String(range.into()),
                )
            })
            .into_iter()
            .collect();
        Versions::of(&ranges, None, &metadata)
    }

    #[test]
    fn ranges_are_compared_by_the_numbers_in_names() {
        let known = versions(&[">= a-3.0", "< a-3.0", "a-2.1 || a-10.0", ">= b-9"], None);
        assert_eq!(known.within(">= a-3.0"), ["a-10.0", "a-3.0"]);
        assert_eq!(known.within("< a-3.0"), ["a-2.1"]);
        assert_eq!(known.within(">=a-2.1 <a-10.0"), ["a-3.0", "a-2.1"]);
        assert_eq!(known.within("a-2.1 || a-10.0"), ["a-10.0", "a-2.1"]);
        assert_eq!(known.within("> b-1"), ["b-9"]);
    }

    #[test]
    fn versions_that_nobody_names_are_a_choice_too() {
        let known = versions(&[">= a-3.0", "< a-3.0"], None);
        assert_eq!(known.within("< a-3.0"), ["<a-3.0"]);
        let names: Vec<String> = known.choices().into_iter().map(|it| it.title).collect();
        assert_eq!(names, ["a-3.0", "< a-3.0"]);
    }

    #[test]
    fn a_page_for_some_versions_offers_only_these() {
        let known = versions(&[">= a-3.0", "a-2.0"], Some(">= a-2.5"));
        let names: Vec<String> = known.choices().into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["a-3.0", "a-2.5", "a-2.0"]);
    }
}
